"""Columns with the same value in each row are left out: nothing can be learned from them."""

import pytest

from core.assistant.incoming import Attachment
from core.errors import InvalidValue
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.files.made_tables import kinds, read, table

OTHERS: dict[str, list[object]] = {"sort": ["x", "y"], "fee": [3.5, 4.5, 1]}


@pytest.mark.parametrize(
    "cells",
    [
        ["Italy"],
        ["2024-05-31"],
        ["0"],
        ["no"],
        ["12 kg"],
        ["Default", "default"],
        ["1", "n/a"],
        ["open", *[""] * 23],
        ["one and the same remark of many words in each row of the file"],
    ],
)
def test_the_same_in_each_row_is_left_out_and_said(cells: list[str]) -> None:
    plan, bad = read(table({"thing": cells, **OTHERS}))
    assert (plan.left_out, plan.heading, bad) == (("thing",), "fee", [])
    assert "Left out: thing (the same in each row)." in plan.notes


@pytest.mark.parametrize("cells", [["PB", "", "", ""], [*["Italy"] * 23, "Spain"], ["1", "1", "0"]])
def test_what_stands_in_some_rows_or_differs_in_one_is_read(cells: list[str]) -> None:
    plan, _ = read(table({"thing": cells, **OTHERS}))
    assert (set(kinds(plan)), plan.left_out) == ({"thing", "sort"}, ())


def test_in_a_few_rows_a_value_is_the_same_by_chance() -> None:
    plan, _ = read("town,size,fee\n" + "Bonn,3,1.5\nBonn,4,2.5\nBonn,7,3.5\n")
    assert set(kinds(plan)) == {"town", "size"}


def test_an_answer_that_is_the_same_in_each_row_stays_the_answer() -> None:
    plan, _ = read(table({"size": [3, 5, 8], "label": ["spam"]}))
    assert (plan.heading, kinds(plan)) == ("label", {"size": "number"})
    plan, _ = read(table({"size": [3, 5, 8], "species": ["Robusta"], "note": [1, 2, 3, 4]}))
    assert (plan.heading, plan.left_out) == ("note", ("species",))
    plan, _ = read(table({"size": [3], "fee": [3.5, 4.5, 1]}))
    assert (plan.heading, kinds(plan)) == ("fee", {"size": "number"})


def test_nothing_that_is_the_same_in_each_row_is_asked_for_alone() -> None:
    words = [f"so it was on day {at} of them all" for at in range(24)]
    with pytest.raises(InvalidValue, match="None of the columns can be the answer"):
        read(table({"remark": words, "town": ["Bonn"]}))


async def test_what_is_left_out_so_is_read_where_its_kind_is_said() -> None:
    file = Attachment(name="fees.csv", content=table({"town": ["Bonn"], **OTHERS}).encode())
    card = await Chat().hear('task import task:fees kinds:"town: category"', file=file)
    assert "town (category)" in shown(card)
