"""What is the letters expert's own: exact n-grams, and that it knows the newest lessons only."""

from collections.abc import Sequence

import numpy as np
import pytest
import torch

from core.domain.example import Example
from core.domain.task import TargetKind
from core.learning.conditioned import Conditioned
from core.learning.config import LearnerConfig
from core.learning.encoding.table import Reader
from core.learning.experts.letters import LettersExpert
from core.learning.experts.sparse import Texted, Vocabulary, squared_length
from core.learning.fitted import Fit
from core.learning.fitting import fit
from core.learning.taught import Taught
from tests.core.learning.texts import example_of, task_of_texts

TASK = task_of_texts(TargetKind.NUMBER)
CONFIG = LearnerConfig(device="cpu", columns=60, text_buckets=24, letters_rows=12)
WORTH = {"silk": 80.0, "plain": 20.0, "金": 300.0, "木": 40.0}
THINGS = ("table", "cloth", "lamp", "chair", "mirror")


def examples_of(count: int) -> list[Example]:
    worth = list(WORTH.items())
    return [
        example_of(number, f"{word} {THINGS[number % 5]} {number}", price + number % 3)
        for number in range(1, count + 1)
        for word, price in [worth[number % len(worth)]]
    ]


def fit_of(count: int = 30) -> Fit:
    found = fit(TASK, examples_of(count), config=CONFIG).fit
    assert found is not None
    return found


def conditioned(made: Fit) -> Conditioned:
    alone = [one for one in made.experts if isinstance(one, LettersExpert)]
    return Conditioned(
        Fit(features=made.features, scale=made.scale, experts=tuple(alone), examples=1),
        TASK.target,
        Reader(TASK),
        CONFIG,
    )


def taught_of(examples: Sequence[Example]) -> list[Taught]:
    reader = Reader(TASK)
    return [
        Taught(id=one.id, row=reader.read(one.values), truth=float(one.target or 0))
        for one in examples
    ]


def said(state: Conditioned) -> list[float]:
    rows = [Reader(TASK).read(one.values) for one in examples_of(6)]
    found = state._mixture.experts[0].predict(state.batch(rows))
    return [*found.centers[:, 0].tolist(), *found.scales.tolist()]


def test_it_suits_numbers_from_texts_alone() -> None:
    names = [one.name for one in fit_of().experts]
    assert "letters" in names
    labels = [example_of(at, f"text {at}", "ab"[at % 2]) for at in range(1, 12)]
    of_labels = fit(task_of_texts(), labels, config=CONFIG).fit
    assert of_labels is not None
    assert "letters" not in [one.name for one in of_labels.experts]


def test_a_word_tells_the_number_in_any_script() -> None:
    learner = fit(TASK, examples_of(40), config=LearnerConfig(device="cpu"))
    for word, price in WORTH.items():
        (answer,) = learner.predict([{TASK.fields[0].key: f"{word} shelf"}])
        assert answer.forecast.center == pytest.approx(price, rel=0.35)  # type: ignore[union-attr]


def test_it_knows_the_newest_whichever_way_they_came() -> None:
    made, taught = fit_of(), taught_of(examples_of(30))
    newest = conditioned(made)
    newest.observe(taught[-12:])
    at_once, one_by_one, backwards = (conditioned(made) for _ in range(3))
    at_once.observe(taught)
    for one in taught:
        one_by_one.observe([one])
    for one in reversed(taught):
        backwards.observe([one])
    for state in (at_once, one_by_one, backwards):
        assert said(state) == pytest.approx(said(newest))


def test_older_lessons_come_in_for_those_that_are_forgotten() -> None:
    made, taught = fit_of(), taught_of(examples_of(30))
    state, other = conditioned(made), conditioned(made)
    state.observe(taught)
    copied = state.copy()
    state.forget(taught[20:])
    other.observe(taught[:20])
    assert said(state) == pytest.approx(said(other))
    state.forget(taught[:20])
    assert said(state) == pytest.approx(said(conditioned(made)))
    assert said(copied) != pytest.approx(said(other))


def test_lessons_beyond_the_newest_are_foretold_like_questions_and_move_nothing() -> None:
    made, taught = fit_of(), taught_of(examples_of(30))
    state = conditioned(made)
    state.observe(taught)
    lessons, expert = state.lessons(), state._mixture.experts[0]
    left, asked = expert.leave_one_out(lessons), expert.predict(lessons.batch)
    moved = expert.influence(state.batch([taught[0].row]), lessons)[:, 0]
    is_old = lessons.ids <= 18
    assert left.centers[is_old] == pytest.approx(asked.centers[is_old])
    assert np.all(left.centers[~is_old] != asked.centers[~is_old])
    assert np.all((moved == 0.0) == is_old)


@pytest.mark.parametrize("powers", [np.zeros(3), np.full(7, 40.0), np.full(7, np.nan)])
def test_strengths_out_of_all_proportion_are_refused(powers: np.ndarray) -> None:
    from core.learning.experts.expert import FitContext

    made = fit_of()
    context = FitContext(kind=TargetKind.NUMBER, features=made.features, config=CONFIG, examples=30)
    with pytest.raises(ValueError, match="strength"):
        LettersExpert.load({"powers": powers}, context)


def test_texts_are_vectors_of_length_one_of_their_ngrams() -> None:
    rows = [["oak table", ""], ["oak table", "oak"], ["木桌", "oak"], ["", " "]]
    known = Vocabulary()
    known.learn(rows)
    found = Texted.of(
        torch.zeros(4, 1, dtype=torch.float64),
        [known.vector(texts) for texts in rows],
        np.array([squared_length(texts) for texts in rows]),
    )
    products = found.between(found)
    assert products.diagonal().tolist() == pytest.approx([1.0, 2.0, 2.0, 0.0])
    assert found.own().tolist() == pytest.approx([1.0, 2.0, 2.0, 0.0])
    assert float(products[0, 1]) == pytest.approx(1.0)
    assert float(products[1, 2]) == pytest.approx(1.0)
    assert float(products[0, 2]) == 0.0
    asked = Texted.of(found.plain[:1], [known.vector(["oak chair", ""])], np.ones(1))
    assert 0.0 < float(asked.between(found)[0, 0]) < 0.8


def test_many_rows_are_multiplied_as_one_by_one() -> None:
    rows = [[f"{word} {thing}"] for word in WORTH for thing in THINGS]
    known = Vocabulary()
    known.learn(rows)
    some = Texted.of(
        torch.zeros(20, 1, dtype=torch.float64), [known.vector(one) for one in rows], np.ones(20)
    )
    one_by_one = [
        some.some(torch.tensor([place])).between(some.some(torch.arange(20)))[0]
        for place in range(20)
    ]
    assert torch.allclose(some.between(some), torch.stack(one_by_one))
    halves = some.some(torch.arange(11)).joined(some.some(torch.arange(11, 20)))
    assert torch.allclose(halves.between(some), some.between(some))
