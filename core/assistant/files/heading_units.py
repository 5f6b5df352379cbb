"""The unit that a column's heading gives: ``Miete (€)``, ``bill_length_mm``, 身高/cm."""

import re
from typing import Final

from core.assistant.files.unit_words import bare_unit, unit_behind, unit_within
from core.assistant.reading.units import is_money, own_measures
from core.assistant.word_sets import word_set

_BRACKETS: Final = re.compile(
    r"^(?P<name>.*\S)\s*[(\[（【](?P<unit>[^()\[\]（）【】]{1,30})[)\]）】]\s*$"
)
_BEHIND_SLASH: Final = re.compile(r"^(?P<name>.*?[^\W\da-zA-Z])\s*[/／]\s*(?P<unit>\S{1,8})$")
_PRICES: Final = re.compile(r"[价費费薪资資酬租]|金额|金額")
"""What is paid for one of something."""
_SUFFIX: Final = re.compile(r"^(?P<name>.*[^\s_])[\s_]+(?P<unit>[^\s_]{1,8})$")
_UNITS_ONLY_NAMED: Final = word_set(
    "°c °f c f k mph km/h kmh m/s hp ps kw kwh mwh cc ccm l ml cl",
    "dl gal mpg l/100km g/km kcal cal kj db hz ghz mhz ppm mg µg",
    "mg/l mg/dl mm/hg mmhg bpm rpm nm psi bar hpa days day weeks",
    "months years year yrs tage jahre stk pcs g/l px dpi mp",
    "kbit/s mbit/s € /m² €/m² eur/m² $/sqft usd/mwh 岁 年 天 个 人 元/㎡",
    "rub huf ron ars cop clp idr myr twd ghs egp mad tnd dzd sar aed qar fcfa cfa xof xaf lei руб",
    "vnd vnđ đ лв грн тг tk ৳ บาท 원 nt$ hk$ s$ ‰ 歳 個 台 枚 명 개 분",
    "元/平米 件 次 层 人民币 % ㎡ 平米 平方米 万元 km² km2 sq.km mi² acres ha cm² mm²",
)
"""Units that the chat does not convert, but that a heading in brackets may well give."""
_NO_CAPITALS: Final = word_set("cl dl")
"""In capitals a confidence limit is meant, as is a rate by ``Avg HR``."""
_SMALL: Final = word_set("ug ng pg nmol umol mmol mol counts copies")
_PER: Final = word_set("per pro por par je a á à")
"""Behind these a unit is what an amount is for one of: ``dogs_per_ha``."""
_SINGLE: Final = word_set("m g s h l k t b c f")
_SYMBOL: Final = re.compile(
    r"[nµμumk](A|V|W|J|N|F|S)|[mkMG]?(Hz|Pa|Wh|Ah|VA|eV|Bq|Sv|Ω|ohm)|[MGT]W|[MG]J|[nµμumk]?mol"
    r"|lx|lux|lm|m[³3]|cm[³3]"
    r"|([nµμumk]?(g|mol|S|W|V)|IU|U|l|t)/(m[²³23]|cm[²³23]?|[md]?[lL]|kg|ha|h|s|min|d)"
)
"""Of physics, as written: ``mA`` is a current, ``MA`` may be anything."""
_ELECTRIC: Final = re.compile(
    r"(strom|stromstärke|spannung|current|voltage|corriente|corrente|courant|tensi[oó]n|tensão"
    r"|stroom|spanning|ström|spänning|prąd|napięcie|ток|напряжение|電流|电流|電圧|电压)[\s_]*$",
    re.IGNORECASE,
)
_AS_SUFFIX: Final = word_set(
    "mm sqft sqm kwh kw hp mph kmh kph lbs pct percent usd eur gbp cny inr",
    "hpa kpa psi db rpm lpm bpm ppm kcal kj hz khz mhz ghz mwh mmhg nm",
)
_PERCENT: Final = word_set("percent pct")
_SAYS_PERCENT: Final = re.compile(r"^%\s*[^%\s]|[^%\s]\s*%$|^(percent|pct)$", re.IGNORECASE)
_OF_PERCENT: Final = re.compile(r"(^|[\s_\-])(percent|pct)\s*$|%\s*$", re.IGNORECASE)
"""Under these headings programs write shares of one as often as of a hundred."""
_MEASURED: Final = re.compile(
    r"(mass|weight|length|height|width|depth|distance|duration|time|gewicht|länge|höhe|breite"
    r"|tiefe|masse|entfernung|peso|altura|poids|hauteur|largeur|longueur|altezza|hoogte|gewicht)[\s_]*$",
    re.IGNORECASE,
)
_TIMES: Final = re.compile(
    r"(time|duration|dauer|zeit|runtime|length|elapsed)[\s_]*$", re.IGNORECASE
)
_OF_TIME: Final = word_set("min mins minutes sec secs seconds s ms h hr hrs hours")
_IN: Final = re.compile(r"\s(in|en|em)$")
_NOT_AS_SUFFIX: Final = word_set(
    "day week month year hour hr degree minute min mins second seconds",
    "pound pounds quid buck bucks grand",
    "hundred million point block ton in us can time mb k m b t",
)
"""``temp_min`` is no number of minutes, ``resting_hr`` none of hours, ``in_degree`` no angle."""


def split_unit(heading: str) -> tuple[str, str | None]:
    """Return a heading's name and its unit: ``Miete (€)``, ``bill_length_mm``, 总价（万元）."""
    name, unit = _split(heading)
    return (name, unit) if unit else (heading, unit_within(heading))


def _split(heading: str) -> tuple[str, str | None]:
    if found := _BRACKETS.match(heading):
        unit = _unit_in_brackets(found["unit"].strip(), found["name"])
        if unit:
            return found["name"].strip(" :_-"), unit
    if behind := _behind_sign(heading):
        return behind
    if _SAYS_PERCENT.search(heading):
        return heading, "%"
    if found := _SUFFIX.match(heading):
        unit, name = found["unit"], _IN.sub("", found["name"])
        last = re.split(r"[\s_.]+", name)[-1]
        is_ratio = last.casefold() in _SMALL | _PER or is_known_unit(last)
        if is_ratio and unit.casefold() not in _OF_TIME | _PERCENT:
            return heading, None  # one in the other: ``growth_ug_mg``, ``dogs_per_ha``
        scaled = f"{name.split()[-1]} {unit}"
        if is_known_unit(scaled) and not is_known_unit(name.split()[-1]):
            return heading, scaled
        is_single = unit.casefold() in _SINGLE and bool(_MEASURED.search(name))
        is_single |= unit.casefold() in _OF_TIME and bool(_TIMES.search(name))
        is_plain = unit.casefold() not in _NOT_AS_SUFFIX | _SINGLE
        is_plain &= not (unit.isupper() and unit.casefold() in _OF_TIME | _NO_CAPITALS)
        if (
            unit in ("%", "$", "€", "£")
            or _is_electric(unit, name)
            or ((is_plain or is_single) and (is_known_unit(unit) or unit.casefold() in _AS_SUFFIX))
        ):
            return heading, "%" if unit.casefold() in _PERCENT else unit
    if heading.casefold() in ("sqft", "sqm", "km", "kg"):
        return heading, heading.casefold()
    return heading, None


def _behind_sign(heading: str) -> tuple[str, str] | None:
    """Return the name and the unit that stand before and behind a slash or a colon."""
    if (found := _BEHIND_SLASH.match(heading)) and _is_whole_unit(found["unit"], found["name"]):
        return found["name"].strip(), found["unit"]
    behind = unit_behind(heading)
    is_unit = behind and (is_known_unit(behind[1]) or is_usual_unit(behind[1]))
    return behind if is_unit else None


def may_be_share(heading: str) -> bool:
    """Return whether a heading's percent may be a word for shares of one: ``FG_PCT``."""
    return bool(_OF_PERCENT.search(heading))


def _unit_in_brackets(text: str, name: str) -> str | None:
    inner = bare_unit(text)
    if inner in ("A", "V"):  # an ampere or a volt, or a letter
        return inner if _is_electric(inner, name) else None
    is_unit = is_known_unit(inner) or inner.casefold() in _UNITS_ONLY_NAMED
    return inner if is_unit or _SYMBOL.fullmatch(inner) else None


def _is_whole_unit(unit: str, name: str) -> bool:
    """Return whether a unit behind a slash is the amount's own: 身高/cm, yet 单价/斤 is for one."""
    if not (is_known_unit(unit) or is_usual_unit(unit)):
        return False
    return is_money(own_measures(unit)) or not _PRICES.search(name)


def _is_electric(unit: str, name: str) -> bool:
    return unit in ("A", "V") and bool(_ELECTRIC.search(name))


def is_known_unit(unit: str) -> bool:
    """Return whether the chat knows what a unit measures."""
    return not own_measures(unit)[0].dimension.startswith("unit ")


def is_usual_unit(unit: str) -> bool:
    """Return whether a unit is one that tables count in, though the chat does not convert it."""
    return unit.casefold() in _UNITS_ONLY_NAMED | _AS_SUFFIX or bool(_SYMBOL.fullmatch(unit))
