"""What a member says of a file's columns: ``kinds:"zip: category; area: number m²; id: out"``."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.assistant.files.cells import fold_name
from core.assistant.files.heading_units import split_unit
from core.assistant.nearest import with_nearest
from core.assistant.reading.field_lines import KIND_WORDS
from core.assistant.wording import say
from core.domain.fields import FieldKind
from core.errors import InvalidValue

_IN_BRACKETS: Final = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]$")
_OUT: Final = frozenset({"out", "left out", "leave out", "skip", "none", "不要", "忽略", "不读"})
CHOICES: Final = {
    "number": "kind number",
    "category": "kind category",
    "text": "kind text",
    "yes/no": "kind yes/no",
    "date": "kind date",
    "out": "kind out",
}
"""What is offered on buttons, and how it is called there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The kind that a member chose for a column."""

    kind: FieldKind | None
    """None leaves it out."""
    unit: str | None = None


def find_column(name: str, columns: Sequence[str], *, locale: str) -> str:
    """Return the column of this name, whatever its case.

    Raises:
        InvalidValue: there is none.
    """
    for column in columns:
        if column and fold_name(column) == fold_name(name):
            return column
    names = ", ".join(column for column in columns[:20] if column)
    sentence = say("no such column", locale=locale, name=name[:60], columns=names[:600])
    same = [one for one in columns if fold_name(name) in map(fold_name, _without_unit(one))]
    raise InvalidValue(
        with_nearest(sentence, *((same[0], same) if same else (name, columns)), locale=locale)
    )


def _without_unit(column: str) -> tuple[str, str]:
    """Return a heading without its unit, and without all that stands in brackets behind it."""
    return split_unit(column)[0], _IN_BRACKETS.sub("", column)


def parse_kinds(text: str, columns: Sequence[str], *, locale: str) -> Mapping[str, Chosen]:
    """Return the kinds that a text like ``zip: category; id: out`` chooses, by column.

    Raises:
        InvalidValue: it names no such column or kind.
    """
    chosen: dict[str, Chosen] = {}
    for part in text.replace("；", ";").replace("\n", ";").split(";"):
        if not part.strip():
            continue
        name, colon, kind = part.replace("：", ":").rpartition(":")
        if not colon:
            raise InvalidValue(say("which column kind", locale=locale, said=part.strip()[:60]))
        chosen[find_column(name.strip(), columns, locale=locale)] = _kind(kind, locale)
    return chosen


def _kind(said: str, locale: str) -> Chosen:
    word = " ".join(said.casefold().split())
    if word in _OUT:
        return Chosen(kind=None)
    first, _, unit = " ".join(said.split()).partition(" ")
    kind = KIND_WORDS.get(first.casefold())
    if kind is None or (unit and kind is not FieldKind.NUMBER):
        raise InvalidValue(say("which column kind", locale=locale, said=said.strip()[:60]))
    return Chosen(kind=kind, unit=unit or None)
