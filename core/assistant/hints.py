"""Hints: what an empty line of a form expects, shown in it until something is typed."""

from collections.abc import Sequence

from core.assistant import show
from core.assistant.wording import say
from core.domain.fields import Field, FieldKind
from core.domain.task import Target, TargetKind


def field_hint(field: Field, locale: str) -> str:
    """Return what is typed for a field."""
    match field.kind:
        case FieldKind.NUMBER:
            return _number_hint(field.unit, locale)
        case FieldKind.DATE:
            return say("hint date", locale=locale)
        case FieldKind.TEXT:
            return say("hint text", locale=locale)
        case FieldKind.YES_NO:
            return say("hint yes or no", locale=locale)
        case _:
            return _labels_hint(field.options, locale)


def target_hint(target: Target, locale: str) -> str:
    """Return what is typed for a target."""
    if target.scale is not None:
        return say("hint rating", locale=locale, scale=show.scale(target.scale, locale))
    if target.kind is TargetKind.CATEGORY:
        return _labels_hint(target.labels, locale)
    return _number_hint(target.unit, locale)


def sentence_hint(fields: Sequence[Field]) -> str:
    """Return how several fields are typed in one line: ``area: …, rooms: …``."""
    return ", ".join(f"{field.name}: …" for field in fields)


def _number_hint(unit: str | None, locale: str) -> str:
    if unit is None:
        return say("hint number", locale=locale)
    return say("hint number in", locale=locale, unit=unit)


def _labels_hint(labels: Sequence[str], locale: str) -> str:
    if labels:
        return say("hint one of", locale=locale, labels=" · ".join(labels))
    return say("hint label", locale=locale)
