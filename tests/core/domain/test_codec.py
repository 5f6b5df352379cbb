"""What is written as JSON comes back as the same value."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain import codec
from core.domain.example import Example, ExampleStatus, Foretold
from core.domain.fields import Field, FieldKind, Value
from core.domain.forecast import (
    Answer,
    Basis,
    CategoryForecast,
    Interval,
    NumberForecast,
    Similar,
)
from core.domain.identity import ExampleId, FieldKey, MemberId, TaskId
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind
from core.domain.version import Comparison, Trial
from core.errors import InvalidValue
from tests.core.domain.test_task import houses

values = st.one_of(st.floats(-1e15, 1e15), st.booleans(), st.dates(), st.text(max_size=40))
NOW = datetime(2026, 5, 31, 12, tzinfo=UTC)


def through_json(raw: codec.Json) -> codec.Json:
    back: codec.Json = json.loads(json.dumps(raw))
    return back


@given(values)
def test_values(value: Value) -> None:
    back = codec.value_from_json(json.loads(json.dumps(codec.value_to_json(value))))
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize("raw", [None, [], {}, {"date": 3}])
def test_what_is_no_value_is_refused(raw: object) -> None:
    with pytest.raises(InvalidValue):
        codec.value_from_json(raw)


def test_tasks() -> None:
    task = houses("size").with_field("os", FieldKind.CATEGORY, options=("a", "b"))
    task = replace(task, created_by=MemberId("m"), description="what for")
    assert codec.task_from_json(through_json(codec.task_to_json(task))) == task


@given(st.dictionaries(st.sampled_from(["f1", "f2", "f3"]).map(FieldKey), values))
def test_examples(said: dict[FieldKey, Value]) -> None:
    example = Example(
        id=ExampleId(3),
        number=2,
        task_id=TaskId(1),
        author=MemberId("m"),
        values=said,
        target="bug",
        status=ExampleStatus.HELD,
        revision=9,
        taught_at=NOW,
        source="message:1",
        foretold=Foretold(answer="bug", naive="question", confidence=0.5),
    )
    assert codec.example_from_json(through_json(codec.example_to_json(example))) == example


def test_erased_examples() -> None:
    bare = {"id": ExampleId(3), "number": 2, "task_id": TaskId(1), "revision": 9, "taught_at": NOW}
    example = Example(author=None, target=None, status=ExampleStatus.ERASED, **bare)  # type: ignore[arg-type] # a mixed dict
    assert codec.example_from_json(through_json(codec.example_to_json(example))) == example
    with pytest.raises(InvalidValue):
        Example(author=None, target=1.0, status=ExampleStatus.ERASED, **bare)  # type: ignore[arg-type] # a mixed dict


@pytest.mark.parametrize(
    "forecast",
    [
        NumberForecast(center=3.5, intervals=(Interval(level=0.8, low=3.0, high=4.0),)),
        CategoryForecast(probabilities=(("bug", 0.75), ("question", 0.25))),
    ],
)
def test_answers(forecast: NumberForecast | CategoryForecast) -> None:
    answer = Answer(
        forecast=forecast,
        basis=Basis.NEAREST,
        version=3,
        examples=7,
        weights={"linear": 1.0},
        similar=(Similar(example=ExampleId(4), similarity=0.5),),
        familiarity=0.25,
    )
    assert codec.answer_from_json(through_json(codec.answer_to_json(answer))) == answer


def test_answers_stored_before_familiarity_was_known_are_read() -> None:
    answer = Answer(
        forecast=CategoryForecast(probabilities=(("bug", 1.0),)),
        basis=Basis.MODEL,
        version=1,
        examples=3,
    )
    raw = through_json(codec.answer_to_json(answer))
    del raw["familiarity"]
    assert codec.answer_from_json(raw) == answer


def test_records_forgive_what_a_newer_writer_added() -> None:
    judged = Comparison(
        examples=3, confidence=0.5, gain=0.1, candidate_error=1, live_error=2, naive_error=3
    )
    raw = through_json(codec.record_to_json(judged)) | {"later": 1}
    assert codec.comparison_from_json(raw) == judged
    trial = Trial(truth=1.0, predicted="x")
    assert codec.trial_from_json(through_json(codec.record_to_json(trial))) == trial
    assert codec.foretold_from_json(None) is None
    with pytest.raises(InvalidValue):
        codec.record_to_json({"not": "a record"})


def test_rating_tasks() -> None:
    scale = Scale(low=0.5, high=5, step=0.5)
    kinds = {"title": FieldKind.ITEM, "rater": FieldKind.MEMBER}
    fields = tuple(
        Field(key=FieldKey(f"f{place}"), name=name, kind=kind)
        for place, (name, kind) in enumerate(kinds.items(), start=1)
    )
    target = Target(kind=TargetKind.RATING, scale=scale)
    task = replace(houses(), fields=fields, target=target)
    assert codec.task_from_json(through_json(codec.task_to_json(task))) == task


def test_labels_that_count_alike() -> None:
    target = Target(kind=TargetKind.CATEGORY, labels=("a", "b"), is_balanced=True)
    assert codec.target_from_json(through_json(codec.target_to_json(target))) == target


def test_a_target_without_a_scale_is_written_as_it_always_was() -> None:
    assert set(codec.target_to_json(Target(kind=TargetKind.NUMBER))) == {
        "kind",
        "name",
        "unit",
        "labels",
    }


def test_fields() -> None:
    fields = (Field(key=FieldKey("f1"), name="a", kind=FieldKind.NUMBER, unit="m²"),)
    assert codec.fields_from_json(json.loads(json.dumps(codec.fields_to_json(fields)))) == fields


def test_forecasts_check_themselves() -> None:
    with pytest.raises(InvalidValue):
        CategoryForecast(probabilities=(("bug", 0.7), ("question", 0.1)))
    with pytest.raises(InvalidValue):
        NumberForecast(center=float("nan"), intervals=())
    with pytest.raises(InvalidValue):
        Interval(level=0.8, low=2.0, high=1.0)
