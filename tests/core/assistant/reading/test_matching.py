"""How words and numbers find their fields: by name, by what was seen, by what fits."""

import pytest

from core.assistant.reading import Known, Unclear, read_question
from core.domain.fields import Value
from core.domain.identity import FieldKey
from tests.core.assistant.reading.tasks import (
    CARDS,
    CARDS_SEEN,
    FLATS,
    FLATS_SEEN,
    SIZES,
    TODAY,
    TRIAGE,
    by_name,
    seen_by,
    task_of,
)

SIX = (
    "size 6|size: 6|size=6|Size = 6|6 size|sizes 6|size is about 6|what about size six?|6|"
    "what about 6?|sizee 6|size：６|the size of 6"
)


@pytest.mark.parametrize("sentence", SIX.split("|"))
def test_a_number_by_the_name_of_its_field(sentence: str) -> None:
    reading = read_question(sentence, SIZES, Known(), today=TODAY)
    assert by_name(reading, SIZES) == {"size": 6}


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("area 90 rooms 3", {"area": 90, "rooms": 3}),
        ("3 rooms 90 area", {"area": 90, "rooms": 3}),
        ("rooms 3 area 90 floor 2", {"area": 90, "rooms": 3, "floor": 2}),
        ("bright rooms 90 m²", {"area": 90}),
        ("3 zimmer, 5th floor", {"rooms": 3, "floor": 5}),
        ("90,5 m², 2,5 rooms", {"area": 90.5, "rooms": 2.5}),
        ("968.75 sq ft", {"area": pytest.approx(90, abs=0.01)}),
        ("no rooms", {"rooms": 0}),
        ("floor -1", {"floor": -1}),
    ],
)
def test_numbers_find_their_fields(sentence: str, values: dict[str, Value]) -> None:
    assert by_name(read_question(sentence, FLATS, FLATS_SEEN, today=TODAY), FLATS) == values


def test_names_with_signs_and_blanks() -> None:
    task = task_of("od280/od315: number", "total phenols: number", "flavanoids_2: number")
    sentence = "od280/od315 3.92, total_phenols 2.8, flavanoids 2 = 4"
    reading = read_question(sentence, task, Known(), today=TODAY)
    assert list(reading.values.values()) == [3.92, 2.8, 4]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("flipper length 230", {"flipper_length_mm": 230}),
        ("flipper lengths 230", {"flipper_length_mm": 230}),
        ("flipper_length_mm: 230", {"flipper_length_mm": 230}),
        ("median income 4", {"medianIncome": 4}),
        ("medianIncome 4", {"medianIncome": 4}),
        ("weight 5", {"weight_kg": 5}),
        ("weight 5000 g", {"weight_kg": 5}),
        ("1200 sqft, 30 years old", {"Total Sqft": 1200, "age": 30}),
        ("total sqft 1200", {"Total Sqft": 1200}),
    ],
)
def test_headings_are_named_as_people_say_them(sentence: str, values: dict[str, Value]) -> None:
    task = task_of(
        "flipper_length_mm: number mm",
        "medianIncome: number",
        "weight_kg: number kg",
        "Total Sqft: number sqft",
        "age: number",
    )
    assert by_name(read_question(sentence, task, Known(), today=TODAY), task) == values


def test_a_name_without_its_unit_is_another_field_where_there_is_one() -> None:
    task = task_of("weight_kg: number kg", "weight: number")
    assert by_name(read_question("weight 5", task, Known(), today=TODAY), task) == {"weight": 5}


def test_explicit_pairs_win_wherever_they_stand() -> None:
    sentence = "Kreuzberg, 3 rooms, district: Mitte, rooms=4"
    reading = read_question(sentence, FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"district": "Mitte", "rooms": 4}
    assert reading.unread == ("Kreuzberg", "3 rooms")


def test_pairs_need_no_commas() -> None:
    sentence = "rooms: 3 area: 90 m² district: Mitte"
    reading = read_question(sentence, FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 3, "area": 90, "district": "Mitte"}


def test_a_pair_that_cannot_be_read_is_shown() -> None:
    reading = read_question("rooms: many, area: 3a, 4 rooms", FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 4}
    assert reading.unread == ("rooms: many", "area: 3a")


def test_a_named_text_goes_on_to_the_next_pair() -> None:
    sentence = "post: it flickers, but note: only at 10:30, os: mac"
    reading = read_question(sentence, TRIAGE, Known(), today=TODAY)
    assert by_name(reading, TRIAGE) == {
        "post": "it flickers, but note: only at 10:30",
        "os": "mac",
    }


# Categories.


@pytest.mark.parametrize(
    ("sentence", "district"),
    [
        ("flat in kreuzberg", "Kreuzberg"),
        ("KREUZBERG", "Kreuzberg"),
        ("prenzlauer-berg flat", "Prenzlauer Berg"),
        ("flat in Kreuzburg", None),
        ("flat in Prenzlauer", None),
        ("in district Wedding", "Wedding"),
        ("district Prenzlauer Berg flat", "Prenzlauer Berg"),
        ("district is New Town, 3 rooms", "New Town"),
        ("district Wedding and 3 rooms", "Wedding"),
        ('district: "Paris, France", 3 rooms', "Paris, France"),
        ("a flat in the city", None),
        ("what district?", None),
        ("it is in", None),
    ],
)
def test_categories_are_known_or_named(sentence: str, district: str | None) -> None:
    reading = read_question(sentence, FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS).get("district") == district


def test_a_new_category_is_read_by_its_name_before_any_was_taught() -> None:
    for sentence in ("district Mitte, 3 rooms", "3 rooms, district: Mitte"):
        reading = read_question(sentence, FLATS, Known(), today=TODAY)
        assert by_name(reading, FLATS) == {"district": "Mitte", "rooms": 3}


def test_a_category_with_a_comma_is_found_once_it_is_known() -> None:
    seen = seen_by(FLATS, {"district": ["Paris, France", "Lyon"]})
    reading = read_question("district: Paris, France, rooms: 3", FLATS, seen, today=TODAY)
    assert by_name(reading, FLATS) == {"district": "Paris, France", "rooms": 3}


def test_two_known_categories_are_asked() -> None:
    reading = read_question("Kreuzberg or Mitte", FLATS, FLATS_SEEN, today=TODAY)
    key = FieldKey("f3")
    assert reading.unclear == (
        Unclear(field=key, text="Kreuzberg", readings=("Kreuzberg", "Mitte")),
    )


def test_a_near_match_needs_a_lead() -> None:
    seen = seen_by(FLATS, {"district": ["Neuhausen", "Neuhaufen"]})
    reading = read_question("flat in Neuhauzen", FLATS, seen, today=TODAY)
    assert dict(reading.values) == {}


def test_models_that_differ_in_their_number_are_not_mixed_up() -> None:
    reading = read_question("RTX 3070, used", CARDS, CARDS_SEEN, today=TODAY)
    assert by_name(reading, CARDS) == {"condition": "used"}


def test_a_value_that_two_fields_share_goes_where_it_is_named() -> None:
    task = task_of("start: category", "goal: category")
    seen = seen_by(task, {"start": ["Berlin", "Munich"], "goal": ["Berlin", "Munich"]})
    named = read_question("start Berlin goal Munich", task, seen, today=TODAY)
    assert by_name(named, task) == {"start": "Berlin", "goal": "Munich"}
    assert dict(read_question("to Berlin", task, seen, today=TODAY).values) == {}


def test_categories_with_signs_are_told_apart() -> None:
    task = task_of("language: C | C++ | C#")
    for language in ("C", "C++", "C#"):
        reading = read_question(language.lower(), task, Known(), today=TODAY)
        assert by_name(reading, task) == {"language": language}


# Yes or no.


@pytest.mark.parametrize(
    ("sentence", "balcony"),
    [
        ("balcony", True),
        ("with a balcony", True),
        ("no balcony", False),
        ("without balcony, 3 rooms", False),
        ("balcony yes", True),
        ("balcony no", False),
        ("balcony: no", False),
        ("balcony=true", True),
        ("nothing of that kind", None),
    ],
)
def test_yes_or_no(sentence: str, balcony: bool | None) -> None:
    task = task_of("balcony: yes/no", "rooms: number")
    assert by_name(read_question(sentence, task, Known(), today=TODAY), task).get("balcony") is (
        balcony
    )


def test_a_negation_belongs_to_the_name_after_it() -> None:
    task = task_of("balcony: yes/no", "garden: yes/no")
    reading = read_question("balcony no garden", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"balcony": True, "garden": False}
    chinese = task_of("阳台: yes/no")
    reading = read_question("没有阳台", chinese, Known(), today=TODAY)
    assert list(reading.values.values()) == [False]


# Numbers that nobody named.


def test_a_bare_number_goes_to_the_only_field_whose_history_it_fits() -> None:
    task = task_of("rooms: number", "year: number")
    seen = seen_by(task, {"rooms": [1, 2, 5], "year": [1950, 2010]})
    assert by_name(read_question("1987", task, seen, today=TODAY), task) == {"year": 1987}
    assert by_name(read_question("3", task, seen, today=TODAY), task) == {"rooms": 3}
    outside = read_question("123456", task, seen, today=TODAY)
    assert dict(outside.values) == {}
    assert outside.unread == ("123456",)


@pytest.mark.parametrize("sentence", ["6 7", "model 6x", "#6", "<@6>", "route 66", "6/7"])
def test_a_number_that_may_mean_something_else_is_only_shown(sentence: str) -> None:
    reading = read_question(sentence, SIZES, Known(), today=TODAY)
    assert dict(reading.values) == {}
    assert reading.unread


def test_two_numbers_in_one_unit_are_asked() -> None:
    reading = read_question("90 m² with a 10 m² balcony", FLATS, Known(), today=TODAY)
    assert [one.readings for one in reading.unclear] == [(90.0, 10.0)]
    seen = seen_by(FLATS, {"area": [60, 120]})
    reading = read_question("90 m² with a 10 m² balcony", FLATS, seen, today=TODAY)
    assert by_name(reading, FLATS) == {"area": 90}
    assert reading.unread == ("10 m² balcony",)


def test_another_currency_is_not_converted() -> None:
    task = task_of("rent: number €")
    reading = read_question("rent $300", task, Known(), today=TODAY)
    assert dict(reading.values) == {}
    assert reading.unread == ("rent $300",)


HIKE = task_of("km: number km", "climb: number m", "trail: category")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("8 km 300 m", {"km": 8, "climb": 300}),
        ("8km 300m", {"km": 8, "climb": 300}),
        ("9公里400米", {"km": 9, "climb": 400}),
        ("9公里 400米", {"km": 9, "climb": 400}),
        ("climb 300 km 8", {"km": 8, "climb": 300}),
        ("km 7 climb 100", {"km": 7, "climb": 100}),
        ("7 km climb 100", {"km": 7, "climb": 100}),
        ("1.5 km", {"km": 1.5}),
    ],
)
def test_a_field_named_as_its_unit_takes_its_own_number(said: str, read: dict[str, float]) -> None:
    assert by_name(read_question(said, HIKE, Known(), today=TODAY), HIKE) == read


def test_two_amounts_are_one_where_one_field_is_in_such_units() -> None:
    ride = task_of("way: number km", "note: category")
    assert by_name(read_question("9公里400米", ride, Known(), today=TODAY), ride) == {"way": 9.4}
