"""A server with a turnout task, whose clock a test sets."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from tests.bot.discord_app.stage import Stage, stage
from tests.fakes.clock import SetClock
from tests.local_discord import Channel, Message, Person

DAY = timedelta(days=1)


@asynccontextmanager
async def turnout(*, public: bool = False) -> AsyncIterator[tuple[Stage, SetClock]]:
    """Yield a stage on which turnouts are asked for, its bot not yet running."""
    clock = SetClock()
    async with stage(clock=clock) as on:
        async with on.bot():
            setup = await (await on.zoe.run(on.channel, "/setup", template="turnout")).reply()
            assert "1 day after an answer I ask how it turned out" in setup.text
            for yes, came in ((20, 15), (10, 8), (30, 22)):
                card = await on.settled(
                    on.ana, "turnout", f"event: games, said yes: {yes} -> {came}"
                )
                assert "Saved" in card.text
            if public:
                edited = await on.zoe.run(
                    on.channel, "/task edit", task="turnout", answers="public"
                )
                assert "Answers are seen by everyone" in (await edited.reply()).text
        await on.local.offline()
        yield on, clock


async def ask(on: Stage, who: Person, channel: Channel | None = None) -> Message:
    text = "event: games, said yes: 28"
    exchange = await who.run(channel or on.channel, "/ask", text=text, task="turnout")
    return await exchange.reply()


async def next_day(on: Stage, clock: SetClock) -> None:
    clock.move(DAY)
    await on.outcomes.look(on.client)


def asked_in(channel: Channel, who: Person) -> list[Message]:
    return [each for each in who.sees_now(channel) if "how did it turn out?" in each.text]
