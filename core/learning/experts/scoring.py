"""What experts that score labels from the words of texts have in common."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.domain.fields import FieldKind
from core.domain.identity import FieldKey
from core.domain.task import TargetKind
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.field import Group
from core.learning.experts.expert import FitContext, Outlook


def is_category_from_text(context: FitContext) -> bool:
    """Return whether labels are to be told from at least one text."""
    return context.kind is TargetKind.CATEGORY and bool(text_keys(context.features))


def text_keys(features: FeatureMap) -> tuple[FieldKey, ...]:
    """Return the keys of the text fields."""
    return tuple(k for k, encoder in features.encoders.items() if encoder.kind is FieldKind.TEXT)


def columns_of(features: FeatureMap, group: Group) -> NDArray[np.intp]:
    """Return the places of a group's columns in the shared feature map."""
    return 1 + np.flatnonzero([found is group for _, found in features.blocks])


def scored(centers: Tensor | NDArray[np.float64]) -> Outlook:
    """Return scores of labels as an outlook; shape (rows, labels)."""
    scores = centers.cpu().numpy() if isinstance(centers, Tensor) else centers
    return Outlook(centers=scores, scales=np.ones(len(scores)), freedom=np.inf)


def widened(rows: Tensor, labels: int) -> Tensor:
    """Return a tensor with rows of zeros appended up to one for each label."""
    missing = labels - len(rows)
    pad = (0, 0) * (rows.dim() - 1) + (0, missing)
    return torch.nn.functional.pad(rows, pad) if missing > 0 else rows
