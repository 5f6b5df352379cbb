"""New categories behind the names of their fields: they are taken whole, or asked about."""

import pytest

from core.assistant.reading import Known, read_question
from core.domain.fields import Value
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

CAMP = task_of("营地: category", "甜度: category", "人数: number")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("营地 莫干山，人数 4", {"营地": "莫干山", "人数": 4}),
        ("营地 无锡，人数 4", {"营地": "无锡", "人数": 4}),
        ("营地 不二山，人数 4", {"营地": "不二山", "人数": 4}),
        ("甜度 无糖，人数 4", {"甜度": "无糖", "人数": 4}),
        ("营地 不是北京，人数 4", {"人数": 4}),
        ("营地 非北京，人数 4", {"人数": 4}),
        ("营地 不要安吉，人数 4", {"人数": 4}),
        ("营地 没有，人数 4", {"人数": 4}),
    ],
)
def test_a_name_may_begin_like_a_denial(said: str, read: dict[str, Value]) -> None:
    seen = seen_by(CAMP, {"营地": ["北京", "安吉"]})
    assert by_name(read_question(said, CAMP, seen, today=TODAY), CAMP) == read


TRIPS = task_of("route: category", "distance: number km", "dog: yes/no")
REPAIRS = task_of("描述: text", "楼: category")
ANGLING = task_of("钓点: category", "饵: category", "水温: number °C")


@pytest.mark.parametrize(
    ("said", "route"),
    [
        ("route Lake loop, distance 8 km", "Lake loop"),
        ("distance 8 km, route Mill path", "Mill path"),
        ("distance 8 km, route Ridge", "Ridge"),
    ],
)
def test_a_new_name_is_taken_whole(said: str, route: str) -> None:
    read = by_name(read_question(said, TRIPS, Known(), today=TODAY), TRIPS)
    assert read == {"route": route, "distance": 8}


def test_how_far_a_new_name_goes_is_asked_where_it_is_not_clear() -> None:
    reading = read_question("route Lake loop with dog, 5 km", TRIPS, Known(), today=TODAY)
    assert [one.readings for one in reading.unclear] == [("Lake loop", "Lake")]


@pytest.mark.parametrize("said", ["楼下狗叫一整晚,1号楼", "楼上一直漏水到我家,3号楼"])
def test_the_name_of_a_field_only_begins_a_word(said: str) -> None:
    reading = read_question(said, REPAIRS, Known(), today=TODAY)
    assert by_name(reading, REPAIRS) == {"描述": said}


def test_the_name_of_a_field_only_begins_a_sentence() -> None:
    seen = seen_by(ANGLING, {"饵": ["蚯蚓"], "钓点": ["水库"]})
    reading = read_question("钓点人太多了,蚯蚓,水温20度", ANGLING, seen, today=TODAY)
    assert by_name(reading, ANGLING) == {"饵": "蚯蚓", "水温": 20}
    reading = read_question("钓点水库，饵蚯蚓，水温20度", ANGLING, seen, today=TODAY)
    assert by_name(reading, ANGLING) == {"钓点": "水库", "饵": "蚯蚓", "水温": 20}
    reading = read_question("饵红虫，水温20度", ANGLING, seen, today=TODAY)
    assert [one.text for one in reading.offers] == ["红虫"]


HOMES = task_of("面积: number 平米", "房间数: number", "电梯: yes/no", "区: category")


@pytest.mark.parametrize("said", ["房间数3 区海淀 有电梯", "区海淀，房间数3，有电梯"])
def test_a_new_name_right_behind_a_name_of_one_character_is_offered(said: str) -> None:
    reading = read_question(said, HOMES, seen_by(HOMES, {"区": ["朝阳"]}), today=TODAY)
    assert by_name(reading, HOMES) == {"房间数": 3, "电梯": True}
    assert [one.readings for one in reading.offers] == [("海淀",)]


PARCELS = task_of("weight: number kg", "from: category", "to: category", "寄出地: category")
PARCELS_SEEN = seen_by(PARCELS, {"from": ["Berlin", "Rome"], "to": ["Paris"], "寄出地": ["上海"]})


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("2 kg from Paris to Berlin", {"from": "Paris", "to": "Berlin"}),
        ("2 kg from Berlin to Paris", {"from": "Berlin", "to": "Paris"}),
        ("2 kg to Rome", {"to": "Rome"}),
        ("2 kg Berlin to Rome", {"from": "Berlin", "to": "Rome"}),
        ("2 kg, from Rome, to Berlin", {"from": "Rome", "to": "Berlin"}),
        ("2 kg to Rome from Oslo", {"from": "Oslo", "to": "Rome"}),
        ("2kg 寄出地Paris", {"寄出地": "Paris"}),
    ],
)
def test_a_value_known_of_another_field_is_of_the_field_that_is_named(
    sentence: str, values: dict[str, str]
) -> None:
    reading = read_question(sentence, PARCELS, PARCELS_SEEN, today=TODAY)
    assert by_name(reading, PARCELS) == {"weight": 2, **values}
    assert not reading.unclear


PLACES = task_of("地方: category", "下过雨: yes/no", "气温: number °C", "去的人: number")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("地方3号坡", {"地方": "3号坡"}),
        ("地方是3号坡，22度", {"地方": "3号坡", "气温": 22}),
        ("地方3号坡没下过雨", {"地方": "3号坡", "下过雨": False}),
        ("地方12号楼", {"地方": "12号楼"}),
        ("地方8號院子，去的人2", {"地方": "8號院子", "去的人": 2}),
        ("地方12号楼3单元", {"地方": "12号楼3单元"}),
        ("地方南山3号坡22度", {"地方": "南山3号坡", "气温": 22}),
        ("地方7天酒店", {"地方": "7天酒店"}),
        ("地方58同城22度", {"地方": "58同城", "气温": 22}),
        ("地方3号坡的", {"地方": "3号坡"}),
        ("地方3号坡下雪", {"地方": "3号坡"}),
        ("地方3号坡到山顶", {"地方": "3号坡"}),
        ("地方东坡3号去的", {"地方": "东坡3号"}),
        ("地方8点到10点", {"地方": "8点"}),
        ("地方3楼", {"地方": "3楼"}),
        ("地方3号坡很热", {}),
        ("地方3号坡能捡多少", {}),
        ("地方12号楼有电梯", {}),
        ("地方3个人", {}),
        ("地方大坡22度", {"地方": "大坡", "气温": 22}),
    ],
)
def test_a_new_name_with_a_number_is_taken_whole(said: str, read: dict[str, Value]) -> None:
    """No word that touches it is cut off, and a sentence behind it makes no name."""
    assert by_name(read_question(said, PLACES, Known(), today=TODAY), PLACES) == read


@pytest.mark.parametrize(
    ("number", "said", "read"),
    [
        ("单数: number 单", "恒隆3单", {"地方": "恒隆", "单数": 3}),
        ("楼层: number 楼", "碧桂园5楼", {"地方": "碧桂园", "楼层": 5}),
        ("楼层: number 楼", "碧桂园3号楼", {"地方": "碧桂园3号楼"}),
        ("面积: number 平米", "万科3室，60平米", {"地方": "万科", "面积": 60}),
        ("面积: number 平米", "碧桂园5楼，60平米", {"地方": "碧桂园5楼", "面积": 60}),
    ],
)
def test_a_number_that_a_field_counts_is_no_part_of_a_name(
    number: str, said: str, read: dict[str, Value]
) -> None:
    task = task_of("地方: category", number)
    assert by_name(read_question(f"地方{said}", task, Known(), today=TODAY), task) == read
