"""Templates: first tasks that communities often want, in the language of who asks for one."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.assistant.reading import draft_fields, read_scale
from core.assistant.wording import say
from core.domain.fields import Field
from core.domain.task import Target, TargetKind

TEMPLATES: Mapping[str, TargetKind] = {
    "price-guess": TargetKind.NUMBER,
    "triage": TargetKind.CATEGORY,
    "film-night": TargetKind.RATING,
    "turnout": TargetKind.NUMBER,
}
"""What each of them predicts; the rest is wording."""
_ASK_NEXT_DAY = frozenset({"film-night", "turnout"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A task ready to be made."""

    name: str
    fields: tuple[Field, ...]
    target: Target
    about: str
    lesson: str
    """One that it understands."""
    asks_next_day: bool
    """Whether it asks on the next day how things turned out."""


def template_named(name: str, *, locale: str) -> Template:
    """Return one of the templates."""

    def words(part: str) -> str:
        return say(f"template {name} {part}", locale=locale)

    kind = TEMPLATES[name]
    target = Target(
        kind=kind,
        name=words("target"),
        unit=words("unit") if name == "price-guess" else None,
        labels=tuple(words("labels").split(", ")) if kind is TargetKind.CATEGORY else (),
        scale=read_scale("1-5") if kind is TargetKind.RATING else None,
    )
    return Template(
        name=words("task"),
        fields=draft_fields(words("fields").split(";")),
        target=target,
        about=words("about"),
        lesson=words("lesson"),
        asks_next_day=name in _ASK_NEXT_DAY,
    )
