"""Absence: for how long a community has been without the bot, by two measures that must agree."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.domain.identity import CommunityId


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A community without the bot.

    A clock may be wrong when the program starts, and jump later. So the days between two times of
    day are believed only where they were also lived through, look by look.
    """

    community: CommunityId
    left_at: datetime
    looked_at: datetime
    """When it was last seen to be without the bot."""
    observed: timedelta = timedelta()
    """How much time has surely passed between the looks that saw it so."""

    def seen(self, now: datetime, *, at_most: timedelta) -> "Absence":
        """Return the absence after one more look; what was noted in the future is noted now.

        Args:
            now: by the clock.
            at_most: how much time can have passed since the look before.
        """
        passed = min(max(now - self.looked_at, timedelta()), at_most)
        return replace(
            self,
            left_at=min(self.left_at, now),
            looked_at=now,
            observed=self.observed + passed,
        )

    def has_lasted(self, time: timedelta, *, now: datetime) -> bool:
        """Whether it has lasted for so long by the calendar, and by what was observed."""
        return now - self.left_at >= time and self.observed >= time
