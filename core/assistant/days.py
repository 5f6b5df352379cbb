"""Relative days: where nobody's own clock is known, it is said which day today is."""

from collections.abc import Callable
from datetime import UTC, date, timedelta

from core.assistant import show
from core.assistant.reading import Reading
from core.assistant.request import Request
from core.assistant.wording import say
from core.domain.fields import Values


def day_notes(
    request: Request, today: date, values: Values, read: Callable[..., Reading]
) -> tuple[str, ...]:
    """Return a note of the day that counts as today, where the text names a day by it.

    Args:
        request: whose sender goes by a clock, their own or UTC.
        today: the day that the values were read on.
        values: what was read.
        read: reads the same text with another day as ``today``.
    """
    days = {key: value for key, value in values.items() if isinstance(value, date)}
    if request.sender.zone is not UTC or not days:
        return ()
    tomorrow = read(today=today + timedelta(days=1)).values
    if all(tomorrow.get(key) == value for key, value in days.items()):
        return ()
    locale = request.sender.locale
    return (say("day counted", locale=locale, day=show.value_of(today, None, locale=locale)),)
