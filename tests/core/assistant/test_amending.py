"""What is typed after a lesson and puts it right, or leaves it unsaved."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

FLIGHTS = (
    'task new name:flights predict:number unit:min fields:"wind: number km/h; carrier: category"'
)
WAITING = "teach flights: wind 8 or 80, carrier KLM -> 12"
UNSAVED = 'Not saved, for this was not answered: How do you mean "8 or 80" for wind?'


async def flights() -> Chat:
    chat = Chat()
    await chat.say(FLIGHTS)
    for wind, carrier, minutes in ((10, "KLM", 11), (20, "Delta", 25), (15, "KLM", 14)):
        await chat.say(f"teach flights: wind {wind}, carrier {carrier} -> {minutes}")
    return chat


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        ("sorry wind was 9", "wind 9 km/h · carrier KLM → 12 min"),
        ("wind was 9, sorry", "wind 9 km/h · carrier KLM → 12 min"),
        ("wind should be 9", "wind 9 km/h · carrier KLM → 12 min"),
        ("抱歉，wind是9", "wind 9 km/h · carrier KLM → 12 min"),
    ],
)
async def test_a_lesson_that_waits_is_offered_with_what_is_put_right(
    said: str, becomes: str
) -> None:
    chat = await flights()
    await chat.hear(WAITING)
    asked = await chat.hear(said)
    assert asked.title == "Shall I learn it with wind 9 km/h?"
    assert asked.lines == ("flights: wind 9 km/h · carrier KLM → answer 12 min",)
    assert "3 examples" in shown(await chat.hear("task show flights"))
    await chat.hear(WAITING)
    await chat.hear(said)
    assert f"#4 {becomes}" in shown(await chat.press("Save it"))


async def test_what_else_is_doubtful_of_an_amended_lesson_is_asked_still() -> None:
    chat = await flights()
    await chat.hear("teach flights: wind 8, carrier Dleta -> 12")
    await chat.hear("sorry, the answer was 13")
    asked = await chat.press("Save it")
    assert asked.tone is Tone.ASK
    assert "wind 8 km/h · carrier Delta → 13 min" in shown(await chat.press("Delta"))


@pytest.mark.parametrize(
    "line",
    [
        "ask flights: wind 9",
        "flights: wind 9, carrier KLM",
        "hello",
        "task list",
        "teach flights: wind 8, carrier KLM -> 12",
        "/nothing",
    ],
)
async def test_what_is_typed_instead_of_an_answer_says_what_is_not_saved(line: str) -> None:
    chat = await flights()
    await chat.hear(WAITING)
    assert UNSAVED in (await chat.hear(line)).notes
    assert UNSAVED not in (await chat.hear(line)).notes


async def test_an_answered_question_leaves_nothing_unsaved() -> None:
    chat = await flights()
    for label in ("8 km/h", "None of these"):
        await chat.hear(WAITING)
        await chat.press(label)
        assert "Not saved" not in shown(await chat.hear("task list"))


async def test_a_question_that_waits_is_nothing_unsaved() -> None:
    chat = await flights()
    assert (await chat.hear("ask flights: wind 8 or 80")).tone is Tone.ASK
    assert "Not saved" not in shown(await chat.hear("task list"))


async def test_a_saved_lesson_is_offered_with_what_is_put_right() -> None:
    chat = await flights()
    asked = await chat.hear("sorry wind was 9")
    assert asked.title == "Change #3: wind 9 km/h?"
    assert "#3 wind 15 km/h · carrier KLM → 14 min" in shown(await chat.hear("examples show 3"))
    await chat.hear("sorry wind was 9")
    assert "#3 wind 9 km/h · carrier KLM → 14 min" in shown(await chat.press("Change it"))
    await chat.hear("oops, the answer should be 13")
    assert "#3 wind 9 km/h · carrier KLM → 13 min" in shown(await chat.press("Change it"))


@pytest.mark.parametrize("said", ["no rain", "sorry, gravity was 9", "sorry wind was 9?"])
async def test_what_puts_nothing_right_changes_no_lesson(said: str) -> None:
    chat = await flights()
    assert not (await chat.hear(said)).title.startswith("Change")


async def test_a_lesson_that_waits_to_be_confirmed_is_not_by_another_field() -> None:
    chat = await flights()
    for wind in range(8):
        await chat.say(f"teach flights: wind {wind + 5}, carrier KLM -> {wind + 9}")
    held = await chat.hear("teach flights: wind 8, carrier KLM -> 4000")
    assert held.notes == ("It does not count until you say so.",)
    await chat.hear("sorry wind was 9")
    asked = await chat.press("Change it")
    assert asked.title == "4,000 min is far outside what I have seen. Change #12 to it?"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("or was it 60… yeah 60", "What of #3 is 60?"),
        ("yeah no it was 60", "What of #3 is 60?"),
        ("miscounted, it was 60 min", "Change #3: answer 60 min?"),
        ("hang on, carrier Delta", "Change #3: carrier Delta?"),
        ("make it wind 9", "Change #3: wind 9 km/h?"),
        ("second one was miscounted, make it 27 min", "Change #2: answer 27 min?"),
        ("the last one was off, it was 13 min", "Change #3: answer 13 min?"),
    ],
)
async def test_what_is_said_around_a_correction_changes_nothing(said: str, title: str) -> None:
    asked = await (await flights()).hear(said)
    assert asked.title == title, shown(asked)


@pytest.mark.parametrize(
    "said",
    [
        *("hold on, that's not right", "hm hold on that can't be right", "wait, the other one"),
        *("sorry, the airline was the one with a crown", "其实不是这家"),
    ],
)
async def test_a_lesson_stays_open_beside_a_correction_that_is_not_understood(said: str) -> None:
    chat = await flights()
    await chat.hear("flights: wind 8, KLM, took 12")
    asked = await chat.hear(said)
    assert asked.title.startswith("Shall I learn this?"), shown(asked)
    assert "I ignored: " in shown(asked) or "未采用" in shown(asked)
    assert "Saved #4" in (await chat.hear("yes")).title


@pytest.mark.parametrize("said", ["no it's fine", "oh cool", "ok, and what of Delta?", "nvm"])
async def test_no_other_words_ask_about_an_open_lesson_again(said: str) -> None:
    chat = await flights()
    await chat.hear("flights: wind 8, KLM, took 12")
    assert "Shall I learn this" not in (await chat.hear(said)).title
