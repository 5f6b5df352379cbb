"""What a first lesson calls its fields, and what of it is a name rather than one."""

import pytest

from core.assistant.reading import draft_task

COUNTED = ("Lap", "Line", "Room", "Bed", "Bath", "Dose", "Crew", "Passenger", "Pot", "Step")


@pytest.mark.parametrize(
    ("lesson", "names"),
    [
        ("Ender 3, 60 g -> 4 h", ["category", "weight"]),
        ("60 g, Ender 3 -> 4 h", ["weight", "category"]),
        ("Rooms 3, 60 m² -> 400", ["Rooms", "area"]),
        ("Age 30, 80 kg -> 12", ["Age", "weight"]),
        ("ender 3, 60 g -> 4 h", ["ender", "weight"]),
        ("Ender 3, Layers 40 -> 4 h", ["Ender", "Layers"]),
        ("Loop 3 -> 40 min", ["Loop"]),
        *((f"{what} 3, 5 km -> 20", [what, "distance"]) for what in COUNTED),
    ],
)
def test_a_name_with_a_number_is_one_thing_where_no_other_name_is_said(
    lesson: str, names: list[str]
) -> None:
    assert [field.name for field in draft_task(lesson).fields] == names
