"""A yes-or-no field is known by other forms of its name, said to be there or denied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant.reading import Known, read_question
from core.domain.task import Task
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

BIKE = task_of("rusty: yes/no", "age: number years")
DONATION = task_of("rust: yes/no", "age: number years")
SHOP = task_of("discounted: yes/no", "fluffy: yes/no", "party: yes/no")
WEATHER = task_of("下雨: yes/no", "风力: number 级")
FISHING = task_of("夜钓: yes/no", "时长: number 小时")
UNCLEAR = "unclear"


def _read(sentence: str, task: Task, name: str) -> object:
    reading = read_question(sentence, task, Known(), today=TODAY)
    if any(case.field == task.field_named(name).key for case in reading.unclear):
        return UNCLEAR
    return by_name(reading, task).get(name)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        *((words, False) for words in ("no rust", "without rust", "w/o rust", "rust free")),
        *((words, False) for words in ("rust-free", "free of rust", "its not rusty", "no rust")),
        *((words, True) for words in ("with rust", "w rust", "it had rust", "some rust")),
        *(
            (words, True)
            for words in ("a bit of rust", "rusted", "a rusty one", "with a little rust")
        ),
        *((words, True) for words in ("lots of rust", "a touch of the rust", "its got rust")),
        *((words, False) for words in ("with zero rust", "zero rust", "has nil rust")),
        *((words, UNCLEAR) for words in ("it doesn't have rust", "maybe some rust")),
        *((words, UNCLEAR) for words in ("got rid of rust", "out of the rust", "instead of rust")),
        ("with zero visible rust", UNCLEAR),
        *((words, None) for words in ("with rust-coloured door", "some rust-proof paint")),
        *((words, None) for words in ("smell of rust", "has protection from rust", "bag of rust")),
        ("rust on it or not, I don't know", None),
        ("rust", None),
        ("a trust fund", None),
    ],
)
def test_the_noun_of_an_adjective_is_read_where_it_is_said_to_be_there(
    words: str, value: object
) -> None:
    assert _read(f"{words}, 4 years", BIKE, "rusty") == value
    assert _read(f"4 years {words}", BIKE, "rusty") == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("not rusty", False), ("its rusty", True), ("rusted", True), ("if it had rust though", True)],
)
def test_the_adjective_of_a_noun_is_read(words: str, value: bool) -> None:
    assert _read(f"{words}, 4 years", DONATION, "rust") == value


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("no discount", "discounted", False),
        ("with a discount", "discounted", True),
        ("some fluff", "fluffy", True),
        ("no part of it", "party", None),
        ("part 3", "party", None),
        ("no party", "party", False),
    ],
)
def test_a_word_that_only_looks_alike_is_not_read(words: str, name: str, value: object) -> None:
    assert _read(words, SHOP, name) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        *((words, False) for words in ("没雨", "无雨", "没有雨", "不会下雨", "没下雨", "不下雨")),
        *((words, True) for words in ("有雨", "小雨", "大雨", "有点小雨", "下雨", "会下雨")),
        *((words, UNCLEAR) for words in ("可能下雨", "会不会下雨", "不一定下雨")),
        *(
            (words, None)
            for words in ("风雨", "希望有雨", "带雨伞", "有雨衣", "有没有雨", "毛毛雨", "没雨吗")
        ),
    ],
)
def test_what_a_chinese_name_asks_for_is_read_without_its_verb(words: str, value: object) -> None:
    assert _read(f"{words}，3级", WEATHER, "下雨") == value
    assert _read(f"3级 {words}", WEATHER, "下雨") == value


@pytest.mark.parametrize("words", ["不是夜钓", "不夜钓", "没夜钓", "没有夜钓", "不要夜钓"])
def test_a_chinese_name_is_denied_through_a_verb(words: str) -> None:
    reading = read_question(f"5小时，{words}", FISHING, Known(), today=TODAY)
    assert by_name(reading, FISHING) == {"时长": 5, "夜钓": False}
    assert reading.unread == ()


@pytest.mark.parametrize(
    "words",
    [
        "不用夜钓",
        "不必夜钓",
        "不需要夜钓",
        "无需夜钓",
        "无须夜钓",
        "别夜钓",
        "请别夜钓",
        "千万别夜钓",
    ],
)
def test_what_need_or_shall_not_be_is_denied(words: str) -> None:
    reading = read_question(f"5小时，{words}", FISHING, Known(), today=TODAY)
    assert by_name(reading, FISHING) == {"时长": 5, "夜钓": False}
    assert "夜钓" not in "".join(reading.unread)


@pytest.mark.parametrize("words", ["特别夜钓", "未必夜钓", "用不用夜钓", "需不需要夜钓"])
def test_a_word_that_holds_a_denial_or_asks_denies_nothing(words: str) -> None:
    reading = read_question(f"5小时，{words}", FISHING, Known(), today=TODAY)
    assert by_name(reading, FISHING) == {"时长": 5}


def test_the_opposite_in_other_words_is_shown_as_unread() -> None:
    reading = read_question("5小时，白天", FISHING, Known(), today=TODAY)
    assert by_name(reading, FISHING) == {"时长": 5}
    assert reading.unread == ("白天",)


@given(
    lead=st.sampled_from(["", "不", "没", "会", "有", "是", "不会", "不是", "可能", "别", "河里"]),
    rest=st.text(alphabet="雨天的了吗不是没有衣伞大小", max_size=4),
)
def test_what_a_no_stands_before_is_never_read_as_yes(lead: str, rest: str) -> None:
    value = _read(f"{lead}下雨{rest}", WEATHER, "下雨")
    if value is True:
        assert lead not in {"不", "没", "不会", "不是", "别", "可能"}


@pytest.mark.parametrize("words", ["不会下雨没带伞", "不会下雨不用带伞", "没下雨没带伞"])
def test_a_no_holds_before_another_no(words: str) -> None:
    assert _read(words, WEATHER, "下雨") is False


@pytest.mark.parametrize("words", ["下雨概率30%", "下雨的几率很大"])
def test_a_chance_of_it_is_asked(words: str) -> None:
    assert _read(f"3级，{words}", WEATHER, "下雨") == UNCLEAR


BALCONIES = task_of("floor: number", "balcony: yes/no", "note: text")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("floor zero balcony", True),
        ("floor 0 balcony", True),
        ("zero balcony", False),
        ("rid of the balcony", UNCLEAR),
        ("quiet with floor: 2 balcony: no street: loud but calm at night", False),
        ("quiet with floor: 2 balcony: yes street: loud but calm at night", True),
        ("quiet with floor: 2 balcony: big street: loud but calm at night", UNCLEAR),
    ],
)
def test_a_zero_or_a_value_behind_a_colon_is_heard(words: str, value: object) -> None:
    assert _read(words, BALCONIES, "balcony") == value


TRIP = task_of("电车: yes/no", "有阳台: yes/no", "里程: number km")
ROADS = task_of("car: yes/no", "has lift: yes/no", "furnished: yes/no", "days: number")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        *((words, False) for words in ("没电车", "没有电车", "无电车", "不是电车", "电车没有")),
        *((words, False) for words in ("没电车没阳台", "没有电车有阳台")),
        *((words, True) for words in ("有电车", "不但有电车", "没有阳台有电车", "没花园，有电车")),
        *((words, True) for words in ("有电车没有阳台", "有电车没有花园", "有电车没花园")),
        *((words, UNCLEAR) for words in ("没有充电车", "没有人骑电车", "没有安装电车", "不充电车")),
        *((words, UNCLEAR) for words in ("有没有电车", "有电车没有", "电车没装", "电车不大")),
    ],
)
def test_a_chinese_no_is_of_the_name_that_it_may_stand_for(words: str, value: object) -> None:
    assert _read(f"{words}，3 km", TRIP, "电车") == value


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        *((words, "car", False) for words in ("carless", "car-less", "carfree", "sans car")),
        *((words, "has lift", False) for words in ("liftless", "sans lift", "a lift-less flat")),
        ("unfurnished", "furnished", False),
        *((words, "car", UNCLEAR) for words in ("not carless", "car less")),
        ("not unfurnished", "furnished", UNCLEAR),
        *((words, "car", None) for words in ("careless", "free", "less", "carlessness")),
        *((words, "has lift", None) for words in ("free", "less")),
    ],
)
def test_an_ending_that_denies_is_heard(words: str, name: str, value: object) -> None:
    assert _read(f"3 days, {words}", ROADS, name) == value


RAIN = task_of("raining: yes/no", "parking: yes/no", "players: number")
SNOW = task_of("snow: yes/no", "players: number")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        *((words, False) for words in ("no rain", "without rain", "rain-free", "not rainy")),
        *((words, UNCLEAR) for words in ("it didn't rain", "stopped raining", "might rain")),
        *((words, True) for words in ("it rained", "what about if it rains", "rainy", "with rain")),
        *((words, True) for words in ("some rain", "it will rain")),
        *((words, None) for words in ("rain jacket", "a train", "rain")),
    ],
)
def test_a_verb_of_the_weather_is_read_in_all_its_forms(words: str, value: object) -> None:
    assert _read(f"8 players, {words}", RAIN, "raining") == value


@pytest.mark.parametrize("words", ["it snowed", "snowing", "snowy"])
def test_a_noun_of_the_weather_is_read_in_its_verb_too(words: str) -> None:
    assert _read(f"8 players, {words}", SNOW, "snow") is True


SKY = task_of("guests: number", "sky: sun | snow | rain")


@pytest.mark.parametrize(
    ("words", "sky"),
    [
        *(("it snowed the night before, sun", "sun"), ("snow, it rained", "snow")),
        *(("it rained", "rain"), ("last night it rained", None), ("it snowed earlier", None)),
        ("it rained before we came, it was snowing", "snow"),
    ],
)
def test_a_verb_of_other_weather_takes_no_place_of_what_is_named(
    words: str, sky: str | None
) -> None:
    reading = read_question(f"20 guests, {words}", SKY, Known(), today=TODAY)
    assert by_name(reading, SKY).get("sky") == sky
    assert not reading.unclear


@pytest.mark.parametrize("words", ["no park", "with a park", "parks nearby"])
def test_another_verb_may_mean_another_thing_than_its_name(words: str) -> None:
    assert _read(f"8 players, {words}", RAIN, "parking") is None
