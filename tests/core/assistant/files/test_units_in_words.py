"""Units that headings say in words, in brackets or within a sentence."""

import pytest

from core.assistant.files.heading_units import split_unit
from tests.core.assistant.files.made_tables import kinds, read, table


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Wie weit wohnst du entfernt? (Angabe in km)", "km"),
        ("Wie lange brauchst du in Minuten um hier zu sein?", "min"),
        ("How long, in minutes, did it take?", "min"),
        ("Sleep in hours", "hours"),
        ("Tiempo en minutos", "min"),
        ("Durée (en heures)", "h"),
        ("Distância em quilômetros", "km"),
        ("Czas (w godzinach)", "h"),
        ("Czas dojazdu w minutach", "min"),
        ("Koszt (w zł)", "zł"),
        ("日照時間(時間)", "h"),
        ("売上（単位：円）", "円"),
        ("金额（单位：元）", "元"),
        ("金额 单位：元", "元"),
        ("temperature in ºc", "ºc"),
        ("Temp (˚C)", "˚C"),
        ("time_hr", "hr"),
    ],
)
def test_a_unit_in_words_is_the_columns_unit(heading: str, unit: str) -> None:
    cells = ["1.5", "18", "270"]
    plan, bad = read(table({heading: cells, "target": ["p", "q"]}))
    assert ([*kinds(plan).values()], bad) == ([f"number {unit}"], [])


@pytest.mark.parametrize(
    "heading",
    [
        "Gold in ore",
        "学校单位：公司",
        "speed in km per hour",
        "Grade in A",
        "Einheit",
        "resting_hr",
        "in_degree",
    ],
)
def test_other_words_behind_in_or_unit_are_none(heading: str) -> None:
    assert split_unit(heading)[1] is None


@pytest.mark.parametrize(
    ("cells", "hour"),
    [(["10:8:45", "10:9:40", "10:12:5"], 10 + 9 / 60 + 40 / 3600), (["9:15", "9:5", "10:30"], 0)],
)
def test_a_clock_without_its_zeros_is_a_clock(cells: list[str], hour: float) -> None:
    plan, bad = read(table({"zeit": cells, "target": ["p", "q"]}))
    assert (kinds(plan)["zeit"], bad) == ("number h", [])
    assert plan.inputs["zeit"].read(cells[1]) == pytest.approx(hour or 9 + 5 / 60)


def test_scores_and_scales_are_no_clocks() -> None:
    for cells in (["2:1", "0:3", "10:2"], ["1:2:3", "1:1:4"]):
        plan, _ = read(table({"score": cells, "target": ["p", "q"]}))
        assert kinds(plan)["score"] == "category"


def test_a_day_with_such_a_clock_is_a_date() -> None:
    days = ["3.11.2022 9:5:3", "14.11.2022 10:15:30"]
    plan, bad = read(table({"wann": days, "target": ["p", "q", "q"]}))
    assert (kinds(plan)["wann"], bad) == ("date", [])
