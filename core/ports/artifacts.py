"""Where fitted learners are kept between restarts."""

from collections.abc import Collection, Sequence
from typing import Protocol

from core.domain.artifact import Artifact


class Artifacts(Protocol):
    """A folder, or a bucket, of fitted learners."""

    async def write(self, artifact: Artifact) -> str:
        """Write an artifact so that it is there whole or not at all; return its name."""
        ...

    async def read(self, name: str) -> Artifact:
        """Return an artifact; raises ArtifactError where it is damaged, missing or foreign."""
        ...

    async def discard(self, name: str) -> None:
        """Remove an artifact that its writer will not record; one that is gone is no error."""
        ...

    async def sweep(self, *, keep: Collection[str]) -> Sequence[str]:
        """Remove all but these and what others write or have yet to record; return what went."""
        ...
