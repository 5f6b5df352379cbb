"""What reaches the assistant, whatever the front end: a message, a command, a press, a form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from core.domain.identity import CommunityId, MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who speaks, and where."""

    community: CommunityId
    member: MemberId
    name: str
    locale: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came with a message, or goes with a reply."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A line of text: a command in words, or a plain sentence."""

    sender: Sender
    text: str
    delivery: str | None = None
    """What the front end calls this delivery; one that comes twice is stored once."""
    attachment: Attachment | None = None


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

    def __post_init__(self) -> None:
        object.__setattr__(self, "filled", MappingProxyType(dict(self.filled)))


Incoming: TypeAlias = Message | Command | Press
