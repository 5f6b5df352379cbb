"""What is foretold, explained and checked."""

import pytest

from core.domain.fields import Values
from core.domain.forecast import best_guess
from core.domain.task import TargetKind, Truth
from tests.core.serving.world import (
    World,
    add_task,
    doubled,
    size,
    teach,
)


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
    await world.teach(*doubled(8), (size(9.0), 21.0))
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
    assert checkup.confidence is None
    assert sum(checkup.weights.values()) == pytest.approx(1.0)


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
    assert checkup.confidence is not None
    assert 0.5 <= checkup.confidence <= 1


async def test_a_checkup_of_nothing_has_no_figures(world: World) -> None:
    checkup = await world.predictor.checkup(world.task)
    assert (checkup.examples, checkup.error, checkup.suspects) == (0, None, ())
    assert checkup.weights == {}
