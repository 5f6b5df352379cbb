"""One training process as the program sees it, from its start to its end."""

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

import structlog

import core
from core.errors import WorkerError
from core.retraining.frames import PREFIX, Frame, lengths, unpack

log = structlog.get_logger()

_SECRETS = ("TOKEN", "SECRET", "PASSWORD", "DATABASE", "KEY", "APPRENTICE_")


class Child:
    """A running training process and the pipes to it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        if not (process.stdin and process.stdout and process.stderr):
            raise WorkerError("The training process was started without its pipes.")
        self._process = process
        self._requests = process.stdin
        self._replies = process.stdout
        self._reading = asyncio.Lock()
        self._is_ready = False
        self._last_words = b""
        self._listening = asyncio.create_task(self._listen(process.stderr), name="worker's errors")

    @classmethod
    async def spawn(cls, module: str, options: Sequence[str], *, threads: int) -> Self:
        """Return a process that is starting; :meth:`become_ready` waits for its end."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", module, *options),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=_environment(os.environ, threads=threads),
            start_new_session=True,  # Ctrl-C at the terminal is the program's to handle
        )
        return cls(process)

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended, as far as is known."""
        return self._process.returncode is None

    async def become_ready(self) -> None:
        """Wait until it takes jobs.

        Raises:
            WorkerError: it cannot.
        """
        frame = await self.read()
        if frame.header.get("kind") != "ready":
            raise WorkerError("The training process did not say that it is ready.")
        self._is_ready = True
        log.info("worker started", pid=self.pid)

    async def send(self, request: bytes) -> None:
        """Send a packed frame; a death on the way is told where the answer is read."""
        with suppress(ConnectionError):
            self._requests.write(request)
            await self._requests.drain()

    async def read(self) -> Frame:
        """Return the next frame that it sends.

        Raises:
            WorkerError: it died, or sent something else.
        """
        read = self._replies.readexactly
        try:
            async with self._reading:
                header, binary = lengths(await read(PREFIX.size))
                return unpack(await read(header), await read(binary))
        except asyncio.IncompleteReadError as error:
            raise WorkerError(await self._obituary()) from error

    async def kill(self) -> None:
        """End it at once, and wait until nothing of it is left."""
        with suppress(ProcessLookupError):
            self._process.kill()
        async with self._reading:  # whoever reads sees the end first
            while await self._replies.read(1 << 16):
                pass
        await asyncio.wait([self._listening])
        await self._process.wait()
        log.info("worker ended", pid=self.pid, status=self._process.returncode)

    async def _obituary(self) -> str:
        status = await self._process.wait()
        if not self._is_ready:
            await asyncio.wait([self._listening])
            words = self._last_words.decode(errors="replace") or f"status {status}"
            return f"The training process did not start: {words}"
        if status < 0:
            return (
                f"The training process was killed by signal {-status}; 9 often means that the "
                "machine had no memory left."
            )
        return f"The training process ended in the middle of its work, with status {status}."

    async def _listen(self, errors: asyncio.StreamReader) -> None:
        """Keep the error output flowing; its last line tells why a process did not start.

        What it says later is dropped: it may quote what was taught.
        """
        while said := await errors.read(1 << 16):
            if not self._is_ready:
                self._last_words = said.strip().rpartition(b"\n")[2][-500:] or self._last_words


def _environment(outer: Mapping[str, str], *, threads: int) -> dict[str, str]:
    """Return what the process may know of its surroundings: no secret, as it needs none."""
    kept = {
        name: value
        for name, value in outer.items()
        if not any(part in name.upper() for part in _SECRETS)
    }
    root = str(Path(core.__file__).parent.parent)
    path = os.pathsep.join(filter(None, (root, outer.get("PYTHONPATH"))))
    own = {
        "PYTHONPATH": path,
        "OMP_NUM_THREADS": str(threads),
        "OMP_WAIT_POLICY": "PASSIVE",  # spinning made a fit 30 times slower beside other work
    }
    return kept | own
