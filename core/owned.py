"""Background tasks that somebody owns: kept, logged when they fail, cancelled when told."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

log = structlog.get_logger()


class OwnedTasks:
    """Keeps background tasks alive until they end."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None], *, name: str) -> asyncio.Task[None]:
        """Return a started task; an error that it raises is logged."""
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def close(self) -> None:
        """Cancel every task and wait for its end."""
        for task in list(self._tasks):
            await stop(task)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("background task failed", task=task.get_name(), exc_info=error)


async def stop(task: asyncio.Task[None]) -> None:
    """Cancel a task and wait for its end, however it ends."""
    task.cancel()
    await asyncio.wait([task])
