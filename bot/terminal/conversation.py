"""One person's conversation with the assistant, line by line: the same typed and piped."""

import traceback
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeAlias

import structlog

from bot.terminal import wording
from bot.terminal.attaching import attach, read
from bot.terminal.language import language_heard
from core.assistant.assent import chosen_by, refuses_with_more
from core.assistant.incoming import Attachment, Incoming, Message, Press, Sender
from core.assistant.reply import Choice, Input, OutcomeQuestion, Reply, Tone
from core.domain.identity import MemberId
from core.domain.version import Run
from core.errors import ApprenticeError

_log = structlog.get_logger(__name__)
LEAVING = frozenset({"quit", "exit", ":q"})


class Answerer(Protocol):
    """The assistant, as a terminal needs it."""

    async def handle(self, incoming: Incoming) -> Reply:
        """Return the reply to what came in."""
        ...

    async def report(self, run: Run, *, locale: str = "en") -> Reply:
        """Return what to say of a retraining that has ended."""
        ...

    async def outcomes_due(
        self, communities: str, *, asked_by: MemberId | None = None
    ) -> Sequence[OutcomeQuestion]:
        """Return what is to be asked now of how things turned out; each is returned only once."""
        ...

    async def complete(self, sender: Sender, text: str) -> Sequence[str]:
        """Return what the last word of a half-typed line may become."""
        ...


AskFor: TypeAlias = Callable[[Input], Awaitable[str | None]]
"""Returns what the person typed into one line of a form; None where they left the form."""


class Conversation:
    """Turns lines into messages and presses, and remembers which choices a number may press."""

    def __init__(self, assistant: Answerer, sender: Sender, *, ask_for: AskFor) -> None:
        self.sender = sender
        self._assistant = assistant
        self._ask_for = ask_for
        self._choices: tuple[Choice | None, ...] = ()
        """By number; None where a later reply has taken its place."""
        self._is_mistyped = False
        """Whether the last line was a number that none of them has: it takes them from nobody."""
        self._is_answered = False
        """Whether the last reply was a forecast, of which a number may tell how it turned out."""
        self._asked: Reply | None = None
        """The card that asks, where it was shown last: words can answer it too."""
        self._usual_locale = sender.locale
        self._has_chosen = False
        """Whether they said in which language they want to be answered."""
        self.knows_how_to_agree = False
        """Whether they were told how a piped line agrees to what is not taken as yes."""

    def own_words(self, key: str, **parts: object) -> str:
        """Return a sentence of the terminal's own, in the person's language."""
        return wording.say(key, locale=self.sender.locale, **parts)

    async def say(self, line: str) -> Reply:
        """Return the reply to a line: a message, the number of a choice, or a word for one."""
        if not self._has_chosen:
            locale = language_heard(line, now=self.sender.locale, usual=self._usual_locale)
            self.sender = replace(self.sender, locale=locale)
        asked, self._asked = self._asked, None
        named = chosen_by(line, asked) if asked else None
        refused = named if refuses_with_more(line) else None
        choice = self._numbered(line) or (None if refused else named)
        if choice is not None:
            return await self.press(choice)
        may_be_value = self._is_answered or (asked is not None and asked.takes_value)
        self._is_mistyped = bool(self._choices and _number(line)) and not may_be_value
        if self._is_mistyped:
            return Reply(title=self.own_words("no choice", number=line.strip()), tone=Tone.ERROR)
        try:
            attachment = await attach(line, locale=self.sender.locale)
        except ApprenticeError as error:
            return _sorry(error)
        message = Message(
            sender=self.sender,
            text=_storable(line),
            attachment=attachment,
            refuses=refused.action if refused else None,
        )
        return await self._handle(message)

    async def press(self, choice: Choice, *, as_it_stands: bool = False) -> Reply:
        """Return the reply to a press, after its form was filled in.

        Args:
            choice: what is pressed.
            as_it_stands: take what the form starts with instead of asking.
        """
        self._is_mistyped = False
        filled: dict[str, str] = {}
        file: Attachment | None = None
        for wanted in choice.inputs:
            typed = wanted.value if as_it_stands else await self._ask_for(wanted)
            if typed is None or not (typed.strip() or wanted.is_optional or as_it_stands):
                return Reply(title=self.own_words("cancelled"))
            filled[wanted.name] = typed if as_it_stands else _picked(wanted, typed)
            if wanted.is_file and typed.strip():
                try:
                    file = await read(typed.strip(), locale=self.sender.locale)
                except ApprenticeError as error:
                    return _sorry(error)
        return await self._handle(
            Press(sender=self.sender, action=choice.action, filled=filled, attachment=file)
        )

    async def report(self, run: Run) -> Reply:
        """Return what to say of a retraining that has ended."""
        return await self._kept_going(self._assistant.report(run, locale=self.sender.locale))

    async def due(self) -> Sequence[Reply]:
        """Return what the person is asked of how things turned out, and how to answer in words."""
        sender = self.sender
        try:
            due = await self._assistant.outcomes_due(sender.community, asked_by=sender.member)
        except Exception as error:  # noqa: BLE001 - the chat goes on
            return (_sorry_of(error, sender.locale),)
        return tuple(
            replace(
                q.reply, notes=(*q.reply.notes, self.own_words("tell outcome", number=q.number))
            )
            for q in due
        )

    async def complete(self, text: str) -> Sequence[str]:
        """Return what the last word of a half-typed line may become."""
        try:
            return await self._assistant.complete(self.sender, text)
        except Exception as error:  # noqa: BLE001 - the person goes on typing
            _sorry_of(error, self.sender.locale)
            return ()

    def offer(self, reply: Reply, *, beside: bool = False) -> int:
        """Make a reply's choices those that a number presses; return the number of the first.

        Args:
            reply: what is about to be shown. What was offered before is then offered no more.
            beside: number them after the ones before, whose numbers the person may be typing.
        """
        before = self._choices if beside else ()
        if reply.choices:
            self._choices = (*before, *reply.choices)
        elif not (beside or self._is_mistyped):
            self._choices = (None,) * len(self._choices)
        if not beside:
            self._is_answered = reply.tone is Tone.ANSWER
        if reply.choices and not beside:
            self._asked = reply if reply.tone is Tone.ASK else None
        return len(before) + 1

    async def _handle(self, incoming: Incoming) -> Reply:
        reply = await self._kept_going(self._assistant.handle(incoming))
        if reply.speaks:
            self._has_chosen = True
            self.sender = replace(self.sender, locale=reply.speaks)
        return reply

    async def _kept_going(self, replying: Awaitable[Reply]) -> Reply:
        """Return the reply; what goes wrong becomes one, so that the chat goes on."""
        try:
            return await replying
        except Exception as error:  # noqa: BLE001 - the one place where a bug becomes a sentence
            return _sorry_of(error, self.sender.locale)

    def _numbered(self, line: str) -> Choice | None:
        number = _number(line)
        return self._choices[number - 1] if 1 <= number <= len(self._choices) else None


def is_leaving(line: str) -> bool:
    """Return whether the person wants to go."""
    return line.strip().casefold() in LEAVING


def _storable(text: str) -> str:
    """Return the text without the halves of characters that a terminal may leave in it."""
    return text.encode(errors="replace").decode().strip()


def _number(text: str) -> int:
    """Return a bare number; 0 for anything else."""
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else 0


def _picked(wanted: Input, typed: str) -> str:
    """Return the option that a number names, or what was typed."""
    number = _number(typed)
    return wanted.options[number - 1] if 1 <= number <= len(wanted.options) else typed.strip()


def _sorry_of(error: Exception, locale: str) -> Reply:
    """Return what to say of an error; what nobody expected is logged without its text.

    The messages of errors may quote what was written, so only types and places go to the log.
    """
    if isinstance(error, ApprenticeError):
        return _sorry(error)
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    _log.error("failed", error=type(error).__name__, where=where)
    return Reply(
        title=wording.say("went wrong", locale=locale, kind=type(error).__name__), tone=Tone.ERROR
    )


def _sorry(error: ApprenticeError) -> Reply:
    return Reply(title=str(error), tone=Tone.ERROR)
