"""JSON as rows: the bot's own export, what labelling tools write, and plain objects."""

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from core.assistant.files.json_tables import rows_of_object, titled_rows
from core.assistant.files.sheet import BadRow, Row, Sheet, check_count, row_of
from core.assistant.wording import say
from core.domain.codec import fields_from_json, target_from_json
from core.domain.fields import show_plain
from core.errors import UserError

_DEEPEST: Final = 100
"""Levels of brackets: no table has as many, and thousands of them end a parser."""
_LONGEST_NUMBER: Final = 400
"""Digits: a longer number is no value, and Python will not write it."""
_MOST_NAMED: Final = 8
_BETWEEN: Final = re.compile(r"\}[\s,]*\{")
_BLANKS: Final = re.compile(r"[\s,]*")


def read_json(text: str, *, locale: str) -> Sheet:
    """Return the rows of a JSON array, or of one object a line.

    Raises:
        InvalidValue: it has too many rows, or is no table.
    """
    whole = _whole_array(text, locale)
    if whole is not None:
        objects = list(enumerate(whole, start=1))
    else:
        lines = enumerate(text.split("\n"), start=1)
        objects = [(number, _parsed(raw)) for number, raw in lines if raw.strip()]
    check_count(len(objects), locale)
    return _sheet(objects, locale)


def _sheet(objects: Sequence[tuple[int, object]], locale: str) -> Sheet:
    rows: list[Row] = []
    bad: list[BadRow] = []
    task: Mapping[str, Any] | None = None
    columns: dict[str, None] = {}
    for line, found in objects:
        match found:
            case {"task": dict(described), **rest} if (
                not rest and task is None and _is_task(described)
            ):
                task = described
            case dict() if "task" not in found or len(found) > 1:
                cells = {name: _text(cell) for name, cell in _cells(found).items()}
                rows.append(row_of(line, list(cells), list(cells.values())))
                columns |= dict.fromkeys(cells)
            case _:
                bad.append(BadRow(line=line, reason=say("no json row", locale=locale)))
    ordered = [name for name in columns if name != "target"]
    ordered += ["target"] if "target" in columns else []
    return Sheet(
        columns=tuple(ordered),
        rows=tuple(rows),
        bad=tuple(bad),
        notes=_unread_lists(objects, locale),
        task=task,
        is_typed=True,
    )


def _unread_lists(objects: Sequence[tuple[int, object]], locale: str) -> tuple[str, ...]:
    """Return one line of the names under which lists of objects stand: no cell holds those."""
    names = dict.fromkeys(
        name
        for _, found in objects
        if isinstance(found, dict) and "annotations" not in found
        for name, cell in found.items()
        if isinstance(cell, list) and any(isinstance(one, dict | list) for one in cell)
    )
    if not names:
        return ()
    listed = ", ".join(list(names)[:_MOST_NAMED])
    return (say("lists unread", locale=locale, columns=listed[:200]),)


def _whole_array(text: str, locale: str) -> list[object] | None:
    """Return the rows of a text that is one array, or one object that holds one; else None."""
    start = text.lstrip()
    if not start.startswith(("[", "{")):
        return None
    if start.startswith("{") and _parsed(start.split("\n", 1)[0]) is not None:
        first = _parsed(start)
        return rows_of_object(first, locale=locale) if isinstance(first, dict) else None
    found = _parsed(start)
    match found:
        case list():
            return titled_rows(found)
        case dict():
            return rows_of_object(found, locale=locale)
    return _objects_in_a_row(start)


def _objects_in_a_row(text: str) -> list[object] | None:
    """Return objects that stand behind one another with nothing between: ``{…}{…}``."""
    if not _BETWEEN.search(text) or _depth(text) > _DEEPEST:
        return None
    decoder = json.JSONDecoder(parse_constant=str, parse_int=_whole, parse_float=_decimal)
    found: list[object] = []
    at = 0
    while at < len(text):
        try:
            one, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return None
        found.append(one)
        at = _BLANKS.match(text, at).end()  # type: ignore[union-attr]  # matches nothing, too
    return found


def _parsed(raw: str) -> object:
    """Return what a line says; None where it is no JSON, or none that a row can be."""
    if _depth(raw) > _DEEPEST:
        return None
    try:
        return json.loads(raw, parse_constant=str, parse_int=_whole, parse_float=_decimal)
    except (ValueError, RecursionError):
        return None


def _depth(raw: str) -> int:
    """Return how deep brackets stand in one another, at most; those in texts count too."""
    if raw.count("[") + raw.count("{") <= _DEEPEST:
        return 0
    deep = deepest = 0
    for sign in raw:
        if sign in "[{":
            deep += 1
            deepest = max(deepest, deep)
        elif sign in "]}":
            deep -= 1
    return deepest


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits[:60]


def _decimal(digits: str) -> float | str:
    """Return a number with a point or an exponent; as it is written where it is beyond all."""
    number = float(digits)
    return number if math.isfinite(number) else digits[:60]


def _is_task(described: Mapping[str, Any]) -> bool:
    try:
        fields_from_json(described["fields"])
        target_from_json(described["target"])
    except (UserError, ValueError, TypeError, KeyError, AttributeError):
        return False
    return True


def _cells(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object's cells: nested ones by their own names, marks of labelling tools as one."""
    match found:
        case {"values": dict(values)} if "target" in found:
            return {**values, "target": found["target"]}
        case {"data": dict(inner), "annotations": list(marks)}:  # Label Studio
            return {**_flat(inner), "label": _studio_label(marks)}
    flat = _flat(found)
    if "options" in found and isinstance(found.get("accept"), list):  # Prodigy's choices
        flat = {k: v for k, v in flat.items() if k not in ("options", "accept", "answer")}
        flat["label"] = _one(found["accept"])
    private = (
        "_input_hash",
        "_task_hash",
        "_session_id",
        "_view_id",
        "_timestamp",
        "_annotator_id",
    )
    return {name: cell for name, cell in flat.items() if name not in private}


def _flat(found: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, cell in found.items():
        match cell:
            case {"date": str(day)} if len(cell) == 1:
                flat[before + name] = day
            case dict() if name == "cats":  # spaCy's: the label with the highest score
                scores = {k: v for k, v in cell.items() if isinstance(v, int | float)}
                flat["label"] = max(scores, key=lambda k: scores[k]) if scores else None
            case dict():
                flat |= _flat(cell, f"{before}{name} ")
            case list():
                flat[before + name] = _one(cell)
            case _:
                flat[before + name] = cell
    return flat


def _one(cells: Sequence[object]) -> object:
    """Return the one element of a list; several as one text."""
    plain = [cell for cell in cells if isinstance(cell, str | int | float)]
    if len(plain) == 1 == len(cells):
        return plain[0]
    return ", ".join(_text(cell) for cell in plain) if len(plain) == len(cells) else None


def _studio_label(marks: Sequence[object]) -> object:
    for mark in marks:
        match mark:
            case {"result": [{"value": {"choices": [choice, *_]}}, *_]}:
                return choice
            case {"result": [{"value": {"rating": rating}}, *_]}:
                return rating
            case {"result": [{"value": {"number": number}}, *_]}:
                return number
    return None


def _text(cell: object) -> str:
    """Return a JSON value as a cell of text; empty for what holds none."""
    match cell:
        case str():
            return cell
        case {"date": str(day)}:
            return day
        case int() if not isinstance(cell, bool) and abs(cell) > 10**300:
            return str(cell)
        case bool() | int() | float():
            return show_plain(cell)
    return ""
