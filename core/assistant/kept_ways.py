"""Ways to go on, kept in the database behind the buttons that lead to them."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from core.assistant.buttons import action
from core.assistant.incoming import Sender
from core.assistant.reply import Choice
from core.assistant.request import (
    Ports,
    Request,
    Way,
    request_from_json,
    request_to_json,
)
from core.assistant.wording import say
from core.errors import NotFound

PROPOSALS_LAST = timedelta(days=30)
"""How long an offer can be taken."""


async def keep(
    ports: Ports,
    sender: Sender,
    *,
    ways: Sequence[Way],
    refusal: str = "",
    asked: Mapping[str, Any] | None = None,
) -> tuple[Choice, ...]:
    """Store ways to go on, and return the buttons that lead to them, with one that refuses all.

    Args:
        ports: for the store.
        sender: who is to choose.
        ways: what they may choose.
        refusal: what the button is called that refuses all; empty for none.
        asked: the question that they answer, as it is kept with them.
    """
    payload = {"ways": [_waiting(ports, way.request) for way in ways], "asked": asked}
    async with ports.open_work() as work:
        await work.proposals.drop_older(ports.clock() - PROPOSALS_LAST)
        offer = await work.proposals.add(
            community=sender.community, member=sender.member, payload=payload
        )
    choices = tuple(
        Choice(
            label=way.label,
            action=action("go", offer.id, position),
            is_yes=way.is_yes,
            effect=way.effect,
        )
        for position, way in enumerate(ways)
    )
    if not refusal:
        return choices
    drop = Choice(label=refusal, action=action("drop", offer.id), is_no=True, is_cancel=True)
    return (*choices, drop)


def _waiting(ports: Ports, request: Request) -> dict[str, Any]:
    """Return a request as it waits in the database, its file in memory."""
    file = request.attachment
    kept = ports.files.keep(request.sender, file, ports.clock()) if file else None
    return request_to_json(request, file=kept)


def taken_up(ports: Ports, waiting: Mapping[str, Any], sender: Sender) -> Request:
    """Return a request that waited.

    Raises:
        NotFound: its file did not wait as long.
    """
    name = waiting["file"]
    file = ports.files.get(sender, str(name), ports.clock()) if name else None
    if name and file is None:
        raise NotFound(say("file gone", locale=sender.locale))
    return request_from_json(waiting, sender, file=file)
