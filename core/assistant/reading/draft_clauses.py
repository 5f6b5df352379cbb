"""The clauses of a first lesson: most are one field, some hold a place or a year beside another."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from core.assistant.reading.dates import begins_with_day
from core.assistant.reading.draft_parts import Part, part_of
from core.assistant.reading.draft_units import OF_NEW
from core.assistant.reading.draft_words import COUNTED, MONTHS
from core.assistant.reading.tokens import TokenKind, tokenise
from core.assistant.reading.units import unit_at
from core.assistant.word_sets import word_set
from core.domain.fields import FieldKind

_MARKS: Final = frozenset(":：=＝")
_MODEL: Final = re.compile(r"(?P<name>[A-Z][a-z]+(?<!s)) \d{1,3}")
"""A name with a capital and a small number."""
_QUANTITIES: Final = word_set(
    "age size area year level floor price distance weight height length width depth wind rain "
    "temperature temp speed score grade class day week month hour minute number count volume power "
    "lap line room bed bath dose crew passenger pot table step storey story stage set round "
    "game page chapter term session shift trip stop lane zone seat guest visitor person people "
    "adult kid child player team group batch pack box item piece unit part layer cup glass bottle "
    "door window sunday monday tuesday wednesday thursday friday saturday"
)
"""What a number alone is of."""
_PLACES: Final = {"in": "place", "at": "place", "near": "place", "from": "origin"} | {
    "to": "destination"
}
"""What leads to the name of a place, and what its field is called."""
_TO_A_PLACE: Final = re.compile(
    rf"(?P<lead>\S.*?)\s+(?P<how>{'|'.join(_PLACES)})\s+"
    r"(?P<place>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2})(?:\s+(?P<rest>\S.*))?"
)
_SEASONS: Final = frozenset(["spring", "summer", "autumn", "fall", "winter", "easter", "christmas"])
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
    if dated and not _is_counted(dated["what"]):
        year = Part(name="", kind=FieldKind.NUMBER, value=float(dated["year"]))
        return [year, Part(name="", kind=FieldKind.CATEGORY, value=dated["what"].strip())]
    found = _TO_A_PLACE.fullmatch(clause.strip())
    is_apart = found is not None and bool(found["rest"] or found["lead"][0].isdigit())
    if found is None or not is_apart or _is_time(found["place"]):
        return _apart(part_of(clause, today), clause)
    kind, default = FieldKind.CATEGORY, _PLACES[found["how"]]
    place = Part(name="", kind=kind, value=found["place"], default=default)
    rest = [part_of(found["rest"], today)] if found["rest"] else []
    return [part_of(found["lead"], today), place, *rest]


def as_model(parts: list[Part], clause: str) -> list[Part]:
    """Return a name with a number behind it as one thing: ``Ender 3``, but not ``Rooms 3``.

    Only where no other clause has a name, so that nothing tells how names are written.
    """
    found = _MODEL.fullmatch(clause.strip())
    is_number = len(parts) == 1 and parts[0].kind is FieldKind.NUMBER and parts[0].unit is None
    if found is None or not is_number or found["name"].casefold() in _QUANTITIES:
        return parts
    return [Part(name="", kind=FieldKind.CATEGORY, value=clause.strip())]


def _apart(part: Part, clause: str) -> list[Part]:
    """Return an amount and the thing behind it as two parts: ``120 g PETG``."""
    is_thing = part.kind is FieldKind.NUMBER and part.unit is not None and part.name[:1].isupper()
    if not is_thing or not clause.strip().endswith(part.name) or not clause.strip()[0].isdigit():
        return [part]
    return [replace(part, name=""), Part(name="", kind=FieldKind.CATEGORY, value=part.name)]


def _is_counted(what: str) -> bool:
    """Return whether figures before these words count them, or measure in them: 2000 kg."""
    tokens = tokenise(what)
    is_unit = unit_at(tokens, 0, own=OF_NEW) is not None
    return is_unit or what.endswith("s") or what.casefold() in COUNTED


def _is_time(words: str) -> bool:
    """Return whether words name a day, a month or a season rather than a place."""
    return begins_with_day(words) or tokenise(words)[0].text in MONTHS | _SEASONS
