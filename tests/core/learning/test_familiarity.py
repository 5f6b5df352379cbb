from dataclasses import replace

import numpy as np
import pytest

from core.domain.fields import Field, FieldKind, Value
from core.domain.identity import FieldKey
from core.domain.task import TargetKind, Task, Truth
from core.learning.config import LearnerConfig
from core.learning.familiarity import familiarity
from core.learning.learner import Learner
from tests.core.learning.texts import example_of, task_of_texts
from tests.fakes.embedding import WordEncoder

CONFIG = LearnerConfig(device="cpu", text_buckets=32)
KEY = FieldKey("f1")


def test_it_is_the_share_of_the_taught_that_are_farther() -> None:
    taught = np.arange(20.0)
    assert familiarity(np.array([-1.0, 10.0, 30.0]), taught) == [0.0, 0.5, 1.0]


def test_few_examples_say_nothing_of_what_is_strange() -> None:
    assert familiarity(np.array([1.0]), np.arange(19.0)) == [None]


@pytest.mark.parametrize("encoder", [None, WordEncoder()])
def test_words_that_nobody_taught_are_less_familiar(encoder: WordEncoder | None) -> None:
    chance = np.random.default_rng(3)
    learner = Learner(task_of_texts(), CONFIG, encoder)
    words = {"fruit": ["apple", "pear", "plum", "fig"], "tool": ["saw", "hammer", "drill", "file"]}
    for number in range(40):
        label = ("fruit", "tool")[number % 2]
        text = " ".join(chance.choice(words[label], 2))
        learner.observe([example_of(number + 1, text, f"{label}")])
    known, strange = learner.predict([{KEY: "apple plum"}, {KEY: "zebra quartz"}])
    assert known.familiarity is not None
    assert strange.familiarity is not None
    assert strange.familiarity == 0.0 < known.familiarity


def test_a_number_far_from_all_others_is_unfamiliar() -> None:
    fields = (Field(key=KEY, name="size", kind=FieldKind.NUMBER),)
    asked: list[dict[FieldKey, Value]] = [{KEY: 15.0}, {KEY: 900.0}]
    for kind in (TargetKind.NUMBER, TargetKind.CATEGORY):
        task = task_of(fields, kind)
        learner = Learner(task, CONFIG)
        for number in range(30):
            truth: Truth = float(number) if kind is TargetKind.NUMBER else f"{number > 15}"
            learner.observe([example_of(number + 1, float(number), truth)])
        near, far = learner.predict(asked)
        assert near.familiarity is not None
        assert far.familiarity == 0.0 < near.familiarity


def task_of(fields: tuple[Field, ...], kind: TargetKind) -> Task:
    return replace(task_of_texts(kind), fields=fields)
