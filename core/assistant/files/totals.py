"""Lines of a table that sum others up, wherever they stand, and remarks below the table."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from core.assistant.files.headings import is_number
from core.assistant.files.number_texts import is_bare_number
from core.assistant.word_sets import word_set

_SUMS: Final = word_set(
    "total totals sum subtotal gesamt gesamtsumme summe zwischensumme insgesamt teilsumme",
    "somme totaux sous-total suma subtotale totale",
    "合计 总计 共计 小计 总和 合計 総計 總計 小計",
) | {"grand total", "total général", "sub total", "sub-total"}
_SUM_ENDS: Final = tuple(_SUMS)
_AT_END: Final = (
    _SUMS
    | word_set(
        "average mean overall durchschnitt mittelwert moyenne promedio media",
        "平均 平均值 平均値 汇总",
    )
    | {"all"}
)
"""In the middle of a table these may be names: an average grade, all regions."""
_EXTREMES: Final = word_set(
    "min max minimum maximum mínimo máximo median std stdabw standardabweichung",
    "最大 最小 最大值 最小值 最高 最低 中位数",
)
"""At the end of a table these are no names where another line there is of their kind."""
_LABEL: Final = re.compile(
    rf"(?P<word>{'|'.join(sorted(map(re.escape, _SUMS), key=len, reverse=True))})(?![a-zäé])"
    r"(\s*(of|for|für|von|de|:|：)(?=\W))?"
)
_LIKE_REMARK: Final = re.compile(r"\w(?:：|:(?=\s|$))|^[*†‡]|\S+(\s\S+){3}")
"""A label, a mark of a note, or several words."""
_HAN_WORD: Final = 2
"""Signs of most words."""
_LONGEST_HAN: Final = 4
_RECURS: Final = 2
_ROUNDED: Final = 0.005
"""Share of a sum by which the numbers that it sums up may be off when rounded."""
_MOST_AT_END: Final = 15
"""Lines: more are a table of their own."""

Grid = Sequence[Sequence[str]]


def totals_of(grid: Grid) -> frozenset[int]:
    """Return which rows sum others up, or are remarks below the last row of the table."""
    usual = Counter(_filled(row) for row in grid).most_common(1)[0][0] if grid else 0
    words = [_sum_words(row) for row in grid]
    names = {
        word
        for row, named in zip(grid, words, strict=True)
        for word, rest in named.items()
        if not rest and _filled(row) >= usual
    }
    found = {0} if grid and _sums_up_all(grid[0], grid[1:]) else set[int]()
    above: list[Sequence[str]] = []
    cells: set[str] = set()
    for at, row in enumerate(grid):
        if at in found:
            continue
        if words[at] and any(map(is_number, row)):
            known = {word for word, rest in words[at].items() if not rest or rest in cells}
            is_short = _filled(row) < usual
            if (is_short and known - names) or ((is_short or known) and _sums_up(row, above)):
                found.add(at)
                continue
        above.append(row)
        cells.update(map(_folded, row))
    return _at_end(grid, usual, frozenset(found))


def _at_end(grid: Grid, usual: int, found: frozenset[int]) -> frozenset[int]:
    """Return the rows with those at the end that are totals by their word alone, or remarks."""
    at, more = len(grid) - 1, set(found)
    words: set[str] = set()
    extremes: set[int] = set()
    while at > 0 and len(more - found) < _MOST_AT_END:
        word = _first_word(grid[at])
        if word in _EXTREMES:
            extremes.add(at)
        elif at not in found and not _ends(grid[at], grid, usual):
            break
        more.add(at)
        words |= {word} & (_AT_END | _EXTREMES)
        at -= 1
    return frozenset(more if len(words) > 1 else more - extremes)


def _is_remark(row: Sequence[str], grid: Grid) -> bool:
    """Return whether a row is a sentence that was cut at its commas, below rows of numbers."""
    if any(map(is_number, row)) or not any(_LIKE_REMARK.search(cell) for cell in row):
        return False
    return sum(any(map(is_number, other)) for other in grid) > len(grid) / 2


def _first_word(row: Sequence[str]) -> str:
    return _end_word(next((cell for cell in row if cell.strip()), ""))


def _end_word(cell: str) -> str:
    """Return a cell as a word for a sum or the like: 平均 of 平均分."""
    word = _folded(cell)
    is_longer = not word.isascii() and _HAN_WORD < len(word) <= _LONGEST_HAN
    return word[:_HAN_WORD] if is_longer and word[:_HAN_WORD] in _AT_END | _EXTREMES else word


def _ends(row: Sequence[str], grid: Grid, usual: int) -> bool:
    filled = [at for at, cell in enumerate(row) if cell.strip()]
    if not filled:
        return True
    first = filled[0]
    if len(filled) == 1:
        return usual > _RECURS and first == 0
    if _is_remark(row, grid):
        return True
    word = _end_word(row[first])
    if word not in _AT_END:
        return False
    others = sum(len(other) > first and _end_word(other[first]) == word for other in grid)
    return others <= _RECURS and any(is_number(row[at]) for at in filled[1:])


def _sum_words(row: Sequence[str]) -> dict[str, str]:
    """Return the words of a row that name a sum, each with what it is the sum of: ``Jan``."""
    found: dict[str, str] = {}
    for cell in row:
        label = _folded(cell)
        if label in _SUMS:
            found[label] = ""
        elif (name := _LABEL.match(label)) and (rest := label[name.end() :].strip(" -:：()")):
            found[label] = rest
        else:
            is_sum = label.endswith(_SUM_ENDS)
            word = next((one for one in _SUMS if label.endswith(one)), "") if is_sum else ""
            if word and (rest := label.removesuffix(word)) and _is_apart(word, rest):
                found[label] = rest.strip(" -:：()")
    return found


def _is_apart(word: str, rest: str) -> bool:
    """Return whether a word is one of its own at the end; Han signs need no blank before them."""
    return not word.isascii() or not rest[-1].isalnum()


def _sums_up(row: Sequence[str], above: Grid) -> bool:
    """Return whether one of a row's numbers is the sum of two or more rows just above it."""
    for at, cell in enumerate(row):
        wanted, summed = _digits(cell), 0
        if not wanted:
            continue
        for count, other in enumerate(reversed(above), start=1):
            summed += _digits(other[at]) if len(other) > at else 0
            if summed == wanted and count >= _RECURS:
                return True
            if summed > wanted:
                break
    return False


def _sums_up_all(row: Sequence[str], below: Grid) -> bool:
    """Return whether a row beneath the headings holds the sums of all others, in most columns."""
    columns = [at for at, cell in enumerate(row) if _amount(cell)]
    if len(below) < _RECURS or len(columns) < _RECURS or not _may_be_sum(row, below):
        return False
    true = 0
    for at in columns:
        summed = sum(_amount(other[at]) for other in below if len(other) > at)
        true += abs(summed - _amount(row[at])) <= _ROUNDED * summed
    return 2 * true > len(columns)


def _may_be_sum(row: Sequence[str], others: Grid) -> bool:
    """Return whether a row has a word for a sum, or nothing where all others have words."""
    words = [cell for cell in row if cell.strip() and not is_number(cell)]
    is_shorter = all(_filled(row) < _filled(other) for other in others[:_MOST_AT_END])
    return bool(_sum_words(row)) if words else is_shorter


def _amount(cell: str) -> float:
    """Return a number as programs write it, also with its thousands; 0 for anything else."""
    plain = cell.strip().replace(",", "")
    return float(plain) if is_bare_number(plain) else 0.0


def _digits(cell: str) -> int:
    """Return a number's digits as one number, its point left out; 0 for anything else."""
    return int(re.sub(r"\D", "", cell) or 0) if is_number(cell) else 0


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _folded(cell: str) -> str:
    return " ".join(cell.casefold().split()).strip(":：* ")
