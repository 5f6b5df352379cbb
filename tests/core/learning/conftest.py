from typing import cast

import pytest

from core.domain.task import TargetKind
from tests.core.learning.subjects import Subject, subject_of
from tests.core.learning.worlds import TARGETS, World, world


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
