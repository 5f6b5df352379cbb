"""Files that name what they hold in lines of their own: ``Age: 33``, ``@attribute age``."""

import re
from collections.abc import Sequence
from typing import Final

_NAMED: Final = re.compile(r"\s*([^:：\t,;|]{1,40}?)\s*(?::\s+|：\s*|:$)(.*)")
_ATTRIBUTE: Final = re.compile(r"\s*@attribute\s+(?:['\"]([^'\"]+)['\"]|(\S+))", re.IGNORECASE)
_MOST: Final = 0.9
"""This share of the lines names what it holds."""
_FEWEST: Final = 2
"""Records, and names: fewer are a note above a table."""


def named_lines(lines: Sequence[str]) -> list[str] | None:
    """Return such records as lines with tabs, the names as the first; None for anything else.

    A record stands in its own first line; that of the names and the first row are the first two.
    """
    found = [_NAMED.fullmatch(line) for line in lines]
    named = [(at, one[1], one[2].strip()) for at, one in enumerate(found) if one]
    filled = sum(bool(line.strip()) for line in lines)
    names = list(dict.fromkeys(name for _, name, _ in named))
    if len(named) < _MOST * filled or len(names) < _FEWEST:
        return None
    starts = [at for at, name, _ in named if name == names[0]]
    if len(starts) < _FEWEST or len(names) * len(starts) > 2 * len(named):
        return None
    records = [sum(start <= at for start in starts) for at, _, _ in named]
    if len({(at, one[1]) for at, one in zip(records, named, strict=True)}) < len(named):
        return None  # a label before each text, which recurs as it comes
    rows = [""] * len(lines)
    rows[starts[0]] = "\t".join(names)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        values = {name: value for at, name, value in named if start <= at < end}
        place = start + 1 if start == starts[0] else start
        rows[place] = "\t".join(values.get(name, "").replace("\t", " ") for name in names)
    return rows


def declared_lines(lines: Sequence[str]) -> list[str] | None:
    """Return the lines of a file for Weka with a line of its attributes' names; else None."""
    start = next((at for at, line in enumerate(lines) if line.strip().casefold() == "@data"), None)
    if start is None:
        return None
    found = [_ATTRIBUTE.match(line) for line in lines[:start]]
    names = [one[1] or one[2] for one in found if one]
    rows = ["" if line.lstrip().startswith("%") else line for line in lines[start + 1 :]]
    return [*[""] * start, ",".join(f'"{name}"' for name in names), *rows] if names else None
