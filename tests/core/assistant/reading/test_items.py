"""The item that is rated: titles that are numbers, and years in brackets."""

from dataclasses import replace

import pytest

from core.assistant.raters import with_rater
from core.assistant.reading import Known, Reading, read_lesson, read_question
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind, Task
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

STARS = Target(kind=TargetKind.RATING, name="stars", scale=Scale(low=1, high=5, step=1))


def rated(*lines: str) -> Task:
    plain = task_of(*lines)
    return replace(plain, fields=with_rater(plain.fields, "en"), target=STARS)


FILMS = rated("title: item", "genre: category")
DATED = rated("title: item", "genre: category", "year: number")
HAN = rated("片名: item", "年份: number")


def lesson(text: str, task: Task = FILMS) -> Reading:
    return read_lesson(text, task, Known(), today=TODAY)


@pytest.mark.parametrize(
    ("text", "title"), [("1984 -> 4", "1984"), ("300 -> 5", "300"), ("9 -> 1", "9")]
)
def test_a_number_alone_is_the_title_where_nothing_else_takes_it(text: str, title: str) -> None:
    assert by_name(lesson(text), FILMS) == {"title": title}


def test_a_number_before_a_genre_is_the_title() -> None:
    assert by_name(lesson("1917, war -> 4"), FILMS) == {"title": "1917", "genre": "war"}


def test_a_question_may_be_a_number() -> None:
    reading = read_question("2012?", FILMS, Known(), today=TODAY)
    assert by_name(reading, FILMS) == {"title": "2012"}


def test_a_number_is_a_fields_before_it_is_a_title() -> None:
    assert by_name(lesson("1984 -> 4", DATED), DATED) == {"year": 1984}


def test_a_year_in_brackets_goes_to_its_field_and_ends_the_title() -> None:
    reading = lesson("The Room (2003) drama -> 1", DATED)
    assert by_name(reading, DATED) == {"title": "The Room", "year": 2003}
    assert [offer.text for offer in reading.offers] == ["drama"]
    assert by_name(lesson("活着 (1994) -> 5", HAN), HAN) == {"片名": "活着", "年份": 1994}


def test_without_a_field_for_years_the_bracket_stays_in_the_title() -> None:
    assert by_name(lesson("The Room (2003) -> 1"), FILMS) == {"title": "The Room (2003)"}
    assert by_name(lesson("Heat (uncut) -> 5", DATED), DATED) == {"title": "Heat (uncut)"}


@pytest.mark.parametrize(
    "text", ["《怪谈簿》还原本，2016 -> 4", "《怪谈簿》 还原 2016 -> 4", "《怪谈簿》，2016 -> 4"]
)
def test_a_title_in_marks_ends_at_its_mark(text: str) -> None:
    reading = lesson(text, HAN)
    assert by_name(reading, HAN)["片名"] == "怪谈簿"
    assert ("还原" in " ".join(reading.unread)) == ("还原" in text)
