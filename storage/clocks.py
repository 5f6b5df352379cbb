"""Clocks: this machine's, and the one that all programs on a database share."""

from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.ports.learning import Clock


def utc_now() -> datetime:
    """Return now, aware, in UTC."""
    return datetime.now(UTC)


async def shared_now(session: AsyncSession, clock: Clock) -> datetime:
    """Return now by the clock that all programs on the session's database share.

    The programs on a SQLite file are on one machine. PostgreSQL's may be on several, so there its
    own clock is asked, unless the unit of work was given another clock than this machine's.
    """
    if clock is not utc_now or session.get_bind().dialect.name == "sqlite":
        return clock()
    now: datetime = (await session.scalars(select(func.clock_timestamp()))).one()
    return now
