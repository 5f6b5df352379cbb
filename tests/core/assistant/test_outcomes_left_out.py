"""What was planned to be asked and is not wanted any more is passed over, and the rest is asked."""

from datetime import timedelta

from tests.core.assistant.test_outcomes import DAY, due, turnout


async def test_what_is_long_overdue_is_asked_no_more() -> None:
    chat, clock = await turnout()
    await chat.hear("ask turnout: event: games, said yes: 28")
    clock.move(timedelta(minutes=1))
    await chat.hear("ask turnout: event: games, said yes: 29")
    clock.move(8 * DAY)
    assert [question.number for question in await due(chat)] == [2]
    assert await due(chat) == []
