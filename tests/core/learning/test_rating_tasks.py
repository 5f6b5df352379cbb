"""A task of ratings, through the learner's own door."""

from dataclasses import replace
from functools import cache

from core.domain.example import Example
from core.domain.fields import Values
from core.domain.forecast import Answer, NumberForecast
from core.learning.config import LearnerConfig
from core.learning.fitting import fit
from core.learning.learner import Learner
from tests.benchmarks.films import KEYS, TASK, film_nights
from tests.benchmarks.ratings import running_levels

CONFIG = LearnerConfig(device="cpu", columns=120, bins=4)
NIGHTS = film_nights(220, members=12, films=30, seed=3).examples


@cache
def fitted() -> Learner:
    """Return a learner fitted to all the nights; copy it before it is taught more."""
    return fit(TASK, NIGHTS, config=CONFIG)


def taught(examples: list[Example]) -> Learner:
    learner = Learner(TASK, CONFIG)
    learner.observe(examples)
    return learner


def number(answer: Answer) -> NumberForecast:
    assert isinstance(answer.forecast, NumberForecast)
    return answer.forecast


def asked(learner: Learner, questions: list[Values]) -> list[float]:
    return [number(answer).center for answer in learner.predict(questions)]


def by(values: Values, member: str | None) -> Values:
    """Return the question as another member would ask it."""
    bare = {key: value for key, value in values.items() if key != KEYS["rater"]}
    return bare | {KEYS["rater"]: member} if member else bare


def near(one: list[float], other: list[float]) -> bool:
    return all(abs(a - b) < 1e-6 for a, b in zip(one, other, strict=True))


QUESTIONS = [example.values for example in NIGHTS[:40]]


def test_every_answer_and_range_lies_on_the_scale() -> None:
    for answer in taught(NIGHTS).predict(QUESTIONS):
        forecast = number(answer)
        for interval in forecast.intervals:
            assert 1.0 <= interval.low <= forecast.center <= interval.high <= 5.0


def test_the_experts_for_ratings_count_and_only_where_members_rate_items() -> None:
    assert {"biases", "factors"} <= set(taught(NIGHTS[:20]).predict(QUESTIONS)[0].weights)


def test_members_get_answers_of_their_own_and_nobody_the_average_ones() -> None:
    learner = taught(NIGHTS)
    first, second = sorted({example.author or "" for example in NIGHTS})[:2]
    film = NIGHTS[0].values
    answers = asked(learner, [by(film, first), by(film, second), by(film, None)])
    assert len({round(answer, 6) for answer in answers}) == 3


def test_an_unknown_film_is_judged_by_its_fields() -> None:
    learner = fitted()
    unseen = {**NIGHTS[0].values, KEYS["title"]: "a new film"}
    worse = {key: value for key, value in unseen.items() if key != KEYS["genre"]}
    one, other, bare = asked(learner, [unseen, {**unseen, KEYS["genre"]: "genre 3"}, worse])
    assert len({round(one, 6), round(other, 6), round(bare, 6)}) == 3


def test_taking_back_is_never_having_taught() -> None:
    for start in (Learner(TASK, CONFIG), fitted().blank()):
        through, never = start.copy(), start.copy()
        through.observe(NIGHTS[:100])
        before = asked(through, QUESTIONS)
        through.observe(NIGHTS[100:])
        through.forget([example.id for example in NIGHTS[40:100]])
        never.observe([*NIGHTS[100:], *NIGHTS[:40]])
        assert near(asked(through, QUESTIONS), asked(never, QUESTIONS))
        assert not near(before, asked(never, QUESTIONS))


def test_a_fit_comes_back_from_its_files_and_names_nobody() -> None:
    learner = fitted()
    artifact = learner.save()
    words = str(dict(artifact.manifest)) + " ".join(artifact.tensors)
    assert "member " not in words
    assert "film " not in words
    again = Learner.load(TASK, artifact, CONFIG)
    again.observe(NIGHTS)
    assert near(asked(again, QUESTIONS), asked(learner, QUESTIONS))


def test_changing_ones_rating_changes_the_answer_at_once() -> None:
    learner = taught(NIGHTS)
    before = asked(learner, QUESTIONS[:1])[0]
    target = 1.0 if NIGHTS[0].target != 1.0 else 5.0
    learner.observe([replace(NIGHTS[0], target=target)])
    after = asked(learner, QUESTIONS[:1])[0]
    assert (after < before) == (target < float(NIGHTS[0].target or 0))


def test_tastes_are_learned_where_members_differ_in_what_they_like() -> None:
    nights = film_nights(1_200, members=30, films=60, seed=4)
    learner = fit(TASK, nights.examples[:900], config=CONFIG)
    held = nights.examples[900:]
    answers = asked(learner, [example.values for example in held])
    errors = [(a - r) ** 2 for a, r in zip(answers, nights.ratings[900:], strict=True)]
    levels = running_levels(nights)[900:]
    assert sum(errors) < 0.97 * float(((levels - nights.ratings[900:]) ** 2).sum())
