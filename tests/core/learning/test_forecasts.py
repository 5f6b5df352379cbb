import numpy as np
import pytest

from core.domain.fields import FieldKind
from core.domain.forecast import NumberForecast, best_guess
from core.domain.task import TargetKind
from core.learning.categories import LabelCalibration
from core.learning.experts.expert import Outlook
from core.learning.forecasts import BENT_REACH, UNLIKELY, LabelForecaster, reach
from core.learning.learner import Learner
from core.learning.scale import CLIP, TargetScale
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import SIZE, examples_of, task_of

STRAIGHT = TargetScale(power=1.0, center=0.0, scale=1.0)
BENT = TargetScale(power=0.0, center=0.0, scale=1.0)


def test_on_a_straight_scale_a_line_may_be_followed() -> None:
    assert reach(np.array([-1.0, 2.0]), STRAIGHT) == (-CLIP, CLIP)
    assert reach(np.array([-1.0, 14.0]), STRAIGHT) == (-CLIP, 14.0)
    assert reach(np.empty(0), STRAIGHT) == (-CLIP, CLIP)


def test_on_a_bent_scale_answers_stay_near_what_was_taught() -> None:
    low, high = reach(np.array([-1.0, 2.0]), BENT)
    assert (low, high) == (-1.0 - BENT_REACH, 2.0 + BENT_REACH)
    assert reach(np.array([0.0, 14.0]), BENT)[1] <= 14.0


def test_growth_is_not_followed_beyond_reason() -> None:
    learner = Learner(task_of((FieldKind.NUMBER,), TargetKind.NUMBER), CONFIG)
    learner.observe(examples_of([({SIZE: float(x)}, float(np.exp(x))) for x in range(12)]))
    (answer,) = learner.predict([{SIZE: 1e6}])
    assert isinstance(answer.forecast, NumberForecast)
    assert answer.forecast.center < 1e9
    assert answer.forecast.center < answer.forecast.interval(0.9).high < 1e12


def test_labels_of_equal_probability_go_by_name() -> None:
    forecaster = LabelForecaster(
        names=("b", "a", "c"),
        counts={"b": 2, "a": 2, "c": 2},
        new_share=0.1,
        calibration=LabelCalibration(weights=np.ones(1), tempers=np.ones(1), floor=0.1),
    )
    even = Outlook(centers=np.zeros((1, 3)), scales=np.ones(1), freedom=np.inf)
    (forecast,) = forecaster.forecasts([even])
    assert best_guess(forecast) == "a"
    assert [label for label, _ in forecast.probabilities] == ["a", "b", "c"]  # type: ignore[union-attr]
    assert forecaster.doubts([even], ["b"]) == pytest.approx([1 / UNLIKELY])
    known = forecaster.log_likelihood([even], ["a"], left_out=False)
    assert np.exp(known) == pytest.approx([0.9 / 3])


def test_a_label_taught_once_is_new_where_it_is_left_out() -> None:
    forecaster = LabelForecaster(
        names=("a", "b"),
        counts={"a": 5, "b": 1},
        new_share=0.2,
        calibration=LabelCalibration(weights=np.ones(1), tempers=np.ones(1), floor=0.1),
    )
    even = Outlook(centers=np.zeros((1, 2)), scales=np.ones(1), freedom=np.inf)
    left_out = forecaster.log_likelihood([even], ["b"], left_out=True)
    asked = forecaster.log_likelihood([even], ["b"], left_out=False)
    assert np.exp(left_out) == pytest.approx([0.2])
    assert np.exp(asked) == pytest.approx([0.8 / 2])
    assert forecaster.doubts([even], ["b"]).tolist() == [0.0]
