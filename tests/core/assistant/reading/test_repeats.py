"""A number of which there are several, or that is one of two, is asked about."""

import pytest

from core.assistant.reading import Known, read_question
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

SWIM = task_of("distance: number m")
LAPS = task_of("laps: number", "distance: number m")
DOGS = task_of("age: number years", "weight: number kg")
DOG = task_of("age: number years")
SHIFT = task_of("worked: number hours")
SHIFT_MIN = task_of("worked: number minutes")
STAY = task_of("stay: number days")


@pytest.mark.parametrize(
    ("words", "readings"),
    [
        ("two lengths of the 25m pool", (25, 50)),
        ("10 lengths of a 25 metre pool", (25, 250)),
        ("4 laps of the 400m track", (400, 1600)),
        ("3 sets of 400m", (400, 1200)),
        ("3 x 400 m", (400, 1200)),
        ("2 × 25m", (25, 50)),
        ("400m x 3", (400, 1200)),
        ("4 of the 25m lengths", (25, 100)),
        ("4圈400米", (400, 1600)),
        ("两圈400米跑道", (400, 800)),
        ("400米跑了3圈", (400, 1200)),
        ("25米泳池游两趟", (25, 50)),
        ("3组400米", (400, 1200)),
    ],
)
def test_an_amount_that_is_there_several_times_is_asked(
    words: str, readings: tuple[float, ...]
) -> None:
    reading = read_question(words, SWIM, Known(), today=TODAY)
    assert by_name(reading, SWIM) == {}
    assert [case.readings for case in reading.unclear] == [readings]


@pytest.mark.parametrize(
    "words",
    [
        *("twice the 25m pool", "half of the 400m track", "several laps of the 400m track"),
        *("a couple of lengths of the 25m pool", "50米泳池两个来回"),
    ],
)
def test_an_amount_that_is_there_nobody_says_how_often_is_left_open(words: str) -> None:
    reading = read_question(words, SWIM, Known(), today=TODAY)
    assert by_name(reading, SWIM) == {}


@pytest.mark.parametrize("words", ["400m", "a length of 25 m", "the 400m track", "一圈400米"])
def test_a_single_amount_stays_read(words: str) -> None:
    reading = read_question(words, SWIM, Known(), today=TODAY)
    assert by_name(reading, SWIM)["distance"] in {25, 400}


def test_a_count_that_has_a_field_goes_there_and_leaves_the_amount_to_be_asked() -> None:
    reading = read_question("4 laps of the 400m track", LAPS, Known(), today=TODAY)
    assert by_name(reading, LAPS) == {"laps": 4}
    assert [case.readings for case in reading.unclear] == [(400, 1600)]


@pytest.mark.parametrize(
    "words",
    [
        *("one is 2 years and one 5", "one is 2 years, one 5"),
        *("one is 2 years and the other 5", "one is 2 years old, the other is 5"),
        *("the first is 2 years, the second 5", "一个2岁，一个5", "一只2岁，另一只5", "2岁和5岁"),
    ],
)
def test_a_second_thing_with_its_own_number_is_asked(words: str) -> None:
    reading = read_question(words, DOGS, Known(), today=TODAY)
    assert by_name(reading, DOGS) == {}
    assert [case.readings for case in reading.unclear] == [(2, 5)]


@pytest.mark.parametrize("words", ["2 years and 5", "2岁和5"])
def test_a_second_number_of_the_only_field_is_asked(words: str) -> None:
    reading = read_question(words, DOG, Known(), today=TODAY)
    assert [case.readings for case in reading.unclear] == [(2, 5)]


@pytest.mark.parametrize("words", ["2 years and 5 kg", "2 years, 5 kg", "2岁，5公斤"])
def test_two_numbers_of_two_fields_stay_read(words: str) -> None:
    reading = read_question(words, DOGS, Known(), today=TODAY)
    assert by_name(reading, DOGS) == {"age": 2, "weight": 5}


@pytest.mark.parametrize("words", ["half a day", "half day", "半天", "quarter of a day"])
def test_a_part_of_a_day_is_no_hours(words: str) -> None:
    for task in (SHIFT, SHIFT_MIN):
        reading = read_question(words, task, Known(), today=TODAY)
        assert by_name(reading, task) == {}
        assert [len(case.readings) for case in reading.unclear] == [1]
    assert read_question(words, STAY, Known(), today=TODAY).unclear == ()


@pytest.mark.parametrize(
    ("words", "hours"), [("half an hour", 0.5), ("2 days", 48), ("1.5 days", 36), ("半小时", 0.5)]
)
def test_hours_and_whole_days_stay_read(words: str, hours: float) -> None:
    assert by_name(read_question(words, SHIFT, Known(), today=TODAY), SHIFT) == {"worked": hours}
