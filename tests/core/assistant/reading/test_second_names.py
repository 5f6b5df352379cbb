"""Of two names of one field none is taken, and a field's own name is no part of its value."""

import pytest

from core.assistant.reading import Known, read_question, read_value
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

WALKS = task_of("hours: number h", "dog: category")
SEEN = seen_by(WALKS, {"dog": ["Otto", "Rex"]})
DAYS = task_of("visitors: number", "weather: category")
DAYS_SEEN = seen_by(DAYS, {"weather": ["rainy", "sunny"]})
HAN = task_of("人数: number", "天气: category", "狗: category")
HAN_SEEN = seen_by(HAN, {"天气": ["下雨", "晴"], "狗": ["小黑", "豆豆"]})


@pytest.mark.parametrize(
    "words",
    [
        *("Otto with Luna", "dog Otto with Luna", "dog: Otto with Luna", "Luna with Otto"),
        *("Otto / Luna", "Otto together with Luna", "Otto along with Luna", "Otto as well as Rex"),
        *("dog: Otto, Luna", "dog Otto, Luna", "Otto, Luna", "Luna, Otto", "dog: Luna, Otto"),
        *("dog: Otto, Rex", "dog: Otto and Rex", "Otto with Rex", "dog: Otto with Rex"),
    ],
)
def test_of_two_names_none_is_taken(words: str) -> None:
    reading = read_question(f"3 h, {words}", WALKS, SEEN, today=TODAY)
    assert len(reading.unclear) + len(reading.offers) == 1
    assert "dog" not in by_name(reading, WALKS) or reading.offers


@pytest.mark.parametrize(
    "words",
    [
        *("Otto", "with Otto", "Otto with lunch", "Otto with his ball", "Otto, sunny"),
        *("Otto, not Rex", "dog: Otto, slow", "Otto, Tuesday", "Otto, Thanks"),
    ],
)
def test_a_single_name_stays_read(words: str) -> None:
    reading = read_question(f"3 h, {words}", WALKS, SEEN, today=TODAY)
    assert by_name(reading, WALKS) == {"hours": 3, "dog": "Otto"}
    assert reading.unclear == reading.offers == ()


@pytest.mark.parametrize(
    "words", ["狗：小黑和豆豆", "狗：小黑，豆豆", "小黑 豆豆", "狗 小黑，豆豆"]
)
def test_of_two_chinese_names_none_is_taken(words: str) -> None:
    reading = read_question(f"20人，{words}", HAN, HAN_SEEN, today=TODAY)
    assert by_name(reading, HAN) == {"人数": 20}
    assert [case.readings for case in reading.unclear] == [("小黑", "豆豆")]


@pytest.mark.parametrize(
    "words",
    [
        *("rainy weather", "Rainy Weather", "weather: rainy weather"),
        *("the weather is rainy", "weather = Rainy Weather"),
    ],
)
def test_a_name_of_a_field_is_no_part_of_its_value(words: str) -> None:
    reading = read_question(f"20 visitors, {words}", DAYS, DAYS_SEEN, today=TODAY)
    assert by_name(reading, DAYS) == {"visitors": 20, "weather": "rainy"}
    assert reading.unread == ()


@pytest.mark.parametrize(("text", "value"), [("rainy weather", "rainy"), ("Abbey", "Abbey")])
def test_a_form_leaves_the_name_of_the_field_out_too(text: str, value: str) -> None:
    assert read_value(text, DAYS.field_named("weather"), DAYS_SEEN, today=TODAY) == value


@pytest.mark.parametrize("words", ["下雨天气", "天气：下雨天气", "天气 下雨"])
def test_a_chinese_name_of_a_field_is_no_part_of_its_value(words: str) -> None:
    reading = read_question(f"20人，{words}", HAN, HAN_SEEN, today=TODAY)
    assert by_name(reading, HAN) == {"人数": 20, "天气": "下雨"}


@pytest.mark.parametrize("words", ["天气 在雨里", "天气：在雨里", "天气 在雾中"])
def test_where_something_is_is_no_new_category(words: str) -> None:
    reading = read_question(f"20人，{words}", HAN, HAN_SEEN, today=TODAY)
    assert [offer.text for offer in reading.offers] == [words[3:]]


def test_a_new_category_that_begins_with_the_character_stays_read() -> None:
    reading = read_question("20人，天气 在水一方", HAN, Known(), today=TODAY)
    assert by_name(reading, HAN)["天气"] == "在水一方"
