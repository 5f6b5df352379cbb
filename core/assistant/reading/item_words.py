"""Chinese words behind the name of an item and a blank: values of categories, or part of it."""

from collections.abc import Sequence

from core.assistant.reading.marks import slots_of_kind
from core.assistant.reading.records import Doubt
from core.assistant.reading.remark_words import is_no_name, is_remark
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.text_steps import may_be_category
from core.assistant.reading.tokens import WORDS, TokenKind, is_glued
from core.domain.fields import FieldKind


def read_item_before_category(sheet: Sheet, slot: Slot) -> None:
    """Read the Chinese words before a blank and a category that was read: 芋泥波波 半糖."""
    for first, stop in sheet.clauses():
        end = first
        while end < stop and sheet.is_free(end) and sheet.tokens[end].has_content:
            end += 1
        words = _words_in(sheet, first, end)
        user = sheet.user_of(end) if end < stop else None
        is_category = user is not None and user.kind is FieldKind.CATEGORY and user.key is not None
        is_name = len(words) == 1 and is_category and not is_glued(sheet.tokens, end)
        text = sheet.text(first, end)
        if (
            is_name
            and sheet.tokens[first].kind is TokenKind.HAN
            and not text.endswith("的")
            and not is_sentence(text)
        ):
            sheet.fill(slot, text, first, end)
            return


def offer_behind_item(sheet: Sheet, slot: Slot, first: int, stop: int) -> None:
    """Offer the words behind a new item and a blank as the categories that are missing.

    Of several categories the first word behind the name may be the first, and so on.
    """
    missing = [one for one in slots_of_kind(sheet, FieldKind.CATEGORY) if one.key and one != slot]
    words = _words_in(sheet, first, stop)
    if (
        not missing
        or sheet.tokens[first].kind is not TokenKind.HAN
        or is_sentence(sheet.text(first, stop))
    ):
        return
    behind = words[1:] if len(missing) > 1 else words[-1:]
    for category, word in zip(missing, behind if len(words) > 1 else (), strict=False):
        text, others = sheet.text(*word), [sheet.text(*one) for one in words if one != word]
        if not category.options and _is_plain(sheet, *word):
            beside = (slot, " ".join(others))
            sheet.offer(category, text, (text,), why=Doubt.LEFT, is_named=False, beside=beside)


def is_sentence(text: str) -> bool:
    """Return whether words are a sentence or a remark rather than a name."""
    return is_no_name(text) or is_remark(text)


def _words_in(sheet: Sheet, first: int, stop: int) -> Sequence[tuple[int, int]]:
    """Return the stretches between blanks."""
    starts = [at for at in range(first, stop) if at == first or not is_glued(sheet.tokens, at)]
    return list(zip(starts, [*starts[1:], stop], strict=True)) if starts else []


def _is_plain(sheet: Sheet, first: int, stop: int) -> bool:
    are_words = all(sheet.tokens[at].kind in WORDS for at in range(first, stop))
    return are_words and may_be_category(sheet, first, stop)
