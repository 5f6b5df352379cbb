"""Answers and explanations of a conditioned fit."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.domain.forecast import (
    Answer,
    Basis,
    CategoryForecast,
    FieldEffect,
    Forecast,
    NumberForecast,
    Pull,
    Similar,
    best_guess,
)
from core.domain.identity import ExampleId, FieldKey
from core.domain.task import TargetKind, Truth
from core.learning.conditioned import Conditioned
from core.learning.encoding.table import Row
from core.learning.experts.expert import Batch, Outlook
from core.learning.missing_fields import Completions
from core.learning.records import LeaveOneOut
from core.learning.similar import similarity

AT_ONCE = 64
"""Questions whose completions are answered together, for the memory that takes."""
SIMILAR = 5
SAME = 1.0 - 1e-9


def answers(state: Conditioned, rows: Sequence[Row]) -> list[Answer]:
    """Return the answer to each question, as of version 0.

    Fields that it leaves out are unknown: the answer is the mixture over what they may be.
    """
    found: list[Answer] = []
    for start in range(0, len(rows), AT_ONCE):
        found += _answers(state, rows[start : start + AT_ONCE])
    return found


def _answers(state: Conditioned, rows: Sequence[Row]) -> list[Answer]:
    asked = state.batch(rows)
    completions = [state.complete(row) for row in rows]
    is_complete = all(len(one.rows) == 1 for one in completions)
    batch = asked if is_complete else state.batch([row for one in completions for row in one.rows])
    outlooks, bases = state.outlooks(batch), [Basis.MODEL] * len(rows)
    if not state.is_ready:
        outlooks, bases = _by_rule(state, outlooks, batch)
    weighed = weights(state)
    familiar = state.familiarity(batch)
    answers, start = [], 0
    for features, basis, one in zip(asked.features, bases, completions, strict=True):
        stop = start + len(one.rows)
        known = [share for share in familiar[start:stop] if share is not None]
        alike = state.most_alike(features, SIMILAR)
        answers.append(
            Answer(
                forecast=_forecast(state, [o.some(start, stop) for o in outlooks], one),
                basis=basis,
                version=0,
                examples=len(state),
                weights=weighed,
                similar=tuple(Similar(example=ExampleId(x), similarity=s) for x, s in alike),
                familiarity=float(np.dot(one.weights, known)) if known else None,
            )
        )
        start = stop
    return answers


def _forecast(state: Conditioned, outlooks: list[Outlook], found: Completions) -> Forecast:
    if len(found.rows) > 1:
        return state.forecaster.averaged(outlooks, found.weights)
    [forecast] = state.forecaster.forecasts(outlooks)
    return forecast


def leave_one_out(state: Conditioned, truths: dict[ExampleId, Truth]) -> LeaveOneOut:
    """Return each example predicted from the others; there are at least two."""
    ids = state.ids
    order = np.argsort(ids)
    outlooks = [
        Outlook(centers=o.centers[order], scales=o.scales[order], freedom=o.freedom)
        for o in state.left_out()
    ]
    ordered = tuple(ExampleId(int(x)) for x in ids[order])
    came = tuple(truths[x] for x in ordered)
    forecaster = state.forecaster
    forecasts = forecaster.forecasts(outlooks)
    return LeaveOneOut(
        ids=ordered,
        truths=came,
        answers=tuple(best_guess(forecast) for forecast in forecasts),
        naive=(naive_guess(came),) * len(came),
        log_likelihood=forecaster.log_likelihood(outlooks, came, left_out=True),
        inside=inside([f for f in forecasts if isinstance(f, NumberForecast)], came),
        confidence=confidence([f for f in forecasts if isinstance(f, CategoryForecast)]),
        doubt=forecaster.doubts(outlooks, came),
    )


def naive_guess(truths: Sequence[Truth]) -> Truth:
    """Return the median, or the most frequent label (the first by name of those).

    A baseline is judged on what it was made from: with balanced labels, leaving one out would
    always leave another label ahead, and make the baseline worse than it is.
    """
    labels = sorted(truth for truth in truths if isinstance(truth, str))
    if labels:
        return max(dict.fromkeys(labels), key=labels.count)
    return float(np.median(np.array(truths, dtype=np.float64)))


def inside(
    forecasts: Sequence[NumberForecast], truths: Sequence[Truth]
) -> NDArray[np.bool_] | None:
    """Return whether each truth is in its 80 % interval; None where these are no numbers."""
    if not forecasts:
        return None
    pairs = zip((f.interval(0.8) for f in forecasts), map(float, truths), strict=True)
    return np.array([interval.low <= truth <= interval.high for interval, truth in pairs])


def confidence(forecasts: Sequence[CategoryForecast]) -> NDArray[np.float64] | None:
    """Return the probability of each answer; None where these are no labels."""
    return np.array([f.probabilities[0][1] for f in forecasts]) if forecasts else None


def weights(state: Conditioned) -> dict[str, float]:
    """Return how much each expert counts; empty while a rule answers."""
    if not state.is_ready:
        return {}
    return dict(zip(state.names, map(float, state.forecaster.weights), strict=True))


def pulls(state: Conditioned, row: Row) -> list[Pull]:
    """Return how each example moves the answer to a question, the strongest first.

    What fields left out may be is held fixed.
    """
    found = state.complete(row)
    moves = np.zeros(len(state))
    for likely, complete_row in zip(found.weights, found.rows, strict=True):
        batch = state.batch([complete_row])
        moves += likely * state.forecaster.pulls(state.outlooks(batch), state.influences(batch))
    pulled = [
        Pull(example=ExampleId(int(x)), amount=float(amount))
        for x, amount in zip(state.ids, moves, strict=True)
    ]
    return sorted(pulled, key=lambda pull: (-abs(pull.amount), pull.example))


def effects(state: Conditioned, keys: Sequence[FieldKey], rows: Sequence[Row]) -> list[FieldEffect]:
    """Return how each field moves the answer, the strongest first.

    Args:
        state: what answers.
        keys: of the fields.
        rows: the whole question, then the question without each of the fields.
    """
    found = [state.complete(row) for row in rows]
    batch = state.batch([row for one in found for row in one.rows])
    questions = _block_diagonal([one.weights for one in found])
    levels = state.forecaster.levels(state.outlooks(batch), questions)
    effects = [
        FieldEffect(key=key, amount=float(levels[0] - level))
        for key, level in zip(keys, levels[1:], strict=True)
    ]
    return sorted(effects, key=lambda effect: (-abs(effect.amount), effect.key))


def _block_diagonal(parts: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Return a matrix with one part in each row, each to the right of the one above."""
    whole = np.zeros((len(parts), sum(len(part) for part in parts)))
    start = 0
    for place, part in enumerate(parts):
        whole[place, start : start + len(part)] = part
        start += len(part)
    return whole


def _by_rule(
    state: Conditioned, outlooks: list[Outlook], batch: Batch
) -> tuple[list[Outlook], list[Basis]]:
    """Return the rule's outlooks; a number that was taught for the same question is repeated."""
    if state.kind is TargetKind.CATEGORY:
        return outlooks, [Basis.MOST_FREQUENT] * len(batch)
    lessons = state.lessons()
    same = similarity(batch.features, lessons.batch.features) >= SAME
    known = same.sum(axis=1) == 1
    taught = lessons.targets.cpu().numpy()[same.argmax(axis=1)]
    centers = np.where(known[:, None], taught, outlooks[0].centers)
    bases = [Basis.NEAREST if one else Basis.MEDIAN for one in known]
    return [replace(outlooks[0], centers=centers)], bases
