"""Cells are read as their whole column, and their file, is written."""

from dataclasses import replace
from datetime import date

import pytest

from core.assistant.files.opening import read_sheet
from core.assistant.files.plan import plan_new
from core.assistant.files.plan_for import plan_for, plan_questions
from core.assistant.files.typing_together import Wishes
from core.assistant.incoming import Attachment
from core.assistant.reading import Known
from core.domain.task import Target, TargetKind
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.files.made_tables import kinds, read, table
from tests.core.assistant.reading.tasks import task_of


@pytest.mark.parametrize(
    ("heading", "cells", "values"),
    [
        ("run", ["58:12", "1:02:33"], [58.2, 62.55]),
        ("Finish time", ["9:30", "1:00:30"], [9.5, 60.5]),
        ("swim", ["1:52.30", "2:01.50"], [1.8717, 2.025]),
        ("opens", ["8:30", "9:15"], [8.5, 9.25]),
        ("clock", ["0:05:13.5", "0:03:32.5"], [0.0871, 0.059]),
        ("price", ["₹45 Lac", "1.2 crore"], [4_500_000, 12_000_000]),
        ("price", ["₹45 L", "₹ 1.2 Cr"], [4_500_000, 12_000_000]),
        ("price", ["45 Lac", "1.2 Cr"], [4_500_000, 12_000_000]),
        ("price (INR)", ["45 L", "1.2 Cr"], [4_500_000, 12_000_000]),
        ("tank", ["45 L", "52 L"], [45, 52]),
        ("price", ["Rs. 45 L", "Rs. 1.2 Cr"], [4_500_000, 12_000_000]),
        ("km", ["850", "1.200", "12.500"], [850, 1200, 12500]),
        ("fee", ["12.990 €", "9.450 €"], [12990, 9450]),
        ("litre", ["1.659 €", "1.719 €"], [1.659, 1.719]),
        ("km", ["85.000", "142.000", "ca. 8.950", "40.500"], [85000, 142000, 8950, 40500]),
        ("long", ["13.377", "2.100", "0.125"], [13.377, 2.1, 0.125]),
        ("size", ["1200", "1.250"], [1200, 1.25]),
        ("opens", ["8:30 AM", "12:15 PM"], [8.5, 12.25]),
        ("opens", ["8時30分", "12時15分"], [8.5, 12.25]),
        ("took", ["1h23m", "45m", "2h"], [1.3833, 0.75, 2]),
        ("took", ["3m 20s", "12m 5s"], [3.3333, 12.0833]),
        ("took", ["PT1H3M", "PT45M"], [1.05, 0.75]),
        ("took", ["1 day, 2:03:00", "3:06:00"], [26.05, 3.1]),
        ("lat", ["52°31'12\"N", "33° 52' S"], [52.52, -33.8667]),
        ("lon", ["13.4050° E", "74.0060°W"], [13.405, -74.006]),
        ("fee", ["1.200,-", "900,-"], [1200, 900]),
        ("people", ["1,234[a]", "7‡", "9†"], [1234, 7, 9]),
        ("people", ["1\u2009234", "12\u2009500"], [1234, 12500]),
        ("fee", ["1 200,50 Kč", "900,00 Kč"], [1200.5, 900]),
        ("amount", ["4.50 DR", "2,000.00 CR"], [-4.5, 2000]),
        ("amount (INR)", ["4.50 Dr", "2,000.00 Cr"], [-4.5, 2000]),
        ("sold", ["1.2万+人付款", "300+人付款", "8人付款"], [12_000, 300, 8]),
        ("rain", ["15.5 ]", "2.0", "0.5 ]"], [15.5, 2, 0.5]),
        ("fee", ["$ 1,234", "$ (56)", "($7)"], [1234, -56, -7]),
        ("conc", ["1,2E-03", "5E-02"], [0.0012, 0.05]),
        ("power", ["77 kW (105 PS)", "55 kW (75 PS)"], [77, 55]),
        ("dose", ["500 mg", "0.5 g", "20 mg"], [500, 500, 20]),
        ("way", ["1.2 km from the sea", "300 m from the sea", "2 km from the sea"], [1.2, 0.3, 2]),
        ("身長", ["１７０．５", "１６２．０"], [170.5, 162]),
        ("from", ["20:00 Uhr", "20.15 Uhr"], [20, 20.25]),
        ("gap", ["+1:33", "+0:45"], [1.55, 0.75]),
        ("people", ["1,5 Mio.", "250 Tsd.", "2 Mrd."], [1_500_000, 250_000, 2_000_000_000]),
        ("fee", ["1,5 Mio. €", "8 Mio. €"], [1_500_000, 8_000_000]),
        ("fee", ["120 T€", "80 T€"], [120_000, 80_000]),
        ("播放", ["12.5万", "900", "1.1亿"], [125_000, 900, 110_000_000]),
        ("durée", ["8h30", "10h", "9h05"], [8.5, 10, 9.0833]),
        ("height", ["5'11\"", "6'2\"", "5'4\""], [71, 74, 64]),
        ("height", ["5 ft 11 in", "6ft 2in", "6'"], [71, 74, 72]),
        ("lap", ["3'05\"", "2'11\""], [3.0833, 2.1833]),
    ],
)
def test_cells_are_read_as_their_column_is_written(
    heading: str, cells: list[str], values: list[float]
) -> None:
    plan, bad = read(table({heading: cells, "b": ["x", "y"], "target": ["p", "q", "q"]}))
    assert [plan.inputs[heading].read(cell) for cell in cells] == pytest.approx(values, abs=1e-4)
    assert bad == []


@pytest.mark.parametrize(
    ("other", "value"),
    [("12.5", 85.123), ("12,5", 85123), ("12", 85123)],
)
def test_three_digits_after_a_point_are_read_as_the_file_is_written(
    other: str, value: float
) -> None:
    content = table({"way": ["85.123", "9.851"], "fee": [other, "7"], "kind": ["x", "y"]}, mark=";")
    plan, _ = read(content)
    assert plan.inputs["way"].read("85.123") == value


def test_round_thousands_with_points_tell_how_the_file_is_written() -> None:
    content = table(
        {"km": ["85.000", "142.000", "40.500"], "b": ["x", "y"], "price": ["8.955", "9.125"]}
    )
    plan, _ = read(content)
    assert plan.inputs["km"].read("85.000") == 85_000
    assert plan.truths.read("8.955") == 8955
    assert any("decimal comma" in note for note in plan.notes)


def test_heights_with_points_are_asked_about_and_read_as_chosen() -> None:
    heights = ["174.000", "168.500", "181.000", "170.180"]
    content = table({"height": heights, "weight": ["96.162", "61.235", "75.750"], "b": ["x", "y"]})
    for said, height in ((False, 174.0), (True, 174_000.0)):
        sheet = read_sheet(Attachment(name="t.csv", content=content.encode()))
        plan = plan_new(sheet, Wishes(today=date(2026, 5, 31), has_commas=said, target="weight"))
        assert plan.inputs["height"].read("174.000") == height
    sheet = read_sheet(Attachment(name="t.csv", content=content.encode()))
    plan = plan_new(sheet, Wishes(today=date(2026, 5, 31)))
    assert "height" in plan.unclear_points


def test_questions_in_a_file_are_read_as_its_numbers_are_written() -> None:
    task = task_of("way: number km", "fee: number")
    for fee, way in (("12.5", 85.123), ("12,5", 85123)):
        content = table({"way": ["85.123"], "fee": [fee]}, mark=";").encode()
        sheet = read_sheet(Attachment(name="q.csv", content=content))
        inputs = plan_questions(sheet, task, Wishes(today=date(2026, 5, 31)), Known())
        assert inputs["way"].read("85.123") == way


def test_one_date_that_slipped_does_not_change_the_order_of_the_others() -> None:
    days = ["5/6/2024", *(f"{day}/6/2024" for day in range(13, 31)), "6/25/2024"]
    plan, bad = read(table({"day": days, "target": ["p", "q", "q"]}))
    assert (plan.inputs["day"].read("5/6/2024"), bad) == (date(2024, 6, 5), [])
    assert plan.swappable == ()


async def test_a_text_beyond_the_limit_is_read_to_the_limit_and_said() -> None:
    chat = Chat()
    text = "it hangs at start " * 300
    rows = f"note,label\n{text},bug\n" + "the map is dark,wish\nit hangs,bug\n" * 3
    file = Attachment(name="notes.csv", content=rows.encode())
    card = await chat.hear("task import task:notes", file=file)
    assert "1 text is longer than 4,000 characters" in shown(card)
    assert "7 rows" in shown(card)
    await chat.say("task import task:notes", file=file)
    asked = Attachment(name="q.csv", content=f"note\n{text}\n".encode())
    assert "1 text is longer" in shown(await chat.hear("batch notes", file=asked))


WAYS = table({"way": ["85.123 km", "9.851 km"], "kind": ["x", "y"], "fee": ["7", "12", "30"]})


@pytest.mark.parametrize(
    ("button", "row"), [("A bit more", "way 85.12 km"), ("85 thousand", "way 85,123 km")]
)
async def test_a_point_of_which_nothing_tells_is_asked_for(button: str, row: str) -> None:
    chat = Chat()
    file = Attachment(name="ways.csv", content=WAYS.encode())
    card = await chat.hear("task import task:ways target:fee", file=file)
    assert "85.123 a bit more than 85, or 85 thousand?" in card.title
    card = await chat.press(next(c for c in card.choices if c.label.startswith(button)))
    assert row in shown(card)
    assert any(c.label == "Import" for c in card.choices)


async def test_what_a_point_is_for_can_be_said_at_once() -> None:
    chat = Chat()
    file = Attachment(name="ways.csv", content=WAYS.encode())
    card = await chat.hear("task import task:ways target:fee points:thousands", file=file)
    assert "way 85,123 km" in shown(card)
    reply = await chat.hear("task import task:ways points:both", file=file)
    assert "points:decimal or points:thousands" in shown(reply)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (table({"way": ["85.123", "9.851"], "fee": ["7.5", "12"]}), "t.csv"),
        (table({"way": ["85.123", "9.85"], "kind": ["x", "y"]}), "t.csv"),
        (table({"way": ["850", "12.500", "9.000"], "kind": ["x", "y"]}), "t.csv"),
        ('[{"way": 85.123, "kind": "x"}, {"way": 9.851, "kind": "y"}]', "t.json"),
    ],
)
def test_a_point_that_something_tells_of_is_not_asked_for(content: str, name: str) -> None:
    assert read(content, name)[0].unclear_points == ()


@pytest.mark.parametrize(
    ("cells", "labels"),
    [
        (["yes", "no", "yes", "n", "Y"], {"yes", "no"}),
        (["ja", "nein", "JA", "j", "n", "yes"], {"ja", "nein"}),
        (["是", "否", "有", "无", "是", "否"], {"是", "否"}),
        (["yes", "no", "maybe", "Y"], {"yes", "no", "maybe", "Y"}),
    ],
)
def test_words_for_yes_and_no_are_one_answer_each_and_it_is_said(
    cells: list[str], labels: set[str]
) -> None:
    content = "age,came\n" + "".join(f"{n},{cell}\n" for n, cell in enumerate(cells * 2, start=31))
    plan, _ = read(content)
    assert {plan.truths.read(cell) for cell in cells} == labels
    assert any("Taken as one" in note for note in plan.notes) == ("maybe" not in labels)


def test_words_for_yes_and_no_are_the_labels_that_a_task_has() -> None:
    task = replace(task_of("age: number"), target=Target(kind=TargetKind.CATEGORY, name="came"))
    sheet = read_sheet(Attachment(name="t.csv", content=b"age,came\n31,ja\n40,nein\n35,J\n"))
    plan = plan_for(sheet, task, Wishes(today=date(2026, 5, 31)), Known(labels=("Yes", "No")))
    assert [plan.truths.read(cell) for cell in ("ja", "nein", "J")] == ["Yes", "No", "Yes"]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["8.900", "4.750", "10.200", "VB 2.300", "11.000 - 12.000"], [8900, 4750, 10200]),
        (["55k", "72,000 €", "4.2k/month", "48000", "15/h"], [55000, 72000, 48000]),
        (["35 min", "22 min", "1h 05", "1:20", "1.5 h"], [35, 22, 65, 80, 90]),
    ],
)
def test_an_answer_of_amounts_is_a_number_and_what_is_none_is_reported(
    cells: list[str], values: list[float]
) -> None:
    rows = "".join(f'{"xy"[at % 2]},"{cell}"\n' for at, cell in enumerate(cells))
    plan, bad = read(f"sort,took\n{rows}")
    assert (plan.heading, plan.target.kind) == ("took", "number")
    assert len(bad) == len(cells) - len(values)
    kept = [cell for cell in cells if cell not in " ".join(bad)]
    assert [plan.truths.read(cell) for cell in kept] == values


def test_amounts_that_are_not_the_answer_cost_no_rows() -> None:
    rows = "".join(f"{n},p,{n} {'kg' if n % 2 else 'of many'}\n" for n in range(3, 9))
    plan, bad = read(f"price,sort,note\n{rows}")
    assert (plan.heading, bad) == ("price", [])


@pytest.mark.parametrize(
    ("cells", "odd"),
    [
        (["1.5", "800 g", "2 kg", "2500", "3 kg"], "2500"),
        (["2.5%", "0.031", "3 %", "4", "1.5 %"], "0.031"),
    ],
)
def test_a_bare_number_far_from_those_with_a_unit_is_reported(cells: list[str], odd: str) -> None:
    rows = "".join(f"{cell},{'pqq'[at % 3]}\n" for at, cell in enumerate(cells))
    plan, bad = read(f"part,target\n{rows}")
    assert next(iter(kinds(plan).values())).startswith("number")
    assert [odd in reason for reason in bad] == [True]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["ca. 120 €", "130 €", "etwa 90 €"], [120, 130, 90]),
        (["30左右", "25", "约40"], [30, 25, 40]),
        (["env. 30", "25", "~ 40"], [30, 25, 40]),
        (["約30", "25", "40くらい"], [30, 25, 40]),
    ],
)
def test_rough_numbers_are_read_and_said_to_be_rough(cells: list[str], values: list[float]) -> None:
    plan, bad = read(table({"x": cells, "b": ["p", "q"], "target": ["p", "q", "q"]}))
    assert [plan.inputs["x"].read(cell) for cell in cells] == values
    assert bad == []
    assert f'16 rough numbers are taken as exact, like "{cells[0]}": x.' in plan.notes


def test_what_stands_in_brackets_behind_numbers_is_said_to_be_unread() -> None:
    plan, _ = read(table({"power": ["77 kW (105 PS)", "55 kW (75 PS)"], "target": ["p", "q"]}))
    assert kinds(plan) == {"power": "number kW"}
    assert "Brackets and marks behind numbers are not read: power." in plan.notes


def test_flags_behind_numbers_are_said_to_be_unread_and_units_are_none() -> None:
    plan, bad = read(table({"rate": ["5.4 p", "6", "3.1 e", "7.2", "8"], "target": ["p", "q"]}))
    assert (kinds(plan), plan.inputs["rate"].read("5.4 p"), bad) == ({"rate": "number"}, 5.4, [])
    assert "Brackets and marks behind numbers are not read: rate." in plan.notes
    plan, _ = read(table({"took": ["5 m", "6", "3 h", "7", "8", "9"], "target": ["p", "q"]}))
    assert not any("marks" in note for note in plan.notes)


def test_a_number_of_nines_far_below_all_others_is_missing() -> None:
    plan, _ = read(table({"wind": ["4.5", "-999", "6", "0"], "target": ["p", "q"]}))
    assert 'Taken as missing: "-999" 6 × (wind).' in plan.notes
    plan, _ = read(table({"height": ["-450", "-999", "6", "0"], "target": ["p", "q"]}))
    assert not any("missing" in note for note in plan.notes)


@pytest.mark.parametrize("piece", [" ", "1 ", "1'", "1 a "])
def test_long_runs_in_cells_are_read(piece: str) -> None:
    run = piece * (1_500 // len(piece))
    cells = [f"{first}{run}{last}" for first in ("", "1", "(") for last in ("x", "(", "!")]
    plan, _ = read(table({"size": cells, "price": range(10, 34)}))
    assert "price" in kinds(plan) or plan.target.name == "price"
