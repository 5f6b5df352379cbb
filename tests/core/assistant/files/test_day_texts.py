"""Dates as other programs and languages write them are days, whatever stands around them."""

from datetime import date

import pytest

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
        "8 сентября 2025",
        "2025年9月8日(月)",
        "2025/09/08 午後 1:58",
        "令和7年9月8日",
        "R7.9.8",
        "令7.９.８",
        "2025.9.8",
        "2025. 9. 8.",
    ],
)
def test_a_day_is_read_whatever_wrote_it(cell: str) -> None:
    plan, bad = read(table({"when": [cell], "b": ["x", "y"], "target": ["p", "q", "q"]}))
    assert (kinds(plan)["when"], bad) == ("date", [])
    assert plan.inputs["when"].read(cell) == date(2025, 9, 8)


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("Hire Date", ["45292", "45300", "45292.75"], "date"),
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
