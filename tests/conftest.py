"""What holds for all tests."""

import pytest
from hypothesis import settings

settings.register_profile("apprentice", deadline=None)  # the first call into torch is slow
settings.load_profile("apprentice")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the README's transcripts be written anew by the tests that record them."""
    about = "write the transcripts that the tests record into README.md"
    parser.addoption("--rewrite-transcripts", action="store_true", help=about)
