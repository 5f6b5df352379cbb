"""Artifacts in memory."""

import json
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from core.domain.artifact import Artifact
from core.errors import ArtifactError


class MemoryArtifacts:
    """The port Artifacts in a dictionary."""

    def __init__(self) -> None:
        self.written: dict[str, tuple[str, dict[str, NDArray[np.generic]]]] = {}
        self._given = 0

    async def write(self, artifact: Artifact) -> str:
        self._given += 1
        name = f"{self._given:032x}"
        tensors = {key: tensor.copy() for key, tensor in artifact.tensors.items()}
        self.written[name] = json.dumps(dict(artifact.manifest), allow_nan=False), tensors
        return name

    async def read(self, name: str) -> Artifact:
        if name not in self.written:
            raise ArtifactError(f"The model {name!r} is missing.")
        manifest, tensors = self.written[name]
        copies = {key: tensor.copy() for key, tensor in tensors.items()}
        return Artifact(manifest=json.loads(manifest), tensors=copies)

    async def discard(self, name: str) -> None:
        self.written.pop(name, None)

    async def sweep(self, *, keep: Collection[str]) -> Sequence[str]:
        unwanted = sorted(set(self.written) - set(keep))
        for name in unwanted:
            del self.written[name]
        return unwanted

    def damage(self, name: str) -> None:
        """Lose an artifact, as a broken disk would."""
        del self.written[name]
