import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant.plausible import is_far_outside, likely_meant

PRICES = [300_000.0, 412_000.0, 350_000.0, 520_000.0, 275_000.0, 610_000.0]


@pytest.mark.parametrize("value", [412.0, 4.2, 999_999_999.0, -400_000.0, 0.0])
def test_slips_and_jokes_are_far_outside(value: float) -> None:
    assert is_far_outside(value, PRICES)


@pytest.mark.parametrize("value", [100_000.0, 1_500_000.0, 412_000.0])
def test_unusual_but_possible_values_are_not(value: float) -> None:
    assert not is_far_outside(value, PRICES)


def test_nothing_is_odd_before_there_is_a_history() -> None:
    assert not is_far_outside(1e9, PRICES[:4])


@pytest.mark.parametrize(
    ("value", "meant"), [(412.0, 412_000.0), (0.412, 412_000.0), (41.2, 412_000.0), (7.0, None)]
)
def test_a_slip_is_undone(value: float, meant: float | None) -> None:
    assert likely_meant(value, PRICES) == meant


@given(st.lists(st.floats(-1e6, 1e6), min_size=5), st.data())
def test_what_was_seen_before_is_never_odd(history: list[float], data: st.DataObject) -> None:
    assert not is_far_outside(data.draw(st.sampled_from(history)), history)
