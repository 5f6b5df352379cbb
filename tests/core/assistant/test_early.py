"""Lessons of how late things are that tell how early they were."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.test_told_lessons import taught

TRAINS = (
    (
        "task new name:火车 predict:number target:晚点 unit:分钟 "
        'fields:"车次: category; 天气: category"'
    ),
    "teach 火车: G1，晴 -> 3",
    "teach 火车: G2，雨 -> 12",
)
DELAYS = (
    (
        "task new name:trains predict:number target:delay unit:min "
        'fields:"train: category; weather: category"'
    ),
    "teach trains: G1, sun -> 3",
    "teach trains: G2, rain -> 12",
)
BUSES = (
    (
        "task new name:公交晚点 predict:number target:答案 unit:分钟 "
        'fields:"线路: category; 天气: category"'
    ),
    "teach 公交晚点: 1路，晴 -> 3",
    "teach 公交晚点: 2路，雨 -> 12",
)
CHOCOLATES = (
    'task new name:chocolates predict:number target:sold fields:"shop: category; staff: number"',
    "teach chocolates: shop Nord, staff 2 -> 30",
    "teach chocolates: shop Sued, staff 3 -> 50",
)


@pytest.mark.parametrize(
    ("lines", "text", "labels"),
    [
        (TRAINS, "teach 火车: G1，雨，提前了3分钟", ("−3 分钟",)),
        (TRAINS, "teach 火车: G1 雨 早到3分钟", ("−3 分钟",)),
        (TRAINS, "teach 火车: G1，雨 -> 提前3分钟", ("−3 分钟",)),
        (BUSES, "teach 公交晚点: 1路，雨，提前了3分钟", ("−3 分钟",)),
        (DELAYS, "teach trains: G1, rain, 3 min early", ("−3 min",)),
        (DELAYS, "teach trains: G1, rain -> 3 min early", ("−3 min",)),
        (DELAYS, "teach trains: train G1, weather rain, delay 3 min early", ("−3 min",)),
        (DELAYS, "trains: G1, rain -> early by 3 minutes", ("−3 min",)),
    ],
)
async def test_a_lesson_of_what_was_early_is_asked_about(
    lines: tuple[str, ...], text: str, labels: tuple[str, ...]
) -> None:
    chat = await taught(lines)
    reply = await chat.hear(text)
    assert tuple(c.label for c in reply.choices if c.label.startswith("−")) == labels
    assert "−3" in shown(await chat.press(reply.choices[0]))


@pytest.mark.parametrize(
    ("lines", "text", "read"),
    [
        (TRAINS, "G1雨天提前了3分钟", "火车: 车次 G1 · 天气 雨 → 晚点 −3 分钟"),
        (TRAINS, "G1雨天早到了半小时", "火车: 车次 G1 · 天气 雨 → 晚点 −30 分钟"),
        (DELAYS, "G1, rain was 3 min early", "trains: train G1 · weather rain → delay −3 min"),
    ],
)
async def test_a_sentence_of_what_was_early_is_offered_as_less_than_no_delay(
    lines: tuple[str, ...], text: str, read: str
) -> None:
    chat = await taught(lines)
    assert (await chat.hear(text)).lines[0] == read


async def test_a_delay_is_taught_as_before() -> None:
    chat = await taught(TRAINS)
    assert (await chat.hear("teach 火车: G1，雨，晚点3分钟")).tone is Tone.DONE


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (CHOCOLATES, "teach chocolates: shop Nord, opened early, staff 2 -> 40"),
        (DELAYS, "teach trains: G1, rain, left early -> 4"),
    ],
)
async def test_an_amount_beside_something_else_early_is_taught_as_it_is(
    lines: tuple[str, ...], text: str
) -> None:
    chat = await taught(lines)
    said = shown(await chat.hear(text))
    assert "−4" not in said
    assert f"→ {text[-2:].strip()}" in said
