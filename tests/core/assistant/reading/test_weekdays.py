"""A weekday's numeral is no number, and a day has one spelling in a field."""

from datetime import date

import pytest

from core.assistant.reading import Known, read_lesson, read_question
from core.domain.fields import Value
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

OUTING = task_of("星期: category", "气温: number °C", "活动: yes/no", "人数: number")
OUTING_SEEN = seen_by(OUTING, {"星期": ["周一", "周六"]})
PITCH = task_of("day: category", "heat: number °C")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("周六 气温33度 有活动", "周六"),
        ("星期六 气温33度 有活动", "周六"),
        ("礼拜六，气温33度，有活动", "周六"),
        ("星期：星期六，气温33度，有活动", "周六"),
        ("星期：六，气温33度，有活动", "周六"),
        ("星期三 气温33度 有活动", "周三"),
        ("礼拜五 气温33度 有活动", "周五"),
        ("Saturday, 气温33度, 有活动", "周六"),
        ("气温33度 有活动 周日", "周日"),
    ],
)
def test_a_weekday_is_spelt_as_it_is_known(said: str, day: str) -> None:
    wanted = {"星期": day, "气温": 33, "活动": True}
    reading = read_question(said, OUTING, OUTING_SEEN, today=TODAY)
    assert by_name(reading, OUTING) == wanted
    assert (reading.unclear, reading.offers, reading.unread) == ((), (), ())
    assert by_name(read_lesson(f"{said} -> 5", OUTING, OUTING_SEEN, today=TODAY), OUTING) == wanted


@pytest.mark.parametrize(
    "said", ["周六 气温33度", "星期六 气温33度", "周日 气温33度", "下周五 气温33度"]
)
def test_a_weekday_is_no_number_where_no_field_holds_such(said: str) -> None:
    task = task_of("气温: number °C", "人数: number")
    reading = read_question(said, task, Known(), today=TODAY)
    assert by_name(reading, task) == {"气温": 33}


def test_the_first_weekday_of_a_field_keeps_its_word() -> None:
    reading = read_lesson("星期三，气温20 -> 5", OUTING, Known(), today=TODAY)
    assert by_name(reading, OUTING) == {"星期": "星期三", "气温": 20}


@pytest.mark.parametrize(
    ("known", "said", "day"),
    [
        (["Mon"], "Saturday", "Sat"),
        (["Monday"], "Sat", "Saturday"),
        (["Mon"], "星期三", "Wed"),
        (["星期日"], "周天", "星期日"),
        (["monday", "Odd days"], "Sat", "Sat"),
    ],
)
def test_the_known_days_tell_how_another_is_written(known: list[str], said: str, day: str) -> None:
    seen = seen_by(PITCH, {"day": known})
    for sentence in (f"day: {said}, heat: 3", f"day {said}, heat 3"):
        reading = read_question(sentence, PITCH, seen, today=TODAY)
        assert by_name(reading, PITCH) == {"day": day, "heat": 3}


@pytest.mark.parametrize(
    ("said", "known", "day"),
    [
        ("friday, heat 3", [], "friday"),
        ("heat 3 on a dry Saturday", [], "Saturday"),
        ("sat, heat 3", ["friday"], "saturday"),
        ("heat 3 on tue", ["friday"], "tuesday"),
    ],
)
def test_a_weekday_goes_to_the_field_of_days(said: str, known: list[str], day: str) -> None:
    seen = seen_by(PITCH, {"day": known}) if known else Known()
    reading = read_question(said, PITCH, seen, today=TODAY)
    assert by_name(reading, PITCH) == {"day": day, "heat": 3}


@pytest.mark.parametrize("said", ["heat 3, sun", "sun and heat 3", "we sat in heat 3"])
def test_words_that_are_short_days_too_are_none(said: str) -> None:
    seen = seen_by(PITCH, {"day": ["friday"]})
    assert by_name(read_question(said, PITCH, seen, today=TODAY), PITCH) == {"heat": 3}


def test_two_weekdays_are_asked_about() -> None:
    reading = read_question("周六或者星期一，气温33度", OUTING, OUTING_SEEN, today=TODAY)
    assert [one.readings for one in reading.unclear] == [("周六", "周一")]


@pytest.mark.parametrize(
    ("said", "number"), [("每周三次，人数5", 5), ("人数三，周三", 3), ("周六三个人，人数三", 3)]
)
def test_what_is_counted_by_the_week_stays_a_number(said: str, number: float) -> None:
    reading = read_question(said, OUTING, OUTING_SEEN, today=TODAY)
    assert by_name(reading, OUTING)["人数"] == number


@pytest.mark.parametrize(
    ("said", "name", "ignored"),
    [
        ("重量2斤（毛重3斤）", "重量", "毛重3斤"),
        ("重量：2斤（毛重3斤）", "重量", "毛重3斤"),
        ("weight 2 kg (gross 3 kg)", "weight", "gross 3 kg"),
        ("weight: 2 kg (gross 3 kg)", "weight", "gross 3 kg"),
    ],
)
def test_what_a_name_leads_to_wins_over_what_stands_in_brackets(
    said: str, name: str, ignored: str
) -> None:
    task = task_of(f"{name}: number {'kg' if name.isascii() else '斤'}", "size: number")
    reading = read_question(said, task, Known(), today=TODAY)
    assert by_name(reading, task) == {name: 2}
    assert reading.unread == (ignored,)


SHOWS = task_of("show: category", "night: Thu | Fri | Sat | matinee", "on: date", "seats: number")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Friday, seats 35", {"night": "Fri"}),
        ("thurs, seats 35, 12 Dec 2025", {"night": "Thu", "on": date(2025, 12, 12)}),
        ("night Fri, seats 35, 12 Dec 2025", {"night": "Fri", "on": date(2025, 12, 12)}),
        ("seats 35, Friday 12 Dec 2025", {"on": date(2025, 12, 12)}),
        ("Sunday, seats 35", {"on": date(2026, 5, 31)}),
    ],
)
def test_a_weekday_goes_to_the_category_that_lists_it(said: str, read: dict[str, Value]) -> None:
    assert by_name(read_question(said, SHOWS, Known(), today=TODAY), SHOWS) == {**read, "seats": 35}


@pytest.mark.parametrize(
    ("said", "known", "day"),
    [
        ("day Fri, heat 3", [], "Fri"),
        ("Sat, heat 3", ["Tues"], "Sat"),
        ("weds, heat 3", ["Tues"], "weds"),
        ("周3，heat 3", ["周一"], "周三"),
    ],
)
def test_a_day_is_no_text_beside_a_field_of_days(said: str, known: list[str], day: str) -> None:
    task = task_of("day: category", "heat: number °C", "note: text")
    seen = seen_by(task, {"day": known}) if known else Known()
    reading = read_question(said, task, seen, today=TODAY)
    assert by_name(reading, task) == {"day": day, "heat": 3}
