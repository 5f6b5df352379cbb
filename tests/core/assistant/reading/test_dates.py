"""Dates."""

from datetime import date

import pytest

from core.assistant.reading import Known, Unclear, draft_fields, read_question, read_value
from core.errors import InvalidValue
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

WHEN = draft_fields(["when: date"])[0]
MAY_31 = date(2026, 5, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-31", MAY_31),
        ("2026-05-31T10:00:00Z", MAY_31),
        ("2026-05-31 10:00", MAY_31),
        ("2026/05/31", MAY_31),
        ("2026/5/31", MAY_31),
        ("31.05.2026", MAY_31),
        ("31/05/2026", MAY_31),
        ("05/31/2026", MAY_31),
        ("31 May 2026", MAY_31),
        ("31st of May 2026", MAY_31),
        ("May 31, 2026", MAY_31),
        ("may 31st", MAY_31),
        ("Sunday", MAY_31),
        ("2026年5月31日", MAY_31),
        ("5月31号", MAY_31),
        ("５月３１日", MAY_31),
        ("today", TODAY),
        ("tomorrow", date(2026, 5, 28)),
        ("昨天", date(2026, 5, 26)),
        ("Wednesday", TODAY),
        ("next Wednesday", date(2026, 6, 3)),
        ("last Wednesday", date(2026, 5, 20)),
        ("next Friday", date(2026, 5, 29)),
        ("in 3 days", date(2026, 5, 30)),
        ("3 days ago", date(2026, 5, 24)),
        ("1 January", date(2026, 1, 1)),
        ("1 December", date(2025, 12, 1)),
    ],
)
def test_dates_as_people_write_them(text: str, day: date) -> None:
    assert read_value(text, WHEN, Known(), today=TODAY) == day


def test_a_date_without_a_year_is_the_nearest() -> None:
    assert read_value("5 January", WHEN, Known(), today=date(2026, 12, 20)) == date(2027, 1, 5)
    assert read_value("20 December", WHEN, Known(), today=date(2026, 1, 5)) == date(2025, 12, 20)


def test_day_and_month_that_can_be_swapped_are_asked() -> None:
    found = read_value("05/06/2026", WHEN, Known(), today=TODAY)
    assert found == Unclear(
        field=WHEN.key, text="05/06/2026", readings=(date(2026, 6, 5), date(2026, 5, 6))
    )
    assert read_value("06/06/2026", WHEN, Known(), today=TODAY) == date(2026, 6, 6)


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-02-30", "31.02.2026", "May", "2026", "in 3000 days ago", "12.30"]
)
def test_what_is_no_date_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(InvalidValue, match="expects a date like 2026-05-31"):
        read_value(text, WHEN, Known(), today=TODAY)


def test_dates_find_their_fields_by_name() -> None:
    task = task_of("built: date", "sold: date", "rooms: number")
    sentence = "built 1 May 2020, 3 rooms, sold on 31.05.2026"
    reading = read_question(sentence, task, Known(), today=TODAY)
    assert by_name(reading, task) == {"built": date(2020, 5, 1), "rooms": 3, "sold": MAY_31}
    reading = read_question("31.05.2026 and 1 June 2020", task, Known(), today=TODAY)
    assert dict(reading.values) == {}
    assert reading.ignored == ("31.05.2026", "1 June 2020")
    reading = read_question("sold: 31.05.2026, built=1 May 2020", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"built": date(2020, 5, 1), "sold": MAY_31}


def test_the_only_date_goes_to_the_only_date_field() -> None:
    task = task_of("when: date", "rooms: number")
    reading = read_question("3 rooms since May 31st, 2026", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"when": MAY_31, "rooms": 3}
    reading = read_question("3 rooms, from May 30 to May 31", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"rooms": 3}
    assert reading.ignored == ("May 30", "May 31")
