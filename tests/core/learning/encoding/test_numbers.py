from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.learning.encoding.field import Group, center_and_scale, soft_clip, soft_unclip
from core.learning.encoding.numbers import CALENDAR, DateEncoder, NumberEncoder, quantile_edges

NAN = float("nan")
NUMBERS = st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=30)


@settings(max_examples=30, deadline=None)
@given(NUMBERS, st.integers(0, 12))
def test_a_number_is_as_wide_as_its_groups_and_finite(numbers: list[float], bins: int) -> None:
    encoder = NumberEncoder.fit(np.array([*numbers, NAN]), bins)
    columns = encoder.encode(np.array([*numbers, NAN, 1e15, 0.0]))
    assert columns.shape == (len(numbers) + 3, len(encoder.groups))
    assert len(encoder.groups) <= bins + 2
    assert np.all(np.isfinite(columns))


@settings(max_examples=30, deadline=None)
@given(NUMBERS, st.floats(-1e15, 1e15), st.floats(-1e15, 1e15))
def test_a_larger_number_is_nowhere_lower(numbers: list[float], one: float, other: float) -> None:
    encoder = NumberEncoder.fit(np.array(numbers), 6)
    low, high = encoder.encode(np.array([min(one, other), max(one, other)]))
    assert np.all(high >= low)


@settings(max_examples=30, deadline=None)
@given(NUMBERS)
def test_curves_are_centred_on_the_fit(numbers: list[float]) -> None:
    column = np.array([*numbers, 1.0, 2.0, 3.0])
    encoder = NumberEncoder.fit(column, 5)
    curves = encoder.encode(column)[:, [g is Group.CURVE for g in encoder.groups]]
    assert curves.mean(axis=0) == pytest.approx(np.zeros(curves.shape[1]), abs=1e-9)


def test_the_pieces_add_up_to_a_line_within_the_edges() -> None:
    """With the width of each bin as its weight, the curve is the straight line."""
    column = np.array([1.0, 2.0, 4.0, 8.0, 16.0])
    encoder = NumberEncoder.fit(column, 12)
    inside = np.linspace(1.0, 16.0, 31)
    pieces = encoder.encode(inside)[:, 1:-1] * np.sqrt(len(encoder.means))
    line = pieces @ np.diff(encoder.edges)
    assert line - line[0] == pytest.approx(inside - 1.0)


def test_beyond_the_edges_the_curve_is_flat_and_the_line_goes_on() -> None:
    encoder = NumberEncoder.fit(np.arange(20.0), 4)
    last, beyond = encoder.encode(np.array([19.0, 30.0]))
    assert beyond[1:].tolist() == last[1:].tolist()
    assert beyond[0] > last[0]


def test_a_missing_number_is_the_indicator_alone() -> None:
    encoder = NumberEncoder.fit(np.array([1.0, 2.0, 5.0, NAN]), 3)
    (missing,) = encoder.encode(np.array([NAN]))
    assert missing.tolist() == [0.0] * (len(missing) - 1) + [1.0]


def test_bins_hold_about_as_many_each() -> None:
    numbers = np.exp(np.random.default_rng(1).normal(size=1_200))
    counts, _ = np.histogram(numbers, quantile_edges(numbers, 12))
    assert len(counts) == 12
    assert counts.min() >= 95
    assert counts.max() <= 105


def test_edges_that_fall_together_on_a_repeated_number_go_to_the_others() -> None:
    """Nine in ten earned nothing: the bins tell the tenth apart all the same."""
    earned = np.concatenate([np.zeros(900), np.random.default_rng(5).uniform(1.0, 2.0, 100)])
    edges = quantile_edges(earned, 12)
    assert len(edges) == 13
    assert (edges > 1.0).sum() >= 10


@pytest.mark.parametrize(
    ("known", "bins"), [([], 5), ([1.0, 2.0], 5), ([3.0] * 9, 5), ([1, 2, 3], 1)]
)
def test_too_few_values_make_no_bins(known: list[float], bins: int) -> None:
    assert len(quantile_edges(np.array(known, dtype=np.float64), bins)) == 0


def test_a_date_is_its_day_its_month_and_its_weekday() -> None:
    days = np.array([date(2026, 1, day).toordinal() for day in range(1, 32)], dtype=np.float64)
    encoder = DateEncoder.fit(days, 4, with_calendar=True)
    columns = encoder.encode(days)
    weekdays = columns[:, 2:CALENDAR] + encoder.calendar[2:]
    # The first of January 2026 is a Thursday.
    assert weekdays[0] == pytest.approx(np.eye(7)[3])
    assert weekdays.sum(axis=1) == pytest.approx(np.ones(31))
    assert columns[:, CALENDAR] == pytest.approx(np.sort(columns[:, CALENDAR]))


def test_december_is_next_to_january() -> None:
    year = [date(2025, month, 15).toordinal() for month in range(1, 13)]
    encoder = DateEncoder.fit(np.array(year, dtype=np.float64), 0, with_calendar=True)
    angles = encoder.encode(np.array(year, dtype=np.float64))[:, :2]
    december = np.linalg.norm(angles - angles[-1], axis=1)
    assert december[0] == pytest.approx(december[-2], rel=1e-6)
    assert int(december.argmax()) == 5


@pytest.mark.parametrize("with_calendar", [True, False])
def test_any_date_is_read_and_a_missing_one_is_the_indicator_alone(*, with_calendar: bool) -> None:
    days = np.array([date.min.toordinal(), date.max.toordinal(), NAN], dtype=np.float64)
    encoder = DateEncoder.fit(days, 4, with_calendar=with_calendar)
    columns = encoder.encode(days)
    assert columns.shape == (3, len(encoder.groups))
    assert np.all(np.isfinite(columns))
    assert columns[2].tolist() == [0.0] * (columns.shape[1] - 1) + [1.0]


@settings(max_examples=30, deadline=None)
@given(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15))
def test_the_soft_clip_keeps_order_and_what_is_near(one: float, other: float) -> None:
    low, high = soft_clip(np.array([min(one, other), max(one, other)]), 10.0)
    assert low <= high
    assert soft_clip(np.array([3.0, -9.0]), 10.0).tolist() == [3.0, -9.0]


@settings(max_examples=30, deadline=None)
@given(st.floats(-30.0, 30.0))
def test_the_soft_clip_is_undone(z: float) -> None:
    clipped = soft_clip(np.array([z]), 10.0)
    assert soft_unclip(clipped, 10.0)[0] == pytest.approx(z, abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(-1e15, 1e15), max_size=12))
def test_every_column_has_a_positive_scale(values: list[float]) -> None:
    center, scale = center_and_scale(np.array(values))
    assert np.isfinite(center)
    assert 0 < scale < np.inf
