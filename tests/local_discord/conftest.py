"""One local Discord for each test."""

from collections.abc import AsyncIterator

import pytest

from tests.local_discord import LocalDiscord


@pytest.fixture
async def local() -> AsyncIterator[LocalDiscord]:
    """A local Discord that fails the test if the bot sends what Discord does not take."""
    async with LocalDiscord(doubtful=True) as discord:
        yield discord


@pytest.fixture
async def lenient() -> AsyncIterator[LocalDiscord]:
    """A local Discord for tests that break the rules on purpose."""
    async with LocalDiscord(strict=False) as discord:
        yield discord
