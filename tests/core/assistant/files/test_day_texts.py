"""Dates as other programs and languages write them are days, whatever stands around them."""

from datetime import date

import pytest

from core.assistant.incoming import Attachment
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.files.made_tables import ROWS, kinds, read, table


@pytest.mark.parametrize(
    "cell",
    [
        "Mon Sep 08 2025 13:58:23 GMT-0500 (Central Daylight Time)",
        "Mon Sep 08 13:58:23 +0000 2025",
        "Mon, 08 Sep 2025 13:58:23 +0000",
        "2025-09-08 13:58:23 CEST",
        "8 septembre 2025",
        "lundi 8 septembre 2025",
        "8 de septiembre de 2025",
        "8. Sept. 2025",
        "08-sep-25",
        "8 settembre 2025 13h58",
        "Mo., 08.09.2025",
        "08.09.2025 13:58 Uhr",
        "September 8, 2025 at 01:58PM",
        "8. September 2025 um 13:58 Uhr",
        "8 septembre 2025 à 13h58",
        "8 сентября 2025",
        "2025年9月8日(月)",
        "2025/09/08 午後 1:58",
        "2025.9.8 오후 7시",
        "2025-09-08 오전 7시 20분",
        "2025年9月8日 下午3点",
        "令和7年9月8日",
        "R7.9.8",
        "令7.９.８",
        "2025.9.8",
        "2025. 9. 8.",
        "2025 September 8",
        "2025-Sep-08",
        "2025 Sept. 8",
    ],
)
def test_a_day_is_read_whatever_wrote_it(cell: str) -> None:
    plan, bad = read(
        table({"when": [cell, "2025-03-04"], "b": ["x", "y"], "target": ["p", "q", "q"]})
    )
    assert (kinds(plan)["when"], bad) == ("date", [])
    assert plan.inputs["when"].read(cell) == date(2025, 9, 8)


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("Hire Date", ["45292", "45300", "45292.75"], "date"),
        ("MgO", ["20404.92", "4272.38", "18958", "1861.5"], "number"),
        ("since", ["45292", "45300", "2024-01-01"], "date"),
        ("steps", ["45292", "45300", "45310"], "number"),
    ],
)
def test_numbers_of_days_are_dates_where_the_column_says_so(
    heading: str, cells: list[str], kind: str
) -> None:
    plan, bad = read(table({heading: cells, "b": ["x", "y"], "target": ["p", "q", "q"]}))
    assert kinds(plan)[heading] == kind
    assert (plan.inputs[heading].read("45292") == date(2024, 1, 1)) == (kind == "date")
    assert bad == []


def test_one_number_among_dates_is_no_date() -> None:
    cells = ["45292", *[f"2024-01-{day}" for day in range(10, 33)]]
    _, bad = read(table({"since": cells, "target": ["p", "q", "q"]}))
    assert "45292" in bad[0]


def test_a_month_that_is_also_a_weekday_elsewhere_stays_one() -> None:
    cells = [f"Mar {day}, 2026" for day in range(1, 1 + ROWS)]
    plan, bad = read(table({"when": cells, "target": ["p", "q", "q"]}))
    assert (plan.inputs["when"].read("Mar 5, 2026"), bad) == (date(2026, 3, 5), [])


def test_days_without_a_year_are_of_this_one_and_it_is_said() -> None:
    days = {"day": ["March 15", "April 5"], "tag": ["24.12.", "6.1."], "v": ["Mar 19", "Apr 19"]}
    days["han"] = ["3月15日", "12月1日"]
    plan, bad = read(table({**days, "target": ["p", "q", "q"]}))
    assert (kinds(plan), bad) == (
        {"day": "date", "tag": "date", "v": "category", "han": "date"},
        [],
    )
    assert plan.inputs["day"].read("March 15") == date(2026, 3, 15)
    assert plan.inputs["tag"].read("24.12.") == date(2026, 12, 24)
    assert "Dates without a year are taken to be of 2026: day, tag, han." in plan.notes


@pytest.mark.parametrize(
    "cells",
    [
        ["20250908:0010", "20251231:2350"],
        ["09 08 2025", "12 31 2025"],
        ["09 -08-2025", "12/31/2025"],
        ["09/08/2025 as of 09/05/2025", "12/31/2025"],
    ],
)
def test_a_day_is_read_with_blanks_a_joined_time_or_a_remark(cells: list[str]) -> None:
    plan, bad = read(table({"when": cells, "b": ["x", "y"], "target": ["p", "q", "q"]}))
    assert (plan.inputs["when"].read(cells[0]), bad) == (date(2025, 9, 8), [])
    has_remark = "Remarks behind dates are not read: when." in plan.notes
    assert has_remark == any("as of" in cell for cell in cells)


async def test_where_every_date_is_open_the_order_is_asked_for() -> None:
    rows = "".join(f"4/1/2012 17:{n},{n * 1.5},{'yes' if n % 2 else 'no'}\n" for n in range(10, 34))
    file = Attachment(name="sky.csv", content=f"time,sun,won\n{rows}".encode())
    chat = Chat()
    card = await chat.hear("task import task:sky", file=file)
    assert card.title == "Does the day or the month come first in time?"
    assert "could not be read" not in shown(card)
    card = await chat.press(next(c for c in card.choices if c.label.startswith("Month")))
    assert "24 rows" in shown(card)
    assert "Apr 1, 2012" in shown(card)


def test_days_of_eight_digits_need_no_heading_and_bear_a_slip() -> None:
    days = "".join(f"202401{n:02} {n + 80}.5\n" for n in range(1, 29)).replace(" ", "\t")
    more = "".join(f"202402{n:02} {n + 80}.5\n" for n in range(1, 29)).replace(" ", "\t")
    plan, bad = read(f"{days}{more}20240301 93.9\t91.1\n", "t.tsv")
    assert kinds(plan) == {"column 1": "date"}
    assert len(bad) == 1


@pytest.mark.parametrize(
    "cells",
    [
        ["00:28:48 07/24/26", "01:15 07/25/26"],
        ["18:30 Uhr, 24. Mai 2026", "9:05 Uhr, 3. Juni 2026"],
        ["8:30 PM 2026-05-24", "11:00 AM 2026-06-03"],
        ["08:30 2026年5月24日", "21:05 2026年6月3日"],
        ["14h30 le 24/05/2026", "09h05 le 03/06/2026"],
    ],
)
def test_a_time_may_stand_before_its_day(cells: list[str]) -> None:
    plan, bad = read(table({"when": cells, "price": [3.5, 1, 2]}))
    assert (kinds(plan), bad) == ({"when": "date"}, [])


def test_padded_months_before_a_year_are_days_and_rates_are_numbers() -> None:
    months = [f"{month:02}.2014" for month in range(1, 13)]
    plan, bad = read(table({"Tid": months, "price": [3.5, 1, 2]}))
    assert (kinds(plan), bad) == ({"Tid": "date"}, [])
    plan, _ = read(table({"rate": ["10.2014", "10.1998", "11.2051"], "price": [3.5, 1, 2]}))
    assert kinds(plan) == {"rate": "number"}


def test_what_stands_in_hardly_two_rows_each_is_no_category() -> None:
    rows = [f"{n}:{n % 60} {n % 7}/{n * 31}~{n % 9}" for n in range(600)]
    lines = "".join(f"{cell},{n % 5 + n % 3 / 4}\n" for n, cell in enumerate([*rows, *rows[:250]]))
    plan, _ = read(f"when,price\n{lines}")
    assert kinds(plan) == {"when": "text"}
