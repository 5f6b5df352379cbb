import math

import numpy as np
import pytest
import torch

from core.domain.task import TargetKind
from core.learning import student
from core.learning.experts.evidence import log_belief
from core.learning.experts.expert import Arrays, FitContext, Lessons
from core.learning.experts.linear import BELIEFS, LinearExpert, column_groups
from core.learning.experts.regression import SHARPNESS
from tests.core.learning.experts.drawn import lessons_for, part_of
from tests.core.learning.experts.plainly import Matrix, regression


def test_its_predictive_is_the_textbooks(kind: TargetKind) -> None:
    expert, lessons, context = _fitted(kind)
    expert.observe(part_of(lessons, slice(0, 30)))
    asked = lessons.batch.features[30:]
    roots = _roots(expert)
    rows, targets = _plain(lessons, slice(0, 30), roots)
    covariance, weights, rate, shape = regression(rows, targets)
    said = expert.predict(part_of(lessons, slice(30, None)).batch)
    x = asked.numpy() * roots
    assert said.centers == pytest.approx(x @ weights * _sharpness(context))
    if kind is TargetKind.NUMBER:
        leverage = np.einsum("ni,ij,nj->n", x, covariance, x)
        assert said.scales == pytest.approx(np.sqrt(rate[0] / shape * (1 + leverage)))
        assert said.freedom == 2 * shape


def test_left_out_equals_a_refit_without_it(kind: TargetKind) -> None:
    expert, lessons, context = _fitted(kind)
    expert.observe(lessons)
    said = expert.leave_one_out(lessons)
    roots = _roots(expert)
    for out in range(0, len(lessons), 5):
        kept = [at for at in range(len(lessons)) if at != out]
        covariance, weights, rate, shape = regression(*_plain(lessons, kept, roots))
        x = lessons.batch.features[out].numpy() * roots
        assert said.centers[out] == pytest.approx(x @ weights * _sharpness(context))
        if kind is TargetKind.NUMBER:
            expected = math.sqrt(rate[0] / shape * (1 + x @ covariance @ x))
            assert said.scales[out] == pytest.approx(expected)
            assert said.freedom == 2 * shape


def test_influence_equals_a_refit_without_it(kind: TargetKind) -> None:
    expert, lessons, context = _fitted(kind)
    expert.observe(lessons)
    roots = _roots(expert)
    question = part_of(lessons, slice(3, 4)).batch
    x = question.features[0].numpy() * roots
    moved = expert.influence(question, lessons)
    assert moved.shape == tuple(lessons.targets.shape)
    _, weights, _, _ = regression(*_plain(lessons, slice(None), roots))
    for out in range(0, len(lessons), 5):
        kept = [at for at in range(len(lessons)) if at != out]
        _, without, _, _ = regression(*_plain(lessons, kept, roots))
        assert moved[out] == pytest.approx(x @ (weights - without) * _sharpness(context))


def test_its_evidence_is_the_product_of_its_predictions() -> None:
    """Each lesson's density as foretold from those before it: the chain rule."""
    expert, lessons, _ = _fitted(TargetKind.NUMBER)
    total = 0.0
    for at in range(len(lessons)):
        one = part_of(lessons, slice(at, at + 1))
        said = expert.predict(one.batch)
        miss = (one.targets.numpy()[:, 0] - said.centers[:, 0]) / said.scales
        total += float(student.log_density(miss, said.freedom)[0] - np.log(said.scales[0]))
        expert.observe(one)
    assert total == pytest.approx(expert.log_evidence(lessons), rel=1e-9)


def test_the_fit_is_likelier_than_its_neighbours() -> None:
    """Evidence and beliefs together, whichever group's strength is moved."""
    expert, lessons, context = _fitted(TargetKind.NUMBER)
    fitted = LinearExpert.load(expert.save(), context)
    assert fitted.log_evidence(lessons) == pytest.approx(expert.log_evidence(lessons))
    best = _height(expert.save(), lessons, context)
    groups = column_groups(context.features).numpy()
    for group in set(groups[1:].tolist()):
        for step in (-3.0, -1.0, 1.0, 3.0):
            moved = expert.save()
            moved["strengths"] = np.where(groups == group, 10.0**step, 1.0) * moved["strengths"]
            moved["powers"] = moved["powers"] + step * (np.arange(len(moved["powers"])) == group)
            assert _height(moved, lessons, context) < best


def test_a_warm_start_is_never_worse() -> None:
    """The climb from the earlier version's strengths is one more try."""
    expert, lessons, context = _fitted(TargetKind.NUMBER)
    warm = FitContext(
        kind=context.kind,
        features=context.features,
        config=context.config,
        examples=context.examples,
        warm=expert,
    )
    again = LinearExpert.fit(lessons, warm)
    assert again.log_evidence(lessons) >= expert.log_evidence(lessons) - 0.5


@pytest.mark.parametrize(
    "damage",
    [
        {"strengths": np.ones(3)},
        {"powers": np.ones(9)},
        {"strengths": None},
        {"sign": -1.0},
        {"sign": np.nan},
    ],
)
def test_strengths_of_another_map_are_refused(damage: dict[str, object]) -> None:
    expert, _, context = _fitted(TargetKind.NUMBER)
    arrays = expert.save()
    if "sign" in damage:
        arrays["strengths"] = arrays["strengths"] * damage["sign"]  # type: ignore[operator]
    elif damage.get("strengths", 0) is None:
        del arrays["strengths"]
    else:
        arrays |= damage  # type: ignore[arg-type]
    with pytest.raises((KeyError, ValueError)):
        LinearExpert.load(arrays, context)


def _fitted(kind: TargetKind) -> tuple[LinearExpert, Lessons, FitContext]:
    """Return an expert fitted to the drawn lessons and taught nothing."""
    lessons, context = lessons_for(kind)
    return LinearExpert.fit(lessons, context), lessons, context


def _height(arrays: Arrays, lessons: Lessons, context: FitContext) -> float:
    """Return the log evidence of a fit, and how well its strengths suit the beliefs."""
    powers = torch.tensor(arrays["powers"], dtype=torch.float64)
    believed = log_belief(powers[None], list(BELIEFS.values()))
    return LinearExpert.load(arrays, context).log_evidence(lessons) + float(believed)


def _roots(expert: LinearExpert) -> Matrix:
    return np.sqrt(expert.save()["strengths"].astype(np.float64))


def _plain(lessons: Lessons, part: slice | list[int], roots: Matrix) -> tuple[Matrix, Matrix]:
    return lessons.batch.features[part].numpy() * roots, lessons.targets[part].numpy()


def _sharpness(context: FitContext) -> float:
    return SHARPNESS if context.kind is TargetKind.CATEGORY else 1.0
