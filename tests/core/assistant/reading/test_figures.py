"""Digits with separators."""

import pytest

from core.assistant.reading.figures import figure_of
from core.assistant.reading.number_words import number_words_at
from core.assistant.reading.tokens import tokenise


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("3", 3),
        ("007", 7),
        ("2.5", 2.5),
        ("2,5", 2.5),
        (".5", 0.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1.234.567", 1_234_567),
        ("1,234,567", 1_234_567),
        ("1'234'567.25", 1_234_567.25),
        ("1\u202f234,5", 1234.5),
        ("310 000", 310_000),
        ("0.250", 0.25),
        ("1234.567", 1234.567),
        ("12.3456", 12.3456),
        ("1e6", 1e6),
        ("2.5e-3", 0.0025),
        ("1.250e3", 1250),
    ],
)
def test_digits_with_one_reading(digits: str, number: float) -> None:
    figure = figure_of(digits)
    assert figure is not None
    assert figure.readings == (number,)


@pytest.mark.parametrize(
    ("digits", "readings", "likely", "is_sure"),
    [
        ("1.250", (1.25, 1250), 1.25, False),
        ("1.125", (1.125, 1125), 1.125, True),
        ("1,250", (1.25, 1250), 1250, True),
        ("1,125", (1.125, 1125), 1125, True),
    ],
)
def test_three_digits_after_one_separator_have_two_readings(
    digits: str, readings: tuple[float, ...], likely: float, is_sure: bool
) -> None:
    figure = figure_of(digits)
    assert figure is not None
    assert (figure.readings, figure.likely, figure.is_sure) == (readings, likely, is_sure)
    assert figure.thousands.readings == readings[1:]


@pytest.mark.parametrize("digits", ["1.2.3", "31.05.2026", "1,2,3", "1.2,3.4", "1e999", "9" * 41])
def test_what_only_looks_like_a_number(digits: str) -> None:
    assert figure_of(digits) is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three", 3),
        ("Twenty-five", 25),
        ("forty two", 42),
        ("a", None),
        ("two hundred", 200),
        ("two hundred and fifty thousand", 250_000),
        ("one million two hundred thousand", 1_200_000),
        ("third", 3),
        ("三", 3),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十五", 25),
        ("一百零五", 105),
        ("一百二十", 120),
        ("三千五", 3500),
        ("三万五", 35_000),
        ("四百二十万", 4_200_000),
        ("一亿二千万", 120_000_000),
        ("二〇二六", 2026),
        ("万", None),
        ("手", None),
    ],
)
def test_numbers_in_words(words: str, number: float | None) -> None:
    tokens = tokenise(words)
    found = number_words_at(tokens, 0)
    assert found == (None if number is None else (number, len(tokens)))


def test_a_number_in_words_ends_where_another_begins() -> None:
    assert number_words_at(tokenise("two three"), 0) == (2.0, 1)
    assert number_words_at(tokenise("twenty and more"), 0) == (20.0, 1)
    assert number_words_at(tokenise("two and three"), 0) == (2.0, 1)
