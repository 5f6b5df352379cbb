"""A sheet's rows as lessons, or as questions, of a task."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.assistant import show
from core.assistant.error_words import words_of
from core.assistant.files.cells import CellReader
from core.assistant.files.sheet import BadRow, Row, Sheet
from core.assistant.files.typing_together import Plan
from core.assistant.plausible import History
from core.assistant.priors import prior_of
from core.assistant.reading import Known
from core.assistant.wording import say
from core.domain.fields import FieldKind, Value
from core.domain.identity import FieldKey
from core.domain.task import Truth
from core.errors import InvalidValue, UserError

NOTHING_KNOWN: Final = Known()


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
    sheet: Sheet, plan: Plan, *, known: Known = NOTHING_KNOWN, locale: str = "en"
) -> tuple[list[Drawn], list[BadRow]]:
    """Return the lessons of a sheet's rows, and the rows that are none, with reasons.

    A lesson of which a number is nothing like those of the other rows, and those that its task
    has seen, is marked as odd.
    """
    lessons: list[Drawn] = []
    bad = list(sheet.bad)
    for row in sheet.rows:
        try:
            lessons.append(_draw(row, plan, locale))
        except UserError as error:
            bad.append(BadRow(line=row.line, reason=words_of(error, locale)))
    return _doubted(lessons, plan, known), sorted(bad, key=lambda row: row.line)


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
        if plan.target.scale is None:
            raise InvalidValue(say("cell no number", locale=locale, name=name, cell=cell)) from None
        scale = show.scale(plan.target.scale, locale)
        raise InvalidValue(
            say("cell no rating", locale=locale, name=name, cell=cell, scale=scale)
        ) from None


def _values(row: Row, inputs: Mapping[str, CellReader]) -> dict[FieldKey, Value]:
    values: dict[FieldKey, Value] = {}
    for heading, cell in row.cells.items():
        reader = inputs.get(heading)
        value = reader.read(cell) if reader else None
        if reader and value is not None:
            values[reader.field.key] = value
    return values


def _doubted(lessons: list[Drawn], plan: Plan, known: Known) -> list[Drawn]:
    """Mark the lessons of which a number is nothing like the bulk of the file's and the task's."""
    histories = {
        field.key: History(
            (*_numbers(lessons, field.key), *known.numbers.get(field.key, ())),
            prior=prior_of(field.name, field.unit),
            are_sure=False,
        )
        for field in plan.fields
        if field.kind is FieldKind.NUMBER
    }
    targets = History(
        (*(drawn.truth for drawn in lessons if isinstance(drawn.truth, float)), *known.targets),
        prior=prior_of(plan.target.name, plan.target.unit),
        are_sure=False,
    )
    return [
        replace(drawn, is_odd=True) if _is_odd(drawn, histories, targets) else drawn
        for drawn in lessons
    ]


def _numbers(lessons: Sequence[Drawn], key: FieldKey) -> Iterator[float]:
    for drawn in lessons:
        value = drawn.values.get(key)
        if isinstance(value, float):
            yield value


def _is_odd(drawn: Drawn, histories: Mapping[FieldKey, History], targets: History) -> bool:
    if isinstance(drawn.truth, float) and targets.is_far_outside(drawn.truth):
        return True
    return any(
        isinstance(value := drawn.values.get(key), float) and history.is_far_outside(value)
        for key, history in histories.items()
    )
