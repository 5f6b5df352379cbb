"""Plain sentences, the traps of CHAT.md among them."""

from datetime import date

import pytest

from core.assistant.reading import Known, Unclear, read_lesson, read_question
from core.domain.fields import Value
from core.domain.identity import FieldKey
from core.domain.task import Target, TargetKind
from tests.core.assistant.reading.tasks import (
    EURO,
    FLATS,
    FLATS_SEEN,
    MOVIES,
    PHONES,
    SIZES,
    TODAY,
    TRIAGE,
    by_name,
    seen_by,
    task_of,
)

CHINESE = task_of(
    "室: number",
    "厅: number",
    "面积: number 平",
    "区: category",
    target=Target(kind=TargetKind.NUMBER, name="价格", unit="元"),
)
CARDS = task_of(
    "model: category",
    "memory: number GB",
    "condition: used | new",
    target=Target(kind=TargetKind.NUMBER, name="price", unit="$"),
)
CARDS_SEEN = seen_by(CARDS, {"model": ["RTX 3080", "RTX 3090", "RTX 3080 Ti"]})


def test_a_flat_in_english() -> None:
    reading = read_lesson("3-bed 90 m² flat in Kreuzberg, 420k", FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 3, "area": 90, "district": "Kreuzberg"}
    assert reading.target == 420_000
    assert reading.leftover == "flat"


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
    assert reading.ignored == ()


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
    assert reading.ignored == ("420k",)
    assert reading.target is None


def test_a_question_in_plain_words() -> None:
    sentence = "what would a 3-room 90 m² flat in Kreuzberg go for?"
    reading = read_question(sentence, FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 3, "area": 90, "district": "Kreuzberg"}


def test_a_post_and_its_system() -> None:
    reading = read_question("cursor flickers after update, mac", TRIAGE, Known(), today=TODAY)
    assert by_name(reading, TRIAGE) == {"post": "cursor flickers after update", "os": "mac"}
    assert reading.leftover == ""


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
    assert reading.ignored == ()


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
    assert by_name(reading, MOVIES) == {**FILM, "director": "Denis Villeneuve"}
    other_order = "Villeneuve's 2016 sci fi Arrival, 1h 56min"
    reading = read_question(other_order, MOVIES, seen, today=TODAY)
    assert by_name(reading, MOVIES) == {**FILM, "director": "Denis Villeneuve"}


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
    assert reading.ignored == ("5.1", "1.4")


# The traps.


def test_chinese_commas_part_numbers() -> None:
    task = task_of("面积: number 平", "室: number")
    reading = read_question("90平，3室。", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"面积": 90, "室": 3}
    reading = read_question("室：3，面积：90", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"面积": 90, "室": 3}


@pytest.mark.parametrize("model", [["iPhone 15", "iPhone 14"], []])
def test_a_model_number_and_a_storage_stay_apart(model: list[str]) -> None:
    seen = seen_by(PHONES, {"model": model})
    reading = read_question("iPhone 15 128G", PHONES, seen, today=TODAY)
    assert by_name(reading, PHONES).get("storage") == 128
    assert by_name(reading, PHONES).get("model") == ("iPhone 15" if model else None)
    assert reading.ignored == (() if model else ("15",))


@pytest.mark.parametrize(("unit", "value"), [("GB", 128), ("TB", 0.128), ("g", 128), ("kg", 0.128)])
def test_g_is_gigabyte_or_gram_by_the_unit_of_the_field(unit: str, value: float) -> None:
    task = task_of(f"amount: number {unit}")
    assert by_name(read_question("128G", task, Known(), today=TODAY), task) == {"amount": value}


@pytest.mark.parametrize(
    ("unit", "value"), [("m", 5), ("km", 0.005), ("min", 5), ("s", 300), ("€", 5e6), ("k€", 5e3)]
)
def test_m_is_metre_minute_or_million_by_the_unit_of_the_field(unit: str, value: float) -> None:
    task = task_of(f"amount: number {unit}")
    reading = read_question("amount 5m", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"amount": value}


def test_m_without_any_unit_is_asked() -> None:
    reading = read_question("size 5m", SIZES, Known(), today=TODAY)
    asked = Unclear(field=SIZES.fields[0].key, text="5m", readings=(5.0, 5e6))
    assert reading.unclear == (asked,)


def test_second_hand_is_not_two() -> None:
    reading = read_question("二手 3室", CHINESE, Known(), today=TODAY)
    assert by_name(reading, CHINESE) == {"室": 3}
    assert reading.leftover == "二手"
    alone = read_question("二手", SIZES, Known(), today=TODAY)
    assert dict(alone.values) == {}


@pytest.mark.parametrize(
    ("history", "value"), [([1.1, 1.3], 1.25), ([800, 1500], 1250), ([100_000], None), ([], None)]
)
def test_one_dot_and_three_digits_are_read_by_the_history(
    history: list[float], value: float | None
) -> None:
    seen = seen_by(SIZES, {"size": history})
    reading = read_question("size 1.250", SIZES, seen, today=TODAY)
    assert by_name(reading, SIZES).get("size") == value
    asked = Unclear(field=SIZES.fields[0].key, text="1.250", readings=(1.25, 1250.0))
    assert reading.unclear == (() if value else (asked,))


def test_a_range_is_asked_and_no_difference() -> None:
    reading = read_question("3-4 rooms, 80 to 90 m²", FLATS, FLATS_SEEN, today=TODAY)
    assert [(one.text, one.readings) for one in reading.unclear] == [
        ("3-4", (3.0, 4.0)),
        ("80 to 90 m²", (80.0, 90.0)),
    ]


def test_next_friday_is_a_date() -> None:
    task = task_of("when: date", "rooms: number")
    reading = read_question("2 rooms next Friday", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"rooms": 2, "when": date(2026, 5, 29)}


def test_dates_are_read_only_where_there_is_a_date_field() -> None:
    reading = read_question("size 3, 2026-05-31", SIZES, Known(), today=TODAY)
    assert by_name(reading, SIZES) == {"size": 3}
    assert reading.ignored == ("2026-05-31",)


# Names.


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
        ("no rooms", {}),
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


def test_explicit_pairs_win_wherever_they_stand() -> None:
    sentence = "Kreuzberg, 3 rooms, district: Mitte, rooms=4"
    reading = read_question(sentence, FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"district": "Mitte", "rooms": 4}
    assert reading.ignored == ("3",)


def test_pairs_need_no_commas() -> None:
    sentence = "rooms: 3 area: 90 m² district: Mitte"
    reading = read_question(sentence, FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 3, "area": 90, "district": "Mitte"}


def test_a_pair_that_cannot_be_read_is_shown() -> None:
    reading = read_question("rooms: many, area: 3a, 4 rooms", FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 4}
    assert reading.ignored == ("rooms: many", "area: 3a")


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
        ("flat in Kreuzburg", "Kreuzberg"),
        ("prenzlauer-berg flat", "Prenzlauer Berg"),
        ("flat in Prenzlauer", "Prenzlauer Berg"),
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
def test_categories_are_known_nearly_known_or_named(sentence: str, district: str | None) -> None:
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
    assert outside.ignored == ("123456",)


@pytest.mark.parametrize("sentence", ["6 7", "model 6x", "#6", "<@6>", "route 66", "6/7"])
def test_a_number_that_may_mean_something_else_is_only_shown(sentence: str) -> None:
    reading = read_question(sentence, SIZES, Known(), today=TODAY)
    assert dict(reading.values) == {}
    assert reading.ignored


def test_two_numbers_in_one_unit_are_asked() -> None:
    reading = read_question("90 m² with a 10 m² balcony", FLATS, Known(), today=TODAY)
    assert [one.readings for one in reading.unclear] == [(90.0, 10.0)]
    seen = seen_by(FLATS, {"area": [60, 120]})
    reading = read_question("90 m² with a 10 m² balcony", FLATS, seen, today=TODAY)
    assert by_name(reading, FLATS) == {"area": 90}
    assert reading.ignored == ("10 m²",)


def test_another_currency_is_not_converted() -> None:
    task = task_of("rent: number €")
    reading = read_question("rent $300", task, Known(), today=TODAY)
    assert dict(reading.values) == {}
    assert reading.ignored == ("$300",)
