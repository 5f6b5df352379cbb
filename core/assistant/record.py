"""The honest record: what was foretold of each example before it was learned, and its picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.assistant.pictures import Matrix, Panel, Picture, Plot, Series, Style
from core.assistant.wording import say
from core.domain.copies import Content, copy_of
from core.domain.example import Example
from core.domain.task import TargetKind, Task, Truth, error_of
from core.domain.version import Trial

WINDOW = 20
"""Errors are shown as the mean of at least this many examples: single ones jump too much."""
WINDOWS = 8
"""A long record is shown in windows of an eighth of it."""
MAX_LABELS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class HonestError:
    """How far off an answer was, and the naive guess, right before an example was learned.

    In the target's unit for numbers; 1 for a wrong label and 0 for a right one.
    """

    truth: Truth
    error: float
    naive: float


def honest_errors(examples: Sequence[Example], task: Task) -> list[HonestError]:
    """Return the error of what was foretold of each example, in the order given.

    A copy of an earlier one is left out: to know it again is no merit.
    """
    errors = []
    taught: set[Content] = set()
    for e in examples:
        copied = copy_of(task, e)
        if e.foretold and e.target is not None and copied not in taught:
            foretold = e.foretold
            error = error_of(foretold.answer, e.target)
            naive = error_of(foretold.naive, e.target)
            errors.append(HonestError(truth=e.target, error=error, naive=naive))
        if copied is not None:
            taught.add(copied)
    return errors


def windowed(values: Sequence[float], window: int) -> list[float]:
    """Return for each value the mean of it and up to ``window`` − 1 before it."""
    means = []
    total = 0.0
    for position, value in enumerate(values):
        total += value - (values[position - window] if position >= window else 0.0)
        means.append(total / min(position + 1, window))
    return means


def card_picture(
    task: Task, taught: Sequence[Example], trials: Sequence[Trial], *, locale: str
) -> Picture | None:
    """Return the honest record beside predicted against true; None where there is neither."""
    panels = [
        panel
        for panel in (_record(task, taught, locale), _predicted_against_true(task, trials, locale))
        if panel
    ]
    if not panels:
        return None
    title = say("picture title", locale=locale, task=task.name)
    return Picture(name=f"{task.name}-card", title=title, panels=tuple(panels))


def _record(task: Task, taught: Sequence[Example], locale: str) -> Panel | None:
    errors = honest_errors(taught, task)
    if len(errors) < 2:
        return None
    is_number = task.target.kind.is_number
    x = tuple(float(i) for i in range(1, len(errors) + 1))
    naive = "running median" if is_number else "most frequent"
    window = max(WINDOW, len(errors) // WINDOWS)
    lines = (
        Series(
            name=say("this bot", locale=locale),
            x=x,
            y=tuple(windowed([e.error for e in errors], window)),
        ),
        Series(
            name=say(naive, locale=locale),
            x=x,
            y=tuple(windowed([e.naive for e in errors], window)),
            style=Style.DASHED,
        ),
    )
    unit = f" ({task.target.unit})" if task.target.unit else ""
    kind = "error in" if is_number else "share wrong"
    y_label = say(kind, locale=locale, window=window, unit=unit)
    return Plot(
        title=say("record title", locale=locale),
        x_label=say("examples taught", locale=locale),
        y_label=y_label,
        series=lines,
        is_share=not is_number,
    )


def _predicted_against_true(task: Task, trials: Sequence[Trial], locale: str) -> Panel | None:
    if len(trials) < 2:
        return None
    title = say("trials title", locale=locale)
    if task.target.kind is TargetKind.CATEGORY:
        return _matrix(title, trials, locale)
    numbers = [
        (t.predicted, t.truth)
        for t in trials
        if isinstance(t.predicted, float | int) and isinstance(t.truth, float | int)
    ]
    points = Series(
        name=say("examples", locale=locale),
        x=tuple(float(predicted) for predicted, _ in numbers),
        y=tuple(float(truth) for _, truth in numbers),
        style=Style.POINTS,
    )
    return Plot(
        title=title,
        x_label=say("said", locale=locale),
        y_label=say("was", locale=locale),
        series=(points,),
        has_diagonal=True,
    )


def _matrix(title: str, trials: Sequence[Trial], locale: str) -> Matrix:
    counts: dict[str, int] = {}
    for trial in trials:
        counts[str(trial.truth)] = counts.get(str(trial.truth), 0) + 1
    labels = sorted(counts, key=lambda label: -counts[label])[:MAX_LABELS]
    cells = tuple(
        tuple(
            sum(str(t.truth) == truth and str(t.predicted) == said for t in trials)
            for said in labels
        )
        for truth in labels
    )
    return Matrix(
        title=title,
        x_label=say("said", locale=locale),
        y_label=say("was", locale=locale),
        labels=tuple(labels),
        counts=cells,
    )
