"""What answers to a member rest on in a task that predicts a rating."""

from dataclasses import replace
from statistics import fmean

import pytest

from core.domain.example import Example, ExampleStatus
from core.domain.fields import Field, FieldKind
from core.domain.identity import ExampleId, FieldKey, MemberId
from core.domain.ratings import Told, means_from_json, means_to_json, seen_by, told_anew
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind, Task
from tests.core.domain.test_task import houses

TITLE, RATER = FieldKey("f1"), FieldKey("f2")
WHOS = ("Ana", "Ben", "Cem", "Dan", "Eve", "Fay")


def films() -> Task:
    fields = (
        Field(key=TITLE, name="title", kind=FieldKind.ITEM),
        Field(key=RATER, name="rater", kind=FieldKind.MEMBER),
    )
    target = Target(name="stars", kind=TargetKind.RATING, scale=Scale(low=1, high=5))
    return replace(houses(), fields=fields, target=target)


def rating(who: str, stars: float, *, title: str = "Heat", revision: int = 0) -> Example:
    task, number = films(), WHOS.index(who) + 1
    return Example(
        id=ExampleId(number),
        number=number,
        task_id=task.id,
        author=MemberId(who),
        values={TITLE: title, RATER: who},
        target=stars,
        status=ExampleStatus.ACTIVE,
        revision=revision or number,
        taught_at=task.created_at,
    )


def told(*ratings: Example, means: dict[str, Told] | None = None) -> dict[str, Told]:
    return told_anew(means or {}, ratings, films())


def test_a_mean_is_told_from_three_raters_on_and_anew_after_three_changes() -> None:
    first = [rating(who, 2.0) for who in WHOS[:3]]
    assert not told(*first[:2])
    means = told(*first)
    assert [one.mean for one in means.values()] == [2.0]
    two_more = [*first, rating("Dan", 5.0), rating("Eve", 5.0)]
    assert told(*two_more, means=means) == means
    again = told(*two_more, rating("Fay", 5.0), means=means)
    assert [one.mean for one in again.values()] == [3.5]


def test_three_ratings_by_one_member_hide_nothing() -> None:
    mine = [replace(rating(who, 2.0), author=MemberId("Ana")) for who in WHOS[:3]]
    assert not told(*mine)


def test_a_member_sees_their_own_ratings_and_numbers_about_the_mean_of_others() -> None:
    ratings = [rating("Ana", 1.0), rating("Ben", 4.0), rating("Cem", 4.0), rating("Dan", 5.0)]
    means = told(*ratings)
    seen = seen_by(MemberId("Ana"), ratings, means, films())
    assert seen[0] == ratings[0]
    assert fmean(e.target for e in seen[1:] if isinstance(e.target, float)) == pytest.approx(3.5)
    assert all(e.author is None and RATER not in e.values for e in seen[1:])


@pytest.mark.parametrize("stars", [1.0, 2.0, 5.0])
def test_numbers_about_a_mean_keep_to_the_scale(stars: float) -> None:
    ratings = [rating(who, stars) for who in WHOS]
    seen = seen_by(None, ratings, told(*ratings), films())
    assert len(seen) == len(ratings)
    assert all(isinstance(e.target, float) and 1.0 <= e.target <= 5.0 for e in seen)


def test_whoever_is_not_known_sees_nothing_before_a_mean_is_told() -> None:
    assert seen_by(None, [rating("Ana", 1.0), rating("Ben", 4.0)], {}, films()) == []


def test_means_come_back_from_json_and_what_is_none_is_left_out() -> None:
    means = {"a": Told(revision=3, mean=4.5, count=3)}
    assert means_from_json(means_to_json(means)) == means
    assert means_from_json(None) == {}
    assert means_from_json({"a": [1], "b": "x"}) == {}
