"""What people answer when asked how many came, what it cost and how long it took."""

import pytest

from core.assistant.reading import Known, draft_fields, read_truth, read_value
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind
from core.errors import InvalidValue
from tests.core.assistant.reading.tasks import TODAY


def both(text: str, name: str, unit: str | None = None) -> set[object]:
    """Return what the text is as a truth and as a field's value."""
    field = draft_fields([f"{name}: number {unit or ''}"])[0]
    target = Target(kind=TargetKind.NUMBER, name=name, unit=unit)
    return {read_truth(text, target, Known()), read_value(text, field, Known(), today=TODAY)}


MANY = """
23|about 23|about 23 people|roughly 23|circa 23 guests|ca. 23|c. 23|approx. 23 members|maybe 23
I think 23|23 I think|23 or so|some 23 people|only 23|just 23 folks|exactly 23|23 in total
a total of 23|nearly 23|almost 23 people|close to 23|23 people came|23 came|there were 23 of us
23 showed up|around twenty-three people|23 ppl!!|23 attendees|est. 23|pretty much 23
23 more or less|23 give or take|23 or thereabouts|it ended up being 23|we had 23 guests
we were 23 in the end|twenty-three players|etwa 23 Leute|rund 23|ungefähr 23
大约 23 人|差不多23|大概23个人|约23人|23人左右|二十三个人|来了23个人|一共23人|总共二十三位|23名|23个
有23个人|将近23|接近23人|估计23|应该是23|好像23个|二十三人上下|正好23人|只有23人|23个人来了
"""


@pytest.mark.parametrize("text", [t for line in MANY.strip().splitlines() for t in line.split("|")])
def test_how_many_came(text: str) -> None:
    assert both(text, "visitors") == {23}


@pytest.mark.parametrize(
    "text",
    [
        *("23+", "more than 23", "23 people or more", "<23", "±23", "a few"),
        *("23 odd people", "up to 23", "23 people max", "23 of 30", "19 adults and 4 kids"),
        *("23 + 4 kids", "not 23", "a couple", "23 copies", "23 people fewer"),
        *(
            "不到23人",
            "23多人",
            "二十来个",
            "超过23",
            "最多23人",
            "至少23个",
            "23人以上",
        ),
    ],
)
def test_what_is_no_one_count_is_refused(text: str) -> None:
    target = Target(kind=TargetKind.NUMBER, name="visitors")
    with pytest.raises(InvalidValue):
        read_truth(text, target, Known())


COSTS = """
640|$640|about $640|around 640 bucks|roughly 640$|it cost 640|I paid 640|paid about 640|640 all in
640 or thereabouts|six hundred forty|maybe 640 dollars|大约640|640左右|一共640|大概花了640
"""


@pytest.mark.parametrize(
    "text", [t for line in COSTS.strip().splitlines() for t in line.split("|")]
)
def test_what_it_cost(text: str) -> None:
    assert both(text, "cost", "$") == {640}


@pytest.mark.parametrize("text", ["六百四十块", "差不多640块", "640块钱", "花了640元", "总共640块"])
def test_what_it_cost_in_yuan(text: str) -> None:
    assert both(text, "花费", "元") == {640}


@pytest.mark.parametrize(
    "text", ["640 and change", "just under 640", "640 people", "640人", "640 plus tax", "640不到"]
)
def test_what_is_no_one_cost_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        both(text, "cost", "$")


@pytest.mark.parametrize(
    "text",
    [
        "2 hours",
        "about two hours",
        "120 min",
        "two hours flat",
        "两个小时",
        "2个钟头",
        "两小时左右",
        "2:00:00",
    ],
)
def test_how_long_it_took(text: str) -> None:
    assert both(text, "length", "min") == {120}


@pytest.mark.parametrize("text", ["3个月", "over 2 hours", "all day", "2个人"])
def test_another_length_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_truth(text, Target(kind=TargetKind.NUMBER, name="length", unit="min"), Known())


def test_what_is_counted_must_be_what_is_asked_for() -> None:
    assert both("23 copies", "copies sold") == {23}
    assert both("23本", "copies sold") == {23}
    assert both("23 guests", "turnout", "people") == {23}
    rating = Target(kind=TargetKind.RATING, name="rating", scale=Scale(low=0, high=10))
    for text, target in (
        ("23 people", Target(kind=TargetKind.NUMBER, name="copies sold")),
        ("7 people", rating),
    ):
        with pytest.raises(InvalidValue):
            read_truth(text, target, Known())
