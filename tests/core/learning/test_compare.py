from collections.abc import Callable

import numpy as np
import pytest

from core.domain.example import Example
from core.domain.fields import FieldKind, Values
from core.domain.task import TargetKind, Truth
from core.errors import NothingTaught
from core.learning.answering import naive_guess
from core.learning.compare import bootstrap_confidence, compare
from core.learning.fitting import fit
from core.learning.learner import Learner
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import MEMBERS, SIZE, example, examples_of, task_of, world

NUMBERS = task_of((FieldKind.NUMBER,), TargetKind.NUMBER)


def test_both_are_judged_on_every_example_that_counts(kind: TargetKind) -> None:
    there = world("ordinary", kind)
    live = fit(there.task, there.examples[:12], config=CONFIG)
    said: list[float] = []
    comparison, trials = compare(
        there.task,
        there.examples,
        live,
        config=CONFIG,
        report=lambda done, _: said.append(done),
        folds=3,
    )
    assert comparison.examples == len(trials) == len(there.examples)
    assert sorted(str(t.truth) for t in trials) == sorted(str(x.target) for x in there.examples)
    assert 0 <= comparison.confidence <= 1
    assert (comparison.coverage is None) == (kind is TargetKind.CATEGORY)
    assert said == sorted(said)
    assert said[-1] == 1.0


def test_comparing_changes_nothing_and_says_the_same_again(kind: TargetKind) -> None:
    there = world("ordinary", kind)
    live = fit(there.task, there.examples[:12], config=CONFIG)
    before = live.predict(there.questions)
    first = compare(there.task, there.examples, live, config=CONFIG, folds=2)
    assert compare(there.task, there.examples[::-1], live, config=CONFIG, folds=2) == first
    assert live.predict(there.questions) == before


def test_a_fit_to_this_task_beats_one_to_nonsense() -> None:
    nonsense = fit(NUMBERS, _line(lambda at: 7.0 * (-1) ** at), config=CONFIG)
    comparison, _ = compare(NUMBERS, _line(lambda at: 3.0 * at), nonsense, config=CONFIG)
    assert comparison.gain > 0
    assert comparison.confidence > 0.95
    assert comparison.candidate_error < comparison.naive_error


def test_on_pure_noise_neither_is_surely_better() -> None:
    chance = np.random.default_rng(2)
    noise = _line(lambda _: float(chance.normal()))
    live = fit(NUMBERS, noise, config=CONFIG)
    comparison, _ = compare(NUMBERS, noise, live, config=CONFIG)
    assert comparison.confidence < 0.95
    assert comparison.candidate_error > 0.8 * comparison.naive_error


def test_a_copy_is_not_learned_here_and_judged_there() -> None:
    twice = [example(at, {SIZE: 1.23456}, 765.432, author=MEMBERS[at]) for at in (1, 2)]
    with pytest.raises(NothingTaught, match="two different"):
        compare(NUMBERS, twice, Learner(NUMBERS, CONFIG), config=CONFIG)
    three = [*twice, example(3, {SIZE: 2.0}, 5.0, author=MEMBERS[0])]
    comparison, _ = compare(NUMBERS, three, Learner(NUMBERS, CONFIG), config=CONFIG)
    assert comparison.examples == 2


def test_a_label_known_in_one_fold_only_is_survived() -> None:
    task = task_of((FieldKind.NUMBER,), TargetKind.CATEGORY)
    pairs: list[tuple[Values, Truth]] = [({SIZE: float(at)}, f"label {at}") for at in range(6)]
    examples = examples_of(pairs)
    live = fit(task, examples[:3], config=CONFIG)
    comparison, _ = compare(task, examples, live, config=CONFIG)
    assert comparison.candidate_error == 1.0
    assert np.isfinite(comparison.gain)


def test_the_bootstrap_agrees_with_the_normal_approximation() -> None:
    chance = np.random.default_rng(6)
    gains = chance.normal(0.1, 1.0, size=200)
    z = gains.mean() / (gains.std() / np.sqrt(len(gains)))
    expected = 0.5 * (1 + np.tanh(0.7978845608 * (z + 0.044715 * z**3)))
    assert bootstrap_confidence(gains, chance) == pytest.approx(expected, abs=0.03)


@pytest.mark.parametrize(
    ("gains", "expected"), [([1.0, 2.0], 1.0), ([-1.0, -0.1], 0.0), ([0.0, 0.0], 0.5)]
)
def test_one_sided_records_are_certain_and_a_tie_is_half(
    gains: list[float], expected: float
) -> None:
    assert bootstrap_confidence(np.array(gains), np.random.default_rng(0)) == expected


def test_one_large_win_is_no_certainty() -> None:
    gains = np.array([20.0, *[-0.1] * 29])
    assert bootstrap_confidence(gains, np.random.default_rng(0)) < 0.7


def test_the_naive_guess_is_the_median_or_the_most_frequent() -> None:
    assert naive_guess([1.0, 9.0, 2.0]) == 2.0
    assert naive_guess(["b", "a", "b", "a", "c"]) == "a"


def _line(rule: Callable[[int], float]) -> list[Example]:
    return list(examples_of([({SIZE: float(at)}, rule(at)) for at in range(1, 31)]))
