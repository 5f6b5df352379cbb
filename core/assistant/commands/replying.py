"""Replies to an answer: each is about that answer, and never a question in its own words."""

import re
from dataclasses import replace
from typing import Final

from core.assistant.acts import heard, plain_words
from core.assistant.commands.agreeing import agrees_with_answer, kept_correction, whether_right
from core.assistant.commands.amending import amending_words, newest_lesson
from core.assistant.commands.answered import named_prediction
from core.assistant.commands.judged import (
    Judged,
    correction_hint,
    is_number_alone,
    offer_correction,
    recent_answer,
)
from core.assistant.commands.question_changes import ask_changed, changes_in
from core.assistant.commands.replied_changes import asks_on, change_replied
from core.assistant.commands.sentences import answer_other_act, understand
from core.assistant.commands.supposed import change_hint
from core.assistant.grammar import ARROW
from core.assistant.kept_questions import check_card_open
from core.assistant.named_changes import names_number
from core.assistant.reading import Unclear, read_said_truth
from core.assistant.reading.misread import Misread
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request, Unsure
from core.assistant.settling import settle
from core.assistant.show import clip
from core.assistant.task_fit import is_known_name
from core.assistant.wording import say
from core.domain.task import TargetKind, Truth
from core.errors import InvalidValue

_OF_LAST = frozenset({"correct", "right", "examples edit"})
"""What a sentence may be about that the sender was answered, or taught, last."""
_SEVERAL: Final = re.compile(r"[,;，；。!！]\s*\w")
"""What parts the clauses of a sentence, which is no name of a label."""
_LONGEST_LABEL = 3
"""Words of a label that a reply may bring up as new."""


async def answer_reply(ports: Ports, request: Request) -> Reply:
    """Offer the truth that a reply says, do what else it wants, or answer it with its changes.

    Raises:
        AskFirst: it says a truth, or something else that is asked about first.
        Unsure: it says nothing of the kind, or how far from the truth the answer was.
    """
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        known = (await ports.recollection.of(work, task)).known
    judged = Judged(prediction=prediction, task=task, known=known)
    sentence = replace(request, name="sentence").about(task.name)
    if ARROW.search(request.text) or names_number(request.text):
        return await understand(ports, _without_number(sentence))
    if agrees_with_answer(request.text) and not is_known_name(request.text, task, known):
        if kept := await kept_correction(ports, request, judged):
            return kept
        raise whether_right(request, judged)
    spoken = heard(request.text)
    if changes := change_replied(ports, request, judged):
        return await ask_changed(ports, request, judged, changes)
    if spoken is not None and not spoken.act.is_verdict:
        other = await answer_other_act(ports, sentence)
        if other is not None:
            return other
    truth, why = _said_truth(request, judged)
    if truth is not None:
        raise offer_correction(request, judged, task.target.check(truth))
    changes = changes_in(ports, request, judged) if why is None else None
    if changes is not None:
        return await ask_changed(ports, request, judged, changes)
    raise Unsure("\n".join(_how_to_go_on(request, judged, why)))


async def answer_reply_to_card(ports: Ports, request: Request) -> Reply:
    """Do what a sentence wants that replies to a card about no one answer or example.

    Raises:
        AskFirst: as the sentence does alone; what is of the last answer is said to be so.
        NotFound: it replies to an offer that is gone.
        Unsure: it says what is right instead, but of nothing that was answered or taught, or
            nothing of the lesson that waits there.
    """
    await check_card_open(ports, request)
    sentence = replace(request, name="sentence", options={})
    if await _is_of_nothing(ports, sentence):
        command = say("a command", locale=request.sender.locale, name="correct")
        raise Unsure(say("replied to neither", locale=request.sender.locale, command=command))
    try:
        return await understand(ports, sentence)
    except AskFirst as question:
        if not any(way.request.name in _OF_LAST for way in question.ways):
            raise
        not_it = say("not of that card", locale=request.sender.locale)
        raise AskFirst(question.title, not_it, *question.lines, ways=question.ways) from None


async def _is_of_nothing(ports: Ports, request: Request) -> bool:
    """Return whether a sentence puts right with a number alone what is not there: ``no, 1``."""
    if not is_number_alone(plain_words(amending_words(request.text))):
        return False
    async with ports.open_work() as work:
        newest = await newest_lesson(work, request)
    return newest is None and await recent_answer(ports, request) is None


def _without_number(request: Request) -> Request:
    options = {name: said for name, said in request.options.items() if name != "number"}
    return replace(request, options=options)


def _said_truth(request: Request, judged: Judged) -> tuple[Truth | None, Misread | None]:
    """Return the truth that a reply says, or else what is wrong with the one that it tries to.

    Raises:
        AskFirst: it may mean several.
    """
    text, task, known = request.text, judged.task, judged.known
    if asks_on(text):
        return None, None
    try:
        truth = read_said_truth(text, task.target, known)
    except Misread as error:
        return None, error if error.is_about_truth else None
    except InvalidValue:
        return None, None
    if isinstance(truth, Unclear):
        options = {**request.options, "truth": text}
        settle(replace(request, name="correct", options=options), task, (truth,))
        return None, None
    is_new = task.target.kind is TargetKind.CATEGORY and truth not in known.labels
    is_long = len(text.split()) > _LONGEST_LABEL or _SEVERAL.search(text) is not None
    is_long &= is_new and truth not in task.target.labels
    return (None if is_long else truth), None


def _how_to_go_on(request: Request, judged: Judged, why: Misread | None) -> list[str]:
    """Return the lines that say how an answer is put right, and asked again with a change."""
    locale, number = request.sender.locale, judged.prediction.number
    text = clip(request.text.strip(), 80)
    key = "change unread" if asks_on(text) else "reply unread"
    first = why.said(locale) if why else say(key, locale=locale, text=text, number=number)
    lines = [first, correction_hint(request, judged)]
    return [*lines, *change_hint(judged.task, locale)]
