"""When Discord fails, is slow, repeats itself or has lost things, nothing is lost or doubled."""

import asyncio

import pytest

from core.assistant.incoming import Incoming
from core.assistant.reply import Reply
from core.domain.identity import CommunityId
from tests.bot.discord_app.stage import Stage, stage
from tests.local_discord import Allow

REPLIES = "/interactions/{interaction_id}/{interaction_token}/callback"
MESSAGES = "/channels/{channel_id}/messages"


async def taught(on: Stage) -> int:
    """Return how many examples of houses count."""
    async with on.open_work() as work:
        [task] = await work.tasks.all(CommunityId(f"discord:{on.guild.id}"))
        return await work.examples.count(task.id)


@pytest.mark.parametrize("status", [500, 503])
async def test_an_answer_is_sent_again_after_a_server_error(status: int) -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        on.local.fail("POST", MESSAGES, status=status)
        await on.ana.type(on.channel, "@Apprentice houses: size 3?")
        await on.ana.sees(on.channel, "houses: 6")


async def test_an_answer_is_sent_again_after_a_rate_limit() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        on.local.limit("POST", MESSAGES)
        await on.ana.type(on.channel, "@Apprentice houses: size 3?")
        await on.ana.sees(on.channel, "houses: 6")


async def test_an_answer_whose_acknowledgement_was_lost_is_not_shown_twice() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        on.local.drop("POST", MESSAGES, done_first=True)
        await on.ana.type(on.channel, "@Apprentice houses: size 3?")
        await on.ana.sees(on.channel, "houses: 6")
        await on.local.settled()
        shown = [m for m in on.ana.sees_now(on.channel) if "houses: 6" in m.text]
        assert len(shown) == 1


async def test_a_delivery_that_comes_twice_is_stored_once() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        on.local.gateway.tell_twice("INTERACTION_CREATE")
        exchange = await on.ana.run(on.channel, "/teach", task="houses", lesson="size 9 -> 18")
        assert "Saved #6" in (await exchange.reply()).text
        assert await taught(on) == 6


class Slow:
    """Holds what is asked of an assistant until it is let go."""

    def __init__(self, on: Stage) -> None:
        self.gate = asyncio.Event()
        self._handle = on.front.assistant.handle

    async def handle(self, incoming: Incoming) -> Reply:
        """Answer once the gate is open."""
        await self.gate.wait()
        return await self._handle(incoming)


async def test_slow_work_is_acknowledged_in_time_and_answered_by_an_edit() -> None:
    async with stage() as on, on.bot(patience_s=0.0):
        slow = Slow(on)
        on.front.assistant.handle = slow.handle  # type: ignore[method-assign]
        exchange = await on.ana.run(on.channel, "/help")
        assert await exchange.acknowledged() == 5
        on.local.advance(60)
        slow.gate.set()
        assert "Teach me by examples" in (await exchange.reply()).text


async def test_an_answer_after_the_token_expired_comes_as_a_direct_message() -> None:
    async with stage() as on, on.bot(patience_s=0.0):
        slow = Slow(on)
        on.front.assistant.handle = slow.handle  # type: ignore[method-assign]
        exchange = await on.ana.run(on.channel, "/help")
        await exchange.acknowledged()
        on.local.advance(16 * 60)
        slow.gate.set()
        assert "Teach me by examples" in (await on.ana.sees(on.ana.direct, "Teach me")).text


async def test_where_the_bot_may_not_write_it_answers_directly() -> None:
    async with stage() as on:
        on.local.forbid(on.channel, Allow.SEND_MESSAGES)
        async with on.bot():
            await on.teach_houses()
            await on.ana.type(on.channel, "@Apprentice houses: size 3?")
            await on.ana.sees(on.ana.direct, "houses: 6")


async def test_a_question_that_was_deleted_is_answered_in_its_channel() -> None:
    async with stage() as on, on.bot(patience_s=5.0):
        await on.teach_houses()
        slow = Slow(on)
        on.front.assistant.handle = slow.handle  # type: ignore[method-assign]
        question = await on.ana.type(on.channel, "@Apprentice houses: size 3?")
        await on.local.settled()
        await on.ana.delete_message(question)
        slow.gate.set()
        await on.ana.sees(on.channel, "houses: 6")


async def test_a_bug_is_a_sentence_and_its_text_is_in_no_log(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    async with stage() as on, on.bot():

        async def broken(incoming: Incoming) -> Reply:
            raise ZeroDivisionError(str(incoming))

        on.front.assistant.handle = broken  # type: ignore[method-assign]
        card = await (await on.ana.run(on.channel, "/ask", text="secret words")).reply()
        assert "Something went wrong on my side." in card.text
        assert card.is_ephemeral
    said = caplog.text + "".join(capsys.readouterr())
    assert "ZeroDivisionError" in said
    assert "secret words" not in said


async def test_a_lesson_under_way_is_finished_before_the_bot_ends() -> None:
    async with stage() as on:
        async with on.bot(patience_s=0.0):
            await on.teach_houses()
            slow = Slow(on)
            on.front.assistant.handle = slow.handle  # type: ignore[method-assign]
            exchange = await on.ana.run(on.channel, "/teach", task="houses", lesson="size 9 -> 18")
            await exchange.acknowledged()
            asyncio.get_running_loop().call_later(0.05, slow.gate.set)
        assert "Saved #6" in (await exchange.reply()).text
        assert await taught(on) == 6


async def test_the_bot_goes_on_after_the_gateway_was_cut_or_the_session_lost() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        gateway = on.local.gateway
        for trouble in (gateway.ask_to_reconnect, gateway.cut, gateway.invalidate):
            trouble()
            await on.local.online()
            exchange = await on.ana.run(on.channel, "/ask", text="size 3")
            assert "houses: 6" in (await exchange.reply()).text


async def test_two_shards_hear_each_their_servers() -> None:
    async with stage() as on:
        on.local.world.application.shards = 2
        guilds = [on.local.guild(f"G{n}", owner=on.zoe) for n in range(4)]
        async with on.bot(shards=2):
            for guild in guilds:
                exchange = await on.zoe.run(guild.general, "/help")
                assert "Teach me by examples" in (await exchange.reply()).text
