from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.example import ExampleStatus
from core.domain.forecast import OF_ANOTHER, Feedback, FollowUp, Verdict
from core.domain.identity import CommunityId
from core.domain.member import AuditEntry, Consent, Member, Traces
from core.domain.task import Task
from core.errors import NotFound
from core.ports.work import OpenWork
from tests.contract.world import (
    ANA,
    BEN,
    FORETOLD,
    HERE,
    THERE,
    add_task,
    ask,
    lesson,
    promote,
    teach,
)
from tests.fakes.clock import SetClock


async def erase(open_work: OpenWork) -> int:
    async with open_work() as work:
        return await work.members.erase(HERE, ANA)


async def test_an_erased_example_leaves_its_number_and_a_new_revision(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    one, two, three = await teach(
        open_work,
        lesson(task.id, source="m1"),
        lesson(task.id, author=BEN),
        lesson(task.id, source="m3"),
    )
    async with open_work() as work:
        await work.examples.set_foretold(one.id, FORETOLD)
        await work.examples.set_status(three.id, ExampleStatus.WITHDRAWN)
    clock.move()
    assert await erase(open_work) == 2
    async with open_work() as work:
        left = await work.examples.changed_since(task.id, 0)
        assert await work.examples.revision(task.id) == 6
    assert [(e.id, e.number, e.revision) for e in left] == [
        (two.id, 2, 2),
        (one.id, 1, 5),
        (three.id, 3, 6),
    ]
    for tombstone in left[1:]:
        assert tombstone.status is ExampleStatus.ERASED
        assert (tombstone.author, tombstone.target, tombstone.source) == (None, None, None)
        assert (dict(tombstone.values), tombstone.foretold) == ({}, None)
        assert tombstone.taught_at == clock.now


async def test_an_erased_example_is_found_and_changed_no_more(
    open_work: OpenWork, task: Task
) -> None:
    (example,) = await teach(open_work, lesson(task.id))
    await erase(open_work)
    async with open_work() as work:
        with pytest.raises(NotFound):
            await work.examples.numbered(HERE, example.number)
        with pytest.raises(NotFound):
            await work.examples.edit(example.id, values={}, target=1.0)
        with pytest.raises(NotFound):
            await work.examples.set_status(example.id, ExampleStatus.ACTIVE)
        with pytest.raises(NotFound):
            await work.examples.set_foretold(example.id, FORETOLD)
        assert await work.examples.page(task.id, limit=9) == []
        assert await work.examples.of_author(HERE, ANA) == []
        assert await work.examples.count(task.id) == 0
        assert await work.examples.count(task.id, ExampleStatus.ERASED) == 1


async def test_an_erased_message_can_be_taught_anew_under_a_new_number(
    open_work: OpenWork, task: Task
) -> None:
    await teach(open_work, lesson(task.id, source="m1"))
    await erase(open_work)
    (again,) = await teach(open_work, lesson(task.id, source="m1"))
    assert (again.number, again.status) == (2, ExampleStatus.ACTIVE)
    assert await erase(open_work) == 1
    assert await erase(open_work) == 0


async def test_many_examples_are_erased_in_every_task(open_work: OpenWork, task: Task) -> None:
    other = await add_task(open_work, "homes")
    lessons = [lesson(each.id) for each in (task, other) for _ in range(250)]
    async with open_work() as work:
        await work.examples.add_all(lessons)
    assert await erase(open_work) == 500
    async with open_work() as work:
        assert [await work.examples.revision(each.id) for each in (task, other)] == [500, 500]


async def test_what_a_member_asked_said_and_was_offered_goes(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    by_ana = await ask(open_work, task, source="m1")
    by_ben = await ask(open_work, task, asked_by=BEN)
    of_ben = Feedback(
        prediction_id=by_ben.id, member=BEN, verdict=Verdict.RIGHT, given_at=clock.now
    )
    async with open_work() as work:
        await work.predictions.add_feedback(of_ben)
        await work.predictions.add_feedback(replace(of_ben, member=ANA))
        await work.predictions.add_feedback(replace(of_ben, prediction_id=by_ana.id))
        mine = await work.proposals.add(community=HERE, member=ANA, payload={})
        other = await work.proposals.add(community=HERE, member=BEN, payload={})
    await erase(open_work)
    async with open_work() as work:
        assert await work.predictions.of_member(HERE, ANA) == []
        assert await work.predictions.of_member(HERE, BEN) == [by_ben]
        assert await work.predictions.feedback(by_ana.id) == []
        assert await work.predictions.feedback(by_ben.id) == [of_ben]
        assert await work.proposals.get(HERE, mine.id) is None
        assert await work.proposals.get(HERE, other.id) == other


async def test_what_a_member_did_loses_their_name(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    entry = AuditEntry(community=HERE, member=ANA, action="task", subject="1", at=clock.now)
    async with open_work() as work:
        await work.members.audit(entry)
        run = await work.runs.start(
            task.id, requested_by=ANA, reason="", revision=0, examples=0, lease=timedelta(minutes=1)
        )
    await erase(open_work)
    async with open_work() as work:
        assert (await work.tasks.get(task.id)).created_by is None
        assert (await work.runs.get(run.id)).requested_by is None
        assert await work.members.audited(HERE, limit=9) == [replace(entry, member=None)]


@pytest.mark.parametrize("consent", [Consent.NOT_ASKED, Consent.AGREED])
async def test_the_member_goes(open_work: OpenWork, consent: Consent) -> None:
    async with open_work() as work:
        await work.members.save(Member(community=HERE, id=ANA, name="Ana", consent=consent))
    await erase(open_work)
    async with open_work() as work:
        assert await work.members.get(HERE, ANA) is None


async def test_the_bare_fact_of_having_opted_out_stays(open_work: OpenWork) -> None:
    ana = Member(community=HERE, id=ANA, name="Ana", consent=Consent.OPTED_OUT)
    async with open_work() as work:
        await work.members.save(ana)
    await erase(open_work)
    async with open_work() as work:
        assert await work.members.get(HERE, ANA) == replace(ana, name="")
        assert await work.members.names(HERE, [ANA]) == {}


async def everything(open_work: OpenWork, community: CommunityId, task: Task) -> list[object]:
    async with open_work() as work:
        return [
            await work.members.get(community, ANA),
            await work.members.audited(community, limit=9),
            await work.tasks.all(community),
            await work.examples.changed_since(task.id, 0),
            await work.predictions.of_member(community, ANA),
            await work.runs.all(task.id),
        ]


async def test_the_same_member_elsewhere_loses_nothing(
    open_work: OpenWork, clock: SetClock
) -> None:
    there = await add_task(open_work, community=THERE)
    await teach(open_work, lesson(there.id, source="m1"))
    await ask(open_work, there)
    async with open_work() as work:
        await work.members.save(Member(community=THERE, id=ANA, name="Ana"))
        offer = await work.proposals.add(community=THERE, member=ANA, payload={})
        await work.members.audit(
            AuditEntry(community=THERE, member=ANA, action="ask", subject="?1", at=clock.now)
        )
        await work.runs.start(
            there.id,
            requested_by=ANA,
            reason="",
            revision=1,
            examples=1,
            lease=timedelta(minutes=1),
        )
    before = await everything(open_work, THERE, there)
    assert await erase(open_work) == 0
    assert await everything(open_work, THERE, there) == before
    async with open_work() as work:
        assert await work.proposals.get(THERE, offer.id) == offer


async def test_what_others_asked_about_a_members_words_goes_with_what_it_taught(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    about = await ask(open_work, task, asked_by=BEN, source=f"m1{OF_ANOTHER}{ANA}")
    other = await ask(open_work, task, asked_by=BEN, source=f"m1{OF_ANOTHER}x{ANA}")
    assert (about.question.author, other.question.author) == (ANA, f"x{ANA}")
    (learned,) = await teach(open_work, lesson(task.id, author=BEN))
    corrected = Feedback(
        prediction_id=about.id,
        member=BEN,
        verdict=Verdict.CORRECTED,
        example=learned.id,
        given_at=clock.now,
    )
    async with open_work() as work:
        await work.predictions.add_feedback(corrected)
        naming = {"ways": [{"author": ANA}]}
        offer = await work.proposals.add(community=HERE, member=BEN, payload=naming)
        assert await work.predictions.about(HERE, ANA) == [about]
        assert await work.predictions.feedback_of(HERE, BEN) == [corrected]
        traces = await work.members.traces(HERE, ANA)
        assert traces == Traces(about=1, offers=1, tasks=1)
    assert await erase(open_work) == 1
    async with open_work() as work:
        assert await work.predictions.of_member(HERE, BEN) == [other]
        assert await work.proposals.get(HERE, offer.id) is None
        assert await work.members.traces(HERE, ANA) == Traces()


async def test_what_others_taught_from_a_members_words_goes_with_them(
    open_work: OpenWork, task: Task
) -> None:
    await teach(
        open_work,
        lesson(task.id, author=BEN, source=f"m1{OF_ANOTHER}{ANA}"),
        lesson(task.id, author=BEN, source=f"m2{OF_ANOTHER}x{ANA}"),
        lesson(task.id, author=BEN),
    )
    async with open_work() as work:
        assert (await work.members.traces(HERE, ANA)).about == 1
    assert await erase(open_work) == 1
    async with open_work() as work:
        assert await work.examples.count(task.id) == 2


async def test_traces_are_counted_by_their_kind(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    asked = await ask(open_work, task)
    entry = AuditEntry(community=HERE, member=ANA, action="task", subject="1", at=clock.now)
    said = Feedback(prediction_id=asked.id, member=ANA, verdict=Verdict.RIGHT, given_at=clock.now)
    async with open_work() as work:
        await work.members.audit(entry)
        await work.predictions.add_feedback(said)
        await work.follow_ups.plan(asked, FollowUp(due_at=clock.now))
        await work.proposals.add(community=HERE, member=ANA, payload={})
        await work.runs.start(
            task.id, requested_by=ANA, reason="", revision=0, examples=0, lease=timedelta(minutes=1)
        )
        found = await work.members.traces(HERE, ANA)
        assert found == Traces(asked=1, verdicts=1, planned=1, offers=1, tasks=1, notes=2)
        assert await work.members.traces(HERE, BEN) == Traces()


async def test_versions_that_may_rest_on_what_was_erased_are_not_rolled_back_to(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    await teach(open_work, lesson(task.id))
    clock.move()
    await promote(open_work, task, "a")
    clock.move()
    await erase(open_work)
    clock.move()
    for artifact in ("b", "c"):
        await promote(open_work, task, artifact)
    async with open_work() as work:
        by_number = {v.number: v.trials for v in await work.versions.all(task.id)}
        assert by_number[1] == ()
        assert by_number[3] != ()
        assert sorted(await work.versions.artifacts()) == ["b", "c"]
        before = await work.versions.before(task.id)
        assert before is not None
        assert before.number == 2
        await work.versions.roll_back(task.id)
        assert await work.versions.before(task.id) is None
        assert await work.versions.roll_back(task.id) is None
