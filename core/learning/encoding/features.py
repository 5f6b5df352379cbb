"""The shared feature map: a task's fields as one row of numbers, within a budget of columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.domain.identity import FieldKey
from core.learning.config import LearnerConfig
from core.learning.encoding.categories import CategoryEncoder, YesNoEncoder, codes_in
from core.learning.encoding.field import Arrays, Columns, FieldEncoder, Group
from core.learning.encoding.identities import MOST_LEVELS, ItemEncoder, MemberEncoder
from core.learning.encoding.joint import JointEncoder, joined
from core.learning.encoding.numbers import CALENDAR, CLIP, DateEncoder, NumberEncoder
from core.learning.encoding.table import Column, Table, Texts
from core.learning.encoding.texts import TextEncoder

LEAST_BUCKETS = 2
MORE_BUCKETS = 6
"""A category has 2 to 8 buckets for the levels that are taught after the fit."""


@dataclass(frozen=True, kw_only=True)
class FeatureMap:
    """A fitted encoder for each field, side by side after a constant 1.

    Shape:
        :meth:`encode` returns (rows, width); column 0 is the constant.
    """

    encoders: Mapping[FieldKey, FieldEncoder]
    """By field key, in ascending order."""

    @classmethod
    def fit(cls, table: Table, config: LearnerConfig) -> "FeatureMap":
        """Return the map for a table's fields."""
        keys = sorted(table.kinds)
        wants = [_wanted(table.kinds[key], table.columns[key], config) for key in keys]
        least = sum(_LEAST[table.kinds[key]] for key in keys)
        extras = share_out(wants, max(config.columns - 1 - least, 0))
        return cls(
            encoders={
                key: _fitted(table.kinds[key], table.columns[key], extra, config)
                for key, extra in zip(keys, extras, strict=True)
            }
        )

    @cached_property
    def blocks(self) -> tuple[tuple[FieldKey, Group], ...]:
        """The field and the group of each column after the constant."""
        return tuple((key, group) for key, e in self.encoders.items() for group in e.groups)

    @cached_property
    def width(self) -> int:
        """How many columns there are, with the constant."""
        return 1 + len(self.blocks)

    @cached_property
    def column_scales(self) -> NDArray[np.float64]:
        """Over the root of the number of fields in its group, for a joint prior that is alike."""
        fields: dict[Group, set[FieldKey]] = {}
        for key, group in self.blocks:
            fields.setdefault(group, set()).add(key)
        return np.array([1.0, *(len(fields[group]) ** -0.5 for _, group in self.blocks)])

    def encode(self, table: Table) -> Columns:
        """Return the rows as numbers; a field that the table lacks is missing throughout."""
        columns = np.empty((table.rows, self.width))
        columns[:, 0] = 1.0
        for encoder in self._joined:
            encoder.write(table, columns)
        columns *= self.column_scales
        return columns

    def continued(self, columns: Columns, lines: NDArray[np.float64], table: Table) -> Columns:
        """Return encoded rows with the lines of numbers beyond what was taught gone on.

        The lines are clipped, so that one absurd lesson moves little. Where no lesson comes near,
        a question goes on in proportion, and what is not known of the slope widens the answer.

        Args:
            columns: the rows as encoded.
            lines: the largest size of each column in the lessons; shape (width,).
            table: the rows.
        """
        found = columns.copy()
        for place, key, encoder in self._lines:
            unit = self.column_scales[place]
            z = (np.asarray(table.columns[key]) - encoder.place[0]) / encoder.place[1]
            far = np.abs(z) > CLIP
            if far.any() and lines[place] < CLIP * unit:
                found[far, place] = unit * z[far]
        return found

    def is_far(self, columns: Columns) -> bool:
        """Return whether a number is so far out that its line is clipped."""
        return any(
            bool(np.any(np.abs(columns[:, place]) > CLIP * self.column_scales[place]))
            for place, _, _ in self._lines
        )

    @cached_property
    def _lines(self) -> list[tuple[int, FieldKey, NumberEncoder]]:
        """The line of each number: its column, field and encoder."""
        return [
            (place, key, encoder)
            for place, (key, group) in enumerate(self.blocks, start=1)
            if group is Group.LINEAR and isinstance(encoder := self.encoders[key], NumberEncoder)
        ]

    @cached_property
    def _joined(self) -> list[JointEncoder]:
        return joined(self.encoders)


_LEAST = {
    FieldKind.NUMBER: 2,
    FieldKind.DATE: 2,
    FieldKind.YES_NO: 2,
    FieldKind.CATEGORY: 1 + LEAST_BUCKETS,
    FieldKind.TEXT: 1 + LEAST_BUCKETS,
    FieldKind.ITEM: 1 + LEAST_BUCKETS,
    FieldKind.MEMBER: 1 + LEAST_BUCKETS,
}


def _wanted(kind: FieldKind, column: Column, config: LearnerConfig) -> int:
    """Return how many columns a field would like beyond those it cannot do without."""
    match kind:
        case FieldKind.NUMBER:
            return config.bins
        case FieldKind.DATE:
            return config.bins + CALENDAR
        case FieldKind.YES_NO:
            return 0
        case FieldKind.CATEGORY:
            return MORE_BUCKETS + len(np.unique(codes_in(column).own))
        case FieldKind.TEXT:
            dim = column.vectors.shape[1] if isinstance(column, Texts) else 0
            return max(config.text_buckets - LEAST_BUCKETS, 0) + dim
        case FieldKind.ITEM | FieldKind.MEMBER:
            return MORE_BUCKETS + min(len(np.unique(codes_in(column).own)), MOST_LEVELS)
    assert_never(kind)


def _fitted(kind: FieldKind, column: Column, extra: int, config: LearnerConfig) -> FieldEncoder:
    match kind:
        case FieldKind.NUMBER:
            return NumberEncoder.fit(column, extra)
        case FieldKind.DATE:
            bins = min(max(extra - CALENDAR, 0), config.bins)
            return DateEncoder.fit(column, bins, with_calendar=extra >= CALENDAR)
        case FieldKind.YES_NO:
            return YesNoEncoder.fit(column)
        case FieldKind.CATEGORY:
            return _levels(CategoryEncoder, column, extra)
        case FieldKind.ITEM:
            return _levels(ItemEncoder, column, extra)
        case FieldKind.MEMBER:
            return _levels(MemberEncoder, column, extra)
        case FieldKind.TEXT:
            return TextEncoder.fit(column, LEAST_BUCKETS + extra)
    assert_never(kind)


def _levels(kind: type[CategoryEncoder], column: Column, extra: int) -> CategoryEncoder:
    more = min(extra // 2, MORE_BUCKETS)
    return kind.fit(column, extra - more, LEAST_BUCKETS + more)


def share_out(wants: list[int], budget: int) -> list[int]:
    """Return what each gets of a budget: what it wants, or the same as all who want more."""
    given = [0] * len(wants)
    waiting = sorted(range(len(wants)), key=lambda place: wants[place])
    for served, place in enumerate(waiting):
        given[place] = min(wants[place], budget // (len(waiting) - served))
        budget -= given[place]
    return given


_ENCODERS: dict[
    str,
    type[NumberEncoder]
    | type[DateEncoder]
    | type[CategoryEncoder]
    | type[YesNoEncoder]
    | type[TextEncoder],
] = {
    encoder.kind.value: encoder
    for encoder in (
        NumberEncoder,
        DateEncoder,
        CategoryEncoder,
        YesNoEncoder,
        TextEncoder,
        ItemEncoder,
        MemberEncoder,
    )
}


def encoder_from_arrays(kind: object, arrays: Arrays) -> FieldEncoder:
    """Return the encoder of a kind of field from its arrays.

    Raises:
        KeyError: an array is missing, or there is no such kind.
        ValueError: the arrays contradict each other.
    """
    return _ENCODERS[str(kind)].from_arrays(arrays)
