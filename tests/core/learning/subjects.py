"""Each expert alone, and the learner, behind one interface, so that one list of laws fits all.

Whoever adds an expert adds a subject to each world that it suits. An expert that scores its
lessons on parts held out in its fit, since it has no closed form, is named in ``HELD_OUT``.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from typing import Protocol, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.domain.example import Example
from core.domain.fields import Values
from core.domain.forecast import Forecast, NumberForecast
from core.domain.identity import ExampleId
from core.domain.task import TargetKind, Task
from core.learning.conditioned import Conditioned
from core.learning.config import LearnerConfig
from core.learning.encoding.table import Reader
from core.learning.experts.expert import Expert
from core.learning.fitted import Fit
from core.learning.fitting import fit
from core.learning.learner import Learner
from core.learning.targets import LabelTargets
from core.learning.taught import Taught
from tests.core.learning.worlds import world

CONFIG = LearnerConfig(
    device="cpu",
    seed=3,
    columns=160,
    text_buckets=24,
    bins=5,
    trees_from=33,
    trees=3,
    network_from=33,
    network_width=8,
    network_members=8,
    network_rounds=1,
)
"""Narrow, so that the laws are quick; a network for whole worlds, and for no version 0."""
HELD_OUT = frozenset({"contrast", "network", "trees"})
"""The experts whose leave-one-out record comes from parts held out in their fit."""

Said: TypeAlias = dict[str, float]
"""What is said of one question, by name: the centre, the scale, …, or each label's score."""


class Subject(Protocol):
    """Something that is taught and asked."""

    def observe(self, examples: Sequence[Example]) -> None:
        """Learn."""
        ...

    def forget(self, ids: Collection[ExampleId]) -> None:
        """Unlearn."""
        ...

    def ask(self, questions: Sequence[Values]) -> list[Said]:
        """Return what is said of each question."""
        ...

    def leave_one_out(self) -> dict[ExampleId, Said]:
        """Return what is said of each lesson without it."""
        ...

    def influence(self, question: Values) -> dict[ExampleId, Said]:
        """Return how each lesson moves some of what is said of a question."""
        ...

    def without(self, one: Example) -> Self:
        """Return a copy of the same fit and weights that was not taught this example."""
        ...

    def blank(self) -> Self:
        """Return a subject of the same fit that was taught nothing."""
        ...

    def reloaded(self, task: Task) -> Self:
        """Return what is loaded from what is saved, for the task as it is now, taught nothing."""
        ...

    def copy(self) -> Self:
        """Return an independent copy."""
        ...


class LoneExpert:
    """One expert of a fit, with the rows and targets that a learner would show it."""

    def __init__(self, task: Task, made: Fit, place: int) -> None:
        self._task, self._fit, self._place = task, made, place
        self._reader = Reader(task)
        alone = replace(made, experts=(made.experts[place],))
        self.state = Conditioned(alone, task.target, self._reader, CONFIG)
        self._known: dict[ExampleId, Taught] = {}

    @property
    def expert(self) -> Expert:
        """The expert as conditioned."""
        return self.state._mixture.experts[0]

    def observe(self, examples: Sequence[Example]) -> None:
        taught = [self._taught(one) for one in examples]
        self._known.update((one.id, one) for one in taught)
        self.state.observe(taught)

    def forget(self, ids: Collection[ExampleId]) -> None:
        self.state.forget([self._known.pop(one) for one in list(self._known) if one in ids])

    def ask(self, questions: Sequence[Values]) -> list[Said]:
        batch = self.state.batch([self._reader.read(values) for values in questions])
        said = self.expert.predict(batch)
        return [
            self._said(center, scale, said.freedom)
            for center, scale in zip(said.centers, said.scales, strict=True)
        ]

    def leave_one_out(self) -> dict[ExampleId, Said]:
        lessons = self.state.lessons()
        said = self.expert.leave_one_out(lessons)
        return {
            ExampleId(int(x)): self._said(center, scale, said.freedom)
            for x, center, scale in zip(lessons.ids, said.centers, said.scales, strict=True)
        }

    def influence(self, question: Values) -> dict[ExampleId, Said]:
        lessons = self.state.lessons()
        moves = self.expert.influence(self.state.batch([self._reader.read(question)]), lessons)
        return {
            ExampleId(int(x)): dict(zip(self._labels(len(row)), map(float, row), strict=True))
            for x, row in zip(lessons.ids, moves, strict=True)
        }

    def without(self, one: Example) -> Self:
        other = self.copy()
        other.forget([one.id])
        return other

    def blank(self) -> Self:
        return type(self)(self._task, self._fit, self._place)

    def reloaded(self, task: Task) -> Self:
        saved = Learner.of_fit(self._task, self._fit, CONFIG).save()
        loaded = Learner.load(task, saved, CONFIG).fit
        assert loaded is not None
        return type(self)(task, loaded, self._place)

    def copy(self) -> Self:
        other = self.blank()
        other.state, other._known = self.state.copy(), dict(self._known)
        return other

    def _taught(self, one: Example) -> Taught:
        assert one.target is not None
        return Taught(id=one.id, row=self._reader.read(one.values), truth=one.target)

    def _labels(self, width: int) -> list[str]:
        targets = self.state._targets
        return list(targets._columns) if isinstance(targets, LabelTargets) else ["center"][:width]

    def _said(self, center: NDArray[np.float64], scale: float, freedom: float) -> Said:
        said = dict(zip(self._labels(len(center)), map(float, center), strict=True))
        if self._task.target.kind is TargetKind.NUMBER:
            said |= {"scale": float(scale), "freedom": freedom}
        return said


class WholeLearner:
    """The learner, with or without a fit."""

    def __init__(self, learner: Learner) -> None:
        self.learner = learner

    @property
    def state(self) -> Conditioned:
        """The examples conditioned on."""
        return self.learner._conditioned()

    def observe(self, examples: Sequence[Example]) -> None:
        self.learner.observe(examples)

    def forget(self, ids: Collection[ExampleId]) -> None:
        self.learner.forget(ids)

    def ask(self, questions: Sequence[Values]) -> list[Said]:
        return [as_said(answer.forecast) for answer in self.learner.predict(questions)]

    def leave_one_out(self) -> dict[ExampleId, Said]:
        self.learner.leave_one_out()
        if self.learner.examples < 2:
            return {}
        forecasts = self.state.forecaster.forecasts(self.state.left_out())
        return {
            ExampleId(int(x)): as_said(forecast)
            for x, forecast in zip(self.state.lessons().ids, forecasts, strict=True)
        }

    def influence(self, question: Values) -> dict[ExampleId, Said]:
        (said,) = self.ask([question])
        top = "center" if "center" in said else next(iter(said))
        return {pull.example: {top: pull.amount} for pull in self.learner.influence(question)}

    def without(self, one: Example) -> Self:
        other = self.copy()
        trusted, lessons = other.state.trusted, other.state.lessons()
        mixture = trusted.mixture.copy()
        if one.id not in trusted.odd:
            mixture.forget(lessons.pick(np.flatnonzero(lessons.ids == one.id)))
        other.state.forget([other.learner._known[one.id]])
        other.state._trusted = replace(trusted, mixture=mixture)
        return other

    def blank(self) -> Self:
        return type(self)(self.learner.blank())

    def reloaded(self, task: Task) -> Self:
        return type(self)(Learner.load(task, self.learner.save(), CONFIG))

    def copy(self) -> Self:
        return type(self)(self.learner.copy())


def as_said(forecast: Forecast) -> Said:
    """Return a forecast's figures by name."""
    if not isinstance(forecast, NumberForecast):
        return dict(forecast.probabilities)
    ends = {
        f"{i.level} {end}": getattr(i, end) for i in forecast.intervals for end in ("low", "high")
    }
    return {"center": forecast.center, **ends}


LEARNER, FITTED = "learner", "fitted learner"


def fit_anew(name: str, kind: TargetKind) -> Fit:
    """Return a fit to a world."""
    found = fit(world(name, kind).task, world(name, kind).examples, config=CONFIG).fit
    assert found is not None
    return found


fit_to = cache(fit_anew)
"""The same fit each time, for fits are never changed."""


def fitted_to(kind: TargetKind, name: str = "ordinary") -> Learner:
    """Return a learner fitted to a world and taught it."""
    learner = Learner.of_fit(world(name, kind).task, fit_to(name, kind), CONFIG)
    learner.observe(world(name, kind).examples)
    return learner


def subject_of(
    subject: str,
    kind: TargetKind,
    name: str = "ordinary",
    *,
    made: Fit | None = None,
    task: Task | None = None,
) -> Subject:
    """Return a subject fitted to a world (or of this fit, for this task) and taught nothing."""
    task = task or world(name, kind).task
    if subject == LEARNER:
        return WholeLearner(Learner(task, CONFIG))
    made = made or fit_to(name, kind)
    if subject == FITTED:
        return WholeLearner(Learner.of_fit(task, made, CONFIG))
    place = next(at for at, one in enumerate(made.experts) if one.name == subject)
    return LoneExpert(task, made, place)
