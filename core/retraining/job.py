"""What the training process is asked and what it answers, as values and as frames."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from safetensors import SafetensorError
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from core.domain.artifact import Artifact
from core.domain.codec import (
    comparison_from_json,
    example_from_json,
    example_to_json,
    record_to_json,
    task_from_json,
    task_to_json,
    trial_from_json,
)
from core.domain.example import Example
from core.domain.task import Task
from core.domain.version import Comparison, RunFigures, Trial
from core.errors import InvalidValue, WorkerError
from core.learning.config import LearnerConfig
from core.retraining.frames import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One retraining, with all that it needs."""

    task: Task
    examples: tuple[Example, ...]
    """Those that count, in the order in which they were last changed."""
    live: Artifact | None
    """What the live version was saved as; None where none was promoted yet."""
    config: LearnerConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A candidate and how it compares with the live version."""

    artifact: Artifact
    comparison: Comparison
    trials: tuple[Trial, ...]
    figures: RunFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far a job is: a fraction of 0 to 1 and what is being done."""

    fraction: float
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a job came to nothing, without a word of what was taught."""

    error: str
    """The error's class."""
    place: str
    """The line that raised it: ``core/learning/fitting.py:88``."""
    is_memory: bool
    """Whether the memory limit was met."""


def job_to_frame(job: Job) -> Frame:
    """Return the frame that asks for a job."""
    header = {
        "kind": "job",
        "task": task_to_json(job.task),
        "examples": [example_to_json(e) for e in job.examples],
        "config": dataclasses.asdict(job.config),
        "live": None if job.live is None else dict(job.live.manifest),
    }
    return Frame(header=header, binary=_tensors_of(job.live))


def job_from_frame(frame: Frame) -> Job:
    """Return the job that a frame asks for.

    Raises:
        WorkerError: it asks for none.
    """
    try:
        header = frame.header
        return Job(
            task=task_from_json(header["task"]),
            examples=tuple(example_from_json(e) for e in header["examples"]),
            live=_artifact(header["live"], frame.binary),
            config=LearnerConfig(**header["config"]),
        )
    except (KeyError, TypeError, InvalidValue, SafetensorError) as error:
        raise WorkerError("Expected a frame that asks for a job.") from error


def outcome_to_frame(outcome: Outcome) -> Frame:
    """Return the frame that answers a job."""
    header = {
        "kind": "outcome",
        "manifest": dict(outcome.artifact.manifest),
        "comparison": record_to_json(outcome.comparison),
        "trials": [record_to_json(t) for t in outcome.trials],
        "figures": dict(outcome.figures),
    }
    return Frame(header=header, binary=_tensors_of(outcome.artifact))


def reply_to_frame(reply: Step | Failure) -> Frame:
    """Return the frame that tells of progress or of failure."""
    kind = "step" if isinstance(reply, Step) else "failure"
    return Frame(header={"kind": kind, **dataclasses.asdict(reply)})


def reply_from_frame(frame: Frame) -> Outcome | Step | Failure:
    """Return what the training process says.

    Raises:
        WorkerError: it is nothing that it says.
    """
    header = dict(frame.header)
    try:
        match header.pop("kind"):
            case "step":
                return Step(**header)
            case "failure":
                return Failure(**header)
            case "outcome":
                return _outcome(header, frame.binary)
    except (KeyError, TypeError, InvalidValue, SafetensorError) as error:
        raise WorkerError("Expected progress or an outcome of the training process.") from error
    raise WorkerError("Expected progress or an outcome of the training process.")


def _outcome(header: Mapping[str, Any], binary: bytes) -> Outcome:
    return Outcome(
        artifact=Artifact(manifest=header["manifest"], tensors=load_tensors(binary)),
        comparison=comparison_from_json(header["comparison"]),
        trials=tuple(trial_from_json(t) for t in header["trials"]),
        figures=header["figures"],
    )


def _tensors_of(artifact: Artifact | None) -> bytes:
    return b"" if artifact is None else save_tensors(dict(artifact.tensors))


def _artifact(manifest: Mapping[str, object] | None, binary: bytes) -> Artifact | None:
    if manifest is None:
        return None
    return Artifact(manifest=manifest, tensors=load_tensors(binary))
