"""What a truth's text says of it, and what it says besides."""

import pytest

from core.assistant.reading import Known, beside_truth, read_lesson, read_truth
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind
from core.errors import InvalidValue
from tests.core.assistant.reading.tasks import TODAY, task_of

PRICE = Target(kind=TargetKind.NUMBER, name="price", unit="€")
FEE = Target(kind=TargetKind.NUMBER, name="fee", unit="元")
STARS = Target(kind=TargetKind.RATING, name="stars", scale=Scale(low=1, high=5))
POINTS = Target(kind=TargetKind.RATING, name="points", scale=Scale(low=0, high=10))
TOPIC = Target(kind=TargetKind.CATEGORY, name="topic", labels=("bug", "install"))


@pytest.mark.parametrize(
    ("target", "text", "truth", "beside"),
    [
        (PRICE, "415k — balcony too", 415_000, ["balcony too"]),
        (PRICE, "415k, and it did have a garden", 415_000, ["and it did have a garden"]),
        (PRICE, "with the garden, 415k", 415_000, ["with the garden"]),
        (PRICE, "sold for 415k (garden too)", 415_000, ["garden too"]),
        (PRICE, "650,保修也有", 650, ["保修也有"]),
        (PRICE, "380 but without the lock", 380, ["but without the lock"]),
        (FEE, "八十块,不讲价", 80, ["不讲价"]),
        (STARS, "1. Never again!", 1, ["Never again"]),
        (STARS, "2分,不能再多了", 2, ["不能再多了"]),
        (STARS, "4/5, loved it", 4, ["loved it"]),
        (TOPIC, "bug, and on linux too", "bug", ["and on linux too"]),
        (PRICE, "no, it sold for 415k yesterday, thanks!", 415_000, []),
        (PRICE, "no, 400", 400, []),
        (TOPIC, "no, it was a bug", "bug", []),
    ],
)
def test_what_else_is_said_is_kept_apart(
    target: Target, text: str, truth: float | str, beside: list[str]
) -> None:
    assert read_truth(text, target, Known()) == truth
    assert list(beside_truth(text, target, Known())) == beside


@pytest.mark.parametrize(
    "text", ["not 400", "it wasn't 400", "400? no", "400, no", "400 it was not", "不是400"]
)
def test_a_denied_number_is_no_truth(text: str) -> None:
    with pytest.raises(InvalidValue, match="was not"):
        read_truth(text, PRICE, Known())


def test_words_without_a_number_are_not_called_a_denial() -> None:
    with pytest.raises(InvalidValue, match="one number"):
        read_truth("不及格", STARS, Known())


@pytest.mark.parametrize(
    ("target", "text", "rating"),
    [
        (STARS, "满分", 5),
        (STARS, "满分，推荐", 5),
        (STARS, "Full marks!", 5),
        (POINTS, "top marks", 10),
        (POINTS, "零分", 0),
    ],
)
def test_the_ends_of_a_scale_have_names(target: Target, text: str, rating: float) -> None:
    assert read_truth(text, target, Known()) == rating


@pytest.mark.parametrize(
    ("target", "text", "why"),
    [
        (STARS, "4.5", "steps of 1; 4.5 is between two"),
        (STARS, "4 1/2", "steps of 1; 4.5 is between two"),
        (POINTS, "9.5", "steps of 1; 9.5 is between two"),
        (STARS, "9", "scale 1–5; 9 is not"),
        (STARS, "零分", "scale 1–5; 0 is not"),
    ],
)
def test_a_number_off_the_scale_is_told_why(target: Target, text: str, why: str) -> None:
    with pytest.raises(InvalidValue, match=why):
        read_truth(text, target, Known())


def test_a_lesson_says_what_of_its_truth_was_not_read() -> None:
    task = task_of("os: linux | mac", target=TOPIC)
    reading = read_lesson("mac -> bug, also on linux", task, Known(), today=TODAY)
    assert reading.target == "bug"
    assert reading.unread == ("also on linux",)


def test_a_separator_that_python_takes_for_a_blank_is_read_as_one() -> None:
    assert read_truth("0\x1f", Target(kind=TargetKind.NUMBER), Known()) == 0.0
