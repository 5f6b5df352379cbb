"""The words that are left: a text field's value, or perhaps a category that is missing."""

from collections.abc import Sequence

from core.assistant.reading.dates import is_day
from core.assistant.reading.excluded import excludes
from core.assistant.reading.leftovers import rest_as_text
from core.assistant.reading.marks import Marks, slots_of_kind
from core.assistant.reading.negation import is_negated
from core.assistant.reading.pairs import LONGEST_NAMED
from core.assistant.reading.question_edges import without_question
from core.assistant.reading.records import Doubt
from core.assistant.reading.remark_words import is_remark
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import IDLE, NO, STOP_WORDS
from core.assistant.reading.tokens import WORDS, Token, TokenKind, is_glued, words_of
from core.assistant.reading.verbs import PAST, is_past
from core.domain.fields import FieldKind

_LONGEST_LEFT, _LONGEST_LEFT_HAN = 4, 8
"""Words and Chinese characters; more are a remark rather than a category."""
_LONGEST_BESIDE, _LONGEST_HAN_BESIDE = 2, 4
"""The same beside a text, to which a longer clause belongs."""
_LEADING_TO_NAMES = frozenset({"in", "at", "near", "from", "about", "with", "to", "by", "on"})
"""What stands before the name of a place, a day or the like."""
_DONE = frozenset("了过完")
"""Chinese signs that end a verb."""
_ASKING = frozenset({"?", "？", "吗", "呢"})
_JOINING = frozenset({"and", "or", "&", "+"})
_JOINTS = frozenset({"-", "/", "&", "'"})
"""Signs inside a category's name."""


def read_named_rest(sheet: Sheet, marks: Marks) -> None:
    """Leave unread what stands in a short clause behind a name: ``due Christmas``, ``no fine``."""
    for kind in (FieldKind.NUMBER, FieldKind.DATE, FieldKind.CATEGORY):
        for named in marks.of_kind(kind):
            first, stop = sheet.clause_of(named.first)
            if stop - first > LONGEST_NAMED or not sheet.are_free(first, stop):
                continue
            lead = [sheet.word(at) for at in range(first, named.first)]
            has_value = any(token.has_content for token in sheet.tokens[named.stop : stop])
            is_said = has_value or any(word in NO for word in lead)
            is_led = all(word in NO or word in STOP_WORDS for word in lead)
            if is_said and is_led and named.slot.key and not named.slot.holds_item:
                sheet.leave_unread(named.slot, first, stop)


def read_text(sheet: Sheet) -> None:
    """Give the words that are left to the first text field that has none."""
    slots = slots_of_kind(sheet, FieldKind.TEXT)
    if not slots:
        return
    clause = _category_clause(sheet)
    text, pieces = rest_as_text(sheet)
    if all(slot.kind is FieldKind.TEXT for slot in sheet.slots) and not sheet.values:
        text, pieces, clause = sheet.source, [(0, len(sheet.tokens))], None
    if clause is not None:
        _offer_clause(sheet, slots[0], *clause)
    if text.strip() and sheet.fill(slots[0], text, 0, 0):
        for first, stop in pieces:
            sheet.take_also(slots[0], first, stop)


def offer_left(sheet: Sheet, spans: Sequence[tuple[int, int]]) -> None:
    """Offer the only unread words as the item, or the only category, that is missing."""
    slot = _missing_category(sheet)
    if slot is not None and slot.holds_item:
        spans = [span for span in spans if not _is_asking(sheet, *span)]
    named = [one.text for one in sheet.offers if one.why is Doubt.UNREADABLE]
    worded = [
        (at, to)
        for at, to in spans
        if _may_name(sheet.tokens[at:to])
        and not any(text in sheet.text(at, to) for text in named)
        and not excludes(sheet.text(at, to))
    ]
    if slot is not None and (len(worded) > 1 or (worded and _has_verb(sheet, *worded[0]))):
        worded = _only_name(sheet, worded)
    if slot is None or len(worded) != 1 or not may_be_category(sheet, *worded[0]):
        return
    if not (sheet.values or slot.options or _is_named_alone(sheet, slot, worded[0][0])):
        return
    first, stop = worded[0]
    is_counted = sheet.tokens[first].kind is TokenKind.NUMBER and not is_glued(
        sheet.tokens, first + 1
    )
    text = sheet.text(first + is_counted, stop)  # "8 courgettes" are no name
    if not slot.options:
        sheet.offer(slot, text, (text,), why=Doubt.LEFT, is_named=False)
    elif _is_like_a_category(sheet, *worded[0]):
        sheet.offer(slot, text, slot.options, why=Doubt.UNLISTED, is_named=False)


def _is_asking(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether words belong to those that ask about an item: ``what would you give``."""
    begin, end = sheet.clause_of(first)
    start, after = without_question(sheet, begin, end)
    return stop <= start or first >= after or is_day(sheet.text(first, stop))


def _may_name(tokens: Sequence[Token]) -> bool:
    """Return whether words may name something, rather than being little ones or what was done."""
    said = [token for token in tokens if token.kind in WORDS and token.text not in STOP_WORDS]
    is_done = bool(said) and said[-1].text in _DONE
    return not is_done and any(not is_past(token.text, PAST) for token in said)


def _has_verb(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether words say what was done or is: ``took Rex``, ``again with Bella``."""
    return stop - first > 1 and any(
        is_past(sheet.word(at), PAST) or sheet.word(at) in _LEADING_TO_NAMES | STOP_WORDS
        for at in range(first, stop)
    )


def _only_name(sheet: Sheet, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where the only words written as a name stand among others; none where several are.

    The first word of a sentence is written so whatever it is: it counts where no other does.
    """
    found: list[tuple[int, int]] = []
    for first, stop in spans:
        for at in range(first, stop):
            token = sheet.tokens[at]
            if token.kind is not TokenKind.WORD or not sheet.source[token.start].isupper():
                continue
            if token.text in STOP_WORDS or token.text in IDLE or is_past(token.text, PAST):
                continue
            if found and found[-1][1] == at:
                found[-1] = (found[-1][0], at + 1)
            else:
                found.append((at, at + 1))
    inside = [one for one in found if one[0] > 0]
    if len(found) > len(inside) and sheet.word(found[0][1]) in _JOINING:
        return found  # "Bella and Rex"
    return inside or found


def _is_named_alone(sheet: Sheet, slot: Slot, first: int) -> bool:
    """Return whether words are like a category's name where nothing else of the sentence is read.

    They stand behind a word that leads to names, or the sentence asks; else they must be written
    as the names that were taught are, and the sentence be no remark.
    """
    is_led = first > 0 and sheet.word(first - 1) in _LEADING_TO_NAMES
    if is_led or any(token.text in _ASKING for token in sheet.tokens):
        return True
    begins = sheet.source[sheet.tokens[first].start]
    are_alike = not slot.seen or any(_is_written_like(begins, name) for name in slot.seen)
    return are_alike and not is_remark(sheet.source)


def _is_written_like(begins: str, name: str) -> bool:
    """Return whether a word may be a name in the script of another, and no smaller than it."""
    if begins.isascii() != name[:1].isascii():
        return False
    return not (begins.islower() and name[:1].isupper())


def _missing_category(sheet: Sheet) -> Slot | None:
    """Return the item, or the only category, that nothing was read or offered for."""
    slots = [
        slot
        for slot in slots_of_kind(sheet, FieldKind.CATEGORY)
        if slot.key is not None and all(one.field != slot.key for one in sheet.offers)
    ]
    slots = [slot for slot in slots if slot.holds_item] or slots
    return slots[0] if len(slots) == 1 else None


def may_be_category(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether the words are as few as those of a category, and name or deny nothing."""
    tokens = sheet.tokens[first:stop]
    is_han = any(token.kind is TokenKind.HAN for token in tokens)
    longest = _LONGEST_LEFT_HAN if is_han else _LONGEST_LEFT
    is_pair = any(token.text in {":", "="} for token in tokens)
    text = sheet.text(first, stop)
    is_short = len(words_of(text)) <= longest
    return is_short and not (is_pair or is_negated(tokens) or is_remark(text))


def _category_clause(sheet: Sheet) -> tuple[int, int] | None:
    """Return the one clause that may be the missing category as well as a part of the text."""
    slot = _missing_category(sheet)
    if slot is None or slot.holds_item or slot.options:
        return None
    clauses = [clause for clause in sheet.clauses() if sheet.are_free(*clause)]
    short = [clause for clause in clauses if _is_like_a_category(sheet, *clause)]
    has_more = len(clauses) > 1 or bool(sheet.values)
    return short[0] if len(short) == 1 and has_more else None


def _is_like_a_category(sheet: Sheet, first: int, stop: int) -> bool:
    tokens = sheet.tokens[first:stop]
    is_plain = all(t.kind in WORDS or t.text in _JOINTS for t in tokens)
    words = words_of(sheet.text(first, stop))
    is_short = len(words) <= (
        _LONGEST_HAN_BESIDE if tokens[0].kind is TokenKind.HAN else _LONGEST_BESIDE
    )
    is_said = any(token.text not in STOP_WORDS and token.text not in IDLE for token in tokens)
    return is_plain and is_short and is_said and may_be_category(sheet, first, stop)


def _offer_clause(sheet: Sheet, text_slot: Slot, first: int, stop: int) -> None:
    slot = _missing_category(sheet)
    if slot is not None:
        text, (without, _) = sheet.text(first, stop), rest_as_text(sheet, without=(first, stop))
        sheet.offer(
            slot, text, (text,), why=Doubt.LEFT, is_named=False, beside=(text_slot, without)
        )
