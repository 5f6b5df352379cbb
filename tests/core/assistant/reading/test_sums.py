"""A truth that says two amounts is what they make, or none; it is never one of them alone."""

import pytest

from core.assistant.reading import (
    Known,
    beside_truth,
    holds_number,
    read_question,
    read_said_truth,
    read_truth,
)
from core.assistant.reading.misread import Misread
from core.domain.task import Target, TargetKind
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of


def number_of(name: str, unit: str | None) -> Target:
    """Return what a task predicts, as a number."""
    return Target(kind=TargetKind.NUMBER, name=name, unit=unit)


TARGETS = {
    "min": number_of("answer", "min"),
    "元": number_of("答案", "元"),
    "€": number_of("price", "€"),
    "kg": number_of("weight", "kg"),
    "guests": number_of("guests", None),
}


@pytest.mark.parametrize(
    ("text", "target", "truth"),
    [
        ("an hour less 10", "min", 50),
        ("an hour minus 5", "min", 55),
        ("an hour 5", "min", 65),
        ("an hour and 5", "min", 65),
        ("an hour 5 minutes", "min", 65),
        ("1 hr 5", "min", 65),
        ("an hour ten", "min", 70),
        ("an hour plus 10", "min", 70),
        ("it took half an hour less 5", "min", 25),
        ("2 hours less 15 min", "min", 105),
        ("45 + 5", "min", 50),
        ("a kilo less 100 g", "kg", 0.9),
        ("420k less 5%", "€", 399_000),
        ("400 minus 20", "€", 380),
        ("三十减五", "元", 25),
        ("30少5块", "元", 25),
        ("30加5", "元", 35),
        ("20 less 3", "guests", 17),
    ],
)
def test_two_amounts_that_are_joined_are_counted(text: str, target: str, truth: float) -> None:
    for read in (read_truth, read_said_truth):
        assert read(text, TARGETS[target], Known()) == pytest.approx(truth)
    assert beside_truth(text, TARGETS[target], Known()) in ((), ("it took",))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        *(
            (said, "min")
            for said in ("2 hours less 1", "an hour less a bit", "an hour less 90 min")
        ),
        *(
            (said, "min")
            for said in ("an hour - 10", "35 + 5 covered", "5 less 10", "40-45 less 5")
        ),
        *((said, "min") for said in ("the same plus 5", "a third of that", "half of it")),
        *((said, "min") for said in ("10 more than that", "another 5", "an extra 5", "5 off")),
        *((said, "元") for said in ("多5块", "少5块", "多收了5块", "再加5块", "差5块", "高5块")),
        *(
            (said, "元")
            for said in ("退了5块", "退我5块", "找回5块", "找零5块", "优惠5块", "省了5块")
        ),
        *((said, "€") for said in ("refund of 5", "saved 5", "5 back", "420k less 5", "5 on top")),
        *((said, "kg") for said in ("a kilo 5", "2 kg 500")),
        *((said, "guests") for said in ("多来了3个", "少3个", "3 more")),
    ],
)
def test_an_amount_beside_another_is_no_truth_alone(text: str, target: str) -> None:
    with pytest.raises(Misread):
        read_truth(text, TARGETS[target], Known())


@pytest.mark.parametrize(
    ("text", "target", "truth"),
    [
        *(("45", "min", 45), ("minus 5", "min", -5), ("about an hour", "min", 60)),
        *(("45, more or less", "min", 45), ("an hour and a half", "min", 90)),
        *(("hour and a half", "min", 90), ("took hour and a quarter", "min", 75)),
        *(
            ("more like 45", "min", 45),
            ("it was 45, no less", "min", 45),
        ),
        *(
            ("差不多30", "元", 30),
            ("收了我30", "元", 30),
            ("涨到30", "元", 30),
            ("加急30", "元", 30),
        ),
        *(("找人搬花了30", "元", 30), ("折后30", "元", 30), ("不多，30", "元", 30)),
        *(("参加30人", "guests", 30), ("来了20个", "guests", 20), ("找了30个人", "guests", 30)),
    ],
)
def test_words_that_change_no_amount_leave_it_the_truth(
    text: str, target: str, truth: float
) -> None:
    assert read_truth(text, TARGETS[target], Known()) == truth


@pytest.mark.parametrize(
    ("name", "unit", "text"),
    [("退款", "元", "退了5块"), ("refund", "€", "a refund of 5"), ("discount", "€", "5 off")],
)
def test_a_target_of_that_name_is_such_an_amount(name: str, unit: str, text: str) -> None:
    assert read_truth(text, number_of(name, unit), Known()) == 5


@pytest.mark.parametrize(
    ("text", "target", "truth"),
    [
        *((said, "min", 47) for said in ("45, no 47", "45, no, 47", "45 no wait, 47 min")),
        *((said, "min", 47) for said in ("it was 45, sorry, I meant 47", "45… actually 47")),
        *(
            (said, "元", 32)
            for said in ("30，不对，32", "30块，哦不，32块", "30，说错了，应该是32")
        ),
        *(("no, 47", "min", 47), ("45, no", "min", None)),
        ("45 or rather 47", "min", 47),
    ],
)
def test_a_number_that_is_taken_back_is_not_the_truth(
    text: str, target: str, truth: float | None
) -> None:
    for read in (read_truth, read_said_truth):
        try:
            assert read(text, TARGETS[target], Known()) == truth
        except Misread:
            assert truth is None


@pytest.mark.parametrize(("text", "target"), [("45, not 47", "min"), ("30，不是32", "元")])
def test_a_number_that_is_denied_takes_none_back(text: str, target: str) -> None:
    assert read_said_truth(text, TARGETS[target], Known()) == float(text[:2])


SHIFTS = task_of("staff: number", "temp: number °C")
SHIFTS_SEEN = seen_by(SHIFTS, {"staff": [2, 3, 4], "temp": [12, 20]})


@pytest.mark.parametrize(
    ("sentence", "readings"),
    [
        ("4 staff plus 1, 20 °C", (4, 5)),
        ("4 staff + 2, 20 °C", (4, 6)),
        ("4 staff minus 1, 20 °C", (4, 3)),
        ("4 staff minus one, 20 °C", (4, 3)),
    ],
)
def test_what_is_added_behind_the_name_is_asked_about(
    sentence: str, readings: tuple[float, float]
) -> None:
    reading = read_question(sentence, SHIFTS, SHIFTS_SEEN, today=TODAY)
    assert by_name(reading, SHIFTS) == {"temp": 20}
    assert [case.readings for case in reading.unclear] == [readings]


@pytest.mark.parametrize(
    ("sentence", "temp"), [("2 staff, 15°", 15), ("temp 15°", 15), ("-3°, 2 staff", -3)]
)
def test_degrees_by_their_sign(sentence: str, temp: float) -> None:
    reading = read_question(sentence, SHIFTS, SHIFTS_SEEN, today=TODAY)
    assert by_name(reading, SHIFTS)["temp"] == temp


@pytest.mark.parametrize("text", ["twice", "double what I paid", "half of it", "3"])
def test_what_multiplies_is_left_over_as_a_number_is(text: str) -> None:
    assert holds_number(text)


@pytest.mark.parametrize("text", ["this one", "sometimes", "a bike"])
def test_words_without_a_number(text: str) -> None:
    assert not holds_number(text)
