"""Signs, nouns and hedges beside a number or a label, which make it unclear."""

import pytest

from core.assistant.reading import Doubt, Known, Unclear, read_lesson, read_truth
from core.domain.task import Target, TargetKind
from tests.core.assistant.reading.tasks import TODAY, by_name, task_of


@pytest.mark.parametrize(
    "said", ["x 3 dogs", "x: 3 bananas", "x 3 (est.)", "x 3 minus", "x (15)", "x: (3)", "x 3 plus"]
)
@pytest.mark.parametrize("seen", [[], [1.0, 4.0]])
def test_a_sign_or_a_noun_beside_a_number_without_a_unit_is_asked(
    said: str, seen: list[float]
) -> None:
    task = task_of("x: number")
    known = Known(numbers={task.fields[0].key: seen})
    reading = read_lesson(f"{said} -> 1", task, known, today=TODAY)
    assert by_name(reading, task) == {}
    assert reading.unclear or reading.offers


@pytest.mark.parametrize(
    ("said", "unread"),
    [
        ("x 3", ()),
        ("3 x", ()),
        ("x 3 please", ()),
        ("x 3, dogs", ("dogs",)),
        ("x 3 always", ("always",)),
        ("x 3 in Mitte", ("Mitte",)),
        ("x 3 (Mitte)", ("Mitte",)),
        ("3 dogs, x 3", ("3 dogs",)),
        ("x 3 yesterday", ("yesterday",)),
    ],
)
def test_other_words_beside_a_number_leave_it_what_it_is(
    said: str, unread: tuple[str, ...]
) -> None:
    task = task_of("x: number")
    reading = read_lesson(f"{said} -> 1", task, Known(), today=TODAY)
    assert by_name(reading, task) == {"x": 3}
    assert reading.unread == unread


@pytest.mark.parametrize(
    "said", ["maybe bug", "bug maybe", "probably bug", "might be a bug", "可能是bug", "也许 bug"]
)
def test_a_label_that_is_only_supposed_is_asked(said: str) -> None:
    target = Target(kind=TargetKind.CATEGORY, labels=("bug", "feature"))
    asked = Unclear(field=None, text=said, readings=("bug",), why=Doubt.ASKED)
    assert read_truth(said, target, Known()) == asked
    for sure in ("bug", "a bug", "definitely bug", "I think bug"):
        assert read_truth(sure, target, Known()) == "bug"
