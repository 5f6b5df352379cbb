"""Fits that an earlier program wrote answer as they did, and can be saved again."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.domain.artifact import Artifact
from core.domain.identity import ExampleId
from core.domain.task import TargetKind, Task
from core.learning.learner import Learner
from tests.core.learning.agreeing import assert_alike_all, assert_alike_each
from tests.core.learning.subjects import CONFIG, WholeLearner
from tests.core.learning.worlds import NOTES, TARGETS, world

WRITTEN = Path(__file__).with_name("artifacts_of_format_1.json")
"""A fit to 34 lessons of each ordinary world, with what it said after all of them were taught; the
labels' world has no text, of which later programs read more."""
KINDS = pytest.mark.parametrize("kind", TARGETS, ids=str)


@KINDS
def test_a_fit_of_the_first_format_answers_as_before(kind: TargetKind) -> None:
    written = _written(kind)
    _assert_as_before(kind, _artifact(written), written)


@KINDS
def test_saved_again_it_still_does(kind: TargetKind) -> None:
    written = _written(kind)
    again = Learner.load(_task(kind), _artifact(written), CONFIG).save()
    assert again.manifest["format"] != written["manifest"]["format"]
    _assert_as_before(kind, again, written)


def _assert_as_before(kind: TargetKind, artifact: Artifact, written: dict[str, Any]) -> None:
    there = world("ordinary", kind)
    loaded = WholeLearner(Learner.load(_task(kind), artifact, CONFIG))
    loaded.observe(there.examples)
    whole = _task(kind).fields  # with fields left out, a model is made anew
    pairs = zip(there.questions, written["answers"], strict=True)
    complete = [pair for pair in pairs if {field.key for field in whole} <= set(pair[0])]
    assert complete
    assert_alike_all(loaded.ask([q for q, _ in complete]), [said for _, said in complete])
    left_out = {ExampleId(int(key)): said for key, said in written["left out"].items()}
    assert_alike_each(loaded.leave_one_out(), left_out)


def _task(kind: TargetKind) -> Task:
    task = world("ordinary", kind).task
    return task.without_field(NOTES) if kind is TargetKind.CATEGORY else task


def _written(kind: TargetKind) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(WRITTEN.read_text())[kind.value]
    return found


def _artifact(written: dict[str, Any]) -> Artifact:
    tensors = {
        name: np.array(one["values"], dtype=one["dtype"]).reshape(one["shape"])
        for name, one in written["tensors"].items()
    }
    return Artifact(manifest=written["manifest"], tensors=tensors)
