"""Places: which task a channel is about."""

from core.assistant.consent import note
from core.assistant.reply import Reply, Tone
from core.assistant.request import Ports, Request, Unsure
from core.assistant.rights import require_keeper
from core.assistant.which import place_setting, require_task
from core.assistant.wording import say


async def bind(ports: Ports, request: Request) -> Reply:
    """Make a task the one that is meant in a channel where none is named."""
    locale = request.sender.locale
    place, _, name = request.option("channel").partition(":")
    place = place or request.sender.place or ""
    if not place:
        raise Unsure(say("no places", locale=locale))
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        await require_keeper(work, request, task)
        await work.settings.put(request.sender.community, place_setting(place), task.id)
        await note(ports, work, request, "bind task", f"{task.id}:{place}")
    key = "bound there" if name else "bound here"
    title = say(key, locale=locale, task=task.name, place=name)
    return Reply(title=title, lines=(say("bound means", locale=locale),), tone=Tone.DONE)
