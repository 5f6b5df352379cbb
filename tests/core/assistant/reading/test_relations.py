"""A yes-or-no field is a yes where its thing is had, not where something only relates to it."""

import pytest

from core.assistant.reading import Known, read_lesson, read_question
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

FLAT = task_of("rooms: number", "garden: yes/no", "balcony: yes/no")
TRIP = task_of("miles: number", "receipts: yes/no")
NOTED = task_of("miles: number", "receipts: yes/no", "note: text")
HAN = task_of("天数: number", "冰箱: yes/no", "花园: yes/no")
DAY = task_of("visitors: number", "raining: yes/no", "booked: yes/no")


@pytest.mark.parametrize(
    "words",
    [
        *("next to the garden", "near the garden", "behind the garden", "from the garden"),
        *("access to a garden", "use of the garden", "view of the garden", "the school's garden"),
        *("shared garden", "a communal garden", "with shared garden", "future garden"),
        *("former garden", "garden shared", "garden next door", "garden across the street"),
        *("garden planned", "garden-facing", "garden view", "no shared garden", "garden, shared"),
        *("garden: yes, shared", "garden: yes but shared", "garden: yes, partly", "herb garden"),
        *("(shared) garden", 'a "shared" garden', "ex-garden", "garden has been paved"),
        *("my neighbour has a garden", "next door's got a garden", "the neighbours' garden"),
        *("the flat above has a garden", "the seller keeps the garden", "once had a garden"),
        *("could add a garden", "we want to add a garden", "would love a garden"),
        *("wish it had a garden", "can use the garden", "permission to create a garden"),
        *("unlike the one with a garden", "smaller than the flat with a garden"),
    ],
)
def test_what_relates_to_a_name_is_asked(words: str) -> None:
    reading = read_question(f"3 rooms, {words}", FLAT, Known(), today=TODAY)
    assert by_name(reading, FLAT) == {"rooms": 3}
    assert [case.readings for case in reading.unclear] == [(False, True)]


@pytest.mark.parametrize(
    "text",
    ["what if it would have a garden?", "3 rooms, should it have a garden", "would have a garden"],
)
def test_what_a_question_takes_as_given_is_a_yes(text: str) -> None:
    reading = read_question(text, FLAT, Known(), today=TODAY)
    assert by_name(reading, FLAT)["garden"] is True
    assert not reading.unclear


@pytest.mark.parametrize("words", ["would have a garden", "could have a garden"])
def test_what_a_lesson_only_wishes_is_asked(words: str) -> None:
    reading = read_lesson(f"3 rooms, {words} -> 5", FLAT, Known(), today=TODAY)
    assert [case.readings for case in reading.unclear] == [(False, True)]


@pytest.mark.parametrize(
    "words",
    [
        *("receipts to follow", "receipts for a few things", "receipts: yes, partly"),
        *("receipts yes partly", "receipts coming", "receipts later", "receipts promised"),
        *("photos of receipts", "copies of the receipts", "promised receipts"),
    ],
)
def test_what_is_to_come_or_of_a_part_is_asked_beside_a_text_too(words: str) -> None:
    for task in (TRIP, NOTED):
        reading = read_question(f"12 miles, {words}", task, Known(), today=TODAY)
        assert by_name(reading, task) == {"miles": 12}
        assert [case.readings for case in reading.unclear] == [(False, True)]


@pytest.mark.parametrize("words", ["receipts for the hotel", "receipts at home"])
def test_of_what_or_where_a_thing_is_leaves_it_in_doubt(words: str) -> None:
    reading = read_question(f"12 miles, {words}", TRIP, Known(), today=TODAY)
    assert by_name(reading, TRIP) == {"miles": 12}
    assert [case.readings for case in reading.unclear] == [(False, True)]


@pytest.mark.parametrize(
    "words",
    [
        *("garden", "with garden", "has a garden", "with a lovely garden", "large sunny garden"),
        *("private garden", "in the garden", "plenty of garden", "we have a garden", "own garden"),
        *("house with garden", "balcony and garden", "garden, nearby shops", "rust-free garden"),
        *("this one has a garden", "the neighbours are quiet, garden", "it has got a big garden"),
        *("nice neighbours and a garden", "want to sell a flat with a garden"),
        *("what would a flat with a garden cost", "what would it be with a garden"),
    ],
)
def test_plain_having_stays_a_yes(words: str) -> None:
    reading = read_question(f"3 rooms, {words}", FLAT, Known(), today=TODAY)
    assert by_name(reading, FLAT)["garden"] is True


@pytest.mark.parametrize("words", ["receipts for everything", "all receipts", "my receipts"])
def test_what_is_there_as_a_whole_stays_a_yes(words: str) -> None:
    reading = read_question(f"12 miles, {words}", TRIP, Known(), today=TODAY)
    assert by_name(reading, TRIP) == {"miles": 12, "receipts": True}


@pytest.mark.parametrize(
    ("words", "name"),
    [("it's raining", "raining"), ("the table's booked", "booked"), ("team booked", "booked")],
)
def test_a_subject_leaves_what_is_said_of_it_a_yes(words: str, name: str) -> None:
    reading = read_question(f"20 visitors, {words}", DAY, Known(), today=TODAY)
    assert by_name(reading, DAY) == {"visitors": 20, name: True}


@pytest.mark.parametrize("words", ["dry", "dry day"])
def test_the_opposite_of_a_name_is_no_yes(words: str) -> None:
    reading = read_question(f"20 visitors, {words}", DAY, Known(), today=TODAY)
    assert by_name(reading, DAY) == {"visitors": 20}
    assert reading.unread == (words,)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "冰箱外",
            "冰箱外面",
            "冰箱旁边",
            "冰箱上",
            "花园附近",
            "花园对面",
            "花园在建",
            "花园景观",
        ),
        *(
            "靠近花园",
            "附近有花园",
            "附近有个小花园",
            "共用花园",
            "有共用花园",
            "隔壁花园",
            "面向花园",
        ),
        *("花园，共用", "冰箱：是，部分", "花园以后有", "（共用）花园", "“共享”花园"),
        *("邻居有花园", "楼上有花园", "房东有冰箱", "想加个冰箱", "可以加花园", "不像有花园的那套"),
    ],
)
def test_what_relates_to_a_chinese_name_is_asked(words: str) -> None:
    reading = read_question(f"3天，{words}", HAN, Known(), today=TODAY)
    assert by_name(reading, HAN) == {"天数": 3}
    assert [case.readings for case in reading.unclear] == [(False, True)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        *((words, "花园") for words in ("花园", "有花园", "带花园", "大花园", "有个小花园")),
        *((words, "冰箱") for words in ("冰箱里", "在冰箱里", "放冰箱", "地铁附近带冰箱")),
    ],
)
def test_plain_having_stays_a_yes_in_chinese(words: str, name: str) -> None:
    reading = read_question(f"3天，{words}", HAN, Known(), today=TODAY)
    assert by_name(reading, HAN) == {"天数": 3, name: True}
