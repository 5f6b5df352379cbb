"""Tasks in which every label counts alike, however often it was taught."""

from dataclasses import replace

import numpy as np
import pytest

from core.domain.fields import FieldKind
from core.domain.task import TargetKind, Task
from core.learning.categories import LabelCalibration, even
from core.learning.compare import compare
from core.learning.experts.expert import Outlook
from core.learning.learner import Learner
from tests.core.learning.agreeing import assert_alike, assert_alike_all, assert_sound
from tests.core.learning.subjects import CONFIG, LEARNER, subject_of
from tests.core.learning.worlds import SIZE, World, examples_of, task_of, world

CATEGORY = TargetKind.CATEGORY


def balanced(task: Task) -> Task:
    return replace(task, target=replace(task.target, is_balanced=True))


ORDINARY = replace(world("ordinary", CATEGORY), task=balanced(world("ordinary", CATEGORY).task))
USUAL = task_of((FieldKind.NUMBER,), CATEGORY)


def lopsided(common: int, rare: int) -> World:
    """Two labels about sizes of 90 and of 120, that overlap."""
    chance = np.random.default_rng(4)
    sizes = [*chance.normal(90, 20, common), *chance.normal(120, 20, rare)]
    labels = ["common"] * common + ["rare"] * rare
    pairs = [({SIZE: float(size)}, label) for size, label in zip(sizes, labels, strict=True)]
    return World(task=USUAL, examples=examples_of(pairs), questions=({SIZE: 108.0},))


def test_labels_are_weighed_as_if_they_were_alike_frequent() -> None:
    assert even([30, 10]).tolist() == [20 / 30, 20 / 10]
    assert even([5, 0, 15]).tolist() == [2.0, 1.0, 10 / 15]
    shares = np.array([[0.75, 0.25], [0.9, 0.1]])
    outlook = Outlook(centers=np.log(shares), scales=np.ones(2), freedom=np.inf)
    none = Outlook(centers=np.empty((0, 2)), scales=np.empty(0), freedom=np.inf)
    calibration = LabelCalibration.fit([none], np.empty(0, int), 10**9, 1.0, even([30, 10]))
    assert calibration.probabilities([outlook]) == pytest.approx(
        np.array([[0.5, 0.5], [0.75, 0.25]]), abs=1e-6
    )


def test_a_rare_label_is_found_where_it_is_the_likelier_one_among_equals() -> None:
    there = lopsided(72, 8)
    said = {}
    for task in (there.task, balanced(there.task)):
        learner = Learner(task, CONFIG)
        learner.observe(there.examples)
        (answer,) = learner.predict(there.questions)
        said[task.target.is_balanced] = dict(answer.forecast.probabilities)["rare"]  # type: ignore[union-attr]
    assert said[False] < 0.5 < said[True]


def test_it_obeys_the_laws_of_all_others() -> None:
    """Moves are with minus without, and what was forgotten was never taught."""
    taught = subject_of(LEARNER, CATEGORY, task=ORDINARY.task)
    taught.observe(ORDINARY.examples)
    assert_sound(taught, ORDINARY)
    before, question = taught.ask(ORDINARY.questions), ORDINARY.questions[0]
    moved = taught.influence(question)
    for one in ORDINARY.examples[::9]:
        (without,) = taught.without(one).ask([question])
        expected = {key: before[0][key] - without[key] for key in moved[one.id]}
        assert_alike(moved[one.id], expected)
    more = examples_of([(values, "never heard of") for values in ORDINARY.questions], start=90)
    taught.observe(more)
    taught.ask(ORDINARY.questions)
    taught.forget({one.id for one in more})
    assert_alike_all(taught.ask(ORDINARY.questions), before)


def test_a_candidate_is_judged_by_each_label_alike() -> None:
    """Guessing the frequent label always is wrong half of the time."""
    there = lopsided(24, 6)
    task = balanced(there.task)
    comparison, _ = compare(task, there.examples, Learner(task, CONFIG), config=CONFIG, folds=3)
    assert comparison.naive_error == pytest.approx(0.5)
