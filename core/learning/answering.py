"""Answers and explanations of a conditioned fit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

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
from core.learning.encoding.table import Places, Row, cells, is_missing
from core.learning.experts.expert import Batch, Outlook
from core.learning.records import LeaveOneOut, errors_of
from core.learning.similar import similarity
from core.learning.taught import Taught

AT_ONCE = 64
"""Questions that are answered together, for the memory that takes."""
SIMILAR = 5
SAME = 1.0 - 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, and the fields that tell its answer."""

    row: Row
    places: Places


def answers_of_all(
    asked: Sequence[Asked], state_of: Callable[[Places], Conditioned], examples: int
) -> list[Answer]:
    """Return the answer to each question, each by the model of its fields.

    Args:
        asked: the questions.
        state_of: what answers from the fields at some places.
        examples: how many count.
    """
    alike: dict[Places, list[int]] = {}
    for at, one in enumerate(asked):
        alike.setdefault(one.places, []).append(at)
    found: dict[int, Answer] = {}
    for places, group in alike.items():
        some = answers(state_of(places), [cells(asked[at].row, places) for at in group])
        found.update(zip(group, some, strict=True))
    return [replace(found[at], examples=examples) for at in range(len(asked))]


def answers(state: Conditioned, rows: Sequence[Row]) -> list[Answer]:
    """Return the answer to each question, as of version 0."""
    found: list[Answer] = []
    for start in range(0, len(rows), AT_ONCE):
        found += _answers(state, rows[start : start + AT_ONCE])
    return found


def _answers(state: Conditioned, rows: Sequence[Row]) -> list[Answer]:
    batch = state.asked(rows)
    outlooks, bases = state.outlooks(batch), [Basis.MODEL] * len(rows)
    if not state.is_ready:
        outlooks, bases = _by_rule(state, outlooks, batch)
    forecasts = state.forecaster.forecasts(outlooks)
    weighed = weights(state)
    familiar = state.familiarity(batch)
    alike = [state.most_alike(features, SIMILAR) for features in batch.features]
    return [
        Answer(
            forecast=forecast,
            basis=basis,
            version=0,
            examples=len(state),
            weights=weighed,
            similar=tuple(Similar(example=ExampleId(x), similarity=s) for x, s in near),
            familiarity=share,
        )
        for forecast, basis, near, share in zip(forecasts, bases, alike, familiar, strict=True)
    ]


def leave_one_out(state: Conditioned, taught: Mapping[ExampleId, Taught]) -> LeaveOneOut:
    """Return each example predicted from the others; there are at least two."""
    ids = state.ids
    order = np.argsort(ids)
    outlooks = [
        Outlook(centers=o.centers[order], scales=o.scales[order], freedom=o.freedom)
        for o in state.left_out()
    ]
    ordered = tuple(ExampleId(int(x)) for x in ids[order])
    came = tuple(taught[x].truth for x in ordered)
    forecaster = state.forecaster
    forecasts = forecaster.forecasts(outlooks)
    return LeaveOneOut(
        ids=ordered,
        truths=came,
        answers=tuple(best_guess(forecast) for forecast in forecasts),
        naive=(naive_guess(came),) * len(came),
        errors=errors_of(forecasts, came, [taught[x].row for x in ordered]),
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
    """Return how each example moves the answer to a question, the strongest first."""
    batch = state.asked([row])
    moves = state.forecaster.pulls(state.outlooks(batch), state.influences(batch))
    pulled = [
        Pull(example=ExampleId(int(x)), amount=float(amount))
        for x, amount in zip(state.ids, moves, strict=True)
    ]
    return sorted(pulled, key=lambda pull: (-abs(pull.amount), pull.example))


def effects(state: Conditioned, keys: Sequence[FieldKey], rows: Sequence[Row]) -> list[FieldEffect]:
    """Return how each field moves the answer, the strongest first: beside all that it may be.

    Args:
        state: what answers.
        keys: of the fields.
        rows: the whole question, then the question without each of the fields.
    """
    hidden = [[at for at, cell in enumerate(row) if is_missing(cell)] for row in rows]
    found = [
        state.complete(row, [at for at in gaps if at not in hidden[0]])
        for row, gaps in zip(rows, hidden, strict=True)
    ]
    batch = state.asked([row for one in found for row in one.rows])
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
