"""What happened, in order: what each member did, and what the bot showed to whom."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from tests.local_discord.basics import Json
from tests.local_discord.components import SELECTS, Kind, label_of, walk
from tests.local_discord.files import Upload
from tests.local_discord.state import Channel, Message, Modal, Role, User


@dataclass(frozen=True, slots=True, kw_only=True)
class Did:
    """What a member typed, ran, pressed, chose or filled in, as they would tell it."""

    who: str
    words: str
    place: str
    fills_in: bool = False
    """It sends the form that was opened by what they did last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A message of the bot as it read then."""

    message: Message
    text: str
    buttons: tuple[str, ...]
    pictures: tuple[str, ...]
    place: str
    only_to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What a stage direction would say."""

    words: str


Entry: TypeAlias = Did | Shown | Aside


def shown(message: Message) -> Shown:
    """Return how a message of the bot reads now."""
    files = (file.description or file.filename for file in message.attachments)
    return Shown(
        message=message,
        text=message.text,
        buttons=tuple(_buttons(message.components)),
        pictures=tuple(files),
        place=message.channel.name,
        only_to=message.visible_to.name if message.visible_to else None,
    )


def _buttons(components: Iterable[Json]) -> Iterator[str]:
    for each in walk(components):
        if each["type"] == Kind.BUTTON:
            yield label_of(each)
        elif each["type"] in SELECTS:
            yield f"{label_of(each)} ▾"


def command_line(command: str, options: Mapping[str, object]) -> str:
    """Return a slash command as it is typed, its options marked off: ``/ask text:"size 6"``."""
    said = {name: words(value) for name, value in options.items()}
    marked = {name: f'"{text}"' if " " in text else text for name, text in said.items()}
    return " ".join((command, *(f"{name}:{text}" for name, text in marked.items())))


def filled_in(modal: Modal, values: Mapping[str, object]) -> str:
    """Return what was filled into a form; a form of one line needs no name for it."""
    if len(modal.components) == 1:
        return ", ".join(map(words, values.values()))
    return ", ".join(f"{name}: {words(value)}" for name, value in values.items())


def words(value: object) -> str:
    """Return a value as a member sees it."""
    match value:
        case Upload():
            return value.filename
        case Channel():
            return f"#{value.name}"
        case Role() | User():
            return f"@{value.name}"
    return "; ".join(str(value).splitlines())
