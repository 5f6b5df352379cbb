"""Follow-up questions: an answered one is asked again with a change, the rest carried over."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from core.assistant import show
from core.assistant.act_words import AMOUNT
from core.assistant.acts import Spoken, heard, plain_words
from core.assistant.buttons import written
from core.assistant.commands.amending import amending_words, says_in_unit
from core.assistant.commands.answered import asked_again
from core.assistant.commands.asking import ask
from core.assistant.commands.judged import Judged, recent_answer, says_number_alone
from core.assistant.commands.rated_items import says_points
from core.assistant.reading import Known, is_measured, read_question
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request
from core.assistant.settling import unread_words
from core.assistant.task_fit import are_new_words
from core.assistant.which import find_task
from core.assistant.word_sets import word_set
from core.assistant.wording import say
from core.domain.fields import Value
from core.domain.identity import FieldKey
from core.domain.task import Task

_LEADS: Final = re.compile(
    r"\W*(?:(?:ok(?:ay)?|cool|oh|so|well|then|hmm?|also|again|thanks|great|nice)[\s,]+)*"
    r"(?:(?:and|what (?:about|if)|how about|(?:the )?same|but (?:if|with|without|in|on|for))\b"
    r"(?:\s+(?:what (?:about|if)|how about|but|if|with)\b)*"
    r"|(?:那(?![天个种边里些么])|那么)(?:要是|如果|假如)?(?:换成|改成|变成)?|换成|同样|一样"
    r"|(?:如果|要是|假如)?换[成个])",
    re.IGNORECASE,
)
"""What a sentence begins with that goes on from the last question: ``and in Mitte?``, 那周六呢？"""
_INSTEAD: Final = re.compile(
    r"\W*(?:no[\s,]+)?(?:not\b(?P<was>.{1,20}?)(?:,|\bbut\b)"
    r"|不是(?P<han_was>.{1,12}?)[，,\s]*(?:而)?是)\s*(?P<rest>.+)",
    re.IGNORECASE,
)
"""What of the question was otherwise: 不是5级，是4级."""
_TRAIL: Final = re.compile(r"呢[\s?？!！。]*$")
"""What such a sentence ends with in Chinese: 夜钓呢, 风改成5级呢."""
_CHANGES: Final = re.compile(r"改成|变成|换成|改为")
_MORE: Final = re.compile(
    r"(?<![\d.,-])(?P<by>\d+(?:\.\d+)?)\s*"
    r"(?P<unit>(?!(?:or|and|to|of)\b)[^\W\d_]{1,12}\s)?\s*\b(?P<way>more|older|longer|bigger|larger|"
    r"heavier|warmer|hotter|higher|further|farther|later|fewer|less|younger|shorter|smaller|"
    r"lighter|colder|cooler|lower|closer|earlier)\b(?:\s+(?P<name>(?!and\b|or\b|but\b|with)[^\W\d_]+))?"
    r"|(?<![差最至不约])(?P<han>[多大高长重远晚少小低短轻近早])"
    r"(?P<han_by>\d+(?:\.\d+)?)个?(?P<han_name>[^\W\d_]+?)(?=[?？呢吗，。\s]|$)",
    re.IGNORECASE,
)
"""An amount more or less than the one before: ``2 more rooms``, ``3 years older``, 多2间."""
_BOUND: Final = re.compile(
    r"\b(?:up to|at (?:least|most)|than|or (?:more|less|fewer)|more (?:like|or less))\b"
    r"|\d\s*[-–—~]\s*\d|最多|最少|至少|至多|差不多|不到|不超过",
    re.IGNORECASE,
)
"""Words that make no certain amount of a number."""
_ASKS_ANEW: Final = re.compile(
    r"\s*(?:what|how|which|who|when|where|why|is|are|does|do|did|will|would|can|could)\b",
    re.IGNORECASE,
)
_ASKS_ANEW_HAN: Final = re.compile(r"多少|几|怎|什么|哪")
"""Words of a question that is whole, and carries nothing over."""
_PLAIN_WAYS: Final = frozenset(["more", "fewer", "less"])
_FEWER: Final = word_set(
    "fewer less younger shorter smaller lighter colder cooler lower closer earlier",
    "少 小 低 短 轻 近 早",
)


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
    is_led = lead is not None or _TRAIL.search(request.text) is not None
    instead = _INSTEAD.fullmatch(request.text)
    rest = _changed_words(request.text) if is_led else amending_words(request.text)
    rest = instead["rest"] if instead else rest
    is_led = is_led or instead is not None
    if _asks_anew(request.text, rest, is_lead=lead is not None):
        return None
    spoken = heard(rest)
    is_measure = spoken is not None and spoken.act is AMOUNT and is_measured(rest)
    is_act = spoken is not None and (_wants_or_tells(spoken) if is_led else not is_measure)
    if not rest or is_act:
        return None
    judged = await recent_answer(ports, request)
    if judged is None:
        return None
    async with ports.open_work() as work:
        try:
            task, request = await find_task(work, request, ports=ports)
        except AskFirst:
            task = judged.task
    if task is None or task.id != judged.task.id or task.is_about_texts:
        return None
    if task.rater and says_points(rest):
        return None
    if instead and not _was_said(ports, request, judged, instead["was"] or instead["han_was"]):
        return None
    changes = changes_in(ports, replace(request, text=rest), judged, is_led=is_led)
    if changes and is_measure and not is_led and not _is_in_unit(rest, task, changes):
        return None
    return None if changes is None else await ask_changed(ports, request, judged, changes)


def _is_in_unit(text: str, task: Task, changes: Changes) -> bool:
    """Return whether the one change is an amount in its field's own unit: ``14 years``."""
    return all(says_in_unit(text, task, *one) for one in changes.values.items())


def _asks_anew(text: str, rest: str, *, is_lead: bool) -> bool:
    """Return whether a sentence that goes on like a follow-up is a whole question of its own."""
    if is_lead:
        return _ASKS_ANEW.match(rest) is not None
    return _TRAIL.search(text) is not None and _ASKS_ANEW_HAN.search(text) is not None


def _was_said(ports: Ports, request: Request, judged: Judged, text: str) -> bool:
    """Return whether a text says values of the answered question, and nothing else."""
    today = request.sender.day_of(ports.clock())
    said = read_question(text, judged.task, judged.known, today=today)
    before = judged.task.convert_values(judged.prediction.question.values)
    is_whole = bool(said.values) and not (said.unread or said.unclear)
    return is_whole and said.values.items() <= before.items()


def _wants_or_tells(spoken: Spoken) -> bool:
    """Return whether words behind ``and`` want something done, or tell what came true."""
    return bool(spoken.words) and (not spoken.act.needs_truth or says_number_alone(spoken))


def _changed_words(text: str) -> str:
    """Return the words of a follow-up question that say what is changed."""
    lead = _LEADS.match(text)
    rest = _TRAIL.sub("", text[lead.end() :] if lead else text)
    return _CHANGES.sub(" ", rest).strip()


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
    today = request.sender.day_of(ports.clock())
    counted = _counted_on(text, task, known, before, today=today)
    if counted is None:
        return None
    text = _MORE.sub(" ", text).strip()
    if not text.strip(" ?？呢吗。.!"):
        return Changes(values=counted) if counted else None
    reading = read_question(text, task, known, today=today)
    if reading.unclear or ((reading.offers or reading.unread) and not is_led):
        return None
    is_plain = all(
        not are_new_words(task.field(key), new, known) or (is_led and key in before)
        for key, new in reading.values.items()
    )
    values = {**reading.values, **counted}
    is_change = is_plain and bool(values) and len(values) == len(reading.values) + len(counted)
    return Changes(values=values, unread=reading.unread) if is_change else None


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
    text: str, task: Task, known: Known, before: Mapping[FieldKey, Value], *, today: date
) -> dict[FieldKey, Value] | None:
    """Return the numbers that ``2 more rooms`` makes of those before; None where unclear."""
    counted: dict[FieldKey, Value] = {}
    if _BOUND.search(text) and _MORE.search(text):
        return None
    for found in _MORE.finditer(text):
        of = found["unit"] or found["name"] or found["han_name"] or ""
        by = read_question(f"{found['by'] or found['han_by']} {of}", task, known, today=today)
        numbers = [
            (key, old, new)
            for key, new in by.values.items()
            if isinstance(new, float) and isinstance(old := before.get(key), float)
        ]
        if len(numbers) != 1 or by.unread:
            return None
        key, old, new = numbers[0]
        field, way = task.field(key), (found["way"] or "").casefold()
        is_of_unit = bool(field.unit) and plain_words(of) not in plain_words(field.name)
        if way and way not in _PLAIN_WAYS and not is_of_unit:  # "3 rooms higher up"
            return None
        is_less = (found["way"] or found["han"]).casefold() in _FEWER
        now = old - new if is_less else old + new
        if now < 0 <= old:
            return None
        counted[key] = now
    return counted
