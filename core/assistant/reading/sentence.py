"""A plain sentence as the values of a task's fields, and of its target in a lesson."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from core.assistant.reading import category_steps, number_steps, order_steps
from core.assistant.reading.arrows import split_at_arrow
from core.assistant.reading.categories import Vocabulary
from core.assistant.reading.date_steps import read_dates
from core.assistant.reading.leftovers import rest_as_text, unread_in
from core.assistant.reading.marks import Marks, slots_of_kind
from core.assistant.reading.misread import Misread
from core.assistant.reading.names import Names
from core.assistant.reading.negation import is_negated
from core.assistant.reading.pairs import read_pairs
from core.assistant.reading.records import Doubt, Known, Reading, Unclear
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot, slot_of_target, slots_of
from core.assistant.reading.speech import IDLE, SOLD_FOR, STOP_WORDS
from core.assistant.reading.tokens import Token, TokenKind, words_of
from core.assistant.reading.truths import beside_truth, read_truth
from core.assistant.reading.yes_no_steps import read_opposites, read_yes_or_no
from core.domain.fields import FieldKind
from core.domain.task import Target, TargetKind, Task
from core.domain.text import visible
from core.errors import InvalidValue


def read_question(
    sentence: str, task: Task, known: Known, *, today: date, is_quoted: bool = False
) -> Reading:
    """Return what a question says of the task's fields; a target after an arrow is ignored.

    Args:
        sentence: what was written.
        task: whose fields.
        known: what the task has seen.
        today: the member's day, from which days in words are counted.
        is_quoted: whether it was not written as a question: an arrow in it is part of it.
    """
    sentence = visible(sentence)
    slots, rival = slots_of(task, known), slot_of_target(task.target, known)
    parts = None if is_quoted else split_at_arrow(sentence, slots)
    if parts is None or not _is_no_text(parts[1], task.target, known):
        return _reading(_read(sentence, slots, today, rival=rival), task)
    reading = _reading(_read(parts[0], slots, today), task)
    target = parts[1].strip(" ?")
    return replace(reading, unread=(*reading.unread, target)) if target else reading


def _is_no_text(text: str, target: Target, known: Known) -> bool:
    """Return whether what follows an arrow is a target rather than part of a text."""
    if not text.strip(" ?"):
        return True
    return _is_known_target(text, target, known)


def _is_known_target(text: str, target: Target, known: Known) -> bool:
    try:
        found = read_truth(text, target, known)
    except InvalidValue:
        return False
    return isinstance(found, Unclear | float) or found in target.labels or found in known.labels


def read_lesson(sentence: str, task: Task, known: Known, *, today: date) -> Reading:
    """Return what a lesson says of the task's fields and of its target.

    The target is what follows the arrow or, without one, what is named (``price 420k``), said
    (``sold for 420k``) or left over for it alone.

    Raises:
        InvalidValue: what follows the arrow is no target of this task.
    """
    sentence = visible(sentence)
    slots = slots_of(task, known, is_past=True)
    parts = split_at_arrow(sentence, slots)
    if parts is None:
        sheet = _read(sentence, (*slots, slot_of_target(task.target, known)), today)
        return _reading(sheet, task)
    has_text = any(slot.kind is FieldKind.TEXT for slot in slots)
    earlier = split_at_arrow(parts[0], slots)
    if earlier is not None and not (has_text and _is_no_truth(earlier[1], task.target, known)):
        raise Misread("one lesson")
    said, more = _truth_and_more(parts[1], task.target)
    truth = read_truth(said, task.target, known)
    reading = _reading(_read(parts[0] + more, slots, today), task)
    beside = beside_truth(said, task.target, known)
    reading = replace(reading, unread=(*reading.unread, *beside))
    if _is_asked(said, task.target, known):
        truth = _as_asked(said, task.target, known)
    if isinstance(truth, Unclear):
        return replace(reading, unclear=(*reading.unclear, truth))
    return replace(reading, target=truth)


def _is_no_truth(said: str, target: Target, known: Known) -> bool:
    """Return whether what begins behind an arrow is part of a text rather than a target."""
    clauses = Sheet(said, ()).clauses()
    first = Sheet(said, ()).text(*clauses[0]) if clauses else ""
    return not first or not _is_known_target(first, target, known)


def _is_asked(said: str, target: Target, known: Known) -> bool:
    """Return whether a question mark stands behind a target that is none of a label's own."""
    return said.rstrip().endswith(_QUESTION_MARKS) and said.strip() not in {
        *target.labels,
        *known.labels,
    }


def _as_asked(said: str, target: Target, known: Known) -> Unclear:
    text = said.strip()
    truth = read_truth(text.rstrip("".join(_QUESTION_MARKS)), target, known)
    if isinstance(truth, Unclear):
        return truth
    return Unclear(field=None, text=text, readings=(truth,), why=Doubt.ASKED)


def _truth_and_more(said: str, target: Target) -> tuple[str, str]:
    """Return the clause after the arrow that says a number, and what else was said there.

    ``352k; sold 2025-01-01`` goes on with the fields. A label may hold commas itself.
    """
    if not target.kind.is_number:
        return said, ""
    clauses = Sheet(said, ()).clauses()
    tokens = Sheet(said, ()).tokens
    if len(clauses) < 2 or not _has_number(tokens, *clauses[0]):
        return said, ""
    if target.kind is TargetKind.RATING or _takes_back(tokens[clauses[0][1] :]):
        return said, ""
    stop = clauses[0][1]
    return said[: tokens[stop - 1].end], f", {said[tokens[clauses[1][0]].start :]}"


def _takes_back(tokens: Sequence[Token]) -> bool:
    """Return whether words and a number there put another right: ``400, no, 380``, 哦不对，3400."""
    texts = [token.text for token in tokens]
    joined = "".join(texts)
    says_no = not _CORRECTING.isdisjoint(texts) or any(words in joined for words in _CORRECTING_HAN)
    return says_no and any(token.kind is TokenKind.NUMBER for token in tokens)


def _has_number(tokens: Sequence[Token], first: int, stop: int) -> bool:
    return any(token.kind is TokenKind.NUMBER for token in tokens[first:stop])


def _read(sentence: str, slots: Sequence[Slot], today: date, *, rival: Slot | None = None) -> Sheet:
    """Return the sheet after every step; each sees only what those before it left."""
    sheet = Sheet(sentence, slots, rival=rival)
    cues = [(cue, slot) for slot in slots if slot.key is None for cue in SOLD_FOR]
    names, vocabulary = Names(slots, cues), Vocabulary(slots)
    is_apart = partial(_is_value_alone, sheet, today)
    read_pairs(sheet, names, vocabulary, today=today, is_apart=is_apart)
    marks = Marks(sheet, names)
    read_dates(sheet, marks, today=today)
    category_steps.read_named_known(sheet, marks, vocabulary)
    for _ in range(2):  # what follows a name may be known itself: "Dune Villeneuve"
        category_steps.read_known(sheet, vocabulary)
    read_opposites(sheet)
    marks.add_misspelt()
    quantities = number_steps.free_quantities(sheet, marks)
    number_steps.read_named(sheet, marks, quantities)
    read_yes_or_no(sheet, marks)
    category_steps.read_named_new(sheet, marks, vocabulary)
    number_steps.read_by_unit(sheet, quantities)
    order_steps.read_in_order(sheet, today=today)
    order_steps.read_item(sheet)
    number_steps.read_alone(sheet, quantities)
    order_steps.read_numeric_item(sheet)
    category_steps.offer_near(sheet, vocabulary)
    _read_text(sheet)
    number_steps.ignore_numbers(sheet, quantities)
    return sheet


def _is_value_alone(sheet: Sheet, today: date, first: int, stop: int) -> bool:
    """Return whether a clause behind a named text is all a known value of another field."""
    others = [
        slot
        for slot in sheet.open_slots()
        if slot.kind is not FieldKind.TEXT and not slot.holds_item and slot.key is not None
    ]
    if stop - first > _LONGEST_APART or not sheet.may_compare(len(others) * _CLAUSE_COST):
        return False
    if all(token.kind is TokenKind.NUMBER for token in sheet.tokens[first:stop]):
        return False
    alone = _read(sheet.text(first, stop), others, today)
    is_known = all(
        slot.kind is not FieldKind.CATEGORY or value in slot.seen or _begins_with(alone, slot)
        for slot, value in alone.values.items()
    )
    return (
        bool(alone.values) and is_known and not (alone.unclear or alone.offers or unread_in(alone))
    )


def _begins_with(sheet: Sheet, slot: Slot) -> bool:
    """Return whether the sentence begins with the slot's name."""
    name = words_of(slot.name)
    return tuple(token.text for token in sheet.tokens[: len(name)]) == tuple(name)


def _read_text(sheet: Sheet) -> None:
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


_LONGEST_APART = 8
"""Words and signs of a clause that says another field's value; more are a part of the text."""
_CLAUSE_COST = 20
"""Reading a clause takes about as long as comparing so many words with each field."""
_CORRECTING = frozenset(["no", "wait", "sorry", "oops", "actually", "mean", "meant", "rather"])
_CORRECTING_HAN = ("不对", "哦不", "不是", "错了", "应该", "说错")
"""Words that take back the number before them."""
_QUESTION_MARKS = ("?", "？")
_WORDS = frozenset({TokenKind.WORD, TokenKind.HAN})
_LONGEST_LEFT, _LONGEST_LEFT_HAN = 4, 8
"""Words and Chinese characters; more are a remark rather than a category."""
_LONGEST_BESIDE, _LONGEST_HAN_BESIDE = 2, 4
"""The same beside a text, to which a longer clause belongs."""
_JOINTS = frozenset({"-", "/", "&", "'"})
"""Signs inside a category's name."""


def _reading(sheet: Sheet, task: Task) -> Reading:
    idle = {word for name in (task.name, task.target.name) for word in words_of(name)}
    plural = {f"{word}s" for word in idle} | {word.removesuffix("s") for word in idle}
    spans = unread_in(sheet, idle | plural)
    _offer_left(sheet, spans)
    target = next((value for slot, value in sheet.values.items() if slot.key is None), None)
    return Reading(
        values={s.key: sheet.values[s] for s in sheet.slots if s in sheet.values and s.key},
        target=target if isinstance(target, float | str) else None,
        unclear=tuple(sheet.unclear[slot] for slot in sheet.slots if slot in sheet.unclear),
        offers=tuple(sheet.offers),
        unread=tuple(text for span in spans if (text := sheet.text(*span)).strip()),
    )


def _offer_left(sheet: Sheet, spans: Sequence[tuple[int, int]]) -> None:
    """Offer the only unread words as the value of the only category that is missing."""
    slot = _missing_category(sheet)
    named = [one.text for one in sheet.offers if one.why is Doubt.UNREADABLE]
    worded = [
        (at, to)
        for at, to in spans
        if any(token.kind in _WORDS for token in sheet.tokens[at:to])
        and not any(text in sheet.text(at, to) for text in named)
    ]
    if slot is None or len(worded) != 1 or not _may_be_category(sheet, *worded[0]):
        return
    text = sheet.text(*worded[0])
    if not slot.options:
        sheet.offer(slot, text, (text,), why=Doubt.LEFT, is_named=False)
    elif _is_like_a_category(sheet, *worded[0]):
        sheet.offer(slot, text, slot.options, why=Doubt.UNLISTED, is_named=False)


def _missing_category(sheet: Sheet) -> Slot | None:
    """Return the only category that nothing was read or offered for, if any value may be taught."""
    slots = [
        slot
        for slot in slots_of_kind(sheet, FieldKind.CATEGORY)
        if slot.key is not None and all(one.field != slot.key for one in sheet.offers)
    ]
    return slots[0] if len(slots) == 1 else None


def _may_be_category(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether the words are as few as those of a category, and name or deny nothing."""
    tokens = sheet.tokens[first:stop]
    is_han = any(token.kind is TokenKind.HAN for token in tokens)
    longest = _LONGEST_LEFT_HAN if is_han else _LONGEST_LEFT
    is_pair = any(token.text in {":", "="} for token in tokens)
    return (
        len(words_of(sheet.text(first, stop))) <= longest and not is_pair and not is_negated(tokens)
    )


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
    is_plain = all(t.kind in _WORDS or t.text in _JOINTS for t in tokens)
    words = words_of(sheet.text(first, stop))
    is_short = len(words) <= (
        _LONGEST_HAN_BESIDE if tokens[0].kind is TokenKind.HAN else _LONGEST_BESIDE
    )
    is_said = any(token.text not in STOP_WORDS and token.text not in IDLE for token in tokens)
    return is_plain and is_short and is_said and _may_be_category(sheet, first, stop)


def _offer_clause(sheet: Sheet, text_slot: Slot, first: int, stop: int) -> None:
    slot = _missing_category(sheet)
    if slot is not None:
        text, (without, _) = sheet.text(first, stop), rest_as_text(sheet, without=(first, stop))
        sheet.offer(
            slot, text, (text,), why=Doubt.LEFT, is_named=False, beside=(text_slot, without)
        )
