"""Places: which task a channel is about."""

from core.assistant.consent import note
from core.assistant.naming import named_channel
from core.assistant.place_tasks import bound_task, place_setting
from core.assistant.reply import Reply, Tone
from core.assistant.request import Ports, Request, Unsure
from core.assistant.rights import require_keeper
from core.assistant.which import require_task
from core.assistant.wording import say
from core.errors import NotFound


async def bind(ports: Ports, request: Request) -> Reply:
    """Make a task the one that is meant in a channel where none is named."""
    locale = request.sender.locale
    place, name = _place(request)
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        await require_keeper(work, request, task)
        if await work.settings.get(request.sender.community, place_setting(place)) == task.id:
            title = say("bound already", locale=locale, task=task.name)
            return Reply(title=title, tone=Tone.DONE)
        await work.settings.put(request.sender.community, place_setting(place), task.id)
        await note(ports, work, request, "bind task", f"{task.id}:{place}")
    key = "bound there" if name else "bound here"
    title = say(key, locale=locale, task=task.name, place=name)
    return Reply(title=title, lines=(say("bound means", locale=locale),), tone=Tone.DONE)


async def unbind(ports: Ports, request: Request) -> Reply:
    """Free a channel from its task; the task itself stays as it is."""
    locale, community = request.sender.locale, request.sender.community
    place, name = _place(request)
    async with ports.open_work() as work:
        if await work.settings.get(community, place_setting(place)) is None:
            raise NotFound(say("not bound", locale=locale))
        task = await bound_task(work, community, place)
        if task is not None:
            await require_keeper(work, request, task)
        await work.settings.put(community, place_setting(place), None)
        await note(ports, work, request, "unbind task", f"{task.id if task else ''}:{place}")
    key = "unbound there" if name else "unbound here"
    title = say(key, locale=locale, place=name)
    return Reply(title=title, lines=(say("unbound means", locale=locale),), tone=Tone.DONE)


def _place(request: Request) -> tuple[str, str]:
    """Return the channel's id, and its name where it was named.

    Raises:
        Unsure: none was named and there is none here, or this community has none of that name.
        NotAllowed: the sender or the bot may not write in it.
    """
    if request.option("channel"):
        named = named_channel(request, "channel")
        return named.id, named.name
    if not request.sender.place:
        raise Unsure(say("no places", locale=request.sender.locale))
    return request.sender.place, ""
