from dataclasses import replace

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.domain.task import TargetKind
from core.learning.config import LearnerConfig
from core.learning.experts.covariance import CONSTANT
from core.learning.experts.expert import Outlook
from core.learning.experts.inputs import KernelInputs
from core.learning.experts.kernel import KernelExpert
from core.learning.experts.marginal import _Problem
from core.learning.experts.posterior import PRIOR_RATE, PRIOR_SHAPE
from core.learning.experts.regression import sharpness
from tests.core.learning.experts.drawn import lessons_for
from tests.core.learning.subjects import CONFIG

FEW = replace(CONFIG, kernel_rows=20, landmarks=12)
"""So small a limit that the ordinary world goes beyond it."""


def test_its_predictive_is_the_textbooks(kind: TargetKind) -> None:
    lessons, context = lessons_for(kind)
    expert = KernelExpert.fit(lessons, context)
    taught, asked = lessons.pick(np.arange(28)), lessons.pick(np.arange(28, 36))
    for at in range(28):
        expert.observe(taught.pick(np.array([at])))
    said = expert.predict(asked.batch)
    known, new = (_places(expert, part.batch.features) for part in (taught, asked))
    centers, factors, rate, shape = _process(expert, known, new, taught.targets.numpy())
    assert said.centers == pytest.approx(centers * sharpness(kind), abs=1e-7)
    if kind is TargetKind.NUMBER:
        assert said.scales == pytest.approx(np.sqrt(factors * rate[0] / shape))
        assert said.freedom == 2 * shape


@pytest.mark.parametrize("config", [CONFIG, FEW], ids=["exact", "from landmarks"])
def test_left_out_and_influence_are_what_forgetting_does(
    kind: TargetKind, config: LearnerConfig
) -> None:
    lessons, context = lessons_for(kind, config)
    expert = KernelExpert.fit(lessons, context)
    expert.observe(lessons)
    asked = lessons.pick(np.array([3]))
    whole, left = expert.predict(asked.batch), expert.leave_one_out(lessons)
    pulls = expert.influence(asked.batch, lessons)
    for out in range(0, len(lessons), 7):
        other, one = expert.copy(), lessons.pick(np.array([out]))
        other.forget(one)
        _assert_alike(other.predict(one.batch), _row(left, out))
        moved = whole.centers - other.predict(asked.batch).centers
        assert pulls[out] == pytest.approx(moved[0], abs=1e-6)


@pytest.mark.parametrize("config", [CONFIG, FEW], ids=["exact", "from landmarks"])
def test_one_by_one_equals_all_at_once(kind: TargetKind, config: LearnerConfig) -> None:
    lessons, context = lessons_for(kind, config)
    fitted = KernelExpert.fit(lessons, context)
    once, singly = fitted.copy(), fitted.copy()
    once.observe(lessons)
    for at in np.random.default_rng(5).permutation(len(lessons)):
        singly.observe(lessons.pick(np.array([at])))
        singly.leave_one_out(lessons.pick(np.array([at])))
    _assert_alike(once.predict(lessons.batch), singly.predict(lessons.batch))
    _assert_alike(once.leave_one_out(lessons), singly.leave_one_out(lessons))


def test_many_landmarks_see_what_the_exact_process_sees(kind: TargetKind) -> None:
    lessons, context = lessons_for(kind)
    exact = KernelExpert.fit(lessons, context)
    wide = replace(context, config=replace(CONFIG, kernel_rows=1))
    seen = KernelExpert.load({**exact.save(), **_landmarks(exact, lessons.batch.features)}, wide)
    for one in (exact, seen):
        one.observe(lessons)
    assert seen.predict(lessons.batch).centers == pytest.approx(
        exact.predict(lessons.batch).centers, abs=1e-3
    )


def test_the_slope_of_the_likelihood_is_its_derivative(kind: TargetKind) -> None:
    lessons, context = lessons_for(kind)
    inputs = KernelInputs(features=context.features)
    problem = _Problem(inputs, inputs.of(lessons.batch.features), lessons.targets, kind)
    place = problem.center + 0.3 * torch.sin(torch.arange(len(problem.center)))
    _, slopes = problem.height(place[None])
    for at in range(len(place)):
        step = torch.zeros_like(place)
        step[at] = 1e-5
        high, _ = problem.height((place + step)[None])
        low, _ = problem.height((place - step)[None])
        assert float(slopes[0, at]) == pytest.approx(float(high - low) / 2e-5, abs=1e-4)


def test_no_landmark_is_an_example() -> None:
    lessons, context = lessons_for(TargetKind.NUMBER)
    expert = KernelExpert.fit(lessons, context)
    points = KernelInputs(features=context.features).of(lessons.batch.features).numpy()
    for landmark in expert.save()["landmarks"]:
        assert np.abs(points - landmark).max(axis=1).min() > 1e-6


def _places(expert: KernelExpert, features: torch.Tensor) -> NDArray[np.float64]:
    inputs = expert._inputs
    weights = expert.save()["weights"].astype(np.float64)[inputs.block_of.numpy()]
    placed: NDArray[np.float64] = inputs.of(features).numpy() * np.sqrt(weights)
    return placed


def _covariance(
    expert: KernelExpert, some: NDArray[np.float64], others: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the covariances, entry by entry."""
    amplitude, slope = expert.save()["strengths"]
    found = np.empty((len(some), len(others)))
    for i, x in enumerate(some):
        for j, y in enumerate(others):
            distance = np.sqrt(5.0 * np.square(x - y).sum())
            smooth = (1 + distance + distance**2 / 3) * np.exp(-distance)
            found[i, j] = CONSTANT + amplitude * smooth + slope * float(x @ y)
    return found


def _process(
    expert: KernelExpert,
    taught: NDArray[np.float64],
    asked: NDArray[np.float64],
    targets: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], float]:
    noisy = _covariance(expert, taught, taught) + np.eye(len(taught))
    cross = _covariance(expert, asked, taught)
    solved = np.linalg.solve(noisy, targets)
    own = np.diagonal(_covariance(expert, asked, asked))
    factors = 1 + own - (cross * np.linalg.solve(noisy, cross.T).T).sum(axis=1)
    rate = PRIOR_RATE + 0.5 * (targets * solved).sum(axis=0)
    return cross @ solved, factors, rate, PRIOR_SHAPE + 0.5 * len(taught)


def _landmarks(expert: KernelExpert, features: torch.Tensor) -> dict[str, NDArray[np.generic]]:
    points = expert._inputs.of(features).numpy()
    return {"landmarks": points, "landmark_count": np.array([len(points)])}


def _row(outlook: Outlook, place: int) -> Outlook:
    return Outlook(
        centers=outlook.centers[[place]], scales=outlook.scales[[place]], freedom=outlook.freedom
    )


def _assert_alike(one: Outlook, other: Outlook) -> None:
    assert one.centers == pytest.approx(other.centers, abs=1e-6)
    assert one.scales == pytest.approx(other.scales, rel=1e-6)
    assert one.freedom == other.freedom
