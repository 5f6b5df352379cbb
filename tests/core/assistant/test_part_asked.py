"""A sentence after an answer that gives few of a case's values keeps the rest of the question."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import community

BIKES = (
    (
        'task new name:电动车 predict:number unit:元 fields:"牌子: category; 里程: number km; '
        '用了: number 年; 换过电池: yes/no; 电压: number V"'
    ),
    "teach 电动车 牌子: 雅迪 里程: 3000 用了: 2 换过电池: no 电压: 60 -> 1350",
    "teach 电动车 牌子: 九号 里程: 1200 用了: 1 换过电池: no 电压: 72 -> 2600",
    "teach 电动车 牌子: 小牛 里程: 5000 用了: 3 换过电池: yes 电压: 60 -> 1700",
)
BIKE = "小牛，里程4000，用了2年，换过电池，60V 多少钱？"
HONEY = (
    (
        'task new name:honey predict:number unit:kg fields:"hives: number; '
        'site: heath | orchard | rooftop; harvested: date; rainy days: number"'
    ),
    "teach honey hives: 3 site: heath harvested: 2026-05-02 rainy days: 8 -> 40",
    "teach honey hives: 5 site: orchard harvested: 2026-05-12 rainy days: 12 -> 61",
    "teach honey hives: 2 site: rooftop harvested: 2026-04-02 rainy days: 5 -> 30",
)
HIVES = "3 hives on the heath, 6 rainy days?"


async def asked(lines: tuple[str, ...], question: str) -> Chat:
    chat = Chat()
    for line in lines:
        await chat.say(line)
    assert (await chat.hear(question)).tone is Tone.ANSWER
    return chat


@pytest.mark.parametrize(
    ("lines", "question", "text", "values", "carried"),
    [
        (BIKES, BIKE, "没换过电池", "换过电池 no", "牌子 小牛 · 里程 4,000 km · 用了 2 年"),
        (BIKES, BIKE, "九号，72V", "牌子 九号", "里程 4,000 km · 用了 2 年 · 换过电池 yes"),
        (BIKES, BIKE, "8000公里", "里程 8,000 km", "牌子 小牛 · 用了 2 年"),
        (BIKES, BIKE, "比如说8000公里", "里程 8,000 km", "牌子 小牛 · 用了 2 年"),
        (BIKES, BIKE, "没换过电池的话会便宜多少？", "换过电池 no", "牌子 小牛 · 里程 4,000 km"),
        (BIKES, BIKE, "不要小牛，九号的吧", "牌子 九号", "里程 4,000 km"),
        (BIKES, BIKE, "如果改成九号咧", "牌子 九号", "里程 4,000 km"),
        (HONEY, HIVES, "with ten rainy days, say", "rainy days 10", "hives 3 · site heath"),
        (HONEY, HIVES, "ten rainy days for example", "rainy days 10", "hives 3 · site heath"),
        (HONEY, HIVES, "let's say ten rainy days", "rainy days 10", "hives 3 · site heath"),
        (HONEY, HIVES, "orchard", "site orchard", "hives 3 · rainy days 6"),
        (HONEY, HIVES, "how much would the orchard give", "site orchard", "hives 3"),
        (HONEY, HIVES, "only 4 hives", "hives 4", "site heath · rainy days 6"),
        (HONEY, HIVES, "no sorry, only 4 hives", "hives 4", "site heath · rainy days 6"),
    ],
)
async def test_what_few_values_change_is_asked_with_the_rest_as_before(
    lines: tuple[str, ...], question: str, text: str, values: str, carried: str
) -> None:
    chat = await asked(lines, question)
    reply = await chat.hear(text)
    assert reply.tone is Tone.ANSWER
    assert values in shown(reply)
    assert any(note.startswith("As in ?1: ") and carried in note for note in reply.notes)


@pytest.mark.parametrize(
    ("lines", "question", "text"),
    [
        (BIKES, BIKE, "九号，48V，里程5000"),
        (HONEY, HIVES, "how much honey from 5 hives?"),
        (HONEY, HIVES, "honey: 5 hives"),
        (HONEY, HIVES, "5 hives in the orchard, 4 rainy days"),
        (HONEY, HIVES, "how many kg do 5 hives in the orchard give?"),
    ],
)
async def test_a_question_of_its_own_keeps_nothing(
    lines: tuple[str, ...], question: str, text: str
) -> None:
    chat = await asked(lines, question)
    reply = await chat.hear(text)
    assert reply.tone is Tone.ANSWER
    assert "As in" not in shown(reply)


async def test_few_values_of_another_task_ask_that() -> None:
    chat = await community()
    await chat.hear("ferry: wind 25, rain")
    reply = await chat.hear("Mitte")
    assert reply.title.startswith("flats")
    assert "As in" not in shown(reply)


@pytest.mark.parametrize("text", ["it rained on 10 days", "we moved 4 hives"])
async def test_what_is_told_after_an_answer_is_asked_about(text: str) -> None:
    chat = await asked(HONEY, HIVES)
    assert (await chat.hear(text)).tone is Tone.ASK


@pytest.mark.parametrize(
    ("text", "truth"), [("一千四", "1,400 元"), ("两千三", "2,300 元"), ("1350", "1,350 元")]
)
async def test_a_bare_number_after_an_answer_is_offered_as_its_truth(text: str, truth: str) -> None:
    chat = await asked(BIKES, BIKE)
    reply = await chat.hear(text)
    assert reply.title == f"Shall I learn that ?1 was {truth}?"


@pytest.mark.parametrize(
    ("lines", "question", "text"),
    [
        (BIKES, BIKE, "没换过电池的话会便宜多少？"),
        (BIKES, BIKE, "九号的能贵多少？"),
        (HONEY, HIVES, "how much less with ten rainy days?"),
        (HONEY, HIVES, "what difference would the orchard make?"),
    ],
)
async def test_by_how_much_it_differs_is_said_by_both_answers(
    lines: tuple[str, ...], question: str, text: str
) -> None:
    chat = await asked(lines, question)
    reply = await chat.hear(text)
    assert reply.notes[0].startswith("?1 was answered ")
    assert reply.notes[1].startswith("As in ?1: ")
    assert "I ignored" not in shown(reply)
