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

    async def sweep(self, *, keep: Collection[str]) -> Sequence[str]:
        """Remove all but these and what is being written; return what was removed."""
        ...
