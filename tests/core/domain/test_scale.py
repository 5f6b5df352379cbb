import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.fields import Field, FieldKind
from core.domain.identity import FieldKey
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind
from core.errors import InvalidValue
from tests.core.domain.test_task import houses

STARS = Scale(low=1, high=5)


def test_a_scale_has_its_ratings_and_is_written_by_its_ends() -> None:
    assert STARS.ratings == (1.0, 2.0, 3.0, 4.0, 5.0)
    assert str(STARS) == "1–5"
    assert str(Scale(low=0, high=1, step=0.25)) == "0–1 by 0.25"


@pytest.mark.parametrize(("low", "high", "step"), [(5, 1, 1), (1, 1, 1), (1, 5, 0), (0, 1, 0.3)])
def test_a_scale_that_does_not_go_up_in_steps_is_refused(
    low: float, high: float, step: float
) -> None:
    with pytest.raises(InvalidValue, match="scale"):
        Scale(low=low, high=high, step=step)


def test_a_scale_has_an_end_to_its_steps() -> None:
    with pytest.raises(InvalidValue, match="101"):
        Scale(low=0, high=1000)


@given(st.integers(-5, 5), st.integers(1, 40), st.sampled_from([0.1, 0.25, 0.5, 1.0, 3.0]))
def test_each_rating_is_one_of_its_scale(low: int, steps: int, step: float) -> None:
    scale = Scale(low=low, high=low + steps * step, step=step)
    assert len(scale.ratings) == steps + 1
    assert all(scale.check(rating, what="stars") == rating for rating in scale.ratings)


@pytest.mark.parametrize("rating", [0, 6, 3.5, "4", True, float("nan")])
def test_what_is_not_on_the_scale_is_refused(rating: object) -> None:
    with pytest.raises(InvalidValue, match="stars"):
        Target(kind=TargetKind.RATING, name="stars", scale=STARS).check(rating)


def test_a_rating_has_a_scale_and_nothing_else_has_one() -> None:
    with pytest.raises(InvalidValue, match="scale"):
        Target(kind=TargetKind.RATING)
    with pytest.raises(InvalidValue, match="scale"):
        Target(kind=TargetKind.NUMBER, scale=STARS)


def test_no_task_but_one_of_ratings_has_a_member_and_that_has_one() -> None:
    with pytest.raises(InvalidValue, match="no task predicts a person"):
        houses("size").with_field("who", FieldKind.MEMBER)
    with pytest.raises(InvalidValue, match="kind"):
        houses("size").with_changed(Field(key=FieldKey("f1"), name="who", kind=FieldKind.MEMBER))
