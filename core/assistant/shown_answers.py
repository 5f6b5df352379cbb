"""The answer that each member was shown last, in memory: a verdict in bare words is about it."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Final, TypeAlias

from core.assistant.answer_actions import answer_of
from core.assistant.incoming import Sender
from core.assistant.reply import Reply, Tone
from core.domain.identity import TaskId

MOST: Final = 1000
"""Members: the one that was shown something longest ago goes first."""
_Where: TypeAlias = tuple[str, str, str | None, str | None]


class ShownAnswers:
    """The one of each member in each place, until something else is shown."""

    def __init__(self) -> None:
        self._numbers: OrderedDict[_Where, int] = OrderedDict()
        self._listed: OrderedDict[_Where, TaskId] = OrderedDict()
        """The task whose lessons they were shown since."""

    def note(self, sender: Sender, reply: Reply, *, is_of_answer: bool) -> None:
        """Remember which answer a reply is about; small talk and errors change nothing.

        Args:
            sender: who is shown the reply.
            reply: what they are shown.
            is_of_answer: whether they wanted something of an answer, whatever the reply offers.
        """
        where = _where(sender)
        if not _is_in_passing(reply) and reply.table is None:
            self._listed.pop(where, None)
        number = next(_answers_in(reply), None)
        if number is not None:
            self._numbers[where] = number
            self._numbers.move_to_end(where)
            while len(self._numbers) > MOST:
                self._numbers.popitem(last=False)
        elif not (is_of_answer or _is_in_passing(reply)):
            self._numbers.pop(where, None)

    def note_listed(self, sender: Sender, task: TaskId) -> None:
        """Remember whose lessons a member is shown, until another card is."""
        self._listed[_where(sender)] = task
        while len(self._listed) > MOST:
            self._listed.popitem(last=False)

    def listed(self, sender: Sender) -> TaskId | None:
        """Return the task whose lessons the last card to a member showed, if it did."""
        return self._listed.get(_where(sender))

    def of(self, sender: Sender) -> int | None:
        """Return the answer that the last reply to a member was about; None where it was none."""
        return self._numbers.get(_where(sender))


def _answers_in(reply: Reply) -> Iterator[int]:
    for choice in reply.choices:
        number = answer_of(choice.action)
        if number is not None:
            yield number


def _is_in_passing(reply: Reply) -> bool:
    return reply.tone is Tone.ERROR or (reply.tone is Tone.INFO and reply.table is None)


def _where(sender: Sender) -> _Where:
    return sender.community, sender.member, sender.place, sender.thread
