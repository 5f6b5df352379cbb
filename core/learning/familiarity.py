"""How far a question lies from what was taught, beside how far what was taught lies from the rest.

Source: the rank of a strangeness among those of left-out examples is that of conformal anomaly
detection (Laxhammar and Falkman 2010).
"""

from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from core.learning.experts.expert import Batch, Lessons

LEAST = 20
"""With fewer examples none is known to be strange."""


@runtime_checkable
class MeasuresNearness(Protocol):
    """An expert that can say how near rows are to what it observed; higher is nearer."""

    def nearness(self, batch: Batch) -> NDArray[np.float64]:
        """Return how near each row is; shape (rows,)."""
        ...

    def nearness_left_out(self, lessons: Lessons) -> NDArray[np.float64]:
        """Return how near each observed lesson is to the others; shape (lessons,)."""
        ...


def familiarity(asked: NDArray[np.float64], taught: NDArray[np.float64]) -> list[float | None]:
    """Return the share of the taught that lie farther from the rest than each question does."""
    if len(taught) < LEAST:
        return [None] * len(asked)
    return [float(share) for share in (taught < asked[:, None]).mean(axis=1)]
