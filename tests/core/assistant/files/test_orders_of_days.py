"""A column's dates have one order of day and month, whatever sign parts them."""

from datetime import date

import pytest

from core.assistant.files.opening import read_sheet
from core.assistant.files.plan import plan_new
from core.assistant.files.typing_together import Plan, Wishes
from core.assistant.incoming import Attachment
from core.domain.fields import Value
from tests.core.assistant.files.made_tables import table


def _plan(days: list[str], *, is_day_first: bool | None = None) -> Plan:
    text = table({"when": days, "crop": ["a", "b"], "target": ["p", "q", "q"]})
    sheet = read_sheet(Attachment(name="t.csv", content=text.encode()))
    return plan_new(sheet, Wishes(today=date(2026, 5, 31), is_day_first=is_day_first))


def _read(days: list[str], cell: str, *, is_day_first: bool | None = None) -> Value | None:
    return _plan(days, is_day_first=is_day_first).inputs["when"].read(cell)


@pytest.mark.parametrize("mark", [".", "/", "-"])
def test_one_day_beyond_the_twelfth_tells_the_order_of_a_whole_column(mark: str) -> None:
    days = [f"3{mark}9{mark}23", f"3{mark}16{mark}23", f"4{mark}5{mark}23"]
    assert _read(days, days[0]) == date(2023, 3, 9)
    assert _read(days, days[1]) == date(2023, 3, 16)
    other = [f"9{mark}3{mark}23", f"16{mark}3{mark}23", f"5{mark}4{mark}23"]
    assert _read(other, other[0]) == date(2023, 3, 9)


def test_short_dates_that_do_not_tell_their_order_are_asked_about() -> None:
    days = ["3.9.23", "4.5.23", "7.8.23"]
    assert _plan(days).swappable == ("when",)
    assert _read(days, "3.9.23", is_day_first=False) == date(2023, 3, 9)
    assert _read(days, "3.9.23", is_day_first=True) == date(2023, 9, 3)


def test_full_dates_with_points_have_the_day_first_unless_the_member_says_otherwise() -> None:
    days = ["03.09.2023", "04.05.2023", "07.08.2023"]
    assert _plan(days).swappable == ()
    assert _read(days, "03.09.2023") == date(2023, 9, 3)
    assert _read(days, "03.09.2023", is_day_first=False) == date(2023, 3, 9)


def test_an_order_that_days_beyond_the_twelfth_tell_is_not_overridden() -> None:
    days = ["03/09/2023", "25/09/2023", "04/05/2023"]
    assert _read(days, "03/09/2023", is_day_first=False) == date(2023, 9, 3)


def test_an_order_that_is_said_comes_before_that_of_most_days() -> None:
    days = ["03/09/2023", *[f"{day}/09/2023" for day in range(13, 29)], "09/25/2023"]
    assert _read(days, "03/09/2023") == date(2023, 9, 3)
    assert _read(days, "03/09/2023", is_day_first=False) == date(2023, 3, 9)
