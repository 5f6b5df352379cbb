"""Verdicts: what is said of an answer that teaches nothing."""

from core.assistant.commands.answered import named_prediction, wrong
from core.assistant.consent import require_consent
from core.assistant.reply import Reply, Tone
from core.assistant.request import Ports, Request
from core.assistant.rights import require_teacher
from core.assistant.wording import say


async def none_of_these(ports: Ports, request: Request) -> Reply:
    """Note that no label fits; there is nothing to learn from that."""
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        await require_teacher(work, request, task)
        await require_consent(ports, work, request)
        await work.predictions.add_feedback(wrong(ports, request, prediction))
    locale = request.sender.locale
    title = say("noted none", locale=locale, number=prediction.number)
    missing = say("label missing", locale=locale, task=task.name)
    return Reply(title=title, lines=(missing,), tone=Tone.DONE)
