"""Questions for what has been: the examples of it are shown, and nothing is forecast."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.test_told_lessons import taught

GAMES = (
    'task new name:麻将 predict:number unit:元 fields:"局数: number; 搭子: category; 喝酒: yes/no"',
    "teach 麻将: 局数 8, 搭子 老王, 喝酒 yes -> -50",
    "teach 麻将: 局数 6, 搭子 老王, 喝酒 no -> -80",
    "teach 麻将: 局数 8, 搭子 老李, 喝酒 yes -> -30",
    "teach 麻将: 局数 4, 搭子 老王, 喝酒 no -> 60",
)
TRIPS = (
    'task new name:trips predict:number unit:€ fields:"nights: number; place: category"',
    "teach trips: nights 4, place Malta -> 400",
    "teach trips: nights 8, place Malta -> 900",
    "teach trips: nights 2, place Rome -> 1000",
)
CALLS = (
    'task new name:考勤 predict:category labels:"点名, 签到" fields:"老师: category; 课: category"',
    "teach 考勤: 老师 刘姐, 课 口语 -> 点名",
    "teach 考勤: 老师 老陈, 课 口语 -> 签到",
)


@pytest.mark.parametrize(
    ("task", "text", "title", "first"),
    [
        (GAMES, "老王喝酒那次输了多少", "麻将: 1 example (搭子 老王 · 喝酒 yes)", "#1"),
        (GAMES, "跟老王打最多输过多少", "麻将: 3 examples (搭子 老王)", "#2"),
        (GAMES, "跟老王打最多赢了多少", "麻将: 3 examples (搭子 老王)", "#4"),
        (GAMES, "老李輸過多少", "麻将: 1 example (搭子 老李)", "#3"),
        (
            TRIPS,
            "what was the highest we ever paid for Malta?",
            "trips: 2 examples (place Malta)",
            "#2",
        ),
        (TRIPS, "what's the least we've paid for Malta", "trips: 2 examples (place Malta)", "#1"),
        (TRIPS, "how much was Rome last time?", "trips: 1 example (place Rome)", "#3"),
        (TRIPS, "Malta 最贵付过多少", "trips: 2 examples (place Malta)", "#2"),
        (CALLS, "上次刘姐口语是点名还是签到", "考勤: 1 example (老师 刘姐 · 课 口语)", "#1"),
    ],
)
async def test_the_examples_of_what_has_been_are_shown(
    task: tuple[str, ...], text: str, title: str, first: str
) -> None:
    reply = await (await taught(task)).hear(text)
    assert reply.title == title
    assert reply.lines[0].startswith(f"{first} ")


@pytest.mark.parametrize(
    ("task", "text"),
    [
        (GAMES, "老王喝酒大概输多少"),
        (GAMES, "跟老王打最多能输多少"),
        (TRIPS, "how much would 4 nights in Malta be?"),
        (CALLS, "刘姐口语是点名还是签到"),
    ],
)
async def test_a_question_for_what_is_to_come_is_forecast(task: tuple[str, ...], text: str) -> None:
    assert (await (await taught(task)).hear(text)).tone is Tone.ANSWER
