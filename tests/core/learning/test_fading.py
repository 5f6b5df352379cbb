"""Older examples fade where the newer ones foretell better alone, and nowhere else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import chain

import numpy as np
import pytest

from core.domain.example import Example, Foretold
from core.domain.fields import FieldKind, Values
from core.domain.forecast import best_guess
from core.domain.identity import ExampleId
from core.domain.task import TargetKind, Truth
from core.errors import ArtifactError
from core.learning import fading
from core.learning.compare import LEAST_UNFADED, compare
from core.learning.fitting import fit
from core.learning.learner import Learner
from core.serving.foretelling import foretell
from core.serving.standing import Standing
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import SIZE, START, examples_of, task_of

COUNT = 120
TURN = COUNT // 2
FADING = replace(CONFIG, fade_from=COUNT, trees_from=10_000, network_from=10_000)
SETTLED = replace(FADING, fade_from=10_000)
TASKS = {kind: task_of((FieldKind.NUMBER,), kind) for kind in TargetKind}
LEARNED = pytest.mark.parametrize("kind", [TargetKind.NUMBER, TargetKind.CATEGORY], ids=str)


@cache
def stream(kind: TargetKind, turn: int, count: int = COUNT) -> tuple[Example, ...]:
    """Return examples of a rule that is turned round from one of them on."""
    chance = np.random.default_rng(4)
    pairs: list[tuple[Values, Truth]] = []
    for at in range(count):
        size = float(chance.uniform(-1.0, 1.0))
        worth = (1.0 if at < turn else -1.0) * size + float(chance.normal(0.0, 0.1))
        truth: Truth = ("low" if worth < 0 else "high") if kind is TargetKind.CATEGORY else worth
        if kind is TargetKind.RATING:
            truth = 5.0 if worth > 0 else 1.0
        pairs.append(({SIZE: size}, truth))
    return hourly(examples_of(pairs))


def hourly(examples: Sequence[Example]) -> tuple[Example, ...]:
    """Return the examples as taught one an hour."""
    return tuple(replace(one, taught_at=START + one.id * timedelta(hours=1)) for one in examples)


@cache
def _faded(kind: TargetKind) -> Learner:
    learner = fit(TASKS[kind], stream(kind, TURN), config=FADING)
    assert learner.fit is not None
    assert learner.fit.since == TURN + 1
    return learner


@LEARNED
def test_after_a_turn_the_newer_half_counts_and_answers_better(kind: TargetKind) -> None:
    learner = _faded(kind)
    assert (learner.examples, learner.faded, learner.duplicates) == (TURN, COUNT - TURN, 0)
    assert learner.fit is not None
    assert learner.fit.examples == TURN
    everything = fit(TASKS[kind], stream(kind, TURN), config=SETTLED)
    assert everything.faded == 0
    after = stream(kind, TURN, COUNT + 40)[COUNT:]
    assert learner.score(after).mean() > everything.score(after).mean() + 0.05


@LEARNED
def test_while_the_world_stays_as_it_is_nothing_fades(kind: TargetKind) -> None:
    learner = fit(TASKS[kind], stream(kind, COUNT), config=FADING)
    assert (learner.examples, learner.faded) == (COUNT, 0)
    assert learner.fit is not None
    assert learner.fit.since is None


@LEARNED
@pytest.mark.parametrize("turn", [TURN, COUNT])
def test_a_part_of_many_examples_tells_as_much(
    kind: TargetKind, turn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fading, "MOST_TRIED", COUNT // 3)
    learner = fit(TASKS[kind], stream(kind, turn), config=FADING)
    assert learner.examples == (TURN if turn == TURN else COUNT)


def test_neither_few_examples_nor_ratings_fade() -> None:
    few = fit(TASKS[TargetKind.NUMBER], stream(TargetKind.NUMBER, TURN)[1:], config=FADING)
    assert few.faded == 0
    ratings = fit(TASKS[TargetKind.RATING], stream(TargetKind.RATING, TURN), config=FADING)
    assert ratings.faded == 0


def test_the_order_of_what_was_taught_at_once_fades_nothing() -> None:
    """A file may be sorted by anything."""
    file = [replace(one, taught_at=START) for one in stream(TargetKind.NUMBER, TURN)]
    assert fit(TASKS[TargetKind.NUMBER], file, config=FADING).faded == 0


def test_fading_is_not_for_ever() -> None:
    """Where the old rule is back, a later fit counts all of it again."""
    pairs = stream(TargetKind.NUMBER, TURN)
    turned: list[tuple[Values, Truth]] = [
        (one.values, -float(one.target or 0.0)) for one in pairs[TURN:]
    ]
    back = hourly(examples_of(turned * 3, start=COUNT + 1))
    old = _faded(TargetKind.NUMBER)
    learner = fit(old.task, [*pairs[:TURN], *back], config=FADING, warm=old)
    assert learner.faded == 0


def test_the_faded_are_learned_in_any_order_and_forgotten_without_a_trace() -> None:
    examples, learner = stream(TargetKind.NUMBER, TURN), _faded(TargetKind.NUMBER)
    expected = learner.predict([{SIZE: 0.5}])
    turned = learner.blank()
    turned.observe(examples[:5:-1])
    turned.observe(examples[:6])
    assert (turned.examples, turned.faded) == (learner.examples, learner.faded)
    assert best_guess(turned.predict([{SIZE: 0.5}])[0].forecast) == pytest.approx(
        best_guess(expected[0].forecast)
    )
    turned = learner.copy()
    turned.forget([one.id for one in examples[:TURN]])
    assert (turned.examples, turned.faded, learner.faded) == (TURN, 0, TURN)
    assert turned.predict([{SIZE: 0.5}]) == expected


def test_the_record_the_pulls_and_the_suspects_are_of_what_counts() -> None:
    learner, counted = _faded(TargetKind.NUMBER), set(range(TURN + 1, COUNT + 1))
    assert set(learner.leave_one_out().ids) == counted
    assert {pull.example for pull in learner.influence({SIZE: 0.5})} == counted
    assert set(learner.suspects()) <= counted


def test_what_is_taught_again_counts_though_the_first_time_has_faded() -> None:
    learner, first = _faded(TargetKind.NUMBER).copy(), stream(TargetKind.NUMBER, TURN)[0]
    learner.observe([replace(first, id=ExampleId(COUNT + 1))])
    assert (learner.examples, learner.faded) == (TURN + 1, TURN - learner.duplicates)
    learner.forget([ExampleId(COUNT + 1)])
    assert (learner.examples, learner.duplicates, learner.faded) == (TURN, 0, TURN)


def test_a_saved_fit_keeps_what_faded_and_an_older_file_has_nothing_faded() -> None:
    learner = _faded(TargetKind.NUMBER)
    saved, examples = learner.save(), stream(TargetKind.NUMBER, TURN)
    loaded = Learner.load(learner.task, saved, FADING)
    loaded.observe(examples)
    assert (loaded.examples, loaded.faded) == (TURN, TURN)
    assert loaded.predict([{SIZE: 0.5}]) == learner.predict([{SIZE: 0.5}])
    manifest = {key: value for key, value in saved.manifest.items() if key != "since"}
    older = Learner.load(learner.task, replace(saved, manifest=manifest), FADING)
    older.observe(examples)
    assert (older.examples, older.faded) == (COUNT, 0)


@pytest.mark.parametrize("since", [0, -1, 2**63, True, 1.5, "7", []], ids=repr)
def test_what_is_no_id_is_refused(since: object) -> None:
    saved = _faded(TargetKind.NUMBER).save()
    damaged = replace(saved, manifest={**saved.manifest, "since": since})
    with pytest.raises(ArtifactError, match="damaged"):
        Learner.load(TASKS[TargetKind.NUMBER], damaged, FADING)


def test_candidate_and_live_are_judged_on_what_faded_for_neither() -> None:
    task, examples = TASKS[TargetKind.NUMBER], stream(TargetKind.NUMBER, TURN)
    faded, everything = _faded(TargetKind.NUMBER), fit(task, examples, config=SETTLED)
    since = ExampleId(TURN + 1)
    better, _ = compare(task, examples, everything, config=FADING, folds=2, since=since)
    assert (better.examples, better.confidence > 0.95) == (TURN, True)
    worse, _ = compare(task, examples, faded, config=FADING, folds=2)
    assert (worse.examples, worse.confidence < 0.05) == (TURN, True)
    alike, _ = compare(task, examples, faded, config=FADING, folds=2, since=since)
    assert alike.examples == TURN
    assert abs(alike.gain) < 0.1


def test_a_live_version_for_which_next_to_nothing_counts_is_beaten_by_examples() -> None:
    faded = _faded(TargetKind.NUMBER)
    left = stream(TargetKind.NUMBER, TURN)[: TURN + LEAST_UNFADED - 1]
    comparison, _ = compare(faded.task, left, faded, config=SETTLED, folds=2)
    assert comparison.examples == len(left)


def test_lessons_are_foretold_although_all_that_is_known_has_faded() -> None:
    learner, old = _faded(TargetKind.NUMBER).blank(), stream(TargetKind.NUMBER, TURN)[:TURN]
    learner.observe(old)
    truths: dict[ExampleId, Truth] = {one.id: float(one.target or 0.0) for one in old}
    lessons: list[tuple[Values, Truth]] = [({SIZE: 0.1 * at}, -0.1 * at) for at in range(3)]
    first, *later = chain.from_iterable(foretell(learner.task, learner, lessons, truths=truths))
    assert first is None
    assert all(isinstance(one, Foretold) for one in later)


def test_the_checkup_says_how_many_faded() -> None:
    learner = _faded(TargetKind.NUMBER)
    checkup = Standing(task=learner.task, version=1, live=1, learner=learner).check_up()
    assert (checkup.examples, checkup.faded) == (TURN, COUNT - TURN)
