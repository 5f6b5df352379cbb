"""The Chinese words that make an amount relative: 多住两天, 面积大10平, 早一个小时, 翻倍."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.assistant.reading.han_numbers import HAN_DIGITS

_LONGEST: Final = 12
"""Characters of what makes an amount relative."""
_DIGITS: Final = "".join(HAN_DIGITS)
_NUMERALS: Final = f"{_DIGITS}十百千半"
_NUMBER: Final = rf"(?=\s?[0-9{_NUMERALS}])"
_BEFORE: Final = "差最至不约许很若大更众几附将接临靠就邻太过较"
"""Characters that make another word of the next: 差不多, 最少, 附近."""
_NOUNS: Final = "云雨雾风雪层人肉种样数年儿女量次个位少功媒边级伴"
"""What makes nouns of 多 and 少: 多云25度, 少年3人."""
_VERB: Final = rf"[^\W\d_a-z{_NUMERALS}的{_NOUNS}]"
_LEAD: Final = re.compile(
    rf"(?<![{_BEFORE}])(?:再|又|还|额外|另外)*"
    rf"(?:(?P<more>多|加|增加|添)|(?P<less>少|减少|减))(?P<done>[了掉]?)(?P<verb>{_VERB}{{0,2}}){_NUMBER}"
    rf"|(?<![{_BEFORE}])(?:再|要)?(?:(?P<big>[大高长重远宽厚深])|(?P<small>[小低短轻近窄薄浅矮]))"
    rf"(?P<grown>了?){_NUMBER}"
    rf"|(?<![{_BEFORE}])(?:再)?(?:(?P<late>晚|推迟|延后|迟)|(?P<early>提前|提早|早))"
    rf"(?P<moved>了?){_VERB}{{0,2}}{_NUMBER}"
    rf"|(?<![{_BEFORE}])再(?P<again>{_VERB}{{1,2}}){_NUMBER}"
)
_ONLY_LEADS: Final = re.compile(r"[\s那要是如果假设的话]*+")
"""What may stand before a sequence begins: 那再加两个人, not 先放水再加5克盐."""
_AMBIGUOUS: Final = frozenset("高长重远宽厚深")
"""Adjectives that name what they measure as well: 高3米 is a height."""
_TIMES: Final = re.compile(
    r"(?P<double>翻了?一?[倍番]|加倍|(?:再)?[多大长高重远增涨][加了]*一倍)"
    rf"|(?:再)?[多大长高重远增涨][加了]*(?P<by>[{_DIGITS}0-9])倍"
    r"|(?P<half>减半|砍半|(?:再)?[少减小短低轻近缩降砍][少短低了掉]*一半|一半)的?"
    rf"|(?P<times>[{_DIGITS}0-9])倍的?"
    r"|(?:再)?(?P<up>[多大长高重远增涨])[加了]*(?P<part>[0-9]{1,3}(?:\.[0-9]{1,2})?)\s?%"
    r"|(?:再)?(?P<down>[少减小短低轻近缩降])[少短低了]*(?P<cut>[0-9]{1,3}(?:\.[0-9]{1,2})?)\s?%"
)
_COUNTED: Final = re.compile(r"[\d一二两兩三四五六七八九十百千半][^\W\d]{0,3}$")
_LONGEST_COUNTED: Final = 8
_ADDED: Final = frozenset("加添")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What stands before an amount that is relative to another."""

    words: str
    end: int
    """Where the amount begins in the text."""
    is_less: bool
    is_shift: bool = False
    needs_unit: bool = False
    is_sure: bool = True
    """Whether what follows is no value even where nothing is known before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How many times as much as before."""

    factor: float
    end: int


def lead_before(text: str, start: int, *, is_named: bool = False) -> Lead | None:
    """Return the words there that make the amount behind them relative; None for others.

    Args:
        text: the sentence.
        start: where the words begin.
        is_named: whether the name of a field leads to them: 人数加2.
    """
    found = _LEAD.match(text, start, start + _LONGEST)
    if found is None:
        return None
    is_less = bool(found["less"] or found["small"] or found["early"])
    is_adjective = bool(found["big"] or found["small"])
    is_first = _ONLY_LEADS.fullmatch(text[:start]) is not None
    is_sequence = bool(found["again"]) or found["more"] in ("加", "添")
    is_ambiguous = found["big"] in _AMBIGUOUS if found["big"] else is_sequence and not is_first
    is_again = found[0].startswith("再")
    return Lead(
        words=found[0],
        end=found.end(),
        is_less=is_less,
        is_shift=bool(found["late"] or found["early"]),
        needs_unit=is_adjective and not (is_named and is_again),
        is_sure=not is_ambiguous or (is_named and (is_sequence or is_again)),
    )


def factor_at(text: str, start: int) -> Times | None:
    """Return how many times as much words there say: 翻倍, 少一半, 多20%; None for others."""
    found = _TIMES.match(text, start, start + _LONGEST)
    if found is None:
        return None
    if found["double"]:
        factor = 2.0
    elif found["half"]:
        factor = 0.5
    elif found["by"] or found["times"]:
        digit = found["by"] or found["times"]
        number = float(digit) if digit.isascii() else float(HAN_DIGITS[digit])
        factor = number + 1 if found["by"] else number
    else:
        part = float(found["part"] or found["cut"]) / 100
        factor = 1 + part if found["part"] else 1 - part
    return Times(factor=factor, end=found.end())


def is_next_in_turn(lead: Lead, before: str, behind: str, names: Sequence[str]) -> bool:
    """Return whether amounts with their names stand on both sides: 5斤糯米加2斤肉."""
    if _ADDED.isdisjoint(lead.words):
        return False
    led = next((name for name in names if before.endswith(name)), "")
    counted = before.removesuffix(led)[-_LONGEST_COUNTED:]
    return bool(led and _COUNTED.search(counted)) and any(behind.startswith(n) for n in names)
