"""Answers in words: as fine as their range can tell, and honest about what they are worth."""

import pytest

from core.assistant.describe import basis_words, headline
from core.domain.forecast import Answer, Basis, Interval, NumberForecast
from tests.core.assistant.reading.tasks import EURO, NUMBER, task_of


def answer_of(low: float, center: float, high: float) -> Answer:
    likely = Interval(level=0.8, low=low, high=high)
    return Answer(
        forecast=NumberForecast(center=center, intervals=(likely,)),
        basis=Basis.MODEL,
        version=3,
        examples=7,
        weights={"linear": 0.5, "kernel": 0.3, "fourier": 0.15, "rule": 0.05},
    )


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (answer_of(18.2, 19.9, 21.6), "about 20  (80 %: 18 – 22)"),
        (answer_of(19.2, 19.9, 20.6), "19.9  (80 %: 19.2 – 20.6)"),
        (answer_of(371_234, 412_345, 455_678), "412,000  (80 %: 371,000 – 456,000)"),
    ],
)
def test_a_count_is_said_in_whole_numbers_where_its_range_is_wide(
    answer: Answer, said: str
) -> None:
    assert headline(answer, task_of("size: number", target=NUMBER), locale="en") == said


def test_what_has_a_unit_keeps_its_digits() -> None:
    priced = headline(
        answer_of(18.2, 19.9, 21.6), task_of("size: number", target=EURO), locale="en"
    )
    assert priced == "€ 19.9  (80 %: 18.2 – 21.6)"


def test_the_small_print_names_the_three_experts_that_count_most() -> None:
    words = basis_words(answer_of(1, 2, 3), locale="en")
    assert words == "v3 · 7 examples · linear 50 %, kernel 30 %, fourier 15 %"
