"""What the encoders of the kinds of fields have in common."""

from enum import StrEnum
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.learning.encoding.table import Column

Columns: TypeAlias = NDArray[np.float64]
"""Encoded rows; shape (rows, width). A missing value is all zeros but for its indicator."""

Arrays: TypeAlias = dict[str, NDArray[np.generic]]


LEAST_SPREAD = 1e-200
"""What varies less does not vary."""


class Group(StrEnum):
    """Columns of one nature, which share a prior strength."""

    LINEAR = "linear"
    CURVE = "curve"
    LEVEL = "level"
    MEANING = "meaning"
    TEXT = "text"
    MISSING = "missing"


class FieldEncoder(Protocol):
    """Turns one field's column of a table into columns of numbers.

    Encoded columns are centred on the fit's examples, so that a missing value is the average one.
    """

    @property
    def kind(self) -> FieldKind:
        """The kind of field that it reads."""
        ...

    @property
    def groups(self) -> tuple[Group, ...]:
        """The group of each encoded column."""
        ...

    def encode(self, column: Column) -> Columns:
        """Return the encoded column; shape (rows, width)."""
        ...

    def arrays(self) -> Arrays:
        """Return everything that it was fitted to; the class's ``from_arrays`` reads it."""
        ...


def with_indicator(columns: Columns, missing: NDArray[np.bool_]) -> Columns:
    """Return the columns with the missing rows zeroed and an indicator column appended."""
    kept = np.where(missing[:, None], 0.0, columns)
    return np.concatenate([kept, missing[:, None].astype(np.float64)], axis=1)


def soft_clip(z: NDArray[np.float64], limit: float) -> NDArray[np.float64]:
    """Return z where ``|z| <= limit``; beyond, it grows by the logarithm only. Monotone, smooth."""
    beyond = np.maximum(np.abs(z) - limit, 0.0)
    return np.sign(z) * (np.minimum(np.abs(z), limit) + np.log1p(beyond))


def soft_unclip(z: NDArray[np.float64], limit: float) -> NDArray[np.float64]:
    """Return what :func:`soft_clip` was given; bounded, so that it stays finite."""
    beyond = np.clip(np.abs(z) - limit, 0.0, 60.0)
    return np.sign(z) * (np.minimum(np.abs(z), limit) + np.expm1(beyond))


def center_and_scale(values: NDArray[np.float64]) -> tuple[float, float]:
    """Return the median and a robust standard deviation, positive even where nothing varies.

    Any number of the domain over the deviation is finite.
    """
    if len(values) == 0:
        return 0.0, 1.0
    low, middle, high = (float(q) for q in np.quantile(values, [0.25, 0.5, 0.75]))
    for spread in ((high - low) / 1.349, float(np.std(values))):
        if spread > max(1e-9 * abs(middle), LEAST_SPREAD):
            return middle, spread
    return middle, max(abs(middle), 1.0)
