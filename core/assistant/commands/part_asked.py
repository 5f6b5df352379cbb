"""A sentence right after an answer that gives few of a case's values: it changes those alone.

``no roadworks`` after a whole question is asked with all else as it was, and says so. A question of
its own gives more, names its task, or is of another item.
"""

from dataclasses import replace

from core.assistant.acts import heard
from core.assistant.commands.amending import newest_lesson
from core.assistant.commands.follow_up_forms import says_amount_alone, without_example
from core.assistant.commands.following import is_in_unit
from core.assistant.commands.judged import Judged, recent_answer
from core.assistant.commands.question_changes import Changes, ask_changed, changes_in
from core.assistant.commands.stated import check_is_asked
from core.assistant.commands.task_meant import task_meant
from core.assistant.other_questions import check_is_prediction
from core.assistant.reply import Reply
from core.assistant.request import Ports, Request
from core.assistant.statements import has_question_words
from core.assistant.task_names import tasks_mentioned


async def answer_part(ports: Ports, request: Request) -> Reply | None:
    """Return the answer to the last question with the few values that a sentence says changed.

    Raises:
        AskFirst: the sentence may state something rather than ask.
        Unsure: it asks for something else than a prediction.
    """
    text = without_example(request.text)
    is_amount = says_amount_alone(text)
    if "task" in request.options or (heard(text) is not None and not is_amount):
        return None
    judged = await _answered_last(ports, request)
    if judged is None:
        return None
    task, request = await task_meant(ports, replace(request, text=text), judged, counts=False)
    if task is None or task.id != judged.task.id:
        return None
    asks = has_question_words(text)
    changes = changes_in(ports, request, judged, may_ignore=asks)
    if changes is None or not _is_part(changes, judged, asks=asks):
        return None
    if is_amount and not is_in_unit(text, task, judged.known, changes):
        return None
    today = request.sender.day_of(ports.clock())
    reading = request.readings.of(text, task, judged.known, today=today)
    check_is_prediction(text, task, judged.known, reading, request.sender.locale)
    await check_is_asked(ports, request, task, judged.known, reading)
    return await ask_changed(ports, request, judged, changes)


async def _answered_last(ports: Ports, request: Request) -> Judged | None:
    """Return the answer that nothing came after; None where a task is named, or is of no fields."""
    judged = await recent_answer(ports, request)
    if judged is None or judged.task.rater or judged.task.is_about_texts:
        return None
    async with ports.open_work() as work:
        if await newest_lesson(work, request) is not None:
            return None
        tasks = await work.tasks.all(judged.task.community)
    return None if tasks_mentioned(tasks, request.text) else judged


def _is_part(changes: Changes, judged: Judged, *, asks: bool) -> bool:
    """Return whether values are few of a case; with the words of a question, one is."""
    task, before = judged.task, judged.prediction.question.values
    most = 1 if asks else len(task.typed_fields) // 2
    is_same = task.item is None or task.item.key not in changes.values
    return is_same and len(changes.values) <= most and not before.keys() <= changes.values.keys()
