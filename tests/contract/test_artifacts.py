import numpy as np
import pytest

from core.domain.artifact import Artifact
from core.errors import ArtifactError
from core.ports.artifacts import Artifacts

ARTIFACT = Artifact(
    manifest={"learner": 1, "fields": [{"key": "f1", "edges": [0.1, 1e300]}], "none": None},
    tensors={
        "weights": np.arange(6, dtype=np.float64).reshape(2, 3).T,
        "counts": np.array([1, -2], dtype=np.int64),
        "used": np.array([True, False]),
        "scalar": np.array(1.5, dtype=np.float32),
        "empty": np.zeros((0, 4)),
    },
)


async def test_an_artifact_comes_back_as_it_was_written(artifacts: Artifacts) -> None:
    read = await artifacts.read(await artifacts.write(ARTIFACT))
    assert read.manifest == ARTIFACT.manifest
    assert read.tensors.keys() == ARTIFACT.tensors.keys()
    for name, tensor in ARTIFACT.tensors.items():
        np.testing.assert_array_equal(read.tensors[name], tensor, strict=True)


async def test_each_writing_gets_a_name_of_its_own(artifacts: Artifacts) -> None:
    assert await artifacts.write(ARTIFACT) != await artifacts.write(ARTIFACT)


@pytest.mark.parametrize("name", ["", ".", "..", "/etc", "../secrets", "0" * 31, "0" * 32, "x\0y"])
async def test_what_was_not_written_is_refused(artifacts: Artifacts, name: str) -> None:
    await artifacts.write(ARTIFACT)
    with pytest.raises(ArtifactError):
        await artifacts.read(name)


async def test_a_sweep_removes_all_but_what_is_kept(artifacts: Artifacts) -> None:
    assert await artifacts.sweep(keep=[]) == []
    one, two, three = [await artifacts.write(ARTIFACT) for _ in range(3)]
    removed = await artifacts.sweep(keep=[two, "unknown"])
    assert sorted(removed) == sorted([one, three])
    assert (await artifacts.read(two)).manifest == ARTIFACT.manifest
    with pytest.raises(ArtifactError):
        await artifacts.read(one)
    assert await artifacts.sweep(keep=[two]) == []


async def test_what_is_read_can_be_changed_without_changing_what_is_kept(
    artifacts: Artifacts,
) -> None:
    name = await artifacts.write(ARTIFACT)
    first = await artifacts.read(name)
    np.array(first.tensors["counts"])[0] = 99
    assert (await artifacts.read(name)).tensors["counts"][0] == 1


async def test_a_manifest_must_be_plain_json(artifacts: Artifacts) -> None:
    with pytest.raises(ValueError, match="JSON"):
        await artifacts.write(Artifact(manifest={"error": float("nan")}, tensors={}))
