"""Chinese numbers, counts and the names beside them."""

from datetime import date

import pytest

from core.assistant.reading import Known, read_lesson, read_question
from core.domain.fields import Value
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

HOMES = task_of("面积: number 平米", "房间数: number", "厅: number", "电梯: yes/no")


@pytest.mark.parametrize(
    "said",
    [
        "面积50 房间数2 带电梯",
        "面积 50 房间数 2 有电梯",
        "面积50平米 房间2 有电梯",
        "50平 两室 有电梯",
        "50平米 2房 有电梯",
        "50平 两居室 配电梯",
        "两个房间 50平 有电梯",
    ],
)
def test_a_count_is_named_as_people_name_it(said: str) -> None:
    """The unit of a count, 房间 of 房间数, is none of the number before its name."""
    read = by_name(read_question(said, HOMES, Known(), today=TODAY), HOMES)
    assert read == {"面积": 50, "房间数": 2, "电梯": True}


BIKES = task_of("里程: number km", "用了: number 年", "换过电池: yes/no", "电压: number V")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("里程 1万2公里，用了2年", {"里程": 12_000, "用了": 2}),
        ("3千5公里 用了一年", {"里程": 3_500, "用了": 1}),
        ("跑了四千五 用了一年 60伏", {"用了": 1, "电压": 60}),
        ("用了半年，没换电池", {"用了": 0.5, "换过电池": False}),
        ("用了半年，换电池了", {"用了": 0.5, "换过电池": True}),
        ("用了3年 没换过电池", {"用了": 3, "换过电池": False}),
    ],
)
def test_numbers_and_names_of_used_things(said: str, read: dict[str, Value]) -> None:
    """A number before a name that has one in its own unit is none of that name."""
    assert by_name(read_question(said, BIKES, Known(), today=TODAY), BIKES) == read


FEVERS = task_of("体温: number °C", "班: 小班 | 大班")


@pytest.mark.parametrize(
    ("said", "degrees"),
    [
        ("大班，37度3", 37.3),
        ("体温三十七度八，大班", 37.8),
        ("体温 37度8，大班", 37.8),
        ("大班 39度", 39),
    ],
)
def test_tenths_of_a_degree(said: str, degrees: float) -> None:
    read = by_name(read_question(said, FEVERS, Known(), today=TODAY), FEVERS)
    assert read == {"体温": degrees, "班": "大班"}


PARCELS = task_of("重量: number kg", "公司: category")


@pytest.mark.parametrize("said", ["2、3公斤", "两三公斤", "2到3公斤", "2公斤或者3公斤"])
def test_of_two_numbers_that_may_be_meant_one_is_asked(said: str) -> None:
    reading = read_question(
        f"顺丰 {said}", PARCELS, seen_by(PARCELS, {"公司": ["顺丰"]}), today=TODAY
    )
    assert [one.readings for one in reading.unclear] == [(2.0, 3.0)]


CLIMBS = task_of("岩龄: number 月", "日期: date")
MONTH = 365.2425 / 12


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("岩龄一年半", 18),
        ("岩龄2年", 24),
        ("岩龄半年", 6),
        ("岩龄3周", 21 / MONTH),
        ("岩龄两个月零一周", 2 + 7 / MONTH),
        *((f"岩龄{words}", 3) for words in ("3个月", "3月", "三个月", "3")),
    ],
)
def test_a_length_is_read_beside_a_field_in_months(said: str, months: float) -> None:
    read = by_name(read_question(f"{said}，3月5号", CLIMBS, Known(), today=TODAY), CLIMBS)
    assert read == {"岩龄": pytest.approx(months), "日期": date(2026, 3, 5)}


def test_a_month_of_the_year_is_no_length_of_so_many_days() -> None:
    task = task_of("租期: number 天", "人数: number")
    reading = read_question("租期3天，4月", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"租期": 3}


DUMPLINGS = task_of(
    "糯米: number kg", "肉: number kg", "馅: category", "长: number 米", "宽: number 米"
)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("5斤糯米2斤肉", {"糯米": 2.5, "肉": 1}),
        ("七斤糯米三斤肉", {"糯米": 3.5, "肉": 1.5}),
        ("5公斤糯米2公斤肉", {"糯米": 5, "肉": 2}),
        ("五斤二两糯米3两肉", {"糯米": 2.6, "肉": 0.15}),
        ("5斤糯米加2斤肉", {"糯米": 2.5, "肉": 1}),
        ("5斤半糯米2斤半肉", {"糯米": 2.75, "肉": 1.25}),
        ("糯米5斤半肉2斤", {"糯米": 2.75, "肉": 1}),
        ("糯米5斤肉2斤", {"糯米": 2.5, "肉": 1}),
        ("肉2斤，糯米5斤", {"糯米": 2.5, "肉": 1}),
        ("3米长2米宽", {"长": 3, "宽": 2}),
        ("长3米宽2米", {"长": 3, "宽": 2}),
        ("糯米加2斤", {}),
        ("5斤糯米多2斤肉", {"糯米": 2.5}),
        ("2斤半成品肉", {}),
    ],
)
def test_each_amount_goes_to_the_name_that_follows_it(said: str, read: dict[str, Value]) -> None:
    """As many names as amounts, the amount first: no name takes the amount behind it."""
    found = by_name(read_question(said, DUMPLINGS, Known(), today=TODAY), DUMPLINGS)
    assert {name: value for name, value in found.items() if name != "馅"} == read


TRAINING = task_of("swim: number km", "run: number km", "climb: number m")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2 km swim 10 km run", {"swim": 2, "run": 10}),
        ("we did 5 km run 10 km swim", {"swim": 10, "run": 5}),
        ("run 5 km swim 2 km", {"swim": 2, "run": 5}),
        ("10 km run climb 500 m", {"run": 10, "climb": 500}),
    ],
)
def test_english_amounts_and_names_in_turn(said: str, read: dict[str, Value]) -> None:
    """The name behind the last amount says that each name follows its own."""
    assert by_name(read_question(said, TRAINING, Known(), today=TODAY), TRAINING) == read


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("5斤糯米2斤肉3斤水果 -> 48", {"糯米": 5, "肉": 2}),
        ("糯米4斤，3斤油菜，2斤肉松 -> 40", {"糯米": 4}),
        ("2斤肉3斤水 -> 3", {"肉": 2, "水": 3}),
    ],
)
def test_a_name_of_one_character_is_none_at_the_head_of_a_word(
    text: str, values: dict[str, object]
) -> None:
    task = task_of(*(f"{name}: number 斤" for name in ("糯米", "肉", "水", "油")))
    assert by_name(read_lesson(text, task, Known(), today=TODAY), task) == values
