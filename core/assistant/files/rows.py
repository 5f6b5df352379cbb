"""A sheet's rows as lessons, or as questions, of a task."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.assistant.error_words import words_of
from core.assistant.files.cells import CellReader
from core.assistant.files.sheet import BadRow, Row, Sheet
from core.assistant.files.typing_together import Plan
from core.assistant.plausible import History
from core.assistant.priors import Prior, prior_of
from core.assistant.wording import say
from core.domain.fields import Value
from core.domain.identity import FieldKey
from core.domain.task import Truth
from core.errors import InvalidValue, UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A lesson drawn from a row."""

    line: int
    values: dict[FieldKey, Value]
    truth: Truth
    is_odd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question drawn from a row."""

    cells: Mapping[str, str]
    values: dict[FieldKey, Value]


def draw_lessons(
    sheet: Sheet, plan: Plan, *, history: Sequence[float] = (), locale: str = "en"
) -> tuple[list[Drawn], list[BadRow]]:
    """Return the lessons of a sheet's rows, and the rows that are none, with reasons.

    A lesson whose number is nothing like the rest, or like the targets of the task's history, is
    marked as odd.
    """
    lessons: list[Drawn] = []
    bad = list(sheet.bad)
    for row in sheet.rows:
        try:
            lessons.append(_draw(row, plan, locale))
        except UserError as error:
            bad.append(BadRow(line=row.line, reason=words_of(error, locale)))
    prior = prior_of(plan.target.name, plan.target.unit)
    return _doubted(lessons, history, prior), sorted(bad, key=lambda row: row.line)


def draw_questions(
    sheet: Sheet, inputs: Mapping[str, CellReader], *, locale: str = "en"
) -> tuple[list[Asked], list[BadRow]]:
    """Return the questions of a sheet's rows, and the rows that are none, with reasons."""
    asked: list[Asked] = []
    bad = list(sheet.bad)
    for row in sheet.rows:
        try:
            values = _values(row, inputs)
            if not values:
                raise InvalidValue(say("row without values", locale=locale))
            asked.append(Asked(cells=row.cells, values=values))
        except UserError as error:
            bad.append(BadRow(line=row.line, reason=words_of(error, locale)))
    return asked, sorted(bad, key=lambda row: row.line)


def _draw(row: Row, plan: Plan, locale: str) -> Drawn:
    values = _values(row, plan.inputs)
    if plan.fields and not values:
        raise InvalidValue(say("row without values", locale=locale))
    truth = plan.truths.read(row.cells.get(plan.heading, ""))
    if truth is None:
        raise InvalidValue(say("row without answer", locale=locale, name=plan.heading[:60]))
    try:
        return Drawn(line=row.line, values=values, truth=plan.target.check(truth))
    except InvalidValue:
        name, cell = plan.target.name, row.cells[plan.heading][:40]
        key = "cell no rating" if plan.target.scale else "cell no number"
        raise InvalidValue(
            say(key, locale=locale, name=name, cell=cell, scale=plan.target.scale)
        ) from None


def _values(row: Row, inputs: Mapping[str, CellReader]) -> dict[FieldKey, Value]:
    values: dict[FieldKey, Value] = {}
    for heading, cell in row.cells.items():
        reader = inputs.get(heading)
        value = reader.read(cell) if reader else None
        if reader and value is not None:
            values[reader.field.key] = value
    return values


def _doubted(lessons: list[Drawn], history: Sequence[float], prior: Prior) -> list[Drawn]:
    """Mark the lessons whose number is nothing like the bulk of the file's and the task's."""
    truths = [lesson.truth for lesson in lessons if isinstance(lesson.truth, float)]
    seen = History((*truths, *history), prior=prior)
    return [
        replace(drawn, is_odd=True)
        if isinstance(drawn.truth, float) and seen.is_far_outside(drawn.truth)
        else drawn
        for drawn in lessons
    ]
