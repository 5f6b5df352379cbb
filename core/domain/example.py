"""Examples: what members teach."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from core.domain.fields import Values
from core.domain.identity import ExampleId, MemberId, TaskId
from core.domain.task import Truth
from core.errors import InvalidValue


class ExampleStatus(StrEnum):
    """Whether an example counts."""

    ACTIVE = "active"
    HELD = "held"
    """Waits for its teacher to confirm a value far outside what the task has seen."""
    WITHDRAWN = "withdrawn"
    """Taken back; kept so that it can be restored."""
    ERASED = "erased"
    """Nothing is left of it but its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """What the bot would have answered right before it learned an example: its honest record."""

    answer: Truth
    naive: Truth
    """What the running median, or the most frequent label so far, would have answered."""
    low: float | None = None
    """80 % interval, in the target's unit; numbers only."""
    high: float | None = None
    confidence: float | None = None
    """Probability it gave its answer; categories only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Something to be saved as an example."""

    task_id: TaskId
    author: MemberId
    values: Values
    target: Truth
    status: ExampleStatus = ExampleStatus.ACTIVE
    source: str | None = None
    """The message or interaction that it came from; one lesson is stored for each."""
    foretold: Foretold | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Field values and the true target, taught by a member."""

    id: ExampleId
    number: int
    """What people call it: ``#41``, counted within the community."""
    task_id: TaskId
    author: MemberId | None
    values: Values = field(default_factory=dict)
    target: Truth | None
    status: ExampleStatus
    revision: int
    """Grows with each change of any example of the task."""
    taught_at: datetime
    source: str | None = None
    foretold: Foretold | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))
        erased = self.status is ExampleStatus.ERASED
        if (self.target is None) != erased or (erased and (self.values or self.author)):
            raise InvalidValue("An example has a target and an author unless it is erased.")

    @property
    def counts(self) -> bool:
        """Whether the learner learns from it."""
        return self.status is ExampleStatus.ACTIVE

    @property
    def stands(self) -> bool:
        """Whether it counts, or waits to be confirmed."""
        return self.status in (ExampleStatus.ACTIVE, ExampleStatus.HELD)
