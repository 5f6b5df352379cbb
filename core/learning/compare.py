"""Champion against challenger: both judged on the same examples, which neither has learned."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.domain.example import Example
from core.domain.forecast import NumberForecast, best_guess
from core.domain.identity import ExampleId
from core.domain.task import Target, Task, Truth, weights_of
from core.domain.version import Comparison, Trial
from core.errors import NothingTaught
from core.learning.answering import inside, naive_guess
from core.learning.config import DEFAULTS, LearnerConfig
from core.learning.fading import NEVER
from core.learning.fitted import Report, ignore
from core.learning.fitting import fit
from core.learning.learner import Learner

RESAMPLES = 2_000
TRIALS = 300
LEAST_UNFADED = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """What was held out, and how both did on it; arrays of shape (examples,)."""

    truths: list[Truth]
    predicted: list[Truth]
    gains: NDArray[np.float64]
    candidate: NDArray[np.float64]
    live: NDArray[np.float64]
    naive: NDArray[np.float64]
    inside: NDArray[np.bool_] | None


def compare(
    task: Task,
    examples: Sequence[Example],
    live: Learner,
    *,
    config: LearnerConfig = DEFAULTS,
    report: Report = ignore,
    folds: int = 5,
    since: ExampleId | None = None,
) -> tuple[Comparison, tuple[Trial, ...]]:
    """Return how a candidate would do beside the live learner, by cross-fitting.

    For each fold the candidate is fitted on the others only; both are conditioned on the others
    and judged on the fold. The live fit may have seen the fold when it was made, so that any
    advantage is the live one's. What faded for either is not judged on: neither is to be praised
    for foretelling a past that the other gave up.

    Args:
        task: what is learned.
        examples: of which duplicates do not count.
        live: what answers now.
        config: knobs and device.
        report: told how far it is, 0 to 1, and at what.
        folds: in how many parts the examples are judged.
        since: examples of a lower id faded for the candidate.

    Raises:
        NothingTaught: fewer than two examples count.
    """
    counting = _counting(task, examples, config)
    if len(counting) < 2:
        raise NothingTaught(f'"{task.name}" needs two different examples to compare learners.')
    live = _able(live, counting)
    settled = replace(config, fade_from=NEVER)
    recent = [x for x in counting if x.id >= max(since or 0, _since(live))]
    chance = np.random.default_rng(config.seed)
    fold_of = chance.permutation(np.arange(len(recent)) % min(folds, len(recent)))
    judged = []
    for fold in range(fold_of.max() + 1):
        report(fold / (fold_of.max() + 1), f"judging on part {fold + 1}")
        held = [x for x, part in zip(recent, fold_of, strict=True) if part == fold]
        ids = {x.id for x in held}
        others = [x for x in counting if x.id not in ids]
        unfaded = [x for x in others if x.id >= (since or 0)]
        candidate = fit(task, unfaded, config=settled, encoder=live.encoder, warm=live)
        judged.append(_judge(others, held, candidate, live))
    report(1.0, "judged")
    return _comparison(_joined(judged), task.target, chance)


def _counting(task: Task, examples: Sequence[Example], config: LearnerConfig) -> list[Example]:
    """Return the examples that count: a repetition must not be learned here and judged there."""
    learner = Learner(task, config)
    learner.observe(examples)
    counting = {one.id for one in learner.taught}
    return sorted({x.id: x for x in examples if x.id in counting}.values(), key=lambda x: x.id)


def _since(learner: Learner) -> int:
    return (learner.fit.since if learner.fit else None) or 0


def _able(live: Learner, counting: Sequence[Example]) -> Learner:
    """Return the live learner, or version 0 where next to nothing is left that counts for it."""
    if not _since(live) or sum(x.id >= _since(live) for x in counting) >= LEAST_UNFADED:
        return live
    return Learner(live.task, live.config, live.encoder)


def _judge(
    others: list[Example], held: list[Example], candidate: Learner, live: Learner
) -> _Judged:
    champion = live.blank()
    champion.observe(others)
    truths: list[Truth] = [x.target for x in held if x.target is not None]
    questions = [x.values for x in held]
    forecasts = [answer.forecast for answer in candidate.predict(questions)]
    predicted = [best_guess(forecast) for forecast in forecasts]
    defended = [best_guess(answer.forecast) for answer in champion.predict(questions)]
    naive = naive_guess([x.target for x in others if x.target is not None])
    return _Judged(
        truths=truths,
        predicted=predicted,
        gains=candidate.score(held) - champion.score(held),
        candidate=_errors(truths, predicted),
        live=_errors(truths, defended),
        naive=_errors(truths, [naive] * len(truths)),
        inside=inside([f for f in forecasts if isinstance(f, NumberForecast)], truths),
    )


def _errors(truths: Sequence[Truth], predicted: Sequence[Truth]) -> NDArray[np.float64]:
    """Return absolute errors, or 1 for each wrong label."""
    return np.array(
        [
            float(truth != guess) if isinstance(truth, str) else abs(truth - float(guess))
            for truth, guess in zip(truths, predicted, strict=True)
        ]
    )


def _joined(parts: Sequence[_Judged]) -> _Judged:
    kept = [part.inside for part in parts if part.inside is not None]
    return _Judged(
        truths=[truth for part in parts for truth in part.truths],
        predicted=[guess for part in parts for guess in part.predicted],
        gains=np.concatenate([part.gains for part in parts]),
        candidate=np.concatenate([part.candidate for part in parts]),
        live=np.concatenate([part.live for part in parts]),
        naive=np.concatenate([part.naive for part in parts]),
        inside=np.concatenate(kept) if kept else None,
    )


def _comparison(
    judged: _Judged, target: Target, chance: np.random.Generator
) -> tuple[Comparison, tuple[Trial, ...]]:
    weights = np.array(weights_of(target, judged.truths))
    gains = judged.gains * weights
    comparison = Comparison(
        examples=len(judged.truths),
        confidence=bootstrap_confidence(gains, chance),
        gain=float(gains.mean()),
        candidate_error=float((judged.candidate * weights).mean()),
        live_error=float((judged.live * weights).mean()),
        naive_error=float((judged.naive * weights).mean()),
        coverage=None if judged.inside is None else float(judged.inside.mean()),
    )
    order = chance.permutation(len(judged.truths))[:TRIALS]
    trials = tuple(
        Trial(truth=judged.truths[place], predicted=judged.predicted[place])
        for place in sorted(order)
    )
    return comparison, trials


def bootstrap_confidence(gains: NDArray[np.float64], chance: np.random.Generator) -> float:
    """Return how often the mean gain is positive when the examples are drawn anew; a tie is half.

    Source: Efron and Tibshirani 1993, "An Introduction to the Bootstrap", §13 (percentiles).

    Args:
        gains: log-likelihood of the candidate minus the live one's; shape (examples,).
        chance: what draws.
    """
    counts = chance.multinomial(len(gains), np.full(len(gains), 1 / len(gains)), size=RESAMPLES)
    means = counts @ gains
    return float((means > 0).mean() + 0.5 * (means == 0).mean())
