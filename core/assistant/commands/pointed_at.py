"""A sentence about an example that it points at: 周三那条不是雨是雾, ``the barn one was …``.

It is offered as a change of that example, or it is asked which is meant; it is never forecast.
"""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.acts import ends_as_question
from core.assistant.commands.amending import question_of_change
from core.assistant.commands.told_changes import told_of
from core.assistant.raters import shown_to_all
from core.assistant.recollection import Recalled
from core.assistant.request import AskFirst, Ports, Request, Unsure
from core.assistant.settling import unread_words
from core.assistant.statements import has_question_words
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import Value, show_plain
from core.domain.task import Task

_POINTS: Final = (
    re.compile(r"(?P<what>[^，,。；;：:]{1,24}?)的?那[条笔单套](?P<said>.{1,80})"),
    re.compile(
        r"^\W*(?:(?:no|oh|sorry|and|but|actually)\b\W*)*(?:the|that)\s+(?P<what>[^,;:.]{1,40}?)\s+one"
        r"(?P<said>\s+(?:was|wasn['’]?t|were|weren['’]?t|had|should|is wrong)\b.{1,80})",
        re.IGNORECASE,
    ),
)
_CHANGES: Final = re.compile(
    r"不是|不对|记错|错了|应该|其实|改[成为]|是"
    r"|\b(?:was|wasn['’]?t|were|weren['’]?t|had|should|actually|sorry|wrong)\b",
    re.IGNORECASE,
)
"""What is said of an example that is to be put right."""
_LEADS: Final = re.compile(
    r"^[\s,，]*(?:的)?(?:(?:不对|记错了?|错了)[，,\s]*)?(?:其实|应该)?"
    r"|^\W*(?:actually|sorry)\W+|\W*(?:actually|sorry)\W*$",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
_SHORTEST: Final = 2
"""Letters or Chinese characters of a word by which an example is known."""
_MOST_SHOWN: Final = 5
"""Examples of which one may be meant, the newest first."""


async def offer_pointed_at(ports: Ports, request: Request) -> None:
    """Return where a sentence tells nothing of an example that it points at.

    Raises:
        AskFirst: it does: whether that example is to be changed so.
        Unsure: several are alike.
    """
    text = request.text
    found = next((m for points in _POINTS if (m := points.search(text))), None)
    if found is None or ends_as_question(text) or has_question_words(text):
        return
    said = found["said"]
    if not _CHANGES.search(said) or "task" in request.options:
        return
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
        recalled = [await ports.recollection.of(work, task) for task in tasks]
    meant = [
        (example, each)
        for each in recalled
        for example in _pointed_at(found["what"], request, each)
    ]
    if len(meant) == 1:
        _offer_change(ports, request, *meant[0], said=_LEADS.sub("", said).strip())
    elif meant:
        raise _which(request, [(example, each.task) for example, each in meant])


def _offer_change(
    ports: Ports, request: Request, example: Example, recalled: Recalled, *, said: str
) -> None:
    """Ask whether the example is to be changed as words say; return where they say no change."""
    task, today = recalled.task, request.sender.day_of(ports.clock())
    told = told_of(said, example, task, recalled.known, today=today)
    if not told.changes:
        return
    asked = question_of_change(request, example, task, told.changes, said=said)
    ignored = unread_words(told.unread, request.sender.locale)
    raise AskFirst(asked.title, *asked.lines, *ignored, ways=asked.ways)


def _pointed_at(what: str, request: Request, recalled: Recalled) -> Sequence[Example]:
    """Return the sender's examples that have a name as it was said, else its numbers and words."""
    task = recalled.task
    units = {w for field in task.fields for w in _WORDS.findall((field.unit or "").casefold())}
    names = {field.name.casefold() for field in task.fields} | {task.name.casefold()}
    words = [word for word in _WORDS.findall(what.casefold()) if word not in units | names]
    words = [word for word in words if word[0].isdigit() or len(word) >= _SHORTEST]
    own = [
        example
        for example in sorted(recalled.newest.values(), key=lambda one: -one.number)
        if example.author == request.sender.member and example.stands
    ]
    said = what.casefold().strip()
    named = [one for one in own if any(said in name for name in _names(one, task))]
    return named or [one for one in own if words and all(_has(one, task, word) for word in words)]


def _values(example: Example, task: Task) -> list[Value]:
    values = [v for key, v in example.values.items() if task.field(key) in task.typed_fields]
    return values if example.target is None else [*values, example.target]


def _names(example: Example, task: Task) -> list[str]:
    return [show_plain(v).casefold() for v in _values(example, task) if isinstance(v, str)]


def _has(example: Example, task: Task, word: str) -> bool:
    """Return whether a number or a word is a value of the example, or a part of its names."""
    values, names = _values(example, task), _names(example, task)
    if not word[0].isdigit():
        return any(word in name for name in names)
    numbers = [v for v in values if isinstance(v, float | int) and not isinstance(v, bool)]
    is_named = any(re.search(rf"(?<!\d){re.escape(word)}(?!\d)", name) for name in names)
    return is_named or any(float(number) == float(word) for number in numbers)


def _which(request: Request, meant: list[tuple[Example, Task]]) -> Unsure:
    """Return what to say where a sentence is about an example and not clear enough."""
    locale = request.sender.locale
    shown = [shown_to_all(example, task, request) for example, task in meant[:_MOST_SHOWN]]
    number = meant[0][0].number
    command = say("a command", locale=locale, name=f"examples edit {number}")
    hint = say("change by number", locale=locale, number=number, command=command)
    return Unsure("\n".join((say("about an example", locale=locale), *shown, hint)))
