"""Tasks from their first lesson, and fields from lines."""

from datetime import date

import pytest

from core.assistant.reading import Draft, Known, draft_fields, draft_task, read_lesson
from core.domain.fields import MAX_FIELDS, FieldKind, Value
from core.domain.identity import CommunityId, TaskId
from core.domain.task import TargetKind, Task
from core.errors import InvalidValue
from tests.core.assistant.reading.tasks import TODAY, task_of

LESSONS = [
    "area 90 m², rooms 3, district Kreuzberg -> 420k €",
    "size 1 -> 2",
    "size 3 = 6",
    "post: cursor flickers after update, os: mac -> rendering",
    "Arrival, sci-fi, 2016 -> 4.2",
    "5.1, 3.5, 1.4, 0.2 -> setosa",
    "面积：90平，区：朝阳 -> 420万元",
    "3-bed, 90 sqm, balcony yes, sold 2026-05-31 -> price 420k €",
    "brand Trek, age 3 years -> 450",
    "age −3 years, boiler size 200 l -> 4",
    "距离 5 公里,天气 晴,配速感觉 轻松 -> 30分钟",
    "年龄 3 岁，人数 20 人 -> 5",
    "od280/od315 3.92, alcohol 13.2 -> class_0",
]


def shown(draft: Draft) -> list[tuple[str, FieldKind, str | None, Value]]:
    return [(f.name, f.kind, f.unit, draft.values[f.key]) for f in draft.fields]


def test_a_flat_shows_its_fields_and_its_target() -> None:
    draft = draft_task("area 90 m², rooms 3, district Kreuzberg -> 420k €")
    assert shown(draft) == [
        ("area", FieldKind.NUMBER, "m²", 90),
        ("rooms", FieldKind.NUMBER, None, 3),
        ("district", FieldKind.CATEGORY, None, "Kreuzberg"),
    ]
    assert (draft.target.kind, draft.target.unit) == (TargetKind.NUMBER, "€")
    assert draft.truth == 420_000


def test_pairs_show_texts_and_labels() -> None:
    draft = draft_task("post: cursor flickers after update, but rarely so, os: mac -> rendering")
    assert shown(draft) == [
        ("post", FieldKind.TEXT, None, "cursor flickers after update, but rarely so"),
        ("os", FieldKind.CATEGORY, None, "mac"),
    ]
    assert (draft.target.kind, draft.truth) == (TargetKind.CATEGORY, "rendering")


def test_values_without_names_are_named_by_their_kind() -> None:
    draft = draft_task("Arrival, sci-fi, 2016, 116 min -> 4.2")
    assert shown(draft) == [
        ("category", FieldKind.CATEGORY, None, "Arrival"),
        ("category 2", FieldKind.CATEGORY, None, "sci-fi"),
        ("year", FieldKind.NUMBER, None, 2016),
        ("duration", FieldKind.NUMBER, "min", 116),
    ]
    assert draft.truth == 4.2


def test_dates_and_yes_or_no_are_seen() -> None:
    draft = draft_task("balcony yes, no garden, sold 31 May 2026 -> price 420k €")
    assert shown(draft) == [
        ("balcony", FieldKind.YES_NO, None, True),
        ("garden", FieldKind.YES_NO, None, False),
        ("sold", FieldKind.DATE, None, date(2026, 5, 31)),
    ]
    assert (draft.target.name, draft.target.unit, draft.truth) == ("price", "€", 420_000)


def test_a_number_is_named_by_the_words_before_it_and_keeps_its_unit() -> None:
    draft = draft_task("brand Trek, age 3 years, price tag still on -> 450")
    assert shown(draft)[1] == ("age", FieldKind.NUMBER, "years", 3)
    assert shown(draft_task("wine age −3 years -> 4")) == [
        ("wine age", FieldKind.NUMBER, "years", -3)
    ]
    assert shown(draft_task("iphone 15 pro -> 600")) == [
        ("category", FieldKind.CATEGORY, None, "iphone 15 pro")
    ]


def test_a_chinese_name_before_a_blank_names_its_value() -> None:
    assert shown(draft_task("距离 5 公里,天气 晴,配速感觉 轻松 -> 30分钟")) == [
        ("距离", FieldKind.NUMBER, "公里", 5),
        ("天气", FieldKind.CATEGORY, None, "晴"),
        ("配速感觉", FieldKind.CATEGORY, None, "轻松"),
    ]


def test_a_label_with_a_digit_is_a_label() -> None:
    assert draft_task("alcohol 13.2 -> class_0").truth == "class_0"
    assert draft_task("alcohol 13.2 -> label: 3rd place").target.name == "label"


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_drafted_task_reads_its_lesson_as_it_was_drafted(lesson: str) -> None:
    draft = draft_task(lesson)
    task = Task(
        id=TaskId(1),
        community=CommunityId("terminal:local"),
        name="drafted",
        fields=draft.fields,
        target=draft.target,
        created_at=task_of("x: text").created_at,
    )
    reading = read_lesson(lesson, task, Known(), today=TODAY)
    assert dict(reading.values) == dict(draft.values)
    assert reading.target == draft.truth


@pytest.mark.parametrize("lesson", ["", "size 1", "size 1 ->", "-> 2", ", -> 2", "what is this?"])
def test_a_lesson_without_both_sides_is_refused_with_an_example(lesson: str) -> None:
    with pytest.raises(InvalidValue, match="for example: area 90 m², rooms 3"):
        draft_task(lesson)


def test_a_number_with_two_readings_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"'1\.250' can mean 1\.25 or 1250"):
        draft_task("size 1.250 -> 2")


@pytest.mark.parametrize(("said", "minutes"), [("52:30", 52.5), ("1:45:30", 105.5)])
def test_a_length_of_time_is_a_number_of_minutes(said: str, minutes: float) -> None:
    draft = draft_task(f"10 km, hilly -> {said}")
    assert (draft.target.unit, draft.truth) == ("min", minutes)


def test_a_time_with_two_readings_is_refused() -> None:
    with pytest.raises(InvalidValue, match="12 min 30 s or 12 h 30 min"):
        draft_task("3 km -> 12:30")


@pytest.mark.parametrize(
    ("said", "name", "unit"),
    [
        *(("18°C", "temperature", "°C"), ("3 litres", "volume", "litres")),
        *(("80 km/h", "speed", "km/h"), ("20度", "温度", "度"), ("500毫升", "容量", "毫升")),
    ],
)
def test_a_unit_is_no_name(said: str, name: str, unit: str) -> None:
    field = draft_task(f"{said} -> 5").fields[0]
    assert (field.name, field.kind, field.unit) == (name, FieldKind.NUMBER, unit)


def test_too_many_fields_are_refused() -> None:
    with pytest.raises(InvalidValue, match="1 to 300 fields, not 301"):
        draft_task(",".join(f"f{n} {n}" for n in range(MAX_FIELDS + 1)) + " -> 1")


def test_field_lines() -> None:
    fields = draft_fields(
        [
            "post: text",
            "",
            "os: linux | mac | windows",
            " area : number m² ",
            "price: number in €",
            "sold: Date",
            "balcony: yes/no",
            "district：category",
            "size: category S | M | s",
        ]
    )
    assert [(f.key, f.name, f.kind, f.unit, f.options) for f in fields] == [
        ("f1", "post", FieldKind.TEXT, None, ()),
        ("f2", "os", FieldKind.CATEGORY, None, ("linux", "mac", "windows")),
        ("f3", "area", FieldKind.NUMBER, "m²", ()),
        ("f4", "price", FieldKind.NUMBER, "€", ()),
        ("f5", "sold", FieldKind.DATE, None, ()),
        ("f6", "balcony", FieldKind.YES_NO, None, ()),
        ("f7", "district", FieldKind.CATEGORY, None, ()),
        ("f8", "size", FieldKind.CATEGORY, None, ("S", "M")),
    ]


def test_fields_on_one_line_may_be_parted_by_commas() -> None:
    one = draft_fields(["area: number m², os: linux | mac, windows | bsd，garden: yes/no"])
    more = draft_fields(["area: number m²", "os: linux | mac, windows | bsd", "garden: yes/no"])
    assert one == more
    assert one[1].options == ("linux", "mac, windows", "bsd")


@pytest.mark.parametrize("line", ["rooms", "rooms:", "rooms: integer", "rooms: date m²", "a: x, y"])
def test_a_line_without_a_kind_is_refused_with_the_kinds(line: str) -> None:
    with pytest.raises(InvalidValue, match=r"number .* category, yes/no, date or text"):
        draft_fields([line])


def test_days_without_a_year_yes_or_no_and_counts_are_told() -> None:
    draft = draft_task("日期 5月23日, 考试周 否, 电梯：有, 时段 晚上 -> 45人", today=TODAY)
    assert shown(draft) == [
        ("日期", FieldKind.DATE, None, date(TODAY.year, 5, 23)),
        ("考试周", FieldKind.YES_NO, None, False),
        ("电梯", FieldKind.YES_NO, None, True),
        ("时段", FieldKind.CATEGORY, None, "晚上"),
    ]
    assert (draft.target.name, draft.target.unit, draft.truth) == ("答案", "人", 45)
    assert shown(draft_task("品种 布偶，月龄 8，绝育 没有 -> 8斤")) == [
        ("品种", FieldKind.CATEGORY, None, "布偶"),
        ("月龄", FieldKind.NUMBER, None, 8),
        ("绝育", FieldKind.YES_NO, None, False),
    ]


@pytest.mark.parametrize(
    ("lesson", "day", "unit"),
    [
        ("星期六，晴，报名十二人 -> 来了九个", ("星期", "星期六"), "个"),
        ("Saturday, sunny, signed up 12 people -> 9 came", ("weekday", "Saturday"), None),
    ],
)
def test_a_weekday_is_a_category_and_who_came_a_number(
    lesson: str, day: tuple[str, str], unit: str | None
) -> None:
    draft = draft_task(lesson, today=TODAY)
    first, _, last = shown(draft)
    assert first == (day[0], FieldKind.CATEGORY, None, day[1])
    assert (last[1], last[3]) == (FieldKind.NUMBER, 12)
    assert (draft.target.kind, draft.target.unit, draft.truth) == (TargetKind.NUMBER, unit, 9)


@pytest.mark.parametrize(
    ("lesson", "item", "scale", "rating"),
    [
        ("Alien -> 9/10", "Alien", "0–10 by 0.5", 9),
        ("Heat, crime, 1995 -> 7.5 out of 10", "Heat", "0–10 by 0.5", 7.5),
        ("Roots, espresso -> 4 stars", "Roots", "0–5 by 0.5", 4),
        ("异形 -> ★★★☆☆", "异形", "0–5 by 0.5", 3),
        ("film: Alien -> mine: 85/100", "Alien", "0–100", 85),
    ],
)
def test_an_answer_that_shows_its_scale_is_a_rating_of_the_first_name(
    lesson: str, item: str, scale: str, rating: float
) -> None:
    draft = draft_task(lesson)
    assert (draft.target.kind, str(draft.target.scale), draft.truth) == (
        TargetKind.RATING,
        scale,
        rating,
    )
    assert shown(draft)[0][1:] == (FieldKind.ITEM, None, item)


@pytest.mark.parametrize(
    "truth", ["45/60", "11/10", "9/11", "6 stars", "1/2/2024", "8分", "4/5 kg"]
)
def test_other_answers_are_no_ratings(truth: str) -> None:
    try:
        draft = draft_task(f"Alien -> {truth}")
    except InvalidValue:
        return
    assert draft.target.kind is not TargetKind.RATING


def test_fields_without_a_name_are_named_in_the_language_of_the_lesson() -> None:
    draft = draft_task("3公里，下雨，晚高峰，星期六 -> 45分钟")
    assert [field.name for field in draft.fields] == ["距离", "类别", "类别 2", "星期"]
    assert draft.target.name == "答案"
    assert [f.name for f in draft_task("3 km, rain -> 45 min").fields] == ["distance", "category"]
    chinese = draft_task("3 km in Berlin -> 45 min", in_chinese=True)
    assert [field.name for field in chinese.fields] == ["距离", "地点"]


def test_a_place_is_no_part_of_what_is_counted_or_of_an_amounts_name() -> None:
    assert shown(draft_task("2 rooms in Kreuzberg, 55 m² -> 850")) == [
        ("rooms", FieldKind.NUMBER, None, 2),
        ("place", FieldKind.CATEGORY, None, "Kreuzberg"),
        ("area", FieldKind.NUMBER, "m²", 55),
    ]
    assert shown(draft_task("DHL to New York 2 kg -> 3 days")) == [
        ("category", FieldKind.CATEGORY, None, "DHL"),
        ("destination", FieldKind.CATEGORY, None, "New York"),
        ("weight", FieldKind.NUMBER, "kg", 2),
    ]
    assert shown(draft_task("2015 vw golf, 120000 km -> 7500€")) == [
        ("year", FieldKind.NUMBER, None, 2015),
        ("category", FieldKind.CATEGORY, None, "vw golf"),
        ("distance", FieldKind.NUMBER, "km", 120_000),
    ]
    assert shown(draft_task("2000 visitors -> 7")) == [("visitors", FieldKind.NUMBER, None, 2000)]
    assert shown(draft_task("120g PETG, not smoky -> 7 h")) == [
        ("weight", FieldKind.NUMBER, "g", 120),
        ("category", FieldKind.CATEGORY, None, "PETG"),
        ("smoky", FieldKind.YES_NO, None, False),
    ]
    assert shown(draft_task("2000 kg -> 7")) == [("weight", FieldKind.NUMBER, "kg", 2000)]
    assert shown(draft_task("3 days in July -> 7")) == [("days in July", FieldKind.NUMBER, None, 3)]
    whole = draft_task("distance to station 300 m, walk from Kiel -> 5")
    assert [field.name for field in whole.fields] == ["distance to station", "category"]
