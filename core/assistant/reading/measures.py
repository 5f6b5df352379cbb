"""The units, currencies and magnitudes that are known: a white list, and no other is converted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PLAIN: Final = ""
"""The dimension of a mere magnitude: ``k``, ``million``, ``万``."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures, and how many base units it is."""

    dimension: str
    factor: float
    shift: float = 0.0
    """What is added to the product to be in base units: ``0 °F`` are not ``0 °C``."""


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
DOLLARS: Final = frozenset(_DOLLARS)
"""The currencies that people call bucks."""
MONEY: Final = frozenset(_CURRENCIES)
_WITH_NOTES: Final = ("GBP", "EUR")
"""The currencies whose notes people call tenners."""
_DAY: Final = 86_400.0
"""Seconds; what lasts days is measured apart from what lasts hours, for days are often dates."""

# The first dimension of a unit that has several is what it means as a field's own unit. An
# underscore stands for a blank.
_UNITS: Final = (
    ("area", 1.0, "m² m2 ㎡ sqm sq_m qm 平 平米 平方米 平方 square_metre(s) square_meter(s)"),
    ("area", 0.09290304, "ft² ft2 sqft sq_ft square_foot square_feet"),
    ("area", 10_000.0, "ha hectare(s) 公顷"),
    ("area", 4046.8564224, "acre(s)"),
    ("area", 2000 / 3, "亩"),
    ("length", 1609.344, "mi mile(s) 英里"),
    ("length", 201.168, "furlong(s)"),
    ("length", 0.9144, "yd(s) yard(s)"),
    ("length", 0.3048, "ft foot feet 英尺"),
    ("length", 0.0254, "inch inches 英寸"),
    ("length", 1000.0, "km(s) kilometre(s) kilometer(s) 公里 千米"),
    ("length", 1.0, "m metre(s) meter(s) 米"),
    ("length", 0.01, "cm(s) centimetre(s) centimeter(s) 厘米"),
    ("length", 0.001, "mm(s) millimetre(s) millimeter(s) 毫米"),
    ("length", 500.0, "里 华里"),
    ("length", 1 / 3, "尺"),
    ("length", 1 / 30, "寸"),
    ("mass", 1000.0, "kg(s) kilo(s) 公斤 千克"),
    ("mass", 500.0, "斤 市斤"),
    ("mass", 50.0, "两"),
    ("mass", 28.349523125, "oz ozs ounce(s)"),
    ("mass", 1.0, "g gram(s) 克"),
    ("mass", 0.001, "mg milligram(s) milligramm 毫克"),
    ("mass", 1e-6, "µg μg mcg microgram(s) 微克"),
    ("mass", 453.59237, "lb(s) pound(s) 磅"),
    ("mass", 6350.29318, "st stone(s)"),
    ("mass", 1e6, "t ton(s) tonne(s) 吨"),
    ("data", 1e12, "tb t terabyte(s)"),
    ("data", 1e9, "gb g gig(s) gigabyte(s)"),
    ("data", 1e6, "mb megabyte(s)"),
    ("data", 1e3, "kb kilobyte(s)"),
    ("time", 3600.0, "h hr(s) hour(s) std std. stunde(n) 小时 钟头 个钟 个钟头 時間"),
    ("time", 900.0, "刻钟 刻"),
    ("time", 60.0, "min(s) minute(n) minute(s) m 分钟"),
    ("time", 1.0, "s sec(s) second(s) sek sekunde(n) 秒 秒钟"),
    ("volume", 1.0, "l litre(s) liter(s) 升"),
    ("volume", 0.001, "ml(s) millilitre(s) milliliter(s) 毫升"),
    ("volume", 0.01, "cl centilitre(s) centiliter(s)"),
    ("volume", 0.1, "dl decilitre(s) deciliter(s)"),
    ("volume", 3.785411784, "gal gallon(s)"),
    ("volume", 0.0295735295625, "fl_oz fl._oz. fluid_ounce(s)"),
    ("speed", 1852 / 3600, "kn knot(s) kt(s) 节"),
    ("speed", 1000 / 3600, "km/h kmh kph"),
    ("speed", 0.44704, "mph"),
    ("speed", 1.0, "m/s"),
    ("voltage", 1.0, "v volt(s) 伏 伏特"),
    ("power", 1.0, "w watt(s) 瓦"),
    ("power", 1000.0, "kw kilowatt(s) 千瓦"),
    ("time", 60.0, "分"),
    # A year has 365.2425 days, a month is its twelfth part.
    ("span", _DAY * 365.2425, "year(s) yr(s) 年 岁"),
    ("span", _DAY * 365.2425 / 12, "month(s) mth(s) 个月 月"),
    ("span", _DAY * 7, "week(s) wk(s) 周 星期 礼拜"),
    ("span", _DAY * 14, "fortnight(s)"),
    ("span", _DAY, "day(s) d tag(e) 天"),
    ("%", 1.0, "% percent"),
    ("%", 10.0, "成新"),
    ("EUR", 1.0, "€ eur euro(s) 欧元 欧"),
    ("USD", 1.0, "us$ usd 美元 美金"),
    ("GBP", 1.0, "£ gbp quid pound(s) 英镑"),
    *((code, 5.0, "fiver(s)") for code in _WITH_NOTES),
    *((code, 10.0, "tenner(s)") for code in _WITH_NOTES),
    ("JPY", 1.0, "jpy yen 円 日元 日圆 ¥"),
    ("CNY", 1.0, "cny rmb yuan 元 块 块钱 人民币 ¥"),
    ("CNY", 0.1, "毛 毛钱 角"),
    ("CNY", 0.01, "分 分钱"),
    ("CHF", 1.0, "chf"),
    ("INR", 1.0, "inr rupee(s) ₹ rs rs. ₨ 卢比"),
    *((code, 1.0, f"kr {code.lower()}") for code in _CROWNS),
    *((code, 1.0, aliases) for code, aliases in _OTHERS),
    *((code, 1.0, f"$ dollar(s) {code.lower()}") for code in _DOLLARS),
    *((code, 1.0, "buck(s)") for code in _CURRENCIES),
    (PLAIN, 12.0, "dozen(s)"),
    (PLAIN, 1e2, "hundred 百"),
    (PLAIN, 1e3, "k thousand(s) grand tsd tsd. tausend 千"),
    (PLAIN, 1e4, "万 萬 w"),
    (PLAIN, 1e5, "lakh(s) lac(s)"),
    (PLAIN, 1e6, "m mio mio. mn mln million(s) millionen 百万"),
    (PLAIN, 1e7, "crore(s) cr cr."),
    (PLAIN, 1e8, "亿 億"),
    (PLAIN, 1e9, "bn billion(s) mrd mrd. milliarden"),
    (PLAIN, 1e12, "tn trillion(s)"),
)


_TEMPERATURES: Final = (
    (
        1.0,
        0.0,
        "°c °_c ˚c oc ℃ c celsius degree_c degrees_c degree_celsius degrees_celsius 摄氏 摄氏度",
    ),
    (5 / 9, -160 / 9, "°f °_f ˚f ℉ f fahrenheit degree_f degrees_f degrees_fahrenheit 华氏 华氏度"),
)
_DEGREES: Final = "度 degree(s) deg °"
"""Of the scale of the field they stand beside; in Celsius as a field's own unit."""


def _table() -> dict[str, tuple[Measure, ...]]:
    rows = [(Measure(dimension, factor), aliases) for dimension, factor, aliases in _UNITS]
    for factor, shift, aliases in _TEMPERATURES:
        rows.append((Measure("temperature", factor, shift), f"{aliases} {_DEGREES}"))
    table: dict[str, tuple[Measure, ...]] = {}
    for measure, aliases in rows:
        for alias in aliases.split():
            stem, _, plural = alias.replace("_", " ").partition("(")
            for key in {stem, stem + plural.rstrip(")")}:
                if measure not in table.get(key, ()):
                    table[key] = (*table.get(key, ()), measure)
    return table


UNITS: Final[Mapping[str, tuple[Measure, ...]]] = _table()
"""What each word or sign, folded, may measure."""
