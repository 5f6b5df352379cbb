"""What is nearly a known value, or says something of it, is not taken for it."""

from dataclasses import replace
from datetime import date

import pytest

from core.assistant.reading import Doubt, Known, read_lesson, read_question, read_truth
from core.errors import InvalidValue
from tests.core.assistant.reading.tasks import NUMBER, TODAY, TRIAGE, by_name, task_of
from tests.core.assistant.reading.test_unreadable import BIKES, SEEN

PLAYS = task_of("本名: item", "类型: category", "人数: number 人", "时长: number 小时")
PLAYED = Known(categories={PLAYS.fields[0].key: ("年轮",), PLAYS.fields[1].key: ("硬核", "推理")})


@pytest.mark.parametrize(
    "said", ["年轮2 硬核 6人", "本名: 年轮2, 类型: 硬核, 人数: 6", "年轮2, 硬核, 6人"]
)
def test_a_sequel_is_another_item(said: str) -> None:
    reading = read_lesson(f"{said} -> 7", PLAYS, PLAYED, today=TODAY)
    read = by_name(reading, PLAYS)
    assert read.get("本名") != "年轮"
    assert "时长" not in read


@pytest.mark.parametrize("said", ["时长 一下午", "时长 一整天", "时长: 一晚上"])
def test_a_chinese_noun_behind_a_number_is_no_unit_of_the_field(said: str) -> None:
    reading = read_lesson(f"类型: 硬核, {said} -> 7", PLAYS, PLAYED, today=TODAY)
    assert by_name(reading, PLAYS) == {"类型": "硬核"}
    assert [one.why for one in reading.offers] == [Doubt.UNREADABLE]


@pytest.mark.parametrize(
    "said",
    ["比你说的贵50", "多花了200", "差了3", "人均90", "每人90", "起码8", "50 more", "10 less"],
)
def test_an_amount_beside_another_one_is_no_target(said: str) -> None:
    with pytest.raises(InvalidValue):
        read_truth(said, NUMBER, Known())


CHOIR = task_of("organist: yes/no", "rain: yes/no", "altos: number", "slot: category")


@pytest.mark.parametrize(
    "said",
    ["organist is sick", "organist maybe", "organist on holiday", "organist ill", "rain unlikely"],
)
def test_what_is_said_of_a_yes_or_no_field_may_deny_it(said: str) -> None:
    reading = read_lesson(f"altos 4, {said} -> 7", CHOIR, Known(), today=TODAY)
    assert [one.readings for one in reading.unclear] == [(False, True)]


@pytest.mark.parametrize("said", ["organist", "an organist", "organist: yes", "organist and rain"])
def test_a_bare_name_says_yes(said: str) -> None:
    reading = read_lesson(f"altos 4, {said} -> 7", CHOIR, Known(), today=TODAY)
    assert by_name(reading, CHOIR)["organist"] is True


def test_a_part_of_the_day_may_be_a_value_itself() -> None:
    task = task_of("日期: date", "时段: category")
    known = Known(categories={task.fields[1].key: ("晚上", "早上")})
    reading = read_lesson("昨天晚上 -> 7", task, known, today=TODAY)
    assert by_name(reading, task) == {"日期": date(2026, 5, 26), "时段": "晚上"}


def test_a_text_keeps_the_characters_that_end_it() -> None:
    task = task_of("评价: text", "平台: 美团 | 京东")
    reading = read_lesson("太好吃了 美团 -> 7", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"评价": "太好吃了", "平台": "美团"}


def test_a_longer_name_than_a_known_one_is_asked_about() -> None:
    reading = read_lesson("brand Trek junior, age 2 -> 7", BIKES, SEEN, today=TODAY)
    assert by_name(reading, BIKES) == {"age": 2}
    assert [one.readings for one in reading.offers] == [("Trek", "Trek junior")]


@pytest.mark.parametrize("said", ["almost bug", "bug unless it rains", "几乎 bug"])
def test_a_label_that_is_not_quite_said_is_no_target(said: str) -> None:
    with pytest.raises(InvalidValue):
        read_truth(said, TRIAGE.target, Known())


TANKS = task_of("volume: number l", "temp: number °C", "wind: number kn", "walk: number min")


@pytest.mark.parametrize(
    ("said", "name", "number"),
    [
        ("volume 30 gal", "volume", 113.562),
        ("volume: 200 litres", "volume", 200),
        ("temp: 24 C", "temp", 24),
        ("temp 24°C", "temp", 24),
        ("wind 30 km/h", "wind", 16.199),
        ("wind 12 knots", "wind", 12),
        ("walk: 49分钟", "walk", 49),
        ("temp: 78 F", "temp", 25.556),
        ("temp 78 °F", "temp", 25.556),
    ],
)
def test_units_of_vessels_winds_and_walks_are_converted(
    said: str, name: str, number: float
) -> None:
    reading = read_lesson(f"{said} -> 7", TANKS, Known(), today=TODAY)
    assert by_name(reading, TANKS) == {name: pytest.approx(number, abs=0.001)}


def test_fen_are_minutes_of_a_target_and_points_elsewhere() -> None:
    target = replace(NUMBER, unit="分钟")
    assert read_truth("49分", target, Known()) == 49
    assert read_truth("2小时5分", target, Known()) == 125
    reading = read_question("wind 3, 3分", TANKS, Known(), today=TODAY)
    assert by_name(reading, TANKS) == {"wind": 3}


@pytest.mark.parametrize("said", ["温度 400列氏度", "温度：400列氏度"])
def test_a_chinese_unit_that_is_another_one_is_asked_about(said: str) -> None:
    task = task_of("温度: number 度", "食材: category")
    reading = read_lesson(f"食材: 红薯, {said} -> 45", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"食材": "红薯"}
    assert [one.why for one in reading.offers] == [Doubt.UNREADABLE]


@pytest.mark.parametrize("said", ["volume 30 pints", "volume: 3 cups"])
def test_an_unknown_word_behind_a_number_may_be_another_unit(said: str) -> None:
    reading = read_lesson(f"wind 3 kn, {said} -> 7", TANKS, Known(), today=TODAY)
    assert by_name(reading, TANKS) == {"wind": 3}
    assert [one.why for one in reading.offers] == [Doubt.UNREADABLE]


CUTTINGS = task_of("品种: category", "生根粉: yes/no", "盖膜: yes/no", "年级: category")


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("生根粉 是, 盖膜 否", {"生根粉": True, "盖膜": False}),
        ("用了生根粉 没盖膜", {"生根粉": True, "盖膜": False}),
        ("不用生根粉 盖膜", {"生根粉": False, "盖膜": True}),
    ],
)
def test_a_chinese_denial_reaches_to_the_next_blank(said: str, values: dict[str, bool]) -> None:
    reading = read_lesson(f"品种: 月季, {said} -> 7", CUTTINGS, Known(), today=TODAY)
    read = by_name(reading, CUTTINGS)
    assert {name: read.get(name) for name in values} == values
    assert "是" not in "".join(reading.unread)


def test_a_chinese_denial_before_the_name_is_asked_about() -> None:
    reading = read_question("品种: 月季, 不想生根粉 盖膜", CUTTINGS, Known(), today=TODAY)
    assert [one.text for one in reading.unclear] == ["不想生根粉"]


def test_a_name_inside_a_chinese_word_is_none() -> None:
    reading = read_lesson("品种: 月季, 小学三年级 -> 7", CUTTINGS, Known(), today=TODAY)
    assert by_name(reading, CUTTINGS) == {"品种": "月季"}


def test_a_named_field_behind_a_blank_ends_a_chinese_text() -> None:
    task = task_of("消息: text", "班级: 一班 | 二班")
    reading = read_lesson("消息：谁见过红领巾 班级：二班 -> 7", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"消息": "谁见过红领巾", "班级": "二班"}
    reading = read_lesson("消息：谁见过红领巾 班级：五班 -> 7", task, Known(), today=TODAY)
    assert [one.why for one in reading.offers] == [Doubt.UNLISTED]
