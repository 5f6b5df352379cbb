"""Asking how it turned out, in several processes and when something fails."""

import asyncio
from dataclasses import replace
from unittest.mock import create_autospec

import discord

from bot.discord_app.outcomes import Outcomes
from core.assistant.reply import OutcomeQuestion
from core.domain.identity import MemberId
from core.errors import StorageError
from tests.bot.discord_app.stage import settle
from tests.bot.discord_app.turnout import DAY, ask, asked_in, next_day, turnout
from tests.bot.scripted import outcome_question


class Failing:
    """Knows of one question, after its store could not be read."""

    def __init__(self) -> None:
        self.answers: list[list[OutcomeQuestion] | Exception] = [
            StorageError("busy"),
            ZeroDivisionError("a bug"),
            [replace(outcome_question(n), member=MemberId("discord:7")) for n in (1, 2)],
        ]
        self.is_done = asyncio.Event()

    async def outcomes_due(self, communities: str) -> list[OutcomeQuestion]:
        if not self.answers:
            self.is_done.set()
            return []
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


async def test_two_processes_ask_once() -> None:
    async with turnout() as (on, clock), on.bot():
        await ask(on, on.ana)
        clock.move(DAY)
        other = type(on.outcomes)(on.assistant())
        await other.look(on.client)
        await on.outcomes.look(on.client)
        assert len(asked_in(on.ana.direct, on.ana)) == 1


async def test_with_two_shards_it_is_asked_once() -> None:
    async with turnout() as (on, clock):
        on.local.world.application.shards = 2
        async with on.bot(shards=2):
            await ask(on, on.ana)
            await next_day(on, clock)
            await on.outcomes.look(on.client)
            assert len(asked_in(on.ana.direct, on.ana)) == 1


async def test_what_fails_keeps_nothing_else_from_being_asked_and_it_ends_when_told() -> None:
    asker = Failing()
    outcomes = Outcomes(asker, every_s=0)
    client = create_autospec(discord.Client, instance=True)
    client.is_closed.return_value = False
    client.create_dm.side_effect = ZeroDivisionError("a bug")
    outcomes.start(client)
    outcomes.start(client)
    await asker.is_done.wait()
    await outcomes.close()
    assert client.create_dm.call_count == 2
    await Outcomes(asker).close()


async def test_what_was_taken_is_asked_before_it_ends() -> None:
    async with turnout() as (on, clock):
        async with on.bot():
            await ask(on, on.ana)
        await on.local.offline()
        clock.move(DAY)
        gate = on.local.hold("POST", "/channels/{channel_id}/messages")
        async with on.bot():
            await gate.reached()
            closing = asyncio.create_task(on.outcomes.close())
            await settle()
            assert not closing.done()
            gate.open()
            await closing
            assert len(asked_in(on.ana.direct, on.ana)) == 1
