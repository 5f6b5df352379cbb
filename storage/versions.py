"""Versions in a database."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.domain.codec import comparison_from_json, record_to_json, trial_from_json
from core.domain.example import ExampleStatus
from core.domain.identity import TaskId
from core.domain.version import Comparison, Trial, Version, VersionStatus
from core.errors import NotFound
from core.ports.learning import Clock
from storage.claims import claim_task
from storage.failures import read_row
from storage.tables import ExampleRow, TaskRow, VersionRow


@dataclass(frozen=True, slots=True)
class SqlVersions:
    """The port Versions in one transaction."""

    session: AsyncSession
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
        """Add a version under the task's next number, live from now; the live one retires."""
        _, task = await claim_task(self.session, task_id)
        await self._retire_live(task_id)
        row = self._new_row(task, comparison, trials, examples)
        row.status = VersionStatus.LIVE
        row.artifact = artifact
        return await self._save(row)

    async def add_refused(
        self, task_id: TaskId, *, comparison: Comparison, trials: tuple[Trial, ...], examples: int
    ) -> Version:
        """Add a version that was not better, for the history; it has no artifact."""
        _, task = await claim_task(self.session, task_id)
        return await self._save(self._new_row(task, comparison, trials, examples))

    async def live(self, task_id: TaskId) -> Version | None:
        """Return the live version; None where none was promoted (or all were rolled back)."""
        row = await self._live(task_id)
        return None if row is None else _version(row)

    async def all(self, task_id: TaskId) -> Sequence[Version]:
        """Return the task's versions, newest first."""
        chosen = select(VersionRow).where(VersionRow.task_id == task_id)
        rows = await self.session.scalars(chosen.order_by(VersionRow.number.desc()))
        return [_version(row) for row in rows]

    async def roll_back(self, task_id: TaskId) -> Version | None:
        """Retire the live version for the newest retired one of a lower number, and return that.

        One made before an example was erased may rest on it, and is passed over. None where there
        is no earlier one; raises NotFound where no version is live.
        """
        await claim_task(self.session, task_id)
        live = await self._live(task_id)
        if live is None:
            raise NotFound("There is no retrained version to go back from.")
        row = await self._before(live)
        await self._retire_live(task_id)
        if row is None:
            return None
        row.status = VersionStatus.LIVE
        return await self._save(row)

    async def before(self, task_id: TaskId) -> Version | None:
        """Return the version that a rollback would let answer; None for version 0."""
        live = await self._live(task_id)
        row = None if live is None else await self._before(live)
        return None if row is None else _version(row)

    async def artifacts(self) -> Sequence[str]:
        """Return the names of all artifacts that a version of any task needs.

        A retired version that may rest on erased examples needs none any more.
        """
        retired = (VersionRow.status == VersionStatus.RETIRED) & _is_clean()
        needed = or_(VersionRow.status == VersionStatus.LIVE, retired)
        return (await self.session.scalars(select(VersionRow.artifact).where(needed))).all()

    async def _before(self, live: VersionRow) -> VersionRow | None:
        earlier = (
            select(VersionRow)
            .where(
                VersionRow.task_id == live.task_id,
                VersionRow.status == VersionStatus.RETIRED,
                VersionRow.number < live.number,
                _is_clean(),
            )
            .order_by(VersionRow.number.desc())
            .limit(1)
        )
        return await self.session.scalar(earlier)

    async def _live(self, task_id: TaskId) -> VersionRow | None:
        chosen = VersionRow.task_id == task_id, VersionRow.status == VersionStatus.LIVE
        return await self.session.scalar(select(VersionRow).where(*chosen))

    async def _retire_live(self, task_id: TaskId) -> None:
        chosen = VersionRow.task_id == task_id, VersionRow.status == VersionStatus.LIVE
        retire = update(VersionRow).where(*chosen).values(status=VersionStatus.RETIRED)
        await self.session.execute(retire)

    def _new_row(
        self, task: TaskRow, comparison: Comparison, trials: tuple[Trial, ...], examples: int
    ) -> VersionRow:
        """Return the task's next version as a refused one."""
        task.versions_numbered += 1
        return VersionRow(
            task_id=task.id,
            number=task.versions_numbered,
            status=VersionStatus.REFUSED,
            artifact="",
            comparison=record_to_json(comparison),
            trials=[record_to_json(trial) for trial in trials],
            made_at=self.clock(),
            examples=examples,
        )

    async def _save(self, row: VersionRow) -> Version:
        self.session.add(row)
        await self.session.flush()
        return _version(row)


def _is_clean() -> ColumnElement[bool]:
    """Return whether a version was made after the last example of its task was erased."""
    erased = select(ExampleRow.id).where(
        ExampleRow.task_id == VersionRow.task_id,
        ExampleRow.status == ExampleStatus.ERASED,
        ExampleRow.taught_at >= VersionRow.made_at,  # when it was erased
    )
    return ~exists(erased)


@read_row
def _version(row: VersionRow) -> Version:
    return Version(
        id=row.id,
        task_id=row.task_id,
        number=row.number,
        status=row.status,
        artifact=row.artifact,
        comparison=comparison_from_json(row.comparison),
        trials=tuple(trial_from_json(trial) for trial in row.trials),
        made_at=row.made_at,
        examples=row.examples,
    )
