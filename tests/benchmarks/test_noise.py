import numpy as np
import pytest
from rich.console import Console

from core.domain.task import TargetKind
from tests.benchmarks.noise import FOR_LABELS, FOR_NUMBERS, measured, show
from tests.benchmarks.spoiling import FLIPPED, SHIFTED, Search, judge, spoil
from tests.benchmarks.test_peers import a_table


@pytest.mark.parametrize("kind", [TargetKind.NUMBER, TargetKind.CATEGORY])
def test_every_search_finds_most_of_what_is_wrong(kind: TargetKind) -> None:
    spoiled = spoil(a_table(60, kind), seed=0)
    found = measured(spoiled, None)
    assert list(found) == list(FOR_NUMBERS if kind is TargetKind.NUMBER else FOR_LABELS)
    by_chance = spoiled.wrong.mean()
    assert all(one.average_precision > 3 * by_chance for one in found.values())
    console = Console(record=True, width=120)
    show({"made up": found}, console)
    assert "mean of 1" in console.export_text()


@pytest.mark.parametrize(
    ("kind", "share"), [(TargetKind.NUMBER, SHIFTED), (TargetKind.CATEGORY, FLIPPED)]
)
def test_only_the_wrong_rows_are_changed_and_always_alike(kind: TargetKind, share: float) -> None:
    data = a_table(100, kind)
    spoiled, again = spoil(data, seed=1), spoil(data, seed=1)
    assert spoiled.wrong.sum() == round(share * 100)
    pairs = zip(data.truths, spoiled.data.truths, strict=True)
    assert [before != after for before, after in pairs] == spoiled.wrong.tolist()
    assert list(spoiled.data.truths) == list(again.data.truths)


def test_a_search_is_judged_by_its_order_and_by_its_list() -> None:
    wrong = np.array([True, False, True, False])
    listed = np.array([True, True, False, False])
    found = judge(Search(doubts=np.array([9.0, 5.0, 5.0, 1.0]), listed=listed), wrong)
    assert found.average_precision == pytest.approx((1 + 2 / 3) / 2)  # the tie counts against it
    assert found.at_count == 0.5
    assert (found.listed, found.precision, found.recall) == (1.0, 0.5, 0.5)
    assert judge(Search(doubts=np.arange(4.0), listed=None), wrong).recall is None
