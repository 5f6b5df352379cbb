"""The letters expert: numbers from texts, by all their n-grams and what the fields say beside."""

import heapq
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.identity import FieldKey
from core.domain.task import TargetKind
from core.learning.config import exact_device
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.field import Group
from core.learning.encoding.table import Reader, Row
from core.learning.experts.covariance import CONSTANT
from core.learning.experts.evidence import ByRows, climb, drawn, grams_of
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook, joined
from core.learning.experts.gram import Gram
from core.learning.experts.linear import (
    BELIEFS,
    GROUPS,
    LEAST_LESSONS,
    MOST_STRENGTH,
    column_groups,
)
from core.learning.experts.regression import outlook, outlook_of_gram_without, to_numpy
from core.learning.experts.scoring import text_keys
from core.learning.experts.sparse import Texted, Vocabulary, squared_length

LETTERS = GROUPS.index(Group.TEXT)
"""The group whose strength is that of the n-grams."""
USUAL = 1.0
"""What is thought of their strength, in powers of ten."""
MOST_JUDGED = 400
"""More lessons than these hardly move the strengths, and cost."""


class LettersExpert:
    """Bayesian linear regression on the columns and, in place of hashed n-grams, on each n-gram.

    In its dual form, for there are more n-grams than lessons; so it knows the newest lessons only.
    What would come in for a lesson left out among these is not asked.

    Source: Rasmussen and Williams 2006, "Gaussian Processes for Machine Learning", §2.1.2.
    """

    name = "letters"

    def __init__(self, features: FeatureMap, powers: Tensor, limit: int) -> None:
        self._features, self._powers, self._limit = features, powers, limit
        groups = column_groups(features).to(powers.device)
        self._plain = torch.nonzero(groups != LETTERS)[:, 0]
        self._roots = 10.0 ** (0.5 * powers[groups[self._plain]])
        self._keys: tuple[FieldKey, ...] = text_keys(features)
        self._vocabulary = Vocabulary()
        self._known: dict[int, tuple[Row, float]] = {}
        """All lessons and their targets, those beyond the limit included, by id."""
        none = Texted.of(self._roots.new_empty(0, len(self._roots)), [], np.empty(0))
        self._gram = Gram(none, self._roots.new_empty(0, 1))

    @classmethod
    def suits(cls, context: FitContext) -> bool:
        """Return whether numbers are to be told from at least one text."""
        return context.kind is TargetKind.NUMBER and bool(text_keys(context.features))

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert with the strengths that the evidence prefers."""
        features, limit = context.features, context.config.letters_rows
        groups = column_groups(features).to(lessons.targets.device)
        there = {*groups.tolist(), LETTERS}
        beliefs = [replace(b, is_fixed=at not in there) for at, b in enumerate(BELIEFS.values())]
        beliefs[LETTERS] = replace(beliefs[LETTERS], center=USUAL)
        beliefs.append(replace(beliefs[0], center=math.log10(CONSTANT), is_fixed=True))
        powers = lessons.targets.new_tensor([belief.center for belief in beliefs])
        if len(lessons) < LEAST_LESSONS:
            return cls(features, powers, limit)
        some = lessons.pick(drawn(len(lessons), MOST_JUDGED, context.config.seed).numpy())
        grams = grams_of(some.batch.features, groups, len(beliefs))
        even = cls(features, torch.zeros_like(powers), limit)
        points = even._points(some.batch, is_learned=True)
        grams[LETTERS] = torch.from_numpy(points.letters_between(points)).to(grams.device)
        evidence = ByRows(grams, some.targets)
        starts = [powers]
        if isinstance(context.warm, cls):
            starts.append(context.warm._powers.to(powers))
        found = [climb(evidence, beliefs, start, weight=1.0) for start in starts]
        return cls(features, max(found, key=lambda pair: pair[1])[0], limit)

    def observe(self, lessons: Lessons) -> None:
        """Condition on the lessons as well; beyond the limit, on the newest."""
        pairs = zip(lessons.batch.rows, lessons.targets[:, 0].tolist(), strict=True)
        self._known.update(zip(lessons.ids.tolist(), pairs, strict=True))
        every = np.sort(np.concatenate([self._gram.ids, lessons.ids]))
        first = every[-self._limit :][0] if len(every) else 0
        leaving = self._gram.ids[self._gram.ids < first]
        if len(leaving):
            self._gram.forget(leaving)
        places = np.flatnonzero(lessons.ids >= first)
        if len(places):
            some = lessons.pick(places) if len(places) < len(lessons) else lessons
            self._gram.observe(some.ids, self._points(some.batch, is_learned=True), some.targets)

    def forget(self, lessons: Lessons) -> None:
        """Condition no longer on these lessons; the newest of the others come in for them."""
        for one in lessons.ids.tolist():
            del self._known[one]
        gone = lessons.ids[np.isin(lessons.ids, self._gram.ids)]
        if len(gone):
            self._gram.forget(gone)
        if len(self._gram) < min(self._limit, len(self._known)):
            inside = set(self._gram.ids.tolist())
            newest = heapq.nlargest(self._limit, self._known)
            self._take_in([one for one in newest if one not in inside], lessons.batch.reader)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these target columns only: a number's only one."""
        self._gram.keep(columns)

    def predict(self, batch: Batch) -> Outlook:
        """Return the posterior predictive of each row."""
        centers, factors = self._gram.predict(self._points(batch))
        return outlook(TargetKind.NUMBER, centers, factors, self._gram.shape, self._gram.rate)

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the exact predictive of each lesson without it."""
        is_inside = np.isin(lessons.ids, self._gram.ids)
        if is_inside.all():
            return self._without(lessons)
        if not is_inside.any():
            return self.predict(lessons.batch)
        order = np.argsort(np.argsort(~is_inside, kind="stable"))
        inside, others = (lessons.pick(np.flatnonzero(some)) for some in (is_inside, ~is_inside))
        return joined([self._without(inside), self.predict(others.batch)]).where(order)

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how far each lesson moves the question's centre."""
        is_inside = np.isin(lessons.ids, self._gram.ids)
        moves = np.zeros((len(lessons), 1))
        if is_inside.any():
            found = self._gram.influence(self._points(question), lessons.ids[is_inside])
            moves[is_inside] = to_numpy(found)
        return moves

    def save(self) -> Arrays:
        """Return the strengths in powers of ten."""
        return {"powers": to_numpy(self._powers)}

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:
        """Return the expert with saved strengths.

        Raises:
            KeyError: an array is missing.
            ValueError: the arrays do not suit the feature map.
        """
        powers = np.asarray(arrays["powers"], dtype=np.float64)
        if powers.shape != (len(GROUPS) + 1,):
            raise ValueError("the letters expert has one strength for each group")
        if not np.all(np.abs(powers) < math.log10(MOST_STRENGTH)):
            raise ValueError("the letters expert's strengths are out of all proportion")
        device = exact_device(context.config.device)
        limit = context.config.letters_rows
        return cls(context.features, torch.tensor(powers, device=device), limit)

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._features, self._powers, self._limit)
        other._vocabulary, other._known = self._vocabulary.copy(), dict(self._known)
        other._gram = self._gram.copy()
        return other

    def _without(self, lessons: Lessons) -> Outlook:
        return outlook_of_gram_without(TargetKind.NUMBER, self._gram, lessons)

    def _take_in(self, ids: Sequence[int], reader: Reader) -> None:
        """Condition on lessons that were beyond the limit."""
        rows, targets = zip(*(self._known[one] for one in ids), strict=True)
        encoded = torch.from_numpy(self._features.encode(reader.table(rows)))
        features = encoded.float().to(self._roots)
        batch = Batch(features=features, rows=rows, reader=reader)
        column = self._roots.new_tensor(targets)[:, None]
        self._gram.observe(np.array(ids), self._points(batch, is_learned=True), column)

    def _points(self, batch: Batch, *, is_learned: bool = False) -> Texted:
        texts = [batch.reader.texts(row, self._keys) for row in batch.rows]
        if is_learned:
            self._vocabulary.learn(texts)
        root = 10.0 ** (0.5 * float(self._powers[LETTERS]))
        rows = [self._vocabulary.vector(some) for some in texts]
        lengths = [root**2 * squared_length(some) for some in texts]
        return Texted.of(
            batch.features[:, self._plain] * self._roots,
            [(columns, root * values) for columns, values in rows],
            np.array(lengths, dtype=np.float64),
        )
