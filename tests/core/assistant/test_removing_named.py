"""Deletions that name a value: only what has it is offered, one task's apart from another's."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

PARKING = (
    "task new name:停车 predict:number unit:分 "
    'fields:"地点: category; 时段: category; 雨天: yes/no"'
)
NAMED = (
    PARKING,
    "教 停车: 奥体, 晚上, 雨天 -> 30",
    "教 停车: 火车站, 晚上, 雨天 -> 15",
    "教 停车: 奥体, 早上, 不是雨天 -> 20",
    'task new name:骑行 predict:number unit:km fields:"路线: category; 雨天: yes/no"',
    "教 骑行: 环湖, 雨天 -> 40",
    'task new name:ferries predict:number unit:min fields:"pier: category; rain: yes/no"',
    "teach ferries: Ferry, rain -> 40",
    "teach ferries: Dock, rain -> 60",
    'task new name:bikes predict:number unit:min fields:"place: category; note: text"',
    "teach ferries: Evening, rain -> 60",
    "teach bikes: place: Evening, note: late -> 12",
    "teach bikes: place: Market, note: the ferry was cancelled -> 22",
)


async def named() -> Chat:
    chat = Chat()
    for line in NAMED:
        assert (await chat.say(line)).tone is Tone.DONE, line
    return chat


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("忘了奥体那些吧", ["#3", "#1"]),
        ("忘了奥体雨天那些吧", ["#1"]),
        ("把雨天奥体的那几条都删了", ["#1"]),
        ("forget the rainy Ferry ones", ["#5"]),
        ("forget the ones from the Ferry", ["#5"]),
        ("forget the ones from the Ferry with rain", ["#5"]),
        ("delete the Market ones from bikes", ["#9"]),
        ("delete the ones about the cancelled ferry", ["#9"]),
        ("the Dock one was wrong, bin it", ["#6"]),
        ("sorry, that Dock one is nonsense, can you please delete it", ["#6"]),
        ("my last one was a typo. take it back pls", ["#9"]),
        ("no, #2's wrong, scrap it", ["#2"]),
        ("火车站那条不对，删了吧", ["#2"]),
        ("上一条写错了，撤回", ["#9"]),
        ("第二条有误，请删掉", ["#2"]),
    ],
)
async def test_a_named_value_restricts_what_is_offered(text: str, offered: list[str]) -> None:
    reply = await (await named()).hear(text)
    assert [line.split()[0] for line in reply.lines] == offered, shown(reply)


@pytest.mark.parametrize(
    ("text", "task", "count"),
    [("忘了雨天那些吧", "停车", 2), ("forget the evening ones", "ferries", 1)],
)
async def test_those_of_several_tasks_are_not_taken_back_by_one_yes(
    text: str, task: str, count: int
) -> None:
    chat = await named()
    reply = await chat.hear(text)
    assert reply.title == "Which of these do you want to take back?"
    assert not any(choice.is_yes for choice in reply.choices)
    done = await chat.press(f"{task}: take back {count}")
    assert done.tone is Tone.DONE
    assert len(done.lines) == count


@pytest.mark.parametrize(
    "text", ["the Dock one was wrong, it was 25", "the Dock one was wrong", "火车站那条不对，是20"]
)
async def test_what_is_wrong_and_not_to_go_is_not_offered_to_be_taken_back(text: str) -> None:
    reply = await (await named()).hear(text)
    assert not any(c.label.startswith(("Take back", "撤回")) for c in reply.choices)
