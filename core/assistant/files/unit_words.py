"""Units that headings say in words: ``Angabe in km``, ``en minutos``, 単位：円, 時間."""

import re
from typing import Final

from core.assistant.word_sets import word_set

_WORDS: Final = {
    "h": "hours stunden std heures horas uren godzin godzinach godziny часах timmar 小時 時間 시간",
    "min": "minutes mins minuten minutos minuti minutach minuty минутах minuter 分钟 分鐘",
    "s": "seconds sekunden secondes segundos secondi seconden sekundach секундах",
    "km": "kilometers kilometres kilometer kilometern kilómetros kilometros kilomètres"
    " quilômetros quilómetros chilometri kilometrach километрах 公里",
    "m": "meters metres metern metros mètres metri metrach метрах",
    "cm": "centimeters centimetres zentimeter zentimetern centímetros centimetros centimètres"
    " centimetri centymetrach сантиметрах 厘米",
    "mm": "millimeters millimetres millimeter millimetern milímetros milimetros millimètres"
    " millimetri milimetrach 毫米",
    "kg": "kilograms kilos kilogramm kilogramos kilogrammes chilogrammi quilogramas kilogramach"
    " килограммах 公斤 千克",
    "g": "grams gramm gramos grammes grammi gramas gramach граммах",
    "days": "tagen días dias jours giorni dagen dniach днях",
    "weeks": "wochen semanas semaines settimane weken tygodniach неделях",
    "months": "monaten monate meses mois mesi maanden miesiącach месяцах",
    "years": "jahren años anos ans années anni jaren latach годах",
    "EUR": "euro euros",
    "PLN": "złotych",
}
_UNITS: Final = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_SYMBOLS: Final = word_set("km cm mm kg min mins")
"""Those that are hardly any word, even within a sentence."""
_IN: Final = r"(?:in|en|em|w|we|в)"
_UNIT: Final = (
    r"(?:measured in|angaben? in|einheit|units?|unit[éà]|unidade?s?"
    r"|jednostka|eenheid|单位|単位|單位)"
)
_BEFORE: Final = re.compile(
    rf"{_UNIT}(?:\s*[:：]\s*|\s+)(?:{_IN}\s+)?|[单単單]位|{_IN}\s+", re.IGNORECASE
)
"""What stands before a unit in brackets."""
_BEHIND: Final = re.compile(
    r"^(?P<name>.*?\S)[\s,，;；]*(?:单位|単位|單位|einheit|unit)\s*[:：]\s*(?P<unit>\S{1,8})$",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(
    rf"(?<!\w){_IN}\s+(?P<unit>[^\W\d_]+)(?![\w²³]|\s?/|\s+(?:per|pro|je|por|par|al|za|na)\b)",
    re.IGNORECASE,
)


def bare_unit(text: str) -> str:
    """Return what unit a text in brackets says, by its symbol where it is a word: ``in hours``."""
    found = _BEFORE.match(text)
    inner = text[found.end() :] if found else text
    return _UNITS.get(inner.rstrip(".").casefold(), inner)


def unit_behind(heading: str) -> tuple[str, str] | None:
    """Return the name and the unit of a heading that ends with one: 金额 单位：元."""
    found = _BEHIND.match(heading)
    return (found["name"], bare_unit(found["unit"])) if found else None


def unit_within(heading: str) -> str | None:
    """Return the unit that a heading says in a sentence: ``How long, in minutes, was it?``."""
    said = [found["unit"].casefold() for found in _WITHIN.finditer(heading)]
    units = {_UNITS.get(one, one if one in _SYMBOLS else "") for one in said} - {""}
    return units.pop() if len(units) == 1 else None
