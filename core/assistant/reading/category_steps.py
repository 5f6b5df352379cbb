"""Which words of a sentence are categories: named, known, misspelt or new."""

from collections.abc import Iterable

from core.assistant.reading.categories import (
    Category,
    Vocabulary,
)
from core.assistant.reading.category_context import (
    NONE,
    can_be_category,
    is_choice,
    is_denied,
    is_in_known,
    is_joined,
    is_right_behind_no,
    is_second_choice,
    is_turning,
    with_weather_words,
)
from core.assistant.reading.item_names import is_other_name, read_item_around
from core.assistant.reading.joined_categories import joined_span, offer_joined
from core.assistant.reading.label_runs import is_plain_word, new_label_stop
from core.assistant.reading.marks import Marks
from core.assistant.reading.names import Named
from core.assistant.reading.plurals import other_numbers
from core.assistant.reading.records import Doubt
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import IDLE, NO, STOP_WORDS, YES
from core.assistant.reading.stems import weather_forms
from core.assistant.reading.tokens import TokenKind, fold
from core.assistant.reading.told_verbs import may_be_told
from core.domain.fields import FieldKind

_MARKS = frozenset(":=")
_MOST_READINGS = 5
_MOST_MORE = 2
"""Words that may make another name of a known one; more are a remark."""
_VERB_ENDINGS = ("s", "ed", "ing")
_EARLIER = frozenset(["before", "yesterday", "earlier", "ago", "last", "previous"])
"""What says of the weather that it is another day's, unless a date is read from it."""
_NEAR = 4
"""Words from a verb to what says when."""


def _read_listed_pairs(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Read ``indoors: no`` of a field that can be indoors or outdoors: as the other, or ask."""
    for at in range(1, len(sheet.tokens) - 1):
        is_pair = sheet.word(at) in _MARKS and sheet.word(at + 1) in YES | NO
        if not (is_pair and sheet.are_free(at, at + 2)):
            continue
        if at + 2 < len(sheet.tokens) and sheet.tokens[at + 2].has_content:
            continue
        first = sheet.clause_of(at)[0]
        for entries, stop in vocabulary.phrases.matches_at(sheet.tokens, first):
            slots = {entry.slot for entry in entries if entry.slot.kind is FieldKind.CATEGORY}
            if stop == at and sheet.are_free(first, at) and len(slots) == 1:
                value, slot = entries[0].value, slots.pop()
                _read_listed(sheet, slot, value, (first, at + 2), is_yes=sheet.word(at + 1) in YES)
                break


def _read_listed(
    sheet: Sheet, slot: Slot, value: str, words: tuple[int, int], *, is_yes: bool
) -> None:
    """Fill a slot with a value that is said to be so, or with what is left where it is not."""
    others = [option for option in slot.options if option != value]
    if is_yes:
        sheet.fill(slot, value, *words)
    elif len(others) == 1:
        sheet.fill(slot, others[0], *words)
    elif others:
        sheet.ask(slot, others[:_MOST_READINGS], *words)
    else:
        sheet.leave_unread(slot, *words)


def read_named_known(sheet: Sheet, marks: Marks, vocabulary: Vocabulary) -> None:
    """Read ``district Kreuzberg`` where Kreuzberg is known of districts."""
    _read_listed_pairs(sheet, vocabulary)
    for named in marks.of_kind(FieldKind.CATEGORY):
        at = marks.past_fillers(named.stop)
        none = next((value for value in named.slot.seen if value.casefold() in NONE), None)
        if is_denied(sheet, named.first) and may_be_told(named.slot):
            continue
        if none and is_right_behind_no(sheet, named.first):
            sheet.fill(named.slot, none, named.first - 1, named.stop)
            continue
        if not sheet.is_free(at) or is_in_known(sheet, vocabulary, named):
            continue
        if is_denied(sheet, named.first):  # "not district Mitte" says nothing of where it is
            sheet.ignore(named.first, max(new_label_stop(sheet, marks, at), at))
            continue
        for entries, stop in vocabulary.phrases.matches_at(sheet.tokens, at):
            mine = [entry for entry in entries if entry.slot is named.slot]
            if (
                mine
                and sheet.are_free(at, stop)
                and not _is_longer(sheet, marks, vocabulary, at, stop)
            ) and _read_known_of(sheet, marks, vocabulary, named, mine, (at, stop)):
                break


def _read_known_of(
    sheet: Sheet,
    marks: Marks,
    vocabulary: Vocabulary,
    named: Named,
    entries: list[Category],
    words: tuple[int, int],
) -> bool:
    """Fill a slot with the known category behind its name, or ask where more may belong to it."""
    at, stop = words
    value = _as_typed(sheet, entries, at, stop)
    if is_choice(sheet, vocabulary, stop):
        sheet.leave_unread(named.slot, named.first, stop + 2, value=at)
        return True
    joined = joined_span(sheet, vocabulary, marks.covered(), at, stop)
    if joined is not None and joined[0] == at:
        offer_joined(sheet, named.slot, value, joined, named=named.first)
        return True
    longer = _longer_stop(sheet, marks, vocabulary, stop)
    if longer > stop:
        text = sheet.text(at, longer)
        if sheet.offer(named.slot, text, (value, text), why=Doubt.NEAR):
            sheet.set_aside(named.first, longer)
        return True
    return sheet.fill(named.slot, value, named.first, stop)


def _longer_stop(sheet: Sheet, marks: Marks, vocabulary: Vocabulary, stop: int) -> int:
    """Return where a longer name may end that begins like a known one: ``bean Huila decaf``."""
    _, end = sheet.clause_of(stop - 1)
    words = range(stop, end)
    is_plain = all(
        is_plain_word(sheet, at)
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
    return is_capital and not is_apart and new_label_stop(sheet, marks, at) > stop


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
            if entry is not None and _offers_joined(sheet, marks, vocabulary, entry, index, end):
                break
            if entry is not None:
                span = _with_name(marks, entry, with_weather_words(sheet, index, end))
                spans = found.setdefault(entry.slot, {})
                if entry.value not in spans or sheet.is_clause(index, end):
                    spans[entry.value] = span  # "Black Needle, black": the second
                stop = end
                break
            if read_item_around(sheet, marks, entries, index, end):
                break
        index = stop
    for slot, values in found.items():
        _fill_or_ask(sheet, slot, _without_verbs(sheet, values))


def _with_name(marks: Marks, entry: Category, words: tuple[int, int]) -> tuple[int, int]:
    """Return where a category stands with the name of its field behind it: ``rainy weather``."""
    named = marks.after(words[1])
    is_own = named is not None and named.slot is entry.slot and named.first == words[1]
    return (words[0], named.stop) if named is not None and is_own else words


def _offers_joined(
    sheet: Sheet, marks: Marks, vocabulary: Vocabulary, entry: Category, first: int, stop: int
) -> bool:
    """Ask about a known category that an unknown one is joined to; return whether one is."""
    words = joined_span(sheet, vocabulary, marks.covered(), first, stop)
    if words is not None:
        offer_joined(sheet, entry.slot, entry.value, words)
    return words is not None


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
    whole = with_weather_words(sheet, first, stop)
    if is_joined(sheet, first - 1) or is_joined(sheet, stop) or is_turning(sheet, *whole):
        return None
    if is_denied(sheet, whole[0]):
        if any(token.kind is TokenKind.NUMBER for token in sheet.tokens[first:stop]):
            sheet.ignore(first, stop)  # "not on 20m" says no length either
        return None
    named = marks.before(first)
    if named is not None and named.slot.kind is FieldKind.CATEGORY and not named.slot.options:
        entries = [entry for entry in entries if entry.slot is named.slot]  # "to Berlin"
    is_label_apart = _is_last_clause(sheet, first, stop)
    usable = [
        entry
        for entry in entries
        if sheet.is_open(entry.slot) and (entry.slot.key is not None or is_label_apart)
        if not (entry.slot.holds_item and is_other_name(sheet, marks, vocabulary, first, stop))
        if not _is_other_word(sheet, entry, first, stop)
        if not _is_of_earlier(sheet, entry.value, first)
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


def _without_verbs(sheet: Sheet, values: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Return the categories without verbs for weather beside one that is named: ``it rained``."""
    if len(values) == 1:
        return values
    named = {one: (at, to) for one, (at, to) in values.items() if not _is_verb(sheet, one, at)}
    return named or values


def _is_verb(sheet: Sheet, value: str, at: int) -> bool:
    word = sheet.word(at)
    return word.endswith(_VERB_ENDINGS) and word in weather_forms(fold(value))


def _is_of_earlier(sheet: Sheet, value: str, at: int) -> bool:
    """Return whether a verb for weather tells of another day: ``it snowed the night before``."""
    if not _is_verb(sheet, value, at):
        return False
    first, stop = sheet.clause_of(at)
    near = range(max(first, at - _NEAR), min(stop, at + _NEAR + 1))
    return any(sheet.word(one) in _EARLIER and sheet.is_free(one) for one in near)


def _is_other_word(sheet: Sheet, entry: Category, first: int, stop: int) -> bool:
    """Return whether words may be no plural or singular of a category, but a verb: ``leaves``.

    Behind a number, or as a clause of their own, they are the noun.
    """
    spelt = " ".join(sheet.word(at) for at in range(first, stop))
    is_noun = first > 0 and sheet.tokens[first - 1].kind is TokenKind.NUMBER
    is_other = spelt in {*other_numbers(entry.key)} - {*weather_forms(entry.key)}
    return is_other and not (is_noun or sheet.is_clause(first, stop))
