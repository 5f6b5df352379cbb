"""Follow-up questions: an answered one is asked again with a change, the rest carried over."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.assistant import show
from core.assistant.act_words import AMOUNT
from core.assistant.acts import heard
from core.assistant.buttons import written
from core.assistant.commands.amending import amending_words
from core.assistant.commands.answered import asked_again
from core.assistant.commands.asking import ask
from core.assistant.commands.judged import Judged, judged_answer
from core.assistant.reading import Known, read_question
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request
from core.assistant.settling import unread_words
from core.assistant.task_fit import takes_any_words
from core.assistant.which import find_task
from core.assistant.wording import say
from core.domain.fields import Field, Value
from core.domain.identity import FieldKey
from core.domain.task import Task

_LEADS: Final = re.compile(
    r"\W*(?:(?:ok(?:ay)?|so|well|then|hmm?)[\s,]+)*"
    r"(?:(?:and|what (?:about|if)|how about|(?:the )?same|but (?:if|with|without|in|on|for))\b"
    r"|(?:那(?![天个种边里些么])|那么)(?:要是|如果|假如)?|换成|同样|一样|(?:如果|要是|假如)?换)",
    re.IGNORECASE,
)
"""What a sentence begins with that goes on from the last question: ``and in Mitte?``, 那周六呢？"""
_MORE: Final = re.compile(
    r"(?P<by>\d+(?:\.\d+)?)\s+(?P<way>more|fewer|less)\s+(?P<name>[^\W\d_]+)"
    r"|(?P<han>[多少])(?P<han_by>\d+)个?(?P<han_name>[^\W\d_]+?)(?=[?？呢吗，。\s]|$)",
    re.IGNORECASE,
)
_FEWER: Final = frozenset(["fewer", "less", "少"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a sentence changes of a question, and what of it was not read."""

    values: Mapping[FieldKey, Value]
    unread: Sequence[str] = ()


async def answer_follow_up(ports: Ports, request: Request) -> Reply | None:
    """Return the answer to the sender's last question with what a sentence changes of it.

    None where the sentence neither goes on from it nor puts it right (``sorry, I meant Sunday``),
    is about another task, or changes nothing.
    """
    lead = _LEADS.match(request.text)
    rest = request.text[lead.end() :] if lead else amending_words(request.text)
    spoken = heard(rest)
    is_amount = spoken is not None and spoken.act is AMOUNT
    if not rest or (spoken is not None and not (lead and is_amount)):
        return None
    since = ports.last_answers_since()
    async with ports.open_work() as work:
        judged = await judged_answer(ports, work, request)
        if judged is None or judged.prediction.answered_at < since:
            return None
        try:
            task, request = await find_task(work, request, ports=ports)
        except AskFirst:
            task = judged.task
    if task is None or task.id != judged.task.id or task.is_about_texts:
        return None
    changes = changes_in(ports, replace(request, text=rest), judged, is_led=lead is not None)
    return None if changes is None else await ask_changed(ports, request, judged, changes)


def changes_in(
    ports: Ports, request: Request, judged: Judged, *, is_led: bool = False
) -> Changes | None:
    """Return what a sentence changes of an answered question; None where it changes nothing.

    Args:
        ports: for the day that it is.
        request: the sentence.
        judged: the answer to the question.
        is_led: whether the sentence surely goes on from it. Otherwise only what is read whole
            counts, and no words that any words would be.
    """
    task, known, text = judged.task, judged.known, request.text
    before = task.convert_values(judged.prediction.question.values)
    counted = _counted_on(text, task, before)
    if counted is not None:
        return Changes(values=counted) if counted else None
    reading = read_question(text, task, known, today=request.sender.day_of(ports.clock()))
    if reading.unclear or reading.offers or (reading.unread and not is_led):
        return None
    is_plain = all(
        _is_plain(task.field(key), new, known) or (is_led and key in before)
        for key, new in reading.values.items()
    )
    is_change = is_plain and bool(reading.values)
    return Changes(values=reading.values, unread=reading.unread) if is_change else None


async def ask_changed(ports: Ports, request: Request, judged: Judged, changes: Changes) -> Reply:
    """Answer a question again with these values changed, and say what is carried over."""
    prediction, task, locale = judged.prediction, judged.task, request.sender.locale
    before = task.convert_values(prediction.question.values)
    text = written({**before, **changes.values}, task)
    reply = await ask(ports, asked_again(request, prediction, task.name, text))
    carried = {key: value for key, value in before.items() if key not in changes.values}
    notes = list(unread_words(changes.unread, locale))
    if carried:
        values = show.values_of(carried, task, locale=locale)
        notes.insert(0, say("carried over", locale=locale, number=prediction.number, values=values))
    return replace(reply, notes=(*notes, *reply.notes))


def _counted_on(
    text: str, task: Task, before: Mapping[FieldKey, Value]
) -> dict[FieldKey, Value] | None:
    """Return the value that ``2 more rooms`` makes of the one before; None where none is said."""
    found = _MORE.search(text)
    if found is None:
        return None
    name = (found["name"] or found["han_name"]).casefold()
    names = {name, name.removesuffix("s"), f"{name}s"}
    for field in task.fields:
        number = before.get(field.key)
        if field.name.casefold() in names and isinstance(number, float):
            by = float(found["by"] or found["han_by"])
            is_less = (found["way"] or found["han"]).casefold() in _FEWER
            return {field.key: number - by if is_less else number + by}
    return {}


def _is_plain(field: Field, value: Value, known: Known) -> bool:
    """Return whether a value says what it is of: no words that were never seen there."""
    return not takes_any_words(field) or value in known.categories.get(field.key, ())
