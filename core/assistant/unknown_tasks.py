"""The name of a task that is not there, before what is said of it: ``teach boats size 2 -> 5``."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from core.assistant.reading.speech import IDLE_NOUNS, STOP_WORDS
from core.assistant.request import AskFirst, Request
from core.assistant.task_names import first_word
from core.assistant.which import no_such_task
from core.assistant.word_sets import word_set
from core.domain.task import Task
from core.errors import NotFound
from core.ports.work import Work

_SHORTEST: Final = 3
"""Letters of a word that may be a task's name."""

_DESCRIBING: Final = word_set(
    "new next big small large old other lesson example another first last sunny cheap nice good "
    "bad long short more total average one two three"
)
"""Words before the name of a field that say something of it, or only that a lesson comes."""


def other_task_named(request: Request, task: Task, unread: Iterable[str]) -> str:
    """Return the word that a command's text begins with in place of a task's name; else nothing.

    It was read for nothing, and the name of a field follows at once, without a comma. Words that
    describe (``new``, ``renovated``), and names of places, are written there too.

    Args:
        request: of a command that a task's name may follow.
        task: that it would be about instead.
        unread: the parts of the text that were read for nothing.
    """
    if "task" in request.options:
        return ""
    word, rest = first_word(request.text)
    said = word.casefold()
    if len(word) < _SHORTEST or not word.isalpha() or said in STOP_WORDS | _DESCRIBING:
        return ""
    names = (task.target.name, *(field.name for field in task.fields))
    has_name = any(rest.casefold().startswith(name.casefold()) for name in names)
    is_unread = any(part.split()[:1] == [word] for part in unread)
    return word if has_name and word.islower() and (is_unread or said in IDLE_NOUNS) else ""


async def of_no_task(work: Work, request: Request, other: str) -> NotFound | AskFirst:
    """Return what to say of a command's text that begins with the name of no task that is there."""
    rest = request.text.strip()[len(other) :].strip()
    return await no_such_task(work, replace(request.about(other), text=rest))
