"""What happened once, where a question asks for it: the examples of it are shown, never a forecast.

老王喝酒那次输了多少, ``what was the highest we ever paid for Malta?``
"""

import re
from collections.abc import Mapping
from typing import Final

from core.assistant import show
from core.assistant.place_tasks import task_of_place
from core.assistant.raters import shown_to_all
from core.assistant.reading.traditional import simplified
from core.assistant.recollection import Recalled
from core.assistant.reply import Reply
from core.assistant.request import Ports, Request
from core.assistant.task_fit import MOST_TASKS
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import FieldKind, Value
from core.domain.identity import FieldKey

_SHOWN: Final = 5
"""Examples that are shown beside their number."""
_MOST: Final = (
    r"(?:most|least|highest|lowest|biggest|smallest|largest|cheapest|dearest|longest|shortest|best|"
    r"worst|maximum|minimum)"
)
_MOST_HAN: Final = r"最(?:便宜|[高低贵多少大小长短好差快慢])"
_BEST: Final = re.compile(
    rf"\b(?:what|which|how (?:much|many|long|far))\b.{{0,30}}\b{_MOST}\b.{{0,30}}?\b(?:ever|so far|"
    r"(?:we|i|you|they)(?:['’]ve| have)? (?:\w+ed|paid|got|had|sold|bought|spent|lost|won|took|"
    r"made|ran|rode|did))\b"
    rf"|{_MOST_HAN}[^，,。？?]{{0,5}}?(?:过(?![年节夜冬])|了)[^，,。？?]{{0,6}}?(?:多少|几|哪|谁|什么)"
    rf"|[一-鿿]过的?{_MOST_HAN}[^，,。？?]{{0,8}}?(?:多少|几|哪|谁|什么)",
    re.IGNORECASE,
)
"""A question for what stands out among what has been."""
_ONCE: Final = re.compile(
    r"\b(?:what|which|how (?:much|many|long|far))\b.{0,40}\b(?:did|was|were)\b.{0,60}"
    r"\b(?:that|last) time\b"
    r"|那[一]?[次回场趟][^？?]*?(?:多少|几|哪|谁|什么|还是)|上[一]?[次回][^？?]*?还是"
    r"|[输赢赚亏卖收付花交跑用买租](?:过|了过)(?:多少|几)",
    re.IGNORECASE,
)
"""A question for what has been at one time."""
_NOT_PAST: Final = re.compile(
    r"\b(?:will|would|could|might|may|should|if|guess|predict|estimate|expect|than|like|as)\b"
    r"|如果|要是|假如|会|能|估|预测|猜|大概|下次|这次|明天|今天|今晚|比|一样"
)
_LOW: Final = re.compile(
    r"\b(?:least|lowest|smallest|cheapest|shortest|worst|minimum)\b|最[低便少小短差]"
)
_LOST: Final = re.compile(r"\blos[et]|[输亏赔]")


async def answer_past(ports: Ports, request: Request) -> Reply | None:
    """Return the examples of what a sentence asks about, where it asks for what has been.

    A rating is told to its rater alone by other ways, and a text to classify may ask anything.
    """
    text = simplified(request.text)
    is_best = _BEST.search(text) is not None
    if not (is_best or _ONCE.search(text)) or _NOT_PAST.search(text.casefold()):
        return None
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
        place = await task_of_place(work, request.sender)
        named = request.option("task")
        here = [task for task in tasks if task.name == named or not named]
        here = [task for task in here if named or place in (None, task.id)]
        recalled = [await ports.recollection.of(work, task) for task in here[:MOST_TASKS]]
    if any(each.task.is_about_texts or each.task.rater for each in recalled):
        return None
    said = [(each, values) for each in recalled if (values := _values(ports, request, each))]
    if not said:
        return None
    most = max(len(values) for _, values in said)
    fitting = [(each, values) for each, values in said if len(values) == most]
    return _reply(request, *fitting[0], is_best=is_best) if len(fitting) == 1 else None


def _values(ports: Ports, request: Request, recalled: Recalled) -> Mapping[FieldKey, Value]:
    """Return the values of a task that a sentence says: known names, a yes or no, and numbers."""
    task, known = recalled.task, recalled.known
    today = request.sender.day_of(ports.clock())
    reading = request.readings.of(request.text, task, known, today=today)
    values = {}
    for key, value in reading.values.items():
        field = task.field(key)
        names = (*field.options, *known.categories.get(key, ()))
        is_known = value in names or not isinstance(value, str)
        if is_known and field.kind is not FieldKind.DATE:
            values[key] = value
    return values


def _reply(
    request: Request, recalled: Recalled, values: Mapping[FieldKey, Value], *, is_best: bool
) -> Reply:
    """Return the examples that have these values: the newest, or what stands out first."""
    task, locale = recalled.task, request.sender.locale
    found = [
        each
        for each in reversed(tuple(recalled.newest.values()))
        if values.items() <= task.convert_values(each.values).items()
    ]
    if is_best and task.target.kind.is_number:
        found = _by_target(found, simplified(request.text))
    total = say("counted", locale=locale, count=len(found))
    title = f"{task.name}: {total} ({show.values_of(values, task, locale=locale)})"
    rows = tuple(shown_to_all(each, task, request) for each in found[:_SHOWN])
    return Reply(title=title, lines=rows)


def _by_target(found: list[Example], text: str) -> list[Example]:
    """Return examples by their numbers, what is asked for first; a loss may be below zero."""
    numbers = {each.id: each.target for each in found if isinstance(each.target, float)}
    is_loss = _LOST.search(text) is not None and any(one < 0 for one in numbers.values())
    is_low = (_LOW.search(text) is not None) is not is_loss
    told = [each for each in found if each.id in numbers]
    return sorted(told, key=lambda each: numbers[each.id], reverse=not is_low)
