import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.forecast import (
    Answer,
    Audience,
    Basis,
    CategoryForecast,
    Feedback,
    Prediction,
    Similar,
    Verdict,
)
from core.domain.identity import MemberId, PredictionId
from core.domain.task import Task
from core.errors import NotFound
from core.ports.work import OpenWork
from tests.contract.world import (
    ANA,
    ANSWER,
    BEN,
    HERE,
    THERE,
    add_task,
    ask,
    lesson,
    question,
    teach,
)
from tests.fakes.clock import SetClock


def said(prediction: Prediction, member: MemberId, verdict: Verdict, clock: SetClock) -> Feedback:
    return Feedback(
        prediction_id=prediction.id, member=member, verdict=verdict, given_at=clock.move()
    )


async def test_an_answer_comes_back_as_it_was_given(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    saved = await ask(open_work, task, source="m1")
    async with open_work() as work:
        found = await work.predictions.numbered(HERE, 1)
    assert found == saved
    assert found.question == question(task, source="m1")
    assert (found.answer, found.answered_at) == (ANSWER, clock.now)
    assert list(found.answer.weights) == ["linear", "kernel"]


async def test_a_category_answer_keeps_its_probabilities_in_order(
    open_work: OpenWork, task: Task
) -> None:
    (example,) = await teach(open_work, lesson(task.id))
    answer = Answer(
        forecast=CategoryForecast(probabilities=(("spam", 0.7), ("ham", 0.2), ("eggs", 0.1))),
        basis=Basis.NEAREST,
        version=0,
        examples=1,
        similar=(Similar(example=example.id, similarity=1 / 3),),
    )
    async with open_work() as work:
        saved = await work.predictions.add(question(task), answer)
    async with open_work() as work:
        assert await work.predictions.numbered(HERE, saved.number) == saved
    assert saved.answer == answer


async def test_a_question_delivered_twice_is_stored_once(open_work: OpenWork, task: Task) -> None:
    first = await ask(open_work, task, source="m1")
    assert await ask(open_work, task, source="m1", asked_by=BEN) == first
    assert (await ask(open_work, task)).number == 2
    assert (await ask(open_work, task)).number == 3


async def test_answers_are_found_by_who_asked(open_work: OpenWork, task: Task) -> None:
    one = await ask(open_work, task)
    two = await ask(open_work, task, asked_by=BEN)
    three = await ask(open_work, task)
    async with open_work() as work:
        assert await work.predictions.of_member(HERE, ANA) == [one, three]
        assert await work.predictions.of_member(HERE, ANA, limit=1) == [three]
        assert await work.predictions.latest(HERE, ANA) == three
        assert await work.predictions.latest(HERE, BEN) == two
        assert await work.predictions.latest(THERE, ANA) is None
        with pytest.raises(NotFound, match=r"\?4"):
            await work.predictions.numbered(HERE, 4)


async def test_a_question_belongs_to_its_tasks_community(open_work: OpenWork, task: Task) -> None:
    await add_task(open_work, community=THERE)
    async with open_work() as work:
        with pytest.raises(NotFound):
            await work.predictions.add(replace(question(task), community=THERE), ANSWER)


async def test_feedback_replaces_what_the_member_said_before(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    prediction = await ask(open_work, task)
    by_ana = said(prediction, ANA, Verdict.RIGHT, clock)
    by_ben = said(prediction, BEN, Verdict.WRONG, clock)
    again = replace(by_ana, verdict=Verdict.CORRECTED, given_at=clock.now + timedelta(hours=1))
    async with open_work() as work:
        for feedback in (by_ana, by_ben, again):
            await work.predictions.add_feedback(feedback)
    async with open_work() as work:
        assert await work.predictions.feedback(prediction.id) == [by_ben, again]


async def test_feedback_leads_to_the_example_that_it_became(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    prediction = await ask(open_work, task)
    (example,) = await teach(open_work, lesson(task.id))
    feedback = replace(said(prediction, BEN, Verdict.CORRECTED, clock), example=example.id)
    async with open_work() as work:
        await work.predictions.add_feedback(feedback)
    async with open_work() as work:
        assert await work.predictions.feedback(prediction.id) == [feedback]


async def test_examples_of_answers_shown_to_their_asker_alone_are_found(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    alone, shown, other = [await ask(open_work, task) for _ in range(3)]
    taught = await teach(open_work, *(lesson(task.id) for _ in range(3)))
    ids = [example.id for example in taught]
    async with open_work() as work:
        await work.predictions.show(shown.id, Audience.EVERYONE)
        for prediction, member, example in zip(
            (alone, shown, other), (ANA, ANA, BEN), ids, strict=True
        ):
            feedback = said(prediction, member, Verdict.CORRECTED, clock)
            await work.predictions.add_feedback(replace(feedback, example=example))
    async with open_work() as work:
        assert await work.predictions.taught_alone(ANA, ids) == {ids[0]}
        assert await work.predictions.taught_alone(ANA, ids[1:]) == frozenset()
        assert await work.predictions.taught_alone(BEN, ids) == frozenset()


async def test_feedback_needs_a_prediction(open_work: OpenWork, clock: SetClock) -> None:
    feedback = Feedback(
        prediction_id=PredictionId(1), member=ANA, verdict=Verdict.RIGHT, given_at=clock.now
    )
    async with open_work() as work:
        with pytest.raises(NotFound):
            await work.predictions.add_feedback(feedback)


async def test_an_answer_once_shown_to_everyone_stays_so(open_work: OpenWork, task: Task) -> None:
    saved = await ask(open_work, task)
    assert saved.question.audience is Audience.ASKER
    for audience in (Audience.MODERATORS, Audience.EVERYONE, Audience.MODERATORS):
        async with open_work() as work:
            await work.predictions.show(saved.id, audience)
    async with open_work() as work:
        found = await work.predictions.numbered(HERE, 1)
    assert found.question.audience is Audience.EVERYONE


async def test_verdicts_given_at_one_moment_are_read_behind_each_other(
    open_work: OpenWork, task: Task, clock: SetClock
) -> None:
    prediction = await ask(open_work, task)

    async def vote(member: MemberId) -> int:
        async with open_work() as work:
            await work.predictions.feedback(prediction.id)
            await work.predictions.add_feedback(said(prediction, member, Verdict.RIGHT, clock))
            return len(await work.predictions.feedback(prediction.id))

    counts = await asyncio.gather(*(vote(MemberId(f"moderator {i}")) for i in range(6)))
    assert sorted(counts) == [1, 2, 3, 4, 5, 6]
