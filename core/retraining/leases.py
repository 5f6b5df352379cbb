"""Leases: how a program shows the others that it is alive and carries out a run."""

import asyncio
from datetime import timedelta

import structlog

from core.domain.version import Run
from core.errors import NotFound
from core.ports.work import OpenWork

log = structlog.get_logger()

RENEWALS = 4
"""In the time of a lease: three may fail, by a busy disk or network, before a run is lost."""


async def hold(open_work: OpenWork, run: Run, lease: timedelta) -> None:
    """Renew a run's lease until it has ended, here or elsewhere, or its task was deleted."""
    is_under_way = True
    while is_under_way:
        await asyncio.sleep(lease.total_seconds() / RENEWALS)
        try:
            async with open_work() as work:
                is_under_way = await work.runs.renew(run.id, lease)
        except NotFound:
            is_under_way = False
        except Exception:
            log.exception("lease not renewed", task=run.task_id, run=run.id)
