"""Questions that wait for an answer, in memory: what is typed next may answer them in words."""

import re
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from core.assistant.acts import plain_words
from core.assistant.assent import chosen_by
from core.assistant.grammar import ARROW
from core.assistant.incoming import Incoming, Press, Sender
from core.assistant.reply import Choice, Reply, Tone
from core.assistant.request import AskFirst, Request
from core.assistant.show import clip
from core.assistant.wording import say
from core.domain.identity import ProposalId

LASTS: Final = timedelta(minutes=30)
"""Later the member has gone on to something else."""
MOST: Final = 1000
"""Members: the one that typed longest ago goes first."""
_SAVING: Final = frozenset(
    [
        *("teach", "teach from this", "quoted", "correct", "right", "rate", "outcome", "came"),
        *("edit", "examples edit"),
    ]
)
"""Requests, and verbs of buttons, that save what a member said."""
_AGREED: Final = "right"
"""What the command of that name says of a card, in whatever signs and courtesy it was typed."""
_TASK_WORDS: Final = re.compile(
    r"\b(?:i|mean|meant|the|for|of|task|one|please|it['’]?s)\b|我说的|是|任务|那个|[吧啊呀]$",
    re.IGNORECASE,
)
"""Words beside the name of the task that is meant."""
_Where: TypeAlias = tuple[str, str, str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingQuestion:
    """What a member wanted, and the question about it that nothing has answered yet."""

    request: Request
    question: AskFirst
    choices: tuple[Choice, ...]
    """What its card offers to be pressed."""
    since: datetime
    is_late: bool = False
    """Whether the member has gone on, so that only a reply to its card is about it."""

    @property
    def saves(self) -> bool:
        """Whether what waits for the answer is to be saved."""
        is_asked = bool(self.question.asks) and saves(self.request)
        return is_asked or any(saves(way.request) for way in self.question.ways)

    @property
    def offer(self) -> ProposalId | None:
        """The offer that its card leads to."""
        dropping = next((choice.action for choice in self.choices if choice.is_cancel), "")
        verb, _, number = dropping.partition(":")
        return ProposalId(int(number)) if verb == "drop" and number.isdigit() else None

    def is_meant_by(self, request: Request) -> bool:
        """Return whether words may answer it: they reply to its card, or soon to no offer's."""
        number = request.option("offer")
        return number == str(self.offer) or (not number and not self.is_late)

    @property
    def corrects(self) -> frozenset[str]:
        """The numbers of the answers that it would put right."""
        corrections = (way.request for way in self.question.ways if way.request.name == "correct")
        return frozenset(filter(None, (each.option("number") for each in corrections)))


class WaitingQuestions:
    """The one of each member in each place that was asked last."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[_Where, WaitingQuestion] = OrderedDict()

    def keep(
        self, request: Request, question: AskFirst, choices: tuple[Choice, ...], now: datetime
    ) -> None:
        """Remember a question of the bot; one of a lesson stays before one that saves nothing."""
        where = _where(request.sender)
        asked = WaitingQuestion(request=request, question=question, choices=choices, since=now)
        before = self._waiting.get(where)
        if before is not None and before.saves and not asked.saves:
            return
        self._waiting[where] = asked
        self._waiting.move_to_end(where)
        while len(self._waiting) > MOST:
            self._waiting.popitem(last=False)

    def take(self, incoming: Incoming, now: datetime) -> WaitingQuestion | None:
        """Forget and return what a line leaves unanswered; a press of a choice answers it."""
        if isinstance(incoming, Press):
            if incoming.action.partition(":")[0] in ("go", "drop"):
                self._waiting.pop(_where(incoming.sender), None)
            return None
        waiting = self._waiting.pop(_where(incoming.sender), None)
        is_late = waiting is not None and now - waiting.since > LASTS
        return replace(waiting, is_late=True) if waiting and is_late else waiting

    def has_replaced(self, before: WaitingQuestion, sender: Sender) -> bool:
        """Return whether what waits now puts the same answer right as a question before it."""
        now = self._waiting.get(_where(sender))
        return now is not None and now is not before and bool(now.corrects & before.corrects)


def with_unsaved(reply: Reply, waiting: WaitingQuestion, sender: Sender) -> Reply:
    """Return the reply with a note of what is not saved; what others read does not quote it."""
    quoted = _quoted(waiting, sender)
    key = "unsaved before" if quoted else "unsaved before all"
    note = say(key, locale=sender.locale, question=quoted)
    return replace(reply, notes=(*reply.notes, note))


def chosen_in_words(request: Request, waiting: WaitingQuestion) -> Choice | None:
    """Return the choice that a line takes of the card shown last; none that destroys anything.

    While a card is open, a bare ``undo`` takes back that card, not the lesson before it.
    """
    if request.name == "undo" and not (request.text or request.option("number")):
        return next((choice for choice in waiting.choices if choice.is_cancel), None)
    is_verdict = request.name == "right" and not request.option("number")
    if not (request.is_sentence or is_verdict):
        return None
    card = Reply(title=waiting.question.title, tone=Tone.ASK, choices=waiting.choices)
    chosen = chosen_by(_AGREED if is_verdict else request.text, card)
    chosen = chosen or _of_task_named(request.text, waiting)
    return None if chosen is None or chosen.is_danger else chosen


def _of_task_named(text: str, waiting: WaitingQuestion) -> Choice | None:
    """Return the choice of the task that a text names, where the card asks which is meant."""
    said = plain_words(_TASK_WORDS.sub(" ", text))
    names = [way.request.option("task") for way in waiting.question.ways]
    if not said or len(set(names)) < len(names):
        return None
    each = zip(names, waiting.choices, strict=False)
    return next((choice for name, choice in each if plain_words(name) == said), None)


def with_dropped(reply: Reply, waiting: WaitingQuestion, request: Request) -> Reply:
    """Return the reply to a card called off in words, with what it was and how to go on."""
    sender = request.sender
    quoted = _quoted(waiting, sender)
    line = say("dropped question", locale=sender.locale, question=quoted) if quoted else ""
    note = say("undo before card", locale=sender.locale) if request.name == "undo" else ""
    return replace(
        reply,
        lines=(*reply.lines, *filter(None, [line])),
        notes=(*reply.notes, *filter(None, [note])),
    )


def _quoted(waiting: WaitingQuestion, sender: Sender) -> str:
    return "" if sender.is_overheard else clip(waiting.question.title, 120)


def _where(sender: Sender) -> _Where:
    return sender.community, sender.member, sender.place, sender.thread


def saves(request: Request) -> bool:
    """Return whether a request is to save what a member said."""
    name = request.name.removeprefix("press ")
    is_lesson = request.name == "sentence" and ARROW.search(request.text) is not None
    return name in _SAVING or "save" in request.agreed or is_lesson
