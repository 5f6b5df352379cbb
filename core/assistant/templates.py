"""Templates: first tasks that communities often want."""

from dataclasses import dataclass, field

from core.assistant.reading import read_scale
from core.assistant.rights import TaskRules
from core.domain.task import Target, TargetKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A task ready to be made."""

    name: str
    fields: tuple[str, ...]
    """As people write them in the form of a new task."""
    target: Target
    about: str
    rules: TaskRules = field(default_factory=TaskRules)


TEMPLATES: dict[str, Template] = {
    "price-guess": Template(
        name="flats",
        fields=("area: number m²", "rooms: number", "district: category", "floor: number"),
        target=Target(kind=TargetKind.NUMBER, name="price", unit="€"),
        about="What a flat goes for",
    ),
    "triage": Template(
        name="triage",
        fields=("post: text", "os: linux | mac | windows"),
        target=Target(
            kind=TargetKind.CATEGORY,
            name="topic",
            labels=("rendering", "fonts", "install", "config", "bug"),
        ),
        about="Which topic a support post belongs to",
    ),
    "film-night": Template(
        name="movies",
        fields=("title: item", "genre: category", "year: number", "minutes: number"),
        target=Target(kind=TargetKind.RATING, name="stars", scale=read_scale("1-5")),
        about="How much the round will like a film, in 1 to 5 stars",
        rules=TaskRules(outcome_after_days=1),
    ),
    "turnout": Template(
        name="turnout",
        fields=("event: category", "weekday: category", "said yes: number"),
        target=Target(kind=TargetKind.NUMBER, name="came", unit="people"),
        about="How many will come",
        rules=TaskRules(outcome_after_days=1),
    ),
}
