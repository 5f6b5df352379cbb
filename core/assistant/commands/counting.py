"""How many examples were taught, where a sentence asks that: counted, never forecast."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.assistant import show
from core.assistant.acts import plain_words
from core.assistant.place_tasks import task_of_place
from core.assistant.question_kinds import asks_for_cases
from core.assistant.raters import is_read_by_others, shown_to_all
from core.assistant.reading.speech import FILLERS, NO, STOP_WORDS, YES
from core.assistant.reading.traditional import simplified
from core.assistant.recollection import NEWEST, Recalled
from core.assistant.reply import Reply
from core.assistant.request import Ports, Request
from core.assistant.settling import unread_words
from core.assistant.task_fit import MOST_TASKS, stands_in
from core.assistant.task_names import by_name, tasks_mentioned
from core.assistant.word_sets import word_set
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.task import Task

_SHOWN: Final = 5
"""Examples that are shown beside their number."""
_NOUNS: Final = "examples?|lessons?|records?|entries|entry|samples?|observations?"
_TAUGHT: Final = "taught|teach|saved?|stored?|recorded?|been taught|imported"
_COUNTS: Final = re.compile(
    rf"\b(?:how many|what(?: is|['’]?s) the number of|number of)\s+(?:\w+\s+){{0,3}}?(?:{_NOUNS})\b"
    rf"|\bhow many\b(?=.{{0,60}}?\b(?:have|has|did|were|was|do)\s+(?:(?:i|we|you|they)\s+)?"
    rf"(?:already\s+|ever\s+)?(?:{_TAUGHT})\b)"
    r"|\bhow many\b.{1,40}\b(?:have|do|did) you\s+(?:got|get|have|kept?|know)\b.{0,20}"
    r"\b(?:from|of) (?:us|me|ours|mine)\b",
    re.IGNORECASE,
)
_COUNTS_HAN: Final = re.compile(
    r"(?:[教记存录学]|保存|记录|录入|添加)(?:了|过|有)?(?:几|多少)(?:[条个场笔次组]|例子)?"
    r"|(?:几|多少)条(?:是|算|属于)|(?:几|多少)[条个组笔]?(?:例子|样例|样本|记录|资料|数据)"
    r"|(?:例子|样例|样本|记录|资料|数据)[^，,。？?]{0,6}?(?:几|多少)[条个组笔]"
    r"|各[自都]?有?(?:几|多少)[条笔]"
)
_OF_LABELS: Final = re.compile(
    r"\bhow many\b.{1,60}\b(?:are there|do (?:you|we) have|have (?:you|we)|each)\b"
    r"|(?:各|分别)[自都]?有?(?:几|多少)[条个组笔]?(?:例子)?[呢啊呀\s?？]*$",
    re.IGNORECASE,
)
"""What counts examples only where it says nothing but labels: 复习、报名各有多少."""
_LISTS_HAN: Final = re.compile(
    r"[教记存录](?:了|过|着|有)?(?:哪些|什么)"
    r"|的(?:一共|总共|都)?有(?:哪些|哪?几[条个笔场次组]|多少[条个笔场次组])(?=[呢啊呀\s?？]*$)"
)
"""What asks for examples beside a value that those have: 你都存了哪些老王的, 搞笑的有几条."""
_ANY: Final = re.compile(
    rf"\b(?:any|which)\s+(?:\w+\s+){{0,3}}?(?:{_NOUNS})\b(?!\s+(?:to|from|learned))", re.IGNORECASE
)
"""The same: any lessons with the laser yet?"""
_CASES: Final = re.compile(r"\b(?:how many|number of|count|any)\b", re.IGNORECASE)
"""What counts the cases that a task's name may be the noun of."""
_FROM_US: Final = re.compile(r"\b(?:teach|taught)\b|\bfrom (?:us|me)\b|教", re.IGNORECASE)
"""The bot's own lessons are meant, which no text to classify counts."""
_OF_MEMBER: Final = re.compile(r"\b(?:have|did)\s+i\b|\bof mine\b|我(?!们)", re.IGNORECASE)
"""Those that the sender taught themselves are meant."""
_LITTLE: Final = (
    STOP_WORDS
    | FILLERS
    | word_set(
        "how many number of example examples lesson lessons record records entry entries sample "
        "samples observation observations taught teach save saved store stored record recorded "
        "entered enter add added log logged noted learn learned learnt imported been already ever "
        "so far total altogether now mine did said say says task tasks all until what whats ones "
        "one about have you got get from us me kept keep know are is has with had any which "
        "there yet count"
    )
)
_LITTLE_HAN: Final = re.compile(
    r"哪(?=几)|[的了过有是在里中我们你您咱吗呢啊呀到底现目前已经这那个条场笔次组一共总计关于任务教记存录学各和跟与着]"
    r"|几|多少|属于|算|都|例子|样例|样本|记录|资料|数据|保存|录入|添加|目前|到现在为止|哪些|什么|分别|以及"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """The examples of a task that are meant, and by what."""

    task: Task
    count: int
    of: tuple[str, ...]
    """The values that they have, and whose they are."""
    found: Sequence[Example]
    is_of_newest: bool
    has_facts: bool
    """Whether what they have is so or not so, or none of a number."""
    each: Sequence[tuple[str, int]] = ()
    """Several values of the target or of one field, and how many examples have each."""


async def answer_count(ports: Ports, request: Request) -> Reply | None:
    """Return how many examples there are of what a sentence names; None where it asks otherwise.

    A text to classify may ask how many, unless that says nothing but what was taught.
    """
    text = simplified(request.text)
    is_count = _COUNTS.search(text) or _COUNTS_HAN.search(text)
    may_list = any(one.search(text) for one in (_OF_LABELS, _LISTS_HAN, _ANY, _CASES))
    if not (is_count or may_list):
        return None
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
        place = await task_of_place(work, request.sender)
        recalled = [await ports.recollection.of(work, task) for task in tasks[:MOST_TASKS]]
        counts = {task.id: await work.examples.count(task.id) for task in tasks}
    here = [each.task for each in recalled if place in (None, each.task.id)]
    meant = _meant(recalled, request, place)
    is_of_cases = len(meant) == 1 and asks_for_cases(text, meant[0].task)
    may_be_text = any(task.is_about_texts for task in here)
    is_named = "task" in request.options
    if not recalled or (may_be_text and (is_named or not _is_of_taught(text, meant))):
        return None
    if not is_count and not (not _unread(text, meant) if is_of_cases else _names_what(text, meant)):
        return None
    today = request.sender.day_of(ports.clock())
    counted = [_counted(each, request, counts[each.task.id], today) for each in meant]
    denying = NO if any(each.has_facts for each in counted) else ()
    unread = [word for word in _unread(text, meant) if word not in denying]
    return _reply(counted, request, unread)


def _names_what(text: str, meant: Sequence[Recalled]) -> bool:
    """Return whether a sentence says nothing but labels, or but values where it lists examples."""
    if _unread(text, meant):
        return False
    folded = text.casefold()
    named = [name for each in meant for name in _values_named(each, folded)]
    labels = {name for each in meant for name in (*each.task.target.labels, *each.known.labels)}
    is_list = _LISTS_HAN.search(text) or _ANY.search(text)
    return bool(named) and (is_list is not None or labels.issuperset(named))


def _is_of_taught(text: str, meant: Sequence[Recalled]) -> bool:
    """Return whether a sentence asks how many were taught, beside names and values alone."""
    return _FROM_US.search(text) is not None or not _unread(text, meant)


def _meant(recalled: Sequence[Recalled], request: Request, place: object) -> Sequence[Recalled]:
    """Return the tasks that a sentence names, by their own name or a value; else all of them."""
    text, tasks = request.text.casefold(), [each.task for each in recalled]
    said = by_name(tasks, request.option("task")) if "task" in request.options else None
    named = [said] if said else tasks_mentioned(tasks, request.text)
    of_place = [each for each in recalled if each.task.id == place]
    by_names = [each for each in recalled if each.task in named]
    by_values = [each for each in recalled if _values_named(each, text)]
    return by_names or of_place or by_values or recalled


def _values_named(recalled: Recalled, text: str) -> Sequence[str]:
    """Return the categories, items and labels that a sentence names, the longer before a part."""
    known, task = recalled.known, recalled.task
    names = [name for seen in known.categories.values() for name in seen]
    names += [name for field in task.fields for name in field.options]
    names += [*task.target.labels, *known.labels]
    folded = simplified(text)
    said = [n for n in dict.fromkeys(names) if _is_said(simplified(n).casefold(), folded)]
    return [one for one in said if not any(one != other and one in other for other in said)]


def _is_said(name: str, text: str) -> bool:
    """Return whether a name stands in a text as one; a yes or no only where it is said to be."""
    if name in YES | NO:
        return (
            re.search(rf"\b(?:said?|says?|labell?ed|marked)\s+{re.escape(name)}\b", text)
            is not None
        )
    if not name.isascii() and len(name) == 1:  # 水 within other words
        return re.search(rf"(?:是|算|属于){name}(?![一-鿿])", text) is not None
    return stands_in(name, text)


def _counted(recalled: Recalled, request: Request, count: int, today: date) -> _Counted:
    """Return those of a task's examples that a sentence names."""
    values, task = _values_named(recalled, request.text.casefold()), recalled.task
    reading = request.readings.of(request.text, task, recalled.known, today=today)
    facts = {
        key: value
        for key, value in reading.values.items()
        if isinstance(value, bool)
        or (value == 0 and _says_none_of(task.field(key).name, request.text))
    }
    is_own = task.rater is not None or _OF_MEMBER.search(request.text) is not None
    wanted = _by_field(recalled, values)
    found = [
        each
        for each in recalled.newest.values()
        if all(not those.isdisjoint({each.target, *each.values.values()}) for those in wanted)
        and (each.author == request.sender.member or not is_own)
        and facts.items() <= each.values.items()
    ]
    several = next((those for those in wanted if len(those) > 1), frozenset())
    locale = request.sender.locale
    own = (say("taught by you", locale=locale),) if is_own else ()
    shown = (show.values_of(facts, task, locale=locale),) if facts else ()
    is_part = bool(values or facts or is_own)
    return _Counted(
        task=task,
        count=len(found) if is_part else count,
        of=(*values, *shown, *own),
        found=found,
        is_of_newest=is_part and count > NEWEST,
        has_facts=bool(facts),
        each=[
            (value, sum(value in (one.target, *one.values.values()) for one in found))
            for value in values
            if value in several
        ],
    )


def _says_none_of(name: str, text: str) -> bool:
    return re.search(rf"\bno\s+{re.escape(name)}\b", text, re.IGNORECASE) is not None


def _by_field(recalled: Recalled, values: Sequence[str]) -> Sequence[frozenset[str]]:
    """Return values in groups, each of the target or one field: an example has one of a group."""
    task, known = recalled.task, recalled.known
    fields = [{*field.options, *known.categories.get(field.key, ())} for field in task.fields]
    groups = [
        frozenset(values) & names for names in ({*task.target.labels, *known.labels}, *fields)
    ]
    return [group for group in groups if group]


def _reply(counted: Sequence[_Counted], request: Request, unread: Sequence[str]) -> Reply:
    locale = request.sender.locale
    all_of = (say("in all", locale=locale),) if unread else ()
    lines = [_line(each, all_of, locale) for each in counted]
    notes = list(unread_words(unread, locale))
    if any(each.is_of_newest for each in counted):
        notes.append(say("of the newest", locale=locale, count=NEWEST))
    is_aside = any(is_read_by_others(each.task, request) for each in counted)
    if len(counted) > 1:
        title = say("counted", locale=locale, count=sum(each.count for each in counted))
        return Reply(title=title, lines=tuple(lines), notes=tuple(notes), is_personal=is_aside)
    newest = sorted(counted[0].found, key=lambda each: -each.number)[:_SHOWN]
    rows = [shown_to_all(each, counted[0].task, request) for each in newest]
    if parts := counted[0].each:
        rows = [f"{value}: {say('counted', locale=locale, count=count)}" for value, count in parts]
    return Reply(title=lines[0], lines=tuple(rows), notes=tuple(notes), is_personal=is_aside)


def _line(counted: _Counted, all_of: tuple[str, ...], locale: str) -> str:
    total = say("counted", locale=locale, count=counted.count)
    named = show.clip(", ".join(counted.of or all_of), show.SENTENCE)
    of = f" ({named})" if named else ""
    return f"{counted.task.name}: {total}{of}"


def _unread(text: str, meant: Sequence[Recalled]) -> Sequence[str]:
    """Return the words of a sentence that name neither what is counted nor how."""
    rest = plain_words(text)
    names = [name for each in meant for name in _values_named(each, text.casefold())]
    names += [each.task.name for each in meant]
    names += [field.name for each in meant for field in each.task.fields]
    for name in sorted(map(plain_words, names), key=len, reverse=True):
        rest = re.sub(rf"(?<![0-9a-z]){re.escape(name)}s?(?![0-9a-z])", " ", rest) if name else rest
    words = [word for word in rest.split() if word not in _LITTLE]
    left = [word if word.isascii() else _LITTLE_HAN.sub("", word) for word in words]
    return [word for word in left if word]
