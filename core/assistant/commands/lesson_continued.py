"""A sentence right after a lesson that goes on from it: ``and there were no roadworks``.

It says few values of the lesson's task, and asks nothing: whether the lesson is to say them is
asked. Without words that go on it may be a question too, which is then the other choice.
"""

import re
from typing import Final

from core.assistant.acts import ends_as_question, heard
from core.assistant.commands.amending import newest_lesson, question_of_change
from core.assistant.commands.follow_up_forms import form_of, without_example
from core.assistant.commands.relative_words import has_relative
from core.assistant.commands.stated_texts import predict_way
from core.assistant.commands.told_changes import Told, told_of
from core.assistant.request import AskFirst, Ports, Request
from core.assistant.statements import has_question_words
from core.assistant.task_names import tasks_mentioned
from core.domain.example import Example

_LEAD: Final = re.compile(
    r"\W*(?:(?:and|also|but|oh|plus|only)\b|(?:there|it|they) (?:was|were|had)\b"
    r"|还有|而且|另外|并且|对了|哦|当时|那[天次]|(?:也|还)(?=[是有没不]))[\s,，]*",
    re.IGNORECASE,
)
"""What begins a sentence that tells more of what was told before."""


async def offer_continued(ports: Ports, request: Request) -> None:
    """Return where a sentence says nothing more of the lesson that its sender has just taught.

    Raises:
        AskFirst: it does: whether the lesson is to say so.
    """
    text = request.text
    if "task" in request.options or ends_as_question(text) or has_question_words(text):
        return
    if without_example(text.strip()) != text.strip():
        return  # "let's say 3 rooms" supposes
    async with ports.open_work() as work:
        newest = await newest_lesson(work, request)
        if newest is None:
            return
        example, task = newest
        if task.is_about_texts or task.item:
            return
        named = tasks_mentioned(await work.tasks.all(task.community), text)
        known = (await ports.recollection.of(work, task)).known
    if named or has_relative(text, task, known, is_led=True):
        return
    bare = _without_lead(text)
    is_led = bare != text.strip()
    if not is_led and (_is_act(text) or form_of(text).is_led):
        return
    today = request.sender.day_of(ports.clock())
    told = told_of(bare, example, task, known, today=today)
    if not _is_more(told, len(task.typed_fields) // 2 if is_led else 1):
        return
    if not is_led and not _is_missing(told, example):
        return
    asked = question_of_change(request, example, task, told.changes, said=text)
    beside = () if is_led else (predict_way(request, task),)
    raise AskFirst(asked.title, *asked.lines, ways=(*asked.ways, *beside))


def _is_act(text: str) -> bool:
    """Return whether a sentence wants something done, or is an amount that may be of anything."""
    spoken = heard(text)
    return spoken is not None and (not spoken.act.needs_truth or not spoken.words)


def _without_lead(text: str) -> str:
    """Return a sentence without the words that lead on, each of which says nothing of a field."""
    bare = text.strip()
    while found := _LEAD.match(bare):
        bare = bare[found.end() :]
    return bare


def _is_missing(told: Told, example: Example) -> bool:
    """Return whether all that was told are fields that the lesson does not say yet."""
    is_new = all(example.values.keys().isdisjoint(one.values) for one in told.changes)
    return is_new and all(one.truth is None for one in told.changes)


def _is_more(told: Told, most: int) -> bool:
    """Return whether all that was told was read, and it is no more values than so many."""
    keys = {key for one in told.changes for key in one.values}
    return bool(told.changes) and not told.unread and len(keys) <= max(1, most)
