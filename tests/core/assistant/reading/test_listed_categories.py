"""Listed and known categories beside numbers, days and other words."""

import pytest

from core.assistant.reading import Known, read_question
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

PRINTS = task_of("weight: number g", "layer: number mm", "material: PLA | PETG | ABS | M")


@pytest.mark.parametrize(
    ("sentence", "material"),
    [
        ("30g ABS 0.2mm", "ABS"),
        ("PLA 30克", "PLA"),
        ("30克PLA 0.2mm", "PLA"),
        ("1.2公斤 PLA 0.2", "PLA"),
        ("80 g PETG at 0.2 mm", "PETG"),
        ("30 g not PLA 0.2mm", None),
        ("30 g PLA-CF 0.2mm", None),
        ("30 M", None),
    ],
)
def test_a_listed_category_beside_a_number(sentence: str, material: str | None) -> None:
    reading = read_question(sentence, PRINTS, Known(), today=TODAY)
    assert by_name(reading, PRINTS).get("material") == material


@pytest.mark.parametrize(("sentence", "country"), [("GB 30", None), ("FR 30", "FR")])
def test_a_category_that_is_a_unit_too(sentence: str, country: str | None) -> None:
    task = task_of("country: GB | FR | US", "size: number")
    assert (
        by_name(read_question(sentence, task, Known(), today=TODAY), task).get("country") == country
    )


STALL = task_of("日期: date", "气温: number ℃", "天气: category", "地点: category")
STALL_SEEN = seen_by(STALL, {"天气": ["晴", "多云", "小雨"], "地点": ["大学城", "江滩"]})


@pytest.mark.parametrize(
    ("sentence", "warmth", "weather"),
    [
        ("31度晴，江滩", 31, "晴"),
        ("31℃晴", 31, "晴"),
        ("25度多云", 25, "多云"),
        ("28度多云，在江滩", 28, "多云"),
        ("昨天大晴天 30度", 30, "晴"),
        ("大晴天", None, "晴"),
        ("不是大晴天", None, None),
        ("30度 多云转晴", 30, None),
        ("大晴天转小雨", None, None),
        ("28度多", None, None),
    ],
)
def test_a_weather_beside_a_number(
    sentence: str, warmth: float | None, weather: str | None
) -> None:
    values = by_name(read_question(sentence, STALL, STALL_SEEN, today=TODAY), STALL)
    assert (values.get("气温"), values.get("天气")) == (warmth, weather)
