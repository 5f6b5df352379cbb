"""Commands named in a text, made clickable as Discord shows them: ``</task list:123>``."""

import re
from collections.abc import Iterable
from contextvars import ContextVar

from discord import app_commands

from bot.discord_app.markup import length


class Clickable:
    """The commands that Discord has registered, by their names."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._pattern: re.Pattern[str] | None = None

    def learn(self, registered: Iterable[app_commands.AppCommand]) -> None:
        """Remember the ids that Discord gave the commands."""
        for command in registered:
            groups = [c for c in command.options if isinstance(c, app_commands.AppCommandGroup)]
            for name in [f"{command.name} {group.name}" for group in groups] or [command.name]:
                self._ids[name] = command.id
        names = sorted(map(re.escape, self._ids), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w/:<])/({'|'.join(names)})(?![\w-])")

    def mark(self, text: str, room: int) -> str:
        """Return a text with its commands clickable, or as it is where that takes more room."""
        if self._pattern is None:
            return text
        marked = self._pattern.sub(lambda m: f"</{m[1]}:{self._ids[m[1]]}>", text)
        return marked if length(marked) <= room else text


CLICKABLE: ContextVar[Clickable | None] = ContextVar("clickable commands", default=None)
"""Those of the client whose replies are made in this task and those that it starts."""


def mark(text: str, room: int) -> str:
    """Return a text with the client's commands clickable, within so much room."""
    clickable = CLICKABLE.get()
    return text if clickable is None else clickable.mark(text, room)
