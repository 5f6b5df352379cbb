"""What is said where a community has no task yet."""

from core.assistant.incoming import Sender
from core.assistant.wording import say


def no_tasks(sender: Sender) -> str:
    """Return the sentence that there is no task yet, and where else there may be."""
    apart = (
        say("direct apart", locale=sender.locale)
        if sender.is_direct and not sender.surroundings.has_places
        else ""
    )
    return "\n".join(filter(None, (say("no tasks yet", locale=sender.locale), apart)))
