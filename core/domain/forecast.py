"""Forecasts: what is predicted, how sure, from what; and what members say of it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from core.domain.fields import Values
from core.domain.identity import (
    CommunityId,
    ExampleId,
    FieldKey,
    MemberId,
    PredictionId,
    TaskId,
)
from core.domain.task import Truth
from core.errors import InvalidValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A range that holds the truth with a probability of ``level``, in the target's unit."""

    level: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not (0 < self.level < 1 and self.low <= self.high):
            raise InvalidValue(f"An interval needs 0 < level < 1 and low <= high, not {self}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberForecast:
    """A number and the ranges around it."""

    center: float
    intervals: tuple[Interval, ...]

    def __post_init__(self) -> None:
        if not math.isfinite(self.center):
            raise InvalidValue(f"A forecast must be finite, not {self.center!r}.")

    def interval(self, level: float = 0.8) -> Interval:
        """Return the interval of this level."""
        return next(i for i in self.intervals if math.isclose(i.level, level))


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryForecast:
    """Labels with their probabilities, the likeliest first; they sum to 1."""

    probabilities: tuple[tuple[str, float], ...]

    def __post_init__(self) -> None:
        total = math.fsum(p for _, p in self.probabilities)
        if not self.probabilities or not math.isclose(total, 1.0, abs_tol=1e-6):
            raise InvalidValue(f"Probabilities must sum to 1, not {total!r}.")

    @property
    def top(self) -> str:
        """The likeliest label."""
        return self.probabilities[0][0]

    def probability(self, label: str) -> float:
        """Return the label's probability; 0 for one never taught."""
        return dict(self.probabilities).get(label, 0.0)


Forecast: TypeAlias = NumberForecast | CategoryForecast


def best_guess(forecast: Forecast) -> Truth:
    """Return the single answer: the centre, or the likeliest label."""
    return forecast.center if isinstance(forecast, NumberForecast) else forecast.top


class Basis(StrEnum):
    """What an answer rests on."""

    MODEL = "model"
    MEDIAN = "median"
    MOST_FREQUENT = "most frequent"
    NEAREST = "nearest example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """A taught example that resembles the question; 1 is the same, 0 has nothing in common."""

    example: ExampleId
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A forecast and where it comes from."""

    forecast: Forecast
    basis: Basis
    version: int
    """The version that answered; 0 before the first retraining was promoted."""
    examples: int
    """How many examples it counts."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """How much each expert counts, by name; they sum to 1 where the model answers."""
    similar: tuple[Similar, ...] = ()
    familiarity: float | None = None
    """The share of the taught examples that lie farther from the rest than the question does; near
    0 it is unlike anything taught. None while too few were taught to say."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "weights", MappingProxyType(dict(self.weights)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """How much an example moves an answer: the answer with it minus the answer without it.

    In the target's unit for numbers, in probability of the answer's top label for categories.
    """

    example: ExampleId
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEffect:
    """How much a field moves an answer: as asked minus with this field missing (units as Pull)."""

    key: FieldKey
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an answer is what it is: the strongest first."""

    pulls: tuple[Pull, ...]
    effects: tuple[FieldEffect, ...]


class Verdict(StrEnum):
    """What a member says of a prediction."""

    RIGHT = "right"
    WRONG = "wrong"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What a member said of a prediction, and the example that a true value became."""

    prediction_id: PredictionId
    member: MemberId
    verdict: Verdict
    example: ExampleId | None = None
    given_at: datetime


OF_ANOTHER = " of "
"""Parts a source from the author of the message that a question or a lesson is about."""


def source_of(delivery: str | None, author: MemberId | None) -> str | None:
    """Return where something came from, with who wrote it where that was another member."""
    return delivery if author is None else f"{delivery}{OF_ANOTHER}{author}"


def author_in(source: str | None) -> MemberId | None:
    """Return who wrote what came from a source, where that was another member."""
    _, parting, author = (source or "").rpartition(OF_ANOTHER)
    return MemberId(author) if parting else None


class Audience(StrEnum):
    """Who was shown an answer, and so may speak of it by its number."""

    ASKER = "asker"
    MODERATORS = "moderators"
    """The asker sent it to the moderators' channel."""
    EVERYONE = "everyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that was asked, to be saved with its answer."""

    community: CommunityId
    task_id: TaskId
    asked_by: MemberId
    values: Values
    text: str = ""
    """The sentence that the values were read from."""
    source: str | None = None
    audience: Audience = Audience.ASKER
    place: str | None = None
    """The channel or thread where everyone reads the answer.

    None where there is but one place, and for answers from before it was stored.
    """

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))

    @property
    def author(self) -> MemberId | None:
        """Who wrote the message that it is about, where that is another member."""
        return author_in(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """When, where and in which language it is asked how something turned out."""

    due_at: datetime
    place: str | None = None
    """The channel; None where only who asked is asked."""
    locale: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """A stored answer."""

    id: PredictionId
    number: int
    """What people call it: ``?7``, counted within the community."""
    question: Question
    answer: Answer
    answered_at: datetime
