"""One amount, said in a question, a lesson, a correction and a reply: all read it alike."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

RUN = 'task new name:run predict:number unit:min fields:"distance: number km; rest: number h"'
LENGTHS = [
    "2h30",
    "2:30:00",
    "2:30 h",
    "150 mins",
    "two and a half hours",
    "两个半小时",
    "两小时半",
    "2小时30分",
    "一百五十分钟",
]


@pytest.fixture
async def chat() -> Chat:
    chat = Chat()
    await chat.say(RUN)
    await chat.say("teach run: distance 10, rest 2 -> 50")
    await chat.say("teach run: distance 12, rest 3 -> 70")
    return chat


@pytest.mark.parametrize("said", LENGTHS)
async def test_an_amount_is_read_alike_in_lessons_and_questions(chat: Chat, said: str) -> None:
    lesson = await chat.say(f"teach run: distance 11, rest {said} -> {said}")
    assert "rest 2.5 h → 150 min" in shown(lesson)
    assert "rest 2.5 h" in shown(await chat.say(f"run: distance 11, rest {said}?"))


@pytest.mark.parametrize("lead", ["correct ", "it was ", "no, it took ", "不对，是", ""])
@pytest.mark.parametrize("said", LENGTHS)
async def test_an_amount_is_read_alike_in_corrections_and_replies(
    chat: Chat, said: str, lead: str
) -> None:
    await chat.say("task edit run remove:rest")
    await chat.say("run: distance 11?")
    reply = shown(await chat.say(f"{lead}{said}"))
    assert "distance 11 km → 150 min" in reply


@pytest.mark.parametrize("said", ["2h5", "2h75", "两小时5", "3 or 4 h"])
@pytest.mark.parametrize("lead", ["correct ", "it was ", ""])
async def test_what_is_not_read_whole_is_not_learned(chat: Chat, said: str, lead: str) -> None:
    await chat.say("run: distance 11?")
    reply = shown(await chat.hear(f"{lead}{said}"))
    assert "Learned" not in reply
    assert "→ 2" not in reply


async def test_money_of_another_currency_is_named_in_lesson_and_correction() -> None:
    chat = Chat()
    await chat.say('task new name:box predict:number unit:€ fields:"size: number; cost: number €"')
    await chat.say("teach box: size 3 -> 60")
    assert "is in $" in shown(await chat.hear("teach box: size 3 -> $60"))
    assert "cost is in €, and “$60” is in $" in shown(
        await chat.hear("teach box: size 3, cost $60 -> 60")
    )
    await chat.say("box: size 3?")
    assert "is in $" in shown(await chat.hear("correct $60"))


@pytest.mark.parametrize(
    ("lesson", "read"),
    [
        ("distance 10 km -> 2h30", "distance 10 km → 2.5 h"),
        ("wait 24m30s -> 12块5", "wait 24.5 min → 12.5 块"),
        ("height 5ft11 -> 3斤2两", "height 5.917 ft → 3.2 斤"),
        ("wait an hour and a half -> 3", "wait 1.5 hour → 3"),
        ("住一个半月 -> 半小时", "住 1.5 个月 → 0.5 小时"),
        ("power 350w -> 3", "power 350 w → 3"),
    ],
)
async def test_a_first_lesson_has_the_unit_of_an_amount_in_parts(lesson: str, read: str) -> None:
    assert read in shown(await Chat().say(f"teach new: {lesson}"))


@pytest.mark.parametrize(
    ("fields", "text", "read"),
    [
        ("菜: number 个; 人数: number", "7个人多少钱", "人数 7 人"),
        ("菜: number 个; 人数: number", "5个，7个人多少钱", "菜 5 个 · 人数 7 人"),
        ("菜: number 个; 距离: number 公里", "7个人 5公里多少钱", "距离 5 公里"),
        ("菜: number 个; 距离: number 公里", "7个 5公里多少钱", "菜 7 个 · 距离 5 公里"),
        ("客人: number 位; 距离: number 公里", "7位客人 5公里多少钱", "客人 7 位 · 距离 5 公里"),
    ],
)
async def test_persons_behind_a_measure_word_are_of_no_field_of_things(
    fields: str, text: str, read: str
) -> None:
    chat = Chat()
    await chat.say(f'task new name:聚餐 predict:number unit:元 target:花费 fields:"{fields}"')
    task = [name.split(":")[0] for name in fields.split("; ")]
    await chat.say(f"teach 聚餐：{task[0]}: 3, {task[1]}: 4 -> 200元")
    reply = await chat.say(text)
    assert read in reply.lines


_LUGGAGE = (
    'task new name:luggage predict:number unit:£ fields:"weight: number kg; days: number days"'
)
_FRUIT = 'task new name:果 predict:number unit:元 fields:"重量: number 公斤; 天: number 天"'


@pytest.mark.parametrize(
    ("task", "lesson"),
    [
        (_LUGGAGE, "teach luggage: weight 3 bags full, days 3 -> 40"),
        (_LUGGAGE, "teach luggage: weight 3 hundredweight days 3 -> 40"),
        (_LUGGAGE, "teach luggage: weight: 3 hundredweight, days 3 -> 40"),
        (_LUGGAGE, "teach luggage: weight 21st, days 3 -> 40"),
        (_FRUIT, "teach 果: 重量 3 筐, 天 2 -> 40"),
        (_FRUIT, "teach 果: 重量：3筐，天 2 -> 40"),
    ],
)
async def test_a_number_in_an_unknown_unit_is_not_taken_as_one_in_the_fields_own(
    task: str, lesson: str
) -> None:
    chat = Chat()
    await chat.say(task)
    reply = await chat.say(lesson)
    assert reply.tone is Tone.ASK
    assert not (await chat.say("examples")).table


@pytest.mark.parametrize(
    ("task", "lesson", "saved"),
    [
        (_LUGGAGE, "teach luggage: weight 8st 2lb, days 3 -> 40", "weight 51.71 kg"),
        (_LUGGAGE, "teach luggage: weight 3 days 3 -> 40", "weight 3 kg · days 3"),
        (_FRUIT, "teach 果: 重量 3 斤, 天 2 -> 40", "重量 1.5 公斤"),
        (_FRUIT, "teach 果: 重量3了, 天 2 -> 40", "重量 3 公斤"),
    ],
)
async def test_a_number_in_a_known_unit_or_none_is_saved(
    task: str, lesson: str, saved: str
) -> None:
    chat = Chat()
    await chat.say(task)
    assert saved in shown(await chat.say(lesson))
