"""A cell's date in the words that the chat reads, whatever program or language wrote it."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from core.assistant.word_sets import word_set

_ZONE: Final = (
    r"\s*(Z|UTC|GMT|CEST|CET|[ECMP][SD]T|JST|IST)?\s*([+-]\d{1,2}(:?\d{2})?)?(\s*\([^()]*\))?"
)
_TIME_AFTER: Final = re.compile(
    r"(?:[T,]|,?\s(?:at|um|à|a las|às|alle)(?=\s))?\s*(午前|午後|上午|下午|凌晨|晚上|오전|오후)?\s*"
    r"\d{1,2}(:\d{1,2}(:\d{1,2}([.,]\d+)?)?|h\d{2}|시(\s?\d{1,2}분)?|[点點時时](\d{1,2}分)?)"
    rf"\s*([AaPp]\.?\s?[Mm]\.?|Uhr|h)?{_ZONE}$"
)
_TIME_BEFORE: Final = re.compile(
    r"\d{1,2}(:\d{1,2}(:\d{1,2}([.,]\d+)?)?|h\d{2})\s*([AaPp]\.?\s?[Mm]\.?|Uhr|h)?"
    r"\s*[\s,;–-]\s*((?:on|am|le|el|il)\s+)?(?=\w+[^\w:]*\w)"
)
"""``00:28:48 07/24/26``, ``18:30 Uhr, 24. Mai 2026``."""
_STAMP: Final = re.compile(
    r"[A-Z][a-z]{2},?\s+(?P<month>[A-Z][a-z]{2})\s+(?P<day>\d{1,2})(?P<early>\s\d{4})?"
    rf"\s\d{{1,2}}:\d{{2}}:\d{{2}}{_ZONE}(?P<late>\s\d{{4}})?"
)
"""As programs log it: ``Mon Sep 08 2025 13:58:23 GMT-0500``, ``Wed Aug 27 13:08:45 +0000 2008``."""
_COMPACT_STAMP: Final = re.compile(
    r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)[T:_ -]([01]\d|2[0-4])[0-5]\d([0-5]\d)?Z?"
)
"""``20160101:0010``, ``20160101T001000Z``."""
_JOINED: Final = re.compile(
    r"(\d{4}([-./])\d{1,2}\2\d{1,2}|\d{1,2}([-./])(?:\d{1,2}|[A-Za-z]{3})\3\d{4})[-_:](?=\d{1,2}:\d\d)"
)
"""``2024.01.05-13:15``, ``05/Feb/2024:13:15:00``."""
_LOOSE: Final = re.compile(r"(\d{1,2})\s*([-/. ])\s*(\d{1,2})\s*([-/. ])\s*((?:1[5-9]|20)\d\d)")
"""``09 21 1972``, ``23 -07-2008``."""
_REMARK: Final = re.compile(
    r"(?<=\d{4})\s+(as (of|at)|effective|posted|revised)\s+(?=\S*\d)\S[^\n]*$", re.IGNORECASE
)
"""What banks write behind a day: ``04/01/2020 as of 03/31/2020``."""
_DAY_ALONE: Final = re.compile(
    r"(?P<before>\d{1,2})(?:st|nd|rd|th|er|º|°)?[.\s-]\s?(?P<named>[^\W\d_]{3,9})\.?"
    r"|(?P<name>[^\W\d_]{3,9})\.?[\s-](?P<after>\d{1,2})(?:st|nd|rd|th)?"
    r"|(?P<first>\d{1,2})\.\s?(?P<number>\d{1,2})\."
    r"|(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"
)
_MONTH_ONLY: Final = re.compile(
    r"(\d{4})(?:[-/](?=\d{1,2}$)|M(?=\d\d$)|(?<=^(?:19|20)\d\d)\.(?=(?:0[1-9]|1[0-2])$))(\d{1,2})"
)
"""``2448.4`` and ``1950.38`` are numbers."""
_YEAR_FIRST: Final = re.compile(r"(\d{4})\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})\s?[日.]?")
_MONTH_NAMED: Final = re.compile(r"([A-Za-z]{3,9})(?:[ -]?|[./]\s?)(\d{4})")
_YEAR_AND_MONTH: Final = re.compile(r"(\d{4})[ ./-]([A-Za-z]{3,9})")
_YEAR_NAMED: Final = re.compile(r"(\d{4})(?:\s|[./-]\s?)([A-Za-z]{3,9})(?:\.\s?|[\s/-])(\d{1,2})")
_MONTH_SHORT: Final = re.compile(r"([^\W\d_]{3,9})\.?(?:[-/]'?|\s?')(\d\d)")
"""``Mar-19`` is a month of 2019; with a blank alone, ``Mar 19``, it may be a day."""
_MONTH_SLASHED: Final = re.compile(
    r"(?:(0?[1-9]|1[0-2])[/-]|(?:(?P<dotted>0[1-9]|1[0-2])\.))((?:19|20)\d\d)"
)
"""``02.2014`` is padded as no number is."""
_EPOCH: Final = re.compile(r"(1\d{9}|[1-9]\d{8})(\d{3})?(\.\d+)?")
"""Seconds or milliseconds since 1970, from 1973 to 2033."""
_MONTH_HAN: Final = re.compile(r"(\d{4})年(\d{1,2})月")
_ERA: Final = re.compile(
    r"(令和?|平成?|昭和?|大正?|明治?|[RHS](?=\d))\s?(元|\d{1,2})([年./-])(?=\d|$)"
)
_ERAS: Final = {"令": 2018, "平": 1988, "昭": 1925, "大": 1911, "明": 1867} | {
    "R": 2018,
    "H": 1988,
    "S": 1925,
}
"""The year before each era's first: ``令和2年``, ``平9.12.19``, ``S22.4.1``."""
_WEEKDAY_HAN: Final = re.compile(
    r"\s*([(（][月火水木金土日一二三四五六・祝]{1,3}[)）]|(星期|周|週)[一二三四五六日天])"
)
_WORD: Final = re.compile(r"[^\W\d_]{2,12}")
_FIRST_WORD: Final = re.compile(r"([^\W\d_]{2,12})\.?,?\s+(?=\d)")
_WHOLE: Final = re.compile(r"\d\D+\d+\D+\d|\d\W+[^\W\d_]{3}")
"""A day and a month stand behind a weekday: ``mar 5 mai``; in ``Mar 5, 2026`` a year."""
_LONGEST: Final = 80
"""Signs: a longer cell is no date."""
_ORDINAL: Final = re.compile(r"(?<=\d)(er|º|°|ª|ème)(?=\s)")
_BETWEEN: Final = re.compile(r"\s+(de|del|of)\s+", re.IGNORECASE)
_WEEKDAYS: Final = word_set(
    "mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    "lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche",
    "mié mie jue vie sáb sab dom lunes martes miércoles jueves viernes sábado domingo",
    "gio lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "seg ter qua qui sex segunda terça quarta quinta sexta",
    "ma wo za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag пн вт ср чт пт сб вс",
)
_MONTHS: Final = {
    word: english
    for english, words in {
        "January": "januar jänner jan janvier janv enero ene gennaio gen janeiro januari "
        "января янв",
        "February": "februar feber février févr fév febrero febbraio fevereiro fev februari feb "
        "февраля фев февр",
        "March": "märz mär mrz mars marzo março maart mrt марта мар",
        "April": "april avril avr abril abr aprile апреля апр",
        "May": "mai mayo maggio mag maio mei мая май",
        "June": "juni juin junio giugno giu junho июня июн",
        "July": "juli juillet juil julio luglio lug julho июля июл",
        "August": "august août aout agosto ago augustus августа авг",
        "September": "september septembre septiembre sept set settembre setembro сентября сен сент",
        "October": "oktober okt octobre octubre ottobre ott outubro out октября окт",
        "November": "november novembre noviembre novembro ноября ноя нояб",
        "December": "dezember dez décembre déc diciembre dic dicembre dezembro december "
        "декабря дек",
    }.items()
    for word in words.split()
}


_ENGLISH: Final = frozenset(month[:3].casefold() for month in _MONTHS.values()) | {
    month.casefold() for month in _MONTHS.values()
}
_SERIAL: Final = re.compile(r"[1-6]\d{4}(\.\d+)?")
"""From 1927 to 2091; a time of day stands behind the point."""
_SERIAL_START: Final = date(1899, 12, 30)
_MIDNIGHT: Final = re.compile(
    r"(?<![\d:])(?:0?0[:h]00(?::00(?:[.,]0+)?)?(?![\d:]|[.,][1-9])|12:00(?::00)?\s?[Aa])"
)
_DAY_S: Final = 86_400
"""Seconds."""
_EPOCH_START: Final = date(1970, 1, 1)
_LAST_CENTURY: Final = 70
"""Years of two digits from here on are those of the last century."""


def date_text(cell: str) -> str:
    """Return a cell without its time of day and weekday; a month is its first day."""
    text = cell.strip()
    if len(text) > _LONGEST:
        return text
    text = _in_usual_form(text)
    if found := _STAMP.fullmatch(text):
        year = found["early"] or found["late"]
        return f"{found['day']} {found['month']}{year}" if year else text
    text = _TIME_AFTER.sub("", text).strip() or text
    text = text[found.end() :] if (found := _TIME_BEFORE.match(text)) else text
    text = text if text.isascii() and not text[:1].isalpha() else _plain(text)
    text = text if text.isdigit() else _in_english(text)
    if found := _YEAR_FIRST.fullmatch(text):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    if (found := _YEAR_NAMED.fullmatch(text)) and is_month(found[2]):
        return f"{found[3]} {found[2]} {found[1]}"
    if found := _MONTH_ONLY.fullmatch(text):
        return f"{found[1]}-{int(found[2]):02}-01"
    if found := _MONTH_SLASHED.fullmatch(text):
        return f"{found[3]}-{int(found[1] or found[2]):02}-01"
    if (found := _MONTH_SHORT.fullmatch(text)) and is_month(found[1]):
        century = 20 if int(found[2]) < _LAST_CENTURY else 19
        return f"1 {found[1]} {century}{found[2]}"
    if (found := _MONTH_NAMED.fullmatch(text)) and is_month(found[1]):
        return f"1 {found[1]} {found[2]}"
    if (found := _YEAR_AND_MONTH.fullmatch(text)) and is_month(found[2]):
        return f"1 {found[2]} {found[1]}"
    return f"{text}1日" if _MONTH_HAN.fullmatch(text) else text


def _in_usual_form(text: str) -> str:
    """Return a date without a remark behind it, its parts joined by the usual sign."""
    text = _JOINED.sub(r"\1 ", _REMARK.sub("", text))
    if found := _COMPACT_STAMP.fullmatch(text):
        return f"{found[1]}-{found[2]}-{found[3]}"
    found = _LOOSE.fullmatch(text) if " " in text else None
    if found and found[2] == found[4]:
        return (found[2].strip() or "/").join((found[1], found[3], found[5]))
    return text


def has_remark(cell: str) -> bool:
    """Return whether a remark stands behind a date: ``04/01/2020 as of 03/31/2020``."""
    return bool(_REMARK.search(cell.strip()))


def has_time(cell: str) -> bool:
    """Return whether a time of day stands beside a date, which is not midnight."""
    if found := _EPOCH.fullmatch(cell):
        return int(found[1]) % _DAY_S != 0
    if _SERIAL.fullmatch(cell):
        return bool(cell.partition(".")[2].strip("0"))
    text = cell.strip()
    if len(text) > _LONGEST:
        return False
    if found := _COMPACT_STAMP.fullmatch(text):
        return text[found.end(3) :].strip("0TZ:_ -") != ""
    text = _JOINED.sub(r"\1 ", _REMARK.sub("", text))
    forms = _STAMP.fullmatch(text), _TIME_AFTER.search(text), _TIME_BEFORE.match(text)
    return any(forms) and _MIDNIGHT.search(text) is None


def day_without_year(cell: str) -> tuple[int, str] | None:
    """Return the day and the month of ``March 15``, ``4 Mar 18:30`` or ``24.12.``; else None."""
    found = _day_alone(cell)
    if found is None:
        return None
    day = int(found["before"] or found["after"] or found["first"] or found["day"])
    if digits := found["number"] or found["month"]:
        month = int(digits)
        return (day, f"{month:02}") if month in range(1, 13) and day in range(1, 32) else None
    name = found["named"] or found["name"]
    in_english = _MONTHS.get(name.casefold(), name)
    return (day, in_english) if is_month(name) and day in range(1, 32) else None


def are_unpadded_months(cells: Iterable[str]) -> bool:
    """Return whether all cells are as ``10.2014``: numbers, as none is ``02.2014``."""
    found = [_MONTH_SLASHED.fullmatch(cell.strip()) for cell in cells]
    return all(one and one["dotted"] and one["dotted"][0] != "0" for one in found)


def may_have_year(cell: str) -> bool:
    """Return whether the number of ``Mar 19`` may be a year: behind a month, of two figures."""
    found = _day_alone(cell)
    return bool(found and len(found["after"] or "") == len("19"))


def is_dotted_day(cell: str) -> bool:
    """Return whether a cell may be a day like ``24.12.``; ``1.2.`` may number a section, too."""
    found = _day_alone(cell)
    return bool(found and found["number"])


def _day_alone(cell: str) -> re.Match[str] | None:
    """Return what a day without a year is made of, with or without a time behind it."""
    text = cell.strip()
    if len(text) > _LONGEST:
        return None
    return _DAY_ALONE.fullmatch(text) or _DAY_ALONE.fullmatch(_TIME_AFTER.sub("", text).strip())


def day_in_year(cell: str, year: int) -> str:
    """Return a day without its year as a day of this one; any other cell as it is."""
    if (found := day_without_year(cell)) is None:
        return cell
    day, month = found
    return f"{year}-{month}-{day:02}" if month.isdigit() else f"{day} {month} {year}"


def serial_date(cell: str) -> date | None:
    """Return the day that a spreadsheet's number of days stands for; None for anything else."""
    if not _SERIAL.fullmatch(cell):
        return None
    return _SERIAL_START + timedelta(days=int(cell.partition(".")[0]))


def epoch_date(cell: str) -> date | None:
    """Return the day of a count of seconds or milliseconds since 1970; None for anything else."""
    found = _EPOCH.fullmatch(cell)
    return _EPOCH_START + timedelta(seconds=int(found[1])) if found else None


def is_month(word: str) -> bool:
    """Return whether a word names a month, in full or in short, in one of many languages."""
    folded = word.casefold().rstrip(".")
    return folded in _ENGLISH or folded in _MONTHS


def era_year(cell: str) -> str | None:
    """Return the year of 平成31年 in our own count; None for anything else."""
    text = unicodedata.normalize("NFKC", cell.strip())
    found = _ERA.match(text)
    return str(_year_of(found)) if found and found.end() == len(text) and found[3] == "年" else None


def _year_of(era: re.Match[str]) -> int:
    return _ERAS[era[1][0]] + (1 if era[2] == "元" else int(era[2]))


def _plain(text: str) -> str:
    """Return a date without its weekday in another language, an era's year as our own."""
    text = _WEEKDAY_HAN.sub("", unicodedata.normalize("NFKC", text))
    if found := _ERA.match(text):
        text = f"{_year_of(found)}{found[3]}{text[found.end() :]}"
    first = _FIRST_WORD.match(text)
    if first and first[1].casefold() in _WEEKDAYS and _WHOLE.search(text, first.end()):
        return text[first.end() :]
    return text


def _in_english(text: str) -> str:
    """Return a date whose month is named in another language with its English name."""
    named = [word for word in _WORD.findall(text) if word.casefold() in _MONTHS]
    if len(named) != 1 or not any(sign.isdigit() for sign in text):
        return text
    text = text.replace(f"{named[0]}.", named[0]).replace(named[0], _MONTHS[named[0].casefold()])
    return _BETWEEN.sub(" ", _ORDINAL.sub("", text))
