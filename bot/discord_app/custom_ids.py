"""Custom ids: a neutral action with a mark that says what a press of it does to the card.

Nothing else is kept of a button, so it works after a restart and a year later.
"""

from dataclasses import dataclass
from enum import StrEnum

from core.assistant.reply import Choice, Input, Reply, Tone

MAX_CUSTOM_ID = 100
PATTERN = r"(?P<id>[=/?~].+)"
OTHER = "\u2026"
"""The value of a select's line "something else", which opens a form."""


_BESIDE = frozenset({"why", "vote", "rate", "decide", "settle"})
"""What is asked or said beside a question, which stays open."""
_SETTLING = frozenset({"outcome"})
"""What settles a card's question also by a form or a select."""


class Mark(StrEnum):
    """What comes first in a custom id."""

    KEEP = "="
    """The card stays; the reply comes below it."""
    TURN = "/"
    """The reply takes the card's place."""
    FORM = "?"
    """A form is opened first."""
    PICK = "~"
    """What is picked is the form's one line, whose name follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomId:
    """A custom id taken apart."""

    mark: Mark
    action: str
    name: str = ""
    """Of the input that a select fills in."""
    home: str = ""
    """The server that the card speaks for, where it is shown elsewhere."""

    @property
    def is_offer(self) -> bool:
        """Whether it goes on with what one member was offered."""
        return self.action.partition(":")[0] in ("go", "drop")

    @property
    def is_refusal(self) -> bool:
        """Whether it wants nothing of what was offered."""
        return self.action.partition(":")[0] == "drop"

    @property
    def turns(self) -> bool:
        """Whether the reply takes the card's place."""
        return self.mark is Mark.TURN or self.action.partition(":")[0] in _SETTLING

    def __str__(self) -> str:
        """Return it as Discord keeps it."""
        home = f"@{self.home}@" if self.home else ""
        name = f"{self.name}|" if self.mark is Mark.PICK else ""
        return f"{self.mark}{home}{name}{self.action}"

    @classmethod
    def parse(cls, text: str) -> "CustomId":
        """Return what :meth:`__str__` wrote; a number that told equal ones apart is dropped."""
        mark, rest, home, name = Mark(text[0]), text[1:].partition("#")[0], "", ""
        if rest.startswith("@"):
            home, _, rest = rest[1:].partition("@")
        if mark is Mark.PICK:
            name, _, rest = rest.partition("|")
        return cls(mark=mark, action=rest, name=name, home=home)


def is_ours(text: str) -> bool:
    """Return whether a custom id is one of these."""
    return text[:1] in set(Mark)


def picked_from(choice: Choice) -> Input | None:
    """Return the one input of a choice that can be picked on the card itself."""
    if len(choice.inputs) != 1 or not choice.inputs[0].options:
        return None
    return choice.inputs[0]


def id_of(choice: Choice, reply: Reply, home: str = "") -> CustomId:
    """Return the custom id of a reply's choice."""
    if wanted := picked_from(choice):
        return CustomId(mark=Mark.PICK, action=choice.action, name=wanted.name, home=home)
    if choice.inputs:
        return CustomId(mark=Mark.FORM, action=choice.action, home=home)
    verb = choice.action.partition(":")[0]
    turns = (reply.tone is Tone.ASK and verb not in _BESIDE) or verb == "page"
    return CustomId(mark=Mark.TURN if turns else Mark.KEEP, action=choice.action, home=home)
