"""What a sentence tells of a lesson that it names: ``the macbeth one was £8``, 周三那条是雾.

A lesson that is pointed at may be any of its member's, another only right after one was taught.
It is offered as a change of that lesson, or it is asked which is meant; it is never forecast.
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
from core.assistant.commands.stated_texts import predict_way
from core.assistant.commands.told_changes import Told, told_of
from core.assistant.examples_named import names_in, own_examples, words_beside
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
from core.domain.task import TargetKind, Task, Truth

_POINTED: Final = (
    re.compile(r"(?P<what>[^，,。；;：:]{1,24}?)的?那[条笔单套](?P<said>.{1,80})"),
    re.compile(
        r"^\W*(?:(?:no|oh|sorry|and|but|actually)\b\W*)*(?:the|that)\s+(?P<what>[^,;:.]{1,40}?)\s+one"
        r"(?P<said>\s+(?:was|wasn['’]?t|were|weren['’]?t|had|should|is wrong)\b.{1,80})",
        re.IGNORECASE,
    ),
)
_CHANGES: Final = re.compile(
    r"不是|不对|记错|错了|应该|其实|改[成为]|是"
    r"|\b(?:was|wasn['’]?t|were|weren['’]?t|had|should|actually|sorry|wrong)\b",
    re.IGNORECASE,
)
"""What is said of an example that is to be put right."""
_LEADS: Final = re.compile(
    r"^[\s,，]*(?:的)?(?:(?:不对|记错了?|错了)[，,\s]*)?(?:其实|应该)?"
    r"|^\W*(?:actually|sorry)\W+|\W*(?:actually|sorry)\W*$",
    re.IGNORECASE,
)
_OF_BEFORE: Final = re.compile(
    r"\b(?:btw|by the way|actually|in the end|back then|at the time|turn(?:s|ed) out)\b"
    r"|\bthat (?:night|day|evening|morning|afternoon|time|one)\b"
    r"|(?:其实|当时|那时候?|[那当](?:天|次|场|回|晚|会儿)(?:的时候)?)",
    re.IGNORECASE,
)
"""Words that a case which was told before is spoken of with."""
_ONE: Final = re.compile(r"\b(?:the|that)\s+(?P<name>.{1,40}?)\s+one\b", re.IGNORECASE)
_WAS: Final = re.compile(r"\b(?:was|were|had|wasn['’]?t|weren['’]?t)\b", re.IGNORECASE)
_MOST_OFFERED: Final = 5
"""Lessons of which one is chosen by a button, the newest first."""
_IDLE: Final = re.compile(r"\b(?:for|of|at|in|on)(?=\s*(?:$|[,.;]))|^\W+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """Lessons of a task that a sentence may be about, and what it tells of each."""

    task: Task
    lessons: Sequence[tuple[Example, Told]]
    """Where they are several, with one change each."""
    names: Mapping[FieldKey, str]
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
    pointed = next((found for points in _POINTED if (found := points.search(text))), None)
    async with ports.open_work() as work:
        newest = await newest_lesson(work, request)
        tasks = await work.tasks.all(request.sender.community)
        needed = tasks if pointed else [newest[1]] if newest else []
        recalled = [await ports.recollection.of(work, task) for task in needed]
    newest_one = newest[0] if newest else None
    meant = _pointed_at(ports, request, pointed, recalled, newest_one) if pointed else ()
    if not meant and newest is not None:
        example, task = newest
        is_of_other = tasks_mentioned([one for one in tasks if one.id != task.id], text)
        if not (is_of_other or task.is_about_texts or task.target.kind is TargetKind.RATING):
            of_task = next(one for one in recalled if one.task.id == task.id)
            meant = _just_taught(ports, request, of_task, example)
    if meant:
        raise _whether_told(request, meant)


def _pointed_at(
    ports: Ports,
    request: Request,
    pointed: re.Match[str],
    recalled: Sequence[Recalled],
    newest: Example | None,
) -> Sequence[_Meant]:
    """Return the lessons that a sentence points at by their values, where it changes one."""
    if not _CHANGES.search(pointed["said"]):
        return ()
    said, meant = _LEADS.sub("", pointed["said"]).strip(), list[_Meant]()
    for each in recalled:
        names = names_in(pointed["what"], each)
        words = words_beside(pointed["what"], names, each.task)
        found = own_examples(request.sender.member, each, names, words) if names or words else ()
        found = [newest] if newest is not None and newest in found else found
        if lessons := _told_of_each(ports, request, each, found, said):
            meant.append(_Meant(task=each.task, lessons=lessons, names=names, is_pointed=True))
    return meant


def _just_taught(
    ports: Ports, request: Request, recalled: Recalled, newest: Example
) -> Sequence[_Meant]:
    """Return the lessons that a sentence tells something of right after one was taught."""
    text, task = request.text, recalled.task
    said = names_in(text, recalled)
    is_pointed = bool(_OF_BEFORE.search(text) or (said and _ONE.search(text)))
    pointed = [{key: name} for key, name in said.items() if _is_pointed_at(name, text)]
    found = ((n, _lessons_of(n, request, recalled, newest)) for n in (said, *pointed))
    names, lessons = next(((n, each) for n, each in found if each), (said, ()))
    if not lessons or not (is_pointed or (names and _WAS.search(text))):
        return ()
    told = _told_of_each(ports, request, recalled, lessons, _without_names(text, names))
    keys = {key for _, each in told for one in each.changes for key in one.values}
    if not told or not names.keys().isdisjoint(keys):
        return ()
    tells_truth = any(one.truth is not None for _, each in told for one in each.changes)
    is_field = any(_says_field(text, task.field(key)) for key in keys)
    if not names and (tells_truth or not is_field):
        return ()  # "it was 8 in the end" names nothing
    if newest not in lessons and amending_words(_OF_BEFORE.sub(" ", text)):
        is_sure = any(_is_pointed_at(name, text) for name in names.values())
        if tells_truth or not is_sure:
            return ()  # of the last lesson, perhaps: which is meant is asked
    is_new_case = tells_truth and newest not in lessons
    if not is_pointed and (is_new_case or told[0][1].unread):
        return ()
    return [_Meant(task=task, lessons=told, names=names, is_pointed=is_pointed)]


def _told_of_each(
    ports: Ports, request: Request, recalled: Recalled, lessons: Sequence[Example], words: str
) -> Sequence[tuple[Example, Told]]:
    """Return the lessons of which words tell a change, with it: of several, one change each.

    Those are left out of which something is said that they are not: 不是晴，是雾.
    """
    today, task = request.sender.day_of(ports.clock()), recalled.task
    told = [(one, told_of(words, one, task, recalled.known, today=today)) for one in lessons]
    if len(lessons) == 1:
        return [(one, each) for one, each in told if each.changes]
    told = [(one, each) for one, each in told if len(each.changes) == 1]
    return [(one, each) for one, each in told if not each.unread] or told


def _says_field(text: str, field: Field) -> bool:
    """Return whether a text says a field's name; what is so or not is said by words of its own."""
    return field.kind is FieldKind.YES_NO or stands_in(field.name.casefold(), text.casefold())


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
    return own_examples(request.sender.member, recalled, names)


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


def _whether_told(request: Request, meant: Sequence[_Meant]) -> AskFirst:
    """Return the question whether a lesson is to say what is told, which, or a new one."""
    locale = request.sender.locale
    lessons = [(one, each, told) for one in meant for each, told in one.lessons]
    first, example, told = lessons[0]
    ignored = unread_words(told.unread, locale)
    beside = _ways_beside(request, first, told)
    if len(lessons) == 1:
        asked = question_of_change(request, example, first.task, told.changes, said=request.text)
        return AskFirst(asked.title, *asked.lines, *ignored, ways=(*asked.ways, *beside))
    ways = []
    for one, each, of_it in lessons[:_MOST_OFFERED]:
        label = show.clip(shown_to_all(each, one.task, request), 60)
        [change] = of_it.changes
        edit = change.apply(edit_of(request, each, change.written(one.task)))
        ways.append(Way(label=label, request=edit))
    shown = told.changes[0].described(first.task, locale)
    title = say("told of which", locale=locale, change=shown)
    return AskFirst(title, *ignored, ways=(*ways, *beside))


def _ways_beside(request: Request, meant: _Meant, told: Told) -> Sequence[Way]:
    """Return the choices beside a change: a lesson of its own, or a question after all."""
    change: Truth | None = told.changes[0].truth if len(told.changes) == 1 else None
    if meant.names and change is not None and not told.changes[0].values:
        lesson = f"{written(meant.names, meant.task)} -> {show_plain(change)}"
        teaching = Request(
            sender=request.sender,
            name="teach",
            options={"task": meant.task.name, "lesson": lesson},
            text=lesson,
            delivery=request.delivery,
        )
        label = say("lesson of its own", locale=request.sender.locale)
        return [Way(label=label, request=teaching)]
    if meant.is_pointed or told.changes[0].truth:
        return ()
    return [predict_way(request, meant.task)]
