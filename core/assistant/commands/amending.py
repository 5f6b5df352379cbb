"""Amending: ``sorry, wind was 9`` right after a lesson is about that lesson."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from core.assistant import show
from core.assistant.acts import ends_as_question, plain_words
from core.assistant.buttons import written
from core.assistant.commands.judged import (
    is_number_alone,
    judged_answer,
    offer_correction,
)
from core.assistant.reading import (
    Known,
    Unclear,
    beside_truth,
    is_measured,
    read_question,
    read_said_truth,
)
from core.assistant.request import TARGET, AskFirst, Ports, Request, Way
from core.assistant.waiting_questions import WaitingQuestion
from core.assistant.which import find_task
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import Value, show_plain
from core.domain.identity import FieldKey
from core.domain.task import Task, Truth
from core.errors import InvalidValue, NotFound
from core.ports.work import Work

_LEADS: Final = re.compile(
    r"(?:(?:oh|ah|hmm?|wait|sorry|oops|whoops|my bad|my mistake|nope|actually|correction|typo|"
    r"no(?=\s*[,.:;!…–—-]|\s+(?:wait|sorry|actually)\b)|"
    r"i (?:really )?(?:meant?|mistyped)(?: to (?:say|write|type))?|"
    r"that should be|make that|(?:that|it)(?:['’]?s| is| was|['’]s not| wasn['’]?t| isn['’]?t) "
    r"(?:wrong|right|incorrect|not right))\b[\s,.:;!…–—-]*"
    r"|(?:啊|哦|呃|抱歉|对不起|不好意思|不对|不是?(?=\s*[,，.。:：;；!！、])|错了|打错了?|写错了?|说错了?|输错了?|更正|我是说|我说的是|"
    r"等等|等一下|应该是|其实)[\s,，.。:：;；!！、…]*)+",
    re.IGNORECASE,
)
"""Words that put right what was typed before."""
_TRAILS: Final = re.compile(
    r"(?:(?<![\s,，.。;；–—-])[\s,，.。;；–—-]+|(?=才))"
    r"(?:sorry|my bad|my mistake|typo|i meant?|actually|抱歉|对不起|"
    r"不好意思|打错了|写错了|说错了|才对|才是)[\s.!。！]*$",
    re.IGNORECASE,
)
_MISTYPED: Final = re.compile(
    r"^(?!我?[写打说输填弄搞]?错|不对)([^\W\d_]{1,12}?)(?:我?[写打说输填]错了?|不对|错了)[\s,，]*(?:应该)?是(?=\S)"
)
"""A field's name before the words that put it right: 水温写错了是22度."""
_SHOULD: Final = re.compile(r"\bshould (?:be|have been|read|say)\b|应该是|应为")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What of a lesson a sentence puts right."""

    values: Mapping[FieldKey, Value]
    truth: Truth | None = None

    def after(self, request: Request) -> "Amendment":
        """Return it with what its member has chosen for the request before."""
        chosen = {FieldKey(key): v for key, v in request.settled.items() if key != TARGET}
        before = request.settled.get(TARGET)
        chosen_truth = before if isinstance(before, float | str) else None
        truth = chosen_truth if self.truth is None else self.truth
        return Amendment(values={**chosen, **self.values}, truth=truth)

    def apply(self, request: Request) -> Request:
        """Return a request with what was put right as its member's choice."""
        for key, value in self.values.items():
            request = request.settle(key, value)
        return request if self.truth is None else request.settle(TARGET, self.truth)

    def written(self, task: Task) -> str:
        """Return it as it is typed: ``wind: 9``, or ``-> 12``."""
        arrow = "" if self.truth is None else f"-> {show_plain(self.truth)}"
        return " ".join((*([written(self.values, task)] if self.values else []), arrow)).strip()

    def described(self, task: Task, locale: str) -> str:
        """Return ``wind 9 km/h``."""
        shown = [show.values_of(self.values, task, locale=locale)] if self.values else []
        if self.truth is not None:
            truth = show.truth(self.truth, task.target, locale=locale)
            shown.append(f"{task.target.name} {truth}")
        return " · ".join(shown)


def _teaches(request: Request) -> bool:
    return request.name.startswith("teach") or "save" in request.agreed


async def amended_waiting(
    ports: Ports, request: Request, waiting: WaitingQuestion
) -> AskFirst | None:
    """Return the question whether a lesson that waits is to be learned with a change.

    None where the sentence does not put it right, or it is a lesson of no task that is there.
    """
    lesson, words = waiting.request, amending_words(request.text)
    if not request.is_sentence or not words:
        return None
    if not waiting.corrects and not any(_teaches(way.request) for way in waiting.question.ways):
        return None
    if waiting.corrects:
        return await _other_correction(ports, request, waiting, words)
    if lesson.name == "correct":
        return None
    async with ports.open_work() as work:
        try:
            task, _ = await find_task(work, lesson)
        except (AskFirst, NotFound):
            return None
        if task is None:
            return None
        known = (await ports.recollection.of(work, task)).known
    amendment = amendment_in(words, task, known, today=request.sender.day_of(ports.clock()))
    if amendment is None:
        return None
    locale, amendment = request.sender.locale, amendment.after(lesson)
    title = say("learn amended", locale=locale, change=amendment.described(task, locale))
    way = Way(
        label=say("save it", locale=locale),
        request=amendment.apply(lesson.agree("save")),
        is_yes=True,
    )
    return AskFirst(title, show.clip(lesson.option("lesson") or lesson.text, 200), ways=(way,))


async def _other_correction(
    ports: Ports, request: Request, waiting: WaitingQuestion, words: str
) -> AskFirst | None:
    """Return the question whether an answer is to be put right as words say instead, if any."""
    if len(waiting.corrects) != 1:
        return None
    options = {**request.options, "number": min(waiting.corrects)}
    correction = replace(request, text=words, options=options)
    async with ports.open_work() as work:
        judged = await judged_answer(ports, work, correction)
    if judged is None:
        return None
    today = request.sender.day_of(ports.clock())
    amendment = amendment_in(words, judged.task, judged.known, today=today)
    if amendment is None or amendment.truth is None:
        return None
    return offer_correction(correction, judged, judged.task.target.check(amendment.truth))


async def offer_amended(ports: Ports, request: Request) -> None:
    """Offer to put right the sender's newest lesson, where they have asked nothing since.

    Raises:
        AskFirst: the sentence puts it right.
    """
    words = amending_words(request.text)
    if not words:
        return
    async with ports.open_work() as work:
        newest = await newest_lesson(work, request)
        if newest is None:
            return
        example, task = newest
        known = (await ports.recollection.of(work, task)).known
    question = change_offered(ports, request, example, task, known, words)
    if question is not None:
        raise question


def change_offered(
    ports: Ports, request: Request, example: Example, task: Task, known: Known, words: str
) -> AskFirst | None:
    """Return the question whether an example is to be changed as words say; None for others."""
    amendment = amendment_in(words, task, known, today=request.sender.day_of(ports.clock()))
    if amendment is None:
        return None
    locale = request.sender.locale
    change = Request(
        sender=request.sender,
        name="examples edit",
        options={"number": str(example.number), "lesson": amendment.written(task)},
        delivery=request.delivery,
        agreed=frozenset({"fields"}),
    )
    title = say(
        "change amended",
        locale=locale,
        number=example.number,
        change=amendment.described(task, locale),
    )
    way = Way(label=say("change it", locale=locale), request=amendment.apply(change), is_yes=True)
    return AskFirst(title, show.example_of(example, task, locale=locale), ways=(way,))


async def newest_lesson(work: Work, request: Request) -> tuple[Example, Task] | None:
    """Return the lesson that the sender taught or changed last; None where they asked since."""
    sender = request.sender
    step = await work.steps.newest(sender.community, sender.member)
    if step is None or step.size != 1:
        return None
    answered = await work.predictions.latest(sender.community, sender.member)
    if answered is not None and answered.answered_at >= step.at:
        return None
    task = await work.tasks.get(step.task_id)
    found = await work.examples.by_ids(task.id, [step.changes[0].first])
    return next(((each, task) for each in found if each.stands), None)


def amending_words(text: str) -> str:
    """Return what a sentence says is right instead; empty where it puts nothing right."""
    if ends_as_question(text):
        return ""
    bare = _MISTYPED.sub(r"\1 ", _TRAILS.sub("", text.strip()))
    lead = _LEADS.match(bare)
    is_said = lead is not None or bare != text.strip() or _SHOULD.search(bare) is not None
    rest = bare[lead.end() :] if lead else bare
    return _SHOULD.sub(" ", rest).strip(" ,，").removeprefix("是") if is_said else ""


def amendment_in(text: str, task: Task, known: Known, *, today: date) -> Amendment | None:
    """Return the fields, or the target, that a text says whole; None where it says neither."""
    reading = read_question(text, task, known, today=today)
    is_whole = not (reading.unread or reading.unclear or reading.offers)
    named = [_is_named(text, task, known, *one) for one in reading.values.items()]
    if any(named):
        return Amendment(values=reading.values) if is_whole and all(named) else None
    try:
        truth = read_said_truth(text, task.target, known)
    except InvalidValue:
        return None
    if isinstance(truth, Unclear) or beside_truth(text, task.target, known):
        return None
    words = plain_words(text).replace(plain_words(task.target.name), "")
    is_known = is_number_alone(words) or truth in (*task.target.labels, *known.labels)
    return Amendment(values={}, truth=truth) if is_known else None


def _is_named(text: str, task: Task, known: Known, key: FieldKey, value: Value) -> bool:
    """Return whether a field was named, or its value is one that was taught; no bare number is."""
    is_known = value in known.categories.get(key, ())
    is_named = task.field(key).name.casefold() in text.casefold()
    return is_known or is_named or says_in_unit(text, task, key, value)


def says_in_unit(text: str, task: Task, key: FieldKey, value: Value) -> bool:
    """Return whether a text is a field's number with its unit, which is not the target's too."""
    field = task.field(key)
    is_own = field.unit is not None and field.unit != task.target.unit
    return is_own and is_measured(text) and isinstance(value, float) and f"{value:g}" in text
