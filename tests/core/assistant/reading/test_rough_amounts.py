"""Chinese amounts that are not known exactly: asked about, not left out silently."""

from datetime import date

import pytest

from core.assistant.reading import (
    Doubt,
    Known,
    Unclear,
    read_lesson,
    read_question,
    read_truth,
)
from core.domain.task import Target, TargetKind
from tests.core.assistant.reading.tasks import NUMBER, TODAY, by_name, seen_by, task_of

COST = Target(kind=TargetKind.NUMBER, name="花费", unit="元")
DINNER = task_of("人数: number", "喝酒: yes/no", target=COST)


@pytest.mark.parametrize(
    "said",
    [
        *("120多人", "二十几人", "十来个人", "十几个人", "几十个人", "好几百人", "上百人"),
        *("不到10个人", "10多个人", "一百多个人"),
    ],
)
def test_a_number_of_persons_that_is_not_known_is_asked(said: str) -> None:
    lesson = read_lesson(f"{said}，喝酒 -> 900", DINNER, Known(), today=TODAY)
    assert by_name(lesson, DINNER) == {"喝酒": True}
    assert [(one.text, one.why) for one in lesson.offers] == [(said, Doubt.UNREADABLE)]


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("三四百块", (300, 400)),
        ("五六百块钱", (500, 600)),
        ("两三千", (2000, 3000)),
        ("七八万", (70_000, 80_000)),
        ("2、3百块", (200, 300)),
    ],
)
def test_one_of_two_amounts_is_asked(said: str, numbers: tuple[float, ...]) -> None:
    lesson = read_lesson(f"3人，花费{said}", DINNER, Known(), today=TODAY)
    assert [one.readings for one in lesson.unclear] == [numbers]


@pytest.mark.parametrize(("said", "numbers"), [("十五六个", (15, 16)), ("三四百", (300, 400))])
def test_one_of_two_amounts_is_asked_of_an_answer(said: str, numbers: tuple[float, ...]) -> None:
    truth = read_truth(said, NUMBER, Known())
    assert isinstance(truth, Unclear)
    assert truth.readings == numbers


@pytest.mark.parametrize("said", ["将近八百", "接近八百块", "差不多八百", "大概八百", "八百左右"])
def test_about_an_amount_is_that_amount(said: str) -> None:
    lesson = read_lesson(f"3人，花费{said}", DINNER, Known(), today=TODAY)
    assert (lesson.target, lesson.unread) == (800, ())


@pytest.mark.parametrize(
    "said", ["两千多", "一千出头", "不到五百", "几百块", "五百来块", "五百块不到", "好几千块"]
)
def test_a_target_that_is_not_known_is_no_number(said: str) -> None:
    lesson = read_lesson(f"3人，花费{said}", DINNER, Known(), today=TODAY)
    assert lesson.target is None
    assert [(one.text, one.why) for one in lesson.offers] == [(said, Doubt.UNREADABLE)]


@pytest.mark.parametrize(
    "said", ["同一个人", "每一个人", "另一个人", "上一个人", "某一个人", "那一个人", "每个人"]
)
def test_a_one_that_says_which_counts_nothing(said: str) -> None:
    lesson = read_lesson(f"{said}，喝酒 -> 900", DINNER, Known(), today=TODAY)
    assert by_name(lesson, DINNER) == {"喝酒": True}


@pytest.mark.parametrize("said", ["一个人", "一个人去", "就我一个人"])
def test_a_one_that_counts_is_read(said: str) -> None:
    lesson = read_lesson(f"{said}，喝酒 -> 900", DINNER, Known(), today=TODAY)
    assert by_name(lesson, DINNER) == {"人数": 1, "喝酒": True}


def test_a_room_of_the_floor_below_is_counted() -> None:
    task = task_of("间: number", "阳台: yes/no")
    assert by_name(read_question("楼下一间", task, Known(), today=TODAY), task) == {"间": 1}


QUEUE = task_of("号码: number", "日期: date", "窗口: category")
TICKET = task_of("票号: number", "天数: number")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("5月3日，25号", {"号码": 25, "日期": date(2026, 5, 3)}),
        ("号码25，12号", {"号码": 25, "日期": date(2026, 5, 12)}),
        ("号码25号", {"号码": 25}),
        ("25号号码", {"号码": 25}),
        ("号码25，5.3号", {"号码": 25, "日期": date(2026, 5, 3)}),
    ],
)
def test_a_number_before_hao_is_a_day_or_a_number(text: str, values: dict[str, object]) -> None:
    assert by_name(read_lesson(f"{text} -> 4", QUEUE, Known(), today=TODAY), QUEUE) == values


def test_a_number_before_hao_that_may_be_either_is_asked() -> None:
    lesson = read_lesson("25号，窗口: 东 -> 4", QUEUE, Known(), today=TODAY)
    assert by_name(lesson, QUEUE) == {"窗口": "东"}
    assert [one.text for one in lesson.offers] == ["25号"]


@pytest.mark.parametrize("text", ["25号，3天", "25號，3天"])
def test_a_number_before_hao_is_the_field_of_such_a_name(text: str) -> None:
    lesson = read_lesson(f"{text} -> 4", TICKET, Known(), today=TODAY)
    assert by_name(lesson, TICKET) == {"票号": 25, "天数": 3}


@pytest.mark.parametrize(
    "said", ["月底", "5月初", "12月初", "上个月", "上周", "前年", "去年国庆", "五一", "年初", "3月"]
)
@pytest.mark.parametrize("name", ["", "日期"])
def test_about_when_it_was_is_asked_of_a_lesson(said: str, name: str) -> None:
    lesson = read_lesson(f"号码25，{name}{said} -> 4", QUEUE, Known(), today=TODAY)
    assert by_name(lesson, QUEUE) == {"号码": 25}
    assert [one.text for one in lesson.offers] == [said]


@pytest.mark.parametrize(("said", "day"), [("上周三", 20), ("3天前", 24), ("大前天", 24)])
def test_a_day_that_is_clear_is_still_read(said: str, day: int) -> None:
    lesson = read_lesson(f"号码25，{said} -> 4", QUEUE, Known(), today=TODAY)
    assert by_name(lesson, QUEUE)["日期"] == date(2026, 5, day)


def test_a_known_category_is_no_time() -> None:
    task = task_of("时段: 春节 | 月底", "日期: date")
    lesson = read_lesson("月底，5月3日 -> 4", task, Known(), today=TODAY)
    assert by_name(lesson, task) == {"时段": "月底", "日期": date(2026, 5, 3)}


CARS = task_of(
    "品牌: category", "车龄: number 年", target=Target(kind=TargetKind.NUMBER, name="价格")
)
CARS_SEEN = seen_by(CARS, {"品牌": ["大众", "本田"]}, targets=[60_000, 110_000])


@pytest.mark.parametrize(
    "said", ["9万出的", "9万收了台本田", "9万卖的本田", "90000拿下", "9万成交"]
)
def test_a_price_stands_before_what_was_done_at_it(said: str) -> None:
    lesson = read_lesson(f"本田，2年，{said}", CARS, CARS_SEEN, today=TODAY)
    assert lesson.target == 90_000


@pytest.mark.parametrize("said", ["9万没舍得卖", "9万没卖掉"])
def test_a_price_at_which_nothing_was_done_is_none(said: str) -> None:
    assert read_lesson(f"本田，2年，{said}", CARS, CARS_SEEN, today=TODAY).target is None


@pytest.mark.parametrize(("said", "price"), [("98元一包", 98), ("3块一", 3.1), ("3块5", 3.5)])
def test_a_one_before_a_measure_word_is_no_part_of_a_sum(said: str, price: float) -> None:
    task = task_of("价格: number 元", "豆子: category")
    assert by_name(read_question(said, task, Known(), today=TODAY), task) == {"价格": price}


def test_a_week_in_other_words_is_seven_days() -> None:
    task = task_of("天数: number 天", "原因: category")
    assert by_name(read_question("一个礼拜", task, Known(), today=TODAY), task) == {"天数": 7}


@pytest.mark.parametrize("said", ["好像喝酒了", "听说喝酒了", "似乎没喝酒"])
def test_what_only_seems_so_is_asked(said: str) -> None:
    lesson = read_lesson(f"3人，{said} -> 4", DINNER, Known(), today=TODAY)
    assert [one.readings for one in lesson.unclear] == [(False, True)]
