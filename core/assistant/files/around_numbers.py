"""What stands around the digits of a column: ranges, codes, lost letters, words before amounts."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from core.assistant.files.columns import MOSTLY, SURE
from core.assistant.files.heading_units import (
    is_known_unit,
    is_usual_unit,
    may_be_share,
    split_unit,
)
from core.assistant.files.missing import least_recurring
from core.assistant.files.named_columns import MAX_LEVELS
from core.assistant.files.number_texts import exactly, head_of, is_bare_number, magnitude_of
from core.assistant.word_sets import word_set

_RANGE: Final = re.compile(
    r"[<>≤≥±].*"
    r"|.*\d\s?(?:以上|以下|及以上|及以下|以内|未満|未满|et plus|et moins|o más|ou mais|oder mehr"
    r"|(?:and|or) (?:over|above|older|more|under|below|less))"
    r"|\d[\d.,]*\s?\S{0,3}\s?[~～〜至]\s?\d[\d.,]*\s?\S{0,3}",
    re.IGNORECASE,
)
"""``<=50K``, 18～20, 27以上: classes of amounts."""
_LOST: Final = re.compile(r"[?？\ufffd]\s?[\d?？\ufffd]")
"""What programs write for letters that they cannot: ``?? 2?``; ``5?`` is a doubt."""
_CODE: Final = re.compile(r"\d{1,3}([A-Z]{2,5})")
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_COUNTED: Final = re.compile(r"\d[\d.,]*\s?([a-z]+)")
_SHARE: Final = re.compile(r"0?[.,]\d+|[01]([.,]0*)?|\d(\.\d+)?e-\d+", re.IGNORECASE)
_IS_PART: Final = re.compile(r"[.,]0*[1-9]|e-", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"\d{1,3}\s?(?:st|nd|rd|th|er?|è?me|ère|[ºª°.])[\s\-]+[^\W\d_]{2,}.*", re.IGNORECASE
)
"""``16e Arrondissement``, ``5th Ward``: the number is a part of a name."""
_FRAMED: Final = re.compile(
    r"(?P<head>[^\d$€£¥₹.,+\-−]{0,30})[+\-−]?(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,4})?"
    r"(?P<tail>\s?(?!(?:st|nd|rd|th|er|e|º|ª)(?![^\W\d_]))[^\W\d_][^\d.,]{0,30})"
)
_ONE_OF_A_ROW: Final = re.compile(
    r"第|(?<![^\W\d_])(no|nr|num|number|room|gate|class|grade|level|lot|unit|row|seat|week|day|group"
    r"|team|part|lap|round|stage|phase|zone|route|line|highway|apt|flat|floor|tier|type|size)\.?$",
    re.IGNORECASE,
)
_STEP_UP: Final = re.compile(r"\d{1,3}\s?\+")
_STEP_DOWN: Final = re.compile(r"\d{1,3}\s?[-−–]")
_SECTION: Final = re.compile(r"(\d{1,3})\.(\d{1,3})")
_SIZES: Final = word_set("xs s m l xl xxl xxxl")
_RECUR: Final = 3
"""How often each cell of a set of labels occurs on average."""
_PAID: Final = re.compile(r"[$€£¥₹]\s?\d[\d.,]*(?P<tail>|\s+[^\d$€£¥₹]{1,30})")
_SCALE: Final = re.compile(
    r"/|(?<![^\W\d_])(?:per|pro|par|por|je|each|every|an?|p\.?\s?[wma]\.?|pcm|pppn|pp|[a-z]*ly|k(?!\.)|lakhs?"
    r"|crores?|l|cr|thousand|million|mo|month|week|day|night|hour|year|monat|woche|tag|nacht|mes|mois"
    r"|mese)s?\.?(?![^\W\d_])",
    re.IGNORECASE,
)
_MEASURED: Final = re.compile(r"(?P<sign>[$€£¥₹])?\s?\d[\d.,]*\s?[KMk]?(?P<unit>[^\d]{0,12})")


def has_ranges(counts: Counter[str]) -> bool:
    """Return whether classes of amounts recur among few different cells: ``1``, ``>4``, 27以上."""
    classes = sum(n for cell, n in counts.items() if _RANGE.fullmatch(cell.strip()))
    return classes >= least_recurring(counts) and len(counts) <= MAX_LEVELS


def are_numbered_names(counts: Counter[str]) -> bool:
    """Return whether most cells are names that begin with their number: ``5th Ward``."""
    named = sum(n for cell, n in counts.items() if _NUMBERED.fullmatch(cell.strip()))
    return named >= MOSTLY * counts.total()


def are_grades(counts: Counter[str]) -> bool:
    """Return whether a plus or minus after a number is a step of its own: ``6``, ``6+``, ``7-``.

    It is where numbers stand both bare and with a plus, or with a plus and with a minus, or where
    a bare number is above one with a plus. ``3+`` alone at the end is "3 or more".
    """
    more = {cell.removesuffix("+").strip() for cell in counts if _STEP_UP.fullmatch(cell)}
    has_less = any(_STEP_DOWN.fullmatch(cell) for cell in counts)
    bare = [int(cell) for cell in counts if cell.isascii() and cell.isdigit()]
    is_passed = len(more) > 1 and any(number > min(map(int, more)) for number in bare)
    is_short = len(counts) <= MAX_LEVELS
    return is_short and (len(more & counts.keys()) > 1 or is_passed or bool(more and has_less))


def number_sections(cells: Sequence[str]) -> bool:
    """Return whether cells in their order count on behind a point: ``1.8``, ``1.9``, ``1.10``."""
    found = [_SECTION.fullmatch(cell.strip()) for cell in cells]
    parts = [(one[1], int(one[2]), one[2]) for one in found if one]
    steps = [
        later[2]
        for before, later in pairwise(parts)
        if later[0] == before[0] and later[1] == before[1] + 1
    ]
    return len(parts) == len(cells) and "10" in steps and "9" in steps


def are_shares(heading: str, counts: Counter[str]) -> bool:
    """Return whether plain numbers under a word for percent are shares of one: 0.45 is no 0.45 %.

    None of them is beyond one or below zero, as changes are, and some are fractions.
    """
    if split_unit(heading)[1] != "%" or not may_be_share(heading):
        return False
    are_all = all(_SHARE.fullmatch(cell.strip()) for cell in counts)
    return are_all and any(_IS_PART.search(cell) for cell in counts)


def has_lost_letters(counts: Counter[str]) -> bool:
    """Return whether digits stand in words of which only question marks are left: ``?? 2?``."""
    lost = sum(n for cell, n in counts.items() if _LOST.search(cell))
    return lost >= least_recurring(counts)


def has_sizes(counts: Counter[str]) -> bool:
    """Return whether letters for sizes of clothes stand among the cells: no numbers are missing."""
    return sum(cell.casefold() in _SIZES for cell in counts) > 1


def are_counted_codes(counts: Counter[str], unit: str | None) -> bool:
    """Return whether few numbers that recur stand before a word that is no unit: ``2LDK``.

    Where each holds one word in small letters and nothing else, it is what is counted: ``3 beds``.
    """
    if unit is None or not _LETTERS.fullmatch(unit):
        return False
    if is_known_unit(unit) or is_usual_unit(unit) or all(map(is_bare_number, counts)):
        return False
    if all(_CODE.fullmatch(cell.strip()) for cell in counts):
        return len(counts) <= MAX_LEVELS
    is_set = len(counts) <= MAX_LEVELS and counts.total() >= max(SURE, _RECUR * len(counts))
    found = [_COUNTED.fullmatch(cell.strip()) for cell in counts]
    counted = {one[1].removesuffix("s") for one in found if one}
    return is_set and not (all(found) and len(counted) == 1)


def heads_of(counts: Counter[str]) -> frozenset[str]:
    """Return the words that stand before amounts with a unit: ``Guide Price`` before ``£500``.

    They stand before most, and each of them recurs: 单价 of 单价500元/平米.
    """
    heads: Counter[str] = Counter()
    for cell, count in counts.items():
        head = head_of(cell)
        if _is_measured(cell.removeprefix(head).strip()):
            heads[head] += count
    bare = heads.pop("", 0)
    least = least_recurring(counts)
    kept = {head: n for head, n in heads.items() if n >= least}
    headed = sum(kept.values())
    is_throughout = headed > bare and headed + bare >= MOSTLY * counts.total()
    return frozenset(kept if is_throughout else ())


def tails_of(counts: Counter[str]) -> tuple[str, ...]:
    """Return the words that stand behind some amounts of money, the longest first: ``+ tax``.

    Most cells are such amounts, and each of the words recurs. What an amount is paid for, a
    week or a month, and thousands make amounts of several scales.
    """
    tails: Counter[str] = Counter()
    for cell, count in counts.items():
        if found := _PAID.fullmatch(cell.strip()):
            tails[found["tail"]] += count
    least = least_recurring(counts)
    kept = [tail for tail, n in tails.items() if tail and n >= least]
    are_most = tails.total() >= MOSTLY * counts.total()
    are_scales = any(_SCALE.search(tail) or magnitude_of(tail.strip()) for tail in tails)
    return tuple(sorted(kept, key=len, reverse=True)) if are_most and not are_scales else ()


def frame_of(counts: Counter[str]) -> tuple[frozenset[str], tuple[str, ...]] | None:
    """Return the words before and behind the one number of most cells: 共 and 次带看 of 共5次带看.

    The same words stand before each, and behind it words that begin alike, ``bag`` or ``bags``.
    A number that is said to be one of a row, 第3组, is no amount; nor is ``6 String``.
    """
    heads: Counter[str] = Counter()
    tails: Counter[str] = Counter()
    for cell, count in counts.items():
        if found := _FRAMED.fullmatch(exactly(cell)):
            heads[found["head"].strip()] += count
            tails[found["tail"]] += count
    if len(heads) != 1 or heads.total() < MOSTLY * counts.total():
        return None
    head, words = heads.popitem()[0], {tail: tail.split() for tail in tails}
    begin = {own[0].casefold().removesuffix("s") for own in words.values()}
    rests = sorted((_behind_unit(tail) for tail in tails), key=len, reverse=True)
    is_framed = bool(head) or all(len(own) > 1 for own in words.values()) or len(tails) > 1
    is_framed |= 0 < len(rests[0]) < len(next(iter(tails)))
    if not is_framed or len(begin) > 1 or _ONE_OF_A_ROW.search(head):
        return None
    return frozenset([head] if head else []), tuple(filter(None, rests))


def _behind_unit(tail: str) -> str:
    """Return what stands behind the unit that words begin with, all of them where there is none."""
    first = tail.split(maxsplit=1)[0]
    ends = [len(first)] if first.isascii() else range(len(first), 0, -1)
    end = next((at for at in ends if is_known_unit(first[:at]) or is_usual_unit(first[:at])), 0)
    return tail.lstrip()[end:].rstrip() if end else tail


def _is_measured(text: str) -> bool:
    """Return whether a text is one amount of money, or with a unit: not ``Brick 2``."""
    found = _MEASURED.fullmatch(text)
    if found is None:
        return False
    unit = found["unit"].strip()
    return bool(found["sign"]) or bool(unit and (is_known_unit(unit) or is_usual_unit(unit)))
