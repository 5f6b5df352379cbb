"""What holds of every text and every value."""

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.assistant.reading import (
    Known,
    Unclear,
    draft_fields,
    draft_task,
    read_lesson,
    read_question,
    read_truth,
    read_value,
)
from core.assistant.reading.markup import without_markup
from core.assistant.reading.tokens import fold, tokenise
from core.domain.fields import Field, FieldKind, Value, show_plain
from core.domain.task import Target, Task
from core.domain.text import visible
from core.errors import UserError
from tests.core.assistant.reading.tasks import (
    FLATS,
    FLATS_SEEN,
    LABEL,
    MOVIES,
    NUMBER,
    SIZES,
    TODAY,
    TRIAGE,
    task_of,
)

EVENTS = task_of("when: date", "balcony: yes/no", "kind: category", "note: text", "od_1/b: number")
T = TypeVar("T")
TASKS = [FLATS, TRIAGE, MOVIES, SIZES, EVENTS]

# Pieces that the grammar knows, so that arbitrary texts reach its corners.
_PIECES = (
    "size area post os when balcony kind note mac Kreuzberg rooms price no yes with : = -> => , ; "
    "1 1.250 1,5 3-4 90 m² 420k € $ m k million two twenty hundred - ~ to 31 May 2026 2026-05-31 "
    'next Friday 三 室 万 二手 平 年 月 日 ， 。 ： " ( ) 1e6 1e999 0 -0 . % 3rd sold for /'
)
PIECES = st.sampled_from(_PIECES.split())
JUMBLE = st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=25).map(
    lambda parts: "".join(piece + blank for piece, blank in parts)
)
TEXTS = st.one_of(st.text(max_size=120), JUMBLE)
NUMBERS = st.floats(min_value=-1e15, max_value=1e15)
LABELS = (
    st.text(min_size=1, max_size=100)
    .map(lambda text: " ".join(visible(text).split()))
    .filter(lambda text: bool(text) and text == visible(text))
)
# A category in a sentence ends at a comma, and text before an arrow.
PLAIN_WORDS = st.from_regex(
    r"[a-zA-Zäß²三室][a-zA-Zäß0-9²三室 ._#+/-]{0,30}[a-z0-9]", fullmatch=True
).filter(lambda text: "->" not in text and "  " not in text)


@given(TEXTS)
def test_folding_keeps_every_position(text: str) -> None:
    folded, tokens = fold(text), tokenise(text)
    assert len(folded) == len(text)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    within = {at for token in tokens for at in range(token.start, token.end)}
    rest = "".join(char for at, char in enumerate(folded) if at not in within)
    assert not rest.translate(dict.fromkeys(map(ord, "*_~|`>"))).strip()


def outcome(call: Callable[[], T]) -> T | None:
    """Return what the call gives, or None where it answers with a sentence."""
    try:
        return call()
    except UserError as error:
        if not str(error):
            raise
        return None


@pytest.mark.parametrize("task", TASKS)
@given(text=TEXTS)
@example(text="0%室")
def test_any_sentence_is_read_or_answered_with_a_sentence(task: Task, text: str) -> None:
    for read in (read_question, read_lesson):
        reading = outcome(partial(read, text, task, FLATS_SEEN, today=TODAY))
        if reading is None:
            continue
        assert task.check_values(reading.values) == dict(reading.values)
        assert reading.target is None or task.target.check(reading.target) == reading.target
        for unclear in reading.unclear:
            assert len(unclear.readings) > 1
            assert unclear.field not in reading.values
            check = task.target.check if unclear.field is None else task.field(unclear.field).check
            assert [check(value) for value in unclear.readings] == list(unclear.readings)


@given(TEXTS)
def test_any_first_lesson_is_a_task_or_answered_with_a_sentence(text: str) -> None:
    for lesson in (text, f"{text} -> 3", f"size 1 -> {text}"):
        draft = outcome(partial(draft_task, lesson))
        if draft is not None:
            assert draft.values == {f.key: f.check(draft.values[f.key]) for f in draft.fields}
            assert draft.target.check(draft.truth) == draft.truth


@given(st.lists(TEXTS, max_size=4))
def test_any_field_lines_are_fields_or_answered_with_a_sentence(lines: list[str]) -> None:
    fields = outcome(partial(draft_fields, lines))
    assert fields is None or len(fields) == len([line for line in lines if line.strip()])


@pytest.mark.parametrize("target", [NUMBER, LABEL, FLATS.target, TRIAGE.target])
@given(text=TEXTS)
def test_any_correction_is_a_truth_or_answered_with_a_sentence(target: Target, text: str) -> None:
    known = Known(labels=("bug", "not a bug"), targets=(1, 5))
    truth = outcome(partial(read_truth, text, target, known))
    assert truth is None or isinstance(truth, Unclear) or target.check(truth) == truth


def field_of(kind: FieldKind, name: str = "thing") -> Field:
    return draft_fields([f"{name}: {kind}"])[0]


VALUES = st.one_of(
    st.tuples(st.just(FieldKind.NUMBER), NUMBERS),
    st.tuples(st.just(FieldKind.CATEGORY), LABELS.filter(lambda t: without_markup(t) == t)),
    st.tuples(st.just(FieldKind.YES_NO), st.booleans()),
    st.tuples(st.just(FieldKind.DATE), st.dates()),
    st.tuples(st.just(FieldKind.TEXT), st.text(min_size=1).map(str.strip).filter(bool)),
)


@given(VALUES)
def test_a_value_as_files_show_it_reads_back_the_same(drawn: tuple[FieldKind, Value]) -> None:
    kind, value = drawn
    read = read_value(show_plain(value), field_of(kind), Known(), today=TODAY)
    assert read == value
    assert type(read) is type(value)


@given(NUMBERS, st.lists(NUMBERS, max_size=5))
def test_a_number_of_the_history_reads_back_the_same(number: float, others: list[float]) -> None:
    field = field_of(FieldKind.NUMBER)
    known = Known(numbers={field.key: [number, *others]})
    assert read_value(show_plain(number), field, known, today=TODAY) == number


@given(
    st.one_of(
        st.tuples(st.just(FieldKind.NUMBER), NUMBERS),
        st.tuples(st.just(FieldKind.CATEGORY), PLAIN_WORDS),
        st.tuples(st.just(FieldKind.YES_NO), st.booleans()),
        st.tuples(st.just(FieldKind.DATE), st.dates()),
        st.tuples(st.just(FieldKind.TEXT), PLAIN_WORDS),
    ),
    st.from_regex(r"[a-zA-Z室][\w .,/²'&+-]{0,20}[a-z0-9²]", fullmatch=True),
    st.sampled_from([": ", ":", "=", " = ", "："]),
)
def test_a_named_value_in_a_sentence_reads_back_the_same(
    drawn: tuple[FieldKind, Value], name: str, mark: str
) -> None:
    kind, value = drawn
    task = task_of(f"{name}: {kind}")
    reading = read_question(f"{name}{mark}{show_plain(value)}", task, Known(), today=TODAY)
    assert dict(reading.values) == {task.fields[0].key: value}
    assert reading.unread == ()


def test_the_day_is_given_not_taken_from_the_clock() -> None:
    when = draft_fields(["when: date"])[0]
    assert read_value("tomorrow", when, Known(), today=date(1999, 12, 31)) == date(2000, 1, 1)
