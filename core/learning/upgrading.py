"""Fits that earlier programs wrote, as this one would have written them."""

from collections.abc import Mapping

import numpy as np

from core.domain.fields import FieldKind
from core.learning.encoding.field import Arrays
from core.learning.experts.contrast import ContrastExpert
from core.learning.experts.network import NetworkExpert
from core.learning.experts.trees import TreesExpert

FIRST = 1
"""The format in which buckets of categories and folds of lessons followed from codes and ids."""
_WITH_LEVELS = frozenset({FieldKind.CATEGORY, FieldKind.ITEM, FieldKind.MEMBER})
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
        if kind in _WITH_LEVELS and levels is not None and means is not None:
            sizes = [levels.size, means.size - levels.size, 1]
            found.setdefault(f"fields/{key}/sizes", np.array(sizes, dtype=np.int64))
    for name in _IN_FOLDS:
        found.setdefault(f"experts/{name}/lessons", np.empty(0, dtype=np.int64))
    return found
