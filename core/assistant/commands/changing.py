"""Lessons that a sentence points at, and what they should say instead: offered to be changed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.assistant.commands.amending import change_offered, newest_lesson, question_of_edit
from core.assistant.commands.amendments import amendment_in
from core.assistant.commands.contrasted import contrasted
from core.assistant.commands.judged import about_answer, offer_correction, recent_answer
from core.assistant.commands.removing import Found, newest_own, numbered, tasks_meant
from core.assistant.grammar import ARROW
from core.assistant.named_changes import NamedChange, named_change_in, without_target_word
from core.assistant.raters import shown_to_all
from core.assistant.request import AskFirst, Ports, Request, Unsure, Way
from core.assistant.show import clip
from core.assistant.task_fit import is_known_name
from core.assistant.wording import say
from core.domain.task import Task
from core.errors import NotFound
from core.ports.work import Work

_SHOWN: Final = 40
"""Characters of what is not so that a reply repeats."""


async def offer_named_change(ports: Ports, request: Request) -> None:
    """Return where a sentence points at no lesson, or says nothing that it should say instead.

    Raises:
        AskFirst: it does: whether that is to be changed, or what was answered last.
        NotFound: there is no such lesson.
        NotAllowed: another member taught it.
        Unsure: what it should say instead is nothing that it can have.
    """
    change = named_change_in(request.text)
    if change is None:
        return
    async with ports.open_work() as work:
        tasks = await tasks_meant(work, request)
        recalled = [await ports.recollection.of(work, task) for task in tasks]
        if not tasks or any(is_known_name(change.name, each.task, each.known) for each in recalled):
            return
        if change.meant.number:
            if not await _may_be_there(work, request, change, tasks):
                return
            found = await numbered(work, request, change.meant.number)
        else:
            [found] = await newest_own(work, request, tasks, change.meant)
        is_newest = await newest_lesson(work, request) is not None
        known = (await ports.recollection.of(work, found.task)).known
    example, task = found.example, found.task
    change = replace(change, words=without_target_word(change.words, task))
    number, locale = example.number, request.sender.locale
    if ARROW.search(change.words):
        raise question_of_edit(request, example, task, change.words)
    question = change_offered(ports, request, example, task, known, change.words)
    for new, old in () if question else contrasted(change.words):
        if asked := change_offered(ports, request, example, task, known, new):
            nothing = say("nothing was", locale=locale, old=clip(old, _SHOWN), what=f"#{number}")
            raise AskFirst(f"{nothing} {asked.title}", *asked.lines, ways=asked.ways)
    if change.may_be_answer and not is_newest:
        question = await _or_answer(ports, request, change, found, question)
    if question is None:
        shown = shown_to_all(example, task, request)
        raise Unsure(f"{shown}\n{say('edits example', locale=locale, number=number)}")
    raise question


async def _may_be_there(
    work: Work, request: Request, change: NamedChange, tasks: Sequence[Task]
) -> bool:
    """Return whether a number is a lesson's; another may stand in a text: ``order #4521``."""
    if not any(task.has_text for task in tasks):
        return True
    try:
        await work.examples.numbered(request.sender.community, int(change.meant.number))
    except NotFound:
        return False
    return True


async def _or_answer(
    ports: Ports, request: Request, change: NamedChange, found: Found, question: AskFirst | None
) -> AskFirst | None:
    """Return the question whether the lesson is meant, or what was answered after it."""
    judged = await recent_answer(ports, request)
    if judged is None:
        return question
    today, locale = request.sender.day_of(ports.clock()), request.sender.locale
    told = amendment_in(change.words, judged.task, judged.known, today=today)
    if told is None or told.truth is None:
        return question
    correction = offer_correction(replace(request, text=change.words), judged, told.truth)
    if question is None:
        return correction
    lesson, answer = f"#{found.example.number}", f"?{judged.prediction.number}"
    [of_answer] = correction.ways
    of_lesson = [
        replace(way, label=say("of that", locale=locale, name=lesson), is_yes=False)
        if len(question.ways) == 1
        else way
        for way in question.ways
    ]
    way = Way(label=say("of that", locale=locale, name=answer), request=of_answer.request)
    return AskFirst(
        say("lesson or answer", locale=locale, lesson=lesson, answer=answer),
        shown_to_all(found.example, found.task, request),
        f"{answer} {about_answer(request, judged)}",
        ways=(*of_lesson, way),
    )
