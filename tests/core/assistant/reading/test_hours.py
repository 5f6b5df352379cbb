"""Times of the day in fields that hold hours of it: the part of the day is never dropped."""

import pytest

from core.assistant.reading import Known, read_lesson, read_question, read_truth, read_value
from core.domain.task import Target, TargetKind
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

HALL = task_of("day: category", "start: number o'clock", "busy: yes/no")
SEATS = task_of("星期: category", "时间: number 点", "考试周: yes/no")
RUN = task_of("time: number", "note: category")


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        *(("3pm", 15), ("at 3 pm", 15), ("3 p.m.", 15), ("11am", 11), ("12 am", 0), ("12pm", 12)),
        *(("half past 4 pm", 16.5), ("quarter past 9 am", 9.25), ("noon", 12), ("15:30", 15.5)),
        *(("3:30 pm", 15.5), ("7 in the evening", 19), ("7 in the morning", 7), ("2 at night", 2)),
        *(("9 at night", 21), ("9 o'clock", 9)),
    ],
)
def test_a_time_of_the_day_in_english(said: str, hours: float) -> None:
    reading = read_question(f"Monday, busy, {said}", HALL, Known(), today=TODAY)
    assert by_name(reading, HALL) == {"day": "Monday", "start": hours, "busy": True}
    assert read_value(said, HALL.fields[1], Known(), today=TODAY) == hours


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        *(
            ("下午3点", 15),
            ("下午两点", 14),
            ("上午十点", 10),
            ("晚上八点半", 20.5),
            ("中午12点", 12),
        ),
        *(("中午一点", 13), ("凌晨1点", 1), ("凌晨12点", 0), ("下午三点一刻", 15.25), ("15点", 15)),
        *(("早上7点20分", 7 + 1 / 3), ("晚上2点", 2), ("时间：下午两点", 14), ("时间 晚上9点", 21)),
    ],
)
def test_a_time_of_the_day_in_chinese(said: str, hours: float) -> None:
    for sentence in (f"周一 {said} 考试周", f"考试周，周一，{said}"):
        reading = read_question(sentence, SEATS, Known(), today=TODAY)
        wanted = {"星期": "周一", "时间": pytest.approx(hours), "考试周": True}
        assert by_name(reading, SEATS) == wanted


def test_an_hour_that_the_part_of_the_day_does_not_tell_is_left_out() -> None:
    reading = read_question("周一，晚上12点", SEATS, Known(), today=TODAY)
    assert by_name(reading, SEATS) == {"星期": "周一"}
    assert "晚上12点" in reading.unread


def test_two_times_are_asked_about() -> None:
    reading = read_question("Monday, 3pm or 5pm", HALL, Known(), today=TODAY)
    assert [one.readings for one in reading.unclear] == [(15.0, 17.0)]


def test_a_part_of_the_day_that_a_category_knows_is_left_to_it() -> None:
    task = task_of("时段: category", "时间: number 点")
    seen = seen_by(task, {"时段": ["上午", "下午"]})
    reading = read_question("下午3点", task, seen, today=TODAY)
    assert by_name(reading, task) == {"时段": "下午", "时间": 15}


def test_a_field_called_time_takes_a_time_with_its_part_of_the_day_alone() -> None:
    assert by_name(read_question("3 pm", RUN, Known(), today=TODAY), RUN) == {"time": 15}
    reading = read_question("time 5:30", RUN, Known(), today=TODAY)
    assert by_name(reading, RUN) != {"time": 5.5}


def test_a_truth_and_a_lesson_are_read_alike() -> None:
    target = Target(kind=TargetKind.NUMBER, name="end", unit="点")
    assert read_truth("下午5点", target, Known()) == 17
    task = task_of("星期: category", target=target)
    assert read_lesson("周一 -> 下午5点半", task, Known(), today=TODAY).target == 17.5


@pytest.mark.parametrize("said", ["Ridge, we start at 9", "Ridge tomorrow @ 10"])
def test_a_bare_number_behind_at_is_no_amount(said: str) -> None:
    walk = task_of("route: category", "distance: number km", "climb: number m")
    seen = seen_by(walk, {"route": ["Ridge"]})
    assert by_name(read_question(said, walk, seen, today=TODAY), walk) == {"route": "Ridge"}
    assert by_name(read_question("busy, at 9", HALL, Known(), today=TODAY), HALL)["start"] == 9
