"""What reading needs to know of a task, and what it gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
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


class Doubt(StrEnum):
    """Why something has to be asked."""

    SEVERAL = "several"
    """It can mean several things."""
    NEAR = "near"
    """It is close to something known, and equal to nothing."""
    UNLISTED = "unlisted"
    """It is none of those that are allowed."""
    LEFT = "left"
    """Nobody said what it is, and one field is left that it could be."""
    UNREADABLE = "unreadable"
    """The field was named, and what stands beside its name is nothing that it can hold."""
    ASKED = "asked"
    """A question mark stands behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Something that can be read in several ways; whoever wrote it is asked which is meant."""

    field: FieldKey | None
    """None means the target."""
    text: str
    """As typed."""
    readings: tuple[Value, ...]
    why: Doubt = Doubt.SEVERAL
    is_named: bool = True
    """Whether the field was named, or the words stand in its place."""
    text_field: FieldKey | None = None
    """The text field that holds the words unless they are taken for this field."""
    text_without: str = ""
    """What that text field holds without the words."""
    apart: tuple[str, ...] = ()
    """The words of each reading, where they stand apart: of those not meant nothing is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A sentence as values."""

    values: Mapping[FieldKey, Value]
    target: Truth | None = None
    """Only ever of a lesson."""
    unclear: tuple[Unclear, ...] = ()
    offers: tuple[Unclear, ...] = ()
    """What may be meant, yet was not said: nothing of it is taken unasked."""
    unread: tuple[str, ...] = ()
    """What nothing was read from, as typed; no words that became the text field's value."""

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
