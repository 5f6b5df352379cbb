"""A learner and how far it has followed the store. Everything here runs in a thread."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean
from typing import TYPE_CHECKING, Final

from core.domain.artifact import Artifact
from core.domain.example import Example
from core.domain.fields import Values
from core.domain.forecast import Answer, Explanation
from core.domain.identity import ExampleId, MemberId
from core.domain.ratings import NO_MEANS, Means
from core.domain.task import Task, Truth, error_of, weights_of
from core.embedding.opening import encoder_within, name_of_fit
from core.learning.config import LearnerConfig
from core.ports.learning import Checkup
from core.serving.views import Views, rater_in

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
    views: Views | None = None
    """Of a task that predicts a rating: the learner is then taught nothing itself."""
    made_at_s: float = field(default_factory=time.monotonic)
    """When it was made, by a clock that cannot be set."""

    def fits(self, task: Task) -> bool:
        """Whether the learner is for this task as it is defined now."""
        mine = (self.task.community, self.task.fields, self.task.target)
        return mine == (task.community, task.fields, task.target)

    def asked_by(self, member: MemberId | None) -> tuple["Learner", Mapping[ExampleId, Truth]]:
        """Return what answers a member, and the truths that it was taught."""
        if self.views is None:
            return self.learner, self.truths
        view = self.views.of(member, self.learner, self.revision)
        return view.learner, view.truths

    def is_behind(self, member: MemberId | None) -> bool:
        """Whether what answers a member has yet to follow, which may take long."""
        return self.views is not None and not self.views.is_current(member, self.revision)

    def warm_up(self) -> None:
        """Pay ahead what the first answer would cost; raises NothingTaught."""
        learner, _ = self.asked_by(None)
        learner.predict([])

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
        if self.views is None:
            self.learner.observe(changes)
        else:
            self.views.learn(changes)
        for example in changes:
            self.truths.pop(example.id, None)
            if example.counts and example.target is not None:
                self.truths[example.id] = example.target
            self.revision = max(self.revision, example.revision)

    def _condition(self) -> None:
        if self.learner.examples:
            self.learner.predict([])

    def predict(self, values: Values) -> Answer:
        """Return the answer to a question; raises NothingTaught."""
        learner, _ = self.asked_by(rater_in(values, self.task))
        [answer] = learner.predict([values])
        return replace(answer, version=self.version)

    def explain(self, values: Values) -> Explanation:
        """Return why the answer to a question is what it is; raises NothingTaught."""
        learner, _ = self.asked_by(rater_in(values, self.task))
        pulls = tuple(learner.influence(values))
        return Explanation(pulls=pulls, effects=tuple(learner.effects(values)))

    def check_up(self, member: MemberId | None = None) -> Checkup:
        """Return how what answers a member does on its own examples, each left out.

        It needs two for figures.
        """
        learner, _ = self.asked_by(member)
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
    means: Means = NO_MEANS,
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
    views = Views(task=task, means=means) if task.rater else None
    standing = Standing(task=task, version=version, live=live, learner=learner, views=views)
    standing.follow(examples)
    return standing
