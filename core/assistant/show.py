"""Numbers, dates and values as people write them, in the member's language."""

import math
from collections.abc import Iterable, Sequence
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import Value, Values
from core.domain.forecast import Interval
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind, Task, Truth

CURRENCIES = {"€", "$", "£", "¥"}
_YEARS = range(1_000, 2_100)
"""Whole numbers without a unit that may be years: nobody writes 2,016 for one."""


def _locale(name: str) -> Locale:
    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def scale(of: Scale, locale: str) -> str:
    """Return a scale of ratings in words: ``1–5``, ``0–10 by 0.5``."""
    if of.step == 1:
        return of.ends
    return say("scale by", locale=locale, ends=of.ends, step=f"{of.step:g}")


def number(value: float, *, step: float | None = None, locale: str = "en") -> str:
    """Return the number with thousands separated, rounded to four digits, or to about ``step``.

    Rounding never shortens a whole number, unless ``step`` asks for it; numbers of one step have
    as many digits after the point, noughts too.
    """
    digits = _digits(value, step)
    pattern = "#,##0" + ("." + ("0" if step else "#") * digits if digits > 0 else "")
    written = str(
        format_decimal(rounded(value, step) + 0.0, format=pattern, locale=_locale(locale))
    )
    return written.replace("-", "−")


def rounded(value: float, step: float | None) -> float:
    """Return the number as :func:`number` shows it."""
    return round(value, _digits(value, step))


def _digits(value: float, step: float | None) -> int:
    """Return how many digits after the point to keep; negative rounds to tens and more."""
    if step is not None and step > 0:
        return -math.floor(math.log10(step))
    if value == 0 or value == int(value):
        return 0
    return max(0, 3 - math.floor(math.log10(abs(value))))


def measured(
    value: float, unit: str | None, *, step: float | None = None, locale: str = "en"
) -> str:
    """Return a number with its unit: ``€ 412,000``, ``90 m²``."""
    text = number(value, step=step, locale=locale)
    if not unit:
        return text
    return f"{unit} {text}" if unit in CURRENCIES else f"{text} {unit}"


def truth(value: Truth, target: Target, *, step: float | None = None, locale: str = "en") -> str:
    """Return a target's value as people write it."""
    if isinstance(value, str):
        return value
    return measured(value, target.unit, step=step, locale=locale)


def between(interval: Interval, *, step: float | None, locale: str = "en") -> str:
    """Return ``371,000 – 455,000``."""
    low = number(interval.low, step=step, locale=locale)
    return f"{low} – {number(interval.high, step=step, locale=locale)}"


def step_of(interval: Interval) -> float | None:
    """Return what to round to so that an interval keeps about two digits of its width."""
    return tenth_of(interval.high - interval.low)


def tenth_of(size: float) -> float | None:
    """Return the power of ten that leaves a number of this size two digits; None for nought."""
    return 10.0 ** math.floor(math.log10(size / 10)) if size > 1e-300 else None


def value_of(value: Value, unit: str | None, *, locale: str = "en") -> str:
    """Return a field's value as people write it."""
    if isinstance(value, bool):
        return say("value yes" if value else "value no", locale=locale)
    if isinstance(value, date):
        return str(format_date(value, format="medium", locale=_locale(locale)))
    if isinstance(value, str):
        return value
    if not unit and value.is_integer() and int(value) in _YEARS:
        return str(int(value))
    return measured(value, unit, locale=locale)


def values_of(values: Values, task: Task, *, locale: str = "en", limit: int = 8) -> str:
    """Return ``rooms 3 · area 90 m² · district Kreuzberg``, cut after ``limit`` fields."""
    parts = [
        f"{field.name} {clip(value_of(values[field.key], field.unit, locale=locale), 80)}"
        for field in task.typed_fields
        if field.key in values
    ]
    return " · ".join(first_of(parts, limit, locale=locale)) or say("value none", locale=locale)


def missing(values: Values, task: Task, *, locale: str = "en", limit: int = 8) -> str:
    """Return the names of the fields without a value."""
    names = [field.name for field in task.typed_fields if field.key not in values]
    return say("list comma", locale=locale).join(first_of(names, limit, locale=locale))


def field_names(task: Task, *, limit: int = 12) -> str:
    """Return the names of a task's first fields."""
    return ", ".join(field.name for field in task.typed_fields[:limit])


def first_of(parts: Sequence[str], limit: int, *, locale: str) -> list[str]:
    """Return the first of these, and how many more there are."""
    more = len(parts) - limit
    ending = [say("more fields", locale=locale, count=more)] if more > 0 else []
    return [*parts[:limit], *ending]


def example_of(example: Example, task: Task, *, locale: str = "en", limit: int = 8) -> str:
    """Return ``#41 size 1 → 2``."""
    return " ".join(example_cells(example, task, locale=locale, limit=limit)).strip()


def example_cells(
    example: Example, task: Task, *, locale: str = "en", limit: int = 8
) -> tuple[str, str]:
    """Return ``#41 size 1`` and ``→ 2``, which a table keeps apart so that neither is cut off."""
    if example.target is None:
        return f"#{example.number}", ""
    said = values_of(example.values, task, locale=locale, limit=limit)
    return f"#{example.number} {said}", f"→ {truth(example.target, task.target, locale=locale)}"


def share(fraction: float, *, locale: str = "en") -> str:
    """Return a share in per cent: ``71 %``; never 0 or 100 unless it is."""
    percent = fraction * 100
    if 0 < percent < 1:
        return "< 1 %"
    if 99 < percent < 100:
        return "> 99 %"
    return f"{number(round(percent), locale=locale)} %"


def error(value: float, target: Target, *, locale: str = "en") -> str:
    """Return an error in the target's unit, or as a share of wrong labels."""
    if target.kind is TargetKind.CATEGORY:
        return share(value, locale=locale)
    return measured(value, target.unit, locale=locale)


SENTENCE = 200
"""Characters of a sentence that a reply repeats."""


def clip(text: str, length: int) -> str:
    """Return the text on one line, at most ``length`` characters, with … where it was cut."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def listed(names: Iterable[str], *, locale: str = "en") -> str:
    """Return ``a, b and c``."""
    *others, last = list(names) or [""]
    if not others:
        return last
    before = say("list comma", locale=locale).join(others)
    return say("list end", locale=locale, others=before, last=last)
