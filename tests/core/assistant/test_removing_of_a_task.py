"""Deletions that name a task, a day or a kind of thing, and those that are refused in advance."""

import pytest

from core.assistant.reply import Effect, Reply, Tone
from tests.core.assistant.chatting import Chat, shown

HONEY = (
    "task new name:honey predict:number unit:kg "
    'fields:"hives: number; site: heath | orchard; harvested: date"'
)
DESK = 'task new name:desk predict:category labels:"tickets, lost" fields:"post: text"'
REPAIRS = 'task new name:报修 predict:category labels:"水, 电" fields:"内容: text"'


async def community() -> Chat:
    chat = Chat()
    for line in (
        HONEY,
        "teach honey: hives 3, heath, harvested 2025-10-05 -> 45",
        "teach honey: hives 2, orchard, harvested 2025-08-11 -> 28",
        DESK,
        "teach desk: how much is a day ticket -> tickets",
        "teach desk: my umbrella stayed on the bus -> lost",
        REPAIRS,
        "teach 报修: 厨房水管漏水 -> 水",
        "teach 报修: 走廊的灯不亮 -> 电",
        "teach honey: hives 5, orchard, harvested 2025-08-21 -> 70",
    ):
        await chat.say(line)
    return chat


def numbers(reply: Reply) -> list[str]:
    return [line.split()[0] for line in reply.lines if line.startswith("#")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("remove the last two of desk", ["#4", "#3"]),
        ("please remove the last two desk examples", ["#4", "#3"]),
        ("can you delete the last one of desk?", ["#4"]),
        ("把报修最后两条删掉", ["#6", "#5"]),
        ("删掉报修的最后两条", ["#6", "#5"]),
        ("please delete the harvest from 5 October", ["#1"]),
        ("delete the one from 5 October", ["#1"]),
    ],
)
async def test_what_would_go_is_shown_before_it_goes(text: str, found: list[str]) -> None:
    chat = await community()
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK
    assert numbers(reply) == found
    assert reply.choices[0].effect is Effect.CHANGES  # a pipe does not take it


@pytest.mark.parametrize("text", ["delete the jar from 6 October", "delete all desk examples"])
async def test_what_is_not_found_is_no_text_to_classify_and_no_wrong_number(text: str) -> None:
    reply = await (await community()).hear(text)
    assert reply.tone is Tone.ERROR
    assert '"examples delete"' in shown(reply)


@pytest.mark.parametrize(
    "text",
    ["don't delete the last one", "please do not delete anything", "别删最后一条", "不要删#3"],
)
async def test_a_deletion_that_is_refused_changes_nothing(text: str) -> None:
    reply = await (await community()).hear(text)
    assert reply.tone is Tone.INFO
    assert reply.title in ("All right, nothing was changed.", "好的，什么都没有改变。")


@pytest.mark.parametrize("text", ["desk: remove the poster from the bus", "desk: don't delete me"])
async def test_a_text_of_a_named_task_is_still_classified(text: str) -> None:
    assert (await (await community()).hear(text)).tone is Tone.ANSWER
