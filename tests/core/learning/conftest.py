from collections.abc import Sequence
from typing import cast

import pytest

from core.domain.task import TargetKind
from core.learning import learner
from core.learning.fitted import Fit, Recipe
from core.learning.screening import make_fit
from core.learning.taught import Taught
from tests.core.learning.subjects import Subject, subject_of
from tests.core.learning.worlds import TARGETS, World, world

MOST_FITS = 64
_fits: dict[object, Fit] = {}


@pytest.fixture(autouse=True)
def known_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make each fit of a version 0 once: it follows from its examples, and is never changed."""

    def remembered(taught: Sequence[Taught], recipe: Recipe) -> Fit:
        reader = recipe.reader
        if reader.encoder is not None:
            return make_fit(taught, recipe)
        salt = tuple(reader.codes(["a"]))
        key = (tuple(taught), recipe.target, recipe.config, tuple(reader.kinds.items()), salt)
        if key not in _fits:
            if len(_fits) >= MOST_FITS:
                _fits.clear()
            _fits[key] = make_fit(taught, recipe)
        return _fits[key]

    monkeypatch.setattr(learner, "make_fit", remembered)


@pytest.fixture(params=TARGETS, ids=str)
def kind(request: pytest.FixtureRequest) -> TargetKind:
    """A number, a category and a rating, in turn."""
    return cast("TargetKind", request.param)


@pytest.fixture
def ordinary(kind: TargetKind) -> World:
    """A task with every kind of field, and missing values."""
    return world("ordinary", kind)


@pytest.fixture
def subject(name: str, kind: TargetKind) -> Subject:
    """Fitted to the ordinary world, taught nothing."""
    return subject_of(name, kind)


@pytest.fixture
def taught(subject: Subject, ordinary: World) -> Subject:
    """Fitted to the ordinary world and taught it."""
    subject.observe(ordinary.examples)
    return subject
