from pathlib import Path

import pytest

from core.domain.identity import CommunityId
from core.embedding import joined, named, packaged, universal
from core.embedding.opening import encoder_within, name_of_fit, open_encoder, resolve
from core.errors import OperatorError

HERE = CommunityId("terminal:here")


@pytest.mark.parametrize(
    ("many", "english", "expected"),
    [
        (True, True, joined.NAME),
        (True, False, universal.NAME),
        (False, True, packaged.NAME),
        (False, False, "none"),
    ],
)
def test_auto_is_what_is_installed(
    monkeypatch: pytest.MonkeyPatch,
    many: bool,
    english: bool,
    expected: str,
) -> None:
    monkeypatch.setattr(universal, "is_installed", lambda: many)
    monkeypatch.setattr(packaged, "is_installed", lambda: english)
    assert resolve("auto") == expected


def test_an_encoder_that_is_named_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    for one in (packaged, universal, named):
        monkeypatch.setattr(one, "is_installed", lambda: False)
    assert resolve("none") == "none"
    for name in (joined.NAME, universal.NAME, packaged.NAME, "my/model"):
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


def test_the_packaged_encoders_are_joined(tmp_path: Path) -> None:
    encoder = open_encoder(joined.NAME, str(tmp_path))
    assert encoder is not None
    parts = [open_encoder(name, str(tmp_path)) for name in (universal.NAME, packaged.NAME)]
    assert encoder.name == " and ".join(part.name for part in parts if part)
    assert encoder.dim == sum(part.dim for part in parts if part)


def test_a_fit_is_read_by_the_packaged_encoder_that_it_was_made_with(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(packaged, "is_installed", lambda: True)
    earlier = open_encoder(packaged.NAME, str(tmp_path))
    assert earlier is not None
    assert name_of_fit(earlier.name, joined.NAME) == packaged.NAME
    for other in (None, 3, "another model"):
        assert name_of_fit(other, joined.NAME) == joined.NAME
    assert name_of_fit(earlier.name, "none") == "none"
    monkeypatch.setattr(packaged, "is_installed", lambda: False)
    assert name_of_fit(earlier.name, universal.NAME) == universal.NAME


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
