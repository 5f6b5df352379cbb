"""The slash commands, one fixed set, as a table: their options and what completes them."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What Discord lets a member give for an option."""

    TEXT = "text"
    FILE = "file"
    ROLE = "role"
    CHANNEL = "channel"
    """One that messages can be written in."""
    PLACE = "place"
    """A channel or a forum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option of a command; its description is worded by its name."""

    name: str
    kind: Kind = Kind.TEXT
    is_required: bool = False
    choices: tuple[str, ...] = ()
    is_completed: bool = False
    """Whether the assistant is asked, while it is typed, what it may become."""
    is_text: bool = False
    """It is the command's text, not an option of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slash:
    """One command."""

    name: str
    options: tuple[Option, ...] = ()
    form: str = ""
    """The form that is opened where ``form_unless`` was not given."""
    form_unless: str = ""
    is_for_managers: bool = False


def _text(name: str, *, required: bool = False, completed: bool = False) -> Option:
    return Option(name=name, is_required=required, is_completed=completed)


TASK = Option(name="task", is_completed=True)
NUMBER = Option(name="number", is_completed=True, is_required=True)
ANSWER = Option(name="number")
FILE = Option(name="file", kind=Kind.FILE, is_required=True)

SLASHES: tuple[Slash, ...] = (
    Slash(
        name="task new",
        options=(
            _text("name"),
            Option(name="predict", choices=("number", "category", "rating")),
            _text("fields"),
            _text("labels"),
            Option(name="balanced", choices=("yes", "no")),
            _text("unit"),
            _text("scale"),
            _text("target"),
            _text("about"),
            _text("outcome"),
        ),
        form="new",
        form_unless="fields",
    ),
    Slash(name="task list"),
    Slash(name="task show", options=(TASK,)),
    Slash(
        name="task edit",
        options=(
            Option(name="task", is_completed=True, is_required=True),
            _text("add"),
            _text("rename", completed=True),
            _text("retype", completed=True),
            _text("to"),
            _text("remove", completed=True),
            _text("name"),
            _text("about"),
            _text("unit"),
            _text("labels"),
            Option(name="balanced", choices=("yes", "no")),
            _text("target"),
            Option(name="answers", choices=("private", "public")),
            Option(name="teachers", kind=Kind.ROLE),
            Option(name="keepers", kind=Kind.ROLE),
            _text("outcome"),
        ),
    ),
    Slash(name="task delete", options=(Option(name="task", is_completed=True, is_required=True),)),
    Slash(
        name="task import",
        options=(
            FILE,
            TASK,
            _text("target"),
            _text("kinds"),
            Option(name="dates", choices=("day", "month")),
            Option(name="points", choices=("decimal", "thousands")),
            Option(name="fill", choices=("down",)),
            _text("sheet"),
            Option(name="bad", choices=("skip", "stop")),
        ),
    ),
    Slash(name="task export", options=(TASK, Option(name="format", choices=("csv", "jsonl")))),
    Slash(name="task bind", options=(TASK, Option(name="channel", kind=Kind.PLACE))),
    Slash(name="task unbind", options=(Option(name="channel", kind=Kind.PLACE),)),
    Slash(name="teach", options=(TASK, _text("lesson", completed=True))),
    Slash(name="ask", options=(_text("text", required=True, completed=True), TASK)),
    Slash(name="batch", options=(FILE, TASK)),
    Slash(name="correct", options=(Option(name="truth", is_required=True), ANSWER)),
    Slash(name="why", options=(ANSWER,)),
    Slash(name="undo", options=(Option(name="number", is_completed=True),)),
    Slash(name="examples list", options=(TASK, Option(name="by", choices=("me", "all")))),
    Slash(name="examples show", options=(NUMBER,)),
    Slash(
        name="examples edit", options=(NUMBER, _text("lesson")), form="edit", form_unless="lesson"
    ),
    Slash(name="examples delete", options=(NUMBER,)),
    Slash(name="examples restore", options=(NUMBER,)),
    Slash(name="examples review", options=(TASK,)),
    Slash(name="model status", options=(TASK,)),
    Slash(name="model history", options=(TASK,)),
    Slash(name="model learn", options=(TASK,)),
    Slash(name="model stop", options=(TASK,)),
    Slash(name="model rollback", options=(TASK,)),
    Slash(name="model card", options=(TASK,)),
    Slash(name="quiz", options=(TASK,)),
    Slash(name="privacy see"),
    Slash(name="privacy export"),
    Slash(name="privacy erase"),
    Slash(name="privacy opt-out"),
    Slash(
        name="setup",
        options=(
            Option(name="template", choices=("price-guess", "triage", "film-night", "turnout")),
            Option(name="moderators", kind=Kind.CHANNEL),
            Option(name="teachers", kind=Kind.ROLE),
            Option(name="makers", kind=Kind.ROLE),
        ),
        is_for_managers=True,
    ),
    Slash(
        name="help",
        options=(
            Option(
                name="topic",
                choices=("teach", "ask", "task", "examples", "model", "privacy", "import"),
                is_text=True,
            ),
        ),
    ),
)

GROUPS = ("task", "examples", "model", "privacy")
MENUS = ("ask about this", "teach from this")
