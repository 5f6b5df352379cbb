"""What changes nothing says so, and leaves nothing to undo."""

import pytest

from core.assistant.reply import Reply
from tests.core.assistant.chatting import Chat, shown


def labels(reply: Reply) -> list[str]:
    return [choice.label for choice in reply.choices]


async def taught() -> Chat:
    chat = Chat()
    for size in (1, 2, 3):
        await chat.say(f"teach houses: size {size} -> {2 * size}")
    return chat


async def test_a_lesson_taken_back_twice_leaves_one_step() -> None:
    chat = await taught()
    await chat.say("examples delete 2")
    reply = await chat.hear("examples delete 2")
    assert "Nothing was changed" in reply.title
    assert labels(reply) == ["Restore"]
    assert "#2 counts again" in (await chat.hear("undo")).title


@pytest.mark.parametrize("line", ["examples restore 1", "examples edit 1: size 1 -> 2"])
async def test_what_a_lesson_is_already_cannot_be_undone(line: str) -> None:
    chat = await taught()
    reply = await chat.hear(line)
    assert "already" in reply.title
    assert "Undo" not in labels(reply)
    assert "Took back #3" in (await chat.hear("undo")).title


async def test_a_lesson_edited_to_what_it_says_keeps_its_revision() -> None:
    chat = await taught()
    card = await chat.say("teach houses: size 4 -> 8")
    await chat.hear("examples edit 4: size 4 -> 8")
    assert "Took back #4" in (await chat.press(card.choices[0])).title


async def test_the_same_rating_again_changes_nothing() -> None:
    chat = Chat()
    await chat.say('task new name:films predict:rating scale:1-5 fields:"film: item"')
    await chat.say("teach films: film: Heat -> 2")
    reply = await chat.say("teach films: film: Heat -> 2")
    assert "counts already" in reply.title
    assert "Undo" not in labels(reply)
    assert "Took back #1" in (await chat.hear("undo")).title


async def test_a_message_heard_twice_is_no_second_lesson() -> None:
    chat = await taught()
    await chat.say("teach houses: size 9 -> 18", delivery="m1")
    assert "counts already" in (await chat.say("teach houses: size 9 -> 18", delivery="m1")).title


@pytest.mark.parametrize("line", ["unit:m", "about:homes", "answers:public", "outcome:1"])
async def test_a_task_that_is_so_already_is_not_changed(line: str) -> None:
    chat = await taught()
    assert "Changed" in (await chat.say(f"task edit houses {line}")).title
    assert "Nothing was changed" in (await chat.say(f"task edit houses {line}")).title
    assert "Say what to change" in shown(await chat.say("task edit houses"))


async def test_a_channel_bound_already_is_not_bound_anew() -> None:
    chat = await taught()
    assert "about houses now" in (await chat.say("task bind houses channel:flats")).title
    assert "already" in (await chat.say("task bind houses channel:flats")).title
