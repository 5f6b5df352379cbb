"""The learner: what answers for one task, and learns from each example at once."""

from collections.abc import Collection, Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.domain.artifact import Artifact
from core.domain.example import Example
from core.domain.fields import Values
from core.domain.forecast import Answer, FieldEffect, Pull, best_guess
from core.domain.identity import ExampleId
from core.domain.task import TargetKind, Task
from core.errors import NothingTaught
from core.learning import answering
from core.learning.answering import Asked
from core.learning.cleaning import Change, Counting, lesson_key
from core.learning.conditioned import Conditioned
from core.learning.config import DEFAULTS, LearnerConfig
from core.learning.encoding.table import Places, Reader, cells
from core.learning.fitted import PROVISIONAL, Fit, Recipe, first_of, size_of
from core.learning.records import LeaveOneOut, no_record
from core.learning.reduced import ReducedModels
from core.learning.saving import fit_from_artifact, fit_to_artifact
from core.learning.screening import make_fit
from core.learning.taught import Taught
from core.ports.embedding import SentenceEncoder


class Learner:
    """Answers questions from examples.

    Version 0 (no fit given) fits itself, in milliseconds, to the first examples that count, so
    that its answers are a function of its examples alone. A fitted learner keeps its fit and is
    conditioned on its examples, exactly. For one thread at a time: answering fills caches.
    """

    def __init__(
        self,
        task: Task,
        config: LearnerConfig = DEFAULTS,
        encoder: SentenceEncoder | None = None,
    ) -> None:
        self.task = task
        self.config = config
        self.encoder = encoder
        self._reader = Reader(task, encoder)
        self._counting = Counting()
        self._known: dict[ExampleId, Taught] = {}
        """What faded and duplicates too: one counts when the one before it is forgotten."""
        self._active: set[ExampleId] = set()
        self._given: Fit | None = None
        self._state: Conditioned | None = None
        """The examples conditioned on; None until somebody asks."""
        self._base: tuple[ExampleId, ...] = ()
        """The examples that version 0 is fitted to."""
        self._reduced = ReducedModels(task, config, encoder)

    @classmethod
    def of_fit(
        cls,
        task: Task,
        fit: Fit,
        config: LearnerConfig = DEFAULTS,
        encoder: SentenceEncoder | None = None,
    ) -> Self:
        """Return a fitted learner that was taught nothing."""
        return cls(task, config, encoder).with_fit(fit)

    @classmethod
    def load(
        cls,
        task: Task,
        artifact: Artifact,
        config: LearnerConfig = DEFAULTS,
        encoder: SentenceEncoder | None = None,
    ) -> Self:
        """Return the fitted learner that :meth:`save` described, taught nothing.

        Raises:
            ArtifactError: it is damaged, of another task, of a newer format, or was fitted with
                another sentence encoder than the one given.
        """
        name = encoder.name if encoder else None
        return cls.of_fit(task, fit_from_artifact(task, artifact, config, name), config, encoder)

    def save(self) -> Artifact:
        """Return the fit: statistics of the examples, but none of them.

        Raises:
            NothingTaught: there is no fit and nothing to make one from.
        """
        fit = self._given or self._conditioned().fit
        return fit_to_artifact(self.task, fit, self.encoder.name if self.encoder else None)

    def blank(self) -> Self:
        """Return a learner of the same fit that was taught nothing."""
        other = type(self)(self.task, self.config, self.encoder)
        return other.with_fit(self._given) if self._given else other

    def with_fit(self, fit: Fit) -> Self:
        """Return a learner of another fit that was taught the same."""
        other = self.copy()
        other._given, other._state = fit, None
        other._counting = self._counting.since(fit.since)
        other._active = other._counting.counted()
        return other

    def copy(self) -> Self:
        """Return an independent copy: what it is taught or forgets changes it alone."""
        other = self.blank()
        other._counting = self._counting.copy()
        other._known, other._active = dict(self._known), set(self._active)
        other._state = self._state.copy() if self._state else None
        other._base = self._base
        return other

    @property
    def fit(self) -> Fit | None:
        """What retraining made of it; None for version 0."""
        return self._given

    @property
    def taught(self) -> list[Taught]:
        """The examples that count, by ascending id."""
        return [self._known[example] for example in sorted(self._active)]

    @property
    def examples(self) -> int:
        """How many examples count."""
        return len(self._active)

    @property
    def duplicates(self) -> int:
        """How many known examples repeat another of the same member and so do not count."""
        return self._counting.duplicates

    @property
    def faded(self) -> int:
        """How many known examples are older than what counts for this fit."""
        return self._counting.faded

    def observe(self, examples: Sequence[Example]) -> None:
        """Learn examples; one of a known id replaces it, one that is not active is forgotten."""
        newest = {example.id: example for example in examples}
        drop = [x.id for x in newest.values() if not x.counts]
        put = [x for x in newest.values() if x.counts]
        keys = [(x.id, lesson_key(self.task, x)) for x in put]
        self._apply(self._counting.change(put=keys, drop=drop), put=put, drop=drop)

    def forget(self, ids: Collection[ExampleId]) -> None:
        """Be as if these examples had never been taught; unknown ids are ignored."""
        self._apply(self._counting.change(put=(), drop=ids), put=(), drop=ids)

    def predict(self, questions: Sequence[Values]) -> list[Answer]:
        """Return an answer to each question, with the version left 0.

        Raises:
            NothingTaught: no example counts.
        """
        whole = self._conditioned()
        rows = [whole.without_untaught(self._reader.read(values)) for values in questions]
        asked = [Asked(row=row, places=whole.given(row)) for row in rows]
        return answering.answers_of_all(asked, self._state_of, self.examples)

    def score(self, examples: Sequence[Example]) -> NDArray[np.float64]:
        """Return the log-likelihood of each example's truth; none is learned.

        Raises:
            NothingTaught: no example counts.
        """
        state = self._conditioned()
        scored = [(x.values, x.target) for x in examples if x.target is not None]
        if not scored:
            return np.empty(0)
        outlooks = state.outlooks(state.asked([self._reader.read(v) for v, _ in scored]))
        return state.forecaster.log_likelihood(outlooks, [t for _, t in scored], left_out=False)

    def leave_one_out(self) -> LeaveOneOut:
        """Return each counting example as predicted from all the others.

        Raises:
            NothingTaught: no example counts.
        """
        state = self._conditioned()
        if len(state) < 2:
            return no_record()
        return answering.leave_one_out(state, self._known)

    def weights(self) -> dict[str, float]:
        """Return how much each expert counts; empty while a rule answers.

        Raises:
            NothingTaught: no example counts.
        """
        return answering.weights(self._conditioned())

    def influence(self, question: Values) -> list[Pull]:
        """Return how each counting example moves the answer, the strongest first.

        Exactly what withdrawing it would undo, at the fit and the weights as they are.

        Raises:
            NothingTaught: no example counts.
        """
        state = self._conditioned()
        if len(state) < 2:
            return []
        if not state.is_ready and state.kind is TargetKind.NUMBER:
            return self._pulls_of_few(question)
        row = state.without_untaught(self._reader.read(question))
        places = state.given(row)
        return answering.pulls(self._state_of(places), cells(row, places))

    def effects(self, question: Values) -> list[FieldEffect]:
        """Return how each field given moves the answer, the strongest first.

        Empty while a rule answers.

        Raises:
            NothingTaught: no example counts.
        """
        state = self._conditioned()
        keys = [field.key for field in self.task.fields if field.key in question]
        if not state.is_ready or not keys:
            return []
        without = [{k: v for k, v in question.items() if k != key} for key in keys]
        rows = [state.without_untaught(self._reader.read(v)) for v in (question, *without)]
        places = state.given(rows[0])
        some = [cells(row, places) for row in rows]
        return answering.effects(self._state_of(places), keys, some)

    def suspects(self, limit: int = 10) -> list[ExampleId]:
        """Return the examples whose truth the others find hardest to believe, the worst first.

        Raises:
            NothingTaught: no example counts.
        """
        record = self.leave_one_out()
        pairs = sorted(zip(-record.doubt, record.ids, strict=True))
        return [example for assent, example in pairs[:limit] if assent <= -1.0]

    def _apply(
        self, change: Change, *, put: Sequence[Example], drop: Collection[ExampleId]
    ) -> None:
        """Take over what began and stopped to count."""
        before = [self._known[example] for example in change.gone]
        for example in drop:
            self._known.pop(example, None)
        for one in put:
            if one.target is not None:
                row = self._reader.read(one.values)
                self._known[one.id] = Taught(id=one.id, row=row, truth=one.target)
        self._active.difference_update(change.gone)
        self._active.update(change.came)
        self._reduced.forget(change.gone)
        if self._state is None:
            return
        if not self._active or (self._given is None and self._must_refit(change)):
            self._state = None
            return
        self._state.forget(before)
        self._state.observe([self._known[example] for example in change.came])

    def _must_refit(self, change: Change) -> bool:
        is_due = size_of(self.examples, PROVISIONAL) != len(self._base)
        return is_due or any(x <= self._base[-1] for x in (*change.gone, *change.came))

    def _conditioned(self) -> Conditioned:
        if not self._active:
            raise NothingTaught.of(self.task.name)
        if self._state is None:
            fit = self._given or self._provisional()
            self._state = Conditioned(fit, self.task.target, self._reader, self.config)
            self._state.observe(self.taught)
        return self._state

    def _provisional(self) -> Fit:
        self._base = first_of(self._active, PROVISIONAL)
        recipe = Recipe(target=self.task.target, reader=self._reader, config=self.config)
        base = [self._known[example] for example in self._base]
        return make_fit(base, recipe)

    def _state_of(self, places: Places) -> Conditioned:
        """Return what answers from the fields at these places."""
        if len(places) == len(self._reader.kinds):
            return self._conditioned()
        return self._reduced.of(places, self._active, self._known)

    def _pulls_of_few(self, question: Values) -> list[Pull]:
        """Return the pulls of two numbers, of which a rule makes the answer."""
        center = float(best_guess(self.predict([question])[0].forecast))
        found = []
        for example in sorted(self._active):
            other = self.copy()
            other._apply(Change(gone=(example,), came=()), put=(), drop=())
            left = float(best_guess(other.predict([question])[0].forecast))
            found.append(Pull(example=example, amount=center - left))
        return sorted(found, key=lambda pull: (-abs(pull.amount), pull.example))
