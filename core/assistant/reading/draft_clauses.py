"""The clauses of a first lesson: most are one field, some hold a place or a year beside another."""

import re
from datetime import date
from typing import Final

from core.assistant.reading.draft_parts import Part, part_of
from core.assistant.reading.draft_words import COUNTED
from core.assistant.reading.tokens import TokenKind, tokenise
from core.domain.fields import FieldKind

_MARKS: Final = frozenset(":：=＝")
_PLACES: Final = {"in": "place", "at": "place", "near": "place", "from": "origin"} | {
    "to": "destination"
}
"""What leads to the name of a place, and what its field is called."""
_TO_A_PLACE: Final = re.compile(
    rf"(?P<lead>\S.*?)\s+(?P<how>{'|'.join(_PLACES)})\s+"
    r"(?P<place>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2})(?:\s+(?P<rest>\S.*))?"
)
_OF_A_YEAR: Final = re.compile(r"(?P<year>19[5-9]\d|20[0-3]\d)\s+(?P<what>[A-Za-z][\w' -]{1,40})")
"""A year and a thing: ``2015 golf``; 2015 visitors are counted."""


def clauses_of(text: str, today: date | None) -> list[str]:
    """Return what stands between commas; a text that was named goes on over them."""
    spans: list[tuple[int, int]] = []
    start, is_in_text = 0, False
    breaks = [(t.start, t.end) for t in tokenise(text) if t.kind is TokenKind.BREAK]
    for stop, after in [*breaks, (len(text), len(text))]:
        clause = text[start:stop]
        is_named = not _MARKS.isdisjoint(clause)
        if is_in_text and not is_named and len(clause.split()) > 1:
            spans[-1] = (spans[-1][0], stop)
        elif clause.strip():
            spans.append((start, stop))
            is_in_text = is_named and part_of(clause, today).kind is FieldKind.TEXT
        start = after
    return [text[first:last] for first, last in spans]


def parts_of(clause: str, today: date | None) -> list[Part]:
    """Return the fields and values that a clause shows, one but for a place or a year beside it.

    Args:
        clause: such as ``2 rooms in Kreuzberg``, ``DHL to Spain 2 kg`` or ``2015 golf``.
        today: from which a day without a year is told; if None, it is none.
    """
    dated = _OF_A_YEAR.fullmatch(clause.strip())
    if dated and not (dated["what"].endswith("s") or dated["what"].casefold() in COUNTED):
        year = Part(name="", kind=FieldKind.NUMBER, value=float(dated["year"]))
        return [year, Part(name="", kind=FieldKind.CATEGORY, value=dated["what"].strip())]
    found = _TO_A_PLACE.fullmatch(clause.strip())
    if found is None or not (found["rest"] or found["lead"][0].isdigit()):
        return [part_of(clause, today)]
    place = Part(name=_PLACES[found["how"]], kind=FieldKind.CATEGORY, value=found["place"])
    rest = [part_of(found["rest"], today)] if found["rest"] else []
    return [part_of(found["lead"], today), place, *rest]
