"""Retrainings as the terminal sees them: how far they are, and which have ended."""

import asyncio
from collections.abc import Callable

from core.domain.identity import RunId
from core.domain.version import Progress, Run


class RunBoard:
    """Keeps what the retraining reports, for a progress bar and for those who wait."""

    def __init__(self) -> None:
        self._under_way: dict[RunId, Progress] = {}
        self._awaited: dict[RunId, asyncio.Future[Run]] = {}
        self._ended: asyncio.Queue[Run] = asyncio.Queue()
        self.on_change: Callable[[], None] = lambda: None
        """Called whenever :attr:`under_way` has changed."""

    @property
    def under_way(self) -> tuple[Progress, ...]:
        """The retrainings under way, in the order in which they began."""
        return tuple(self._under_way.values())

    def progress(self, progress: Progress) -> None:
        """Note how far a retraining is."""
        self._under_way[progress.run_id] = progress
        self.on_change()

    async def end(self, run: Run) -> None:
        """Note that a retraining has ended."""
        self._under_way.pop(run.id, None)
        self._outcome(run.id).set_result(run)
        self._ended.put_nowait(run)
        self.on_change()

    async def outcome(self, run_id: RunId) -> Run:
        """Return a run as soon as it has ended."""
        return await self._outcome(run_id)

    async def next_ended(self) -> Run:
        """Return the runs that end, one at each call."""
        return await self._ended.get()

    def _outcome(self, run_id: RunId) -> asyncio.Future[Run]:
        if run_id not in self._awaited:
            self._awaited[run_id] = asyncio.get_running_loop().create_future()
        return self._awaited[run_id]
