"""Ratings, their scales, and what is rated, as people write them."""

import pytest

from core.assistant.reading import (
    Known,
    draft_fields,
    read_lesson,
    read_question,
    read_scale,
    read_truth,
)
from core.domain.fields import FieldKind
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind
from core.errors import InvalidValue
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

STARS = Target(kind=TargetKind.RATING, scale=Scale(low=1, high=5))
FILMS = task_of(
    "title: item",
    "genre: category",
    "year: number",
    "length: number min",
    "director: category",
    target=Target(kind=TargetKind.NUMBER),
)
SEEN = seen_by(FILMS, {"genre": ["sci-fi", "crime"], "director": ["Villeneuve", "Mann"]})


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("1-5", Scale(low=1, high=5)),
        ("1 to 10", Scale(low=1, high=10)),
        ("0–5 by 0.5", Scale(low=0, high=5, step=0.5)),
        ("-2..2", Scale(low=-2, high=2)),
    ],
)
def test_scales(text: str, scale: Scale) -> None:
    assert read_scale(text) == scale


@pytest.mark.parametrize("text", ["", "5", "good", "1-5-9", "5-1", "1-" + "9" * 400])
def test_what_is_no_scale_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_scale(text)


@pytest.mark.parametrize(
    ("said", "rating"),
    [("4", 4), ("4/5", 4), ("3 out of 5", 3), ("★★☆☆☆", 2), ("⭐️⭐️⭐️", 3), ("4 stars", 4)],
)
def test_ratings(said: str, rating: float) -> None:
    assert read_truth(said, STARS, Known()) == rating


@pytest.mark.parametrize("said", ["6", "0", "3.5", "4/10", "★★★★★★", "great", "☆☆"])
def test_what_is_not_on_the_scale_is_refused(said: str) -> None:
    with pytest.raises(InvalidValue):
        read_truth(said, STARS, Known())


def test_an_item_is_a_kind_of_field_and_a_member_is_not_for_typing() -> None:
    [title] = draft_fields(["title: item"])
    assert title.kind is FieldKind.ITEM
    with pytest.raises(InvalidValue, match="kind of field"):
        draft_fields(["who: member"])


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        (
            "Arrival, sci-fi, 2016, 116 min, Villeneuve",
            {
                "title": "Arrival",
                "genre": "sci-fi",
                "year": 2016,
                "length": 116,
                "director": "Villeneuve",
            },
        ),
        ("Nosferatu", {"title": "Nosferatu"}),
        (
            "The Lord of the Rings: The Two Towers?",
            {"title": "The Lord of the Rings: The Two Towers"},
        ),
        ("Heat, crime", {"title": "Heat", "genre": "crime"}),
        ("title: Se7en, genre crime", {"title": "Se7en", "genre": "crime"}),
        ("crime, 170 min", {"genre": "crime", "length": 170}),
        ("", {}),
    ],
)
def test_the_item_is_what_nothing_else_was_read_from(
    sentence: str, values: dict[str, object]
) -> None:
    assert by_name(read_question(sentence, FILMS, SEEN, today=TODAY), FILMS) == values


def test_a_lesson_reads_the_item_before_the_arrow() -> None:
    reading = read_lesson("Heat, crime -> 4", FILMS, SEEN, today=TODAY)
    assert by_name(reading, FILMS) == {"title": "Heat", "genre": "crime"}
    assert reading.target == 4


def test_a_whole_sentence_is_no_item() -> None:
    said = "I was thinking that we could perhaps all go and see something nice together tonight"
    assert by_name(read_question(said, FILMS, SEEN, today=TODAY), FILMS) == {}


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Dune Part Two, sci-fi, 2024", "Dune Part Two"),
        ("Alien 3, sci-fi", "Alien 3"),
        ("is Dune good?", "Dune"),
        ("Dune Villeneuve", "Dune"),
        ("Alien, sci-fi, 1979", "Alien"),
    ],
)
def test_a_sequel_is_not_taken_for_what_was_rated_before(sentence: str, title: str) -> None:
    known = seen_by(FILMS, {"director": ["Villeneuve"], "genre": ["sci-fi"]})
    titles = {FILMS.field_named("title").key: ("Dune", "Alien")}
    known = Known(categories={**known.categories, **titles})
    read = read_question(sentence, FILMS, known, today=TODAY)
    assert by_name(read, FILMS)["title"] == title
