import numpy as np
import pytest
from numpy.typing import NDArray

from core.learning.categories import FLOOR, LabelCalibration, new_label_share
from core.learning.experts.expert import Outlook


def test_probabilities_are_calibrated_whatever_the_scores_scale() -> None:
    """Scores four times too steep or too flat are brought back to the shares that came."""
    chance = np.random.default_rng(1)
    scores = chance.normal(size=(3_000, 3))
    shares = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    truths = np.array([chance.choice(3, p=row) for row in shares])
    for steepness in (0.25, 1.0, 4.0):
        outlooks = [_frequencies(truths), _outlook(steepness * scores)]
        calibration = LabelCalibration.fit(outlooks, truths, len(truths), 1.0)
        assert calibration.probabilities(outlooks) == pytest.approx(shares, abs=0.03)


def test_useless_scores_get_no_weight() -> None:
    chance = np.random.default_rng(2)
    truths = (chance.random(400) < 0.2).astype(np.int64)
    outlooks = [_frequencies(truths), _outlook(5.0 * chance.normal(size=(400, 2)))]
    calibration = LabelCalibration.fit(outlooks, truths, 400, 1.0)
    assert calibration.weights[0] > 0.7
    assert calibration.probabilities(outlooks)[:, 1] == pytest.approx(truths.mean(), abs=0.15)


def test_no_label_is_ever_impossible() -> None:
    truths = np.array([0, 1] * 20)
    sure = _outlook(1e6 * np.eye(2)[truths])
    frequencies = _frequencies(truths)
    calibration = LabelCalibration.fit([frequencies, sure], truths, 40, 1.0)
    least = calibration.probabilities([frequencies, sure]).min()
    assert least >= 0.5 / (40 + FLOOR)


def test_a_flattered_record_is_softened() -> None:
    truths = np.array([0, 1] * 30)
    scores = 2.0 * np.eye(2)[truths]
    scores[::5] = scores[::5, ::-1]
    tops = [
        LabelCalibration.fit([_outlook(scores)], truths, 60, strain)
        .probabilities([_outlook(scores)])
        .max()
        for strain in (1.0, 2.0)
    ]
    assert tops[1] < tops[0]


def test_without_a_record_scores_are_taken_at_their_word() -> None:
    calibration = LabelCalibration.fit([_outlook(np.empty((0, 2)))], np.empty(0, int), 1, 1.0)
    assert calibration.tempers.tolist() == [1.0]


def test_a_new_label_is_likelier_the_more_were_seen_once() -> None:
    shares = [new_label_share(counts) for counts in ([50, 50], [98, 1, 1], [1] * 100)]
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.02
    assert 0.9 < shares[2] < 1
    assert new_label_share([]) == 0.5


def _outlook(scores: NDArray[np.float64]) -> Outlook:
    return Outlook(centers=scores, scales=np.ones(len(scores)), freedom=np.inf)


def _frequencies(truths: NDArray[np.int64]) -> Outlook:
    counts = np.bincount(truths).astype(np.float64)
    return _outlook(np.tile(np.log(counts), (len(truths), 1)))
