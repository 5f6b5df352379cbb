"""The card of a lesson in a sentence: what would be learned is shown before it is saved."""

from core.assistant import show
from core.assistant.reply import Effect
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.rights import require_teacher
from core.assistant.settling import unread_words
from core.assistant.show import clip
from core.assistant.which import find_task
from core.assistant.whole_lessons import read_whole_lesson
from core.assistant.wording import say

_SHOWN = 200
"""Characters of a sentence that a card repeats."""


async def lesson_offered(ports: Ports, request: Request) -> AskFirst | None:
    """Return the question whether a lesson is to be learned as it was read.

    None where it is of a task that is not there: making that asks anyway.

    Raises:
        AskFirst: it could be about several tasks, or be read in two ways.
        NotAllowed: the sender may not teach the task.
        InvalidValue: its answer is none that the task may have.
        Unsure: it says no target, or nothing could be read.
    """
    locale = request.sender.locale
    async with ports.open_work() as work:
        task, lesson = await find_task(work, request)
        if task is None:
            return None
        await require_teacher(work, request, task)
        known = (await ports.recollection.of(work, task)).known
    read = read_whole_lesson(ports, lesson, task, known)
    values = show.values_of(read.values, task, locale=locale)
    truth = show.truth(read.truth, task.target, locale=locale)
    as_read = f"{task.name}: {values} → {task.target.name} {truth}"
    title = say("shall i learn", locale=locale, lesson=clip(request.text, _SHOWN))
    way = Way(
        label=say("save it", locale=locale),
        request=request.agree("save"),
        is_yes=True,
        effect=Effect.HARMLESS,
    )
    return AskFirst(title, as_read, *unread_words(read.unread, locale), *read.notes, ways=(way,))
