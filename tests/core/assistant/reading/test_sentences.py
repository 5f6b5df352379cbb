"""Plain sentences, read as the values of a task."""

import pytest

from core.assistant.reading import Known, read_lesson, read_question
from tests.core.assistant.reading.tasks import (
    CARDS,
    CARDS_SEEN,
    CHINESE,
    EURO,
    FLATS,
    FLATS_SEEN,
    MOVIES,
    TODAY,
    TRIAGE,
    by_name,
    seen_by,
    task_of,
)


def test_a_flat_in_english() -> None:
    reading = read_lesson("3-bed 90 m² flat in Kreuzberg, 420k", FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 3, "area": 90, "district": "Kreuzberg"}
    assert reading.target == 420_000
    assert reading.unread == ()


def test_a_flat_in_chinese() -> None:
    reading = read_lesson("三室一厅 90平 420万", CHINESE, Known(), today=TODAY)
    assert by_name(reading, CHINESE) == {"室": 3, "厅": 1, "面积": 90}
    assert reading.target == 4_200_000


def test_a_flat_in_chinese_for_a_task_in_english() -> None:
    task = task_of("bedrooms: number", "living rooms: number", "area: number m²", target=EURO)
    reading = read_lesson("3室1厅 90平 420万", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"bedrooms": 3, "living rooms": 1, "area": 90}
    assert reading.target == 4_200_000


def test_a_flat_in_number_words_and_a_price_in_continental_style() -> None:
    sentence = "two-bedroom, 75sqm, 3rd floor, € 310.000"
    reading = read_lesson(sentence, FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 2, "area": 75, "floor": 3}
    assert reading.target == 310_000
    assert reading.unread == ()


def test_a_graphics_card() -> None:
    sentence = "RTX 3080 10GB used for 350 bucks"
    reading = read_lesson(sentence, CARDS, CARDS_SEEN, today=TODAY)
    assert by_name(reading, CARDS) == {"model": "RTX 3080", "memory": 10, "condition": "used"}
    assert reading.target == 350


def test_the_longest_known_category_wins() -> None:
    reading = read_question("rtx 3080 ti, new", CARDS, CARDS_SEEN, today=TODAY)
    assert by_name(reading, CARDS) == {"model": "RTX 3080 Ti", "condition": "new"}


def test_a_price_in_a_question_is_shown_as_ignored_and_takes_no_field() -> None:
    sentence = "3-bed 90 m² flat in Kreuzberg, 420k"
    reading = read_question(sentence, FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 3, "area": 90, "district": "Kreuzberg"}
    assert reading.unread == ("420k",)
    assert reading.target is None


def test_a_question_in_plain_words() -> None:
    sentence = "what would a 3-room 90 m² flat in Kreuzberg go for?"
    reading = read_question(sentence, FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 3, "area": 90, "district": "Kreuzberg"}


def test_a_post_and_its_system() -> None:
    reading = read_question("cursor flickers after update, mac", TRIAGE, Known(), today=TODAY)
    assert by_name(reading, TRIAGE) == {"post": "cursor flickers after update", "os": "mac"}
    assert reading.unread == ()


def test_a_text_keeps_the_values_inside_it_and_loses_those_at_its_edges() -> None:
    inside = "the cursor flickers on Mac since the update"
    assert by_name(read_question(inside, TRIAGE, Known(), today=TODAY), TRIAGE) == {
        "post": inside,
        "os": "mac",
    }
    edge = read_question("fonts look odd on Linux", TRIAGE, Known(), today=TODAY)
    assert by_name(edge, TRIAGE) == {"post": "fonts look odd", "os": "linux"}


def test_a_text_is_kept_as_typed() -> None:
    text = "  It's BROKEN!! 😀 see v1.2.3, then “crash”; again… "
    task = task_of("post: text")
    reading = read_question(text, task, Known(), today=TODAY)
    assert by_name(reading, task) == {"post": text.strip()}
    assert reading.unread == ()


FILM = {"title": "Arrival", "genre": "sci-fi", "year": 2016, "length": 116}


def test_a_film_by_what_the_task_has_seen() -> None:
    seen = seen_by(
        MOVIES,
        {
            "genre": ["sci-fi", "drama"],
            "director": ["Denis Villeneuve", "Greta Gerwig"],
            "year": [1990, 2020],
        },
    )
    sentence = "Arrival, sci-fi, 2016, 116 min, Villeneuve"
    reading = read_question(sentence, MOVIES, seen, today=TODAY)
    assert by_name(reading, MOVIES) == {**FILM, "director": "Villeneuve"}
    assert [one.readings for one in reading.offers] == [("Denis Villeneuve", "Villeneuve")]
    other_order = "Denis Villeneuve's 2016 sci fi Arrival, 1h 56min"
    reading = read_question(other_order, MOVIES, seen, today=TODAY)
    assert by_name(reading, MOVIES) == {**FILM, "director": "Denis Villeneuve"}
    assert reading.offers == ()


def test_values_in_the_order_of_the_fields_need_no_names() -> None:
    sentence = "Arrival, sci-fi, 2016, 116 min, Villeneuve"
    reading = read_question(sentence, MOVIES, Known(), today=TODAY)
    assert by_name(reading, MOVIES) == {**FILM, "director": "Villeneuve"}
    iris = task_of("a: number", "b: number", "c: number", "d: number")
    reading = read_question("5.1, 3.5, 1.4, 0.2", iris, Known(), today=TODAY)
    assert list(reading.values.values()) == [5.1, 3.5, 1.4, 0.2]


def test_a_list_that_fits_the_fields_in_part_is_not_read_by_order() -> None:
    task = task_of("a: number", "b: number", "c: number")
    reading = read_question("5.1, what, 1.4", task, Known(), today=TODAY)
    assert dict(reading.values) == {}
    assert reading.unread == ("5.1", "1.4")


@pytest.mark.parametrize(
    ("text", "weight", "sugar"),
    [
        ("strawberry, 4 kg, 1 kg of sugar", 4, 1000),
        ("5 kg plum with 1 kg of sugar", 5, 1000),
        ("cherry, 2000 g, 1 kg sugar", 2, 1000),
        ("2 kg, sugar 1 kg", 2, 1000),
    ],
)
def test_an_amount_is_of_the_name_behind_it_whatever_the_units(
    text: str, weight: float, sugar: float
) -> None:
    task = task_of("fruit: category", "weight: number kg", "sugar: number g")
    read = by_name(read_question(text, task, Known(), today=TODAY), task)
    assert (read["weight"], read["sugar"]) == (weight, sugar)


@pytest.mark.parametrize("text", ["课程:书法 报名30人", "课程：书法 报名 30"])
def test_a_named_value_ends_before_a_number_with_its_name(text: str) -> None:
    task = task_of("课程: category", "报名: number 人")
    read = by_name(read_question(text, task, Known(), today=TODAY), task)
    assert read == {"课程": "书法", "报名": 30}
