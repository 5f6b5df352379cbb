"""What the assistant answers, whatever the front end: text, tables, a picture, choices, files."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum

from core.assistant.incoming import Attachment
from core.assistant.pictures import Picture
from core.domain.identity import CommunityId, MemberId, RunId


class Tone(StrEnum):
    """How a reply is meant, for colours and marks."""

    DONE = "done"
    ANSWER = "answer"
    INFO = "info"
    ASK = "ask"
    """The bot waits for one of the choices."""
    ERROR = "error"
    """Nothing was changed."""


class Effect(StrEnum):
    """What a yes does: how far it may be taken where nobody can be asked."""

    HARMLESS = "harmless"
    """It only lets happen what was said: consent, a new task, the rows of a preview."""
    CHANGES = "changes"
    """It settles what was meant, or changes what is stored."""
    DESTROYS = "destroys"
    """What it takes away does not come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One line of a form."""

    name: str
    label: str
    value: str = ""
    """What it starts with."""
    hint: str = ""
    """What is expected, shown while it is empty."""
    options: tuple[str, ...] = ()
    """Where given, one of these is picked."""
    is_long: bool = False
    is_open: bool = False
    """Something else than the options may be said too."""
    is_optional: bool = False
    """May be left empty."""
    is_file: bool = False
    """Wants a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button, or a numbered line in the terminal."""

    label: str
    action: str
    """Opaque, at most 80 characters; it leads back to a stored row, so it never grows stale."""
    inputs: tuple[Input, ...] = ()
    """What is asked for before the action is sent; empty for a plain button."""
    is_yes: bool = False
    """The likely answer; a harmless one is taken where nobody can be asked, which is then said."""
    is_no: bool = False
    """Answers no to what is asked, so that a typed no presses it."""
    is_cancel: bool = False
    """Wants nothing of what is offered, so that a typed "forget it" presses it."""
    effect: Effect = Effect.CHANGES

    @property
    def is_danger(self) -> bool:
        """Whether what it takes away does not come back."""
        return self.effect is Effect.DESTROYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under headings, each cell plain text."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a report comes from; a front end shows its members and its message as it can."""

    number: int
    """Of the answer."""
    reporter: MemberId
    author: MemberId
    """Who wrote the message that was asked about."""
    link: str = ""
    """Leads to that message; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What to show. All text is plain: a front end escapes what its markup would read into it."""

    title: str
    """One line that says it all."""
    lines: tuple[str, ...] = ()
    """What follows, one paragraph or figure a line."""
    notes: tuple[str, ...] = ()
    """Small print: what was read, what was taken as yes, which version answered."""
    tone: Tone = Tone.INFO
    table: Table | None = None
    picture: Picture | None = None
    choices: tuple[Choice, ...] = ()
    files: tuple[Attachment, ...] = ()
    run: RunId | None = None
    """A retraining that was just started: the front end shows its progress and its report."""
    form: Choice | None = None
    """One of the choices, opened at once by a front end that can."""
    posting: "Posting | None" = None
    """What is to be shown in another place before this is."""
    takes_value: bool = False
    """Whether it asks for a value, so that a number which no choice has is one."""
    origin: Origin | None = None
    """Where it comes from, on a report."""
    is_private: bool = True
    """Only for who asked, where others look on."""
    is_personal: bool = False
    """Not even to be shown where others read what was asked: it goes to the member directly."""
    is_judged_by_sender: bool = False
    """Whether who asked may surely press all its buttons that judge an answer."""
    closes: tuple[str, ...] = ()
    """How offers ended whose cards were not pressed: the action of each that words stand for."""
    speaks: str = ""
    """The locale that the member wants to be answered in from now on; empty where none was said."""
    forgets: MemberId | None = None
    """A member who erased themselves: what the front end itself saved of them goes too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Something to be shown in another channel of the community."""

    place: str
    reply: Reply
    instead_of: str | None = None
    """The message there whose place it takes."""
    if_refused: Callable[[], Awaitable[None]] | None = field(default=None, compare=False)
    """What is to be taken back where it could not be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeQuestion:
    """The question how something turned out, and to whom it goes."""

    community: CommunityId
    member: MemberId
    """Who asked what was answered."""
    place: str | None
    """The channel where it is asked; None where only the member is."""
    locale: str
    number: int
    """Of the answer."""
    reply: Reply
