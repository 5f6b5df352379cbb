import numpy as np
import pytest

from core.embedding.joined import JoinedEncoder, is_latin
from tests.fakes.embedding import WordEncoder


def test_both_say_their_part_and_the_whole_is_of_length_one() -> None:
    many, english = WordEncoder("many", dim=5), WordEncoder("english", dim=3)
    encoder = JoinedEncoder(many, english)
    (vector,) = encoder.encode(["red bus"])
    assert (encoder.name, encoder.dim) == ("many and english", 8)
    assert np.linalg.norm(vector) == pytest.approx(1.0)
    assert vector[:5] / np.linalg.norm(vector[:5]) == pytest.approx(many.encode(["red bus"])[0])
    assert vector[5:] / np.linalg.norm(vector[5:]) == pytest.approx(english.encode(["red bus"])[0])


def test_an_english_encoder_is_not_asked_about_what_it_cannot_read() -> None:
    many, english = WordEncoder("many", dim=5), WordEncoder("english", dim=3)
    vectors = JoinedEncoder(many, english).encode(["太慢了", "too slow", "12:30"])
    assert english.asked == ["too slow"]
    assert not vectors[[0, 2], 5:].any()
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3))
    assert JoinedEncoder(many, english).encode([]).shape == (0, 8)


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("où est mon colis ?", True),
        ("iPhone坏了", True),
        ("我的 iPhone 又坏了怎么办呢", False),
        ("где мой заказ", False),
        ("?!", False),
        ("", False),
    ],
)
def test_a_text_is_latin_where_most_of_its_letters_are(text: str, latin: bool) -> None:
    assert is_latin(text) is latin
