"""Sentences and corrections that name an answer by its number, and what may not be taught."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import community


async def _asked() -> Chat:
    chat = await community()
    await chat.say("ask flats: 80 m², 3 rooms, Mitte")
    await chat.say("ask ferry: wind 20, rain")
    return chat


async def _counts(chat: Chat) -> tuple[int, int]:
    async with chat.open_work() as work:
        sender = chat.sender("Ana")
        tasks = await work.tasks.all(sender.community)
        counts = [await work.examples.count(task.id) for task in tasks]
        asked = await work.predictions.of_member(sender.community, sender.member)
    return sum(counts), len(asked)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("?1 was 300k", "Shall I learn that ?1 was € 300,000?"),
        ("no, ?1 was 300k", "Shall I learn that ?1 was € 300,000?"),
        ("?2 took 44 min", "Shall I learn that ?2 was 44 min?"),
        ("?1是31万", "Shall I learn that ?1 was € 310,000?"),
    ],
)
async def test_a_sentence_that_begins_with_a_number_is_about_that_answer(
    line: str, title: str
) -> None:
    chat = await _asked()
    reply = await chat.hear(line)
    assert reply.title == title
    assert reply.tone is Tone.ASK
    assert any("flats" in each or "ferry" in each for each in reply.lines)


@pytest.mark.parametrize("line", ["wrong ?9", "?9 was 40", "?9 里没有20", "why ?9", "right ?9"])
async def test_an_answer_that_is_not_there_is_no_other(line: str) -> None:
    chat = await _asked()
    before = await _counts(chat)
    reply = await chat.hear(line)
    assert "?9" in reply.title
    assert "?2" in shown(reply)
    assert not reply.choices
    assert await _counts(chat) == before


async def test_a_truth_of_another_answer_is_offered_for_that() -> None:
    chat = await _asked()
    reply = await chat.hear("correct ?1 44 min")
    assert "flats: area 80 m²" in shown(reply)
    assert reply.choices[0].label == "?2 ferry: 44 min"
    await chat.press("?2 ferry: 44 min")
    assert await _counts(chat) == (10, 2)


async def test_a_truth_of_no_answer_says_what_the_answer_was_about() -> None:
    chat = await _asked()
    reply = await chat.hear("correct ?1 static")
    assert "?1 was about flats: area 80 m²" in shown(reply)
    assert not reply.choices


async def test_an_unknown_number_with_a_truth_offers_the_answers_there_are() -> None:
    chat = await _asked()
    reply = await chat.hear("correct ?9 40")
    assert reply.choices[0].label.startswith("?2 ferry")
    assert await _counts(chat) == (9, 2)


@pytest.mark.parametrize("line", ["not 20, Mitte", "不是20，是白菜", "it's not rain, it's 20"])
async def test_what_was_asked_is_never_denied(line: str) -> None:
    chat = await _asked()
    said = shown(await chat.hear(line))
    assert 'was "20"' not in said
    assert "没有“20”" not in said


@pytest.mark.parametrize(
    "line", ["44", "it took 44 min", "?1 took 44", "ferry: wind 5, rain took 30 min"]
)
async def test_who_may_not_teach_is_offered_no_lesson(line: str) -> None:
    chat = await community()
    await chat.hear("task edit ferry teachers:Brokers")
    asked = await chat.hear("ask ferry: wind 20, rain", by="Ben")
    assert not any(choice.action.startswith(("right", "correct")) for choice in asked.choices)
    reply = await chat.hear(line, by="Ben")
    assert "Brokers" in shown(reply)
    assert not any(choice.is_yes for choice in reply.choices)
    own = await chat.hear("ask ferry: wind 20, rain")
    assert any(choice.action.startswith("right") for choice in own.choices)
