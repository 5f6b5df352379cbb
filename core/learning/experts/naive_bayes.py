"""The naive Bayes expert: how often each label's texts had the same n-grams, counted exactly."""

from collections.abc import Sequence
from typing import Self, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.identity import FieldKey
from core.learning.encoding.words import gram_codes
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook
from core.learning.experts.scoring import is_category_from_text, scored, text_keys
from core.learning.experts.watched import MOST, Watched

SMOOTHING = 0.03
"""Imagined counts of each n-gram in each label."""
VOCABULARY = 10_000
"""How many different n-grams a label is thought to have."""

Places: TypeAlias = NDArray[np.intp]
"""A text's n-grams as columns of the counts."""


class NaiveBayesExpert:
    """Multinomial naive Bayes on which n-grams a text has, over the root of their number.

    N-grams overlap: their plain sum would count everything several times. Source: McCallum and
    Nigam 1998, "A Comparison of Event Models for Naive Bayes Text Classification", §2.
    """

    name = "naive bayes"

    def __init__(self, keys: Sequence[FieldKey]) -> None:
        self._keys = keys
        """Of the text fields."""
        self._places: dict[int, int] = {}
        """The column of each n-gram that was observed; column 0 is for all others."""
        self._counts = np.zeros((0, 1), dtype=np.int32)
        """How many texts of a label have an n-gram; shape (labels, columns), with room."""
        self._totals = np.zeros(0)
        """N-grams of each label's texts."""
        self._watched = Watched()
        """Labels, how many n-grams, and their counts' logarithms, the lesson's own left out."""
        self._texts: dict[int, tuple[Places, int]] = {}
        """Those that are watched, and their labels, by id."""

    @classmethod
    def suits(cls, context: FitContext) -> bool:
        """Return whether labels are to be told from texts."""
        return is_category_from_text(context)

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:  # noqa: ARG003 - it has no fit
        """Return the expert for the text fields."""
        return cls(text_keys(context.features))

    def observe(self, lessons: Lessons) -> None:
        """Count the lessons' n-grams as well; a label's name is its first text."""
        known = len(self._totals)
        more = lessons.targets.shape[1] - known
        if more > 0:
            self._totals = np.pad(self._totals, (0, more))
            self._counts = np.pad(self._counts, ((0, more), (0, 0)))
            self._watched.clear()
            self._change(lessons.names_from(known), 1)
        self._change(lessons, 1)

    def forget(self, lessons: Lessons) -> None:
        """Count the lessons' n-grams no longer."""
        self._watched.drop(lessons.ids)
        self._change(lessons, -1)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these labels only."""
        kept = [column for column in columns if column < len(self._totals)]
        self._counts, self._totals = self._counts[kept], self._totals[kept]
        self._watched.clear()

    def predict(self, batch: Batch) -> Outlook:
        """Return the tempered log-likelihood of each row's n-grams under each label."""
        logs, sizes = np.zeros((len(batch), len(self._totals))), np.zeros((len(batch), 1))
        for row, codes in enumerate(self._grams(batch)):
            logs[row] = _logs(self._counts[:, self._known(codes)]).sum(axis=1)
            sizes[row] = len(codes)
        return scored(_scores(logs, sizes, self._totals))

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the same with each lesson's own n-grams counted no longer."""
        sizes, logs = self._watched.follow(lessons, self._measure)
        left = self._totals - lessons.targets.cpu().numpy() * sizes.numpy()
        return scored(_scores(logs.numpy(), sizes.numpy(), left))

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how each lesson moves the question's score of its label."""
        (asked,) = (self._known(codes) for codes in self._grams(question))
        whole = self.predict(question).centers[0]
        moved = np.zeros((len(lessons), len(self._totals)))
        labels = lessons.targets.argmax(dim=1).tolist()
        for row, (codes, label) in enumerate(zip(self._grams(lessons.batch), labels, strict=True)):
            theirs = self._known(codes)
            counts = self._counts[label, asked] - np.isin(asked, theirs[theirs > 0])
            left = self._totals[label] - len(theirs)
            size = np.array(float(len(asked)))
            moved[row, label] = whole[label] - _scores(_logs(counts).sum(), size, left)
        return moved

    def save(self) -> Arrays:
        """Return nothing: there is no fit."""
        return {}

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:  # noqa: ARG003 - nothing saved
        """Return the expert for the text fields."""
        return cls(text_keys(context.features))

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._keys)
        other._places = dict(self._places)
        other._counts, other._totals = self._counts.copy(), self._totals.copy()
        other._watched, other._texts = self._watched.copy(), dict(self._texts)
        return other

    def _grams(self, batch: Batch) -> list[list[int]]:
        """Return each row's n-grams, each once, and those of each field as others; never none."""
        return [
            [
                code ^ field
                for field, text in enumerate(batch.reader.texts(row, self._keys))
                for code in np.unique(gram_codes(text)).tolist()
            ]
            or [0]
            for row in batch.rows
        ]

    def _known(self, codes: Sequence[int]) -> Places:
        return np.array([self._places.get(code, 0) for code in codes], dtype=np.intp)

    def _change(self, lessons: Lessons, sign: int) -> None:
        labels = lessons.targets.argmax(dim=1).tolist()
        for codes, label in zip(self._grams(lessons.batch), labels, strict=True):
            places = self._placed(codes)
            self._counts[label, places] += sign
            self._totals[label] += sign * len(places)
        if self._watched.may_move(lessons):
            for label in set(labels):
                self._move(label)

    def _placed(self, codes: Sequence[int]) -> Places:
        """Return the columns of n-grams, made where there is none."""
        for code in codes:
            self._places.setdefault(code, len(self._places) + 1)
        if len(self._places) >= self._counts.shape[1]:
            room = len(self._places) + len(self._places) // 2 + 64 - self._counts.shape[1]
            self._counts = np.pad(self._counts, ((0, 0), (0, room)))
        return self._known(codes)

    def _measure(self, lessons: Lessons) -> tuple[Tensor, Tensor, Tensor]:
        labels = lessons.targets.argmax(dim=1).tolist()
        texts = [self._known(codes) for codes in self._grams(lessons.batch)]
        found = dict(zip(lessons.ids.tolist(), zip(texts, labels, strict=True), strict=True))
        if len(lessons) <= MOST:
            known = self._watched.ids.tolist()
            self._texts = {one: self._texts[one] for one in known if one in self._texts} | found
        logs = np.zeros((len(lessons), len(self._totals)))
        for row, (places, label) in enumerate(found.values()):
            counts = self._counts[:, places]
            counts[label] -= 1
            logs[row] = _logs(counts).sum(axis=1)
        sizes = np.array([[float(len(places))] for places in texts])
        return torch.tensor(labels), torch.from_numpy(sizes), torch.from_numpy(logs)

    def _move(self, label: int) -> None:
        """Bring what is watched of one label up to date."""
        texts = [self._texts[one] for one in self._watched.ids.tolist()]
        sizes = [len(places) for places, _ in texts]
        own = np.repeat([theirs == label for _, theirs in texts], sizes)
        counts = self._counts[label, np.concatenate([places for places, _ in texts])] - own
        starts = np.cumsum([0, *sizes[:-1]])
        self._watched.measures[2][:, label] = torch.from_numpy(
            np.add.reduceat(_logs(counts), starts)
        )


def _logs(counts: NDArray[np.int32]) -> NDArray[np.float64]:
    return _LOGS[counts] if counts.max(initial=0) < len(_LOGS) else np.log(counts + SMOOTHING)


_LOGS = np.log(np.arange(1_024) + SMOOTHING)


def _scores(
    logs: NDArray[np.float64], sizes: NDArray[np.float64], totals: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the log-likelihood of texts over the root of their number of n-grams."""
    scores: NDArray[np.float64] = (logs - sizes * np.log(totals + SMOOTHING * VOCABULARY)) / (
        np.sqrt(sizes)
    )
    return scores
