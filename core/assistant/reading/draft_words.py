"""The words by which a first lesson shows what its fields are."""

import calendar
import re
from typing import Final

YES: Final = frozenset({"yes", "true", "with"})
NO: Final = frozenset({"no", "false", "without", "not"})
HAN_YES_NO: Final = re.compile(r"(?:(?P<name>\S{1,12})\s+)?(?P<said>是的?|有|不是|否|没有|没|不)")
HAN_YES: Final = frozenset(["是", "是的", "有"])
MONTHS: Final = frozenset(
    ["月", *map(str.lower, (*calendar.month_name[1:], *calendar.month_abbr[1:]))]
)
CAME: Final = frozenset(["来了", "到了", "到场", "came", "showed up", "turned up", "attended"])
"""What leads to a number of an answer, or follows it, and does not name it."""
TEXT_NAMES: Final = frozenset(
    {"text", "post", "message", "comment", "title", "description", "review", "note", "question"}
)
HAN_NAME: Final = re.compile(r"[\u4e00-\u9fff]{1,8}")
NAME_AND_VALUE: Final = 2
TEXT_WORDS: Final = 4
NAME_WORDS: Final = 3
WORD_OF_NAME: Final = re.compile(r"[\u4e00-\u9fff]{1,2}|[^\W_\u4e00-\u9fff]+")
"""A word of a name, as which two Chinese characters count: 白天小睡 are two."""
OF_CALENDAR: Final = re.compile(r"\s*(?:(?:19|20)\d\d\s*年|\d{1,2}\s*月)\s*")
"""A year or a month, which no number of them is: 2015年."""
ENDS: Final = frozenset(".?!")
COUNTED: Final = frozenset(
    [
        *("year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days"),
        *("hour", "hours", "people", "persons", "guests", "members", "pieces", "pcs", "times"),
        *("floors", "rooms", "doors", "seats", "pages", "points", "stars", "°c", "°f", "km/h"),
        *("mph", "kw", "kwh", "w", "v", "hp", "ps", "cc", "l", "ml", "liters", "litres", "hz"),
        *("ghz", "mhz", "mah", "mp", "px", "kcal", "cal", "db", "lux", "bar", "psi", "rpm"),
        *(
            "岁",
            "人",
            "年",
            "个月",
            "月",
            "天",
            "周",
            "个",
            "次",
            "件",
            "层",
            "间",
            "室",
            "度",
            "升",
        ),
        *(
            "张",
            "本",
            "份",
            "条",
            "只",
            "套",
            "颗",
            "箱",
            "瓶",
            "袋",
            "盒",
            "杯",
            "场",
            "家",
            "户",
            "头",
        ),
        *("毫升", "瓦", "匹", "马力", "页", "站", "座", "分", "名", "位", "台", "辆", "斤", "公斤"),
    ]
)
"""What follows a number that a field's name leads to: ``age 3 years``; other words do not count."""
