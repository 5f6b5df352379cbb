"""Retraining: a learner fitted to all that was taught."""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.example import Example
from core.domain.task import Task
from core.errors import NothingTaught
from core.learning.config import DEFAULTS, LearnerConfig
from core.learning.encoding.table import Reader
from core.learning.fading import faded_before
from core.learning.fitted import Recipe, Report, ignore
from core.learning.learner import Learner
from core.learning.screening import make_fit
from core.ports.embedding import SentenceEncoder


def fit(
    task: Task,
    examples: Sequence[Example],
    *,
    config: LearnerConfig = DEFAULTS,
    encoder: SentenceEncoder | None = None,
    warm: Learner | None = None,
    report: Report = ignore,
) -> Learner:
    """Return a learner fitted to the examples and conditioned on them.

    Where the newer half foretells the newest better alone, the older half fades: it is known, and
    does not count.

    Args:
        task: what is learned.
        examples: of which duplicates and those that are not active do not count.
        config: knobs and device.
        encoder: tells what texts mean.
        warm: an earlier version, from which the fit starts as well as from nothing.
        report: told how far it is, 0 to 1, and at what.

    Raises:
        NothingTaught: no example counts.
    """
    draft = Learner(task, config, encoder)
    draft.observe(examples)
    if not draft.examples:
        raise NothingTaught.of(task.name)
    recipe = Recipe(
        target=task.target,
        reader=Reader(task, encoder),
        config=config,
        warm=warm.fit if warm else None,
    )
    report(0.0, "seeing whether older examples still help")
    since = faded_before(draft.taught, {one.id: one.taught_at for one in examples}, recipe)
    newer = draft.copy()
    newer.forget([one.id for one in examples if since is not None and one.id < since])
    return draft.with_fit(replace(make_fit(newer.taught, recipe, report), since=since))
