"""How long things may be."""

from collections.abc import Sequence
from typing import TypeAlias

from tests.local_discord.errors import InvalidForm

Path: TypeAlias = tuple[str | int, ...]


def check_length(value: object, *, least: int = 0, most: int, path: Path) -> None:
    """Check a text that must be there.

    Raises:
        InvalidForm: it is none, too short or too long.
    """
    if not isinstance(value, str):
        raise InvalidForm(path, "BASE_TYPE_REQUIRED", "This field is required")
    check_count(value, least=least, most=most, path=path)


def check_optional(value: object, *, least: int = 0, most: int, path: Path) -> None:
    """Check a text that may be absent."""
    if value is not None:
        check_length(value, least=least, most=most, path=path)


def check_count(value: Sequence[object], *, least: int = 0, most: int, path: Path) -> None:
    """Check how many there are: of characters in a text, of items in a list."""
    if least <= len(value) <= most:
        return
    if least:
        message = f"Must be between {least} and {most} in length."
        raise InvalidForm(path, "BASE_TYPE_BAD_LENGTH", message)
    raise InvalidForm(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")


def required(path: Path) -> InvalidForm:
    """Return the error for what is missing."""
    return InvalidForm(path, "BASE_TYPE_REQUIRED", "This field is required")


def not_among(path: Path, field: str, values: Sequence[object]) -> InvalidForm:
    """Return the error for a value that is none of those possible."""
    listed = ", ".join(str(value) for value in values)
    message = f'Value of field "{field}" must be one of ({listed},).'
    return InvalidForm((*path, field), "UNION_TYPE_CHOICES", message)
