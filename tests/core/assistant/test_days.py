"""Where a member's clock is not known, a relative day is said to be counted in UTC."""

from dataclasses import dataclass, replace

import pytest

from core.assistant.incoming import Sender
from tests.core.assistant.chatting import Chat, shown

VISITS = 'task new name:visits predict:number fields:"day: date"'
NOTE = "(UTC)"


@dataclass(kw_only=True)
class HereChat(Chat):
    """A chat by the clock of this computer."""

    def sender(self, who: str) -> Sender:
        return replace(super().sender(who), zone=None)


@pytest.mark.parametrize(("said", "is_noted"), [("tomorrow", True), ("2026-06-01", False)])
async def test_a_relative_day_is_said_to_be_in_utc(said: str, is_noted: bool) -> None:
    chat = Chat()
    await chat.say(VISITS)
    for lesson in ("2026-05-02 -> 20", f"{said} -> 30"):
        reply = await chat.say(f"teach visits: day: {lesson}")
    assert (NOTE in shown(reply)) is is_noted
    assert (NOTE in shown(await chat.hear(f"ask visits: day: {said}"))) is is_noted


async def test_by_ones_own_clock_nothing_is_said() -> None:
    chat = HereChat()
    await chat.say(VISITS)
    assert NOTE not in shown(await chat.say("teach visits: day: tomorrow -> 30"))


async def test_a_form_says_it_too() -> None:
    chat = Chat()
    made = await chat.say(VISITS)
    teach = next(choice for choice in made.choices if choice.action.startswith("teach:"))
    filled = {choice.name: "tomorrow" for choice in teach.inputs} | {"target": "30"}
    reply = await chat.press(teach, filled=filled)
    reply = await chat.press(reply.choices[0])
    assert NOTE in shown(reply)
