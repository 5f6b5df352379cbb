"""The target's side of learning: truths as columns, and the forecaster that their record earns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol, Self, cast

import numpy as np
from numpy.typing import NDArray

from core.domain.task import Target, TargetKind, Truth
from core.learning.categories import LabelCalibration, even, new_label_share
from core.learning.experts.expert import Outlook
from core.learning.forecasts import (
    EVERYWHERE,
    NORMAL_MEDIAN,
    UNUSUAL,
    Forecaster,
    LabelForecaster,
    NumberForecaster,
    reach,
)
from core.learning.numbers import NumberCalibration
from core.learning.scale import LARGEST, TargetScale

LEAST_NUMBERS = 3
"""With fewer examples the median answers: a line through two points knows no doubt."""
LEAST_LABELS = 2
"""With fewer labels there is nothing to tell apart."""


WHOLE = 100.0
"""Percent: where no truth is above it, a share is meant and no growth."""
PERCENT = frozenset({"%", "％", "percent", "per cent"})
"""The units of percentages, in folded case."""


class Targets(Protocol):
    """Truths as columns of numbers, counted."""

    @property
    def is_ready(self) -> bool:
        """Whether there is enough for the model to answer in the rule's place."""
        ...

    @property
    def labels(self) -> Sequence[str]:
        """The label of each column; empty for a number's."""
        ...

    def add(self, truths: Sequence[Truth]) -> NDArray[np.float64]:
        """Count truths and return their columns; shape (truths, outputs)."""
        ...

    def remove(self, truths: Sequence[Truth]) -> list[int] | None:
        """Uncount truths; return the columns to keep where some are of no use any more."""
        ...

    def forecaster(
        self, outlooks: Sequence[Outlook], columns: NDArray[np.float64], strain: float
    ) -> Forecaster:
        """Return what the leave-one-out outlooks on these counted truths earn the experts.

        Args:
            outlooks: of each expert, the rule's first.
            columns: what came; shape (truths, outputs).
            strain: how much wider or softer forecasts must be than this record claims.
        """
        ...

    def doubts(
        self, forecaster: Forecaster, outlooks: Sequence[Outlook], columns: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return how wrong each of some counted truths looks, where it may be odd; else 0."""
        ...

    def without(self, columns: NDArray[np.float64]) -> Self:
        """Return what these truths were never counted by; shape (truths, outputs)."""
        ...

    def copy(self) -> Self:
        """Return an independent copy."""
        ...


def learned_as(target: Target) -> TargetKind:
    """Return what the experts take a target for: a rating is a number to them."""
    return TargetKind.NUMBER if target.kind.is_number else TargetKind.CATEGORY


def targets_of(target: Target, scale: TargetScale) -> Targets:
    """Return the target's side, nothing counted yet; the scale is for numbers only."""
    if target.scale:
        return NumberTargets(scale, (target.scale.low, target.scale.high))
    if target.kind.is_number:
        return NumberTargets(scale, natural=(0.0, _most(target.unit)))
    return LabelTargets(target.labels, is_balanced=target.is_balanced)


class NumberTargets:
    """One column: the standardised number."""

    def __init__(
        self,
        scale: TargetScale,
        ends: tuple[float, float] = EVERYWHERE,
        *,
        natural: tuple[float, float] = EVERYWHERE,
    ) -> None:
        """Count nothing yet.

        Args:
            scale: of the numbers.
            ends: where answers end whatever was taught.
            natural: where they end, each while no truth lies beyond it: what is counted or costs
                is not below zero, nor is a share above the whole.
        """
        self._scale = scale
        self._ends, self._natural = ends, natural
        self._count = 0
        self._beyond = np.zeros(2, dtype=np.int64)
        """How many truths lie below and above the natural ends."""

    @property
    def is_ready(self) -> bool:
        """Whether there are three numbers."""
        return self._count >= LEAST_NUMBERS

    @property
    def labels(self) -> Sequence[str]:
        """The only column's, which has none."""
        return ("",)

    def add(self, truths: Sequence[Truth]) -> NDArray[np.float64]:
        """Count numbers and return them standardised."""
        self._count += len(truths)
        self._beyond += self._beyond_natural(truths)
        return self._scale.forward(np.array(truths, dtype=np.float64))[:, None]

    def remove(self, truths: Sequence[Truth]) -> None:
        """Uncount numbers."""
        self._count -= len(truths)
        self._beyond -= self._beyond_natural(truths)

    def forecaster(
        self, outlooks: Sequence[Outlook], columns: NDArray[np.float64], strain: float
    ) -> Forecaster:
        """Return the forecaster; a single example has no record, for nothing comes before it."""
        known = columns[:, 0] if self._count > 1 else np.empty(0)
        if self._count <= 1:
            outlooks = [
                Outlook(centers=o.centers[:0], scales=o.scales[:0], freedom=o.freedom)
                for o in outlooks
            ]
        calibration = NumberCalibration.fit(outlooks, known, strain)
        return NumberForecaster(
            scale=self._scale,
            calibration=calibration,
            reach=reach(columns[:, 0], self._scale),
            ends=self._ends_now(),
        )

    def doubts(
        self, forecaster: Forecaster, outlooks: Sequence[Outlook], columns: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return how far off each is on the scale on which it is learned, where it pulls.

        A record of next to no error does not make what is a little off odd: the usual is at least
        what the experts themselves claim.
        """
        if not self.is_ready or not isinstance(forecaster, NumberForecaster):
            return np.zeros(len(columns))
        located = forecaster.calibration.locate(outlooks)
        usual = max(forecaster.calibration.median, NORMAL_MEDIAN)
        found: NDArray[np.float64] = np.abs(columns[:, 0] - located.centers) / located.scales
        return found * NORMAL_MEDIAN / (UNUSUAL * usual)

    def without(self, columns: NDArray[np.float64]) -> Self:
        """Return what these truths were never counted by."""
        other = self.copy()
        other._count -= len(columns)
        low, high = self._scale.forward(np.array(self._natural))
        other._beyond -= [int((columns < low).sum()), int((columns > high).sum())]
        return other

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._scale, self._ends, natural=self._natural)
        other._count, other._beyond = self._count, self._beyond.copy()
        return other

    def _ends_now(self) -> tuple[float, float]:
        low, high = self._ends
        below, above = self._beyond
        return (
            low if below else max(low, self._natural[0]),
            high if above else min(high, self._natural[1]),
        )

    def _beyond_natural(self, truths: Sequence[Truth]) -> NDArray[np.int64]:
        """Return how many of the numbers lie below and above the natural ends."""
        numbers = np.array(truths, dtype=np.float64)
        low, high = self._natural
        return np.array([(numbers < low).sum(), (numbers > high).sum()], dtype=np.int64)


def _most(unit: str | None) -> float:
    """Return the most that a number of this unit may be, unless more is taught."""
    return WHOLE if unit is not None and unit.casefold() in PERCENT else LARGEST


class LabelTargets:
    """A column for each label: the options of the task, and every label that counts."""

    def __init__(self, options: Iterable[str], *, is_balanced: bool) -> None:
        self._options = frozenset(options)
        self._is_balanced = is_balanced
        self._columns = {label: column for column, label in enumerate(sorted(self._options))}
        self._counts: Counter[str] = Counter()

    @property
    def is_ready(self) -> bool:
        """Whether two labels have an example."""
        return len(self._counts) >= LEAST_LABELS

    @property
    def labels(self) -> Sequence[str]:
        """The label of each column."""
        return list(self._columns)

    def add(self, truths: Sequence[Truth]) -> NDArray[np.float64]:
        """Count labels and return them one-hot; a new one gets a new last column."""
        labels = cast("Sequence[str]", truths)
        for label in labels:
            self._columns.setdefault(label, len(self._columns))
        self._counts.update(labels)
        hot = np.zeros((len(labels), len(self._columns)))
        hot[np.arange(len(labels)), [self._columns[label] for label in labels]] = 1.0
        return hot

    def remove(self, truths: Sequence[Truth]) -> list[int] | None:
        """Uncount labels; return the columns to keep where a label is gone."""
        self._counts.subtract(cast("Sequence[str]", truths))
        self._counts = +self._counts
        names = [x for x in self._columns if x in self._counts or x in self._options]
        if len(names) == len(self._columns):
            return None
        kept = [self._columns[label] for label in names]
        self._columns = {label: column for column, label in enumerate(names)}
        return kept

    def forecaster(
        self, outlooks: Sequence[Outlook], columns: NDArray[np.float64], strain: float
    ) -> Forecaster:
        """Return the forecaster; a label's only example teaches it, but is no trial of it."""
        names = list(self._columns)
        again = np.array([self._counts[name] > 1 or name in self._options for name in names])
        truths = columns.argmax(axis=1)
        tried = again[truths]
        tried_outlooks = [
            Outlook(centers=o.centers[tried], scales=o.scales[tried], freedom=o.freedom)
            for o in outlooks
        ]
        total = self._counts.total()
        is_open = not self._options
        balance = even([self._counts[name] for name in names]) if self._is_balanced else 1.0
        return LabelForecaster(
            names=names,
            counts=dict(self._counts),
            new_share=new_label_share(list(self._counts.values())) if is_open else 0.0,
            calibration=LabelCalibration.fit(tried_outlooks, truths[tried], total, strain, balance),
        )

    def doubts(
        self, forecaster: Forecaster, outlooks: Sequence[Outlook], columns: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return none: how often the rarer labels come is what they tell."""
        del forecaster, outlooks
        return np.zeros(len(columns))

    def without(self, columns: NDArray[np.float64]) -> Self:
        """Return this: no label is ever odd."""
        del columns
        return self

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._options, is_balanced=self._is_balanced)
        other._columns = dict(self._columns)
        other._counts = Counter(self._counts)
        return other
