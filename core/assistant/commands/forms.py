"""Forms: what a choice asks for, made anew from the stored row whenever it is opened."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import partial

from core.assistant.buttons import (
    another_task_choice,
    correct_choice,
    edit_choice,
    reread_choice,
)
from core.assistant.commands.answered import asked_again, named_prediction
from core.assistant.commands.asking import ask
from core.assistant.commands.imports import import_file
from core.assistant.commands.tasks import blank_choice
from core.assistant.commands.teaching import own_example
from core.assistant.consent import require_consent
from core.assistant.days import day_notes
from core.assistant.fillable import MORE, import_choice, teach_choice
from core.assistant.lessons import acknowledge, save_lesson
from core.assistant.reading import (
    Known,
    Reading,
    Unclear,
    near_known,
    read_question,
    read_truth,
    read_value,
)
from core.assistant.reply import Choice, Reply
from core.assistant.request import TARGET, Ports, Request, Unsure
from core.assistant.rights import require_teacher
from core.assistant.settling import settle, settled_values, unread_of, with_unread
from core.assistant.which import other_tasks, task_of_id
from core.assistant.wording import say
from core.domain.fields import Field, Value
from core.domain.identity import FieldKey
from core.domain.task import Task, Truth
from core.ports.work import Work


async def fill_lesson(ports: Ports, request: Request) -> Choice:
    """Return the form of a lesson."""
    async with ports.open_work() as work:
        task = await task_of_id(work, request)
        await require_teacher(work, request, task)
    return teach_choice(task, request.sender.locale)


async def fill_file(ports: Ports, request: Request) -> Choice:
    """Return the form of an import."""
    async with ports.open_work() as work:
        task = await task_of_id(work, request)
    return import_choice(task, request.sender.locale)


async def fill_task(ports: Ports, request: Request) -> Choice:  # noqa: ARG001 - a form's shape
    """Return the form of a new task."""
    return blank_choice(request)


async def fill_truth(ports: Ports, request: Request) -> Choice:
    """Return the form that asks what the right answer is."""
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
    return correct_choice(prediction, task, request.sender.locale)


async def fill_example(ports: Ports, request: Request) -> Choice:
    """Return the form that changes an example."""
    async with ports.open_work() as work:
        example, task = await own_example(work, request)
    return edit_choice(example, task, request.sender.locale)


async def fill_question(ports: Ports, request: Request) -> Choice:
    """Return the form that asks again with what was read, put right."""
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
    return reread_choice(prediction, task, request.sender.locale)


async def reread(ports: Ports, request: Request) -> Reply:
    """Answer a question again, as it was put right; of what was misread nothing is asked later."""
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        if prediction.question.asked_by == request.sender.member:
            await work.follow_ups.drop([prediction.id])
    return await ask(ports, asked_again(request, prediction, task.name, request.option("text")))


async def fill_another_task(ports: Ports, request: Request) -> Choice:
    """Return the form that asks which task was meant."""
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        others = await other_tasks(work, task)
    return another_task_choice(prediction.number, others, request.sender.locale)


async def another_task(ports: Ports, request: Request) -> Reply:
    """Answer a question again, of another task; of the first nothing is asked later."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        prediction, _ = await named_prediction(work, request)
        text = prediction.question.text
        if not text:
            raise Unsure(say("no words kept", locale=locale, number=prediction.number))
        if prediction.question.asked_by == request.sender.member:
            await work.follow_ups.drop([prediction.id])
    return await ask(ports, asked_again(request, prediction, request.option("task"), text))


async def teach_filled(ports: Ports, request: Request) -> Reply:
    """Save the lesson that a form was filled in with."""
    async with ports.open_work() as work:
        task = await task_of_id(work, request)
        await require_teacher(work, request, task)
        recalled = await ports.recollection.of(work, task)
        today = request.sender.day_of(ports.clock())
        values, unread, notes = _filled_values(request, task, recalled.known, today=today)
        truth = _filled_truth(request, task, recalled.known)
        await require_consent(ports, work, request)
    saved = await save_lesson(
        ports,
        request,
        task,
        recalled=recalled,
        values=task.check_values(values),
        truth=truth,
        is_whole=not unread,
    )
    reply = with_unread(acknowledge(request, task, saved), unread, request.sender.locale)
    return replace(reply, notes=(*reply.notes, *notes))


def _filled_reading(request: Request, task: Task, known: Known, *, today: date) -> Reading:
    """Return what a form's lines say."""
    if lesson := request.option("lesson"):
        return read_question(lesson, task, known, today=today)
    said = {f: request.option(f.key) for f in task.typed_fields if request.option(f.key)}
    read = {f: read_value(text, f, known, today=today) for f, text in said.items()}
    near = [near_known(v, f, known) for f, v in read.items() if isinstance(v, str)]
    unclear = [replace(v, field=f.key) for f, v in read.items() if isinstance(v, Unclear)]
    more = _more(request, task, known, today=today, own=said)
    own = {f.key: v for f, v in read.items() if not isinstance(v, Unclear)}
    return replace(
        more,
        values={**more.values, **own},
        unclear=(*unclear, *more.unclear),
        offers=(*(case for case in near if case), *more.offers),
    )


def _filled_values(
    request: Request, task: Task, known: Known, *, today: date
) -> tuple[dict[FieldKey, Value], tuple[str, ...], tuple[str, ...]]:
    """Return the values that a form's lines say, what was not read of them, and a day's note.

    Raises:
        Unsure: they say nothing.
        AskFirst: one can be read in two ways.
        InvalidValue: one does not fit its field.
    """
    read = partial(_filled_reading, request, task, known)
    reading = read(today=today)
    settle(request, task, (*reading.unclear, *reading.offers))
    values = settled_values(request, reading)
    if not values and task.fields:
        names = ", ".join(f.name for f in task.typed_fields[:12])
        locale = request.sender.locale
        raise Unsure(say("no field read", locale=locale, task=task.name, fields=names))
    notes = day_notes(request, today, reading.values, read)
    return values, unread_of(request, reading), notes


def _more(
    request: Request, task: Task, known: Known, *, today: date, own: Collection[Field]
) -> Reading:
    """Return what the line says that takes all fields which have none of their own.

    Raises:
        Unsure: it says a field that was filled in on its own line.
    """
    text = request.option(MORE)
    if not text:
        return Reading(values={})
    reading = read_question(text, task, known, today=today)
    found = {*reading.values, *(case.field for case in reading.unclear)}
    twice = [field.name for field in own if field.key in found]
    if twice:
        raise Unsure(say("form twice", locale=request.sender.locale, names=", ".join(twice)))
    return reading


def _filled_truth(request: Request, task: Task, known: Known) -> Truth:
    """Return the target that a form's last line says.

    Raises:
        AskFirst: it can be read in two ways.
        InvalidValue: it does not fit.
    """
    settled = request.settled.get(TARGET)
    read = read_truth(request.option(TARGET), task.target, known) if settled is None else settled
    if isinstance(read, Unclear):
        settle(request, task, (read,))
    return task.target.check(read)


async def import_filled(ports: Ports, request: Request) -> Reply:
    """Teach the rows of the file that a form asked for."""
    async with ports.open_work() as work:
        task = await _task(work, request)
    return await import_file(ports, replace(request.about(task.name), text=""))


async def _task(work: Work, request: Request) -> Task:
    task = await task_of_id(work, request)
    await require_teacher(work, request, task)
    return task
