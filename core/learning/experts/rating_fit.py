"""What is fitted of ratings: what fields promise, tastes of items, strengths of the priors."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.learning.encoding.categories import codes_in
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.table import Codes as PairedCodes
from core.learning.experts.expert import Batch, Lessons
from core.learning.experts.ledger import Ledger, Rated, Strengths
from core.learning.experts.likings import Codes, Numbers, Places
from core.learning.experts.rating_levels import LEVEL, earned, promise_of

LEAST_TO_CHOOSE = 40
"""With fewer ratings the usual strengths are taken, and a member's ratings all count alike."""
LEAST_TO_PROMISE = 150
"""With fewer ratings the usual strengths are taken of levels, and of what fields promise."""
LEVELS = (LEVEL, 1.5, 2.5, 7.0, 12.0, 20.0)
"""How many ratings the prior of a member's level may be worth, the usual one first."""
ITEM_LEVELS = (7.0, 1.5, 2.5, LEVEL, 12.0, 20.0)
"""The same of an item's level: members differ more than items do."""
MEMORIES = (0.9, 1.0, 0.98, 0.95, 0.85)
"""What a member's rating may count beside their next one, the usual one first: moods drift."""
RECENT_LEVELS = (2.0, LEVEL)
"""How many ratings the prior of a member's level may be worth where the later ones count more."""
NOISE = 0.7
"""What the noise is thought to be of the ratings' deviation, as one rating says it."""


@dataclass(frozen=True, kw_only=True)
class Tastes:
    """What members may like of items, by item and by field."""

    items: Codes
    """Codes of the items of the fit, ascending; shape (items,)."""
    of_items: Numbers
    """Shape (items, tastes)."""
    of_fields: Numbers
    """What tells the tastes of an item that was not there yet; shape (width, tastes)."""

    def read(self, columns: Numbers, items: Codes) -> Numbers:
        """Return a 1, for the member's level, and the tastes of each row."""
        tastes = columns @ self.of_fields
        if len(self.items):
            place = np.minimum(np.searchsorted(self.items, items), len(self.items) - 1)
            known = (self.items[place] == items) & (items != 0)
            tastes = np.where(known[:, None], self.of_items[place], tastes)
        return np.column_stack([np.ones(len(columns)), tastes])

    def by_own_codes(self, items: PairedCodes) -> "Tastes":
        """Return the same tastes by the task's codes of the items, where they are by public ones.

        Args:
            items: of the ratings that the tastes were learned from.
        """
        public, first = np.unique(items.public, return_index=True)
        own = items.own[first[np.searchsorted(public, self.items)]]
        order = np.argsort(own)
        return replace(self, items=own[order], of_items=self.of_items[order])


@dataclass(frozen=True, kw_only=True)
class RatingFit:
    """Everything that conditioning on ratings takes for granted."""

    promise: Numbers
    """What each column of the feature map adds to a rating; shape (width,)."""
    tastes: Tastes
    strengths: Strengths
    noise: float
    """Standard deviation of a rating, standardised."""

    def read(
        self,
        batch: Batch,
        features: FeatureMap,
        targets: Numbers | None = None,
        ids: Codes | None = None,
    ) -> Rated:
        """Return rows as the ledger reads them; questions have neither targets nor ids."""
        columns = batch.features.cpu().numpy()
        items = codes_of(batch, features, FieldKind.ITEM)
        return Rated(
            ids=np.zeros(len(batch), dtype=np.int64) if ids is None else ids,
            members=codes_of(batch, features, FieldKind.MEMBER).public,
            items=items.public,
            tastes=self.tastes.read(columns, items.own),
            rest=np.zeros(len(batch)) if targets is None else targets - columns @ self.promise,
        )

    def promised(self, batch: Batch) -> Numbers:
        """Return what the fields alone promise of each row."""
        promised: Numbers = batch.features.cpu().numpy() @ self.promise
        return promised


def codes_of(batch: Batch, features: FeatureMap, kind: FieldKind) -> PairedCodes:
    """Return the codes of the first field of this kind; 0 where there is none."""
    for key, encoder in features.encoders.items():
        column = batch.table.column(key, kind) if encoder.kind is kind else None
        if column is not None:
            return codes_in(column)
    none = np.zeros(len(batch), dtype=np.int64)
    return PairedCodes(own=none, public=none)


def side_columns(features: FeatureMap) -> Places:
    """Return the constant and the columns that tell more than which item or member it is."""
    whose = (FieldKind.ITEM, FieldKind.MEMBER)
    sides = {key for key, encoder in features.encoders.items() if encoder.kind not in whose}
    found = [at for at, (key, _) in enumerate(features.blocks, start=1) if key in sides]
    return np.array([0, *found], dtype=np.intp)


def fit_levels(lessons: Lessons, features: FeatureMap) -> RatingFit:
    """Return the fit without tastes: what fields promise, and how much levels are trusted."""
    width = features.width
    none = Tastes(
        items=np.empty(0, dtype=np.int64), of_items=np.empty((0, 0)), of_fields=np.empty((width, 0))
    )
    levels = np.array([LEVEL])
    usual = Strengths(item=ITEM_LEVELS[0], member=LEVEL, tastes=levels, memory=MEMORIES[0])
    fit = RatingFit(promise=np.zeros(width), tastes=none, strengths=usual, noise=NOISE)
    if not len(lessons):
        return fit
    columns = lessons.batch.features.cpu().numpy()
    targets = lessons.targets.cpu().numpy()[:, 0]
    rows = fit.read(lessons.batch, features, targets, lessons.ids)
    is_known = len(lessons) >= LEAST_TO_CHOOSE
    sides = side_columns(features)
    promise = promise_of(columns, rows, sides, is_chosen=len(lessons) >= LEAST_TO_PROMISE)
    rows = replace(rows, rest=targets - columns @ promise)
    strengths = _chosen_levels(usual, rows) if is_known else replace(usual, memory=1.0)
    return replace(
        fit,
        promise=promise,
        strengths=strengths,
        noise=noise_of(foretold_error(strengths, rows), len(rows)),
    )


def noise_of(squares: float, count: int) -> float:
    """Return the deviation that so many squared errors show, before which one was imagined."""
    return float(np.sqrt((NOISE**2 + squares) / (1.0 + count)))


def _chosen_levels(usual: Strengths, rows: Rated) -> Strengths:
    """Return the strengths under which each rating is best foretold by the others."""
    errors = [foretold_error(replace(usual, item=value), rows) for value in ITEM_LEVELS]
    best = replace(usual, item=ITEM_LEVELS[earned(errors, len(rows))])
    tried = [replace(best, member=value, tastes=np.array([value])) for value in LEVELS]
    best = tried[earned([foretold_error(one, rows) for one in tried], len(rows))]
    recent = [
        replace(best, tastes=np.array([level]), memory=memory)
        for memory in MEMORIES
        for level in dict.fromkeys((best.member, *RECENT_LEVELS))
    ]
    return recent[earned([foretold_error(one, rows) for one in recent], len(rows))]


def foretold_error(
    strengths: Strengths, rows: Rated, chosen: NDArray[np.bool_] | None = None
) -> float:
    """Return the sum of the squared errors of (the chosen) ratings as earlier ones foretell them.

    Members' earlier ones, that is; what others think of an item is taken from all of them.
    """
    ledger = Ledger(strengths)
    ledger.add(rows)
    errors = np.square(ledger.rows.rest - ledger.sums.foretold())
    return float(errors.sum() if chosen is None else errors[chosen[np.argsort(rows.ids)]].sum())
