"""Questions with fields left out: answered by models of the fields that they give.

What a question leaves out is unknown, so that its answer is what the given fields tell alone. Such
a model is made when a question first gives these fields and no others, and then follows what is
taught. Where lessons have the same gaps, the model of all fields knows what they mean.

Source: Saar-Tsechansky and Provost 2007, "Handling Missing Values when Applying Classification
Models", §2.3: reduced-feature models, the most exact of the ways compared there.
"""

import heapq
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.domain.identity import ExampleId
from core.domain.task import Task
from core.learning.conditioned import Conditioned
from core.learning.config import LearnerConfig
from core.learning.encoding.table import Places, Reader, cells
from core.learning.fitted import PROVISIONAL, Recipe, first_of
from core.learning.screening import make_fit
from core.learning.taught import Taught
from core.ports.embedding import SentenceEncoder

SIZES = (*PROVISIONAL, 45, 64, 90, 128, 180)
"""A reduced model is fitted to so many examples, those with the lowest ids: as many as there are,
and no more than make half a second."""
MOST_TAUGHT = 1_024
"""It is conditioned on so many of the newest."""
MOST_KEPT = 4
"""So many models are kept, those asked last, for their memory."""


@dataclass(slots=True, kw_only=True)
class _Model:
    """A model of the fields at some places of a row."""

    places: Places
    base: tuple[ExampleId, ...]
    """The examples that it is fitted to."""
    state: Conditioned
    known: dict[ExampleId, Taught] = field(default_factory=dict)
    """The examples that it is conditioned on."""

    def forget(self, ids: Collection[ExampleId]) -> None:
        """Be conditioned no longer on those of these examples that it knows."""
        self.state.forget([self.known.pop(one) for one in ids if one in self.known])

    def follow(self, newest: Sequence[Taught]) -> None:
        """Be conditioned on these examples and no others."""
        there = {one.id for one in newest}
        self.forget([one for one in self.known if one not in there])
        came = [replace(x, row=cells(x.row, self.places)) for x in newest if x.id not in self.known]
        self.state.observe(came)
        self.known.update((one.id, one) for one in came)


class ReducedModels:
    """The reduced models of one task that were asked last."""

    def __init__(self, task: Task, config: LearnerConfig, encoder: SentenceEncoder | None) -> None:
        self._task, self._config, self._encoder = task, config, encoder
        self._models: dict[Places, _Model] = {}
        """The one asked last comes last."""

    def forget(self, ids: Collection[ExampleId]) -> None:
        """Know nothing of these examples any longer."""
        for places, model in list(self._models.items()):
            if not set(ids).isdisjoint(model.base):
                del self._models[places]
            else:
                model.forget(ids)

    def of(
        self, places: Places, active: Collection[ExampleId], known: Mapping[ExampleId, Taught]
    ) -> Conditioned:
        """Return the model of the fields at these places, conditioned on the active examples."""
        base = first_of(active, SIZES)
        model = self._models.pop(places, None)
        if model is None or model.base != base:
            model = self._fitted(places, [known[one] for one in base])
        model.follow([known[one] for one in sorted(heapq.nlargest(MOST_TAUGHT, active))])
        if len(self._models) >= MOST_KEPT:
            del self._models[next(iter(self._models))]
        self._models[places] = model
        return model.state

    def _fitted(self, places: Places, base: Sequence[Taught]) -> _Model:
        fields = sorted(self._task.fields, key=lambda field: field.key)
        task = replace(self._task, fields=tuple(fields[place] for place in places))
        reader = Reader(task, self._encoder)
        recipe = Recipe(target=task.target, reader=reader, config=self._config)
        some = [replace(x, row=cells(x.row, places)) for x in base]
        state = Conditioned(make_fit(some, recipe), task.target, reader, self._config)
        return _Model(places=places, base=tuple(one.id for one in base), state=state)
