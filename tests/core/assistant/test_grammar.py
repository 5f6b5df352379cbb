import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assistant.commands import ALIASES, COMMANDS
from core.assistant.grammar import after, command_name, head_of, parse


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("teach houses: size 1 -> 2", "teach"),
        ("/task new", "task new"),
        ("  Task   List", "task list"),
        ("tasks", "tasks"),
        ("model status houses", "model status"),
        ("houses: size 6", None),
        ("teacher needed", None),
        ("", None),
    ],
)
def test_a_line_begins_with_its_command(line: str, name: str | None) -> None:
    assert command_name(line, COMMANDS.keys(), ALIASES) == name


def test_options_are_taken_wherever_they_stand() -> None:
    words = parse(
        'task new name:x labels:"a b, c" and this about:“so so”',
        "task new",
        ("name", "labels", "about"),
        is_free=False,
    )
    assert words.options == {"name": "x", "labels": "a b, c", "about": "so so"}
    assert words.text == "and this"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("houses: size: 1", ("houses", "size: 1")),
        ("houses:size 1", ("houses", "size 1")),
        ("房价：面积90", ("房价", "面积90")),
        ("houses : size 1", ("houses", "size 1")),
        ("https://example.org/a is down", ("", "https://example.org/a is down")),
        ("C:\\temp is full", ("", "C:\\temp is full")),
        ("std::sort is slow", ("", "std::sort is slow")),
        ("10:30 train", ("", "10:30 train")),
        ("<t:1618953630:D> it was", ("", "<t:1618953630:D> it was")),
    ],
)
def test_a_word_before_a_colon_is_a_head_but_in_addresses_and_times(
    text: str, head: tuple[str, str]
) -> None:
    assert head_of(text) == head


def test_a_list_goes_on_to_the_next_option_and_a_blank_may_follow_a_colon() -> None:
    words = parse(
        "task new name: h predict: number fields:area: number m², name: text unit:€",
        "task new",
        ("name", "predict", "fields", "unit"),
        is_free=False,
    )
    assert words.options == {
        "name": "h",
        "predict": "number",
        "fields": "area: number m², name: text",
        "unit": "€",
    }
    assert words.text == ""


def test_an_option_without_a_value_takes_no_other_option_for_it() -> None:
    words = parse("task new name: predict:number", "task new", ("name", "predict"), is_free=False)
    assert words.options == {"name": "", "predict": "number"}


def test_in_free_words_nothing_is_an_option_after_the_first_word() -> None:
    words = parse(
        "teach posts: the task:deploy step, lesson:two -> bug",
        "teach",
        ("task", "lesson"),
        is_free=True,
    )
    assert words.options == {}
    assert words.text == "posts: the task:deploy step, lesson:two -> bug"


def test_a_sentence_option_takes_all_that_follows() -> None:
    words = parse("teach task:x lesson:size 1 -> 2", "teach", ("task", "lesson"), is_free=True)
    assert words.options == {"task": "x", "lesson": "size 1 -> 2"}


def test_an_option_said_twice_is_noticed() -> None:
    words = parse("task edit x add:a add:b", "task edit", ("add",), is_free=False)
    assert words.repeated == ("add",)


def test_unknown_options_stay_text() -> None:
    words = parse("teach task:flats size:3 -> 4", "teach", ("task", "lesson"), is_free=True)
    assert words.options == {"task": "flats"}
    assert words.text == "size:3 -> 4"


def test_line_breaks_in_a_text_survive() -> None:
    assert after("teach triage: post: a\nb -> bug", "teach") == "triage: post: a\nb -> bug"


def test_a_head_may_end_in_a_chinese_colon() -> None:
    assert head_of("房价： 90平") == ("房价", "90平")


@given(st.text(max_size=300), st.sampled_from(sorted(COMMANDS)))
def test_any_text_is_taken_apart(text: str, name: str) -> None:
    words = parse(
        f"{name} {text}", name, COMMANDS[name].options, is_free=COMMANDS[name].rest.is_free
    )
    assert set(words.options) <= set(COMMANDS[name].options)
    assert len(words.text) <= len(text)
