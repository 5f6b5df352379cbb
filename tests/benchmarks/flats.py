"""A made-up table of flats, as examples and as columns: the same rows for both sides."""

from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from core.domain.example import Example, ExampleStatus
from core.domain.fields import Field, FieldKind, Values
from core.domain.identity import CommunityId, ExampleId, FieldKey, MemberId, TaskId
from core.domain.task import Target, TargetKind, Task

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DISTRICTS = tuple(f"district {number}" for number in range(12))
AREA, ROOMS, DISTRICT = FieldKey("f1"), FieldKey("f2"), FieldKey("f3")

FLATS = Task(
    id=TaskId(1),
    community=CommunityId("benchmark"),
    name="flats",
    fields=(
        Field(key=AREA, name="area", kind=FieldKind.NUMBER, unit="m²"),
        Field(key=ROOMS, name="rooms", kind=FieldKind.NUMBER),
        Field(key=DISTRICT, name="district", kind=FieldKind.CATEGORY),
    ),
    target=Target(kind=TargetKind.NUMBER, name="price", unit="€"),
    created_at=NOW,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flats:
    """Rows of flats. Shape: every array is (rows,)."""

    area: NDArray[np.float64]
    rooms: NDArray[np.float64]
    district: NDArray[np.int64]
    price: NDArray[np.float64]

    def values(self, row: int) -> Values:
        """Return what is known of a flat."""
        return {
            AREA: float(self.area[row]),
            ROOMS: float(self.rooms[row]),
            DISTRICT: DISTRICTS[self.district[row]],
        }

    def example(self, row: int) -> Example:
        """Return a flat as a lesson of one of ten members."""
        return Example(
            id=ExampleId(row + 1),
            number=row + 1,
            task_id=FLATS.id,
            author=MemberId(f"member {row % 10}"),
            values=self.values(row),
            target=float(self.price[row]),
            status=ExampleStatus.ACTIVE,
            revision=row + 1,
            taught_at=NOW,
        )

    def columns(self, rows: slice) -> NDArray[np.float64]:
        """Return rows as scikit-learn wants them. Shape: (rows, 3)."""
        return np.column_stack([self.area[rows], self.rooms[rows], self.district[rows]])


def some_flats(rows: int, *, seed: int = 0) -> Flats:
    """Return flats whose price bends with the area and depends on the district."""
    draw = np.random.default_rng(seed)
    area = draw.uniform(20, 180, rows).round()
    rooms = np.clip((area / 28 + draw.normal(0, 0.7, rows)).round(), 1, 8)
    district = draw.integers(0, len(DISTRICTS), rows)
    worth = 2_500 + 250 * district
    price = worth * area**0.95 + 8_000 * rooms + draw.normal(0, 15_000, rows)
    return Flats(area=area, rooms=rooms, district=district, price=price.round())
