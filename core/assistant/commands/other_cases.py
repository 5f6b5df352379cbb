"""A truth beside the name of another case than the answer, or the lesson, that came last."""

from collections.abc import Mapping

from core.assistant import show
from core.assistant.buttons import written
from core.assistant.request import AskFirst, Request, Way
from core.assistant.wording import say
from core.domain.fields import show_plain
from core.domain.identity import FieldKey
from core.domain.task import Task, Truth

_SHOWN = 40
"""Characters of the names that a button repeats."""


def whether_another(
    request: Request,
    task: Task,
    truth: Truth,
    others: Mapping[FieldKey, str],
    change: Request,
    *,
    about: str,
) -> AskFirst:
    """Return the question what a truth is of: of the last thing, or of what is named with it.

    Args:
        request: what says so.
        task: of both.
        truth: what is told.
        others: the items and categories that are named.
        change: what puts the last thing right.
        about: the last thing, its number first: ``?1 flats: area 80 m²``.
    """
    locale, number = request.sender.locale, about.split(maxsplit=1)[0]
    names = show.clip(", ".join(others.values()), _SHOWN)
    lesson = f"{written(others, task)} -> {show_plain(truth)}"
    teaching = Request(
        sender=request.sender,
        name="teach",
        options={"task": task.name, "lesson": lesson},
        text=lesson,
        delivery=request.delivery,
    )
    of_last = Way(label=say("of that", locale=locale, name=number), request=change)
    of_other = Way(label=say("of that", locale=locale, name=names), request=teaching)
    is_case = task.item is None or task.item.key in others
    ways = (of_other, of_last) if is_case else (of_last,)
    shown = show.truth(truth, task.target, locale=locale)
    title = say("which is so", locale=locale, truth=shown, names=names, number=number)
    return AskFirst(title, about, ways=ways)
