"""What is said with another form or one half of a yes-or-no name: 没喝 of 喝酒, ``flying``."""

import pytest

from core.assistant.reading import Known, read_lesson, read_question
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("报班", "报了班", True),
        ("报班", "没报过班", False),
        ("报班", "还没报", False),
        ("喝酒", "没喝", False),
        ("喝酒", "都没喝过", False),
        ("喝酒", "喝了", True),
        ("喝酒", "喝了酒", True),
        ("喝酒", "没喝酒", False),
        ("有发票", "有票", True),
        ("有发票", "带票", True),
        ("有发票", "没票", False),
        ("有发票", "无票", False),
        ("有发票", "带发票", True),
        ("换过电池", "电池换了", True),
        ("换过电池", "电池没换", False),
        ("换过电池", "电池还没换过", False),
        ("换过电池", "换了电池", True),
        ("刮风", "不刮风", False),
        ("下雨", "下了雨", True),
        ("flight", "flying", True),
        ("flight", "we flew", True),
        ("flight", "not flying", False),
        ("leader", "no leader", False),
    ],
)
def test_a_name_is_said_in_other_forms(name: str, text: str, value: bool) -> None:
    task = task_of("人数: number", f"{name}: yes/no")
    reading = read_question(f"{text}，3人", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"人数": 3, name: value}
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("喝酒", "没怎么喝"),
        ("阳台", "没阳"),
        *(
            ("喝酒", words)
            for words in ("喝没喝酒", "喝不喝酒", "喝酒没", "喝酒没有", "喝酒了没有")
        ),
        *(("换过电池", words) for words in ("换没换过电池", "换过电池没有")),
        ("有电梯", "有没有电梯"),
        ("flight", "don't fly"),
        ("parking", "can't park"),
        ("swimming", "we didn't swim"),
    ],
)
def test_a_denial_that_is_not_clear_is_asked(name: str, text: str) -> None:
    task = task_of("人数: number", f"{name}: yes/no")
    reading = read_question(f"{text}，3人", task, Known(), today=TODAY)
    assert [one.readings for one in reading.unclear] == [(False, True)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("喝酒", "喝没喝"),
        ("喝酒", "没喝水"),
        ("喝酒", "喝了吗"),
        ("报班", "预报了"),
        ("有发票", "有饭票"),
        ("parking", "near the park"),
        ("parking", "no park"),
    ],
)
def test_another_word_is_no_form_of_a_name(name: str, text: str) -> None:
    task = task_of("人数: number", f"{name}: yes/no")
    reading = read_question(f"{text}，3人", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"人数": 3}


def test_half_a_name_that_two_fields_share_is_left_unread() -> None:
    task = task_of("人数: number", "喝酒: yes/no", "喝茶: yes/no")
    reading = read_question("3人，没喝", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"人数": 3}
    assert reading.unread == ("没喝",)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [("洗衣机", "洗衣机没有", False), ("电梯", "没电梯", False), ("下雨", "不下雨", False)],
)
def test_a_no_beside_a_noun_still_denies_it(name: str, text: str, value: bool) -> None:
    task = task_of("人数: number", f"{name}: yes/no")
    assert by_name(read_question(text, task, Known(), today=TODAY), task) == {name: value}


@pytest.mark.parametrize("name", ["喝酒", "下雨", "电梯"])
def test_a_lesson_that_asks_is_asked_about(name: str) -> None:
    task = task_of("人数: number", f"{name}: yes/no")
    lesson = read_lesson(f"3人，{name}吗 -> 4", task, Known(), today=TODAY)
    assert [one.readings for one in lesson.unclear] == [(False, True)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(
            ("包邮", words)
            for words in ("包邮不？", "包邮不？多少钱", "包邮吗", "包邮么？", "是否包邮")
        ),
        *(
            ("包邮", words)
            for words in ("包不包邮", "包邮不包邮", "包邮不包", "包邮没", "可以包邮吗")
        ),
        *(("老师来", words) for words in ("老师来不来？", "老师来没来", "老师来吗", "老师来不")),
        *(("双胞胎", words) for words in ("双胞胎吗？", "是双胞胎吗")),
        *(("有雨", words) for words in ("有雨吗", "没雨吗", "有雨不", "有没有雨？")),
        *(("furnished", f"is {whose} furnished?") for whose in ("it", "the flat")),
        *(("balcony", f"{lead} a balcony?") for lead in ("does it have", "is there", "has it got")),
        *(("rain", words) for words in ("does it rain?", "will it rain?", "is it raining?")),
    ],
)
def test_a_yes_or_no_name_that_is_asked_is_no_value(name: str, text: str) -> None:
    task = task_of("人数: number", f"{name}: yes/no")
    reading = read_question(f"3人，{text}", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"人数": 3}
    assert [one.readings for one in reading.unclear] == [(False, True)]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("双胞胎", "双胞胎呢？", True),
        ("双胞胎", "要是双胞胎", True),
        ("包邮", "不包邮多少钱？", False),
        ("电梯", "有电梯能卖出去吗", True),
        ("电梯", "电梯 没", False),
        ("rain", "how much with rain?", True),
        ("rain", "what if it rains?", True),
        ("rain", "will it sell with rain?", True),
        ("balcony", "does a flat with balcony cost more?", True),
        ("furnished", "furnished?", True),
    ],
)
def test_a_question_with_a_yes_or_no_name_says_its_value(name: str, text: str, value: bool) -> None:
    task = task_of("人数: number", f"{name}: yes/no")
    reading = read_question(f"3人，{text}", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"人数": 3, name: value}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("老师来", "老师会来", True),
        ("老师来", "老师不会来", False),
        ("老师来", "老师没有来", False),
        ("孩子去", "孩子要去", True),
        ("孩子去", "孩子不能去", False),
        ("风大", "风会大", True),
        *(("老师来", words, None) for words in ("老师会不会来", "老师是否来", "老师能来吗")),
        ("孩子去", "孩子要不要去", None),
        ("下雨", "会不会下雨", None),
        ("包邮", "能不能包邮", None),
    ],
)
def test_a_name_of_subject_and_verb_is_parted(name: str, text: str, value: bool | None) -> None:
    task = task_of("天数: number", f"{name}: yes/no")
    reading = read_question(f"{text}，3天", task, Known(), today=TODAY)
    assert by_name(reading, task).get(name) is value
    assert [case.field for case in reading.unclear] == (["f2"] if value is None else [])
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("老师来", "希望老师能来"),
        ("老师来", "要是老师能来就好了"),
        ("老师来", "老师要来不了"),
        ("老公去", "老公要去出差"),
        ("爸妈来", "爸妈会来电话"),
        ("人多", "人能多带吗"),
        ("人多", "人要多一点"),
        ("停车", "停会车"),
    ],
)
def test_a_parted_name_that_is_wished_or_goes_on_says_nothing(name: str, text: str) -> None:
    task = task_of("天数: number", f"{name}: yes/no")
    assert by_name(read_question(f"3天，{text}", task, Known(), today=TODAY), task) == {"天数": 3}


def test_how_much_is_asked_says_nothing_of_a_name_of_much() -> None:
    task = task_of("天数: number", "人多: yes/no")
    reading = read_question("人要多少，3天", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"天数": 3}
