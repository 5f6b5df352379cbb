"""A learner and how far it has followed the store. Everything here runs in a thread."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean
from typing import TYPE_CHECKING, Final

from core.domain.artifact import Artifact
from core.domain.example import Example
from core.domain.fields import Values
from core.domain.forecast import Explanation
from core.domain.identity import ExampleId
from core.domain.task import Task, Truth, error_of, weights_of
from core.embedding.opening import encoder_within, name_of_fit
from core.learning.config import LearnerConfig
from core.ports.learning import Checkup

BLOCK: Final = 250
"""Changes followed in one go: of texts that a sentence encoder reads, about a second."""

if TYPE_CHECKING:
    from core.learning.learner import Learner


@dataclass(slots=True, kw_only=True)
class Standing:
    """A task's learner as of one revision of the store."""

    task: Task
    version: int
    """The number of the version that was loaded; 0 is none."""
    live: int
    """The number of the live version: another where its files cannot be used here."""
    learner: "Learner"
    revision: int = 0
    truths: dict[ExampleId, Truth] = field(default_factory=dict)
    """What was taught and is active, duplicates too."""
    made_at_s: float = field(default_factory=time.monotonic)
    """When it was made, by a clock that cannot be set."""

    def fits(self, task: Task) -> bool:
        """Whether the learner is for this task as it is defined now."""
        mine = (self.task.community, self.task.fields, self.task.target)
        return mine == (task.community, task.fields, task.target)

    def follow(self, changes: Sequence[Example]) -> None:
        """Learn and forget what changed, so that the learner is as if only this had been taught.

        All that this costs is paid here, not by the next question.
        """
        self._learn(changes)
        self._condition()

    def follow_in_blocks(self, changes: Sequence[Example]) -> Iterator[None]:
        """Follow very many changes, as :meth:`follow` does; it can be left after each block."""
        for start in range(0, len(changes), BLOCK):
            self._learn(changes[start : start + BLOCK])
            if start == 0 or start + BLOCK >= len(changes):  # those between only add to the first
                self._condition()
            yield

    def _learn(self, changes: Sequence[Example]) -> None:
        self.learner.observe(changes)
        for example in changes:
            self.truths.pop(example.id, None)
            if example.counts and example.target is not None:
                self.truths[example.id] = example.target
            self.revision = max(self.revision, example.revision)

    def _condition(self) -> None:
        if self.learner.examples:
            self.learner.predict([])

    def explain(self, values: Values) -> Explanation:
        """Return why the answer to a question is what it is; raises NothingTaught."""
        pulls = tuple(self.learner.influence(values))
        return Explanation(pulls=pulls, effects=tuple(self.learner.effects(values)))

    def check_up(self) -> Checkup:
        """Return how the learner does on its own examples, each left out; needs two for figures."""
        learner = self.learner
        bare = Checkup(
            version=self.version,
            examples=learner.examples,
            duplicates=learner.duplicates,
            error=None,
            naive_error=None,
            coverage=None,
            suspects=(),
            faded=learner.faded,
        )
        if learner.examples < 2:
            return bare
        record = learner.leave_one_out()
        weights = weights_of(self.task.target, record.truths)
        return replace(
            bare,
            error=fmean(map(float, record.errors), weights),
            naive_error=fmean(map(error_of, record.naive, record.truths), weights),
            coverage=None if record.inside is None else float(record.inside.mean()),
            suspects=tuple(learner.suspects()),
            confidence=None
            if record.confidence is None
            else fmean(map(float, record.confidence), weights),
            weights=learner.weights(),
        )


def stand_up(
    task: Task,
    *,
    version: int,
    live: int,
    artifact: Artifact | None,
    examples: Sequence[Example],
    config: LearnerConfig,
) -> Standing:
    """Return a learner loaded from its artifact, if any, that knows the examples.

    Raises:
        ArtifactError: the artifact is damaged or foreign.
    """
    from core.learning.learner import Learner  # torch takes seconds: never on the event loop

    fitted_with = artifact.manifest.get("encoder") if artifact else None
    name = name_of_fit(fitted_with, config.text_encoder)
    encoder = encoder_within(task.community, name, config.text_folder)
    if artifact is None:
        learner = Learner(task, config, encoder)
    else:
        learner = Learner.load(task, artifact, config, encoder)
    standing = Standing(task=task, version=version, live=live, learner=learner)
    standing.follow(examples)
    return standing
