import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.learning.encoding.categories import CategoryEncoder, YesNoEncoder
from tests.core.learning.encoding.coded import coded

CODES = st.lists(st.integers(-(2**63), 2**63 - 1), max_size=20)


@settings(max_examples=30, deadline=None)
@given(CODES, CODES)
def test_any_level_has_one_column_and_a_missing_one_the_indicator(
    taught: list[int], asked: list[int]
) -> None:
    encoder = CategoryEncoder.fit(coded(taught), 5, 3)
    column = np.array([*asked, *taught, 0], dtype=np.int64)
    columns = encoder.encode(coded(column))
    assert columns.shape == (len(column), len(encoder.groups))
    hot = columns[column != 0][:, :-1] + encoder.means
    assert hot.sum(axis=1) == pytest.approx(np.ones(len(hot)))
    assert hot.max(axis=1, initial=1.0) == pytest.approx(np.ones(len(hot)))
    assert columns[-1].tolist() == [0.0] * (columns.shape[1] - 1) + [1.0]


def test_frequent_levels_get_columns_of_their_own() -> None:
    encoder = CategoryEncoder.fit(coded([9] * 5 + [7] * 4 + [11] * 3 + [13]), 2, 3)
    assert encoder.levels.tolist() == [9, 7]
    own = encoder.encode(coded([9, 7])) + np.append(encoder.means, 0)
    assert own[:, :2] == pytest.approx(np.eye(2))


def test_of_equally_frequent_levels_those_taught_first_get_columns() -> None:
    assert CategoryEncoder.fit(coded([9, 7, 11, 7, 9, 11]), 2, 3).levels.tolist() == [9, 7]


def test_a_bucket_follows_from_the_word_not_from_the_task() -> None:
    encoder = CategoryEncoder.fit(coded([9, 7]), 2, 4)
    here, there = coded([1, 2, 3], public=[11, 12, 13]), coded([5, 6, 7], public=[11, 12, 13])
    assert encoder.shared(here).tolist() == encoder.shared(there).tolist()


def test_levels_are_centred_on_the_fit() -> None:
    column = np.array([7, 7, 9, 0, 11], dtype=np.int64)
    encoder = CategoryEncoder.fit(coded(column), 2, 2)
    known = encoder.encode(coded(column))[column != 0][:, :-1]
    assert known.mean(axis=0) == pytest.approx(np.zeros(known.shape[1]))


def test_yes_and_no_are_opposites() -> None:
    encoder = YesNoEncoder.fit(np.array([1.0, -1.0, -1.0, float("nan")]))
    yes, no, missing = encoder.encode(np.array([1.0, -1.0, float("nan")]))
    assert yes[0] - no[0] == 2.0
    assert yes[0] + 2 * no[0] == pytest.approx(0.0)
    assert missing.tolist() == [0.0, 1.0]
