"""Retraining by hand: begun, stopped, and the way back from it; for who keeps the task."""

from core.assistant.consent import note
from core.assistant.reply import Choice, Effect, Reply, Tone
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.rights import require_keeper
from core.assistant.which import require_task, task_of_id
from core.assistant.wording import say
from core.domain.task import Task
from core.domain.version import Run, RunStatus, Version, VersionStatus
from core.errors import NotFound
from core.ports.work import Work


async def learn(ports: Ports, request: Request) -> Reply:
    """Start a retraining now, or follow the one that is under way already."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        await require_keeper(work, request, task)
        latest = await work.runs.latest(task.id)
    if latest and latest.status is RunStatus.RUNNING:
        run_id = latest.id if is_here(ports, latest) else None  # nobody here hears of its end
        title = say("training already", locale=locale, task=task.name)
    else:
        run = await ports.trainer.start(task, requested_by=request.sender.member)
        run_id = run.id
        title = say("training started", locale=locale, task=task.name, count=run.examples)
    return Reply(
        title=title,
        lines=(say("keeps answering", locale=locale),),
        tone=Tone.DONE,
        run=run_id,
        choices=(Choice(label=say("stop it", locale=locale), action=f"stop:{task.id}"),),
    )


async def stop(ports: Ports, request: Request) -> Reply:
    """Stop a retraining that is under way."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        if request.option("id"):
            request = request.about((await task_of_id(work, request)).name)
        task, request = await require_task(work, request)
        await require_keeper(work, request, task)
    if not await ports.trainer.cancel(task.id):
        raise NotFound(say("no training", locale=locale, task=task.name))
    return Reply(title=say("training stopped", locale=locale, task=task.name), tone=Tone.DONE)


async def rollback(ports: Ports, request: Request) -> Reply:
    """Let the version before answer again, once the member has said so twice."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        await require_keeper(work, request, task)
        live = await work.versions.live(task.id)
        if live is None:
            raise NotFound(say("nothing to roll back", locale=locale, task=task.name))
        if "rollback" not in request.agreed:
            way = Way(
                label=say("roll it back", locale=locale, task=task.name, version=live.number),
                request=request.about(task.name).agree("rollback"),
                is_yes=True,
                effect=Effect.DESTROYS,
            )
            title = say("really roll back", locale=locale, task=task.name, version=live.number)
            raise AskFirst(title, *await _way_back(work, task, live, locale), ways=(way,))
        before = await work.versions.roll_back(task.id)
        await note(ports, work, request, "roll back", f"{task.id}:{live.number}")
    answers = f"v{before.number}" if before else say("v0", locale=locale)
    title = say("rolled back", locale=locale, task=task.name, version=answers)
    return Reply(title=title, lines=(say("examples stay", locale=locale),), tone=Tone.DONE)


async def _way_back(work: Work, task: Task, live: Version, locale: str) -> list[str]:
    """Return what answers after a rollback, and that what rests on erased lessons does not."""
    before = await work.versions.before(task.id)
    number = before.number if before else 0
    answers = f"v{number}" if before else say("v0", locale=locale)
    lines = [say("roll back to", locale=locale, version=answers)]
    between = (v for v in await work.versions.all(task.id) if number < v.number < live.number)
    if any(v.status is VersionStatus.RETIRED for v in between):
        lines.append(say("rolls past", locale=locale))
    return lines


def is_here(ports: Ports, run: Run) -> bool:
    """Whether this program carries a run out."""
    progress = ports.trainer.progress(run.task_id)
    return progress is not None and progress.run_id == run.id
