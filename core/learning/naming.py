"""Labels as texts: what a label is called is the first thing that is known of it."""

from collections.abc import Sequence
from typing import Self

import torch

from core.learning.encoding.features import FeatureMap
from core.learning.encoding.table import Reader
from core.learning.encoding.words import plain_name
from core.learning.experts.expert import Batch


class LabelNames:
    """Encodes labels as rows of which all texts say the label's name, each when it is new."""

    def __init__(self, reader: Reader, features: FeatureMap, device: torch.device) -> None:
        self._reader, self._features, self._device = reader, features, device
        self._labels: tuple[str, ...] = ()
        self._batch = self._encode(())

    def of(self, labels: Sequence[str]) -> Batch | None:
        """Return a row for each label; None where the task has no text."""
        if not self._reader.has_texts:
            return None
        known = len(self._labels)
        if self._labels == tuple(labels[:known]):
            more = self._encode(labels[known:])
            features = torch.cat([self._batch.features, more.features])
            rows = [*self._batch.rows, *more.rows]
            self._batch = Batch(features=features, rows=rows, reader=self._reader)
        else:
            self._batch = self._encode(labels)
        self._labels = tuple(labels)
        return self._batch

    def copy(self) -> Self:
        """Return an independent copy."""
        other = type(self).__new__(type(self))
        vars(other).update(vars(self))
        return other

    def _encode(self, labels: Sequence[str]) -> Batch:
        rows = [self._reader.said(plain_name(label)) for label in labels]
        features = self._features.encode(self._reader.table(rows))
        return Batch(
            features=torch.from_numpy(features).to(self._device), rows=rows, reader=self._reader
        )
