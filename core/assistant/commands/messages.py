"""What is done with a message that somebody wrote: ask about it, teach from it, report it."""

from dataclasses import replace

from core.assistant.buttons import action
from core.assistant.commands.asking import ask
from core.assistant.commands.quoting import form_of_message
from core.assistant.consent import has_opted_out, known_author
from core.assistant.reply import Choice, Reply, Tone
from core.assistant.request import Ports, Request, Unsure
from core.assistant.rights import MODERATORS, require_teacher
from core.assistant.show import clip
from core.assistant.which import require_task
from core.assistant.wording import say
from core.domain.forecast import Audience
from core.errors import NotAllowed


async def ask_about(ports: Ports, request: Request) -> Reply:
    """Answer what a message is, for the asker alone; it can be sent to the moderators."""
    locale = request.sender.locale
    if not request.text.strip():
        raise Unsure(say("no words", locale=locale))
    reply = await ask(ports, replace(request, shown_to=Audience.ASKER))
    async with ports.open_work() as work:
        moderators = await work.settings.get(request.sender.community, MODERATORS)
    number = next((c.action.partition(":")[2] for c in reply.choices), "")
    if not moderators or not number:
        return reply
    send = Choice(label=say("to moderators", locale=locale), action=action("report", number))
    return replace(reply, choices=(send, *reply.choices))


async def teach_from(ports: Ports, request: Request) -> Reply:
    """Open a form with a message's words, to be taught with their answer."""
    locale = request.sender.locale
    if request.author is not None and not ports.learns_from_others:
        raise NotAllowed(say("others unlearned", locale=locale))
    if not request.text.strip():
        raise Unsure(say("no words", locale=locale))
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        await require_teacher(work, request, task)
        if has_opted_out(await known_author(work, request)):
            raise NotAllowed(say("author opted out", locale=locale))
        form = await form_of_message(work, request, task)
    title = say("teach from title", locale=locale, task=task.name)
    return Reply(
        title=title, lines=(clip(request.text, 300),), choices=(form,), form=form, tone=Tone.ASK
    )
