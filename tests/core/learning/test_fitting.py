import numpy as np
import pytest

from core.domain.fields import FieldKind
from core.domain.forecast import best_guess
from core.domain.task import TargetKind
from core.errors import NothingTaught
from core.learning.fitting import fit
from tests.core.learning.subjects import CONFIG, fitted_to
from tests.core.learning.worlds import SIZE, World, examples_of, task_of

NUMBERS = task_of((FieldKind.NUMBER,), TargetKind.NUMBER)


def test_nothing_cannot_be_fitted() -> None:
    with pytest.raises(NothingTaught, match="flats"):
        fit(NUMBERS, [], config=CONFIG)


def test_a_fit_is_conditioned_on_its_examples_and_reports_from_0_to_1(ordinary: World) -> None:
    said: list[tuple[float, str]] = []
    learner = fit(
        ordinary.task, ordinary.examples, config=CONFIG, report=lambda *step: said.append(step)
    )
    assert learner.examples == len(ordinary.examples)
    assert learner.fit is not None
    assert learner.fit.examples == len(ordinary.examples)
    fractions = [fraction for fraction, _ in said]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert all(stage for _, stage in said)


def test_a_fit_depends_on_its_examples_alone(kind: TargetKind, ordinary: World) -> None:
    straight = fitted_to(kind).save()
    turned = fit(ordinary.task, ordinary.examples[::-1], config=CONFIG).save()
    assert turned.manifest == straight.manifest
    for name, array in straight.tensors.items():
        assert np.array_equal(array, turned.tensors[name])


def test_a_warm_start_learns_the_task_as_well(kind: TargetKind, ordinary: World) -> None:
    early = fit(ordinary.task, ordinary.examples[:12], config=CONFIG)
    before = early.save()
    warm, cold = fit(ordinary.task, ordinary.examples, config=CONFIG, warm=early), fitted_to(kind)
    reached, expected = (x.leave_one_out().log_likelihood.mean() for x in (warm, cold))
    assert reached > expected - 0.3
    for name, array in early.save().tensors.items():
        assert np.array_equal(array, before.tensors[name])


def test_a_curve_is_learned() -> None:
    """Piecewise-linear columns bend where a straight line cannot."""
    sizes = np.linspace(-3.0, 3.0, 60)
    learner = fit(
        NUMBERS, examples_of([({SIZE: float(x)}, float(x * x)) for x in sizes]), config=CONFIG
    )
    asked = [-2.5, 0.0, 1.5]
    found = [best_guess(a.forecast) for a in learner.predict([{SIZE: x} for x in asked])]
    assert found == pytest.approx([x * x for x in asked], abs=0.6)


def test_intervals_hold_the_truths_that_come() -> None:
    """Eighty in a hundred of what is taught after the fit, on average over twelve tasks."""
    chance, held = np.random.default_rng(7), []
    for _ in range(12):
        sizes = chance.uniform(0.0, 100.0, size=100)
        truths = 3.0 * sizes + 20.0 * chance.standard_t(4.0, size=100)
        lessons = examples_of(
            [({SIZE: float(x)}, float(y)) for x, y in zip(sizes, truths, strict=True)]
        )
        learner = fit(NUMBERS, lessons[:25], config=CONFIG)
        for answer, one in zip(
            learner.predict([x.values for x in lessons[25:]]), lessons[25:], strict=True
        ):
            interval = answer.forecast.interval(0.8)  # type: ignore[union-attr]
            held.append(interval.low <= float(one.target or 0.0) <= interval.high)
    assert 0.75 < np.mean(held) < 0.9
