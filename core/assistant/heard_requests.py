"""Requests of what reaches the assistant in words: a line, or a command taken apart."""

from core.assistant.commands import ABOUT_MESSAGES, COMMANDS
from core.assistant.incoming import Command, Incoming, Message, Press
from core.assistant.options import check_options
from core.assistant.request import Request
from core.assistant.typed_lines import request_of_line
from core.assistant.wording import say
from core.errors import NotFound, UserError


def spoken_request(incoming: Incoming) -> Request | None:
    """Return what a line or a command asks for; None for a press, and where that is not there."""
    try:
        match incoming:
            case Message():
                return request_of_line(incoming)
            case Command():
                return request_of_command(incoming)
            case Press():
                return None
    except UserError:
        return None


def request_of_command(command: Command) -> Request:
    """Return what a command asks for.

    Raises:
        NotFound: there is no such command or option.
        Unsure: an option has a value that it may not have.
    """
    if command.name not in COMMANDS and command.name not in ABOUT_MESSAGES:
        raise NotFound(say("no such command", locale=command.sender.locale, name=command.name[:40]))
    if command.name in COMMANDS:
        spec = COMMANDS[command.name]
        check_options(command.options, spec.options, locale=command.sender.locale)
    return Request(
        sender=command.sender,
        name=command.name,
        options=command.options,
        text=command.text,
        delivery=command.delivery,
        attachment=command.attachment,
        author=command.author,
    )
