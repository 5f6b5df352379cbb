"""Columns of words: category or text, and ids and links that are better left out."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from core.assistant.files.cells import Writing, fold_name
from core.assistant.files.column_names import (
    names_id,
    names_key,
    names_person,
    names_text,
    names_title,
)
from core.assistant.files.columns import (
    ALL_DIFFERENT,
    MOSTLY,
    NEARLY_ALL,
    PEEK,
    SURE,
    TOLD,
    Column,
    Habits,
    Typed,
)
from core.assistant.files.contacts import is_link
from core.assistant.files.day_texts import is_month
from core.assistant.files.missing import is_no_answer, missing_in_names
from core.assistant.files.number_names import is_point, is_rough_point, names_point
from core.assistant.files.writing_of import spellings_of
from core.domain.fields import MAX_CATEGORY, FieldKind

MAX_LEVELS: Final = 50
_TEXT_WORDS, _SHORT_TEXT_WORDS = 3.0, 4.0
"""Words: shorter ones that recur are names, of people, places, jobs."""
_FEW_WORDS, _SEVERAL = 2.5, 5
"""Words, where so many rows have each a text of its own; a full name has two."""
_CODE: Final = re.compile(r"(?=[^\s]*\d)[\w\-./#]+")
_LONGEST_LETTERS: Final = 4
"""Capitals of a code of countries, airports, shares."""
_ENDLESS: Final = 500
"""Different cells, each of which stands in less than two rows: no set of labels, but remarks."""
_RANGE: Final = re.compile(
    r"[<>≤≥]=?\s?\d+|\d{1,3}\s?([-–]\s?\d{1,3}|\+)|\d[\d.,]*\s?[~～〜∼—至]\s?\d[\d.,]*"
)
"""``18-24`` and ``65+`` are classes, which may each stand in one row."""
_PARTS: Final = 5
_DAY: Final = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T\S*)?(?: \S+)*|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
)
_STRAY, _RECUR = 0.03, 3
"""This share of other cells among words, each of which recurs so often, is a slip."""
_ANSWERS: Final = 3
"""Texts."""
_SOME: Final = 0.2
"""This share of links says that the codes beside them tell rows apart, too."""
_BESIDE_HAN: Final = re.compile(
    r"[\d\W_]+(?=[\u3040-\u30ff\u4e00-\u9fff])|(?<=[\u3040-\u30ff\u4e00-\u9fff])[\d\W_]+"
)
"""``3室2厅`` has no more words than its signs say."""
_HAN: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def missing_texts(column: Column) -> frozenset[str]:
    """Return what of a text column stands for a missing value, case folded."""
    return missing_in_names(column.counts, frozenset()) - {"?", "-"}


def names_writing(column: Column, habits: Habits) -> Writing:
    """Return how a column of categories is written."""
    missing = missing_in_names(column.counts, habits.missing)
    missing |= _strays_in(column.without(missing))
    return Writing(missing=missing, spellings=spellings_of(column.without(missing)))


def _strays_in(counts: Counter[str]) -> frozenset[str]:
    """Return the few days and links among words that recur, which are none of their sort."""
    words = {cell: n for cell, n in counts.items() if not any(map(str.isdigit, cell))}
    others = [cell for cell in counts if cell not in words]
    total = counts.total()
    recur = len(words) <= MAX_LEVELS and sum(words.values()) >= _RECUR * len(words)
    are_few = total >= SURE and sum(counts[cell] for cell in others) <= _STRAY * total
    are_stray = all(_DAY.fullmatch(cell) or is_link(cell) for cell in others)
    return frozenset(cell.casefold() for cell in others if recur and are_few and are_stray)


def _without_nothing(column: Column, missing: frozenset[str]) -> frozenset[str] | None:
    """Return what stands for no answer among free answers; None where these are no texts."""
    counts = column.without(missing)
    nothing = frozenset(cell.casefold() for cell in counts if is_no_answer(cell))
    texts = column.without(missing | nothing)
    total = texts.total()
    if not nothing or total < _ANSWERS or len(texts) < ALL_DIFFERENT * total:
        return None
    are_long = sum(map(_words, texts)) >= _TEXT_WORDS * len(texts)
    return missing | nothing if are_long else None


def type_named(column: Column, habits: Habits) -> Typed:
    """Return category or text, or an id or a link that is better left out."""
    writing = names_writing(column, habits)
    counts = column.without(writing.missing)
    cells, total = list(counts), counts.total()
    if not cells:
        return Typed(kind=FieldKind.CATEGORY, writing=writing, left_out="out empty")
    is_all_different = len(cells) >= ALL_DIFFERENT * total
    if (nothing := _without_nothing(column, writing.missing)) is not None:
        return Typed(kind=FieldKind.TEXT, writing=Writing(missing=nothing))
    if reason := _links_or_points(column, cells):
        return Typed(kind=FieldKind.TEXT, writing=writing, left_out=reason)
    if _share(cells, _RANGE.fullmatch) >= MOSTLY:
        kind = FieldKind.CATEGORY if len(cells) <= MAX_LEVELS else FieldKind.TEXT
        return Typed(kind=kind, writing=writing)
    is_code = _share(cells, _is_code) >= MOSTLY
    is_key = names_key(column.heading) and all(_words(cell) <= 1 for cell in cells[:PEEK])
    is_id = (names_id(column.heading) or is_key) and total > 2
    are_persons = names_person(column.heading)
    are_named = are_persons or names_title(column.heading)
    is_other = is_all_different and total > 2
    if (are_persons and len(cells) > _ENDLESS) or (are_named and is_other):
        return Typed(kind=FieldKind.TEXT, writing=Writing(missing=writing.missing))
    is_code_alone = is_code or _are_letter_codes(cells)
    if len(cells) >= NEARLY_ALL * total and (is_id or (is_code_alone and total >= SURE)):
        return Typed(kind=FieldKind.CATEGORY, writing=writing, left_out="out id")
    is_text = names_text(column.heading) and _are_sentences(cells)
    if is_text or _is_text(cells, total, is_all_different=is_all_different, is_code=is_code):
        return Typed(kind=FieldKind.TEXT, writing=Writing(missing=writing.missing))
    return Typed(kind=FieldKind.CATEGORY, writing=writing)


def _links_or_points(column: Column, cells: Sequence[str]) -> str:
    """Return why a column of links, or of points on the globe, is left out; else nothing."""
    links = _share(cells, is_link)
    has_links = links >= MOSTLY or (links >= _SOME and _share(cells, _is_link_or_code) >= MOSTLY)
    if has_links:
        return "out link"
    are = is_rough_point if names_point(column.heading) else is_point
    return "out point" if _share(cells, are) >= MOSTLY else ""


def _is_text(cells: Sequence[str], total: int, *, is_all_different: bool, is_code: bool) -> bool:
    peek = cells[:PEEK]
    words = sum(map(_words, peek)) / len(peek)
    if sum(len(cell) > MAX_CATEGORY for cell in peek) > 0.01 * len(peek):
        return True
    levels = len({fold_name(cell) for cell in cells})
    if levels == total >= TOLD and not is_code and not all(is_month(cell) for cell in cells):
        return True
    if is_all_different and levels >= ALL_DIFFERENT * total:
        least = _TEXT_WORDS if total >= SURE or levels == total else _SHORT_TEXT_WORDS
        least = _FEW_WORDS if levels == total >= _SEVERAL else least
        return words >= least or (total >= SURE and not is_code)
    is_endless = levels > _ENDLESS and 2 * levels > total and not (is_code and words <= 1)
    is_many = levels > max(MAX_LEVELS, total / 5)
    return is_endless or (is_many and words >= _SHORT_TEXT_WORDS)


def _are_sentences(cells: Sequence[str]) -> bool:
    """Return whether there are more different cells than labels, and of several words."""
    peek = cells[:PEEK]
    return len(cells) >= TOLD and sum(map(_words, peek)) >= _TEXT_WORDS * len(peek)


def _are_letter_codes(cells: Sequence[str]) -> bool:
    """Return whether all cells are a few capitals, as many in each: ``AFG``, ``ALB``."""
    peek = cells[:PEEK]
    is_short = len(peek[0]) <= _LONGEST_LETTERS
    return is_short and all(
        len(cell) == len(peek[0]) and cell.isascii() and cell.isalpha() and cell.isupper()
        for cell in peek
    )


def _is_code(cell: str) -> bool:
    """Return whether a cell is a code like ``A/5 21171`` or ``+1 (212) 555-0142``."""
    if _HAN.search(cell):
        return False
    if _CODE.fullmatch(cell):
        return True
    digits, letters = sum(map(str.isdigit, cell)), sum(map(str.isalpha, cell))
    return digits > letters and len(cell.split()) <= _PARTS


def _is_link_or_code(cell: str) -> bool:
    return is_link(cell) or _is_code(cell)


def _words(cell: str) -> float:
    """Return about how many words a text has; two Han signs are one."""
    han = len(_HAN.findall(cell))
    rest = _HAN.sub(" ", _BESIDE_HAN.sub("", cell) if han else cell)
    return len(rest.split()) + han / 2


def _share(cells: Sequence[str], fits: Callable[[str], object]) -> float:
    peek = cells[:PEEK]
    return sum(bool(fits(cell)) for cell in peek) / len(peek)
