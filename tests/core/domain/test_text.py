"""Text as it is compared."""

import pytest

from core.domain.text import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café", "cafe\u0301"),
        ("ＡＢＣ", "abc"),
        ("a\u00adb", "ab"),
        ("I ❤\ufe0f it", "i ❤ it"),
        ("rock ’n’ roll", "Rock 'n' Roll"),
        ("x\u2011y", "x-y"),
    ],
)
def test_names_that_look_alike_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("C", "C++"), ("Heat", "Heath"), ("👍", "👎"), ("A-1", "A 1"), ("no", "n\u043e")],
)
def test_other_signs_make_another_name(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
