"""Whether older examples still help: they fade only where the honest record is better without."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from core.domain.identity import ExampleId
from core.domain.task import TargetKind, weights_of
from core.learning.conditioned import Conditioned
from core.learning.fitted import Recipe
from core.learning.screening import make_fit
from core.learning.taught import Taught

SHARE = 5
"""One in so many examples, the newest, is foretold from those before it."""
MOST_FORETOLD = 200
MOST_TRIED = 500
"""Of more examples before, every second, third, … is tried: the fewer, the likelier all stay."""
MARGIN = 0.05
"""By how many nats an example the newer half must foretell better: to forget is the exception."""
SURE = 2.0
"""How many standard errors the gain must be."""
NEVER = 2**62


def faded_before(
    taught: Sequence[Taught], moments: Mapping[ExampleId, datetime], recipe: Recipe
) -> ExampleId | None:
    """Return the lowest id of the newer half where it foretells better alone, else None.

    The newest examples are foretold from all before them and from the newer half of those, by fits
    without what takes long to train.

    Args:
        taught: what counts, by ascending id.
        moments: when each was taught.
        recipe: what the fit will be made with.
    """
    kind = recipe.target.kind
    if len(taught) < recipe.config.fade_from or kind is TargetKind.RATING:
        return None
    count = min(len(taught) // SHARE, MOST_FORETOLD)
    before, newest = taught[:-count], taught[-count:]
    if _came_at_once([moments[one.id] for one in newest]):
        return None
    before = before[:: -(-len(before) // MOST_TRIED)]
    weights = np.array(weights_of(recipe.target, [one.truth for one in newest]))
    alone = _foretold(before[len(before) // 2 :], newest, recipe)
    gains = weights * (alone - _foretold(before, newest, recipe))
    error = float(gains.std(ddof=1)) / np.sqrt(count)
    if gains.mean() > max(MARGIN, SURE * error):
        return taught[len(taught) // 2].id
    return None


def _came_at_once(moments: Sequence[datetime]) -> bool:
    """Whether most were taught within one hour: a file's order says nothing of time."""
    hours = Counter(one.replace(minute=0, second=0, microsecond=0) for one in moments)
    return max(hours.values()) > len(moments) / 2


def _foretold(
    known: Sequence[Taught], asked: Sequence[Taught], recipe: Recipe
) -> NDArray[np.float64]:
    """Return the log-likelihood of what is asked, given what is known."""
    config = replace(recipe.config, contrast_from=NEVER, trees_from=NEVER, network_from=NEVER)
    quick = replace(recipe, config=config, warm=None)
    state = Conditioned(make_fit(known, quick), quick.target, quick.reader, config)
    state.observe(known)
    outlooks = state.outlooks(state.batch([one.row for one in asked]))
    truths = [one.truth for one in asked]
    return state.forecaster.log_likelihood(outlooks, truths, left_out=False)
