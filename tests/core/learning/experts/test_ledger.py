"""Levels and tastes against their definition written out, and against leaving ratings out."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.learning.experts.ledger import Expected, Ledger, Rated, Strengths

STRENGTHS = Strengths(item=2.5, member=1.7, tastes=np.array([1.7, 3.0, 4.0]))


def drawn(chance: np.random.Generator, count: int) -> Rated:
    """Return ratings by few members of few items: some missing, some repeated, codes negative."""
    tastes = chance.normal(size=(count, 2))
    return Rated(
        members=chance.integers(0, 6, count) * 7 - 14,
        items=chance.integers(0, 8, count) * 3,
        tastes=np.column_stack([np.ones(count), tastes]),
        rest=chance.normal(size=count),
    )


def ledger_of(rows: Rated) -> Ledger:
    ledger = Ledger(STRENGTHS)
    ledger.add(np.arange(len(rows)), rows)
    return ledger


def only(rows: Rated, place: int) -> Rated:
    return rows.pick(np.arange(len(rows)) == place)


def without(rows: Rated, place: int) -> Rated:
    return rows.pick(np.arange(len(rows)) != place)


def harshness(rows: Rated, member: int, item: int) -> float:
    """Return c: the member's level as their ratings of other items show it."""
    others = (rows.members == member) & (rows.items != item) & (member != 0)
    return float(rows.rest[others].sum() / (others.sum() + STRENGTHS.member))


def level(rows: Rated, item: int, *, but_for: int = 0) -> float:
    """Return b: the item's level as its raters but one show it."""
    raters = (rows.items == item) & (item != 0)
    if but_for:
        raters &= rows.members != but_for
    given = [
        rest - harshness(rows, int(member), item)
        for member, rest in zip(rows.members[raters], rows.rest[raters], strict=True)
    ]
    return float(sum(given) / (len(given) + STRENGTHS.item))


def plainly(rows: Rated, question: Rated) -> tuple[float, float]:
    """Return the centre and the spread of a question, by the definition."""
    member, item = int(question.members[0]), int(question.items[0])
    own = (rows.members == member) & (member != 0)
    tastes = rows.tastes[own]
    left = [
        rest - level(rows, int(one), but_for=member)
        for one, rest in zip(rows.items[own], rows.rest[own], strict=True)
    ]
    precision = np.diag(STRENGTHS.tastes) + tastes.T @ tastes
    asked = question.tastes[0]
    taste = np.linalg.solve(precision, tastes.T @ np.array(left)) if left else np.zeros(3)
    worth = int(((rows.items == item) & (item != 0)).sum()) + STRENGTHS.item
    spread = 1.0 + 1.0 / worth + asked @ np.linalg.solve(precision, asked)
    return level(rows, item) + float(asked @ taste), float(spread)


def both(expected: Expected) -> NDArray[np.float64]:
    return np.column_stack([expected.centers, expected.spreads])


COUNTS = pytest.mark.parametrize("count", [1, 2, 7, 60])


@COUNTS
def test_what_is_expected_is_what_the_definition_says(count: int) -> None:
    chance = np.random.default_rng(count)
    rows, questions = drawn(chance, count), drawn(chance, 12)
    plain = [plainly(rows, only(questions, place)) for place in range(12)]
    np.testing.assert_allclose(both(ledger_of(rows).sums.expected(questions)), plain, atol=1e-12)


@COUNTS
def test_leaving_a_rating_out_is_never_having_had_it(count: int) -> None:
    rows = drawn(np.random.default_rng(count), count)
    never = [
        both(ledger_of(without(rows, place)).sums.expected(only(rows, place)))[0]
        for place in range(count)
    ]
    np.testing.assert_allclose(both(ledger_of(rows).sums.left_out(rows)), never, atol=1e-12)


@COUNTS
def test_a_ratings_influence_is_what_taking_it_back_undoes(count: int) -> None:
    chance = np.random.default_rng(count)
    rows = drawn(chance, count)
    for question in (*(drawn(chance, 1) for _ in range(4)), only(rows, 0)):
        center = ledger_of(rows).sums.expected(question).centers[0]
        moved = [
            center - ledger_of(without(rows, place)).sums.expected(question).centers[0]
            for place in range(count)
        ]
        found = ledger_of(rows).sums.influence(question, rows)
        np.testing.assert_allclose(found, moved, atol=1e-12)


def test_striking_ratings_out_in_any_order_leaves_what_the_rest_alone_would() -> None:
    chance = np.random.default_rng(5)
    rows, questions = drawn(chance, 40), drawn(chance, 10)
    ledger = ledger_of(rows)
    for part in (np.arange(30, 40), np.arange(0, 40, 4), np.array([99])):
        ledger.remove(part)
    kept = np.isin(np.arange(40), np.arange(30)) & (np.arange(40) % 4 > 0)
    alone = Ledger(STRENGTHS)
    order = np.flatnonzero(kept)[::-1]
    for place in order:
        alone.add(np.array([place]), only(rows, int(place)))
    assert len(ledger) == len(alone) == len(order)
    np.testing.assert_allclose(
        both(ledger.sums.expected(questions)), both(alone.sums.expected(questions)), atol=1e-12
    )


def test_a_copy_goes_its_own_way() -> None:
    rows = drawn(np.random.default_rng(6), 10)
    ledger = ledger_of(rows)
    before = both(ledger.sums.expected(rows))
    other = ledger.copy()
    other.remove(np.arange(5))
    np.testing.assert_array_equal(both(ledger.sums.expected(rows)), before)
    assert (len(ledger), len(other)) == (10, 5)


def test_a_harsh_member_does_not_make_an_item_bad() -> None:
    def given(member: int, item: int, rest: float) -> Rated:
        return Rated(
            members=np.array([member]),
            items=np.array([item]),
            tastes=np.array([[1.0, 0.0, 0.0]]),
            rest=np.array([rest]),
        )

    ledger = Ledger(STRENGTHS)
    for place, item in enumerate(range(1, 9)):
        ledger.add(np.array([place]), given(1, item, -2.0))
    ledger.add(np.array([50]), given(2, 20, -2.0))
    by_the_harsh = ledger.sums.expected(given(9, 1, 0.0)).centers[0]
    by_the_new = ledger.sums.expected(given(9, 20, 0.0)).centers[0]
    assert by_the_new < by_the_harsh < 0.0
    assert ledger.sums.expected(given(1, 30, 0.0)).centers[0] < -1.0
