"""Several tables in one sheet: alike ones are one table, of any others it is said."""

import io

import pytest

from tests.core.assistant.files.made_tables import kinds, read

GOALS = {"Team": "category", "Goals": "number"}


def test_tables_side_by_side_with_the_same_headings_are_one() -> None:
    plan, bad = read(
        "Team,Goals,Points,,Team,Goals,Points\nAsh,3,7,,Elm,4,9\nOak,5,9,,Fir,2,1\nYew,1,2,,,,\n"
    )
    assert (kinds(plan), plan.heading, bad) == (GOALS, "Points", [])
    assert plan.inputs["Team"].writing.spellings.keys() == {"ash", "oak", "yew", "elm", "fir"}
    assert any("2 tables with the same headings" in note for note in plan.notes)


def test_tables_side_by_side_may_have_titles() -> None:
    plan, bad = read(
        "Group A,,,,Group B,,\nTeam,Goals,Points,,Team,Goals,Points\nAsh,3,7,,Elm,4,9\n"
        "Oak,5,9,,Fir,2,1\nYew,1,2,,Bay,6,12\n"
    )
    assert (kinds(plan), plan.heading, bad) == (GOALS, "Points", [])
    assert "bay" in plan.inputs["Team"].writing.spellings


def test_headings_that_stand_once_more_below_the_first_rows_are_no_title() -> None:
    plan, bad = read("Team,Goals,Points\nAsh,3,7\nOak,5,9\nTeam,Goals,Points\nYew,1,2\nElm,4,6\n")
    assert (kinds(plan), bad) == (GOALS, [])
    assert "ash" in plan.inputs["Team"].writing.spellings


def test_an_empty_column_within_one_table_is_none() -> None:
    plan, bad = read("Team,Goals,,Won,Points\nAsh,3,,7,3\nOak,5,,9,4\nYew,1,,2,8\n")
    assert (list(kinds(plan)), bad) == (["Team", "Goals", "Won"], [])


def test_a_box_beside_a_table_is_said_to_be_unread() -> None:
    plan, bad = read(
        "Team,Goals,Points,,Sign,Meaning\nAsh,3,7,,x,lost\nOak,5,9,,y,won\nYew,1,2,,,\nElm,4,6,,,\n"
    )
    assert (kinds(plan), bad) == (GOALS, [])
    assert "Another table was not read: line 1, Sign, Meaning." in plan.notes


@pytest.mark.parametrize("title", ["", "Our players\n", "Our players,,\n"])
def test_a_second_table_below_is_said_to_be_unread(title: str) -> None:
    plan, bad = read(
        f"Team,Goals,Points\nAsh,3,7\nOak,5,9\nYew,1,2\n\n{title}"
        "Name,Age,Club\nAnn,33,Ash\nBo,25,Oak\n"
    )
    assert (kinds(plan), bad) == (GOALS, [])
    assert any("Another table was not read: line" in note for note in plan.notes)


def test_tables_below_one_another_with_the_same_headings_are_one() -> None:
    rows = "Team,Goals,Points\nAsh,3,7\nOak,5,9\nYew,1,2\n"
    plan, bad = read(f"U15\n{rows}\nU17\n{rows.replace('Ash', 'Elm')}")
    assert (kinds(plan), bad) == (GOALS, [])
    assert "elm" in plan.inputs["Team"].writing.spellings
    assert "ash" in plan.inputs["Team"].writing.spellings


def test_empty_lines_between_rows_part_no_tables() -> None:
    plan, bad = read("Team,Goals,Points\n\nAsh,3,7\n\nOak,5,9\n\nYew,1,2\n\nElm,4,6\nFir,2,3\n")
    assert (kinds(plan), bad) == (GOALS, [])


def test_a_workbook_may_hold_several_tables() -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="an optional reader of workbooks")
    book = openpyxl.Workbook()
    for row in (["Team", "Goals", "Points"], ["Ash", 3, 7], ["Oak", 5, 9], ["Yew", 1, 2], []):
        book.active.append(row)
    for row in (["Name", "Age"], ["Ann", 33], ["Bo", 25]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    plan, bad = read(out.getvalue(), "t.xlsx")
    assert (kinds(plan), bad) == (GOALS, [])
    assert "Another table was not read: line 6, Name, Age." in plan.notes


def test_a_wider_block_below_is_a_table_of_its_own() -> None:
    plan, bad = read(
        "Team,Goals,Points\nAsh,3,7\nOak,5,9\nYew,1,2\nElm,4,6\n\nm,1,2,3,4,5,6\n1,,,,0.5,,\n2,,,,,,\n"
    )
    assert (kinds(plan), plan.heading, bad) == (GOALS, "Points", [])
    assert "Another table was not read: line 7, m, 1, 2, 3, 4, 5, 6." in plan.notes


def test_a_remark_beside_a_row_makes_no_table_of_it() -> None:
    plan, bad = read("Team,Goals,Points\nAsh,3,7\nOak,5,9\nYew,1,2\n\nElm,4,6,late\nFir,1,8\n")
    assert (kinds(plan), len(bad)) == (GOALS, 1)


@pytest.mark.parametrize("between", ["", ",,,\n", "\n"])
def test_names_and_what_is_noted_of_them_are_headings_over_one_another(between: str) -> None:
    rows = "".join(f"2018/4/{n},{n}.5,{n % 4},{n % 3}\n" for n in range(1, 25))
    plan, bad = read(
        f"Made on: 2022/12/25\n\n,Ulm,Ulm,Ulm\nday,high,high,high\n{between},,quality,run\n{rows}"
    )
    assert {plan.target.name, *kinds(plan)} == {
        "day",
        "Ulm high",
        "Ulm high quality",
        "Ulm high run",
    }
    assert bad == []
