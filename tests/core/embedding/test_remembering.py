import numpy as np

from core.domain.identity import CommunityId
from core.embedding.remembering import Remembered
from tests.fakes.embedding import WordEncoder

HERE, THERE = CommunityId("terminal:here"), CommunityId("terminal:there")


def test_a_text_is_encoded_once_in_a_community() -> None:
    encoder = WordEncoder()
    memory = Remembered(encoder).within(HERE)
    first = memory.encode(["red bus", "blue car", "red bus"])
    again = memory.encode(["blue car", "red bus"])
    assert encoder.asked == ["red bus", "blue car"]
    assert np.array_equal(again, first[[1, 2]])


def test_nothing_remembered_of_one_community_serves_another() -> None:
    encoder = WordEncoder()
    memory = Remembered(encoder)
    memory.within(HERE).encode(["red bus"])
    memory.within(THERE).encode(["red bus"])
    assert encoder.asked == ["red bus", "red bus"]


def test_the_texts_asked_for_longest_ago_are_forgotten_first() -> None:
    encoder = WordEncoder()
    memory = Remembered(encoder, max_texts=2).within(HERE)
    memory.encode(["a", "b"])
    memory.encode(["a"])
    memory.encode(["c"])
    memory.encode(["a", "b"])
    assert encoder.asked == ["a", "b", "c", "b"]


def test_more_texts_than_are_remembered_are_encoded_all_the_same() -> None:
    memory = Remembered(WordEncoder(), max_texts=1).within(HERE)
    assert memory.encode(["a", "b", "c"]).shape == (3, 16)
    assert memory.encode([]).shape == (0, 16)


def test_a_view_has_its_encoder_s_name_and_dim() -> None:
    view = Remembered(WordEncoder(name="tiny", dim=3)).within(HERE)
    assert (view.name, view.dim) == ("tiny", 3)
