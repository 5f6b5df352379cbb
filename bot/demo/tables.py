"""Real tables, from inside scikit-learn, as the lines that members of a community would type."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.datasets import load_diabetes, load_wine

SEED = 7
"""The order in which the rows are taught; scikit-learn's own order has the wines sorted."""
_WINE = (
    "alcohol", "malic acid", "ash", "alkalinity", "magnesium", "phenols", "flavanoids",
    "other phenols", "proanthocyanins", "colour", "hue", "od280", "proline",
)  # fmt: skip
_GRAPES = ("Barolo", "Grignolino", "Barbera")
"""The three cultivars of the wine table, in the order of its labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A table as a community tells it: lessons to teach, and one question to ask."""

    task: str
    lessons: tuple[str, ...]
    question: str
    truth: str
    source: str


def diabetes() -> Story:
    """Return 320 patients as lessons on how far their diabetes went, and one as a question."""
    table = load_diabetes(scaled=False)
    names = ("age", "sex", "bmi", "pressure", "tc", "ldl", "hdl", "tch", "ltg", "glucose")
    rows = [
        (_said(names, row), f"{truth:g}")
        for row, truth in zip(table.data, table.target, strict=True)
    ]
    return _story(
        "progression", rows, 320, source="diabetes: Efron et al., 2004; 321 of 442 patients"
    )


def wine() -> Story:
    """Return 60 wines as lessons on the grape they were made of, one as a question."""
    table = load_wine()
    rows = [
        (_said(_WINE, row), _GRAPES[label])
        for row, label in zip(table.data, table.target, strict=True)
    ]
    return _story("grape", rows, 60, source="wine: Forina et al., UCI; 61 of 178 Italian wines")


def _said(names: tuple[str, ...], row: NDArray[np.float64]) -> str:
    return ", ".join(f"{name}: {value:g}" for name, value in zip(names, row, strict=True))


def _story(task: str, rows: list[tuple[str, str]], count: int, *, source: str) -> Story:
    """Return so many of the rows as lessons: enough to see it learn in under a minute."""
    random.Random(SEED).shuffle(rows)  # noqa: S311 - an order, not a secret
    (question, truth), *rest = rows[: count + 1]
    lessons = tuple(f"{values} -> {target}" for values, target in rest)
    return Story(task=task, lessons=lessons, question=question, truth=truth, source=source)


def turns(members: tuple[str, ...], lessons: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each lesson with the member who teaches it, in turn."""
    for position, lesson in enumerate(lessons):
        yield members[position % len(members)], lesson
