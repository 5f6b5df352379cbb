"""A clock that stands until it is moved."""

from datetime import UTC, datetime, timedelta


class SetClock:
    """Returns the same moment until :meth:`move` is called."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 31, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, by: timedelta = timedelta(minutes=1)) -> datetime:
        """Go on; return the new moment."""
        self.now += by
        return self.now
