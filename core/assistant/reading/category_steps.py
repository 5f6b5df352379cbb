"""Which words of a sentence are categories: named, known, misspelt or new."""

from collections.abc import Iterable

from core.assistant.reading.categories import Category, Vocabulary, nearest_category
from core.assistant.reading.marks import Marks
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import NO, STOP_WORDS, YES
from core.assistant.reading.tokens import TokenKind, is_glued
from core.domain.fields import FieldKind

_MOST_READINGS = 5
_LONGEST_SEQUEL = 2
"""Digits: Rocky 4, not Alien 1979."""
_MOST_NEW_WORDS = 4
_MOST_NEW_HAN = 8
_MOST_FUZZY_WORDS = 3


def read_named_known(sheet: Sheet, marks: Marks, vocabulary: Vocabulary) -> None:
    """Read ``district Kreuzberg`` where Kreuzberg is known of districts."""
    for named in marks.of_kind(FieldKind.CATEGORY):
        at = marks.past_fillers(named.stop)
        if not sheet.is_free(at):
            continue
        for entries, stop in vocabulary.phrases.matches_at(sheet.tokens, at):
            mine = [entry for entry in entries if entry.slot is named.slot]
            if mine and sheet.are_free(at, stop):
                value = _as_typed(sheet, mine, at, stop)
                if sheet.fill(named.slot, value, named.first, stop):
                    break


def read_known(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Read every known category; two of one field are asked about."""
    found: dict[Slot, dict[str, tuple[int, int]]] = {}
    index = 0
    while index < len(sheet.tokens):
        stop = index + 1
        for entries, end in vocabulary.phrases.matches_at(sheet.tokens, index):
            entry = _known_entry(sheet, entries, index, end)
            if entry is not None:
                found.setdefault(entry.slot, {}).setdefault(entry.value, (index, end))
                stop = end
                break
        index = stop
    for slot, values in found.items():
        _fill_or_ask(sheet, slot, values)


def _known_entry(
    sheet: Sheet, entries: Iterable[Category], first: int, stop: int
) -> Category | None:
    """Return the category of these words, if they are free and mean one field's only."""
    if not sheet.are_free(first, stop) or not _can_be_category(sheet, first, stop):
        return None
    is_label_apart = _is_last_clause(sheet, first, stop)
    usable = [
        entry
        for entry in entries
        if sheet.is_open(entry.slot) and (entry.slot.key is not None or is_label_apart)
        if not (entry.slot.holds_item and _name_goes_on(sheet, stop))
    ]
    if len({entry.slot for entry in usable}) != 1:
        return None
    value = _as_typed(sheet, usable, first, stop)
    return next(entry for entry in usable if entry.value == value)


def _name_goes_on(sheet: Sheet, stop: int) -> bool:
    """Return whether a longer name begins like that one: Dune Part Two is no Dune, nor Alien 3."""
    if not sheet.is_free(stop):
        return False
    token = sheet.tokens[stop]
    if token.kind is TokenKind.NUMBER:
        ends = stop + 1 == len(sheet.tokens) or sheet.tokens[stop + 1].kind is TokenKind.BREAK
        return ends and len(token.text) <= _LONGEST_SEQUEL
    return token.kind is TokenKind.WORD and sheet.source[token.start].isupper()


def _as_typed(sheet: Sheet, entries: list[Category], first: int, stop: int) -> str:
    """Return the value that is typed so, or the first: ``C`` and ``c`` are told apart."""
    typed = sheet.text(first, stop)
    values = [entry.value for entry in entries]
    return next((value for value in values if value == typed), values[0])


def _can_be_category(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether the words mean a category even where no name leads to them."""
    tokens = sheet.tokens[first:stop]
    if all(token.kind is TokenKind.NUMBER for token in tokens):
        return False
    if len(tokens) > 1:
        return True
    word = tokens[0].text
    is_common = word in STOP_WORDS or word in YES or word in NO
    return not is_common and (len(word) > 1 or _is_clause(sheet, first, stop))


def _is_clause(sheet: Sheet, first: int, stop: int) -> bool:
    before = first == 0 or sheet.tokens[first - 1].kind is TokenKind.BREAK
    after = stop == len(sheet.tokens) or sheet.tokens[stop].kind is TokenKind.BREAK
    return before and after


def _is_last_clause(sheet: Sheet, first: int, stop: int) -> bool:
    return stop == len(sheet.tokens) and first > 0 and _is_clause(sheet, first, stop)


def _fill_or_ask(sheet: Sheet, slot: Slot, values: dict[str, tuple[int, int]]) -> None:
    (first, stop), *others = values.values()
    if not others:
        sheet.fill(slot, next(iter(values)), first, stop)
        return
    if sheet.ask(slot, tuple(values)[:_MOST_READINGS], first, stop):
        for start, end in others:
            sheet.take_also(slot, start, end)


def read_named_new(sheet: Sheet, marks: Marks, vocabulary: Vocabulary) -> None:
    """Read ``district Mitte`` where the task has not seen Mitte, or sees it misspelt."""
    for named in marks.of_kind(FieldKind.CATEGORY):
        at = marks.past_fillers(named.stop)
        stop = _new_label_stop(sheet, marks, at)
        if stop <= at:
            continue
        label = sheet.text(at, stop)
        entries = vocabulary.of([named.slot])
        if entries and sheet.may_compare(len(entries)):
            near = nearest_category(label, entries)
            label = near.value if near else label
        sheet.fill(named.slot, label, named.first, stop)


def _new_label_stop(sheet: Sheet, marks: Marks, at: int) -> int:
    """Return where a new category that begins there ends."""
    if not sheet.is_free(at) or not sheet.tokens[at].has_content:
        return at
    if sheet.word(at) in STOP_WORDS or marks.begins_at(at):
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


def read_misspelt(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Read what is close to one known category and to no other."""
    entries = vocabulary.of(slot for slot in sheet.open_slots() if slot.key is not None)
    found: list[tuple[int, int, Category]] = []
    for first, stop in _phrases_in(sheet):
        if not entries or not sheet.may_compare(len(entries)):
            break
        near = nearest_category(sheet.text(first, stop), entries)
        if near is not None and not (near.slot.holds_item and _name_goes_on(sheet, stop)):
            found.append((first, stop, near))
    for first, stop, near in found:
        if sheet.are_free(first, stop):
            sheet.fill(near.slot, near.value, first, stop)


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
