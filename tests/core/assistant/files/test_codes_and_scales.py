"""Digits that name things, letters that scale numbers, and the signs that numbers begin with."""

import pytest

from core.assistant.incoming import Attachment
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.files.made_tables import ROWS, kinds, read, table

IDS = [7001 + 37 * (n * 7 % ROWS) for n in range(ROWS)]


def _typed(heading: str, cells: list[str]) -> tuple[str | None, list[object]]:
    """Return a column's kind, None where it is left out, and its first values."""
    plan, bad = read(table({"sort": ["p", "q"], heading: cells, "fee": [3.5, 4.5, 1]}))
    assert (plan.heading, bad) == ("fee", [])
    reader = plan.inputs.get(heading)
    if heading in plan.left_out or reader is None:
        return None, []
    return kinds(plan).get(heading, "other name"), [reader.read(cell) for cell in cells[:3]]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        ([".544", "1.000", "-.987"], [0.544, 1, -0.987]),
        (["$.544", "$1.000", "$.987"], [0.544, 1, 0.987]),
        ([",544", "1,000", "-,987"], [0.544, 1, -0.987]),
        ([",5", "1,25", "12"], [0.5, 1.25, 12]),
        (["37", "[1885]", "[14]"], [37, 1885, 14]),
        (["12.5", "[1,885.5]", "[-3]"], [12.5, 1885.5, -3]),
    ],
)
def test_a_decimal_sign_may_come_first_and_brackets_may_stand_around(
    cells: list[str], values: list[float]
) -> None:
    kind, found = _typed("share", cells)
    assert (kind or "")[:6] == "number"
    assert found == values


def test_lists_in_square_brackets_are_no_numbers() -> None:
    assert _typed("pair", ["[1,2]", "[3, 4]"])[0] == "category"


@pytest.mark.parametrize(
    "cells",
    [
        ["2A", "2B"],
        ["13", "75", "2A", "2B", "44"],
        ["1B", "2B", "3B"],
        ["5K", "10K"],
        ["9.5D", "10B", "8.5M"],
        ["293K", "20C", "68F"],
        ["1.2T", "850B", "12M"],
        ["13", "75", "2B", "94"],
        ["10M", "8W", "9M"],
    ],
)
def test_a_letter_beside_others_or_alone_makes_codes(cells: list[str]) -> None:
    assert _typed("group", cells) == ("category", cells[:3])


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["5K", "12", "1200"], [5000, 12, 1200]),
        (["5M", "0", "20M"], [5_000_000, 0, 20_000_000]),
        (["850k", "1.2M", "90k"], [850_000, 1_200_000, 90_000]),
        (["$5K", "$10K", "$7K"], [5000, 10_000, 7000]),
        ([f"{7 * n + 3}K" for n in range(ROWS)], [3000, 10_000, 17_000]),
        ([*[f"{n}.5K" for n in range(1, ROWS)], "7K"], [1500, 2500, 3500]),
    ],
)
def test_a_letter_scales_numbers_where_something_tells_so(
    cells: list[str], values: list[float]
) -> None:
    kind, found = _typed("views", cells)
    assert (kind or "")[:6] == "number"
    assert found == values


def test_a_letter_that_slipped_in_among_plain_numbers_loses_its_row() -> None:
    cells = [*[str(age) for age in range(18, 17 + ROWS)], "3M"]
    plan, bad = read(table({"age": cells, "fee": [3.5, 4.5, 1]}))
    assert (kinds(plan)["age"], len(bad)) == ("number", 1)


async def test_codes_are_refused_where_a_number_was_asked_for() -> None:
    cells = table({"part": ["2A", "2B", "7"], "fee": [3.5, 4.5, 1]})
    file = Attachment(name="parts.csv", content=cells.encode())
    card = shown(await Chat().hear('task import task:parts kinds:"part: number"', file=file))
    assert '"2B" is none that I can read' in card


def test_areas_and_what_is_paid_are_numbers() -> None:
    cells = [str(number) for number in IDS]
    for heading in ("area", "living_area", "floor area", "paid", "bid"):
        assert _typed(heading, cells)[0] == "number"
    assert _typed("area code", ["212", "415", "718"])[0] == "category"


def test_numbers_that_tell_things_apart_are_left_out() -> None:
    cells = [str(number) for number in IDS]
    for heading in ("pid", "custid", "numero_expediente", "Identificador", "Rechnungs_ID"):
        assert _typed(heading, cells)[0] is None
    assert _typed("item_id", [f"{number}.0" for number in IDS])[0] is None
    padded = [f"{number:03}" for number in range(20, 20 + ROWS - 2)]
    assert _typed("Identificador", [*padded, "020", "021"])[0] is None


def test_an_id_that_recurs_is_a_category_and_no_guessed_answer() -> None:
    rows = "".join(f"{'xy'[n % 2]},{n + 0.5},{11 + n % 6}\n" for n in range(12))
    plan, bad = read(f"sort,size,Rechnungs_ID\n{rows}")
    assert (kinds(plan)["Rechnungs_ID"], plan.heading, bad) == ("category", "size", [])
    assert not plan.is_target_clear


def test_a_unit_may_end_a_heading() -> None:
    for unit in ("hpa", "db", "lpm", "bpm"):
        assert _typed(f"mean_{unit}", ["1.5", "18", "270"])[0] == f"number {unit}"


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("area code", ["1", "2", "a", "3", "2", "12"], "category"),
        ("地域識別コード", ["1", "2", "a", "0", "3", "2"], "category"),
        ("地区代码", ["11", "12", "b", "13", "12"], "category"),
        ("Kennziffer", ["1", "2", "a", "3", "2"], "category"),
        ("código", ["1", "2", "B", "3", "2"], "category"),
        ("zone", ["1", "2", "a", "3", "b", "2"], "category"),
        ("zone", ["1", "2", "x", "3", "2"], "number"),
        ("place", ["1", "2", "d", "13", "b", "24"], "number"),
        ("count", ["1", "2", "unknown", "3", "2"], "number"),
    ],
)
def test_letters_among_digits_are_codes_where_the_heading_or_several_say_so(
    heading: str, cells: list[str], kind: str
) -> None:
    assert _typed(heading, cells)[0] == kind
