"""Corrections and undo are about what was shown or done last, or say what they are about."""

from datetime import timedelta

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import Time
from tests.core.assistant.test_remarks import (
    HAN_NUMBER,
    HAN_TEXT,
    LESSONS,
    NUMBER,
    REPAIRS,
    TEXT,
    community,
    heard_after,
)
from tests.fakes import memory_work

OTHER = "ask repairs: job: brake job, 8 years, wheel 28"


async def test_a_correction_is_of_the_answer_shown_last() -> None:
    chat = await community(NUMBER, OTHER, "why ?1")
    reply = await chat.hear("correct 34")
    assert reply.tone is Tone.DONE
    assert "job flat tyre" in shown(reply)
    chat = await community(NUMBER, OTHER)
    assert "job brake job" in shown(await chat.hear("correct 34"))


async def test_what_is_told_is_of_the_answer_shown_last() -> None:
    chat = await community(NUMBER, OTHER, "why ?1")
    assert (await chat.hear("it was 34")).title == "Shall I learn that ?1 was 34 min?"


@pytest.mark.parametrize(
    "then", ["teach repairs: job: flat tyre, 9 years, wheel 26 -> 30", "tasks"]
)
async def test_a_correction_after_something_else_names_the_answer(then: str) -> None:
    chat = await community(NUMBER)
    await chat.say(then)
    reply = await chat.hear("correct 34")
    assert reply.title == "Shall I learn that ?1 was 34 min?"
    assert "job flat tyre · age 6 years" in shown(reply)
    assert (await chat.press("Learn 34 min")).tone is Tone.DONE


async def test_help_between_changes_nothing_of_what_a_correction_is_about() -> None:
    chat = await community(NUMBER, OTHER)
    await chat.hear("help")
    assert (await chat.hear("correct 34")).tone is Tone.DONE


@pytest.mark.parametrize(
    "text",
    [
        *("correct it to 26", "correct that: 26", "change it to 26", "make it 26", "set it to 26"),
        *("更正为26", "更正成26", "改成26", "把它改成26"),
    ],
)
async def test_free_words_ask_before_a_correction(text: str) -> None:
    reply = await heard_after(text)
    assert reply.tone is Tone.ASK
    assert reply.title.startswith("Shall I learn that ?1 was 26 ")


async def test_free_words_ask_before_a_label_is_put_right() -> None:
    title = "Shall I learn that ?1 was {}?"
    reply = await heard_after("correct it to brakes", english=TEXT)
    assert reply.title == title.format("brakes")
    reply = await heard_after("更正为约钓", chinese=HAN_TEXT)
    assert reply.title == title.format("约钓")


@pytest.mark.parametrize(("text", "after"), [("correct 26", NUMBER), ("更正 26", HAN_NUMBER)])
async def test_the_command_itself_corrects_at_once(text: str, after: str) -> None:
    del after
    assert (await heard_after(text)).tone is Tone.DONE


async def _after_verdict(verdict: str) -> Chat:
    time = Time()
    chat = Chat(clock=time, open_work=memory_work(time))
    for line in (REPAIRS, *LESSONS[:2], NUMBER, verdict):
        time.now += timedelta(minutes=1)
        assert (await chat.say(line)).tone in (Tone.DONE, Tone.ANSWER)
    time.now += timedelta(minutes=1)
    return chat


async def test_undo_after_a_verdict_takes_no_older_lesson_back_unasked() -> None:
    chat = await _after_verdict("right")
    reply = await chat.hear("undo")
    assert reply.tone is Tone.ERROR
    assert "?1 was right" in shown(reply)
    assert "#2 job brake job" in shown(reply)
    assert "Took back #2" in (await chat.press("Take back that one")).title


async def test_undo_after_a_correction_takes_that_back() -> None:
    chat = await _after_verdict("correct 34")
    assert "Took back #3" in (await chat.hear("undo")).title
