from pathlib import Path

import pytest

from core.domain.identity import CommunityId
from core.embedding import named, packaged
from core.embedding.opening import encoder_within, open_encoder, resolve
from core.errors import OperatorError

HERE = CommunityId("terminal:here")


def test_auto_is_the_packaged_encoder_where_it_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packaged, "is_installed", lambda: True)
    assert resolve("auto") == packaged.NAME
    monkeypatch.setattr(packaged, "is_installed", lambda: False)
    assert resolve("auto") == "none"


def test_an_encoder_that_is_named_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged, "is_installed", lambda: False)
    monkeypatch.setattr(named, "is_installed", lambda: False)
    assert resolve("none") == "none"
    for name in (packaged.NAME, "my/model"):
        with pytest.raises(OperatorError, match=r"needs packages .* pip install"):
            resolve(name)


def test_none_is_no_encoder(tmp_path: Path) -> None:
    assert open_encoder("none", str(tmp_path)) is None
    assert encoder_within(HERE, "none", str(tmp_path)) is None


def test_the_packaged_encoder_is_opened_by_its_name_and_reads_no_file_yet(tmp_path: Path) -> None:
    encoder = open_encoder(packaged.NAME, str(tmp_path))
    assert encoder is not None
    assert (encoder.name, encoder.dim) == ("all-MiniLM-L6-v2 int8", 384)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(
    not (named.is_installed() and packaged.is_installed()), reason="needs the extra [text]"
)
@pytest.mark.filterwarnings("ignore")  # those of the libraries that it loads
def test_a_sentence_transformers_model_is_opened_by_its_folder(tmp_path: Path) -> None:
    encoder = open_encoder(str(packaged._model_folder()), str(tmp_path))
    assert encoder is not None
    vectors = encoder.encode(["the cat sleeps", "a kitten is napping", "interest rates rose"])
    alike = vectors @ vectors.T
    assert encoder.dim == 384
    assert alike[0, 1] > 0.5 > alike[0, 2]


@pytest.mark.skipif(not named.is_installed(), reason="needs the extra [text]")
def test_a_model_that_is_not_there_is_told(tmp_path: Path) -> None:
    encoder = open_encoder(str(tmp_path / "no model"), str(tmp_path))
    assert encoder is not None
    with pytest.raises(OperatorError, match="could not be loaded; name a sentence-transformers"):
        encoder.encode(["hello"])
