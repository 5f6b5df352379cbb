import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.text import normal_form
from core.learning.encoding.words import gram_codes, paired_code, plain_name

SALT, OTHER = b"one task", b"another task"
TEXTS = st.text(st.characters(), max_size=60)
"""Halves of surrogate pairs too: JSON files may hold them."""


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_case_and_blanks_say_nothing(text: str) -> None:
    plain = " ".join(text.casefold().split())
    shown = f"  {plain}\n "
    assert sorted(gram_codes(shown)) == sorted(gram_codes(plain))


def test_every_one_to_four_letters_are_a_gram() -> None:
    # " abc " has three letters, four pairs, three triples and two quadruples.
    assert len(gram_codes("abc")) == 12
    assert len(set(gram_codes("abc").tolist())) == 12
    assert set(gram_codes("abc", shortest=2)) < set(gram_codes("abc"))
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
    here, there = (paired_code(text, salt) for salt in (SALT, OTHER))
    assert here == paired_code(f" {text} ", SALT)
    assert here % 2**64 not in {0, there % 2**64}
    assert here >> 64 == there >> 64 != 0


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
    ("one", "other"),
    [
        ("+", "-"),
        ("हिंदी", "हदी"),
        ("C", "C++"),
        ("C#", "C"),
        ("<=50K", ">50K"),
        ("5 %", "5"),
        ("👍", "👎"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


def _grams(text: str) -> set[str]:
    found = {text[at : at + n] for n in (1, 2, 3, 4) for at in range(len(text) - n + 1)}
    return found - {" "}


@pytest.mark.parametrize("label", ["RateBook", "rate_book", " Rate  book!", "rate-book"])
def test_a_label_is_read_as_its_words(label: str) -> None:
    assert plain_name(label) == "rate book"


def test_a_label_of_signs_is_read_as_it_is() -> None:
    assert [plain_name(label) for label in ("<=50K", "---", "iOS", "ÜBER")] == [
        "<=50k",
        "---",
        "i os",
        "über",
    ]
