"""Values as JSON and back: the one form for the database, JSONL files and the training process."""

from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from typing import Any, TypeAlias, cast

from core.domain.example import Example, ExampleStatus, Foretold
from core.domain.fields import Field, FieldKind, Value, Values
from core.domain.forecast import (
    Answer,
    Basis,
    CategoryForecast,
    Interval,
    NumberForecast,
    Similar,
)
from core.domain.identity import CommunityId, ExampleId, FieldKey, MemberId, TaskId
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind, Task
from core.domain.version import Comparison, Trial
from core.errors import InvalidValue

Json: TypeAlias = dict[str, Any]


def value_to_json(value: Value) -> object:
    """Return a JSON value: dates as ``{"date": "2026-05-31"}``, the rest as they are."""
    return {"date": value.isoformat()} if isinstance(value, date) else value


def value_from_json(raw: object) -> Value:
    """Return the value that :func:`value_to_json` wrote.

    Raises:
        InvalidValue: it is none that it writes.
    """
    match raw:
        case {"date": str(text)}:
            return date.fromisoformat(text)
        case bool() | str():
            return raw
        case int() | float():
            return float(raw)
    raise InvalidValue(f"Expected a number, text, yes/no or date, not {type(raw).__name__}.")


def values_to_json(values: Values) -> Json:
    """Return field values as a JSON object, keyed by field key."""
    return {str(key): value_to_json(value) for key, value in values.items()}


def values_from_json(raw: Mapping[str, object]) -> dict[FieldKey, Value]:
    """Return the values that :func:`values_to_json` wrote."""
    return {FieldKey(key): value_from_json(value) for key, value in raw.items()}


def record_to_json(record: object) -> Json:
    """Return a flat dataclass of JSON values (Foretold, Comparison, Trial, Interval, …)."""
    if not is_dataclass(record) or isinstance(record, type):
        raise InvalidValue(f"Expected a record, not {type(record).__name__}.")
    return asdict(record)


def foretold_from_json(raw: Json | None) -> Foretold | None:
    """Return what :func:`record_to_json` wrote."""
    return None if raw is None else Foretold(**_known(raw, Foretold))


def comparison_from_json(raw: Json) -> Comparison:
    """Return what :func:`record_to_json` wrote."""
    return Comparison(**_known(raw, Comparison))


def trial_from_json(raw: Json) -> Trial:
    """Return what :func:`record_to_json` wrote."""
    return Trial(**_known(raw, Trial))


def _known(raw: Json, kind: type[Any]) -> Json:
    """Drop what a newer writer may have added."""
    names = {f.name for f in fields(kind)}
    return {key: value for key, value in raw.items() if key in names}


def fields_to_json(task_fields: tuple[Field, ...]) -> list[Json]:
    """Return a task's fields."""
    return [asdict(f) | {"options": list(f.options)} for f in task_fields]


def fields_from_json(raw: list[Json]) -> tuple[Field, ...]:
    """Return what :func:`fields_to_json` wrote."""
    return tuple(
        Field(
            key=FieldKey(r["key"]),
            name=r["name"],
            kind=FieldKind(r["kind"]),
            unit=r["unit"],
            options=tuple(r["options"]),
        )
        for r in raw
    )


def target_to_json(target: Target) -> Json:
    """Return a task's target."""
    written = asdict(target) | {"labels": list(target.labels)}
    if target.scale is None:
        del written["scale"]
    if not target.is_balanced:
        del written["is_balanced"]
    return written


def target_from_json(raw: Json) -> Target:
    """Return what :func:`target_to_json` wrote."""
    return Target(
        kind=TargetKind(raw["kind"]),
        name=raw["name"],
        unit=raw["unit"],
        labels=tuple(raw["labels"]),
        scale=Scale(**_known(raw["scale"], Scale)) if raw.get("scale") else None,
        is_balanced=raw.get("is_balanced", False),
    )


def task_to_json(task: Task) -> Json:
    """Return a task."""
    return {
        "id": task.id,
        "community": task.community,
        "name": task.name,
        "description": task.description,
        "fields": fields_to_json(task.fields),
        "target": target_to_json(task.target),
        "keys_given": task.keys_given,
        "created_by": task.created_by,
        "created_at": task.created_at.isoformat(),
    }


def task_from_json(raw: Json) -> Task:
    """Return what :func:`task_to_json` wrote."""
    return Task(
        id=TaskId(raw["id"]),
        community=CommunityId(raw["community"]),
        name=raw["name"],
        description=raw["description"],
        fields=fields_from_json(raw["fields"]),
        target=target_from_json(raw["target"]),
        keys_given=raw["keys_given"],
        created_by=MemberId(raw["created_by"]) if raw["created_by"] else None,
        created_at=datetime.fromisoformat(raw["created_at"]),
    )


def example_to_json(example: Example) -> Json:
    """Return an example."""
    return {
        "id": example.id,
        "number": example.number,
        "task_id": example.task_id,
        "author": example.author,
        "values": values_to_json(example.values),
        "target": example.target,
        "status": str(example.status),
        "revision": example.revision,
        "taught_at": example.taught_at.isoformat(),
        "source": example.source,
        "foretold": record_to_json(example.foretold) if example.foretold else None,
    }


def example_from_json(raw: Json) -> Example:
    """Return what :func:`example_to_json` wrote."""
    return Example(
        id=ExampleId(raw["id"]),
        number=raw["number"],
        task_id=TaskId(raw["task_id"]),
        author=MemberId(raw["author"]) if raw["author"] else None,
        values=values_from_json(raw["values"]),
        target=raw["target"],
        status=ExampleStatus(raw["status"]),
        revision=raw["revision"],
        taught_at=datetime.fromisoformat(raw["taught_at"]),
        source=raw["source"],
        foretold=foretold_from_json(raw["foretold"]),
    )


def answer_to_json(answer: Answer) -> Json:
    """Return an answer."""
    forecast: Json
    if isinstance(answer.forecast, NumberForecast):
        intervals = [record_to_json(i) for i in answer.forecast.intervals]
        forecast = {"center": answer.forecast.center, "intervals": intervals}
    else:
        forecast = {"probabilities": [list(p) for p in answer.forecast.probabilities]}
    return {
        "forecast": forecast,
        "basis": str(answer.basis),
        "version": answer.version,
        "examples": answer.examples,
        "weights": dict(answer.weights),
        "similar": [record_to_json(s) for s in answer.similar],
        "familiarity": answer.familiarity,
    }


def answer_from_json(raw: Json) -> Answer:
    """Return what :func:`answer_to_json` wrote."""
    shape = raw["forecast"]
    forecast: NumberForecast | CategoryForecast
    if "center" in shape:
        intervals = tuple(Interval(**i) for i in shape["intervals"])
        forecast = NumberForecast(center=shape["center"], intervals=intervals)
    else:
        pairs = tuple((label, p) for label, p in shape["probabilities"])
        forecast = CategoryForecast(probabilities=cast("tuple[tuple[str, float], ...]", pairs))
    return Answer(
        forecast=forecast,
        basis=Basis(raw["basis"]),
        version=raw["version"],
        examples=raw["examples"],
        weights=raw["weights"],
        similar=tuple(
            Similar(example=ExampleId(s["example"]), similarity=s["similarity"])
            for s in raw["similar"]
        ),
        familiarity=raw.get("familiarity"),
    )
