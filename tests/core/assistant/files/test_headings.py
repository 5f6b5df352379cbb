"""Headings over one, two or three lines name the columns."""

import pytest

from tests.core.assistant.files.made_tables import NUMBERS, kinds, read, table


def test_two_lines_of_headings_name_the_columns_together() -> None:
    rows = "".join(f"n{n % 3},{n}%,{n + 1}%,{n + 2}%,{n * 3}\n" for n in range(10, 34))
    plan, bad = read(f"Place,Age,,,Price\n,18 - 34,35 - 64,65 and up,\n{rows}")
    assert kinds(plan) == {
        "Place": "category",
        "Age 18 - 34": "number %",
        "Age 35 - 64": "number %",
        "Age 65 and up": "number %",
    }
    assert (plan.heading, bad) == ("Price", [])
    plan, _ = read(f"Place,Age,,,Price\n,18,35,65,7\n{rows}")
    assert "Place" in kinds(plan)


def test_three_lines_of_headings_name_the_columns_together() -> None:
    rows = "".join(f"n{n % 3},{n},{n + 1},{n + 2},{n + 3},{n * 3}\n" for n in range(10, 34))
    plan, bad = read(f",Old,,New,,Price\n,2024,2025,2024,2025,\nTeam,won,lost,won,lost,\n{rows}")
    assert [*kinds(plan), plan.heading] == [
        "Team",
        "Old 2024 won",
        "Old 2025 lost",
        "New 2024 won",
        "New 2025 lost",
        "Price",
    ]
    assert bad == []


def test_boxes_of_a_survey_are_named_by_question_and_box() -> None:
    ticked = ["cake,,", ",tea,", "cake,,soup", ",tea,soup"]
    rows = "".join(f"{n},{ticked[n % 4]},{'yes' if n % 3 else 'no'}\n" for n in range(10, 34))
    plan, bad = read(f",What do you like?,,,Again\n#,cake,tea,soup,\n{rows}")
    assert list(kinds(plan)) == [
        "What do you like cake",
        "What do you like tea",
        "What do you like soup",
    ]
    assert (plan.heading, bad) == ("Again", [])


@pytest.mark.parametrize("line", ["s,°C,%,", "(s),(°C),[%],", "seconds,°C,%,class"])
def test_a_line_of_units_under_the_names_is_no_row(line: str) -> None:
    rows = "".join(f"{n},{n % 7}.5,{n * 2 % 90},{'p' if n % 2 else 'q'}\n" for n in range(10, 34))
    plan, bad = read(f"time,temp,hum,label\n{line}\n{rows}")
    units = [kind.split()[1] for kind in kinds(plan).values()]
    assert (units[1:], bad) == (["°C", "%"], [])
    assert plan.target.name.startswith("label")


def test_a_row_of_words_under_full_headings_stays_a_row() -> None:
    plan, bad = read(
        table({"a": ["n/a", *NUMBERS], "b": ["x", "x", "y"], "target": ["p", "q", "q"]})
    )
    assert (kinds(plan), bad) == ({"a": "number", "b": "category"}, [])


def test_notes_strewn_above_the_headings_are_left_out() -> None:
    notes = "Our players,,,\nask Ann,to,add,\n,,,yours\n"
    rows = "".join(f"n{n % 3},{n},{n % 7}.5,{'p' if n % 2 else 'q'}\n" for n in range(10, 34))
    plan, bad = read(f"{notes}Town,Age,Speed,Label\n{rows}")
    assert kinds(plan) == {"Town": "category", "Age": "number", "Speed": "number"}
    assert bad == []
    assert "3 lines above the headings left out." in plan.notes


def test_a_group_is_named_above_columns_of_words() -> None:
    rows = "".join(
        f"N{n} K,{'xyz'[n % 3]},{'red' if n % 2 else 'blue'},{n}\n" for n in range(10, 34)
    )
    plan, bad = read(f"Person,,Answers,\nName,Town,Colour,Score\n{rows}")
    assert [*kinds(plan), plan.heading] == [
        "Person Name",
        "Person Town",
        "Answers Colour",
        "Answers Score",
    ]
    assert bad == []


def test_a_first_row_of_words_is_no_heading_where_a_column_has_no_name() -> None:
    rows = "".join(f"N{n},{'xyz'[n % 3]},{'yes' if n % 2 else 'no'}\n" for n in range(10, 34))
    plan, bad = read(f",Town,Answer\nAnn,x,yes\n{rows}")
    assert (plan.heading, bad) == ("Answer", [])
    assert list(kinds(plan))[-1] == "Town"


def test_a_line_of_questions_under_short_names_is_no_row() -> None:
    rows = "".join(f"{n},{'xyz'[n % 3]},{'Yes' if n % 2 else 'No'}\n" for n in range(10, 34))
    plan, bad = read(f"Q1,Q2,Q3\nHow old are you?,Which town?,Do you like it?\n{rows}")
    assert (kinds(plan), plan.heading) == ({"Q1": "number", "Q2": "category"}, "Q3")
    assert (plan.target.kind, bad) == ("category", [])


def test_empty_columns_on_the_left_do_not_hide_a_title() -> None:
    rows = "".join(f",,{'xyz'[n % 3]},{n},{n} CHF\n" for n in range(10, 34))
    plan, bad = read(f",,Our prices,,\n,,Size,Weight,Price\n{rows}")
    assert kinds(plan) == {"Size": "category", "Weight": "number"}
    assert (plan.heading, plan.target.unit, bad) == ("Price", "CHF", [])


def test_a_first_row_without_the_last_separator_is_a_row() -> None:
    rows = "".join(f"R{n % 9};{'xyz'[n % 3]};0{n % 9 + 1}/07/2015;{n};\n" for n in range(1, 30))
    plan, bad = read(f"R1;x;31/07/2015;12\n{rows}")
    assert (plan.heading, bad) == ("column 4", [])
    assert "The file has no headings, so the columns are numbered." in plan.notes


def test_many_names_over_the_first_columns_are_no_title() -> None:
    names = ["Town", "Code", "Voters", "Blank", "Sex", "Name", "Party", "Votes", "Share"]
    group = ["M", "Ann Ott", "blue", "31", "7.5"]
    rows = "".join(
        ",".join([f"{'xyz'[n % 3]}", f"c{n % 4}", f"{n * 9}", f"{n}", *group, *group * 4]) + "\n"
        for n in range(10, 40)
    )
    plan, bad = read(",".join(names) + "," * 20 + f"\n{rows}")
    known = {*kinds(plan), plan.heading, *plan.left_out}
    assert ({*names} <= known, bad) == (True, [])
