"""Categories that are close to what was typed: they are offered, never taken."""

import re
from collections.abc import Iterable

from core.assistant.reading.categories import (
    Category,
    Vocabulary,
    nearest_category,
    same_category,
)
from core.assistant.reading.category_context import is_denied
from core.assistant.reading.label_runs import is_plain_word
from core.assistant.reading.records import Doubt
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.speech import STOP_WORDS
from core.assistant.reading.tokens import words_of
from core.domain.fields import FieldKind

_MOST_FUZZY_WORDS = 3
_WITHIN = re.compile("在(.+)[里中内下上外]")
"""What says where something is rather than what it is called: 在雨里."""


def offer_near(sheet: Sheet, vocabulary: Vocabulary) -> None:
    """Offer what is close to what was typed: a new value of a field, or words without one."""
    for slot in sheet.slots:
        typed = sheet.values.get(slot)
        if slot.kind is not FieldKind.CATEGORY or not isinstance(typed, str) or typed in slot.seen:
            continue
        near = None
        if same_category(typed, slot) is None and sheet.may_compare(len(slot.seen)):
            near = nearest_category(typed, vocabulary.of([slot]))
        within = _WITHIN.fullmatch(typed)
        bare = near.value if near is not None else within and within[1]
        if bare:
            sheet.offer(slot, typed, (bare, typed), why=Doubt.NEAR)
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
            if all(is_plain_word(sheet, at) for at in range(first, first + length)):
                edges = {sheet.word(first), sheet.word(first + length - 1)}
                if not edges & STOP_WORDS:
                    yield first, first + length
