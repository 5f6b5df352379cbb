import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from core.domain.artifact import Artifact
from core.domain.example import ExampleStatus
from core.domain.fields import FieldKind, Values
from core.domain.forecast import best_guess
from core.domain.identity import CommunityId
from core.domain.task import TargetKind, Task, Truth
from core.domain.version import VersionStatus
from core.errors import NotFound, NothingTaught
from core.ports.work import OpenWork
from core.serving.predictor import LivePredictor
from tests.core.serving.world import (
    ANA,
    BEN,
    CONFIG,
    HERE,
    add_task,
    doubled,
    promote,
    size,
    teach,
)
from tests.fakes import MemoryArtifacts, memory_work


@dataclass
class World:
    open_work: OpenWork
    artifacts: MemoryArtifacts
    predictor: LivePredictor
    task: Task

    async def teach(self, *pairs: tuple[Values, Truth]) -> None:
        await teach(self.open_work, self.task, pairs)

    async def ask(self, number: float) -> float:
        answer = await self.predictor.answer(self.task, size(number))
        guess = best_guess(answer.forecast)
        assert isinstance(guess, float)
        return guess

    async def ask_afresh(self, number: float) -> float:
        """Ask a predictor that was started just now, as after a restart."""
        fresh = LivePredictor(self.open_work, self.artifacts, CONFIG)
        try:
            guess = best_guess((await fresh.answer(self.task, size(number))).forecast)
        finally:
            await fresh.close()
        assert isinstance(guess, float)
        return guess

    async def version(self) -> int:
        return (await self.predictor.answer(self.task, size(3.0))).version


@pytest.fixture
async def world() -> AsyncIterator[World]:
    open_work = memory_work()
    artifacts = MemoryArtifacts()
    predictor = LivePredictor(open_work, artifacts, CONFIG)
    yield World(open_work, artifacts, predictor, await add_task(open_work))
    await predictor.close()


async def test_before_anything_is_taught_there_is_no_answer(world: World) -> None:
    with pytest.raises(NothingTaught, match="houses"):
        await world.predictor.answer(world.task, size(6.0))
    with pytest.raises(NothingTaught, match="houses"):
        await world.predictor.explain(world.task, size(6.0))


async def test_held_lessons_do_not_count(world: World) -> None:
    await teach(world.open_work, world.task, doubled(3), status=ExampleStatus.HELD)
    with pytest.raises(NothingTaught):
        await world.ask(6.0)


async def test_what_is_taught_counts_in_the_next_answer(world: World) -> None:
    await world.teach(*doubled(5))
    before = await world.ask(6.0)
    await world.teach((size(6.0), 30.0))
    after = await world.ask(6.0)
    assert abs(after - 30.0) < abs(before - 30.0)


async def test_an_answer_says_how_many_examples_and_which_version_it_rests_on(
    world: World,
) -> None:
    await world.teach(*doubled(5))
    answer = await world.predictor.answer(world.task, size(6.0))
    assert (answer.examples, answer.version) == (5, 0)


@pytest.mark.parametrize("status", [ExampleStatus.WITHDRAWN, ExampleStatus.HELD])
async def test_an_example_that_counts_no_more_is_forgotten_and_can_come_back(
    world: World, status: ExampleStatus
) -> None:
    await world.teach(*doubled(5))
    before = await world.ask(6.0)
    (odd,) = await teach(world.open_work, world.task, [(size(6.0), 30.0)])
    taught = await world.ask(6.0)
    async with world.open_work() as work:
        await work.examples.set_status(odd.id, status)
    assert await world.ask(6.0) == pytest.approx(before, rel=1e-6)
    async with world.open_work() as work:
        await work.examples.set_status(odd.id, ExampleStatus.ACTIVE)
    assert await world.ask(6.0) == pytest.approx(taught, rel=1e-6)


async def test_an_edit_counts_in_the_next_answer(world: World) -> None:
    (odd, *_) = await teach(world.open_work, world.task, [(size(6.0), 30.0), *doubled(5)])
    await world.ask(6.0)
    async with world.open_work() as work:
        await work.examples.edit(odd.id, values=size(6.0), target=12.0)
    assert await world.ask(6.0) == pytest.approx(await world.ask_afresh(6.0), rel=1e-6)
    assert (await world.predictor.answer(world.task, size(6.0))).examples == 6


async def test_an_erased_member_has_no_part_in_the_next_answer(world: World) -> None:
    await world.teach(*doubled(5))
    before = await world.ask(6.0)
    await teach(world.open_work, world.task, [(size(6.0), 30.0)], author=BEN)
    assert await world.ask(6.0) != pytest.approx(before, rel=1e-6)
    async with world.open_work() as work:
        await work.members.erase(HERE, BEN)
    assert await world.ask(6.0) == pytest.approx(before, rel=1e-6)


async def test_whatever_happens_a_learner_answers_as_one_started_just_now(world: World) -> None:
    taught = await teach(world.open_work, world.task, doubled(12))
    await world.ask(6.0)
    async with world.open_work() as work:
        await work.examples.set_status(taught[0].id, ExampleStatus.WITHDRAWN)
        await work.examples.edit(taught[1].id, values=size(2.0), target=5.0)
        await work.examples.edit(taught[2].id, values={}, target=7.0)
    await world.teach(*doubled(5, start=20))
    assert await world.ask(6.0) == pytest.approx(await world.ask_afresh(6.0), rel=1e-6)
    async with world.open_work() as work:
        await work.examples.set_status(taught[0].id, ExampleStatus.ACTIVE)
        await work.members.erase(HERE, ANA)
    await teach(world.open_work, world.task, doubled(4, start=30), author=BEN)
    assert await world.ask(6.0) == pytest.approx(await world.ask_afresh(6.0), rel=1e-6)


async def test_two_processes_on_one_store_answer_alike(world: World) -> None:
    other = LivePredictor(world.open_work, world.artifacts, CONFIG)
    for at in range(1, 4):
        await world.teach((size(float(at)), 2.0 * at))
        mine = await world.ask(6.0)
        theirs = best_guess((await other.answer(world.task, size(6.0))).forecast)
        assert theirs == pytest.approx(mine, rel=1e-6)
    await other.close()


async def test_communities_do_not_learn_from_one_another(world: World) -> None:
    elsewhere = await add_task(world.open_work, community=CommunityId("terminal:there"))
    await world.teach(*doubled(5))
    mine = await world.ask(6.0)
    await teach(world.open_work, elsewhere, [(size(6.0), -1000.0)] * 3)
    await world.predictor.answer(elsewhere, size(6.0))
    assert await world.ask(6.0) == mine


async def test_a_learner_that_was_dropped_for_others_comes_back_as_it_was(world: World) -> None:
    small = LivePredictor(world.open_work, world.artifacts, CONFIG, max_learners=1)
    other = await add_task(world.open_work, name="flats")
    await world.teach(*doubled(5))
    await teach(world.open_work, other, doubled(3))
    before = await small.answer(world.task, size(6.0))
    await small.answer(other, size(6.0))
    assert await small.answer(world.task, size(6.0)) == before
    await small.close()


async def test_a_promoted_version_answers_with_all_that_was_taught_since(world: World) -> None:
    await world.teach(*doubled(30))
    assert await world.version() == 0
    await promote(world.open_work, world.artifacts, world.task)
    await world.teach(*doubled(3, start=31))
    answer = await world.predictor.answer(world.task, size(6.0))
    assert (answer.version, answer.examples) == (1, 33)
    assert await world.ask(6.0) == pytest.approx(await world.ask_afresh(6.0), rel=1e-6)


async def test_after_a_rollback_the_version_before_answers(world: World) -> None:
    await world.teach(*doubled(30))
    first = await world.ask(40.0)
    await promote(world.open_work, world.artifacts, world.task)
    await world.version()
    async with world.open_work() as work:
        await work.versions.roll_back(world.task.id)
    assert await world.version() == 0
    assert await world.ask(40.0) == pytest.approx(first, rel=1e-6)


async def test_a_damaged_version_is_refused_and_the_version_before_answers(world: World) -> None:
    await world.teach(*doubled(30))
    await promote(world.open_work, world.artifacts, world.task)
    damaged = await promote(world.open_work, world.artifacts, world.task)
    world.artifacts.damage(damaged.artifact)
    assert await world.version() == 1
    async with world.open_work() as work:
        versions = await work.versions.all(world.task.id)
    assert [v.status for v in versions] == [VersionStatus.REFUSED, VersionStatus.LIVE]


async def test_when_every_version_is_damaged_version_0_answers(world: World) -> None:
    await world.teach(*doubled(30))
    for _ in range(2):
        version = await promote(world.open_work, world.artifacts, world.task)
        world.artifacts.damage(version.artifact)
    assert await world.version() == 0
    async with world.open_work() as work:
        versions = await work.versions.all(world.task.id)
    assert {v.status for v in versions} == {VersionStatus.REFUSED}


async def test_a_foreign_artifact_is_refused(world: World) -> None:
    await world.teach(*doubled(30))
    version = await promote(world.open_work, world.artifacts, world.task)
    world.artifacts.written[version.artifact] = "{}", {}
    assert await world.version() == 0


class SlowArtifacts(MemoryArtifacts):
    """Artifacts that are read when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.is_reading = asyncio.Event()
        self.may_read = asyncio.Event()

    async def read(self, name: str) -> Artifact:
        self.is_reading.set()
        await self.may_read.wait()
        return await super().read(name)


async def test_while_a_version_is_taken_up_the_one_before_answers_and_learns() -> None:
    open_work, artifacts = memory_work(), SlowArtifacts()
    predictor = LivePredictor(open_work, artifacts, CONFIG)
    task = await add_task(open_work)
    await teach(open_work, task, doubled(30))
    await predictor.answer(task, size(6.0))
    await promote(open_work, artifacts, task)
    refresh = asyncio.create_task(predictor.refresh(task.id))
    await artifacts.is_reading.wait()
    await teach(open_work, task, doubled(1, start=31))
    meanwhile = await predictor.answer(task, size(6.0))
    assert (meanwhile.version, meanwhile.examples) == (0, 31)
    artifacts.may_read.set()
    await refresh
    after = await predictor.answer(task, size(6.0))
    assert (after.version, after.examples) == (1, 31)
    await predictor.close()


async def test_a_question_that_was_given_up_leaves_no_trace(world: World) -> None:
    await world.teach(*doubled(5))
    await world.ask(6.0)
    await world.teach((size(6.0), 30.0))
    question = asyncio.create_task(world.ask(6.0))
    await asyncio.sleep(0)
    question.cancel()
    with pytest.raises(asyncio.CancelledError):
        await question
    assert await world.ask(6.0) == pytest.approx(await world.ask_afresh(6.0), rel=1e-6)


async def test_questions_asked_at_once_are_all_answered_alike(world: World) -> None:
    await world.teach(*doubled(5))
    answers = await asyncio.gather(*(world.ask(6.0) for _ in range(8)))
    assert len(set(answers)) == 1


async def test_a_changed_definition_counts_in_the_next_answer(world: World) -> None:
    await world.teach(*doubled(30))
    await promote(world.open_work, world.artifacts, world.task)
    await world.ask(6.0)
    wider = world.task.with_field("district", FieldKind.CATEGORY)
    async with world.open_work() as work:
        await work.tasks.save(wider)
    district = wider.field_named("district").key
    kreuzberg: Values = {**size(6.0), district: "Kreuzberg"}
    for _ in range(3):
        await teach(world.open_work, wider, [(kreuzberg, 500.0)])
    assert (await world.predictor.answer(wider, kreuzberg)).examples >= 31
    effects = (await world.predictor.explain(wider, kreuzberg)).effects
    assert district in {effect.key for effect in effects}


async def test_a_deleted_task_answers_no_more(world: World) -> None:
    await world.teach(*doubled(5))
    await world.ask(6.0)
    async with world.open_work() as work:
        await work.tasks.delete(world.task.id)
    with pytest.raises(NotFound):
        await world.ask(6.0)
    with pytest.raises(NotFound):
        await world.predictor.refresh(world.task.id)


async def test_foretelling_changes_nothing(world: World) -> None:
    await world.teach(*doubled(5))
    before = await world.ask(6.0)
    foretold = await world.predictor.foretell(world.task, doubled(10, start=50))
    assert len(foretold) == 10
    assert await world.ask(6.0) == before
    async with world.open_work() as work:
        assert await work.examples.revision(world.task.id) == 5


async def test_what_is_foretold_is_what_would_have_been_answered(world: World) -> None:
    lessons = doubled(6)
    foretold = await world.predictor.foretell(world.task, lessons)
    assert foretold[0] is None
    for (values, truth), expected in zip(lessons, foretold, strict=True):
        if expected is not None:
            answer = await world.predictor.answer(world.task, values)
            assert best_guess(answer.forecast) == pytest.approx(expected.answer, rel=1e-6)
        await teach(world.open_work, world.task, [(values, truth)])


async def test_an_explanation_names_the_strongest_pulls_first(world: World) -> None:
    await world.teach(*doubled(8), (size(9.0), 90.0))
    explanation = await world.predictor.explain(world.task, size(9.0))
    amounts = [abs(pull.amount) for pull in explanation.pulls]
    assert amounts == sorted(amounts, reverse=True)
    assert explanation.pulls[0].example == 9
    assert [effect.key for effect in explanation.effects] == [next(iter(size(1.0)))]


async def test_a_checkup_of_numbers_has_errors_coverage_and_suspects(world: World) -> None:
    await world.teach(*doubled(30), (size(15.5), 3000.0))
    checkup = await world.predictor.checkup(world.task)
    assert (checkup.version, checkup.examples) == (0, 31)
    assert checkup.error is not None
    assert checkup.naive_error is not None
    assert checkup.error < checkup.naive_error
    assert checkup.coverage is not None
    assert 0 <= checkup.coverage <= 1
    assert checkup.suspects[0] == 31


async def test_a_checkup_of_categories_counts_wrong_labels(world: World) -> None:
    task = await add_task(world.open_work, name="triage", kind=TargetKind.CATEGORY)
    pairs: list[tuple[Values, Truth]] = [
        (size(float(at)), "small" if at < 20 else "large") for at in range(40)
    ]
    await teach(world.open_work, task, pairs)
    checkup = await world.predictor.checkup(task)
    assert checkup.error is not None
    assert checkup.naive_error is not None
    assert checkup.error < checkup.naive_error
    assert checkup.coverage is None


async def test_a_checkup_of_nothing_has_no_figures(world: World) -> None:
    checkup = await world.predictor.checkup(world.task)
    assert (checkup.examples, checkup.error, checkup.suspects) == (0, None, ())
