"""Naive Bayes: what was never seen says nothing, and a single character can tell a label."""

from collections.abc import Sequence

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.domain.identity import FieldKey
from core.domain.task import TargetKind
from core.learning.config import LearnerConfig
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.table import Reader
from core.learning.experts.centroid import CentroidExpert
from core.learning.experts.expert import Batch, Expert, FitContext, Lessons
from core.learning.experts.naive_bayes import NaiveBayesExpert
from core.learning.experts.offsets import LARGEST, Offsets
from tests.core.learning.texts import task_of_texts

CONFIG = LearnerConfig(device="cpu", text_buckets=64)
LABELS = ("bad", "good")
REVIEWS = (
    ("送得太慢了，菜也凉了，再也不点了，差评", "bad"),
    ("等了两个小时，味道很一般，包装还漏了，失望", "bad"),
    ("少送了一个菜，打电话也没人接，太差了", "bad"),
    ("好吃", "good"),
    ("很快，好评", "good"),
    ("好喝，会再来", "good"),
)
BOTH = pytest.mark.parametrize("kind", [CentroidExpert, NaiveBayesExpert])


def test_what_no_label_has_says_nothing() -> None:
    expert = _taught(NaiveBayesExpert)
    plain, longer = _said(expert, "太慢了", "太慢了 zzz qqq xxx")
    assert longer == pytest.approx(plain)


def test_an_unknown_text_is_no_vote_for_the_label_with_the_shortest_texts() -> None:
    (said,) = _said(_taught(NaiveBayesExpert), "zzz qqq xxx www")
    assert abs(said[0] - said[1]) < 0.5


def test_a_single_chinese_character_tells_a_label() -> None:
    said = _said(_taught(NaiveBayesExpert), "好", "差")
    assert [LABELS[one.argmax()] for one in said] == ["good", "bad"]


@BOTH
def test_offsets_are_kept_with_the_fit(kind: type[Expert]) -> None:
    taught = _taught(kind)
    lessons, context = _lessons()
    again = kind.load(taught.save(), context)
    again.observe(lessons)
    assert np.array_equal(
        again.predict(lessons.batch).centers, taught.predict(lessons.batch).centers
    )


@BOTH
def test_damaged_offsets_are_refused(kind: type[Expert]) -> None:
    saved, (_, context) = _taught(kind).save(), _lessons()
    loud = np.full_like(saved["offsets"], 2.0 * LARGEST)
    for damaged in (saved["offsets"][:-1], saved["offsets"][None], loud):
        with pytest.raises(ValueError, match="offset"):
            kind.load({**saved, "offsets": damaged}, context)


def test_a_label_that_always_scores_higher_is_brought_down() -> None:
    lessons, _ = _lessons()
    targets = lessons.targets.numpy()
    scores = targets + np.array([5.0, 0.0])
    evened = scores + Offsets.fit(scores, lessons).of(lessons.codes)
    means = targets.T @ (evened - evened.mean(axis=1, keepdims=True))
    gap_before, gap_after = 5.0, float(abs(means.sum(axis=0)[0] - means.sum(axis=0)[1])) / 6
    assert gap_after < 0.7 * gap_before
    assert Offsets.fit(scores, lessons).of(np.array([77])).tolist() == [0.0]


def _taught(kind: type[Expert]) -> Expert:
    lessons, context = _lessons()
    expert = kind.fit(lessons, context)
    expert.observe(lessons)
    return expert


def _said(expert: Expert, *texts: str) -> NDArray[np.float64]:
    lessons, context = _lessons()
    batch = _batch(lessons.batch.reader, context.features, texts)
    return expert.predict(batch).centers


def _lessons() -> tuple[Lessons, FitContext]:
    reader = Reader(task_of_texts())
    rows = [reader.read({FieldKey("f1"): text}) for text, _ in REVIEWS]
    features = FeatureMap.fit(reader.table(rows), CONFIG)
    lessons = Lessons(
        ids=np.arange(len(REVIEWS)),
        batch=_batch(reader, features, [text for text, _ in REVIEWS]),
        targets=torch.eye(2, dtype=torch.float64)[[LABELS.index(x) for _, x in REVIEWS]],
        codes=np.array([11, 12]),
    )
    context = FitContext(
        kind=TargetKind.CATEGORY, features=features, config=CONFIG, examples=len(REVIEWS)
    )
    return lessons, context


def _batch(reader: Reader, features: FeatureMap, texts: Sequence[str]) -> Batch:
    rows = [reader.read({FieldKey("f1"): text}) for text in texts]
    encoded = torch.from_numpy(features.encode(reader.table(rows)))
    return Batch(features=encoded, rows=rows, reader=reader)
