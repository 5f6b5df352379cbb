"""Rows that slipped by a column are reported; values of groups are offered to be filled down."""

import pytest

from core.assistant.incoming import Attachment
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.files.made_tables import kinds, read

SHOPS = "".join(f"n{n % 4},{n},{n * 1.5},{'EW'[n % 2]}\n" for n in range(20))


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("n1,,7,9", "units"),
        ("n1,7,,9", "sales"),
        (",n1,7,9", "shop"),
        ("9,9.5,E,", "shop"),
        ("n2,9.5,E,", "units"),
    ],
)
def test_a_row_that_slipped_by_one_column_is_reported(row: str, place: str) -> None:
    plan, bad = read(f"shop,units,sales,region\n{SHOPS}{row}\n{SHOPS}")
    assert list(kinds(plan).values()) == ["category", "number", "category"]
    assert bad == [f'its cells look shifted by one column, from "{place}" on']


@pytest.mark.parametrize(
    "row", ["n2,7,8,", "n2,,8,E", ",5,6,E", "n2,5,n/a,E", "300,5,6,E", "n2,5,8,9", "n2,5,8,12 E"]
)
def test_a_row_with_an_empty_or_odd_cell_is_none_that_slipped(row: str) -> None:
    _, bad = read(f"shop,units,sales,region\n{SHOPS}{row}\n{SHOPS}")
    assert not any("shifted" in reason for reason in bad)


GROUPS = Attachment(
    name="sales.csv",
    content=b"region,town,shop,sales\nNorth,Ash,A,10\n,,B,12\n,Oak,C,15\nSouth,Ash,D,9\n,,E,8\n"
    b",,F,11\nWest,Fir,G,14\n,,H,13\n",
)


async def test_values_in_the_first_row_of_each_group_are_offered_to_be_filled_down() -> None:
    chat = Chat()
    card = await chat.hear("task import task:shops", file=GROUPS)
    assert "Only the first row of each group has a value, it seems: region, town. 5 rows" in shown(
        card
    )
    assert "line 3: shop B → 12" in shown(card)
    card = await chat.press("Fill down region, town")
    assert "line 3: region North · town Ash · shop B → 12" in shown(card)
    assert "Filled with the value above: region, town (5 rows)." in shown(card)
    assert not any(choice.label.startswith("Fill") for choice in card.choices)


async def test_that_groups_are_filled_down_can_be_said_at_once() -> None:
    chat = Chat()
    card = await chat.hear("task import task:shops fill:down", file=GROUPS)
    assert "line 3: region North · town Ash · shop B → 12" in shown(card)
    reply = await chat.hear("task import task:shops fill:up", file=GROUPS)
    assert "Expected fill:down" in shown(reply)


@pytest.mark.parametrize(
    "rows",
    [
        "North,A,10\n,B,12\nNorth,C,15\n,D,9\n",
        ",A,10\nNorth,B,12\n,C,15\nSouth,D,9\n",
        "North,A,10\nSouth,B,12\nWest,C,15\n,D,9\n",
    ],
)
async def test_other_empty_cells_are_not_offered_to_be_filled(rows: str) -> None:
    file = Attachment(name="sales.csv", content=f"region,shop,sales\n{rows}".encode())
    card = await Chat().hear("task import task:shops", file=file)
    assert "group" not in shown(card)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("who,team,task,hours\nAnn,IT,P1,10\nBo,,P2,12\nCy,,P1,9\nDi,HR,P3,11\nEd,,P2,7\n", True),
        ("who,note,hours\nAnn,came late again,10\nBo,,12\nCy,,9\nDi,was ill at home,11\n", False),
        ("who,hours,prize\nAnn,10,won\nBo,12,\nCy,9,\nDi,11,second\n", False),
    ],
)
async def test_names_of_groups_are_told_from_remarks(content: str, named: bool) -> None:
    file = Attachment(name="sales.csv", content=content.encode())
    card = await Chat().hear("task import task:hours target:hours", file=file)
    assert ("first row of each group" in shown(card)) == named


def test_lines_without_their_last_empty_cells_are_rows() -> None:
    rows = "Ann,33,Bonn\nBo,25,Kiel,nice\nCy,41,Ulm\nDi,29,Bonn,tall\n"
    plan, bad = read(f"name,target,city,note\n{rows}")
    assert (list(kinds(plan)), bad) == (["name", "city", "note"], [])
