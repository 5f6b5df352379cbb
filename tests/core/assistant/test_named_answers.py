"""The number of an answer or an example in a correction: never a part of the truth."""

import pytest

from core.assistant.incoming import Command
from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_acts import taught_flats


async def asked_twice() -> Chat:
    chat = await taught_flats()
    await chat.hear("ask flats: 80 m²")
    await chat.hear("ask flats: 90 m²")
    return chat


async def corrected(chat: Chat, **options: str) -> Reply:
    """Return the reply to the command as a front end with options sends it."""
    command = Command(sender=chat.sender("Ana"), name="correct", options=options)
    return await chat.assistant.handle(command)


@pytest.mark.parametrize("truth", ["?1 435k", "?1: 435k", "？1 435k", "?1 was 435k", " ?1  435k "])
async def test_the_answers_number_inside_the_truth_names_the_answer(truth: str) -> None:
    chat = await asked_twice()
    reply = await corrected(chat, truth=truth)
    assert reply.tone is Tone.DONE
    assert "area 80 m² → € 435,000" in shown(reply)


async def test_the_same_number_may_be_given_twice_but_not_two() -> None:
    chat = await asked_twice()
    refused = await corrected(chat, truth="?2 435k", number="?1")
    assert refused.title == "Two answers are named, ?1 and ?2. Say which one is meant."
    assert refused.tone is Tone.ERROR
    assert "area 80 m² → € 435,000" in shown(await corrected(chat, truth="?1 435k", number="1"))


@pytest.mark.parametrize("truth", ["#1 435k", "not #3 but 5", "no, ?1 435k", "for ?1 500"])
async def test_another_number_beside_the_truth_is_refused(truth: str) -> None:
    chat = await asked_twice()
    assert (await corrected(chat, truth=truth)).tone is Tone.ERROR


@pytest.mark.parametrize(
    "line", ["examples edit 1 -> ?1 500", "examples edit 1 -> #1 435k", "correct ?1 #2 435 000"]
)
async def test_a_number_that_names_something_goes_on_with_no_other(line: str) -> None:
    chat = await asked_twice()
    before = (await chat.say("examples show 1")).title
    assert (await chat.say(line)).tone in (Tone.ERROR, Tone.ASK)
    assert (await chat.say("examples show 1")).title == before


async def test_thousands_parted_by_blanks_are_still_one_number() -> None:
    chat = await asked_twice()
    assert "€ 435,000" in shown(await corrected(chat, truth="?1 435 000"))
