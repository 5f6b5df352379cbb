"""What the training process does for a job, in this process and in a real one."""

import sys
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from core.learning.learner import Learner
from core.retraining.accept import Judgement, accept
from core.retraining.job import Job, Outcome, Step
from core.retraining.process import WorkerLimits, WorkerProcess
from core.retraining.records import SECONDS
from core.retraining.training import carry_out
from tests.core.retraining.jobs import SIZE, a_job, an_example


def a_curve(examples: int) -> Job:
    """Return a job of a smooth curve, for which the fit of version 0 sees too little."""
    sizes = np.random.default_rng(1).permutation(np.linspace(1, 100, examples))
    taught = tuple(
        an_example(at, size=float(size), price=float(1000 * np.sin(size / 9) + size))
        for at, size in enumerate(sizes, start=1)
    )
    return replace(a_job(), examples=taught)


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return carry_out(a_curve(120), lambda _: None)


def test_a_live_version_that_cannot_be_read_is_passed_over(outcome: Outcome) -> None:
    foreign = replace(outcome.artifact, manifest={"kind": "another program's"})
    again = carry_out(replace(a_curve(40), live=foreign), lambda _: None)
    assert again.comparison.examples == 40


def test_a_fit_to_all_examples_beats_one_to_the_first_few(outcome: Outcome) -> None:
    assert outcome.comparison.examples == 120
    assert accept(outcome.comparison) is Judgement.BETTER
    assert outcome.comparison.candidate_error < outcome.comparison.live_error
    assert 0 < len(outcome.trials) <= 120
    assert outcome.figures[SECONDS] > 0


def test_the_candidate_of_an_outcome_can_be_loaded_and_taught(outcome: Outcome) -> None:
    job = a_curve(120)
    learner = Learner.load(job.task, outcome.artifact, job.config)
    learner.observe(job.examples)
    assert learner.predict([{SIZE: 50.0}])[0].examples == 120


def test_a_candidate_for_which_older_examples_faded_is_judged_on_the_newer_ones() -> None:
    turned = tuple(
        an_example(at, size=float(at * 7 % 61), price=float((-1) ** (at > 60) * (at * 7 % 61)))
        for at in range(1, 121)
    )
    hourly = (replace(x, taught_at=x.taught_at + x.id * timedelta(hours=1)) for x in turned)
    job = replace(a_job(), examples=tuple(hourly))
    job = replace(job, config=replace(job.config, fade_from=120))
    outcome = carry_out(job, lambda _: None)
    assert outcome.artifact.manifest["since"] == 61
    assert outcome.comparison.examples == 60
    assert accept(outcome.comparison) is Judgement.BETTER


def test_against_itself_a_version_is_not_promoted(outcome: Outcome) -> None:
    again = carry_out(replace(a_curve(120), live=outcome.artifact), lambda _: None)
    assert not accept(again.comparison).promotes


def test_progress_only_grows_and_ends_at_one() -> None:
    steps: list[Step] = []
    carry_out(a_job(), steps.append)
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert len(steps) == len(set(steps))
    assert all(step.stage for step in steps)


async def test_the_real_process_does_the_same_and_reports_its_memory() -> None:
    worker = WorkerProcess(WorkerLimits(threads=1))
    job = a_job()
    steps: list[Step] = []
    theirs = await worker.run(job, steps.append)
    await worker.close()
    ours = carry_out(job, lambda _: None)
    assert theirs.comparison == ours.comparison
    assert theirs.trials == ours.trials
    for name, tensor in ours.artifact.tensors.items():
        other = theirs.artifact.tensors[name]
        np.testing.assert_allclose(other.astype(float), tensor.astype(float), rtol=1e-6)
    assert steps[-1].fraction == 1.0
    if sys.platform != "win32":
        assert theirs.figures["memory_mib"] > 100
