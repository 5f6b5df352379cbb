"""Reports: an answer is shown to the moderators, who confirm it, deny it, or vote on it."""

from dataclasses import replace

from core.assistant import describe, show
from core.assistant.buttons import action, correct_choice
from core.assistant.commands.answered import named_prediction
from core.assistant.commands.asking import correct, right
from core.assistant.reply import Choice, Posting, Reply, Tone
from core.assistant.request import Ports, Request, Unsure
from core.assistant.rights import MODERATORS, require_teacher
from core.assistant.wording import say
from core.domain.forecast import (
    Audience,
    CategoryForecast,
    Feedback,
    Prediction,
    Verdict,
    best_guess,
)
from core.domain.task import Task
from core.errors import Conflict, NotAllowed

VOTES = 2
"""How many must agree where a vote decides."""


async def report(ports: Ports, request: Request) -> Reply:
    """Show an answer to the moderators, who confirm it or put it right; nobody is punished."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        moderators = await work.settings.get(request.sender.community, MODERATORS)
        if not moderators:
            raise Unsure(say("no moderators", locale=locale))
        channel = request.sender.surroundings.channel(str(moderators))
        if channel is None:
            raise Unsure(say("moderators gone", locale=locale))
        if not channel.can_post:
            raise NotAllowed(say("channel closed to me", locale=locale, place=channel.name))
        await work.predictions.show(prediction.id, Audience.MODERATORS)
    card = _card(prediction, task, request)
    return Reply(
        title=say("sent to moderators", locale=locale, number=prediction.number),
        tone=Tone.DONE,
        posting=Posting(place=channel.id, reply=card),
    )


def _card(prediction: Prediction, task: Task, request: Request) -> Reply:
    locale, number = request.sender.locale, prediction.number
    values = task.convert_values(prediction.question.values)
    confirm = Choice(
        label=say("confirm", locale=locale), action=action("right", number), is_yes=True
    )
    deny = correct_choice(prediction, task, locale)
    if is_scam_like(prediction, task):
        label = say("not that", locale=locale, label=best_guess(prediction.answer.forecast))
        deny = Choice(label=label, action=action("other", number))
    more = Choice(label=say("ask two more", locale=locale), action=action("more", number))
    why = Choice(label=say("why", locale=locale), action=action("why", number))
    headline = describe.headline(prediction.answer, task, locale=locale)
    return Reply(
        title=f"{task.name}: {headline}",
        lines=(show.values_of(values, task, locale=locale),),
        notes=(say("reported by", locale=locale, number=number, name=request.sender.name),),
        tone=Tone.ASK,
        choices=(confirm, deny, more, why),
        is_private=False,
    )


def _labels(prediction: Prediction, task: Task) -> tuple[str, ...]:
    forecast = prediction.answer.forecast
    said = [p[0] for p in forecast.probabilities] if isinstance(forecast, CategoryForecast) else []
    return tuple(dict.fromkeys((*said, *task.target.labels)))


def is_scam_like(prediction: Prediction, task: Task) -> bool:
    """Return whether there are but two labels, so that one is right where the other is not."""
    return len(_labels(prediction, task)) == 2


async def other(ports: Ports, request: Request) -> Reply:
    """Learn that the truth is the other one of two labels."""
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        await require_teacher(work, request, task)
    labels = _labels(prediction, task)
    if len(labels) != 2:
        raise Unsure(say("how to correct", locale=request.sender.locale))
    return await correct(ports, replace(request, options={**request.options, "truth": labels[1]}))


async def ask_more(ports: Ports, request: Request) -> Reply:
    """Turn a report into a vote: two who agree decide."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
    top, number = str(best_guess(prediction.answer.forecast)), prediction.number
    votes = (
        Choice(label=top, action=action("vote", number, Verdict.RIGHT)),
        Choice(
            label=say("not that", locale=locale, label=top),
            action=action("vote", number, Verdict.WRONG),
        ),
        Choice(label=say("why", locale=locale), action=action("why", number)),
    )
    card = _card(prediction, task, request)
    notes = (*card.notes, say("two decide", locale=locale))
    return replace(card, notes=notes, choices=votes)


async def vote(ports: Ports, request: Request) -> Reply:
    """Note a verdict; the second that agrees is learned."""
    locale = request.sender.locale
    verdict = Verdict(request.option("verdict"))
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        await require_teacher(work, request, task)
        said = await work.predictions.feedback(prediction.id)
        if any(each.verdict is Verdict.CORRECTED for each in said):
            raise Conflict(say("decided", locale=locale, number=prediction.number))
        mine = Feedback(
            prediction_id=prediction.id,
            member=request.sender.member,
            verdict=verdict,
            given_at=ports.clock(),
        )
        await work.predictions.add_feedback(mine)
        said = await work.predictions.feedback(prediction.id)
    agreeing = sum(each.verdict is verdict for each in said)
    if agreeing < VOTES:
        title = say("voted", locale=locale, number=prediction.number, count=str(agreeing))
        return Reply(title=title, tone=Tone.DONE)
    if verdict is Verdict.RIGHT:
        return await right(ports, request)
    if is_scam_like(prediction, task):
        return await other(ports, request)
    choices = (correct_choice(prediction, task, locale),)
    title = say("quiz unsure", locale=locale, number=prediction.number)
    return Reply(title=title, tone=Tone.ASK, choices=choices)
