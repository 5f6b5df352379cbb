"""Questions with fields left out are answered by what those fields may be."""

import numpy as np
import pytest

from core.domain.fields import FieldKind, Values
from core.domain.forecast import CategoryForecast, NumberForecast
from core.domain.task import TargetKind, Task, Truth
from core.learning.encoding.table import Reader
from core.learning.learner import Learner
from core.learning.missing_fields import MOST_DONORS, complete, has_new_gaps
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import PLACE, SIZE, examples_of, task_of

KINDS = (FieldKind.NUMBER, FieldKind.CATEGORY)
LEVELS = {"Mitte": 100.0, "Wedding": 200.0, "Pankow": 300.0}
NUMBERS, LABELS = task_of(KINDS, TargetKind.NUMBER), task_of(KINDS, TargetKind.CATEGORY)


def test_a_category_left_out_spans_what_its_values_give() -> None:
    learner = _learner(NUMBERS, [(_row(at), _price(at)) for at in range(120)])
    (known,) = learner.predict([{SIZE: 5.0, PLACE: "Wedding"}])
    (open_,) = learner.predict([{SIZE: 5.0}])
    assert isinstance(known.forecast, NumberForecast)
    assert isinstance(open_.forecast, NumberForecast)
    narrow, wide = known.forecast.interval(0.8), open_.forecast.interval(0.8)
    assert narrow.high - narrow.low < 30
    assert 95 < wide.low < 125
    assert 295 < wide.high < 345
    assert open_.forecast.interval(0.9).high >= wide.high
    assert open_.familiarity is None or open_.familiarity > 0.05


def test_what_is_known_says_what_is_left_out() -> None:
    """Size tells the place here, so a question without the place loses nothing."""
    pairs: list[tuple[Values, Truth]] = []
    for at in range(90):
        place, level = list(LEVELS.items())[at % 3]
        pairs.append(({SIZE: 10.0 * (at % 3) + at / 90, PLACE: place}, level))
    learner = _learner(NUMBERS, pairs)
    (answer,) = learner.predict([{SIZE: 10.5}])
    assert isinstance(answer.forecast, NumberForecast)
    assert answer.forecast.center == pytest.approx(200, abs=15)
    assert answer.forecast.interval(0.8).high < 260


def test_labels_are_averaged_over_what_is_left_out() -> None:
    learner = _learner(LABELS, [(_row(at), "dear" if at % 3 == 2 else "cheap") for at in range(90)])
    (answer,) = learner.predict([{SIZE: 4.0}])
    assert isinstance(answer.forecast, CategoryForecast)
    assert answer.forecast.probability("dear") == pytest.approx(1 / 3, abs=0.12)


def test_what_no_lesson_has_is_no_new_gap() -> None:
    reader = Reader(NUMBERS)
    lessons = [reader.read({SIZE: float(at)}) for at in range(9)]
    assert not has_new_gaps(reader.read({SIZE: 3.0}), lessons)
    assert has_new_gaps(reader.read({}), lessons)


def test_gaps_that_some_lessons_have_together_are_not_new() -> None:
    reader = Reader(NUMBERS)
    lessons = [reader.read({SIZE: 3.0} if at % 4 else _row(at)) for at in range(40)]
    assert not has_new_gaps(reader.read({SIZE: 3.0}), lessons)
    assert has_new_gaps(reader.read({}), lessons)
    few = [reader.read(_row(at)) for at in range(40)] + lessons[1:3]
    assert has_new_gaps(reader.read({SIZE: 3.0}), few)


def test_completions_have_the_gaps_of_their_donors() -> None:
    reader = Reader(NUMBERS)
    donors = [
        reader.read({SIZE: 3.0} if at % 4 else {SIZE: 3.0, PLACE: "Mitte"}) for at in range(40)
    ]
    found = complete(reader.read({SIZE: 3.0}), [_place(reader)], donors, reader)
    assert len(found.rows) == 2
    assert sorted(found.weights) == pytest.approx([0.25, 0.75])


def test_completions_are_few_weighted_and_keep_what_was_given() -> None:
    reader = Reader(NUMBERS)
    donors = [reader.read(_row(at)) for at in range(500)]
    found = complete(reader.read({PLACE: "Mitte"}), [1 - _place(reader)], donors, reader)
    assert len(found.rows) <= MOST_DONORS
    assert found.weights.sum() == pytest.approx(1.0)
    place = _place(reader)
    assert {row[place] for row in found.rows} == {reader.read({PLACE: "Mitte"})[place]}


def test_a_gap_of_many_lessons_keeps_its_meaning() -> None:
    """Where the size is not told the price is 500, whatever the place."""
    pairs: list[tuple[Values, Truth]] = [(_row(at), _price(at)) for at in range(60)]
    pairs += [({PLACE: list(LEVELS)[at % 3]}, 500.0) for at in range(20)]
    (answer,) = _learner(NUMBERS, pairs).predict([{PLACE: "Mitte"}])
    assert isinstance(answer.forecast, NumberForecast)
    assert answer.forecast.center == pytest.approx(500, abs=40)


def test_no_field_given_is_answered_by_all_that_was_taught() -> None:
    learner = _learner(NUMBERS, [(_row(at), _price(at)) for at in range(60)])
    (answer,) = learner.predict([{}])
    assert isinstance(answer.forecast, NumberForecast)
    assert 150 < answer.forecast.center < 260
    assert np.isfinite(answer.forecast.interval(0.9).high)


def _place(reader: Reader) -> int:
    """Return where the place is in a row."""
    return list(reader.kinds).index(PLACE)


def _row(at: int) -> Values:
    return {SIZE: float(at % 10), PLACE: list(LEVELS)[at % 3]}


def _price(at: int) -> float:
    return LEVELS[list(LEVELS)[at % 3]] + 2.0 * (at % 10) + (at * 7 % 5) - 2.0


def _learner(task: Task, pairs: list[tuple[Values, Truth]]) -> Learner:
    learner = Learner(task, CONFIG)
    learner.observe(examples_of(pairs))
    return learner
