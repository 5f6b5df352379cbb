"""Databases of both kinds, empty or brought up to date."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.migrate import upgrade
from tests.contract.databases import new_engine


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    async with new_engine(request.param, tmp_path) as engine:
        yield engine


@pytest.fixture
async def engine(empty: AsyncEngine) -> AsyncEngine:
    await upgrade(empty)
    return empty


@pytest.fixture
async def file_engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    async with new_engine("sqlite", tmp_path) as engine:
        await upgrade(engine)
        yield engine
