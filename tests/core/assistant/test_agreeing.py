"""``right`` in words is about what was shown last, and never against what its sender said."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

HIKES = 'task new name:hikes predict:number fields:"km: number; up: number m"'
COLOURS = 'task new name:colours predict:category labels:"red, blue" fields:"w: number"'
AGREEING = ["right", "yes right", "that's right!", "对", "没错", "right ?1"]


async def hikes(*then: str) -> Chat:
    chat = Chat()
    for line in (HIKES, "teach hikes: km 3 -> 60", "teach hikes: km 6 -> 120", "ask hikes: km 5"):
        await chat.say(line)
    for line in then:
        await chat.say(line)
    return chat


async def colours(*then: str) -> Chat:
    chat = Chat()
    for line in (COLOURS, "teach colours: w 1 -> red", "teach colours: w 9 -> blue"):
        await chat.say(line)
    for line in ("teach colours: w 2 -> red", "ask colours: w 3", *then):
        await chat.say(line)
    return chat


@pytest.mark.parametrize("words", AGREEING)
@pytest.mark.parametrize("corrected", ["no, 84", "correct 84", "不对，84"])
async def test_right_after_ones_own_correction_agrees_with_that(corrected: str, words: str) -> None:
    chat = await hikes(corrected)
    reply = await chat.say(words)
    assert reply.tone is Tone.INFO
    assert "?1 stays 84, as you said (#3)" in reply.title
    assert "→ 84" in shown(await chat.hear("examples show 3"))
    assert "3 examples" in shown(await chat.hear("task show hikes"))


@pytest.mark.parametrize("words", AGREEING)
async def test_a_label_that_was_put_right_is_not_overwritten(words: str) -> None:
    chat = await colours("correct blue")
    assert "?1 stays blue" in (await chat.say(words)).title
    assert "→ blue" in shown(await chat.hear("examples show 4"))


async def test_the_answer_can_be_called_right_after_all_by_a_press() -> None:
    chat = await hikes("correct 84")
    await chat.hear("right")
    reply = await chat.press("The answer was right")
    assert "Instead of 84: #3 no longer counts." in shown(reply)


@pytest.mark.parametrize("words", ["right", "yes right", "that is right", "对", "没错", "正确"])
async def test_right_agrees_with_a_correction_that_waits_for_a_yes(words: str) -> None:
    chat = await hikes()
    assert "Shall I learn that ?1 was 84?" in (await chat.hear("no, 84")).title
    reply = await chat.hear(words)
    assert reply.title.startswith("Learned as #3"), shown(reply)
    assert "→ 84" in shown(reply)


@pytest.mark.parametrize("words", ["you were right", "your answer was right", "你猜得对"])
async def test_what_calls_the_bot_right_is_no_yes_to_a_correction(words: str) -> None:
    chat = await hikes()
    await chat.hear("no, 84")
    assert "Learned" not in (await chat.hear(words)).title


@pytest.mark.parametrize(
    "since",
    ["teach colours: w 8 -> blue", "examples edit 2 -> red", "examples list", "undo", "undo 1"],
)
async def test_right_after_something_else_is_asked_about(since: str) -> None:
    reply = await (await colours(since)).hear("right")
    assert reply.tone is Tone.ASK
    assert "Was ?1 right" in reply.title


@pytest.mark.parametrize("since", [(), ("thanks",), ("why",), ("right",)])
async def test_right_is_noted_at_once_where_the_answer_was_shown_last(
    since: tuple[str, ...],
) -> None:
    chat = await hikes(*since)
    assert "Noted for ?1" in (await chat.hear("right")).title


async def test_right_after_a_correction_was_taken_back_is_asked_about() -> None:
    chat = await hikes("correct 84", "undo")
    assert "Was ?1 right" in (await chat.hear("right")).title


async def test_right_takes_no_correction_that_waits_to_be_confirmed() -> None:
    chat = await hikes("teach hikes: km 4 -> 80", "ask hikes: km 5")
    assert (await chat.hear("correct 8000")).tone is Tone.ASK
    reply = await chat.hear("right ?2")
    assert "?2 stays 8,000" in reply.title
    assert "does not count" in shown(reply)
