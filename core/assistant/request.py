"""Requests: what a member wants done, as plain values that can wait for a button."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final

from core.assistant.incoming import Attachment, Sender
from core.assistant.readings import Readings
from core.assistant.recollection import Recollection
from core.assistant.reply import Effect
from core.assistant.shown_answers import ShownAnswers
from core.assistant.waiting_files import WaitingFiles
from core.domain.codec import value_from_json, value_to_json
from core.domain.fields import Value
from core.domain.forecast import Audience
from core.domain.identity import MemberId
from core.errors import UserError
from core.ports.learning import Clock, Predictor, Trainer
from core.ports.work import OpenWork

TARGET = "target"
"""The key under which a settled reading of the target is kept."""
LAST_ANSWER_LASTS: Final = timedelta(minutes=30)
"""How long what a member types may go on from the last answer; later they begin anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """What the commands reach the outside through."""

    open_work: OpenWork
    predictor: Predictor
    trainer: Trainer
    clock: Clock
    recollection: Recollection
    files: WaitingFiles = field(default_factory=WaitingFiles)
    shown: ShownAnswers = field(default_factory=ShownAnswers)
    learns_from_others: bool = False
    """Whether one member may teach what another wrote."""

    def last_answers_since(self) -> datetime:
        """Return from when on an answer is one that a member may go on from."""
        return self.clock() - LAST_ANSWER_LASTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A command with its options, and what the member has agreed to on the way."""

    sender: Sender
    name: str
    options: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    delivery: str | None = None
    attachment: Attachment | None = None
    author: MemberId | None = None
    """Who wrote the text, where that is not the sender."""
    shown_to: Audience | None = None
    """Who is shown the answer, whatever the task's rules; None where they and the place say it."""
    agreed: frozenset[str] = frozenset()
    """Questions answered with yes: ``consent``, ``create``, …"""
    settled: Mapping[str, Value] = field(default_factory=dict)
    """Readings the member chose, by field key or :data:`TARGET`."""
    card: str | None = None
    """The message whose button was pressed, where all who are there see it."""
    readings: Readings = field(default_factory=Readings, compare=False, repr=False)
    """What its words say, kept for every step that it takes."""

    @property
    def is_quoted(self) -> bool:
        """Whether the text is a message that was not written as a question."""
        return self.name == "ask about this" or self.author is not None

    @property
    def is_sentence(self) -> bool:
        """Whether it is a plain sentence, which may be about what the bot asked last."""
        return self.name in ("sentence", "reply to offer")

    def option(self, name: str) -> str:
        """Return an option's text; empty where it was not given."""
        return self.options.get(name, "").strip()

    def agree(self, key: str) -> "Request":
        """Return the request with one more yes."""
        return replace(self, agreed=self.agreed | {key})

    def settle(self, key: str, value: Value) -> "Request":
        """Return the request with one reading chosen."""
        return replace(self, settled={**self.settled, key: value})

    def about(self, task: str) -> "Request":
        """Return the request with its task named."""
        return replace(self, options={**self.options, "task": task})


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One answer to a question of the bot: the request goes on like this."""

    label: str
    request: Request
    is_yes: bool = False
    effect: Effect = Effect.CHANGES


class AskFirst(Exception):
    """The member must choose before the request goes on."""

    def __init__(
        self,
        title: str,
        *lines: str,
        ways: tuple[Way, ...],
        is_personal: bool = False,
        asks: str = "",
    ) -> None:
        super().__init__(title)
        self.title = title
        self.lines = lines
        self.ways = ways
        self.asks = asks
        """What a value in a reply is of, beside the ways: a field's key, or :data:`TARGET`."""
        self.is_personal = is_personal
        """Whether it says what the member alone was shown, so that others must not read it."""


class Unsure(UserError):
    """The bot did not understand, and says what it would have."""


def request_to_json(request: Request, *, file: str | None = None) -> dict[str, Any]:
    """Return what waits of a request while its question is open; the sender is not part of it.

    Its file waits elsewhere, under the name given: see :class:`WaitingFiles`.
    """
    return {
        "name": request.name,
        "options": dict(request.options),
        "text": request.text,
        "delivery": request.delivery,
        "author": request.author,
        "card": request.card,
        "shown_to": request.shown_to,
        "file": file,
        "agreed": sorted(request.agreed),
        "settled": {key: value_to_json(value) for key, value in request.settled.items()},
    }


def request_from_json(
    raw: Mapping[str, Any], sender: Sender, *, file: Attachment | None = None
) -> Request:
    """Return what :func:`request_to_json` wrote, as asked by this sender, with its file."""
    return Request(
        sender=sender,
        name=raw["name"],
        options=raw["options"],
        text=raw["text"],
        delivery=raw["delivery"],
        author=raw.get("author"),
        card=raw.get("card"),
        shown_to=Audience(shown_to) if (shown_to := raw.get("shown_to")) else None,
        attachment=file,
        agreed=frozenset(raw["agreed"]),
        settled={key: value_from_json(value) for key, value in raw["settled"].items()},
    )
