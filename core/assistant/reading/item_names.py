"""Known items in a sentence, and what stands beside one that makes another name of it."""

from collections.abc import Iterable

from core.assistant.reading.categories import Category, Vocabulary
from core.assistant.reading.category_context import is_denied
from core.assistant.reading.han_numbers import HAN_DIGITS
from core.assistant.reading.marks import Marks
from core.assistant.reading.records import Doubt
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.reading.units import unit_at
from core.assistant.word_sets import word_set
from core.domain.fields import FieldKind

_LONGEST_SEQUEL = 2
"""Digits: Rocky 4, not Alien 1979."""
_SEQUELS = word_set("part vol volume chapter episode season book ii iii iv vi vii viii ix")
"""What begins the rest of a longer name, before a numeral."""
_SEQUEL_NUMBERS = word_set("one two three four five six seven eight nine ten ii iii iv v vi vii")
_AROUND_HAN_ITEM = frozenset("看过了的给对把问觉得说部怎好评值打吗呢如多几我你要会能是为")
"""Chinese characters beside the name of an item that do not make another name of it."""
_BEFORE_HAN_ITEM = frozenset("去到来想爱欢在钓玩吃喝住个")
"""Verbs of which an item is the object: 去黑坑, 我喜欢黑坑; not 离黑坑 (far from it)."""
_ADVERBS = frozenset("又也还都就很太真挺最现今明昨不没有")
_OF_PLACES = frozenset("十第新旧老东西南北上下前后")
"""What begins a longer name, beside numerals: 二期, 南区."""
_ASKING = frozenset("吗呢吧么咋怎啥哪谁几")
_AND = frozenset("和跟与或及")
"""What joins two items."""
_RELATING = frozenset("比离从跟和像")
"""What begins words that compare with an item or tell where from."""
_SHORTEST_HAN_ITEM = 2
"""Characters of a Chinese item; one is a part of too many words."""
_LONGEST_RUN = 40
"""Characters on each side of a place that are looked at."""
_MOST_MORE_HAN = 8
"""Characters around a known item that may make another name of it; more are a sentence."""


def is_other_name(
    sheet: Sheet, marks: Marks, vocabulary: Vocabulary, first: int, stop: int
) -> bool:
    """Return whether the words are part of a longer name; Chinese has no blanks to tell by."""
    leads = sheet.tokens[first].kind is TokenKind.HAN and _goes_on_han(sheet, first)
    if (
        leads
        and not _ends_category(sheet, vocabulary, first)
        and sheet.word(first - 1) not in _AROUND_HAN_ITEM | _BEFORE_HAN_ITEM | _AND
    ):
        return True
    after = stop + (sheet.word(stop) in _AND)
    is_next = marks.begins_at(after) or _begins_category(sheet, vocabulary, after)
    ends = _goes_on_han(sheet, stop) and not is_next
    is_colon = sheet.word(stop) == ":" and not _begins_category(sheet, vocabulary, stop + 1)
    more = stop + is_colon  # "Dune: Part Two"
    return (ends and not _is_said_of_item(sheet, stop)) or _name_goes_on(sheet, more)


def _begins_category(sheet: Sheet, vocabulary: Vocabulary, at: int) -> bool:
    return at < len(sheet.tokens) and bool(vocabulary.phrases.matches_at(sheet.tokens, at))


def _ends_category(sheet: Sheet, vocabulary: Vocabulary, at: int) -> bool:
    """Return whether a known category of another field ends there: the shop of 霸王茶姬伯牙绝弦."""
    begins, _ = han_run(sheet, at - 1)
    found = (
        m for first in range(begins, at) for m in vocabulary.phrases.matches_at(sheet.tokens, first)
    )
    return any(
        match[1] == at and not any(entry.slot.holds_item for entry in match[0]) for match in found
    )


def _goes_on_han(sheet: Sheet, at: int) -> bool:
    """Return whether a Chinese character stands on each side of that place, without a blank."""
    if not 0 < at < len(sheet.tokens) or not is_glued(sheet.tokens, at):
        return False
    return all(sheet.tokens[i].kind is TokenKind.HAN for i in (at - 1, at))


def _is_said_of_item(sheet: Sheet, stop: int) -> bool:
    """Return whether the Chinese words behind an item ask or say something of it: 咋样, 又涨价了.

    A name goes on with nouns (二期, 南区); a question has a word that asks, or its verb twice
    around a no, and what is said begins with an adverb.
    """
    _, end = han_run(sheet, stop)
    words = [sheet.word(at) for at in range(stop, end)]
    if words[0] in HAN_DIGITS or words[0] in _OF_PLACES:
        return False
    is_twice = any(
        words[at] in {"不", "没"} and words[at - 1] == words[at + 1]
        for at in range(1, len(words) - 1)
    )
    return words[0] in _AROUND_HAN_ITEM | _ADVERBS or is_twice or not _ASKING.isdisjoint(words)


def han_run(sheet: Sheet, at: int) -> tuple[int, int]:
    """Return where the free Chinese words around that place begin and end."""
    first = stop = at
    while at - first < _LONGEST_RUN and _goes_on_han(sheet, first) and sheet.is_free(first - 1):
        first -= 1
    while stop - at < _LONGEST_RUN and stop < len(sheet.tokens) and sheet.is_free(stop):
        stop += 1
        if not _goes_on_han(sheet, stop):
            break
    return first, stop


def _name_goes_on(sheet: Sheet, stop: int) -> bool:
    """Return whether a longer name begins like that one: Dune Part Two is no Dune, nor Alien 3."""
    if not sheet.is_free(stop):
        return False
    token = sheet.tokens[stop]
    if token.kind is TokenKind.NUMBER and is_glued(sheet.tokens, stop):  # 年轮2, not 黑坑5公里
        return unit_at(sheet.tokens, stop + 1, own=sheet.own) is None
    if token.kind is TokenKind.NUMBER:
        return len(token.text) <= _LONGEST_SEQUEL and _is_end(sheet, stop + 1)
    is_sequel = token.text in _SEQUELS or token.text in _SEQUEL_NUMBERS
    is_last = is_sequel and _only_numerals(sheet, stop + 1)
    return token.kind is TokenKind.WORD and (is_last or sheet.source[token.start].isupper())


def _only_numerals(sheet: Sheet, at: int) -> bool:
    """Return whether the clause ends there, or behind one numeral: ``part two``."""
    is_number = at < len(sheet.tokens) and sheet.tokens[at].kind is TokenKind.NUMBER
    return _is_end(sheet, at + (is_number or sheet.word(at) in _SEQUEL_NUMBERS))


def _is_end(sheet: Sheet, at: int) -> bool:
    """Return whether nothing but signs follows in the clause: ``Alien 3?``."""
    end = sheet.clause_of(at - 1)[1]
    return not any(token.has_content for token in sheet.tokens[at:end])


def read_item_around(
    sheet: Sheet, marks: Marks, entries: Iterable[Category], first: int, stop: int
) -> bool:
    """Read a longer Chinese name that holds a known item as a new one, or offer the known one.

    青龙水库二期 at the beginning of a clause is new; 离青龙水库3公里 says something else.
    """
    items = [one for one in entries if one.slot.holds_item and sheet.is_open(one.slot)]
    is_han = sheet.are_free(first, stop) and sheet.tokens[first].kind is TokenKind.HAN
    has_text = any(slot.kind is FieldKind.TEXT for slot in sheet.slots)
    if len(items) != 1 or not is_han or has_text or stop - first < _SHORTEST_HAN_ITEM:
        return False
    begins, _ = han_run(sheet, first)
    _, ends = han_run(sheet, stop - 1)
    names = [at for at in range(first + 1, ends) if marks.begins_at(at)]
    ends = min([ends, *names])
    if is_denied(sheet, first):
        sheet.ignore(begins, ends)
        return True
    text = sheet.text(begins, ends)
    if ends - begins == stop - first or len(text) > _MOST_MORE_HAN + (stop - first):
        return False
    is_apart = not is_glued(sheet.tokens, ends) or not sheet.tokens[ends].has_content
    is_more = any(sheet.word(at) in _ASKING for at in range(begins, ends))
    is_more = is_more or sheet.word(begins) in _RELATING
    if is_apart and not is_more and sheet.clause_of(first)[0] == begins:
        return sheet.fill(items[0].slot, text, begins, ends)  # a new one, as typed
    readings = (items[0].value, text)
    if not sheet.offer(items[0].slot, text, readings, why=Doubt.NEAR, is_named=False):
        return False
    sheet.set_aside(begins, ends)
    return True
