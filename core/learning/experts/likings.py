"""What each member likes: a ridge of their ratings in which the later ones count more.

With ``memory`` m, the member's newest rating counts 1, the one before it m, then m², …: a rating
of age ``a`` is one whose noise has grown by m to the power of -a. The age is counted in the
member's own ratings, so that whoever rates seldom is not forgotten::

    t(u) = (sum of m^a f f' + prior)^-1 (sum of m^a f rest)

Without a rating the member's earlier ones are younger by one. With ``b`` the sum over the earlier
ones as it was just before the rating, and ``x`` what the rating adds itself, the sum without it is
the whole sum less m^a (x - (1 - m) b): exact, as are what follows from it.

Source: Särkkä 2013, "Bayesian Filtering and Smoothing", §3.1 (recursive regression with fading).
"""

from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Codes = NDArray[np.int64]
Places = NDArray[np.intp]
NEGLIGIBLE = 1e-18
"""What counts less beside the newest rating is not added: it is below the rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What is expected of rows beyond their fields; each of shape (rows,)."""

    centers: Numbers
    spreads: Numbers
    """Variance in units of the noise's, which is part of it."""


class Likings:
    """The tastes of each member, by the members' places; place 0 is nobody."""

    def __init__(
        self,
        tastes: Numbers,
        rest: Numbers,
        of_member: Places,
        *,
        priors: Numbers,
        memory: float,
        members: int,
    ) -> None:
        """Work out every member's taste.

        Args:
            tastes: what a member's taste is multiplied with, of each rating in the order of time.
            rest: what is left of each rating for the taste to explain.
            of_member: the place of each rating's member.
            priors: precision of each taste, in units of the noise's.
            memory: what a rating counts beside the member's next one, above 0 and 1 at most.
            members: how many there are, nobody included.
        """
        self._tastes, self._rest, self._of_member = tastes, rest, of_member
        self._priors, self._memory = np.diag(priors), memory
        self._order = np.argsort(of_member, kind="stable")
        counts = np.bincount(of_member, minlength=members)
        starts = np.cumsum(counts) - counts
        ranks = np.empty(len(of_member), dtype=np.intp)
        ranks[self._order] = np.arange(len(of_member)) - starts[of_member[self._order]]
        self._ranks = ranks
        self.counts = np.power(memory, counts[of_member] - 1.0 - ranks, dtype=np.float64)
        """How much each rating counts; shape (rows,)."""
        self._solve(members)

    def _solve(self, count: int) -> None:
        width = self._tastes.shape[1]
        grams, moments = np.zeros((count, width, width)), np.zeros((count, width))
        counted = self._tastes * self.counts[:, None]
        for one in range(width):
            moments[:, one] = self._added(counted[:, one] * self._rest, count)
            for other in range(one + 1):
                shared = self._added(counted[:, one] * self._tastes[:, other], count)
                grams[:, one, other] = grams[:, other, one] = shared
        self._grams, self._moments = grams, moments
        self.covariances = np.asarray(np.linalg.inv(grams + self._priors), dtype=np.float64)
        self.weights = np.einsum("mij,mj->mi", self.covariances, moments)

    def expected(self, members: Places, tastes: Numbers) -> Expected:
        """Return what the members' tastes add to the centres and to the spreads of rows."""
        return Expected(
            centers=np.einsum("ij,ij->i", tastes, self.weights[members]),
            spreads=np.einsum("ij,ijk,ik->i", tastes, self.covariances[members], tastes),
        )

    def left_out(self, rows: Places) -> Expected:
        """Return what they would add to these ratings had each not been given."""
        return self._solved(*self._without(rows), self._tastes[rows])

    def foretold(self) -> Expected:
        """Return what they added to each rating by the earlier ones alone."""
        return self._solved(*self._before, self._tastes)

    def moved(self, rows: Places, tastes: Numbers) -> Numbers:
        """Return how far each of these ratings moves what its own member's taste says of a row."""
        grams, moments = self._without(rows)
        without = np.linalg.solve(grams + self._priors, moments[:, :, None])[:, :, 0]
        moved: Numbers = (self.weights[self._of_member[rows]] - without) @ tastes
        return moved

    def _without(self, rows: Places) -> tuple[Numbers, Numbers]:
        """Return the sums of each row's member without the row; nobody has none."""
        members, tastes = self._of_member[rows], self._tastes[rows]
        grams = tastes[:, :, None] * tastes[:, None, :]
        moments = tastes * self._rest[rows, None]
        if self._memory < 1.0:
            earlier, before = self._before
            grams -= (1.0 - self._memory) * earlier[rows]
            moments -= (1.0 - self._memory) * before[rows]
        counts = np.where(members > 0, self.counts[rows], 0.0)
        return (
            self._grams[members] - counts[:, None, None] * grams,
            self._moments[members] - counts[:, None] * moments,
        )

    @cached_property
    def _before(self) -> tuple[Numbers, Numbers]:
        """The sums of each row's member over the earlier rows, as they were then."""
        tastes, ranks = self._tastes[self._order], self._ranks[self._order]
        width = tastes.shape[1]
        grams = (tastes[:, :, None] * tastes[:, None, :]).reshape(-1, width * width)
        sums = np.hstack([grams, tastes * self._rest[self._order, None]])
        sums[self._of_member[self._order] == 0] = 0.0
        self._fade(sums, ranks)
        earlier = np.zeros_like(sums)
        has_earlier = np.flatnonzero(ranks > 0)
        earlier[self._order[has_earlier]] = sums[has_earlier - 1]
        return earlier[:, : width * width].reshape(-1, width, width), earlier[:, width * width :]

    def _fade(self, sums: Numbers, ranks: Places) -> None:
        """Add to each row, by member and time, its member's earlier ones, faded.

        Source: Hillis and Steele 1986, "Data Parallel Algorithms" (prefix sums by doubling).
        """
        longest = int(ranks.max()) + 1 if len(ranks) else 0
        if self._memory < 1.0:
            longest = min(longest, int(log(NEGLIGIBLE) / log(self._memory)) + 1)
        step = 1
        while step < longest:
            later = np.flatnonzero(ranks >= step)
            sums[later] += self._memory**step * sums[later - step]
            step *= 2

    def _solved(self, grams: Numbers, moments: Numbers, tastes: Numbers) -> Expected:
        precisions = grams + self._priors
        both = np.linalg.solve(precisions, np.stack([moments, tastes], axis=2))
        return Expected(
            centers=np.einsum("ij,ij->i", tastes, both[:, :, 0]),
            spreads=np.einsum("ij,ij->i", tastes, both[:, :, 1]),
        )

    def _added(self, amounts: Numbers, count: int) -> Numbers:
        """Return the sum of the amounts of each member, none at place 0."""
        sums: Numbers = np.bincount(self._of_member, amounts, minlength=count).astype(np.float64)
        sums[0] = 0.0
        return sums
