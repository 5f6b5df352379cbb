"""What can be taken back, and that it comes back exactly."""

from collections.abc import Sequence

from core.domain.example import Example, ExampleStatus
from core.domain.fields import Values
from core.domain.identity import CommunityId, MemberId
from core.domain.step import MAX_STEPS, Change, Step, StepKind, added, changed
from core.domain.task import Task
from core.ports.steps import TakenBack
from core.ports.work import OpenWork, Work
from tests.contract.world import ANA, BEN, FULL, HERE, SIZE, THERE, add_task, lesson, teach


async def note(
    work: Work, task: Task, changes: Sequence[Change], kind: StepKind, *, member: MemberId = ANA
) -> Step:
    return await work.steps.add(
        community=HERE, member=member, task_id=task.id, kind=kind, changes=changes
    )


async def taught(open_work: OpenWork, task: Task, *, member: MemberId = ANA) -> Example:
    async with open_work() as work:
        example = await work.examples.add(lesson(task.id, author=member))
        await note(work, task, added([example]), StepKind.TEACH, member=member)
    return example


async def edited(open_work: OpenWork, task: Task, before: Example, values: Values) -> Step:
    async with open_work() as work:
        after = await work.examples.edit(before.id, values=values, target=5.0)
        return await note(work, task, changed(before, after), StepKind.EDIT)


async def undo(open_work: OpenWork, step: Step | None, *, by: MemberId = ANA) -> TakenBack:
    assert step is not None
    async with open_work() as work:
        return await work.steps.take_back(step, by=by)


async def newest(
    open_work: OpenWork, member: MemberId = ANA, community: CommunityId = HERE
) -> Step | None:
    async with open_work() as work:
        return await work.steps.newest(community, member)


async def now(open_work: OpenWork, example: Example) -> Example:
    async with open_work() as work:
        (found,) = await work.examples.by_ids(example.task_id, [example.id])
    return found


async def test_a_lesson_is_withdrawn_and_comes_back(open_work: OpenWork, task: Task) -> None:
    example = await taught(open_work, task)
    done = await undo(open_work, await newest(open_work))
    assert done.count == 1
    gone = await now(open_work, example)
    assert (gone.status, gone.revision) == (ExampleStatus.WITHDRAWN, 2)
    assert await newest(open_work) is None
    again = await undo(open_work, done.inverse)
    assert (await now(open_work, example)).status is ExampleStatus.ACTIVE
    assert again.inverse == await newest(open_work)


async def test_an_edit_gives_its_earlier_words_back(open_work: OpenWork, task: Task) -> None:
    example = await taught(open_work, task)
    step = await edited(open_work, task, example, FULL)
    done = await undo(open_work, step)
    back = await now(open_work, example)
    assert (dict(back.values), back.target) == (dict(example.values), example.target)
    await undo(open_work, done.inverse)
    anew = await now(open_work, example)
    assert (dict(anew.values), anew.target) == (dict(FULL), 5.0)


async def test_steps_come_back_one_after_another(open_work: OpenWork, task: Task) -> None:
    example = await taught(open_work, task)
    await edited(open_work, task, example, {SIZE: 7.0})
    before = await now(open_work, example)
    async with open_work() as work:
        after = await work.examples.set_status(example.id, ExampleStatus.WITHDRAWN)
        await note(work, task, changed(before, after), StepKind.DELETE)
    states = []
    for _ in range(3):
        assert (await undo(open_work, await newest(open_work))).count == 1
        state = await now(open_work, example)
        states.append((state.status, state.values[SIZE]))
    assert states == [
        (ExampleStatus.ACTIVE, 7.0),
        (ExampleStatus.ACTIVE, 1.0),
        (ExampleStatus.WITHDRAWN, 1.0),
    ]


async def test_what_changed_since_stays(open_work: OpenWork, task: Task) -> None:
    example = await taught(open_work, task)
    step = await newest(open_work)
    await edited(open_work, task, example, {SIZE: 7.0})
    done = await undo(open_work, step)
    assert (done.count, done.inverse) == (0, None)
    assert (await now(open_work, example)).values[SIZE] == 7.0


async def test_an_import_is_one_step(open_work: OpenWork, task: Task) -> None:
    await taught(open_work, task, member=BEN)
    async with open_work() as work:
        rows = await work.examples.add_all([lesson(task.id) for _ in range(450)])
        step = await note(work, task, added(rows), StepKind.IMPORT)
    assert len(step.changes) == 1
    assert step.size == 450
    changes = await edited(open_work, task, rows[99], {SIZE: 9.0})
    await undo(open_work, changes)
    done = await undo(open_work, await newest(open_work))
    assert done.count == 450
    async with open_work() as work:
        assert await work.examples.count(task.id) == 1
        assert await work.examples.count(task.id, ExampleStatus.WITHDRAWN) == 450
        revisions = [e.revision for e in await work.examples.changed_since(task.id, 0)]
    assert len(set(revisions)) == 451
    await undo(open_work, done.inverse)
    async with open_work() as work:
        assert await work.examples.count(task.id) == 451


async def test_of_an_import_what_changed_since_stays(open_work: OpenWork, task: Task) -> None:
    async with open_work() as work:
        rows = await work.examples.add_all([lesson(task.id) for _ in range(5)])
        step = await note(work, task, added(rows), StepKind.IMPORT)
        await work.examples.edit(rows[2].id, values={}, target=9.0)
    assert (await undo(open_work, step)).count == 4
    async with open_work() as work:
        assert [e.id for e in await work.examples.page(task.id, limit=9, status=None)][2]
        assert await work.examples.count(task.id) == 1


async def test_only_the_newest_steps_are_kept(open_work: OpenWork, task: Task) -> None:
    async with open_work() as work:
        steps = [
            await note(work, task, (), StepKind.TEACH, member=member)
            for member in [BEN, *[ANA] * (MAX_STEPS + 2)]
        ]
        there = [await work.steps.get(HERE, step.id) for step in steps]
    assert [step is None for step in there] == [False, True, True, *[False] * MAX_STEPS]


async def test_a_step_belongs_to_its_community(open_work: OpenWork, task: Task) -> None:
    await taught(open_work, task)
    step = await newest(open_work)
    assert step is not None
    async with open_work() as work:
        assert await work.steps.get(THERE, step.id) is None
        assert await work.steps.newest(THERE, ANA) is None
        assert await work.steps.newest(HERE, BEN) is None


async def test_a_deleted_task_takes_its_steps_along(open_work: OpenWork, task: Task) -> None:
    other = await add_task(open_work, "homes")
    await taught(open_work, task)
    async with open_work() as work:
        await work.tasks.delete(task.id)
    assert await newest(open_work) is None
    await taught(open_work, other)
    assert await newest(open_work) is not None


async def test_erasing_a_member_removes_their_steps_and_their_words_in_others(
    open_work: OpenWork, task: Task
) -> None:
    (of_ana,) = await teach(open_work, lesson(task.id))
    await taught(open_work, task)
    async with open_work() as work:
        after = await work.examples.edit(of_ana.id, values={}, target=9.0)
        bens = await note(work, task, changed(of_ana, after), StepKind.EDIT, member=BEN)
    kept = await taught(open_work, task, member=BEN)
    async with open_work() as work:
        await work.members.erase(HERE, ANA)
        assert await work.steps.get(HERE, bens.id) is None
    assert await newest(open_work) is None
    last = await newest(open_work, BEN)
    assert last is not None
    assert last.changes[0].first == kept.id


async def test_a_members_later_steps_are_told_newest_first(open_work: OpenWork, task: Task) -> None:
    example = await taught(open_work, task)
    first = await newest(open_work)
    await taught(open_work, task, member=BEN)
    second = await edited(open_work, task, example, FULL)
    third = await edited(open_work, task, await now(open_work, example), {SIZE: 2.0})
    assert first is not None
    async with open_work() as work:
        assert [step.id for step in await work.steps.since(first)] == [third.id, second.id]
        assert await work.steps.since(third) == []
