"""What a sentence tells of a lesson that it names by its item: ``the macbeth one was £8 actually``.

It is offered as a change of that lesson, right after its member taught one, and never forecast.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.assistant import show
from core.assistant.acts import ends_as_question
from core.assistant.buttons import written
from core.assistant.commands.amending import (
    amending_words,
    edit_of,
    newest_lesson,
    question_of_change,
)
from core.assistant.commands.amendments import Amendment
from core.assistant.commands.stated_texts import predict_way
from core.assistant.commands.told_changes import told_of
from core.assistant.raters import shown_to_all
from core.assistant.recollection import Recalled
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.settling import unread_words
from core.assistant.statements import has_question_words
from core.assistant.task_fit import stands_in
from core.assistant.task_names import tasks_mentioned
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import Field, FieldKind, show_plain
from core.domain.identity import FieldKey
from core.domain.task import TargetKind, Task

_OF_BEFORE: Final = re.compile(
    r"\b(?:btw|by the way|actually|in the end|back then|at the time|turn(?:s|ed) out)\b"
    r"|\bthat (?:night|day|evening|morning|afternoon|time|one)\b"
    r"|(?:其实|当时|那时候?|[那当](?:天|次|场|回|晚|会儿)(?:的时候)?)",
    re.IGNORECASE,
)
"""Words that a case which was told before is spoken of with."""
_POINTS: Final = re.compile(r"\b(?:the|that)\s+(?P<name>.{1,40}?)\s+one\b", re.IGNORECASE)
_WAS: Final = re.compile(r"\b(?:was|were|had|wasn['’]?t|weren['’]?t)\b", re.IGNORECASE)
_NAMED: Final = frozenset({FieldKind.ITEM, FieldKind.CATEGORY})
_MOST_OFFERED: Final = 5
"""Lessons of which one is chosen by a button, the newest first."""
_IDLE: Final = re.compile(r"\b(?:for|of|at|in|on)(?=\s*(?:$|[,.;]))|^\W+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """Lessons that a sentence may be about, and what it tells of each."""

    lessons: Sequence[Example]
    names: Mapping[FieldKey, str]
    changes: Sequence[Amendment]
    """One, or several of which the member is to choose."""
    unread: Sequence[str]
    is_pointed: bool
    """Whether its words are of what was told before, and of nothing else."""


async def offer_named_lesson(ports: Ports, request: Request) -> None:
    """Return where a sentence tells nothing of a lesson that it names, or of the last one.

    Raises:
        AskFirst: it does: whether that lesson is to say so, or which of several.
    """
    text = request.text
    if "task" in request.options or ends_as_question(text) or has_question_words(text):
        return
    async with ports.open_work() as work:
        newest = await newest_lesson(work, request)
        if newest is None:
            return
        example, task = newest
        if task.is_about_texts or task.target.kind is TargetKind.RATING:
            return
        others = [one for one in await work.tasks.all(task.community) if one.id != task.id]
        recalled = await ports.recollection.of(work, task)
    if tasks_mentioned(others, text):
        return
    meant = _meant(ports, request, task, recalled, example)
    if meant is not None:
        raise _whether_told(request, task, meant)


def _meant(
    ports: Ports, request: Request, task: Task, recalled: Recalled, newest: Example
) -> _Meant | None:
    """Return the lessons that a sentence tells something of; None where it tells of none."""
    text = request.text
    said = _names_in(text, task, recalled)
    is_pointed = bool(_OF_BEFORE.search(text) or (said and _POINTS.search(text)))
    pointed = [{key: name} for key, name in said.items() if _is_pointed_at(name, text)]
    found = ((n, _lessons_of(n, request, recalled, newest)) for n in (said, *pointed))
    names, lessons = next(((n, each) for n, each in found if each), (said, ()))
    if not lessons or not (is_pointed or (names and _WAS.search(text))):
        return None
    today = request.sender.day_of(ports.clock())
    words = _without_names(text, names)
    told = told_of(words, lessons[0], task, recalled.known, today=today)
    keys = {key for one in told.changes for key in one.values}
    is_one = len(told.changes) == 1
    if not told.changes or not (is_one or len(lessons) == 1) or not names.keys().isdisjoint(keys):
        return None
    tells_truth = any(one.truth is not None for one in told.changes)
    is_field = any(_says_field(text, task.field(key)) for key in keys)
    if not names and (tells_truth or not is_field):
        return None  # "it was 8 in the end" names nothing
    if newest not in lessons and amending_words(_OF_BEFORE.sub(" ", text)):
        is_sure = any(_is_pointed_at(name, text) for name in names.values())
        if tells_truth or not is_sure:
            return None  # of the last lesson, perhaps: which is meant is asked
    is_new_case = tells_truth and newest not in lessons
    if not is_pointed and (is_new_case or told.unread):
        return None
    return _Meant(
        lessons=lessons,
        names=names,
        changes=told.changes,
        unread=told.unread,
        is_pointed=is_pointed,
    )


def _says_field(text: str, field: Field) -> bool:
    """Return whether a text says a field's name; what is so or not is said by words of its own."""
    return field.kind is FieldKind.YES_NO or stands_in(field.name.casefold(), text.casefold())


def _names_in(text: str, task: Task, recalled: Recalled) -> Mapping[FieldKey, str]:
    """Return the items and categories that were taught, which a text names."""
    folded, found = text.casefold(), dict[FieldKey, str]()
    for field in task.fields:
        seen = recalled.known.categories.get(field.key, ()) if field.kind in _NAMED else ()
        said = [name for name in seen if len(name) > 1 and stands_in(name.casefold(), folded)]
        if said:
            found[field.key] = max(said, key=len)
    return found


def _is_pointed_at(name: str, text: str) -> bool:
    """Return whether words behind a name point at a lesson: ``the macbeth one``, 同事那次."""
    behind = r"\s+one\b" if name.isascii() else r"的?[那这][天次场回晚个条]"
    return re.search(re.escape(name) + behind, text, re.IGNORECASE) is not None


def _lessons_of(
    names: Mapping[FieldKey, str], request: Request, recalled: Recalled, newest: Example
) -> Sequence[Example]:
    """Return the sender's lessons with these names: the last one if it has them, else others."""
    if names.items() <= newest.values.items():
        return [newest]
    own = [
        one
        for one in recalled.newest.values()
        if one.author == request.sender.member and one.stands
        if names.items() <= one.values.items()
    ]
    return sorted(own, key=lambda one: -one.number)[:_MOST_OFFERED]


def _without_names(text: str, names: Mapping[FieldKey, str]) -> str:
    """Return a text without what points at a lesson, which says nothing of it."""
    bare = text
    for name in names.values():
        said = re.escape(name)
        bare = re.sub(
            rf"(?i)(?:\b(?:for|of|at|in)\s+)?(?:\b(?:the|that)\s+)?{said}(?:['’]s)?(?:\s+one\b)?"
            if name.isascii()
            else said,
            " ",
            bare,
            count=1,
        )
    return _IDLE.sub("", " ".join(_OF_BEFORE.sub(" ", bare).split()))


def _whether_told(request: Request, task: Task, meant: _Meant) -> AskFirst:
    """Return the question whether a lesson is to say what is told, which, or a new one."""
    locale, lessons, changes = request.sender.locale, meant.lessons, meant.changes
    change = changes[0]
    beside: list[Way] = []
    if len(changes) == 1 and change.truth is not None and not change.values:
        lesson = f"{written(meant.names, task)} -> {show_plain(change.truth)}"
        teaching = Request(
            sender=request.sender,
            name="teach",
            options={"task": task.name, "lesson": lesson},
            text=lesson,
            delivery=request.delivery,
        )
        beside = [Way(label=say("lesson of its own", locale=locale), request=teaching)]
    elif not (meant.is_pointed or change.truth):
        beside = [predict_way(request, task)]
    ignored = unread_words(meant.unread, locale)
    if len(lessons) == 1:
        asked = question_of_change(request, lessons[0], task, changes, said=request.text)
        return AskFirst(asked.title, *asked.lines, *ignored, ways=(*asked.ways, *beside))
    ways = [
        Way(
            label=show.clip(shown_to_all(one, task, request), 60),
            request=change.apply(edit_of(request, one, change.written(task))),
        )
        for one in lessons
    ]
    title = say("told of which", locale=locale, change=change.described(task, locale))
    return AskFirst(title, *ignored, ways=(*ways, *beside))
