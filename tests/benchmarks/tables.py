"""Tables of a data folder, as tasks and examples: ``data.json`` says what each file holds."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from core.domain.example import Example, ExampleStatus
from core.domain.fields import MAX_CATEGORY, MAX_NAME, MAX_TEXT, Field, FieldKind, Value, Values
from core.domain.identity import CommunityId, ExampleId, MemberId, TaskId
from core.domain.task import Target, TargetKind, Task, Truth, field_key

NOW = datetime(2026, 1, 1, tzinfo=UTC)
KINDS = {
    "num": FieldKind.NUMBER,
    "cat": FieldKind.CATEGORY,
    "text": FieldKind.TEXT,
    "bool": FieldKind.YES_NO,
    "date": FieldKind.DATE,
}
TEACHERS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A public table as a task and what can be taught of it, in file order."""

    name: str
    task: Task
    values: Sequence[Values]
    truths: Sequence[Truth]

    def __len__(self) -> int:
        return len(self.truths)

    @property
    def is_number(self) -> bool:
        """Whether its target is a number."""
        return self.task.target.kind is TargetKind.NUMBER

    def example(self, row: int) -> Example:
        """Return a row as a lesson of one of ten members."""
        return Example(
            id=ExampleId(row + 1),
            number=row + 1,
            task_id=self.task.id,
            author=MemberId(f"benchmark:{row % TEACHERS}"),
            values=self.values[row],
            target=self.truths[row],
            status=ExampleStatus.ACTIVE,
            revision=row + 1,
            taught_at=NOW,
        )

    def examples(self, rows: Sequence[int]) -> list[Example]:
        """Return rows as lessons."""
        return [self.example(row) for row in rows]


def described(folder: Path, names: Sequence[str] = ()) -> Iterator[Mapping[str, object]]:
    """Yield what ``data.json`` says of the sets named, or of all."""
    known = {str(one["name"]): one for one in json.loads((folder / "data.json").read_text("utf-8"))}
    missing = [name for name in names if name not in known]
    if missing:
        raise SystemExit(f"{folder} has {', '.join(known)}; not {', '.join(missing)}.")
    yield from (known[name] for name in names or known)


def load(folder: Path, described_as: Mapping[str, object], rows: int) -> DataSet:
    """Return the first rows of a set."""
    name, target = str(described_as["name"]), str(described_as["target"])
    kinds = described_as["columns"]
    if not isinstance(kinds, Mapping):
        raise SystemExit(f"The columns of {name} must be an object of name and kind.")
    fields = tuple(
        Field(key=field_key(place), name=_name(column, place), kind=KINDS[str(kind)])
        for place, (column, kind) in enumerate(kinds.items(), start=1)
    )
    is_number = described_as["task"] == "regression"
    task = Task(
        id=TaskId(1),
        community=CommunityId("benchmark"),
        name=name,
        fields=fields,
        target=Target(kind=TargetKind.NUMBER if is_number else TargetKind.CATEGORY),
        created_at=NOW,
    )
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        lines = [line for line, _ in zip(csv.DictReader(file), range(rows), strict=False)]
    return DataSet(
        name=name,
        task=task,
        values=[_values(line, list(kinds), fields) for line in lines],
        truths=[float(line[target]) if is_number else line[target] for line in lines],
    )


def _name(column: str, place: int) -> str:
    """Return a name that a field may have: the place makes it one of its kind."""
    plain = "".join(sign if sign.isalnum() else " " for sign in column)
    return f"{place} {plain}".strip()[:MAX_NAME].strip()


def _values(line: Mapping[str, str], columns: Sequence[str], fields: Sequence[Field]) -> Values:
    return {
        field.key: _value(line[column], field.kind)
        for column, field in zip(columns, fields, strict=True)
        if line[column].strip()
    }


def _value(cell: str, kind: FieldKind) -> Value:
    match kind:
        case FieldKind.NUMBER:
            return float(cell)
        case FieldKind.YES_NO:
            return cell.strip().casefold() in {"true", "yes", "1"}
        case FieldKind.DATE:
            return date.fromisoformat(cell.strip()[:10])
        case FieldKind.CATEGORY:
            return cell[:MAX_CATEGORY]
        case _:
            return cell[:MAX_TEXT]
