from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.fields import Field, FieldKind, Value, check_name, show_plain
from core.domain.identity import FieldKey
from core.errors import InvalidValue


def field(kind: FieldKind, *, unit: str | None = None, options: tuple[str, ...] = ()) -> Field:
    return Field(key=FieldKey("f1"), name="thing", kind=kind, unit=unit, options=options)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldKind.NUMBER, 3.5),
        (FieldKind.CATEGORY, "Kreuzberg"),
        (FieldKind.YES_NO, True),
        (FieldKind.DATE, date(2026, 5, 31)),
        (FieldKind.TEXT, "two\nlines"),
    ],
)
def test_a_value_of_its_kind_is_kept(kind: FieldKind, value: Value) -> None:
    assert field(kind).check(value) == value
    assert field(kind).convert(value) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldKind.NUMBER, "3"),
        (FieldKind.NUMBER, True),
        (FieldKind.NUMBER, float("nan")),
        (FieldKind.NUMBER, 1e16),
        (FieldKind.CATEGORY, 3.0),
        (FieldKind.CATEGORY, "  "),
        (FieldKind.CATEGORY, "x" * 101),
        (FieldKind.YES_NO, 1.0),
        (FieldKind.DATE, "2026-05-31"),
        (FieldKind.TEXT, "x" * 4_001),
    ],
)
def test_another_value_is_refused_by_name(kind: FieldKind, value: Value) -> None:
    with pytest.raises(InvalidValue, match="thing"):
        field(kind).check(value)


@pytest.mark.parametrize(
    ("old", "kind", "new"),
    [
        ("3", FieldKind.NUMBER, 3.0),
        ("three", FieldKind.NUMBER, None),
        (3.0, FieldKind.CATEGORY, "3"),
        (True, FieldKind.TEXT, "yes"),
        ("Yes", FieldKind.YES_NO, True),
        (0.0, FieldKind.YES_NO, False),
        ("2026-05-31", FieldKind.DATE, date(2026, 5, 31)),
        ("soon", FieldKind.DATE, None),
        (date(2026, 5, 31), FieldKind.NUMBER, None),
    ],
)
def test_an_old_value_is_read_as_the_new_kind(
    old: Value, kind: FieldKind, new: Value | None
) -> None:
    assert field(kind).convert(old) == new


def test_an_option_is_found_whatever_its_case() -> None:
    os = field(FieldKind.CATEGORY, options=("Linux", "Mac"))
    assert os.check("linux") == "Linux"
    with pytest.raises(InvalidValue, match="Linux, Mac"):
        os.check("amiga")


@pytest.mark.parametrize("name", ["", " ", ":", "a:b", "a->b", "-x", "x" * 61, "a=b", "a\x00b"])
def test_a_name_that_the_chat_could_not_read_is_refused(name: str) -> None:
    with pytest.raises(InvalidValue):
        check_name(name, what="field")


@pytest.mark.parametrize("name", ["a", "total rooms", "od280/od315", "房价", "area (m²)", "x_1"])
def test_names_as_people_give_them_are_kept(name: str) -> None:
    assert check_name(f"  {name} ", what="field") == name


def test_only_numbers_have_units_and_only_categories_options() -> None:
    with pytest.raises(InvalidValue):
        field(FieldKind.TEXT, unit="m")
    with pytest.raises(InvalidValue):
        field(FieldKind.NUMBER, options=("a",))


values = st.one_of(
    st.floats(-1e15, 1e15), st.booleans(), st.dates(), st.text(min_size=1, max_size=90)
)


@given(values, st.sampled_from(FieldKind))
def test_a_converted_value_is_one_of_its_field(value: Value, kind: FieldKind) -> None:
    converted = field(kind).convert(value)
    if converted is not None:
        assert field(kind).check(converted) == converted


@given(st.floats(-1e15, 1e15))
def test_a_number_written_plainly_reads_back(value: float) -> None:
    assert float(show_plain(value)) == value
