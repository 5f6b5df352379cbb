"""Whether a candidate takes the live version's place: pure, so that it can be tried in tables."""

from enum import StrEnum
from typing import Final

from core.domain.version import Comparison

MIN_EXAMPLES: Final = 30
"""Below this a cross-fitted comparison says more of its folds than of the candidate."""

MIN_CONFIDENCE: Final = 0.90
"""The bootstrap probability asked for: nine in ten promotions are then real gains."""

CLEARLY_WORSE: Final = 0.10
"""At this confidence or less the live version is as surely the better one."""


class Judgement(StrEnum):
    """What became of a candidate, and why."""

    BETTER = "better"
    CLEANER = "cleaner"
    """Not clearly worse, and free of examples that were erased since the live version's fit."""
    TOO_FEW = "too few examples"
    NOT_BETTER = "not better"
    NOT_SURE = "not sure enough"

    @property
    def promotes(self) -> bool:
        """Whether the candidate goes live."""
        return self in {Judgement.BETTER, Judgement.CLEANER}


def accept(comparison: Comparison, *, live_has_traces: bool = False) -> Judgement:
    """Return what becomes of a candidate.

    A live version that was fitted on examples erased since has traces of them (category names,
    hyper-parameters): whoever had them erased is owed their end, so the candidate then needs only
    not to be clearly worse. A figure that is not a number never promotes.
    """
    if not comparison.examples >= MIN_EXAMPLES:
        return Judgement.TOO_FEW
    if comparison.gain > 0 and comparison.confidence >= MIN_CONFIDENCE:
        return Judgement.BETTER
    if live_has_traces and comparison.confidence > CLEARLY_WORSE:
        return Judgement.CLEANER
    return Judgement.NOT_SURE if comparison.gain > 0 else Judgement.NOT_BETTER
