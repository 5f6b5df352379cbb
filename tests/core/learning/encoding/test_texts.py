import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.domain.fields import FieldKind
from core.domain.task import TargetKind
from core.learning.config import LearnerConfig
from core.learning.encoding.features import FeatureMap
from core.learning.encoding.table import Reader, Texts
from core.learning.encoding.texts import TextEncoder
from tests.core.learning.worlds import task_of

TASK = task_of((FieldKind.TEXT,), TargetKind.NUMBER)
READER = Reader(TASK)
(NOTES,) = (field.key for field in TASK.fields)


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_a_text_has_length_one_or_is_missing(text: str) -> None:
    (row,) = _encoded(text, buckets=32)
    assert len(row) == 33
    assert np.linalg.norm(row[:-1]) == pytest.approx(float(bool(text.strip())))
    assert row[-1] == float(not text.strip())


def test_similar_texts_are_near_and_different_ones_are_not() -> None:
    texts = ("cursor flickers on resize", "the cursor flickered", "where is the fonts folder")
    rows = _encoded(*texts, buckets=512)
    near, far = float(rows[0] @ rows[1]), float(rows[0] @ rows[2])
    assert near > 0.4
    assert far < 0.3


def test_a_text_repeated_says_it_hardly_louder() -> None:
    """Counts are damped, so that the direction stays about the same."""
    once, often, mixed = _encoded("spam", " ".join(["spam"] * 50), "spam and eggs", buckets=512)
    assert float(once @ often) > 0.8
    assert 0.3 < float(once @ mixed) < 0.8


def test_parts_of_a_vector_that_say_nothing_of_the_taught_texts_take_no_columns() -> None:
    vectors = np.zeros((20, 6), dtype=np.float32)
    vectors[:, [0, 2, 3]] = 1.0
    vectors[0, 5] = 1.0  # of one text alone
    column = Texts(words=("word",) * 20, vectors=vectors)
    encoder = TextEncoder.fit(column, 100)
    assert encoder.used.tolist() == [0, 2, 3]
    assert encoder.encode(column)[:, :3].tolist() == [[1.0] * 3] * 20
    again = TextEncoder.from_arrays(encoder.arrays())
    assert np.array_equal(again.encode(column), encoder.encode(column))


def _encoded(*texts: str, buckets: int) -> NDArray[np.float64]:
    config = LearnerConfig(device="cpu", text_buckets=buckets)
    table = READER.table([READER.read({NOTES: text}) for text in texts])
    encoder = FeatureMap.fit(table, config).encoders[NOTES]
    return encoder.encode(table.columns[NOTES])
