"""What was planned to be asked and is not wanted any more is passed over, and the rest is asked."""

import json
from dataclasses import replace
from datetime import timedelta

from core.assistant.incoming import Message
from tests.core.assistant.test_outcomes import DAY, due, turnout


async def test_what_is_long_overdue_is_asked_no_more() -> None:
    chat, clock = await turnout()
    await chat.hear("ask turnout: event: games, said yes: 28")
    clock.move(timedelta(minutes=1))
    await chat.hear("ask turnout: event: games, said yes: 29")
    clock.move(8 * DAY)
    assert [question.number for question in await due(chat)] == [2]
    assert await due(chat) == []


async def test_what_is_known_by_now_keeps_nothing_else_from_being_asked() -> None:
    chat, clock = await turnout()
    for yes in (28, 29, 30):
        await chat.hear(f"ask turnout: event: games, said yes: {yes}")
        clock.move(timedelta(minutes=1))
    for number in (1, 2):
        await chat.say(f"right ?{number}")
    clock.move(DAY)
    found = await chat.assistant.outcomes_due("terminal:", limit=1)
    assert [question.number for question in found] == [3]
    assert await due(chat) == []


async def test_of_what_was_misread_only_what_was_meant_is_asked() -> None:
    chat, clock = await turnout()
    heard = Message(
        sender=replace(chat.sender("Ana"), is_overheard=True),
        text="ask turnout: event: games, said yes: 28",
    )
    answer = await chat.assistant.handle(heard)
    [edit] = [choice for choice in answer.choices if choice.label == "Edit what I read"]
    await chat.press(edit, filled={"text": "event: games, said yes: 82"}, by="Ben")
    await chat.press(edit, filled={"text": "event: games, said yes: 38"})
    clock.move(DAY)
    asked = {question.number: question.member for question in await due(chat)}
    assert asked == {2: "test:ben", 3: "test:ana"}


async def test_what_is_still_to_be_asked_is_taken_along() -> None:
    chat, clock = await turnout()
    await chat.hear("ask turnout: event: games, said yes: 28")
    [file] = (await chat.hear("privacy export")).files
    [planned] = json.loads(file.content)["questions to come"]
    due_at = (clock.now + DAY).isoformat()
    assert planned == {"number": 1, "due_at": due_at, "place": None, "language": "en"}
