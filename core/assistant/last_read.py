"""What reading a file gave, so that each press on its card need not read it anew."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple, cast

from core.assistant.incoming import Attachment

Given = TypeVarTuple("Given")
Result = TypeVar("Result")


class LastRead:
    """Keeps what was made of the file that was read last, and of no other.

    A file of 20,000 rows and 20 columns takes about 80 MB once it is read.
    """

    def __init__(self) -> None:
        self._file: Attachment | None = None
        self._made: dict[object, tuple[tuple[Any, ...], object]] = {}
        """The latest of each work on the file: what it was given, and what it returned."""

    async def of(
        self, file: Attachment, work: Callable[[*Given], Result], *given: *Given
    ) -> Result:
        """Return what a work on a file returns, done in a thread unless the same was done last."""
        if self._file is not file:
            self._file, self._made = file, {}
        made = self._made  # another file's may be kept by the time that this is read
        if work in made and made[work][0] == given:
            return cast("Result", made[work][1])
        result = await asyncio.to_thread(work, *given)
        made[work] = (given, result)
        return result

    def forget(self, file: Attachment) -> None:
        """Keep nothing of a file any longer."""
        if self._file is file:
            self._file, self._made = None, {}
