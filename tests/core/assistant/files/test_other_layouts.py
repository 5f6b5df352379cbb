"""Tables of HTML, on their side, and records of a value a line."""

import pytest

from core.errors import InvalidValue
from tests.core.assistant.files.made_tables import kinds, read


@pytest.mark.parametrize(
    "content",
    [
        "<table><tr><th>shop</th><th>units</th></tr>ROWS</table>",
        "<html><body><h1>x</h1><table><tr><td>shop<td>units ROWS</table><table><tr><td>x</table>",
    ],
)
def test_the_largest_table_of_a_page_is_read(content: str) -> None:
    rows = "".join(f"<tr><td>{name}</td><td>{at}</td></tr>" for at, name in enumerate("ABC"))
    plan, bad = read(content.replace("ROWS", rows), "t.xls")
    assert (kinds(plan), plan.heading, bad) == ({"shop": "category"}, "units", [])


def test_cells_over_several_columns_and_rows_of_a_page_are_headings_of_groups() -> None:
    head = "<tr><th rowspan=2>Shop<th colspan=2>Sales<tr><th>Jan<th>Feb"
    rows = "".join(f"<tr><td>{n}<td>{at}<td>{at}&nbsp;" for at, n in enumerate("ABC"))
    plan, bad = read(f"<table>{head}{rows}</table>", "t.html")
    assert [*kinds(plan), plan.heading] == ["Shop", "Sales Jan", "Sales Feb"]
    assert bad == []


@pytest.mark.parametrize(
    "content",
    [
        "House;Ash;Oak;Yew\nArea (m²);90;120;65\nPrice (€);300;450;210\nGarden;yes;yes;no\n",
        "House,Ash,Oak,Yew\nArea m²,90,120,65\nPrice,300,450,210\nGarden,yes,yes,no\nHeat,x,y,x\n",
    ],
)
def test_a_table_on_its_side_is_turned_and_it_is_said(content: str) -> None:
    plan, bad = read(content)
    assert list(kinds(plan).values())[:3] == ["category", "number m²", "yes/no"]
    assert (plan.heading.split()[0], bad) == ("Price", [])
    assert any("stands on its side" in note for note in plan.notes)


@pytest.mark.parametrize(
    "content",
    [
        "who,a,b,c\nAnn,1,2,3\nBo,4,5,6\nCy,off,off,off\nDi,7,8,9\n",
        "who,a,b,c\nAnn,1,2,3\nBo,4,5,6\nDi,7,8,9\n",
    ],
)
def test_a_line_of_words_turns_no_table(content: str) -> None:
    assert not any("on its side" in note for note in read(content)[0].notes)


def test_records_of_a_value_a_line_are_rows() -> None:
    plan, bad = read(
        "Name: Ann\nScore: 33\nCity: Bonn\n\nName: Bo\nScore: 25\n\nName: Cy\nCity: Ulm\n"
    )
    assert (kinds(plan), plan.heading) == ({"Name": "text", "City": "category"}, "Score")
    assert len(bad) == 1, "Cy has no age"


def test_what_is_said_of_a_table_above_it_is_no_heading() -> None:
    plan, bad = read(
        "Class: 3b,,Children: 4,\nname,maths,sports,mark\nAnn,2,3,B\nBo,1,2,A\nCy,3,3,B\n"
    )
    assert (list(kinds(plan)), bad) == (["name", "maths", "sports"], [])


def test_attributes_that_are_declared_are_headings() -> None:
    head = "% flowers\n@RELATION x\n@ATTRIBUTE size REAL\n@attribute 'of wide' numeric\n"
    rows = "5.1,3.5,rose\n% more\n4.9,3.0,rose\n6.4,3.2,lily\n"
    plan, bad = read(f"{head}@ATTRIBUTE class {{rose,lily}}\n@DATA\n{rows}", "x.arff")
    assert (kinds(plan), plan.heading) == ({"size": "number", "of wide": "number"}, "class")
    assert bad == []


def test_days_over_columns_are_headings_above_their_units() -> None:
    above = "Table: 12-01\nPeople on a day;;;\n;;31.12.2021;31.12.2022\n;;count;count\n"
    below = "____\nOn the basis of 2011.\n____\n© Office, 2024\n"
    plan, bad = read(f"{above}A;m;5532;5590\nA;w;5592;5690\nB;m;6530;6500\nB;w;66;6700\n{below}")
    assert ([*kinds(plan)][2], plan.heading) == ("31.12.2021 (count)", "31.12.2022 (count)")
    assert bad == []


def test_labels_before_texts_are_no_names_of_values() -> None:
    with pytest.raises(InvalidValue):
        read("spam: win money\nham: see you\nham: on my way\nspam: free now\nham: hello\n")
