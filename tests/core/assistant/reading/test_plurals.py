"""Nouns in singular and plural: listed categories, names of fields, and what a number counts."""

import pytest

from core.assistant.reading import Known, read_question
from core.assistant.reading.plurals import other_numbers
from core.domain.fields import Value
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

TANKS = task_of(
    "fish: guppy | betta | platy | bass | goldfish",
    "count: number",
    "length: number cm",
    "deposit: number €",
)
TANKS_SEEN = seen_by(TANKS, {"count": [1, 6, 12], "length": [30, 60, 120], "deposit": [5, 10]})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("room", "rooms"),
        ("guppy", "guppies"),
        ("day", "days"),
        ("bass", "basses"),
        ("box", "boxes"),
        ("loaf", "loaves"),
        ("rye loaf", "rye loaves"),
        ("movie", "movies"),
        ("tomato", "tomatoes"),
        ("photo", "photos"),
    ],
)
def test_the_other_number(one: str, other: str) -> None:
    assert other in other_numbers(one)
    assert one in other_numbers(other)


@pytest.mark.parametrize("word", ["", "no", "m²", "室", "2", "BMW 3"])
def test_words_without_another_number(word: str) -> None:
    assert not [*other_numbers(word)]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("6 guppies, 60 cm", {"fish": "guppy", "count": 6, "length": 60}),
        ("a guppy, 60 cm", {"fish": "guppy", "length": 60}),
        ("fish: platies, count 3", {"fish": "platy", "count": 3}),
        ("fish: platys, count 3", {"fish": "platy", "count": 3}),
        ("6 basses", {"fish": "bass", "count": 6}),
        ("no guppies, 60 cm", {"length": 60}),
        ("it platies for 60 cm", {"length": 60}),
    ],
)
def test_the_plural_of_a_listed_category_is_that_category(
    sentence: str, values: dict[str, Value]
) -> None:
    assert by_name(read_question(sentence, TANKS, TANKS_SEEN, today=TODAY), TANKS) == values


def test_two_plurals_of_one_field_are_asked_about() -> None:
    reading = read_question("6 guppies and 2 bettas", TANKS, TANKS_SEEN, today=TODAY)
    assert [case.readings for case in reading.unclear] == [("guppy", "betta")]


def test_a_number_before_a_plural_counts_it_and_measures_nothing() -> None:
    task = task_of("fish: guppy | betta", "deposit: number €")
    known = seen_by(task, {"deposit": [5, 10]})
    assert by_name(read_question("6 guppies", task, known, today=TODAY), task) == {"fish": "guppy"}


def test_a_category_listed_in_both_numbers_is_told_apart() -> None:
    task = task_of("kind: car | cars")
    assert by_name(read_question("kind: cars", task, Known(), today=TODAY), task) == {
        "kind": "cars"
    }
    assert by_name(read_question("kind: car", task, Known(), today=TODAY), task) == {"kind": "car"}


def test_a_category_that_is_only_seen_keeps_its_number() -> None:
    task = task_of("place: category", "length: number cm")
    known = seen_by(task, {"place": ["Bath"], "length": [60]})
    reading = read_question("a flat of 60 cm with 3 baths", task, known, today=TODAY)
    assert by_name(reading, task) == {"length": 60}
