"""Which words of a sentence are categories: named, known, misspelt or new."""

from collections.abc import Iterable

from core.assistant.reading.categories import (
    Category,
    Vocabulary,
    nearest_category,
    offer_known,
    same_category,
)
from core.assistant.reading.category_context import (
    NONE,
    begins_han,
    can_be_category,
    is_choice,
    is_denied,
    is_denied_value,
    is_in_known,
    is_joined,
    is_right_behind_no,
    is_second_choice,
    with_weather_words,
)
from core.assistant.reading.item_names import is_other_name, read_item_around
from core.assistant.reading.marks import Marks
from core.assistant.reading.names import Named
from core.assistant.reading.records import Doubt
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import FILLERS, IDLE, STOP_WORDS
from core.assistant.reading.tokens import TokenKind, is_glued, words_of
from core.domain.fields import FieldKind

_MOST_READINGS = 5
_MOST_MORE = 2
"""Words that may make another name of a known one; more are a remark."""
_MOST_NEW_WORDS = 4
_MOST_NEW_HAN = 8
_MOST_FUZZY_WORDS = 3


def read_named_known(sheet: Sheet, marks: Marks, vocabulary: Vocabulary) -> None:
    """Read ``district Kreuzberg`` where Kreuzberg is known of districts."""
    for named in marks.of_kind(FieldKind.CATEGORY):
        at = marks.past_fillers(named.stop)
        none = next((value for value in named.slot.seen if value.casefold() in NONE), None)
        if none and is_right_behind_no(sheet, named.first):
            sheet.fill(named.slot, none, named.first - 1, named.stop)
            continue
        if not sheet.is_free(at) or is_in_known(sheet, vocabulary, named):
            continue
        if is_denied(sheet, named.first):  # "not district Mitte" says nothing of where it is
            sheet.ignore(named.first, max(_new_label_stop(sheet, marks, at), at))
            continue
        for entries, stop in vocabulary.phrases.matches_at(sheet.tokens, at):
            mine = [entry for entry in entries if entry.slot is named.slot]
            if (
                mine
                and sheet.are_free(at, stop)
                and not _is_longer(sheet, marks, vocabulary, at, stop)
            ):
                value = _as_typed(sheet, mine, at, stop)
                longer = _longer_stop(sheet, marks, vocabulary, stop)
                if longer > stop:
                    text = sheet.text(at, longer)
                    if sheet.offer(named.slot, text, (value, text), why=Doubt.NEAR):
                        sheet.set_aside(named.first, longer)
                    break
                if sheet.fill(named.slot, value, named.first, stop):
                    break


def _longer_stop(sheet: Sheet, marks: Marks, vocabulary: Vocabulary, stop: int) -> int:
    """Return where a longer name may end that begins like a known one: ``bean Huila decaf``."""
    _, end = sheet.clause_of(stop - 1)
    words = range(stop, end)
    is_plain = all(
        _is_plain_word(sheet, at)
        and sheet.word(at) not in STOP_WORDS | IDLE
        and not marks.begins_at(at)
        and not vocabulary.phrases.matches_at(sheet.tokens, at)
        for at in words
    )
    has_text = any(slot.kind is FieldKind.TEXT for slot in sheet.slots)
    return end if is_plain and len(words) <= _MOST_MORE and not has_text else stop


def _is_longer(sheet: Sheet, marks: Marks, vocabulary: Vocabulary, at: int, stop: int) -> bool:
    """Return whether the name goes on: ``Kreuzberg-Süd``, ``New York City``."""
    if not sheet.is_free(stop):
        return False
    if is_joined(sheet, stop):
        return True
    is_apart = bool(vocabulary.phrases.matches_at(sheet.tokens, stop))
    is_capital = sheet.source[sheet.tokens[stop].start].isupper()
    return is_capital and not is_apart and _new_label_stop(sheet, marks, at) > stop


def read_known(sheet: Sheet, marks: Marks, vocabulary: Vocabulary) -> None:
    """Read every known category; two of one field are asked about."""
    found: dict[Slot, dict[str, tuple[int, int]]] = {}
    index = 0
    while index < len(sheet.tokens):
        stop = index + 1
        for entries, end in vocabulary.phrases.matches_at(sheet.tokens, index):
            entry = _known_entry(sheet, marks, vocabulary, entries, index, end)
            if entry is not None and is_choice(sheet, vocabulary, end):
                sheet.leave_unread(entry.slot, index, end + 2)
                break
            if entry is not None and is_second_choice(sheet, vocabulary, index):
                sheet.leave_unread(entry.slot, index - 2, end)
                break
            if entry is not None:
                span = with_weather_words(sheet, index, end)
                spans = found.setdefault(entry.slot, {})
                if entry.value not in spans or sheet.is_clause(index, end):
                    spans[entry.value] = span  # "Black Needle, black": the second
                stop = end
                break
            if read_item_around(sheet, marks, entries, index, end):
                break
        index = stop
    for slot, values in found.items():
        _fill_or_ask(sheet, slot, values)


def _known_entry(
    sheet: Sheet,
    marks: Marks,
    vocabulary: Vocabulary,
    entries: Iterable[Category],
    first: int,
    stop: int,
) -> Category | None:
    """Return the category of these words, if they are free and mean one field's only."""
    if not sheet.are_free(first, stop) or not can_be_category(sheet, marks, entries, first, stop):
        return None
    if is_joined(sheet, first - 1) or is_joined(sheet, stop) or is_denied(sheet, first):
        return None
    is_label_apart = _is_last_clause(sheet, first, stop)
    usable = [
        entry
        for entry in entries
        if sheet.is_open(entry.slot) and (entry.slot.key is not None or is_label_apart)
        if not (entry.slot.holds_item and is_other_name(sheet, marks, vocabulary, first, stop))
    ]
    if len({entry.slot for entry in usable}) != 1:
        return None
    value = _as_typed(sheet, usable, first, stop)
    return next(entry for entry in usable if entry.value == value)


def _as_typed(sheet: Sheet, entries: list[Category], first: int, stop: int) -> str:
    """Return the value that is typed so, or the first: ``C`` and ``c`` are told apart."""
    typed = sheet.text(first, stop)
    values = [entry.value for entry in entries]
    return next((value for value in values if value == typed), values[0])


def _is_last_clause(sheet: Sheet, first: int, stop: int) -> bool:
    return stop == len(sheet.tokens) and first > 0 and sheet.is_clause(first, stop)


def _fill_or_ask(sheet: Sheet, slot: Slot, values: dict[str, tuple[int, int]]) -> None:
    (first, stop), *others = values.values()
    if not others:
        sheet.fill(slot, next(iter(values)), first, stop)
        return
    if sheet.ask(slot, tuple(values)[:_MOST_READINGS], first, stop):
        for start, end in others:
            sheet.take_also(slot, start, end)


def read_named_new(sheet: Sheet, marks: Marks, vocabulary: Vocabulary) -> None:
    """Read ``district Mitte`` where the task has not seen Mitte.

    Beside a text, which may speak of anything, only where that is a clause of its own.
    """
    is_beside_text = any(slot.kind is FieldKind.TEXT for slot in sheet.open_slots())
    for named in marks.free(FieldKind.CATEGORY):
        at = marks.past_fillers(named.stop)
        stop = _new_label_stop(sheet, marks, at)
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
        label = sheet.text(at, stop)
        same = same_category(label, named.slot)
        if not sheet.fill(named.slot, same or label, named.first, stop) and named.slot.options:
            offer_known(sheet, named.slot, vocabulary, at, stop)
            sheet.set_aside(named.first, stop)


def _is_compound(sheet: Sheet, first: int) -> bool:
    """Return whether a word before makes another noun of the name: ``pizza place ok``."""
    return (
        sheet.is_free(first - 1)
        and first > 0
        and _is_plain_word(sheet, first - 1)
        and (sheet.word(first - 1) not in STOP_WORDS and sheet.word(first - 1) not in FILLERS)
    )


def _read_second(sheet: Sheet, named: Named, at: int, stop: int) -> None:
    """Ask which is meant where a clause names the field again: ``fuel gas, fuel oil``."""
    is_denial = is_denied_value(sheet, named.slot, at, stop)
    if is_denial or not sheet.is_clause(named.first, stop):
        return
    label = sheet.text(at, stop)
    sheet.contest(named.slot, same_category(label, named.slot) or label, named.first, stop)


def _new_label_stop(sheet: Sheet, marks: Marks, at: int) -> int:
    """Return where a new category that begins there ends."""
    if not sheet.is_free(at) or not sheet.tokens[at].has_content:
        return at
    if marks.begins_at(at) or (sheet.word(at) in STOP_WORDS and not begins_han(sheet, at)):
        return at
    match sheet.tokens[at].kind:
        case TokenKind.NUMBER:
            return at + 1 + (is_glued(sheet.tokens, at + 1) and sheet.tokens[at + 1].has_content)
        case TokenKind.HAN:
            return _run_stop(sheet, marks, at, most=_MOST_NEW_HAN)
    return _run_stop(sheet, marks, at, most=_MOST_NEW_WORDS)


def _run_stop(sheet: Sheet, marks: Marks, at: int, *, most: int) -> int:
    """Return where the run of words ends that begins there; capitals keep to capitals."""
    first = sheet.tokens[at]
    is_capital = sheet.source[first.start].isupper()
    stop, words, index = at + 1, 1, at + 1
    while sheet.is_free(index) and words < most and not marks.begins_at(index):
        token = sheet.tokens[index]
        glued = is_glued(sheet.tokens, index)
        if token.kind is first.kind and (glued or first.kind is TokenKind.WORD):
            goes_on = glued or not is_capital or sheet.source[token.start].isupper()
            if token.text in STOP_WORDS or not goes_on:
                break
            stop, words = index + 1, words + 1
        elif token.text not in {"-", "/", "&", "'", "."} or not glued:
            break
        index += 1
    return stop


def offer_near(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Offer what is close to what was typed: a new value of a field, or words without one."""
    for slot in sheet.slots:
        typed = sheet.values.get(slot)
        if slot.kind is not FieldKind.CATEGORY or not isinstance(typed, str) or typed in slot.seen:
            continue
        near = None
        if same_category(typed, slot) is None and sheet.may_compare(len(slot.seen)):
            near = nearest_category(typed, vocabulary.of([slot]))
        if near is not None:
            sheet.offer(slot, typed, (near.value, typed), why=Doubt.NEAR)
    if all(slot.kind is not FieldKind.TEXT for slot in sheet.open_slots()):
        _offer_unnamed(sheet, vocabulary)


def _offer_unnamed(sheet: Sheet, vocabulary: Vocabulary) -> None:
    entries = vocabulary.of(slot for slot in sheet.open_slots() if slot.key is not None)
    found: list[tuple[int, int, Category]] = []
    for first, stop in _phrases_in(sheet):
        if not entries or not sheet.may_compare(len(entries)):
            break
        near = nearest_category(text := sheet.text(first, stop), entries)
        is_taken = any(first < end and begin < stop for begin, end, _ in found)
        is_name = near is not None and words_of(text) == words_of(near.slot.name)
        is_known = near is not None and (is_name or same_category(text, near.slot))
        if near is not None and not (is_taken or is_known or is_denied(sheet, first)):
            found.append((first, stop, near))
    for first, stop, near in found:
        text = sheet.text(first, stop)
        readings = (near.value,) if near.slot.options else (near.value, text)
        if sheet.offer(near.slot, text, readings, why=Doubt.NEAR, is_named=False):
            sheet.set_aside(first, stop)


def _phrases_in(sheet: Sheet) -> Iterable[tuple[int, int]]:
    """Yield runs of free words, the longer first, that neither begin nor end with little words."""
    for length in range(_MOST_FUZZY_WORDS, 0, -1):
        for first in range(len(sheet.tokens) - length + 1):
            if all(_is_plain_word(sheet, at) for at in range(first, first + length)):
                edges = {sheet.word(first), sheet.word(first + length - 1)}
                if not edges & STOP_WORDS:
                    yield first, first + length


def _is_plain_word(sheet: Sheet, index: int) -> bool:
    return sheet.is_free(index) and sheet.tokens[index].kind is TokenKind.WORD
