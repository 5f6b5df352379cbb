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
    )
    assert words.options == {"name": "x", "labels": "a b, c", "about": "so so"}
    assert words.text == "and this"


def test_a_first_word_with_a_colon_is_the_task() -> None:
    words = parse("teach houses: size: 1 -> 2", "teach", ("task", "lesson"))
    assert words.options == {"task": "houses"}
    assert words.text == "size: 1 -> 2"


def test_unknown_options_stay_text() -> None:
    words = parse("teach task:flats size:3 -> 4", "teach", ("task", "lesson"))
    assert words.options == {"task": "flats"}
    assert words.text == "size:3 -> 4"


def test_line_breaks_in_a_text_survive() -> None:
    assert after("teach triage: post: a\nb -> bug", "teach") == "triage: post: a\nb -> bug"


def test_a_head_may_end_in_a_chinese_colon() -> None:
    assert head_of("房价： 90平") == ("房价", "90平")


@given(st.text(max_size=300), st.sampled_from(sorted(COMMANDS)))
def test_any_text_is_taken_apart(text: str, name: str) -> None:
    words = parse(f"{name} {text}", name, COMMANDS[name].options)
    assert set(words.options) <= set(COMMANDS[name].options)
    assert len(words.text) <= len(text)
