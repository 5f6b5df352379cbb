from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.fields import Values
from core.domain.identity import ExampleId, FieldKey
from core.domain.task import TargetKind, Truth
from core.learning.cleaning import Counting, Key, lesson_key
from core.learning.learner import Learner
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import (
    GARDEN,
    KINDS,
    MEMBERS,
    NOTES,
    PLACE,
    SINCE,
    SIZE,
    example,
    task_of,
)

ANA, BEN, _ = MEMBERS
TASK = task_of(KINDS, TargetKind.NUMBER)
FLAT: Values = {
    SIZE: 90.0,
    PLACE: "Kreuzberg",
    GARDEN: True,
    SINCE: date(2025, 5, 1),
    NOTES: "Sunny, quiet!",
}


@pytest.mark.parametrize(
    "same",
    [
        FLAT,
        {**FLAT, SIZE: 90.0000001},
        {**FLAT, PLACE: " kreuzberg"},
        {**FLAT, NOTES: "sunny  quiet"},
        dict(reversed(list(FLAT.items()))),
        {**FLAT, FieldKey("f99"): "of a field that is gone"},
    ],
)
def test_an_exact_copy_that_cannot_be_chance_counts_once(same: Values) -> None:
    assert _counted((FLAT, 420.0), (same, 420.0)) == [1]
    assert _counted((FLAT, 420.0), (same, 420.0000001)) == [1]


@pytest.mark.parametrize(
    "other",
    [
        {**FLAT, SIZE: 90.1},
        {**FLAT, PLACE: "Kreuzburg"},
        {**FLAT, GARDEN: False},
        {**FLAT, SINCE: date(2025, 5, 2)},
        {**FLAT, NOTES: "sunny"},
        {key: value for key, value in FLAT.items() if key != NOTES},
    ],
)
def test_what_differs_counts(other: Values) -> None:
    assert _counted((FLAT, 420.0), (other, 420.0)) == [1, 2]


def test_another_answer_of_the_same_member_counts() -> None:
    assert _counted((FLAT, 420.0), (FLAT, 430.0)) == [1, 2]


def test_a_copy_by_another_member_is_one_observation() -> None:
    learner = Learner(TASK, CONFIG)
    learner.observe([example(1, FLAT, 420.0, author=ANA), example(2, FLAT, 420.0, author=BEN)])
    assert (learner.examples, learner.duplicates) == (1, 1)
    learner.observe([example(3, FLAT, 900.0, author=BEN)])
    assert (learner.examples, learner.duplicates) == (2, 1)


@pytest.mark.parametrize(
    ("values", "truth"),
    [
        ({PLACE: "Mitte"}, 5.0),
        ({PLACE: "Mitte", SIZE: 90.0, GARDEN: True}, 1250.0),
        ({NOTES: "rain"}, 0.0),
        ({NOTES: "下雨"}, 0.0),
        ({}, 3.0),
    ],
)
def test_repeats_of_coarse_lessons_all_count(values: Values, truth: Truth) -> None:
    assert _counted(*[(values, truth)] * 4) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "notes", ["the lift stops between two floors when it rains", "下雨时电梯会停在两层楼之间不动"]
)
def test_a_long_text_is_no_repeat_by_chance(notes: str) -> None:
    assert _counted(({NOTES: notes}, 1.0), ({NOTES: notes}, 1.0)) == [1]


def test_minus_zero_is_zero_and_yes_is_not_one() -> None:
    assert _key({**FLAT, SIZE: -0.0}) == _key({**FLAT, SIZE: 0.0})
    assert _key({**FLAT, GARDEN: True}) != _key({**FLAT, GARDEN: 1.0})


MOVES = st.lists(st.tuples(st.booleans(), st.integers(1, 6), st.sampled_from("abc")), max_size=25)


@settings(max_examples=25, deadline=None)
@given(MOVES, st.integers(1, 7).map(ExampleId))
def test_of_each_key_the_lowest_id_that_has_not_faded_counts_whatever_came_and_went(
    moves: list[tuple[bool, int, str]], since: ExampleId
) -> None:
    """Against a dictionary of what is there, after every change."""
    counting, there, counted = Counting().since(since), dict[ExampleId, Key](), set[ExampleId]()
    for is_put, number, letter in moves:
        one = ExampleId(number)
        if is_put:
            there[one] = letter.encode()
            change = counting.change(put=[(one, letter.encode())], drop=())
        else:
            there.pop(one, None)
            change = counting.change(put=(), drop=[one])
        assert set(change.gone) <= counted
        counted = (counted - set(change.gone)) | set(change.came)
        new = {other: key for other, key in there.items() if other >= since}
        assert counted == counting.counted()
        assert counted == {
            min(other for other, key in new.items() if key == wanted) for wanted in new.values()
        }
        assert counting.duplicates + counting.faded == len(there) - len(counted)
        assert counting.faded == len(set(there.values()) - set(new.values()))


def test_a_copy_counts_for_itself() -> None:
    counting = Counting()
    counting.change(put=[(ExampleId(1), b"a")], drop=())
    other = counting.copy()
    other.change(put=[(ExampleId(2), b"a")], drop=())
    assert (counting.duplicates, other.duplicates) == (0, 1)


def _counted(*pairs: tuple[Values, Truth]) -> list[int]:
    """Return the ids that count when one member teaches these in turn."""
    learner = Learner(TASK, CONFIG)
    learner.observe([example(at, *pair, author=ANA) for at, pair in enumerate(pairs, start=1)])
    return [one.id for one in learner.taught]


def _key(values: Values) -> Key:
    return lesson_key(TASK, example(1, values, 1.0))
