"""What Chinese members say right after a card that would save a lesson."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

TRIPS = (
    (
        "task new name:菌子 predict:number unit:斤 "
        'fields:"地方: category; 下过雨: yes/no; 气温: number °C; 去的人: number; 日期: date"'
    ),
    "菌子：地方后山2号沟，下过雨，气温22度，去的人3，7月12 -> 8斤",
)
CLAWS = (
    (
        "task new name:夾娃娃 predict:yes/no "
        'fields:"機台: category; 保夾剩: number 元; 爪力: 強 | 普通 | 弱"'
    ),
    "夾娃娃：機台卡娜赫拉，保夾剩120元，爪力強 -> 是",
)


async def chat_of(*lines: str) -> Chat:
    chat = Chat()
    for line in lines:
        await chat.say(line)
    return chat


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("地方是3号坡，昨天，一个人去的", "3号坡"),
        ("嗯嗯存吧，地方3号坡", "3号坡"),
        ("對啊，地方3号坡", "3号坡"),
        ("没下雪，地方大坡", "大坡"),
    ],
)
async def test_what_the_lesson_lacks_is_filled_in(line: str, told: str) -> None:
    """It is no forecast, and what was not read of it is shown."""
    chat = await chat_of(*TRIPS)
    await chat.hear("昨儿个去老林子，就我一个人，没下过雨，才捡了一斤二两")
    card = await chat.hear(line)
    assert card.tone is Tone.ASK
    assert told in card.title
    saved = await chat.hear("好嘞")
    assert f"地方 {told}" in shown(saved)


@pytest.mark.parametrize("line", ["地方大坡，气温20度，能捡多少", "菌子：地方大坡，去的人2"])
async def test_a_question_beside_a_waiting_lesson_is_answered(line: str) -> None:
    chat = await chat_of(*TRIPS)
    await chat.hear("昨儿个去老林子，就我一个人，没下过雨，才捡了一斤二两")
    assert (await chat.hear(line)).tone is not Tone.ASK


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("机台吉伊卡哇 保夾剩三百 爪力弱 沒夾到QQ", "no"),
        ("機台拉拉熊 保夾剩50 爪力普通 有夾到", "yes"),
        ("機台拉拉熊 保夾剩50 爪力普通 夾到了", "yes"),
    ],
)
async def test_a_verb_with_its_object_comes_off_or_not(line: str, label: str) -> None:
    card = await (await chat_of(*CLAWS)).hear(line)
    assert card.tone is Tone.ASK
    assert f"→ 答案 {label}" in shown(card) or f"→ answer {label}" in shown(card)


@pytest.mark.parametrize("line", ["機台拉拉熊 保夾剩50 爪力普通", "機台拉拉熊 保夾剩50 夾到了吗"])
async def test_a_question_for_such_a_verb_is_no_outcome(line: str) -> None:
    assert (await (await chat_of(*CLAWS)).hear(line)).tone is not Tone.ASK


async def test_a_verb_answers_the_question_what_it_was() -> None:
    chat = await chat_of(*CLAWS)
    await chat.hear("夾娃娃：機台吉伊卡哇，保夾剩120元，爪力弱 -> 嘎嘎")
    saved = await chat.hear("有啊")
    assert saved.lines[0].endswith("yes")
