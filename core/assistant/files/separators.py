"""Which sign parts the cells of a text, as all of its lines tell together."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
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
_ONE_NUMBER: Final = re.compile(r"[^\d,;|\t]*+\d[\d.]*+(,\d++)?[^\d,;|\t]*+")
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
    if _is_one_column(lines):
        return lines, 0, "\t"
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


def _is_one_column(lines: Sequence[str]) -> bool:
    """Return whether nothing but one number with a decimal comma stands below each other."""
    first, *rest = [line.strip() for line in lines if not is_no_row(line)] or [""]
    is_heading = "," not in first and not _ONE_NUMBER.fullmatch(first)
    has_commas = any("," in line for line in rest)
    return is_heading and has_commas and all(map(_ONE_NUMBER.fullmatch, rest))


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

    One that cuts nearly as many lines comes first where it does so from an earlier line on, as a
    decimal comma stands in no heading, or else into more cells: a decimal comma in each line cuts
    them evenly, too, where a semicolon does so but for some lines above the table.

    Returns:
        It, the share of lines that it cuts evenly, and into how many cells.
    """
    sample = [line for line in lines if not is_no_row(line)][:_SNIFFED]
    found = {delimiter: _evenness(sample, delimiter) for delimiter in delimiters}
    best = max(delimiters, key=lambda delimiter: found[delimiter][:2])
    share, width, _ = found[best]
    if share < _SURELY_EVEN or width == _PAIR or best == ",":
        near = [d for d in delimiters if share and found[d][0] >= _NEARLY_EVEN * share]
        comma = found[","][2] if "," in near else -1
        others = [d for d in near if d != "," and found[d][2] <= comma]
        if others and _are_decimal(sample[comma + 1 :]):
            near = others
        best = min(near, key=lambda d: (found[d][2], -found[d][1], -found[d][0]), default=best)
    return best, *found[best][:2]


def _evenness(lines: Sequence[str], delimiter: str) -> tuple[float, int, int]:
    """Return which share of lines a sign cuts evenly, into how many cells, and from which on."""
    counts = [len(cells) for cells in _cut(lines, delimiter)]
    several = Counter(count for count in counts if count > 1)
    if not several:
        return 0.0, 0, len(lines)
    width, lines_alike = several.most_common(1)[0]
    pairs = [at for at, both in enumerate(pairwise(counts)) if both == (width, width)]
    return lines_alike / len(counts), width, pairs[0] if pairs else counts.index(width)


def _are_decimal(lines: Sequence[str]) -> bool:
    """Return whether each comma of some lines may be a decimal sign."""
    return bool(lines) and not any("," in _DECIMAL.sub("", line) for line in lines)


def _cut(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    except csv.Error:
        return
