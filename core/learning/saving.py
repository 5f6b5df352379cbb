"""A fit as an artifact and back.

Tensors are named by path: ``fields/<key>/<array>`` and ``experts/<name>/<array>``. No word of a
member is in it: levels of categories are the task's own codes, texts and labels are not kept.
"""

from collections.abc import Mapping
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from core.domain.artifact import Artifact
from core.domain.identity import ExampleId, FieldKey
from core.domain.task import Task
from core.errors import ArtifactError
from core.learning.config import LearnerConfig
from core.learning.encoding.features import FeatureMap, encoder_from_arrays
from core.learning.encoding.field import Arrays, Group
from core.learning.encoding.table import task_salt
from core.learning.experts.expert import FitContext
from core.learning.fitted import Fit
from core.learning.mixture import experts_of_any_fit
from core.learning.scale import POWERS, TargetScale
from core.learning.targets import learned_as
from core.learning.upgrading import FIRST, SECOND, from_first_format, from_second_format

KIND = "apprentice learner"
FORMAT = 3


def fit_to_artifact(task: Task, fit: Fit, encoder: str | None = None) -> Artifact:
    """Return everything of the fit as JSON values and arrays.

    Args:
        task: what is learned.
        fit: what to save.
        encoder: the name of the sentence encoder that it was fitted with.
    """
    arrays: Arrays = {}
    for key, field in fit.features.encoders.items():
        arrays |= {f"fields/{key}/{name}": array for name, array in field.arrays().items()}
    for expert in fit.experts:
        arrays |= {f"experts/{expert.name}/{name}": a for name, a in expert.save().items()}
    manifest = {
        "kind": KIND,
        "format": FORMAT,
        "task": _fingerprint(task),
        "target": task.target.kind.value,
        "fields": {str(key): e.kind.value for key, e in fit.features.encoders.items()},
        "scale": {
            "power": fit.scale.power,
            "center": fit.scale.center,
            "scale": fit.scale.scale,
        },
        "encoder": encoder if _reads_meaning(fit.features) else None,
        "experts": [expert.name for expert in fit.experts],
        "examples": fit.examples,
        "strain": fit.strain,
        "since": fit.since,
    }
    return Artifact(manifest=manifest, tensors={name: a.copy() for name, a in arrays.items()})


def fit_from_artifact(
    task: Task, artifact: Artifact, config: LearnerConfig, encoder: str | None = None
) -> Fit:
    """Return the fit that an artifact describes.

    Raises:
        ArtifactError: it is damaged, of another task or program, of a newer format, or needs
            another sentence encoder than the one named.
    """
    manifest = artifact.manifest
    if manifest.get("kind") != KIND:
        raise ArtifactError(f"Expected the files of an {KIND}, not {manifest.get('kind')!r}.")
    if manifest.get("format") not in (FIRST, SECOND, FORMAT):
        raise ArtifactError(
            f"This program reads learners of format {FIRST} to {FORMAT}, not "
            f"{manifest.get('format')!r}; a newer program wrote it, so update this one."
        )
    if manifest.get("task") != _fingerprint(task):
        raise ArtifactError(f'The files of this learner are not those of task "{task.name}".')
    needed = manifest.get("encoder")
    if needed not in (None, encoder):
        raise ArtifactError(
            f"This learner reads texts by the sentence encoder {needed!r}, and this program has "
            f"{encoder!r}; install and name that one, or let the task be learned again."
        )
    try:
        return _read(task, manifest, artifact.tensors, config)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise ArtifactError(f"The files of this learner are damaged: {error}.") from error


def _read(
    task: Task,
    manifest: Mapping[str, object],
    tensors: Mapping[str, NDArray[np.generic]],
    config: LearnerConfig,
) -> Fit:
    if manifest["target"] != task.target.kind.value:
        raise ValueError(f"it predicts a {manifest['target']}")
    if not isinstance(manifest["encoder"], str | None):
        raise TypeError("its sentence encoder has no name")
    for name, tensor in tensors.items():
        if not np.all(np.isfinite(tensor)):
            raise ValueError(f"{name} holds what is no number")
    if manifest["format"] == FIRST:
        tensors = from_first_format(_object(manifest["fields"]), tensors)
    if manifest["format"] != FORMAT:
        tensors = from_second_format(tensors)
    features = FeatureMap(
        encoders={
            FieldKey(key): encoder_from_arrays(kind, _under(f"fields/{key}/", tensors))
            for key, kind in sorted(_object(manifest["fields"]).items())
        }
    )
    examples = int(str(manifest["examples"]))
    context = FitContext(
        kind=learned_as(task.target), features=features, config=config, examples=examples
    )
    saved = manifest["experts"]
    if not isinstance(saved, list):
        raise TypeError("its experts have no names")
    # An earlier program knew other kinds, and what it fitted answers as before.
    suited = experts_of_any_fit(context)
    kinds = [kind for kind in suited if kind.name in saved]
    if saved != [kind.name for kind in kinds] or kinds[:1] != suited[:1]:
        raise ValueError(f"its experts are {saved}")
    return Fit(
        features=features,
        scale=_scale(_object(manifest["scale"])),
        experts=tuple(
            kind.load(_under(f"experts/{kind.name}/", tensors), context) for kind in kinds
        ),
        examples=examples,
        strain=_positive(manifest["strain"], "strain"),
        since=_since(manifest.get("since")),
    )


def _reads_meaning(features: FeatureMap) -> bool:
    return any(group is Group.MEANING for _, group in features.blocks)


def _scale(raw: Mapping[str, object]) -> TargetScale:
    scale = TargetScale(
        power=float(str(raw["power"])),
        center=float(str(raw["center"])),
        scale=_positive(raw["scale"], "scale"),
    )
    if scale.power not in POWERS or not np.isfinite(scale.center):
        raise ValueError(f"the target's scale is {raw}")
    return scale


def _positive(raw: object, name: str) -> float:
    number = float(str(raw))
    if not 0 < number < float("inf"):
        raise ValueError(f"the {name} is {raw}")
    return number


def _since(raw: object) -> ExampleId | None:
    """Return what older examples have faded before; nothing faded before there was this."""
    if raw is None:
        return None
    if type(raw) is not int or not 0 < raw < 2**63:
        raise ValueError(f"the first example that counts is {raw!r}")
    return ExampleId(raw)


def _object(raw: object) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        raise TypeError(f"expected an object, not {type(raw).__name__}")
    return raw


def _under(prefix: str, tensors: Mapping[str, NDArray[np.generic]]) -> Arrays:
    return {
        name.removeprefix(prefix): tensor
        for name, tensor in tensors.items()
        if name.startswith(prefix)
    }


def _fingerprint(task: Task) -> str:
    """Return what tells the task from others, without naming its community."""
    return blake2b(b"artifact", digest_size=16, key=task_salt(task)).hexdigest()
