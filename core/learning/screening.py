"""A fit that odd lessons do not move: scales and strengths too are chosen without them."""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.task import TargetKind
from core.learning.conditioned import Conditioned
from core.learning.fitted import Fit, Recipe, Report, fit_to, ignore
from core.learning.odd import LEAST
from core.learning.targets import learned_as
from core.learning.taught import Taught


def make_fit(taught: Sequence[Taught], recipe: Recipe, report: Report = ignore) -> Fit:
    """Return the fit to these examples; where some are odd, to the others alone."""
    fit = fit_to(taught, recipe, report)
    if len(taught) < LEAST or learned_as(recipe.target) is TargetKind.CATEGORY:
        return fit
    state = Conditioned(fit, recipe.target, recipe.reader, recipe.config)
    state.observe(taught)
    odd = state.odd()
    if not odd:
        return fit
    kept = [one for one in taught if one.id not in odd]
    return replace(fit_to(kept, recipe, report), examples=len(taught))
