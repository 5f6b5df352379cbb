"""Fields: the inputs of a task, and the values they hold."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias, assert_never

from core.domain.identity import FieldKey
from core.domain.text import name_key, visible
from core.errors import InvalidValue

Value: TypeAlias = float | str | bool | date
"""What a field holds: number, category or text, yes/no, date."""

Values: TypeAlias = Mapping[FieldKey, Value]
"""The values of one example or question; a field that is absent is missing."""

MAX_NAME = 60
MAX_TEXT = 4_000
MAX_CATEGORY = 100
MAX_FIELDS = 300
_NAME = re.compile(r"[^\W_](?:[\w .,/²³%°()'&+-]*[\w²³%°)'+])?")


class FieldKind(StrEnum):
    """The types that a field can have."""

    NUMBER = "number"
    CATEGORY = "category"
    YES_NO = "yes/no"
    DATE = "date"
    TEXT = "text"
    ITEM = "item"
    """What is rated: a film, a dish, a book."""
    MEMBER = "member"
    """Who rates; never typed, filled from who speaks, and in rating tasks only."""


NAMED_KINDS = frozenset({FieldKind.CATEGORY, FieldKind.ITEM})
"""What is known by a word or a few: read and compared as categories are."""


def check_name(name: str, *, what: str) -> str:
    """Return the name without outer blanks.

    Raises:
        InvalidValue: it is empty, too long, or has signs that the chat's grammar needs.
    """
    clean = " ".join(name.split())
    if len(clean) > MAX_NAME or not _NAME.fullmatch(clean):
        raise InvalidValue(
            f"The name of a {what} must start with a letter or digit, have at most {MAX_NAME} "
            f"characters and none of : = > , at its end; {name[:80]!r} does not.",
            key="no name",
            limit=str(MAX_NAME),
            said=name[:80],
        )
    return clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One input of a task."""

    key: FieldKey
    name: str
    kind: FieldKind
    unit: str | None = None
    options: tuple[str, ...] = ()
    """The categories allowed; empty means that any category may be taught."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", check_name(self.name, what="field"))
        if self.unit is not None and self.kind is not FieldKind.NUMBER:
            raise InvalidValue(f'Only a number has a unit; "{self.name}" is a {self.kind} field.')
        if self.options and self.kind is not FieldKind.CATEGORY:
            raise InvalidValue(f'Only a category has options; "{self.name}" is {self.kind}.')

    def check(self, value: Value) -> Value:
        """Return the value as this field stores it.

        Raises:
            InvalidValue: the value is not of this field's kind, or out of its options.
        """
        match self.kind:
            case FieldKind.NUMBER:
                return check_number(value, what=self.name)
            case FieldKind.CATEGORY:
                label = check_label(value, what=self.name)
                return pick_option(label, self.options, what=self.name)
            case FieldKind.YES_NO:
                if isinstance(value, bool):
                    return value
                raise InvalidValue(
                    f'"{self.name}" expects yes or no, not {value!r}.',
                    key="expects yes or no",
                    name=self.name,
                    said=str(value)[:40],
                )
            case FieldKind.DATE:
                if isinstance(value, date):
                    return value
                raise InvalidValue(
                    f'"{self.name}" expects a date like 2026-05-31, not {value!r}.',
                    key="expects a date",
                    name=self.name,
                    said=str(value)[:40],
                )
            case FieldKind.TEXT:
                return check_text(value, what=self.name)
            case FieldKind.ITEM | FieldKind.MEMBER:
                return check_label(value, what=self.name)
        assert_never(self.kind)

    def convert(self, value: Value) -> Value | None:
        """Return a value that was stored under an earlier kind as this kind, or None.

        Old examples keep what they had when a field is retyped; this is how they are read.
        """
        try:
            return self.check(_converted(value, self.kind))
        except (InvalidValue, ValueError):
            return None


def _converted(value: Value, kind: FieldKind) -> Value:
    match kind:
        case FieldKind.NUMBER:
            return float(value) if isinstance(value, str | bool) else value
        case FieldKind.CATEGORY | FieldKind.TEXT | FieldKind.ITEM | FieldKind.MEMBER:
            return show_plain(value)
        case FieldKind.YES_NO:
            words = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
            return words.get(show_plain(value).casefold(), value)
        case FieldKind.DATE:
            return date.fromisoformat(value) if isinstance(value, str) else value
    assert_never(kind)


def show_plain(value: Value) -> str:
    """Return the value in the form that files use: ``3``, ``2.5``, ``yes``, ``2026-05-31``."""
    match value:
        case bool():
            return "yes" if value else "no"
        case int() | float():
            is_whole = abs(value) < 1e15 and value == int(value)
            return repr(int(value)) if is_whole else repr(value)
        case date():
            return value.isoformat()
        case str():
            return value
    assert_never(value)


def check_number(value: object, *, what: str) -> float:
    """Return a finite float.

    Raises:
        InvalidValue: it is not a number, or not a finite one of at most 1e15.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        said = str(value)[:40]
        raise InvalidValue(
            f'"{what}" expects a number, not {value!r}.',
            key="expects a number",
            name=what,
            said=said,
        )
    if not math.isfinite(value) or abs(value) > 1e15:
        raise InvalidValue(
            f'"{what}" expects a number between -1e15 and 1e15, not {value!r}.',
            key="expects a smaller number",
            name=what,
            said=f"{value:g}",
        )
    return float(value)


def check_label(value: object, *, what: str) -> str:
    """Return a category or label without outer blanks.

    Raises:
        InvalidValue: it is not text, empty, or too long.
    """
    clean = " ".join(visible(value).split()) if isinstance(value, str) else ""
    if not clean or len(clean) > MAX_CATEGORY:
        raise InvalidValue(
            f'"{what}" expects a word or a few, at most {MAX_CATEGORY} characters, '
            f"not {str(value)[:40]!r}.",
            key="expects a word",
            name=what,
            limit=str(MAX_CATEGORY),
            said=str(value)[:40],
        )
    return clean


def check_text(value: object, *, what: str) -> str:
    """Return a text of 1 to 4,000 characters.

    Raises:
        InvalidValue: it is not text, empty, or too long.
    """
    clean = value.strip() if isinstance(value, str) else ""
    if not clean:
        raise InvalidValue(f'"{what}" expects some text.', key="expects text", name=what)
    if len(clean) > MAX_TEXT:
        raise InvalidValue(
            f'"{what}" takes at most {MAX_TEXT:,} characters, not {len(clean):,}.',
            key="text too long",
            name=what,
            limit=f"{MAX_TEXT:,}",
            length=f"{len(clean):,}",
        )
    return clean


def pick_option(label: str, options: tuple[str, ...], *, what: str) -> str:
    """Return the option that the label names; any label where options are open.

    Raises:
        InvalidValue: there are options and it is none of them.
    """
    if not options:
        return label
    if label in options:
        return label
    for option in options:
        if name_key(option) == name_key(label):
            return option
    raise InvalidValue(
        f'"{what}" is one of {", ".join(options)}; {label!r} is not.',
        key="no such option of",
        name=what,
        options=", ".join(options),
        said=label,
    )
