"""Labels that a Chinese verb tells: 抢到了, 没过, 中了."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.test_told_lessons import taught

TICKETS = (
    'task new name:抢票 predict:yes/no target:抢到 fields:"天数: number; 平台: category"',
    "teach 抢票: 5天，携程 -> yes",
    "teach 抢票: 2天，官网 -> no",
)
EXAMS = (
    'task new name:考试 predict:yes/no target:过了 fields:"科目: category; 复习: number 小时"',
    "teach 考试: 数学，复习10小时 -> yes",
    "teach 考试: 英语，复习2小时 -> no",
)
LATE = (
    'task new name:上学 predict:yes/no target:迟到没 fields:"起床: number 点; 下雨: yes/no"',
    "teach 上学: 起床7点，下雨 -> yes",
    "teach 上学: 起床6点，没下雨 -> no",
)
LOTTERY = (
    'task new name:彩票 predict:category target:中奖 labels:"中, 没中" fields:"店: category"',
    "teach 彩票: 店: 东门 -> 没中",
    "teach 彩票: 店: 西门 -> 中",
)
MATCHES = (
    'task new name:球赛 predict:category target:结果 labels:"赢, 输, 平" fields:"对手: category"',
    "teach 球赛: 对手曼联 -> 赢",
    "teach 球赛: 对手国安 -> 输",
)


@pytest.mark.parametrize(
    ("lines", "text", "read"),
    [
        (TICKETS, "官网3天抢到了", "抢票: 天数 3 天 · 平台 官网 → 抢到 yes"),
        (TICKETS, "官网3天没抢到", "抢票: 天数 3 天 · 平台 官网 → 抢到 no"),
        (TICKETS, "官网3天，还是没有抢到", "抢票: 天数 3 天 · 平台 官网 → 抢到 no"),
        (EXAMS, "数学复习5小时过了", "考试: 科目 数学 · 复习 5 小时 → 过了 yes"),
        (EXAMS, "数学复习5小时没过", "考试: 科目 数学 · 复习 5 小时 → 过了 no"),
        (LATE, "起床7点没下雨迟到了", "上学: 起床 7 点 · 下雨 no → 迟到没 yes"),
        (LATE, "起床7点没下雨没迟到", "上学: 起床 7 点 · 下雨 no → 迟到没 no"),
        (LOTTERY, "东门 中了", "彩票: 店 东门 → 中奖 中"),
        (LOTTERY, "东门 没中", "彩票: 店 东门 → 中奖 没中"),
        (MATCHES, "对手曼联，赢了", "球赛: 对手 曼联 → 结果 赢"),
    ],
)
async def test_a_verb_tells_the_label_of_a_case(
    lines: tuple[str, ...], text: str, read: str
) -> None:
    chat = await taught(lines)
    reply = await chat.hear(text)
    assert (reply.lines[0], reply.choices[0].label) == (read, "Save it")
    name = lines[0].partition("name:")[2].partition(" ")[0]
    reply = await chat.hear(f"teach {name}: {text}")
    assert reply.tone is Tone.DONE


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (TICKETS, "官网3天抢到没"),
        (TICKETS, "官网3天抢没抢到"),
        (TICKETS, "官网3天抢到了没有"),
        (TICKETS, "官网3天抢到了吗"),
        (EXAMS, "数学复习5小时过没过"),
        (LOTTERY, "东门 中了没"),
        (LOTTERY, "东门 中没中"),
        (MATCHES, "对手曼联，赢没赢"),
    ],
)
async def test_a_verb_that_asks_tells_nothing(lines: tuple[str, ...], text: str) -> None:
    chat = await taught(lines)
    assert (await chat.hear(text)).tone is Tone.ANSWER
    name = lines[0].partition("name:")[2].partition(" ")[0]
    reply = await chat.hear(f"teach {name}: {text}")
    assert "could not read what the answer is" in shown(reply) or reply.tone is Tone.ASK


@pytest.mark.parametrize("text", ["官网3天差点抢到了", "官网3天可能抢到了", "官网3天能抢到"])
async def test_a_verb_that_is_no_fact_is_read_as_no_label(text: str) -> None:
    chat = await taught(TICKETS)
    reply = await chat.hear(f"teach 抢票: {text}")
    assert "could not read what the answer is" in shown(reply)


async def test_two_labels_that_verbs_tell_are_asked_about() -> None:
    chat = await taught(TICKETS)
    reply = await chat.hear("teach 抢票: 官网3天，没抢到，后来抢到了")
    assert [choice.label for choice in reply.choices[:2]] == ["抢到: yes", "抢到: no"]
