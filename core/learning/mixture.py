"""The mixture: any number of experts, conditioned together."""

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.learning.experts.centroid import CentroidExpert
from core.learning.experts.contrast import ContrastExpert
from core.learning.experts.discriminant import DiscriminantExpert
from core.learning.experts.expert import Batch, Expert, FitContext, Lessons, Outlook
from core.learning.experts.fourier import FourierExpert
from core.learning.experts.kernel import KernelExpert
from core.learning.experts.letters import LettersExpert
from core.learning.experts.linear import LinearExpert
from core.learning.experts.naive_bayes import NaiveBayesExpert
from core.learning.experts.network import NetworkExpert
from core.learning.experts.ratings import LevelExpert, TasteExpert
from core.learning.experts.rule import RuleExpert
from core.learning.experts.trees import TreesExpert
from core.learning.familiarity import MeasuresNearness

EXPERTS: tuple[type[Expert], ...] = (
    RuleExpert,
    CentroidExpert,
    LinearExpert,
    LettersExpert,
    FourierExpert,
    KernelExpert,
    LevelExpert,
    TasteExpert,
    DiscriminantExpert,
    NaiveBayesExpert,
    ContrastExpert,
    TreesExpert,
    NetworkExpert,
)
"""Every kind of expert. The rule comes first: it answers before the others can; then those that
are to be believed most while there is no record of any."""
FORMER: tuple[type[Expert], ...] = (FourierExpert,)
"""Kinds that no longer pay: none is fitted, and those of earlier fits answer as before."""
FOR_RATINGS: tuple[type[Expert], ...] = (LevelExpert, TasteExpert)


def experts_for(context: FitContext) -> list[type[Expert]]:
    """Return the kinds of experts that are fitted for a task, the rule first."""
    return [kind for kind in experts_of_any_fit(context) if kind not in FORMER]


def experts_of_any_fit(context: FitContext) -> list[type[Expert]]:
    """Return the kinds of experts that a fit of now or earlier may have, the rule first.

    Where members rate items the experts made for that know all that the others do, and the
    others' record flatters them: with a column for each member and item they fit what they saw.
    """
    suited = [kind for kind in EXPERTS if kind.suits(context)]
    special = [kind for kind in suited if kind in FOR_RATINGS]
    return [RuleExpert, *special] if special else suited


class Mixture:
    """Experts that are shown the same; how they are weighed is the forecaster's business."""

    def __init__(self, experts: Sequence[Expert]) -> None:
        self.experts = tuple(experts)
        able = [expert for expert in self.experts if isinstance(expert, MeasuresNearness)]
        self.measurer: MeasuresNearness | None = able[0] if able else None
        """The expert that best knows how near a question is to what was taught, if any does."""

    @property
    def rule(self) -> Expert:
        """The expert that answers before the others can."""
        return self.experts[0]

    def observe(self, lessons: Lessons) -> None:
        """Condition every expert on the lessons as well."""
        for expert in self.experts:
            expert.observe(lessons)

    def forget(self, lessons: Lessons) -> None:
        """Condition no expert on these lessons any longer."""
        for expert in self.experts:
            expert.forget(lessons)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only."""
        for expert in self.experts:
            expert.keep_targets(columns)

    def predict(self, batch: Batch, weights: NDArray[np.float64]) -> list[Outlook]:
        """Return the outlook of each expert that is weighed.

        One without weight is not asked: the rule's outlook stands in its place.
        """
        outlook = self.rule.predict(batch)
        pairs = zip(self.experts[1:], weights[1:], strict=False)
        return [outlook, *(e.predict(batch) if weight > 0 else outlook for e, weight in pairs)]

    def leave_one_out(self, lessons: Lessons, count: int) -> list[Outlook]:
        """Return what each of the first ``count`` experts says of each lesson without it."""
        return [expert.leave_one_out(lessons) for expert in self.experts[:count]]

    def influence(
        self, question: Batch, lessons: Lessons, weights: NDArray[np.float64]
    ) -> list[NDArray[np.float64]]:
        """Return how each lesson moves each weighed expert's outlook on a single question."""
        first = self.rule.influence(question, lessons)
        pairs = zip(self.experts[1:], weights[1:], strict=False)
        return [first, *(e.influence(question, lessons) if w > 0 else first for e, w in pairs)]

    def copy(self) -> Self:
        """Return an independent copy."""
        return type(self)([expert.copy() for expert in self.experts])
