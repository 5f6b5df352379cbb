"""Sentences written to keep the bot busy: the work grows as the text does, and no faster.

Work is counted in lines of our own code that run, not in seconds, so that a busy machine changes
nothing. What C code does in one line is bounded apart: comparisons by a budget, and the one
regular expression by having no two ways to match.
"""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from core.assistant.reading import Known, draft_task, read_lesson, read_question, read_truth
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import slots_of
from core.assistant.reading.tokens import tokenise
from core.domain.task import Task
from core.errors import UserError
from tests.core.assistant.reading.tasks import FLATS, TODAY, seen_by, task_of

SMALL = FLATS
SMALL_SEEN = seen_by(SMALL, {"district": ["a b", "a a b", "Kreuzberg"], "rooms": [1, 5]})
LARGE = task_of(
    *(
        f"field {n}: {kind}"
        for n in range(49)
        for kind in [["number", "number m²", "category", "yes/no", "date", "number €"][n % 6]]
    ),
    "post: text",
)
LARGE_SEEN = Known(
    categories={field.key: [f"value {n}" for n in range(20)] for field in LARGE.fields},
    numbers={field.key: [1.0, 2.0] for field in LARGE.fields},
)

_HOSTILE = (
    "9|1 |a |a:|=|->|field |field 1 |field 1: |1-|- |1,|,|1.|一|三室|万|two |twenty-|1k |€ |1€|5m |"
    'lorem ipsum |value 0.|field 2: "|no |\u0301|(|1h 5min |1 to |1 000 000 |1e1e|post: a, |'
    "sold for |a b |1/|may 1 |in 3 |district |rooms 3 |2026-05-31 |and |hundred |9.9.9 |a_|: |'|"
    "post: a b, c d, "
)
HOSTILE = _HOSTILE.split("|")


def lines_run(call: Callable[[], object]) -> int:
    """Return how many lines of the reading run."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        if "reading" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]  # typeshed's trace function is recursive
    try:
        call()
    except UserError:
        pass
    finally:
        sys.settrace(before)
    return count


def filled(piece: str, length: int) -> str:
    return (piece * length)[:length]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize(("task", "known"), [(SMALL, SMALL_SEEN), (LARGE, LARGE_SEEN)])
def test_work_grows_as_the_text_does(piece: str, task: Task, known: Known) -> None:
    def work(length: int) -> int:
        text = filled(piece, length)
        return lines_run(lambda: read_lesson(text, task, known, today=TODAY))

    once, fourfold = work(300), work(1200)
    assert fourfold < 5 * once + 5_000


def first_lesson(text: str) -> object:
    return draft_task(f"{text} -> 1")


def correction(text: str) -> object:
    return read_truth(text, SMALL.target, SMALL_SEEN)


@pytest.mark.parametrize("read", [first_lesson, correction])
@pytest.mark.parametrize("piece", HOSTILE)
def test_first_lessons_and_corrections_grow_as_the_text_does(
    read: Callable[[str], object], piece: str
) -> None:
    once, fourfold = (lines_run(partial(read, filled(piece, n))) for n in (300, 1200))
    assert fourfold < 5 * once + 5_000


@pytest.mark.parametrize("piece", HOSTILE)
def test_twenty_thousand_characters_are_read(piece: str) -> None:
    text = filled(piece, 20_000)
    tokens = tokenise(text)
    assert len(tokens) <= len(text)
    reading = read_question(text, SMALL, SMALL_SEEN, today=TODAY)
    assert set(reading.values) <= {field.key for field in SMALL.fields}


def test_comparisons_have_a_budget() -> None:
    sheet = Sheet("a sentence", slots_of(SMALL, SMALL_SEEN))
    assert sheet.may_compare(40_000)
    assert not sheet.may_compare(20_000)
    assert sheet.may_compare(10_000)
    assert not sheet.may_compare(1)
