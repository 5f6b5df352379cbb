"""The port Predictor: each task's learner follows the store, and answers from what is committed.

One mechanism serves learning at once, forgetting at once, edits, rollback, restarts, several
processes and the swap after a retraining: before it answers, a learner reads which version is
live and what changed since the revision that it knows.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Final, TypeVar
from weakref import WeakValueDictionary

import structlog

from core.domain.example import Foretold
from core.domain.fields import Values
from core.domain.forecast import Answer, Explanation
from core.domain.identity import MemberId, TaskId
from core.domain.ratings import NO_MEANS, Means, means_from_json, means_name
from core.domain.task import Task
from core.errors import ArtifactError, NotFound, NothingTaught
from core.learning.config import LearnerConfig
from core.owned import OwnedTasks
from core.ports.artifacts import Artifacts
from core.ports.learning import Checkup
from core.ports.work import OpenWork, Work
from core.serving.fallback import note_unusable, versions_to_try
from core.serving.foretelling import LessonPair, foretell
from core.serving.lanes import Lanes
from core.serving.standing import Standing, stand_up
from core.serving.views import rater_in

log = structlog.get_logger()

Result = TypeVar("Result")

LONG: Final = 500
"""Taking in more examples at once, or checking them, is long work: 5,000 take about a second."""

MAX_LEARNERS: Final = 64
"""How many tasks' learners are kept in memory: those that were used last."""

TRY_AGAIN_S: Final = 600.0
"""How long an earlier version stands in before the live one's files are looked for again."""

WARMED: Final = 16
"""How many tasks' learners are made ahead of their first question."""


class LivePredictor:
    """Keeps the learners of the tasks that are in use, and asks them in threads.

    The composition root calls :meth:`close` at the end, and :meth:`warm_up` when it likes.
    """

    def __init__(
        self,
        open_work: OpenWork,
        artifacts: Artifacts,
        config: LearnerConfig,
        *,
        max_learners: int = MAX_LEARNERS,
        try_again_s: float = TRY_AGAIN_S,
    ) -> None:
        self._open_work = open_work
        self._artifacts = artifacts
        self._config = config
        self._max_learners = max_learners
        self._try_again_s = try_again_s
        self._lanes = Lanes(_be_modest)
        self._owned = OwnedTasks()
        self._standings: dict[TaskId, Standing] = {}
        """The one used last is the last."""
        self._locks: WeakValueDictionary[TaskId, asyncio.Lock] = WeakValueDictionary()
        self._refreshing: set[TaskId] = set()

    async def answer(self, task: Task, values: Values) -> Answer:
        """Return a forecast; raises NothingTaught where no example counts."""
        async with self._borrowed(task) as standing:
            await self._bring_up(standing, rater_in(values, task))
            return await self._lanes.run(standing.predict, values)

    async def explain(self, task: Task, values: Values) -> Explanation:
        """Return why the answer to this question is what it is; raises NothingTaught."""
        async with self._borrowed(task) as standing:
            await self._bring_up(standing, rater_in(values, task))
            return await self._lanes.run(standing.explain, values)

    async def foretell(
        self, task: Task, lessons: Sequence[LessonPair]
    ) -> Sequence[Foretold | None]:
        """Return what would be answered right before each lesson is learned; changes nothing.

        Ratings are those of one member.
        """
        async with self._borrowed(task) as standing:
            member = rater_in(lessons[0][0], task) if lessons else None
            await self._bring_up(standing, member)
            learner, known = await self._lanes.run(standing.asked_by, member)
            work = partial(foretell, task, lessons=lessons, truths=dict(known))
            if len(lessons) == 1:  # nothing is learned on the way
                return await self._lanes.run(next, work(learner))
            learner = await self._lanes.run(learner.copy)
        blocks = await self._lanes.run_by_turns(task.community, work(learner))
        return [one for block in blocks for one in block]

    async def checkup(self, task: Task, *, asked_by: MemberId | None = None) -> Checkup:
        """Return how what answers a member does on its own examples, each left out."""
        async with self._borrowed(task) as standing:
            return await self._run(task, len(standing.truths), standing.check_up, asked_by)

    def follow_soon(self, task: Task) -> None:
        """Let the task's learner learn in the background what was committed, however much."""
        self._owned.start(self._follow_ahead(task), name="following")

    async def refresh(self, task_id: TaskId) -> None:
        """Take up the task's live version ahead of the next question.

        It is built off to the side, while the old one goes on answering, and swapped in at once;
        what was taught meanwhile it follows then, as always. Raises NotFound.
        """
        self._refreshing.add(task_id)  # at once: whoever asks meanwhile need not build it too
        try:
            async with self._open_work() as work:
                task = await work.tasks.get(task_id)
            standing = await self._build(task)
            async with self._lock(task_id):
                self._keep(standing)
        finally:
            self._refreshing.discard(task_id)

    async def warm_up(self) -> None:
        """Import torch and make the newest tasks' learners: their first answers need not wait.

        A text takes milliseconds to encode, and what is known of it does not outlive the process.
        """
        await self._lanes.run(_import_learner)
        async with self._open_work() as work:
            newest = sorted(await work.tasks.ids(), reverse=True)[:WARMED]
        for task_id in newest:
            with suppress(NothingTaught, NotFound):
                async with self._open_work() as work:
                    task = await work.tasks.get(task_id)
                async with self._borrowed(task) as standing:
                    await self._run(task, len(standing.truths), standing.warm_up)

    async def close(self) -> None:
        """End what goes on in the background, then the threads, once they have done their part."""
        await self._owned.close()
        await self._lanes.close()

    async def _follow_ahead(self, task: Task) -> None:
        with suppress(NotFound):  # it was deleted meanwhile
            async with self._borrowed(task):
                pass

    @asynccontextmanager
    async def _borrowed(self, task: Task) -> AsyncIterator[Standing]:
        """Yield the task's learner, up to date and nobody else's for as long.

        It is kept again only if all went well: after an error or a cancellation a thread may be
        in the middle of changing it, so that the next call builds a new one.
        """
        async with self._lock(task.id):
            standing = await self._follow(task, self._standings.pop(task.id, None))
            try:
                yield standing
            except NothingTaught:  # it is said before anything is changed
                self._keep(standing)
                raise
            self._keep(standing)

    async def _follow(self, task: Task, standing: Standing | None) -> Standing:
        """Return the learner after all that is committed; a new one where this one will not do."""
        if standing is None or not standing.fits(task):
            return await self._build(task)
        async with self._open_work() as work:
            marks = await work.tasks.marks(task.id)  # raises NotFound where it was deleted
            is_behind = marks.revision > standing.revision
            since = standing.revision
            changes = await work.examples.changed_since(task.id, since) if is_behind else ()
            if is_behind and standing.views:
                standing.views.means = await _means_of(work, task)
        is_other = marks.version != standing.live or self._is_due_anew(standing)
        if is_other and task.id not in self._refreshing:
            return await self._build(task)
        if len(changes) > LONG:
            await self._lanes.run_by_turns(task.community, standing.follow_in_blocks(changes))
        elif changes:
            await self._lanes.run(standing.follow, changes)
        return standing

    async def _bring_up(self, standing: Standing, member: MemberId | None) -> None:
        """Let what answers a member follow what was rated, in a turn where that may take long."""
        if standing.is_behind(member):
            await self._run(standing.task, len(standing.truths), standing.asked_by, member)

    async def _build(self, task: Task) -> Standing:
        """Return a new learner of the live version, or of the newest before whose files are here.

        Whatever is wrong with the files is wrong on this machine, as far as anybody knows.
        """
        async with self._open_work() as work:
            await work.tasks.get(task.id)  # raises NotFound where it was deleted
            live = await work.versions.live(task.id)
            candidates = await versions_to_try(work, live)
            examples = await work.examples.changed_since(task.id, 0)
            means = await _means_of(work, task)
        number = live.number if live else 0
        known = partial(
            stand_up, task, live=number, examples=examples, means=means, config=self._config
        )
        for version in candidates:
            try:
                artifact = await self._artifacts.read(version.artifact)
                stand = partial(known, version=version.number, artifact=artifact)
                return await self._run(task, len(examples), stand)
            except ArtifactError as damage:
                note_unusable(version, damage)
        stand = partial(known, version=0, artifact=None)
        return await self._run(task, len(examples), stand)

    def _is_due_anew(self, standing: Standing) -> bool:
        """Whether it is time to see again if the live version's files can be used by now."""
        age_s = time.monotonic() - standing.made_at_s
        return standing.version != standing.live and age_s >= self._try_again_s

    def _keep(self, standing: Standing) -> None:
        self._standings.pop(standing.task.id, None)
        self._standings[standing.task.id] = standing
        while len(self._standings) > self._max_learners:
            del self._standings[next(iter(self._standings))]

    def _lock(self, task_id: TaskId) -> asyncio.Lock:
        """Return the task's lock, which lasts as long as anybody holds or awaits it."""
        return self._locks.setdefault(task_id, asyncio.Lock())

    async def _run(
        self, task: Task, examples: int, work: Callable[..., Result], *arguments: object
    ) -> Result:
        """Run what grows with so many examples: in a turn where it may take long."""
        if examples > LONG:
            return await self._lanes.run_long(task.community, work, *arguments)
        return await self._lanes.run(work, *arguments)


async def _means_of(work: Work, task: Task) -> Means:
    """Return the means that members were told, in a task that predicts a rating."""
    if task.rater is None:
        return NO_MEANS
    return means_from_json(await work.settings.get(task.community, means_name(task.id)))


def _be_modest() -> None:
    """Let torch use one core for a question: more are slower on sums this small.

    Measured on four busy cores: six fits to 40 examples take 0.3 s with one thread and up to 20 s
    with four, which wait for one another.
    """
    import torch

    torch.set_num_threads(1)


def _import_learner() -> None:
    import core.learning.learner  # noqa: F401  # for the time it takes
