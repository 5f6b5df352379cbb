"""The training process as a worker: started when it is needed, kept warm, limited, replaced."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from core.errors import WorkerError
from core.retraining.child import Child
from core.retraining.frames import pack
from core.retraining.job import Failure, Job, Outcome, Step, job_to_frame, reply_from_frame


class Worker(Protocol):
    """Carries out training jobs somewhere else than in this process."""

    async def run(self, job: Job, on_step: Callable[[Step], None]) -> Outcome:
        """Carry out a job; raises WorkerError. Cancelling the call ends the job."""
        ...

    async def close(self) -> None:
        """End the worker and the job it has."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLimits:
    """What the training process may use."""

    time: timedelta = timedelta(minutes=30)
    """The longest that a job may take, start-up included."""
    memory_mib: int = 8192
    """Its data on the CPU; 0 is no limit. Not enforced where CUDA is used, nor on Windows."""
    threads: int = 0
    """Those of torch; 0 leaves one core to the chat."""
    niceness: int = 10
    """How far it stands back behind the chat: 0 to 19."""


class WorkerProcess:
    """A training process on this machine: one job at a time, a new process after each failure."""

    def __init__(
        self, limits: WorkerLimits | None = None, *, module: str = "core.retraining.worker"
    ) -> None:
        self._module = module
        self._limits = limits or WorkerLimits()
        self._free = asyncio.Lock()
        self._child: Child | None = None
        self._threads = self._limits.threads or max(1, (os.cpu_count() or 1) - 1)

    @property
    def pid(self) -> int | None:
        """The process's id; None while none runs."""
        return self._child.pid if self._child and self._child.is_alive else None

    async def run(self, job: Job, on_step: Callable[[Step], None]) -> Outcome:
        """Carry out a job, telling of its progress; whatever interrupts it ends the process.

        Raises:
            WorkerError: it died, met a limit, failed or spoke nonsense. The next job gets a new
                process.
        """
        async with self._free:
            try:
                async with asyncio.timeout(self._limits.time.total_seconds()):
                    return await self._carry_out(job, on_step)
            except TimeoutError as error:
                limit = self._limits.time
                raise WorkerError(f"The training took longer than its limit of {limit}.") from error

    async def warm_up(self) -> None:
        """Start the process ahead of its first job; raises WorkerError."""
        async with self._free:
            await self._warm()

    async def close(self) -> None:
        """End the process, and the job that it has."""
        child, self._child = self._child, None
        if child is not None:
            await child.kill()

    async def _carry_out(self, job: Job, on_step: Callable[[Step], None]) -> Outcome:
        try:
            request = await asyncio.to_thread(lambda: pack(job_to_frame(job)))
            child = await self._warm()
            await child.send(request)
            return await self._await_outcome(child, on_step)
        except BaseException:
            await self.close()
            raise

    async def _await_outcome(self, child: Child, on_step: Callable[[Step], None]) -> Outcome:
        while True:
            frame = await child.read()
            match await asyncio.to_thread(reply_from_frame, frame):
                case Step() as step:
                    on_step(step)
                case Failure() as failure:
                    raise WorkerError(self._explain(failure))
                case Outcome() as outcome:
                    return outcome

    async def _warm(self) -> Child:
        """Return the process, started if need be."""
        if self._child is None or not self._child.is_alive:
            await self.close()
            self._child = await Child.spawn(self._module, self._options(), threads=self._threads)
            await self._child.become_ready()
        return self._child

    def _options(self) -> list[str]:
        options = {
            "--threads": self._threads,
            "--memory-mib": self._limits.memory_mib,
            "--niceness": self._limits.niceness,
        }
        return [str(part) for option in options.items() for part in option]

    def _explain(self, failure: Failure) -> str:
        if failure.is_memory:
            limit = f"{self._limits.memory_mib:,} MiB of memory"
            return f"The training needed more than its limit of {limit}."
        return f"The training failed with {failure.error} at {failure.place}."
