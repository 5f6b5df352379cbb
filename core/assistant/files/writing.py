"""Tables of examples written as files: CSV for spreadsheets, JSONL without loss."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from core.assistant.files.sheet import OWN_COLUMNS, quoted
from core.domain.codec import task_to_json, value_to_json
from core.domain.example import Example
from core.domain.fields import Value, show_plain
from core.domain.identity import MemberId
from core.domain.task import Task


def write_csv(task: Task, examples: Sequence[Example], names: Mapping[MemberId, str]) -> bytes:
    """Return examples as CSV; cells that a spreadsheet would run as formulas are quoted."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    fields = [field.name for field in task.typed_fields]
    own_columns = () if task.rater else OWN_COLUMNS
    writer.writerow([quoted(n) for n in (*fields, task.target.name, *own_columns)])
    for example in examples:
        values = [example.values.get(field.key) for field in task.typed_fields]
        cells = ["" if value is None else _cell(value) for value in (*values, example.target)]
        author = names.get(example.author, "") if example.author else ""
        own = [str(example.number), quoted(author), example.taught_at.isoformat(), example.status]
        writer.writerow(cells if task.rater else cells + own)
    return out.getvalue().encode()


def write_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return any table as CSV, as safe for spreadsheets as an export."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([quoted(heading) for heading in headings])
    writer.writerows([quoted(c) if isinstance(c, str) else c for c in row] for row in rows)
    return out.getvalue().encode()


def _cell(value: Value) -> str:
    return quoted(value) if isinstance(value, str) else show_plain(value)


def write_jsonl(task: Task, examples: Sequence[Example], names: Mapping[MemberId, str]) -> bytes:
    """Return the task and its examples, one JSON object a line, without loss."""
    by_key = {field.key: field.name for field in task.fields}
    described = {k: v for k, v in task_to_json(task).items() if k not in ("id", "community")}
    lines = [json.dumps({"task": described}, ensure_ascii=False)]
    for example in examples:
        values = {by_key.get(k, str(k)): value_to_json(v) for k, v in example.values.items()}
        record = {
            "values": values,
            "target": example.target,
        }
        if task.rater is None:
            record |= {
                "example": example.number,
                "taught by": names.get(example.author) if example.author else None,
                "taught at": example.taught_at.isoformat(),
                "status": str(example.status),
            }
        lines.append(json.dumps(record, ensure_ascii=False))
    return ("\n".join(lines) + "\n").encode()
