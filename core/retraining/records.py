"""What a retraining reads and writes in the store: each function is part of one unit of work."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.domain.codec import fields_to_json, target_to_json
from core.domain.example import Example, ExampleStatus
from core.domain.identity import TaskId
from core.domain.task import Task, error_of
from core.domain.version import STOPPED, Run, RunStatus, Version
from core.ports.work import Work
from core.retraining.schedule import ScheduleFacts

DEFINITION = "definition"
"""The figure of a run that holds :func:`definition_mark` of what it was fitted for."""

SECONDS = "seconds"
"""The figure of a run that holds how long its training took, without the wait for its turn."""

CLOCKS_DIFFER = timedelta(minutes=5)
"""How far ahead another machine's clock may be; what is noted further ahead was never true."""

MAX_RECENT = 200
"""How many honest errors are looked at for drift, the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A task as one transaction saw it."""

    task: Task
    examples: tuple[Example, ...]
    """Those that count."""
    live: Version | None
    live_has_traces: bool
    """Whether examples that the live version was fitted on were erased since."""


async def take_snapshot(work: Work, task_id: TaskId) -> Snapshot:
    """Return what a retraining needs; raises NotFound."""
    examples = await work.examples.changed_since(task_id, 0)
    live = await work.versions.live(task_id)
    runs = await work.runs.all(task_id)
    fitted = next((r for r in runs if live is not None and r.version == live.number), None)
    return Snapshot(
        task=await work.tasks.get(task_id),
        examples=tuple(e for e in examples if e.counts),
        live=live,
        live_has_traces=fitted is not None and bool(_erased_since(fitted, examples)),
    )


async def gather_facts(work: Work, task_id: TaskId, *, now: datetime) -> ScheduleFacts:
    """Return what the schedule needs to know of a task; raises NotFound."""
    task = await work.tasks.get(task_id)
    runs = await work.runs.all(task_id)
    live = await work.versions.live(task_id)
    last = next((r for r in runs if r.reason != STOPPED), None)
    judged = next((r for r in runs if r.status in {RunStatus.PROMOTED, RunStatus.REFUSED}), None)
    changed = await work.examples.changed_since(task_id, judged.revision if judged else 0)
    return ScheduleFacts(
        active=await work.examples.count(task_id),
        changed=sum(e.status is not ExampleStatus.HELD for e in changed),
        erased=len(_erased_since(judged, changed)) if judged and live else 0,
        fields_changed=judged is not None and _is_for_another(judged, task),
        recent_errors=_honest_errors(changed, since=judged, now=now),
        promised_error=live.comparison.candidate_error if live else None,
        since_end=_since(last.ended_at, now=now) if last and last.ended_at else None,
        last_took=timedelta(seconds=last.figures.get(SECONDS, 0.0) if last else 0.0),
        has_failed=last is not None and last.status in {RunStatus.FAILED, RunStatus.CANCELLED},
    )


def _since(moment: datetime, *, now: datetime) -> timedelta | None:
    """Return how long ago a moment was; None where a clock that was wrong has noted it.

    A future that is near may be another machine's clock; one that is far would let the task rest
    until it has come.
    """
    ahead = moment - now
    return None if ahead > CLOCKS_DIFFER else max(-ahead, timedelta())


def definition_mark(task: Task) -> float:
    """Return a checksum of what a task predicts from what; names and wording left out of it."""
    fields = [{k: v for k, v in f.items() if k != "name"} for f in fields_to_json(task.fields)]
    target = target_to_json(task.target) | {"name": ""}
    return float(zlib.crc32(json.dumps([fields, target]).encode()))


def _erased_since(run: Run, examples: Sequence[Example]) -> list[Example]:
    """Return the examples that were erased since a run, but for those surely taught after it.

    Erasing takes the time of teaching too, so that only the order of the ids is left to tell.
    """
    after = run.ended_at or run.started_at
    later = (e.id for e in examples if e.status is not ExampleStatus.ERASED and e.taught_at > after)
    first_later = min(later, default=None)
    return [
        e
        for e in examples
        if e.status is ExampleStatus.ERASED
        and e.revision > run.revision
        and (first_later is None or e.id < first_later)
    ]


def _is_for_another(run: Run, task: Task) -> bool:
    mark = definition_mark(task)
    return run.figures.get(DEFINITION, mark) != mark


def _honest_errors(
    examples: Sequence[Example], *, since: Run | None, now: datetime
) -> tuple[float, ...]:
    """Return the newest errors of what was foretold: distances, or 1 for a wrong label."""
    after = since.started_at if since and since.started_at - now <= CLOCKS_DIFFER else None
    errors = [
        error_of(e.foretold.answer, e.target)
        for e in examples
        if e.counts
        and e.foretold
        and e.target is not None
        and (after is None or e.taught_at > after)
    ]
    return tuple(errors[-MAX_RECENT:])
