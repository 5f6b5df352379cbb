"""A truth beside the name of another case than the last one: it is asked of which it is."""

import pytest

from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat, shown

FILMS = (
    'task new name:films predict:rating scale:1-5 fields:"title: item; genre: category"',
    "teach films: Alien, horror -> 5",
    "teach films: Heat, crime -> 4",
    'task new name:奶茶 predict:rating scale:1-5 fields:"饮品: item; 甜度: category"',
    "教 奶茶: 芋泥波波, 全糖 -> 5",
    "教 奶茶: 乌龙奶盖, 少糖 -> 4",
)
FLATS = (
    'task new name:flats predict:number unit:€ fields:"area: number m²; district: category"',
    "teach flats: 60 m², Mitte -> 400k",
    "teach flats: 70 m², Wedding -> 210k",
    "teach flats: 90 m², Kreuzberg -> 420k",
)
CATCH = (
    'task new name:钓鱼 predict:number unit:斤 fields:"水温: number 度; 地点: category"',
    "教 钓鱼: 25度, 青龙水库 -> 6斤",
    "教 钓鱼: 20度, 小石河 -> 4斤",
)


async def taught(*lines: str) -> Chat:
    chat = Chat()
    for line in lines:
        assert (await chat.say(line)).tone in (Tone.DONE, Tone.ANSWER), line
    return chat


def labels(reply: Reply) -> list[str]:
    return [choice.label for choice in reply.choices]


@pytest.mark.parametrize(
    ("asked", "text", "lesson"),
    [
        ("ask films: Heat", "sorry, Alien 3", "films: Alien -> 3"),
        ("ask films: Heat", "actually Alien was a 3", "films: Alien -> 3"),
        ("问 奶茶: 乌龙奶盖", "其实芋泥波波也就3分", "奶茶: 芋泥波波 -> 3"),
        ("问 奶茶: 乌龙奶盖", "应该是芋泥波波3分", "奶茶: 芋泥波波 -> 3"),
    ],
)
async def test_a_rating_beside_another_item_is_a_lesson_of_that(
    asked: str, text: str, lesson: str
) -> None:
    chat = await taught(*FILMS, asked)
    reply = await chat.hear(text)
    assert reply.title.endswith(lesson), shown(reply)
    assert "I ignored: Alien" not in shown(reply)


@pytest.mark.parametrize(
    ("tasks", "asked", "text", "other", "truth"),
    [
        (FILMS, "ask films: Heat", "more like 2 for Alien", "Alien", "2"),
        (FILMS, "ask films: Heat", "correct Alien is 3", "Alien", "3"),
        (FLATS, "ask flats: 80 m², Kreuzberg", "it was 500k for Mitte", "Mitte", "€ 500,000"),
        (FLATS, "ask flats: 80 m², Kreuzberg", "correct Mitte was 500k", "Mitte", "€ 500,000"),
        (FLATS, "ask flats: 80 m², Kreuzberg", "should be 250k in wedding", "Wedding", "€ 250,000"),
        (CATCH, "问 钓鱼: 21度 小石河", "不对，青龙水库是7斤", "青龙水库", "7 斤"),
        (CATCH, "问 钓鱼: 21度 小石河", "更正 青龙水库7斤", "青龙水库", "7 斤"),
    ],
)
async def test_a_truth_beside_another_category_is_asked_about(
    tasks: tuple[str, ...], asked: str, text: str, other: str, truth: str
) -> None:
    chat = await taught(*tasks, asked)
    reply = await chat.hear(text)
    title = f"You name {other}, but ?1 is about something else. What is {truth}?"
    assert reply.title == title
    assert labels(reply)[:2] == [f"It is of {other}", "It is of ?1"]
    saved = await chat.press(f"It is of {other}")
    assert saved.tone is Tone.DONE
    line = next(line for line in saved.lines if line.startswith("#"))
    assert other in line
    assert line.endswith(f"→ {truth}")


async def test_a_category_alone_is_nothing_that_is_rated() -> None:
    chat = await taught(*FILMS, "问 奶茶: 乌龙奶盖")
    reply = await chat.hear("不对，全糖的是3分")
    assert reply.title == "You name 全糖, but ?1 is about something else. What is 3?"
    assert labels(reply) == ["It is of ?1", "No"]
    assert not any(choice.is_yes for choice in reply.choices)


async def test_it_may_be_of_the_answer_all_the_same() -> None:
    chat = await taught(*FLATS, "ask flats: 80 m², Kreuzberg")
    await chat.hear("it was 500k for Mitte")
    assert "district Kreuzberg → € 500,000" in shown(await chat.press("It is of ?1"))


@pytest.mark.parametrize(
    ("tasks", "text", "other", "number"),
    [
        (FLATS, "should be € 250k for Mitte", "Mitte", 3),
        (CATCH, "不对，青龙水库是7斤", "青龙水库", 2),
        (CATCH, "应该是7斤，青龙水库那次", "青龙水库", 2),
    ],
)
async def test_a_truth_right_after_the_lesson_of_another_case_does_not_change_that_unasked(
    tasks: tuple[str, ...], text: str, other: str, number: int
) -> None:
    reply = await (await taught(*tasks)).hear(text)
    assert reply.title.startswith(f"You name {other}, but #{number} is about something else.")
    assert labels(reply)[:2] == [f"It is of {other}", f"It is of #{number}"]


@pytest.mark.parametrize(
    ("tasks", "asked", "text", "truth"),
    [
        (FLATS, "ask flats: 80 m², Kreuzberg", "it was 500k in Kreuzberg", "€ 500,000"),
        (FLATS, "ask flats: 80 m²", "it was 500k in the end", "€ 500,000"),
        (CATCH, "问 钓鱼: 21度 小石河", "不对，小石河是7斤", "7 斤"),
        (FILMS, "ask films: Heat", "nah, 2 stars from me", "2"),
    ],
)
async def test_the_answers_own_name_is_of_the_answer(
    tasks: tuple[str, ...], asked: str, text: str, truth: str
) -> None:
    reply = await (await taught(*tasks, asked)).hear(text)
    assert reply.title == f"Shall I learn that ?1 was {truth}?"


async def test_a_lessons_own_category_may_still_be_changed() -> None:
    reply = await (await taught(*FLATS)).hear("sorry, Mitte")
    assert reply.title == "Change #3: district Mitte?"


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("不对，西湖是7斤", "西湖"),
        ("不对，西湖是7斤吧", "西湖"),
        ("no, the lagoon was 7斤", "lagoon"),
        ("不对，其实是7斤", ""),
        ("不对，青龙水库是7斤", ""),
        ("不对，结果是7斤", ""),
    ],
)
async def test_a_name_that_nobody_taught_is_shown_as_ignored(text: str, ignored: str) -> None:
    chat = await taught(*CATCH)
    await chat.say("钓鱼: 22度, 青龙水库?")
    reply = shown(await chat.hear(text))
    assert ("gnored: " in reply) == bool(ignored)
    assert ignored in reply
