"""Counts of 0 and 1, numbers that only name things, units in thousands, and the guessed answer."""

from collections.abc import Callable, Sequence

import pytest

from core.assistant.incoming import Attachment
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.files.made_tables import ROWS, kinds, read, table

CODES = [str(7001 + 37 * (n * 7 % ROWS)) for n in range(ROWS)]
VOTES = {
    "men": range(10, 10 + ROWS),
    "women": [5, 9],
    "other": [0, 0, 1, 0],
    "sum": [10 + n + (9 if n % 2 else 5) + (n % 4 == 2) for n in range(ROWS)],
    "smokes": [0, 1],
    "fee": [3.5, 4.5, 1],
}


def test_0_and_1_are_counts_where_they_add_up_with_those_beside_them() -> None:
    plan, bad = read(table(VOTES))
    assert kinds(plan)["other"] == "number"
    assert (kinds(plan)["smokes"], bad) == ("yes/no", [])
    right = {f"{part} right": [0, 1, *[at % 2] * 3] for at, part in enumerate("abc")}
    points = [sum(one) for one in zip(*right.values(), strict=True)]
    plan, _ = read(table({**right, "points": points, "age": [20.5, 31, 47]}))
    assert set(kinds(plan).values()) == {"yes/no", "number"}


async def test_the_kind_that_was_said_stays_though_a_column_adds_up() -> None:
    file = Attachment(name="votes.csv", content=table(VOTES).encode())
    card = await Chat().hear('task import task:votes kinds:"other: yes/no"', file=file)
    assert "other (yes/no)" in shown(card)


def test_distinct_whole_numbers_under_the_name_of_an_id_are_left_out() -> None:
    for heading in ("Sno", "S.No", "Sl No", "storenum", "CERT", "PartNumber", "Permit", "Part No"):
        plan, _ = read(table({"sort": ["x", "y"], heading: CODES, "fee": [3.5, 4.5, 1]}))
        assert (plan.left_out, plan.heading) == ((heading,), "fee")
    for heading in ("platinum", "salary", "steps"):
        plan, _ = read(table({"sort": ["x", "y"], heading: CODES, "fee": [3.5, 4.5, 1]}))
        assert plan.left_out == ()


LONG = [str(500_241_556 + 37 * (n * 7 % 20)) for n in range(20)]
MIXED = [str(int(code) // 10 ** (int(code) % 4)) for code in LONG]


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("station_cd", ["1110", "1111", "1112", "1110"], "category"),
        ("station_cd", LONG, "left out"),
        ("VIAFID", MIXED, "left out"),
        ("PAID", LONG, "number"),
        ("GRID", ["12", "15", "18"], "number"),
        ("ScannerSerialNumber", ["35343.0", "35426.0"], "category"),
        ("Stock Index", [str(28_000 + 37 * n) for n in range(8)], "number"),
        ("Barcode", [str(3 + 2 * n) for n in range(ROWS)], "left out"),
        ("Bib Number", [str(3 + 2 * n) for n in range(2 * ROWS // 3)], "left out"),
        ("Number", ["1", "2", "3", "5"], "number"),
    ],
)
def test_numbers_of_things_are_told_by_their_headings(
    heading: str, cells: list[str], kind: str
) -> None:
    plan, _ = read(table({heading: cells, "sort": ["x", "y"], "fee": [3.5, 4.5, 1]}))
    assert kinds(plan).get(heading, "left out") == kind


@pytest.mark.parametrize("heading", ["student", "estudiante", "学生", "subject", "entry"])
@pytest.mark.parametrize("start", [0, 1])
def test_a_count_of_the_rows_is_left_out_under_any_heading(heading: str, start: int) -> None:
    plan, _ = read(table({heading: range(start, start + ROWS), "fee": [3.5, 4.5, 1], "b": "xy"}))
    assert plan.left_out == (heading,)


@pytest.mark.parametrize(
    ("heading", "fees"),
    [
        ("week", [3.5, 4.5, 1]),
        ("Tag im Lager", [3.5, 4.5, 1]),
        ("threads", [100 - 3 * n + n % 2 for n in range(ROWS)]),
        ("place", [n * n for n in range(ROWS)]),
    ],
)
def test_a_count_that_another_follows_from_stays(heading: str, fees: list[float]) -> None:
    plan, _ = read(table({heading: range(1, 1 + ROWS), "b": "xy", "fee": fees}))
    assert kinds(plan)[heading] == "number"


def test_two_numbers_are_labels_only_where_they_are_single_digits() -> None:
    for cells, kind in ((["1", "2"], "category"), (["9", "46"], "number")):
        plan, _ = read(table({"size": [3.5, 4.5, 1], "dose": cells}))
        assert (plan.heading, plan.target.kind) == ("dose", kind)


def test_digits_that_a_spreadsheet_marks_as_text_keep_their_zeros() -> None:
    cells = ["'0070241", "'0012744", "'0012745"]
    plan, bad = read(table({"part": cells, "fee": [3.5, 4.5, 1]}))
    assert (kinds(plan), bad) == ({"part": "category"}, [])
    assert plan.inputs["part"].read("0070241") == "0070241"


def test_the_guessed_answer_is_filled_in_nearly_all_rows_and_numbers_no_rows() -> None:
    nearly_empty = ["4"] + [""] * (ROWS - 1)
    plan, _ = read(table({"sort": ["x", "y"], "amount": [3.5, 1, 2], "price": nearly_empty}))
    assert plan.heading == "amount"
    plan, _ = read(table({"sort": ["x", "y"], "amount": [3.5, 1, 2], "left": nearly_empty}))
    assert plan.heading == "amount"
    plan, _ = read(table({"sort": ["x", "y"], "amount": [3.5, 1, 2], "line": range(1, 1 + ROWS)}))
    assert (plan.heading, plan.left_out) == ("amount", ("line",))
    rising = [2 * n + n % 3 for n in range(ROWS)]
    plan, _ = read(table({"sort": ["x", "y"], "amount": rising, "line": range(1, 1 + ROWS)}))
    assert plan.heading == "amount"
    assert not plan.is_target_clear


def test_an_answer_that_begins_far_below_is_no_number_of_the_rows() -> None:
    late = "".join(f"x{n % 3},{n % 7},{n / 4 if n > 40 else ''}\n" for n in range(70))
    plan, _ = read(f"sort,size,left\n{late}")
    assert plan.heading == "size"


def test_units_in_thousands_and_millions_are_units_of_their_columns() -> None:
    units = {
        "made (m tonnes)": "m tonnes",
        "worth ($bn)": "$bn",
        "sales (in Mio. €)": "Mio. €",
        "debt [USD m]": "USD m",
        "Umsatz in Tsd. €": "Tsd. €",
        "wide (m)": "m",
    }
    plan, bad = read(table({**{one: ["1.5", "18", "270"] for one in units}, "target": ["p", "q"]}))
    assert (list(kinds(plan).values()), bad) == ([f"number {unit}" for unit in units.values()], [])
    assert plan.inputs["worth ($bn)"].read("$300m") == 0.3
    plan, _ = read(table({"n (thousand)": [1, 2], "wait (k min)": [3, 4], "target": ["p", "q"]}))
    assert list(kinds(plan).values()) == ["number", "number"]


def _rows(first: Callable[[int], object]) -> str:
    return "".join(f"{first(n)},{'xyz'[n * 7 % 3]},{n * 37 % 29}\n" for n in range(30))


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("Rk", lambda n: n + 1 if n < 20 else n + 2),
        ("", lambda n: n * 37 % 1009),
        ("Number", lambda n: 5000 + n * 3),
        ("bib", lambda n: 5000 + n * 37 % 1009),
        ("race_id", lambda n: f"{1000 + n * 37 % 24}"),
        ("", lambda n: f"{750047 * 10**7 + n * 7 % 26}"),
    ],
    ids=["with gaps", "of a sample", "going up", "of runners", "of few rows each", "of goods"],
)
def test_numbers_that_tell_rows_apart_are_left_out(
    heading: str, first: Callable[[int], object]
) -> None:
    plan, bad = read(f"{heading},town,points\n{_rows(first)}")
    assert (kinds(plan), bad) == ({"town": "category"}, [])
    assert len(plan.left_out) == 1


@pytest.mark.parametrize(
    ("heading", "first", "kind"),
    [
        ("codigos", lambda n: 100100 + n % 5, "category"),
        ("Pincode", lambda n: 600001 + n % 5, "category"),
        ("minutes", lambda n: f"{n % 7:02}", "number"),
        ("seconds", lambda n: f"{n:02}", "number"),
        ("amount", lambda n: n * 37 % 1009, "number"),
        ("Number", lambda n: n * 37 % 1009, "number"),
        ("Upper 95% CL", lambda n: f"{n}.5", "number"),
        ("paid", lambda n: f"{n % 5 + 1}00FCFA", "number FCFA"),
    ],
)
def test_other_digits_are_codes_or_amounts_by_their_heading(
    heading: str, first: Callable[[int], object], kind: str
) -> None:
    plan, bad = read(f"{heading},town,points\n{_rows(first)}")
    assert (kinds(plan), bad) == ({heading: kind, "town": "category"}, [])


def test_letters_of_a_code_and_unnamed_long_numbers_are_ids() -> None:
    codes = "".join(
        f"{chr(65 + n // 26)}{chr(65 + n % 26)}X,{'xyz'[n % 3]},{n % 7}\n" for n in range(60)
    )
    plan, _ = read(f"ISO A3,town,points\n{codes}")
    assert (kinds(plan), plan.left_out) == ({"town": "category"}, ("ISO A3",))
    rows = "".join(f"{'xyz'[n % 3]},{30000000 + n * 7919 % 99991},{n % 7}.5\n" for n in range(200))
    plan, _ = read(rows)
    assert plan.left_out == ("column 2",)


def test_remarks_that_hardly_recur_are_texts() -> None:
    letters = [chr(97 + n) for n in range(26)]
    words = [f"nice {a}{b}" for a in letters for b in letters]
    rows = "".join(f"{words[n]},{n % 7}\nso nice,{n % 5}\n" for n in range(600))
    plan, _ = read(f"remark,points\n{rows}")
    assert kinds(plan) == {"remark": "text"}
    rows = "".join(f"{words[n % 60]},{n % 7}\n" for n in range(1200))
    plan, _ = read(f"remark,points\n{rows}")
    assert kinds(plan) == {"remark": "category"}


def test_one_unit_in_another_is_no_unit_of_the_amounts() -> None:
    plan, _ = read(table({"fat_ug_mg": [3.5, 4.25], "size_mm": [7, 8], "points": [3, 9, 5]}))
    assert kinds(plan) == {"fat_ug_mg": "number", "size_mm": "number mm"}


_SCATTERED = [n * 7919 % 46_000 + 11_000 for n in range(1, 1 + ROWS)]
"""Numbers of five digits, each another, that go up and down."""
_OTHERS: dict[str, Sequence[float]] = {"size": [7, 8], "price": [3.5, 1, 2]}


@pytest.mark.parametrize(
    ("no", "yes"),
    [("no_count", "yes_count"), ("votes no", "votes yes"), ("No", "Sí"), ("no (%)", "si (%)")],
)
def test_no_beside_yes_is_no_number_of_rows(no: str, yes: str) -> None:
    columns: dict[str, Sequence[float]] = {no: _SCATTERED, yes: _SCATTERED[::-1], **_OTHERS}
    assert no not in read(table(columns))[0].left_out
    assert read(table({"no": _SCATTERED, **_OTHERS}))[0].left_out == ("no",)


@pytest.mark.parametrize(
    "heading", ["No. of voters", "no_of_guests", "# of steps", "# Views", "Nº plazas"]
)
def test_how_many_of_something_is_no_id(heading: str) -> None:
    plan, _ = read(table({"x": [7, 8], heading: _SCATTERED, "price": [3.5, 1, 2]}))
    assert plan.left_out == ()


@pytest.mark.parametrize("heading", ["# Bus", "No. Class", "No", "# Status"])
def test_a_number_of_one_thing_is_an_id(heading: str) -> None:
    plan, _ = read(table({"x": [7, 8], heading: _SCATTERED, "price": [3.5, 1, 2]}))
    assert plan.left_out == (heading,)


@pytest.mark.parametrize("heading", ["view_num", "Nº de habitantes", "Total number"])
def test_numbers_of_many_lengths_in_digits_are_amounts(heading: str) -> None:
    spread = [1 + n * n * n % 9973 * 10 ** (n % 4) for n in range(ROWS)]
    plan, _ = read(table({heading: spread, **_OTHERS}))
    assert plan.left_out == ()
    plan, _ = read(table({heading: _SCATTERED, **_OTHERS}))
    assert plan.left_out == (heading,)


def test_an_index_of_something_is_an_amount_and_the_index_of_rows_is_none() -> None:
    for heading in ("heat index", "UV_index", "Índice"):
        plan, _ = read(table({heading: _SCATTERED, **_OTHERS}))
        assert plan.left_out == (() if "_" in heading or " " in heading else (heading,))
    for heading in ("row_index", "Station index"):
        plan, _ = read(table({heading: sorted(_SCATTERED), **_OTHERS}))
        assert plan.left_out == (heading,)


def test_units_behind_in_and_of_physics_and_of_more_currencies_are_units() -> None:
    units = {
        "Höhe in m": "m",
        "Altura en m": "m",
        "Gewicht in g": "g",
        "Zeit in min": "min",
        "Stromstärke (A)": "A",
        "电压（V）": "V",
        "Leitwert (µS/cm)": "µS/cm",
        "Ladung (mAh)": "mAh",
        "phí (VNĐ)": "VNĐ",
        "단가 (원)": "원",
    }
    plan, bad = read(table({**{one: ["1.5", "18", "270"] for one in units}, "target": ["p", "q"]}))
    assert (list(kinds(plan).values()), bad) == ([f"number {unit}" for unit in units.values()], [])
    labels = ("Group (A)", "Answer (V)", "born in m", "grade in A", "Team (MA)")
    plan, _ = read(table({**{one: ["1.5", "18", "270"] for one in labels}, "target": ["p", "q"]}))
    assert set(kinds(plan).values()) == {"number"}


def test_a_unit_behind_a_slash_is_the_amounts_own_unless_it_is_paid_for_one() -> None:
    units = {
        "身高/cm": " cm",
        "总价/万元": " 万元",
        "速度/km/h": " km/h",
        "单价/斤": "",
        "price/kg": "",
    }
    plan, _ = read(table({**{one: ["1.5", "18", "270"] for one in units}, "target": ["p", "q"]}))
    assert list(kinds(plan).values()) == [f"number{unit}" for unit in units.values()]


@pytest.mark.parametrize("heading", ["UID wynajmu", "Id klienta", "user_uid"])
def test_the_short_words_for_ids_are_known_on_either_side(heading: str) -> None:
    ids = [str(30_000 + 7 * n) for n in range(ROWS)]
    plan, _ = read(table({heading: ids, "size": range(3, ROWS + 3), "price": [5, 9, 12]}))
    assert plan.left_out == (heading,)
