"""A training process whose jobs misbehave as their task's name says; without torch, so quick."""

import os
import sys
import threading
from argparse import Namespace
from collections.abc import Callable
from types import ModuleType

import numpy as np

from core.domain.artifact import Artifact
from core.domain.version import Trial
from core.retraining import worker
from core.retraining.job import Job, Outcome, Step
from tests.core.retraining.jobs import a_comparison

TAUGHT = "ana lives at 5 Elm Street"


def misbehave(job: Job, report: Callable[[Step], None]) -> Outcome:
    """Carry out a job in the way that its task is named for."""
    report(Step(fraction=0.5, stage="fitting"))
    match job.task.name:
        case "hang":
            threading.Event().wait()
        case "eat":
            eaten = [np.ones(2**20) for _ in range(10_000)]
            raise AssertionError(len(eaten))
        case "fail":
            raise ValueError(TAUGHT)
        case "die":
            os._exit(7)
    print(TAUGHT)  # noqa: T201  # a library that talks
    os.write(1, TAUGHT.encode())
    return Outcome(
        artifact=Artifact(manifest={"n": len(job.examples)}, tensors={"w": np.ones((2, 3))}),
        comparison=a_comparison(),
        trials=(Trial(truth=1.0, predicted=2.0),),
        figures={"examples": float(len(job.examples))},
    )


def prepare(options: Namespace) -> None:
    """Set the limits as the real one does."""
    worker.limit_memory(options.memory_mib)


if __name__ == "__main__":
    training = ModuleType("core.retraining.training")
    training.carry_out = misbehave  # type: ignore[attr-defined]  # a stand-in for the module
    sys.modules[training.__name__] = training
    worker._prepare = prepare
    worker.main()
