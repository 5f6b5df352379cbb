"""Importing and exporting a task's examples as files."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from core.assistant import show
from core.assistant.consent import note, require_consent
from core.assistant.describe import described
from core.assistant.importing import Drawn, draw_lessons, suggest_task, unread_columns
from core.assistant.incoming import Attachment
from core.assistant.lessons import replaced
from core.assistant.raters import (
    FEWEST_VOTES,
    nameless,
    newest_of_item,
    rated_by,
    what_is_rated,
)
from core.assistant.reply import Reply, Tone
from core.assistant.request import AskFirst, Ports, Request, Unsure, Way
from core.assistant.rights import require_maker, require_teacher
from core.assistant.sheets import BadRow, Sheet, read_sheet, write_csv, write_jsonl
from core.assistant.steps import record_step
from core.assistant.which import find_task, require_task
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus, Foretold, Lesson
from core.domain.step import StepKind
from core.domain.task import Task, check_task_name
from core.errors import NotFound
from core.ports.work import Work

MAX_REASONS = 8


async def import_file(ports: Ports, request: Request) -> Reply:
    """Teach all rows of a file; a bad row is reported with its line and reason."""
    locale = request.sender.locale
    if request.attachment is None:
        raise Unsure(say("how to import", locale=locale))
    sheet = await asyncio.to_thread(read_sheet, request.attachment)
    request = _about_first_word(request, request.attachment.name)
    async with ports.open_work() as work:
        task, request = await find_task(work, request)
        if task is None:
            task = await _create_for(ports, work, request, sheet)
        else:
            await require_teacher(work, request, task)
            await require_consent(ports, work, request)
        recalled = await ports.recollection.of(work, task)
    target = request.option("target")
    today = request.sender.day_of(ports.clock())
    drawn, bad = await asyncio.to_thread(
        draw_lessons,
        sheet,
        task,
        target=target,
        today=today,
        history=recalled.known.targets,
    )
    if bad and request.option("bad").casefold() == "stop":
        title = say("import stopped", locale=locale, bad=len(bad))
        return Reply(title=title, lines=reasons(bad, locale), tone=Tone.ERROR)
    await _save(ports, request, task, drawn)
    held = sum(lesson.is_odd for lesson in drawn)
    lines: tuple[str, ...] = ()
    if bad:
        lines = (say("not imported", locale=locale, bad=len(bad)), *reasons(bad, locale))
    if held:
        lines = (say("import held", locale=locale, count=held, task=task.name), *lines)
    return Reply(
        title=say("imported", locale=locale, count=len(drawn), task=task.name),
        lines=lines,
        notes=(*described(task.fields, task.target, locale), *_unread(sheet, task, target, locale)),
        tone=Tone.DONE if drawn else Tone.ERROR,
    )


def _unread(sheet: Sheet, task: Task, target: str, locale: str) -> tuple[str, ...]:
    unread = [show.clip(column, 40) for column in unread_columns(sheet, task, target=target)]
    columns = ", ".join(unread[:MAX_REASONS])
    return (say("unread columns", locale=locale, columns=columns),) if unread else ()


def _about_first_word(request: Request, file: str) -> Request:
    """Return the request about the task that its first word names, unless that is the file's."""
    words = request.text.split()
    if not words or request.option("task") or words[0].strip("\"'").endswith(file):
        return request
    return request.about(words[0].rstrip(":"))


async def _create_for(ports: Ports, work: Work, request: Request, sheet: Sheet) -> Task:
    """Return the task that the file suggests, once the member has agreed to it."""
    locale = request.sender.locale
    if not request.option("task"):
        raise NotFound(say("import where", locale=locale))
    await require_maker(work, request)
    name = check_task_name(request.option("task"))
    fields, target = suggest_task(sheet, target=request.option("target"))
    if "create" not in request.agreed:
        way = Way(
            label=say("create it", locale=locale), request=request.agree("create"), is_yes=True
        )
        title = say("propose task", locale=locale, name=name)
        raise AskFirst(title, *described(fields, target, locale), ways=(way,))
    await require_consent(ports, work, request)
    task = await work.tasks.add(
        community=request.sender.community,
        name=name,
        description="",
        fields=fields,
        target=target,
        created_by=request.sender.member,
    )
    await note(ports, work, request, "create task", str(task.id))
    return task


async def _save(
    ports: Ports, request: Request, task: Task, drawn: Sequence[Drawn]
) -> Sequence[Example]:
    if task.rater:
        drawn = _own_ratings(drawn, task, request)
    pairs = [(lesson.values, lesson.truth) for lesson in drawn]
    foretold = await ports.predictor.foretell(task, pairs)
    lessons = [
        _lesson(request, task, lesson, said) for lesson, said in zip(drawn, foretold, strict=True)
    ]
    async with ports.open_work() as work:
        since = await work.examples.revision(task.id)
        edited: list[tuple[Example, Example]] = []
        if task.rater:
            lessons, edited = await _new_of(work, request, task, lessons)
        saved = await work.examples.add_all(lessons)
        await record_step(
            work, request, task, StepKind.IMPORT, new=saved, since=since, edited=edited
        )
        await note(ports, work, request, "import examples", f"{task.id}:{len(saved)}")
    ports.trainer.consider(task.id)
    return saved


def _own_ratings(drawn: Sequence[Drawn], task: Task, request: Request) -> list[Drawn]:
    """Return rows as the sender's ratings, of each item the last."""
    last = {what_is_rated(lesson.values, task): lesson for lesson in drawn}
    return [replace(one, values=rated_by(one.values, task, request)) for one in last.values()]


async def _new_of(
    work: Work, request: Request, task: Task, lessons: Sequence[Lesson]
) -> tuple[list[Lesson], list[tuple[Example, Example]]]:
    """Return the ratings of what the sender had not rated, and what became of the earlier ones."""
    mine = await work.examples.of_author(request.sender.community, request.sender.member)
    earlier = newest_of_item(mine, task)
    new: list[Lesson] = []
    edited: list[tuple[Example, Example]] = []
    for lesson in lessons:
        before = earlier.get(what_is_rated(lesson.values, task))
        if before is None:
            new.append(lesson)
        else:
            edited.append((before, await replaced(work, before, lesson)))
    return new, edited


def _lesson(request: Request, task: Task, drawn: Drawn, foretold: Foretold | None) -> Lesson:
    return Lesson(
        task_id=task.id,
        author=request.sender.member,
        values=drawn.values,
        target=drawn.truth,
        status=ExampleStatus.HELD if drawn.is_odd else ExampleStatus.ACTIVE,
        source=f"{request.delivery}:{drawn.line}" if request.delivery else None,
        foretold=foretold,
    )


def reasons(bad: Sequence[BadRow], locale: str) -> tuple[str, ...]:
    """Return a line for each row that could not be read, the first few."""
    lines = [
        say("bad row", locale=locale, line=row.line, reason=row.reason) for row in bad[:MAX_REASONS]
    ]
    if len(bad) > MAX_REASONS:
        lines.append(say("more bad rows", locale=locale, count=len(bad) - MAX_REASONS))
    return tuple(lines)


async def export_file(ports: Ports, request: Request) -> Reply:
    """Return a task's examples as CSV, or without loss as JSONL."""
    locale = request.sender.locale
    form = (request.option("format") or "csv").casefold()
    if form not in ("csv", "jsonl"):
        raise Unsure(say("which format", locale=locale, said=form[:20]))
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        everything = await work.examples.changed_since(task.id, 0)
        authors = {e.author for e in everything if e.author}
        names = await work.members.names(request.sender.community, authors)
    kept = (ExampleStatus.ACTIVE, ExampleStatus.HELD)
    examples = sorted((e for e in everything if e.status in kept), key=lambda e: e.number)
    notes: tuple[str, ...] = ()
    if task.rater:
        shown = nameless(examples, task)
        left = len(examples) - len(shown)
        notes = (say("few ratings left out", locale=locale, count=left, fewest=FEWEST_VOTES),)
        examples, notes = shown, notes if left else ()
    write = write_csv if form == "csv" else write_jsonl
    content = await asyncio.to_thread(write, task, examples, names)
    file = Attachment(name=f"{task.name}.{form}", content=content)
    title = say("exported", locale=locale, count=len(examples), task=task.name)
    return Reply(title=title, notes=notes, files=(file,), tone=Tone.DONE)
