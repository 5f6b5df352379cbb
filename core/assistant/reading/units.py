"""Units, money and magnitudes: a white list, and nothing outside it is converted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Final

from core.assistant.reading.tokens import Token, TokenKind, fold, is_glued

PLAIN: Final = ""
"""The dimension of a mere magnitude: ``k``, ``million``, ``万``."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures, and how many base units it is."""

    dimension: str
    factor: float


_DOLLARS: Final = ("USD", "AUD", "CAD", "NZD", "SGD", "HKD")
_CROWNS: Final = ("SEK", "NOK", "DKK")
_OTHERS: Final = (
    ("KRW", "₩ krw"),
    ("RUB", "₽ rouble(s) ruble(s)"),
    ("TRY", "₺ lira"),
    ("UAH", "₴ uah"),
    ("VND", "₫ vnd"),
    ("THB", "฿ thb baht"),
    ("PHP", "₱ php"),
    ("NGN", "₦ ngn naira"),
    ("ILS", "₪ ils"),
    ("BRL", "r$ brl"),
    ("PLN", "zł pln"),
    ("CZK", "kč czk"),
    ("MXN", "mxn"),
    ("ZAR", "zar"),
)
_CURRENCIES: Final = (
    *(*_DOLLARS, *_CROWNS, "EUR", "GBP", "JPY", "CNY", "CHF", "INR"),
    *(code for code, _ in _OTHERS),
)
_MONEY: Final = frozenset(_CURRENCIES)

# The first dimension of a unit that has several is what it means as a field's own unit. An
# underscore stands for a blank.
_UNITS: Final = (
    ("area", 1.0, "m² m2 ㎡ sqm sq_m qm 平 平米 平方米 平方 square_metre(s) square_meter(s)"),
    ("area", 0.09290304, "ft² ft2 sqft sq_ft square_foot square_feet"),
    ("area", 10_000.0, "ha hectare(s) 公顷"),
    ("area", 4046.8564224, "acre(s)"),
    ("area", 2000 / 3, "亩"),
    ("length", 1609.344, "mi mile(s) 英里"),
    ("length", 0.9144, "yd yard(s)"),
    ("length", 0.3048, "ft foot feet 英尺"),
    ("length", 0.0254, "inch inches 英寸"),
    ("length", 1000.0, "km kilometre(s) kilometer(s) 公里 千米"),
    ("length", 1.0, "m metre(s) meter(s) 米"),
    ("length", 0.01, "cm centimetre(s) centimeter(s) 厘米"),
    ("length", 0.001, "mm millimetre(s) millimeter(s) 毫米"),
    ("mass", 1000.0, "kg kilo(s) 公斤 千克"),
    ("mass", 500.0, "斤 市斤"),
    ("mass", 28.349523125, "oz ounce(s)"),
    ("mass", 1.0, "g gram(s) 克"),
    ("mass", 453.59237, "lb(s) pound(s) 磅"),
    ("mass", 1e6, "t ton(s) tonne(s) 吨"),
    ("data", 1e12, "tb t terabyte(s)"),
    ("data", 1e9, "gb g gig(s) gigabyte(s)"),
    ("data", 1e6, "mb megabyte(s)"),
    ("time", 3600.0, "h hr(s) hour(s) 小时 钟头"),
    ("time", 60.0, "min(s) minute(s) m 分钟"),
    ("time", 1.0, "s sec(s) second(s) 秒"),
    ("volume", 1.0, "l litre(s) liter(s) 升"),
    ("volume", 0.001, "ml millilitre(s) milliliter(s) 毫升"),
    ("volume", 3.785411784, "gal gallon(s)"),
    ("volume", 0.0295735295625, "fl_oz fl._oz. fluid_ounce(s)"),
    ("speed", 1852 / 3600, "kn knot(s) kt(s) 节"),
    ("speed", 1000 / 3600, "km/h kmh kph"),
    ("speed", 0.44704, "mph"),
    ("speed", 1.0, "m/s"),
    ("celsius", 1.0, "°c ℃ c celsius 摄氏度 度"),
    ("time", 60.0, "分"),
    # A year has 365.2425 days, a month is its twelfth part.
    ("span", 365.2425, "year(s) yr(s) 年 岁"),
    ("span", 365.2425 / 12, "month(s) mth(s) 个月"),
    ("span", 7.0, "week(s) wk(s) 周 星期"),
    ("span", 1.0, "day(s) 天"),
    ("%", 1.0, "% percent"),
    ("EUR", 1.0, "€ eur euro(s) 欧元 欧"),
    ("USD", 1.0, "us$ usd 美元 美金"),
    ("GBP", 1.0, "£ gbp quid pound(s) 英镑"),
    ("JPY", 1.0, "jpy yen 円 日元 日圆 ¥"),
    ("CNY", 1.0, "cny rmb yuan 元 块 块钱 人民币 ¥"),
    ("CHF", 1.0, "chf"),
    ("INR", 1.0, "inr rupee(s) ₹ rs rs. ₨ 卢比"),
    *((code, 1.0, f"kr {code.lower()}") for code in _CROWNS),
    *((code, 1.0, aliases) for code, aliases in _OTHERS),
    *((code, 1.0, f"$ dollar(s) {code.lower()}") for code in _DOLLARS),
    *((code, 1.0, "buck(s)") for code in _CURRENCIES),
    (PLAIN, 12.0, "dozen(s)"),
    (PLAIN, 1e2, "hundred 百"),
    (PLAIN, 1e3, "k thousand(s) grand tsd tsd. tausend 千"),
    (PLAIN, 1e4, "万 萬"),
    (PLAIN, 1e5, "lakh(s) lac(s)"),
    (PLAIN, 1e6, "m mio mio. mn mln million(s) millionen 百万"),
    (PLAIN, 1e7, "crore(s) cr cr."),
    (PLAIN, 1e8, "亿 億"),
    (PLAIN, 1e9, "bn billion(s) mrd mrd. milliarden"),
    (PLAIN, 1e12, "tn trillion(s)"),
)


def _table() -> dict[str, tuple[Measure, ...]]:
    table: dict[str, tuple[Measure, ...]] = {}
    for dimension, factor, aliases in _UNITS:
        measure = Measure(dimension, factor)
        for alias in aliases.split():
            stem, _, plural = alias.replace("_", " ").partition("(")
            for key in {stem, stem + plural.rstrip(")")}:
                if measure not in table.get(key, ()):
                    table[key] = (*table.get(key, ()), measure)
    return table


_TABLE: Final[Mapping[str, tuple[Measure, ...]]] = _table()
_ONLY_OWN: Final = frozenset({"span", "volume", "speed", "celsius"})
"""What is a unit only beside a field in such a one: elsewhere days are dates, and c a letter."""
MINUTES: Final = "minutes"
"""What is the own measure beside "time" of a target in minutes, for which 分 is no point."""
_LONGEST: Final = 4
"""The most tokens that a unit has: ``kg/m²`` has three."""


def unit_key(unit: str) -> str:
    """Return the form under which a unit is looked up."""
    return " ".join(fold(unit).split())


def own_measures(unit: str) -> tuple[Measure, ...]:
    """Return what a field's unit measures: one dimension, or the currencies a sign stands for."""
    key = unit_key(unit)
    found = tuple(m for m in _TABLE.get(key, ()) if m.dimension != PLAIN)
    if found:
        return found if found[0].dimension in _MONEY else found[:1]
    for split in range(len(key) - 1, 0, -1):  # "k€", "万元"
        scale = [m.factor for m in _TABLE.get(key[:split], ()) if m.dimension == PLAIN]
        money = [m for m in _TABLE.get(key[split:], ()) if m.dimension in _MONEY]
        if scale and money:
            return tuple(Measure(m.dimension, scale[0]) for m in money)
    return (Measure(_own_dimension(key), 1.0),)


def _own_dimension(key: str) -> str:
    return f"unit {key.removesuffix('s')}"


def is_money(measures: Collection[Measure]) -> bool:
    """Return whether a sum of money is meant."""
    return any(measure.dimension in _MONEY for measure in measures)


def unit_at(
    tokens: Sequence[Token], index: int, *, own: Collection[str]
) -> tuple[tuple[Measure, ...], int] | None:
    """Return the measures of the unit that stands there and where it ends; the longest wins.

    Args:
        tokens: the sentence.
        index: where the unit would begin; a hyphen may come first, as in ``90-sqm``.
        own: the dimensions of units that are a field's own and not in the white list.
    """
    if index + 1 < len(tokens) and tokens[index].text == "-" and is_glued(tokens, index):
        index += 1
    near = tokens[index : index + _LONGEST]
    joined = tuple(accumulate(_spaced(tokens, at) for at in range(index, index + len(near))))
    for length in range(len(near), 0, -1):
        if any(token.kind is TokenKind.BREAK for token in near[:length]):
            continue
        key = joined[length - 1].strip()
        measures = _TABLE.get(key, ())
        measures = tuple(m for m in measures if _is_meant(m, key, own))
        if _own_dimension(key) in own:
            measures = (Measure(_own_dimension(key), 1.0), *measures)
        if measures:
            return measures, index + length
    return None


def _is_meant(measure: Measure, key: str, own: Collection[str]) -> bool:
    """Return whether a word is that unit beside fields in such units."""
    if key == "分":
        return MINUTES in own
    return measure.dimension in own or measure.dimension not in _ONLY_OWN


def _spaced(tokens: Sequence[Token], index: int) -> str:
    # "90 m in Berlin" is not 90 min.
    return tokens[index].text if is_glued(tokens, index) else f" {tokens[index].text}"


def factors_to(measures: Sequence[Measure], unit: str | None) -> tuple[float, ...]:
    """Return what a typed number is multiplied by to be in a field's unit.

    Several factors mean that the unit is ambiguous (``5m`` where no unit is known); none means
    that it does not fit (kilograms in a field of metres).
    """
    if not measures:
        return (1.0,)
    if unit is None:
        factors = [factor for measure in measures for factor in _unitless(measure)]
    else:
        own = own_measures(unit)
        factors = [_ratio(m, o) for m in measures for o in own if m.dimension == o.dimension]
        factors = factors or _magnitudes(measures, own[0])
    return tuple(dict.fromkeys(factors))


def _unitless(measure: Measure) -> tuple[float, ...]:
    if measure.dimension == "%":
        return (1.0, 0.01)
    return (measure.factor if measure.dimension in {PLAIN, *_MONEY} else 1.0,)


def _magnitudes(measures: Sequence[Measure], own: Measure) -> list[float]:
    """Return what a mere magnitude means in a field with a unit: 420k in k€ is 420."""
    if own.dimension in _MONEY:
        return [_ratio(m, own) for m in measures if m.dimension == PLAIN]
    # "m" beside kilograms is some metres, not a million kilograms.
    return [m.factor for m in measures] if {m.dimension for m in measures} == {PLAIN} else []


def _ratio(typed: Measure, own: Measure) -> float:
    return typed.factor / own.factor


def scaled(number: float, factor: float) -> float:
    """Return the product as people calculate it: 4.35 × 1,000,000 is 4,350,000 to the digit.

    A product has 15 digits, so that 2 h 5 min, which no fraction of an hour holds exactly, are
    125 min.
    """
    product = Decimal(repr(number)) * Decimal(repr(factor))
    return float(product if factor == 1 else f"{product:.15g}")
