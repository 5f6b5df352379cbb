"""Versions and runs in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from core.domain.example import ExampleStatus
from core.domain.identity import MemberId, RunId, TaskId, VersionId
from core.domain.version import (
    LOST,
    STOPPED,
    Comparison,
    Run,
    RunFigures,
    RunStatus,
    Trial,
    Version,
    VersionStatus,
)
from core.errors import Conflict, NotFound
from core.ports.learning import Clock
from tests.fakes.state import State

MAX_LEASE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class MemoryVersions:
    """The port Versions over a state."""

    state: State
    clock: Clock

    async def add_live(
        self,
        task_id: TaskId,
        *,
        artifact: str,
        comparison: Comparison,
        trials: tuple[Trial, ...],
        examples: int,
    ) -> Version:
        self._retire_live(task_id)
        return self._add(task_id, VersionStatus.LIVE, artifact, comparison, trials, examples)

    async def add_refused(
        self, task_id: TaskId, *, comparison: Comparison, trials: tuple[Trial, ...], examples: int
    ) -> Version:
        return self._add(task_id, VersionStatus.REFUSED, "", comparison, trials, examples)

    async def live(self, task_id: TaskId) -> Version | None:
        versions = await self.all(task_id)
        return next((v for v in versions if v.status is VersionStatus.LIVE), None)

    async def all(self, task_id: TaskId) -> Sequence[Version]:
        own = (v for v in self.state.versions.values() if v.task_id == task_id)
        return sorted(own, key=lambda v: -v.number)

    async def roll_back(self, task_id: TaskId) -> Version | None:
        live = await self.live(task_id)
        if live is None:
            raise NotFound("There is no retrained version to go back from.")
        newest = await self.before(task_id)
        self._retire_live(task_id)
        return self._set(newest, VersionStatus.LIVE) if newest else None

    async def before(self, task_id: TaskId) -> Version | None:
        live = await self.live(task_id)
        earlier = (
            v
            for v in await self.all(task_id)
            if live and v.number < live.number and self._is_needed(v)
        )
        return next(earlier, None)

    async def artifacts(self) -> Sequence[str]:
        versions = self.state.versions.values()
        return [
            v.artifact for v in versions if v.status is VersionStatus.LIVE or self._is_needed(v)
        ]

    def _is_needed(self, version: Version) -> bool:
        """Return whether it can be rolled back to: nothing that it may rest on was erased since."""
        is_clean = not any(
            e.task_id == version.task_id
            and e.status is ExampleStatus.ERASED
            and e.taught_at >= version.made_at
            for e in self.state.examples.values()
        )
        return version.status is VersionStatus.RETIRED and is_clean

    def _add(
        self,
        task_id: TaskId,
        status: VersionStatus,
        artifact: str,
        comparison: Comparison,
        trials: tuple[Trial, ...],
        examples: int,
    ) -> Version:
        self.state.task(task_id)
        version = Version(
            id=VersionId(self.state.next("version")),
            task_id=task_id,
            number=self.state.next("version number", task_id),
            status=status,
            artifact=artifact,
            comparison=comparison,
            trials=trials,
            made_at=self.clock(),
            examples=examples,
        )
        self.state.versions[version.id] = version
        return version

    def _retire_live(self, task_id: TaskId) -> None:
        for version in list(self.state.versions.values()):
            if version.task_id == task_id and version.status is VersionStatus.LIVE:
                self._set(version, VersionStatus.RETIRED)

    def _set(self, version: Version, status: VersionStatus) -> Version:
        changed = replace(version, status=status)
        self.state.versions[version.id] = changed
        return changed


@dataclass(frozen=True, slots=True)
class MemoryRuns:
    """The port Runs over a state."""

    state: State
    clock: Clock

    async def start(
        self,
        task_id: TaskId,
        *,
        requested_by: MemberId | None,
        reason: str,
        revision: int,
        examples: int,
        lease: timedelta,
    ) -> Run:
        self.state.task(task_id)
        await self.end_lost()
        if any(other.status is RunStatus.RUNNING for other in await self.all(task_id)):
            raise Conflict("A retraining of this task is under way already.")
        run = Run(
            id=RunId(self.state.next("run")),
            task_id=task_id,
            status=RunStatus.RUNNING,
            requested_by=requested_by,
            started_at=self.clock(),
            revision=revision,
            examples=examples,
            reason=reason,
        )
        self.state.runs[run.id] = run
        self.state.leases[run.id] = self.clock() + lease
        return run

    async def renew(self, run_id: RunId, lease: timedelta) -> bool:
        run = await self.get(run_id)
        if run.status is RunStatus.RUNNING:
            self.state.leases[run_id] = self.clock() + lease
        return run.status is RunStatus.RUNNING

    async def begin(self, run_id: RunId) -> bool:
        run = await self.get(run_id)
        if run.status is RunStatus.RUNNING:
            self.state.runs[run_id] = replace(run, begun_at=self.clock())
        return run.status is RunStatus.RUNNING

    async def end_lost(self) -> Sequence[Run]:
        lost = [run for run in self.state.runs.values() if self._is_lost(run)]
        for run in lost:
            self.state.runs[run.id] = self._seen(run)
        return [self.state.runs[run.id] for run in lost]

    async def end(
        self,
        run_id: RunId,
        status: RunStatus,
        *,
        version: int | None = None,
        comparison: Comparison | None = None,
        reason: str | None = None,
        figures: RunFigures | None = None,
    ) -> Run:
        run = await self.get(run_id)
        if run.status is RunStatus.RUNNING:
            run = replace(
                run,
                status=status,
                ended_at=self.clock(),
                version=version,
                comparison=comparison,
                reason=run.reason if reason is None else reason,
                figures=figures or {},
            )
            self.state.runs[run_id] = run
        return run

    async def get(self, run_id: RunId) -> Run:
        if run_id not in self.state.runs:
            raise NotFound("This retraining does not exist any more.")
        return self.state.runs[run_id]

    async def latest(self, task_id: TaskId) -> Run | None:
        return next(iter(await self.all(task_id)), None)

    async def all(self, task_id: TaskId) -> Sequence[Run]:
        own = (r for r in reversed(self.state.runs.values()) if r.task_id == task_id)
        return [self._seen(run) for run in own]

    def _is_lost(self, run: Run) -> bool:
        left = self.state.leases[run.id] - self.clock()
        is_held = timedelta() < left <= MAX_LEASE
        return run.status is RunStatus.RUNNING and not is_held

    def _seen(self, run: Run) -> Run:
        if not self._is_lost(run):
            return run
        has_begun = run.begun_at is not None
        return replace(
            run,
            status=RunStatus.FAILED if has_begun else RunStatus.CANCELLED,
            reason=LOST if has_begun else STOPPED,
            ended_at=self.clock(),
        )
