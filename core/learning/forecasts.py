"""From the experts' outlooks to forecasts in the task's own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

from core.domain.forecast import CategoryForecast, Forecast, Interval, NumberForecast
from core.domain.task import Truth
from core.learning.categories import LabelCalibration
from core.learning.experts.expert import Outlook
from core.learning.numbers import LEVELS, NumberCalibration
from core.learning.scale import CLIP, LARGEST, TargetScale

EVERYWHERE = (-LARGEST, LARGEST)
"""The ends of a number that is on no scale."""
BENT_REACH = 2.0
"""Standardised steps beyond the taught ones that an answer on a bent scale may go."""
UNUSUAL = 3.5
"""So many robust standard deviations make a number suspect."""
NORMAL_MEDIAN = 0.6745
"""The median distance from a normal distribution's centre, in standard deviations."""
UNLIKELY = 4.0
"""A label is suspect when another was so many times as likely."""
_TIE = 12
"""Probabilities that agree to so many decimals are a tie, which the label's name decides."""


class Forecaster(Protocol):
    """Turns outlooks (one for each weighed expert, the rule's first) into forecasts."""

    @property
    def weights(self) -> NDArray[np.float64]:
        """The weight of each expert; shape (experts,)."""
        ...

    def forecasts(self, outlooks: Sequence[Outlook]) -> list[Forecast]:
        """Return the forecast of each row."""
        ...

    def log_likelihood(
        self, outlooks: Sequence[Outlook], truths: Sequence[Truth], *, left_out: bool
    ) -> NDArray[np.float64]:
        """Return the log-likelihood of each truth, in the target's unit; shape (rows,).

        Args:
            outlooks: of the rows.
            truths: what came.
            left_out: whether the rows are among those that count, and were left out.
        """
        ...

    def doubts(self, outlooks: Sequence[Outlook], truths: Sequence[Truth]) -> NDArray[np.float64]:
        """Return how wrong each left-out truth looks, from 1 on suspect; shape (rows,)."""
        ...

    def levels(
        self, outlooks: Sequence[Outlook], questions: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return each question's centre, or its probability of the first one's top label.

        Args:
            outlooks: of the rows.
            questions: how likely each question is each row; shape (questions, rows).
        """
        ...

    def pulls(
        self, outlooks: Sequence[Outlook], influences: Sequence[NDArray[np.float64]]
    ) -> NDArray[np.float64]:
        """Return how each lesson moves the level of a single question; shape (lessons,)."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberForecaster:
    """Forecasts of a number target."""

    scale: TargetScale
    calibration: NumberCalibration
    reach: tuple[float, float]
    """Where standardised answers end on a bent scale, and the straight part of another."""
    ends: tuple[float, float] = EVERYWHERE
    """The lowest and the highest answer there is, in the target's unit."""

    @property
    def weights(self) -> NDArray[np.float64]:
        """The weight of each expert."""
        return self.calibration.weights

    def forecasts(self, outlooks: Sequence[Outlook]) -> list[Forecast]:
        """Return the centre and the intervals of each row."""
        located = self.calibration.locate(outlooks)
        centers = self._possible(located.centers)
        halves = np.outer(self.calibration.halves, located.scales)
        lows, (middles,), highs = np.split(
            self._plain(np.concatenate([centers - halves, centers[None], centers + halves])),
            (len(LEVELS), len(LEVELS) + 1),
        )
        return [
            NumberForecast(
                center=float(center),
                intervals=tuple(
                    Interval(level=level, low=float(low), high=float(high))
                    for level, low, high in zip(LEVELS, lows[:, row], highs[:, row], strict=True)
                ),
            )
            for row, center in enumerate(middles)
        ]

    def log_likelihood(
        self, outlooks: Sequence[Outlook], truths: Sequence[Truth], *, left_out: bool
    ) -> NDArray[np.float64]:
        """Return the log density of each truth; being left out makes no difference."""
        del left_out
        numbers = np.array(truths, dtype=np.float64)
        located = self.calibration.locate(outlooks)
        z = self.scale.forward(numbers)
        return self.calibration.log_likelihood(located, z) + self.scale.log_slope(numbers)

    def doubts(self, outlooks: Sequence[Outlook], truths: Sequence[Truth]) -> NDArray[np.float64]:
        """Return how far off each number is beside what is usual, in unusual distances.

        The usual is the median, which some wrong numbers cannot move: tails fitted to them too
        would find them likely. A number is to be far off both on the scale on which it is
        learned, where the same error is more for a smaller one, and in the target's unit.

        Source: Iglewicz and Hoaglin 1993, "How to Detect and Handle Outliers", §3.3.
        """
        numbers = np.array(truths, dtype=np.float64)
        located = self.calibration.locate(outlooks)
        learned = np.abs(self.scale.forward(numbers) - located.centers) / located.scales
        plain = np.abs(numbers - self._plain(located.centers))
        usual = max(float(np.median(plain)), np.finfo(np.float64).tiny)
        nearer = np.minimum(learned / self.calibration.median, plain / usual)
        return nearer * NORMAL_MEDIAN / UNUSUAL

    def levels(
        self, outlooks: Sequence[Outlook], questions: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return each question's mean centre."""
        return questions @ self._plain(self.calibration.locate(outlooks).centers)

    def pulls(
        self, outlooks: Sequence[Outlook], influences: Sequence[NDArray[np.float64]]
    ) -> NDArray[np.float64]:
        """Return the centre minus the centre without each lesson."""
        center = self.calibration.locate(outlooks).centers
        moves = sum(
            (w * moved[:, 0] for w, moved in zip(self.weights, influences, strict=True)),
            np.zeros(1),
        )
        return self._plain(center) - self._plain(center - moves)

    def _possible(self, z: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return standardised centres where answers may lie; intervals are laid about these.

        So what holds a centre back makes nothing certain.
        """
        is_straight = self.scale.power == 1
        low, high = (-np.inf, np.inf) if is_straight else self.reach
        ends = np.array(self.ends)
        if is_straight:
            known = (ends - self.scale.center) / self.scale.scale
        else:
            known = self.scale.forward(ends)
        if self.ends[0] > -LARGEST:
            low = max(low, float(known[0]))
        if self.ends[1] < LARGEST:
            high = min(high, float(known[1]))
        return np.clip(z, low, high)

    def _plain(self, z: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return standardised numbers in the target's unit; a straight scale goes on for ever."""
        is_straight = self.scale.power == 1
        room = 0.0 if is_straight else BENT_REACH
        inner = np.clip(z, self.reach[0] - room, self.reach[1] + room)
        beyond = self.scale.scale * (z - inner) if is_straight else 0.0
        return np.clip(self.scale.inverse(inner) + beyond, *self.ends)


def reach(taught: NDArray[np.float64], scale: TargetScale) -> tuple[float, float]:
    """Return how far answers may go, given the standardised numbers that were taught.

    Within the scale's straight part a line may be followed beyond what was taught. Where a step
    multiplies the number, in the flattened ends or on a bent scale, it may not go (much) further.
    """
    beyond = CLIP if scale.power == 1 else BENT_REACH
    low, high = (float(taught.min()), float(taught.max())) if len(taught) else (0.0, 0.0)
    if scale.power == 1:
        return min(low, -beyond), max(high, beyond)
    return max(low - beyond, min(low, -CLIP)), min(high + beyond, max(high, CLIP))


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelForecaster:
    """Forecasts of a category target."""

    names: Sequence[str]
    """The labels in the order of the targets' columns."""
    counts: Mapping[str, int]
    """How many examples each taught label has."""
    new_share: float
    """Probability of a label that nobody taught; 0 where the labels are given."""
    calibration: LabelCalibration

    @property
    def weights(self) -> NDArray[np.float64]:
        """The weight of each expert."""
        return self.calibration.weights

    def forecasts(self, outlooks: Sequence[Outlook]) -> list[Forecast]:
        """Return the labels of each row with their probabilities, the likeliest first."""
        return [self._ranked(row) for row in self.calibration.probabilities(outlooks)]

    def log_likelihood(
        self, outlooks: Sequence[Outlook], truths: Sequence[Truth], *, left_out: bool
    ) -> NDArray[np.float64]:
        """Return the log probability of each truth, one that nobody (else) taught included."""
        columns = {name: column for column, name in enumerate(self.names)}
        known = 1.0 - self.new_share
        likely = [
            self.new_share
            if self._is_new(cast("str", truth), left_out=left_out)
            else known * row[columns[cast("str", truth)]]
            for row, truth in zip(self.calibration.probabilities(outlooks), truths, strict=True)
        ]
        return np.log(np.array(likely, dtype=np.float64))

    def doubts(self, outlooks: Sequence[Outlook], truths: Sequence[Truth]) -> NDArray[np.float64]:
        """Return how much likelier another label was, in unlikely odds; 0 for one taught once.

        Odds, since where many labels are wrong none is ever found unlikely for good.
        """
        likely = self.calibration.probabilities(outlooks)
        places = np.arange(len(truths)), [self.names.index(cast("str", one)) for one in truths]
        own = likely[places]
        likely[places] = 0.0
        once = [self._is_new(cast("str", truth), left_out=True) for truth in truths]
        return np.where(once, 0.0, likely.max(axis=1) / (UNLIKELY * own))

    def levels(
        self, outlooks: Sequence[Outlook], questions: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return each question's mean probability of the first one's top label."""
        found: NDArray[np.float64] = questions @ self.calibration.probabilities(outlooks)
        return found[:, _top(found[0], self.names)]

    def pulls(
        self, outlooks: Sequence[Outlook], influences: Sequence[NDArray[np.float64]]
    ) -> NDArray[np.float64]:
        """Return the top label's probability minus the same without each lesson."""
        found = self.calibration.probabilities(outlooks)[0]
        top = _top(found, self.names)
        without = [
            Outlook(centers=o.centers - moved, scales=np.ones(len(moved)), freedom=o.freedom)
            for o, moved in zip(outlooks, influences, strict=True)
        ]
        result: NDArray[np.float64] = found[top] - self.calibration.probabilities(without)[:, top]
        return result

    def _is_new(self, label: str, *, left_out: bool) -> bool:
        return self.new_share > 0 and self.counts.get(label, 0) <= int(left_out)

    def _ranked(self, row: NDArray[np.float64]) -> CategoryForecast:
        pairs = sorted(
            zip(self.names, row, strict=True), key=lambda pair: (-round(pair[1], _TIE), pair[0])
        )
        return CategoryForecast(probabilities=tuple((name, float(p)) for name, p in pairs))


def _top(row: NDArray[np.float64], names: Sequence[str]) -> int:
    return min(
        range(len(names)), key=lambda column: (-round(float(row[column]), _TIE), names[column])
    )
