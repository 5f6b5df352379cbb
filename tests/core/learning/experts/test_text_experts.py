"""Experts on texts: whatever came and went, they say what they would say had they begun anew."""

from collections.abc import Sequence

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.domain.fields import Field, FieldKind
from core.domain.identity import CommunityId, FieldKey, TaskId
from core.domain.task import Target, TargetKind, Task
from core.learning.config import LearnerConfig
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.table import Reader
from core.learning.experts.centroid import CentroidExpert
from core.learning.experts.discriminant import DiscriminantExpert
from core.learning.experts.expert import Batch, Expert, FitContext, Lessons
from core.learning.experts.linear import LinearExpert
from core.learning.experts.naive_bayes import NaiveBayesExpert
from core.learning.naming import LabelNames
from tests.core.learning.texts import task_of_texts
from tests.fakes.embedding import WordEncoder

KINDS: tuple[type[Expert], ...] = (
    LinearExpert,
    CentroidExpert,
    DiscriminantExpert,
    NaiveBayesExpert,
)
CONFIG = LearnerConfig(device="cpu", text_buckets=24)
WORDS = ["red", "green", "bus", "car", "house", "tree", "river", "cloud", "stone", "bread"]
NAMES = ["red_bus", "car", "TreeHouse", "bread"]
LABELS = len(NAMES)


class Stage:
    """Texts with labels, and experts fitted to the first of them."""

    def __init__(
        self, *, encoder: WordEncoder | None, count: int = 40, is_named: bool = False
    ) -> None:
        chance = np.random.default_rng(5)
        task = task_of_texts()
        self.reader = Reader(task, encoder)
        self.labels = [int(label) for label in chance.integers(LABELS - 1, size=count)]
        self.labels[-1] = LABELS - 1  # one that nobody saw before
        picked = [chance.choice(WORDS[label * 2 : label * 2 + 5], 3) for label in self.labels]
        self.texts = [" ".join(words) for words in picked]
        self.rows = [self.reader.read({FieldKey("f1"): text}) for text in self.texts]
        self.features = FeatureMap.fit(self.reader.table(self.rows), CONFIG)
        self.context = FitContext(
            kind=TargetKind.CATEGORY, features=self.features, config=CONFIG, examples=40
        )
        names = LabelNames(self.reader, self.features, torch.device("cpu"))
        self.names = names if is_named else None

    def lessons(self, places: Sequence[int], labels: int = LABELS) -> Lessons:
        """Return the lessons at these places, with so many columns of targets."""
        rows = [self.rows[place] for place in places]
        features = torch.from_numpy(self.features.encode(self.reader.table(rows)))
        hot = np.eye(labels)[[self.labels[place] for place in places]].reshape(-1, labels)
        return Lessons(
            ids=np.array(places, dtype=np.int64),
            batch=Batch(features=features, rows=rows, reader=self.reader),
            targets=torch.from_numpy(hot),
            codes=np.arange(labels),
            names=self.names.of(NAMES[:labels]) if self.names else None,
        )

    def expert(self, kind: type[Expert], places: Sequence[int] = ()) -> Expert:
        """Return an expert that was taught these at once."""
        expert = kind.fit(self.lessons(range(10)), self.context)
        if places:
            expert.observe(self.lessons(places))
        return expert


@pytest.fixture(params=["meaning", "letters", "names"])
def stage(request: pytest.FixtureRequest) -> Stage:
    encoder = WordEncoder() if request.param != "letters" else None
    return Stage(encoder=encoder, is_named=request.param == "names")


@pytest.fixture(params=KINDS, ids=[kind.name for kind in KINDS])
def kind(request: pytest.FixtureRequest) -> type[Expert]:
    found: type[Expert] = request.param
    return found


def left_out(stage: Stage, kind: type[Expert], places: Sequence[int]) -> NDArray[np.float64]:
    """Return what experts that were never taught each lesson say of it."""
    return np.concatenate(
        [
            stage.expert(kind, [p for p in places if p != place])
            .predict(stage.lessons([place]).batch)
            .centers
            for place in places
        ]
    )


def test_the_record_is_exact_after_each_lesson(stage: Stage, kind: type[Expert]) -> None:
    expert = stage.expert(kind, range(20))
    for place in range(20, 26):
        expert.leave_one_out(stage.lessons(range(place)))
        expert.observe(stage.lessons([place]))
    found = expert.leave_one_out(stage.lessons(range(26))).centers
    assert np.allclose(found, left_out(stage, kind, range(26)), atol=1e-8)


def test_the_record_is_exact_after_forgetting(stage: Stage, kind: type[Expert]) -> None:
    expert = stage.expert(kind, range(24))
    expert.leave_one_out(stage.lessons(range(24)))
    expert.forget(stage.lessons([3, 20]))
    rest = [place for place in range(24) if place not in (3, 20)]
    found = expert.leave_one_out(stage.lessons(rest)).centers
    assert np.allclose(found, left_out(stage, kind, rest), atol=1e-8)


def test_the_record_of_other_lessons_is_exact_too(stage: Stage, kind: type[Expert]) -> None:
    expert = stage.expert(kind, range(20))
    expert.leave_one_out(stage.lessons(range(10)))
    expert.observe(stage.lessons([20]))
    some = [20, 7, 13, 2]
    found = expert.leave_one_out(stage.lessons(some)).centers
    assert np.allclose(found, left_out(stage, kind, range(21))[some], atol=1e-8)


def test_a_new_label_has_a_record_at_once(stage: Stage, kind: type[Expert]) -> None:
    expert = stage.expert(kind)
    expert.observe(stage.lessons(range(20), labels=LABELS - 1))
    expert.leave_one_out(stage.lessons(range(20), labels=LABELS - 1))
    expert.observe(stage.lessons([39]))
    places = [*range(20), 39]
    found = expert.leave_one_out(stage.lessons(places)).centers
    assert np.allclose(found, left_out(stage, kind, places), atol=1e-8)


def test_a_label_that_is_kept_no_longer_leaves_the_others_as_they_were(
    stage: Stage, kind: type[Expert]
) -> None:
    expert = stage.expert(kind, [*range(20), 39])
    expert.leave_one_out(stage.lessons([*range(20), 39]))
    expert.forget(stage.lessons([39]))
    expert.keep_targets(range(LABELS - 1))
    anew = stage.expert(kind)
    anew.observe(stage.lessons(range(20), labels=LABELS - 1))
    asked = stage.lessons(range(30, 35)).batch
    assert np.allclose(expert.predict(asked).centers, anew.predict(asked).centers, atol=1e-8)


def test_influence_is_what_taking_a_lesson_out_would_change(
    stage: Stage, kind: type[Expert]
) -> None:
    expert = stage.expert(kind, range(20))
    question = stage.lessons([30]).batch
    found = expert.influence(question, stage.lessons(range(20)))
    whole = expert.predict(question).centers[0]
    for place in range(20):
        others = stage.expert(kind, [p for p in range(20) if p != place])
        assert np.allclose(found[place], whole - others.predict(question).centers[0], atol=1e-8)


def test_hundreds_of_lessons_one_by_one_are_as_all_at_once(kind: type[Expert]) -> None:
    stage = Stage(encoder=WordEncoder(dim=4), count=300)
    expert = stage.expert(kind, range(10))
    for place in range(10, 299):
        expert.leave_one_out(stage.lessons(range(place - 5, place)))
        expert.observe(stage.lessons([place]))
    asked = stage.lessons(range(290, 299))
    anew = stage.expert(kind, range(299))
    assert np.allclose(expert.predict(asked.batch).centers, anew.predict(asked.batch).centers)
    found = expert.leave_one_out(asked).centers
    assert np.allclose(found, anew.leave_one_out(asked).centers, atol=1e-7)


def test_a_copy_goes_its_own_way(stage: Stage, kind: type[Expert]) -> None:
    expert = stage.expert(kind, range(20))
    before = expert.leave_one_out(stage.lessons(range(20))).centers
    other = expert.copy()
    other.observe(stage.lessons([21]))
    other.forget(stage.lessons([3]))
    assert np.array_equal(expert.leave_one_out(stage.lessons(range(20))).centers, before)


@pytest.mark.parametrize("kind", [CentroidExpert, DiscriminantExpert, NaiveBayesExpert])
def test_a_labels_name_tells_it_before_any_example(kind: type[Expert]) -> None:
    stage = Stage(encoder=WordEncoder(), is_named=True)
    expert = stage.expert(kind)
    expert.observe(stage.lessons([]))
    rows = [stage.reader.read({FieldKey("f1"): text}) for text in ("a red bus", "my tree house")]
    features = torch.from_numpy(stage.features.encode(stage.reader.table(rows)))
    asked = Batch(features=features, rows=rows, reader=stage.reader)
    assert expert.predict(asked).centers.argmax(axis=1).tolist() == [0, 2]


def test_text_experts_suit_categories_told_from_texts_only() -> None:
    task = Task(
        id=TaskId(1),
        community=CommunityId("terminal:here"),
        name="numbers",
        fields=(Field(key=FieldKey("f1"), name="size", kind=FieldKind.NUMBER),),
        target=Target(kind=TargetKind.CATEGORY),
        created_at=task_of_texts().created_at,
    )
    reader = Reader(task)
    features = FeatureMap.fit(reader.table([reader.read({})]), CONFIG)
    without = FitContext(kind=TargetKind.CATEGORY, features=features, config=CONFIG, examples=40)
    texts = Stage(encoder=None).features
    numbers = FitContext(kind=TargetKind.NUMBER, features=texts, config=CONFIG, examples=40)
    labels = FitContext(kind=TargetKind.CATEGORY, features=texts, config=CONFIG, examples=40)
    for kind in (CentroidExpert, DiscriminantExpert, NaiveBayesExpert):
        assert [kind.suits(c) for c in (without, numbers, labels)] == [False, False, True]
