"""A yes-or-no field that a sentence denies is never taken for a yes."""

import pytest

from core.assistant.reading import Known, read_question, read_value
from core.domain.fields import Value
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

FLAT = task_of("balcony: yes/no", "garden: yes/no", "rooms: number")
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


@pytest.mark.parametrize("text", ["30 years old", "30-year-old", "aged 30", "30岁", "age 30"])
def test_an_age_is_told_in_years(text: str) -> None:
    reading = read_question(text, PERSON, Known(), today=TODAY)
    assert by_name(reading, PERSON) == {"age": 30}
    assert read_value(text, PERSON.fields[0], Known(), today=TODAY) == 30
