"""Which part of a file is the table: below long remarks, on a later sheet, after a format line."""

import io
from collections.abc import Mapping, Sequence

import openpyxl
import pytest

from core.errors import InvalidValue
from tests.core.assistant.files.made_tables import kinds, read

SHOPS: list[list[object]] = [
    ["shop", "units", "price"],
    *([f"s{n % 3}", n, n * 1.5] for n in range(20)),
]
COVER = [["Shops of the town"], ["https://example.org/shops"]]
CONTENTS = [["Sheet", "What it holds"], ["Data", "Units sold"], ["Notes", "Remarks"]]


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    book = openpyxl.Workbook()
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    del book["Sheet"]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("before", [COVER, CONTENTS, [["Year", 2021]]])
def test_a_cover_sheet_is_passed_over_and_the_sheet_read_is_said(
    before: Sequence[Sequence[object]],
) -> None:
    plan, bad = read(workbook({"About": before, "Data": SHOPS}), "t.xlsx")
    assert (plan.heading, kinds(plan), bad) == (
        "price",
        {"shop": "category", "units": "number"},
        [],
    )
    assert any(n.startswith('Of its 2 sheets I read "Data".') for n in plan.notes)


def test_the_first_sheet_with_a_table_is_read() -> None:
    plan, _ = read(workbook({"Data": SHOPS, "More": SHOPS * 3}), "t.xlsx")
    assert any(n.startswith('Of its 2 sheets I read "Data".') for n in plan.notes)


def test_a_small_first_sheet_that_is_a_full_table_is_no_cover() -> None:
    years: list[Sequence[object]] = [
        ["year", "born", "died", "moved"],
        *([n, n * 3, n * 2, n] for n in range(2001, 2021)),
    ]
    ages: list[Sequence[object]] = [
        ["age", "count", "share", "women"],
        *([n, n * 5, n / 7, n * 2] for n in range(400)),
    ]
    plan, _ = read(workbook({"Years": years, "Ages": ages}), "t.xlsx")
    assert any(n.startswith('Of its 2 sheets I read "Years".') for n in plan.notes)
    plan, _ = read(workbook({"Years": years[:4], "Ages": ages}), "t.xlsx")
    assert any(n.startswith('Of its 2 sheets I read "Ages".') for n in plan.notes)


def test_remarks_above_that_are_longer_than_the_table_are_none() -> None:
    remarks = [f"{n}. This statement is for {n} persons, it does not replace." for n in range(20)]
    rows = "".join(f"2024-03-{n:02},s{n % 3},{n * 1.5}\n" for n in range(1, 9))
    content = "---- My bank ----\nExported\n" + "\n".join(remarks) + f"\n\nday,shop,price\n{rows}"
    plan, bad = read(content)
    assert (plan.heading, kinds(plan), bad) == ("price", {"day": "date", "shop": "category"}, [])


@pytest.mark.parametrize(
    "formats", ["5s\t20d\t14n", "varchar(5)\tdate\tint", "string\tdate\tfloat"]
)
def test_a_line_of_formats_under_the_headings_is_no_heading_and_no_row(formats: str) -> None:
    rows = "".join(f"s{n % 3}\t2024-03-{n + 1:02}\t{n * 1.5}\n" for n in range(20))
    plan, bad = read(f"# made by a program\nsite\tday\tflow\n{formats}\n{rows}", "t.txt")
    assert (plan.heading, kinds(plan), bad) == ("flow", {"site": "category", "day": "date"}, [])
    assert any("gives the formats of the columns" in note for note in plan.notes)


def test_a_row_of_names_of_types_among_such_rows_stays() -> None:
    plan, bad = read("name,kind,fee\ntext,number,date\n" + "string,int,float\ntext,int,date\n" * 5)
    assert (len(plan.truths.writing.spellings), bad) == (2, [])


@pytest.mark.parametrize("content", ["", "\n\n", "---\n", "# made by a program\n\n"])
def test_a_file_with_nothing_in_it_is_said_to_have_no_rows(content: str) -> None:
    with pytest.raises(InvalidValue, match="rows"):
        read(content)


def test_what_a_program_notes_of_each_column_is_no_row() -> None:
    notes = ['{"ImportId":"start"}', '{"ImportId":"QID3", "zone":"utc"}', '{"ImportId":"QID4"}']
    line = ",".join('"' + note.replace('"', '""') + '"' for note in notes)
    rows = "".join(f"2024-10-{day},{day % 7},{'yn'[day % 2]}\n" for day in range(10, 30))
    questions = "Start of it,How many are there?,Would you come here again?"
    for above in ("", f"{questions}\n"):
        plan, bad = read(f"StartDate,Q3,Q4\n{above}{line}\n{rows}")
        assert bad == []
        assert [*kinds(plan).values()] == ["date", "number"]
