"""What the tests of the Discord front end share."""

from pathlib import Path

import pytest

from tests.bot.discord_app.readme import Readme


@pytest.fixture
def readme(pytestconfig: pytest.Config) -> Readme:
    """The README, which the tests compare with what they record, or write anew."""
    path = Path(__file__).parents[3] / "README.md"
    return Readme(path, rewrites=pytestconfig.getoption("--rewrite-transcripts"))
