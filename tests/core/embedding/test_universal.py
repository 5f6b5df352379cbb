from pathlib import Path

import numpy as np
import pytest

from core.embedding import universal
from core.embedding.universal import SHA256, UniversalEncoder, check_files
from core.errors import OperatorError

pytestmark = pytest.mark.skipif(not universal.is_installed(), reason="needs the extra [text]")


@pytest.fixture(scope="module")
def encoder() -> UniversalEncoder:
    return UniversalEncoder()


@pytest.mark.parametrize(
    "texts",
    [
        ("the cat sleeps", "a kitten is napping", "interest rates rose"),
        ("猫在睡觉", "小猫在打盹", "利率上升了"),
        ("die Katze schläft", "the cat is asleep", "利率上升了"),
    ],
)
def test_texts_that_mean_alike_lie_nearer_than_others(
    encoder: UniversalEncoder, texts: tuple[str, ...]
) -> None:
    alike = encoder.encode(texts) @ encoder.encode(texts).T
    assert alike[0, 1] > 0.5 > alike[0, 2]


def test_vectors_are_of_length_one_and_do_not_depend_on_their_neighbours(
    encoder: UniversalEncoder,
) -> None:
    texts = ["short", "a much longer sentence than the one before it, with commas", ""]
    together = encoder.encode(texts)
    assert together.shape == (3, encoder.dim)
    assert np.allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-5)
    assert np.array_equal(together, np.concatenate([encoder.encode([text]) for text in texts]))


def test_long_texts_and_strange_signs_are_encoded(encoder: UniversalEncoder) -> None:
    vectors = encoder.encode(["word " * 40_000, "\x00\ud83d", "🙂🙃"])
    assert np.all(np.isfinite(vectors))


def test_other_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="cannot be read"):
        check_files(tmp_path)
    for name in SHA256:
        (tmp_path / name).write_bytes(b"other")
    with pytest.raises(OperatorError, match=r"should have the SHA-256 0db5.*not d9298a10"):
        check_files(tmp_path)
