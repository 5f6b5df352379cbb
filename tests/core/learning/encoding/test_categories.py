import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.learning.encoding.categories import CategoryEncoder, TextEncoder, YesNoEncoder
from core.learning.encoding.words import gram_codes, keyed_code, normal_form

SALT, OTHER = b"one task", b"another task"
CODES = st.lists(st.integers(-(2**63), 2**63 - 1), max_size=20)
TEXTS = st.text(st.characters(), max_size=60)
"""Halves of surrogate pairs too: JSON files may hold them."""


@settings(max_examples=30, deadline=None)
@given(CODES, CODES)
def test_any_level_has_one_column_and_a_missing_one_the_indicator(
    taught: list[int], asked: list[int]
) -> None:
    encoder = CategoryEncoder.fit(np.array(taught, dtype=np.int64), 5, 3)
    column = np.array([*asked, *taught, 0], dtype=np.int64)
    columns = encoder.encode(column)
    assert columns.shape == (len(column), len(encoder.groups))
    hot = columns[column != 0][:, :-1] + encoder.means
    assert hot.sum(axis=1) == pytest.approx(np.ones(len(hot)))
    assert hot.max(axis=1, initial=1.0) == pytest.approx(np.ones(len(hot)))
    assert columns[-1].tolist() == [0.0] * (columns.shape[1] - 1) + [1.0]


def test_frequent_levels_get_columns_of_their_own() -> None:
    column = np.array([7] * 5 + [9] * 4 + [11] * 3 + [13], dtype=np.int64)
    encoder = CategoryEncoder.fit(column, 2, 3)
    assert encoder.levels.tolist() == [7, 9]
    own = encoder.encode(np.array([7, 9], dtype=np.int64)) + np.append(encoder.means, 0)
    assert own[:, :2] == pytest.approx(np.eye(2))


def test_levels_are_centred_on_the_fit() -> None:
    column = np.array([7, 7, 9, 0, 11], dtype=np.int64)
    known = CategoryEncoder.fit(column, 2, 2).encode(column)[column != 0][:, :-1]
    assert known.mean(axis=0) == pytest.approx(np.zeros(known.shape[1]))


def test_yes_and_no_are_opposites() -> None:
    encoder = YesNoEncoder.fit(np.array([1.0, -1.0, -1.0, float("nan")]))
    yes, no, missing = encoder.encode(np.array([1.0, -1.0, float("nan")]))
    assert yes[0] - no[0] == 2.0
    assert yes[0] + 2 * no[0] == pytest.approx(0.0)
    assert missing.tolist() == [0.0, 1.0]


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_a_text_has_length_one_or_is_missing(text: str) -> None:
    (row,) = TextEncoder(buckets=32).encode((text,))
    length = float(np.linalg.norm(row[:-1]))
    assert length == pytest.approx(1.0) or length == 0.0
    assert row[-1] == float(not text)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_case_and_blanks_say_nothing(text: str) -> None:
    plain = " ".join(text.casefold().split())
    shown = f"  {plain}\n "
    assert sorted(gram_codes(shown)) == sorted(gram_codes(plain))


def test_similar_texts_are_near_and_different_ones_are_not() -> None:
    texts = ("cursor flickers on resize", "the cursor flickered", "where is the fonts folder")
    rows = TextEncoder(buckets=512).encode(texts)
    near, far = float(rows[0] @ rows[1]), float(rows[0] @ rows[2])
    assert near > 0.4
    assert far < 0.3


def test_every_two_three_and_four_letters_are_a_gram() -> None:
    # " abc " has four pairs, three triples and two quadruples.
    assert len(gram_codes("abc")) == 9
    assert len(set(gram_codes("abc").tolist())) == 9
    assert len(gram_codes("")) == 1


def test_different_grams_have_different_codes() -> None:
    words = [f"{a}{b}" for a in "abcdefghij" for b in "klmnopqrst"]
    codes = np.concatenate([gram_codes(word) for word in words])
    distinct = {gram for word in words for gram in _grams(f" {word} ")}
    assert len(set(codes.tolist())) == len(distinct)


def test_hashes_fill_the_buckets_evenly() -> None:
    chance = np.random.default_rng(5)
    words = ("".join(chance.choice(list("abcdefghijklmnop"), size=9)) for _ in range(400))
    codes = np.unique(np.concatenate([gram_codes(word) for word in words]))
    counts = np.bincount((codes % np.uint64(64)).astype(np.int64), minlength=64)
    expected = len(codes) / 64
    assert np.square(counts - expected).sum() / expected < 110
    signs = (codes >> np.uint64(63)).astype(bool)
    assert signs.mean() == pytest.approx(0.5, abs=0.05)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_a_code_belongs_to_one_task_and_is_never_0(text: str) -> None:
    assert keyed_code(text, SALT) == keyed_code(f" {text} ", SALT) != 0
    assert keyed_code(text, SALT) != keyed_code(text, OTHER)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_normal_form_is_its_own(text: str) -> None:
    assert normal_form(f" {normal_form(text)} ") == normal_form(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kreuzberg", " kreuzberg. "),
        ("ＡＢＣ", "abc"),
        ("e\u0301te\u0301", "été"),
        ("RTX 3080", "rtx-3080"),
    ],
)
def test_the_same_word_has_the_same_form(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"), [("+", "-"), ("हिंदी", "हदी"), ("C", "C++x"), ("👍", "👎")]
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


def _grams(text: str) -> set[str]:
    return {text[at : at + n] for n in (2, 3, 4) for at in range(len(text) - n + 1)}
