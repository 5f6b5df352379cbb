"""What the chat needs of the learner and of retraining, without knowing torch."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from core.domain.example import Foretold
from core.domain.fields import Values
from core.domain.forecast import Answer, Explanation
from core.domain.identity import ExampleId, MemberId, TaskId
from core.domain.task import Task, Truth
from core.domain.version import Progress, Run

Clock = Callable[[], datetime]
"""Returns now, aware, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """How a task's learner does on its own examples, each left out when it was predicted.

    Errors: mean absolute error in the target's unit (numbers), share of wrong labels (categories).
    """

    version: int
    examples: int
    duplicates: int
    """Active examples that repeat another of the same member and so do not count again."""
    error: float | None
    naive_error: float | None
    coverage: float | None
    """Share of truths inside the 80 % interval; numbers only."""
    suspects: tuple[ExampleId, ...]
    """Examples that look wrong beside the others, the worst first."""
    confidence: float | None = None
    """The mean probability of the answer; categories only. What is calibrated is right as often."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """How much each expert counts; empty while a rule answers."""
    faded: int = 0
    """Active examples that count no longer, for the newer ones foretell better without them."""


class Predictor(Protocol):
    """Answers from what is committed at the time of the call.

    In a task that predicts a rating it answers whoever the values name as rater: from their own
    ratings and the means that everybody is told, and so without a rating by another member.
    """

    async def answer(self, task: Task, values: Values) -> Answer:
        """Return a forecast; raises NothingTaught where no example counts."""
        ...

    async def explain(self, task: Task, values: Values) -> Explanation:
        """Return why the answer to this question is what it is; raises NothingTaught."""
        ...

    async def foretell(
        self, task: Task, lessons: Sequence[tuple[Values, Truth]]
    ) -> Sequence[Foretold | None]:
        """Return what would be answered right before each lesson is learned, in this order.

        None for those that come before anything was taught, and for what is passed over of very
        many. Ratings are those of one member. Changes nothing.
        """
        ...

    def follow_soon(self, task: Task) -> None:
        """Note that a task was taught much: it is learned in the background from now on."""
        ...

    async def checkup(self, task: Task, *, asked_by: MemberId | None = None) -> Checkup:
        """Return how the task's learner does; of ratings, the one that answers this member."""
        ...


class Trainer(Protocol):
    """Retrains in the background."""

    async def start(self, task: Task, *, requested_by: MemberId | None) -> Run:
        """Start a retraining; raises Conflict while one is under way, UserError if too early."""
        ...

    async def cancel(self, task_id: TaskId) -> bool:
        """Stop the task's retraining; return whether there was one."""
        ...

    def progress(self, task_id: TaskId) -> Progress | None:
        """Return how far the task's retraining is; None where none is under way here."""
        ...

    def consider(self, task_id: TaskId) -> None:
        """Note that a task changed: the schedule is asked soon, in the background."""
        ...


OnProgress = Callable[[Progress], None]
OnEnd = Callable[[Run], Awaitable[None]]
