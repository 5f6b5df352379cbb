"""What was acknowledged outlives a ``kill -9`` at any moment, and nothing is left half-written."""

import signal
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from core.domain.artifact import Artifact
from storage.artifacts import FolderArtifacts
from storage.migrate import upgrade
from storage.work import open_work_on
from tests.contract.databases import engine_on
from tests.contract.world import HERE
from tests.storage.children import LAST, UNDER_WAY

KILLS = 12
STEPS = 5
"""Lines that a child tells for each unit of work."""


def teach_until_killed(url: str, lines: int) -> list[int]:
    """Return the numbers that a process told of before it was killed, some lines after the first.

    The first number is always waited for, so that every process gets something done.
    """
    command = [sys.executable, "-m", "tests.storage.children", "teach", url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as child:
        assert child.stdout is not None
        told = [child.stdout.readline() for _ in range(STEPS + lines)]
        child.send_signal(signal.SIGKILL)
        told += child.stdout.readlines()
    assert child.returncode == -signal.SIGKILL
    whole = [line.strip() for line in told if line.endswith("\n")]
    return [int(line) for line in whole if line != UNDER_WAY]


def write_until_killed(folder: Path, step: int) -> str:
    """Return the name that a writing process told of before it was killed at another one's step."""
    command = [sys.executable, "-m", "tests.storage.children", "write", str(folder), str(step)]
    child = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    assert child.returncode == -signal.SIGKILL
    (acknowledged,) = child.stdout.split()
    return acknowledged


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def assert_sound(file: Path) -> None:
    database = sqlite3.connect(file)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()


async def assert_all_there(url: str, acknowledged: list[int]) -> None:
    """Each unit taught two examples and edited the first: of each, all or nothing is there."""
    async with engine_on(url) as engine:
        await upgrade(engine)
        async with open_work_on(engine)() as work:
            task = await work.tasks.named(HERE, "flats")
            assert task is not None
            examples = await work.examples.changed_since(task.id, 0)
            revision = await work.examples.revision(task.id)
            last = await work.settings.get(HERE, LAST)
    firsts = list(range(1, len(examples), 2))
    assert set(acknowledged) <= set(firsts)
    assert len(acknowledged) == len(set(acknowledged))
    assert [example.number for example in examples] == list(range(1, len(examples) + 1))
    assert [example.target for example in examples[::2]] == firsts
    assert [example.target for example in examples[1::2]] == firsts
    assert last == firsts[-1]
    assert revision == examples[-1].revision == 3 * len(firsts)


async def test_what_was_acknowledged_outlives_kills_and_nothing_is_half_written(
    tmp_path: Path,
) -> None:
    file = tmp_path / "apprentice.db"
    url = f"sqlite+aiosqlite:///{file}"
    chance = np.random.default_rng(20260531)
    acknowledged: list[int] = []
    for _ in range(KILLS):
        acknowledged += teach_until_killed(url, int(chance.integers(4 * STEPS)))
        assert_sound(file)
        await assert_all_there(url, acknowledged)
    assert len(acknowledged) >= KILLS


@pytest.mark.parametrize("step", range(4))
async def test_a_killed_writer_leaves_whole_artifacts_only_and_the_sweep_clears_up(
    tmp_path: Path, step: int
) -> None:
    acknowledged = write_until_killed(tmp_path, step)
    artifacts = FolderArtifacts(tmp_path)
    visible = {name for name in names_in(tmp_path) if not name.startswith(".")}
    assert acknowledged in visible
    for name in visible:
        assert isinstance(await artifacts.read(name), Artifact)
    await FolderArtifacts(tmp_path, unrecorded_for=timedelta()).sweep(keep=[acknowledged])
    assert names_in(tmp_path) == {".lock", acknowledged}
