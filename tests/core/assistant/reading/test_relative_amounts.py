"""A bound, a difference, a year or an amount in another unit is never a field's bare number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant.reading import read_question
from core.domain.fields import Value
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

BIKES = task_of("job: category", "age: number years", "wheel: number inch")
BIKES_SEEN = seen_by(BIKES, {"job": ["brake job"], "age": [2, 30], "wheel": [20, 29]})
FISHING = task_of("水温: number °C", "时长: number 小时")
FISHING_SEEN = seen_by(FISHING, {"水温": [5, 25], "时长": [3, 8]})
DONATIONS = task_of("frame: steel | alu", "age: number years", "mileage: number km")
DONATIONS_SEEN = seen_by(DONATIONS, {"age": [3, 40], "mileage": [800, 1500]})
RIDES = task_of("route: item", "distance: number km", "climb: number m")
COMPARATIVES = ("older", "younger", "newer", "longer", "heavier", "more", "less")


def _bike(sentence: str) -> dict[str, Value]:
    return by_name(read_question(sentence, BIKES, BIKES_SEEN, today=TODAY), BIKES)


@given(
    number=st.integers(2, 30),
    bound=st.sampled_from(
        [
            *(f"{{}} years {word}" for word in COMPARATIVES),
            *(f"{word} than {{}} years" for word in COMPARATIVES),
            *(f"{{}} years {joint} {word}" for joint in ("or", "and") for word in COMPARATIVES),
            *(f"{word} {{}} years" for word in ("over", "under", "at least", "up to", "below")),
            *("instead of {} years", "{} years minimum", "max {} years"),
        ]
    ),
)
def test_a_bound_or_a_difference_is_shown_and_not_read(number: int, bound: str) -> None:
    words = bound.format(number)
    reading = read_question(f"brake job, {words}, 26 inch", BIKES, BIKES_SEEN, today=TODAY)
    assert by_name(reading, BIKES) == {"job": "brake job", "wheel": 26}
    assert words in reading.unread


@pytest.mark.parametrize(
    "bound",
    [
        "20以上",
        "20度以上",
        "高于20度",
        "20多度",
        "不到20度",
        "比20度高",
        "比昨天高2度",
        "至少有20度",
    ],
)
def test_a_chinese_bound_leaves_the_number_after_it(bound: str) -> None:
    reading = read_question(f"水温{bound} 8小时", FISHING, FISHING_SEEN, today=TODAY)
    assert by_name(reading, FISHING) == {"时长": 8}
    assert any(bound in words for words in reading.unread)


def test_a_bound_is_no_name_of_an_item() -> None:
    reading = read_question("over 20 km, Coast Path", RIDES, seen_by(RIDES, {}), today=TODAY)
    assert by_name(reading, RIDES) == {"route": "Coast Path"}


@given(st.integers(1950, 2100))
def test_a_bare_year_is_no_age(year: int) -> None:
    for words in (f"on a {year} bike", f"{year}", f"age {year}"):
        reading = read_question(f"brake job {words}, 26 inch", BIKES, BIKES_SEEN, today=TODAY)
        assert by_name(reading, BIKES) == {"job": "brake job", "wheel": 26}
        assert any(str(year) in unread for unread in reading.unread)
    reading = read_question(f"steel, {year + 1100}", DONATIONS, DONATIONS_SEEN, today=TODAY)
    assert by_name(reading, DONATIONS)["frame"] == "steel"


@pytest.mark.parametrize("glued", ['28"', "28er", "28x", "28hm", "28in"])
def test_an_amount_in_another_unit_is_no_bare_number(glued: str) -> None:
    reading = read_question(f"steel on {glued}", DONATIONS, DONATIONS_SEEN, today=TODAY)
    assert by_name(reading, DONATIONS) == {"frame": "steel"}
    assert glued in reading.unread


@pytest.mark.parametrize("wheel", ['28"', "28in", "28 inch"])
def test_inches_and_years_are_read_where_they_touch_the_number(wheel: str) -> None:
    assert _bike(f"brake job {wheel} 7y") == {"job": "brake job", "wheel": 28, "age": 7}


def test_a_little_word_apart_is_no_unit() -> None:
    assert "wheel" not in _bike("brake job, 28 in total")
