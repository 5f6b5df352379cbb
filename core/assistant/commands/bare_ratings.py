"""Ratings that a number alone gives: ``4 for Dune``, ``Dune 4``, and those off the scale."""

import re
from typing import Final

from core.assistant.reading import Known, read_truth
from core.domain.task import Task

_FOR: Final = re.compile(r"\W*(?P<number>\d+(?:\.\d+)?)\s+(?:for|to)\s+(?P<name>[^?？]{1,60}?)\W*")
"""A number that is given to an item: ``4 for Dune``."""
_BEHIND: Final = re.compile(r"\W*(?P<name>[^\d,，;；:：?？]{1,60}?)\s+(?P<number>\d+(?:\.\d+)?)\W*")
"""A number alone behind an item: ``Dune 4``, which may be its name as well."""
_OUT_OF: Final = re.compile(
    r"\d+(?:\.\d+)?(?:\s*/\s*(?P<high>\d+))?(?:\s*(?:stars?|points?|分|颗星|星))?"
)
"""A rating, perhaps with the highest one of its scale: ``11/5``."""


def rating_given(text: str, task: Task, known: Known, *, may_follow: bool) -> str | None:
    """Return ``4 for Dune`` or ``Dune 4`` as the lesson ``Dune -> 4``.

    None where the whole is a known name, or a number off the scale may be a part of one.

    Args:
        text: the sentence.
        task: whose items are rated.
        known: what it has seen.
        may_follow: whether a number behind a name is rather a rating than a part of it.
    """
    item, scale = task.item, task.target.scale
    if item is None or scale is None or not task.rater:
        return None
    names = {name.casefold() for name in known.categories.get(item.key, ())}
    if text.strip(" .!").casefold() in names:
        return None
    first, last = _FOR.fullmatch(text), _BEHIND.fullmatch(text)
    found = first or (
        last if may_follow and last and float(last["number"]) in scale.ratings else None
    )
    return f"{found['name'].strip()} -> {found['number']}" if found else None


def check_on_scale(lesson: str, task: Task) -> None:
    """Return where the rating of a lesson is on its task's scale, or on another one's.

    Raises:
        InvalidValue: it is said of this scale, and is none of it.
    """
    said, scale = lesson.rpartition("->")[2].strip(), task.target.scale
    found = _OUT_OF.fullmatch(said)
    if found and scale and found["high"] in {None, f"{scale.high:g}"}:
        read_truth(said, task.target, Known())
