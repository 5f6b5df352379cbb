"""Contrasts, right after an answer or a lesson: ``not 3, 4``."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_told_lessons import taught

FLATS = (
    (
        "task new name:flats predict:number unit:k target:price "
        'fields:"area: number m²; rooms: number; district: category"'
    ),
    "teach flats: area 80, rooms 3, district Mitte -> 300",
    "teach flats: area 90, rooms 3, district Wedding -> 310",
    "teach flats: area 70, rooms 2, district Mitte -> 260",
)


async def asked() -> Chat:
    chat = await taught(FLATS)
    await chat.hear("flats: area 76, rooms 3")
    return chat


@pytest.mark.parametrize(
    ("text", "title", "labels"),
    [
        ("not 5, 4", 'Nothing of ?1 was "5". What of ?1 is 4?', ["rooms 4"]),
        ("不是7，是8", 'Nothing of ?1 was "7". What of ?1 is 8?', ["rooms 8"]),
        (
            "it is not 5, it is 300",
            'Nothing of ?1 was "5". What of ?1 is 300?',
            ["area 300 m²", "price 300 k"],
        ),
        ("not 90 m2, 95 m2", 'Nothing of ?1 was "90 m2". What of ?1 is 95 m2?', ["area 95 m²"]),
    ],
)
async def test_what_nothing_of_the_question_was_is_asked_about(
    text: str, title: str, labels: list[str]
) -> None:
    chat = await asked()
    reply = await chat.hear(text)
    assert reply.title == title
    assert "ignored" not in shown(reply)
    assert [choice.label for choice in reply.choices][: len(labels)] == labels
    assert not any(choice.label.startswith("Learn") for choice in reply.choices)


async def test_the_chosen_part_of_the_question_is_changed() -> None:
    chat = await asked()
    await chat.hear("not 5, 4")
    reply = await chat.press("rooms 4")
    assert reply.tone is Tone.ANSWER
    assert "area 76 m² · rooms 4" in shown(reply)


@pytest.mark.parametrize("text", ["not 3, 4", "4, not 3", "it is not 3 it is 4", "不是3，是4"])
async def test_what_a_field_was_is_changed(text: str) -> None:
    chat = await asked()
    reply = await chat.hear(text)
    assert reply.tone is Tone.ANSWER
    assert "area 76 m² · rooms 4" in shown(reply)


@pytest.mark.parametrize("text", ["not 290, 305", "305, not 290", "不是290，是305"])
async def test_what_the_answer_was_is_put_right(text: str) -> None:
    chat = await asked()
    reply = await chat.hear(text)
    assert reply.title == "Shall I learn that ?1 was 305 k?"
    assert "ignored" not in shown(reply)


async def test_what_is_denied_as_such_tells_its_number() -> None:
    chat = await asked()
    assert (await chat.hear("not really, it was 305")).title == "Shall I learn that ?1 was 305 k?"


@pytest.mark.parametrize("text", ["not bad, thanks", "not sure, maybe"])
async def test_other_words_after_not_are_no_contrast(text: str) -> None:
    for chat in (await asked(), await taught(FLATS)):
        assert "Nothing of" not in shown(await chat.hear(text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("it is not 2 it is 4", "Change #3: rooms 4?"),
        ("not 5, 4", 'Nothing of #3 was "5". Change #3: rooms 4?'),
        ("不是7，是8", 'Nothing of #3 was "7". Change #3: rooms 8?'),
    ],
)
async def test_a_contrast_after_a_lesson_is_about_it(text: str, title: str) -> None:
    chat = await taught(FLATS)
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK
    assert reply.title == title


async def test_two_things_of_which_the_lesson_has_none_are_said_not_to_be_found() -> None:
    chat = await taught(FLATS)
    reply = await chat.hear("not a balcony, a terrace")
    assert reply.tone is Tone.ERROR
    assert 'Nothing of #3 was "a balcony".' in reply.title


async def test_a_value_of_a_corrected_question_is_no_truth() -> None:
    chat = await asked()
    await chat.say("correct 300")
    assert "area 85 m²" in shown(await chat.hear("not 76, 85"))


TURNOUT = (
    'task new name:turnout predict:number unit:people fields:"rain: yes/no; temp: number °C"',
    "teach turnout: rain: no, temp: 18 -> 23",
    "teach turnout: rain: yes, temp: 9 -> 7",
)


async def test_what_was_not_so_changes_its_field_though_the_rest_is_not_read() -> None:
    chat = await taught(TURNOUT)
    await chat.hear("turnout: rain yes, temp 12")
    reply = shown(await chat.hear("not rain, dry"))
    assert "rain no" in reply
    assert "As in ?1: temp 12 °C" in reply
    assert "I ignored: dry" in reply


@pytest.mark.parametrize("told", ["31 came", "31 showed up", "31 turned up"])
async def test_a_number_that_did_something_is_offered_as_the_truth_of_a_lesson(told: str) -> None:
    chat = await taught(TURNOUT)
    reply = shown(await chat.hear(f"turnout: no rain, 21 °C, {told}"))
    assert "turnout: rain no · temp 21 °C → answer 31 people" in reply
    assert "ignored" not in reply


FRIDGE = (
    (
        'task new name:fridge predict:category labels:"keep,toss" '
        'fields:"food: category; days: number days; temp: number °C"'
    ),
    "teach fridge: food milk, days 6, temp 4 -> keep",
    "teach fridge: food tuna, days 2, temp 5 -> toss",
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("it isn't 6 days, it's 3", "food milk · days 3 days · temp 4 °C"),
        ("the milk wasn't 6 days, it was 3 days", "food milk · days 3 days · temp 4 °C"),
        ("it wasn't milk, it was tuna", "food tuna · days 6 days · temp 4 °C"),
        ("不是6天，是3天", "food milk · days 3 days · temp 4 °C"),
    ],
)
async def test_what_was_denied_of_a_question_for_a_label_is_changed(text: str, values: str) -> None:
    chat = await taught(FRIDGE)
    await chat.hear("fridge: milk 6 days, 4 degrees?")
    assert values in shown(await chat.hear(text)).splitlines()


@pytest.mark.parametrize("text", ["the milk wasn't 6 days old", "milk, it isn't 6 days"])
async def test_a_denied_number_is_never_read_as_so(text: str) -> None:
    assert "days 6" not in shown(await (await taught(FRIDGE)).hear(f"fridge: {text}, 4 °C"))


TAXI = (
    (
        "task new name:打车 predict:number unit:元 "
        'fields:"里程: number 公里; 时段: category; 下雨: yes/no"'
    ),
    "teach 打车: 里程 12公里，时段 晚高峰，下雨 是 -> 45",
    "teach 打车: 里程 8公里，时段 早高峰，下雨 否 -> 22",
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("里程改成12", "里程 12 公里 · 时段 早高峰 · 下雨 no"),
        ("把时段换成晚高峰吧", "里程 10 公里 · 时段 晚高峰 · 下雨 no"),
        ("早高峰改成晚高峰", "里程 10 公里 · 时段 晚高峰 · 下雨 no"),
        ("10公里改成15公里", "里程 15 公里 · 时段 早高峰 · 下雨 no"),
        ("不下雨改成下雨", "里程 10 公里 · 时段 早高峰 · 下雨 yes"),
        ("change 早高峰 to 晚高峰", "里程 10 公里 · 时段 晚高峰 · 下雨 no"),
        ("change 里程 to 12", "里程 12 公里 · 时段 早高峰 · 下雨 no"),
    ],
)
async def test_a_field_or_its_value_is_changed_of_the_last_question(text: str, values: str) -> None:
    chat = await taught(TAXI)
    await chat.hear("打车：10公里，早高峰，不下雨，多少钱？")
    assert values in shown(await chat.hear(text)).splitlines()


@pytest.mark.parametrize(
    ("text", "change"),
    [("里程改成9", "里程 9 公里"), ("早高峰改成晚高峰", "时段 晚高峰")],
)
async def test_right_after_a_lesson_it_is_the_lesson_that_is_changed(
    text: str, change: str
) -> None:
    chat = await taught(TAXI)
    await chat.say("teach 打车: 里程 7公里，时段 早高峰，下雨 否 -> 20")
    reply = await chat.hear(text)
    assert reply.title == f"Change #3: {change}?"


async def test_what_the_question_did_not_have_changes_nothing() -> None:
    chat = await taught(TAXI)
    await chat.hear("打车：10公里，早高峰，不下雨，多少钱？")
    assert (await chat.hear("晚高峰改成早高峰")).tone is not Tone.ANSWER
