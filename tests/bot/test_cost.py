"""What a question and a lesson cost: statements, and units of work, each with its own turn."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.settings import Settings
from bot.wiring import Apprentice, open_apprentice
from core.assistant.incoming import Message, Press
from core.assistant.reply import Reply
from storage.engine import create_engine
from tests.bot.scripted import ANA


@dataclass(kw_only=True)
class Costs:
    """What the database was asked to do."""

    statements: list[str] = field(default_factory=list)
    units: int = 0

    def watch(self, engine: AsyncEngine) -> None:
        """Count from now on."""

        def state(*told: object) -> None:
            self.statements.append(str(told[2]))

        def commit(_: object) -> None:
            self.units += 1

        event.listen(engine.sync_engine, "before_cursor_execute", state)
        event.listen(engine.sync_engine, "commit", commit)

    def clear(self) -> None:
        """Count from nought."""
        self.statements.clear()
        self.units = 0


@pytest.fixture
def costs(monkeypatch: pytest.MonkeyPatch) -> Costs:
    """Return the costs of the program that the test runs."""
    counted = Costs()

    def watched(url: str) -> AsyncEngine:
        engine = create_engine(url)
        counted.watch(engine)
        return engine

    monkeypatch.setattr("bot.wiring.create_engine", watched)
    return counted


@pytest.fixture
async def apprentice(costs: Costs, tmp_path: Path) -> AsyncIterator[Apprentice]:
    """Yield the program with two houses taught, and a question asked."""
    settings = Settings(data=tmp_path).model_copy(update={"automatic_training": False})
    async with open_apprentice(settings, in_memory=True) as running:
        reply = await say(running, "teach houses: size 1 -> 2", delivery="1")
        while yes := next((choice for choice in reply.choices if choice.is_yes), None):
            reply = await running.assistant.handle(Press(sender=ANA, action=yes.action))
        await say(running, "teach houses: size 2 -> 4", delivery="2")
        await say(running, "ask houses: size 3", delivery="3")
        yield running


async def say(running: Apprentice, text: str, *, delivery: str) -> Reply:
    return await running.assistant.handle(Message(sender=ANA, text=text, delivery=delivery))


async def test_a_question_takes_three_units_of_work(apprentice: Apprentice, costs: Costs) -> None:
    costs.clear()
    reply = await say(apprentice, "ask houses: size 4", delivery="4")
    assert reply.title.startswith("houses: ")
    assert costs.units == 3, "what is known, how far the learner is, what is kept"
    assert len(costs.statements) <= 13, costs.statements


async def test_a_lesson_takes_three_units_of_work_and_one_more_while_little_is_known(
    apprentice: Apprentice, costs: Costs
) -> None:
    costs.clear()
    reply = await say(apprentice, "teach houses: size 5 -> 10", delivery="4")
    assert reply.title.startswith("Saved")
    assert costs.units == 4, "and what the community's other tasks have seen"
    for size in (6, 7, 8):
        await say(apprentice, f"teach houses: size {size} -> {2 * size}", delivery=str(size))
    costs.clear()
    await say(apprentice, "teach houses: size 9 -> 18", delivery="9")
    assert costs.units == 3, "what is known, how far the learner is, what is kept"
    assert len(costs.statements) <= 17, costs.statements  # four of them keep what undo takes back
