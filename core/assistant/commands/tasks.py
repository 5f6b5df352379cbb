"""Tasks: made, listed, shown, changed and deleted."""

import re
from contextlib import suppress
from dataclasses import replace

from core.assistant import show
from core.assistant.commands.task_changes import (
    CHANGES,
    ask_about_change,
    is_balanced,
    labels_of,
    lines_of,
)
from core.assistant.commands.unit_changes import ask_to_convert, convert, reads_now, unit_change
from core.assistant.consent import note
from core.assistant.describe import described, kind_word, sample_lesson
from core.assistant.error_words import words_of
from core.assistant.fillable import import_choice, teach_choice
from core.assistant.options import PREDICTED, YES_NO_LABELS
from core.assistant.raters import with_rater
from core.assistant.reading import completed, draft_fields, read_scale
from core.assistant.reply import Choice, Effect, Input, Reply, Table, Tone
from core.assistant.request import AskFirst, Ports, Request, Unsure, Way
from core.assistant.rights import (
    RULE_OPTIONS,
    TaskRules,
    changed_rules,
    require_keeper,
    require_maker,
    rule_words,
    rules_of,
    save_rules,
)
from core.assistant.which import require_task
from core.assistant.wording import say
from core.domain.example import ExampleStatus
from core.domain.fields import Field
from core.domain.task import Target, TargetKind, Task
from core.errors import InvalidValue, UserError

TASK_OPTIONS = (
    "task",
    "name",
    "predict",
    "labels",
    "balanced",
    "fields",
    "unit",
    "scale",
    "target",
    "about",
    "outcome",
)
EDIT_OPTIONS = (
    "task",
    "add",
    "rename",
    "to",
    "retype",
    "remove",
    "name",
    "about",
    "unit",
    "labels",
    "balanced",
    "target",
    *RULE_OPTIONS,
)
_COMMA = re.compile("[,，]")
DEFAULT_SCALE = "1-5"


async def new(ports: Ports, request: Request) -> Reply:
    """Make a task from a form or from options."""
    locale = request.sender.locale
    name = request.option("name") or request.option("task")
    predict = request.option("predict").casefold()
    if not name or not predict:
        return _form(request)
    kinds = {kind.value: kind for kind in TargetKind}
    kinds |= dict.fromkeys(YES_NO_LABELS, TargetKind.CATEGORY)
    if predict not in kinds:
        raise Unsure(say("which kind", locale=locale, said=predict[:40]))
    labels = labels_of(request.option("labels")) or YES_NO_LABELS.get(predict, ())
    if len(labels) == 1:
        raise Unsure(say("two labels", locale=locale))
    fields = _fields_of(request)
    kind, scale = kinds[predict], None
    if kind is TargetKind.RATING:
        scale = read_scale(request.option("scale") or request.option("unit") or DEFAULT_SCALE)
        fields = with_rater(fields, locale)
    target = Target(
        kind=kind,
        scale=scale,
        name=request.option("target") or say("default target", locale=locale),
        unit=None if scale else request.option("unit") or None,
        labels=labels,
        is_balanced=is_balanced(request),
    )
    async with ports.open_work() as work:
        await require_maker(work, request)
        task = await work.tasks.add(
            community=request.sender.community,
            name=name,
            description=request.option("about") or request.text,
            fields=fields,
            target=target,
            created_by=request.sender.member,
        )
        rules = changed_rules(TaskRules(), request)
        await save_rules(work, task.community, task.id, rules)
        await note(ports, work, request, "create task", str(task.id))
    return ready(task, locale, rules)


def _fields_of(request: Request) -> tuple[Field, ...]:
    """Return the fields that a new task's option describes.

    Raises:
        Unsure: one has no kind; it shows the line that has them all.
    """
    said = request.option("fields")
    meant = completed(said)
    try:
        fields = draft_fields(lines_of(said))
        problem = next((f.name for f in fields if _COMMA.search(f.name)), "")
    except InvalidValue as error:
        fields, problem = (), words_of(error, request.sender.locale)
    if not problem:
        return fields
    try:
        draft_fields(lines_of(meant))
    except InvalidValue:
        return draft_fields(lines_of(said))
    locale = request.sender.locale
    sentence = problem if not fields else say("one field each", locale=locale, name=problem[:80])
    raise Unsure(f"{sentence}\n{say('did you mean', locale=locale, name=f'fields:{meant}')}")


def ready(task: Task, locale: str, rules: TaskRules, *, lesson: str = "") -> Reply:
    """Return what to say of a task just made, and how to go on, with a lesson to copy."""
    lesson = lesson or sample_lesson(task, locale)
    first = say("first lesson", locale=locale, task=task.name, lesson=lesson)
    lines = [*described(task.fields, task.target, locale), *rule_words(rules, locale), first]
    if task.target.kind is TargetKind.CATEGORY:
        lines.append(say("two of each", locale=locale))
    return Reply(
        title=say("task ready", locale=locale, task=task.name),
        lines=tuple(lines),
        tone=Tone.DONE,
        choices=(teach_choice(task, locale), import_choice(task, locale)),
    )


def blank_choice(request: Request) -> Choice:
    """Return the button that opens the form of a new task, with what was said already."""
    locale = request.sender.locale

    def line(key: str, options: tuple[str, ...] = ()) -> Input:
        label = say(f"form {key}", locale=locale)
        hint = "" if options else say(f"form hint {key}", locale=locale)
        return Input(name=key, label=label, value=request.option(key), hint=hint, options=options)

    inputs = (
        replace(line("name"), value=request.option("name") or request.option("task")),
        line("predict", options=PREDICTED),
        replace(line("fields"), is_long=True, is_optional=True),
        replace(line("labels"), is_optional=True),
        replace(line("unit"), is_optional=True),
    )
    return Choice(label=say("fill in", locale=locale), action="new", inputs=inputs)


def _form(request: Request) -> Reply:
    """Return the form that asks for what a new task needs."""
    locale = request.sender.locale
    choice = blank_choice(request)
    return Reply(
        title=say("how to make a task", locale=locale),
        lines=(say("task form", locale=locale), say("or by lesson", locale=locale)),
        tone=Tone.ASK,
        choices=(choice,),
        form=choice,
    )


async def listing(ports: Ports, request: Request) -> Reply:
    """List the community's tasks."""
    locale = request.sender.locale
    rows = []
    async with ports.open_work() as work:
        for task in await work.tasks.all(request.sender.community):
            live = await work.versions.live(task.id)
            count = await work.examples.count(task.id)
            version = f"v{live.number}" if live else "–"
            rows.append((task.name, kind_word(task.target.kind, locale), f"{count:,}", version))
    if not rows:
        return Reply(title=say("no tasks yet", locale=locale))
    headings = tuple(say(k, locale=locale) for k in ("task", "predicts", "examples", "version"))
    title = say("tasks title", locale=locale, count=len(rows))
    return Reply(title=title, table=Table(headings=headings, rows=tuple(rows)))


async def display(ports: Ports, request: Request) -> Reply:
    """Show one task: its fields, its target, how much it was taught."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        active = await work.examples.count(task.id)
        held = await work.examples.count(task.id, ExampleStatus.HELD)
        labels = await work.examples.label_counts(task.id)
        live = await work.versions.live(task.id)
        rules = await rules_of(work, task.community, task.id)
    lines = [*described(task.fields, task.target, locale), *rule_words(rules, locale)]
    if task.description:
        lines.insert(0, task.description)
    if labels:
        ranked = sorted(labels.items(), key=lambda pair: -pair[1])[:20]
        taught = " · ".join(f"{show.clip(label, 40)} {count:,}" for label, count in ranked)
        lines.append(say("taught labels", locale=locale, labels=taught))
    notes = [say("examples count", locale=locale, count=active)]
    if held:
        notes.append(say("held count", locale=locale, count=held))
    notes.append(f"v{live.number}" if live else say("v0", locale=locale))
    return Reply(title=task.name, lines=tuple(lines), notes=tuple(notes))


async def edit(ports: Ports, request: Request) -> Reply:
    """Change a task: its name, its description, its fields, its labels or unit."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        await require_keeper(work, request, task)
        changed = task
        for option, change in CHANGES.items():
            if request.option(option):
                changed = change(changed, request)
        rules = await rules_of(work, task.community, task.id)
        new_rules = changed_rules(rules, request)
        if not any(map(request.option, (*CHANGES, *RULE_OPTIONS))):
            raise Unsure(say("how to edit a task", locale=locale, task=task.name))
        if (changed, new_rules) == (task, rules):
            return _shown("task unchanged", task, rules, locale)
        await ask_about_change(work, task, request)
        unit = unit_change(task, changed, locale)
        if unit:
            await ask_to_convert(work, task, unit, request)
        said: tuple[str, ...] = (say("old examples keep", locale=locale),)
        if unit and "convert" in request.agreed:
            changed = await convert(work, task, changed, unit)
            said = (say("converted", locale=locale),)
        elif unit:
            said = await reads_now(work, task, unit, request)
        await work.tasks.save(changed)
        await save_rules(work, task.community, task.id, new_rules)
        if rules.answers_publicly and not new_rules.answers_publicly:
            await work.follow_ups.hide(task.id)
        await note(ports, work, request, "edit task", str(task.id))
    if unit and "convert" in request.agreed:
        with suppress(UserError):  # too few examples, or it is under way: the schedule sees to it
            await ports.trainer.start(changed, requested_by=request.sender.member)
    ports.trainer.consider(task.id)
    reply = _shown("task changed", changed, new_rules, locale)
    return replace(reply, notes=said)


def _shown(key: str, task: Task, rules: TaskRules, locale: str) -> Reply:
    """Return what to say of a task that was to be changed, and what it is now."""
    return Reply(
        title=say(key, locale=locale, task=task.name),
        lines=(*described(task.fields, task.target, locale), *rule_words(rules, locale)),
        tone=Tone.DONE,
    )


async def delete(ports: Ports, request: Request) -> Reply:
    """Delete a task and all that was taught, once the member has said so twice."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        await require_keeper(work, request, task)
        count = await work.examples.count(task.id)
        if "delete" not in request.agreed:
            way = Way(
                label=say("delete it", locale=locale, task=task.name, count=count),
                request=request.about(task.name).agree("delete"),
                is_yes=True,
                effect=Effect.DESTROYS,
            )
            title = say("really delete", locale=locale, task=task.name, count=count)
            raise AskFirst(title, say("export first", locale=locale, task=task.name), ways=(way,))
        await work.tasks.delete(task.id)
        await note(ports, work, request, "delete task", str(task.id))
    await ports.trainer.cancel(task.id)
    title = say("task deleted", locale=locale, task=task.name, count=count)
    return Reply(title=title, tone=Tone.DONE)
