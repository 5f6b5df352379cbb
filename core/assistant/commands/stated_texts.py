"""A sentence to a task about texts that tells a label, or speaks of the answer given last."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NoReturn

from core.assistant.commands.judged import (
    Judged,
    correction_hint,
    judged_answer,
    offer_correction,
)
from core.assistant.commands.lesson_cards import save_way, whether_to_learn
from core.assistant.label_sentences import asks_for_labelled, holds_label, labels_told_apart
from core.assistant.place_tasks import task_of_place
from core.assistant.reading import Known
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.show import SENTENCE, clip
from core.assistant.statements import is_of_last_answer
from core.assistant.text_frames import label_denied, label_told
from core.assistant.wording import say
from core.domain.task import Task

IS_ANOTHER: Final = "asks otherwise"
"""The key of the sentence that says that something else may be asked."""
_MOST_LESSONS: Final = 4
_SHOWN: Final = 60
"""Characters of a lesson on a button."""
IS_TOLD: Final = "is it asked"
"""The key of the sentence that says that something is told rather than asked."""

_MOST_OTHERS: Final = 6
"""Labels that are offered of a text that is said not to have another."""


async def is_chosen(ports: Ports, request: Request, task: Task) -> bool:
    """Return whether a sentence names its task, or is in the task's own channel."""
    if "task" in request.options:
        return True
    async with ports.open_work() as work:
        return await task_of_place(work, request.sender) == task.id


async def check_is_text(ports: Ports, request: Request, task: Task, known: Known) -> None:
    """Return where a sentence is a text to classify.

    Raises:
        AskFirst: it seems to tell the label of a text, or to speak of the answer given last.
    """
    labels = task.target.labels or known.labels
    if denied := label_denied(request.text, labels):
        raise _whether_others(request, task, *denied, labels)
    text, noun = request.text, task.name
    if asks_for_labelled(text, labels, noun=noun):
        command = say("a command", locale=request.sender.locale, name="examples list")
        line = say("what was taught", locale=request.sender.locale, command=command)
        raise whether_to_predict(request, task, (line,), IS_ANOTHER)
    if told := label_told(text, labels, noun=noun):
        await _ask_about_label(ports, request, task, *told)
    if len(lessons := labels_told_apart(text, labels, noun=noun)) > 1:
        raise _which_lesson(request, task, lessons)
    if holds_label(text, labels):
        hint = await correction_hints(ports, request, task)
        raise whether_to_predict(request, task, hint, IS_TOLD)
    if not is_of_last_answer(request.text, labels):
        return
    hint = await correction_hints(ports, request, task)
    if hint:
        raise whether_to_predict(request, task, hint, IS_TOLD)


async def _ask_about_label(
    ports: Ports, request: Request, task: Task, label: str, text: str
) -> NoReturn:
    """Ask what a label that is told is of.

    Raises:
        AskFirst: always. It may be of the text before it, or of the answer given last.
    """
    if text:
        raise whether_text_lesson(request, task, text, label)
    async with ports.open_work() as work:
        judged = await judged_answer(ports, work, request)
    if judged and judged.task.id == task.id:
        raise whether_label(request, judged, label)
    raise whether_to_predict(request, task, (), IS_TOLD)


def _whether_others(
    request: Request, task: Task, label: str, text: str, labels: Sequence[str]
) -> AskFirst:
    """Return the question which other label a text has that is said not to have one."""
    asked = whether_to_predict(request, task, (), IS_TOLD)
    teaching = replace(request.about(task.name), name="teach")
    others = [each for each in labels if each != label][:_MOST_OTHERS] if text else []
    ways = tuple(
        Way(label=each, request=replace(teaching, text=f"{text} -> {each}").agree("save"))
        for each in others
    )
    return AskFirst(asked.title, *asked.lines, ways=(*ways, *asked.ways))


def _which_lesson(request: Request, task: Task, lessons: Sequence[tuple[str, str]]) -> AskFirst:
    """Return the question which of several lessons in one sentence is to be learned."""
    teaching = replace(request.about(task.name), name="teach")
    ways = [
        Way(label=clip(lesson, _SHOWN), request=replace(teaching, text=lesson).agree("save"))
        for lesson in (f"{text} -> {label}" for label, text in lessons[:_MOST_LESSONS])
    ]
    title = say("several lessons", locale=request.sender.locale, task=task.name)
    return AskFirst(title, ways=(*ways, predict_way(request, task)))


def whether_text_lesson(request: Request, task: Task, text: str, label: str) -> AskFirst:
    """Return the question whether a text and its label are a lesson, or the sentence a text."""
    lesson = f"{text} -> {label}"
    teaching = replace(request.about(task.name), name="teach", text=lesson)
    ways = (save_way(request, teaching), predict_way(request, task))
    return whether_to_learn(request, f"{task.name}: {lesson}", ways=ways)


def whether_label(request: Request, judged: Judged, label: str) -> AskFirst:
    """Return the question whether the answer to a text has a label, or the sentence is a text."""
    offer = offer_correction(request, judged, label)
    ways = (*offer.ways, predict_way(request, judged.task))
    return AskFirst(offer.title, *offer.lines, ways=ways)


def whether_to_predict(request: Request, task: Task, lines: Sequence[str], key: str) -> AskFirst:
    """Return the question whether a sentence is to be predicted; the key says what is doubtful."""
    text, target = clip(request.text.strip(), SENTENCE), task.target.name
    title = say(key, locale=request.sender.locale, text=text, target=target)
    return AskFirst(title, *lines, ways=(predict_way(request, task),))


def predict_way(request: Request, task: Task) -> Way:
    """Return the choice to take a sentence for a question all the same."""
    asked = replace(request.about(task.name), name="ask")
    return Way(label=say("predict it", locale=request.sender.locale), request=asked)


async def correction_hints(ports: Ports, request: Request, task: Task) -> Sequence[str]:
    """Return the line that says how the sender's last answer of the task is put right, if any."""
    async with ports.open_work() as work:
        judged = await judged_answer(ports, work, request)
    return [correction_hint(request, judged)] if judged and judged.task.id == task.id else []
