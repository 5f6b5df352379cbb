"""Fits that earlier programs wrote, as this one would have written them."""

from collections.abc import Mapping

import numpy as np

from core.domain.fields import FieldKind
from core.learning.encoding.field import Arrays
from core.learning.encoding.texts import MOST_DIM
from core.learning.experts.centroid import CentroidExpert
from core.learning.experts.contrast import ContrastExpert
from core.learning.experts.naive_bayes import NaiveBayesExpert
from core.learning.experts.network import NetworkExpert
from core.learning.experts.offsets import Offsets
from core.learning.experts.ratings import LevelExpert, TasteExpert
from core.learning.experts.trees import TreesExpert

FIRST = 1
"""The format in which buckets of categories and folds of lessons followed from codes and ids."""
SECOND = 2
"""The format in which a member's ratings all counted alike."""
_WITH_LEVELS = frozenset({FieldKind.CATEGORY, FieldKind.ITEM, FieldKind.MEMBER})
_OF_RATINGS = (LevelExpert.name, TasteExpert.name)
_IN_FOLDS = (ContrastExpert.name, TreesExpert.name, NetworkExpert.name)


def from_first_format(
    fields: Mapping[str, object], tensors: Mapping[str, np.ndarray[tuple[int, ...], np.dtype]]
) -> Arrays:
    """Return the tensors of a fit in the first format with those that it lacks.

    Its buckets and folds stay as they were, so that it answers as before.

    Args:
        fields: the kind of each field by its key.
        tensors: by name.
    """
    found = dict(tensors)
    for key, kind in fields.items():
        levels, means = (tensors.get(f"fields/{key}/{name}") for name in ("levels", "means"))
        if kind == FieldKind.TEXT:
            found |= _of_text(f"fields/{key}/", tensors)
        if kind in _WITH_LEVELS and levels is not None and means is not None:
            sizes = [levels.size, means.size - levels.size, 1]
            found.setdefault(f"fields/{key}/sizes", np.array(sizes, dtype=np.int64))
    for name in _IN_FOLDS:
        found.setdefault(f"experts/{name}/lessons", np.empty(0, dtype=np.int64))
    for name in (CentroidExpert.name, NaiveBayesExpert.name):
        for key, one in Offsets({}).save().items():
            found.setdefault(f"experts/{name}/{key}", one)
    return found


def from_second_format(
    tensors: Mapping[str, np.ndarray[tuple[int, ...], np.dtype]],
) -> Arrays:
    """Return the tensors of a fit in the second format with those that it lacks.

    Args:
        tensors: by name.
    """
    return {f"experts/{name}/memory": np.ones(1) for name in _OF_RATINGS} | dict(tensors)


def _of_text(prefix: str, tensors: Mapping[str, np.ndarray[tuple[int, ...], np.dtype]]) -> Arrays:
    """Return the arrays of a text's encoder: all of its vector used, no single characters."""
    sizes = tensors.get(f"{prefix}sizes")
    if sizes is None or sizes.shape != (3,):
        return {}
    buckets, dim, meaning = np.asarray(sizes, dtype=np.int64).tolist()
    return {
        f"{prefix}sizes": np.array([buckets, dim, dim, meaning, 2], dtype=np.int64),
        f"{prefix}used": np.arange(min(max(dim, 0), MOST_DIM), dtype=np.int64),
    }
