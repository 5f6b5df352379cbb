"""Views of a rating task: to each member a learner of what their answers may rest on.

Everything here runs in a thread.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from core.domain.example import Example
from core.domain.fields import Values
from core.domain.identity import ExampleId, MemberId
from core.domain.ratings import Means, seen_by
from core.domain.task import Task, Truth

if TYPE_CHECKING:
    from core.learning.learner import Learner

MAX_VIEWS: Final = 16
"""How many members' learners are kept of a task: those that were used last."""


@dataclass(slots=True, kw_only=True)
class View:
    """A learner and the examples that it knows."""

    learner: "Learner"
    examples: dict[ExampleId, Example] = field(default_factory=dict)
    revision: int = -1
    """The task's revision that it has followed."""

    @property
    def truths(self) -> dict[ExampleId, Truth]:
        """What it was taught."""
        return {key: e.target for key, e in self.examples.items() if e.target is not None}

    def follow(self, examples: Sequence[Example], revision: int) -> None:
        """Learn and forget what differs, so that it is as if only these had been taught."""
        now = {example.id: example for example in examples}
        self.learner.forget([key for key in self.examples if key not in now])
        self.learner.observe([e for key, e in now.items() if self.examples.get(key) != e])
        self.examples, self.revision = now, revision
        if self.learner.examples:
            self.learner.predict([])


@dataclass(slots=True, kw_only=True)
class Views:
    """What a rating task's learners follow, and those learners."""

    task: Task
    ratings: dict[ExampleId, Example] = field(default_factory=dict)
    """Those that count."""
    means: Means = field(default_factory=dict)
    _views: OrderedDict[MemberId | None, View] = field(default_factory=OrderedDict)

    def learn(self, changes: Sequence[Example]) -> None:
        """Take over ratings that were given, changed or taken back."""
        for example in changes:
            self.ratings.pop(example.id, None)
            if example.counts:
                self.ratings[example.id] = example

    def is_current(self, member: MemberId | None, revision: int) -> bool:
        """Whether a member's view is of this revision."""
        view = self._views.get(member)
        return view is not None and view.revision == revision

    def of(self, member: MemberId | None, blank: "Learner", revision: int) -> View:
        """Return a member's view as of the revision; a new one is taught from a blank learner."""
        view = self._views.pop(member, None) or View(learner=blank.blank())
        if view.revision != revision:
            view.follow(seen_by(member, self.ratings.values(), self.means, self.task), revision)
        self._views[member] = view
        while len(self._views) > MAX_VIEWS:
            self._views.popitem(last=False)
        return view


def rater_in(values: Values, task: Task) -> MemberId | None:
    """Return who asks, as the values of a question say; None where they do not."""
    said = values.get(task.rater.key) if task.rater else None
    return MemberId(said) if isinstance(said, str) else None
