"""The contrast expert: maps that help texts they never saw, and exact centroids under them."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import Tensor

from core.learning.experts.contrast import LARGEST, ContrastExpert
from core.learning.experts.expert import FitContext
from core.learning.experts.folds import FOLDS, UNSEEN
from core.learning.experts.tuning import Maps, Texts, leave_one_out, tune
from tests.core.learning.experts.test_text_experts import Stage
from tests.fakes.embedding import WordEncoder

DIM, KINDS, EACH = 24, 6, 20
FITTED_TO = range(30)
SIGNAL = 5
"""Directions of a text's vector that tell its label; the others are noise."""


@pytest.fixture
def stage() -> Stage:
    return Stage(encoder=WordEncoder(), is_named=True)


def test_a_map_finds_the_directions_that_tell_labels() -> None:
    texts, asked = _texts(loud=1.0), _texts(loud=1.0, seed=1)
    maps = tune(texts, FOLDS, 8, torch.Generator().manual_seed(0))
    before, after = asked.rows[None], maps.of(asked.rows)
    assert _share_right(after, asked.labels) > _share_right(before, asked.labels) + 0.05


def test_a_map_that_helps_no_unseen_text_changes_nothing() -> None:
    texts = _texts(loud=1.0)
    labels = texts.labels[torch.randperm(len(texts.labels), generator=_chance(2))]
    maps = tune(replace(texts, labels=labels), FOLDS, 8, _chance(0))
    assert not maps.right.any(dim=(1, 2)).all()


def test_no_fold_s_middles_hold_a_text_that_it_does_not_see() -> None:
    texts, maps = _texts(loud=1.0), Maps.drawn(FOLDS, DIM, 8, _chance(0))
    seen = (texts.folds != torch.arange(FOLDS)[:, None]).float()
    others = torch.where(seen[0, :, None] > 0, texts.rows, texts.rows.flip(1))
    once, again = (leave_one_out(replace(texts, rows=r), maps, seen) for r in (texts.rows, others))
    assert torch.equal(once[0, seen[0] > 0], again[0, seen[0] > 0])
    assert not torch.equal(once[1, seen[0] > 0], again[1, seen[0] > 0])


def test_each_text_is_left_out_of_its_own_label() -> None:
    texts, maps = _texts(loud=1.0), Maps.drawn(FOLDS, DIM, 8, _chance(0))
    found = leave_one_out(texts, maps, torch.ones(FOLDS, len(texts.rows)))
    for place in (0, 50, 119):
        left = texts.labels.clone()
        left[place] = 0.0
        middles = torch.nn.functional.normalize(left.T @ texts.rows, dim=1)
        assert torch.allclose(found[0, place], middles @ texts.rows[place], atol=1e-5)


def test_the_same_seed_gives_the_same_maps(stage: Stage) -> None:
    once, again = (_expert(stage).save() for _ in range(2))
    assert all(np.array_equal(once[name], again[name]) for name in once)


def test_each_lesson_is_foretold_by_the_map_that_did_not_see_it(stage: Stage) -> None:
    expert = _expert(stage)
    expert.observe(stage.lessons(range(30)))
    found = expert.leave_one_out(stage.lessons(range(30))).centers
    for place in range(30):
        others = _expert(stage)
        others.observe(stage.lessons([p for p in range(30) if p != place]))
        fold = int(expert._folds.of(np.array([place]))[0])
        blind = others._parts if fold == UNSEEN else others._parts[fold : fold + 1]
        batch = stage.lessons([place]).batch
        said = np.mean([part.predict(batch).centers[0] for part in blind], axis=0)
        assert np.allclose(found[place], said, atol=1e-8)


def test_what_was_forgotten_leaves_no_trace(stage: Stage) -> None:
    expert, anew = _expert(stage), _expert(stage)
    expert.observe(stage.lessons(range(30)))
    expert.leave_one_out(stage.lessons(range(30)))
    expert.forget(stage.lessons([4, 20]))
    anew.observe(stage.lessons([p for p in range(30) if p not in (4, 20)]))
    asked = stage.lessons(range(30, 38)).batch
    assert np.allclose(expert.predict(asked).centers, anew.predict(asked).centers, atol=1e-8)


def test_influence_is_what_taking_a_lesson_out_would_change(stage: Stage) -> None:
    expert = _expert(stage)
    expert.observe(stage.lessons(range(20)))
    question = stage.lessons([30]).batch
    found = expert.influence(question, stage.lessons(range(20)))
    others = expert.copy()
    others.forget(stage.lessons([7]))
    moved = expert.predict(question).centers - others.predict(question).centers
    assert np.allclose(found[7], moved[0], atol=1e-8)


def test_it_is_read_as_it_was_saved(stage: Stage) -> None:
    expert = _expert(stage)
    read = ContrastExpert.load(expert.save(), _context(stage))
    for one in (expert, read):
        one.observe(stage.lessons(range(20)))
    asked = stage.lessons(range(20, 30)).batch
    assert np.array_equal(expert.predict(asked).centers, read.predict(asked).centers)


@pytest.mark.parametrize("name", ["left", "right"])
def test_damaged_maps_are_refused(stage: Stage, name: str) -> None:
    saved = _expert(stage).save()
    loud = saved[name].astype(np.float64)
    loud[0, 0, 0] = 2 * LARGEST
    for damaged in (saved[name][:-1], saved[name][None], saved[name][..., :-1], loud):
        with pytest.raises(ValueError, match="contrast"):
            ContrastExpert.load({**saved, name: damaged}, _context(stage))


def test_it_suits_enough_texts_whose_meaning_is_read(stage: Stage) -> None:
    few = replace(stage.context, config=replace(stage.context.config, contrast_from=41))
    letters = Stage(encoder=None)
    found = [ContrastExpert.suits(c) for c in (_context(stage), few, _context(letters))]
    assert found == [True, False, False]


def _context(stage: Stage) -> FitContext:
    config = replace(stage.context.config, contrast_from=1)
    return replace(stage.context, config=config, examples=len(FITTED_TO))


def _expert(stage: Stage) -> ContrastExpert:
    return ContrastExpert.fit(stage.lessons(FITTED_TO), _context(stage))


def _chance(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def _texts(*, loud: float, seed: int = 0) -> Texts:
    """Return vectors whose first directions tell the label, and whose others are as loud noise."""
    middles = torch.randn(KINDS, DIM, generator=_chance(9))
    middles[:, SIGNAL:] = 0.0
    labels = torch.arange(KINDS).repeat(EACH)
    noise = torch.randn(len(labels), DIM, generator=_chance(seed))
    noise[:, :SIGNAL] *= 0.4
    return Texts(
        rows=torch.nn.functional.normalize(middles[labels] + loud * noise, dim=1),
        labels=torch.nn.functional.one_hot(labels, KINDS).float(),
        names=torch.zeros(KINDS, DIM),
        folds=torch.arange(len(labels)) // KINDS % FOLDS,
    )


def _share_right(rows: Tensor, labels: Tensor) -> float:
    """Return the accuracy of the nearest middle of the others, over the maps."""
    middles = labels.T @ rows
    inner = rows @ middles.mT - labels
    left = middles.square().sum(dim=2)[:, None] - labels * (2.0 * (rows @ middles.mT) - 1.0)
    found = (inner / left.sqrt()).argmax(dim=2)
    return float((found == labels.argmax(dim=1)).float().mean())
