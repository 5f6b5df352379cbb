"""A cell is taken as the value that its column says: no good row is refused, no value changed."""

import io

import openpyxl
import pytest

from tests.core.assistant.files.made_tables import kinds, read, table


@pytest.mark.parametrize("heading", ["elevation_ft", "height (m)", "charge (%)"])
def test_numbers_below_zero_say_nothing_of_how_large_others_may_be(heading: str) -> None:
    cells = [*range(10, 400, 20), 2210, 17_200, -10, -7, "(82)"]
    plan, bad = read(table({heading: cells, "target": ["p", "q", "q"]}))
    assert (plan.inputs[heading].read("2210"), bad) == (2210, [])


def test_what_a_workbook_shows_in_percent_is_so_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["% Allocated", "share", "discount", "target"])
    for number in range(20):
        sheet.append([0.75 + number // 15 / 100, number / 8, 5 + number, "pq"[number % 2]])
    for row in sheet.iter_rows(min_row=2):
        for cell, form in zip(row, ("0%", "0.0%", '0" %"'), strict=False):
            cell.number_format = form
    out = io.BytesIO()
    book.save(out)
    plan, bad = read(out.getvalue(), "t.xlsx")
    assert bad == []
    assert kinds(plan) == {"Allocated": "number %", "share": "number %", "discount": "number"}
    assert plan.inputs["% Allocated"].read("75%") == 75
    assert plan.inputs["discount"].read("5") == 5


def test_parts_of_one_that_are_shown_in_percent_here_and_there_are_read_alike() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["share", "target"])
    for number in range(24):
        sheet.append([number / 32, "pq"[number % 2]])
        sheet.cell(number + 2, 1).number_format = "0%" if number % 2 else "General"
    out = io.BytesIO()
    book.save(out)
    plan, bad = read(out.getvalue(), "t.xlsx")
    assert (kinds(plan), bad) == ({"share": "number"}, [])


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["070X", "092X", "051Y"], "category"),
        (["070X", "092X", "051X"], "category"),
        (["007B", "012A", "113"], "category"),
        (["05m", "10m", "25m"], "number m"),
    ],
)
def test_a_padded_code_with_a_letter_is_no_number_with_a_unit(cells: list[str], kind: str) -> None:
    plan, bad = read(table({"channel": cells, "target": ["p", "q"]}))
    assert (kinds(plan), bad) == ({"channel": kind}, [])


def test_numbers_in_words_are_numbers_in_a_column_of_numbers() -> None:
    cells = [*range(20, 30), "thirty", "two hundred", "SIXTY THOUSAND", "twenty-five"]
    plan, bad = read(table({"age": cells, "doors": ["two", "four"], "target": ["p", "q", "q"]}))
    assert (kinds(plan), bad) == ({"age": "number", "doors": "category"}, [])
    words = ("thirty", "two hundred", "SIXTY THOUSAND", "twenty-five")
    assert [plan.inputs["age"].read(word) for word in words] == [30, 200, 60_000, 25]
    assert not any("missing" in note for note in plan.notes)


PEOPLE = "".join(f"Ann{n % 7},{20 + n},{'Hall' if n % 4 else ''},Bow,{n / 8}\n" for n in range(24))


@pytest.mark.parametrize(
    "row",
    [
        "Bea,31,,Hall 6-12,0.5",
        "Shop 1,31,Hall,7Eleven,0.5",
        "Bea,31,Hall,Bow,7o2",
        "Bea,,Hall,Bow,",
        "Bea,31,,12,0.5",
    ],
)
def test_a_row_whose_other_cells_fit_in_place_is_none_that_slipped(row: str) -> None:
    _, bad = read(f"name,age,hall,road,fee\n{PEOPLE}{row}\n{PEOPLE}")
    assert not any("shifted" in reason for reason in bad)


def test_a_few_bytes_that_are_not_utf_8_do_not_change_the_rest() -> None:
    names = [b"L\xc3\xa9on", b"Ren\xe9e", b"Am\xc3\xa9lie", b"Zo\xc3\xab", b"Bj\xc3\xb6rn"] * 4
    names[6] = b"Irene"
    names[11] = names[16] = b"Jose"
    rows = b"".join(
        b"%s,%d,%s\n" % (name, at, b"pq"[at % 2 :][:1]) for at, name in enumerate(names)
    )
    plan, bad = read(b"name,age,target\n" + rows)
    assert bad == []
    assert {plan.inputs["name"].read(name) for name in ("Léon", "Renée")} == {"Léon", "Renée"}
    assert "The file is UTF-8 but for 1 sign, read as Windows-1252: é." in plan.notes


def test_names_of_old_mac_files_are_read() -> None:
    names = ["Chloë", "Vélez", "Cerón", "Skarsgård", "Muñoz", "Ann"]
    rows = "".join(f"{name},{at},{'pq'[at % 2]}\n" for at, name in enumerate(names * 3))
    plan, _ = read(f"name,age,target\n{rows}".encode("mac_roman"))
    assert "The file is not in UTF-8; I read it as Mac Roman." in plan.notes
    spellings = plan.inputs["name"].writing.spellings
    assert set(spellings.values()) == set(names)
