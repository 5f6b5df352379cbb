"""Ranges, hidden digits and rough numbers: which are a number, and what is said of them."""

import pytest

from tests.core.assistant.files.made_tables import kinds, read, table


@pytest.mark.parametrize(
    "cell", ["58~168", "58-168", "3—5", "3～5", "1**", "3*", "12?", "12？", "5~", "1***", ">5"]
)
def test_ranges_and_hidden_or_doubted_digits_are_no_number(cell: str) -> None:
    plan, bad = read(table({"x": [*map(str, range(11, 34)), cell], "target": ["p", "q", "q"]}))
    assert kinds(plan)["x"] == "number"
    note = f'Taken as missing: "{cell}" 1 × (x).'
    is_left_out = len(bad) == 1 and f'"{cell}"' in bad[0]
    assert note in plan.notes if cell == ">5" else is_left_out


@pytest.mark.parametrize(
    ("cell", "value"), [("~5", 5), ("≈5", 5), ("5+", 5), ("ca. 5", 5), ("约5", 5), ("about 5", 5)]
)
def test_what_is_said_to_be_rough_is_told(cell: str, value: float) -> None:
    plan, bad = read(table({"x": [*map(str, range(11, 34)), cell], "target": ["p", "q", "q"]}))
    assert (plan.inputs["x"].read(cell), bad) == (value, [])
    assert f'1 rough number is taken as exact, like "{cell}": x.' in plan.notes


@pytest.mark.parametrize("mark", ["~", "～", "-", "–", "—", "至"])
def test_a_column_of_ranges_is_no_number(mark: str) -> None:
    few = [f"{n}{mark}{n + 20}" for n in (10, 30, 50)]
    plan, bad = read(table({"x": few, "target": ["p", "q", "q"]}))
    assert (kinds(plan)["x"], bad) == ("category", [])
    rows = "".join(f"{n}{mark}{2 * n + 7},{'pq'[n % 2]}\n" for n in range(10, 90))
    plan, bad = read(f"x,target\n{rows}")
    assert (kinds(plan)["x"], bad) == ("text", [])
