"""Lines of a table without what programs put around them: frames, rules, quotes, padding."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from core.assistant.files.number_texts import is_bare_number

_RULE: Final = re.compile(r"[\s,;|+:│┃║]*[-=_─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╪╞╡]{3}(?:_|[^\w$€£¥%])*")
"""A line that only parts the headings from the rows, or frames them."""
_BARS: Final = str.maketrans("│┃║", "|||")
_QUOTED: Final = re.compile(r'\s*"((?:[^"]|"")*)"[\s,;]*')
_CUTS: Final = re.compile(r"[,;\t|]")
_GAP: Final = re.compile(r"(?<=[^\s,;|])(?:\s{2,}|\s*\t\s*)(?=\S)")
_COLONS: Final = "::"
"""What some programs part cells with."""
_MOST: Final = 0.6
"""This share of the lines being quoted or framed says that the program writes all of them so."""
_EVEN: Final = 0.95
"""This share of the lines being cut into equally many cells says that blanks part the cells."""
_SAMPLE: Final = 200
"""Lines that are looked at."""
_LEAST: Final = 3
"""Lines, or cells of a line: fewer are parted alike by chance."""


def is_rule(line: str) -> bool:
    """Return whether a line holds nothing but dashes: ``|---|---:|``, ``+----+``, ``====``."""
    return bool(_RULE.fullmatch(line))


def bare_lines(lines: Sequence[str]) -> list[str]:
    """Return the lines without frames, and without the quotes of lines that are quoted whole."""
    sample = _sample_of(lines)
    framed = [line.translate(_BARS).strip() for line in sample]
    if len(sample) > 1 and _are_most(sum(_is_framed(line) for line in framed), len(sample)):
        return [_unframed(line) for line in lines]
    if len(sample) > 1 and all(_COLONS in line for line in sample):
        return [line.replace(_COLONS, "\t") for line in lines]
    if _are_quoted_whole(sample):
        return [_unquoted(line) for line in lines]
    return list(lines)


def parted_by_gaps(lines: Sequence[str]) -> list[str] | None:
    """Return the lines of a table whose cells wide gaps part with tabs for these; else None."""
    texts = _gapped(lines)
    if not texts or not _are_even([len(_GAP.split(line.strip())) for line in texts]):
        return None
    return [_GAP.sub("\t", line.strip()) for line in lines]


def parted_by_places(lines: Sequence[str]) -> list[str] | None:
    """Return the lines of a table whose columns stand under one another with tabs; else None."""
    texts = _sample_of(lines)
    edges = _edges(texts) if len(texts) >= _LEAST else []
    if (rows := _gapped(lines)) and len(_edges(rows)) > len(edges):
        texts, edges = rows, _edges(rows)
    if len(edges) < 2:
        return None
    known = set(texts) if len(texts) < _SAMPLE else None
    return [
        "\t".join(_cut_at(line, edges)) if known is None or line in known else line.strip()
        for line in lines
    ]


def _gapped(lines: Sequence[str]) -> list[str]:
    """Return the lines that wide gaps cut into several cells, where most lines are such."""
    sample = _sample_of(lines)
    found = [line for line in sample if len(_GAP.split(line.strip())) >= _LEAST]
    return found if len(found) >= _LEAST and _are_most(len(found), len(sample)) else []


def parted_by_single_blanks(lines: Sequence[str]) -> list[str] | None:
    """Return the lines of a table whose cells are parted by one blank with tabs for these.

    Programs for statistics write so: ``"A" 3 10``, often with one heading too few. Words alone
    may be sentences of as many words, where none is in quotes and none a number throughout.
    """
    texts = [line.strip() for line in lines if line.strip()][:_SAMPLE]
    cells = [_cells(line) for line in texts]
    if len(texts) < _LEAST or not _are_even([len(row) for row in cells[1:]], least=2):
        return None
    width = Counter(map(len, cells[1:])).most_common(1)[0][0]
    rows = [row for row in cells[1:] if len(row) == width]
    numbers = sum(any(sign.isdigit() for sign in cell) for row in rows for cell in row)
    is_headed = len(cells[0]) in (width, width - 1) and width >= _LEAST
    is_table = is_headed and (_are_quoted(texts) or _has_numbers(cells[0], rows))
    if 2 * numbers < width * len(rows) and not is_table:
        return None
    return ["\t".join(_cells(line.strip())) if line.strip() else "" for line in lines]


def _are_quoted(texts: Sequence[str]) -> bool:
    """Return whether most lines hold cells in quotes and begin or end with one, as cells do."""
    return _are_most(
        sum(line.count('"') > 1 and '"' in (line[0] + line[-1]) for line in texts), len(texts)
    )


def _has_numbers(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a column holds numbers throughout, below a word."""
    return any(
        not any(map(str.isdigit, heading[at])) and all(is_bare_number(row[at]) for row in rows)
        for at in range(len(heading))
    )


def _sample_of(lines: Sequence[str]) -> list[str]:
    return [line for line in lines[:_SAMPLE] if line.strip() and not is_rule(line)]


def _are_most(count: int, total: int) -> bool:
    return count >= _MOST * total


def _is_framed(line: str) -> bool:
    return len(line) > 1 and line[0] == "|" == line[-1] and line.count("|") > 1


def _unframed(line: str) -> str:
    bare = line.translate(_BARS).strip()
    return "|".join(cell.strip() for cell in bare[1:-1].split("|")) if _is_framed(bare) else line


def _are_quoted_whole(sample: Sequence[str]) -> bool:
    """Return whether most lines stand in quotes and hold several cells, as many in each."""
    found = [_QUOTED.fullmatch(line) for line in sample]
    inner = [one[1] for one in found if one]
    if len(inner) < 2 or not _are_most(len(inner), len(sample)):
        return False
    counts = Counter(len(_CUTS.split(_doubled(text))) for text in inner)
    width, alike = counts.most_common(1)[0]
    return width > 1 and _are_most(alike, len(inner))


def _unquoted(line: str) -> str:
    found = _QUOTED.fullmatch(line)
    return _doubled(found[1]) if found and _CUTS.search(found[1]) else line


def _doubled(text: str) -> str:
    return text.replace('""', '"')


def _are_even(counts: Sequence[int], least: int = _LEAST) -> bool:
    width, alike = Counter(counts).most_common(1)[0]
    return width >= least and alike >= _EVEN * len(counts)


def _edges(lines: Sequence[str]) -> list[int]:
    """Return where the columns begin that stand under one another in all lines."""
    longest = max(map(len, lines))
    used = [
        any(at < len(line) and not line[at].isspace() for line in lines) for at in range(longest)
    ]
    return [at for at in range(longest) if used[at] and (at == 0 or not used[at - 1])]


def _cut_at(line: str, edges: Sequence[int]) -> list[str]:
    ends = [*edges[1:], len(line) + 1]
    return [line[start:end].strip() for start, end in zip(edges, ends, strict=True)]


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=" ", skipinitialspace=True), [])
    except csv.Error:
        return []
