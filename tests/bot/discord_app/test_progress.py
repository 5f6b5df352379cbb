"""A retraining is told in one message, which is edited as it goes on."""

from dataclasses import replace

from core.domain.identity import RunId
from core.domain.version import Progress, Run, RunStatus
from tests.bot.discord_app.stage import Stage, stage
from tests.core.assistant.chatting import now
from tests.local_discord import Message


async def started(on: Stage) -> tuple[Message, Run]:
    """Return the card of a retraining that was started, and its run."""
    await on.teach_houses()
    exchange = await on.ana.run(on.channel, "/model learn", task="houses")
    card = await exchange.reply()
    assert "Retraining houses on 5 examples" in card.text
    async with on.open_work() as work:
        run = await work.runs.get(RunId(1))
    return card, run


async def test_it_is_told_how_far_a_retraining_is_and_how_it_ended() -> None:
    async with stage() as on, on.bot():
        card, run = await started(on)
        on.progresses.progress(
            Progress(task_id=run.task_id, run_id=run.id, fraction=0.5, stage="fitting")
        )
        await on.local.world.changes.until(
            lambda: True if "Retraining: 50 % (fitting)" in card.text else None,
            what=lambda: f"progress in {card}",
        )
        assert "▰" * 10 + "▱" * 10 in card.text
        await on.progresses.end(replace(run, status=RunStatus.CANCELLED, ended_at=now()))
        await on.local.world.changes.until(
            lambda: True if "the retraining was stopped" in card.text else None,
            what=lambda: f"the end in {card}",
        )


async def test_an_end_after_the_token_expired_is_told_directly() -> None:
    async with stage() as on, on.bot():
        _, run = await started(on)
        on.local.advance(20 * 60)
        await on.progresses.end(replace(run, status=RunStatus.CANCELLED, ended_at=now()))
        await on.ana.sees(on.ana.direct, "the retraining was stopped")
