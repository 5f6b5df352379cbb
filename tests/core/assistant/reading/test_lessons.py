"""The target of a lesson: after an arrow, by its name, by what is said, or left over for it."""

import pytest

from core.assistant.reading import Doubt, Known, Unclear, read_lesson, read_question
from core.domain.fields import FieldKind
from core.domain.task import Truth
from core.errors import InvalidValue
from tests.core.assistant.reading.tasks import (
    FLATS,
    FLATS_SEEN,
    LABEL,
    SIZES,
    TODAY,
    TRIAGE,
    by_name,
    seen_by,
    task_of,
)


@pytest.mark.parametrize("arrow", ["->", "=>", "→", "⇒", " = ", "-->", "–>"])
def test_the_target_follows_the_arrow(arrow: str) -> None:
    reading = read_lesson(f"size 3 {arrow} 6", SIZES, Known(), today=TODAY)
    assert by_name(reading, SIZES) == {"size": 3}
    assert reading.target == 6


def test_an_equals_sign_after_a_name_is_no_arrow() -> None:
    reading = read_lesson("size=3 -> 6", SIZES, Known(), today=TODAY)
    assert (by_name(reading, SIZES), reading.target) == ({"size": 3}, 6)
    reading = read_lesson("size=3", SIZES, Known(), today=TODAY)
    assert (by_name(reading, SIZES), reading.target) == ({"size": 3}, None)
    reading = read_lesson("size=3 = 6", SIZES, Known(), today=TODAY)
    assert (by_name(reading, SIZES), reading.target) == ({"size": 3}, 6)


@pytest.mark.parametrize(
    "sentence",
    [
        "90 m² in Mitte -> 420k €",
        "90 m² in Mitte sold for 420k",
        "90 m² in Mitte, it went for about € 420.000",
        "90 m² in Mitte costs 420,000 euros",
        "price 420k, 90 m² in Mitte",
        "price: 420 k€, 90 m² in Mitte",
        "420k €, Mitte, 90 m²",
        "Mitte, 90 m², four hundred and twenty thousand euros",
        "90平, Mitte, 0.42 million",
    ],
)
def test_a_price_is_found_wherever_it_stands(sentence: str) -> None:
    reading = read_lesson(sentence, FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"area": 90, "district": "Mitte"}
    assert reading.target == 420_000
    assert reading.unread == ()


def test_a_bare_number_goes_neither_to_the_field_nor_to_the_target_where_both_may_be_meant() -> (
    None
):
    reading = read_lesson("6", SIZES, Known(), today=TODAY)
    assert (dict(reading.values), reading.target, reading.unread) == ({}, None, ("6",))
    seen = seen_by(SIZES, {"size": [1, 2]}, targets=[400, 500])
    reading = read_lesson("450", SIZES, seen, today=TODAY)
    assert reading.target == 450


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("cursor flickers, mac -> rendering", "rendering"),
        ("cursor flickers, mac -> Rendering", "rendering"),
        ("cursor flickers, mac -> it's a bug", "bug"),
        ("cursor flickers, mac, rendering", "rendering"),
        ("cursor flickers, mac", None),
    ],
)
def test_a_label(sentence: str, label: Truth | None) -> None:
    reading = read_lesson(sentence, TRIAGE, Known(), today=TODAY)
    assert by_name(reading, TRIAGE) == {"post": "cursor flickers", "os": "mac"}
    assert reading.target == label


def test_a_label_within_a_text_is_no_target() -> None:
    reading = read_lesson("a bug in the fonts", TRIAGE, Known(), today=TODAY)
    assert by_name(reading, TRIAGE) == {"post": "a bug in the fonts"}
    assert reading.target is None


def test_a_label_near_a_known_one_is_asked_where_new_ones_may_be_taught() -> None:
    task = task_of("size: number", target=LABEL)
    reading = read_lesson("size 1 -> redd", task, Known(labels=("red", "blue")), today=TODAY)
    assert reading.unclear == (
        Unclear(field=None, text="redd", readings=("red", "redd"), why=Doubt.NEAR),
    )
    assert reading.target is None
    reading = read_lesson("size 1 -> green", task, Known(labels=("red", "blue")), today=TODAY)
    assert reading.target == "green"


def test_a_target_with_two_readings_is_asked() -> None:
    reading = read_lesson("size 1 -> 1.250", SIZES, Known(), today=TODAY)
    assert reading.unclear == (Unclear(field=None, text="1.250", readings=(1.25, 1250.0)),)


@pytest.mark.parametrize("sentence", ["size 1 ->", "size 1 -> big", "size 1 -> 2 or 3 or 4"])
def test_an_arrow_without_a_target_is_refused_in_a_sentence(sentence: str) -> None:
    with pytest.raises(InvalidValue, match="expects one number"):
        read_lesson(sentence, SIZES, Known(), today=TODAY)
    with pytest.raises(InvalidValue, match="is one of rendering, fonts"):
        read_lesson("it flickers -> zzz", TRIAGE, Known(), today=TODAY)


def test_text_after_the_arrow_is_the_target_only() -> None:
    reading = read_lesson("size 3 -> price 400", SIZES, Known(), today=TODAY)
    assert (by_name(reading, SIZES), reading.target) == ({"size": 3}, 400)
    asked = read_question("size 3 -> 400", SIZES, Known(), today=TODAY)
    assert (by_name(asked, SIZES), asked.unread) == ({"size": 3}, ("400",))
    asked = read_question("size 3 -> ?", SIZES, Known(), today=TODAY)
    assert (by_name(asked, SIZES), asked.unread) == ({"size": 3}, ())


def test_an_arrow_inside_a_text_is_text() -> None:
    text = "menu File -> Open crashes"
    reading = read_question(text, TRIAGE, Known(), today=TODAY)
    assert by_name(reading, TRIAGE) == {"post": text}
    lesson = read_lesson(f"{text} -> bug", TRIAGE, Known(), today=TODAY)
    assert (by_name(lesson, TRIAGE), lesson.target) == ({"post": text}, "bug")


def test_three_hundred_fields() -> None:
    task = task_of(*(f"field {n}: number" for n in range(300)))
    sentence = ", ".join(f"field {n}: {n}.5" for n in range(300))
    reading = read_lesson(f"{sentence} -> 1", task, Known(), today=TODAY)
    assert list(reading.values.values()) == [n + 0.5 for n in range(300)]
    assert {field.kind for field in task.fields} == {FieldKind.NUMBER}
