"""A number behind an amount is its part only where it is in no unit of its own."""

import pytest

from core.assistant.reading import Known, read_lesson, read_question
from core.domain.task import Task
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

WALK = task_of(
    "place: category",
    "time: number min",
    "humidity: number %",
    "height: number m",
    "floor: number",
    "windy: yes/no",
)
RUN = task_of("time: number min", "distance: number km", "cost: number €")
DIVE = task_of("depth: number m", "minutes: number min")
CHINESE = task_of("时间: number 分钟", "湿度: number %")
HOUSES = task_of("楼盘: category", "湿度: number %")


def _read(said: str, task: Task) -> dict[str, object]:
    return {**by_name(read_question(said, task, Known(), today=TODAY), task)}


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2 hours 30 %", {"time": 120, "humidity": 30}),
        ("2h 30%", {"time": 120, "humidity": 30}),
        ("2 hours 5 min and 30 %", {"time": 125, "humidity": 30}),
        ("5 min and 30 %", {"time": 5, "humidity": 30}),
        ("1 hour and 30 % humidity", {"time": 60, "humidity": 30}),
        ("2 hours and thirty percent", {"time": 120, "humidity": 30}),
        ("5 ft 11 %", {"height": 1.524, "humidity": 11}),
        ("2 h 30, 40 %", {"time": 150, "humidity": 40}),
        ("2 h 30 40 %", {"time": 150, "humidity": 40}),
        ("2 hours and 30", {"time": 150}),
        ("2 h 30 in the sun", {"time": 150}),
    ],
)
def test_a_number_in_its_own_unit_is_no_part(said: str, read: dict[str, object]) -> None:
    assert _read(said, WALK) == read


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("1 h and 20 €", {"time": 60, "cost": 20}),
        ("1 h 20€", {"time": 60, "cost": 20}),
        ("2 h 30 € 5", {"time": 150, "cost": 5}),
        ("time 2 h 30 cost 5", {"time": 150, "cost": 5}),
        ("time 2 h 30 distance 5", {"time": 150, "distance": 5}),
        ("3 m 20, 5 km", {"time": pytest.approx(200 / 60), "distance": 5}),
        ("42 km, 3 h 30 m", {"distance": 42, "time": 210}),
    ],
)
def test_money_and_names_with_numbers_keep_apart(said: str, read: dict[str, object]) -> None:
    assert _read(said, RUN) == read


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2 h 30 floor 5", {"time": 150, "floor": 5}),
        ("2 h 30 floor: 5", {"time": 150, "floor": 5}),
        ("2 h 30 floor", {"time": 120, "floor": 30}),
        ("time 2 h 30 windy", {"time": 150, "windy": True}),
        ("2 h 30 place Mitte", {"time": 150, "place": "Mitte"}),
    ],
)
def test_a_name_with_its_own_number_leaves_the_one_before_it(
    said: str, read: dict[str, object]
) -> None:
    assert _read(said, WALK) == read


@pytest.mark.parametrize(
    "said", ["3 m 20", "time 3 m 20", "3 m twenty", "1m20", "2 h 30 m", "2 h 30m"]
)
def test_beside_metres_m_is_not_taken_for_minutes(said: str) -> None:
    reading = read_question(said, WALK, Known(), today=TODAY)
    assert not reading.values
    assert reading.unread == (said,)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("3 m 20 s", {"time": pytest.approx(200 / 60)}),
        ("2h30m", {"time": 150}),
        ("1m75", {"height": 1.75}),
        ("3 h 500 m", {"time": 180}),
    ],
)
def test_m_is_read_where_it_can_be_only_one(said: str, read: dict[str, object]) -> None:
    assert _read(said, WALK) == read


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("at 25 m", {"depth": 25}),
        ("25m and 30 min", {"depth": 25, "minutes": 30}),
        ("20 m, 40 minutes", {"depth": 20, "minutes": 40}),
    ],
)
def test_m_is_metres_where_the_metres_seen_were_about_as_many(
    said: str, read: dict[str, object]
) -> None:
    depth, minutes = (field.key for field in DIVE.fields)
    known = Known(numbers={depth: (12.0, 20.0, 30.0), minutes: (30.0, 45.0)})
    assert by_name(read_question(said, DIVE, known, today=TODAY), DIVE) == read


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("2小时 零30%", 120), ("2小时零30%", 120), ("2小时30%", 120), ("2小时零5分 30%", 125)],
)
def test_chinese_numbers_in_their_own_unit_are_no_parts(said: str, minutes: float) -> None:
    assert _read(said, CHINESE) == {"时间": minutes, "湿度": 30}


def test_new_houses_are_not_in_a_condition() -> None:
    assert "湿度" not in _read("20新楼盘 湿", HOUSES)
    assert _read("湿度95新", HOUSES) == {"湿度": 95}


def test_a_range_in_another_unit_is_no_part() -> None:
    reading = read_question("2 h 30 - 40 %", WALK, Known(), today=TODAY)
    assert by_name(reading, WALK) == {"time": 120}
    assert [one.readings for one in reading.unclear] == [(30, 40)]


def test_a_lesson_keeps_both_amounts() -> None:
    reading = read_lesson("place: Mitte, 2 hours 30 % -> 250", WALK, Known(), today=TODAY)
    assert by_name(reading, WALK) == {"place": "Mitte", "time": 120, "humidity": 30}
    assert reading.target == 250


def test_a_number_that_an_unknown_word_may_count_is_given_to_no_field() -> None:
    reading = read_question("time 2 h 30 Mitte", WALK, Known(), today=TODAY)
    assert not by_name(reading, WALK)
    assert _read("2 h 30 km", RUN) == {"time": 120, "distance": 30}
