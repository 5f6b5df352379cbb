"""Units of work: the stores as one transaction sees them.

Every look-up names its community or a task of it, so that no row of another can be reached.
Nothing is acknowledged to a member before its unit of work was left without an error.
"""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from core.ports.answered import FollowUps, Predictions
from core.ports.people import Communities, Members, Proposals, Settings
from core.ports.steps import Steps
from core.ports.taught import Examples, Tasks
from core.ports.trained import Runs, Versions


class Work(Protocol):
    """The stores as one transaction sees them."""

    tasks: Tasks
    examples: Examples
    steps: Steps
    predictions: Predictions
    follow_ups: FollowUps
    versions: Versions
    runs: Runs
    members: Members
    proposals: Proposals
    settings: Settings
    communities: Communities


class OpenWork(Protocol):
    """Opens a unit of work: ``async with open_work() as work: …``.

    Leaving the block commits; an exception, cancellation too, rolls all of it back.
    """

    def __call__(self) -> AbstractAsyncContextManager[Work]:
        """Open a unit of work."""
        ...
