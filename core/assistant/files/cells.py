"""One cell as a value, by the chat's own readers and by how its whole column is written."""

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.assistant import show
from core.assistant.files.day_texts import date_text, day_in_year, epoch_date, serial_date
from core.assistant.files.measure_texts import (
    hours_of,
    length_in_minutes,
    padded_clock,
    without_day_zero,
)
from core.assistant.files.number_texts import (
    at_least,
    is_bare_number,
    is_in_doubt,
    is_plain,
    plain_digits,
    rate_last,
    without_flag,
    without_head,
    without_marks,
    without_star,
    without_tail,
    year_in,
)
from core.assistant.files.scale_letters import ends_in_letter
from core.assistant.reading import Known, Unclear, read_value
from core.assistant.reading.ratings import bare_rating
from core.assistant.word_sets import word_set
from core.assistant.wording import say
from core.domain.fields import MAX_TEXT, NAMED_KINDS, Field, FieldKind, Value, pick_option
from core.domain.scale import Scale
from core.errors import InvalidValue

_NOTHING: Final = Known()
_LARGE: Final = re.compile(r"(?<=\d)\s?([KMBk](?![^\W\d_]|[/²³])|T(?=\s?(?:€|EUR))|Mill\.)")
_LARGE_WORDS: Final = {"k": " thousand", "t": " thousand", "m": " million", "b": " billion"}
_SIZES: Final = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}
_LONGEST: Final = {FieldKind.NUMBER: 120, FieldKind.DATE: 100, FieldKind.YES_NO: 60}
"""Signs: a longer cell is a text, which is not looked through for one."""
_DOTTED: Final = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)$")
_SHOWN: Final = 40
_OPTIONS: Final = 8
TRUE: Final = word_set(
    "yes y true t 1 ja j oui si sí sì sim da on 是 有 真 对 是的 はい 예 √",
    "tak igen да evet ✓ ✔ ☑ ✅ x wahr vrai verdadero verdadeiro vero ano kyllä ναι ya có نعم ใช่",
    "あり checked enabled 支持",
) - {"x"}
FALSE: Final = word_set(
    "no n false f 0 nein non não nao off 否 无 没有 假 错 不是 いいえ 아니요",
    "nie nem нет hayır ✗ ✘ ☒ ❌ ✕ 不 没 falsch faux falso ne ei nej nu όχι tidak không لا ไม่ใช่",
    "なし unchecked disabled 不支持 没有",
)
PAIRS: Final = ("sn", "on", "dn", "дн", "vf", "○×", "◯×", "√×", "✓×", "√x", "✓x", "+-")
"""Yes and no by their first letters in several languages, or by signs."""
INITIALS: Final = frozenset(yes for yes, _ in PAIRS)
OF_NO: Final = frozenset(no for _, no in PAIRS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How a column is written, which only all of its cells together tell."""

    has_commas: bool = False
    """Whether a comma in its numbers is the decimal point."""
    is_day_first: bool | None = None
    """None where its dates do not tell."""
    is_serial: bool = False
    """Whether some of its dates are numbers of days, as spreadsheets count them: ``45292``."""
    year: int | None = None
    """In which year its dates are that name none: ``March 15``."""
    is_epoch: bool = False
    """Whether its dates are counts of seconds or milliseconds since 1970."""
    is_clock: bool = False
    """Whether its numbers are times of the day or lengths, ``8:30``, read in hours."""
    is_minutes: bool = False
    """Whether its clock shows minutes and seconds, after hours or not, read in minutes."""
    in_lakhs: bool = False
    """Whether ``Cr`` and ``L`` are crores and lakhs."""
    parse: Callable[[str], float | None] | None = None
    """What reads numbers that are written in parts: ``1h 23m``, ``52°31'N``."""
    has_hours: bool = False
    """Whether lengths like ``1.5 h`` stand in it: ``1:20`` and ``1h 20`` beside them are, too."""
    bare: tuple[float, float] | None = None
    """Between what a number without a unit must be, where others have one; None for any."""
    heads: frozenset[str] = frozenset()
    """What words stand before the amounts: ``Guide Price``, 单价."""
    tails: tuple[str, ...] = ()
    """What words stand behind the unit, the longest first: `` from here``."""
    has_flags: bool = False
    """Whether a letter behind some of its numbers is a flag: ``5.4 p``."""
    has_notes: bool = False
    """Whether stars behind its numbers point to notes: ``1,234*``."""
    has_codes: bool = False
    """Whether one letter behind digits makes a code of them: ``2A``, ``2B``."""
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
    if len(cell) > _LONGEST.get(wanted.kind, len(cell)):
        raise InvalidValue(cell)
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


def is_yes_or_no(word: str) -> bool:
    """Return whether a folded word, or its first letter, says yes or no in some language."""
    return word in TRUE or word in FALSE or word in INITIALS or word in OF_NO


def fold_name(text: str) -> str:
    """Return a category's form under which its spellings are the same: case, width, blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _number(cell: str, wanted: Field, writing: Writing, today: date) -> Value | Unclear:
    if writing.is_clock and (clock := hours_of(padded_clock(cell))) is not None:
        is_long = (
            writing.is_minutes and without_day_zero(cell).count(":") > 1
        )  # hours stand before the minutes
        return wanted.check(clock * 60 if is_long else clock)
    if writing.parse and (amount := writing.parse(cell)) is not None:
        return wanted.check(amount)
    cell = without_marks(without_head(without_tail(cell, writing.tails), writing.heads))
    cell = without_flag(cell) if writing.has_flags else cell
    cell = without_star(cell) if writing.has_notes else cell
    if is_in_doubt(cell) or (writing.has_codes and ends_in_letter(cell)):
        raise InvalidValue(cell)
    if writing.bare and (amount := _bare_amount(cell)) is not None:
        low, high = writing.bare
        if amount and not low <= amount <= high:
            return Unclear(field=wanted.key, text=cell, readings=())
    if writing.has_hours and (length := length_in_minutes(cell)) is not None:
        cell = f"{length:.15g} min"
    if writing.unit is None and is_plain(cell, has_commas=writing.has_commas):
        return wanted.check(float(cell))
    return _amount(cell, wanted, writing, today)


def _bare_amount(cell: str) -> float | None:
    """Return the size of a number without a unit, also in thousands; None for anything else."""
    digits = _LARGE.sub("", cell)
    if not is_plain(digits, has_commas=False):
        return None
    large = _LARGE.search(cell)
    return abs(float(digits)) * (_SIZES[large[1][0].casefold()] if large else 1)


def _amount(cell: str, wanted: Field, writing: Writing, today: date) -> Value | Unclear:
    text = bare_rating(cell, writing.scale) if writing.scale else cell
    text = plain_digits(rate_last(text, in_lakhs=writing.in_lakhs), has_commas=writing.has_commas)
    if wanted.unit is None and (year := year_in(text)):
        text = year
    if is_bare_number(text):
        if writing.unit is None:
            return wanted.check(float(text))
        text = f"{text} {writing.unit}"
    text = _LARGE.sub(lambda found: _LARGE_WORDS[found[1][0].casefold()], text)
    return read_value(at_least(text), wanted, _NOTHING, today=today, is_cell=True)


def _yes_or_no(cell: str, wanted: Field) -> bool:
    word = fold_name(cell).removesuffix(".0")
    if is_yes_or_no(word):
        return word in TRUE or word in INITIALS
    read = read_value(cell, wanted, _NOTHING, today=date.min, is_cell=True)
    return bool(read)


def _date(cell: str, wanted: Field, writing: Writing, today: date) -> Value | Unclear:
    if writing.is_serial and (day := serial_date(cell)):
        return day
    if writing.is_epoch and (day := epoch_date(cell)):
        return day
    text = date_text(cell if writing.year is None else day_in_year(cell, writing.year))
    text = _DOTTED.sub(r"\1/\2/\3", text)  # the chat's dates with points have the day first
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
