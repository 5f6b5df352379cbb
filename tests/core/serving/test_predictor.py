"""A learner follows the store."""

import asyncio

import pytest

from core.domain.example import ExampleStatus
from core.domain.fields import FieldKind, Values
from core.domain.forecast import best_guess
from core.domain.identity import CommunityId
from core.errors import NotFound, NothingTaught
from core.serving.lanes import Lanes
from core.serving.predictor import LivePredictor
from tests.core.serving.world import (
    ANA,
    BEN,
    CONFIG,
    HERE,
    World,
    add_task,
    doubled,
    promote,
    size,
    teach,
)


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


async def test_a_learner_that_was_warmed_up_is_ready_before_its_first_question(
    world: World,
) -> None:
    await world.teach(*doubled(5))
    await world.predictor.warm_up()
    standing = world.predictor._standings[world.task.id]
    assert standing.learner._state is not None
    assert await world.ask(6.0) == pytest.approx(await world.ask_afresh(6.0), rel=1e-6)
    assert world.predictor._standings[world.task.id].learner is standing.learner


async def test_warming_up_passes_over_tasks_that_were_taught_nothing(world: World) -> None:
    await world.predictor.warm_up()
    with pytest.raises(NothingTaught):
        await world.ask(6.0)


async def test_what_was_taught_is_followed_before_anybody_asks(world: World) -> None:
    await world.teach(*doubled(5))
    world.predictor.follow_soon(world.task)
    await background_of(world)
    standing = world.predictor._standings[world.task.id]
    assert (standing.revision, standing.learner.examples) == (5, 5)


async def test_following_a_task_that_was_deleted_meanwhile_harms_nobody(world: World) -> None:
    async with world.open_work() as work:
        await work.tasks.delete(world.task.id)
    world.predictor.follow_soon(world.task)
    await background_of(world)


async def test_very_many_lessons_are_followed_in_turns_and_answered_as_at_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.serving.predictor.LONG", 100)
    monkeypatch.setattr("core.serving.standing.BLOCK", 50)
    turns: list[CommunityId] = []
    run_long = Lanes.run_long

    async def noted(lanes: Lanes, community: CommunityId, *work: object) -> object:
        turns.append(community)
        return await run_long(lanes, community, *work)  # type: ignore[arg-type]

    await world.predictor.foretell(world.task, doubled(1))
    await world.teach(*doubled(120))
    monkeypatch.setattr(Lanes, "run_long", noted)
    guess = await world.ask(6.5)
    assert len(turns) == 3 + 1, "a turn for each block, and one that finds no more"
    assert guess == pytest.approx(await world.ask_afresh(6.5), rel=1e-6)


async def background_of(world: World) -> None:
    """Wait for what goes on in the background."""
    await asyncio.gather(*world.predictor._owned._tasks)
