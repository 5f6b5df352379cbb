"""The assistant: the one door through which every front end goes."""

from collections.abc import Sequence

from core.assistant.incoming import Incoming, Sender
from core.assistant.reply import Reply
from core.domain.version import Run
from core.ports.learning import Clock, Predictor, Trainer
from core.ports.work import OpenWork


class Assistant:
    """Understands what members say and answers them; all that it knows is in the store."""

    def __init__(
        self, *, open_work: OpenWork, predictor: Predictor, trainer: Trainer, clock: Clock
    ) -> None:
        self._open_work = open_work
        self._predictor = predictor
        self._trainer = trainer
        self._clock = clock

    async def handle(self, incoming: Incoming) -> Reply:
        """Return the reply; what a member can put right comes back as a reply, not an error."""
        raise NotImplementedError

    async def report(self, run: Run) -> Reply:
        """Return what to say of a retraining that has ended, with its picture."""
        raise NotImplementedError

    async def complete(self, sender: Sender, text: str) -> Sequence[str]:
        """Return what the last word of a half-typed line may become."""
        raise NotImplementedError
