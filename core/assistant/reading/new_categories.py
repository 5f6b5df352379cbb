"""Categories that nobody has taught yet, behind the names of their fields: ``district Mitte``."""

from core.assistant.reading.categories import (
    Vocabulary,
    offer_known,
    same_category,
)
from core.assistant.reading.category_context import (
    is_denied,
    is_denied_value,
)
from core.assistant.reading.label_runs import MOST_NEW_HAN, is_plain_word, new_label_stop
from core.assistant.reading.marks import Marks
from core.assistant.reading.names import Named
from core.assistant.reading.records import Doubt
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.speech import FILLERS, IDLE, NO, STOP_WORDS, YES
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.reading.units import unit_at
from core.domain.fields import FieldKind

_SHORTEST_LEADING = 2
"""Characters of a Chinese name that leads to a new value without a blank; a single one is often
the first of another word."""
_IN_SENTENCES = frozenset("太很都没不在了着过我你他她它们已还又也就才把被让给")
"""Characters of a Chinese sentence rather than of a name."""
_BEHIND_NUMBERED = frozenset("有能会几多是想要去")
"""Those that tell or ask something behind a name that begins with a number: 12号楼有电梯."""
_MOST_MORE = 2
"""Words in small letters that may belong to a name in capitals."""


def read_named_new(sheet: Sheet, marks: Marks, vocabulary: Vocabulary) -> None:
    """Read ``district Mitte`` where the task has not seen Mitte.

    Beside a text, which may speak of anything, only where that is a clause of its own.
    """
    is_beside_text = any(slot.kind is FieldKind.TEXT for slot in sheet.open_slots())
    for named in marks.free(FieldKind.CATEGORY):
        at = marks.past_fillers(named.stop)
        stop = new_label_stop(sheet, marks, at)
        if stop <= at:
            continue
        if not sheet.is_open(named.slot):
            _read_second(sheet, named, at, stop)
            continue
        if is_denied(sheet, named.first) or is_denied_value(sheet, named.slot, at, stop):
            sheet.ignore(named.first, stop)  # what it is not says nothing of what it is
            continue
        if is_beside_text and not sheet.is_clause(named.first, stop):
            continue
        if _is_compound(sheet, named.first):
            continue
        if not _is_doubted(sheet, marks, named, at, stop):
            same = same_category(sheet.text(at, stop), named.slot)
            label = same or sheet.text(at, stop)
            if not sheet.fill(named.slot, label, named.first, stop) and named.slot.options:
                offer_known(sheet, named.slot, vocabulary, at, stop)
                sheet.set_aside(named.first, stop)


def _is_doubted(sheet: Sheet, marks: Marks, named: Named, at: int, stop: int) -> bool:
    """Return whether it is not clear that this is the value, and offer or ask what may be."""
    label = sheet.text(at, stop)
    if _is_of_word(sheet, named, at, stop):
        is_apart = sheet.is_clause(named.first, stop) or _is_between_blanks(sheet, named, stop)
        if is_apart and len(label) < MOST_NEW_HAN // 2:
            sheet.offer(named.slot, label, (label,), why=Doubt.LEFT)
            sheet.set_aside(named.first, stop)
        return True
    longer = _past_small_words(sheet, marks, at, stop)
    if longer == stop or same_category(label, named.slot) is not None:
        return False
    return sheet.ask(named.slot, (sheet.text(at, longer), label), named.first, longer)


def _is_of_word(sheet: Sheet, named: Named, at: int, stop: int) -> bool:
    """Return whether a Chinese name only begins a word, or a sentence: 楼 in 楼下, 饵 in 饵料."""
    text = sheet.text(at, stop)
    if sheet.tokens[at].kind is TokenKind.NUMBER:
        return not (_IN_SENTENCES | _BEHIND_NUMBERED).isdisjoint(text)  # 3号坡很热
    if sheet.tokens[at].kind is not TokenKind.HAN or not is_glued(sheet.tokens, at):
        return False
    if at > named.stop or text in named.slot.seen:
        return False  # 饵是红虫
    return len(named.slot.name) < _SHORTEST_LEADING or not _IN_SENTENCES.isdisjoint(text)


def _is_between_blanks(sheet: Sheet, named: Named, stop: int) -> bool:
    """Return whether blanks part a Chinese name and its value from the rest: 三室 区海淀 有电梯."""
    tokens = sheet.tokens
    is_begun = named.first == 0 or not is_glued(tokens, named.first)
    return is_begun and (stop >= len(tokens) or not is_glued(tokens, stop))


def _past_small_words(sheet: Sheet, marks: Marks, at: int, stop: int) -> int:
    """Return where words in small letters end that may belong to a name in capitals."""
    is_capital = sheet.source[sheet.tokens[at].start].isupper()
    end = stop
    while is_capital and end < stop + _MOST_MORE and is_plain_word(sheet, end):
        word = sheet.word(end)
        is_other = marks.begins_at(end) or word in STOP_WORDS | FILLERS | IDLE | NO | YES
        if is_other or is_glued(sheet.tokens, end):
            break
        end += 1
    return end


def _is_compound(sheet: Sheet, first: int) -> bool:
    """Return whether a word before makes another noun of the name: ``pizza place ok``.

    A preposition is no noun, and the unit of a number no part of one: ``2 kg from Paris``.
    """
    if first == 0 or not is_plain_word(sheet, first - 1) or sheet.word(first) in STOP_WORDS:
        return False
    if sheet.tokens[max(0, first - 2)].kind is TokenKind.NUMBER:
        unit = unit_at(sheet.tokens, first - 1, own=sheet.own)
        if unit is not None and unit[1] == first:
            return False
    return sheet.word(first - 1) not in STOP_WORDS and sheet.word(first - 1) not in FILLERS


def _read_second(sheet: Sheet, named: Named, at: int, stop: int) -> None:
    """Ask which is meant where a clause names the field again: ``fuel gas, fuel oil``."""
    is_denial = is_denied_value(sheet, named.slot, at, stop)
    if is_denial or not sheet.is_clause(named.first, stop):
        return
    label = sheet.text(at, stop)
    sheet.contest(named.slot, same_category(label, named.slot) or label, named.first, stop)
