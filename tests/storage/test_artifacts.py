import json
import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file

from core.domain.artifact import Artifact
from core.errors import ArtifactError
from storage.artifacts import FolderArtifacts

ARTIFACT = Artifact(
    manifest={"learner": 1, "ridge": 0.25}, tensors={"weights": np.arange(8, dtype=np.float64)}
)
Damage = Callable[[Path], object]


def flip(file: str, at: int) -> Damage:
    def damage(folder: Path) -> None:
        content = bytearray((folder / file).read_bytes())
        content[at] ^= 1
        (folder / file).write_bytes(content)

    return damage


def rewrite(change: Callable[[dict[str, Any]], object]) -> Damage:
    def damage(folder: Path) -> None:
        manifest = json.loads((folder / "manifest.json").read_bytes())
        change(manifest)
        (folder / "manifest.json").write_text(json.dumps(manifest))

    return damage


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (flip("tensors.safetensors", -1), "not as they were written"),
        (flip("tensors.safetensors", 0), "not as they were written"),
        (flip("manifest.json", 0), "manifest is damaged"),
        (lambda folder: (folder / "tensors.safetensors").write_bytes(b""), "not as they were"),
        (lambda folder: (folder / "tensors.safetensors").unlink(), "missing or incomplete"),
        (lambda folder: (folder / "manifest.json").unlink(), "missing or incomplete"),
        (lambda folder: (folder / "manifest.json").write_text("[]"), "not written by Apprentice"),
        (rewrite(lambda m: m.update(format="onnx")), "not written by Apprentice"),
        (rewrite(lambda m: m.update(version=2)), "format 2 is not 1"),
        (rewrite(lambda m: m["manifest"].update(ridge=0.5)), "not as they were written"),
        (rewrite(lambda m: m.update(manifest=None)), "manifest is damaged"),
        (rewrite(lambda m: m.pop("sha256")), "not as they were written"),
    ],
)
async def test_what_is_not_as_it_was_written_is_refused(
    tmp_path: Path, damage: Damage, sentence: str
) -> None:
    artifacts = FolderArtifacts(tmp_path)
    name = await artifacts.write(ARTIFACT)
    damage(tmp_path / name)
    with pytest.raises(ArtifactError, match=sentence):
        await artifacts.read(name)


async def test_other_programs_can_read_the_files(tmp_path: Path) -> None:
    name = await FolderArtifacts(tmp_path).write(ARTIFACT)
    tensors = load_file(tmp_path / name / "tensors.safetensors")
    np.testing.assert_array_equal(tensors["weights"], ARTIFACT.tensors["weights"])
    manifest = json.loads((tmp_path / name / "manifest.json").read_bytes())
    assert manifest["manifest"] == ARTIFACT.manifest


async def test_a_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    outside = await FolderArtifacts(tmp_path).write(ARTIFACT)
    inside = FolderArtifacts(tmp_path / "models", unrecorded_for=timedelta())
    await inside.write(ARTIFACT)
    for name in (f"../{outside}", str(tmp_path / outside)):
        with pytest.raises(ArtifactError):
            await inside.read(name)
    await inside.sweep(keep=[])
    assert (tmp_path / outside).is_dir()


async def test_what_was_written_a_moment_ago_may_be_recorded_yet(tmp_path: Path) -> None:
    artifacts = FolderArtifacts(tmp_path)
    young, old, kept = [await artifacts.write(ARTIFACT) for _ in range(3)]
    hours_ago = time.time() - 2 * 60 * 60
    for name in (old, kept):
        os.utime(tmp_path / name, (hours_ago, hours_ago))
    assert await FolderArtifacts(tmp_path).sweep(keep=[kept]) == [old]
    assert (await artifacts.read(young)).manifest == ARTIFACT.manifest
    await artifacts.discard(young)
    await artifacts.discard("../" + kept)
    with pytest.raises(ArtifactError):
        await artifacts.read(young)
    assert (await artifacts.read(kept)).manifest == ARTIFACT.manifest


async def test_a_folder_that_cannot_be_written_to_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ArtifactError, match="could not be saved"):
        await FolderArtifacts(tmp_path / "file").write(ARTIFACT)


async def test_a_writing_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("storage.artifacts.sync_folder", full)
    with pytest.raises(ArtifactError, match="No space left"):
        await FolderArtifacts(tmp_path).write(ARTIFACT)
    assert names_in(tmp_path) == {".lock"}


async def test_a_sweep_spares_what_is_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    artifacts = FolderArtifacts(tmp_path)

    def sweep_meanwhile(folder: Path) -> None:
        assert FolderArtifacts(tmp_path)._sweep(frozenset()) == []

    with monkeypatch.context() as patched:
        patched.setattr("storage.artifacts.write_durably", _write_and(sweep_meanwhile))
        name = await artifacts.write(ARTIFACT)
    assert (await artifacts.read(name)).manifest == ARTIFACT.manifest


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _write_and(then: Callable[[Path], None]) -> Callable[[Path, bytes], None]:
    def write(path: Path, content: bytes) -> None:
        path.write_bytes(content)
        then(path)

    return write


async def test_a_manifest_that_is_nested_without_end_is_refused(tmp_path: Path) -> None:
    artifacts = FolderArtifacts(tmp_path)
    name = await artifacts.write(ARTIFACT)
    for content in ("[" * 200_000, '{"a":' * 200_000):
        (tmp_path / name / "manifest.json").write_text(content)
        with pytest.raises(ArtifactError, match="damaged"):
            await artifacts.read(name)
