"""One cell as a value, by the chat's own readers and by how its whole column is written."""

import dataclasses
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.assistant import show
from core.assistant.files.day_texts import date_text, serial_date
from core.assistant.files.word_sets import word_set
from core.assistant.reading import Known, Unclear, read_value
from core.assistant.reading.ratings import bare_rating
from core.assistant.wording import say
from core.domain.fields import MAX_TEXT, NAMED_KINDS, Field, FieldKind, Value, pick_option
from core.domain.scale import Scale
from core.errors import InvalidValue

_NOTHING: Final = Known()
_PLAIN: Final = re.compile(r"-?\d{1,15}(\.\d+)?([eE][+-]?\d{1,3})?")
_DIGITS: Final = re.compile(r"\d[\d.,'’\u00a0\u202f ]*\d|\d")
_SPACED: Final = re.compile(r"\d{1,3}([\u00a0\u202f '’]\d{3})+")
_LARGE: Final = re.compile(r"(?<=\d)\s?([KMBk])(?![A-Za-z/²³])")
_LARGE_WORDS: Final = {"K": " thousand", "k": " thousand", "M": " million", "B": " billion"}
_AT_LEAST: Final = re.compile(r"(?<=\d)\s?\+$")
_CLOCK: Final = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?([.,]\d+)?\s*([AaPp])?\.?(?:[Mm]\.?)?")
_HOURS: Final = re.compile(r"(\d{1,3})\s?[h:]\s?([0-5]\d)(?:\s?min)?", re.IGNORECASE)
_RATE: Final = re.compile(r"([$€£¥₹])\s?(\d[\d.,]*)\s?(/[A-Za-z]{1,6})")
_LAKHS: Final = re.compile(
    r"(\d+(?:,\d+)*(?:\.\d+)?)\s*(lakhs?|lacs?|crores?)(?![a-z])", re.IGNORECASE
)
_SHORT_LAKHS: Final = re.compile(r"(\d+(?:,\d+)*(?:\.\d+)?)\s*(crs?|l)\.?$", re.IGNORECASE)
_INDIAN: Final = re.compile(r"₹|\b(rs|inr)\b|\d\s*(lakh|lac|crore)", re.IGNORECASE)
"""Beside these ``Cr`` and ``L`` are crores and lakhs; elsewhere credit and litres."""
_SIZES: Final = {"l": 1e5, "c": 1e7}
_YEAR_SAID: Final = re.compile(r"((?:1[89]|20)\d\d)\s?(?:年|年份|年建|年款|model)")
_SHOWN: Final = 40
_OPTIONS: Final = 8
TRUE: Final = word_set(
    "yes y true t 1 ja j oui si sí sì sim da on 是 有 真 对 是的 はい 예",
    "tak igen да evet ✓ ✔ ☑ ✅ x wahr vrai verdadero verdadeiro vero ano kyllä ναι ya có نعم ใช่",
    "あり checked enabled 支持",
) - {"x"}
FALSE: Final = word_set(
    "no n false f 0 nein non não nao off 否 无 没有 假 错 不是 いいえ 아니요",
    "nie nem нет hayır ✗ ✘ ☒ ❌ ✕ 不 没 falsch faux falso ne ei nej nu όχι tidak không لا ไม่ใช่",
    "なし unchecked disabled 不支持 没有",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How a column is written, which only all of its cells together tell."""

    has_commas: bool = False
    """Whether a comma in its numbers is the decimal point."""
    is_day_first: bool | None = None
    """None where its dates do not tell."""
    is_serial: bool = False
    """Whether some of its dates are numbers of days, as spreadsheets count them: ``45292``."""
    is_clock: bool = False
    """Whether its numbers are times of the day or lengths, ``8:30``, read in hours."""
    is_minutes: bool = False
    """Whether its clock shows minutes and seconds, after hours or not, read in minutes."""
    in_lakhs: bool = False
    """Whether ``Cr`` and ``L`` are crores and lakhs."""
    has_hours: bool = False
    """Whether lengths like ``1.5 h`` stand in it: ``1:20`` and ``1h 20`` beside them are, too."""
    bare: tuple[float, float] | None = None
    """Between what a number without a unit must be, where others have one; None for any."""
    scale: Scale | None = None
    """Whose ratings its cells are: ``4/5``, ``★★★★``."""
    unit: str | None = None
    """What its bare numbers are in, where that is another unit than the field's."""
    missing: frozenset[str] = frozenset()
    """What stands for a missing value, case folded."""
    spellings: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """How each category is written, by its folded form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellReader:
    """Reads the cells of one column; the same cell is read once."""

    field: Field
    writing: Writing
    today: date
    locale: str = "en"
    read_before: dict[str, Value] = dataclasses.field(default_factory=dict)

    def read(self, cell: str) -> Value | None:
        """Return the cell's value, or None where it is missing.

        Raises:
            InvalidValue: it does not fit the column, in the reader's language.
        """
        if cell in self.read_before:
            return self.read_before[cell]
        if not cell or cell.casefold() in self.writing.missing:
            return None
        if self.field.kind is FieldKind.TEXT:
            return self.field.check(cell[:MAX_TEXT])
        value = self.read_before[cell] = self._read(cell)
        return value

    def _read(self, cell: str) -> Value:
        name, shown, locale = self.field.name, " ".join(cell.split())[:_SHOWN], self.locale
        try:
            value = read_cell(cell, self.field, self.writing, today=self.today)
        except (InvalidValue, OverflowError):
            key = _SAID.get(self.field.kind, "cell no name")
            if self.field.options and self.field.kind in NAMED_KINDS:
                key = "cell no option"
            options = ", ".join(show.first_of(self.field.options, _OPTIONS, locale=locale))
            raise InvalidValue(
                say(key, locale=locale, name=name, cell=shown, options=options)
            ) from None
        if isinstance(value, Unclear):
            raise InvalidValue(say("cell unclear", locale=locale, name=name, cell=shown))
        return value


_SAID: Final = {
    FieldKind.NUMBER: "cell no number",
    FieldKind.DATE: "cell no date",
    FieldKind.YES_NO: "cell no yes/no",
}


def read_cell(cell: str, wanted: Field, writing: Writing, *, today: date) -> Value | Unclear:
    """Return what a cell that is not missing means in a column of this kind.

    Raises:
        InvalidValue: it means nothing there.
    """
    match wanted.kind:
        case FieldKind.NUMBER:
            return _number(cell, wanted, writing, today)
        case FieldKind.YES_NO:
            return _yes_or_no(cell, wanted)
        case FieldKind.DATE:
            return _date(cell, wanted, writing, today)
        case kind if kind in NAMED_KINDS:
            written = writing.spellings.get(fold_name(cell), cell)
            label = wanted.check(written) if not wanted.options else " ".join(written.split())
            return pick_option(str(label), wanted.options, what=wanted.name)
    return wanted.check(cell)


def fold_name(text: str) -> str:
    """Return a category's form under which its spellings are the same: case, width, blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _number(cell: str, wanted: Field, writing: Writing, today: date) -> Value | Unclear:
    if writing.is_clock and (clock := hours_of(cell)) is not None:
        is_long = writing.is_minutes and cell.count(":") > 1  # hours stand before the minutes
        return wanted.check(clock * 60 if is_long else clock)
    if writing.bare and _is_plain(cell, has_commas=False) and (amount := abs(float(cell))):
        low, high = writing.bare
        if not low <= amount <= high:
            return Unclear(field=wanted.key, text=cell, readings=())
    if writing.has_hours and (length := _HOURS.fullmatch(cell.strip())):
        cell = f"{length[1]} h {length[2]} min"
    if writing.unit is None and _is_plain(cell, has_commas=writing.has_commas):
        return wanted.check(float(cell))
    text = bare_rating(cell, writing.scale) if writing.scale else cell
    text = plain_digits(rate_last(text, in_lakhs=writing.in_lakhs), has_commas=writing.has_commas)
    if wanted.unit is None and (year := _YEAR_SAID.fullmatch(text)):
        text = year[1]
    if _PLAIN.fullmatch(text):
        if writing.unit is None:
            return wanted.check(float(text))
        text = f"{text} {writing.unit}"
    text = _LARGE.sub(lambda found: _LARGE_WORDS[found[1]], text)
    return read_value(_AT_LEAST.sub("", text), wanted, _NOTHING, today=today, is_cell=True)


def rate_last(cell: str, *, in_lakhs: bool = False) -> str:
    """Return money per something with its unit as one word: ``150 $/mo`` of ``$150/mo``.

    Lakhs and crores are digits: ``₹ 4500000`` of ``₹ 45 Lac``.
    """
    text = _LAKHS.sub(_in_digits, cell.strip())
    text = _SHORT_LAKHS.sub(_in_digits, text) if in_lakhs else text
    return _RATE.sub(r"\2 \1\3", text)


def _in_digits(found: re.Match[str]) -> str:
    return f"{float(found[1].replace(',', '')) * _SIZES[found[2][0].casefold()]:.15g}"


def has_lakhs(heading: str, counts: Mapping[str, int]) -> bool:
    """Return whether ``Cr`` and ``L`` in a column are crores and lakhs, not credit and litres."""
    return any(_INDIAN.search(text) for text in (heading, *counts))


def are_years(counts: Mapping[str, int]) -> bool:
    """Return whether a column's cells are years with a word: ``2011年``, ``2015 model``."""
    return all(_YEAR_SAID.fullmatch(cell.strip()) for cell in counts)


def _is_plain(text: str, *, has_commas: bool) -> bool:
    """Return whether a number is as programs write it; a point is none beside decimal commas."""
    return bool(_PLAIN.fullmatch(text)) and not (has_commas and "." in text)


def plain_digits(cell: str, *, has_commas: bool) -> str:
    """Return a cell with the digits of its numbers as programs write them: ``1234.5``.

    A fraction of three digits gets a fourth, which says that it is no group of thousands.
    """
    text = cell.strip()
    if _is_plain(text, has_commas=has_commas):
        return text
    mark, other = (",", ".") if has_commas else (".", ",")

    def plain(found: re.Match[str]) -> str:
        digits = found.group()
        whole, point, fraction = digits.partition(mark)
        groups = whole.split(other)
        if len(groups) > 1 and not _are_groups(groups):
            return digits
        if any(sign in fraction for sign in ".,'’ ") and point:
            return digits
        if any(sign in whole for sign in " \u00a0\u202f'’"):
            if not _SPACED.fullmatch(whole):
                return digits
            whole = re.sub(r"[ \u00a0\u202f'’]", "", whole)
        whole = whole.replace(other, "")
        return f"{whole}.{fraction}{'0' if len(fraction) == 3 else ''}" if point else whole

    return _DIGITS.sub(plain, text)


def _are_groups(groups: list[str]) -> bool:
    """Return whether digits are grouped by thousands, or as in lakhs: ``1,23,456``."""
    first, *middle, last = groups
    return 1 <= len(first) <= 3 and len(last) == 3 and all(len(group) in (2, 3) for group in middle)


def hours_of(cell: str) -> float | None:
    """Return a time like ``8:30``, ``08:30:15`` or ``8:30 pm`` in hours; None for anything else."""
    found = _CLOCK.fullmatch(cell.strip())
    if found is None or int(found[2]) > 59 or int(found[3] or 0) > 59:
        return None
    hours, minutes, seconds = int(found[1]), float(found[2]), float(found[3] or 0)
    if found[5]:
        hours = hours % 12 + (12 if found[5].casefold() == "p" else 0)
    part = float(found[4].replace(",", ".")) if found[4] else 0.0
    minutes, seconds = (minutes, seconds + part) if found[3] else (minutes + part, seconds)
    return hours + minutes / 60 + seconds / 3600


def _yes_or_no(cell: str, wanted: Field) -> bool:
    word = fold_name(cell).removesuffix(".0")
    if word in TRUE or word in FALSE:
        return word in TRUE
    read = read_value(cell, wanted, _NOTHING, today=date.min, is_cell=True)
    return bool(read)


def _date(cell: str, wanted: Field, writing: Writing, today: date) -> Value | Unclear:
    if writing.is_serial and (day := serial_date(cell)):
        return day
    text = date_text(cell)
    read = read_value(text, wanted, _NOTHING, today=today, is_cell=True)
    if not isinstance(read, Unclear) or writing.is_day_first is None:
        return read
    first = int(next(iter(re.findall(r"\d+", text)), "0"))
    days = [
        day
        for day in read.readings
        if isinstance(day, date) and first == (day.day if writing.is_day_first else day.month)
    ]
    return days[0] if len(days) == 1 else read
