"""What a table's columns are called: by their headings, or by their place."""

from collections.abc import Sequence

from core.assistant.files.sheet import OWN_COLUMNS, unquoted
from core.assistant.wording import say
from core.domain.fields import MAX_FIELDS
from core.errors import InvalidValue


def column_names(
    heading: Sequence[str],
    rows: Sequence[Sequence[str]],
    notes: list[str],
    *,
    locale: str,
) -> tuple[str, ...]:
    """Return a name for each column, empty for what holds nothing; what was made up is said.

    Raises:
        InvalidValue: there are too many.
    """
    names: list[str] = []
    made_up: list[str] = []
    for at, cell in enumerate(heading):
        name = " ".join(unquoted(cell.strip()).split())
        if not name and any(row[at].strip() for row in rows if len(row) > at):
            name = say("column number", locale=locale, number=at + 1)
            made_up.append(name)
        if name and name.casefold() in {other.casefold() for other in names}:
            name = _numbered(name, names)
            made_up.append(name)
        names.append(name)
    if made_up and any(cell.strip() for cell in heading):
        named = ", ".join(made_up[:8])
        notes.append(say("columns named", locale=locale, columns=named))
    count = sum(bool(name) for name in names)
    limit = MAX_FIELDS + 1 + len(OWN_COLUMNS)
    if count > limit:
        raise InvalidValue(say("too many columns", locale=locale, limit=limit, count=count))
    return tuple(names)


def _numbered(name: str, names: Sequence[str]) -> str:
    taken = {other.casefold() for other in names}
    number = 2
    while f"{name} {number}".casefold() in taken:
        number += 1
    return f"{name} {number}"
