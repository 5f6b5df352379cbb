from dataclasses import replace

import numpy as np
import pytest

from core.domain.artifact import Artifact
from core.domain.version import Trial
from core.errors import WorkerError
from core.retraining.frames import Frame
from core.retraining.job import (
    Failure,
    Outcome,
    Step,
    job_from_frame,
    job_to_frame,
    outcome_to_frame,
    reply_from_frame,
    reply_to_frame,
)
from tests.core.retraining.jobs import a_comparison, a_job

ARTIFACT = Artifact(
    manifest={"kind": "learner", "bins": [1, 2]},
    tensors={
        "exact": np.linspace(0, 1, 7, dtype=np.float64),
        "counts": np.arange(6, dtype=np.int64).reshape(2, 3),
        "empty": np.zeros((0, 4), dtype=np.float32),
    },
)


def require_same(actual: Artifact, expected: Artifact) -> None:
    assert actual.manifest == expected.manifest
    assert actual.tensors.keys() == expected.tensors.keys()
    for name, tensor in expected.tensors.items():
        assert actual.tensors[name].dtype == tensor.dtype
        np.testing.assert_array_equal(actual.tensors[name], tensor)


def test_a_job_survives_the_pipe() -> None:
    job = a_job(examples=5)
    assert job_from_frame(job_to_frame(job)) == job


def test_a_job_brings_the_live_version_along() -> None:
    job = replace(a_job(), live=ARTIFACT)
    arrived = job_from_frame(job_to_frame(job)).live
    assert arrived is not None
    require_same(arrived, ARTIFACT)


def test_an_outcome_survives_the_pipe() -> None:
    outcome = Outcome(
        artifact=ARTIFACT,
        comparison=a_comparison(),
        trials=(Trial(truth=1.0, predicted=1.5), Trial(truth="spam", predicted="ham")),
        figures={"fit_s": 0.25},
    )
    arrived = reply_from_frame(outcome_to_frame(outcome))
    assert isinstance(arrived, Outcome)
    require_same(arrived.artifact, ARTIFACT)
    assert replace(arrived, artifact=ARTIFACT) == outcome


@pytest.mark.parametrize(
    "reply",
    [
        Step(fraction=0.25, stage="fitting"),
        Failure(error="ValueError", place="fitting.py:8", is_memory=False),
    ],
)
def test_a_reply_survives_the_pipe(reply: Step | Failure) -> None:
    assert reply_from_frame(reply_to_frame(reply)) == reply


@pytest.mark.parametrize(
    "frame",
    [
        Frame(header={}),
        Frame(header={"kind": "poem"}),
        Frame(header={"kind": "step", "fraction": 0.5}),
        Frame(header={"kind": "step", "fraction": 0.5, "stage": "x", "more": 1}),
        Frame(header={"kind": "outcome", "manifest": {}}, binary=b"no tensors"),
    ],
)
def test_nonsense_from_the_training_process_is_refused(frame: Frame) -> None:
    with pytest.raises(WorkerError, match="Expected progress or an outcome"):
        reply_from_frame(frame)


@pytest.mark.parametrize("header", [{}, {"kind": "job", "task": 1}, {"kind": "job", "task": {}}])
def test_nonsense_for_the_training_process_is_refused(header: dict[str, object]) -> None:
    with pytest.raises(WorkerError, match="asks for a job"):
        job_from_frame(Frame(header=header))
