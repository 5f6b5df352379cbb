"""Forecasts of categories: experts' scores as probabilities, by their honest record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.learning.experts.expert import Outlook
from core.learning.stacking import stacking_weights

_TEMPERS = 2.0 ** np.arange(-3.0, 4.01, 0.5)
"""Factors on the scores, the inverse of a temperature."""
_UNIT = int(np.flatnonzero(_TEMPERS == 1.0)[0])
_CAUTION = 0.5 * np.square(np.log2(_TEMPERS) / 2.0)
"""What each factor has to earn, in nats: the experts' own scale is right within a factor of 4."""
FLOOR = 10.0
"""The label frequencies have at least a weight of 1 / (examples + this)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelCalibration:
    """What the honest record of the experts says of their scores."""

    weights: NDArray[np.float64]
    """Shape (experts,); they sum to 1."""
    tempers: NDArray[np.float64]
    """Factor on each expert's scores; shape (experts,)."""
    floor: float
    """Weight of the label frequencies (the first expert's own) beneath the mixture."""
    balance: NDArray[np.float64] | float = 1.0
    """Factor on each label's probability, as if labels were taught alike often; (labels,)."""

    @classmethod
    def fit(
        cls,
        outlooks: Sequence[Outlook],
        truths: NDArray[np.int64],
        examples: int,
        strain: float,
        balance: NDArray[np.float64] | float = 1.0,
    ) -> Self:
        """Return the calibration for leave-one-out outlooks and the columns that came.

        Args:
            outlooks: the label frequencies' first.
            truths: shape (rows,).
            examples: how many count in all.
            strain: by how much the record flatters the scores.
            balance: factor on each label's probability; shape (labels,).
        """
        tempers, densities = [], []
        for outlook in outlooks:
            heights = _log_likelihoods(outlook.centers, truths)
            best = int(np.argmax(heights.sum(axis=1) - _CAUTION))
            temper = _refined(outlook.centers, truths, best) if len(truths) else _TEMPERS[_UNIT]
            tempers.append(float(temper) / strain)
            densities.append(heights[best])
        weights = stacking_weights(np.stack(densities, axis=1))
        return cls(
            weights=weights,
            tempers=np.array(tempers),
            floor=1.0 / (examples + FLOOR),
            balance=balance,
        )

    def probabilities(self, outlooks: Sequence[Outlook]) -> NDArray[np.float64]:
        """Return the probability of each label; shape (rows, labels)."""
        parts = zip(self.weights, self.tempers, outlooks, strict=True)
        mixed = sum(
            (w * np.exp(_log_softmax(o.centers * temper)) for w, temper, o in parts if w > 0),
            np.zeros(1),
        )
        frequencies = np.exp(_log_softmax(outlooks[0].centers))
        natural = (1.0 - self.floor) * mixed + self.floor * frequencies
        result: NDArray[np.float64] = natural * self.balance
        return result / result.sum(axis=1, keepdims=True)


def even(counts: Sequence[int]) -> NDArray[np.float64]:
    """Return the factor on each label's probability under which labels are alike frequent.

    Source: Saerens, Latinne and Decaestecker 2002, "Adjusting the Outputs of a Classifier to New
    a Priori Probabilities", §2.2.
    """
    taught = np.array(counts, dtype=np.float64)
    usual = taught.sum() / max(int((taught > 0).sum()), 1)
    return np.where(taught > 0, usual / np.maximum(taught, 1.0), 1.0)


def new_label_share(counts: Sequence[int]) -> float:
    """Return the probability that the next label is one that nobody taught.

    Source: Good 1953 (the share of labels seen once), with one imagined new label.
    """
    return (sum(count == 1 for count in counts) + 1.0) / (sum(counts) + 2.0)


def _log_likelihoods(scores: NDArray[np.float64], truths: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return each truth's log softmax under each temper; shape (tempers, rows).

    Two tempers on, the exponentials are the squares of what they were.
    """
    shifted = scores - scores.max(axis=1, keepdims=True)
    heights = np.outer(_TEMPERS, shifted[np.arange(len(truths)), truths])
    for first in (0, 1):
        # Single precision is several times faster, and a temper need not be sharper.
        powers = np.exp(_TEMPERS[first] * shifted.astype(np.float32)).astype(np.float64)
        for place in range(first, len(_TEMPERS), 2):
            heights[place] -= np.log(powers.sum(axis=1))
            np.multiply(powers, powers, out=powers)
    return heights


def _refined(scores: NDArray[np.float64], truths: NDArray[np.int64], best: int) -> float:
    """Return the likeliest of a temper and those half a step beside it.

    The steps alone are too coarse: one of them is the difference between 91 % and 95 %.
    """
    rows = np.arange(len(truths))

    def merit(temper: float) -> float:
        caution = 0.5 * np.square(np.log2(temper) / 2.0)
        return float(_log_softmax(scores * temper)[rows, truths].sum() - caution)

    half = 2.0**0.25
    around = (_TEMPERS[best], _TEMPERS[best] / half, _TEMPERS[best] * half)
    return float(max(around, key=merit))


def _log_softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    shifted = scores - scores.max(axis=1, keepdims=True)
    result: NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result
