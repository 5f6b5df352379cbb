"""A known Chinese item is found in a sentence; a longer name that holds it is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant.reading import Doubt, read_question
from core.domain.fields import Value
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

SPOTS = task_of("钓点: item", "类型: category", "距离: number 公里")
SEEN = seen_by(
    SPOTS, {"钓点": ["青龙水库", "小石河", "老张黑坑", "黑坑"], "类型": ["水库", "野河"]}
)
ITEMS = ("青龙水库", "小石河", "黑坑")


def _read(sentence: str) -> dict[str, Value]:
    return by_name(read_question(sentence, SPOTS, SEEN, today=TODAY), SPOTS)


@given(
    item=st.sampled_from(ITEMS),
    around=st.sampled_from(
        [
            *("{}咋样？", "{}呢", "{}行不行", "{}鱼多吗", "{}有没有鱼", "{}又涨价了", "{}还好"),
            *("去{}好不好", "我不喜欢{}", "我想去{}吗", "你觉得{}怎么样", "{}什么时候去"),
        ]
    ),
)
def test_what_is_asked_or_said_of_an_item_is_no_part_of_its_name(item: str, around: str) -> None:
    assert _read(around.format(item)) == {"钓点": item}


@given(
    item=st.sampled_from(ITEMS), around=st.sampled_from(["{}二期", "新{}", "{}南岸", "大{}东区"])
)
def test_a_longer_name_is_a_new_item_whole(item: str, around: str) -> None:
    longer = around.format(item)
    assert _read(longer) == {"钓点": longer}
    assert _read(f"{longer}，5公里") == {"钓点": longer, "距离": 5}
    assert _read(f"{longer} 5公里") == {"钓点": longer, "距离": 5}


@pytest.mark.parametrize(
    "words", ["离青龙水库3公里", "明天青龙水库能去吗", "比黑坑便宜3公里", "青龙水库二期咋样"]
)
def test_a_known_item_is_offered_where_more_is_said_than_a_name(words: str) -> None:
    reading = read_question(words, SPOTS, SEEN, today=TODAY)
    assert "钓点" not in by_name(reading, SPOTS)
    (offer,) = (one for one in reading.offers if one.why is Doubt.NEAR)
    assert offer.readings[0] in ITEMS


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("小石河野河5公里", {"钓点": "小石河", "类型": "野河", "距离": 5}),
        ("黑坑距离5公里", {"钓点": "黑坑", "距离": 5}),
        ("老张黑坑又涨价了", {"钓点": "老张黑坑"}),
        ("黑坑2", {"钓点": "黑坑2"}),
        ("小石河不收费", {"钓点": "小石河"}),
        ("不是青龙水库，是小石河", {"钓点": "小石河"}),
    ],
)
def test_values_behind_an_item_end_its_name(sentence: str, values: dict[str, Value]) -> None:
    assert _read(sentence) == values


def test_what_is_told_in_relation_to_an_item_is_not_that_item() -> None:
    for sentence in ("离青龙水库3公里的野河", "比黑坑便宜的野河"):
        assert "钓点" not in _read(sentence)
    assert _read("黑坑5公里") == {"钓点": "黑坑", "距离": 5}


def test_of_two_items_it_is_asked_which() -> None:
    reading = read_question("青龙水库和小石河", SPOTS, SEEN, today=TODAY)
    assert [case.readings for case in reading.unclear] == [("青龙水库", "小石河")]
