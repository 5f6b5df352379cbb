"""Examples: what was taught, listed, shown, changed and taken back."""

from dataclasses import replace

from core.assistant import describe, show
from core.assistant.buttons import edit_choice, restore_choice, undo_choice
from core.assistant.commands.asking import names_of
from core.assistant.commands.teaching import number_in, own_example
from core.assistant.commands.undoing import withdraw, withdraw_all
from core.assistant.consent import note
from core.assistant.doubts import doubt_of
from core.assistant.raters import (
    is_read_by_others,
    require_showable,
    require_single,
    showable,
    shown_to_all,
)
from core.assistant.recollection import Recalled
from core.assistant.reply import Choice, Effect, Reply, Table, Tone
from core.assistant.request import AskFirst, Ports, Request, Unsure, Way
from core.assistant.rights import is_keeper, is_owner
from core.assistant.settling import unread_words, with_unread
from core.assistant.steps import record_step
from core.assistant.which import require_task, task_of_id
from core.assistant.whole_lessons import WholeLesson, read_whole_lesson
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus
from core.domain.fields import Values
from core.domain.identity import MemberId
from core.domain.step import StepKind
from core.domain.task import Task

PAGE = 15


async def listing(ports: Ports, request: Request) -> Reply:
    """List a task's examples, the newest first; ``by:me`` for one's own."""
    locale = request.sender.locale
    author: MemberId | None = None
    if request.option("by").casefold() == "me":
        author = request.sender.member
    before = int(request.option("before").lstrip("#?").rstrip(":：") or 0) or None
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        if task.rater:
            author = request.sender.member
        found = await work.examples.page(task.id, limit=PAGE + 1, before=before, author=author)
        names = await names_of(work, request, {e.id: e for e in found})
        count = await work.examples.count(task.id)
    shown = found[:PAGE]
    notes = (say("own ratings only", locale=locale),) if task.rater else ()
    is_aside = is_read_by_others(task, request)
    if not shown:
        key = "none of yours" if author and count else "no examples"
        return Reply(title=say(key, locale=locale, task=task.name, count=count), notes=notes)
    rows = tuple(
        (
            *show.example_cells(example, task, locale=locale, limit=5),
            describe.teacher(example, names),
            "" if example.counts else _status(example, locale),
        )
        for example in shown
    )
    headings = _headings(task, "status", locale)
    choices: tuple[Choice, ...] = ()
    if len(found) > PAGE:
        older = f"page:{shown[-1].number}:{task.id}:{'me' if author else 'all'}"
        choices = (Choice(label=say("older", locale=locale), action=older),)
    return Reply(
        title=say("examples title", locale=locale, task=task.name, count=count),
        table=Table(headings=headings, rows=rows),
        notes=notes,
        choices=choices,
        is_personal=is_aside,
    )


def _headings(task: Task, last: str, locale: str) -> tuple[str, ...]:
    return (
        say("example", locale=locale),
        task.target.name,
        say("taught by", locale=locale),
        say(last, locale=locale),
    )


async def older(ports: Ports, request: Request) -> Reply:
    """List the examples before a number; the task comes as its id from a button."""
    async with ports.open_work() as work:
        task = await task_of_id(work, request)
    return await listing(ports, request.about(task.name))


async def display(ports: Ports, request: Request) -> Reply:
    """Show one example: all its values, its teacher, what was foretold."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        number = number_in(request)
        example = await work.examples.numbered(request.sender.community, number)
        task = await work.tasks.get(example.task_id)
        require_showable(example, task, request)
        names = await names_of(work, request, {example.id: example})
        is_own = await is_owner(work, request, example, task)
    lines = [show.values_of(example.values, task, locale=locale, limit=60)]
    if example.foretold:
        answer = show.truth(example.foretold.answer, task.target, locale=locale)
        lines.append(say("i had said", locale=locale, answer=answer))
    taught = show.value_of(example.taught_at.date(), None, locale=locale)
    status = f"{_status(example, locale)}{describe.by(example, names)}"
    notes = (f"{task.name} · {status} · {taught}",)
    return Reply(
        title=show.example_of(example, task, locale=locale, limit=4),
        lines=tuple(lines),
        notes=notes,
        choices=_choices(example, task, locale) if is_own else (),
        is_personal=is_read_by_others(task, request),
    )


def _choices(example: Example, task: Task, locale: str) -> tuple[Choice, ...]:
    if example.status is ExampleStatus.ACTIVE:
        return (edit_choice(example, task, locale), undo_choice(example, locale))
    return (restore_choice(example, locale), edit_choice(example, task, locale))


def _status(example: Example, locale: str) -> str:
    return say(f"status {example.status}", locale=locale)


async def edit(ports: Ports, request: Request) -> Reply:
    """Change what an example says: ``examples edit 41: size 2 -> 4``."""
    locale = request.sender.locale
    request = _numbered(request)
    lesson = request.option("lesson") or request.text
    async with ports.open_work() as work:
        example, task = await own_example(work, request)
        if not lesson:
            raise Unsure(say("how to edit", locale=locale, number=example.number))
        recalled = await ports.recollection.of(work, task)
        anew = replace(request, text=lesson)
        read = read_whole_lesson(ports, anew, task, recalled.known, changes=example)
        values, truth = {**example.values, **read.values}, read.truth
        if not read.says_truth:
            await require_single(work, [example], task, request)
            _show_first(request, replace(example, values=values), task, read.unread)
    await _ask_if_odd(ports, request, task, recalled, before=example, values=values, read=read)
    async with ports.open_work() as work:
        before, _ = await own_example(work, request)
        example = await work.examples.edit(before.id, values=values, target=truth)
        if example.status is ExampleStatus.HELD:
            example = await work.examples.set_status(example.id, ExampleStatus.ACTIVE)
        await require_single(work, [example], task, request)
        step = await record_step(work, request, task, StepKind.EDIT, edited=[(before, example)])
        await note(ports, work, request, "edit example", str(example.id))
    ports.trainer.consider(task.id)
    key = "example changed" if step else "says so already"
    undo = (undo_choice(example, locale, step=step),) if step else ()
    reply = Reply(
        title=say(key, locale=locale, number=example.number),
        lines=(show.example_of(example, task, locale=locale),),
        tone=Tone.DONE,
        choices=(edit_choice(example, task, locale), *undo),
        is_personal=is_read_by_others(task, request),
    )
    if not example.counts:
        waits, restore = say("still withdrawn", locale=locale), restore_choice(example, locale)
        reply = replace(reply, notes=(waits,), choices=(restore, *reply.choices))
    reply = replace(reply, notes=(*reply.notes, *read.notes))
    return with_unread(reply, read.unread, locale)


def _show_first(request: Request, changed: Example, task: Task, unread: tuple[str, ...]) -> None:
    """Show what an example becomes, of which the change names fields alone.

    Raises:
        AskFirst: the member has not seen it yet.
    """
    if "fields" in request.agreed:
        return
    locale = request.sender.locale
    title = say("change so", locale=locale, number=changed.number)
    lines = (shown_to_all(changed, task, request), *unread_words(unread, locale))
    label = say("change it", locale=locale)
    effect = Effect.CHANGES if unread else Effect.HARMLESS
    way = Way(label=label, request=request.agree("fields"), is_yes=True, effect=effect)
    raise AskFirst(title, *lines, ways=(way,))


async def _ask_if_odd(
    ports: Ports,
    request: Request,
    task: Task,
    recalled: Recalled,
    *,
    before: Example,
    values: Values,
    read: WholeLesson,
) -> None:
    """Ask about a number that the change would make nothing like what was seen.

    A lesson that waits is not confirmed by a change of something else: what is odd of it is
    asked about still.

    Raises:
        AskFirst: there is one that the member has not confirmed.
    """
    truth, is_waiting = read.truth, before.status is ExampleStatus.HELD and not read.says_truth
    kept = {} if is_waiting else before.values
    changed = {k: v for k, v in values.items() if kept.get(k) != v}
    doubt = await doubt_of(ports, task, recalled, changed, truth)
    is_target = doubt.is_target and (is_waiting or truth != before.target)
    if "odd" in request.agreed or not (is_target or doubt.fields):
        return
    locale = request.sender.locale
    numbers = [show.value_of(values[k], task.field(k).unit, locale=locale) for k in doubt.fields]
    if is_target:
        numbers.append(show.truth(truth, task.target, locale=locale))
    said = ", ".join(numbers)
    label = say("yes as it is", locale=locale, value=said)
    title = say("odd edit", locale=locale, value=said, number=before.number)
    raise AskFirst(title, ways=(Way(label=label, request=request.agree("odd"), is_yes=True),))


def _numbered(request: Request) -> Request:
    """Return the request with its number apart from its text: ``41: size 2 -> 4``."""
    if request.option("number"):
        return request
    number = str(number_in(request))
    rest = request.text.split(maxsplit=1)
    text = rest[1].lstrip(": ") if len(rest) > 1 else ""
    return replace(request, options={**request.options, "number": number}, text=text)


async def delete(ports: Ports, request: Request) -> Reply:
    """Take an example back, or those that a card shows; they can be restored."""
    if request.option("numbers"):
        return await withdraw_all(ports, request)
    return await withdraw(ports, _numbered(request))


async def review(ports: Ports, request: Request) -> Reply:
    """List the examples that look wrong beside the others, and those that wait.

    Who does not keep the task sees their own among them.
    """
    locale, mine = request.sender.locale, request.sender.member
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        held = await work.examples.page(task.id, limit=PAGE, status=ExampleStatus.HELD)
    checkup = await ports.predictor.checkup(task, asked_by=mine)
    async with ports.open_work() as work:
        odd = await work.examples.by_ids(task.id, checkup.suspects)
        if not await is_keeper(work, request, task):
            odd, held = ([e for e in each if e.author == mine] for each in (odd, held))
        odd = sorted(showable(odd, task, request), key=lambda e: checkup.suspects.index(e.id))
        held = showable(held, task, request)
        names = await names_of(work, request, {e.id: e for e in (*held, *odd)})
    rows = tuple(
        (
            *show.example_cells(example, task, locale=locale, limit=5),
            describe.teacher(example, names),
            say("waits" if example in held else "looks odd", locale=locale),
        )
        for example in (*held, *odd)
    )
    if not rows:
        return Reply(title=say("nothing odd", locale=locale, task=task.name), tone=Tone.DONE)
    headings = _headings(task, "reason", locale)
    title = say("review title", locale=locale, count=len(rows), task=task.name)
    first = (*held, *odd)[0].number
    ways = say("review ways", locale=locale, number=first)
    return Reply(
        title=title,
        table=Table(headings=headings, rows=rows),
        notes=(ways,),
        is_personal=is_read_by_others(task, request),
    )
