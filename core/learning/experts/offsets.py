"""Offsets that make labels' scores alike high on average, whichever label is the truth."""

from collections.abc import Mapping
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.learning.experts.expert import Arrays, Lessons

MOST_JUDGED = 1_000
"""More lessons than these hardly move the offsets, and cost."""
SHY = 4.0
"""Lessons of a label after which half of its offset is believed."""
LARGEST = 1e3
"""No offset is anywhere near."""


class Offsets:
    """What is added to the score of each label of a fit.

    A label whose texts are long, or like one another, scores higher for any text than one whose
    texts are short or of many kinds. What each scores on average in the leave-one-out record tells
    by how much. Found in a fit, and then fixed.
    """

    def __init__(self, by_code: Mapping[int, float]) -> None:
        self._by_code = by_code

    @classmethod
    def fit(cls, scores: NDArray[np.float64], lessons: Lessons) -> Self:
        """Return the offsets for scores of lessons left out; shape (lessons, labels)."""
        targets = lessons.targets.cpu().numpy()
        counts = targets.sum(axis=0)
        beside = scores - scores.mean(axis=1, keepdims=True)
        taught = counts > 0
        means = (targets.T @ beside)[taught] / counts[taught, None]
        found = -counts / (counts + SHY) * means.mean(axis=0)
        return cls(dict(zip(lessons.codes.tolist(), found.tolist(), strict=False)))

    def of(self, codes: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the offset of each label by its code; 0 for one that the fit did not know."""
        return np.array([self._by_code.get(code, 0.0) for code in codes.tolist()])

    def save(self) -> Arrays:
        """Return the offsets and the codes of their labels."""
        return {
            "labels": np.array(list(self._by_code), dtype=np.int64),
            "offsets": np.array(list(self._by_code.values()), dtype=np.float64),
        }

    @classmethod
    def load(cls, arrays: Arrays) -> Self:
        """Return saved offsets.

        Raises:
            KeyError: an array is missing.
            ValueError: the arrays do not suit each other, or are out of all proportion.
        """
        labels = np.asarray(arrays["labels"], dtype=np.int64)
        offsets = np.asarray(arrays["offsets"], dtype=np.float64)
        if labels.ndim != 1 or labels.shape != offsets.shape:
            raise ValueError("there is one offset for each label")
        if np.any(np.abs(offsets) > LARGEST):
            raise ValueError("the labels' offsets are out of all proportion")
        return cls(dict(zip(labels.tolist(), offsets.tolist(), strict=True)))
