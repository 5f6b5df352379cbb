from dataclasses import replace

import pytest

from core.assistant.plain_rules import plain_words, unbeaten_rule
from core.domain.example import Example, ExampleStatus, Foretold
from core.domain.fields import Field, FieldKind
from core.domain.identity import CommunityId, ExampleId, TaskId
from core.domain.task import Target, TargetKind, Task, field_key
from tests.core.assistant.chatting import NOW

YES = Field(key=field_key(1), name="yes", kind=FieldKind.NUMBER)
RAIN = Field(key=field_key(2), name="rain", kind=FieldKind.NUMBER)
TASK = Task(
    id=TaskId(1),
    community=CommunityId("terminal:test"),
    name="turnout",
    fields=(YES, RAIN, Field(key=field_key(3), name="day", kind=FieldKind.CATEGORY)),
    target=Target(kind=TargetKind.NUMBER),
    created_at=NOW,
)


def taught(*rows: tuple[float, float, float | None], rain: float | None = None) -> list[Example]:
    """Return examples of how many said yes, how many came, and what the bot foretold."""
    return [
        Example(
            id=ExampleId(number),
            number=number,
            task_id=TASK.id,
            author=None,
            values={YES.key: yes} | ({} if rain is None else {RAIN.key: rain}),
            target=came,
            status=ExampleStatus.ACTIVE,
            revision=number,
            taught_at=NOW,
            foretold=None if said is None else Foretold(answer=said, naive=0.0),
        )
        for number, (yes, came, said) in enumerate(rows, start=1)
    ]


FAR_OFF = ((20.0, 15.0, None), (10.0, 8.0, 15.0), (30.0, 21.0, 11.0), (26.0, 19.0, 15.0))


def test_a_rule_that_was_nearer_than_the_bot_is_named() -> None:
    assert plain_words(taught(*FAR_OFF), TASK, locale="en") == ('Not better than "0.74 × yes" yet.')


def test_a_bot_that_was_nearer_says_nothing() -> None:
    near = [(yes, came, came + 0.1) for yes, came, _ in FAR_OFF]
    assert plain_words(taught(*near), TASK, locale="en") == ""


def test_of_two_rules_the_nearer_one_is_named() -> None:
    rule = unbeaten_rule(taught(*FAR_OFF, rain=1.0), TASK)
    assert rule is not None
    assert rule.field == YES


@pytest.mark.parametrize(
    "rows",
    [
        (),
        FAR_OFF[:3],
        tuple((yes, came, None) for yes, came, _ in FAR_OFF),
        tuple((0.0, came, said) for _, came, said in FAR_OFF),
        tuple((yes, -came, said) for yes, came, said in FAR_OFF),
        tuple((yes, came, came) for yes, came, _ in FAR_OFF),
    ],
)
def test_where_there_is_too_little_to_judge_nothing_is_said(
    rows: tuple[tuple[float, float, float | None], ...],
) -> None:
    assert unbeaten_rule(taught(*rows), TASK) is None


def test_a_label_is_no_number_of_times_anything() -> None:
    labels = replace(TASK, target=Target(kind=TargetKind.CATEGORY))
    assert unbeaten_rule(taught(*FAR_OFF), labels) is None
