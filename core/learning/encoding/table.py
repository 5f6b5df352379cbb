"""Field values in columns, as every expert's own encoding starts from them; nothing is fitted."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import TypeAlias, assert_never

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import Field, FieldKind, Value, Values
from core.domain.identity import FieldKey
from core.domain.task import Task
from core.learning.encoding.words import exact_code, paired_code
from core.ports.embedding import SentenceEncoder

Cell: TypeAlias = float | int | str
"""One value as read: NaN, 0 or "" where it is missing."""

Row: TypeAlias = tuple[Cell, ...]
"""One example's cells, in the order of the reader's fields."""


Places: TypeAlias = tuple[int, ...]
"""Some of the reader's fields, by their places in a row, ascending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """A column of texts, "" where missing, and what they mean."""

    words: tuple[str, ...]
    vectors: NDArray[np.float32]
    """By the sentence encoder, zeros where missing; shape (rows, dim), dim 0 without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """A column of categories, items or members, each known by two codes, 0 where missing.

    What is learned must not depend on which task it is, and what is kept must not tell one
    task's words from another's: so columns and buckets follow from the public codes or from the
    order of the lessons, and only the task's own codes are ever written down.

    Shape:
        own and public (rows,).
    """

    own: NDArray[np.int64]
    """Different for each task."""
    public: NDArray[np.int64]
    """The same for all tasks; in memory only."""

    def some(self, rows: NDArray[np.bool_]) -> "Codes":
        """Return the codes of these rows."""
        return Codes(own=self.own[rows], public=self.public[rows])


Column: TypeAlias = NDArray[np.float64] | Codes | Texts
"""Numbers, day numbers and ±1 with NaN where missing; codes; texts."""

_MISSING: dict[FieldKind, Cell] = {
    FieldKind.NUMBER: float("nan"),
    FieldKind.YES_NO: float("nan"),
    FieldKind.DATE: float("nan"),
    FieldKind.CATEGORY: 0,
    FieldKind.TEXT: "",
    FieldKind.ITEM: 0,
    FieldKind.MEMBER: 0,
}

CODED = frozenset({FieldKind.CATEGORY, FieldKind.ITEM, FieldKind.MEMBER})
"""Kinds of which codes are kept and no name."""
_BYTES = 16
"""Of a cell that is a pair of codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of a task's fields, a column for each field.

    Shape:
        each column has ``rows`` entries.
    """

    rows: int
    kinds: dict[FieldKey, FieldKind]
    columns: dict[FieldKey, Column]

    def column(self, key: FieldKey, kind: FieldKind) -> Column | None:
        """Return a field's column; None where the task has no such field of this kind (now)."""
        return self.columns[key] if self.kinds.get(key) is kind else None


def cells(row: Row, places: Places) -> Row:
    """Return the cells at some places of a row."""
    return tuple(row[place] for place in places)


def missing_like(cell: Cell) -> Cell:
    """Return the missing value of a cell's kind."""
    if isinstance(cell, float):
        return math.nan
    return "" if isinstance(cell, str) else 0


def is_missing(cell: Cell) -> bool:
    """Return whether a cell holds no value: NaN, the code 0 or no text."""
    return cell != cell if isinstance(cell, float) else not cell


def task_salt(task: Task) -> bytes:
    """Return the key of the task's own hashes, so that no two tasks share a code that is kept."""
    return blake2b(f"{task.community}\n{task.id}".encode(), digest_size=32).digest()


class Reader:
    """Reads values as the task's fields are now: retyped ones converted, unknown ones skipped.

    Args:
        task: whose fields.
        encoder: tells what texts mean; None leaves it to their letters.
    """

    def __init__(self, task: Task, encoder: SentenceEncoder | None = None) -> None:
        self.encoder = encoder
        self._fields = tuple(sorted(task.fields, key=lambda field: field.key))
        self._salt = task_salt(task)
        self._codes: dict[str, int] = {}
        """Of labels."""
        self._text_places = {
            field.key: place
            for place, field in enumerate(self._fields)
            if field.kind is FieldKind.TEXT
        }

    @cached_property
    def kinds(self) -> dict[FieldKey, FieldKind]:
        """The kind of each field."""
        return {field.key: field.kind for field in self._fields}

    @property
    def has_texts(self) -> bool:
        """Whether the task has a text field."""
        return bool(self._text_places)

    def said(self, text: str) -> Row:
        """Return a row whose texts all say this, and of which nothing else is known."""
        return tuple(
            text if field.kind is FieldKind.TEXT else _MISSING[field.kind] for field in self._fields
        )

    def read(self, values: Values) -> Row:
        """Return the cells of one example or question."""
        return tuple(self._cell(field, values.get(field.key)) for field in self._fields)

    def table(self, rows: Sequence[Row]) -> Table:
        """Return rows as columns."""
        cells = zip(*rows, strict=True) if rows else ((),) * len(self._fields)
        return Table(
            rows=len(rows),
            kinds=self.kinds,
            columns={
                field.key: self._column(field.kind, column)
                for field, column in zip(self._fields, cells, strict=True)
            },
        )

    def texts(self, row: Row, keys: Sequence[FieldKey]) -> list[str]:
        """Return the texts of these fields; "" for one that is missing or no text (now)."""
        places = [self._text_places.get(key) for key in keys]
        return ["" if place is None else str(row[place]) for place in places]

    def codes(self, labels: Sequence[str]) -> NDArray[np.int64]:
        """Return a code of each label that tells nothing of it, and is no other task's."""
        for label in labels:
            if label not in self._codes:
                self._codes[label] = exact_code(label, self._salt) if label else 0
        return np.array([self._codes[label] for label in labels], dtype=np.int64)

    def _cell(self, field: Field, value: Value | None) -> Cell:
        known = None if value is None else field.convert(value)
        if known is None:
            return _MISSING[field.kind]
        match known:
            case bool():
                return 1.0 if known else -1.0
            case int() | float():
                return float(known)
            case date():
                return float(known.toordinal())
            case str() if field.kind in CODED:
                return paired_code(known, self._salt)
            case str():
                return known
        assert_never(known)

    def _column(self, kind: FieldKind, cells: Sequence[Cell]) -> Column:
        match kind:
            case FieldKind.NUMBER | FieldKind.YES_NO | FieldKind.DATE:
                return np.array(cells, dtype=np.float64)
            case FieldKind.CATEGORY | FieldKind.ITEM | FieldKind.MEMBER:
                return _codes([int(cell) for cell in cells])
            case FieldKind.TEXT:
                words = tuple(str(cell) for cell in cells)
                return Texts(words=words, vectors=self._vectors(words))
        assert_never(kind)

    def _vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        if self.encoder is None:
            return np.zeros((len(words), 0), dtype=np.float32)
        vectors = np.zeros((len(words), self.encoder.dim), dtype=np.float32)
        there = [row for row, text in enumerate(words) if text]
        if there:
            vectors[there] = self.encoder.encode([words[row] for row in there])
        return vectors


def _codes(pairs: Sequence[int]) -> Codes:
    """Return pairs of codes as columns."""
    plain = b"".join(pair.to_bytes(_BYTES, "little") for pair in pairs)
    halves = np.frombuffer(plain, dtype="<i8").reshape(len(pairs), 2).astype(np.int64)
    return Codes(own=halves[:, 0], public=halves[:, 1])
