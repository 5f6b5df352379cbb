"""Which column is the answer: by its name and by what it holds, never just the last one."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from core.assistant.files.cells import fold_name
from core.assistant.files.column_names import (
    names_code,
    names_key,
    names_nothing,
    names_when_or_where,
)
from core.assistant.files.columns import SURE, Column, Typed
from core.assistant.files.input_names import names_input
from core.assistant.files.number_names import names_point
from core.assistant.files.target_names import (
    ANSWERS,
    OUTCOMES,
    is_mere_letter,
    is_no_grade,
    is_of_series,
    likeliest_name,
    name_of_answer,
    names_group,
    says_answer,
    tells_answer,
    tells_outcome,
)
from core.assistant.word_sets import word_set
from core.domain.fields import FieldKind

_CODED: Final = word_set(
    "label labels class target y category cluster type species 标签",
    "类别 分类 目标",
)
"""Under these names a few whole numbers are labels, not amounts."""
_CODED_ENDINGS: Final = ("标签", "类别", "_label", " label", "_class", " class")
_YES_NO_NAMES: Final = word_set("churn exited attrition survived default fraud spam stroke")
"""Under these names stand yes and no, or few labels."""
_LISTED: Final = re.compile(r"\s*[,，、;；|]\s*")
_SEVERAL: Final = 2
"""Parts of a name at most: ``Doe, Jane``."""
_MOST_CODES: Final = 20
_MOST_ANSWERS: Final = 4
"""Labels of a yes or no with its doubts: more are no answers to ``stroke``, but how one swims."""
_FEW_WITH_Y: Final = 3
"""Columns: beside more of them x and y are a place."""
_REPEATED: Final = 3
"""Each code occurs so often on average, or it is an amount."""
_MOST_LABELS: Final = 200
_WELL_FILLED: Final = 0.9
"""A column with a value in fewer of the rows is a worse guess."""


def can_be_target(typed: Typed, column: Column) -> bool:
    """Return whether a column can be what a task predicts: no free text, date or id."""
    if typed.left_out not in ("", "out constant") or typed.kind in (FieldKind.TEXT, FieldKind.DATE):
        return False
    counts = column.without(typed.writing.missing)
    if typed.kind in (FieldKind.NUMBER, FieldKind.YES_NO):
        return bool(counts)
    folded = {fold_name(cell) for cell in counts}
    total = counts.total()
    return len(folded) <= _MOST_LABELS and (len(folded) < 0.8 * total or total < _REPEATED)


def likely_answers(columns: Mapping[str, Column], typed: Mapping[str, Typed]) -> list[str]:
    """Return the column that is called like an answer, and the last, whatever they hold."""
    used = [name for name in columns if not typed[name].left_out]
    named = name_of_answer(
        [name for name in used if _is_as_named(name, typed[name], columns[name])]
    )
    return [*([named] if named else []), *used[-1:]]


def choose_target(
    columns: Mapping[str, Column], typed: Mapping[str, Typed]
) -> tuple[str | None, bool]:
    """Return the column that is most likely the answer, and whether that is clear.

    It is clear where its name says so. Anything else is a guess, and so is a column that is
    called so where another holds amounts that cannot be read as one kind.
    """
    possible = [name for name in columns if can_be_target(typed[name], columns[name])]
    fitting = [name for name in possible if not is_point_of(name, typed[name])]
    rows = max((_filled(typed[name], column) for name, column in columns.items()), default=0)
    groups = _groups_known(fitting, typed)
    called = [
        name
        for name in fitting
        if name not in groups
        and (not is_mere_letter(name, list(columns)) or _is_yes_or_no(typed[name]))
        and _is_as_named(name, typed[name], columns[name])
        and 2 * _filled(typed[name], columns[name]) >= rows
    ]
    named = name_of_answer(called)
    if fitting and tells_outcome(fitting[-1]) and _is_yes_or_no(typed[fitting[-1]]):
        named = fitting[-1]
    if named:
        spoiled = [name for name in columns if _is_spoiled(typed[name], columns[name])]
        is_spoiled = name_of_answer([*fitting, *spoiled]) in spoiled
        is_last = _used(typed)[-1:] == [named]
        is_clear = fitting == [named] or says_answer(named, fitting, is_last=is_last)
        return named, is_clear and not is_spoiled
    if all(typed[name].left_out for name in fitting) and not name_of_answer(fitting):
        return None, False
    if len(columns) <= _FEW_WITH_Y and [fold_name(name) for name in fitting[-2:]] == ["x", "y"]:
        return fitting[-1], False
    most = max(_filled(typed[name], columns[name]) for name in fitting)
    telling = [name for name in fitting if _is_telling(typed[name], columns[name], most)]
    least = _WELL_FILLED * most
    telling = [n for n in telling if _filled(typed[n], columns[n]) >= least] or telling
    for is_given in (names_nothing, names_when_or_where, names_input):
        telling = [name for name in telling if not is_given(name)] or telling
    answers = [n for n in telling if n not in groups and tells_answer(n, fitting)]
    answers = [name for name in answers if not is_of_series(name, fitting)]
    return likeliest_name(answers or telling or fitting), False


def _is_yes_or_no(typed: Typed) -> bool:
    return typed.kind is FieldKind.YES_NO


def is_point_of(heading: str, typed: Typed) -> bool:
    """Return whether a column says where on the globe something is, which nobody asks for."""
    is_plain = typed.kind is FieldKind.NUMBER and typed.unit in (None, "°")
    return is_plain and names_point(heading)


def _groups_known(fitting: Sequence[str], typed: Mapping[str, Typed]) -> list[str]:
    """Return the words for sorts that may well be known: neither last nor alone beside texts."""
    asked = [name for name in fitting if not (names_when_or_where(name) or names_input(name))]
    return [
        name
        for name in fitting
        if names_group(name)
        and typed[name].kind is FieldKind.CATEGORY
        and asked != [name]
        and _used(typed)[-1:] != [name]
    ]


def _used(typed: Mapping[str, Typed]) -> list[str]:
    return [name for name, one in typed.items() if not one.left_out]


def _is_spoiled(typed: Typed, column: Column) -> bool:
    """Return whether a column holds amounts that cannot be read as of one kind."""
    if typed.left_out in ("out currencies", "out scales"):
        return True
    counts = column.without(typed.writing.missing)
    amounts = sum(n for cell, n in counts.items() if any(map(str.isdigit, cell)))
    is_named_only = typed.kind is FieldKind.CATEGORY and not typed.left_out
    is_amount = is_named_only and 2 * amounts > counts.total()
    return is_amount and not can_be_target(typed, column)


def _filled(typed: Typed, column: Column) -> int:
    return column.without(typed.writing.missing).total()


def _is_telling(typed: Typed, column: Column, most: int) -> bool:
    """Return whether a column can well be the answer: filled, no contact, no number of the rows."""
    counts = column.without(typed.writing.missing)
    is_same = len({fold_name(cell) for cell in counts}) == 1 < counts.total()
    names_thing = names_code(column.heading) or names_key(column.heading)
    is_given = is_same or names_thing or _numbers_rows(column)
    return 2 * counts.total() >= most and not is_given


def _numbers_rows(column: Column) -> bool:
    """Return whether the first cells count the rows from 0 or 1 on."""
    cells = column.in_order
    if column.counts.total() < SURE or not cells or cells[0] not in ("0", "1"):
        return False
    start = int(cells[0])
    return list(cells) == [str(number) for number in range(start, start + len(cells))]


def _is_as_named(heading: str, typed: Typed, column: Column) -> bool:
    """Return whether what is called like a label has few of them: an engine has a stroke, too."""
    if typed.left_out and fold_name(heading) not in word_set(ANSWERS):
        return False
    if _holds_tags(typed, column):
        return False
    if fold_name(heading) in word_set(OUTCOMES):
        return typed.kind is FieldKind.YES_NO
    if is_no_grade(heading) and typed.kind is not FieldKind.NUMBER:
        return False
    if fold_name(heading) not in _YES_NO_NAMES:
        return True
    most = {FieldKind.NUMBER: _MOST_CODES, FieldKind.CATEGORY: _MOST_ANSWERS}.get(typed.kind)
    return most is None or len(column.without(typed.writing.missing)) <= most


def _holds_tags(typed: Typed, column: Column) -> bool:
    """Return whether most cells list several words, which together are no one label."""
    if typed.kind is not FieldKind.CATEGORY:
        return False
    counts = column.without(typed.writing.missing)
    listed = sum(n for cell, n in counts.items() if len(_LISTED.split(cell)) > _SEVERAL)
    return 2 * listed > counts.total()


def is_coded(heading: str, typed: Typed, column: Column) -> bool:
    """Return whether a target's numbers are labels: 0 and 1, or the few codes of a class."""
    if typed.kind is not FieldKind.NUMBER or typed.unit:
        return False
    counts = column.without(typed.writing.missing)
    codes = {cell.removesuffix(".0") for cell in counts}
    if not all(code.lstrip("-").isascii() and code.lstrip("-").isdigit() for code in codes):
        return False
    if len(codes) == 2 and all(len(code.lstrip("-")) == 1 for code in codes):
        return counts.total() >= SURE or codes in ({"0", "1"}, {"-1", "1"})
    is_called = fold_name(heading) in _CODED or fold_name(heading).endswith(_CODED_ENDINGS)
    return is_called and len(codes) <= _MOST_CODES and counts.total() >= _REPEATED * len(codes)
