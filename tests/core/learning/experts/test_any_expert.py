"""What holds of each expert's own methods, beyond what the laws ask through its answers."""

import numpy as np
import pytest
import torch

from core.domain.task import TargetKind
from core.learning.experts.expert import Expert
from core.learning.mixture import EXPERTS
from tests.core.learning.cases import BY_EXPERT, context_of
from tests.core.learning.experts.drawn import part_of
from tests.core.learning.subjects import LoneExpert, subject_of
from tests.core.learning.worlds import World


def test_no_two_experts_share_a_name_and_the_rule_comes_first() -> None:
    names = [str(expert.name) for expert in EXPERTS]
    assert len(set(names)) == len(names)
    assert names[0] == "rule"


@BY_EXPERT
def test_it_expects_something_before_it_was_taught_anything(
    name: str, kind: TargetKind, ordinary: World
) -> None:
    expert = _blank(name, kind)
    batch = _taught(name, kind, ordinary).state.lessons().batch
    said = expert.predict(batch)
    assert said.centers.shape == (len(batch), 1 if kind.is_number else 0)
    assert np.all(np.isfinite(said.centers))
    assert np.all((said.scales > 0) & np.isfinite(said.scales))


@BY_EXPERT
def test_it_changes_no_tensor_that_it_is_shown(
    name: str, kind: TargetKind, ordinary: World
) -> None:
    subject = _taught(name, kind, ordinary)
    lessons = subject.state.lessons()
    features, targets = lessons.batch.features.clone(), lessons.targets.clone()
    expert = _blank(name, kind)
    expert.observe(lessons)
    expert.predict(lessons.batch)
    expert.leave_one_out(lessons)
    expert.influence(subject.state.batch(lessons.batch.rows[:1]), lessons)
    expert.forget(lessons)
    type(expert).fit(lessons, context_of("ordinary", kind))
    assert torch.equal(lessons.batch.features, features)
    assert torch.equal(lessons.targets, targets)


@BY_EXPERT
def test_its_answers_have_the_shapes_of_the_interface(
    name: str, kind: TargetKind, ordinary: World
) -> None:
    subject = _taught(name, kind, ordinary)
    lessons = subject.state.lessons()
    shape = tuple(lessons.targets.shape)
    question = subject.state.batch(lessons.batch.rows[:1])
    for said in (subject.expert.predict(lessons.batch), subject.expert.leave_one_out(lessons)):
        assert said.centers.shape == shape
        assert said.scales.shape == shape[:1]
        assert kind is TargetKind.CATEGORY or said.freedom > 0
        assert said.centers.dtype == said.scales.dtype == np.float64
    assert subject.expert.influence(question, lessons).shape == shape


@BY_EXPERT
def test_a_fit_is_conditioned_on_nothing_and_is_saved_so(
    name: str, kind: TargetKind, ordinary: World
) -> None:
    lessons = _taught(name, kind, ordinary).state.lessons()
    made = next(expert for expert in EXPERTS if str(expert.name) == name)
    afresh: Expert = made.fit(lessons, context_of("ordinary", kind))
    before = afresh.save()
    blank = afresh.predict(lessons.batch)
    afresh.observe(lessons)
    after = afresh.save()
    assert before.keys() == after.keys()
    assert all(np.array_equal(before[name], after[name]) for name in before)
    loaded = made.load(after, context_of("ordinary", kind))
    assert np.array_equal(loaded.predict(lessons.batch).centers, blank.centers)


@BY_EXPERT
def test_part_of_the_lessons_may_be_left_out_or_weighed(
    name: str, kind: TargetKind, ordinary: World
) -> None:
    """The record of the newest is that of all, cut down."""
    subject = _taught(name, kind, ordinary)
    everything = subject.state.lessons()
    some = part_of(everything, slice(20, None))
    said = subject.expert.leave_one_out(everything).centers[20:]
    assert subject.expert.leave_one_out(some).centers == pytest.approx(said)
    question = subject.state.batch(everything.batch.rows[:1])
    moved = subject.expert.influence(question, everything)[20:]
    assert subject.expert.influence(question, some) == pytest.approx(moved)


def _taught(name: str, kind: TargetKind, there: World) -> LoneExpert:
    subject = subject_of(name, kind)
    assert isinstance(subject, LoneExpert)
    subject.observe(there.examples)
    return subject


def _blank(name: str, kind: TargetKind) -> Expert:
    subject = subject_of(name, kind)
    assert isinstance(subject, LoneExpert)
    return subject.expert
