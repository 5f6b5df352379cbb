"""What programs put around a table's lines and cells is no part of them."""

import pytest

from core.assistant.files.opening import read_sheet
from core.assistant.files.separators import separated
from core.assistant.incoming import Attachment
from tests.core.assistant.files.made_tables import ROWS, kinds, read

RAIN = {"Date": "date", "Tmax": "number", "Rain": "number"}
PLAIN = {"shop": "category", "units": "number"}


@pytest.mark.parametrize(
    "content",
    [
        "| shop | units | sales |/|---|---|---:|/| A | 3 | 10 |/| B | 4 | 12 |/| C | 5 | 15 |/",
        "shop | units | sales/--- | --- | ---/A | 3 | 10/B | 4 | 12/C | 5 | 15/",
        "+---+---+---+/| shop | units | sales |/+---+---+---+/| A | 3 | 10 |/+---+---+---+/1 row/",
        "┌────┬───┬────┐/│ shop │ units │ sales │/├────┼───┼────┤/│ A │ 3 │ 10 │/│ B │ 4 │ 12 │/",
        "shop;units;sales/----;-----;-----/A;3;10/B;4;12/C;5;15/",
        '"shop,units,sales"/"A,3,10"/"B,4,12"/"C,5,15"/',
        '"shop,""units"",sales"/"A,""3"",10"/"B,""4"",12"/"C,""5"",15"/',
        'shop,units,sales/"A,3,10"/"B,4,12"/"C,5,15"/',
        "shop   units   sales/A      3       10/B      4       12/C      5       15/",
        "shop units sales/---- ----- -----/A        3    10/B        4    12/C        5    15/",
        '\ufeff"\ufeffshop",units,sales/A,3,10/B,4,12/C,5,15/',
        "shop units sales/A 3 10/B 4 12/C 5 15/",
        "shop::units::sales/A::3::10/B::4::12/C::5::15/",
        "shop，units，sales/A，３，１０/B，４，１２/C，５，１５/",
        "shop、units、sales/A、3、10/B、4、12/C、5、15/",
        "by: us/user: x/on [1]    to [9]/3/- rows -/shop,units,sales,/A,3,10,/B,4,12,/C,5,15,/",
        "ï»¿shop,units,sales/A,3,10/B,4,12/C,5,15/",
    ],
)
def test_frames_rules_quotes_and_padding_are_taken_off(content: str) -> None:
    plan, bad = read(content.replace("/", "\n"))
    assert (kinds(plan), plan.heading, bad) == (PLAIN, "sales", [])


@pytest.mark.parametrize(
    "content",
    [
        '"units" "sales"\n"A b" 3 10\n"B" 4 12\n"C" 5 15\n',
        '"units","sales"\n"A b",3,10\n"B",4,12\n"C",5,15\n',
    ],
)
def test_names_of_rows_need_no_heading(content: str) -> None:
    plan, bad = read(content)
    assert list(kinds(plan)) == ["column 1", "units"]
    assert (plan.heading, bad) == ("sales", [])
    assert plan.inputs["column 1"].read("A b") == "A b"


def test_decimal_commas_in_padded_lines_are_no_separator() -> None:
    plan, bad = read("day         temp   rain\n2024-01-05  12,5   0,0\n2024-01-06  9,5   1,2\n")
    assert (kinds(plan), plan.truths.read("1,2"), bad) == (
        {"day": "date", "temp": "number"},
        1.2,
        [],
    )


@pytest.mark.parametrize(
    "title", ["Sales report,31.12.2024", "Report,2024-12-31,", "2024-12-31,,", "As of 1 May,,"]
)
def test_a_title_may_hold_a_date(title: str) -> None:
    plan, bad = read(f"{title}\nshop,units,sales\nA,3,10\nB,4,12\nC,5,15\n")
    assert (kinds(plan), bad) == (PLAIN, [])
    assert "1 line above the headings left out." in plan.notes


def test_columns_that_stand_under_one_another_may_have_empty_cells() -> None:
    rows = [
        f"2024-03-{n:02}  {n / 3:5.1f}  {'' if n % 3 else n / 4:>4}  {n:3}" for n in range(1, 13)
    ]
    above = ["Station: 10384   Berlin", "", "Date         Tmax  Rain  Sun", "-" * 28]
    plan, bad = read("\n".join([*above, *rows]))
    assert (kinds(plan), plan.heading, bad) == (RAIN, "Sun", [])


@pytest.mark.parametrize(
    ("heading", "quote"),
    [("sex age answer", ""), ('"sex" "age" "answer"', '"'), ("sex age answer", '"')],
)
def test_single_blanks_part_the_cells_of_words_and_a_number(heading: str, quote: str) -> None:
    answers = ("yes", "no", "no idea" if quote else "perhaps")
    rows = "".join(
        f"{'mf'[n % 2]} {n} {quote}{answers[n % 3]}{quote}\n" for n in range(10, 10 + ROWS)
    )
    plan, bad = read(f"{heading}\n{rows}", "t.txt")
    assert (kinds(plan), plan.heading) == ({"sex": "category", "age": "number"}, "answer")
    assert bad == []


def test_single_blanks_do_not_part_sentences() -> None:
    lines = "".join(f"we saw {(n % 3 + 1) * chr(120)} today\n" for n in range(ROWS))
    assert separated(f"what they said then\n{lines}")[2] == ","


def test_several_tabs_only_align_the_headings() -> None:
    rows = "".join(f"{n}.5\t{n % 7}.25\t{n * 3}\n" for n in range(10, 40))
    plan, bad = read(f"Time\t\tRaw\t\tScore\n{rows}", "t.txt")
    assert (kinds(plan), plan.heading, bad) == ({"Time": "number", "Raw": "number"}, "Score", [])
    rows = "".join(f"{n}.5\t{'' if n % 3 else n % 7}\t{n * 3}\n" for n in range(10, 40))
    plan, bad = read(f"Time\tRaw\tScore\n{rows}", "t.txt")
    assert (list(kinds(plan)), plan.heading, bad) == (["Time", "Raw"], "Score", [])


@pytest.mark.parametrize("coding", ["utf-8", "gbk"])
def test_a_sign_that_cuts_every_line_alike_comes_before_wide_gaps_in_a_title(coding: str) -> None:
    names = {"utf-8": "no,film,country,score", "gbk": "序号,电影,国家,评分"}[coding]
    rows = "".join(
        f"{n},Sea {n}  /  Mer {n}  /  海 {n},{'FI'[n % 2]},{n % 9}.5\n" for n in range(30)
    )
    plan, bad = read(f"{names}\n{rows}".encode(coding))
    assert (plan.heading, len(plan.candidates), bad) == (names.rsplit(",", 1)[1], 2, [])


def test_decimal_commas_in_every_line_part_no_cells() -> None:
    rows = "".join(f"{n},5   {n % 7},25   {n * 3},125\n" for n in range(10, 40))
    assert separated(rows)[2] == "\t"


_COMMAS = [f"{n},{n}5" for n in range(1, 12)]


@pytest.mark.parametrize("mark", [";", "|", "\t"])
@pytest.mark.parametrize("above", ["", "Table 1, as of 2024\n"])
@pytest.mark.parametrize("heading", ["x{}y", "x, wide{}y, high"])
def test_a_decimal_comma_parts_no_cells(mark: str, above: str, heading: str) -> None:
    rows = [f"{one}{mark}{two}" for one, two in zip(_COMMAS, reversed(_COMMAS), strict=True)]
    sheet = read_sheet(
        Attachment(
            name="t.csv", content="\n".join([above + heading.format(mark), *rows, ""]).encode()
        )
    )
    assert (len(sheet.columns), len(sheet.rows)) == (2, 11)
    assert [*sheet.rows[0].cells.values()] == ["1,15", "11,115"]


@pytest.mark.parametrize("heading", ["x", "Preis (€)", "價格"])
def test_numbers_with_a_decimal_comma_alone_are_one_column(heading: str) -> None:
    content = "\n".join([heading, *_COMMAS, "7"]).encode()
    sheet = read_sheet(Attachment(name="t.csv", content=content))
    assert (sheet.columns, len(sheet.rows)) == ((heading,), 12)


@pytest.mark.parametrize(
    ("content", "columns"),
    [
        ("a,b\n" + "1,2\n" * 9, 2),
        ("text,label\n" + "well; fine,bug\n" * 9, 2),
        ("name,tags,price\n" + "Ann,a|b,3\n" * 9, 3),
        ("a,b,c\n" + "1,2;3,4\n" * 9, 3),
        ("1,2\n" * 9, 2),
    ],
)
def test_a_comma_parts_cells_where_the_headings_have_it(content: str, columns: int) -> None:
    sheet = read_sheet(Attachment(name="t.csv", content=content.encode()))
    assert len(sheet.columns) == columns
