"""Two real processes on one data folder."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from bot.settings import Settings
from bot.wiring import MODELS, Apprentice, open_apprentice
from core.assistant.incoming import Message
from core.assistant.wording import say
from core.domain.version import LOST, RunStatus
from storage.clocks import utc_now
from tests.bot.scripted import ANA

LEASE_S = 60


@contextmanager
def retraining_elsewhere(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run a process that is in the middle of a retraining of the task flats; kill it at the end."""
    command = [sys.executable, "-m", "tests.bot.retraining_child", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "under way\n"
        try:
            yield child
        finally:
            child.send_signal(signal.SIGKILL)


async def said(apprentice: Apprentice, line: str) -> str:
    reply = await apprentice.assistant.handle(Message(sender=ANA, text=line))
    return "\n".join((reply.title, *reply.lines))


async def test_a_second_program_neither_ends_a_retraining_nor_sweeps_what_it_wrote(
    tmp_path: Path,
) -> None:
    settings = Settings(data=tmp_path, automatic_training=False)
    with retraining_elsewhere(tmp_path):
        written = {path.name for path in (tmp_path / MODELS).iterdir()}
        async with open_apprentice(settings) as apprentice:
            assert say("training elsewhere") in await said(apprentice, "model status flats")
            assert say("training already", task="flats") in await said(
                apprentice, "model learn flats"
            )
            again = await apprentice.assistant.handle(Message(sender=ANA, text="model learn flats"))
            assert again.run is None  # whoever waits for its end would wait for ever
            assert say("training stopped", task="flats") in await said(
                apprentice, "model stop flats"
            )
            assert say("no training", task="flats") in await said(apprentice, "model stop flats")
            assert say("training elsewhere") not in await said(apprentice, "model status flats")
        assert {path.name for path in (tmp_path / MODELS).iterdir()} >= written


async def test_after_a_hard_end_all_commands_agree_once_the_lease_has_expired(
    tmp_path: Path,
) -> None:
    with retraining_elsewhere(tmp_path):
        pass
    settings, late = Settings(data=tmp_path, automatic_training=False), timedelta()

    async with open_apprentice(settings, clock=lambda: utc_now() + late) as apprentice:
        assert say("training elsewhere") in await said(apprentice, "model status flats")
        assert say("training already", task="flats") in await said(apprentice, "model learn flats")
        late = timedelta(seconds=LEASE_S)
        assert LOST in (await said(apprentice, "model status flats")).lower()
        assert say("no training", task="flats") in await said(apprentice, "model stop flats")
        started = await said(apprentice, "model learn flats")
        assert say("training already", task="flats") not in started
        async with apprentice.open_work() as work:
            (task,) = await work.tasks.all(ANA.community)
            statuses = [run.status for run in await work.runs.all(task.id)]
        assert statuses[-1] is RunStatus.FAILED
