"""Models: how a task's learner does, what retraining made of it, and the way back."""

from collections import Counter
from collections.abc import Mapping
from statistics import fmean

from core.assistant import show
from core.assistant.commands.retraining import is_here
from core.assistant.describe import balance_words, shares
from core.assistant.raters import showable
from core.assistant.record import card_picture, honest_errors
from core.assistant.reply import Choice, Reply, Table, Tone
from core.assistant.request import Ports, Request
from core.assistant.rights import is_keeper
from core.assistant.which import require_task
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.identity import MemberId
from core.domain.task import Task, weights_of
from core.domain.version import Comparison, Run, RunStatus, Version
from core.ports.learning import Checkup

TOP_TEACHERS = 5
MIN_RECORD = 5
"""Fewer answers say nothing about how good they are."""


async def status(ports: Ports, request: Request) -> Reply:
    """Say how a task's learner does on its own examples, each left out in turn."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        latest = await work.runs.latest(task.id)
        live = await work.versions.live(task.id)
        may_stop = await is_keeper(work, request, task)
    checkup = await ports.predictor.checkup(task, asked_by=request.sender.member)
    lines = list(_checkup_lines(checkup, task, locale))
    if live and checkup.version < live.number:
        lines.append(say("stands in", locale=locale, live=f"v{live.number}"))
    choices: tuple[Choice, ...] = ()
    if latest and latest.status is RunStatus.RUNNING:
        lines.append(_progress_words(ports, latest, locale))
        cancel = Choice(label=say("stop it", locale=locale), action=f"stop:{task.id}")
        choices = (cancel,) if may_stop else ()
    elif latest:
        lines.append(ending_words(latest, task, locale))
    version = f"v{checkup.version}" if checkup.version else say("v0", locale=locale)
    title = say("status title", locale=locale, task=task.name, version=version)
    return Reply(title=title, lines=tuple(lines), choices=choices)


def _progress_words(ports: Ports, run: Run, locale: str) -> str:
    """Return how far a run is that is under way: here, or in another program on the same data."""
    progress = ports.trainer.progress(run.task_id)
    if progress is None or not is_here(ports, run):
        return say("training elsewhere", locale=locale)
    done = show.share(progress.fraction, locale=locale)
    return say("training now", locale=locale, done=done, stage=progress.stage)


def _checkup_lines(checkup: Checkup, task: Task, locale: str) -> list[str]:
    lines = [say("examples count", locale=locale, count=checkup.examples)]
    if checkup.duplicates:
        lines.append(say("duplicates count", locale=locale, count=checkup.duplicates))
    if checkup.faded:
        lines.append(say("faded count", locale=locale, count=checkup.faded))
    if checkup.error is not None and checkup.naive_error is not None:
        lines.append(
            say(
                "error against naive" + _kind(task),
                locale=locale,
                error=show.error(checkup.error, task.target, locale=locale),
                naive=show.error(checkup.naive_error, task.target, locale=locale),
            )
        )
    if checkup.coverage is not None:
        covered = show.share(checkup.coverage, locale=locale)
        lines.append(say("coverage", locale=locale, share=covered))
    if checkup.confidence is not None and checkup.error is not None:
        sure = show.share(checkup.confidence, locale=locale)
        right = show.share(1.0 - checkup.error, locale=locale)
        lines.append(say("calibration", locale=locale, sure=sure, right=right))
    if checkup.weights:
        lines.append(say("experts", locale=locale, shares=shares(checkup.weights, locale=locale)))
    if checkup.suspects:
        count = len(checkup.suspects)
        lines.append(say("suspects count", locale=locale, count=count, task=task.name))
    return lines


def _kind(task: Task) -> str:
    return " number" if task.target.kind.is_number else " category"


async def history(ports: Ports, request: Request) -> Reply:
    """List a task's versions with the figures they were judged by."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        versions = await work.versions.all(task.id)
    if not versions:
        return Reply(title=say("no versions", locale=locale, task=task.name))
    keys = ("version", "status", "fitted on", "its error", "live error", "naive error", "sure")
    return Reply(
        title=say("history title", locale=locale, task=task.name),
        table=Table(
            headings=tuple(say(key, locale=locale) for key in keys),
            rows=tuple(_version_row(version, task, locale) for version in versions),
        ),
        notes=(say("history note", locale=locale),),
    )


def _version_row(version: Version, task: Task, locale: str) -> tuple[str, ...]:
    judged = version.comparison
    errors = (judged.candidate_error, judged.live_error, judged.naive_error)
    return (
        f"v{version.number}",
        str(version.status),
        f"{version.examples:,}",
        *(show.error(error, task.target, locale=locale) for error in errors),
        _sure(judged, locale),
    )


async def card(ports: Ports, request: Request) -> Reply:
    """Show a model's card: who taught it, how good it is, on what it rests, with pictures."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        live = await work.versions.live(task.id)
        everything = await work.examples.changed_since(task.id, 0)
        taught = sorted((e for e in everything if e.counts), key=lambda e: e.number)
        authors = {e.author for e in taught if e.author}
        names = await work.members.names(request.sender.community, authors)
    checkup = await ports.predictor.checkup(task, asked_by=request.sender.member)
    shown = showable(taught, task, request)
    trials = live.trials if live and shown == taught else ()
    lines = [
        *balance_words(task.target, locale),
        *_checkup_lines(checkup, task, locale),
        *_record_lines(shown, task, locale),
        *_judged_lines(live, task, locale),
        *_teacher_lines(taught, names, locale),
    ]
    version = f"v{live.number}" if live else say("v0", locale=locale)
    return Reply(
        title=say("card title", locale=locale, task=task.name, version=version),
        lines=tuple(lines),
        notes=(say("honest note", locale=locale),),
        picture=card_picture(task, shown, trials, locale=locale),
    )


def _record_lines(taught: list[Example], task: Task, locale: str) -> list[str]:
    """Return how far off the answers were that were given right before each lesson."""
    errors = honest_errors(taught, task)
    if len(errors) < MIN_RECORD:
        return []
    weights = weights_of(task.target, [e.truth for e in errors])
    return [
        say(
            "record" + _kind(task),
            locale=locale,
            count=len(errors),
            error=show.error(fmean((e.error for e in errors), weights), task.target, locale=locale),
            naive=show.error(fmean((e.naive for e in errors), weights), task.target, locale=locale),
        )
    ]


def _judged_lines(live: Version | None, task: Task, locale: str) -> list[str]:
    if live is None:
        return []
    return [compared_words(live.comparison, task, locale)]


def _teacher_lines(taught: list[Example], names: Mapping[MemberId, str], locale: str) -> list[str]:
    # Of those without a name nobody is told apart: they left, or erased who they were.
    counts = Counter(example.author if example.author in names else None for example in taught)
    ranked = counts.most_common()
    shown = [
        f"{show.clip(names[teacher], 40) if teacher else '?'} {count:,}"
        for teacher, count in ranked[:TOP_TEACHERS]
    ]
    more = [f"… {len(ranked) - TOP_TEACHERS} more"] if len(ranked) > TOP_TEACHERS else []
    return [say("teachers", locale=locale, names=" · ".join(shown + more))] if shown else []


def compared_words(judged: Comparison, task: Task, locale: str) -> str:
    """Return the sentence that sets a candidate beside the live version and the naive guess."""
    return say(
        "compared" + _kind(task),
        locale=locale,
        count=judged.examples,
        new=show.error(judged.candidate_error, task.target, locale=locale),
        old=show.error(judged.live_error, task.target, locale=locale),
        naive=show.error(judged.naive_error, task.target, locale=locale),
        sure=_sure(judged, locale),
    )


def _sure(judged: Comparison, locale: str) -> str:
    """Return how sure it is that the candidate is better; no sample makes that certain."""
    return show.share(min(max(judged.confidence, 0.001), 0.999), locale=locale)


def ending_words(run: Run, task: Task, locale: str) -> str:
    """Return one sentence on how a retraining ended."""
    version = f"v{run.version}" if run.version else ""
    reason = f"{run.reason[:1].upper()}{run.reason[1:].rstrip('.')}."
    return say(f"run {run.status}", locale=locale, task=task.name, version=version, reason=reason)


async def report(ports: Ports, run: Run, *, locale: str = "en") -> Reply:
    """Return what to say of a retraining that ended: one honest sentence, figures, a picture.

    A picture of ratings shows single ones, and this is read by all.
    """
    async with ports.open_work() as work:
        task = await work.tasks.get(run.task_id)
        versions = await work.versions.all(task.id)
        everything = await work.examples.changed_since(task.id, 0)
    taught = sorted((e for e in everything if e.counts), key=lambda e: e.number)
    made = next((v for v in versions if v.number == run.version), None)
    lines = [compared_words(run.comparison, task, locale)] if run.comparison else []
    picture = (
        card_picture(task, taught, made.trials, locale=locale) if made and not task.rater else None
    )
    return Reply(
        title=ending_words(run, task, locale),
        lines=tuple(lines),
        tone=Tone.ERROR if run.status is RunStatus.FAILED else Tone.DONE,
        picture=picture,
    )
