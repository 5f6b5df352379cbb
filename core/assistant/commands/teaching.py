"""Teaching: a lesson becomes an example that counts in the very next answer."""

from dataclasses import replace

from core.assistant.commands.lesson_cards import is_as_shown, lesson_card
from core.assistant.consent import note, require_consent
from core.assistant.contradictions import NOTHING_BESIDE, compared
from core.assistant.describe import described
from core.assistant.fillable import teach_choice
from core.assistant.grammar import head_of
from core.assistant.lessons import (
    Saved,
    acknowledge,
    save_lesson,
    standing_of,
)
from core.assistant.nearest import nearest
from core.assistant.no_tasks import no_tasks
from core.assistant.place_tasks import task_of_place
from core.assistant.raters import is_read_by_others, require_single, with_rater
from core.assistant.reading import Draft, draft_task
from core.assistant.reply import Effect, Reply, Tone
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.rights import require_maker, require_owner, require_teacher
from core.assistant.settling import with_unread
from core.assistant.steps import record_step
from core.assistant.task_names import is_han
from core.assistant.unknown_tasks import of_no_task, other_task_named
from core.assistant.which import find_task, require_task
from core.assistant.whole_lessons import read_whole_lesson
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus
from core.domain.fields import Value
from core.domain.identity import FieldKey
from core.domain.step import StepKind
from core.domain.task import Task, Truth, check_task_name
from core.errors import NotFound
from core.ports.work import Work

_EASILY_CONFUSED = 75.0
"""Percent of the letters that a new task's name must share with another's for that to be told."""


async def teach(ports: Ports, request: Request) -> Reply:
    """Save a lesson, or propose the task that it is the first of."""
    request = replace(request, text=request.option("lesson") or request.text)
    head, rest = head_of(request.text)
    if head and not rest:
        request = replace(request.about(head), text="")
    if not request.text:
        return await _how_to_teach(ports, request)
    values: dict[FieldKey, Value]
    truth: Truth
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    async with ports.open_work() as work:
        task, request = await find_task(work, request)
        if task is None:
            task, draft = await _create_from(ports, work, request)
            values, truth = dict(draft.values), draft.truth
            recalled = await ports.recollection.of(work, task)
        else:
            await require_teacher(work, request, task)
            recalled = await ports.recollection.of(work, task)
            read = read_whole_lesson(ports, request, task, recalled.known)
            if other := other_task_named(request, task, read.unread):
                raise await of_no_task(work, request, other)
            values, truth = dict(read.values), read.truth
            unread, notes = read.unread, read.notes
            is_doubted = read.is_doubted and "save" not in request.agreed
            if is_doubted or not is_as_shown(request, read):
                raise lesson_card(request, task, read, saving=request)
            await require_consent(ports, work, request)
    saved = await save_lesson(
        ports,
        request,
        task,
        recalled=recalled,
        values=values,
        truth=truth,
        is_whole=not unread,
    )
    reply = with_unread(acknowledge(request, task, saved), unread, request.sender.locale)
    return replace(reply, notes=(*reply.notes, *notes))


async def _how_to_teach(ports: Ports, request: Request) -> Reply:
    """Say how to teach, with a form where it is known what."""
    locale = request.sender.locale
    title = say("how to teach", locale=locale)
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
        is_known = await task_of_place(work, request.sender) or len(tasks) == 1
        if not (request.option("task") or is_known):
            return Reply(title=title)
        task, _ = await require_task(work, request)
        await require_teacher(work, request, task)
    form = teach_choice(task, locale)
    return Reply(title=title, choices=(form,), form=form, tone=Tone.ASK)


async def _create_from(ports: Ports, work: Work, request: Request) -> tuple[Task, Draft]:
    """Return the task that this first lesson makes, once the member has agreed to it."""
    locale = request.sender.locale
    named = request.option("task")
    if not named:
        raise NotFound(no_tasks(request.sender))
    name = check_task_name(named)
    await require_maker(work, request)
    draft = draft_task(
        request.text,
        today=request.sender.day_of(ports.clock()),
        in_chinese=locale.startswith("zh") or is_han(name),
    )
    fields = with_rater(draft.fields, locale) if draft.target.scale else draft.fields
    if "create" not in request.agreed:
        way = Way(
            label=say("create it", locale=locale),
            request=request.agree("create"),
            is_yes=True,
            effect=Effect.HARMLESS,
        )
        title = say("propose task", locale=locale, name=name)
        names = [task.name for task in await work.tasks.all(request.sender.community)]
        near = nearest(name, names, alike=_EASILY_CONFUSED)
        lines = list(described(fields, draft.target, locale))
        if not near:
            raise AskFirst(title, *lines, ways=(way,))
        lines.append(say("there is also", locale=locale, name=near))
        meant = Way(label=near, request=request.about(near))
        raise AskFirst(title, *lines, ways=(replace(way, is_yes=False), meant))
    await require_consent(ports, work, request)
    task = await work.tasks.add(
        community=request.sender.community,
        name=name,
        description="",
        fields=fields,
        target=draft.target,
        created_by=request.sender.member,
    )
    await note(ports, work, request, "create task", str(task.id))
    return task, draft


async def confirm(ports: Ports, request: Request) -> Reply:
    """Let a held or withdrawn lesson count."""
    return await _admit(ports, request, truth=None)


async def amend(ports: Ports, request: Request) -> Reply:
    """Give a held lesson the target that was likely meant, and let it count."""
    return await _admit(ports, request, truth=float(request.option("value")))


async def _admit(ports: Ports, request: Request, *, truth: float | None) -> Reply:
    async with ports.open_work() as work:
        before, task = await own_example(work, request)
        recalled = await ports.recollection.of(work, task)
        checked = before.target if truth is None else task.target.check(truth)
        if checked is not None and checked != before.target:
            await work.examples.edit(before.id, values=before.values, target=checked)
        example = await work.examples.set_status(before.id, ExampleStatus.ACTIVE)
        await require_single(work, [example], task, request)
        step = await record_step(work, request, task, StepKind.RESTORE, edited=[(before, example)])
        now = await standing_of(work, task, example)
    ports.trainer.consider(task.id)
    beside = NOTHING_BESIDE if task.rater else compared(example, recalled)
    saved = Saved(example=example, now=now, step=step, beside=beside)
    reply = acknowledge(request, task, saved)
    reply = replace(reply, is_personal=is_read_by_others(task, request))
    if before.status is ExampleStatus.HELD or step is None:
        return reply
    key = "restored" if before.status is ExampleStatus.WITHDRAWN else "example changed"
    title = say(key, locale=request.sender.locale, number=example.number, task=task.name)
    return replace(reply, title=title)


async def own_example(work: Work, request: Request) -> tuple[Example, Task]:
    """Return the example of the request's number, and its task.

    Raises:
        NotFound: the community has no such example.
        NotAllowed: another member taught it, and the sender did not make the task.
    """
    number = number_in(request)
    example = await work.examples.numbered(request.sender.community, number)
    task = await work.tasks.get(example.task_id)
    await require_owner(work, request, example, task)
    return example, task


def number_in(request: Request) -> int:
    """Return the number that a request names, as an option or as ``41``, ``#41`` or ``?41``.

    Raises:
        NotFound: it names none.
    """
    said = request.option("number") or (request.text.split() or [""])[0]
    if not said:
        raise NotFound(say("no number", locale=request.sender.locale))
    digits = said.lstrip("#?").rstrip(":")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 12:
        raise NotFound(say("which number", locale=request.sender.locale, said=said[:40]))
    return int(digits)
