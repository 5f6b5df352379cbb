"""Tables as the peers want them: columns of numbers, and of categories as codes or as words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import Field, FieldKind, Value
from tests.benchmarks.tables import DataSet

WORD_COLUMNS = 64
"""Into so many columns the words of a text are counted, by hash."""
LEVELS = 40
"""So many categories of a field get a column of their own where each one needs one."""
MISSING = "(missing)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The fields of a table and its targets.

    Shape:
        numbers (rows, number columns), nan where missing; codes (rows, category fields), -1 where
        missing; words as codes.
    """

    numbers: NDArray[np.float64]
    codes: NDArray[np.int64]
    words: NDArray[np.object_]
    truths: NDArray[np.float64] | NDArray[np.object_]
    is_number: bool

    def __len__(self) -> int:
        return len(self.truths)

    def mixed(self, rows: Sequence[int]) -> NDArray[np.object_]:
        """Return rows with the numbers first and then the categories as words."""
        places = list(rows)
        return np.hstack([self.numbers[places].astype(object), self.words[places]])

    def coded(self, rows: Sequence[int]) -> NDArray[np.float64]:
        """Return rows with the numbers first and then the categories as codes."""
        places = list(rows)
        codes = self.codes[places].astype(np.float64)
        return np.hstack([self.numbers[places], np.where(codes < 0, np.nan, codes)])

    def categories(self) -> list[int]:
        """Return where the categories lie in ``mixed`` and ``coded``."""
        return list(range(self.numbers.shape[1], self.numbers.shape[1] + self.codes.shape[1]))

    def dense(self) -> NDArray[np.float64]:
        """Return every row with a column for each of the first categories of a field."""
        levels = [
            (self.codes[:, [place]] == np.arange(min(LEVELS, self.codes[:, place].max() + 1)))
            for place in range(self.codes.shape[1])
        ]
        return np.hstack([self.numbers, *(one.astype(np.float64) for one in levels)])


def columns_of(data: DataSet) -> Columns:
    """Return a table in columns."""
    numbers: list[NDArray[np.float64]] = []
    words: list[list[str]] = []
    for field in data.task.fields:
        cells = [values.get(field.key) for values in data.values]
        if field.kind is FieldKind.CATEGORY:
            words.append([MISSING if cell is None else str(cell) for cell in cells])
        else:
            numbers.extend(_numbers(field, cells))
    return Columns(
        numbers=_stacked(numbers, len(data)),
        codes=_stacked([_codes(column) for column in words], len(data)).astype(np.int64),
        words=np.array(words, dtype=object).reshape(len(words), len(data)).T,
        truths=np.array(data.truths, dtype=np.float64 if data.is_number else object),
        is_number=data.is_number,
    )


def _stacked(
    columns: Sequence[NDArray[np.float64] | NDArray[np.int64]], rows: int
) -> NDArray[np.float64]:
    return np.stack(columns, axis=1).astype(np.float64) if columns else np.empty((rows, 0))


def _codes(cells: Sequence[str]) -> NDArray[np.int64]:
    """Return categories numbered as they come, -1 where missing."""
    known: dict[str, int] = {MISSING: -1}
    return np.array([known.setdefault(cell, len(known) - 1) for cell in cells], dtype=np.int64)


def _numbers(field: Field, cells: Sequence[Value | None]) -> list[NDArray[np.float64]]:
    if field.kind is FieldKind.TEXT:
        counts = np.zeros((len(cells), WORD_COLUMNS))
        for row, cell in enumerate(cells):
            for word in str(cell or "").casefold().split():
                counts[row, crc32(word.encode()) % WORD_COLUMNS] += 1.0
        return list(counts.T)
    return [np.array([_number(cell) for cell in cells])]


def _number(cell: Value | None) -> float:
    match cell:
        case None:
            return float("nan")
        case date():
            return float(cell.toordinal())
        case _:
            return float(cell)


Guess = float | Mapping[str, float]
"""A number, or the probability of each label."""
