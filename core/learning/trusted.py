"""What answers: the experts without the lessons that are odd, and the forecaster they earn."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.learning.experts.expert import Batch, Lessons, Outlook, joined
from core.learning.forecasts import Forecaster
from core.learning.mixture import Mixture
from core.learning.odd import odd_ones
from core.learning.targets import Targets

PASSES = 3
"""What is odd is seen better without what is odd; so often it is looked for at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trusted:
    """Experts that know no odd lesson, and how their outlooks become forecasts."""

    mixture: Mixture
    forecaster: Forecaster
    odd: frozenset[int]
    """The ids of the lessons set aside."""

    def left_out(self, lessons: Lessons, count: int) -> list[Outlook]:
        """Return what each of the first ``count`` experts says of each lesson without it."""
        return _left_out(self.mixture, lessons, _are_among(self.odd, lessons), count)

    def influence(self, question: Batch, lessons: Lessons) -> list[NDArray[np.float64]]:
        """Return how each lesson moves each expert's outlook: an odd one not at all."""
        is_odd = _are_among(self.odd, lessons)
        some = lessons.pick(np.flatnonzero(~is_odd)) if is_odd.any() else lessons
        moves = self.mixture.influence(question, some, self.forecaster.weights)
        return [_spread(found, ~is_odd) for found in moves]


class Trust:
    """Finds what is odd among the newest lessons, and keeps the experts that do not know it.

    What is odd follows from the lessons alone, not from how they came. Where none is odd nothing is
    kept: the experts that know all are those that answer.
    """

    def __init__(self, strain: float) -> None:
        self._strain = strain
        self._without: dict[frozenset[int], Mixture] = {}
        """The experts without some lessons, which follow what is taught."""

    def observe(self, lessons: Lessons) -> None:
        """Condition what is kept on these lessons as well."""
        for mixture in self._without.values():
            mixture.observe(lessons)

    def forget(self, lessons: Lessons) -> None:
        """Condition nothing that is kept on these lessons any longer."""
        gone = set(lessons.ids.tolist())
        self._without = {odd: one for odd, one in self._without.items() if odd.isdisjoint(gone)}
        for mixture in self._without.values():
            mixture.forget(lessons)

    def of(self, mixture: Mixture, recent: Lessons, count: int, targets: Targets) -> Trusted:
        """Return what of the experts is to answer.

        Args:
            mixture: the experts that know all lessons.
            recent: the newest lessons.
            count: how many of the experts may answer.
            targets: the lessons' truths.
        """
        used: dict[frozenset[int], Mixture] = {}
        odd: frozenset[int] = frozenset()
        for _ in range(PASSES):
            used[odd] = self._mixture_without(odd, mixture, recent)
            trusted, doubts = self._judged(used[odd], odd, recent, count, targets)
            found = recent.ids[odd_ones(doubts, recent.batch.rows)]
            if frozenset(found.tolist()) == odd:
                break
            odd = frozenset(found.tolist())
        self._without = {one: experts for one, experts in used.items() if one}
        return trusted

    def mixture_of(self, odd: frozenset[int], mixture: Mixture) -> Mixture:
        """Return the experts without lessons that were found odd, given those that know all."""
        return self._without[odd] if odd else mixture

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._strain)
        other._without = {odd: mixture.copy() for odd, mixture in self._without.items()}
        return other

    def _mixture_without(self, odd: frozenset[int], mixture: Mixture, recent: Lessons) -> Mixture:
        if not odd or odd in self._without:
            return self.mixture_of(odd, mixture)
        rest = mixture.copy()
        rest.forget(recent.pick(np.flatnonzero(_are_among(odd, recent))))
        return rest

    def _judged(
        self, mixture: Mixture, odd: frozenset[int], recent: Lessons, count: int, targets: Targets
    ) -> tuple[Trusted, NDArray[np.float64]]:
        """Return what answers without some lessons, and how it doubts each of the newest."""
        columns, is_odd = recent.targets.cpu().numpy(), _are_among(odd, recent)
        outlooks = _left_out(mixture, recent, is_odd, count)
        known = targets.without(columns[is_odd])
        kept = [o.where(~is_odd) for o in outlooks] if odd else outlooks
        forecaster = known.forecaster(kept, columns[~is_odd], self._strain)
        doubts = known.doubts(forecaster, outlooks, columns)
        return Trusted(mixture=mixture, forecaster=forecaster, odd=odd), doubts


def _left_out(
    mixture: Mixture, lessons: Lessons, is_odd: NDArray[np.bool_], count: int
) -> list[Outlook]:
    """Return what the experts, which do not know the odd ones, say of each lesson without it."""
    if not is_odd.any():
        return mixture.leave_one_out(lessons, count)
    kept, odd = (lessons.pick(np.flatnonzero(some)) for some in (~is_odd, is_odd))
    strange = [expert.predict(odd.batch) for expert in mixture.experts[:count]]
    if not len(kept):
        return strange
    usual = mixture.leave_one_out(kept, count)
    order = np.argsort(np.argsort(is_odd, kind="stable"))
    return [joined(pair).where(order) for pair in zip(usual, strange, strict=True)]


def _are_among(odd: Collection[int], lessons: Lessons) -> NDArray[np.bool_]:
    return np.isin(lessons.ids, list(odd))


def _spread(found: NDArray[np.float64], kept: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return what was found of the kept lessons, with zeros for the others."""
    moves = np.zeros((len(kept), *found.shape[1:]))
    moves[kept] = found
    return moves
