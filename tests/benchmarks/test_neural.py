import numpy as np
import pytest

from core.domain.task import TargetKind
from tests.benchmarks import neural
from tests.benchmarks.columns import Columns, columns_of
from tests.benchmarks.neural import Inputs, TabularNetwork
from tests.benchmarks.test_peers import a_table

GAP = float("nan")


def some_columns() -> Columns:
    return Columns(
        numbers=np.array([[1.0, 5.0], [2.0, 5.0], [GAP, 5.0], [4.0, 5.0]]),
        codes=np.array([[0], [1], [-1], [2]]),
        words=np.array([["red"], ["blue"], ["(missing)"], ["green"]], dtype=object),
        truths=np.array([1.0, 2.0, 3.0, 4.0]),
        is_number=True,
    )


def test_what_is_missing_or_new_gets_a_code_and_what_never_varies_no_column() -> None:
    inputs = Inputs(some_columns(), [0, 1, 2])
    assert inputs.cardinalities == [2, 4]
    numbers, codes = inputs.numbers(range(4)), inputs.codes(range(4))
    assert numbers is not None
    assert codes is not None
    assert numbers.shape == (4, 1)
    assert numbers.isfinite().all()
    assert codes.tolist() == [[0, 2], [0, 3], [1, 1], [0, 0]]


@pytest.mark.parametrize("kind", [TargetKind.NUMBER, TargetKind.CATEGORY])
def test_the_same_rows_give_the_same_network(
    kind: TargetKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neural, "MOST_EPOCHS", 3)
    columns = columns_of(a_table(24, kind))
    once, again = (TabularNetwork(columns, range(20)).predict(range(20, 24)) for _ in range(2))
    assert once == again
