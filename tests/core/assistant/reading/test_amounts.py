"""Amounts in parts, halves and colloquial numbers: all doors read them alike, or none does."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant.files.measure_texts import length_in_minutes
from core.assistant.reading import (
    Known,
    Unclear,
    draft_fields,
    read_lesson,
    read_question,
    read_truth,
    read_value,
)
from core.domain.fields import Value
from core.domain.task import Target, TargetKind
from core.errors import InvalidValue
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

Said = Value | tuple[Value, ...] | None
"""A value, the readings to choose from, or None where it is refused."""


def _said(read: Callable[[], Value | Unclear]) -> Said:
    try:
        found = read()
    except InvalidValue:
        return None
    return found.readings if isinstance(found, Unclear) else found


def readings(text: str, unit: str | None) -> dict[str, Said]:
    """Return what a form, a sentence, a lesson and a correction read of the same words."""
    target = Target(kind=TargetKind.NUMBER, name="result", unit=unit)
    task = task_of(f"amount: number {unit or ''}", "note: category", target=target)
    field = draft_fields([f"amount: number {unit or ''}"])[0]
    found = {
        "form": _said(lambda: read_value(text, field, Known(), today=TODAY)),
        "correction": _said(lambda: read_truth(text, target, Known())),
    }
    for door, sentence in (("named", f"amount {text}"), ("pair", f"note: red, amount: {text}")):
        reading = read_question(sentence, task, Known(), today=TODAY)
        asked = [one.readings for one in reading.unclear if one.field == field.key]
        found[door] = asked[0] if asked else by_name(reading, task).get("amount")
    lesson = _said(lambda: _target(f"note red -> {text}", task))
    return {**found, "lesson": lesson}


def _target(sentence: str, task: object) -> Value | Unclear:
    reading = read_lesson(sentence, task, Known(), today=TODAY)  # type: ignore[arg-type]
    if reading.unclear:
        return reading.unclear[0]
    assert reading.target is not None
    return reading.target


def assert_all(text: str, unit: str | None, number: Said) -> None:
    """Check that every door reads the same, exactly or to the twelfth digit."""
    for door, said in readings(text, unit).items():
        wanted = pytest.approx(number, rel=1e-12) if number is not None else None
        assert said == wanted, (text, unit, door)


MINUTES = (
    "2h30=150|2h30m=150|2 h 30 min=150|24m30s=24.5|1h10=70|1h05=65|2:05:00=125|1:20 h=80|"
    "an hour and a half=90|an hour and 20 minutes=80|half an hour=30|"
    "half hour=30|3/4 h=45|"
    "quarter of an hour=15|three quarters of an hour=45|2 hours and a half=150|90 mins=90|"
    "1.5 hours=90|0 h 0 min=0|two and a half days=3600|3 days=4320|一个半小时=90|"
    "半小时=30|半个小时=30|两天半=3600|5个半小时=330|一小时二十分=80|一小时二十=80|1小时零5分=65|3刻钟=45|一刻钟=15|"
    "两个半小时左右=150|3分20秒=3.3333333333333|2小时20分30秒=140.5|1小时半=90|35:10=35.1666666666667"
)
HOURS = "2h30=2.5|1:20=1.33333333333333|90 min=1.5|一个半小时=1.5|两天=48|1d 2h=26|0:45=0.75"
DAYS = (
    "two and a half days=2.5|36 hours=1.5|两天半=2.5|半个月=15.2184375|一个半月=45.6553125|"
    "两周=14|1 week 2 days=9|半天=0.5|2 weeks=14|half a day=0.5"
)
SECONDS = "24m30s=1470|2:05:00=7500|1'20\"=80|1分20秒=80|1.5 min=90"
CELSIUS = (
    "50F=10|50 °F=10|50° F=10|8 degrees=8|8 degrees C=8|-3C=-3|零下三度=-3|33度=33|50℉=10|33℃=33|"
    "minus 3 degrees=-3|华氏50度=10|50华氏度=10|32F=0|-40 F=-40|零下十五=-15|50°=50"
)
FAHRENHEIT = "8 degrees=8|10 °C=50|50F=50|摄氏10度=50|0 C=32"
KILOGRAMS = (
    "半斤=0.25|1斤半=0.75|一斤半=0.75|3斤2两=1.6|3斤2=1.6|二两=0.1|2 kg 300 g=2.3|"
    "half a kilo=0.5|两斤=1|半公斤=0.5|一百二十斤=60"
)
KILOMETRES = "20里=10|二十里=10|半里=0.25|half a mile=0.804672"
CENTIMETRES = (
    "5'11\"=180.34|5'11=180.34|5' 11\"=180.34|5 ft 11=180.34|5ft11=180.34|5 ft 11 in=180.34|"
    "6'=182.88|27\"=68.58|1米75=175|一米七五=175|一米七=170|1m75=175|1米75左右=175"
)
YUAN = (
    "一毛=0.1|五毛=0.5|五块五=5.5|两块三毛=2.3|两块三毛五=2.35|12块5=12.5|12块50=12.5|5块5毛=5.5|"
    "3块半=3.5|三百五=350|一千二=1200|两万三=23000|1.2w=12000|1.2w元=12000|1万2=12000|1毛5=0.15"
)
PERCENT = "九五新=95|95新=95|9成新=90|九成新=90|9.5成新=95"
PLAIN = "三百五=350|一千二=1200|两万三=23000|3k5=3500|3个半=3.5"


def forms(listed: str, unit: str | None) -> list[tuple[str, str | None, float]]:
    """Return each form with its unit and its number."""
    pairs = [form.rpartition("=") for form in listed.split("|")]
    return [(text, unit, float(number)) for text, _, number in pairs]


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        *forms(MINUTES, "min"),
        *forms(HOURS, "h"),
        *forms(DAYS, "days"),
        *forms(SECONDS, "s"),
        *forms(CELSIUS, "°C"),
        *forms(FAHRENHEIT, "°F"),
        *forms(KILOGRAMS, "kg"),
        *forms(KILOMETRES, "km"),
        *forms(CENTIMETRES, "cm"),
        *forms(YUAN, "元"),
        *forms(PERCENT, "%"),
        *forms(PLAIN, None),
    ],
)
def test_an_amount_is_read_alike_wherever_it_is_said(
    text: str, unit: str | None, number: float
) -> None:
    assert_all(text, unit, number)


@pytest.mark.parametrize(
    ("text", "unit", "numbers"),
    [
        ("1:20", "min", (80, 80 / 60)),
        ("1:20", "s", (4800, 80)),
        ("2h30", None, (2.5, 150)),
        ("1.2w", None, (1.2, 12_000)),
        ("3 or 4", None, (3, 4)),
        ("四百或者五百", None, (400, 500)),
        ("400度或者500度", "度", (400, 500)),
        ("between 80 and 90 m²", "m²", (80, 90)),
        ("80到90平", "m²", (80, 90)),
        ("80平到90平", "m²", (80, 90)),
        ("80平或90", "m²", (80, 90)),
        ("20分钟或者30分钟", "min", (20, 30)),
        ("90 min to 2 h", "min", (90, 120)),
        ("2h30-3h", "min", (150, 180)),
        ("3块5还是4块", "元", (3.5, 4)),
        ("60 bucks", "€", (60,)),
    ],
)
def test_an_amount_with_two_readings_is_asked_about(
    text: str, unit: str | None, numbers: tuple[float, float]
) -> None:
    assert_all(text, unit, numbers)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        *((text, "min") for text in ("2h5", "2h75", "2小时5", "1:75", "2h30x", "5 km 30")),
        *((text, "kg") for text in ("3斤12", "2h30", "5w30")),
        *((text, "cm") for text in ("5 ft 13", "1米7五5", "5m3")),
        *((text, "€") for text in ("3k50", "12块5", "7w")),
        *((text, "m²") for text in ("3平2", "2h30")),
        *((text, "°C") for text in ("3 degrees warmer", "2h30")),
    ],
)
def test_an_amount_is_read_whole_or_not_at_all(text: str, unit: str) -> None:
    assert_all(text, unit, None)


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [("$60", "€", "$"), ("60 dollars", "€", "dollars"), ("60 usd", "€", "USD"), ("£5", "$", "£")],
)
def test_another_currency_is_named_and_not_converted(text: str, unit: str, said: str) -> None:
    assert_all(text, unit, None)
    target = Target(kind=TargetKind.NUMBER, name="price", unit=unit)
    with pytest.raises(InvalidValue, match=re.escape(f'"price" is in {unit}')) as raised:
        read_truth(text, target, Known())
    assert f'"{text}" is in {said}' in str(raised.value)


TRIP = task_of(
    "duration: number h", "rest: number min", "weight: number kg", "days: number", "day: category"
)
PLANK = task_of("长: number 米", "宽: number 米", "价: number 元", "重量: number 斤")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("duration 2 h and 30 min rest", {"duration": 2, "rest": 30}),
        ("duration 2 h, 30 min rest", {"duration": 2, "rest": 30}),
        ("2h30, 5 kg", {"duration": 2.5, "weight": 5}),
        ("3 days, duration 20 min", {"days": 3, "duration": pytest.approx(1 / 3)}),
        ("rest 20' duration 2h", {"duration": 2, "rest": 20}),
        ("duration two hours thirty", {"duration": 2.5}),
        ("weight 5 (lb)", {"weight": pytest.approx(2.26796185)}),
        ("weight 5(kg)", {"weight": 5}),
        ("we left 2 hours ago, weight 3", {"weight": 3}),
        ("left at 8:30, weight 3", {"weight": 3}),
        ("5 km/h, twice a day, weight 3", {"weight": 3}),
    ],
)
def test_amounts_beside_one_another_keep_apart(said: str, read: dict[str, float]) -> None:
    assert by_name(read_question(said, TRIP, Known(), today=TODAY), TRIP) == read


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("长3米5宽2米", {"长": 3.5, "宽": 2}),
        ("长一米七五的杆子", {"长": 1.75}),
        ("价12块5一斤，长2米", {"价": 12.5, "长": 2}),
        ("5元一斤", {"价": 5}),
        ("价3元5角8分，重量3斤2两", {"价": 3.58, "重量": 3.2}),
        ("80成交，长3米", {"长": 3}),
    ],
)
def test_chinese_amounts_beside_one_another_keep_apart(said: str, read: dict[str, float]) -> None:
    assert by_name(read_question(said, PLANK, Known(), today=TODAY), PLANK) == read


HOUR_FORMS = ("{h}h{m:02}", "{h}h{m:02}m", "{h} h {m} min", "{h}小时{m}分", "{h}小时{m}分钟")
MORE_FORMS = ("{h} hours and {m} minutes", "{h}hr{m}min", "{h}:{m:02}:00", "{h}:{m:02} h")


@given(st.integers(0, 99), st.integers(0, 59), st.sampled_from((*HOUR_FORMS, *MORE_FORMS)))
def test_hours_and_minutes_are_added_up(hours: int, minutes: int, form: str) -> None:
    assert_all(form.format(h=hours, m=minutes), "min", hours * 60 + minutes)


@given(st.integers(0, 99), st.integers(0, 59), st.sampled_from((*HOUR_FORMS, *MORE_FORMS)))
def test_files_read_lengths_as_sentences_do(hours: int, minutes: int, form: str) -> None:
    cell = form.format(h=hours, m=minutes)
    assert length_in_minutes(cell) == pytest.approx(hours * 60 + minutes, rel=1e-12)


@given(
    st.sampled_from(("h", "m", "min", "kg", "ft", "米", "斤", "块", "小时", "k", "w", "平", "x")),
    st.from_regex(r"[0-9]{1,3}", fullmatch=True),
    st.from_regex(r"[0-9]{1,3}[a-z米斤分]?", fullmatch=True),
    st.sampled_from(("min", "kg", "cm", "元", "m²", None)),
)
def test_the_first_number_of_joined_ones_never_stands_for_both(
    word: str, first: str, rest: str, unit: str | None
) -> None:
    def alone(text: str) -> Said:
        field = draft_fields([f"amount: number {unit or ''}"])[0]
        return _said(lambda: read_value(text, field, Known(), today=TODAY))

    joined = alone(f"{first}{word}{rest}")
    if joined is not None and float(rest.rstrip("abcdefghijklmnopqrstuvwxyz米斤分") or 0):
        assert joined not in {alone(f"{first}{word}"), alone(first)} - {None, 0.0}
