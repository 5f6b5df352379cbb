"""What is particular to the trees; the laws that they share with all are in test_laws.py."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from core.domain.fields import FieldKind
from core.domain.forecast import best_guess
from core.domain.task import TargetKind
from core.errors import ArtifactError
from core.learning.experts.boosting import BINS, DEPTH, REACH, Forest, binned, boost, grow
from core.learning.experts.trees import NumberObjective, TreesExpert
from core.learning.fitting import fit
from core.learning.learner import Learner
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import SIZE, WORLDS, examples_of, task_of, world

EAGER = replace(CONFIG, trees_from=1, trees=40, network_from=10**6)
NUMBERS = task_of((FieldKind.NUMBER,), TargetKind.NUMBER)


@pytest.mark.parametrize("odd", WORLDS)
def test_it_survives_odd_examples(kind: TargetKind, odd: str) -> None:
    there = world(odd, kind)
    config = replace(EAGER, trees=3)
    made = fit(there.task, there.examples, config=config)
    loaded = Learner.load(there.task, made.save(), config)
    loaded.observe(there.examples)
    assert loaded.predict(there.questions) == made.predict(there.questions)


def test_it_learns_a_staircase_that_no_smooth_line_follows() -> None:
    chance = np.random.default_rng(3)
    sizes = chance.uniform(0.0, 8.0, size=300)
    lessons = examples_of([({SIZE: float(x)}, float(5 * (int(x) % 2))) for x in sizes])
    made = fit(NUMBERS, lessons, config=EAGER).fit
    assert made is not None
    missed = {}
    asked = np.arange(0.25, 8.0, 0.25)
    for expert in made.experts[1:]:
        alone = Learner.of_fit(NUMBERS, replace(made, experts=(made.experts[0], expert)))
        alone.observe(lessons)
        said = [best_guess(a.forecast) for a in alone.predict([{SIZE: float(x)} for x in asked])]
        missed[expert.name] = float(np.abs(np.array(said) - 5.0 * (asked.astype(int) % 2)).mean())
    assert missed["trees"] < 0.5 * missed["linear"]


def test_of_noise_there_is_nothing_to_know() -> None:
    chance = np.random.default_rng(4)
    lessons = examples_of([({SIZE: float(x)}, float(y)) for x, y in chance.normal(size=(120, 2))])
    learner = fit(NUMBERS, lessons, config=EAGER)
    state = learner._conditioned()
    trees = state._mixture.experts[-1]
    assert isinstance(trees, TreesExpert)
    known = state.lessons()
    misses = known.targets.numpy()[:, 0] - trees.leave_one_out(known).centers[:, 0]
    assert np.square(misses).mean() > 0.95 * known.targets.var()


def test_a_row_falls_through_the_questions_to_its_leaves() -> None:
    chance = torch.Generator().manual_seed(5)
    forest = Forest(
        coordinates=torch.randint(0, 3, (2, 4, DEPTH), generator=chance),
        bins=torch.randint(10, 50, (2, 4, DEPTH), generator=chance),
        leaves=torch.randn(2, 4, 2**DEPTH, 2, generator=chance),
        base=torch.tensor([1.0, -1.0]),
    )
    points = torch.randn(700, 3, generator=chance)
    said, codes = forest(points), binned(points)
    for fold, row in ((0, 0), (1, 3), (1, 699)):
        total = forest.base.clone()
        for tree in range(4):
            leaf = 0
            for level in range(DEPTH):
                asked = codes[row, forest.coordinates[fold, tree, level]]
                leaf = 2 * leaf + int(asked > forest.bins[fold, tree, level])
            total += forest.leaves[fold, tree, leaf]
        assert torch.allclose(said[fold, row], total, atol=1e-5)


def test_a_row_alone_falls_as_it_does_among_others() -> None:
    chance = torch.Generator().manual_seed(2)
    forest = Forest(
        coordinates=torch.randint(0, 3, (2, 7, DEPTH), generator=chance),
        bins=torch.randint(0, BINS, (2, 7, DEPTH), generator=chance),
        leaves=torch.randn(2, 7, 2**DEPTH, 2, generator=chance),
        base=torch.tensor([0.5, -1.0]),
    )
    points = torch.randn(9, 3, generator=chance)
    together = forest(points)
    for place in range(len(points)):
        torch.testing.assert_close(forest(points[place : place + 1])[:, 0], together[:, place])


def test_each_fold_asks_where_its_rows_change() -> None:
    """With one fold to each side of the table, each sees one step only, at a place of its own."""
    points = torch.linspace(-2.0, 2.0, 400)[:, None]
    targets = (points > -1.0).float() + (points > 1.0).float()
    seen = torch.stack([(points[:, 0] < 0), (points[:, 0] >= 0)]).float()
    forest = boost(
        points,
        targets,
        seen,
        base=torch.zeros(2),
        asked=torch.zeros(1, dtype=torch.long),
        objective=NumberObjective(),
        trees=1,
        generator=torch.Generator().manual_seed(0),
    )
    steps = forest.bins[:, 0, 0] * (2 * REACH / BINS) - REACH
    assert steps.tolist() == pytest.approx([-1.0, 1.0], abs=0.1)


def test_a_leaf_of_a_single_row_says_nothing() -> None:
    points = torch.tensor([[-3.0], [1.0], [1.1], [1.2], [1.3], [1.4], [1.5], [1.6]])
    misses = torch.tensor([[50.0], [1.0], [1.0], [1.0], [1.0], [1.0], [1.0], [1.0]])[None]
    (_, _, leaves), leaf = grow(
        binned(points),
        misses,
        torch.ones_like(misses),
        torch.ones(1, 8),
        torch.zeros(1, dtype=torch.long),
        1,
    )
    alone = int((leaf[0] == leaf[0, 0]).sum())
    assert (alone, leaves[0, leaf[0, 0]].item()) == (1, 0.0)
    assert leaves[0, leaf[0, 4]].item() < 0.0


def test_a_version_made_before_there_were_trees_answers_as_it_did() -> None:
    there = world("ordinary", TargetKind.NUMBER)
    saved = fit(there.task, there.examples, config=replace(EAGER, trees_from=10**6)).save()
    loaded = Learner.load(there.task, saved, EAGER)
    loaded.observe(there.examples)
    assert "trees" not in loaded.weights()
    assert loaded.predict(there.questions)


@pytest.mark.parametrize(
    ("name", "value"), [("bins", BINS), ("coordinates", -1), ("leaves", 1e9), ("noise", 0.0)]
)
def test_trees_that_cannot_be_are_refused(name: str, value: float) -> None:
    there = world("ordinary", TargetKind.NUMBER)
    saved = fit(there.task, there.examples, config=EAGER).save()
    tensors = dict(saved.tensors)
    spoiled = tensors[f"experts/trees/{name}"].copy()
    spoiled.flat[0] = value
    tensors[f"experts/trees/{name}"] = spoiled
    with pytest.raises(ArtifactError, match="damaged"):
        Learner.load(there.task, replace(saved, tensors=tensors), EAGER)
