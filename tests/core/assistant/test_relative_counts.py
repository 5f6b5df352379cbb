"""What is counted stays whole where a share of it is more or less."""

import pytest

from tests.core.assistant.chatting import Chat, shown


@pytest.mark.parametrize(
    ("text", "guests"),
    [("10% fewer guests", "33"), ("20% more guests", "44"), ("15% fewer guests", "31")],
)
async def test_a_share_of_what_is_counted_is_whole(text: str, guests: str) -> None:
    chat = Chat()
    await chat.say(
        'task new name:party predict:number unit:€ fields:"guests: number; km: number km"'
    )
    await chat.say("teach party: guests 30, km 2 -> 40")
    await chat.say("teach party: guests 80, km 3 -> 80")
    await chat.say("ask party: guests 37, km 2")
    assert f"guests {guests} " in shown(await chat.hear(text))


async def test_a_share_of_what_is_measured_is_exact() -> None:
    chat = Chat()
    await chat.say(
        'task new name:party predict:number unit:€ fields:"guests: number; km: number km"'
    )
    await chat.say("teach party: guests 30, km 2 -> 40")
    await chat.say("teach party: guests 80, km 3 -> 80")
    await chat.say("ask party: guests 37, km 3")
    assert "km 2.7" in shown(await chat.hear("10% fewer km"))
