"""Artifacts: complete, silent about what was taught, and refused whenever something is off."""

import json
from dataclasses import replace
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.domain.artifact import Artifact
from core.domain.identity import CommunityId, TaskId
from core.domain.task import TargetKind
from core.errors import ArtifactError
from core.learning.learner import Learner
from core.learning.saving import FORMAT
from tests.core.learning.agreeing import assert_alike_all
from tests.core.learning.subjects import CONFIG, FITTED, fit_to, fitted_to, subject_of
from tests.core.learning.worlds import MEMBERS, PLACES, TARGETS, WORDS, WORLDS, world

BOTH = pytest.mark.parametrize("kind", TARGETS, ids=str)
Array: TypeAlias = NDArray[np.generic]
CODES = st.integers(-(2**63), 2**63 - 1)
NUMBERS = st.floats(-1e6, 1e6) | st.just(np.nan)
ODD_VALUES: tuple[object, ...] = (None, "", "x", -1, 0, 1e400, float("nan"), [], {}, ["x"], True)


@pytest.mark.parametrize("name", WORLDS)
def test_any_fit_is_saved_and_read(name: str, kind: TargetKind) -> None:
    there = world(name, kind)
    subject = subject_of(FITTED, kind, name)
    loaded = subject.reloaded(there.task)
    for one in (subject, loaded):
        one.observe(there.examples)
    assert_alike_all(loaded.ask(there.questions), subject.ask(there.questions))


def test_it_is_plain_json_and_finite_arrays(kind: TargetKind) -> None:
    saved = _saved(kind)
    assert json.loads(json.dumps(saved.manifest, allow_nan=False)) == saved.manifest
    for array in saved.tensors.values():
        assert array.dtype in (np.float64, np.int64)
        assert np.all(np.isfinite(array))


def test_no_word_of_anybody_is_in_it(kind: TargetKind) -> None:
    saved = _saved(kind)
    text = json.dumps(saved.manifest) + " ".join(saved.tensors)
    private = {*PLACES, *WORDS, *MEMBERS, "low", "middle", "high", "terminal", "flats"}
    assert [word for word in private if word.casefold() in text.casefold()] == []


def test_saving_twice_gives_the_same(kind: TargetKind) -> None:
    once, again = _saved(kind), _saved(kind)
    assert once.manifest == again.manifest
    for name, array in once.tensors.items():
        assert np.array_equal(array, again.tensors[name])


def test_what_is_done_to_saved_arrays_does_not_reach_the_learner(kind: TargetKind) -> None:
    saved = _saved(kind)
    for array in saved.tensors.values():
        array[...] = 0
    assert any(np.any(array != 0) for array in _saved(kind).tensors.values())


def test_another_tasks_files_are_refused(kind: TargetKind) -> None:
    task = world("ordinary", kind).task
    others = (
        replace(task, id=TaskId(2)),
        replace(task, community=CommunityId("terminal:there")),
        world("ordinary", _other(kind)).task,
    )
    for other in others:
        with pytest.raises(ArtifactError):
            Learner.load(other, _saved(kind), CONFIG)


def test_a_newer_format_asks_for_a_newer_program() -> None:
    saved = _saved(TargetKind.NUMBER)
    with pytest.raises(ArtifactError, match="update"):
        _load(TargetKind.NUMBER, _with(saved, "format", FORMAT + 1))


@BOTH
@pytest.mark.parametrize("way", ["gone", "shorter", "longer", "nan", "infinite", "flat", "words"])
def test_each_damaged_array_is_refused(kind: TargetKind, way: str) -> None:
    saved = _saved(kind)
    accepted = []
    for name, array in saved.tensors.items():
        if way in {"nan", "infinite"} and not (array.dtype.kind == "f" and array.size):
            continue
        if way == "shorter" and not array.size:
            continue
        tensors = {**saved.tensors, name: _damaged(array, way)}
        if way == "gone":
            del tensors[name]
        damaged = replace(saved, tensors=tensors)
        try:
            _load(kind, damaged)
        except ArtifactError:
            continue
        accepted.append(name)
        _try(kind, damaged)
    # With a level less, a category has a bucket more: odd, but whole.
    assert [name for name in accepted if way != "shorter" or "levels" not in name] == []


@BOTH
def test_each_missing_key_is_refused_or_makes_no_difference(kind: TargetKind) -> None:
    there, saved = world("ordinary", kind), _saved(kind)
    expected = fitted_to(kind).predict(there.questions)
    accepted = []
    for key in saved.manifest:
        manifest = {name: value for name, value in saved.manifest.items() if name != key}
        try:
            loaded = _load(kind, replace(saved, manifest=manifest))
        except ArtifactError:
            continue
        accepted.append(key)
        loaded.observe(there.examples)
        assert loaded.predict(there.questions) == expected, key
    assert {"kind", "format", "task", "fields", "experts", "scale"}.isdisjoint(accepted)


@BOTH
@pytest.mark.parametrize("value", ODD_VALUES, ids=repr)
def test_an_odd_value_in_the_manifest_is_refused_or_harmless(
    kind: TargetKind, value: object
) -> None:
    """Nothing but ArtifactError comes out, and what is accepted answers."""
    saved = _saved(kind)
    manifests = [{**saved.manifest, key: value} for key in saved.manifest]
    for nested in ("fields", "scale"):
        inner = saved.manifest[nested]
        assert isinstance(inner, dict)
        manifests += [{**saved.manifest, nested: {**inner, key: value}} for key in inner]
    for manifest in manifests:
        _try(kind, replace(saved, manifest=manifest))


@BOTH
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_change_of_numbers_breaks_more_than_the_answer(
    kind: TargetKind, data: st.DataObject
) -> None:
    saved = _saved(kind)
    name = data.draw(st.sampled_from(sorted(n for n, a in saved.tensors.items() if a.size)))
    array = saved.tensors[name].copy()
    place = data.draw(st.integers(0, array.size - 1))
    value: float = data.draw(
        st.floats(-1e6, 1e6) | st.just(np.nan)
        if array.dtype.kind == "f"
        else st.integers(-(2**63), 2**63 - 1)
    )
    array.reshape(-1)[place] = value
    _try(kind, replace(saved, tensors={**saved.tensors, name: array}))


def test_a_version_0_can_be_saved_too(kind: TargetKind) -> None:
    there = world("ordinary", kind)
    learner = Learner(there.task, CONFIG)
    learner.observe(there.examples)
    loaded = Learner.load(there.task, learner.save(), CONFIG)
    loaded.observe(there.examples)
    assert loaded.predict(there.questions) == learner.predict(there.questions)


def test_loading_teaches_nothing(kind: TargetKind) -> None:
    there = world("ordinary", kind)
    loaded = _load(kind, _saved(kind))
    assert loaded.examples == 0
    assert loaded.fit is not None
    assert loaded.fit.examples == len(there.examples)


def _saved(kind: TargetKind) -> Artifact:
    task = world("ordinary", kind).task
    return Learner.of_fit(task, fit_to("ordinary", kind), CONFIG).save()


def _load(kind: TargetKind, artifact: Artifact) -> Learner:
    return Learner.load(world("ordinary", kind).task, artifact, CONFIG)


def _try(kind: TargetKind, artifact: Artifact) -> None:
    """Load, and where that succeeds teach and ask."""
    there = world("ordinary", kind)
    try:
        learner = _load(kind, artifact)
    except ArtifactError:
        return
    learner.observe(there.examples)
    learner.predict(there.questions)


def _with(saved: Artifact, key: str, value: object) -> Artifact:
    return replace(saved, manifest={**saved.manifest, key: value})


def _other(kind: TargetKind) -> TargetKind:
    return next(other for other in TARGETS if other is not kind)


def _damaged(array: Array, way: str) -> Array:
    match way:
        case "shorter":
            return array[:-1]
        case "longer":
            return np.append(array, np.array([2**40], dtype=array.dtype))
        case "nan" | "infinite":
            other = array.astype(np.float64)
            other[-1] = np.nan if way == "nan" else np.inf
            return other
        case "flat":
            return array[None]
        case _:
            return array.astype("U8")
