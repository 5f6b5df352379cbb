"""Digits with separators as numbers: ``1,234.5``, ``1.234,5``, ``1.250`` (two readings)."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_LONGEST: Final = 40
"""More digits than any number has that fits a field."""
_SPACES: Final = re.compile(r"['\x20\u00a0\u202f]")
_POINTS: Final = re.compile(r"[.,]")


@dataclass(frozen=True, slots=True)
class Figure:
    """What digits can mean."""

    readings: tuple[float, ...]
    """One number, or the decimal reading and the one in thousands."""
    likely: float
    """The reading to take where the task's history does not decide."""
    is_sure: bool = True
    """False where even that would be a guess: ``1.250``."""

    @property
    def thousands(self) -> "Figure":
        """The figure where a fraction of three digits cannot be meant, as with money."""
        return Figure(self.readings[-1:], self.readings[-1])

    @property
    def negative(self) -> "Figure":
        """The figure after a minus sign."""
        return Figure(tuple(-r for r in self.readings), -self.likely, self.is_sure)

    def is_part(self, reading: int) -> bool:
        """Return whether that reading is the small one of digits that are as likely thousands.

        ``1,500`` may be one and a half and ``1 500`` two numbers, yet a history of small numbers
        does not tell. The readings may be repeated, once for each unit.
        """
        one = self.readings[reading % len(self.readings)]
        is_likely = self.is_sure and self.likely == one
        return not is_likely and any(abs(one) < abs(other) for other in self.readings)


def figure_of(text: str) -> Figure | None:
    """Return what the digits of a number token mean; None where they are no number (``1.2.3``)."""
    if len(text) > _LONGEST:
        return None
    mantissa, _, exponent = text.partition("e")
    groups = _SPACES.split(mantissa)
    digits = "".join(groups)
    if len(groups) > 1 and not _are_thousands([_POINTS.split(group)[0] for group in groups]):
        return None
    readings = tuple(float(literal) for literal in _literals(digits, exponent))
    if not readings or not math.isfinite(readings[0]):
        return None
    if len(readings) == 1:
        return Figure(readings, readings[0])
    if "," in digits:
        return Figure(readings, readings[1])
    # A program writes 1.125 but never 1.250, so a last digit other than 0 speaks for a fraction.
    return Figure(readings, readings[0], is_sure=not digits.endswith("0"))


def _literals(digits: str, exponent: str) -> tuple[str, ...]:
    """Return the numbers that the digits can be, as Python writes them."""
    points = _POINTS.findall(digits)
    if exponent and len(points) < 2:
        return (f"{digits.replace(',', '.')}e{exponent}",)
    if len(points) < 2:
        return _with_one_point(digits)
    if len(set(points)) == 1:
        groups = _POINTS.split(digits)
        is_number = _are_thousands(groups) or (points[0] == "," and _are_lakhs(groups))
        return ("".join(groups),) if is_number else ()
    whole, _, fraction = digits.rpartition(points[-1])
    groups = _POINTS.split(whole)
    is_lakhs = points[0] == "," and _are_lakhs(groups)
    is_number = points[-1] not in whole and (_are_thousands(groups) or is_lakhs)
    return (f"{''.join(groups)}.{fraction}",) if is_number else ()


def _with_one_point(digits: str) -> tuple[str, ...]:
    whole, *fraction = _POINTS.split(digits)
    if not fraction:
        return (whole,)
    decimal = f"{whole}.{fraction[0]}"
    if _are_thousands([whole, *fraction]) and not whole.startswith("0"):
        # Nobody writes one as 1,000: three zeros are thousands.
        return (whole + fraction[0],) if fraction[0] == "000" else (decimal, whole + fraction[0])
    return (decimal,)


def _are_thousands(groups: Sequence[str]) -> bool:
    first, *rest = groups
    return 1 <= len(first) <= 3 and all(len(group) == 3 for group in rest)


def _are_lakhs(groups: Sequence[str]) -> bool:
    """Return whether the digits are grouped as in India: 1,23,45,678."""
    first, *middle, last = groups
    return 1 <= len(first) <= 2 and all(len(group) == 2 for group in middle) and len(last) == 3
