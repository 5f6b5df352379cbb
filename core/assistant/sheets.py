"""Tables of examples as files: CSV for spreadsheets, JSONL without loss; limits come first."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.assistant.incoming import Attachment
from core.domain.codec import task_to_json, value_to_json
from core.domain.example import Example
from core.domain.fields import MAX_FIELDS, MAX_TEXT, Value, show_plain
from core.domain.identity import MemberId
from core.domain.task import Task
from core.errors import InvalidValue

MAX_BYTES = 8 * 2**20
MAX_ROWS = 20_000
OWN_COLUMNS = ("example", "taught by", "taught at", "status")
"""What an export adds to the task's fields; an import reads past it."""
_COMMAS = re.compile(r"[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")
"""A number whose decimal comma made its file be cut at semicolons."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a file: cells by column, as text or as JSON values."""

    line: int
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A line that could not be read, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a file holds, before any task has looked at it."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...] = ()
    task: Mapping[str, Any] | None = None
    """The task that a JSONL export brings along."""


def read_sheet(file: Attachment) -> Sheet:
    """Return the rows of a CSV or JSONL file.

    Raises:
        InvalidValue: it is too large, no UTF-8 text, or has no rows.
    """
    if len(file.content) > MAX_BYTES:
        size = len(file.content) / 2**20
        raise InvalidValue(
            f"A file may have at most {MAX_BYTES // 2**20} MiB; this one has {size:.1f} MiB. "
            "Split it."
        )
    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidValue(
            f"Expected text in UTF-8; byte {error.start:,} of {file.name} is not. "
            'Save it again as "CSV UTF-8".'
        ) from error
    if text.count("\n") > 2 * MAX_ROWS:
        raise InvalidValue(f"A file may have at most {MAX_ROWS:,} rows. Split it.")
    is_json = file.name.casefold().endswith((".jsonl", ".ndjson", ".json"))
    sheet = _read_jsonl(text) if is_json else _read_csv(text)
    if not sheet.rows and not sheet.bad:
        raise InvalidValue(f"Expected a line of headings and at least one row in {file.name}.")
    return sheet


def _read_csv(text: str) -> Sheet:
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = _columns(next(reader, []))
        rows, bad = _csv_rows(reader, columns)
        if delimiter != ",":
            rows = _with_points(rows, columns)
    except csv.Error as error:
        raise InvalidValue(
            f"Line {reader.line_num} is no CSV ({error}). Is a quotation mark left open?"
        ) from error
    return Sheet(columns=columns, rows=tuple(rows), bad=tuple(bad))


def _columns(cells: Sequence[str]) -> tuple[str, ...]:
    columns = tuple(" ".join(_unquoted(cell).split()) for cell in cells)
    if not any(columns):
        raise InvalidValue("Expected a line of headings first, such as: size,price")
    if len(columns) > MAX_FIELDS + 1 + len(OWN_COLUMNS):
        raise InvalidValue(f"A file may have at most {MAX_FIELDS + 1} columns, not {len(columns)}.")
    lowered = [column.casefold() for column in columns if column]
    if len(set(lowered)) != len(lowered):
        twice = next(column for column in lowered if lowered.count(column) > 1)
        raise InvalidValue(f'Two columns are called "{twice[:60]}"; each needs its own name.')
    return columns


def _csv_rows(
    reader: Iterable[list[str]], columns: tuple[str, ...]
) -> tuple[list[Row], list[BadRow]]:
    rows: list[Row] = []
    bad: list[BadRow] = []
    lines = enumerate(reader, start=2)
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        _check_count(len(rows) + len(bad))
        if len(cells) != len(columns):
            reason = f"expected {len(columns)} cells, found {len(cells)}"
            bad.append(BadRow(line=line, reason=reason))
        elif any(len(cell) > MAX_TEXT for cell in cells):
            bad.append(BadRow(line=line, reason=f"a cell has more than {MAX_TEXT:,} characters"))
        else:
            named = zip(columns, cells, strict=True)
            kept = {name: _unquoted(c).strip() for name, c in named if name and c.strip()}
            rows.append(Row(line=line, cells=kept))
    return rows, bad


def _with_points(rows: Sequence[Row], columns: Sequence[str]) -> list[Row]:
    """Return the rows with ``1.250,5`` as ``1250.5``, in the columns that are written like it."""
    for column in columns:
        cells = [row.cells[column] for row in rows if column in row.cells]
        if any("," in cell for cell in cells) and all(_COMMAS.fullmatch(cell) for cell in cells):
            rows = [_with_point(row, column) for row in rows]
    return list(rows)


def _with_point(row: Row, column: str) -> Row:
    cell = row.cells.get(column)
    if cell is None:
        return row
    return replace(row, cells={**row.cells, column: cell.replace(".", "").replace(",", ".")})


def _check_count(count: int) -> None:
    if count >= MAX_ROWS:
        raise InvalidValue(f"A file may have at most {MAX_ROWS:,} rows. Split it.")


def _read_jsonl(text: str) -> Sheet:
    rows: list[Row] = []
    bad: list[BadRow] = []
    task = None
    columns: dict[str, None] = {}
    for line, raw in enumerate(text.splitlines(), start=1):
        if not raw.strip():
            continue
        _check_count(len(rows) + len(bad))
        match _parsed(raw):
            case {"task": dict(found)}:
                task = found
            case {"values": dict(values), "target": target}:
                rows.append(Row(line=line, cells={**values, "target": target}))
                columns |= dict.fromkeys(values)
            case _:
                reason = 'expected an object like {"values": {"size": 1}, "target": 2}'
                bad.append(BadRow(line=line, reason=reason))
    return Sheet(columns=(*columns, "target"), rows=tuple(rows), bad=tuple(bad), task=task)


def _parsed(raw: str) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def write_csv(task: Task, examples: Sequence[Example], names: Mapping[MemberId, str]) -> bytes:
    """Return examples as CSV; cells that a spreadsheet would run as formulas are quoted."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    fields = [field.name for field in task.typed_fields]
    own_columns = () if task.rater else OWN_COLUMNS
    writer.writerow([_quoted(n) for n in (*fields, task.target.name, *own_columns)])
    for example in examples:
        values = [example.values.get(field.key) for field in task.typed_fields]
        cells = ["" if value is None else _cell(value) for value in (*values, example.target)]
        author = names.get(example.author, "") if example.author else ""
        own = [str(example.number), _quoted(author), example.taught_at.isoformat(), example.status]
        writer.writerow(cells if task.rater else cells + own)
    return out.getvalue().encode()


def write_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return any table as CSV, as safe for spreadsheets as an export."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_quoted(heading) for heading in headings])
    writer.writerows([_quoted(c) if isinstance(c, str) else c for c in row] for row in rows)
    return out.getvalue().encode()


def _cell(value: Value) -> str:
    return _quoted(value) if isinstance(value, str) else show_plain(value)


def _quoted(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text


def _unquoted(text: str) -> str:
    """Return what :func:`_quoted` was given."""
    return text[1:] if text.startswith("'") and text[1:].startswith((*_FORMULA, "'")) else text


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
