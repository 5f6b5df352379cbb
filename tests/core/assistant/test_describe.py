"""Answers in words: as fine as their range can tell, and honest about what they are worth."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.assistant.describe import basis_words, headline, merit_words
from core.domain.example import Example, ExampleStatus, Foretold
from core.domain.forecast import Answer, Basis, CategoryForecast, Interval, NumberForecast
from core.domain.identity import ExampleId, FieldKey, TaskId
from core.domain.task import Target, TargetKind
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


def post(number: int, label: str, said: str) -> Example:
    return Example(
        id=ExampleId(number),
        number=number,
        task_id=TaskId(1),
        author=None,
        values={FieldKey("f1"): f"post {number}"},
        target=label,
        status=ExampleStatus.ACTIVE,
        revision=number,
        taught_at=datetime(2026, 5, 1, tzinfo=UTC),
        foretold=Foretold(answer=said, naive="ham"),
    )


@pytest.mark.parametrize("is_balanced", [False, True])
def test_whether_it_beats_the_plain_rule_is_judged_as_its_card_judges_it(
    is_balanced: bool,
) -> None:
    """All rare ones found at the price of false alarms: no merit, but where labels count alike."""
    posts = [post(n, "ham", "spam" if n < 4 else "ham") for n in range(18)]
    posts += [post(n, "spam", "spam") for n in range(20, 22)]
    target = Target(kind=TargetKind.CATEGORY, name="answer", is_balanced=is_balanced)
    sure = CategoryForecast(probabilities=(("spam", 0.8), ("ham", 0.2)))
    answer = replace(answer_of(0, 1, 2), forecast=sure)
    words = merit_words(answer, posts, task_of("post: text", target=target), locale="en")
    assert bool(words) != is_balanced
