"""Reports: an answer is shown to the moderators, who confirm it, deny it, or vote on it."""

from collections.abc import Sequence
from dataclasses import replace

from core.assistant import describe, show
from core.assistant.buttons import action, correct_choice
from core.assistant.commands.answered import named_prediction, reported_answer
from core.assistant.commands.verdicts import correct, right
from core.assistant.decisions import may_decide
from core.assistant.reply import Choice, Origin, Posting, Reply, Tone
from core.assistant.request import Ports, Request, Unsure
from core.assistant.rights import MODERATORS, require_teacher
from core.assistant.surroundings import Channel, Original
from core.assistant.wording import say
from core.domain.forecast import (
    Audience,
    CategoryForecast,
    Feedback,
    Prediction,
    Verdict,
    best_guess,
)
from core.domain.identity import MemberId
from core.domain.task import Task
from core.errors import Conflict, NotAllowed, NotFound
from core.ports.work import Work

VOTES = 2
"""How many must agree where a vote decides."""


async def report(ports: Ports, request: Request) -> Reply:
    """Show an answer to the moderators, who confirm it or put it right; nobody is punished."""
    locale, community = request.sender.locale, request.sender.community
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        channel = await _channel(work, request)
        name = _setting(prediction, request)
        earlier = await work.settings.get(community, name)
        if isinstance(earlier, int) and await _is_there(work, request, earlier):
            raise Conflict(say("reported already", locale=locale))
        await work.settings.put(community, name, prediction.number)
        await work.predictions.show(prediction.id, Audience.MODERATORS)

    async def forget() -> None:
        async with ports.open_work() as work:
            await work.settings.put(community, name, None)

    return Reply(
        title=say("sent to moderators", locale=locale, number=prediction.number),
        tone=Tone.DONE,
        posting=Posting(
            place=channel.id, reply=_card(prediction, task, request), if_refused=forget
        ),
    )


async def _channel(work: Work, request: Request) -> Channel:
    """Return the moderators' channel.

    Raises:
        Unsure: there is none, or no longer.
        NotAllowed: the bot may not write there.
    """
    locale = request.sender.locale
    moderators = await work.settings.get(request.sender.community, MODERATORS)
    if not moderators:
        raise Unsure(say("no moderators", locale=locale))
    channel = request.sender.surroundings.channel(str(moderators))
    if channel is None:
        raise Unsure(say("moderators gone", locale=locale))
    if not channel.can_post:
        raise NotAllowed(say("channel closed to me", locale=locale, place=channel.name))
    return channel


def _original(prediction: Prediction, request: Request) -> Original | None:
    return request.sender.surroundings.original(prediction.question.source or "")


def _setting(prediction: Prediction, request: Request) -> str:
    """Return the setting that holds by which answer a message was reported."""
    original = _original(prediction, request)
    return f"report {original.key if original else prediction.id}"


async def _is_there(work: Work, request: Request, number: int) -> bool:
    try:
        await work.predictions.numbered(request.sender.community, number)
    except NotFound:
        return False
    return True


def _card(prediction: Prediction, task: Task, request: Request) -> Reply:
    locale, number, question = request.sender.locale, prediction.number, prediction.question
    values = task.convert_values(question.values)
    original = _original(prediction, request)
    confirm = Choice(
        label=say("confirm", locale=locale),
        action=action("decide", number, Verdict.RIGHT),
        is_yes=True,
    )
    if is_scam_like(prediction, task):
        label = say("not that", locale=locale, label=best_guess(prediction.answer.forecast))
        deny = Choice(label=label, action=action("decide", number, Verdict.WRONG))
    else:
        deny = _settle_choice(prediction, task, locale)
    more = Choice(label=say("ask two more", locale=locale), action=action("more", number))
    headline = describe.headline(prediction.answer, task, locale=locale)
    return Reply(
        title=f"{task.name}: {headline}",
        lines=(show.values_of(values, task, locale=locale),),
        origin=Origin(
            number=number,
            reporter=question.asked_by,
            author=question.author or question.asked_by,
            link=original.link if original else "",
        ),
        tone=Tone.ASK,
        choices=(confirm, deny, more, _why_choice(number, locale)),
        is_private=False,
    )


def _why_choice(number: int, locale: str) -> Choice:
    return Choice(label=say("why", locale=locale), action=action("why", number))


def _settle_choice(prediction: Prediction, task: Task, locale: str) -> Choice:
    """Return the button by which a moderator says what is right."""
    return replace(
        correct_choice(prediction, task, locale), action=action("settle", prediction.number)
    )


async def fill_settled(ports: Ports, request: Request) -> Choice:
    """Return the form that asks a moderator what is right."""
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
    return _settle_choice(prediction, task, request.sender.locale)


async def decide(ports: Ports, request: Request) -> Reply:
    """Learn what a moderator says of a report, and leave that on the card."""
    async with ports.open_work() as work:
        await reported_answer(work, request)
    is_right = request.option("verdict") == Verdict.RIGHT
    reply = await (right if is_right else other)(ports, request)
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
    top = best_guess(prediction.answer.forecast)
    truth = show.truth(top if is_right else _labels(prediction, task)[1], task.target)
    return await _decided(ports, request, reply, truth=truth)


async def settle(ports: Ports, request: Request) -> Reply:
    """Learn which truth a moderator names for a report, and leave that on the card."""
    async with ports.open_work() as work:
        await reported_answer(work, request)
    reply = await correct(ports, request)
    return await _decided(ports, request, reply, truth=request.option("truth"))


async def _decided(
    ports: Ports, request: Request, reply: Reply, *, truth: str, names: Sequence[str] = ()
) -> Reply:
    """Return what was learned, with the report's card as it stays: who decided what."""
    if reply.tone is not Tone.DONE or request.card is None:
        return reply
    locale = request.sender.locale
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        place = await work.settings.get(request.sender.community, MODERATORS)
    who = ", ".join((*names, request.sender.name))
    card = _card(prediction, task, request)
    said = say("decided so", locale=locale, name=who, truth=truth)
    card = replace(
        card,
        lines=(*card.lines, said),
        tone=Tone.DONE,
        choices=(_why_choice(prediction.number, locale),),
    )
    return replace(reply, posting=Posting(place=str(place), reply=card, instead_of=request.card))


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
        prediction, task = await reported_answer(work, request)
    top, number = str(best_guess(prediction.answer.forecast)), prediction.number
    votes = (
        Choice(label=top, action=action("vote", number, Verdict.RIGHT)),
        Choice(
            label=say("not that", locale=locale, label=top),
            action=action("vote", number, Verdict.WRONG),
        ),
        _why_choice(number, locale),
    )
    card = _card(prediction, task, request)
    return replace(card, notes=(say("two decide", locale=locale),), choices=votes)


async def vote(ports: Ports, request: Request) -> Reply:
    """Note a verdict; the second that agrees is learned."""
    locale = request.sender.locale
    verdict = Verdict(request.option("verdict"))
    async with ports.open_work() as work:
        prediction, task = await reported_answer(work, request, is_vote=True)
        await require_teacher(work, request, task)
        mine = Feedback(
            prediction_id=prediction.id,
            member=request.sender.member,
            verdict=verdict,
            given_at=ports.clock(),
        )
        before = await work.predictions.feedback(prediction.id)
        # Writing waits for another moderator's vote that is being written: what was said is read
        # again behind it, so that two votes at one moment count as two.
        await work.predictions.add_feedback(mine)
        said = await work.predictions.feedback(prediction.id)
        if any(_is_decision(prediction, each) for each in (*before, *said)):
            raise Conflict(say("decided", locale=locale, number=prediction.number))
        said = [each for each in said if may_decide(prediction, each.member, is_vote=True)]
    agreeing = sum(each.verdict is verdict for each in said)
    if agreeing < VOTES:
        title = say("voted", locale=locale, number=prediction.number, count=str(agreeing))
        return Reply(title=title, tone=Tone.DONE)
    names = await _names(ports, request, [f.member for f in said if f.verdict is verdict])
    top = str(best_guess(prediction.answer.forecast))
    if verdict is Verdict.RIGHT:
        return await _decided(ports, request, await right(ports, request), truth=top, names=names)
    if is_scam_like(prediction, task):
        truth, reply = _labels(prediction, task)[1], await other(ports, request)
        return await _decided(ports, request, reply, truth=truth, names=names)
    choices = (_settle_choice(prediction, task, locale),)
    title = say("quiz unsure", locale=locale, number=prediction.number)
    return Reply(title=title, tone=Tone.ASK, choices=choices)


def _is_decision(prediction: Prediction, said: Feedback) -> bool:
    """Return whether a moderator's feedback says what is right, and so ends the vote."""
    is_moderator = may_decide(prediction, said.member, is_vote=True)
    return is_moderator and said.verdict is Verdict.CORRECTED


async def _names(ports: Ports, request: Request, members: Sequence[MemberId]) -> Sequence[str]:
    """Return the names of those of the members, beside the sender, who are known by one."""
    others = [member for member in members if member != request.sender.member]
    async with ports.open_work() as work:
        known = await work.members.names(request.sender.community, others)
    return [known[member] for member in others if member in known]
