"""What day it is for whom."""

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.terminal.chat import sender_named
from core.assistant.incoming import Sender
from core.domain.identity import CommunityId, MemberId
from tests.core.assistant.chatting import Chat

LATE = datetime(2026, 5, 27, 22, 30, tzinfo=UTC)
ANA = Sender(community=CommunityId("terminal:test"), member=MemberId("test:ana"), name="Ana")


def test_days_go_by_utc_unless_the_front_end_knows_better() -> None:
    assert ANA.day_of(LATE) == date(2026, 5, 27)
    east = Sender(
        community=ANA.community,
        member=ANA.member,
        name="Ana",
        zone=timezone(timedelta(hours=8)),
    )
    assert east.day_of(LATE) == date(2026, 5, 28)


def test_days_in_the_terminal_go_by_the_clock_of_the_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        assert sender_named("Ana").day_of(LATE) == date(2026, 5, 28)
    finally:
        monkeypatch.undo()
        time.tzset()


async def test_a_lesson_of_today_is_of_the_senders_day() -> None:
    chat = Chat(clock=lambda: LATE)
    await chat.say('task new name:gym predict:number fields:"day: date"')
    reply = await chat.say("teach gym: day: today -> 5")
    assert "May 27, 2026" in "\n".join(reply.lines)
