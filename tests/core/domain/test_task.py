from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.domain.fields import Field, FieldKind
from core.domain.identity import CommunityId, FieldKey, TaskId
from core.domain.task import Target, TargetKind, Task, check_task_name, weights_of
from core.errors import Conflict, InvalidValue, NotFound


def houses(*names: str) -> Task:
    fields = tuple(
        Field(key=FieldKey(f"f{i}"), name=name, kind=FieldKind.NUMBER)
        for i, name in enumerate(names, start=1)
    )
    return Task(
        id=TaskId(1),
        community=CommunityId("c"),
        name="Houses for  sale",
        fields=fields,
        target=Target(kind=TargetKind.NUMBER, unit="€"),
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def test_a_task_is_named_in_lower_case_without_blanks() -> None:
    assert houses().name == "houses-for-sale"
    assert check_task_name("  A  b ") == "a-b"


def test_field_names_differ() -> None:
    with pytest.raises(Conflict):
        houses("size", "Size")


def test_a_removed_fields_key_is_never_given_again() -> None:
    task = houses("size", "rooms").without_field(FieldKey("f2"))
    assert task.with_field("garden", FieldKind.YES_NO).fields[-1].key == "f3"
    task = replace(task, fields=())
    assert task.with_field("garden", FieldKind.YES_NO).fields[-1].key == "f3"


def test_a_field_keeps_its_key_when_it_changes() -> None:
    task = houses("size")
    renamed = replace(task.fields[0], name="area", kind=FieldKind.TEXT)
    assert task.with_changed(renamed).field_named("AREA").key == "f1"


def test_an_unknown_field_is_named_beside_the_known() -> None:
    with pytest.raises(NotFound, match=r"size, rooms"):
        houses("size", "rooms").field_named("garden")
    with pytest.raises(NotFound):
        houses("size").check_values({FieldKey("f9"): 1.0})


def test_a_target_checks_its_truth() -> None:
    assert houses().target.check(3) == 3.0
    with pytest.raises(InvalidValue):
        houses().target.check("three")
    labels = Target(kind=TargetKind.CATEGORY, labels=("Bug", "Question"))
    assert labels.check(" bug ") == "Bug"
    with pytest.raises(InvalidValue):
        labels.check("zebra")
    with pytest.raises(InvalidValue):
        Target(kind=TargetKind.CATEGORY, unit="€")
    with pytest.raises(InvalidValue):
        Target(kind=TargetKind.NUMBER, labels=("a",))
    with pytest.raises(InvalidValue):
        Target(kind=TargetKind.NUMBER, is_balanced=True)


def test_truths_count_alike_or_by_label() -> None:
    usual = Target(kind=TargetKind.CATEGORY)
    assert weights_of(usual, ["a", "a", "b"]) == [1.0, 1.0, 1.0]
    assert weights_of(replace(usual, is_balanced=True), ["a", "a", "b"]) == [0.75, 0.75, 1.5]
    assert weights_of(replace(usual, is_balanced=True), []) == []


def test_there_is_an_end_to_fields() -> None:
    with pytest.raises(InvalidValue, match="300"):
        houses(*(f"field {i}" for i in range(301)))
