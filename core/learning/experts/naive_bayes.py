"""The naive Bayes expert: how often each label's texts had the same n-grams, counted exactly."""

from collections.abc import Sequence
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.identity import FieldKey
from core.learning.encoding.words import gram_codes
from core.learning.experts.evidence import drawn
from core.learning.experts.expert import Arrays, Batch, FitContext, Lessons, Outlook
from core.learning.experts.gram_counts import GramCounts, Places
from core.learning.experts.offsets import MOST_JUDGED, Offsets
from core.learning.experts.scoring import is_category_from_text, scored, text_keys
from core.learning.experts.watched import MOST, Watched

SMOOTHING = 0.3
"""Imagined counts of each n-gram in each label."""
VOCABULARY = 10_000
"""How many different n-grams a label is thought to have."""


class NaiveBayesExpert:
    """Multinomial naive Bayes on which n-grams a text has, over the root of their number.

    Only n-grams that some label's texts have are looked at: of a Chinese question nearly all others
    were never seen, and would all vote for the label with the fewest. Labels with long texts
    foresee any n-gram better; an offset for each label, from the fit's leave-one-out record, makes
    up for that. N-grams overlap: their plain sum would count everything several times.

    Source: McCallum and Nigam 1998, "A Comparison of Event Models for Naive Bayes Text
    Classification", §2.
    """

    name = "naive bayes"

    def __init__(self, keys: Sequence[FieldKey], offsets: Offsets) -> None:
        self._keys = keys
        """Of the text fields."""
        self._offsets = offsets
        self._codes = np.empty(0, dtype=np.int64)
        """Of the labels as they are now."""
        self._grams = GramCounts()
        self._watched = Watched()
        """Labels, how many n-grams, how many of these other texts have, and their counts'
        logarithms, the lesson's own left out."""
        self._texts: dict[int, tuple[Places, int]] = {}
        """Those that are watched, and their labels, by id."""

    @classmethod
    def suits(cls, context: FitContext) -> bool:
        """Return whether labels are to be told from texts."""
        return is_category_from_text(context)

    @classmethod
    def fit(cls, lessons: Lessons, context: FitContext) -> Self:
        """Return the expert with an offset for each label."""
        keys = text_keys(context.features)
        some = lessons.pick(drawn(len(lessons), MOST_JUDGED, context.config.seed).numpy())
        plain = cls(keys, Offsets({}))
        plain.observe(some)
        return cls(keys, Offsets.fit(plain.leave_one_out(some).centers, some))

    def observe(self, lessons: Lessons) -> None:
        """Count the lessons' n-grams as well; a label's name is its first text."""
        known, labels = len(self._grams), lessons.targets.shape[1]
        if labels > known:
            self._codes = np.append(self._codes, lessons.codes[known:labels])
            self._grams.widen(labels)
            self._watched.clear()
            self._change(lessons.names_from(known), 1)
        self._change(lessons, 1)

    def forget(self, lessons: Lessons) -> None:
        """Count the lessons' n-grams no longer."""
        self._watched.drop(lessons.ids)
        self._change(lessons, -1)

    def keep_targets(self, columns: Sequence[int]) -> None:
        """Keep these labels only."""
        kept = [column for column in columns if column < len(self._grams)]
        self._grams.keep(kept)
        self._codes = self._codes[kept]
        self._watched.clear()

    def predict(self, batch: Batch) -> Outlook:
        """Return the tempered log-likelihood of each row's n-grams under each label."""
        logs, seen = np.zeros((len(batch), len(self._grams))), np.zeros((len(batch), 1))
        for row, grams in enumerate(self._grams_of(batch)):
            places = self._grams.places(grams)
            logs[row] = _logs(self._grams.of_labels[:, places]).sum(axis=1)
            seen[row] = np.count_nonzero(self._grams.of_all[places])
        return scored(_scores(logs, seen, self._grams.sizes) + self._offsets.of(self._codes))

    def leave_one_out(self, lessons: Lessons) -> Outlook:
        """Return the same with each lesson's own n-grams counted no longer."""
        sizes, seen, logs = (one.numpy() for one in self._watched.follow(lessons, self._measure))
        left = self._grams.sizes - lessons.targets.cpu().numpy() * sizes
        return scored(_scores(logs, seen, left) + self._offsets.of(self._codes))

    def influence(self, question: Batch, lessons: Lessons) -> NDArray[np.float64]:
        """Return how each lesson moves the question's scores."""
        (asked,) = (self._grams.places(grams) for grams in self._grams_of(question))
        counts, labels = self._grams.of_labels[:, asked], lessons.targets.argmax(dim=1).tolist()
        logs, seen = _logs(counts).sum(axis=1), self._grams.of_all[asked]
        left = np.tile(logs, (len(lessons), 1))
        sizes = np.tile(self._grams.sizes, (len(lessons), 1))
        still = np.zeros((len(lessons), 1))
        pairs = zip(self._grams_of(lessons.batch), labels, strict=True)
        for row, (grams, label) in enumerate(pairs):
            theirs = self._grams.places(grams)
            own = np.isin(asked, theirs[theirs > 0])
            left[row, label] = _logs(counts[label] - own).sum()
            sizes[row, label] -= len(theirs)
            still[row] = np.count_nonzero(seen - own)
        whole = _scores(logs, np.array(float(np.count_nonzero(seen))), self._grams.sizes)
        return whole - _scores(left, still, sizes)

    def save(self) -> Arrays:
        """Return the offsets and the codes of their labels."""
        return self._offsets.save()

    @classmethod
    def load(cls, arrays: Arrays, context: FitContext) -> Self:
        """Return the expert with saved offsets.

        Raises:
            KeyError: an array is missing.
            ValueError: the arrays do not suit each other, or are out of all proportion.
        """
        return cls(text_keys(context.features), Offsets.load(arrays))

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self)(self._keys, self._offsets)
        other._codes, other._grams = self._codes, self._grams.copy()
        other._watched, other._texts = self._watched.copy(), dict(self._texts)
        return other

    def _grams_of(self, batch: Batch) -> list[list[int]]:
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

    def _change(self, lessons: Lessons, sign: int) -> None:
        labels = lessons.targets.argmax(dim=1).tolist()
        for grams, label in zip(self._grams_of(lessons.batch), labels, strict=True):
            self._grams.change(grams, label, sign)
        if self._watched.may_move(lessons):
            self._move(set(labels))

    def _measure(self, lessons: Lessons) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        labels = lessons.targets.argmax(dim=1).tolist()
        texts = [self._grams.places(grams) for grams in self._grams_of(lessons.batch)]
        found = dict(zip(lessons.ids.tolist(), zip(texts, labels, strict=True), strict=True))
        if len(lessons) <= MOST:
            known = self._watched.ids.tolist()
            self._texts = {one: self._texts[one] for one in known if one in self._texts} | found
        logs, seen = np.zeros((len(lessons), len(self._grams))), np.zeros((len(lessons), 1))
        for row, (places, label) in enumerate(found.values()):
            counts = self._grams.of_labels[:, places]
            counts[label] -= 1
            logs[row] = _logs(counts).sum(axis=1)
            seen[row] = np.count_nonzero(self._grams.of_all[places] > 1)
        sizes = np.array([[float(len(places))] for places in texts]).reshape(-1, 1)
        parts = torch.from_numpy(sizes), torch.from_numpy(seen), torch.from_numpy(logs)
        return torch.tensor(labels), *parts

    def _move(self, labels: set[int]) -> None:
        """Bring what is watched up to date, after texts of these labels came or went."""
        texts = [self._texts[one] for one in self._watched.ids.tolist()]
        sizes = [len(places) for places, _ in texts]
        every, starts = np.concatenate([places for places, _ in texts]), np.cumsum([0, *sizes[:-1]])
        _, _, seen, logs = self._watched.measures
        others = (self._grams.of_all[every] > 1).astype(np.float64)
        seen[:, 0] = torch.from_numpy(np.add.reduceat(others, starts))
        for label in labels:
            own = np.repeat([theirs == label for _, theirs in texts], sizes)
            counts = self._grams.of_labels[label, every] - own
            logs[:, label] = torch.from_numpy(np.add.reduceat(_logs(counts), starts))


def _logs(counts: NDArray[np.int32]) -> NDArray[np.float64]:
    """Return the logarithms of smoothed counts less that of none, so that no text adds nothing."""
    if counts.max(initial=0) < len(_LOGS):
        return _LOGS[counts]
    return np.log1p(counts / SMOOTHING)


_LOGS = np.log1p(np.arange(1_024) / SMOOTHING)


def _scores(
    logs: NDArray[np.float64], seen: NDArray[np.float64], sizes: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the log-likelihood of texts over the root of their number of n-grams.

    Args:
        logs: summed over a text's n-grams; shape (texts, labels).
        seen: how many of its n-grams some label's texts have; shape (texts, 1).
        sizes: n-grams of each label's texts; shape (labels,), or one row for each text.
    """
    none = np.log(SMOOTHING) - np.log(sizes + SMOOTHING * VOCABULARY)
    scores: NDArray[np.float64] = (logs + seen * none) / np.sqrt(np.maximum(seen, 1.0))
    return scores
