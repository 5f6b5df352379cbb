"""Numbers whose nouns, or the beginning of a field's name, say which field is meant."""

import pytest

from core.assistant.reading import Known, read_question
from core.domain.fields import Value
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

CLINIC = task_of("前面人数: number", "专家号: yes/no", "时段: 上午 | 下午")
TURNOUT = task_of("报名人数: number", "时段: 上午 | 下午")
BABY = task_of("奶量: number ml", "午睡: number 小时", "月龄: number")
PLANTS = task_of("直径cm: number", "高度mm: number", "朝南: yes/no")


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("前面32个人", 32),
        ("前面5人", 5),
        ("前头十二个人", 12),
        ("我前面有18个人", 18),
        ("前面大概20人", 20),
        ("前面18位", 18),
        ("前面人数十二", 12),
        ("前面60来号人", None),
        ("前面不止30人", None),
        ("前面3天", None),
        ("3个人一起去", None),
        ("前面的人等了20分钟", None),
    ],
)
def test_persons_by_the_beginning_of_the_name(sentence: str, count: int | None) -> None:
    assert (
        by_name(read_question(sentence, CLINIC, Known(), today=TODAY), CLINIC).get("前面人数")
        == count
    )


@pytest.mark.parametrize(
    ("sentence", "count"),
    [("三十个人报名", 30), ("30人报名", 30), ("报名了30人", 30), ("来了22个人", None)],
)
def test_persons_by_what_they_did(sentence: str, count: int | None) -> None:
    reading = read_question(sentence, TURNOUT, Known(), today=TODAY)
    assert by_name(reading, TURNOUT).get("报名人数") == count


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("8个月", {"月龄": 8}),
        ("8个半月，奶200毫升", {"月龄": 8.5, "奶量": 200}),
        ("奶190 午睡2小时 九个月", {"奶量": 190, "午睡": 2, "月龄": 9}),
        ("8个月前", {}),
        ("牛奶190", {}),
    ],
)
def test_months_and_amounts(sentence: str, values: dict[str, Value]) -> None:
    assert by_name(read_question(sentence, BABY, Known(), today=TODAY), BABY) == values


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("直径6cm", {"直径cm": 6}),
        ("直径是6", {"直径cm": 6}),
        ("直径60毫米", {"直径cm": 6}),
        ("直径 6 高度 80", {"直径cm": 6, "高度mm": 80}),
        ("直径6kg", {}),
    ],
)
def test_a_name_that_ends_with_its_unit(sentence: str, values: dict[str, Value]) -> None:
    assert by_name(read_question(sentence, PLANTS, Known(), today=TODAY), PLANTS) == values


STAY = task_of("people: number", "nights: number", "room: single | double")


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("double, 2 nights, just me", {"room": "double", "nights": 2, "people": 1}),
        ("by myself, 3 nights", {"nights": 3, "people": 1}),
        ("3 people, on my own, 2 nights", {"people": 3, "nights": 2}),
        ("2 nights, just me asking", {"nights": 2}),
    ],
)
def test_who_is_alone_is_one_person(sentence: str, values: dict[str, Value]) -> None:
    assert by_name(read_question(sentence, STAY, Known(), today=TODAY), STAY) == values


@pytest.mark.parametrize(
    ("sentence", "weeks"), [("a fortnight", 2), ("two fortnights", 4), ("half a fortnight", 1)]
)
def test_a_fortnight_is_two_weeks(sentence: str, weeks: int) -> None:
    task = task_of("stay: number weeks", "room: single | double")
    assert by_name(read_question(sentence, task, Known(), today=TODAY), task) == {"stay": weeks}
