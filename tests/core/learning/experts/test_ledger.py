"""Levels and tastes against their definition written out, and against leaving ratings out."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from core.learning.experts.ledger import Ledger, Rated, Strengths
from core.learning.experts.likings import Expected

STRENGTHS = Strengths(item=2.5, member=1.7, tastes=np.array([1.7, 3.0, 4.0]), memory=0.7)


def drawn(chance: np.random.Generator, count: int) -> Rated:
    """Return ratings by few members of few items: some missing, some repeated, codes negative."""
    tastes = chance.normal(size=(count, 2))
    return Rated(
        ids=chance.permutation(count) + 1,
        members=chance.integers(0, 6, count) * 7 - 14,
        items=chance.integers(0, 8, count) * 3,
        tastes=np.column_stack([np.ones(count), tastes]),
        rest=chance.normal(size=count),
    )


def ledger_of(rows: Rated) -> Ledger:
    ledger = Ledger(STRENGTHS)
    ledger.add(rows)
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
    age = [int((rows.ids[own] > one).sum()) for one in rows.ids[own]]
    counted = (STRENGTHS.memory ** np.array(age, dtype=np.float64))[:, None] * tastes
    left = [
        rest - level(rows, int(one), but_for=member)
        for one, rest in zip(rows.items[own], rows.rest[own], strict=True)
    ]
    precision = np.diag(STRENGTHS.tastes) + counted.T @ tastes
    asked = question.tastes[0]
    taste = np.linalg.solve(precision, counted.T @ np.array(left)) if left else np.zeros(3)
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
    kept = (rows.ids == 40) | ((rows.ids < 30) & (rows.ids % 4 > 0))
    alone = Ledger(STRENGTHS)
    order = np.flatnonzero(kept)[::-1]
    for place in order:
        alone.add(only(rows, int(place)))
    assert len(ledger) == len(alone) == len(order)
    np.testing.assert_allclose(
        both(ledger.sums.expected(questions)), both(alone.sums.expected(questions)), atol=1e-12
    )


def test_a_copy_goes_its_own_way() -> None:
    rows = drawn(np.random.default_rng(6), 10)
    ledger = ledger_of(rows)
    before = both(ledger.sums.expected(rows))
    other = ledger.copy()
    other.remove(np.arange(6))
    np.testing.assert_array_equal(both(ledger.sums.expected(rows)), before)
    assert (len(ledger), len(other)) == (10, 5)


def test_a_harsh_member_does_not_make_an_item_bad() -> None:
    def given(place: int, member: int, item: int, rest: float) -> Rated:
        return Rated(
            ids=np.array([place]),
            members=np.array([member]),
            items=np.array([item]),
            tastes=np.array([[1.0, 0.0, 0.0]]),
            rest=np.array([rest]),
        )

    ledger = Ledger(STRENGTHS)
    for place, item in enumerate(range(1, 9)):
        ledger.add(given(place, 1, item, -2.0))
    ledger.add(given(50, 2, 20, -2.0))
    by_the_harsh = ledger.sums.expected(given(0, 9, 1, 0.0)).centers[0]
    by_the_new = ledger.sums.expected(given(0, 9, 20, 0.0)).centers[0]
    assert by_the_new < by_the_harsh < 0.0
    assert ledger.sums.expected(given(0, 1, 30, 0.0)).centers[0] < -1.0


def test_only_where_later_ratings_count_more_does_their_order_tell() -> None:
    rows, questions = drawn(np.random.default_rng(7), 40), drawn(np.random.default_rng(8), 10)
    turned = replace(rows, ids=rows.ids[::-1])
    for memory, is_alike in ((1.0, True), (0.9, False)):
        said = []
        for given in (rows, turned):
            ledger = Ledger(replace(STRENGTHS, memory=memory))
            ledger.add(given)
            said.append(ledger.sums.expected(questions).centers)
        assert np.allclose(said[0], said[1]) == is_alike


def test_what_was_foretold_is_what_was_expected_before_but_for_items_levels() -> None:
    rows = replace(drawn(np.random.default_rng(9), 30), items=np.zeros(30, dtype=np.int64))
    rows = rows.pick(np.argsort(rows.ids))
    foretold = ledger_of(rows).sums.foretold()
    for place in (0, 5, 17, 29):
        before = ledger_of(rows.pick(np.arange(30) < place))
        expected = before.sums.expected(only(rows, place)).centers[0]
        assert foretold[place] == pytest.approx(expected, abs=1e-12)
