"""Plain sentences: a question is answered, a lesson is proposed and saved once it is agreed to."""

import re
from dataclasses import replace

from core.assistant.commands import asking, teaching
from core.assistant.reply import Effect, Reply
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.show import clip
from core.assistant.which import find_task
from core.assistant.wording import say

_ARROW = re.compile(r"->|→|=>|➜|⇒")


async def understand(ports: Ports, request: Request) -> Reply:
    """Answer a question, or offer to learn a lesson."""
    locale = request.sender.locale
    if _ARROW.search(request.text):
        if "save" not in request.agreed and not await _makes_a_task(ports, request):
            way = Way(
                label=say("save it", locale=locale),
                request=request.agree("save"),
                is_yes=True,
                effect=Effect.HARMLESS,
            )
            title = say("shall i learn", locale=locale, lesson=clip(request.text, 200))
            raise AskFirst(title, ways=(way,))
        return await teaching.teach(ports, replace(request, name="teach"))
    return await asking.ask(ports, replace(request, name="ask"))


async def _makes_a_task(ports: Ports, request: Request) -> bool:
    """Return whether the sentence names a task that is not there: making it asks anyway."""
    async with ports.open_work() as work:
        task, _ = await find_task(work, request)
    return task is None
