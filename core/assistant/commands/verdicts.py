"""Verdicts: what a member says of an answer, and what is learned from it."""

import re
from dataclasses import replace
from typing import Final

from core.assistant import describe, show
from core.assistant.buttons import correct_label
from core.assistant.commands.amending import newest_lesson
from core.assistant.commands.answered import (
    is_of_another,
    named_prediction,
    with_answer_apart,
    wrong,
)
from core.assistant.commands.judged import Judged, offer_correction
from core.assistant.commands.not_of_answer import not_of_answer
from core.assistant.consent import require_consent
from core.assistant.lessons import acknowledge, save_lesson
from core.assistant.own_verdicts import Dropped, note_verdict
from core.assistant.reading import Known, Unclear, beside_truth, read_question, read_truth
from core.assistant.recollection import Recalled
from core.assistant.reply import Reply, Tone
from core.assistant.request import TARGET, AskFirst, Ports, Request, Unsure
from core.assistant.rights import require_teacher
from core.assistant.settling import settle, with_unread
from core.assistant.task_fit import others_named
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus
from core.domain.forecast import Answer, NumberForecast, Prediction, Verdict, best_guess
from core.domain.identity import FieldKey
from core.domain.task import TargetKind, Task, Truth
from core.errors import InvalidValue, NotFound
from core.ports.work import Work

_FREE: Final = re.compile(
    r"(?:it|that|this|(?:the|your|my) (?:last )?(?:answer|one|value|prediction))"
    r":?(?: (?:to|as|into|with|is|was|should be))? (?=\S)|(?:它|这个|那个)?[成为到]\s*(?=\S)",
    re.IGNORECASE,
)
"""Free words behind a command, which lead to the truth."""
_UNMOVED: Final = 0.1
"""Of the way from an answer to the truth: one that went less far stayed where it was."""


async def none_of_these(ports: Ports, request: Request) -> Reply:
    """Note that no label fits; there is nothing to learn from that."""
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        await require_teacher(work, request, task)
        await require_consent(ports, work, request)
        dropped = await note_verdict(ports, work, request, task, prediction, Verdict.WRONG)
    locale = request.sender.locale
    title = say("noted none", locale=locale, number=prediction.number)
    missing = say("label missing", locale=locale, task=task.name)
    reply = Reply(title=title, lines=(missing,), tone=Tone.DONE)
    return _in_place_of(reply, ports, task, dropped, locale)


def _in_place_of(
    reply: Reply, ports: Ports, task: Task, dropped: Dropped | None, locale: str
) -> Reply:
    """Return a reply that also says what the member's former verdict taught until now."""
    if dropped is None:
        return reply
    ports.trainer.consider(task.id)
    lines = (dropped.words(task, locale), *reply.lines)
    return replace(reply, lines=lines, choices=dropped.choices(locale))


async def right(ports: Ports, request: Request) -> Reply:
    """Note that an answer was right; a category then becomes an example."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        await require_teacher(work, request, task)
        await require_consent(ports, work, request)
        is_learned = ports.learns_from_others or not is_of_another(prediction)
        if not (is_learned and task.target.kind is TargetKind.CATEGORY):
            dropped = await note_verdict(ports, work, request, task, prediction, Verdict.RIGHT)
        recalled = await ports.recollection.of(work, task)
    if not is_learned:
        return _in_place_of(_only_noted(prediction, locale), ports, task, dropped, locale)
    if task.target.kind is TargetKind.CATEGORY:
        truth = best_guess(prediction.answer.forecast)
        return await _learn_truth(ports, request, task, prediction, recalled=recalled, truth=truth)
    title = say("glad", locale=locale, number=prediction.number)
    known = say("right is no example", locale=locale, button=correct_label(task, locale))
    reply = Reply(title=title, lines=(known,), tone=Tone.DONE)
    return _in_place_of(reply, ports, task, dropped, locale)


async def lapse(ports: Ports, request: Request) -> Reply:
    """Take note that something did not happen; there is nothing to learn."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        if prediction.question.asked_by != request.sender.member:
            await require_teacher(work, request, task)
        dropped = await note_verdict(ports, work, request, task, prediction, None)
    title = say("lapsed", locale=locale, number=prediction.number)
    return _in_place_of(Reply(title=title, tone=Tone.DONE), ports, task, dropped, locale)


def _only_noted(prediction: Prediction, locale: str) -> Reply:
    """Say that a verdict is kept, but nothing is learned from another member's words."""
    title = say("noted", locale=locale, number=prediction.number)
    return Reply(title=title, lines=(say("others unlearned", locale=locale),), tone=Tone.DONE)


async def correct(ports: Ports, request: Request) -> Reply:
    """Learn the true value of something that was asked: of the answer shown last, if none is named.

    Raises:
        AskFirst: something else was shown since: whether the newest answer is meant.
    """
    request = await _with_answer_shown(ports, with_answer_apart(request))
    async with ports.open_work() as work:
        try:
            prediction, task = await named_prediction(work, request)
        except NotFound as error:
            if request.option("number") and request.option("truth"):
                raise await not_of_answer(ports, work, request, error) from None
            raise NotFound(await _with_edit(work, request, str(error))) from None
        await require_teacher(work, request, task)
        if is_of_another(prediction) and not ports.learns_from_others:
            await note_verdict(ports, work, request, task, prediction, Verdict.WRONG)
            return _only_noted(prediction, request.sender.locale)
        recalled = await ports.recollection.of(work, task)
        said = request.option("truth")
        if not said:
            raise Unsure(say("how to correct", locale=request.sender.locale))
        chosen = request.settled.get(TARGET)
        try:
            truth = read_truth(said, task.target, recalled.known) if chosen is None else chosen
        except InvalidValue as error:
            raise await not_of_answer(ports, work, request, error, (prediction, task)) from None
        if isinstance(truth, Unclear):
            settle(request, task, (truth,))
            raise Unsure(say("how to correct", locale=request.sender.locale))
        await require_consent(ports, work, request)
    truth = task.target.check(truth)
    if chosen is None and others_named(said, prediction.question.values, task, recalled.known):
        judged = Judged(prediction=prediction, task=task, known=recalled.known)
        raise offer_correction(replace(request, text=said), judged, truth)
    reply = await _learn_truth(ports, request, task, prediction, recalled=recalled, truth=truth)
    beside = beside_truth(said, task.target, recalled.known)
    return with_unread(reply, beside, request.sender.locale)


async def _with_answer_shown(ports: Ports, request: Request) -> Request:
    """Return a correction with the number of the answer that its sender was shown last.

    Raises:
        AskFirst: that is not clear, or it is said in free words: ``correct it to 26``.
    """
    asked, said, shown = request, request.option("truth"), ports.shown.of(request.sender)
    free = _FREE.match(said)
    if shown is not None and not request.option("number"):
        request = replace(request, options={**request.options, "number": str(shown)})
    if not said or (request.option("number") and not free):
        return request
    async with ports.open_work() as work:
        try:
            prediction, task = await named_prediction(work, request)
        except NotFound:
            return request  # how the newest lesson is changed is said then
        known = (await ports.recollection.of(work, task)).known
        hint = await _edit_hint(work, request)
    said = said[free.end() :] if free else said
    truth = request.settled.get(TARGET) or read_truth(said, task.target, known)
    options = {**request.options, "truth": said, "number": str(prediction.number)}
    request = replace(request, options=options)
    if isinstance(truth, Unclear):
        return request  # the choice is asked then
    judged = Judged(prediction=prediction, task=task, known=known)
    truth = task.target.check(truth)
    question = offer_correction(replace(asked, text=said), judged, truth)
    raise AskFirst(question.title, *question.lines, *hint, ways=question.ways)


async def _with_edit(work: Work, request: Request, sentence: str) -> str:
    """Return why nothing is corrected, with how the lesson that was taught last is changed."""
    return "\n".join((sentence, *await _edit_hint(work, request)))


async def _edit_hint(work: Work, request: Request) -> tuple[str, ...]:
    """Return the line that says how the lesson that was taught last is changed, if any was."""
    newest = None if request.option("number") else await newest_lesson(work, request)
    truth, locale = show.clip(request.option("truth"), 40), request.sender.locale
    if newest is None or not truth:
        return ()
    return (say("edit last", locale=locale, number=newest[0].number, value=truth),)


async def _learn_truth(
    ports: Ports,
    request: Request,
    task: Task,
    prediction: Prediction,
    *,
    recalled: Recalled,
    truth: Truth,
) -> Reply:
    """Save an answered question with its truth, and say what the answer would be now.

    Members who say the same of one answer are witnesses of one observation.
    """
    locale = request.sender.locale
    known = None if task.rater else await _same_truth(ports, request, task, prediction, truth)
    if known:
        is_own = known.author == request.sender.member
        key = "said before" if is_own else "confirmed"
        title = say(key, locale=locale, number=known.number, name=request.sender.name)
        line = show.example_of(known, task, locale=locale)
        return Reply(title=title, lines=(line,), tone=Tone.DONE)
    values = task.convert_values(prediction.question.values)
    saved = await save_lesson(
        ports,
        request,
        task,
        recalled=recalled,
        values=values,
        truth=truth,
        corrects=prediction,
        is_whole=_is_read_whole(ports, request, task, prediction, recalled.known),
    )
    reply = acknowledge(request, task, saved)
    if saved.example.status is not ExampleStatus.ACTIVE or task.rater:
        return reply
    now = await ports.predictor.answer(task, values)
    changed = say(
        "now i say",
        locale=locale,
        now=describe.headline(now, task, locale=locale),
        was=describe.headline(prediction.answer, task, locale=locale),
    )
    title = say("learned", locale=locale, name=request.sender.name, number=saved.example.number)
    lines = (changed, *reply.lines)
    if await _is_set_aside(ports, task, saved.example, was=prediction.answer, now=now):
        shown = show.truth(truth, task.target, locale=locale)
        lines = (changed, say("set aside", locale=locale, truth=shown), *reply.lines)
    return replace(reply, title=title, lines=lines)


async def _is_set_aside(
    ports: Ports, task: Task, example: Example, *, was: Answer, now: Answer
) -> bool:
    """Return whether a true number leaves the answer as it was, for it is unlike the others."""
    before, after, truth = was.forecast, now.forecast, example.target
    if not (isinstance(before, NumberForecast) and isinstance(after, NumberForecast)):
        return False
    if not isinstance(truth, float) or truth == before.center:
        return False
    if abs(after.center - before.center) > _UNMOVED * abs(truth - before.center):
        return False
    return example.id in (await ports.predictor.checkup(task)).suspects


def _is_read_whole(
    ports: Ports, request: Request, task: Task, prediction: Prediction, known: Known
) -> bool:
    """Return whether an answered question says nothing that its stored values leave out."""
    question = prediction.question
    today = request.sender.day_of(ports.clock())
    is_quoted = is_of_another(prediction)
    read = read_question(question.text, task, known, today=today, is_quoted=is_quoted)
    taken = [case.text for case in read.offers if question.values.get(_key(case)) in case.readings]
    return {*read.unread} <= {*taken} and {*read.values} <= {*question.values}


def _key(case: Unclear) -> FieldKey:
    return case.field or FieldKey("")


async def _same_truth(
    ports: Ports, request: Request, task: Task, prediction: Prediction, truth: Truth
) -> Example | None:
    """Return the lesson that says the same of this answer, noting that the sender agrees.

    None where there is none, or where the sender taught something else of it.
    """
    member = request.sender.member
    async with ports.open_work() as work:
        said = await work.predictions.feedback(prediction.id)
        ids = [one.example for one in said if one.example]
        lessons = [x for x in await work.examples.by_ids(task.id, ids) if x.counts]
        same = next((x for x in lessons if x.target == truth), None)
        if same is None or any(x.author == member and x.target != truth for x in lessons):
            return None
        agrees = replace(
            wrong(ports, request, prediction), verdict=Verdict.CORRECTED, example=same.id
        )
        await work.predictions.add_feedback(agrees)
    return same
