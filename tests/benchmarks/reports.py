"""What benchmarks of many tables share: a printed table and a file of their results."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

Line = Mapping[str, object]


def print_lines(lines: Sequence[Line], console: Console) -> None:
    """Print a table with a row for each line, under the first line's keys."""
    table = Table()
    for heading in lines[0]:
        table.add_column(heading, justify="right")
    for line in lines:
        table.add_row(*map(str, line.values()))
    console.print(table)


def write_lines(path: str | None, lines: Sequence[Line]) -> None:
    """Write the lines to a CSV file, if one is named."""
    if not path:
        return
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
