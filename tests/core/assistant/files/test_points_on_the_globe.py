"""Where on the globe something is: never the answer; a point in one cell is left out."""

import pytest

from core.errors import InvalidValue
from tests.core.assistant.files.made_tables import ROWS, kinds, read, table

_NORTH = [f"48.{at}1357" for at in range(11, 11 + ROWS)]
_EAST = [f"9.{at}8642" for at in range(11, 11 + ROWS)]
_NAMES = [f"the stop with the number {at}" for at in range(ROWS)]


@pytest.mark.parametrize(
    ("north", "east"),
    [
        ("lat", "lng"),
        ("纬度", "经度"),
        ("Breitengrad", "Längengrad"),
        ("STATIONLATITUDE", "STATIONLONGITUDE"),
        ("start_lat", "end station longitude"),
        ("Y_WGS84", "X_WGS84"),
        ("coord_y", "coord_x"),
        ("Coordonnée Y", "Coordonnée X"),
        ("PickupLatitude", "PickupLongitude"),
        ("위도", "경도"),
    ],
)
def test_coordinates_are_not_suggested_as_the_answer(north: str, east: str) -> None:
    plan, _ = read(table({"stop": _NAMES, "hue": ["x", "y"], north: _NORTH, east: _EAST}))
    assert (plan.heading, plan.is_target_clear) == ("hue", False)
    assert plan.candidates == ("hue",)
    assert kinds(plan)["stop"] == "text"
    with pytest.raises(InvalidValue, match="coordinates"):
        read(table({"stop": _NAMES, east: _EAST, north: _NORTH}))


@pytest.mark.parametrize(
    ("heading", "form"),
    [
        ("经纬度", "{},{}"),
        ("coordinates", "{:.4}, {:.3}"),
        ("where", "({}, {})"),
        ("geo_point_2d", "[{}, {}]"),
        ("geometry", "POINT ({} {})"),
        ("the_geom", "MULTIPOLYGON ((({0} {1}, {1} {0})))"),
    ],
)
def test_a_point_in_one_cell_is_left_out_even_where_it_recurs(heading: str, form: str) -> None:
    for many in (3, ROWS):
        points = [form.format(*pair) for pair in zip(_NORTH, _EAST, strict=True)][:many]
        plan, _ = read(table({"hue": ["x", "y"], heading: points, "size": [3.5, 1.25, 4]}))
        assert plan.left_out == (heading,)
        assert any("map" in note for note in plan.notes)


def test_two_numbers_in_a_cell_are_no_point_where_nothing_says_so() -> None:
    pairs = ["0.45, 0.62", "1.15, 1.62", "0.95, 1.22"]
    plan, _ = read(table({"interval": pairs, "hue": ["x", "y"], "size": [3.5, 1.25, 4]}))
    assert kinds(plan)["interval"] == "category"
