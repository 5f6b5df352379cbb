"""Plain rules: what people reckon in their heads, such as "0.72 × yes", beside the bot's record."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass

from core.assistant import show
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import Field, FieldKind
from core.domain.task import TargetKind, Task

NEWEST = 100
"""Older examples tell little of how good the answers are by now."""
FEWEST = 3
"""Of fewer answers it is not said who was nearer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainRule:
    """A number of times a field."""

    field: Field
    factor: float
    error: float
    """How far off it was, over how far off the bot was, each before an example was learned."""


def plain_words(examples: Sequence[Example], task: Task, *, locale: str) -> str:
    """Return the plain rule than which the bot is not better yet, in words; empty for none."""
    rule = unbeaten_rule(examples, task)
    if rule is None:
        return ""
    about = show.rounded(rule.factor, show.tenth_of(rule.factor))
    factor = show.number(about, locale=locale)
    return say("not better", locale=locale, factor=factor, field=rule.field.name)


def unbeaten_rule(examples: Sequence[Example], task: Task) -> PlainRule | None:
    """Return the best plain rule that was as near as the bot, both asked before each lesson.

    Args:
        examples: what was taught, in this order.
        task: their task; only a number can be a number of times a field.
    """
    if task.target.kind is not TargetKind.NUMBER:
        return None
    fields = (f for f in task.fields if f.kind is FieldKind.NUMBER)
    rules = (_rule(examples[-NEWEST:], field) for field in fields)
    unbeaten = (rule for rule in rules if rule is not None and rule.error <= 1.0)
    return min(unbeaten, key=lambda rule: rule.error, default=None)


def _rule(examples: Sequence[Example], field: Field) -> PlainRule | None:
    """Return the rule of a field; None where there is too little to judge it by."""
    ratios: list[float] = []  # kept sorted
    own: list[float] = []
    bots: list[float] = []
    for example in examples:
        value, truth, foretold = example.values.get(field.key), example.target, example.foretold
        if not (isinstance(value, float) and isinstance(truth, float) and value > 0):
            continue
        if ratios and foretold is not None and isinstance(foretold.answer, float):
            own.append(abs(_middle(ratios) * value - truth))
            bots.append(abs(foretold.answer - truth))
        insort(ratios, truth / value)
    if len(own) < FEWEST or not _middle(ratios) > 0 or not sum(bots):
        return None
    return PlainRule(field=field, factor=_middle(ratios), error=sum(own) / sum(bots))


def _middle(ranked: Sequence[float]) -> float:
    """Return the median of sorted numbers."""
    half = len(ranked) // 2
    return (ranked[half] + ranked[~half]) / 2
