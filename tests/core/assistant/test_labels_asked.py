"""Which labels there are: told with their examples, and never a text without asking."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat
from tests.core.assistant.test_counting import TEXTS
from tests.core.assistant.test_told_lessons import taught

EACH = ("报名: 1 example", "复习: 2 examples", "心态: 1 example")


@pytest.mark.parametrize(
    "text",
    [
        *("提问一共有几类", "你都有哪些标签", "标签有哪些？", "提問一共有幾類", "你能分哪几个类别"),
        *("what labels do you know", "what are the labels?", "list the categories"),
        "how many 提问 categories are there?",
    ],
)
async def test_the_labels_are_told_with_their_examples(text: str) -> None:
    chat = await taught(TEXTS)
    reply = await chat.hear(text)
    assert reply.title == "提问: 3 labels"
    assert reply.lines == EACH
    assert not reply.choices


@pytest.mark.parametrize(
    "text",
    [
        *("考研问题都有哪几类", "报名一共分几类？", "一共有几类"),
        *("how many kinds are there?", "what types of exams are there", "提问: 一共有几类"),
    ],
)
async def test_what_may_be_a_text_is_asked_about_beside_the_labels(text: str) -> None:
    chat = await taught(TEXTS)
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK
    assert reply.title == "提问: 3 labels"
    assert reply.lines[:3] == EACH
    assert (await chat.press(reply.choices[0].label)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text",
    [
        *("政治大题分哪几种答题方法", "英语有几类作文最常考", "几类题必考"),
        *(
            "what kind of bag can I bring",
            "which groups meet on Friday?",
            "what types of exam do I sit",
        ),
    ],
)
async def test_a_text_that_asks_something_else_is_classified(text: str) -> None:
    assert (await (await taught(TEXTS)).hear(text)).tone is Tone.ANSWER


async def test_the_labels_of_several_tasks_are_told_each() -> None:
    chat = await taught(TEXTS)
    await chat.say('task new name:desk predict:category labels:"bug, idea" fields:"msg: text"')
    reply = await chat.hear("what labels do you know?")
    assert reply.title == "5 labels"
    assert reply.lines == ("desk: 2 labels (bug, idea)", "提问: 3 labels (报名, 复习, 心态)")


async def test_without_labels_nothing_is_told_of_them() -> None:
    chat = Chat()
    await chat.say('task new name:houses predict:number unit:k fields:"place: category"')
    await chat.say("teach houses: place Mitte -> 20")
    assert "label" not in (await chat.hear("how many kinds are there?")).title
