"""Privacy: a member sees, takes along and erases what they left, and opts out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from core.assistant import show
from core.assistant.consent import has_opted_out, note
from core.assistant.incoming import Attachment
from core.assistant.raters import forget_rater
from core.assistant.reply import Effect, Reply, Tone
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.wording import say
from core.domain.codec import answer_to_json, example_to_json, value_to_json
from core.domain.example import Example
from core.domain.fields import Values
from core.domain.forecast import Prediction
from core.domain.identity import TaskId
from core.domain.member import Consent, Member, Traces
from core.domain.task import Task
from core.errors import NotFound
from core.ports.work import Work

MAX_NOTES = 10_000
"""How many of the community's newest notes are looked through for a member's own."""


async def see(ports: Ports, request: Request) -> Reply:
    """Say what is stored of the sender, and how to have it go."""
    locale, sender = request.sender.locale, request.sender
    async with ports.open_work() as work:
        member = await work.members.get(sender.community, sender.member)
        taught = await work.examples.of_author(sender.community, sender.member)
        traces = await work.members.traces(sender.community, sender.member)
        names = {task.id: task.name for task in await work.tasks.all(sender.community)}
    counts: dict[TaskId, int] = {}
    for example in taught:
        counts[example.task_id] = counts.get(example.task_id, 0) + 1
    told = (f"{names[task]} {count:,}" for task, count in counts.items())
    listed = show.listed(told, locale=locale)
    per_task = f": {listed}" if listed else ""
    consent = member.consent if member else Consent.NOT_ASKED
    return Reply(
        title=say("privacy title", locale=locale, name=sender.name),
        lines=(
            say("stored lessons", locale=locale, count=len(taught), tasks=per_task),
            say("stored answers", locale=locale, count=traces.asked),
            *_others(traces, locale),
            say("stored consent", locale=locale, consent=say(f"consent {consent}", locale=locale)),
        ),
        notes=(say("privacy ways", locale=locale),),
        is_personal=True,
    )


def _others(traces: Traces, locale: str) -> list[str]:
    """Return how much is stored beside lessons and answers, a line for each kind there is."""
    counts = {
        "stored about": traces.about,
        "stored verdicts": traces.verdicts,
        "stored offers": traces.offers,
        "stored planned": traces.planned,
        "stored tasks": traces.tasks,
        "stored notes": traces.notes,
    }
    return [say(key, locale=locale, count=count) for key, count in counts.items() if count]


async def export(ports: Ports, request: Request) -> Reply:
    """Return all that is stored of the sender, as one JSON file."""
    locale, sender = request.sender.locale, request.sender
    async with ports.open_work() as work:
        member = await work.members.get(sender.community, sender.member)
        taught = await work.examples.of_author(sender.community, sender.member)
        asked = await work.predictions.of_member(sender.community, sender.member)
        about = await work.predictions.about(sender.community, sender.member)
        said = await work.predictions.feedback_of(sender.community, sender.member)
        done = await work.members.audited(sender.community, limit=MAX_NOTES)
        planned = await work.follow_ups.of_member(sender.community, sender.member)
        tasks = {task.id: task for task in await work.tasks.all(sender.community)}
    content = {
        "member": {
            "id": sender.member,
            "name": member.name if member else sender.name,
            "consent": str(member.consent if member else Consent.NOT_ASKED),
        },
        "examples": [_example(e, tasks) for e in taught],
        "answers": [_answer(p, tasks) for p in asked],
        "answers about what you wrote": [_answer(p, tasks) for p in about],
        "feedback": [{"verdict": str(f.verdict), "given_at": f.given_at.isoformat()} for f in said],
        "tasks you made": [t.name for t in tasks.values() if t.created_by == sender.member],
        "notes": [
            {"action": entry.action, "subject": entry.subject, "at": entry.at.isoformat()}
            for entry in done
            if entry.member == sender.member
        ],
        "questions to come": [
            {
                "number": prediction.number,
                "due_at": plan.due_at.isoformat(),
                "place": plan.place,
                "language": plan.locale,
            }
            for prediction, plan in planned
        ],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2)
    file = Attachment(name="my-data.json", content=text.encode())
    title = say("exported mine", locale=locale, count=len(taught), asked=len(asked))
    return Reply(title=title, files=(file,), tone=Tone.DONE, is_personal=True)


def _example(example: Example, tasks: Mapping[TaskId, Task]) -> dict[str, Any]:
    task = tasks[example.task_id]
    return {
        "task": task.name,
        **example_to_json(example),
        "values": _by_name(example.values, task),
    }


def _by_name(values: Values, task: Task) -> dict[str, Any]:
    """Return values by the names of their fields; one that was removed has only its key."""
    names = {field.key: field.name for field in task.fields}
    return {names.get(k, str(k)): value_to_json(value) for k, value in values.items()}


def _answer(prediction: Prediction, tasks: Mapping[TaskId, Task]) -> dict[str, Any]:
    question = prediction.question
    task = tasks[question.task_id]
    return {
        "task": task.name,
        "number": prediction.number,
        "text": question.text,
        "values": _by_name(question.values, task),
        "audience": question.audience,
        "place": question.place,
        "answer": answer_to_json(prediction.answer),
        "answered_at": prediction.answered_at.isoformat(),
    }


async def erase(ports: Ports, request: Request) -> Reply:
    """Erase all that the sender left, once they have said so twice."""
    locale, sender = request.sender.locale, request.sender
    async with ports.open_work() as work:
        taught = await work.examples.of_author(sender.community, sender.member)
        traces = await work.members.traces(sender.community, sender.member)
        known = await work.members.get(sender.community, sender.member)
        if not taught and traces == Traces() and known is None:
            raise NotFound(say("nothing stored", locale=locale))
        if "erase" not in request.agreed:
            way = Way(
                label=say("erase it all", locale=locale, count=len(taught), asked=traces.asked),
                request=request.agree("erase"),
                is_yes=True,
                effect=Effect.DESTROYS,
            )
            title = say("really erase", locale=locale, count=len(taught), asked=traces.asked)
            lines = (*_others(traces, locale), say("no way back", locale=locale))
            raise AskFirst(title, *lines, ways=(way,))
        models = await _models_on(work, taught)
        count = await work.members.erase(sender.community, sender.member)
        left = await work.members.get(sender.community, sender.member)
    for task in {example.task_id for example in taught}:
        ports.trainer.consider(task)
    return Reply(
        title=say("erased", locale=locale, count=count),
        lines=_receipt(traces, models, locale, is_opted_out=has_opted_out(left)),
        tone=Tone.DONE,
        forgets=sender.member,
    )


async def _models_on(work: Work, taught: Sequence[Example]) -> list[str]:
    """Return the names of the tasks whose retrained models may rest on these lessons."""
    tasks = {example.task_id for example in taught}
    live = [task for task in tasks if await work.versions.live(task) is not None]
    return sorted([(await work.tasks.get(task)).name for task in live])


def _receipt(
    traces: Traces, models: Sequence[str], locale: str, *, is_opted_out: bool
) -> tuple[str, ...]:
    """Return what went, and what stays and until when."""
    gone = replace(traces, tasks=0, notes=0)
    lines = []
    if said := [*_asked(traces, locale), *_others(gone, locale)]:
        lines.append(say("erased too", locale=locale, what=" · ".join(said)))
    lines.append(say("erased details", locale=locale))
    if models:
        names = show.listed(models, locale=locale)
        lines.append(say("erased models", locale=locale, tasks=names))
    if traces.tasks or traces.notes:
        lines.append(say("erased nameless", locale=locale))
    if is_opted_out:
        lines.append(say("erased opted out", locale=locale))
    return (*lines, say("erased remains", locale=locale))


def _asked(traces: Traces, locale: str) -> list[str]:
    return [say("stored answers", locale=locale, count=traces.asked)] if traces.asked else []


async def opt_out(ports: Ports, request: Request) -> Reply:
    """Store nothing more of the sender from now on."""
    locale, sender = request.sender.locale, request.sender
    async with ports.open_work() as work:
        member = Member(
            community=sender.community,
            id=sender.member,
            name=sender.name,
            consent=Consent.OPTED_OUT,
        )
        await work.members.save(member)
        await note(ports, work, request, "consent", "opted out")
        planned = await work.follow_ups.of_member(sender.community, sender.member)
        await work.follow_ups.drop([prediction.id for prediction, _ in planned])
        taught = await work.examples.of_author(sender.community, sender.member)
        for task in await work.tasks.all(sender.community):
            await forget_rater(work, taught, task)
    lines = (say("taught before", locale=locale, count=len(taught)),) if taught else ()
    return Reply(title=say("opted out", locale=locale), lines=lines, tone=Tone.DONE)
