"""What the numbers of a first lesson are counted in."""

import pytest

from core.assistant.reading import Known, draft_task, read_lesson
from core.domain.fields import FieldKind
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of


@pytest.mark.parametrize(
    ("said", "name", "number", "unit"),
    [
        ("白天小睡 2小时", "白天小睡", 2, "小时"),
        ("白天小睡2小时", "白天小睡", 2, "小时"),
        ("页数: 200页", "页数", 200, "页"),
        ("页数: 二百页", "页数", 200, "页"),
        ("数量: 三箱", "数量", 3, "箱"),
        ("工期: 3天", "工期", 3, "天"),
        ("工龄: 3年", "工龄", 3, "年"),
        ("duration: 3 days", "duration", 3, "days"),
    ],
)
def test_what_a_named_number_counts_is_its_unit(
    said: str, name: str, number: float, unit: str
) -> None:
    draft = draft_task(f"城市: 成都, {said} -> 5")
    field = draft.fields[1]
    assert (field.name, field.kind, field.unit) == (name, FieldKind.NUMBER, unit)
    assert draft.values[field.key] == number


@pytest.mark.parametrize(
    "said",
    ["年份: 2015年", "月份: 3月", "型号: A6", "牌子: 7喜", "班次: 3路", "楼层: 三楼", "系列: 三国"],
)
def test_a_name_with_a_number_is_a_category(said: str) -> None:
    assert draft_task(f"长 5, {said} -> 5").fields[1].kind is FieldKind.CATEGORY


def test_what_a_first_lesson_counts_is_read_in_the_next() -> None:
    draft = draft_task("白天小睡 2小时, 页数: 200页 -> 5")
    task = task_of("白天小睡: number 小时", "页数: number 页")
    assert [(field.name, field.kind, field.unit) for field in draft.fields] == [
        (field.name, field.kind, field.unit) for field in task.fields
    ]
    for said, hours in (
        ("白天小睡一个半小时", 1.5),
        ("白天小睡90分钟", 1.5),
        ("白天小睡才40分钟", 40 / 60),
    ):
        lesson = read_lesson(f"{said}，页数一百二 -> 3", task, Known(), today=TODAY)
        assert by_name(lesson, task) == {"白天小睡": pytest.approx(hours), "页数": 120}
