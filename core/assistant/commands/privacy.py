"""Privacy: a member sees, takes along and erases what they left, and opts out."""

import json
from collections.abc import Mapping
from typing import Any

from core.assistant import show
from core.assistant.consent import note
from core.assistant.incoming import Attachment
from core.assistant.raters import forget_rater
from core.assistant.reply import Reply, Tone
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.wording import say
from core.domain.codec import answer_to_json, example_to_json, value_to_json
from core.domain.example import Example
from core.domain.fields import Values
from core.domain.forecast import Prediction
from core.domain.identity import TaskId
from core.domain.member import Consent, Member
from core.domain.task import Task
from core.errors import NotFound
from core.ports.work import Work


async def see(ports: Ports, request: Request) -> Reply:
    """Say what is stored of the sender, and how to have it go."""
    locale, sender = request.sender.locale, request.sender
    async with ports.open_work() as work:
        member = await work.members.get(sender.community, sender.member)
        taught = await work.examples.of_author(sender.community, sender.member)
        asked = await work.predictions.of_member(sender.community, sender.member)
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
            say("stored answers", locale=locale, count=len(asked)),
            say("stored consent", locale=locale, consent=say(f"consent {consent}", locale=locale)),
        ),
        notes=(say("privacy ways", locale=locale),),
    )


async def export(ports: Ports, request: Request) -> Reply:
    """Return all that is stored of the sender, as one JSON file."""
    locale, sender = request.sender.locale, request.sender
    async with ports.open_work() as work:
        member = await work.members.get(sender.community, sender.member)
        taught = await work.examples.of_author(sender.community, sender.member)
        asked = await work.predictions.of_member(sender.community, sender.member)
        said = [f for p in asked for f in await work.predictions.feedback(p.id)]
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
        "feedback": [
            {"verdict": str(f.verdict), "given_at": f.given_at.isoformat()}
            for f in said
            if f.member == sender.member
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
    return Reply(title=title, files=(file,), tone=Tone.DONE)


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
        "answer": answer_to_json(prediction.answer),
        "answered_at": prediction.answered_at.isoformat(),
    }


async def erase(ports: Ports, request: Request) -> Reply:
    """Erase all that the sender left, once they have said so twice."""
    locale, sender = request.sender.locale, request.sender
    async with ports.open_work() as work:
        taught = await work.examples.of_author(sender.community, sender.member)
        asked = await work.predictions.of_member(sender.community, sender.member)
        if not taught and not asked and not await _is_known(work, request):
            raise NotFound(say("nothing stored", locale=locale))
        if "erase" not in request.agreed:
            way = Way(
                label=say("erase it all", locale=locale),
                request=request.agree("erase"),
                is_yes=True,
                is_danger=True,
            )
            title = say("really erase", locale=locale, count=len(taught), asked=len(asked))
            raise AskFirst(title, say("no way back", locale=locale), ways=(way,))
        count = await work.members.erase(sender.community, sender.member)
    for task in {example.task_id for example in taught}:
        ports.trainer.consider(task)
    title = say("erased", locale=locale, count=count)
    return Reply(title=title, lines=(say("erased details", locale=locale),), tone=Tone.DONE)


async def _is_known(work: Work, request: Request) -> bool:
    sender = request.sender
    return await work.members.get(sender.community, sender.member) is not None


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
