"""Times of the day, lengths of time and degrees, as tables write them."""

import re
from typing import Final

from core.assistant.reading.time_lengths import length_in

_CLOCK: Final = re.compile(
    r"(\d{1,3})(?::|[時时点]\s?)(\d{2})分?(?::(\d{2}))?([.,]\d+)?\s*([AaPp])?\.?(?:[Mm]\.?)?"
)
_ONE_DIGIT: Final = re.compile(r"(?<=:)(\d)(?=:|$|\s?[AaPp]\.?[Mm])")
_TWO_DIGITS: Final = re.compile(r"\d\d")
_SECONDS: Final = 2
"""Colons."""
_DAY_ZERO: Final = re.compile(
    r"(?:(?:Sat|Sun),?\s+(?:Dec\s+3[01]|3[01]\s+Dec)\s+1899|1899-12-3[01]|1900-01-0[01]"
    r"|3[01][./]12[./]1899|12/3[01]/1899|0?1/0?[01]/1900)[T\s]+(?P<time>\d{1,2}:\d{2}\S*"
    r"(?:\s?[AaPp]\.?[Mm]\.?)?)(?:\s*(?:GMT|UTC|[+-]\d|\().*)?"
)
"""The day that spreadsheets count from stands before a time of day that has none of its own."""
_NOTED: Final = re.compile(r"(?<=\d)\s?(?:\*{1,3}|\([^()]*\))$")
"""What points to a note behind a time, or is one: ``0:20:18*``."""
_PACE: Final = re.compile(r"(?<=\d)\s?(?:min)?\s?/\s?(?:km|mi|mile|m|k|100\s?m)$", re.IGNORECASE)
"""For what way a time is: ``5:30 /km``, ``7:28/M``."""
_ZONE: Final = re.compile(r"(?:Z|[+-]\d{2}:?\d{2})$")
_SAID_AS_TIME: Final = re.compile(r"(?<=\d)\s?(uhr|h|hrs|std\.?)$", re.IGNORECASE)
_RESULT: Final = re.compile(r"(?:\d{1,2}:)?[0-5]?\d\.\d{1,3}")
_ISO_LENGTH: Final = re.compile(
    r"P(?:(?P<d>\d+)D)?(?:T(?:(?P<h>\d+(?:\.\d+)?)H)?(?:(?P<m>\d+(?:\.\d+)?)M)?"
    r"(?:(?P<s>\d+(?:\.\d+)?)S)?)?"
)
_FEET: Final = re.compile(
    r"([2-9])\s?(?:['’′´]|ft\.?|feet|foot),?\s?(?:(\d|1[01]|\d\.\d+)\s?(?:\"|″|”|''|’’|′′|in\.?|inches)?)?",
    re.IGNORECASE,
)
"""Of a person: no minutes and seconds, of which some are beyond ``11"``."""
_SECONDS_IN: Final = {"d": 86_400.0, "h": 3600.0, "m": 60.0, "s": 1.0}
_SIDES: Final = "NSEW北南东西東"
_DEGREES: Final = re.compile(
    rf"(?P<before>[{_SIDES}])?\s*(?P<degrees>[-−]?\d{{1,3}}(?:[.,](?P<fraction>\d+))?)\s*+"
    r"(?:(?P<sign>[°º˚])\s*+(?:(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*+(?:['’′´`]\s*+"
    r"(?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:\"|″|”|''|’’|′′))?|(?=\s*[NSEW]|$)))?)?"
    rf"\s*(?P<after>[{_SIDES}])?"
)
_EXACT: Final = 3
"""Digits after the point: with fewer and without a sign for degrees, ``1.5W`` is power."""
_BELOW_ZERO: Final = frozenset("SW南西-−")


def hours_of(cell: str) -> float | None:
    """Return a time like ``8:30``, ``08:30:15`` or ``8:30 pm`` in hours; None for anything else."""
    cell = without_day_zero(_PACE.sub("", _NOTED.sub("", cell.strip())))
    text = _SAID_AS_TIME.sub("", cell)
    if text != cell:
        text = text.replace(".", ":")
    sign = -1 if text[:1] in ("-", "−") else 1
    found = _CLOCK.fullmatch(text.lstrip("+-−") if text[1:2].isdigit() else text)
    if found is None or int(found[2]) > 59 or int(found[3] or 0) > 59:
        return None
    hours, minutes, seconds = int(found[1]), float(found[2]), float(found[3] or 0)
    if found[5]:
        hours = hours % 12 + (12 if found[5].casefold() == "p" else 0)
    part = _amount(found[4])
    minutes, seconds = (minutes, seconds + part) if found[3] else (minutes + part, seconds)
    return sign * (hours + minutes / 60 + seconds / 3600)


def is_pace(cell: str) -> bool:
    """Return whether a cell says for what way its time is: ``5:30 /km``."""
    return bool(_PACE.search(cell.strip()))


def seconds_of(cell: str) -> float | None:
    """Return a result like ``26.898`` or ``1:26.898`` in seconds; None for anything else."""
    minutes, _, seconds = cell.strip().rpartition(":")
    if not _RESULT.fullmatch(cell.strip()) or (minutes and len(seconds.partition(".")[0]) != 2):
        return None
    return round(60 * float(minutes or 0) + float(seconds), 3)


def minutes_of(cell: str) -> float | None:
    """Return such a result in minutes; None for anything else."""
    seconds = seconds_of(cell)
    return None if seconds is None else seconds / 60


def padded_clock(cell: str) -> str:
    """Return a time with the zeros that a program left out: ``10:09:40`` of ``10:9:40``."""
    return _ONE_DIGIT.sub(r"0\1", cell)


def is_in_seconds(cell: str) -> bool:
    """Return whether a time without those zeros is in three parts, as no score is: ``10:9:40``."""
    return cell.count(":") == _SECONDS and bool(_TWO_DIGITS.search(cell))


def without_day_zero(cell: str) -> str:
    """Return the time of ``1899-12-30 08:30:00``, which has no day of its own; else the cell."""
    found = _DAY_ZERO.fullmatch(cell) if "1899" in cell or "1900" in cell else None
    return _ZONE.sub("", found["time"]) if found else cell


def length_in_hours(cell: str) -> float | None:
    """Return a length like ``1h 23m``, ``PT45M`` or ``1 day, 2:03:04``; None for anything else."""
    return _length(cell, "h")


def length_in_minutes(cell: str) -> float | None:
    """Return a length like ``3m 20s`` in minutes; None for anything else."""
    return _length(cell, "min")


def _length(cell: str, unit: str) -> float | None:
    iso = _ISO_LENGTH.fullmatch(cell.strip())
    if iso is not None:
        seconds = sum(_amount(said) * _SECONDS_IN[part] for part, said in iso.groupdict().items())
        return seconds / _SECONDS_IN[unit[0]]
    length = length_in(cell, unit)
    return length[0] if length else None


def length_parts(cell: str) -> int:
    """Return how many units a length is said in: two of ``1h 23m``; one with a standard's form."""
    if _ISO_LENGTH.fullmatch(cell.strip()):
        return 2
    length = length_in(cell, "h")
    return length[1] if length else 0


def degrees_of(cell: str) -> float | None:
    """Return ``52°31'12"N`` or ``13.4° W`` in degrees, below zero in the south and the west."""
    found = _DEGREES.fullmatch(cell.strip())
    if found is None or (found["before"] and found["after"]):
        return None
    if not found["sign"] and not (found["after"] and len(found["fraction"] or "") >= _EXACT):
        return None
    size = _amount(found["degrees"].lstrip("-−"))
    size += _amount(found["minutes"]) / 60 + _amount(found["seconds"]) / 3600
    side = found["before"] or found["after"] or found["degrees"][0]
    return -size if side in _BELOW_ZERO else size


def is_on_globe(cell: str) -> bool:
    """Return whether degrees are said with minutes or with a side of the globe."""
    found = _DEGREES.fullmatch(cell.strip())
    return bool(found and (found["minutes"] or found["before"] or found["after"]))


def inches_of(cell: str) -> float | None:
    """Return a height like ``5'11"`` or ``5 ft 11 in`` in inches; None for anything else."""
    found = _FEET.fullmatch(cell.strip())
    return 12 * int(found[1]) + _amount(found[2]) if found else None


def feet_of(cell: str) -> float | None:
    """Return a height like ``5'11"`` in feet; None for anything else."""
    inches = inches_of(cell)
    return None if inches is None else inches / 12


def _amount(said: str | None) -> float:
    return float(said.replace(",", ".")) if said else 0.0
