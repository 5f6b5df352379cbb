from typing import cast

import pytest

from core.domain.task import TargetKind
from tests.core.learning.worlds import LEARNED


@pytest.fixture(params=LEARNED, ids=str)
def kind(request: pytest.FixtureRequest) -> TargetKind:
    """A number and a category, in turn: all that experts know of."""
    return cast("TargetKind", request.param)
