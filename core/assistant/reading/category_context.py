"""What stands around a known category and makes another one of it, or denies it."""

import re
from collections.abc import Iterable

from core.assistant.reading.categories import Category, Vocabulary
from core.assistant.reading.marks import Marks
from core.assistant.reading.measures import UNITS
from core.assistant.reading.names import Named
from core.assistant.reading.negation import denies_at, is_negated
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import HALVES_OF_DAY, NO, STOP_WORDS, YES
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.reading.units import unit_at

NONE = frozenset(["none", "no", "nothing", "无", "没有"])
"""Categories that say that there is none: ``no cover`` is ``cover: none``."""
_NO_OF_ANY = frozenset(["no", "without", "无", "没"])
_AFTER_DENIAL = frozenset(
    {*"'t是在一个要下有很会", "a", "an", "the", "in", "on", "at", "from", "with", "really"}
)
"""What may stand between a denial and what it denies; ``isn't`` is three tokens."""
_HAN_DENIALS = re.compile("[不没别][是在要去选算含带有用买吃]|非[要得]")
"""How a Chinese text begins that says what is not so, rather than a name."""
_SHORTEST_NAME = 2
"""Characters of a Chinese name."""
_OR = frozenset(["or", "或", "或者", "还是"])
_BEFORE_ONE_HAN = frozenset("天下很有是去在要会也又挺太真")
_AFTER_ONE_HAN = frozenset("天的了吗呢吧话")
"""Chinese characters beside a category of one that make no other word of it: 下雨, 晴天的话."""
_BIG = "大"
"""What stands before 晴天 and says no more; 大雨 is another than 雨."""
_TURNING = "转"
_LONGEST_UNIT = 3
"""Characters of a unit."""
_OF_WEATHER = frozenset("下天")
"""Those that belong to the category: 下雨, 天晴 and 雨天 say no more than 雨 and 晴."""
_DEGREES = frozenset(
    ("low", "high", "little", "light", "strong", "heavy", "weak", "small", "big", "large", "slight")
)
"""Categories that are adjectives of the next field's name as well."""
_WEAKENING = frozenset(
    (
        *("almost", "nearly", "hardly", "barely", "semi", "half", "formerly"),
        *("特", "超", "半", "准", "近", "类", "几乎", "不太", "接近", "以前", "原来"),
    )
)
"""What makes another category of the words behind it."""


def is_joined(sheet: Sheet, at: int) -> bool:
    """Return whether a hyphen there joins two words: ``non-smoker``."""
    is_hyphen = 0 < at < len(sheet.tokens) - 1 and sheet.word(at) in {"-", "_"}
    is_glue = is_hyphen and is_glued(sheet.tokens, at) and is_glued(sheet.tokens, at + 1)
    return is_glue and sheet.tokens[at - 1].has_content and sheet.tokens[at + 1].has_content


def is_choice(sheet: Sheet, vocabulary: Vocabulary, stop: int) -> bool:
    """Return whether something unknown may be meant as well: ``Trek or Cube``."""
    is_or = sheet.word(stop) in _OR and sheet.is_free(stop)
    goes_on = is_or and sheet.is_free(stop + 1) and sheet.tokens[stop + 1].has_content
    return goes_on and not vocabulary.phrases.matches_at(sheet.tokens, stop + 1)


def is_second_choice(sheet: Sheet, vocabulary: Vocabulary, first: int) -> bool:
    """Return whether something unknown may be meant as well: ``leeks or carrots``."""
    is_or = first > 1 and sheet.word(first - 1) in _OR and sheet.is_free(first - 1)
    before = sheet.tokens[first - 2] if is_or and sheet.is_free(first - 2) else None
    is_word = before is not None and before.has_content and before.text not in STOP_WORDS
    return is_word and not vocabulary.phrases.matches_at(sheet.tokens, first - 2)


def is_denied(sheet: Sheet, first: int) -> bool:
    """Return whether the words right before deny what begins there: ``not linux``, 不是北京."""
    at = first
    while at > 0 and sheet.word(at - 1) in _AFTER_DENIAL:
        at -= 1
    return is_negated(sheet.tokens[max(0, at - 1) : first]) or _is_weakened(sheet, first)


def is_denied_value(sheet: Sheet, slot: Slot, first: int, stop: int) -> bool:
    """Return whether what stands behind a field's name says what it is not: 营地 不是莫干山.

    A Chinese name may begin with such a character: 无锡, 莫干山. It denies before a known one.
    """
    tokens = sheet.tokens[first:stop]
    if not is_negated(tokens):
        return False
    text = sheet.text(first, stop)
    is_name = tokens[0].kind is TokenKind.HAN and text.isalpha() and not text.isascii()
    if not is_name or len(text) < _SHORTEST_NAME or _HAN_DENIALS.match(text):
        return True
    return text[1:] in slot.seen or not denies_at([text[0]], 0)


def _is_weakened(sheet: Sheet, first: int) -> bool:
    """Return whether a word before makes it less or more than that: ``almost new``, 特大杯."""
    if sheet.word(first - 1) in _WEAKENING and sheet.is_free(first - 1):
        return True
    is_han = first > 1 and sheet.tokens[first - 1].kind is TokenKind.HAN
    return is_han and f"{sheet.word(first - 2)}{sheet.word(first - 1)}" in _WEAKENING


def _is_one_han_word(sheet: Sheet, marks: Marks, at: int) -> bool:
    """Return whether a single Chinese character is a word there, and no part of a longer one."""
    if sheet.tokens[at].kind is not TokenKind.HAN:
        return False
    first, _ = with_weather_words(sheet, at, at + 1)
    is_apart = not _joins_han(sheet, first - 1, first) or _ends_amount(sheet, first)
    is_apart = is_apart or sheet.word(first - 1) in _BEFORE_ONE_HAN
    ends = not _joins_han(sheet, at + 1, at + 1) or sheet.word(at + 1) in _AFTER_ONE_HAN
    return is_apart and (ends or marks.begins_at(at + 1))


def with_weather_words(sheet: Sheet, first: int, stop: int) -> tuple[int, int]:
    """Return where a category of one Chinese character stands with what belongs to it: 下雨."""
    if stop - first > 1 or sheet.tokens[first].kind is not TokenKind.HAN:
        return first, stop
    ends = _joins_han(sheet, stop, stop) and sheet.word(stop) in _OF_WEATHER
    before = _OF_WEATHER | {_BIG} if ends and sheet.word(stop) == "天" else _OF_WEATHER
    leads = _joins_han(sheet, first - 1, first) and sheet.word(first - 1) in before
    return first - leads, stop + ends


def _ends_amount(sheet: Sheet, at: int) -> bool:
    """Return whether the unit of a number ends right before that place: 31度晴."""
    for first in range(max(1, at - _LONGEST_UNIT), at):
        if sheet.tokens[first - 1].kind is TokenKind.NUMBER:
            unit = unit_at(sheet.tokens, first, own=sheet.own)
            if unit is not None and unit[1] == at:
                return True
    return False


def is_turning(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether a category is one of two that follow each other: 晴转多云."""
    return any(
        sheet.word(at) == _TURNING and _joins_han(sheet, at, glue)
        for at, glue in ((first - 1, first), (stop, stop))
    )


def _joins_han(sheet: Sheet, beside: int, glue: int) -> bool:
    """Return whether an unread Chinese character stands there, with no blank at the glue."""
    is_there = 0 <= beside < len(sheet.tokens) and sheet.is_free(beside)
    return is_there and sheet.tokens[beside].kind is TokenKind.HAN and is_glued(sheet.tokens, glue)


def can_be_category(
    sheet: Sheet, marks: Marks, entries: Iterable[Category], first: int, stop: int
) -> bool:
    """Return whether the words mean a category even where no name leads to them."""
    tokens = sheet.tokens[first:stop]
    if all(token.kind is TokenKind.NUMBER for token in tokens):
        return False
    if len(tokens) > 1:
        return True
    word = tokens[0].text
    next_slot = marks.slot_at(stop) if word in _DEGREES else None
    if next_slot is not None and all(entry.slot is not next_slot for entry in entries):
        return False  # "low wind" where a tide may be low
    if any(entry.value == sheet.text(first, stop) and entry.value.isupper() for entry in entries):
        is_unit = _may_be_unit(word) and _is_beside_number(sheet, first)
        return not is_unit  # a size "M" is no "m"
    is_common = word in STOP_WORDS or word in YES or word in NO
    is_word = len(word) > 1 or sheet.is_clause(first, stop) or _is_one_han_word(sheet, marks, first)
    return not is_common and is_word


def _is_beside_number(sheet: Sheet, at: int) -> bool:
    beside = [sheet.tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(sheet.tokens)]
    return any(token.kind is TokenKind.NUMBER or token.text == "'" for token in beside)


def _may_be_unit(word: str) -> bool:
    """Return whether a category in capitals may be a unit beside a number: M, GB, PM."""
    return len(word) == 1 or word in UNITS or word in HALVES_OF_DAY


def begins_han(sheet: Sheet, at: int) -> bool:
    """Return whether a Chinese word begins there behind a blank: 商圈 在水一方."""
    is_han = sheet.tokens[at].kind is TokenKind.HAN
    return is_han and is_glued(sheet.tokens, at + 1) and not is_glued(sheet.tokens, at)


def is_in_known(sheet: Sheet, vocabulary: Vocabulary, named: Named) -> bool:
    """Return whether a name is the end of a known category: 无风 of the field 风."""
    begin = named.first - 1
    matches = vocabulary.phrases.matches_at(sheet.tokens, begin) if begin >= 0 else []
    return any(stop >= named.stop for _, stop in matches)


def is_right_behind_no(sheet: Sheet, first: int) -> bool:
    """Return whether a word right before denies the name that begins there: ``no cover``."""
    return first > 0 and sheet.is_free(first - 1) and sheet.word(first - 1) in _NO_OF_ANY
