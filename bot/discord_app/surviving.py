"""Events that the library cannot read are lost, and not the connection with them."""

from collections.abc import Callable, MutableMapping
from functools import partial
from typing import Any

from bot.discord_app.failures import note_unsent


def survive_events(parsers: MutableMapping[str, Callable[[Any], None]]) -> None:
    """Let an event that the library cannot read be lost, and not the connection with it.

    Without its first event a connection is of no use: that one's failure ends it.
    """
    for name, parse in parsers.items():
        if name != "READY":
            parsers[name] = partial(_parsed, name, parse)


def _parsed(name: str, parse: Callable[[Any], None], data: object) -> None:
    try:
        parse(data)
    except Exception as error:  # noqa: BLE001 - whatever Discord may come to send
        note_unsent(error, gateway_event=name)
