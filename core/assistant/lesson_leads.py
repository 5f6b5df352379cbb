"""Words before a colon that only say that a lesson comes: 教你一条：…, ``another one: …``."""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.reading.dates import is_day
from core.assistant.reading.traditional import simplified
from core.assistant.task_names import by_name, has_name
from core.domain.task import Task

_NUMBER_HAN: Final = "(?:[一两三几四五]|[1-9])"
_COUNTED_HAN: Final = (
    rf"{_NUMBER_HAN}(?:条|个|次|笔|例|组|支|只|件|场|台|套|辆|部|份|顿|趟|天|单|项|盘|局|家|本)"
)
"""How many come, of whatever they are."""
_CASES_HAN: Final = "(?:新?的?(?:例子|样例|样本|例|记录|数据|经验|知识))"
_SOME_HAN: Final = rf"(?:{_COUNTED_HAN}|条|个|例|笔|组|些|点)"
_LESSON_HAN: Final = re.compile(
    r"(?:那|好|嗯|我|来|再|就|先|现在|继续|接着|然后|顺便|给你|跟你|帮我|请|麻烦)*"
    r"(?:(?:教|补充?|加|增加|添加?|追加|记录?|录入?|存|学|说|报|讲|告诉|举|喂|输入|来|新增)"
    rf"(?:你|您|上|进|入)?(?:{_SOME_HAN}{_CASES_HAN}?|一?下|{_CASES_HAN})"
    rf"|(?:还有|另外|另|又有?|再|下){_SOME_HAN}{_CASES_HAN}?"
    r"|还有|另外|再?补充|教你)(?:吧|啊|哈|了|给你)?"
    rf"|{_CASES_HAN}[一二三四五1-9]?"
    r"|(?:我?不是在?问(?:你|问题)?[,，]?)?我?(?:这)?是?在?教你(?:的)?"
)
_BARE: Final = re.compile(rf"lessons?|examples?|{_CASES_HAN}")
_POINTING_HAN: Final = re.compile(rf"[这那](?:{_COUNTED_HAN}|[条个次笔例组些])?{_CASES_HAN}?")
_LESSON: Final = re.compile(
    r"(?:(?:ok(?:ay)?|so|and|now|well|then|hi|hey|please)[\s,]+)*"
    r"(?:(?:here(?:['’]s| is| are|s)|i have|i['’]ve got|(?:let me |i['’]ll )?teach you)\s+)?"
    r"(?:(?:just|yet)\s+)?(?:(?:a|an)\s+)?"
    r"(?:(?:new|next|another|one|two|three|some|more)\s+)*"
    r"(?:lessons?|examples?|another one|one more|(?:two|three|some) more|another"
    r"|(?<=['’]s )one|(?<=is )one)(?:\s+for (?:you|ya))?"
    r"|(?:i(?:['’]?m| am) not asking[\s,;–—-]*(?:but )?)?i(?:['’]?m| am) (?:teaching|telling) you"
)
_COLON: Final = re.compile(r"\s*([^:：\n]{1,40}?)\s*[:：](?![:/\\])\s*")


def lead_of(text: str, tasks: Sequence[Task], *, may_name_task: bool = False) -> tuple[str, str]:
    """Return the words that say that a lesson comes, and what follows; or nothing and all.

    A task, field or target that is called so is meant instead.

    Args:
        text: as typed.
        tasks: of the community.
        may_name_task: whether a noun alone may be the name of a task to be made.
    """
    match = _COLON.match(text)
    if match is None or _is_name(match[1], tasks):
        return "", text
    words = simplified(match[1].casefold())
    if may_name_task and _BARE.fullmatch(words):
        return "", text
    said = (
        _LESSON.fullmatch(words)
        if words.isascii()
        else _LESSON.fullmatch(words) or _LESSON_HAN.fullmatch(words.replace(" ", ""))
    )
    return (match[1], text[match.end() :].strip()) if said else ("", text)


def points_to_cases(head: str) -> bool:
    """Return whether a word before a colon only points to what follows: 这两支：…, 昨天的：…."""
    if is_day(head.removesuffix("的")):
        return True  # "yesterday: 6 km in 19 minutes"
    return _POINTING_HAN.fullmatch(simplified(head)) is not None


def _is_name(words: str, tasks: Sequence[Task]) -> bool:
    return by_name(tasks, words) is not None or any(has_name(task, words) for task in tasks)
