"""How many examples were taught: counted, where a sentence asks for that."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown


async def taught() -> Chat:
    chat = Chat()
    await chat.say('task new name:matches predict:yes/no fields:"wind: number; place: category"')
    await chat.say("teach matches: wind 10, place 奥体 -> yes")
    await chat.say("teach matches: wind 50, place 奥体 -> no")
    await chat.say("teach matches: wind 45, place Ferry -> no", by="Ben")
    await chat.say("ask matches: wind 40, place Ferry")
    return chat


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("how many matches have I taught?", "matches: 2 examples (taught by you)"),
        ("how many examples are there for the Ferry?", "matches: 1 example (Ferry)"),
        ("How many lessons do you have", "matches: 3 examples"),
        ("how many lessons said no?", "matches: 2 examples (no)"),
        ("what's the number of records?", "matches: 3 examples"),
        ("奥体的一共记了几条", "matches: 2 examples (奥体)"),
        ("我教了多少个例子？", "matches: 2 examples (taught by you)"),
        ("总共存了几条", "matches: 3 examples"),
    ],
)
async def test_what_was_taught_is_counted(text: str, count: str) -> None:
    reply = await (await taught()).hear(text)
    assert reply.title == count
    assert not reply.notes


async def test_a_name_that_nobody_taught_is_said_to_be_left_out_of_the_count() -> None:
    reply = await (await taught()).hear("how many examples are there for Tempelhof?")
    assert reply.title == "matches: 3 examples (in all)"
    assert "tempelhof" in shown(reply)


async def test_several_tasks_are_counted_each() -> None:
    chat = await taught()
    await chat.say("teach houses: size 1 -> 2")
    assert shown(await chat.hear("how many examples are there?")) == (
        "4 examples\nhouses: 1 example\nmatches: 3 examples"
    )
    assert (await chat.hear("houses: how many examples?")).title == "houses: 1 example"


@pytest.mark.parametrize("text", ["how many will come to the Ferry?", "奥体要来几个人"])
async def test_a_question_for_another_number_is_no_count_of_examples(text: str) -> None:
    assert "example" not in (await (await taught()).hear(text)).title


TEXTS = (
    'task new name:提问 predict:category labels:"报名, 复习, 心态" fields:"内容: text"',
    "teach 提问: 高数看谁的网课好 -> 复习",
    "teach 提问: 英语单词怎么背 -> 复习",
    "teach 提问: 想放弃了 -> 心态",
    "teach 提问: 现场确认要带什么 -> 报名",
)


@pytest.mark.parametrize(
    ("text", "count", "lines"),
    [
        (
            "复习和报名各教了几条",
            "提问: 3 examples (报名, 复习)",
            ["报名: 1 example", "复习: 2 examples"],
        ),
        (
            "复习、报名各有多少",
            "提问: 3 examples (报名, 复习)",
            ["报名: 1 example", "复习: 2 examples"],
        ),
        (
            "心态和复习分别有多少条",
            "提问: 3 examples (复习, 心态)",
            ["复习: 2 examples", "心态: 1 example"],
        ),
        (
            "报名和心态的例子一共有多少条",
            "提问: 2 examples (报名, 心态)",
            ["报名: 1 example", "心态: 1 example"],
        ),
        (
            "how many 复习 and 心态 are there?",
            "提问: 3 examples (复习, 心态)",
            ["复习: 2 examples"],
        ),
    ],
)
async def test_examples_of_several_labels_are_counted_each(
    text: str, count: str, lines: list[str]
) -> None:
    chat = Chat()
    for line in TEXTS:
        await chat.say(line)
    reply = await chat.hear(text)
    assert reply.title == count
    assert reply.lines[: len(lines)] == tuple(lines)
    assert not reply.notes


@pytest.mark.parametrize("text", ["复习资料各有多少本", "报名和复习哪个更难", "报名费各是多少"])
async def test_a_text_that_counts_something_else_is_classified(text: str) -> None:
    chat = Chat()
    for line in TEXTS:
        await chat.say(line)
    assert (await chat.hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("奥体有几筆資料", "matches: 2 examples (奥体)"),
        ("你都存了哪些奥体的", "matches: 2 examples (奥体)"),
        ("奥体和Ferry各有几条", "matches: 3 examples (奥体, Ferry)"),
        ("how many examples for 奥体 and Ferry?", "matches: 3 examples (奥体, Ferry)"),
    ],
)
async def test_examples_of_places_are_counted(text: str, count: str) -> None:
    assert (await (await taught()).hear(text)).title == count


RACES = (
    (
        "task new name:races predict:number unit:min target:time "
        'fields:"boat: laser | moth; rain: yes/no; wind: number kn"'
    ),
    "teach races: laser, wind 12, rain -> 60",
    "teach races: laser, wind 8, no rain -> 71",
    "teach races: moth, wind 10, no rain -> 55",
)


async def races() -> Chat:
    chat = Chat()
    for line in RACES:
        await chat.say(line)
    return chat


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("how many races have the laser?", "races: 2 examples (laser)"),
        ("how many laser races have we got in there?", "races: 2 examples (laser)"),
        ("any races with the moth yet?", "races: 1 example (moth)"),
        ("any lessons with the moth?", "races: 1 example (moth)"),
        ("how many races had rain?", "races: 1 example (rain yes)"),
        ("how many examples with no rain?", "races: 2 examples (rain no)"),
        ("count the laser races with rain", "races: 1 example (laser, rain yes)"),
        ("how many examples with no wind?", "races: 0 examples (wind 0 kn)"),
    ],
)
async def test_cases_are_counted_by_what_the_task_calls_them(text: str, count: str) -> None:
    reply = await (await races()).hear(text)
    assert reply.title == count
    assert not reply.notes


@pytest.mark.parametrize(
    "text",
    [
        *("how many minutes for the laser?", "how long would races with the laser take?"),
        *("any idea for the laser races with rain?", "how many would the laser take in 12 kn?"),
    ],
)
async def test_a_question_for_the_target_counts_no_cases(text: str) -> None:
    assert (await (await races()).hear(text)).tone is Tone.ANSWER


async def test_a_bare_number_may_be_what_the_task_is_called_after() -> None:
    chat = Chat()
    await chat.say('task new name:eggs predict:number fields:"hens: number; season: category"')
    await chat.say("teach eggs: hens 12, season spring -> 8")
    await chat.say("teach eggs: hens 9, season winter -> 3")
    assert (await chat.hear("how many eggs with 10 hens in spring?")).tone is Tone.ANSWER


FEASTS = (
    (
        "task new name:辦桌 predict:number unit:桌 "
        'fields:"賓客: number; 場地: 廟口 | 餐廳; 主廚: category"'
    ),
    "辦桌: 賓客 320, 廟口, 主廚阿成師 -> 34",
    "辦桌: 賓客 180, 餐廳, 主廚水雞師 -> 20",
    "辦桌: 賓客 150, 餐廳, 主廚水雞師 -> 16",
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("水雞師的有哪幾場", "辦桌: 2 examples (水雞師)"),
        ("水雞師的有多少場？", "辦桌: 2 examples (水雞師)"),
        ("廟口的有哪些", "辦桌: 1 example (廟口)"),
    ],
)
async def test_examples_of_a_traditional_name_are_listed(text: str, title: str) -> None:
    chat = Chat()
    for line in FEASTS:
        await chat.say(line)
    assert (await chat.hear(text)).title == title


@pytest.mark.parametrize("text", ["廟口有幾桌", "水雞師的要開幾桌"])
async def test_how_many_of_the_target_is_forecast(text: str) -> None:
    chat = Chat()
    for line in FEASTS:
        await chat.say(line)
    assert (await chat.hear(text)).tone is Tone.ANSWER
