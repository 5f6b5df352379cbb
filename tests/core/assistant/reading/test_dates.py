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
        ("3/16/92", date(1992, 3, 16)),
        ("16.03.92", date(1992, 3, 16)),
        ("16.3.24", date(2024, 3, 16)),
        ("16-Mar-24", date(2024, 3, 16)),
        ("16 Mar 24", date(2024, 3, 16)),
        ("16 March '24", date(2024, 3, 16)),
        ("16-Mar-2024", date(2024, 3, 16)),
        ("2024 March 16", date(2024, 3, 16)),
        ("2024.03.16", date(2024, 3, 16)),
        ("Sat 16 March 2024", date(2024, 3, 16)),
        ("16 March 2024, Saturday", date(2024, 3, 16)),
        ("2024-03-16 (Sat)", date(2024, 3, 16)),
        ("2024年3月16日 星期六", date(2024, 3, 16)),
        ("二〇二四年三月十六日", date(2024, 3, 16)),
        ("24年3月16号", date(2024, 3, 16)),
        ("去年3月16日", date(2025, 3, 16)),
        ("16 March last year", date(2025, 3, 16)),
        ("后天", date(2026, 5, 29)),
        ("大前天", date(2026, 5, 24)),
        ("周五", date(2026, 5, 29)),
        ("礼拜天", MAY_31),
        ("这周一", date(2026, 5, 25)),
        ("上周五", date(2026, 5, 22)),
        ("上上周五", date(2026, 5, 15)),
        ("上上个周六", date(2026, 5, 16)),
        ("下下个星期一", date(2026, 6, 8)),
        ("30号", date(2026, 5, 30)),
        ("27號", TODAY),
        ("三十号", date(2026, 5, 30)),
        ("5号", date(2026, 6, 5)),
        ("下个星期三", date(2026, 6, 3)),
        ("三天后", date(2026, 5, 30)),
        ("2周前", date(2026, 5, 13)),
        ("the day after tomorrow", date(2026, 5, 29)),
        ("two weeks ago", date(2026, 5, 13)),
        ("Friday next week", date(2026, 6, 5)),
        ("tomorrow at 14:30", date(2026, 5, 28)),
        ("3pm tomorrow", date(2026, 5, 28)),
        ("14:30 on May 31", MAY_31),
        ("5月31日下午三点半", MAY_31),
        ("<t:1700000000:F>", date(2023, 11, 14)),
        ("<t:1700000000>", date(2023, 11, 14)),
    ],
)
def test_dates_as_people_write_them(text: str, day: date) -> None:
    assert read_value(text, WHEN, Known(), today=TODAY) == day


def test_a_date_without_a_year_is_the_nearest() -> None:
    assert read_value("5 January", WHEN, Known(), today=date(2026, 12, 20)) == date(2027, 1, 5)
    assert read_value("20 December", WHEN, Known(), today=date(2026, 1, 5)) == date(2025, 12, 20)


def test_a_day_of_the_month_alone_is_the_coming_one_or_the_last_of_what_is_past() -> None:
    task = task_of("晚数: number", "出发日期: date")
    asked = read_question("30号出发，3晚", task, Known(), today=TODAY)
    assert by_name(asked, task) == {"晚数": 3, "出发日期": date(2026, 5, 30)}
    told = read_question("30号出发，3晚", task, Known(), today=TODAY, is_past=True)
    assert by_name(told, task) == {"晚数": 3, "出发日期": date(2026, 4, 30)}
    house = read_question("住3号楼，3晚", task, Known(), today=TODAY)
    assert by_name(house, task) == {"晚数": 3}


@pytest.mark.parametrize("text", ["出发日期 2月31日", "出发日期31.02.2027", "出发日期 5-6号"])
def test_no_day_beside_the_name_of_a_date_is_asked(text: str) -> None:
    task = task_of("晚数: number", "出发日期: date")
    reading = read_question(f"3晚，{text}", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"晚数": 3}
    assert [task.field(one.field).name for one in reading.offers if one.field] == ["出发日期"]


def test_day_and_month_that_can_be_swapped_are_asked() -> None:
    found = read_value("05/06/2026", WHEN, Known(), today=TODAY)
    assert found == Unclear(
        field=WHEN.key, text="05/06/2026", readings=(date(2026, 6, 5), date(2026, 5, 6))
    )
    assert read_value("06/06/2026", WHEN, Known(), today=TODAY) == date(2026, 6, 6)


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2026-02-30", "31.02.2026", "May", "2026", "in 3000 days ago", "12.30"),
        *("Thu 16 March 2024", "2024年3月16日 星期一", "2024-03-16 (Sun)", "Friday the 32nd"),
        *(
            "5月底",
            "每周五",
            "周五之前",
            "农历五月三日",
            "before May 31",
            "every Friday",
            "Friday week",
        ),
        *("2月31日", "5-6号", "3号楼", "32号"),
        *("30-31 May", "May 30-31", "1/2/203", "14:30", "3pm", "下午三点", "<t:999999999999:D>"),
    ],
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
    assert reading.unread == ("31.05.2026", "1 June 2020")
    reading = read_question("sold: 31.05.2026, built=1 May 2020", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"built": date(2020, 5, 1), "sold": MAY_31}


def test_the_only_date_goes_to_the_only_date_field() -> None:
    task = task_of("when: date", "rooms: number")
    reading = read_question("3 rooms since May 31st, 2026", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"when": MAY_31, "rooms": 3}
    reading = read_question("3 rooms, from May 30 to May 31", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"rooms": 3}
    [asked] = reading.unclear
    assert asked.readings == (date(2026, 5, 30), MAY_31)


def test_a_day_with_two_digits_for_the_year_may_have_several_orders() -> None:
    found = read_value("04/05/06", WHEN, Known(), today=TODAY)
    assert isinstance(found, Unclear)
    assert found.readings == (date(2006, 5, 4), date(2006, 4, 5))
    found = read_value("16-03-24", WHEN, Known(), today=TODAY)
    assert isinstance(found, Unclear)
    assert found.readings == (date(2024, 3, 16), date(2016, 3, 24))


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("sold Sat 16 March 2024, 3 rooms", {"sold": date(2024, 3, 16), "rooms": 3}),
        ("sold 2024-03-16 14:30, 3 rooms", {"sold": date(2024, 3, 16), "rooms": 3}),
        ("Friday 3 rooms", {"sold": date(2026, 5, 29), "rooms": 3}),
        ("3 rooms sold 16.03.24", {"sold": date(2024, 3, 16), "rooms": 3}),
        ("3 rooms, sold <t:1700000000:D>", {"sold": date(2023, 11, 14), "rooms": 3}),
        ("sold day after tomorrow", {"sold": date(2026, 5, 29)}),
        ("sun facing, 3 rooms", {"rooms": 3}),
    ],
)
def test_dates_beside_other_words(sentence: str, values: dict[str, object]) -> None:
    task = task_of("sold: date", "rooms: number")
    assert by_name(read_question(sentence, task, Known(), today=TODAY), task) == values


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("sold Thu 16 March 2024", "sold Thu 16 March 2024"),
        ("sold: Thu 16 March 2024", "sold: Thu 16 March 2024"),
        ("sold after Friday", "sold after Friday"),
        ("sold 30-31 May", "sold 30-31 May"),
    ],
)
def test_a_date_that_is_not_clear_is_shown_and_not_stored(sentence: str, shown: str) -> None:
    task = task_of("sold: date", "rooms: number")
    reading = read_question(sentence, task, Known(), today=TODAY)
    assert dict(reading.values) == {}
    assert reading.unread == (shown,)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("下个月5号", date(2027, 1, 5)),
        ("下月五日", date(2027, 1, 5)),
        ("上个月30号", date(2026, 11, 30)),
        ("本月20号", date(2026, 12, 20)),
        ("这个月二十号", date(2026, 12, 20)),
    ],
)
def test_days_of_the_months_around_are_read_in_chinese(text: str, day: date) -> None:
    field = draft_fields(["day: date"])[0]
    assert read_value(text, field, Known(), today=date(2026, 12, 31)) == day


@pytest.mark.parametrize("text", ["上个月31号", "下个月", "下个月32号", "May 30 to June 2"])
def test_what_names_no_one_day_is_refused(text: str) -> None:
    field = draft_fields(["day: date"])[0]
    with pytest.raises(InvalidValue):
        read_value(text, field, Known(), today=date(2026, 12, 31))


TRIPS = task_of("ordered: date", "weight: number kg")
PARCELS = task_of("下单: date", "重量: number kg")


def test_a_day_and_a_month_in_figures_are_a_date_beside_its_name_alone() -> None:
    reading = read_question("2 kg, ordered 12/11", TRIPS, Known(), today=TODAY)
    (unclear,) = reading.unclear
    assert set(unclear.readings) == {date(2026, 11, 12), date(2025, 12, 11)}
    assert by_name(read_question("2 kg, 5/6", TRIPS, Known(), today=TODAY), TRIPS) == {"weight": 2}
    assert by_name(read_question("ordered 24/7", TRIPS, Known(), today=TODAY), TRIPS) == {
        "ordered": date(2026, 7, 24)
    }


@pytest.mark.parametrize("said", ["2公斤 下单 5/31", "5/31下单 2公斤", "下单：5.31，2公斤"])
def test_in_chinese_the_month_stands_first(said: str) -> None:
    reading = read_question(said, PARCELS, Known(), today=TODAY)
    assert by_name(reading, PARCELS) == {"下单": MAY_31, "重量": 2}
