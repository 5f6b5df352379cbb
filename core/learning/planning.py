"""What a retraining settles first, by trying it on examples that the trial had not seen."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.learning.conditioned import Conditioned
from core.learning.fitted import Plan, Recipe, Report, make_fit, plan_for_few, powers_for
from core.learning.taught import Taught

STRAINS = (1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0)
FOLDS = 4
LEAST = 30
"""With fewer examples the evidence is the better judge."""


def choose_plan(taught: Sequence[Taught], recipe: Recipe, report: Report) -> Plan:
    """Return the plan whose fits foretell held-out examples best; the simplest in a tie.

    The evidence and the leave-one-out record of a fit both flatter strengths that were chosen on
    the same examples, the more of them the more; cross-fitting does not.
    """
    if len(taught) < LEAST:
        return plan_for_few(len(taught))
    powers = powers_for(taught, recipe.target)
    ways = (False, True) if len(recipe.reader.kinds) > 1 else (False,)
    plans = [Plan(power=p, is_by_field=own) for own in ways for p in powers]
    chance = np.random.default_rng(recipe.config.seed)
    fold_of = chance.permutation(np.arange(len(taught)) % FOLDS)
    totals = np.zeros((len(plans), len(STRAINS)))
    for fold in range(FOLDS):
        for place, plan in enumerate(plans):
            report((fold + place / len(plans)) / FOLDS, f"trying plan {place + 1}")
            totals[place] += _held_out(taught, fold_of == fold, recipe, plan)
    best, strain = np.unravel_index(int(np.argmax(totals)), totals.shape)
    return replace(plans[best], strain=STRAINS[strain])


def _held_out(
    taught: Sequence[Taught], held: NDArray[np.bool_], recipe: Recipe, plan: Plan
) -> NDArray[np.float64]:
    """Return the log-likelihood of the held-out examples under a fit to the others.

    Shape:
        (strains,).
    """
    others = [one for one, out in zip(taught, held, strict=True) if not out]
    trial = [one for one, out in zip(taught, held, strict=True) if out]
    state = Conditioned(make_fit(others, recipe, plan), recipe.target, recipe.reader, recipe.config)
    state.observe(others)
    outlooks = state.outlooks(state.batch([one.row for one in trial]))
    truths = [one.truth for one in trial]
    return np.array(
        [
            forecaster.log_likelihood(outlooks, truths, left_out=False).sum()
            for forecaster in state.forecasters(STRAINS)
        ]
    )
