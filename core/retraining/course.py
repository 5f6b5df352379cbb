"""The course of one retraining: from a snapshot to a version that is live or refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import structlog

from core.domain.artifact import Artifact
from core.domain.identity import TaskId
from core.domain.version import Run, RunStatus, Version
from core.errors import ArtifactError, NotFound
from core.learning.config import LearnerConfig
from core.ports.artifacts import Artifacts
from core.ports.work import OpenWork, Work
from core.retraining.accept import MIN_EXAMPLES, Judgement, accept
from core.retraining.job import Job, Outcome, Step
from core.retraining.process import Worker
from core.retraining.records import DEFINITION, Snapshot, definition_mark, take_snapshot
from core.serving.fallback import note_unusable, versions_to_try

log = structlog.get_logger()

OVERTAKEN = "another version went live meanwhile"


class Refreshing(Protocol):
    """What retraining needs of the learner that answers."""

    async def refresh(self, task_id: TaskId) -> None:
        """Take up the task's live version ahead of the next question."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Carries retrainings out. A crash between any two steps leaves the old version answering."""

    open_work: OpenWork
    artifacts: Artifacts
    predictor: Refreshing
    worker: Worker
    config: LearnerConfig

    async def follow(self, run: Run, on_step: Callable[[Step], None]) -> Run:
        """Return the run as it ended.

        Raises:
            NotFound: the task was deleted; what came of it is dropped.
            WorkerError: the training came to nothing.
        """
        snapshot, live = await self._read(run.task_id)
        if len(snapshot.examples) < MIN_EXAMPLES:
            return await self._end_early(run)
        job = Job(task=snapshot.task, examples=snapshot.examples, live=live, config=self.config)
        outcome = await self.worker.run(job, on_step)
        judgement = accept(outcome.comparison, live_has_traces=snapshot.live_has_traces)
        if not judgement.promotes:
            return await self._record(run, snapshot, outcome, judgement)
        return await self._promote(run, snapshot, outcome, judgement)

    async def sweep(self) -> None:
        """Remove the artifacts that no version needs."""
        async with self.open_work() as work:
            keep = await work.versions.artifacts()
        removed = await self.artifacts.sweep(keep=keep)
        log.info("artifacts swept", removed=len(removed))

    async def _read(self, task_id: TaskId) -> tuple[Snapshot, Artifact | None]:
        """Return the task and what answers here: the live version, or the one before."""
        async with self.open_work() as work:
            snapshot = await take_snapshot(work, task_id)
            candidates = await versions_to_try(work, snapshot.live)
        for version in candidates:
            try:
                return snapshot, await self.artifacts.read(version.artifact)
            except ArtifactError as damage:
                note_unusable(version, damage)
        return snapshot, None

    async def _end_early(self, run: Run) -> Run:
        async with self.open_work() as work:
            reason = str(Judgement.TOO_FEW)
            return await work.runs.end(run.id, RunStatus.CANCELLED, reason=reason)

    async def _promote(
        self, run: Run, snapshot: Snapshot, outcome: Outcome, judgement: Judgement
    ) -> Run:
        """Write the artifact, then its row, then take it up: in this order, so none is missing."""
        name = await self.artifacts.write(outcome.artifact)
        try:
            ended = await self._record(run, snapshot, outcome, judgement, artifact=name)
        except NotFound:
            await self.artifacts.discard(name)
            raise
        if ended.status is RunStatus.PROMOTED:
            await self.predictor.refresh(run.task_id)
        else:
            await self.artifacts.discard(name)
        return ended

    async def _record(
        self,
        run: Run,
        snapshot: Snapshot,
        outcome: Outcome,
        judgement: Judgement,
        *,
        artifact: str = "",
    ) -> Run:
        """Save the version and the end of the run at once, or neither."""
        async with self.open_work() as work:
            current = await work.runs.get(run.id)
            if current.status is not RunStatus.RUNNING:  # its lease was lost: it is not ours now
                return current
            live = await work.versions.live(run.task_id)
            if judgement.promotes and _number(live) != _number(snapshot.live):
                return await work.runs.end(run.id, RunStatus.CANCELLED, reason=OVERTAKEN)
            version = await _add_version(work, snapshot, outcome, artifact=artifact)
            return await work.runs.end(
                run.id,
                RunStatus.PROMOTED if judgement.promotes else RunStatus.REFUSED,
                version=version.number,
                comparison=outcome.comparison,
                reason=None if judgement is Judgement.BETTER else str(judgement),
                figures={**outcome.figures, DEFINITION: definition_mark(snapshot.task)},
            )


async def _add_version(
    work: Work, snapshot: Snapshot, outcome: Outcome, *, artifact: str
) -> Version:
    """Add the candidate, live where it has an artifact, refused where it has none."""
    comparison, trials, examples = outcome.comparison, outcome.trials, len(snapshot.examples)
    task_id = snapshot.task.id
    if not artifact:
        return await work.versions.add_refused(
            task_id, comparison=comparison, trials=trials, examples=examples
        )
    return await work.versions.add_live(
        task_id, artifact=artifact, comparison=comparison, trials=trials, examples=examples
    )


def _number(version: Version | None) -> int:
    return version.number if version else 0
