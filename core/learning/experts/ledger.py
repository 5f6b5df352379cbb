"""Who rated what: levels of items and tastes of members in closed form, given a fit.

A rating, less what its fields alone promise, is ``e``. With the strengths of the fit::

    c(u, without i) = sum of u's e but for i / (their number + s_member)
    b(i)            = sum over raters u of i of (e - c(u, without i)) / (their number + s_item)
    t(u)            = ridge of e - b(i, without u) on the tastes f(i), later ratings count more
    expected rating = b(i) + f(i) · t(u)

Each step leaves out what it is about to explain, so that a harsh member does not make a film bad
and a film rated once does not explain its only rater. All of it is a function of the
ratings and their order and linear in them: leaving one out and what one contributes are exact.

Source: Koren, Bell and Volinsky 2009, "Matrix Factorization Techniques for Recommender Systems"
(levels, factors); Bishop 2006, "Pattern Recognition and Machine Learning", §3.3 (ridge).
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.learning.experts.likings import Codes, Expected, Likings, Numbers, Places


@dataclass(frozen=True, kw_only=True)
class Rated:
    """Ratings, or questions for one, as the ledger reads them.

    Shape:
        ids (rows,); members and items (rows,), 0 where missing; rest (rows,);
        tastes (rows, width).
    """

    ids: Codes
    """The ratings', ascending in the order in which they were given; 0 of questions."""
    members: Codes
    items: Codes
    tastes: Numbers
    """What a member's taste is multiplied with; the first column is 1."""
    rest: Numbers
    """The standardised rating less what its fields promise; of a question it is not read."""

    def __len__(self) -> int:
        return len(self.members)

    def pick(self, chosen: NDArray[np.bool_] | Places) -> "Rated":
        """Return the chosen rows."""
        return Rated(**{name: array[chosen] for name, array in vars(self).items() if name in _ROWS})

    def joined(self, other: "Rated") -> "Rated":
        """Return these rows and the other ones."""
        return Rated(
            **{name: np.concatenate([getattr(self, name), getattr(other, name)]) for name in _ROWS}
        )


_ROWS = ("ids", "members", "items", "tastes", "rest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strengths:
    """How many ratings a prior is worth."""

    item: float
    member: float
    tastes: Numbers
    """Of each taste; the first is the member's level."""
    memory: float = 1.0
    """What a member's rating counts beside their next one, for their level and tastes."""


class Ledger:
    """Ratings, and what follows from them."""

    def __init__(self, strengths: Strengths) -> None:
        self._strengths = strengths
        none = np.empty(0, dtype=np.int64)
        width = len(strengths.tastes)
        self._rows = Rated(
            ids=none, members=none, items=none, tastes=np.empty((0, width)), rest=np.empty(0)
        )
        self._sums: Sums | None = None

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, rows: Rated) -> None:
        """Enter ratings."""
        self._rows = self._rows.joined(rows)
        self._sums = None

    def remove(self, ids: Codes) -> None:
        """Strike ratings out."""
        self._rows = self._rows.pick(~np.isin(self._rows.ids, ids))
        self._sums = None

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._strengths)
        other._rows, other._sums = self._rows, self._sums
        return other

    @property
    def rows(self) -> Rated:
        """The ratings in the order in which they were given, once they were added up."""
        return self.sums.rows

    @property
    def sums(self) -> "Sums":
        """What all the ratings add up to."""
        if self._sums is None:
            self._rows = self._rows.pick(np.argsort(self._rows.ids))
            self._sums = Sums(self._rows, self._strengths)
        return self._sums


class Sums:
    """What a set of ratings adds up to. Never changes.

    Members, items and pairs of them are known by their places; place 0 is who or what is missing
    or was never rated.
    """

    def __init__(self, rows: Rated, strengths: Strengths) -> None:
        self.rows, self._strengths = rows, strengths
        self._members, self._of_member = _numbered(rows.members)
        self._items, self._of_item = _numbered(rows.items)
        keys = self._of_member * len(self._items) + self._of_item
        self._pairs, self._of_pair = np.unique(keys, return_inverse=True)
        self._pair_member, self._pair_item = np.divmod(self._pairs, len(self._items))
        self._count = np.bincount(self._of_pair, minlength=len(self._pairs)).astype(np.float64)
        """Ratings of each pair."""
        self._add_members()
        self._add_items()
        self._rest = rows.rest - self._level_without[self._of_pair]
        """What is left of each rating for the member's taste to explain."""
        self._likings = Likings(
            rows.tastes,
            self._rest,
            self._of_member,
            priors=strengths.tastes,
            memory=strengths.memory,
            members=len(self._members),
        )

    def _add_members(self) -> None:
        sums = np.zeros(len(self._count))
        np.add.at(sums, self._of_pair, self.rows.rest)
        counts = _added(self._count, self._pair_member, len(self._members))
        totals = _added(sums, self._pair_member, len(self._members))
        known = self._pair_member > 0
        self._others = np.where(known, counts[self._pair_member] - self._count, 0.0)
        """How many ratings the pair's member gave to other items."""
        self._others_sum = np.where(known, totals[self._pair_member] - sums, 0.0)
        self._harshness = self._others_sum / (self._others + self._strengths.member)
        self._share = sums - self._count * self._harshness
        """What each pair adds to its item's sum."""

    def _add_items(self) -> None:
        self._item_count = _added(self._count, self._pair_item, len(self._items))
        self._item_sum = _added(self._share, self._pair_item, len(self._items))
        known = self._pair_item > 0
        self._worth = self._item_count[self._pair_item] - self._count + self._strengths.item
        """What the item's level is worth without the pair."""
        sums = self._item_sum[self._pair_item] - self._share
        self._level_without = np.where(known, sums / np.where(known, self._worth, 1.0), 0.0)

    def expected(self, questions: Rated) -> Expected:
        """Return what is expected of each question."""
        item = _places(self._items, questions.items)
        worth = self._item_count[item] + self._strengths.item
        members = _places(self._members, questions.members)
        taste = self._likings.expected(members, questions.tastes)
        return Expected(
            centers=self._item_sum[item] / worth + taste.centers,
            spreads=1.0 + 1.0 / worth + taste.spreads,
        )

    def left_out(self, rows: Rated) -> Expected:
        """Return what would be expected of each of these ratings had it not been given."""
        place, item, pair = self._found(rows)
        own = np.where(item > 0, rows.rest - self._harshness[pair], 0.0)
        worth = self._item_count[item] - (item > 0) + self._strengths.item
        taste = self._likings.left_out(place)
        return Expected(
            centers=(self._item_sum[item] - own) / worth + taste.centers,
            spreads=1.0 + 1.0 / worth + taste.spreads,
        )

    def foretold(self) -> Numbers:
        """Return what each rating's member was expected to give by their earlier ratings alone."""
        return self._level_without[self._of_pair] + self._likings.foretold().centers

    def influence(self, question: Rated, rows: Rated) -> Numbers:
        """Return how far each of these ratings moves what is expected of a single question."""
        place, _, _ = self._found(rows)
        (asker,) = _places(self._members, question.members)
        (asked,) = _places(self._items, question.items)
        is_own = (self._of_member[place] == asker) & (asker > 0)
        by_taste = np.zeros(len(rows))
        by_taste[is_own] = self._likings.moved(place[is_own], question.tastes[0])
        worth = self._item_count + self._strengths.item
        of_asked = np.zeros(len(worth))
        of_asked[asked] = asked > 0
        by_item = self._through(of_asked, self._item_sum, worth, rows)
        own = self._pair_member == asker if asker else np.zeros(len(self._pairs), dtype=bool)
        leans = _added(self._leans(int(asker), question), self._of_item, len(self._items))
        by_others = self._through(
            -leans,
            self._item_sum - _added(self._share * own, self._pair_item, len(leans)),
            worth - _added(self._count * own, self._pair_item, len(leans)),
            rows,
        )
        return by_taste + by_item + np.where(is_own, 0.0, by_others)

    def _leans(self, asker: int, question: Rated) -> Numbers:
        """Return how much of each rating's rest goes into the taste that answers a question."""
        is_own = (self._of_member == asker) & (asker > 0)
        pulls = self.rows.tastes @ self._likings.covariances[asker] @ question.tastes[0]
        return np.where(is_own, self._likings.counts * pulls, 0.0)

    def _through(self, shares: Numbers, sums: Numbers, worth: Numbers, rows: Rated) -> Numbers:
        """Return how each rating moves a weighted sum of items' levels, ``sums / worth`` each.

        A rating moves the level of its own item and, as it tells how harsh its member is, the
        levels of all the other items that the member rated.
        """
        _, item, pair = self._found(rows)
        own = rows.rest - self._harshness[pair]
        fewer = np.where(worth > 1.0, worth - 1.0, np.inf)
        before, after = (sums / worth)[item], (sums[item] - own) / fewer[item]
        by_own = shares[item] * (before - after)
        strength = self._strengths.member
        has_others = (self._others > 0) & (self._pair_member > 0)
        slope = np.where(has_others, 1.0 / (np.maximum(self._others, 1.0) - 1.0 + strength), 0.0)
        shift = self._others_sum * (slope - np.where(has_others, 1 / (self._others + strength), 0))
        felt = shares[self._pair_item] * self._count / worth[self._pair_item]
        members = len(self._members)
        shifts = _added(felt * shift, self._pair_member, members)[self._pair_member]
        slopes = _added(felt * slope, self._pair_member, members)[self._pair_member]
        return by_own + (shifts - felt * shift)[pair] - (slopes - felt * slope)[pair] * rows.rest

    def _found(self, rows: Rated) -> tuple[Places, Places, Places]:
        """Return the places of these ratings, and of the item and the pair of each."""
        place = np.searchsorted(self.rows.ids, rows.ids)
        return place, self._of_item[place], self._of_pair[place]


def _numbered(codes: Codes) -> tuple[Codes, Places]:
    """Return the distinct codes after a 0, the rest ascending, and the place of each code."""
    known = np.unique(codes)
    distinct = np.concatenate([[0], known[known != 0]])
    return distinct, _places(distinct, codes)


def _places(distinct: Codes, codes: Codes) -> Places:
    """Return the place of each code among the distinct ones, 0 where it is none of them."""
    place = np.searchsorted(distinct[1:], codes) + 1
    place = np.minimum(place, len(distinct) - 1)
    return np.where(distinct[place] == codes, place, 0)


def _added(amounts: Numbers, places: Places, count: int) -> Numbers:
    """Return the sum of the amounts at each place, none at place 0."""
    sums: Numbers = np.bincount(places, amounts, minlength=count).astype(np.float64)
    sums[0] = 0.0
    return sums
