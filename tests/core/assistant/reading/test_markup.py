"""Discord's notation: formatting is no content, and no number is read out of links and code."""

import pytest

from core.assistant.reading import (
    Known,
    draft_fields,
    draft_task,
    read_lesson,
    read_question,
    read_truth,
    read_value,
)
from core.assistant.reading.markup import markup_of, without_markup
from core.assistant.reading.tokens import tokenise
from core.domain.task import Target, TargetKind
from core.errors import InvalidValue
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of

MARKS = ["**", "__", "~~", "||", "`", "*", "_", "***", "```"]
PLACES = task_of("size: number m²", "built: date", "town: category", "garden: yes/no")


@pytest.mark.parametrize("mark", MARKS)
def test_formatting_is_no_content(mark: str) -> None:
    def dressed(text: str) -> str:
        return f"{mark}{text}{mark}"

    expected = {"size": 75, "town": "Bad Ems"}
    for sentence in (
        f"size {dressed('75')}, town: {dressed('Bad Ems')}",
        f"size: {dressed('75 m²')}, town: {dressed('Bad Ems')}",
        f"town: {dressed('Bad Ems')}, {dressed('75')} m²",
    ):
        lesson = read_lesson(f"{sentence} -> {dressed('900')}", PLACES, Known(), today=TODAY)
        assert by_name(lesson, PLACES) == expected
        assert lesson.target == 900
    draft = draft_task(f"size {dressed('75')}, town {dressed('Ems')} -> {dressed('spa')}")
    assert set(draft.values.values()) == {75.0, "Ems"}
    assert draft.truth == "spa"
    label = Target(kind=TargetKind.CATEGORY, labels=("bug", "question"))
    assert read_truth(dressed("bug"), label, Known()) == "bug"
    day = draft_fields(["built: date"])[0]
    assert str(read_value(dressed("2024-03-16"), day, Known(), today=TODAY)) == "2024-03-16"


def test_formatting_may_be_nested_and_end_inside_a_value() -> None:
    reading = read_question("||**75** m²||, town: **Bad** Ems", PLACES, Known(), today=TODAY)
    assert by_name(reading, PLACES) == {"size": 75, "town": "Bad Ems"}


@pytest.mark.parametrize(
    "text",
    [
        "snake_case_name",
        "5 * 3 * 2",
        "f(*args, **kw)",
        "src/**/*.py",
        "a || b || c",
        "M*A*S*H",
        "x_1",
    ],
)
def test_signs_inside_words_and_between_blanks_are_no_formatting(text: str) -> None:
    assert without_markup(text) == text


def test_a_text_keeps_its_formatting() -> None:
    task = task_of("post: text", "os: linux | mac")
    reading = read_question(
        "post: it **crashes** in `__init__`, os: mac", task, Known(), today=TODAY
    )
    assert by_name(reading, task) == {"post": "it **crashes** in `__init__`", "os": "mac"}


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/size/75",
        "see www.example.com/?size=75",
        "<#7512345678>",
        "<@!7512345678>",
        "<@&75>",
        "<:size:75>",
        "</teach size:75>",
        "`sizes[75] = 3`",
        "```py\nsize = f(75)\n```",
    ],
)
def test_no_number_is_read_out_of_links_mentions_and_code(text: str) -> None:
    task = task_of("size: number", "note: category")
    reading = read_question(f"size {text}", task, Known(), today=TODAY)
    assert "size" not in by_name(reading, task)
    with pytest.raises(InvalidValue):
        read_value(text, task.fields[0], Known(), today=TODAY)
    with pytest.raises(InvalidValue):
        read_truth(text, task.target, Known())


def test_a_link_ends_before_the_sentence_goes_on() -> None:
    task = task_of("size: number", "site: category")
    sentence = "site: https://example.com/a?b=1, size: 75"
    reading = read_question(sentence, task, Known(), today=TODAY)
    assert by_name(reading, task) == {"size": 75, "site": "https://example.com/a?b=1"}


@pytest.mark.parametrize(
    "piece", ["**a ", "**", "`", "||a", "_a_ ", "https://,", "<@1> ", "*_`", "`a[` "]
)
def test_markup_is_found_in_linear_time(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    assert len(markup_of(text).blanked(text)) == len(text)
    assert len(tokenise(text)) <= len(text)
