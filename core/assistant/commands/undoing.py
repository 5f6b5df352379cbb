"""Undoing: the newest step, that of a card, or the lesson that is named."""

from dataclasses import replace

from core.assistant.buttons import action, again_choice, restore_choice, undo_choice
from core.assistant.commands.answered import are_told_aside
from core.assistant.commands.last_thing import other_than_lesson
from core.assistant.commands.teaching import own_example
from core.assistant.consent import note
from core.assistant.raters import require_single
from core.assistant.reply import Choice, Reply, Tone
from core.assistant.request import Ports, Request
from core.assistant.rights import require_owner
from core.assistant.show import example_of, truth
from core.assistant.steps import record_step
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus
from core.domain.identity import ExampleId, StepId, TaskId
from core.domain.step import Change, Step, StepKind
from core.domain.task import Task
from core.errors import Conflict, NotFound
from core.ports.work import Work

_SHOWN = 3
"""Examples shown of a step that changed several."""


async def undo(ports: Ports, request: Request) -> Reply:
    """Take back the step or the lesson that is named, or else the sender's newest step."""
    if request.option("step"):
        return await undo_step(ports, request)
    if request.option("number") or request.text:
        return await withdraw(ports, request)
    sender = request.sender
    async with ports.open_work() as work:
        step = await work.steps.newest(sender.community, sender.member)
        other = await other_than_lesson(work, request, step)
        if other is not None:
            return other
        if step is not None:
            return await _take_back(ports, work, request, step)
        request = await _newest_own(work, request)  # taught before steps were kept
    return await withdraw(ports, request)


async def undo_step(ports: Ports, request: Request) -> Reply:
    """Take back the step of a card, and nothing else."""
    locale = request.sender.locale
    said = request.option("step")
    step_id = StepId(int(said)) if said.isascii() and said.isdigit() and len(said) <= 12 else None
    async with ports.open_work() as work:
        step = await work.steps.get(request.sender.community, step_id) if step_id else None
        if step is None:
            raise NotFound(say("step gone", locale=locale))
        if step.member != request.sender.member:
            await _require_owner(work, request, step)
        blocked = await _changed_since(work, request, step)
        return blocked or await _take_back(ports, work, request, step)


async def _changed_since(work: Work, request: Request, step: Step) -> Reply | None:
    """Return what stands in the way of taking a card's step back: a later one of its member.

    That is one which changed the same lesson, or took back what it says otherwise of.
    """
    if step.size != 1:
        return None
    locale, [change] = request.sender.locale, step.changes
    found = await work.examples.by_ids(step.task_id, [change.first])
    for later in await work.steps.since(step) if found else ():
        [example] = found
        ids = [one.first for one in later.changes if one.count == 1]
        undo_it = Choice(label=say("undo that", locale=locale), action=action("back", later.id))
        if example.id in ids and example.revision != change.revision:
            title = say("changed after", locale=locale, number=example.number)
            return Reply(title=title, tone=Tone.ERROR, choices=(undo_it,))
        others = await work.examples.by_ids(step.task_id, ids)
        are_replaced = [_is_replaced(one, example) for one in others]
        if later.kind is StepKind.DELETE and others and all(are_replaced):
            numbers = ", ".join(f"#{one.number}" for one in others)
            title = say("replaced since", locale=locale, numbers=numbers, number=example.number)
            too = Choice(
                label=say("take back too", locale=locale, number=example.number),
                action=action("undo", example.number),
            )
            return Reply(title=title, tone=Tone.ERROR, choices=(undo_it, too))
    return None


def _is_replaced(earlier: Example, new: Example) -> bool:
    """Return whether a lesson was taken back and another says otherwise of the same."""
    is_same = (earlier.author, earlier.values) == (new.author, new.values)
    is_gone = earlier.status is ExampleStatus.WITHDRAWN
    return is_same and is_gone and new.counts and earlier.target != new.target


async def _require_owner(work: Work, request: Request, step: Step) -> None:
    """Return where the sender may change all that the step of another changed."""
    task = await work.tasks.get(step.task_id)
    ids = [change.first for change in step.changes]
    for example in await work.examples.by_ids(task.id, ids):
        await require_owner(work, request, example, task)


async def _take_back(ports: Ports, work: Work, request: Request, step: Step) -> Reply:
    locale = request.sender.locale
    task = await work.tasks.get(step.task_id)
    done = await work.steps.take_back(step, by=request.sender.member)
    ids = [change.first for change in step.changes[:_SHOWN]]
    examples = await work.examples.by_ids(task.id, ids)
    lines = tuple(example_of(example, task, locale=locale) for example in examples)
    is_aside = await are_told_aside(work, request, task, examples)
    if task.rater:
        ids = [ExampleId(c.first + at) for c in step.changes for at in range(c.count)]
        await require_single(work, await work.examples.by_ids(task.id, ids), task, request)
    if done.inverse is None:
        numbers = ", ".join(f"#{example.number}" for example in examples)
        title = say("step stale", locale=locale, numbers=numbers or task.name)
        return Reply(title=title, lines=lines, tone=Tone.ERROR, is_personal=is_aside)
    await note(ports, work, request, "undo", str(step.id))
    ports.trainer.consider(task.id)
    if done.count < step.size:
        left = say("step partly", locale=locale, count=step.size - done.count)
        lines = (left, *lines)
    waits = any(change.status_before is ExampleStatus.HELD for change in step.changes)
    return Reply(
        title=_undone(step.changes, examples[0], task, done.count, locale),
        lines=lines,
        notes=(say("held", locale=locale),) if waits else (),
        tone=Tone.DONE,
        choices=(again_choice(done.inverse, locale),),
        is_personal=is_aside,
    )


def _undone(
    changes: tuple[Change, ...], example: Example, task: Task, count: int, locale: str
) -> str:
    """Return what became of the examples of a step that was taken back."""
    if all(change.status_before is ExampleStatus.WITHDRAWN for change in changes):
        one, many = "taken back", "taken back many"
    elif all(change.status is ExampleStatus.WITHDRAWN for change in changes):
        one, many = "restored", "restored many"
    else:
        one, many = "as before", "as before many"
    key = one if count == 1 else many
    return say(key, locale=locale, number=example.number, task=task.name, count=count)


async def _newest_own(work: Work, request: Request) -> Request:
    """Return the request with the number of the newest lesson of the sender that counts."""
    taught = await work.examples.of_author(request.sender.community, request.sender.member)
    live = [example.number for example in taught if example.stands]
    if not live:
        raise NotFound(say("nothing to undo", locale=request.sender.locale))
    return replace(request, options={**request.options, "number": str(max(live))})


async def withdraw(ports: Ports, request: Request) -> Reply:
    """Take back the lesson of a number; it can be restored."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        before, task = await own_example(work, request)
        is_aside = await are_told_aside(work, request, task, [before])
        if not before.stands:
            return replace(_gone_already(before, task, locale), is_personal=is_aside)
        example = await work.examples.set_status(before.id, ExampleStatus.WITHDRAWN)
        await record_step(work, request, task, StepKind.DELETE, edited=[(before, example)])
        await note(ports, work, request, "withdraw example", str(example.id))
    ports.trainer.consider(task.id)
    return Reply(
        title=say("taken back", locale=locale, number=example.number),
        lines=(example_of(example, task, locale=locale),),
        tone=Tone.DONE,
        choices=(restore_choice(example, locale),),
        is_personal=is_aside,
    )


async def withdraw_all(ports: Ports, request: Request) -> Reply:
    """Take back the lessons of several numbers, those that still stand; each task is one step."""
    locale = request.sender.locale
    choices: list[Choice] = []
    titles: list[str] = []
    lines: list[str] = []
    async with ports.open_work() as work:
        gone: dict[TaskId, tuple[Task, list[tuple[Example, Example]]]] = {}
        for number in request.option("numbers").split("."):
            about = replace(request, options={"number": number})
            before, task = await own_example(work, about)
            if before.stands:
                after = await work.examples.set_status(before.id, ExampleStatus.WITHDRAWN)
                gone.setdefault(task.id, (task, []))[1].append((before, after))
                await note(ports, work, request, "withdraw example", str(before.id))
        for task, edited in gone.values():
            step = await record_step(work, request, task, StepKind.DELETE, edited=edited)
            choices.append(undo_choice(edited[0][1], locale, step=step))
            count = len(edited)
            titles.append(say("taken back many", locale=locale, task=task.name, count=count))
            lines += [example_of(after, task, locale=locale) for _, after in edited[:_SHOWN]]
        is_aside = any(
            [
                await are_told_aside(work, request, task, [after for _, after in edited])
                for task, edited in gone.values()
            ]
        )
    for task_id in gone:
        ports.trainer.consider(task_id)
    return Reply(
        title=" ".join(titles) or say("taken back before", locale=locale),
        lines=tuple(lines),
        tone=Tone.DONE,
        choices=tuple(choices),
        is_personal=is_aside,
    )


def _gone_already(example: Example, task: Task, locale: str) -> Reply:
    """Say that a lesson did not count before either, so that nothing is to be undone."""
    return Reply(
        title=say("taken back already", locale=locale, number=example.number),
        lines=(example_of(example, task, locale=locale),),
        choices=(restore_choice(example, locale),),
    )


async def _contrary(work: Work, request: Request) -> tuple[Example, Task, list[Example]]:
    """Return a lesson, its task, and the lessons that its card says otherwise of."""
    new, task = await own_example(work, request)
    numbers = filter(None, request.option("others").split("."))
    abouts = [replace(request, options={"number": number}) for number in numbers]
    return new, task, [(await own_example(work, about))[0] for about in abouts]


async def keep_both(ports: Ports, request: Request) -> Reply:
    """Leave lessons that say otherwise of the same question, where they still count."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        new, _, others = await _contrary(work, request)
    gone = [example for example in (*others, new) if not example.counts]
    if not gone:
        return Reply(title=say("kept both", locale=locale), tone=Tone.DONE)
    return _decided(gone, locale)


def _decided(gone: list[Example], locale: str) -> Reply:
    """Say that lessons of a card no longer count, and offer to let them count again."""
    numbers = ", ".join(f"#{example.number}" for example in gone)
    title = say("counts no longer", locale=locale, numbers=numbers)
    choices = tuple(restore_choice(example, locale) for example in gone)
    return Reply(title=title, tone=Tone.ERROR, choices=choices)


async def replace_earlier(ports: Ports, request: Request) -> Reply:
    """Withdraw the earlier lessons of the same question that a new one of the member replaces."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        new, task, others = await _contrary(work, request)
        gone = [example for example in (*others, new) if not example.counts]
        if gone:
            return _decided(gone, locale)
        replaced = []
        for before in others:
            is_same = (before.author, before.values) == (new.author, new.values)
            if not is_same or before.target == new.target:
                raise Conflict(say("step stale", locale=locale, numbers=f"#{before.number}"))
            after = await work.examples.set_status(before.id, ExampleStatus.WITHDRAWN)
            replaced.append((before, after))
        step = await record_step(work, request, task, StepKind.DELETE, edited=replaced)
        await note(ports, work, request, "replace example", str(new.id))
    ports.trainer.consider(task.id)
    numbers = ", ".join(f"#{before.number}" for before, _ in replaced)
    said = truth(new.target or 0.0, task.target, locale=locale)
    return Reply(
        title=say("replaced", locale=locale, numbers=numbers, number=new.number, truth=said),
        lines=(example_of(new, task, locale=locale),),
        tone=Tone.DONE,
        choices=(undo_choice(new, locale, step=step),),
    )
