"""Words about a lesson that waits for a yes: ``the bed is 2 m²``, 关系是同学, ``sorry, 40``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.assistant import show
from core.assistant.commands.amending import amending_words
from core.assistant.commands.amendments import Amendment, amendment_in, parts_of
from core.assistant.commands.judged import is_number_alone
from core.assistant.commands.lesson_cards import as_read, save_way
from core.assistant.commands.told_changes import Told, told_of, without_leads
from core.assistant.conditions import condition_in
from core.assistant.reading import Known
from core.assistant.request import TARGET, AskFirst, Ports, Request, Unsure, Way
from core.assistant.settling import unread_words
from core.assistant.statements import has_question_words
from core.assistant.task_fit import stands_in
from core.assistant.waiting_questions import WaitingQuestion, saves
from core.assistant.which import find_task, with_leading_task
from core.assistant.whole_lessons import WholeLesson, read_whole_lesson
from core.assistant.wording import say
from core.domain.example import Lesson
from core.domain.task import Task
from core.errors import InvalidValue, NotFound

_STATES: Final = re.compile(r"\b(?:is|was|are|were|has|had)\b|['’]s\b|[是为有]", re.IGNORECASE)
"""A word of a sentence that says what is so, and asks nothing."""
_SAYS: Final = re.compile(rf"{_STATES.pattern}|(?:^|[，,])\W*[没沒不]", re.IGNORECASE)
"""The same, or a denial that begins a clause: 没买单，职业公务员."""

_TELLS: Final = re.compile(
    r"^\W*(?:(?:it|that|this)(?:['’]s|\s+(?:is|was|took|cost|came to|went for|sold for))"
    r")\b|^\W*[那这它]?(?:其实|应该)?是(?=\W*\d)",
    re.IGNORECASE,
)
"""What tells how the lesson turned out: ``it was 36``."""
_CHANGES: Final = re.compile(
    r"\W*(?:make (?:it|that)|(?:change|set|put|correct) (?:it|that|this) to)\b"
    r"|\W*(?:把它)?[改换]成",
    re.IGNORECASE,
)
"""What changes the lesson that waits: ``make it 36``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """A lesson that waits, and what its task has seen."""

    request: Request
    """What saves it once it is agreed to."""
    task: Task
    known: Known
    read: WholeLesson | None
    """None where something of it is still to be asked."""

    @property
    def lesson(self) -> Lesson:
        """Return it as it was read so far."""
        values = self.read.values if self.read else {}
        truth = self.read.truth if self.read else self.request.settled.get(TARGET)
        return Lesson(
            task_id=self.task.id,
            author=self.request.sender.member,
            values=values,
            target=truth if isinstance(truth, float | str) else "",
        )


async def amended_waiting(
    ports: Ports, request: Request, waiting: WaitingQuestion
) -> tuple[Request, AskFirst] | None:
    """Return a lesson that waits with a change, and the question whether it is to be learned so.

    None where the sentence neither completes it nor puts it right, or it is a lesson of no task
    that is there.
    """
    lesson = _lesson_of(waiting)
    if lesson is None:
        return None
    before = await _read(ports, lesson)
    if before is None or await is_led_elsewhere(ports, request):
        return None
    told = _told_of(ports, request, before)
    if told is None:
        return None
    changes = [one.after(lesson) for one in told.changes]
    return changes[0].apply(lesson), _whether_so(ports, request, before, changes, told.unread)


def _lesson_of(waiting: WaitingQuestion) -> Request | None:
    """Return the request that saves the lesson which a question is about; None for another."""
    before = waiting.request
    teaching = [way.request for way in waiting.question.ways if _teaches(way.request)]
    if not teaching or before.name == "correct":
        return None
    lesson = before if _teaches(before) else teaching[0]
    settled = {k: v for k, v in lesson.settled.items() if _is_settled(k, waiting, teaching)}
    return replace(lesson, settled=settled, agreed=before.agreed)


def _is_settled(key: str, waiting: WaitingQuestion, teaching: Sequence[Request]) -> bool:
    """Return whether a value is none of those that the question lets choose from."""
    is_one = len({str(each.settled.get(key)) for each in teaching}) == 1
    return key in waiting.request.settled or is_one


def _teaches(request: Request) -> bool:
    return request.name.startswith("teach") or saves(request)


async def _read(ports: Ports, lesson: Request) -> _Waiting | None:
    """Return a lesson that waits as it is read; None where its task is not clear, or not there."""
    async with ports.open_work() as work:
        try:
            task, lesson = await find_task(work, lesson)
        except (AskFirst, NotFound):
            return None
        if task is None:
            return None
        known = (await ports.recollection.of(work, task)).known
    text = lesson.option("lesson") or lesson.text
    try:
        read = read_whole_lesson(ports, replace(lesson, text=text), task, known)
    except (AskFirst, Unsure, InvalidValue):
        read = None
    return _Waiting(request=lesson, task=task, known=known, read=read)


async def is_led_elsewhere(ports: Ports, request: Request) -> bool:
    """Return whether a sentence begins with the name of a task, and so is one of its own."""
    async with ports.open_work() as work:
        try:
            return "task" in (await with_leading_task(work, request)).options
        except NotFound:
            return True


def _told_of(ports: Ports, request: Request, before: _Waiting) -> Told | None:
    """Return what a sentence tells of a lesson; None for one that may be about something else.

    A reply to its card is about it. What is typed next is where it puts right what was typed, or
    says of a field what it is.
    """
    text, task, known = request.text, before.task, before.known
    today = request.sender.day_of(ports.clock())
    condition = condition_in(text)
    if condition is not None and has_question_words(condition.words):
        return None
    text = condition.words if condition else text
    if words := amending_words(text):
        amendment = amendment_in(words, task, known, today=today)
        if amendment is not None:
            return Told(changes=[amendment], unread=())
    is_reply = bool(request.option("offer")) or _CHANGES.match(text) is not None
    is_reply = is_reply or (condition is not None and condition.is_sure)
    is_named = any(stands_in(f.name.casefold(), text.casefold()) for f in task.typed_fields)
    is_post = task.is_about_texts and not is_named
    if not is_reply and (is_post or has_question_words(text)):
        return None
    lesson = before.lesson
    if is_number_alone(text) and parts_of(lesson.values, lesson.target, text, task, known, today):
        return None  # it says that already
    told = told_of(words or text, lesson, task, known, today=today)
    is_put_right = bool(words) and not told.unread
    if not told.changes or not (
        is_reply or is_put_right or _is_of_lesson(request.text, text, told, before)
    ):
        return None
    return told


def _is_of_lesson(typed: str, text: str, told: Told, before: _Waiting) -> bool:
    """Return whether what is typed next surely tells of a lesson, all that it says.

    Args:
        typed: the sentence.
        text: the same without an ``ok`` before it.
        told: what it tells.
        before: the lesson that waits.
    """
    if len(told.changes) != 1:
        return False
    read = before.read
    is_missing = read is not None and read.values.keys().isdisjoint(told.changes[0].values)
    if told.unread:  # what was not read is shown with the question
        named = any(stands_in(f.name.casefold(), text.casefold()) for f in before.task.typed_fields)
        is_of_fields = is_missing and told.changes[0].truth is None
        return is_of_fields and named and _SAYS.search(text) is not None
    if told.changes[0].truth is not None:
        return before.lesson.target != "" and (typed != text or _TELLS.search(text) is not None)
    return _STATES.search(text) is not None or without_leads(text) != text.strip() or is_missing


def _whether_so(
    ports: Ports,
    request: Request,
    before: _Waiting,
    changes: Sequence[Amendment],
    unread: Sequence[str],
) -> AskFirst:
    """Return the question whether a lesson is to be learned with a change, or with which."""
    task, locale = before.task, request.sender.locale
    ways = [one.apply(before.request) for one in changes]
    shown = [one.described(task, locale) for one in changes]
    if len(changes) > 1:
        title = say("learn which", locale=locale, text=show.clip(request.text.strip(), 60))
        each = zip(shown, ways, strict=True)
        choices = [Way(label=show.clip(one, 40), request=way.agree("save")) for one, way in each]
        return AskFirst(title, *unread_words(unread, locale), ways=tuple(choices))
    text = before.request.option("lesson") or before.request.text
    lines: tuple[str, ...] = (show.clip(text, show.SENTENCE),)
    try:
        read = read_whole_lesson(ports, replace(ways[0], text=text), task, before.known)
    except (AskFirst, Unsure, InvalidValue):
        read = None  # which is asked about once this is agreed to
    if read is not None:
        lines = as_read(request, task, read.values, read.truth, (*read.unread, *unread))
    title = say("learn amended", locale=locale, change=shown[0])
    return AskFirst(title, *lines, ways=(save_way(request, ways[0]),))
