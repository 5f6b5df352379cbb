"""What reading needs to know of a task, and what it gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from core.domain.fields import Field, Value
from core.domain.identity import FieldKey
from core.domain.task import Target, Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a task has seen, so that a sentence can be understood."""

    categories: Mapping[FieldKey, Sequence[str]] = field(default_factory=dict)
    """The values seen in each category field."""
    numbers: Mapping[FieldKey, Sequence[float]] = field(default_factory=dict)
    """The numbers seen in each number field."""
    labels: Sequence[str] = ()
    """The labels seen of a category target."""
    targets: Sequence[float] = ()
    """The targets seen of a number target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Something that can be read in several ways; whoever wrote it is asked which is meant."""

    field: FieldKey | None
    """None means the target."""
    text: str
    """As typed."""
    readings: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A sentence as values."""

    values: Mapping[FieldKey, Value]
    target: Truth | None = None
    """Only ever of a lesson."""
    unclear: tuple[Unclear, ...] = ()
    leftover: str = ""
    """The words that nothing was read from; empty where they became the text field's value."""
    ignored: tuple[str, ...] = ()
    """Numbers, dates and named values that fitted no field, as typed."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A task as its first lesson shows it."""

    fields: tuple[Field, ...]
    target: Target
    values: Mapping[FieldKey, Value]
    truth: Truth

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))
