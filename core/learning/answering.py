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
    NumberForecast,
    Pull,
    Similar,
    best_guess,
)
from core.domain.identity import ExampleId, FieldKey
from core.domain.task import TargetKind, Truth
from core.learning.conditioned import Conditioned
from core.learning.experts.expert import Batch, Outlook
from core.learning.records import LeaveOneOut
from core.learning.similar import similarity

SIMILAR = 5
SAME = 1.0 - 1e-9


def answer(state: Conditioned, batch: Batch) -> list[Answer]:
    """Return the answer to each row, as of version 0."""
    outlooks = state.outlooks(batch)
    bases = [Basis.MODEL] * len(batch)
    if not state.is_ready:
        outlooks, bases = _by_rule(state, outlooks, batch)
    return [
        Answer(
            forecast=forecast,
            basis=basis,
            version=0,
            examples=len(state),
            weights=weights(state),
            similar=tuple(
                Similar(example=ExampleId(example), similarity=alike)
                for example, alike in state.most_alike(row, SIMILAR)
            ),
            familiarity=known,
        )
        for forecast, basis, row, known in zip(
            state.forecaster.forecasts(outlooks),
            bases,
            batch.features,
            state.familiarity(batch),
            strict=True,
        )
    ]


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
        naive=tuple(forecaster.guesses(outlooks[0])),
        log_likelihood=forecaster.log_likelihood(outlooks, came, left_out=True),
        inside=inside([f for f in forecasts if isinstance(f, NumberForecast)], came),
        confidence=confidence([f for f in forecasts if isinstance(f, CategoryForecast)]),
        doubt=forecaster.doubts(outlooks, came),
    )


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


def pulls(state: Conditioned, batch: Batch) -> list[Pull]:
    """Return how each example moves the answer to a single question, the strongest first."""
    moves = state.forecaster.pulls(state.outlooks(batch), state.influences(batch))
    found = [
        Pull(example=ExampleId(int(x)), amount=float(amount))
        for x, amount in zip(state.ids, moves, strict=True)
    ]
    return sorted(found, key=lambda pull: (-abs(pull.amount), pull.example))


def effects(state: Conditioned, keys: Sequence[FieldKey], batch: Batch) -> list[FieldEffect]:
    """Return how each field moves the answer, the strongest first.

    Args:
        state: what answers.
        keys: of the fields.
        batch: the whole question, then the question without each of the fields.
    """
    levels = state.forecaster.levels(state.outlooks(batch))
    found = [
        FieldEffect(key=key, amount=float(levels[0] - level))
        for key, level in zip(keys, levels[1:], strict=True)
    ]
    return sorted(found, key=lambda effect: (-abs(effect.amount), effect.key))


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
