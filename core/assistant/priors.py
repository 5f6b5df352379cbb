"""What is usual of a quantity before any was taught: broad ranges by unit and by name."""

from dataclasses import dataclass
from typing import Final

from core.assistant.reading.units import is_money, own_measures, unit_key


@dataclass(frozen=True, slots=True)
class Prior:
    """The range in which a number needs no question."""

    low: float
    high: float

    def allows(self, value: float) -> bool:
        """Return whether the number is in the range."""
        return self.low <= value <= self.high


ANY_NUMBER: Final = Prior(-1e12, 1e12)
"""Of what is not known at all; a few counts of the world are larger."""
_MONEY: Final = {"JPY": 2e10, "INR": 2e10, "CNY": 1e9}
"""Where a sum is asked about; yen and rupees are smaller than most."""
_SUM: Final = 2e8
"""The same in other currencies: more than nearly anything that a community buys."""
_MEASURES: Final = {
    "area": Prior(0, 1e7),
    "length": Prior(-1e6, 1e6),
    "mass": Prior(0, 1e7),
    "data": Prior(0, 1e7),
    "time": Prior(-1e7, 1e7),
    "%": Prior(-1_000, 1_000),
}
"""By dimension, in the field's own unit: kilometres as well as millimetres reach a million."""
_UNITS: Final = (
    (Prior(-100, 500), "°c ℃ c celsius 摄氏度 度"),
    (Prior(-150, 1_000), "°f ℉ f fahrenheit 华氏度"),
    (Prior(0, 1_000), "year years yr yrs 年"),
    (Prior(0, 130), "岁"),
    (Prior(0, 1e5), "month months 月 个月 day days 天 week weeks 周"),
    (Prior(0, 10), "star stars ★ ⭐ 星 颗星"),
    (Prior(0, 1_000), "room rooms bedroom bedrooms 室 间"),
    (Prior(0, 1e9), "person persons people guest guests 人 位 名"),
    (Prior(-1_000, 1_000), "km/h kmh mph"),
)
"""By unit where it is in no list of measures; signs as they are once folded."""
_NAMES: Final = (
    (Prior(0, 150), "age 年龄 alter"),
    (Prior(-10_000, 2_200), "year 年份"),
    (Prior(0, 1_000), "rooms bedrooms bathrooms beds 房间 房间数 卧室"),
)
"""By name where there is no unit."""


def _table(groups: tuple[tuple[Prior, str], ...]) -> dict[str, Prior]:
    return {unit_key(word): prior for prior, words in groups for word in words.split()}


_BY_UNIT: Final = _table(_UNITS)
_BY_NAME: Final = _table(_NAMES)


def prior_of(name: str, unit: str | None) -> Prior:
    """Return what is usual of a quantity that is called and measured like this."""
    named = _BY_NAME.get(unit_key(name))
    if not unit:
        return named or ANY_NUMBER
    if named and unit_key(unit) in _BY_UNIT:
        return named
    if unit_key(unit) in _BY_UNIT:
        return _BY_UNIT[unit_key(unit)]
    measures = own_measures(unit)
    if is_money(measures):
        limit = max(_MONEY.get(m.dimension, _SUM) for m in measures) / measures[0].factor
        return Prior(-limit, limit)
    return _MEASURES.get(measures[0].dimension, ANY_NUMBER)
