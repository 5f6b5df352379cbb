import numpy as np
import pytest
import torch

from core.learning.similar import MOST_COMPARED, most_alike, similarity


@pytest.mark.parametrize("count", [3, 400])
def test_the_most_alike_are_those_of_the_highest_similarity(count: int) -> None:
    others = torch.randn(count, 12, generator=torch.Generator().manual_seed(5))
    row = others[1].double() + 0.1
    found = most_alike(row, others, others.square().sum(dim=1), np.arange(count) + 7, 5)
    plain = similarity(row[None], others.double())[0]
    best = [place for place in np.argsort(-plain)[:5] if plain[place] > 0]
    assert [one for one, _ in found] == [place + 7 for place in best]
    assert [alike for _, alike in found] == pytest.approx(plain[best])


def test_of_many_that_are_the_same_the_lowest_ids_win() -> None:
    count = 3 * MOST_COMPARED
    others = torch.ones(count, 4)
    ids = np.random.default_rng(2).permutation(count)
    found = most_alike(torch.ones(4).double(), others, others.square().sum(dim=1), ids, 5)
    assert found == [(place, 1.0) for place in range(5)]


def test_with_nothing_taught_nothing_is_alike() -> None:
    none = torch.empty(0, 4)
    assert most_alike(torch.ones(4).double(), none, none.sum(dim=1), np.empty(0, int), 5) == []
