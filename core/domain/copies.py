"""Exact copies of a lesson: one observation with several witnesses, however often it is taught.

Most equal lessons are repeats, and each counts. Only where two can hardly agree by chance (long
texts, many digits) is one a copy of the other.
"""

from datetime import date
from typing import TypeAlias

from core.domain.example import Example
from core.domain.fields import Value, show_plain
from core.domain.task import Task
from core.domain.text import normal_form

Content: TypeAlias = tuple[object, ...]
"""A lesson's values and target as they are compared."""
_DIGITS = 6
COPY_DIGITS = 12.0
"""Decimal digits that two lessons must agree in to be copies: among 20,000 there are 2e8 pairs, and
values that people teach are spread over a hundredth of what their digits could say, or less."""
_DATE_DIGITS = 3.0
"""A day among those of some years."""
_NAME_DIGITS = 0.5
"""A category among a few."""
_TEXT_DIGITS = 0.4
"""A byte of text: 1.3 bits. Source: Shannon 1951, "Prediction and Entropy of Printed English"."""


def copy_of(task: Task, example: Example) -> Content | None:
    """Return what copies of a lesson share; None where an equal one would be a repeat.

    Words are compared without case, punctuation and extra blanks, numbers to six digits.
    """
    fields = {field.key for field in task.fields}
    known = {key: _plain(v) for key, v in example.values.items() if key in fields}
    target = "" if example.target is None else _plain(example.target)
    digits = sum(_digits(example.values[key], plain) for key, plain in known.items())
    if isinstance(example.target, float):
        digits += _digits(example.target, target)
    return (*sorted(known.items()), target) if digits >= COPY_DIGITS else None


def _digits(value: Value, plain: str) -> float:
    """Return about how many decimal digits of information a value holds."""
    if isinstance(value, bool):
        return _NAME_DIGITS
    if isinstance(value, int | float):
        return len(plain.partition("e")[0].strip("-0.").replace(".", ""))
    if isinstance(value, date):
        return _DATE_DIGITS
    return max(_NAME_DIGITS, _TEXT_DIGITS * len(plain.encode(errors="surrogatepass")))


def _plain(value: Value) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value + 0.0:.{_DIGITS}g}"
    return normal_form(show_plain(value))
