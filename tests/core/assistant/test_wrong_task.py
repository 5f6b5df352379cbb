"""What was taught or asked was meant for another task: it is said how it gets there."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

ENGLISH = (
    'task new name:snacks predict:number unit:€ fields:"weight: number g"',
    "teach snacks: weight 5 -> 3",
    'task new name:trips predict:number unit:min fields:"distance: number km"',
    "teach trips: distance 5 km -> 30",
)
HAN = (
    'task new name:饭 predict:number unit:元 fields:"重量: number 克"',
    "教 饭: 重量5克 -> 3",
    'task new name:跑步 predict:number unit:分钟 fields:"距离: number 公里"',
    "教 跑步: 距离5公里 -> 30",
)


async def _after(lines: tuple[str, ...]) -> Chat:
    chat = Chat()
    for line in lines:
        assert (await chat.say(line)).tone in (Tone.DONE, Tone.ANSWER), line
    return chat


@pytest.mark.parametrize(
    "text",
    [
        *("oops that was for the other task", "wrong task", "sorry, wrong task"),
        *("that was meant for trips", "should have been in trips", "that's not for this task"),
    ],
)
async def test_a_lesson_for_another_task_says_how_it_gets_there(text: str) -> None:
    chat = await _after((*ENGLISH, "teach snacks: weight 7 -> 4"))
    reply = await chat.hear(text)
    assert reply.title == "#3 is taught to snacks. Nothing was changed."
    assert "teach trips: weight: 7 -> 4" in shown(reply)
    assert "Took back #3" in (await chat.press("Undo")).title


@pytest.mark.parametrize(
    "text",
    [
        "搞错任务了",
        "哎呀搞错任务了",
        "任务错了",
        "那是另一个任务的",
        "应该放到别的任务里",
        "不是这个任务的",
    ],
)
async def test_a_chinese_sentence_says_the_same(text: str) -> None:
    chat = await _after((*HAN, "教 饭: 重量7克 -> 4"))
    reply = await chat.hear(text)
    assert reply.title == "#3 is taught to 饭. Nothing was changed."
    assert "teach 跑步: 重量: 7 -> 4" in shown(reply)


async def test_a_question_for_another_task_is_asked_of_the_one_that_is_chosen() -> None:
    chat = await _after((*ENGLISH, "ask snacks: 7"))
    reply = await chat.hear("wrong task")
    assert [choice.label for choice in reply.choices] == ["trips", "No"]
    assert (await chat.press("trips")).title.startswith("trips:")


@pytest.mark.parametrize("text", ["trips: 7 km", "was that the wrong task?", "what about trips"])
async def test_other_sentences_are_about_no_wrong_task(text: str) -> None:
    chat = await _after((*ENGLISH, "teach snacks: weight 7 -> 4"))
    assert "is taught to snacks" not in (await chat.hear(text)).title


async def test_a_post_about_a_task_is_classified() -> None:
    tickets = 'task new name:tickets predict:category labels:"ui, data" fields:"msg: text"'
    lessons = ("teach tickets: button is grey -> ui", "teach tickets: row lost -> data")
    chat = await _after((tickets, *lessons))
    reply = await chat.hear("tickets: my comment went to the wrong task")
    assert reply.tone is Tone.ANSWER
