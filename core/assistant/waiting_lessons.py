"""Lessons that wait for an answer, in memory: what is typed instead does not lose them unsaid."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from core.assistant.incoming import Incoming, Press, Sender
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Request
from core.assistant.show import clip
from core.assistant.wording import say

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
_Where: TypeAlias = tuple[str, str, str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLesson:
    """What a member taught or changed, and the question that nothing has answered yet."""

    request: Request
    question: AskFirst
    since: datetime


class WaitingLessons:
    """The one of each member in each place that was asked about last."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[_Where, WaitingLesson] = OrderedDict()

    def keep(self, request: Request, question: AskFirst, now: datetime) -> None:
        """Remember a question of the bot, where what waits for its answer is to be saved."""
        if not any(_saves(way.request) for way in question.ways):
            return
        where = _where(request.sender)
        self._waiting[where] = WaitingLesson(request=request, question=question, since=now)
        self._waiting.move_to_end(where)
        while len(self._waiting) > MOST:
            self._waiting.popitem(last=False)

    def take(self, incoming: Incoming, now: datetime) -> WaitingLesson | None:
        """Forget and return what a line leaves unanswered; a press of a choice answers it."""
        if isinstance(incoming, Press):
            if incoming.action.partition(":")[0] in ("go", "drop"):
                self._waiting.pop(_where(incoming.sender), None)
            return None
        waiting = self._waiting.pop(_where(incoming.sender), None)
        is_late = waiting is not None and now - waiting.since > LASTS
        return None if is_late else waiting


def with_unsaved(reply: Reply, waiting: WaitingLesson, sender: Sender) -> Reply:
    """Return the reply with a note of what is not saved; what others read does not quote it."""
    quoted = "" if sender.is_overheard else clip(waiting.question.title, 120)
    key = "unsaved before" if quoted else "unsaved before all"
    note = say(key, locale=sender.locale, question=quoted)
    return replace(reply, notes=(*reply.notes, note))


def _where(sender: Sender) -> _Where:
    return sender.community, sender.member, sender.place, sender.thread


def _saves(request: Request) -> bool:
    name = request.name.removeprefix("press ")
    return name in _SAVING or "save" in request.agreed
