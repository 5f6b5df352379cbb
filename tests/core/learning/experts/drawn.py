"""Lessons drawn for one expert, without a learner around it."""

import numpy as np
import torch

from core.domain.task import TargetKind
from core.learning.config import LearnerConfig
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.table import Reader
from core.learning.experts.expert import Batch, FitContext, Lessons
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import world


def lessons_for(kind: TargetKind, config: LearnerConfig = CONFIG) -> tuple[Lessons, FitContext]:
    """Return the ordinary world's lessons with drawn targets, and what a fit is made with."""
    there = world("ordinary", kind)
    reader = Reader(there.task)
    rows = [reader.read(one.values) for one in there.examples]
    table = reader.table(rows)
    features = FeatureMap.fit(table, config)
    encoded = torch.from_numpy(features.encode(table))
    batch = Batch(features=encoded, rows=rows, reader=reader)
    chance = np.random.default_rng(3)
    number = np.sin(3.0 * encoded[:, 1].numpy()) + 0.2 * chance.normal(size=len(rows))
    targets = number[:, None] if kind is TargetKind.NUMBER else np.eye(2)[(number > 0).astype(int)]
    lessons = Lessons(
        ids=np.arange(1, len(rows) + 1),
        batch=batch,
        targets=torch.tensor(targets),
        codes=np.arange(targets.shape[1]),
    )
    context = FitContext(kind=kind, features=features, config=config, examples=len(rows))
    return lessons, context


def part_of(lessons: Lessons, part: slice | list[int]) -> Lessons:
    """Return some of the lessons."""
    return lessons.pick(np.arange(len(lessons))[part])
