from pathlib import Path

import numpy as np
import pytest

from core.embedding import packaged
from core.embedding.packaged import PackagedEncoder, checked_weights, prepared_model
from core.errors import OperatorError

pytestmark = pytest.mark.skipif(not packaged.is_installed(), reason="needs the extra [text]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("encoders")


@pytest.fixture(scope="module")
def encoder(folder: Path) -> PackagedEncoder:
    return PackagedEncoder(folder)


def test_texts_that_mean_alike_lie_nearer_than_others(encoder: PackagedEncoder) -> None:
    vectors = encoder.encode(["the cat sleeps", "a kitten is napping", "interest rates rose"])
    alike = vectors @ vectors.T
    assert alike[0, 1] > 0.5 > alike[0, 2]


def test_vectors_are_of_length_one_and_do_not_depend_on_their_neighbours(
    encoder: PackagedEncoder,
) -> None:
    texts = ["short", "a much longer sentence than the one before it, with commas", ""]
    together = encoder.encode(texts)
    assert together.shape == (3, encoder.dim)
    assert np.allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-5)
    assert np.array_equal(together, np.concatenate([encoder.encode([text]) for text in texts]))


def test_eight_bits_say_nearly_what_the_weights_say(
    encoder: PackagedEncoder, tmp_path: Path
) -> None:
    import onnx
    import onnxruntime
    from safetensors.numpy import load_file

    from core.embedding.graph import sentence_graph

    weights = load_file(str(packaged._model_folder() / "model.safetensors"))
    path = tmp_path / "exact.onnx"
    onnx.save(sentence_graph(weights, heads=packaged.HEADS, epsilon=packaged.EPSILON), path)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    for text in ("where is my card?", "play some jazz", "今天天气怎么样"):
        tokens = np.array([encoder._tokenizer.encode(text).ids])
        exact = np.asarray(session.run(None, {"tokens": tokens})[0])
        assert float((encoder.encode([text]) * exact).sum()) > 0.97


def test_long_texts_and_strange_signs_are_encoded(encoder: PackagedEncoder) -> None:
    vectors = encoder.encode(["word " * 4_000, "\x00\ud83d", "🙂🙃"])
    assert np.all(np.isfinite(vectors))


def test_the_prepared_model_is_kept(encoder: PackagedEncoder, folder: Path) -> None:
    encoder.encode(["once"])
    made = prepared_model(folder).stat().st_mtime_ns
    PackagedEncoder(folder).encode(["twice"])
    assert prepared_model(folder).stat().st_mtime_ns == made
    assert [path.name for path in folder.iterdir()] == [prepared_model(folder).name]


def test_other_weights_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "model.safetensors"
    other.write_bytes(b"other")
    with pytest.raises(OperatorError, match=r"should have the SHA-256 53aa.*not d9298a10"):
        checked_weights(other)
    with pytest.raises(OperatorError, match="cannot be read"):
        checked_weights(tmp_path / "nothing")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file in the folder's place")
    with pytest.raises(OperatorError, match="could not be kept in"):
        PackagedEncoder(blocked).encode(["hello"])
