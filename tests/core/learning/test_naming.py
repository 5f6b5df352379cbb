"""What labels are called tells of them before their first example does."""

from dataclasses import replace

import torch

from core.domain.forecast import CategoryForecast
from core.domain.identity import FieldKey
from core.domain.task import Target, TargetKind, Task
from core.learning.config import LearnerConfig
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.table import Reader
from core.learning.learner import Learner
from core.learning.naming import LabelNames
from tests.core.learning.texts import example_of, task_of_texts
from tests.fakes.embedding import WordEncoder

CONFIG = LearnerConfig(device="cpu", text_buckets=24)


def test_each_label_is_encoded_once() -> None:
    encoder = WordEncoder()
    names = _names(task_of_texts(), encoder)
    first = names.of(["bug", "font_size"])
    both = names.of(["bug", "font_size", "install"])
    assert encoder.asked == ["bug", "font size", "install"]
    assert first is not None
    assert both is not None
    assert torch.equal(both.features[:2], first.features)


def test_labels_that_are_gone_take_their_rows_with_them() -> None:
    names = _names(task_of_texts(), WordEncoder())
    names.of(["bug", "font", "install"])
    left, anew = names.of(["bug", "install"]), names.copy().of(["bug", "install"])
    assert left is not None
    assert anew is not None
    assert torch.equal(left.features, anew.features)


def test_without_a_text_there_are_no_names() -> None:
    task = replace(task_of_texts(), fields=())
    assert _names(task, None).of(["bug"]) is None


def test_an_option_that_nobody_taught_is_known_by_its_name() -> None:
    task = replace(
        task_of_texts(),
        target=Target(kind=TargetKind.CATEGORY, labels=("paper jam", "screen", "sound")),
    )
    learner = Learner(task, CONFIG, WordEncoder())
    texts = {"screen": "it stays black", "sound": "no music"}
    learner.observe([example_of(i, t, label) for i, (label, t) in enumerate(texts.items())])
    (answer,) = learner.predict([{FieldKey("f1"): "another paper jam"}])
    assert isinstance(answer.forecast, CategoryForecast)
    assert answer.forecast.top == "paper jam"


def _names(task: Task, encoder: WordEncoder | None) -> LabelNames:
    reader = Reader(task, encoder)
    features = FeatureMap.fit(reader.table([reader.said("a text")]), CONFIG)
    if encoder:
        encoder.asked.clear()
    return LabelNames(reader, features, torch.device("cpu"))
