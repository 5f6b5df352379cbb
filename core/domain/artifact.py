"""Artifacts: what is saved of a fitted learner."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A fitted learner as plain values: no example, no message, nothing executable."""

    manifest: Mapping[str, object]
    """JSON values that say what the tensors are."""
    tensors: Mapping[str, NDArray[np.generic]]
