"""What is particular to the network; the laws that it shares with all are in test_laws.py."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from core.domain.fields import FieldKind
from core.domain.forecast import best_guess
from core.domain.task import TargetKind
from core.learning.experts.ensemble import Ensemble, EnsembleConfig
from core.learning.experts.losses import Noise
from core.learning.experts.network import NetworkExpert
from core.learning.fitting import fit
from core.learning.learner import Learner
from tests.core.learning.subjects import CONFIG, fit_to
from tests.core.learning.worlds import SIZE, WORLDS, examples_of, task_of, world

EAGER = replace(CONFIG, network_from=1)
NUMBERS = task_of((FieldKind.NUMBER,), TargetKind.NUMBER)


def test_only_a_task_with_examples_enough_gets_one(kind: TargetKind) -> None:
    assert "network" in {one.name for one in fit_to("ordinary", kind).experts}
    assert "network" not in {one.name for one in fit_to("duplicates", kind).experts}


@pytest.mark.parametrize("odd", WORLDS)
def test_it_survives_odd_examples(kind: TargetKind, odd: str) -> None:
    there = world(odd, kind)
    made = fit(there.task, there.examples, config=EAGER)
    loaded = Learner.load(there.task, made.save(), EAGER)
    loaded.observe(there.examples)
    assert loaded.predict(there.questions) == made.predict(there.questions)


def test_it_learns_a_wave_that_no_line_follows() -> None:
    chance = np.random.default_rng(3)
    sizes = chance.uniform(-3.0, 3.0, size=300)
    lessons = examples_of([({SIZE: float(x)}, float(np.sin(3.0 * x))) for x in sizes])
    config = replace(EAGER, network_width=32, network_rounds=8, bins=1)
    made = fit(NUMBERS, lessons, config=config).fit
    assert made is not None
    missed = {}
    for expert in made.experts:
        if expert.name in {"rule", "linear", "network"}:
            alone = Learner.of_fit(NUMBERS, replace(made, experts=(made.experts[0], expert)))
            alone.observe(lessons)
            asked = np.linspace(-2.5, 2.5, 41)
            said = [best_guess(a.forecast) for a in alone.predict([{SIZE: x} for x in asked])]
            missed[expert.name] = float(np.abs(np.array(said) - np.sin(3.0 * asked)).mean())
    assert missed["network"] < 0.5 * missed["linear"]


def test_every_lesson_is_foretold_by_the_fold_that_did_not_see_it() -> None:
    """Of pure noise there is nothing to know: the record must not be better than that."""
    chance = np.random.default_rng(4)
    lessons = examples_of(
        [({SIZE: float(x)}, float(y)) for x, y in chance.normal(size=(120, 2))],
    )
    learner = fit(NUMBERS, lessons, config=replace(EAGER, network_rounds=6))
    state = learner._conditioned()
    network = state._mixture.experts[-1]
    assert isinstance(network, NetworkExpert)
    known = state.lessons()
    misses = known.targets.numpy()[:, 0] - network.leave_one_out(known).centers[:, 0]
    assert np.square(misses).mean() > 0.95 * known.targets.var()


def test_an_ensemble_is_so_many_perceptrons_side_by_side() -> None:
    sizes = EnsembleConfig(folds=2, members=3, inputs=4, width=5, outputs=6)
    ensemble = Ensemble(sizes, torch.Generator().manual_seed(1))
    points = torch.randn(2, 7, 4, generator=torch.Generator().manual_seed(2))
    said = ensemble(points)
    assert said.shape == (2, 3, 7, 6)
    hidden = ((points[1] * ensemble.adapters[1, 2]) @ ensemble.first[1]).relu()
    hidden = (hidden @ ensemble.second[1]).relu()
    assert torch.allclose(said[1, 2], hidden @ ensemble.heads[1, 2], atol=1e-6)


def test_noise_is_what_the_misses_were() -> None:
    truths = 3.0 * np.random.default_rng(5).standard_t(4.0, size=4_000)
    found = Noise.fit(np.zeros(4_000), np.ones(4_000), truths)
    assert found.width == pytest.approx(3.0, rel=0.1)
    assert found.freedom == 4.0


def test_labels_that_differ_by_their_signs_only_are_told_apart() -> None:
    task = task_of((FieldKind.NUMBER,), TargetKind.CATEGORY)
    lessons = examples_of(
        [({SIZE: float(x)}, "<=50" if x <= 50 else ">50") for x in np.arange(0.0, 100.0, 0.5)]
    )
    made = fit(task, lessons, config=replace(EAGER, network_rounds=5)).fit
    assert made is not None
    alone = Learner.of_fit(task, replace(made, experts=(made.experts[0], made.experts[-1])))
    alone.observe(lessons[::-1])
    said = [best_guess(a.forecast) for a in alone.predict([{SIZE: 10.0}, {SIZE: 90.0}])]
    assert said == ["<=50", ">50"]
