from collections.abc import AsyncIterator

import pytest
import torch

from tests.core.retraining.stage import Stage, a_stage


@pytest.fixture(autouse=True, scope="session")
def one_thread() -> None:
    """Keep sums this small on one core: the others may be busy."""
    torch.set_num_threads(1)


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with a_stage() as built:
        yield built
