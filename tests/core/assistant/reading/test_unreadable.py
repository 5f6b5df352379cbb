"""What was named and cannot be read, said twice, or perhaps meant otherwise is asked about."""

from datetime import date

import pytest

from core.assistant.reading import Doubt, Known, Unclear, read_lesson, read_question, read_truth
from core.assistant.reading.misread import Misread
from core.domain.fields import Value
from core.errors import InvalidValue
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.reading.tasks import NUMBER, TODAY, by_name, task_of

BIKES = task_of(
    "brand: category",
    "age: number years",
    "frame: number cm",
    "weight: number kg",
    "used: yes/no",
    "bought: date",
)
SEEN = Known(categories={BIKES.fields[0].key: ("Trek", "Giant")})
TICKETS = task_of("post: text", "plan: category", "urgent: yes/no")
PLANS = Known(categories={TICKETS.fields[1].key: ("free", "pro")})
WALKS = task_of("阳台: yes/no", "天气: category", "电梯: yes/no")


def lesson(said: str) -> dict[str, Value]:
    return by_name(read_lesson(f"{said} -> 450", BIKES, SEEN, today=TODAY), BIKES)


@pytest.mark.parametrize(
    ("said", "name", "text"),
    [
        ("age: 20+", "age", "20+"),
        ("age 20+", "age", "20+"),
        ("frame: about 1/2", "frame", "about 1/2"),
        ("bought 31.02.2025", "bought", "31.02.2025"),
        ("bought 31/02/2025", "bought", "31/02/2025"),
        ("31.02.2025", "bought", "31.02.2025"),
        ("used: yes and no", "used", "yes and no"),
        ("Trek or Cube", "brand", "Trek or Cube"),
    ],
)
def test_a_named_value_that_cannot_be_read_is_asked_about(said: str, name: str, text: str) -> None:
    reading = read_lesson(f"weight 12, {said} -> 450", BIKES, SEEN, today=TODAY)
    assert by_name(reading, BIKES) == {"weight": 12}
    [doubt] = reading.offers
    assert (doubt.why, doubt.text, doubt.readings) == (Doubt.UNREADABLE, text, ())
    assert doubt.field == next(field.key for field in BIKES.fields if field.name == name)


@pytest.mark.parametrize(
    ("said", "readings"),
    [
        ("age 2, age 3", (2, 3)),
        ("age: 2, age: 3", (2, 3)),
        ("age 2 or 3", (2, 3)),
        ("brand Trek, brand Giant", ("Trek", "Giant")),
        ("Trek or Giant", ("Trek", "Giant")),
        ("used, not used", (False, True)),
        ("bought 1.3.2024, bought 2.3.2024", (date(2024, 3, 1), date(2024, 3, 2))),
        ("hardly used", (False, True)),
        ("used to be red", (False, True)),
    ],
)
def test_two_values_of_one_field_are_asked_about(said: str, readings: tuple[Value, ...]) -> None:
    reading = read_lesson(f"weight 12, {said} -> 450", BIKES, SEEN, today=TODAY)
    [doubt] = reading.unclear
    assert sorted(doubt.readings, key=str) == sorted(readings, key=str)
    assert by_name(reading, BIKES) == {"weight": 12}


def test_the_same_value_said_twice_is_one() -> None:
    assert lesson("age 2, age: 2 years, used, used: yes") == {"age": 2, "used": True}


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("age 18 months", {"age": 1.5}),
        ("weight 12 kg 500 g", {"weight": 12.5}),
        ("weight 4斤", {"weight": 2}),
        ("frame 22 inches", {"frame": 55.88}),
        ("unused", {"used": False}),
        ("used: no", {"used": False}),
    ],
)
def test_units_and_opposites_are_read_as_they_are(said: str, values: dict[str, Value]) -> None:
    assert lesson(f"{said}, brand Trek") == {"brand": "Trek", **values}


@pytest.mark.parametrize(
    "said",
    ["used no clue", "used: not sure", "no idea whether it is used", "used or not"],
)
def test_what_nobody_knows_is_neither_yes_nor_no(said: str) -> None:
    assert lesson(f"age 2, {said}") == {"age": 2}


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("阳台有没有不清楚, 有电梯", {"电梯": True}),
        ("阳台不知道, 电梯:没有", {"电梯": False}),
        ("阳台有没有都行", {}),
    ],
)
def test_what_nobody_knows_in_chinese(said: str, values: dict[str, Value]) -> None:
    reading = read_lesson(f"天气: 晴, {said} -> 45", WALKS, Known(), today=TODAY)
    assert by_name(reading, WALKS) == {"天气": "晴", **values}


@pytest.mark.parametrize("said", ["原来没有阳台现在有了", "阳台坏了"])
def test_what_has_changed_is_asked_about_in_chinese(said: str) -> None:
    reading = read_lesson(f"天气: 晴, {said} -> 45", WALKS, Known(), today=TODAY)
    [doubt] = reading.unclear
    assert (doubt.text, doubt.readings) == (said, (False, True))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("bought Saturday", date(2026, 5, 23)),
        ("bought this Saturday", date(2026, 5, 23)),
        ("bought December 24", date(2025, 12, 24)),
        ("bought: 12月24日", date(2025, 12, 24)),
        ("bought next Friday", date(2026, 5, 29)),
        ("bought December 24, 2026", date(2026, 12, 24)),
    ],
)
def test_the_days_of_a_lesson_have_passed(said: str, day: date) -> None:
    assert lesson(f"age 2, {said}") == {"age": 2, "bought": day}


def test_the_days_of_a_question_are_the_nearest() -> None:
    asked = read_question("bought Dec 24, age 2", BIKES, SEEN, today=date(2026, 11, 28))
    assert by_name(asked, BIKES)["bought"] == date(2026, 12, 24)


def test_a_named_text_ends_where_other_fields_are_said() -> None:
    for said, values in {
        "post: can't log in, pro, urgent": {"plan": "pro", "urgent": True, "post": "can't log in"},
        "post: my pro account, very urgent": {"post": "my pro account, very urgent"},
        "post: slow, 3": {"post": "slow, 3"},
    }.items():
        reading = read_lesson(f"{said} -> 450", TICKETS, PLANS, today=TODAY)
        assert by_name(reading, TICKETS) == values


def test_one_short_clause_may_be_the_missing_category() -> None:
    reading = read_lesson(
        "cannot log in at all since monday, gold -> 4", TICKETS, PLANS, today=TODAY
    )
    [doubt] = reading.offers
    assert (doubt.why, doubt.readings) == (Doubt.LEFT, ("gold",))
    assert doubt.text_without == "cannot log in at all since monday"
    assert by_name(reading, TICKETS) == {"post": "cannot log in at all since monday, gold"}


def test_a_target_with_a_question_mark_is_asked_about() -> None:
    reading = read_lesson("age 2 -> 450?", BIKES, SEEN, today=TODAY)
    [doubt] = reading.unclear
    assert (doubt.field, doubt.why, doubt.readings) == (None, Doubt.ASKED, (450,))


def test_two_lessons_in_a_line_are_refused_beside_a_text() -> None:
    with pytest.raises(Misread):
        read_lesson("post: a -> 3; post: b -> 4", TICKETS, PLANS, today=TODAY)
    reading = read_lesson("post: a -> b is broken -> 4", TICKETS, PLANS, today=TODAY)
    assert by_name(reading, TICKETS) == {"post": "a -> b is broken"}


SHOPS = task_of("商圈: category", "菜: item", "面积: number", "备注: text")


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("商圈 大学城", "大学城"),
        ("商圈 大悦城", "大悦城"),
        ("商圈 有乐町", "有乐町"),
        ("商圈 是山", "是山"),
        ("商圈是大学城", "大学城"),
        ("商圈: 大学城", "大学城"),
        ("商圈 在水一方", "在水一方"),
    ],
)
def test_a_chinese_value_keeps_the_characters_of_its_name(said: str, value: str) -> None:
    reading = read_lesson(f"菜: 川菜, 面积 4, {said} -> 45", SHOPS, Known(), today=TODAY)
    assert by_name(reading, SHOPS) == {"菜": "川菜", "面积": 4, "商圈": value}


@pytest.mark.parametrize(
    ("said", "either"), [("面积 三四", (3, 4)), ("面积: 七八", (7, 8)), ("面积：两三", (2, 3))]
)
def test_two_numerals_in_a_row_are_no_one_number(said: str, either: tuple[float, ...]) -> None:
    reading = read_lesson(f"商圈: 五道口, {said} -> 45", SHOPS, Known(), today=TODAY)
    assert by_name(reading, SHOPS) == {"商圈": "五道口"}
    assert [one.readings for one in reading.unclear] == [either]
    truth = read_truth(said[-2:], NUMBER, Known())
    assert isinstance(truth, Unclear)
    assert truth.readings == either
    with pytest.raises(InvalidValue):
        read_truth(f"{said[-2:]}天", NUMBER, Known())


def test_a_named_field_ends_a_named_text() -> None:
    reading = read_lesson("备注：小炒肉，商圈 湘江，面积 4 -> 45", SHOPS, Known(), today=TODAY)
    assert by_name(reading, SHOPS) == {"备注": "小炒肉", "商圈": "湘江", "面积": 4}


@pytest.mark.parametrize(
    "said", ["3200，哦不对，3400", "3200, no wait, 3400", "3200, sorry, I mean 3400"]
)
def test_a_target_that_is_taken_back_is_not_learned(said: str) -> None:
    assert read_lesson(f"age 2 -> {said}", BIKES, SEEN, today=TODAY).target == 3400


def test_a_word_that_is_none_of_the_options_is_asked_about() -> None:
    task = task_of("brand: Sony | Canon | Nikon", "age: number")
    reading = read_lesson("Leica, age 2 -> 4", task, Known(), today=TODAY)
    [doubt] = reading.offers
    assert (doubt.why, doubt.text) == (Doubt.UNLISTED, "Leica")


SHIRTS = task_of("size: S | M | L", "colour: red | blue", "garden: yes/no", "有电梯: yes/no")


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("M blue", {"size": "M", "colour": "blue"}),
        ("blue S", {"size": "S", "colour": "blue"}),
        ("blue w/o garden", {"colour": "blue", "garden": False}),
        ("blue 没电梯", {"colour": "blue", "有电梯": False}),
        ("blue 有电梯", {"colour": "blue", "有电梯": True}),
    ],
)
def test_short_options_and_short_denials_are_read(said: str, values: dict[str, Value]) -> None:
    reading = read_lesson(f"{said} -> 45", SHIRTS, Known(), today=TODAY)
    assert (by_name(reading, SHIRTS), reading.unread) == (values, ())


def test_a_capital_letter_is_not_dropped() -> None:
    reading = read_lesson("B blue -> 45", SHIRTS, Known(), today=TODAY)
    assert reading.unread == ("B",)


async def test_the_hour_of_a_time_in_a_text_is_kept() -> None:
    chat = Chat()
    await chat.say(
        "task new name:ferry predict:number unit:min "
        'fields:"departs: text; to: Brodick | Rothesay; force: number"'
    )
    for said in ("departs 7:40", "departs: 7:40", "the 7:40 departs late"):
        saved = await chat.say(f"teach ferry: {said}, to Brodick, force 3 -> 5")
        assert f"{said.removeprefix('departs: ')} · to Brodick" in shown(saved)


async def test_a_country_in_capitals_is_no_little_word() -> None:
    chat = Chat()
    await chat.say(
        "task new name:knit predict:number unit:h "
        'fields:"piece: scarf | hat; stitches: number; needle: number mm"'
    )
    saved = await chat.say("teach knit: scarf, 40 stitches, US 7 needle -> 12")
    assert "ignored: US" in shown(saved)
    assert "ignored" not in shown(await chat.say("teach knit: hat for us, 30 stitches -> 9"))


async def test_a_quoted_title_behind_the_name_keeps_its_commas() -> None:
    chat = Chat()
    await chat.say(
        'task new name:films predict:rating scale:1-5 fields:"title: item; genre: category"'
    )
    saved = await chat.say(
        'teach films: title "The Good, the Bad and the Ugly", genre western -> 4'
    )
    assert "The Good, the Bad and the Ugly" in shown(saved)
    assert "ignored" not in shown(saved)
