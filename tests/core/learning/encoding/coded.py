"""Columns of codes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.learning.encoding.table import Codes


def coded(
    own: Sequence[int] | NDArray[np.int64], public: Sequence[int] | NDArray[np.int64] | None = None
) -> Codes:
    """Return a column of a task's own codes; the public ones are the same if not given."""
    return Codes(
        own=np.array(own, dtype=np.int64),
        public=np.array(own if public is None else public, dtype=np.int64),
    )
