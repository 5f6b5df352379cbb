"""Which sign parts the cells of a text, as all of its lines tell together."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from core.assistant.files.headings import is_note
from core.assistant.files.line_forms import (
    bare_lines,
    is_rule,
    parted_by_gaps,
    parted_by_places,
    parted_by_single_blanks,
)
from core.assistant.files.named_lines import declared_lines, named_lines

_DELIMITERS: Final = (",", ";", "\t", "|")
_RARE: Final = ("，", "；", "、", "｜", "^", "¦")
"""What parts cells where none of the usual signs does."""
_TABS: Final = re.compile(r"\t{2,}")
"""Several tabs only align what stands below one another where lines are more alike with one."""
_DECIMAL: Final = re.compile(r"(?<=\d),(?=\d)")
_SURELY_EVEN, _NEARLY_EVEN, _PAIR = 0.98, 0.6, 2
_SNIFFED: Final = 200
"""Lines that are looked at to find the separator."""


def is_no_row(line: str) -> bool:
    """Return whether a line holds no cells: empty, a comment, or a rule of dashes."""
    return not line.strip() or is_note(line) or is_rule(line)


def separated(text: str) -> tuple[list[str], int, str]:
    """Return a text's lines as they can be cut, at which the table begins, and the separator."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first, delimiter = _declared(lines)
    if delimiter:
        return lines, first, delimiter
    if declared := declared_lines(lines):
        return declared, 0, ","
    if named := named_lines(lines):
        return named, 0, "\t"
    lines = bare_lines(lines)
    delimiter, share, width = _sniffed(lines)
    if width > _PAIR and _cuts_every_line(lines, delimiter, width):
        return lines, 0, delimiter
    if not width and (rare := _sniffed(lines, _RARE))[1] >= _SURELY_EVEN:
        return lines, 0, rare[0]
    below = _sniffed(lines[len(lines) // 2 :])[1]  # past what stands above the table
    is_loose = max(share, below) < _NEARLY_EVEN
    if is_loose and (found := parted_by_single_blanks(lines)):
        return found, 0, "\t"
    forms = [parted_by_places] if is_loose else []
    forms += [parted_by_gaps] if delimiter == "," or width == _PAIR else []
    padded = [found for parted in forms if (found := parted(lines))]
    best = max(padded, key=_width, default=None)
    if best and _width(best) > (width if delimiter == "\t" else 1):
        return best, 0, "\t"
    if delimiter == "\t" and (aligned := [_TABS.sub("\t", line) for line in lines]) != lines:
        lines = aligned if _sniffed(aligned, ("\t",))[1] > share else lines
    return lines, 0, delimiter if width else ","


def _cuts_every_line(lines: Sequence[str], delimiter: str, width: int) -> bool:
    """Return whether a sign, no decimal sign, cuts all lines of a text into equally many cells."""
    used = [line for line in lines if not is_no_row(line)]
    counts = [len(cells) for cells in _cut(used, delimiter)]
    is_only_decimal = all(not _DECIMAL.sub("", line).count(delimiter) for line in used)
    return len(counts) > _PAIR and set(counts) == {width} and not is_only_decimal


def _width(lines: Sequence[str]) -> int:
    return _sniffed(lines)[2]


def _declared(lines: Sequence[str]) -> tuple[int, str]:
    """Return where the table begins and the separator that Excel's ``sep=;`` names, if any."""
    first = lines[0].strip().strip('"') if lines else ""
    if first.casefold().startswith("sep=") and len(first) <= len("sep=;"):
        return 1, first[4:] or "\t"
    return 0, ""


def _sniffed(
    lines: Sequence[str], delimiters: Sequence[str] = _DELIMITERS
) -> tuple[str, float, int]:
    """Return the separator that cuts most lines into equally many cells, into several.

    One that cuts nearly as many lines into more cells comes first: a decimal comma in each line
    cuts them evenly, too, where a semicolon does so but for some lines above the table.

    Returns:
        It, the share of lines that it cuts evenly, and into how many cells.
    """
    sample = [line for line in lines if not is_no_row(line)][:_SNIFFED]

    def evenness(delimiter: str) -> tuple[float, int]:
        counts = Counter(len(cells) for cells in _cut(sample, delimiter))
        several = Counter({count: n for count, n in counts.items() if count > 1})
        if not several:
            return 0.0, 0
        width, lines_alike = several.most_common(1)[0]
        return lines_alike / counts.total(), width

    found = {delimiter: evenness(delimiter) for delimiter in delimiters}
    best = max(delimiters, key=lambda delimiter: found[delimiter])
    share, width = found[best]
    if share < _SURELY_EVEN or width == _PAIR:
        near = [d for d in delimiters if found[d][0] >= _NEARLY_EVEN * share]
        best = max(near, key=lambda delimiter: (found[delimiter][1], found[delimiter][0]))
    return best, *found[best]


def _cut(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    except csv.Error:
        return
