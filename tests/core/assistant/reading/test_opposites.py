"""Words that mean the opposite of a yes-or-no name: 单面 of 双面, ``manual`` of "automatic"."""

import pytest

from core.assistant.reading import Known, read_question
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("彩色", "黑白"),
        ("彩色", "要黑白的"),
        ("双面", "单面"),
        ("室内", "室外"),
        ("室内", "户外"),
        ("自动挡", "手动"),
        ("周末", "工作日"),
        ("风大", "风小"),
        ("新车", "旧车"),
        ("colour", "black and white"),
        ("double-sided", "single-sided"),
        ("is indoor", "outdoors"),
        ("weekend", "on a weekday"),
    ],
)
def test_the_opposite_of_a_name_is_its_no(name: str, text: str) -> None:
    task = task_of("人数: number", f"{name}: yes/no")
    reading = read_question(f"3人，{text}", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"人数": 3, name: False}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("双面", "不是单面"),
        ("双面", "单双面都有"),
        ("双面", "单面还是双面"),
        ("双面", "单面吗"),
        ("双面", "可能单面"),
        ("室内", "不在室外"),
        ("彩色", "不要黑白"),
        ("彩色", "有黑白"),
        ("colour", "not black and white"),
        ("indoor", "indoor or outdoor"),
    ],
)
def test_an_opposite_that_is_denied_or_asked_leaves_the_name_in_doubt(name: str, text: str) -> None:
    task = task_of("人数: number", f"{name}: yes/no")
    reading = read_question(f"3人，{text}", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"人数": 3}
    assert [case.field for case in reading.unclear] == ["f2"]


@pytest.mark.parametrize(
    ("fields", "text", "values"),
    [
        (("室内: yes/no", "室外: yes/no"), "室外", {"室外": True}),
        (("有热水: yes/no",), "有冷水", {}),
        (("早餐: yes/no",), "晚餐", {}),
        (("大床: yes/no",), "双人大床", {"大床": True}),
        (("单面: yes/no", "内容: text"), "双面胶坏了", {"内容": "双面胶坏了"}),
        (
            ("colour: yes/no", "note: text"),
            "a black and white cat",
            {"note": "a black and white cat"},
        ),
        (("人多: yes/no",), "多少钱", {}),
    ],
)
def test_other_words_are_no_opposite(
    fields: tuple[str, ...], text: str, values: dict[str, object]
) -> None:
    task = task_of(*fields)
    assert by_name(read_question(text, task, Known(), today=TODAY), task) == values


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("已婚", "单身公寓"),
        ("安静", "楼下老吵架"),
        ("干净", "房东心脏不好"),
        ("下午茶", "上午的"),
        ("白天", "今天晚上"),
        ("室内", "室外5度"),
        ("自动挡", "手动空调"),
        ("周末", "工作日志"),
        ("新手", "老手机"),
        ("小孩", "两个大孩子"),
        ("automatic", "owner's manual missing"),
        ("automatic", "manual and service book included"),
        ("online", "my offline backup failed"),
        ("full_time", "part-time workers allowed"),
        ("weekend", "the weekday concierge is nice"),
        ("outdoor", "we have an indoor pool"),
        ("outdoor", "indoor: no"),
    ],
)
def test_an_opposite_among_other_words_says_nothing(name: str, text: str) -> None:
    task = task_of("人数: number", f"{name}: yes/no")
    reading = read_question(f"3人，{text}", task, Known(), today=TODAY)
    assert name not in by_name(reading, task)
    assert not reading.unclear


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("全新", "全新，没用过"),
        ("直飞", "直飞，不用转机"),
        ("整租", "整租，不合租"),
        ("自动挡", "自动挡，不是手动的"),
        ("自动挡", "自动挡，手动空调"),
        ("室内", "室内，带户外座位"),
        ("online", "met him in person once, online"),
    ],
)
def test_a_name_that_is_said_itself_counts_before_an_opposite(name: str, text: str) -> None:
    task = task_of("人数: number", f"{name}: yes/no")
    reading = read_question(f"3人，{text}", task, Known(), today=TODAY)
    assert by_name(reading, task).get(name) is True
    assert not reading.unclear


def test_an_opposite_that_is_asked_is_no_answer() -> None:
    task = task_of("人数: number", "室内: yes/no")
    reading = read_question("3人，要不要去室外", task, Known(), today=TODAY)
    assert "室内" not in by_name(reading, task)
