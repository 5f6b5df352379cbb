"""Ratings and their scales as people write them: ``1-5``, ``4/5``, ``★★★★``, ``4 out of 5``."""

import re
from typing import Final

from core.domain.scale import Scale
from core.errors import InvalidValue

_SCALE: Final = re.compile(
    r"(?P<low>-?\d+(?:\.\d+)?)\s*(?:-|–|—|\.\.|to)\s*(?P<high>-?\d+(?:\.\d+)?)"
    r"(?:\s*(?:by|step|/)\s*(?P<step>\d+(?:\.\d+)?))?",
    re.IGNORECASE,
)
_OUT_OF: Final = re.compile(r"\s*(?:/|out of|of)\s*(?P<high>\d+(?:\.\d+)?)\s*$", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\s*(?:stars?|颗星|星|points?|分)\s*$", re.IGNORECASE)
_HIGHEST: Final = frozenset(
    ["满分", "滿分", "满星", "full marks", "full score", "top marks", "top score", "perfect score"]
)
_LOWEST: Final = frozenset(["零分", "zero points", "zero stars"])
_STARS: Final = frozenset("★⭐")
_NO_STARS: Final = frozenset("☆ \ufe0f")
_MOST_STARS: Final = 5.0
_HIGHS: Final = frozenset([5.0, 6.0, 10.0, 20.0, 100.0])
"""The best ratings of common scales: ``45/60`` is an exam's points."""
_BY_HALVES: Final = 10.0
_EXACT: Final = 1e-6
_SHOWN: Final = re.compile(
    r"(?:(?P<number>\d+(?:\.\d+)?)\s*(?:(?:/|out of)\s*(?P<high>\d+)(?:\s*(?:stars?|星))?"
    r"|stars?|颗星|星)|(?P<signs>[★⭐][★⭐☆\ufe0f ]*))\s*[.!。！]?",
    re.IGNORECASE,
)


def read_scale(text: str) -> Scale:
    """Return the scale that a text like ``1-5`` or ``0-5 by 0.5`` means.

    Raises:
        InvalidValue: it means none.
    """
    found = _SCALE.fullmatch(text.strip()[:80])
    if found is None:
        raise InvalidValue(f'Expected a scale like 1-5 or "0-5 by 0.5", not {text.strip()[:40]!r}.')
    step = float(found["step"]) if found["step"] else 1.0
    return Scale(low=float(found["low"]), high=float(found["high"]), step=step)


def shown_rating(text: str) -> tuple[Scale, float] | None:
    """Return the scale and the number of a rating that shows both: ``7.5/10``, ``★★★★☆``, 4 stars.

    None for what is no rating. Scales start at 0; up to 10 they go by halves, or by tenths where
    the rating does.
    """
    found = _SHOWN.fullmatch(text.strip()[:40])
    if found is None:
        return None
    signs = found["signs"]
    number = float(found["number"]) if found["number"] else float(sum(s in _STARS for s in signs))
    high = float(found["high"]) if found["high"] else _MOST_STARS
    steps = (0.5, 0.1) if high <= _BY_HALVES else (1.0,)
    step = next((one for one in steps if abs(number / one - round(number / one)) < _EXACT), None)
    if high not in _HIGHS or not 0 <= number <= high or step is None:
        return None
    return Scale(low=0.0, high=high, step=step), number


def bare_rating(text: str, scale: Scale) -> str:
    """Return a rating's text as a number alone: stars counted, ``/5`` cut off, 满分 the highest."""
    clean = text.strip()
    words = " ".join(clean.strip(" .!。！").casefold().split())
    if words in _HIGHEST:
        return f"{scale.high:g}"
    if words in _LOWEST:
        return "0"
    if clean and set(clean) <= _STARS | _NO_STARS and _STARS & set(clean):
        return str(sum(sign in _STARS for sign in clean))
    counted = _COUNTED.search(clean[-40:])
    if counted:
        clean = clean[: len(clean) - len(counted.group())]
        return bare_rating(clean, scale) if clean else text
    out_of = _OUT_OF.search(clean[-40:])
    if out_of and float(out_of["high"]) == scale.high:
        return clean[: len(clean) - len(out_of.group())]
    return text
