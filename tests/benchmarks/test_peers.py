import numpy as np
import pytest

from core.domain.fields import Field, FieldKind, Values
from core.domain.identity import CommunityId, TaskId
from core.domain.task import Target, TargetKind, Task, Truth, field_key
from tests.benchmarks.boosting import Fitted, is_skewed
from tests.benchmarks.columns import Columns, columns_of
from tests.benchmarks.peers import Refitted, stream_peers
from tests.benchmarks.tables import NOW, DataSet

SIZE, COLOUR, NOTE = field_key(1), field_key(2), field_key(3)


def a_table(rows: int, kind: TargetKind) -> DataSet:
    draw = np.random.default_rng(0)
    values: list[Values] = []
    truths: list[Truth] = []
    for row in range(rows):
        size, colour = float(draw.normal()), str(draw.choice(["red", "blue"]))
        known: dict[object, object] = {SIZE: size, COLOUR: colour, NOTE: "a big one"}
        values.append({k: v for k, v in known.items() if row % 7 or k is not SIZE})  # type: ignore[misc]
        number = 3 * size + (colour == "red")
        truths.append(number if kind is TargetKind.NUMBER else f"label {number > 0}")
    fields = (
        Field(key=SIZE, name="size", kind=FieldKind.NUMBER),
        Field(key=COLOUR, name="colour", kind=FieldKind.CATEGORY),
        Field(key=NOTE, name="note", kind=FieldKind.TEXT),
    )
    task = Task(
        id=TaskId(1),
        community=CommunityId("benchmark"),
        name="made up",
        fields=fields,
        target=Target(kind=kind),
        created_at=NOW,
    )
    return DataSet(name="made up", task=task, values=values, truths=truths)


@pytest.mark.parametrize("kind", list(TargetKind)[:2])
def test_every_peer_learns_a_simple_table(kind: TargetKind) -> None:
    data = a_table(60, kind)
    for scores in stream_peers(data):
        assert len(scores.outcomes) == len(scores.predict_s) == 59
        assert len(scores.learn_s) == 60
        late = scores.outcomes[30:]
        assert sum(o.loss for o in late) < sum(o.naive for o in late)


def test_a_peer_gives_no_interval_so_its_coverage_is_empty() -> None:
    row = next(iter(next(stream_peers(a_table(25, TargetKind.NUMBER))).rows()))
    assert row["cov80"] == row["cov90"] == ""


def test_a_peer_is_refitted_at_each_growth_and_never_knows_what_it_is_asked() -> None:
    fits: list[int] = []

    class Spy:
        def __init__(self, columns: Columns, rows: range) -> None:
            fits.append(len(rows))

        def predict(self, rows: list[int]) -> list[float]:
            return [0.0 for _ in rows]

    kind: type[Fitted] = Spy  # type: ignore[assignment]
    peer = Refitted("spy", kind, 1.5, columns_of(a_table(20, TargetKind.NUMBER)))
    for row in range(20):
        peer.learn(row)
    assert fits == [2, 3, 5, 8, 12, 18]  # a single truth is said without a fit


def test_columns_keep_what_is_missing_apart() -> None:
    columns = columns_of(a_table(10, TargetKind.CATEGORY))
    assert np.isnan(columns.numbers[0, 0])
    assert columns.words[0, 0] in {"red", "blue"}
    assert columns.dense().shape == (10, 1 + 64 + 2)


def test_only_a_long_tail_without_negatives_is_skewed() -> None:
    tail = np.exp(np.linspace(0, 5, 50))
    assert is_skewed(tail)
    assert not is_skewed(tail - 2)
    assert not is_skewed(np.linspace(0, 5, 50))
    assert not is_skewed(np.ones(5))
