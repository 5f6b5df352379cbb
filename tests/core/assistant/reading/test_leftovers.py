"""What a sentence says and nothing was read of is shown whole: no word that says something goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant.reading import Known, read_question
from core.assistant.reading.speech import IDLE_NOUNS, IDLE_TOPICS
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

BIKES = task_of("job: category", "frame: category", "age: number years")
SEEN = seen_by(BIKES, {"job": ["brake job"], "frame": ["steel"]})
SPOTS = task_of("距离: number 公里", "收费: number 元")


@given(
    noun=st.sampled_from(sorted((IDLE_NOUNS | IDLE_TOPICS) - {"many", "much", "long"})),
    other=st.sampled_from(["tyre", "bright", "kettle", "zoom"]),
    is_first=st.booleans(),
)
def test_a_noun_for_anything_stays_beside_another_word(
    noun: str, other: str, is_first: bool
) -> None:
    words = f"{noun} {other}" if is_first else f"{other} {noun}"
    reading = read_question(f"brake job steel, {words}, 4 years", BIKES, SEEN, today=TODAY)
    shown = " ".join((*reading.unread, *(offer.text for offer in reading.offers)))
    assert noun in shown
    assert other in shown


@pytest.mark.parametrize("words", ["how much does the flat cost", "what is it worth", "这套房子"])
def test_words_that_say_nothing_are_left_out_where_nothing_else_stands(words: str) -> None:
    reading = read_question(f"brake job steel 4 years {words}", BIKES, SEEN, today=TODAY)
    assert reading.unread == ()


@pytest.mark.parametrize(
    ("sentence", "unread"),
    [
        ("了不起的河，5公里", "了不起的河"),
        ("和平路，5公里", "和平路"),
        ("5公里左右的路", "路"),
        ("老公寓，5公里", "老公寓"),
    ],
)
def test_a_chinese_word_is_shown_whole(sentence: str, unread: str) -> None:
    reading = read_question(sentence, SPOTS, Known(), today=TODAY)
    assert reading.unread == (unread,)


def test_a_second_word_that_is_near_a_known_one_is_shown() -> None:
    reading = read_question("brake jop and brkae job, 4 years", BIKES, SEEN, today=TODAY)
    shown = " ".join((*reading.unread, *(offer.text for offer in reading.offers)))
    assert "jop" in shown
    assert "brkae" in shown


@pytest.mark.parametrize(("word", "job"), [("flat", "flat tyre"), ("brakes", "brake job")])
def test_a_whole_word_of_a_known_category_is_offered(word: str, job: str) -> None:
    repairs = task_of("job: category", "wheel: number inch")
    known = seen_by(repairs, {"job": ["flat tyre", "brake job", "chain swap"]})
    reading = read_question(f"a {word} on a 26 inch wheel", repairs, known, today=TODAY)
    assert "job" not in by_name(reading, repairs)
    assert [offer.readings[0] for offer in reading.offers] == [job]


@pytest.mark.parametrize("time", ["9 am", "9 pm", "9am"])
def test_a_time_is_shown_whole_and_is_no_bare_number(time: str) -> None:
    reading = read_question(f"brake job steel at {time}", BIKES, SEEN, today=TODAY)
    assert "age" not in by_name(reading, BIKES)
    assert reading.unread == (time,)


@pytest.mark.parametrize("words", ["price 2000", "2000 films", "low price 2000"])
def test_a_number_that_fits_nothing_is_shown_with_its_noun(words: str) -> None:
    reading = read_question(f"brake job steel 4 years, {words}", BIKES, SEEN, today=TODAY)
    assert reading.unread == (words,)


DRYING = task_of("thickness: number mm", "drying: number days", "handle: yes/no")


def test_the_name_of_a_number_that_is_read_is_not_left_over() -> None:
    """Whole numbers seen do not keep a measure from having a fraction: 36 hours are 1.5 days."""
    seen = seen_by(DRYING, {"drying": [2.0, 3.0]})
    reading = read_question("9 mm, drying 36 hours", DRYING, seen, today=TODAY)
    assert by_name(reading, DRYING) == {"thickness": 9, "drying": 1.5}
    assert read_question("9 mm, 2 days of drying", DRYING, seen, today=TODAY).unread == ()


def test_a_question_behind_a_colon_is_no_value() -> None:
    reading = read_question(
        "9 mm, drying 2 days: how long will it last?", DRYING, Known(), today=TODAY
    )
    assert by_name(reading, DRYING) == {"thickness": 9, "drying": 2}
    reading = read_question("9 mm, drying: how long will it take?", DRYING, Known(), today=TODAY)
    assert by_name(reading, DRYING) == {"thickness": 9}
    assert reading.unclear == ()


FIRINGS = task_of("kiln: small | big", "pieces: number", "clay: category")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("we fired 42 stoneware pieces", {"pieces": 42, "clay": "stoneware"}),
        ("loaded 42 pieces, stoneware", {"pieces": 42, "clay": "stoneware"}),
        ("stoneware, 42 pieces: it took ages", {"pieces": 42, "clay": "stoneware"}),
        ("big kiln, pieces: 42", {"pieces": 42, "kiln": "big"}),
    ],
)
def test_what_is_counted_may_be_said_by_its_kind(said: str, read: dict[str, object]) -> None:
    seen = seen_by(FIRINGS, {"clay": ["stoneware"]})
    assert by_name(read_question(said, FIRINGS, seen, today=TODAY), FIRINGS) == read
