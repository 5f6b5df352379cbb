"""Times that spreadsheets write with a day of no meaning, and times that are lengths."""

import pytest

from tests.core.assistant.files.made_tables import NUMBERS, kinds, read, table


@pytest.mark.parametrize(
    "cell",
    [
        "Sat Dec 30 1899 08:30:00 GMT+0000 (Greenwich Mean Time)",
        "1899-12-30 08:30:00",
        "1899-12-30T08:30:00.000Z",
        "1899-12-31 08:30",
        "1900-01-00 08:30:00",
        "1/0/1900 8:30:00 AM",
        "30/12/1899 08:30:00",
        "12/30/1899 8:30:00 AM",
    ],
)
def test_a_time_on_the_day_that_spreadsheets_count_from_is_a_time_alone(cell: str) -> None:
    other = "09:15:00" if "08:30:00" in cell or "8:30:00" in cell else "09:15"
    text = table({"run": [cell, other], "place": ["a", "b"], "target": ["p", "q", "q"]})
    plan, bad = read(text)
    assert (kinds(plan)["run"], plan.inputs["run"].read(cell), bad) == ("number h", 8.5, [])


def test_a_day_of_that_time_without_a_clock_stays_a_date() -> None:
    text = table({"born": ["1899-12-30", "1901-02-03"], "target": ["p", "q", "q"]})
    assert kinds(read(text)[0])["born"] == "date"


def test_short_times_are_minutes_beside_others_that_must_be() -> None:
    short = ["01:44", "02:53", "01:29"]
    text = table({"Cross": ["28:44", "30:13"], "Swim": short, "target": ["p", "q", "q"]})
    plan, bad = read(text)
    assert (kinds(plan)["Swim"], bad) == ("number min", [])
    assert plan.inputs["Swim"].read("01:30") == 1.5


@pytest.mark.parametrize(
    ("heading", "cells"),
    [("Start", ["08:31", "09:17"]), ("出发", ["08:31", "09:17"]), ("Slot", ["08:30", "09:15"])],
)
def test_times_of_the_day_stay_hours_beside_lengths(heading: str, cells: list[str]) -> None:
    text = table({"Lap": ["28:44", "30:13"], heading: cells, "target": ["p", "q", "q"]})
    assert kinds(read(text)[0])[heading] == "number h"


def test_short_times_without_others_stay_hours() -> None:
    text = table({"Swim": ["01:44", "02:53", "01:29"], "target": ["p", "q", "q"]})
    assert kinds(read(text)[0])["Swim"] == "number h"


@pytest.mark.parametrize(
    ("heading", "cells", "unit", "first"),
    [
        ("Time", ["34:47:00", "32:29:00", "35:26:00"], "min", 34.7833),
        ("Avg tempo", ["06:19:00", "16:05:00", "07:01:00"], "min", 6.3167),
        ("Start", ["06:19:00", "16:05:00", "07:01:00"], "h", 6.3167),
        ("Time", ["0:34:47", "0:32:29", "1:02:11"], "h", 0.5797),
    ],
)
def test_seconds_that_a_spreadsheet_added_do_not_make_hours_of_minutes(
    heading: str, cells: list[str], unit: str, first: float
) -> None:
    plan, bad = read(table({heading: cells, "town": ["x", "y"], "target": ["p", "q", "q"]}))
    assert (kinds(plan)[heading], bad) == (f"number {unit}", [])
    assert plan.inputs[heading].read(cells[0]) == pytest.approx(first, abs=1e-3)


def test_paces_beside_speeds_are_no_one_amount() -> None:
    paces = [
        f"{4 + n % 5}:{n * 7 % 60:02}" if n % 3 else f"{20 + n % 9}.{n % 10}" for n in range(24)
    ]
    plan, bad = read(table({"sport": ["run", "run", "bike"], "km": [5, 7, 9], "Avg Pace": paces}))
    assert (plan.left_out, plan.is_target_clear, bad) == (("Avg Pace",), False, [])
    plan, _ = read(table({"sport": ["run", "bike"], "Avg Pace": [paces[1], "0"], "km": [5.5, 7]}))
    assert plan.left_out == ()


def test_marks_and_remarks_behind_times_are_no_part_of_them() -> None:
    cells = ["0:20:18*", "0:42:42", "10:33:05", "4:54:29 (3:a)"]
    plan, bad = read(table({"run": cells, "place": ["a", "b"], "target": ["p", "q", "q"]}))
    assert (kinds(plan)["run"], bad) == ("number h", [])
    assert plan.inputs["run"].read("0:20:24*") == pytest.approx(0.34)


_LENGTHS = [f"{n * 5 % 9}:{n * 17 % 60:02}" for n in range(1, 25)]
_PARTS = [tuple(map(int, one.split(":"))) for one in _LENGTHS]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("duration", "min"),
        ("stay", "h"),
        ("用时", "h"),
        ("duration_h", "h"),
        ("hours", "h"),
        ("Dauer (h)", "h"),
        ("stay (min)", "min"),
        ("用时（分钟）", "min"),
        ("start", "h"),
    ],
)
def test_what_a_time_in_two_parts_is_taken_for_is_said_where_nothing_tells(
    heading: str, unit: str
) -> None:
    plan, bad = read(table({heading: _LENGTHS, "place": ["a", "b"], "target": ["p", "q", "q"]}))
    assert (plan.inputs[heading].field.unit, bad) == (unit, [])
    told = [note for note in plan.notes if "is read as" in note]
    said = {
        "duration": '"5:17" in "duration" is read as 5 min 17 s; '
        'as hours: kinds:"duration: number h".',
        "stay": '"5:17" in "stay" is read as 5 h 17 min; as minutes: kinds:"stay: number min".',
        "用时": '"5:17" in "用时" is read as 5 h 17 min; as minutes: kinds:"用时: number min".',
    }
    assert told == ([said[heading]] if heading in said else [])


@pytest.mark.parametrize(
    ("heading", "others", "unit"),
    [
        ("duration", {"total": [3600 * a + 60 * b for a, b in _PARTS]}, "h"),
        ("duration", {"total": [3600 * a + 60 * b + 59 for a, b in _PARTS]}, "h"),
        ("stay", {"stay_s": [60 * a + b for a, b in _PARTS]}, "min"),
        ("duration", {"total minutes": [60 * a + b for a, b in _PARTS]}, "h"),
        ("duration", {"总小时": [round(a + b / 60, 2) for a, b in _PARTS]}, "h"),
        (
            "duration",
            {"start": ["10:02"] * 24, "end": [f"{10 + a}:{b:02}" for a, b in _PARTS]},
            "h",
        ),
    ],
)
def test_other_columns_tell_what_a_time_in_two_parts_is(
    heading: str, others: dict[str, list[object]], unit: str
) -> None:
    plan, _ = read(table({heading: _LENGTHS, **others, "target": ["p", "q", "q"]}))
    assert plan.inputs[heading].field.unit == unit
    assert not any("is read as" in note for note in plan.notes)


@pytest.mark.parametrize("other", [[60 * a + b for a, b in _PARTS], list(range(24))])
def test_a_column_that_may_be_of_either_size_tells_nothing(other: list[int]) -> None:
    plan, _ = read(table({"stay": _LENGTHS, "x": other, "target": ["p", "q", "q"]}))
    assert any("is read as" in note for note in plan.notes)


@pytest.mark.parametrize(
    ("cells", "unit", "values"),
    [
        (["26.898", "1:26.898", "58.320"], "s", [26.898, 86.898, 58.32]),
        (["1:02.45", "58.32", "59.10"], "s", [62.45, 58.32, 59.1]),
        (["7:30/M", "12:45/M", "9:06/M"], "min", [7.5, 12.75, 9.1]),
        (["5:30 /km", "6:15 /km", "4:59 /km"], "min", [5.5, 6.25, 299 / 60]),
    ],
)
def test_results_are_read_in_one_unit(cells: list[str], unit: str, values: list[float]) -> None:
    plan, bad = read(table({"result": cells, "place": ["a", "b"], "target": ["p", "q", "q"]}))
    one = plan.inputs["result"]
    assert (one.field.unit, bad) == (unit, [])
    assert [one.read(cell) for cell in cells] == pytest.approx(values)


def test_paces_beside_speeds_are_no_results() -> None:
    cells = ["6:34", "28.7", "5:12", "31.4"]
    assert "result" not in kinds(read(table({"result": cells, "b": [1, 2], "c": ["p", "q"]}))[0])


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["2024-03-01 23:15", "2024-03-02 00:00"], "2024-03-01 23:15"),
        (["2024-03-01T23:15:00Z", "2024-03-02T08:00:00Z"], "2024-03-01T23:15:00Z"),
        (["3/13/2024 8:05 PM", "3/14/2024 9:30 AM"], "3/13/2024 8:05 PM"),
        (["24.12.2024 18:30", "31.12.2024 00:00"], "24.12.2024 18:30"),
        (["2024年3月1日 8时30分", "2024年3月2日 9时"], "2024年3月1日 8时30分"),
        (["20160101T001000Z", "20160102T101000Z"], "20160101T001000Z"),
        (["2024-03-01 00:00", "2024-03-02 00:00"], None),
        (["2024-03-01T00:00:00.000Z", "2024-03-02T00:00:00.000Z"], None),
        (["2024-03-01 00:00:00+02:00", "2024-03-02 00:00:00+02:00"], None),
        (["3/13/2024 12:00:00 AM", "3/14/2024 12:00:00 AM"], None),
        (["2024-03-01", "2024-03-02"], None),
        (["20160101T000000Z", "20160102T000000Z"], None),
    ],
)
def test_times_of_day_beside_dates_are_said_to_be_left_out(
    cells: list[str], told: str | None
) -> None:
    plan, bad = read(table({"when": cells, "pay": NUMBERS}))
    assert (kinds(plan)["when"], bad) == ("date", [])
    said = [note for note in plan.notes if "Times of day" in note]
    assert said == ([f"Times of day left out (when): of {told} only the day is read."] * bool(told))
