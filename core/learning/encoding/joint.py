"""Encoders of many fields as one: the same columns in far fewer steps, which counts for one row."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.domain.identity import FieldKey
from core.learning.encoding.categories import CategoryEncoder, codes_in
from core.learning.encoding.field import Columns, FieldEncoder, soft_clip
from core.learning.encoding.numbers import CLIP, NumberEncoder
from core.learning.encoding.table import Table

Places = NDArray[np.intp]
AT_ONCE = 4_096
"""Rows of which the pieces are worked out in one go, for the memory that takes."""
LEVELS_AT_ONCE = 1_024
"""Levels of all fields with which so many rows' are compared in one go."""


class JointEncoder(Protocol):
    """Writes the columns of some fields of a table."""

    def write(self, table: Table, columns: Columns) -> None:
        """Fill the fields' columns of the encoded rows in; shape (rows, width)."""
        ...


def joined(encoders: Mapping[FieldKey, FieldEncoder]) -> list[JointEncoder]:
    """Return what encodes the fields side by side, after a first column."""
    starts = np.cumsum([1, *(len(encoder.groups) for encoder in encoders.values())])
    numbers: list[tuple[FieldKey, NumberEncoder, int]] = []
    levels: list[tuple[FieldKey, CategoryEncoder, int]] = []
    found: list[JointEncoder] = []
    for (key, encoder), start in zip(encoders.items(), starts.tolist(), strict=False):
        if isinstance(encoder, NumberEncoder):
            numbers.append((key, encoder, start))
        elif isinstance(encoder, CategoryEncoder):
            levels.append((key, encoder, start))
        else:
            found.append(OneField(key, encoder, start))
    if numbers:
        found.append(Numbers(numbers))
    if levels:
        found.append(Levels(levels))
    return found


class OneField:
    """A field by itself."""

    def __init__(self, key: FieldKey, encoder: FieldEncoder, start: int) -> None:
        self._key, self._encoder = key, encoder
        self._places = slice(start, start + len(encoder.groups))

    def write(self, table: Table, columns: Columns) -> None:
        """Fill the field's columns in; all is missing where the table lacks it."""
        column = table.column(self._key, self._encoder.kind)
        mine = columns[:, self._places]
        if column is None:
            mine[:], mine[:, -1] = 0.0, 1.0
        else:
            mine[:] = self._encoder.encode(column)


class Numbers:
    """Number fields; the columns are those of :class:`NumberEncoder`."""

    def __init__(self, parts: Sequence[tuple[FieldKey, NumberEncoder, int]]) -> None:
        self._keys = [key for key, _, _ in parts]
        encoders = [encoder for _, encoder, _ in parts]
        self._centers, self._scales = np.array([encoder.place for encoder in encoders]).T
        pieces = np.array([len(encoder.means) for encoder in encoders])
        starts = np.array([start for _, _, start in parts])
        self._lines, self._missing = starts, starts + 1 + pieces
        self._pieces = _ranges(starts + 1, pieces)
        self._field = np.repeat(np.arange(len(parts)), pieces)
        """Of each piece; shape (pieces,), as the following."""
        self._lows = np.concatenate([encoder.edges[:-1] for encoder in encoders])
        self._widths = np.concatenate([np.diff(encoder.edges) for encoder in encoders])
        self._means = np.concatenate([encoder.means for encoder in encoders])
        self._roots = np.sqrt(np.repeat(pieces, pieces))

    def write(self, table: Table, columns: Columns) -> None:
        """Fill the fields' columns in."""
        numbers = np.full((table.rows, len(self._keys)), np.nan)
        for field, key in enumerate(self._keys):
            column = table.column(key, NumberEncoder.kind)
            if column is not None:
                numbers[:, field] = np.asarray(column, dtype=np.float64)
        for start in range(0, table.rows, AT_ONCE):
            some = slice(start, start + AT_ONCE)
            self._write(numbers[some], columns[some])

    def _write(self, numbers: NDArray[np.float64], columns: Columns) -> None:
        missing = np.isnan(numbers)
        filled = np.where(missing, self._centers, numbers)
        lines = soft_clip((filled - self._centers) / self._scales, CLIP)
        columns[:, self._lines] = np.where(missing, 0.0, lines)
        columns[:, self._missing] = missing
        with np.errstate(over="ignore"):  # far beyond a tiny bin is past its end all the same
            along = (filled[:, self._field] - self._lows) / self._widths
        pieces = (np.clip(along, 0.0, 1.0) - self._means) / self._roots
        columns[:, self._pieces] = np.where(missing[:, self._field], 0.0, pieces)


class Levels:
    """Categories, items and members; the columns are those of :class:`CategoryEncoder`."""

    def __init__(self, parts: Sequence[tuple[FieldKey, CategoryEncoder, int]]) -> None:
        self._parts = parts
        encoders = [encoder for _, encoder, _ in parts]
        sizes = np.array([len(encoder.means) for encoder in encoders])
        self._starts = np.array([start for _, _, start in parts])
        self._columns, self._missing = _ranges(self._starts, sizes), self._starts + sizes
        self._field = np.repeat(np.arange(len(parts)), sizes)
        self._none = 0.0 - np.concatenate([encoder.means for encoder in encoders])
        counts = np.array([len(encoder.levels) for encoder in encoders])
        self._counts = counts
        self._levels = np.zeros((len(parts), int(counts.max())), dtype=np.int64)
        """Of each field; 0, the code of what is missing, fills them up."""
        for field, encoder in enumerate(encoders):
            self._levels[field, : counts[field]] = encoder.levels

    def write(self, table: Table, columns: Columns) -> None:
        """Fill the fields' columns in."""
        codes = np.zeros((table.rows, len(self._parts)), dtype=np.int64)
        shared = np.zeros_like(codes)
        for field, (key, encoder, _) in enumerate(self._parts):
            column = table.column(key, encoder.kind)
            if column is not None:
                codes[:, field] = codes_in(column).own
                shared[:, field] = encoder.shared(column)
        at_once = max(AT_ONCE * LEVELS_AT_ONCE // max(self._levels.size, 1), 1)
        for start in range(0, table.rows, at_once):
            some = slice(start, start + at_once)
            self._write(codes[some], shared[some] + self._counts, columns[some])

    def _write(self, codes: NDArray[np.int64], shared: NDArray[np.int64], columns: Columns) -> None:
        missing = codes == 0
        same = codes[:, :, None] == self._levels
        known = same.any(axis=2) & ~missing
        places = np.where(known, same.argmax(axis=2), shared) if same.shape[2] else shared
        columns[:, self._columns] = self._none
        columns[np.arange(len(codes))[:, None], self._starts + places] += 1.0
        if missing.any():
            columns[:, self._columns] *= ~missing[:, self._field]
        columns[:, self._missing] = missing


def _ranges(starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> Places:
    """Return the numbers from each start on, so many of each."""
    pairs = zip(starts.tolist(), sizes.tolist(), strict=True)
    return np.concatenate([np.arange(start, start + size) for start, size in pairs])
