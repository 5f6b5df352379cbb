import numpy as np

from core.learning.encoding.categories import CategoryEncoder
from tests.core.learning.encoding.coded import coded


def test_levels_whose_codes_lie_further_apart_than_a_code_is_long_can_be_read_again() -> None:
    codes = coded([-(2**63) + 5, 2**63 - 5, -(2**63) + 5])
    fitted = CategoryEncoder.fit(codes, levels=8, buckets=2)
    again = CategoryEncoder.from_arrays(fitted.arrays())
    assert np.array_equal(again.encode(codes), fitted.encode(codes))
