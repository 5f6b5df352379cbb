"""Days and months in figures with full stops, beside numbers that have a point."""

from datetime import date

import pytest

from core.assistant.reading import Known, read_question
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

MAY_31 = date(2026, 5, 31)
PICKING = task_of("wood: oak | pine", "rain: number mm", "hours: number h", "day: date")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        *(("oak, 4 mm, 31.5., 2 h", MAY_31), ("oak, 4 mm, 12.10.", date(2026, 10, 12))),
        *(("oak 31.5. 2 h", MAY_31), ("4 mm on 31.5., 2 h", MAY_31), ("4 mm on the 31.5.", MAY_31)),
        *(("oak on 12.10, 2 h", date(2026, 10, 12)), ("oak, day 31.5", MAY_31)),
        *(("day: 31.5., oak", MAY_31), ("31.5.，oak，2小时", MAY_31)),
        *(("oak, Sunday 31.5. 2 h", MAY_31), ("oak, Sunday, 31.5., 2 h", MAY_31)),
        ("from 12.10. until 14.10., oak", date(2026, 10, 12)),
    ],
)
def test_figures_with_full_stops_are_a_day_and_a_month(said: str, day: date) -> None:
    assert by_name(read_question(said, PICKING, Known(), today=TODAY), PICKING)["day"] == day


@pytest.mark.parametrize(
    "said",
    [
        *("oak, rain 3.5. 2 h", "oak, 3.5.", "oak, 3.5. Then 4 mm", "oak, 3.5...", "oak on 3.5 mm"),
        *("oak, hours 3.11. Was it good", "iOS 12.5., oak", "it costs 3.10. 2 h", "1.50., 2 h"),
        *("oak, Monday 31.5., 2 h", "12.10.-14.10., oak", "oak, 8.10.2026-9.10.2026"),
        *("oak, the 2.5", "oak, on 2.50", "hours 2 or 2.11. oak", "hours 2 and 2.11. oak"),
    ],
)
def test_other_figures_with_points_are_no_day(said: str) -> None:
    reading = read_question(said, PICKING, Known(), today=TODAY)
    assert "day" not in by_name(reading, PICKING)
    assert all(one.field != PICKING.field_named("day").key for one in reading.unclear)


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        *(("Sunday 7.5 mm", 7.5), ("Sunday, 10.5 mm", 10.5), ("on Sunday 10.11 mm", 10.11)),
        *(("oak, Sunday. 7.5 mm", 7.5), ("oak on Sunday 31.5 mm", 31.5), ("周日7.5毫米", 7.5)),
        *(("day Sunday 7.5 mm", 7.5), ("day Sunday, 5.6 mm of it", 5.6)),
    ],
)
def test_a_number_with_a_point_is_no_day_behind_a_weekday(said: str, amount: float) -> None:
    values = by_name(read_question(said, PICKING, Known(), today=TODAY), PICKING)
    assert (values["day"], values["rain"]) == (MAY_31, amount)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        *(("oak on 31.5, 2 h", 1), ("oak, on the 31.5", 1), ("3.5. it was oak", 1)),
        *(("from 12.10. to 14.10., oak", 2), ("from 12.10. to 14.10, oak", 2)),
        *(("12.10. – 14.10., oak", 2), ("between 12.10. and 14.10., oak", 2)),
        ("oak, 12.10. or 14.10.", 2),
    ],
)
def test_figures_that_may_be_a_day_and_the_ends_of_a_range_are_asked_about(
    said: str, days: int
) -> None:
    known = Known(numbers={PICKING.field_named("rain").key: (2.0, 9.0)})
    reading = read_question(said, PICKING, known, today=TODAY)
    assert by_name(reading, PICKING) == {"wood": "oak"} | ({"hours": 2.0} if "2 h" in said else {})
    assert [len(one.readings) for one in reading.unclear] == [days]
