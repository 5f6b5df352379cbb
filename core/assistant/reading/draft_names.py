"""What the fields and the answer of a first lesson are called where the lesson does not say."""

from collections.abc import Iterable
from typing import Final

from core.assistant.reading.draft_parts import Part
from core.assistant.reading.relative_days import weekday_at
from core.assistant.reading.tokens import TokenKind, tokenise
from core.assistant.reading.units import is_money, own_measures
from core.domain.fields import FieldKind

_FAR: Final = 500.0
"""Metres: a length in units of so many or more is a distance."""
_YEARS: Final = range(1900, 2101)
_HAN: Final = {
    "answer": "答案",
    "area": "面积",
    "category": "类别",
    "date": "日期",
    "destination": "目的地",
    "distance": "距离",
    "duration": "时长",
    "item": "名称",
    "length": "长度",
    "number": "数字",
    "origin": "出发地",
    "place": "地点",
    "price": "价格",
    "rating": "评分",
    "share": "占比",
    "speed": "速度",
    "storage": "容量",
    "temperature": "温度",
    "text": "文字",
    "volume": "容量",
    "weekday": "星期",
    "weight": "重量",
    "year": "年份",
    "yes/no": "是否",
}
_BY_DIMENSION: Final = {
    "area": "area",
    "length": "length",
    "mass": "weight",
    "data": "storage",
    "time": "duration",
    "temperature": "temperature",
    "volume": "volume",
    "speed": "speed",
    "%": "share",
}


def default_name(part: Part, *, is_han: bool) -> str:
    """Return a name that says what kind of thing a part is.

    Args:
        part: a field and its value.
        is_han: whether the lesson is in Chinese.
    """
    name = part.default or _plain_name(part)
    return _HAN[name] if is_han else name


def answer_name(*, is_rating: bool, is_han: bool) -> str:
    """Return what the answer is called."""
    name = "rating" if is_rating else "answer"
    return _HAN[name] if is_han else name


def is_in_han(lesson: str) -> bool:
    """Return whether a lesson has Chinese characters."""
    return any(token.kind is TokenKind.HAN for token in tokenise(lesson))


def free_names(names: Iterable[str]) -> list[str]:
    """Return the names, those that came before numbered: ``category``, ``category 2``."""
    taken: set[str] = set()
    free = []
    for name in names:
        number, one = 1, name
        while one.casefold() in taken:
            number += 1
            one = f"{name} {number}"
        taken.add(one.casefold())
        free.append(one)
    return free


def _plain_name(part: Part) -> str:
    if part.kind is FieldKind.NUMBER and part.unit is not None:
        return _measured(part.unit)
    if part.kind is FieldKind.NUMBER:
        return "year" if part.value in _YEARS else "number"
    if part.kind is FieldKind.CATEGORY and weekday_at(tokenise(str(part.value)), 0):
        return "weekday"
    return part.kind.value


def _measured(unit: str) -> str:
    measures = own_measures(unit)
    if is_money(measures):
        return "price"
    name = _BY_DIMENSION.get(measures[0].dimension, "number")
    return "distance" if name == "length" and measures[0].factor >= _FAR else name
