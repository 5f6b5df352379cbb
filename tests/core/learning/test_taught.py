from dataclasses import dataclass

import numpy as np
import pytest
import torch

from core.domain.fields import FieldKind
from core.domain.identity import ExampleId
from core.domain.task import TargetKind
from core.learning.encoding.table import Reader
from core.learning.experts.expert import Batch, Lessons
from core.learning.experts.watched import Watched
from core.learning.taught import Rows
from tests.core.learning.worlds import task_of

WIDTH = 3
READER = Reader(task_of((FieldKind.NUMBER,), TargetKind.NUMBER))


def test_rows_are_those_added_but_not_removed() -> None:
    chance, rows, there = np.random.default_rng(1), _empty(), set[int]()
    for one in chance.permutation(60).tolist():
        rows.add(_lessons([one]))
        there.add(one)
        if chance.random() < 0.4:
            gone = chance.choice(sorted(there), size=min(2, len(there)), replace=False).tolist()
            _assert_are(rows.remove([ExampleId(x) for x in gone]), gone)
            there -= set(gone)
        newest = sorted(there)[-10:]
        assert rows.newest(10).ids.tolist() == newest
        _assert_are(rows.newest(10), newest)
    assert set(rows.ids.tolist()) == there


def test_a_copy_of_rows_goes_its_own_way() -> None:
    rows = _empty()
    rows.add(_lessons([1, 2, 3]))
    other = rows.copy()
    other.remove([ExampleId(1)])
    _assert_are(rows.newest(5), [1, 2, 3])
    _assert_are(other.newest(5), [2, 3])


@dataclass
class Told:
    """Says twice a lesson's id, and counts for how many it was asked."""

    asked: int = 0

    def __call__(self, lessons: Lessons) -> tuple[torch.Tensor, torch.Tensor]:
        self.asked += len(lessons)
        return lessons.batch.features, 2.0 * torch.from_numpy(lessons.ids.astype(float))


@pytest.mark.parametrize("seed", range(5))
def test_what_is_watched_is_what_would_be_measured(seed: int) -> None:
    chance, watched, told = np.random.default_rng(seed), Watched(), Told()
    for _ in range(40):
        ids = np.sort(chance.choice(50, size=chance.integers(1, 12), replace=False)).tolist()
        (found,) = watched.follow(_lessons(ids), told)
        assert found.tolist() == [2.0 * one for one in ids]
        watched.drop(chance.choice(50, size=3))


def test_a_queue_measures_each_lesson_once() -> None:
    watched, told = Watched(), Told()
    for start in range(2_000):
        watched.follow(_lessons([start, start + 1, start + 2]), told)
    assert told.asked == 2_002


def _empty() -> Rows:
    return Rows(READER, WIDTH, torch.device("cpu"))


def _lessons(ids: list[int]) -> Lessons:
    """Return lessons that can be told by their id."""
    columns = torch.tensor(ids, dtype=torch.float64)[:, None]
    batch = Batch(
        features=columns.repeat(1, WIDTH), rows=[(float(one),) for one in ids], reader=READER
    )
    codes = np.zeros(1, dtype=np.int64)
    return Lessons(ids=np.array(ids, dtype=np.int64), batch=batch, targets=columns, codes=codes)


def _assert_are(lessons: Lessons, ids: list[int]) -> None:
    assert sorted(lessons.ids.tolist()) == sorted(ids)
    plain = [float(one) for one in lessons.ids]
    assert lessons.targets[:, 0].tolist() == plain
    assert lessons.batch.features[:, 1].tolist() == plain
    assert [row[0] for row in lessons.batch.rows] == plain
