"""Questions that wait in the store: words that reply to a card are about what that card asks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from core.assistant.act_words import AMOUNT
from core.assistant.acts import ends_as_question, heard
from core.assistant.assent import agrees, calls_off
from core.assistant.buttons import action
from core.assistant.grammar import ARROW
from core.assistant.incoming import Sender
from core.assistant.reactions import is_reaction
from core.assistant.reply import Choice, Effect
from core.assistant.request import (
    AskFirst,
    Ports,
    Request,
    Unsure,
    Way,
    request_from_json,
    request_to_json,
)
from core.assistant.show import clip
from core.assistant.statements import has_question_words
from core.assistant.waiting_questions import WaitingQuestion
from core.assistant.which import with_leading_task
from core.assistant.wording import say
from core.domain.identity import ProposalId
from core.domain.member import Proposal
from core.errors import NotFound


def question_to_json(request: Request, question: AskFirst) -> dict[str, Any] | None:
    """Return what an offer keeps of its question beside its ways; None where a file waits."""
    if request.attachment is not None:
        return None
    return {
        "request": request_to_json(request),
        "title": question.title,
        "asks": question.asks,
        "labels": [
            {"label": way.label, "is_yes": way.is_yes, "effect": way.effect.value}
            for way in question.ways
        ],
    }


async def question_meant(
    ports: Ports, request: Request, waiting: WaitingQuestion | None
) -> WaitingQuestion | None:
    """Return the question that words may answer: of the card they reply to, else the last one."""
    if waiting is not None and waiting.is_meant_by(request):
        return waiting
    number = request.option("offer")
    if not number or not request.is_sentence:
        return None
    async with ports.open_work() as work:
        offer = await work.proposals.get(request.sender.community, ProposalId(int(number)))
    if offer is None or offer.member != request.sender.member:
        return None
    return _question_of(offer, request.sender)


async def check_card_open(ports: Ports, request: Request) -> None:
    """Return where words that reply to a card may mean something else than what it waits for.

    Raises:
        NotFound: the card is gone.
        Unsure: a lesson waits there still, and nothing of it was read from the words.
    """
    number, locale = request.option("offer"), request.sender.locale
    if not number or await _stands_alone(ports, request):
        return
    async with ports.open_work() as work:
        offer = await work.proposals.get(request.sender.community, ProposalId(int(number)))
    if offer is None:
        raise NotFound(say("stale offer", locale=locale))
    is_own = offer.member == request.sender.member
    question = _question_of(offer, request.sender) if is_own else None
    if question is not None and question.saves:
        text = clip(request.text.strip(), 80)
        raise Unsure(say("reply to lesson unread", locale=locale, text=text))


async def _stands_alone(ports: Ports, request: Request) -> bool:
    """Return whether a sentence is understood without the card that it replies to."""
    text = request.text
    spoken = heard(text)
    is_act = spoken is not None and spoken.act is not AMOUNT
    is_asked = ends_as_question(text) or has_question_words(text)
    if is_act or is_asked or is_reaction(text) or ARROW.search(text):
        return True
    if agrees(text) is not None or calls_off(text):
        return True
    async with ports.open_work() as work:
        try:
            led = await with_leading_task(work, replace(request, options={}))
        except NotFound:
            return True
    return "task" in led.options


def _question_of(offer: Proposal, sender: Sender) -> WaitingQuestion | None:
    """Return the question that an offer keeps, if it does."""
    asked = cast("Mapping[str, Any] | None", offer.payload.get("asked"))
    if asked is None:
        return None
    kept = cast("Sequence[Mapping[str, Any]]", offer.payload["ways"])
    ways = tuple(
        Way(
            label=shown["label"],
            request=request_from_json(raw, sender),
            is_yes=shown["is_yes"],
            effect=Effect(shown["effect"]),
        )
        for raw, shown in zip(kept, asked["labels"], strict=True)
    )
    choices = [
        Choice(
            label=way.label,
            action=action("go", offer.id, position),
            is_yes=way.is_yes,
            effect=way.effect,
        )
        for position, way in enumerate(ways)
    ]
    drop = Choice(label="", action=action("drop", offer.id), is_no=True, is_cancel=True)
    return WaitingQuestion(
        request=request_from_json(asked["request"], sender),
        question=AskFirst(asked["title"], ways=ways, asks=asked["asks"]),
        choices=(*choices, drop),
        since=offer.made_at,
    )
