"""Lessons behind words that only say that one comes: 教你一条：…, ``another one: …``."""

from dataclasses import replace

from core.assistant.acts import ends_as_question
from core.assistant.commands.lesson_cards import lesson_offered
from core.assistant.lesson_leads import lead_of
from core.assistant.request import Ports, Request
from core.assistant.statements import has_question_words


async def without_lead(ports: Ports, request: Request) -> Request:
    """Return a sentence without words that only say that a lesson comes.

    Raises:
        AskFirst: a lesson follows them: whether it is to be learned.
    """
    if not lead_of(request.text, ())[0]:
        return request
    async with ports.open_work() as work:
        lead, rest = lead_of(request.text, await work.tasks.all(request.sender.community))
    if not lead:
        return request
    if not rest:
        return replace(request, name="teach", text="")
    if not (ends_as_question(rest) or has_question_words(rest)):
        offer = await lesson_offered(ports, replace(request, name="teach", text=rest))
        if offer is not None:
            raise offer
    return replace(request, text=rest)
