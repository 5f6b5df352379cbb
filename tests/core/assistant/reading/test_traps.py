"""Traps: signs and words that look like something else."""

from datetime import date

import pytest

from core.assistant.reading import Known, Unclear, read_question
from tests.core.assistant.reading.tasks import (
    CHINESE,
    FLATS,
    FLATS_SEEN,
    PHONES,
    SIZES,
    TODAY,
    by_name,
    seen_by,
    task_of,
)


def test_chinese_commas_part_numbers() -> None:
    task = task_of("面积: number 平", "室: number")
    reading = read_question("90平，3室。", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"面积": 90, "室": 3}
    reading = read_question("室：3，面积：90", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"面积": 90, "室": 3}


@pytest.mark.parametrize("model", [["iPhone 15", "iPhone 14"], []])
def test_a_model_number_and_a_storage_stay_apart(model: list[str]) -> None:
    seen = seen_by(PHONES, {"model": model})
    reading = read_question("iPhone 15 128G", PHONES, seen, today=TODAY)
    assert by_name(reading, PHONES).get("storage") == 128
    assert by_name(reading, PHONES).get("model") == ("iPhone 15" if model else None)
    assert reading.unread == (() if model else ("iPhone 15",))


@pytest.mark.parametrize(("unit", "value"), [("GB", 128), ("TB", 0.128), ("g", 128), ("kg", 0.128)])
def test_g_is_gigabyte_or_gram_by_the_unit_of_the_field(unit: str, value: float) -> None:
    task = task_of(f"amount: number {unit}")
    assert by_name(read_question("128G", task, Known(), today=TODAY), task) == {"amount": value}


@pytest.mark.parametrize(
    ("unit", "value"), [("m", 5), ("km", 0.005), ("min", 5), ("s", 300), ("€", 5e6), ("k€", 5e3)]
)
def test_m_is_metre_minute_or_million_by_the_unit_of_the_field(unit: str, value: float) -> None:
    task = task_of(f"amount: number {unit}")
    reading = read_question("amount 5m", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"amount": value}


def test_m_without_any_unit_is_asked() -> None:
    reading = read_question("size 5m", SIZES, Known(), today=TODAY)
    asked = Unclear(field=SIZES.fields[0].key, text="5m", readings=(5.0, 5e6))
    assert reading.unclear == (asked,)


def test_second_hand_is_not_two() -> None:
    reading = read_question("二手 3室", CHINESE, Known(), today=TODAY)
    assert by_name(reading, CHINESE) == {"室": 3}
    assert reading.unread == ("二手",)
    alone = read_question("二手", SIZES, Known(), today=TODAY)
    assert dict(alone.values) == {}


@pytest.mark.parametrize(
    ("digits", "history", "value"),
    [
        ("1.250", [800, 1500], 1250),
        ("1,250", [800, 1500], 1250),
        ("1 250", [800, 1500], 1250),
        ("1,250", [100_000], 1250),
        ("1,250", [], 1250),
        ("1.250", [], None),
        ("1.250", [100_000], None),
        ("1.250", [1.1, 1.3], None),
        ("1,250", [1.1, 1.3], None),
        ("1,125", [1.1, 1.3], None),
        ("1 250", [1.1, 1.3], None),
        ("1.125", [1.1, 1.3], 1.125),
        ("1,25", [1.1, 1.3], 1.25),
        ("1,000", [1.1, 1.3], 1000),
    ],
)
def test_a_history_of_small_numbers_makes_no_fraction_of_what_may_be_thousands(
    digits: str, history: list[float], value: float | None
) -> None:
    seen = seen_by(SIZES, {"size": history})
    reading = read_question(f"size {digits}", SIZES, seen, today=TODAY)
    assert by_name(reading, SIZES).get("size") == value
    assert [one.text for one in reading.unclear] == ([] if value else [digits])


def test_a_range_is_asked_and_no_difference() -> None:
    reading = read_question("3-4 rooms, 80 to 90 m²", FLATS, FLATS_SEEN, today=TODAY)
    assert [(one.text, one.readings) for one in reading.unclear] == [
        ("3-4", (3.0, 4.0)),
        ("80 to 90 m²", (80.0, 90.0)),
    ]


def test_next_friday_is_a_date() -> None:
    task = task_of("when: date", "rooms: number")
    reading = read_question("2 rooms next Friday", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"rooms": 2, "when": date(2026, 5, 29)}


def test_dates_are_read_only_where_there_is_a_date_field() -> None:
    reading = read_question("size 3, 2026-05-31", SIZES, Known(), today=TODAY)
    assert by_name(reading, SIZES) == {"size": 3}
    assert reading.unread == ("2026-05-31",)
