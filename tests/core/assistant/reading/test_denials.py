"""A yes-or-no field that a sentence denies is never taken for a yes."""

import pytest

from core.assistant.reading import Known, read_lesson, read_question, read_value
from core.domain.fields import Value
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

FLAT = task_of("balcony: yes/no", "garden: yes/no", "rooms: number")
TABLES = task_of("players: number", "booked: yes/no", "takings: number £", "note: text")
TRIP = task_of("receipts: yes/no", "board: yes/no", "miles: number")
HAN_TRIP = task_of("有票: yes/no", "板子: yes/no", "预订: yes/no", "里程: number")
PERSON = task_of("age: number", "experience: number")


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("balcony", {"balcony": True}),
        ("no balcony", {"balcony": False}),
        ("balcony and no garden", {"balcony": True, "garden": False}),
        ("no garden, balcony", {"balcony": True, "garden": False}),
        ("3 rooms without garden, with balcony", {"balcony": True, "garden": False, "rooms": 3}),
        ("quiet, no smoking, balcony", {"balcony": True}),
    ],
)
def test_a_no_belongs_to_the_name_after_it(sentence: str, values: dict[str, Value]) -> None:
    reading = read_question(sentence, FLAT, Known(), today=TODAY)
    assert by_name(reading, FLAT) == values
    assert reading.unclear == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "it doesn't have a garden",
        "not really a garden",
        "garden isn't there",
        "garden missing",
        "no big garden",
        "neither balcony nor garden",
        "no balcony or garden",
    ],
)
def test_what_may_be_denied_is_asked(sentence: str) -> None:
    reading = read_question(sentence, FLAT, Known(), today=TODAY)
    assert "garden" not in by_name(reading, FLAT)
    assert reading.unclear[-1].readings == (False, True)


DOUGH = task_of(
    "starter: number g", "hydration: number %", "place: in | out", "level: low | mid | high",
    "fridge: yes/no", "tours: number", "temp: number °C",
)  # fmt: skip
DOUGH_SEEN = seen_by(DOUGH, {"starter": [50, 90], "tours": [0, 3], "temp": [20]})


@pytest.mark.parametrize(
    ("words", "fridge"),
    [
        *((words, False) for words in ("not in the fridge", "never in a fridge", "no fridge used")),
        *((words, False) for words in ("it wasn't in the fridge", "left it out of the fridge")),
        *((words, False) for words in ("68% hydration no fridge", "no fridge expected")),
        *((words, True) for words in ("68% hydration fridge", "in the fridge")),
        *((words, None) for words in ("not only in the fridge", "not in the fridge yet")),
        *((words, None) for words in ("took it out of the fridge", "no fridge expected to work")),
        *((words, None) for words in ("80% fridge", "don't put it in the fridge")),
        *((words, None) for words in ("did not leave it out of the fridge",)),
        *((words, None) for words in ("never kept it out of the fridge",)),
        *((words, None) for words in ("nobody left it out of the fridge",)),
        *((words, None) for words in ("forgot to leave it out of the fridge",)),
    ],
)
def test_what_is_plainly_denied_is_a_no(words: str, fridge: bool | None) -> None:
    reading = read_question(f"90 g, {words}", DOUGH, DOUGH_SEEN, today=TODAY)
    assert by_name(reading, DOUGH).get("fridge") == fridge
    assert bool(reading.unclear) == (fridge is None)


@pytest.mark.parametrize("words", ["fridge?", "no fridge?"])
def test_a_question_mark_leaves_a_lesson_in_doubt(words: str) -> None:
    reading = read_lesson(f"90 g, {words} -> 5", DOUGH, DOUGH_SEEN, today=TODAY)
    assert [one.readings for one in reading.unclear] == [(False, True)]


@pytest.mark.parametrize(
    ("words", "values", "asked"),
    [
        ("no tours", {"tours": 0}, ()),
        ("no tours at all", {"tours": 0}, ()),
        ("no starter at all", {"starter": 0}, ()),
        ("no temp", {}, ()),
        ("no tours 3", {"tours": 3}, ()),
        ("in: no", {"place": "out"}, ()),
        ("in: yes", {"place": "in"}, ()),
        ("low: no", {}, ("mid", "high")),
    ],
)
def test_none_of_a_number_is_zero_and_a_listed_no_the_other(
    words: str, values: dict[str, Value], asked: tuple[Value, ...]
) -> None:
    reading = read_question(f"{words}, fridge", DOUGH, DOUGH_SEEN, today=TODAY)
    assert by_name(reading, DOUGH) == values | {"fridge": True}
    assert [one.readings for one in reading.unclear] == ([asked] if asked else [])


@pytest.mark.parametrize(
    ("words", "asked"), [("no tours", ()), ("no starter", (0.0,)), ("no temp", ())]
)
def test_a_lesson_with_the_first_none_of_a_unit_is_asked_about(
    words: str, asked: tuple[Value, ...]
) -> None:
    reading = read_lesson(f"{words}, fridge -> 5", DOUGH, DOUGH_SEEN, today=TODAY)
    assert [one.readings for one in reading.unclear] == ([asked] if asked else [])


@pytest.mark.parametrize(
    "words",
    ["nobody booked", "no one booked", "no-one has booked", "none booked", "nobody's booked"],
)
def test_what_nobody_did_is_a_no(words: str) -> None:
    reading = read_question(f"8 players, £95, {words}", TABLES, Known(), today=TODAY)
    assert by_name(reading, TABLES) == {"players": 8, "takings": 95, "booked": False}


@pytest.mark.parametrize("words", ["everyone booked", "booked half an hour ago"])
def test_a_subject_or_a_time_of_a_yes_leaves_it_a_yes(words: str) -> None:
    reading = read_question(f"8 players, {words}", TABLES, Known(), today=TODAY)
    assert by_name(reading, TABLES)["booked"] is True


@pytest.mark.parametrize(
    "words",
    [
        *("lost my receipts", "mislaid the receipts", "threw away his receipts", "receipts lost"),
        *(
            "forgoten board",
            "mising receipts",
            "missing receipts",
            "can't find the receipts",
            "waiting for receipts",
        ),
        *("forgot his board", "forgot teh board", "left the board at home", "board stolen"),
        *("receipts for some of it", "some receipts", "half the receipts", "receipts for half"),
        *("partly receipts", "mostly receipts", "nearly all receipts"),
    ],
)
def test_what_is_lacking_or_there_in_part_is_asked(words: str) -> None:
    reading = read_question(f"12 miles, {words}", TRIP, Known(), today=TODAY)
    assert by_name(reading, TRIP) == {"miles": 12}
    assert [case.readings for case in reading.unclear] == [(False, True)]


@pytest.mark.parametrize(
    "words",
    [
        *("receipts (some)", "receipts, but only for some of it", "receipts yes but not all"),
        *("receipts but mostly not", "receipts, lost them"),
    ],
)
def test_a_limit_behind_a_yes_is_asked(words: str) -> None:
    for sentence in (f"12 miles, {words}", f"{words}, 12 miles"):
        reading = read_question(sentence, TRIP, Known(), today=TODAY)
        assert by_name(reading, TRIP) == {"miles": 12}
        assert [case.readings for case in reading.unclear] == [(False, True)]


@pytest.mark.parametrize("words", ["有票（一部分）", "有票，只有一部分", "板子，忘了带"])
def test_a_limit_behind_a_yes_is_asked_in_chinese(words: str) -> None:
    reading = read_question(f"{words}，12", HAN_TRIP, Known(), today=TODAY)
    assert by_name(reading, HAN_TRIP) == {"里程": 12}
    assert [case.readings for case in reading.unclear] == [(False, True)]


@pytest.mark.parametrize("words", ["receipts, lost the board", "receipts, we lost"])
def test_a_limit_of_another_field_leaves_a_yes(words: str) -> None:
    reading = read_question(f"12 miles, {words}", TRIP, Known(), today=TODAY)
    assert by_name(reading, TRIP)["receipts"] is True
    assert by_name(reading, TRIP).get("board") is not True


FOOD = task_of("days: number", "fridge: yes/no", "food: text")


@pytest.mark.parametrize(
    "words",
    ["missing the fridge", "half the fridge"],
)
def test_what_is_asked_about_is_no_part_of_a_text(words: str) -> None:
    reading = read_question(f"milk 3 days, {words}", FOOD, Known(), today=TODAY)
    assert by_name(reading, FOOD) == {"days": 3, "food": "milk"}
    assert [(case.text, case.readings) for case in reading.unclear] == [(words, (False, True))]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        *((f"{verb} my receipts", "receipts") for verb in ("kept", "got", "have", "sent in")),
        *((f"{verb} the board", "board") for verb in ("brought", "with", "found")),
        ("lost 3-1 receipts", "receipts"),
    ],
)
def test_what_is_had_is_a_yes(words: str, name: str) -> None:
    reading = read_question(f"{words}", TRIP, Known(), today=TODAY)
    assert by_name(reading, TRIP)[name] is True


@pytest.mark.parametrize("words", ["没人预订", "没有人预订", "谁都没预订"])
def test_what_nobody_did_is_a_no_in_chinese(words: str) -> None:
    reading = read_question(f"12，{words}", HAN_TRIP, Known(), today=TODAY)
    assert by_name(reading, HAN_TRIP).get("预订") is False


@pytest.mark.parametrize(
    "words", ["忘带板子", "票丢了", "弄丢了票", "板子落家里了", "一部分有票", "一些票", "几乎有票"]
)
def test_what_is_lacking_or_there_in_part_is_asked_in_chinese(words: str) -> None:
    reading = read_question(f"12，{words}", HAN_TRIP, Known(), today=TODAY)
    assert True not in by_name(reading, HAN_TRIP).values()
    assert [case.readings for case in reading.unclear] == [(False, True)]


@pytest.mark.parametrize(("words", "name"), [("有票", "有票"), ("带了板子", "板子")])
def test_what_is_had_is_a_yes_in_chinese(words: str, name: str) -> None:
    reading = read_question(f"12，{words}", HAN_TRIP, Known(), today=TODAY)
    assert by_name(reading, HAN_TRIP)[name] is True


@pytest.mark.parametrize("text", ["30 years old", "30-year-old", "aged 30", "30岁", "age 30"])
def test_an_age_is_told_in_years(text: str) -> None:
    reading = read_question(text, PERSON, Known(), today=TODAY)
    assert by_name(reading, PERSON) == {"age": 30}
    assert read_value(text, PERSON.fields[0], Known(), today=TODAY) == 30


RADIO = task_of("band: 20m | 40m", "distance: number km", "antenna: dipole | longwire")


@pytest.mark.parametrize(
    "sentence",
    ["not on 20m", "not 20m", "not with the dipole", "not on the 40m, not with a longwire"],
)
def test_a_category_that_is_denied_is_neither_it_nor_another_fields_number(sentence: str) -> None:
    assert by_name(read_question(sentence, RADIO, Known(), today=TODAY), RADIO) == {}


def test_a_number_beside_a_denied_category_is_read() -> None:
    reading = read_question("300 km, not on 20m, with a dipole", RADIO, Known(), today=TODAY)
    assert by_name(reading, RADIO) == {"distance": 300, "antenna": "dipole"}
