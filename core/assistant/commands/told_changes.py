"""What a reply to a lesson's card tells of it, clause by clause: ``my mistake, it was a cat``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.assistant.change_words import BECOMES, CLAUSES, changed_to
from core.assistant.commands.amending import amending_words
from core.assistant.commands.amendments import (
    Amendment,
    amendments_in,
    is_said,
    parts_measured,
    says_more,
)
from core.assistant.reading import Known, Unclear, beside_truth, read_question, read_said_truth
from core.assistant.task_fit import are_new_words, stands_in
from core.domain.example import Example, Lesson
from core.domain.fields import Value, show_plain
from core.domain.identity import FieldKey
from core.domain.task import Task
from core.errors import InvalidValue

_LEADS: Final = re.compile(
    r"(?:(?:please|pls|and|but|so|then|also|still|again|now|oh|ok(?:ay)?|make (?:it|that|them)|"
    r"(?:change|set|put|correct|update) (?:it|that)(?: to)?|(?:it|that|there|they)(?:['’]?s|"
    r" is| was| are| were| had| has)|is|was|were)\b[\s,]*"
    r"|(?:请|把它?|帮我|还|那|就|都|现在|其实|应该|改|换|变|写|更新?)*(?:改成|改为|换成|换为|变成|写成|更新为|是|为)\s*"
    r"|(?:现在|还是|其实|而是|请)\s*)+",
    re.IGNORECASE,
)
"""Words that lead to what is so now."""
_AND: Final = re.compile(r"\s+(?:and|but)\s+|而且|还有|并且")
_TRAILS: Final = re.compile(r"[吧啦哦哈啊呀嘛]+[\s。.!！]*$")
"""Particles that a Chinese sentence ends with, which say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a reply tells of a lesson that the lesson does not say."""

    changes: Sequence[Amendment]
    """One, or several of which the member is to choose."""
    unread: Sequence[str]


def without_leads(text: str) -> str:
    """Return a text without the words that lead to what is so now: ``make it 215``."""
    bare = _TRAILS.sub("", text.strip())
    if (changed := changed_to(bare)) and not any(sign.isnumeric() for sign in changed[0]):
        return " ".join(changed)
    lead = _LEADS.match(bare)
    rest = bare[lead.end() :] if lead else bare
    return BECOMES.sub(" ", rest).strip(" ,，") or bare


def told_of(text: str, example: Example | Lesson, task: Task, known: Known, *, today: date) -> Told:
    """Return what a reply tells of a lesson, of each of its clauses that can be read."""
    whole = amendments_in(text, example, task, known, today=today, is_led=False)
    if whole:
        return Told(changes=whole, unread=())
    found: list[Sequence[Amendment]] = []
    unread: list[str] = []
    for clause in filter(None, (part.strip() for part in CLAUSES.split(text))):
        parts = _AND.split(clause)
        each = [_told_in(part, example, task, known, today) for part in parts]
        if len(each) > 1 and all(told and not left for told, left in each):
            found += [told for told, _ in each]
            continue
        told, left = _told_in(clause, example, task, known, today)
        found += [told] if told else []
        unread += left if told else [clause]
    return Told(changes=_together(found), unread=unread)


def _told_in(
    clause: str, example: Example | Lesson, task: Task, known: Known, today: date
) -> tuple[Sequence[Amendment], Sequence[str]]:
    """Return what a clause tells, without the words that lead to it."""
    words = without_leads(amending_words(clause) or clause)
    return _told_by(words, example, task, known, today)


def _together(found: Sequence[Sequence[Amendment]]) -> Sequence[Amendment]:
    """Return what several clauses tell as one change; apart where it is not clear that they do."""
    each = [one for told in found for one in told]
    keys = [key for one in each for key in one.values]
    truths = [one.truth for one in each if one.truth is not None]
    is_clear = all(len(told) == 1 for told in found)
    if not is_clear or len(set(keys)) < len(keys) or len(truths) > 1 or not each:
        return each
    values = {key: value for one in each for key, value in one.values.items()}
    return [Amendment(values=values, truth=truths[0] if truths else None)]


def _told_by(
    words: str, example: Example | Lesson, task: Task, known: Known, today: date
) -> tuple[Sequence[Amendment], Sequence[str]]:
    """Return what one clause tells that the lesson does not say, and what of it is not read."""
    is_led = not says_more(words, example, task, known, today)
    whole = amendments_in(words, example, task, known, today=today, is_led=is_led)
    if whole:
        return [one for one in whole if not is_said(one, example)], ()
    reading = read_question(words, task, known, today=today)
    values = {
        key: value
        for key, value in reading.values.items()
        if not _is_chance(words, task, key, value, known)
        or stands_in(task.field(key).name.casefold(), words.casefold())
    }
    if values:
        one = Amendment(values=values)
        new = [show_plain(value) for key, value in reading.values.items() if key not in values]
        return ([] if is_said(one, example) else [one]), (*new, *reading.unread)
    try:
        truth = read_said_truth(words, task.target, known)
    except InvalidValue:
        return (), ()
    names = (field.name.casefold() for field in task.fields)
    is_of_field = any(stands_in(name, words.casefold()) for name in names)
    if isinstance(truth, Unclear) or truth == example.target or is_of_field:
        return (), ()
    is_known = isinstance(truth, float) or truth in (*task.target.labels, *known.labels)
    beside = beside_truth(words, task.target, known) if isinstance(truth, float) else ()
    return ([Amendment(values={}, truth=truth)] if is_known else []), beside


def _is_chance(words: str, task: Task, key: FieldKey, value: Value, known: Known) -> bool:
    """Return whether a value may be none of its field: words that are new, or a bare number."""
    is_bare = isinstance(value, float) and key not in parts_measured(words, task, known)
    return is_bare or are_new_words(task.field(key), value, known)
