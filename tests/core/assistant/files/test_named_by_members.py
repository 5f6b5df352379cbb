"""Columns that a member names, and what is offered where there is none of that name."""

import re

import pytest

from core.assistant.files.kinds import find_column
from core.errors import InvalidValue


@pytest.mark.parametrize("heading", ["Miete (€)", "Miete [EUR]", "Miete (€ / Monat)", "miete €"])
def test_a_column_named_without_its_unit_is_offered(heading: str) -> None:
    with pytest.raises(InvalidValue, match=re.escape(f'Did you mean "{heading}"?')):
        find_column("Miete", ("size", heading), locale="en")


def test_a_column_like_none_is_offered_none() -> None:
    with pytest.raises(InvalidValue) as refused:
        find_column("colour", ("size", "Miete (€)"), locale="en")
    assert "Did you mean" not in str(refused.value)
