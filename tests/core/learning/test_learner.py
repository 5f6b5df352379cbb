"""What the learner does beyond the laws."""

from dataclasses import replace

import numpy as np
import pytest

from core.domain.example import ExampleStatus
from core.domain.fields import FieldKind, Values
from core.domain.forecast import Basis, NumberForecast, best_guess
from core.domain.identity import ExampleId
from core.domain.task import TargetKind, Truth
from core.errors import NothingTaught
from core.learning.fitted import PROVISIONAL
from core.learning.fitting import fit
from core.learning.learner import Learner
from tests.core.learning.subjects import CONFIG, fitted_to
from tests.core.learning.worlds import (
    MEMBERS,
    SIZE,
    World,
    example,
    examples_of,
    task_of,
    world,
)

NUMBERS = task_of((FieldKind.NUMBER,), TargetKind.NUMBER)
LABELS = task_of((FieldKind.NUMBER,), TargetKind.CATEGORY)


def test_it_says_so_when_nothing_was_taught() -> None:
    learner = Learner(NUMBERS, CONFIG)
    for ask in (
        lambda: learner.predict([{}]),
        lambda: learner.score([]),
        learner.leave_one_out,
        lambda: learner.influence({}),
        lambda: learner.effects({}),
        learner.suspects,
        learner.save,
    ):
        with pytest.raises(NothingTaught, match="flats"):
            ask()


def test_the_median_answers_before_three_numbers() -> None:
    learner = _taught([(1.0, 10.0), (5.0, 30.0)])
    (answer,) = learner.predict([{SIZE: 3.0}])
    assert best_guess(answer.forecast) == pytest.approx(20.0)
    assert answer.basis is Basis.MEDIAN
    (known,) = learner.predict([{SIZE: 5.0}])
    assert best_guess(known.forecast) == pytest.approx(30.0)
    assert known.basis is Basis.NEAREST
    assert answer.examples == 2
    assert not answer.weights


def test_the_most_frequent_label_answers_before_two_labels() -> None:
    learner = Learner(LABELS, CONFIG)
    learner.observe(examples_of([({SIZE: 1.0}, "spam")]))
    (answer,) = learner.predict([{SIZE: 9.0}])
    assert (best_guess(answer.forecast), answer.basis) == ("spam", Basis.MOST_FREQUENT)


def test_three_numbers_are_enough_for_the_model() -> None:
    (answer,) = _taught([(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]).predict([{SIZE: 6.0}])
    assert answer.basis is Basis.MODEL
    assert best_guess(answer.forecast) == pytest.approx(12.0, abs=1.0)
    assert sum(answer.weights.values()) == pytest.approx(1.0)
    assert isinstance(answer.forecast, NumberForecast)
    narrow, wide = answer.forecast.interval(0.8), answer.forecast.interval(0.9)
    assert wide.low <= narrow.low <= answer.forecast.center <= narrow.high <= wide.high


def test_an_edit_counts_as_if_it_had_been_taught_so(ordinary: World) -> None:
    changed = replace(ordinary.examples[2], values={SIZE: 40.0}, target=ordinary.examples[0].target)
    expected = [changed if one.id == changed.id else one for one in ordinary.examples]
    for learner in _both(ordinary):
        afresh = learner.blank()
        afresh.observe(expected)
        learner.observe(ordinary.examples)
        learner.predict(ordinary.questions)
        learner.observe([changed])
        _assert_same(learner, afresh, ordinary)


@pytest.mark.parametrize("status", [ExampleStatus.HELD, ExampleStatus.WITHDRAWN])
def test_what_is_held_or_withdrawn_does_not_count(status: ExampleStatus, ordinary: World) -> None:
    put_by = replace(ordinary.examples[0], status=status)
    for learner in _both(ordinary):
        afresh = learner.blank()
        afresh.observe(ordinary.examples[1:])
        learner.observe(ordinary.examples)
        learner.predict(ordinary.questions)
        learner.observe([put_by])
        _assert_same(learner, afresh, ordinary)
        learner.observe([ordinary.examples[0]])
        assert learner.examples == len(ordinary.examples)


def test_an_erased_example_is_forgotten(ordinary: World) -> None:
    learner = Learner(ordinary.task, CONFIG)
    learner.observe(ordinary.examples)
    erased = replace(
        ordinary.examples[0], status=ExampleStatus.ERASED, author=None, values={}, target=None
    )
    learner.observe([erased])
    assert learner.examples == len(ordinary.examples) - 1


def test_an_unknown_id_is_forgotten_without_a_word() -> None:
    learner = _taught([(1.0, 2.0)])
    learner.forget([ExampleId(99)])
    assert learner.examples == 1


def test_a_copy_counts_when_the_first_goes() -> None:
    learner = Learner(NUMBERS, CONFIG)
    twice = [example(number, {SIZE: 1.23456}, 765.432, author=MEMBERS[number]) for number in (1, 2)]
    learner.observe(twice)
    assert (learner.examples, learner.duplicates) == (1, 1)
    learner.forget([ExampleId(1)])
    assert [one.id for one in learner.taught] == [2]
    assert learner.duplicates == 0


def test_version_0_depends_on_its_examples_alone(ordinary: World) -> None:
    """However many were there in between, and whatever it was asked meanwhile."""
    learner, afresh = Learner(ordinary.task, CONFIG), Learner(ordinary.task, CONFIG)
    afresh.observe(ordinary.examples[-10:])
    for start in range(0, len(ordinary.examples), 9):
        learner.observe(ordinary.examples[start : start + 9])
        learner.predict(ordinary.questions)
    assert len(ordinary.examples) > PROVISIONAL[-1]
    learner.forget([one.id for one in ordinary.examples[:-10]])
    _assert_same(learner, afresh, ordinary)


def test_the_record_is_what_is_answered_without_each(kind: TargetKind, ordinary: World) -> None:
    """At the fit and weights as they are: compared with the forecasts of the outlooks left out."""
    learner = fitted_to(kind)
    record, state = learner.leave_one_out(), learner._conditioned()
    assert record.ids == tuple(sorted(one.id for one in ordinary.examples))
    assert list(record.truths) == [one.target for one in ordinary.examples]
    forecasts = state.forecaster.forecasts(state.left_out())
    by_id = dict(zip(state.lessons().ids, forecasts, strict=True))
    assert list(record.answers) == [best_guess(by_id[x]) for x in record.ids]
    assert (record.inside is None) == (kind is TargetKind.CATEGORY)
    assert np.all((record.doubt >= 0) & np.isfinite(record.doubt))
    assert np.all(np.isfinite(record.log_likelihood))


def test_the_score_is_the_probability_of_the_label() -> None:
    there = world("ordinary", TargetKind.CATEGORY)
    task = replace(there.task, target=replace(there.task.target, labels=("low", "middle", "high")))
    learner = fit(task, there.examples, config=CONFIG)
    asked = next(one.values for one in there.examples if len(one.values) == len(task.fields))
    (answer,) = learner.predict([asked])
    scores = learner.score([example(99, asked, label) for label in ("low", "middle", "high")])
    assert np.exp(scores).sum() == pytest.approx(1.0)
    assert dict(answer.forecast.probabilities)["low"] == pytest.approx(np.exp(scores[0]))  # type: ignore[union-attr]


def test_a_label_that_nobody_taught_has_a_probability_too() -> None:
    learner = fitted_to(TargetKind.CATEGORY)
    labels = ("low", "middle", "high", "never heard of")
    scores = learner.score([example(99, {SIZE: 100.0}, label) for label in labels])
    assert np.exp(scores).sum() == pytest.approx(1.0)


def test_the_score_of_a_number_is_a_density() -> None:
    learner = _taught([(float(at), 2.0 * at + (-1) ** at) for at in range(1, 20)])
    grid = np.linspace(-300.0, 300.0, 6_001)
    scores = learner.score([example(99, {SIZE: 6.0}, float(y)) for y in grid])
    assert np.trapezoid(np.exp(scores), grid) == pytest.approx(1.0, abs=0.01)


def test_pulls_come_strongest_first(ordinary: World) -> None:
    for learner in _both(ordinary):
        learner.observe(ordinary.examples)
        amounts = [abs(pull.amount) for pull in learner.influence(ordinary.questions[0])]
        assert amounts == sorted(amounts, reverse=True)


def test_of_two_numbers_each_pulls_what_withdrawing_it_undoes() -> None:
    learner = _taught([(1.0, 10.0), (5.0, 30.0)])
    pulls = {pull.example: pull.amount for pull in learner.influence({SIZE: 3.0})}
    assert pulls == pytest.approx({1: 20.0 - 30.0, 2: 20.0 - 10.0})


def test_the_field_that_matters_moves_the_answer() -> None:
    chance = np.random.default_rng(3)
    task = task_of((FieldKind.NUMBER, FieldKind.NUMBER), TargetKind.NUMBER)
    key = task.fields[1].key
    pairs: list[tuple[Values, Truth]] = []
    for _ in range(30):
        size, noise = chance.uniform(0, 100, size=2)
        pairs.append(({SIZE: float(size), key: float(noise)}, float(5 * size)))
    learner = Learner(task, CONFIG)
    learner.observe(examples_of(pairs))
    effects = learner.effects({SIZE: 90.0, key: 90.0})
    assert [effect.key for effect in effects] == [SIZE, key]
    assert effects[0].amount > 100
    assert learner.effects({}) == []


def test_a_wrong_number_is_suspected_first() -> None:
    pairs = [(float(at), 2.0 * at + 0.3 * (-1) ** at) for at in range(1, 31)]
    pairs[12] = (13.0, 260.0)
    assert _taught(pairs).suspects()[0] == ExampleId(13)


def test_many_wrong_numbers_do_not_hide_each_other() -> None:
    wrong = {5: 60.0, 17: -20.0, 33: 10.0, 48: 180.0}
    pairs = [(float(at), wrong.get(at, 2.0 * at + 0.3 * (-1) ** at)) for at in range(1, 61)]
    assert set(_taught(pairs).suspects()) == {ExampleId(at) for at in wrong}


def test_many_wrong_labels_do_not_hide_each_other() -> None:
    wrong = {5, 17, 41, 52}
    pairs: list[tuple[Values, Truth]] = [
        ({SIZE: float(at)}, "small" if (at <= 30) != (at in wrong) else "large")
        for at in range(1, 61)
    ]
    learner = Learner(LABELS, CONFIG)
    learner.observe(examples_of(pairs))
    assert set(learner.suspects()) == {ExampleId(at) for at in wrong}


def test_nothing_is_suspect_among_few_that_agree() -> None:
    pairs = [(float(at), 2.0 * at) for at in range(1, 6)]
    assert _taught(pairs).suspects() == []


def test_what_is_alike_is_shown_with_the_answer(kind: TargetKind, ordinary: World) -> None:
    learner = fitted_to(kind)
    for one in ordinary.examples[:6]:
        (answer,) = learner.predict([one.values])
        best = answer.similar[0]
        assert best.similarity == pytest.approx(1.0)
        assert [x.similarity for x in answer.similar] == sorted(
            (x.similarity for x in answer.similar), reverse=True
        )


def test_one_absurd_number_moves_the_others_little() -> None:
    pairs = [(float(at), 2.0 * at + 0.3 * (-1) ** at) for at in range(1, 31)]
    learner, shocked = _taught(pairs), _taught([*pairs, (15.5, 1e12)])
    before, after = (best_guess(x.predict([{SIZE: 20.0}])[0].forecast) for x in (learner, shocked))
    assert after == pytest.approx(before, abs=15.0)


def _taught(pairs: list[tuple[float, float]]) -> Learner:
    learner = Learner(NUMBERS, CONFIG)
    learner.observe(examples_of([({SIZE: size}, truth) for size, truth in pairs]))
    return learner


def _both(there: World) -> tuple[Learner, Learner]:
    """Return version 0 and a fitted learner, taught nothing."""
    return Learner(there.task, CONFIG), fitted_to(there.task.target.kind).blank()


def _assert_same(learner: Learner, other: Learner, there: World) -> None:
    for one, expected in zip(
        learner.predict(there.questions), other.predict(there.questions), strict=True
    ):
        guess, wanted = best_guess(one.forecast), best_guess(expected.forecast)
        assert guess == (pytest.approx(wanted) if isinstance(wanted, float) else wanted)
    assert learner.leave_one_out().log_likelihood == pytest.approx(
        other.leave_one_out().log_likelihood, abs=1e-6
    )
