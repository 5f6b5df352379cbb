"""JSON that holds its rows in one array or object: by name, by column, by number or by key."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from core.assistant.files.headings import is_date
from core.assistant.wording import say
from core.errors import InvalidValue

_LISTS: Final = ("data", "rows", "items", "records", "examples", "results")
"""Under which name an object holds the rows."""
_FEWEST: Final = 2
"""Records: one alone is an object within another."""
_DEEPEST: Final = 3
"""Levels of keys above the records."""
_ALIKE: Final = 0.5
"""Records have this share of all their names on average."""
_OWN: Final = frozenset({"task", "values", "data", "annotations"})
"""Under these names stand a row of an export, and what labelling tools write."""
_WIDEST: Final = 100
"""Cells: no object with more is a row of its own."""

Keys = tuple[str, ...]


def rows_of_object(found: Mapping[str, Any], *, locale: str) -> list[object]:
    """Return the rows that a single object holds; itself where it is one.

    Raises:
        InvalidValue: it is no table, and too much for one row.
    """
    held = held_rows(found)
    if held is not None:
        return held
    if _OWN.isdisjoint(found) and _cells_in(found) > _WIDEST:
        raise InvalidValue(say("no json table", locale=locale))
    return [found]


def held_rows(found: Mapping[str, Any]) -> list[object] | None:
    """Return the rows that an object holds: a list, a table by column, or records by key."""
    return _listed(found) or _numbered(found) or _keyed(found)


def _listed(found: Mapping[str, Any]) -> list[object] | None:
    """Return the rows that an object holds: under a usual name, as its only list, by column."""
    lists = {name: one for name, one in found.items() if isinstance(one, list) and one}
    match found:
        case {"columns": [*names], "data": [[*_], *_] as rows}:
            return titled_rows([names, *rows])
    usual = [lists[name] for name in _LISTS if name in lists]
    rows = [one for one in lists.values() if all(isinstance(row, dict) for row in one)]
    if usual or (len(rows) == 1 and "annotations" not in found):
        return (usual or rows)[0]
    are_columns = len(lists) == len(found) > 1 and len({len(one) for one in lists.values()}) == 1
    columns = zip(*lists.values(), strict=True) if are_columns else ()
    return [dict(zip(lists, row, strict=True)) for row in columns] or None


def _numbered(found: Mapping[str, object]) -> list[object] | None:
    """Return the rows of a table that is one object, by number of row or by column; else None."""
    inner = list(found.values())
    if not found or not all(isinstance(one, dict) and one for one in inner):
        return None
    if all(name.isdecimal() for name in found) and len({*map(_is_flat, inner)}) == 1:
        return inner if _is_flat(inner[0]) else None
    columns = {name: one for name, one in found.items() if isinstance(one, dict)}
    numbers = list(dict.fromkeys(number for one in columns.values() for number in one))
    if not all(number.isdecimal() for number in numbers):
        return None
    return [{name: one.get(number) for name, one in columns.items()} for number in numbers]


def _keyed(found: Mapping[str, Any]) -> list[object] | None:
    """Return the records of an object, each with the keys that it stands under; else None.

    It may hold them all under one name beside plain values: ``{"count": 2, "people": {…}}``.
    """
    objects = {name: one for name, one in found.items() if isinstance(one, dict) and one}
    plain = [one for one in found.values() if not isinstance(one, dict | list)]
    if len(objects) == 1 and len(plain) == len(found) - 1 > 0:
        return _keyed(next(iter(objects.values())))
    if len(objects) < max(_FEWEST, len(found)):
        return None
    for depth in range(_DEEPEST, 0, -1):
        records = list(_records(found, depth, ()))
        if _are_alike(records):
            return [_with_keys(keys, record) for keys, record in records if record is not None]
    return _turned(objects)


def _turned(columns: Mapping[str, Mapping[str, Any]]) -> list[object] | None:
    """Return the records of a table that is written column by column, each by key; else None."""
    keys = dict.fromkeys(key for one in columns.values() for key in one)
    records = {key: {name: one[key] for name, one in columns.items() if key in one} for key in keys}
    if not _are_alike([((key,), record) for key, record in records.items()]):
        return None
    return [_with_keys((key,), record) for key, record in records.items()]


def _records(
    found: Mapping[str, Any], depth: int, keys: Keys
) -> Iterator[tuple[Keys, Mapping[str, Any] | None]]:
    """Yield what stands under so many keys, None where that is no object."""
    for key, one in found.items():
        if not isinstance(one, dict) or not one:
            yield (*keys, key), None
        elif depth > 1:
            yield from _records(one, depth - 1, (*keys, key))
        else:
            yield (*keys, key), one


def _are_alike(records: list[tuple[Keys, Mapping[str, Any] | None]]) -> bool:
    """Return whether all are objects with mostly the same names, fewer of them than of records.

    Where there are as many names or more, what stands under each name must be of one kind.
    """
    found = [record for _, record in records if record is not None]
    if len(found) < max(_FEWEST, len(records)):
        return False
    names: Counter[str] = Counter(name for record in found for name in record)
    if names.keys() == {"date"}:  # an export's days
        return False
    if names.total() < _ALIKE * len(names) * len(found) or any(map(_is_date_or_number, names)):
        return False
    kinds: dict[str, set[str]] = {name: set() for name in names}
    for record in found:
        for name, one in record.items():
            kinds[name].add(_kind_of(one))
    are_even = all(len(kind - {"NoneType"}) <= 1 for kind in kinds.values())
    are_several = len({kind for one in kinds.values() for kind in one}) > 1
    return len(found) > len(names) or (are_even and are_several)


def _kind_of(one: object) -> str:
    """Return what a value is, whole numbers and others alike."""
    return type(one).__name__.replace("int", "float")


def _is_date_or_number(name: str) -> bool:
    return name.isdecimal() or is_date(name)


def _with_keys(keys: Keys, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with its keys as the first cells, under names that it has not."""
    row: dict[str, Any] = {}
    for at, key in enumerate(keys, start=1):
        name = "key" if at == 1 else f"key {at}"
        while name in record:
            name += " of record"
        row[name] = key
    return row | dict(record)


def _is_flat(found: object) -> bool:
    """Return whether an object holds no objects alone."""
    return isinstance(found, dict) and not all(isinstance(one, dict) for one in found.values())


def _cells_in(found: object) -> int:
    if isinstance(found, dict):
        return sum(map(_cells_in, found.values()))
    return 1


def titled_rows(rows: list[object]) -> list[object]:
    """Return arrays under a first array of headings as objects; any others as they are."""
    match rows:
        case [[*headings], *rest] if all(isinstance(name, str) for name in headings):
            return [
                dict(zip(headings, row, strict=False)) if isinstance(row, list) else row
                for row in rest
            ]
        case [[*_], *_] if all(isinstance(row, list) for row in rows):
            named = say("column number", locale="en", number=0).removesuffix("0")
            return [
                {f"{named}{at}": cell for at, cell in enumerate(row, start=1)}
                for row in rows
                if isinstance(row, list)
            ]
    return rows
