"""Answers by their number: only those that the sender got, or was shown."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.assistant.commands.teaching import number_in
from core.assistant.decisions import may_decide, require_undecided
from core.assistant.raters import is_read_by_others
from core.assistant.request import Ports, Request, Unsure
from core.assistant.rights import MODERATORS
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.forecast import Audience, Feedback, Prediction, Verdict
from core.domain.task import Task
from core.errors import NotAllowed, NotFound, UserError
from core.ports.work import Work

_ANSWER = re.compile(r"\s*[?？]([0-9]{1,12})[:：]?(?:\s+|$)")


def with_answer_apart(request: Request) -> Request:
    """Return a correction whose answer is named apart from its truth: ``?7 435``.

    Raises:
        Unsure: two answers are named.
    """
    said = request.option("truth") or request.text
    named = _ANSWER.match(said)
    if named is None:
        return replace(request, options={**request.options, "truth": said.strip()})
    number, given = named[1], request.option("number").lstrip("#?").rstrip(":：")
    if given and int(given) != int(number):
        locale = request.sender.locale
        raise Unsure(say("two answers", locale=locale, one=given, other=number))
    options = {**request.options, "number": number, "truth": said[named.end() :].strip()}
    return replace(request, options=options)


async def named_prediction(work: Work, request: Request) -> tuple[Prediction, Task]:
    """Return the answer of the request's number, or the sender's newest, and its task.

    Raises:
        NotFound: there is none, or it was given to another member alone: which, is not told.
    """
    community, member = request.sender.community, request.sender.member
    locale = request.sender.locale
    if request.option("number") or request.text.startswith("?"):
        number = number_in(request)
        try:
            prediction = await work.predictions.numbered(community, number)
        except NotFound:
            raise await _no_such(work, request, number) from None
        if not await _is_shown(work, request, prediction):
            raise await _no_such(work, request, number)
    else:
        latest = await work.predictions.latest(community, member)
        if latest is None:
            raise NotFound(say("nothing asked", locale=locale))
        prediction = latest
    return prediction, await work.tasks.get(prediction.question.task_id)


async def _no_such(work: Work, request: Request, number: int) -> NotFound:
    """Return that an answer is not there for its sender, and which one they got last."""
    sender = request.sender
    lines = [say("no such answer", locale=sender.locale, number=number)]
    latest = await work.predictions.latest(sender.community, sender.member)
    if latest is not None:
        task = await work.tasks.get(latest.question.task_id)
        lines.append(
            say("your last answer", locale=sender.locale, number=latest.number, task=task.name)
        )
    return NotFound("\n".join(lines))


async def reported_answer(
    work: Work, request: Request, *, is_vote: bool = False
) -> tuple[Prediction, Task]:
    """Return a report's answer and its task, where the sender may decide on it.

    Raises:
        NotAllowed: they wrote what is reported, or reported it themselves and others are to vote.
        Conflict: another moderator has decided.
    """
    prediction, task = await named_prediction(work, request)
    if not may_decide(prediction, request.sender.member, is_vote=is_vote):
        number, locale = prediction.number, request.sender.locale
        raise NotAllowed(say("own report", locale=locale, number=number))
    await require_undecided(work, request, prediction)
    return prediction, task


async def _is_shown(work: Work, request: Request, prediction: Prediction) -> bool:
    """Return whether the sender asked it, or it was shown where they can read it."""
    sender, question = request.sender, prediction.question
    if question.asked_by == sender.member:
        return True
    if question.audience is Audience.EVERYONE:
        is_here = question.place == sender.spot and not sender.is_direct
        return is_here or sender.surroundings.may_read(question.place or "")
    if question.audience is Audience.ASKER or sender.place is None:
        return False
    return await work.settings.get(sender.community, MODERATORS) == sender.place


async def is_told_aside(ports: Ports, request: Request) -> bool:
    """Return whether others read what is replied of an answer that its asker alone was shown."""
    if not request.sender.is_overheard:
        return False
    try:
        async with ports.open_work() as work:
            prediction, _ = await named_prediction(work, with_answer_apart(request))
    except UserError:
        return False
    return is_for_asker_alone(prediction)


async def are_told_aside(
    work: Work, request: Request, task: Task, examples: Sequence[Example]
) -> bool:
    """Return whether others read a reply that shows what the sender alone was shown.

    That are lessons of answers to them alone, and ratings.
    """
    sender = request.sender
    if is_read_by_others(task, request):
        return True
    if not sender.is_overheard:
        return False
    ids = [example.id for example in examples]
    return bool(await work.predictions.taught_alone(sender.member, ids))


def is_for_asker_alone(prediction: Prediction) -> bool:
    """Return whether an answer was shown to nobody but who asked."""
    return prediction.question.audience is Audience.ASKER


def asked_again(request: Request, prediction: Prediction, task: str, text: str) -> Request:
    """Return a question asked again in other words, or of another task.

    It is about the words of whom it was about, and shown to no more than it was.
    """
    question = prediction.question
    is_open = question.audience is Audience.EVERYONE
    return replace(
        request,
        name="ask",
        options={"task": task, "text": text},
        author=question.author,
        shown_to=None if is_open else question.audience,
    )


def is_of_another(prediction: Prediction) -> bool:
    """Return whether the question was asked about what another member wrote."""
    return prediction.question.author is not None


def wrong(ports: Ports, request: Request, prediction: Prediction) -> Feedback:
    """Return that an answer was wrong, without what is right."""
    return Feedback(
        prediction_id=prediction.id,
        member=request.sender.member,
        verdict=Verdict.WRONG,
        given_at=ports.clock(),
    )
