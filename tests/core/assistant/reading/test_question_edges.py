"""Words that ask are no part of a new item's name."""

import pytest

from core.assistant.reading import Known, read_question
from tests.core.assistant.reading.tasks import TODAY, by_name, seen_by, task_of

FILMS = task_of("title: item", "genre: category")
TITLES = task_of("title: item")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        *(("Heat 2 will I like it?", "Heat 2"), ("would we enjoy Dune?", "Dune")),
        *(("Dune, will I like it?", "Dune"), ("Do you think I'd enjoy Dune", "Dune")),
        *(
            ("年轮二 我会喜欢吗？", "年轮二"),
            ("我会喜欢年轮二吗", "年轮二"),
            ("年轮二好看吗", "年轮二"),
        ),
        *(("你觉得年轮二怎么样？", "年轮二"), ("Dune 我会喜欢吗？", "Dune")),
        *(("你还好吗", "你还好吗"),),
        *(("and Aliens?", "Aliens"), ("or Sicario", "Sicario"), ("is Dune any good", "Dune")),
        *(("was Jaws worth it?", "Jaws"), ("how good is Sicario", "Sicario")),
        *(("Tron?", "Tron"), ("is it any good, Dune?", "Dune"), ("how's Arrival?", "Arrival")),
        *(("And Then There Were None?", "And Then There Were None"),),
        *(('"Will I like it?"', "Will I like it"), ("What about Bob?", "What about Bob")),
    ],
)
def test_words_that_ask_are_cut_off_an_item(text: str, title: str) -> None:
    for task in (FILMS, TITLES):
        reading = read_question(text, task, Known(), today=TODAY)
        assert by_name(reading, task)["title"] == title


def test_a_known_item_keeps_such_words() -> None:
    known = seen_by(FILMS, {"title": ["Would we enjoy Dune"]})
    reading = read_question("would we enjoy dune?", FILMS, known, today=TODAY)
    assert by_name(reading, FILMS)["title"] == "Would we enjoy Dune"


@pytest.mark.parametrize("asked", ["多少钱能搞定？", "什么价能拿下", "要花多少", "哪种合适吗？"])
def test_words_that_ask_are_no_category_in_the_order_of_the_fields(asked: str) -> None:
    task = task_of("面积: number 平", "风格: category", "类别: category")
    known = seen_by(task, {"风格": ["北欧"], "类别": ["精装"]})
    reading = read_question(f"面积100平，北欧风格，{asked}", task, known, today=TODAY)
    assert by_name(reading, task) == {"面积": 100, "风格": "北欧"}
