"""Agreeing in words: ``right`` is about the answer shown last, never against one's own words."""

from typing import Final

from core.assistant import describe, show
from core.assistant.acts import ends_as_question, plain_words
from core.assistant.buttons import action, restore_choice
from core.assistant.commands.answered import is_for_asker_alone, named_prediction
from core.assistant.commands.judged import Judged, about_answer, judged_answer
from core.assistant.commands.verdicts import right
from core.assistant.own_verdicts import own_correction
from core.assistant.reply import Choice, Reply
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.talk_words import AGREEING, AGREEING_HAN, AGREEING_KEYS
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus

_LONGEST_VERDICT: Final = 8
"""Words of a sentence that agrees with an answer."""


async def say_right(ports: Ports, request: Request) -> Reply:
    """Note that an answer was right, as a typed verdict says.

    Raises:
        AskFirst: it names none, and something else was shown since: whether it is about that.
    """
    judged = await _judged_now(ports, request)
    if kept := await kept_correction(ports, request, judged):
        return kept
    number = judged.prediction.number
    if not request.option("number") and ports.shown.of(request.sender) != number:
        raise whether_right(request, judged)
    return await right(ports, request)


async def _judged_now(ports: Ports, request: Request) -> Judged:
    """Return the answer that a verdict names, or else the one that its sender was shown last."""
    if not request.option("number") and (shown := await shown_answer(ports, request)):
        return shown
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        known = (await ports.recollection.of(work, task)).known
    return Judged(prediction=prediction, task=task, known=known)


async def shown_answer(ports: Ports, request: Request) -> Judged | None:
    """Return the answer that the sender's last reply was about; None where it was none."""
    if ports.shown.of(request.sender) is None:
        return None
    async with ports.open_work() as work:
        return await judged_answer(ports, work, request)


async def kept_correction(ports: Ports, request: Request, judged: Judged) -> Reply | None:
    """Return what to say where the sender has put the answer right, so that it was not right.

    What they said stays: they agree with that, unless they press that the answer was right.
    """
    prediction, task = judged.prediction, judged.task
    async with ports.open_work() as work:
        own = await own_correction(work, prediction, task, request.sender.member)
    if own is None:
        return None
    return _kept(request, judged, own)


def _kept(request: Request, judged: Judged, own: Example) -> Reply:
    locale, number = request.sender.locale, judged.prediction.number
    said = show.truth(own.target or 0.0, judged.task.target, locale=locale)
    answer = describe.headline(judged.prediction.answer, judged.task, locale=locale)
    after_all = Choice(label=say("right after all", locale=locale), action=action("right", number))
    waits = own.status is ExampleStatus.HELD
    is_alone = is_for_asker_alone(judged.prediction) or judged.task.rater is not None
    return Reply(
        title=say("stays as said", locale=locale, number=number, said=said, example=own.number),
        lines=(about_answer(request, judged), say("i said", locale=locale, answer=answer)),
        notes=(say("held", locale=locale),) if waits else (),
        choices=(restore_choice(own, locale), after_all) if waits else (after_all,),
        is_personal=request.sender.is_overheard and is_alone,
    )


def agrees_with_answer(text: str) -> bool:
    """Return whether a sentence says that an answer was right, and nothing else."""
    words = plain_words(text)
    said = words.split()
    if not said or len(said) > _LONGEST_VERDICT or ends_as_question(text):
        return False
    if words.isascii():
        return AGREEING.issuperset(said) and not AGREEING_KEYS.isdisjoint(said)
    return AGREEING_HAN.fullmatch("".join(said)) is not None


def whether_right(request: Request, judged: Judged) -> AskFirst:
    """Return the question whether it is to be noted that an answer was right."""
    number, locale = judged.prediction.number, request.sender.locale
    said = describe.headline(judged.prediction.answer, judged.task, locale=locale)
    title = say("was it right", locale=locale, number=number, answer=said)
    if request.sender.is_overheard and is_for_asker_alone(judged.prediction):
        title = say("was that right", locale=locale, number=number)
    noting = Request(
        sender=request.sender,
        name="right",
        options={"number": str(number)},
        delivery=request.delivery,
    )
    way = Way(label=say("right", locale=locale), request=noting, is_yes=True)
    return AskFirst(title, about_answer(request, judged), ways=(way,))
