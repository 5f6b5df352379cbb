from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.fields import FieldKind
from core.domain.identity import TaskId
from core.domain.task import TargetKind, Task
from core.learning.config import LearnerConfig
from core.learning.encoding.features import FeatureMap, encoder_from_arrays, share_out
from core.learning.encoding.table import Reader
from tests.core.learning.worlds import KINDS, PLACE, SIZE, some_values, task_of, world

WIDE = LearnerConfig(device="cpu")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 50), max_size=8), st.integers(0, 120))
def test_a_budget_is_shared_fairly(wants: list[int], budget: int) -> None:
    given_out = share_out(wants, budget)
    assert all(0 <= got <= want for got, want in zip(given_out, wants, strict=True))
    assert sum(given_out) <= budget
    unserved = [got for got, want in zip(given_out, wants, strict=True) if got < want]
    if unserved:
        assert max(unserved) - min(unserved) <= 1
        assert max(given_out) <= max(unserved) + 1
        assert sum(given_out) == budget


@pytest.mark.parametrize("columns", [1, 40, 160, 1_000])
def test_the_map_keeps_to_its_budget_where_it_can(columns: int) -> None:
    features, encoded = _mapped(task_of(KINDS, TargetKind.NUMBER), columns)
    assert encoded.shape[1] == features.width == 1 + len(features.blocks)
    # Each field has its indicator and a column or two, however little there is.
    assert features.width <= max(columns, 1 + 3 * len(KINDS))


def test_three_hundred_fields_share_the_columns() -> None:
    features, _ = _mapped(task_of(KINDS * 60, TargetKind.NUMBER), 1_000)
    assert features.width <= 1_000
    assert len({key for key, _ in features.blocks}) == 300


def test_fields_encoded_together_are_encoded_as_each_by_itself() -> None:
    kinds, chance = KINDS * 3, np.random.default_rng(4)
    task = task_of(kinds, TargetKind.NUMBER)
    reader = Reader(task)
    table = reader.table([reader.read(some_values(kinds, chance, missing=0.3)) for _ in range(40)])
    features = FeatureMap.fit(table, WIDE)
    apart = [e.encode(table.columns[key]) for key, e in features.encoders.items()]
    plain = np.concatenate([np.ones((40, 1)), *apart], axis=1) * features.column_scales
    assert np.array_equal(features.encode(table), plain)
    one = reader.table([reader.read(some_values(kinds, chance, missing=0.3))])
    alone = [e.encode(one.columns[key]) for key, e in features.encoders.items()]
    plain = np.concatenate([np.ones((1, 1)), *alone], axis=1) * features.column_scales
    assert np.array_equal(features.encode(one), plain)


def test_a_vanished_field_is_a_missing_one() -> None:
    there = world("ordinary", TargetKind.NUMBER)
    features, _ = _mapped(there.task, 160)
    without = there.task.without_field(PLACE).without_field(SIZE)
    for one in there.examples[:5]:
        values = {k: v for k, v in one.values.items() if k not in (PLACE, SIZE)}
        vanished, missing = (
            features.encode(Reader(task).table([Reader(task).read(values)]))
            for task in (without, there.task)
        )
        assert vanished.tolist() == missing.tolist()


def test_a_retyped_field_is_a_missing_one_to_an_earlier_fit() -> None:
    there = world("ordinary", TargetKind.NUMBER)
    features, _ = _mapped(there.task, 160)
    retyped = there.task.with_changed(replace(there.task.field(SIZE), kind=FieldKind.TEXT))
    read = Reader(retyped).table([Reader(retyped).read({SIZE: 7.0})])
    plain = Reader(there.task).table([Reader(there.task).read({})])
    assert features.encode(read).tolist() == features.encode(plain).tolist()


def test_encoders_survive_saving() -> None:
    there = world("ordinary", TargetKind.NUMBER)
    features, encoded = _mapped(there.task, 160)
    loaded = FeatureMap(
        encoders={
            key: encoder_from_arrays(e.kind.value, e.arrays())
            for key, e in features.encoders.items()
        }
    )
    reader = Reader(there.task)
    table = reader.table([reader.read(one.values) for one in there.examples])
    assert np.array_equal(loaded.encode(table), encoded)
    assert loaded.blocks == features.blocks


def test_two_tasks_share_no_code() -> None:
    task = task_of((FieldKind.CATEGORY,), TargetKind.NUMBER)
    other = replace(task, id=TaskId(2))
    key = task.fields[0].key
    codes = {Reader(one).read({key: "Kreuzberg"}) for one in (task, other)}
    assert len(codes) == 2
    assert Reader(task).read({key: "kreuzberg "}) == Reader(task).read({key: "Kreuzberg"})


def _mapped(
    task: Task, columns: int
) -> tuple[FeatureMap, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
    chance, reader = np.random.default_rng(9), Reader(task)
    kinds = [field.kind for field in task.fields]
    if len(task.fields) == len(KINDS):
        rows = [reader.read(one.values) for one in world("ordinary", TargetKind.NUMBER).examples]
    else:
        rows = [reader.read(some_values(kinds, chance, missing=0.2)) for _ in range(20)]
    table = reader.table(rows)
    features = FeatureMap.fit(table, replace(WIDE, columns=columns))
    return features, features.encode(table)
