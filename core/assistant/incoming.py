"""What reaches the assistant, whatever the front end: a message, a command, a press, a form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from core.assistant.surroundings import Nowhere, Surroundings
from core.domain.identity import CommunityId, MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who speaks, and where."""

    community: CommunityId
    member: MemberId
    name: str
    locale: str = "en"
    place: str | None = None
    """The channel, where the front end has several; threads go by the channel they hang from."""
    thread: str | None = None
    """The thread of that channel, where they speak in one."""
    is_overheard: bool = False
    """Whether others there read what they say, and so what they are answered."""
    is_direct: bool = False
    """Whether they speak with the bot alone, for themselves or for a server they belong to."""
    roles: frozenset[str] = frozenset()
    """The roles that the front end says they have there."""
    is_manager: bool = False
    """Whether they run the community: they may set it up and put any task right."""
    zone: tzinfo | None = UTC
    """The clock that their days go by; None is the clock of this computer."""
    surroundings: Surroundings = field(default=Nowhere(), compare=False, repr=False)
    """The channels and roles that they may name."""

    @property
    def spot(self) -> str | None:
        """Where what they are answered is read: the thread, or the channel."""
        return self.thread or self.place

    def day_of(self, moment: datetime) -> date:
        """Return the day that it is for them at this moment."""
        return moment.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came with a message, or goes with a reply."""

    name: str
    content: bytes


class CardKind(StrEnum):
    """What a card is that is about no one answer or example."""

    OFFER = "offer"
    """It asks something first."""
    OTHER = "card"
    """A list, a picture, help, what was taken back, …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A line of text: a command in words, or a plain sentence."""

    sender: Sender
    text: str
    delivery: str | None = None
    """What the front end calls this delivery; one that comes twice is stored once."""
    attachment: Attachment | None = None
    more_files: tuple[str, ...] = ()
    """The names of further files that came along and are not read."""
    in_reply_to: int | None = None
    """The number of the answer that it replies to, where the front end can tell."""
    about_example: int | None = None
    """The number of the one example whose card it replies to, where the front end can tell."""
    about_step: int | None = None
    """The step that the card which it replies to can take back, where the front end can tell."""
    about_card: CardKind | None = None
    """What it replies to, where that is a card about no one answer or example."""
    about_offer: int | None = None
    """The offer that the card which it replies to makes, where the front end can tell."""
    refuses: str | None = None
    """The action of the open card's choice that its words refuse by; they may say more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command whose options the front end has already taken apart."""

    sender: Sender
    name: str
    """``teach``, ``task new``, ``model status``, …"""
    options: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    """What follows the options: a lesson, a question, a search."""
    delivery: str | None = None
    attachment: Attachment | None = None
    more_files: tuple[str, ...] = ()
    """The names of further files that came along and are not read."""
    author: MemberId | None = None
    """Who wrote the text, where that is not the sender."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "options", MappingProxyType(dict(self.options)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A choice that was taken, with what was filled into its form, if it had one."""

    sender: Sender
    action: str
    """The :class:`core.assistant.reply.Choice`'s action, as it was given."""
    filled: Mapping[str, str] = field(default_factory=dict)
    """Input name -> text."""
    delivery: str | None = None
    attachment: Attachment | None = None
    """The file that its form asked for."""
    card: str | None = None
    """The message that the choice stands on, where all who are there see it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "filled", MappingProxyType(dict(self.filled)))


Incoming: TypeAlias = Message | Command | Press
