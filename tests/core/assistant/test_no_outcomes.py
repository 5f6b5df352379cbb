"""Amounts in a sentence that are no outcome, or less or more than the number that is said."""

import pytest

from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.test_told_lessons import taught

HONEY = (
    'task new name:honey predict:number unit:kg fields:"hives: number; site: heath | rooftop"',
    "teach honey: 4 hives, heath -> 50",
    "teach honey: 2 hives, rooftop -> 22",
    "teach honey: 3 hives, heath -> 31",
)
DELAY = (
    'task new name:delay predict:number unit:min fields:"line: red | blue; distance: number km"',
    "teach delay: red, 12 km -> 8",
    "teach delay: blue, 5 km -> 2",
    "teach delay: red, 10 km -> 6",
)
PARCELS = (
    'task new name:寄件 predict:number unit:天 fields:"下单: date; 重量: number kg; 到: category"',
    "teach 寄件: 2025-07-01, 3 kg, 北京 -> 3",
    "teach 寄件: 2025-07-03, 1 kg, 上海 -> 2",
)


@pytest.mark.parametrize(
    "text",
    [
        "the heath did not give 50 kg this year, 4 hives",
        "the heath did not give 50 kg but 40, 4 hives",
        "on the rooftop we got 12 kg per hive from 5 hives",
        "rooftop, 5 hives, 每箱12公斤",
        "Tom says 5 hives on the heath will bring 80 kg",
        "it'll be 80 kg from 5 hives on the heath",
        "4 hives on the heath, cancelled",
    ],
)
async def test_what_did_not_come_of_a_case_is_neither_a_lesson_nor_a_question(text: str) -> None:
    reply = await (await taught(HONEY)).hear(text)
    assert "rather than asks" in reply.title
    assert "→" not in shown(reply)


SITES = (
    'task new name:工期 predict:number unit:天 fields:"面积: number; 工人: number; 延期: yes/no"',
    "teach 工期: 面积80，工人2 -> 30",
    "teach 工期: 面积60，工人3 -> 20",
)
FISHING = (
    'task new name:钓鱼 predict:number unit:斤 fields:"水深: number 米; 夜钓: yes/no"',
    "teach 钓鱼: 水深3米，夜钓 -> 4",
    "teach 钓鱼: 水深2米 -> 2",
)


@pytest.mark.parametrize(
    ("lines", "text", "truth"),
    [
        *(
            (SITES, f"面积90，工人3，{said}", "40 天")
            for said in ("延期了，花了40天", "没延期，花了40天")
        ),
        (SITES, "面积90，工人3，最后延期了，40天", "40 天"),
        (FISHING, "船票改期了，水深3米，夜钓，钓了5斤", "5 斤"),
        (FISHING, "没取消，水深3米，夜钓，钓了5斤", "5 斤"),
    ],
)
async def test_what_came_of_a_case_that_was_put_off_is_a_lesson(
    lines: tuple[str, ...], text: str, truth: str
) -> None:
    reply = await (await taught(lines)).say(text)
    assert f"→ {truth}" in shown(reply)


@pytest.mark.parametrize("text", ["取消了，水深3米，夜钓", "改期了，水深3米，5斤"])
async def test_what_was_put_off_in_chinese_is_no_lesson(text: str) -> None:
    assert "→" not in shown(await (await taught(FISHING)).hear(text))


RACES = (
    'task new name:races predict:number unit:min fields:"boat: laser | moth; wind: number kn"',
    "teach races: laser, 12 kn -> 60",
    "teach races: moth, 8 kn -> 40",
)


async def after_race(text: str) -> Reply:
    """Return the reply to a sentence after an answer about a race."""
    chat = await taught(RACES)
    await chat.hear("ask races: laser, 9 kn")
    return await chat.hear(text)


@pytest.mark.parametrize(
    "text",
    [
        *("race 2 was cancelled", "race 2 was great", "10 of them capsized", "called off after 20"),
        "其中3条船翻了",
    ],
)
async def test_a_number_of_a_case_or_of_a_part_is_not_how_the_last_one_turned_out(
    text: str,
) -> None:
    assert "Shall I learn" not in shown(await after_race(text))


@pytest.mark.parametrize(
    "text",
    ["80 in the end, three of them capsized", "took 80 in the end", "80 in the end, for all of us"],
)
async def test_what_is_told_beside_a_part_is_how_it_turned_out(text: str) -> None:
    assert (await after_race(text)).title == "Shall I learn that ?1 was 80 min?"


@pytest.mark.parametrize(
    "text", ["we got 60 kg from 5 hives on the rooftop", "Tom says 5 rooftop hives brought 60 kg"]
)
async def test_what_came_of_a_case_is_still_a_lesson(text: str) -> None:
    assert "→ answer 60 kg" in shown(await (await taught(HONEY)).hear(text))


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("the blue bus came 3 minutes early yesterday", "−3"),
        ("the blue bus came 3 minutes ahead of time", "−3"),
        ("the blue bus came 3 minutes late", "3"),
        ("the blue bus was on time", "0"),
    ],
)
async def test_a_delay_may_be_none_or_less(text: str, truth: str) -> None:
    assert f"→ answer {truth} min" in shown(await (await taught(DELAY)).hear(text))


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("it was on time", "0"),
        ("it wasn't late", "0"),
        ("it came 3 minutes early", "−3"),
        ("3 minutes late", "3"),
        ("it took an hour and five minutes longer", "65"),
    ],
)
async def test_a_delay_is_told_after_its_answer(text: str, truth: str) -> None:
    chat = await taught(DELAY)
    await chat.hear("red, 12 km")
    reply = await chat.hear(text)
    assert reply.title == f"Shall I learn that ?1 was {truth} min?"
    assert "ignored" not in shown(reply)


async def test_an_early_end_is_no_length() -> None:
    chat = await taught(HONEY)
    await chat.hear("4 hives, heath")
    assert "Shall I learn" not in (await chat.hear("it came 3 kg early")).title
    assert "Shall I learn" not in (await chat.hear("it was 12 kg per hive")).title


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("實際上4天才到啦", "4"),
        ("其实4天就到了", "4"),
        ("昨天到了，一共用了5天", "5"),
        ("it arrived yesterday, took 5 days", "5"),
    ],
)
async def test_when_a_case_ended_is_none_of_its_values(text: str, truth: str) -> None:
    chat = await taught(PARCELS)
    await chat.hear("北京，3公斤，今天下单")
    assert (await chat.hear(text)).title == f"Shall I learn that ?1 was {truth} 天?"


@pytest.mark.parametrize("text", ["比你说的多一天才到", "it took a day longer than you said"])
async def test_how_far_from_the_answer_asks_for_the_whole(text: str) -> None:
    chat = await taught(PARCELS)
    await chat.hear("北京，3公斤，今天下单")
    reply = await chat.hear(text)
    assert reply.tone is Tone.ERROR
    assert "correct ?1" in shown(reply)
