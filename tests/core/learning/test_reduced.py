"""Questions that give some fields are answered as by who was taught these fields alone."""

from dataclasses import replace

import numpy as np
import pytest

from core.domain.example import Example
from core.domain.fields import FieldKind, Values
from core.domain.forecast import Answer, CategoryForecast, NumberForecast
from core.domain.identity import ExampleId, FieldKey, MemberId
from core.domain.task import TargetKind, Task, Truth, field_key
from core.learning.learner import Learner
from core.learning.reduced import MOST_KEPT
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import LEARNED, examples_of, task_of, truth_for

ONE, TWO, THREE, FOUR = KEYS = tuple(field_key(at) for at in range(1, 5))
OF_BOTH = pytest.mark.parametrize("kind", LEARNED)


@OF_BOTH
@pytest.mark.parametrize("given", [(ONE,), (TWO, THREE), (ONE, TWO, FOUR), ()])
def test_the_answer_is_that_of_the_given_fields_alone(
    kind: TargetKind, given: tuple[FieldKey, ...]
) -> None:
    whole, some = _task(kind), _task(kind, given)
    lessons = _lessons(kind, 20)
    learner, alone = Learner(whole, CONFIG), Learner(some, CONFIG)
    learner.observe(lessons)
    alone.observe([replace(x, values=_only(x.values, given)) for x in lessons])
    asked = _only(_values(901), given)
    ours, theirs = learner.predict([asked])[0], alone.predict([asked])[0]
    assert _figures(ours) == pytest.approx(_figures(theirs), rel=1e-6)
    pulls = {pull.example: pull.amount for pull in learner.influence(asked)}
    expected = {pull.example: pull.amount for pull in alone.influence(asked)}
    assert pulls == pytest.approx(expected, abs=1e-6)


@OF_BOTH
@pytest.mark.parametrize("given", [(ONE,), (ONE, TWO)])
def test_a_field_that_no_lesson_has_changes_no_answer(
    kind: TargetKind, given: tuple[FieldKey, ...]
) -> None:
    taught = (ONE, TWO)
    learner = Learner(_task(kind), CONFIG)
    learner.observe([replace(x, values=_only(x.values, taught)) for x in _lessons(kind, 20)])
    values = _values(901)
    plain, strange = learner.predict([_only(values, given), _only(values, (*given, FOUR))])
    assert _figures(strange) == pytest.approx(_figures(plain), rel=1e-6)


@OF_BOTH
def test_it_follows_what_is_taught_replaced_and_forgotten(kind: TargetKind) -> None:
    lessons = _lessons(kind, 40)
    asked = [_only(_values(901), (ONE, THREE)), _only(_values(902), (TWO,))]
    followed, anew = Learner(_task(kind), CONFIG), Learner(_task(kind), CONFIG)
    for start in range(0, 36, 6):
        followed.observe(lessons[start : start + 6])
        followed.predict(asked)
    changed = replace(lessons[35], values=_values(77), target=lessons[0].target)
    followed.observe([changed, *lessons[36:]])
    followed.forget([lessons[5].id, lessons[34].id])
    anew.observe([x for x in [*lessons[:35], changed, *lessons[36:]] if x.number not in (6, 35)])
    for ours, theirs in zip(followed.predict(asked), anew.predict(asked), strict=True):
        assert _figures(ours) == pytest.approx(_figures(theirs), rel=1e-6)


def test_many_ways_to_ask_are_answered_in_the_order_asked() -> None:
    """More sets of fields than models are kept, whole questions among them."""
    learner = Learner(_task(TargetKind.NUMBER), CONFIG)
    learner.observe(_lessons(TargetKind.NUMBER, 12))
    sets = [(ONE,), (TWO,), (THREE,), (FOUR,), (ONE, TWO), KEYS, (THREE, FOUR)]
    assert len(sets) > MOST_KEPT + 2
    asked = [_only(_values(800 + at), given) for at in range(2) for given in sets]
    together = learner.predict(asked)
    apart = [learner.predict([values])[0] for values in asked]
    assert [one.examples for one in together] == [12] * len(asked)
    for ours, theirs in zip(together, apart, strict=True):
        assert _figures(ours) == pytest.approx(_figures(theirs), rel=1e-6)


def test_the_effects_are_of_the_given_fields() -> None:
    learner = Learner(_task(TargetKind.NUMBER), CONFIG)
    learner.observe(_lessons(TargetKind.NUMBER, 20))
    effects = learner.effects(_only(_values(901), (ONE, TWO)))
    assert {effect.key for effect in effects} == {ONE, TWO}


def test_a_forgotten_lesson_pulls_no_more() -> None:
    learner = Learner(_task(TargetKind.NUMBER), CONFIG)
    learner.observe(_lessons(TargetKind.NUMBER, 20))
    asked = _only(_values(901), (ONE,))
    learner.predict([asked])
    learner.forget([ExampleId(18)])
    assert ExampleId(18) not in {pull.example for pull in learner.influence(asked)}


def _task(kind: TargetKind, given: tuple[FieldKey, ...] = KEYS) -> Task:
    kinds = (FieldKind.NUMBER, FieldKind.CATEGORY, FieldKind.NUMBER, FieldKind.YES_NO)
    whole = task_of(kinds, kind)
    return replace(whole, fields=tuple(field for field in whole.fields if field.key in given))


def _values(seed: int) -> Values:
    chance = np.random.default_rng(seed)
    return {
        ONE: float(chance.uniform(0, 100)),
        TWO: str(chance.choice(("red", "green", "blue"))),
        THREE: float(chance.normal()),
        FOUR: bool(chance.random() < 0.5),
    }


def _lessons(kind: TargetKind, count: int) -> tuple[Example, ...]:
    pairs: list[tuple[Values, Truth]] = []
    for at in range(count):
        values = _values(at)
        worth = 5.0 * float(str(values[ONE])) + 90.0 * (values[TWO] == "red")
        pairs.append((values, truth_for(kind, worth + 10.0 * float(str(values[THREE])))))
    return tuple(replace(x, author=MemberId("terminal:ana")) for x in examples_of(pairs))


def _only(values: Values, given: tuple[FieldKey, ...]) -> Values:
    return {key: value for key, value in values.items() if key in given}


def _figures(answer: Answer) -> list[float]:
    match answer.forecast:
        case NumberForecast(center=center, intervals=intervals):
            ends = [end for one in intervals for end in (one.low, one.high)]
            return [center, *ends]
        case CategoryForecast(probabilities=probabilities):
            return [share for _, share in sorted(probabilities)]
