"""Artifacts in a folder: each is a folder of its own that is there whole or not at all.

::

    <name>/
        tensors.safetensors
        manifest.json       format, version of the format, digests, and the artifact's own manifest
    .aside-<name>/          one being written or removed, or left by a process that was killed
    .lock                   held by writers together, and by a sweep alone
"""

import asyncio
import hashlib
import json
import re
import shutil
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import numpy as np
import safetensors.numpy
from safetensors import SafetensorError

from core.domain.artifact import Artifact
from core.errors import ArtifactError
from storage.disk import locked, locked_alone, sync_folder, write_durably

FORMAT = "apprentice-artifact"
FORMAT_VERSION = 1
TENSORS = "tensors.safetensors"
MANIFEST = "manifest.json"
ASIDE = ".aside-"
LOCK = ".lock"
NAME = re.compile(r"[0-9a-f]{32}")
UNRECORDED_FOR = timedelta(hours=1)
"""Between an artifact's writing and its record other programs leave it alone: seconds as a rule."""


class FolderArtifacts:
    """The port Artifacts in a folder, which is made when it is first written to."""

    def __init__(self, folder: Path, *, unrecorded_for: timedelta = UNRECORDED_FOR) -> None:
        self._folder = folder
        self._unrecorded_for = unrecorded_for

    async def write(self, artifact: Artifact) -> str:
        """Write an artifact so that it is there whole or not at all; return its name.

        Raises:
            ArtifactError: the disk is full or the folder cannot be written to.
        """
        return await asyncio.to_thread(self._write, artifact)

    async def read(self, name: str) -> Artifact:
        """Return an artifact.

        Raises:
            ArtifactError: it is damaged, missing, foreign, or newer than the program.
        """
        return await asyncio.to_thread(self._read, name)

    async def discard(self, name: str) -> None:
        """Remove an artifact that its writer will not record; one that is gone is no error."""
        if NAME.fullmatch(name):
            await asyncio.to_thread(shutil.rmtree, self._folder / name, ignore_errors=True)

    async def sweep(self, *, keep: Collection[str]) -> Sequence[str]:
        """Remove all but these and what others write or have yet to record; return what went.

        Raises:
            ArtifactError: the folder cannot be written to.
        """
        return await asyncio.to_thread(self._sweep, frozenset(keep))

    def _write(self, artifact: Artifact) -> str:
        name = uuid4().hex
        aside = self._folder / f"{ASIDE}{name}"
        # safetensors writes memory as it lies, so a transposed view would come back scrambled.
        in_order = {key: np.asarray(tensor, order="C") for key, tensor in artifact.tensors.items()}
        tensors = safetensors.numpy.save(in_order)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with locked(self._folder / LOCK):
                aside.mkdir()
                write_durably(aside / TENSORS, tensors)
                write_durably(aside / MANIFEST, _seal(artifact.manifest, tensors))
                sync_folder(aside)
                aside.rename(self._folder / name)
                sync_folder(self._folder)
        except OSError as error:
            shutil.rmtree(aside, ignore_errors=True)
            raise ArtifactError(f"The model could not be saved: {error}.") from error
        return name

    def _read(self, name: str) -> Artifact:
        if not NAME.fullmatch(name):
            raise ArtifactError(f"Expected a model's name of 32 hex digits, not {name[:80]!r}.")
        try:
            sealed = (self._folder / name / MANIFEST).read_bytes()
            tensors = (self._folder / name / TENSORS).read_bytes()
        except FileNotFoundError as error:
            raise ArtifactError(f"The model {name} is missing or incomplete.") from error
        except OSError as error:
            raise ArtifactError(f"The model {name} cannot be read: {error}.") from error
        try:
            manifest = _unseal(sealed, tensors)
            return Artifact(manifest=manifest, tensors=safetensors.numpy.load(tensors))
        except (_Refused, SafetensorError) as error:
            raise ArtifactError(f"The model {name} cannot be used: {error}.") from error

    def _sweep(self, keep: frozenset[str]) -> list[str]:
        if not self._folder.is_dir():
            return []
        names = (path.name for path in self._folder.iterdir() if NAME.fullmatch(path.name))
        unwanted = sorted(name for name in names if name not in keep and self._is_settled(name))
        try:
            for name in unwanted:
                shutil.rmtree((self._folder / name).rename(self._folder / f"{ASIDE}{name}"))
            with locked_alone(self._folder / LOCK) as nobody_writes:
                for path in self._folder.glob(f"{ASIDE}*") if nobody_writes else ():
                    shutil.rmtree(path)
        except OSError as error:
            raise ArtifactError(f"Models no longer needed cannot be removed: {error}.") from error
        return unwanted

    def _is_settled(self, name: str) -> bool:
        """Whether an artifact is old enough that its writer has recorded it, or never will."""
        with suppress(FileNotFoundError):
            age_s = time.time() - (self._folder / name).stat().st_mtime
            return age_s >= self._unrecorded_for.total_seconds()
        return False


class _Refused(Exception):
    """Why a manifest cannot be trusted."""


def _seal(manifest: Mapping[str, object], tensors: bytes) -> bytes:
    """Return the manifest file: the artifact's manifest with what its reader must check."""
    own = _canonical(manifest)
    outer = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "sha256": {TENSORS: _digest(tensors), "manifest": _digest(own)},
        "manifest": json.loads(own),
    }
    return json.dumps(outer, indent=1, allow_nan=False).encode()


def _unseal(sealed: bytes, tensors: bytes) -> Mapping[str, object]:
    """Return the artifact's own manifest; raises _Refused where anything is not as written."""
    try:
        outer = json.loads(sealed)
    except (ValueError, RecursionError) as error:
        raise _Refused("its manifest is damaged") from error
    if not isinstance(outer, dict) or outer.get("format") != FORMAT:
        raise _Refused("it was not written by Apprentice")
    version = outer.get("version")
    if version != FORMAT_VERSION:
        raise _Refused(f"its format {version!r} is not {FORMAT_VERSION}, which this program reads")
    manifest = outer.get("manifest")
    if not isinstance(manifest, dict):
        raise _Refused("its manifest is damaged")
    digests = {TENSORS: _digest(tensors), "manifest": _digest(_canonical(manifest))}
    if outer.get("sha256") != digests:
        raise _Refused("its files are not as they were written")
    return manifest


def _canonical(manifest: Mapping[str, object]) -> bytes:
    return json.dumps(dict(manifest), sort_keys=True, allow_nan=False).encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
