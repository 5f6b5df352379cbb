import asyncio
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.wiring import MODELS, migrate, open_apprentice
from core.assistant.incoming import Message, Press
from core.assistant.reply import Reply, Tone
from core.domain.identity import CommunityId
from core.errors import StorageError
from tests.bot.scripted import ANA


def _settings(folder: Path, **changes: object) -> Settings:
    return Settings(data=folder).model_copy(update=changes)


async def _teach(settings: Settings, *, in_memory: bool = False) -> Reply:
    async with open_apprentice(settings, in_memory=in_memory) as apprentice:
        reply = await apprentice.assistant.handle(
            Message(sender=ANA, text="teach houses: size 1 -> 2")
        )
        while yes := next((choice for choice in reply.choices if choice.is_yes), None):
            reply = await apprentice.assistant.handle(Press(sender=ANA, action=yes.action))
        return reply


async def test_what_was_taught_is_there_after_a_restart(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    assert (await _teach(settings)).tone is Tone.DONE
    async with open_apprentice(settings) as apprentice, apprentice.open_work() as work:
        task = await work.tasks.named(CommunityId("terminal:local"), "houses")
        assert task is not None
        assert await work.examples.count(task.id) == 1


async def test_in_memory_nothing_is_left_behind(tmp_path: Path) -> None:
    assert (await _teach(_settings(tmp_path / "data"), in_memory=True)).tone is Tone.DONE
    assert not (tmp_path / "data").exists()


async def test_all_that_was_started_has_ended_when_the_block_is_left(tmp_path: Path) -> None:
    before = asyncio.all_tasks()
    async with open_apprentice(_settings(tmp_path)):
        names = {task.get_name() for task in asyncio.all_tasks() - before}
        assert {"retraining", "warm-up"} <= names
    assert asyncio.all_tasks() == before


async def test_automatic_retraining_can_be_turned_off(tmp_path: Path) -> None:
    before = asyncio.all_tasks()
    async with open_apprentice(_settings(tmp_path, automatic_training=False)):
        names = {task.get_name() for task in asyncio.all_tasks() - before}
        assert "retraining" not in names


async def test_a_database_that_cannot_be_used_is_told_before_anything_starts(
    tmp_path: Path,
) -> None:
    (tmp_path / "apprentice.db").write_bytes(b"not a database" * 100)
    before = asyncio.all_tasks()
    with pytest.raises(StorageError):
        async with open_apprentice(_settings(tmp_path)):
            raise AssertionError
    assert asyncio.all_tasks() == before


async def test_migrating_makes_the_database_and_nothing_else(tmp_path: Path) -> None:
    await migrate(_settings(tmp_path))
    assert (tmp_path / "apprentice.db").exists()
    assert not (tmp_path / MODELS).exists()
