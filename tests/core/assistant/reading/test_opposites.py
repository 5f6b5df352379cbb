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
