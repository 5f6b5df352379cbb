import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant import show
from core.domain.forecast import Interval


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.0, "12"),
        (12.3456, "12.35"),
        (412_000.0, "412,000"),
        (0.000123456, "0.0001235"),
        (-3.14159, "−3.142"),
        (0.0, "0"),
        (-0.0, "0"),
        (1e12, "1,000,000,000,000"),
    ],
)
def test_numbers_are_written_as_people_write_them(value: float, text: str) -> None:
    assert show.number(value) == text


def test_a_number_is_rounded_to_what_its_interval_can_tell() -> None:
    likely = Interval(level=0.8, low=371_234.0, high=455_678.0)
    assert show.number(412_345.0, step=show.step_of(likely)) == "412,000"
    assert show.between(likely, step=show.step_of(likely)) == "371,000 – 456,000"
    narrow = Interval(level=0.8, low=-10.46, high=-8.0)
    assert show.between(narrow, step=show.step_of(narrow)) == "−10.5 – −8.0"
    sure = Interval(level=0.8, low=12.0, high=12.0)
    assert show.between(sure, step=show.step_of(sure)) == "12 – 12"


def test_currencies_come_first_and_units_last() -> None:
    assert show.measured(5.0, "€") == "€ 5"
    assert show.measured(5.0, "m²") == "5 m²"


def test_a_year_is_written_as_one() -> None:
    assert show.value_of(2016.0, None) == "2016"
    assert show.value_of(2016.0, "m²") == "2,016 m²"
    assert show.value_of(12_016.0, None) == "12,016"


def test_names_are_listed_in_the_member_s_language() -> None:
    assert show.listed(["a"]) == "a"
    assert show.listed(["a", "b", "c"]) == "a, b and c"
    assert show.listed(["甲", "乙", "丙"], locale="zh-CN") == "甲、乙和丙"


def test_shares_are_never_certain_unless_they_are() -> None:
    assert show.share(0.999) == "> 99 %"
    assert show.share(0.001) == "< 1 %"
    assert show.share(1.0) == "100 %"


def test_german_members_see_german_numbers() -> None:
    assert show.number(412.5, locale="de") == "412,5"
    assert show.number(412_000.0, locale="de") == "412.000"


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_any_number_can_be_shown(value: float) -> None:
    assert show.number(value)


@given(st.text(max_size=100), st.integers(1, 40))
def test_clipped_text_fits_on_a_line(text: str, length: int) -> None:
    clipped = show.clip(text, length)
    assert len(clipped) <= length
    assert len(clipped.splitlines()) <= 1
