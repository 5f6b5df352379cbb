"""Weekdays with a day of the month, times beside dates, and units at the end of headings."""

from datetime import date

import pytest

from core.assistant.reading import Known, read_lesson, read_question
from tests.core.assistant.reading.tasks import by_name, task_of

SOLD = task_of("sold: date", "rooms: number")
BIRDS = task_of("flipper_length_mm: number", "bodyMass: number", "age: number", "post: text")
MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("said", "last", "coming"),
    [
        ("sold Friday 13", date(2026, 11, 13), None),
        ("sold Friday the 13th", date(2026, 11, 13), date(2027, 8, 13)),
        ("sold Friday 11", None, date(2026, 12, 11)),
        ("sold Mon 30", MONDAY, MONDAY),
        ("sold 星期五 13", date(2026, 11, 13), None),
        ("sold Friday", date(2026, 11, 27), date(2026, 12, 4)),
        ("sold Friday 3 rooms", date(2026, 11, 27), date(2026, 12, 4)),
        ("sold Friday 13 November", date(2026, 11, 13), date(2026, 11, 13)),
    ],
)
def test_a_weekday_with_a_number_is_the_nearest_such_day(
    said: str, last: date | None, coming: date | None
) -> None:
    lesson = read_lesson(f"{said} -> 4", SOLD, Known(), today=MONDAY)
    question = read_question(said, SOLD, Known(), today=MONDAY)
    for reading, day in ((lesson, last), (question, coming)):
        assert by_name(reading, SOLD).get("sold") == day
        assert bool(reading.offers) == (day is None)


@pytest.mark.parametrize("time", ["14:30", "at 14:30", "2pm"])
def test_a_time_beside_a_date_is_shown(time: str) -> None:
    reading = read_lesson(f"sold 9 May 2019 {time}, rooms 3 -> 4", SOLD, Known(), today=MONDAY)
    assert by_name(reading, SOLD) == {"sold": date(2019, 5, 9), "rooms": 3}
    assert reading.unread == (time,)


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("flipper length 230", {"flipper_length_mm": 230}),
        ("flipper_length_mm 230", {"flipper_length_mm": 230}),
        ("flipper length 21 cm, age 3", {"flipper_length_mm": 210, "age": 3}),
        ("flipper length 21 cm, body mass 3.5", {"flipper_length_mm": 210, "bodyMass": 3.5}),
    ],
)
def test_a_unit_at_the_end_of_a_heading_is_no_part_of_its_name(
    said: str, values: dict[str, float]
) -> None:
    reading = read_lesson(f"{said} -> 4", BIRDS, Known(), today=MONDAY)
    assert by_name(reading, BIRDS) == values


def test_the_smallest_of_something_is_not_in_minutes() -> None:
    task = task_of("temp_min: number", "time_min: number")
    reading = read_lesson("temp_min 3, time 2 h -> 4", task, Known(), today=MONDAY)
    assert by_name(reading, task) == {"temp_min": 3, "time_min": 120}
