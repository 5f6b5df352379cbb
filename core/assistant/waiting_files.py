"""Files that wait for a press: kept in memory, for a short time, and few of each member."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Final

from core.assistant.incoming import Attachment, Sender
from core.assistant.last_read import LastRead
from core.domain.identity import CommunityId, MemberId

LASTS: Final = timedelta(minutes=30)
"""Long enough to look at a card and change a few columns."""
MOST_EACH: Final = 2
"""Files of one member: the oldest goes when a third comes."""
MOST_BYTES: Final = 96 * 2**20
"""Of all members together: a dozen of the largest files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    community: CommunityId
    member: MemberId
    file: Attachment
    since: datetime


@dataclass(slots=True)
class WaitingFiles:
    """What members attached, while a question about it is open; it does not outlive the program."""

    reading: LastRead = field(default_factory=LastRead)
    """What was made of the one that was read last."""
    _files: dict[str, _Waiting] = field(default_factory=dict)
    """The one kept last is the last."""
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def keep(self, sender: Sender, file: Attachment, now: datetime) -> str:
        """Return under which name the file waits; one that waits already keeps its name."""
        self._drop_old(now)
        for name, waiting in self._of(sender):
            if waiting.file is file:
                return name
        name = str(next(self._numbers))
        self._files[name] = _Waiting(
            community=sender.community, member=sender.member, file=file, since=now
        )
        mine = self._of(sender)
        for old, _ in mine[: max(0, len(mine) - MOST_EACH)]:
            self._let_go(old)
        while self._size() > MOST_BYTES:
            self._let_go(next(iter(self._files)))
        return name

    def get(self, sender: Sender, name: str, now: datetime) -> Attachment | None:
        """Return the sender's file of this name; None where it waits no longer."""
        self._drop_old(now)
        return next((w.file for other, w in self._of(sender) if other == name), None)

    def drop(self, sender: Sender, file: Attachment) -> None:
        """Forget a file that was dealt with."""
        self.reading.forget(file)
        for name, waiting in self._of(sender):
            if waiting.file is file:
                self._let_go(name)

    def _of(self, sender: Sender) -> list[tuple[str, _Waiting]]:
        here = (sender.community, sender.member)
        return [(n, w) for n, w in self._files.items() if (w.community, w.member) == here]

    def _drop_old(self, now: datetime) -> None:
        for name, waiting in list(self._files.items()):
            if now - waiting.since > LASTS:
                self._let_go(name)

    def _let_go(self, name: str) -> None:
        self.reading.forget(self._files.pop(name).file)

    def _size(self) -> int:
        return sum(len(waiting.file.content) for waiting in self._files.values())
