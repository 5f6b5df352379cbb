import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant.plausible import History
from core.assistant.priors import prior_of

PRICES = [300_000.0, 412_000.0, 350_000.0, 520_000.0, 275_000.0, 610_000.0]


@pytest.mark.parametrize("value", [412.0, 4.2, 999_999_999.0, -400_000.0, 0.0])
def test_slips_and_jokes_are_far_outside(value: float) -> None:
    assert History(PRICES).is_far_outside(value)


@pytest.mark.parametrize("value", [100_000.0, 1_500_000.0, 412_000.0])
def test_unusual_but_possible_values_are_not(value: float) -> None:
    assert not History(PRICES).is_far_outside(value)


@pytest.mark.parametrize(
    ("value", "meant"), [(412.0, 412_000.0), (0.412, 412_000.0), (41.2, 412_000.0), (7.0, None)]
)
def test_a_slip_is_undone(value: float, meant: float | None) -> None:
    assert History(PRICES).likely_meant(value) == meant


@given(st.lists(st.floats(-1e6, 1e6), min_size=5), st.data())
def test_what_most_values_are_is_never_odd(history: list[float], data: st.DataObject) -> None:
    ordered = sorted(history)
    ends = max(2, len(ordered) // 50)
    middle = ordered[ends : len(ordered) - ends] or [ordered[len(ordered) // 2]]
    assert not History(history).is_far_outside(data.draw(st.sampled_from(middle)))


@pytest.mark.parametrize("absurd", [1e14, -5.0, 0.001])
def test_one_absurd_value_that_was_confirmed_lets_no_other_pass(absurd: float) -> None:
    seen = History([*PRICES[:4], absurd])
    assert seen.is_far_outside(5_000_000.0)
    assert not seen.is_far_outside(600_000.0)


def test_small_counts_and_none_of_them_are_not_odd() -> None:
    assert not History([13.0, 9.0, 16.0, 15.0, 16.0, 14.0]).is_far_outside(1.0)
    assert not History([956.0, 643.0, 456.0, 686.0, 298.0]).is_far_outside(0.0)


@pytest.mark.parametrize(
    ("name", "unit", "value"),
    [
        ("price", "€", 1e9),
        ("价格", "元", 5e9),
        ("area", "m²", -90.0),
        ("面积", "平米", 9e8),
        ("humidity", "%", 45_000.0),
        ("temperature", "°C", 25_000.0),
        ("气温", "℃", 9_999.0),
        ("age", "years", 412.0),
        ("年龄", "岁", 3_000.0),
        ("year", None, 19_990.0),
        ("score", None, 1e14),
        ("taste", "stars", 400.0),
    ],
)
def test_the_first_value_is_doubted_by_its_unit_or_name(
    name: str, unit: str | None, value: float
) -> None:
    assert History([], prior=prior_of(name, unit)).is_far_outside(value)


@pytest.mark.parametrize(
    ("name", "unit", "value"),
    [
        ("price", "€", 420_000.0),
        ("总价", "万元", 580.0),
        ("总价", "元", 1e8),
        ("profit", "$", -50_000.0),
        ("distance", "km", 12_000.0),
        ("growth", "%", 140.0),
        ("temperature", "°C", -18.0),
        ("oven", "°C", 250.0),
        ("age", "years", 90.0),
        ("built", "year", 120.0),
        ("guests", "people", 30.0),
        ("人数", "人", 80_000.0),
        ("year", None, 1998.0),
        ("size", None, 2.0),
        ("population", None, 1.4e9),
    ],
)
def test_ordinary_first_values_are_not_doubted(name: str, unit: str | None, value: float) -> None:
    assert not History([], prior=prior_of(name, unit)).is_far_outside(value)


@pytest.mark.parametrize(
    ("few", "value"),
    [([412_000.0, 380_000.0], 412.0), ([412.0], 412_000.0), ([3.0, 2.0, 4.0], 90_000.0)],
)
def test_a_thousandfold_slip_beside_few_values_is_doubted(few: list[float], value: float) -> None:
    assert History(few).is_far_outside(value)


@pytest.mark.parametrize(
    ("few", "value"),
    [
        ([2.0], 4.0),
        ([1.0, 2.0], 365.0),
        ([420_000.0], 4_200_000.0),
        ([5.0], 900.0),
        ([0.0, 0.0], 20.0),
    ],
)
def test_what_may_follow_few_values_is_not(few: list[float], value: float) -> None:
    assert not History(few).is_far_outside(value)


def test_an_absurd_first_value_makes_no_usual_one_odd() -> None:
    seen = History([1e9], prior=prior_of("price", "€"))
    assert not seen.is_far_outside(420_000.0)
    assert not seen.is_far_outside(2e9)


def test_other_tasks_stand_in_while_there_are_few() -> None:
    seen = History([], related=PRICES)
    assert seen.is_far_outside(412.0)
    assert seen.likely_meant(412.0) == 412_000.0
    assert not seen.is_far_outside(90_000.0)
    assert not History([1.0] * 5, related=PRICES).is_far_outside(2.0)


def test_rare_values_beside_many_zeros_are_compared_with_one_another() -> None:
    rain = History([0.0] * 90 + [1.0, 4.0, 12.0, 30.0, 7.0, 2.0])
    assert not any(rain.is_far_outside(value) for value in (0.0, 1.0, 30.0, 45.0))
    assert rain.is_far_outside(9e6)
    assert not History([0.0] * 100).is_far_outside(1.0)


def test_a_column_of_twenty_thousand_values_is_judged_in_a_moment() -> None:
    column = [float(i % 1_000) for i in range(20_000)]
    started = time.perf_counter()
    seen = History(column)
    assert not any(seen.is_far_outside(value) for value in column)
    assert time.perf_counter() - started < 2.0


STREAMS: dict[str, Callable[[random.Random], float]] = {
    "prices": lambda draw: round(min(max(draw.lognormvariate(3.8, 1.1), 5.0), 400.0), 2),
    "distances": lambda draw: round(min(max(draw.lognormvariate(2.2, 0.9), 1.0), 42.0), 1),
    "minutes": lambda draw: 5.0 + 5.0 * round(draw.lognormvariate(3.1, 0.55)),
    "flats": lambda draw: float(round(draw.lognormvariate(12.7, 0.4))),
    "shares": lambda draw: round(draw.uniform(0.5, 100.0), 1),
    "guests": lambda draw: float(max(0, round(draw.gauss(20.0, 8.0)))),
}
"""Ordinary quantities, skewed and not."""


@pytest.mark.parametrize("name", STREAMS)
def test_ordinary_values_are_seldom_odd_and_those_five_times_beyond_nearly_always(
    name: str,
) -> None:
    draw = random.Random(name)  # noqa: S311 - made-up quantities, no secret
    asked, far, near, count = 0, 0, 0, 0
    for _ in range(60):
        seen = [STREAMS[name](draw) for _ in range(4)]
        while len(seen) < 20:
            history, value = History(seen), STREAMS[name](draw)
            asked += history.is_far_outside(value)
            far += history.is_far_outside(5.0 * max(seen))
            near += min(seen) <= 0 or history.is_far_outside(min(seen) / 5.01)
            count += 1
            seen.append(value)
    assert asked <= 0.03 * count
    assert far >= 0.95 * count
    assert near >= 0.95 * count


@pytest.mark.parametrize(
    ("seen", "value"),
    [
        ([60.0, 300.0, 120.0], 1_600.0),
        ([60.0, 300.0, 120.0, 45.0, 90.0, 150.0, 200.0, 75.0, 30.0, 240.0], 1_600.0),
        ([800.0, 1_900.0, 1_200.0, 1_500.0], 10_000.0),
        ([265.0, 250.0, 280.0, 270.0, 240.0], 40.0),
        ([-5.0, 12.0, 20.0, 8.0], 150.0),
    ],
)
def test_five_times_beyond_a_few_values_is_far_outside(seen: list[float], value: float) -> None:
    assert History(seen).is_far_outside(value)


def test_in_a_file_one_value_beyond_a_gap_is_odd_and_the_tail_is_not() -> None:
    tail = [float(3**power) for power in range(10)]
    assert not any(map(History(tail, are_sure=False).is_far_outside, tail))
    column = [*(10.0 * step for step in range(3, 31)), 1_600.0]
    seen = History(column, are_sure=False)
    assert [value for value in column if seen.is_far_outside(value)] == [1_600.0]


def test_a_value_confirmed_among_few_is_taken_as_it_was() -> None:
    assert not History([60.0, 300.0, 120.0, 1_600.0]).is_far_outside(1_700.0)


@pytest.mark.parametrize("value", [0.0, 412.0, 5.0])
@pytest.mark.parametrize("few", [[400_000.0, 412_000.0], [400_000.0, 412_000.0, 390_000.0]])
def test_one_zero_among_large_values_lets_no_small_one_pass(few: list[float], value: float) -> None:
    prior = prior_of("price", "€")
    assert History(few, prior=prior).is_far_outside(value)
    for seen in ([*few, 0.0], [0.0, *few]):
        assert History(seen, prior=prior).is_far_outside(value) is (value != 0)
        assert not History(seen, prior=prior).is_far_outside(395_000.0)


@pytest.mark.parametrize(
    ("name", "unit", "few", "value", "is_odd"),
    [
        ("age", "years", [1.0, 2.0, 4.0], -4.0, True),
        ("age", "years", [2.0], -4.0, True),
        ("flat", "m²", [60.0, 80.0], -70.0, True),
        ("age", "years", [1.0, 2.0], 0.0, False),
        ("profit", "€", [1.0, 2.0], -4.0, False),
        ("temperature", "°C", [3.0, 8.0], -4.0, False),
        ("rain", "mm", [0.0, 12.0, 4.0], 1.0, False),
        ("rain", "mm", [0.0, 12.0, 4.0], 0.0, False),
    ],
)
def test_what_was_always_above_zero_and_cannot_be_below_is_doubted_there(
    name: str, unit: str, few: list[float], value: float, *, is_odd: bool
) -> None:
    assert History(few, prior=prior_of(name, unit)).is_far_outside(value) is is_odd
