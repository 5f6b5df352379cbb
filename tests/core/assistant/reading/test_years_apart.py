"""A year that stands apart from its date."""

from datetime import date

import pytest

from core.assistant.reading import Known, read_lesson, read_question
from core.domain.task import Target, TargetKind
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

TRIPS = task_of(
    "left: date", "nights: number", "place: category", target=Target(kind=TargetKind.NUMBER)
)
TRIPS_SEEN = seen_by(TRIPS, {"nights": [3, 5, 7], "place": ["Rome", "罗马"]})
CARS = task_of("sold: date", "year: number")
CARS_SEEN = seen_by(CARS, {"year": [1998, 2010, 2015]})


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("in 2024 we left 3 May for Rome", 2024),
        ("back in 2024 we left 3 May for Rome", 2024),
        ("left 3 May (2024), Rome", 2024),
        ("left 3 May, Rome, 5 nights, 2024", 2024),
        ("left: 3 May, nights: 5, year 2024", 2024),
        ("left 3 May for Rome in 2024", 2024),
        ("last year we left on 3 May for Rome", 2025),
        ("Rome, left 3 May, this was last year", 2025),
        ("two years ago, left 3 May", 2024),
        ("去年我们5月3号出发去罗马", 2025),
        ("5月3日（2024年），罗马", 2024),
        ("2024年，5月3日出发", 2024),
        ("left 3 May", 2026),
        ("left 3 May 2025, not in 2024", 2025),
        ("built in 1990, left 3 May", 2026),
        ("left 3 May, 2000 km", 2026),
        ("left 3 May with 2000 people", 2026),
    ],
)
def test_a_date_without_a_year_goes_into_the_one_that_is_said(sentence: str, year: int) -> None:
    reading = read_lesson(f"{sentence} -> 900", TRIPS, TRIPS_SEEN, today=TODAY)
    assert by_name(reading, TRIPS)["left"] == date(year, 5, 3)


@pytest.mark.parametrize(
    "sentence",
    [
        "we went to Rome in 2024, left 3 May",
        "2024年去的罗马，5月3日出发",
        "built in 2024 and left 3 May",
    ],
)
def test_a_year_that_may_be_of_something_else_is_asked_about(sentence: str) -> None:
    reading = read_lesson(f"{sentence} -> 900", TRIPS, TRIPS_SEEN, today=TODAY)
    readings = [case.readings for case in reading.unclear]
    assert readings == [(date(2024, 5, 3), date(2026, 5, 3))]


def test_a_day_and_month_that_can_be_swapped_are_put_into_the_year() -> None:
    reading = read_question("left 3/5, 5 nights, in 2024", TRIPS, TRIPS_SEEN, today=TODAY)
    readings = [case.readings for case in reading.unclear]
    assert readings == [(date(2024, 5, 3), date(2024, 3, 5))]


def test_a_coming_year_in_a_question() -> None:
    reading = read_question("next year we go 3 May", TRIPS, TRIPS_SEEN, today=TODAY)
    assert by_name(reading, TRIPS) == {"left": date(2027, 5, 3)}


@pytest.mark.parametrize("known", [CARS_SEEN, Known()])
def test_the_year_of_a_field_of_years_is_none_of_the_date(known: Known) -> None:
    reading = read_question("a 2015 one, sold 3 May, year 2015", CARS, known, today=TODAY)
    assert by_name(reading, CARS) == {"sold": date(2026, 5, 3), "year": 2015}


def test_a_crowd_of_so_many_is_no_year() -> None:
    task = task_of("day: date", "rain: yes/no", "visitors: number")
    reading = read_lesson("crowd of 2000 on 3 May, no rain -> 800", task, Known(), today=TODAY)
    values = by_name(reading, task)
    assert (values["day"], values["visitors"]) == (date(TODAY.year, 5, 3), 2000)
