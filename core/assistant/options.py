"""What a command takes: its options with the values allowed, and what may follow them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.assistant.nearest import with_nearest
from core.assistant.request import Unsure
from core.assistant.templates import TEMPLATES
from core.assistant.wording import say
from core.domain.task import TargetKind
from core.errors import NotFound

PREDICTED = (*(str(kind) for kind in TargetKind), "yes/no")
"""What a task can predict; yes or no is a category of two labels."""
YES_NO_LABELS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("yes/no", "y/n", "yes-no", "bool", "boolean"), ("yes", "no")),
    **dict.fromkeys(("是/否", "是否"), ("是", "否")),
}
"""What a task that predicts yes or no is called, and its labels."""
MAX_DIGITS = 12
"""Of a number that names something: no community has more lessons or answers."""


class Kind(StrEnum):
    """What an option's value is."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    """It names an example or an answer."""
    SENTENCE = "sentence"
    """All that follows it, unless it is quoted."""
    REPORT = "report"
    """Added by the front end; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What may be said as ``name:value``."""

    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    also: frozenset[str] = frozenset()
    """Other words for a choice, which the command itself knows."""


class Rest(StrEnum):
    """What may follow a command beside its options."""

    NOTHING = "nothing"
    TASK = "task"
    NEW_TASK = "new task"
    TASK_AND_FILE = "task and file"
    EXAMPLE = "example"
    ANSWER = "answer"
    EXAMPLE_AND_TEXT = "example and text"
    ANSWER_AND_TEXT = "answer and text"
    SENTENCE = "sentence"
    TOPIC = "topic"

    @property
    def is_free(self) -> bool:
        """Whether it is a member's own words, in which nothing is an option."""
        return self in (Rest.SENTENCE, Rest.EXAMPLE_AND_TEXT, Rest.ANSWER_AND_TEXT)

    @property
    def is_task(self) -> bool:
        """Whether it begins with a task's name."""
        return self in (Rest.TASK, Rest.NEW_TASK, Rest.TASK_AND_FILE)

    @property
    def is_example(self) -> bool:
        """Whether a number names an example, not an answer."""
        return self in (Rest.EXAMPLE, Rest.EXAMPLE_AND_TEXT)


def _one_of(*choices: str) -> Option:
    return Option(kind=Kind.CHOICE, choices=choices)


OPTIONS: Mapping[str, Option] = {
    "answers": _one_of("private", "public"),
    "bad": _one_of("skip", "stop"),
    "balanced": _one_of("yes", "no"),
    "before": Option(kind=Kind.NUMBER),
    "by": _one_of("me", "all"),
    "format": _one_of("csv", "jsonl"),
    "lacking": Option(kind=Kind.REPORT),
    "lesson": Option(kind=Kind.SENTENCE),
    "number": Option(kind=Kind.NUMBER),
    "predict": Option(
        kind=Kind.CHOICE, choices=PREDICTED, also=frozenset(YES_NO_LABELS).difference(PREDICTED)
    ),
    "template": _one_of(*TEMPLATES),
    "text": Option(kind=Kind.SENTENCE),
    "truth": Option(kind=Kind.SENTENCE),
}
"""Options whose value is not any text, by name: the same in every command."""
_ANY = Option()


def option_named(name: str) -> Option:
    """Return what an option takes."""
    return OPTIONS.get(name, _ANY)


def check_options(given: Mapping[str, str], allowed: Iterable[str], *, locale: str) -> None:
    """Return where each option is one of the command's, with a value that it may have.

    Raises:
        NotFound: there is no such option.
        Unsure: its value is none that it may have.
    """
    names = tuple(allowed)
    for name, value in given.items():
        if name not in names:
            raise NotFound(no_such_option(name, names, locale=locale))
        check_value(name, value.strip(), locale=locale)


def no_such_option(said: str, names: Iterable[str], *, locale: str) -> str:
    """Return the sentence that says which options there are."""
    known = [name for name in names if option_named(name).kind is not Kind.REPORT]
    listed = ", ".join(f"{name}:" for name in known)
    key = "no such option" if listed else "no options"
    sentence = say(key, locale=locale, name=said[:40], names=listed)
    return with_nearest(sentence, said, known, locale=locale)


def check_value(name: str, value: str, *, locale: str) -> None:
    """Return where an option may have this value.

    Raises:
        Unsure: it may not.
    """
    option = option_named(name)
    if option.kind is Kind.REPORT:
        return
    if not value:
        raise Unsure(say("option empty", locale=locale, option=name))
    is_choice = value.casefold() in option.choices or value.casefold() in option.also
    if option.kind is Kind.CHOICE and not is_choice:
        sentence = say(
            "which choice",
            locale=locale,
            option=name,
            said=value[:40],
            choices=", ".join(option.choices),
        )
        raise Unsure(with_nearest(sentence, value, option.choices, locale=locale))
    if option.kind is Kind.NUMBER and not is_number(value.lstrip("#?").rstrip(":：")):
        raise Unsure(say("which number", locale=locale, said=value[:40]))


def is_number(text: str) -> bool:
    """Return whether a text is digits that may name something stored."""
    return text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS
