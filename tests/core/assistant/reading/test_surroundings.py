"""What stands around a number: it is understood, asked about or refused, and never dropped."""

import pytest

from core.assistant.reading import (
    Known,
    Unclear,
    draft_fields,
    read_question,
    read_truth,
    read_value,
)
from core.domain.task import Target, TargetKind
from core.errors import InvalidValue
from tests.core.assistant.reading.tasks import FLATS, FLATS_SEEN, TODAY, by_name, seen_by, task_of

BUG_OR_FEATURE = ("bug", "feature")


def _strings(listed: str) -> list[str]:
    return listed.split("|")


def value(text: str, unit: str = "", *, is_cell: bool = False) -> object:
    field = draft_fields([f"change: number {unit}"])[0]
    return read_value(text, field, Known(), today=TODAY, is_cell=is_cell)


def price(text: str) -> object:
    return read_truth(text, Target(kind=TargetKind.NUMBER, name="price", unit="$"), Known())


@pytest.mark.parametrize("sign", list("-−‐‑‒–—―﹣－➖"))
@pytest.mark.parametrize("blank", ["", " "])
def test_every_minus_is_a_minus(sign: str, blank: str) -> None:
    assert value(f"{sign}{blank}7") == -7
    assert price(f"{sign}{blank}7") == -7
    task = task_of("change: number")
    reading = read_question(f"change: {sign}{blank}7", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"change": -7}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("minus 7", -7),
        ("negative 7", -7),
        ("minus seven", -7),
        ("负7", -7),
        ("负七", -7),
        ("零下7", -7),
        ("负三点五", -3.5),
        ("-(7)", -7),
        ("(-7)", -7),
        ("\u200e-7", -7),
        ("+7", 7),
        ("7,-", 7),
        ("7.-", 7),
    ],
)
def test_signs_in_words_and_marks(text: str, number: float) -> None:
    assert value(text) == number


@pytest.mark.parametrize(
    "text", ["$(1,300.00)", "($1,300)", "(1,300)", "1300.00-", "$1,300-", "-$1,300", "$-1,300"]
)
def test_accountants_write_negative_money_in_brackets_or_with_the_minus_last(text: str) -> None:
    assert value(text, "$") == -1300
    assert price(text) == -1300


@pytest.mark.parametrize("text", ["(40)", "40-", "40 -"])
def test_brackets_are_negative_in_cells_and_asked_in_the_chat(text: str) -> None:
    assert value(text, is_cell=True) == -40
    found = value(text)
    assert isinstance(found, Unclear)
    assert found.readings == (-40, 40)


def test_brackets_in_a_sentence_are_a_remark_where_a_unit_stands_in_them() -> None:
    reading = read_question("2 rooms (60 m²)", FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 2, "area": 60}
    assert reading.unclear == ()


@pytest.mark.parametrize(
    "text",
    _strings(
        "<7|< 7|>7|≤7|<=7|>= 7|7<|±7|+/-7|+-7|70±7|70 ± 7|7+|7 +|--7|*7|7*|^7|7^2|7²|10⁶|#7|@7|/7|"
        "7/|x7|7x|[7]|{7}|7_000|under 7|over 7|at least 7|up to 7|more than 7|no more than 7|"
        "7 or more|7 plus|not 7|twice 7|7 times|half of 7|7 gazillion|7 gross|7 mil|7L|"
        "🦆7|7/month|several 100|三百多|十几|不到7|超过7|至少7|7以上|三分之一|"
        "7倍|3兆|5万5万"
    ),
)
def test_a_number_beside_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        value(text)
    with pytest.raises(InvalidValue):
        price(f"it was {text}")
    task = task_of("change: number", "note: number")
    for sentence in (f"change {text}", f"change: {text}"):
        reading = read_question(sentence, task, Known(), today=TODAY)
        assert dict(reading.values) == {}
        assert reading.unread


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12 lakh", 1_200_000),
        ("1.5 crore", 15_000_000),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("a thousand", 1000),
        ("half a million", 500_000),
        ("quarter of a million", 250_000),
        ("three and a half million", 3_500_000),
        ("one and a half", 1.5),
        ("3 and a half thousand", 3500),
        ("3 1/2", 3.5),
        ("3½", 3.5),
        ("½", 0.5),
        ("two point five", 2.5),
        ("nineteen eighty-four", 1984),
        ("2 trillion", 2e12),
        ("1,23,456.50", 123_456.5),
        ("12,34,567", 1_234_567),
        ("12 500", 12_500),
        ("1 234 567,5", 1_234_567.5),
        ("两个亿", 200_000_000),
        ("2.5万亿", 2.5e12),
        ("两万五千亿", 2.5e12),
        ("6万7000", 67_000),
        ("35万8千", 358_000),
        ("2千零30", 2030),
        ("三点一四", 3.14),
        ("壹佰贰拾", 120),
        ("三萬", 30_000),
        ("7左右", 7),
        ("7 or so", 7),
    ],
)
def test_magnitudes_and_fractions(text: str, number: float) -> None:
    assert value(text) == number


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("价格420万3室", {"价格": 4_200_000, "室": 3}),
        ("420万，90平，3室", {"价格": 4_200_000, "室": 3, "面积": 90}),
        ("面积90平价格6万7000元", {"价格": 67_000, "面积": 90}),
    ],
)
def test_the_next_number_is_not_part_of_a_chinese_sum(
    sentence: str, values: dict[str, float]
) -> None:
    task = task_of("价格: number 元", "室: number", "面积: number 平")
    seen = seen_by(task, {"价格": [1e6, 5e6]})
    assert by_name(read_question(sentence, task, seen, today=TODAY), task) == values


def test_thousands_parted_by_blanks_are_asked_in_a_sentence() -> None:
    task = task_of("price: number", "rooms: number")
    [asked] = read_question("price 12 500", task, Known(), today=TODAY).unclear
    assert asked.readings == (12_500, 12)


@pytest.mark.parametrize(
    "text",
    _strings(
        "not 7|it was not 7|it wasn't 7|it wasn’t 7|isnt 7|no 7|never 7|7, not 8|not 7 but 8|"
        "不是7|没有7"
    ),
)
def test_what_a_number_was_not_is_asked_about(text: str) -> None:
    with pytest.raises(InvalidValue, match="says what price was not"):
        price(text)


@pytest.mark.parametrize("text", ["no, 7", "nope, 7", "No. It was 7", "不是，7", "不对，7块钱"])
def test_a_no_before_the_answer_denies_what_the_bot_said(text: str) -> None:
    target = Target(kind=TargetKind.NUMBER, name="price", unit="元")
    assert read_truth(text, target, Known()) == 7


@pytest.mark.parametrize("labels", [BUG_OR_FEATURE, ()])
@pytest.mark.parametrize(
    "text",
    _strings(
        "not bug|not a bug|isn't a bug|no bug|never a bug|anything but bug|non-bug|"
        "bug, not feature|rather than bug|不是bug|没有bug"
    ),
)
def test_what_a_label_was_not_is_asked_about(text: str, labels: tuple[str, ...]) -> None:
    target = Target(kind=TargetKind.CATEGORY, name="kind", labels=labels)
    with pytest.raises(InvalidValue, match="says what kind was not"):
        read_truth(text, target, Known(labels=BUG_OR_FEATURE))


def test_a_label_that_holds_a_no_is_taken_as_it_is() -> None:
    labels = Known(labels=("spam", "not spam", "不错"))
    target = Target(kind=TargetKind.CATEGORY, name="kind")
    assert read_truth("Not spam", target, labels) == "not spam"
    assert read_truth("不错", target, labels) == "不错"
    assert read_truth('"not ham"', target, labels) == "not ham"


def test_a_word_after_a_number_that_names_a_field_changes_nothing() -> None:
    task = task_of("width: number", "times: number", "max: number", "half: number")
    reading = read_question("width 5 times 3 max 9 half 2", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"width": 5, "times": 3, "max": 9, "half": 2}


def test_a_dash_in_a_sentence_parts_and_negates_nothing() -> None:
    reading = read_question("60 m² - 2 rooms", FLATS, FLATS_SEEN, today=TODAY)
    assert by_name(reading, FLATS) == {"rooms": 2, "area": 60}
