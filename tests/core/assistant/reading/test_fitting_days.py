"""Which days of a sentence are the day that a field asks for."""

from datetime import date

import pytest

from core.assistant.reading import Known, read_question
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

YESTERDAY = date(2026, 5, 26)


@pytest.mark.parametrize(
    ("name", "text", "unread"),
    [
        ("上次献血", "昨晚就睡了4小时", "昨晚就睡"),
        ("上次献血", "昨晚没睡好", "昨晚没睡好"),
        ("上次献血", "今天能献吗", "今天能献"),
        ("上次献血", "今天刚买了票", "今天刚买了票"),
        ("出发日期", "昨天买了票", "昨天买了票"),
        ("last donation", "slept badly yesterday", "slept badly yesterday"),
    ],
)
def test_a_day_of_something_else_is_shown_as_unread(name: str, text: str, unread: str) -> None:
    task = task_of("体重: number kg", "睡眠: number 小时", f"{name}: date")
    reading = read_question(f"60kg, {text}", task, Known(), today=TODAY)
    assert name not in by_name(reading, task)
    assert reading.unread == (unread,)


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("上次献血", "昨天", YESTERDAY),
        ("上次献血", "上次是昨天献的", YESTERDAY),
        ("上次献血", "昨天刚献过血", YESTERDAY),
        ("上次献血", "三天前献的，昨晚睡了4小时", date(2026, 5, 24)),
        ("上次献血", "3月1日献的", date(2026, 3, 1)),
        ("上次献血", "今天刚献过", TODAY),
        ("上次浇水", "今天浇的", TODAY),
        ("日期", "日期/昨天", YESTERDAY),
        ("日期", "3人/昨天", YESTERDAY),
        ("日期", "日期-7月12日", date(2026, 7, 12)),
        ("日期", "昨天下午打了球", YESTERDAY),
        ("购买日期", "昨天买的", YESTERDAY),
        ("出发日期", "明天从武汉走", date(2026, 5, 28)),
        ("last donation", "donated yesterday", YESTERDAY),
        ("sold", "painted yesterday", YESTERDAY),
    ],
)
def test_a_day_that_is_bare_or_goes_with_the_name_is_the_fields(
    name: str, text: str, day: date
) -> None:
    task = task_of("体重: number kg", "睡眠: number 小时", f"{name}: date")
    reading = read_question(f"60kg, {text}", task, Known(), today=TODAY)
    assert by_name(reading, task)[name] == day
