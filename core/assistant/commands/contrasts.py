"""Contrasts: what is so and what is not, of the answer or the lesson that came last.

``not 3, 4`` changes what was 3. Where nothing was, it is asked what it puts right.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from core.assistant.acts import ends_as_question, plain_words
from core.assistant.buttons import written
from core.assistant.commands.amending import amending_words, newest_lesson, question_of_change
from core.assistant.commands.amendments import (
    Amendment,
    as_part,
    is_usual,
    parts_of,
    read_part,
)
from core.assistant.commands.answered import asked_again
from core.assistant.commands.contrasted import contrasted
from core.assistant.commands.judged import (
    Judged,
    correction_hint,
    is_number_alone,
    offer_correction,
    recent_answer,
)
from core.assistant.commands.question_changes import Changes, ask_changed
from core.assistant.reading import Known, is_measured
from core.assistant.reading.dates import is_day
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request, Unsure, Way
from core.assistant.show import clip
from core.assistant.wording import say
from core.domain.fields import Value, Values
from core.domain.forecast import NumberForecast, best_guess
from core.domain.identity import FieldKey
from core.domain.task import TargetKind, Task, Truth

_DENIES: Final = re.compile(
    r"\bnot\b|\b(?:is|was|are|were)n['’]?t\b|\binstead of\b|\brather than\b|不是", re.IGNORECASE
)
"""What makes a contrast of two sides; ``should be`` and 改成 may lead to another thing's value."""
_ARTICLE: Final = re.compile(r"(?:an?|the)\s+\S", re.IGNORECASE)
_NEAR: Final = 0.02
"""By which share of it people round an answer that they repeat."""
_SHOWN: Final = 40
"""Characters of each side that a reply repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stored:
    """What a contrast may put right: an answered question, or a lesson."""

    values: Values
    truth: Truth | None
    task: Task
    known: Known
    today: date

    def read(self, text: str, part: FieldKey | None) -> Value | None:
        """Return a text as a part of it; None where it is none that is usual there."""
        new = read_part(text, part, self.task, self.known, self.today)
        if isinstance(new, str):
            labels = (*self.task.target.labels, *self.known.labels)
            seen = labels if part is None else self.known.categories.get(part, ())
            return new if new in seen else None
        is_bare = isinstance(new, float) and not isinstance(new, bool)
        if is_bare and not is_usual(text, part, self.task, self.known, self.today):
            return None
        return new

    def may_be(self, text: str) -> Sequence[Amendment]:
        """Return what a text may change of it."""
        fields = [field.key for field in self.task.typed_fields]
        own = {**self.task.convert_values(self.values)}
        parts = [
            part
            for part in (*fields, None)
            if (new := self.read(text, part)) is not None
            and new != (self.truth if part is None else own.get(part))
        ]
        found = (as_part(text, part, self.task, self.known, self.today) for part in parts)
        return [one for one in found if one is not None]

    def is_value(self, text: str) -> bool:
        """Return whether a text is a number, an amount, a day, or a word that the task has seen."""
        if is_number_alone(plain_words(text)) or is_measured(text) or is_day(text):
            return True
        parts = (*(field.key for field in self.task.typed_fields), None)
        return any(isinstance(self.read(text, part), str) for part in parts)


async def check_contrast(ports: Ports, request: Request) -> None:
    """Return where a sentence is no contrast right after a lesson of the sender's.

    Raises:
        AskFirst: nothing of the lesson was so: what of it is put right.
        Unsure: the same, and what is so instead is nothing that it could have.
    """
    if not contrasted(amending_words(request.text) or request.text):
        return
    async with ports.open_work() as work:
        newest = await newest_lesson(work, request)
        if newest is None:
            return
        example, task = newest
        known = (await ports.recollection.of(work, task)).known
    day = request.sender.day_of(ports.clock())
    words = amending_words(request.text) or request.text
    stored = _Stored(values=example.values, truth=example.target, task=task, known=known, today=day)
    pair = _contrast(words, stored, is_after_lesson=True)
    if pair is None:
        return
    locale = request.sender.locale
    parts = parts_of(example.values, example.target, pair[1], task, known, day)
    nothing = _nothing_was(pair[1], f"#{example.number}", locale)
    if parts:
        nothing = say("not instead", locale=locale, old=pair[1], new=clip(pair[0], _SHOWN))
    changes = stored.may_be(pair[0])
    if not changes:
        hint = say("edits example", locale=locale, number=example.number)
        raise Unsure(f"{nothing}\n{hint}")
    asked = question_of_change(request, example, task, changes, said=pair[0])
    raise AskFirst(f"{nothing} {asked.title}", *asked.lines, ways=asked.ways)


async def answer_contrast(ports: Ports, request: Request) -> Reply | None:
    """Return the last question's answer with what a contrast changes; None for another sentence.

    Raises:
        AskFirst: it puts the answer right, or nothing was what it says was so.
        Unsure: nothing was, and what is so instead is nothing that could have been asked.
    """
    if ends_as_question(request.text) or not contrasted(
        amending_words(request.text) or request.text
    ):
        return None
    judged = await recent_answer(ports, request)
    if judged is None:
        return None
    words = amending_words(request.text) or request.text
    values, task, known = judged.prediction.question.values, judged.task, judged.known
    day = request.sender.day_of(ports.clock())
    stored = _Stored(values=values, truth=None, task=task, known=known, today=day)
    pair = _contrast(words, stored, is_after_lesson=False)
    if pair is None:
        return None
    new, old = pair
    parts = parts_of(values, None, old, task, known, day)
    before = task.convert_values(values)
    found = [
        one
        for part in parts
        if (one := as_part(new, part, task, known, day, of=part and before.get(part)))
    ]
    if task.target.kind is TargetKind.CATEGORY and not found:
        return None  # what label it is not is asked for elsewhere
    truth = as_part(new, None, task, known, day) if _was_answered(old, stored, judged) else None
    found += [truth] if truth else []
    if len(found) == 1:
        return await _put_right(ports, request, judged, found[0], new)
    number = f"?{judged.prediction.number}"
    locale = request.sender.locale
    is_there = bool(found or parts) or _was_answered(old, stored, judged)
    nothing = "" if is_there else _nothing_was(old, number, locale)
    found = found or list(stored.may_be(new))
    if not found:
        first = nothing or say("not instead", locale=locale, old=old, new=clip(new, _SHOWN))
        raise Unsure(f"{first}\n{correction_hint(request, judged)}")
    raise _which_part(request, judged, found, nothing, new)


def _contrast(words: str, stored: _Stored, *, is_after_lesson: bool) -> tuple[str, str] | None:
    """Return what is so and what is not, where both sides are surely such.

    They are values or, right after a lesson, two things with an article: ``not a balcony, a
    terrace``. ``not bad, thanks`` is neither.
    """
    is_denial = _DENIES.search(words) is not None and not ends_as_question(words)
    for new, old in contrasted(words) if is_denial else ():
        if stored.is_value(new) and stored.is_value(old):
            return new, old
        if is_after_lesson and _ARTICLE.match(new) and _ARTICLE.match(old):
            return new, old
    return None


def _was_answered(text: str, stored: _Stored, judged: Judged) -> bool:
    """Return whether a text is the answer, as people round it."""
    said = read_part(text, None, stored.task, stored.known, stored.today)
    forecast = judged.prediction.answer.forecast
    if not isinstance(forecast, NumberForecast) or not isinstance(said, float):
        return said is not None and said == best_guess(forecast)
    return math.isclose(said, forecast.center, rel_tol=_NEAR) or said == round(forecast.center)


def _correction(request: Request, judged: Judged, truth: Truth, new: str) -> AskFirst:
    """Return the question whether a truth is to be learned; what it is not is no unread part."""
    return offer_correction(replace(request, text=new), judged, truth)


async def _put_right(
    ports: Ports, request: Request, judged: Judged, one: Amendment, new: str
) -> Reply:
    if one.truth is not None:
        raise _correction(request, judged, one.truth, new)
    return await ask_changed(ports, request, judged, Changes(values=one.values))


def _which_part(
    request: Request, judged: Judged, found: Sequence[Amendment], nothing: str, new: str
) -> AskFirst:
    """Return the question what a contrast puts right: of the question, or what came true."""
    locale, task, number = request.sender.locale, judged.task, judged.prediction.number
    ways = []
    for one in found:
        if one.truth is not None:
            way = _correction(request, judged, one.truth, new).ways[0]
            ways.append(Way(label=clip(one.described(task, locale), _SHOWN), request=way.request))
        else:
            before = task.convert_values(judged.prediction.question.values)
            text = written({**before, **one.values}, task)
            asked = asked_again(request, judged.prediction, task.name, text)
            ways.append(Way(label=clip(one.described(task, locale), _SHOWN), request=asked))
    title = say("which of answer", locale=locale, number=number, new=clip(new, _SHOWN))
    return AskFirst(f"{nothing} {title}".strip(), ways=tuple(ways))


def _nothing_was(old: str, what: str, locale: str) -> str:
    return say("nothing was", locale=locale, old=clip(old, _SHOWN), what=what)
