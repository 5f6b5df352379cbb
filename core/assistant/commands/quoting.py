"""Teaching what another member wrote: who that was stays with the lesson."""

from dataclasses import replace

from core.assistant.commands.forms import teach_filled
from core.assistant.fillable import message_choice
from core.assistant.reply import Choice, Reply
from core.assistant.request import Ports, Request, request_from_json, request_to_json
from core.assistant.rights import require_teacher
from core.assistant.which import task_of_id
from core.assistant.wording import say
from core.domain.identity import ProposalId
from core.domain.task import Task
from core.errors import NotAllowed, NotFound
from core.ports.work import Work


async def form_of_message(work: Work, request: Request, task: Task) -> Choice:
    """Return the form with a message's words; of another member's the request waits meanwhile."""
    sender = request.sender
    if request.author is None:
        return message_choice(task, request.text, sender.locale)
    payload = {"ways": [request_to_json(request)]}
    offer = await work.proposals.add(
        community=sender.community, member=sender.member, payload=payload
    )
    return message_choice(task, request.text, sender.locale, offer=offer.id)


async def teach_quoted(ports: Ports, request: Request) -> Reply:
    """Save the lesson of a form with another member's words, with who wrote them."""
    async with ports.open_work() as work:
        await require_teacher(work, request, await task_of_id(work, request))
        waiting = await _waiting(ports, work, request)
    return await teach_filled(ports, replace(request, author=waiting.author))


async def fill_quoted(ports: Ports, request: Request) -> Choice:
    """Return the form with another member's words."""
    async with ports.open_work() as work:
        task = await task_of_id(work, request)
        await require_teacher(work, request, task)
        waiting = await _waiting(ports, work, request)
    offer = ProposalId(int(request.option("offer")))
    return message_choice(task, waiting.text, request.sender.locale, offer=offer)


async def _waiting(ports: Ports, work: Work, request: Request) -> Request:
    """Return the request that opened the form.

    Raises:
        NotFound: it waits no longer, or is another member's.
        NotAllowed: nothing is learned any more from what others wrote.
    """
    sender, offer_id = request.sender, ProposalId(int(request.option("offer")))
    offer = await work.proposals.get(sender.community, offer_id)
    ways = offer.payload["ways"] if offer and offer.member == sender.member else None
    if not isinstance(ways, list) or not ways or ways[0].get("author") is None:
        raise NotFound(say("stale offer", locale=sender.locale))
    if not ports.learns_from_others:
        raise NotAllowed(say("others unlearned", locale=sender.locale))
    return request_from_json(ways[0], sender)
