"""Tasks: something to predict, its fields and its target."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeAlias, assert_never

from core.domain.fields import (
    MAX_FIELDS,
    Field,
    FieldKind,
    Value,
    Values,
    check_label,
    check_name,
    check_number,
    pick_option,
)
from core.domain.identity import CommunityId, FieldKey, MemberId, TaskId
from core.domain.scale import Scale
from core.errors import Conflict, InvalidValue, NotFound

Truth: TypeAlias = float | str
"""What a target holds: a number or a label."""


class TargetKind(StrEnum):
    """What can be predicted."""

    NUMBER = "number"
    CATEGORY = "category"
    RATING = "rating"
    """A number on a scale, which differs from member to member."""

    @property
    def is_number(self) -> bool:
        """Whether it is answered with a number and a range."""
        return self is not TargetKind.CATEGORY


UNNAMED: Final = "answer"
"""What a target is called that nobody named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a task predicts."""

    kind: TargetKind
    name: str = UNNAMED
    unit: str | None = None
    labels: tuple[str, ...] = ()
    """The labels allowed; empty means that any label may be taught."""
    scale: Scale | None = None
    """Of a rating."""
    is_balanced: bool = False
    """Whether a label taught rarely counts as much as one taught often; categories only."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", check_name(self.name, what="target"))
        if (self.scale is not None) != (self.kind is TargetKind.RATING):
            raise InvalidValue("A rating needs a scale, such as 1-5, and nothing else has one.")
        if self.unit is not None and self.kind is not TargetKind.NUMBER:
            raise InvalidValue("Only a number target has a unit.")
        if (self.labels or self.is_balanced) and self.kind is not TargetKind.CATEGORY:
            raise InvalidValue("Only a category target has labels, which may count alike.")

    def check(self, truth: object) -> Truth:
        """Return the truth as it is stored.

        Raises:
            InvalidValue: it is not of this target's kind, or none of its labels.
        """
        if self.scale:
            return self.scale.check(truth, what=self.name)
        match self.kind:
            case TargetKind.NUMBER | TargetKind.RATING:
                return check_number(truth, what=self.name)
            case TargetKind.CATEGORY:
                label = check_label(truth, what=self.name)
                return pick_option(label, self.labels, what=self.name)
        assert_never(self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskMarks:
    """How far a task has been taught and retrained: a learner sees by it what it has missed."""

    revision: int
    """Of the example that changed last; 0 before any."""
    version: int
    """The number of the version that is live; 0 is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something a community wants predicted."""

    id: TaskId
    community: CommunityId
    name: str
    description: str = ""
    fields: tuple[Field, ...]
    target: Target
    keys_given: int = 0
    """How many field keys were ever given: a removed field's key is never given again."""
    created_by: MemberId | None = None
    created_at: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", check_task_name(self.name))
        object.__setattr__(self, "keys_given", max(self.keys_given, len(self.fields)))
        if len(self.fields) > MAX_FIELDS:
            raise InvalidValue(
                f"A task has at most {MAX_FIELDS} fields, not {len(self.fields)}.",
                key="most fields",
                limit=str(MAX_FIELDS),
                count=str(len(self.fields)),
            )
        _require_distinct((f.name.casefold() for f in self.fields), what="field name")
        _require_distinct((f.key for f in self.fields), what="field key")
        raters = sum(f.kind is FieldKind.MEMBER for f in self.fields)
        if raters != (self.target.kind is TargetKind.RATING):
            raise InvalidValue(
                "A task that predicts a rating has one field for the member who rates, and no "
                f"other task has any: no task predicts a person. This one has {raters}."
            )

    @property
    def rater(self) -> Field | None:
        """The field that holds who rates, in a task that predicts a rating."""
        return next((f for f in self.fields if f.kind is FieldKind.MEMBER), None)

    @property
    def typed_fields(self) -> tuple[Field, ...]:
        """The fields that people fill; who rates is filled in for them."""
        return tuple(f for f in self.fields if f.kind is not FieldKind.MEMBER)

    @property
    def item(self) -> Field | None:
        """The first field that holds what is rated."""
        return next((f for f in self.fields if f.kind is FieldKind.ITEM), None)

    @property
    def is_about_texts(self) -> bool:
        """Whether people fill it with texts alone: any sentence may be what it is asked about.

        Where a text stands beside other fields, a sentence says something of those as well.
        """
        fields = self.typed_fields
        return bool(fields) and all(f.kind is FieldKind.TEXT for f in fields)

    @property
    def has_text(self) -> bool:
        """Whether a text is one of its fields."""
        return any(f.kind is FieldKind.TEXT for f in self.fields)

    def field(self, key: FieldKey) -> Field:
        """Return the field with this key.

        Raises:
            NotFound: the task has no such field.
        """
        for field in self.fields:
            if field.key == key:
                return field
        raise NotFound(f'Task "{self.name}" has no field {key!r}.')

    def field_named(self, name: str) -> Field:
        """Return the field with this name, whatever its case.

        Raises:
            NotFound: the task has no such field.
        """
        for field in self.fields:
            if field.name.casefold() == name.strip().casefold():
                return field
        known = ", ".join(f.name for f in self.fields) or "none yet"
        raise NotFound(f'Task "{self.name}" has no field "{name}". Its fields: {known}.')

    def check_values(self, values: Values) -> dict[FieldKey, Value]:
        """Return the values as they are stored.

        Raises:
            InvalidValue: a value does not fit its field.
            NotFound: a value's field is not the task's.
        """
        return {key: self.field(key).check(value) for key, value in values.items()}

    def convert_values(self, values: Values) -> dict[FieldKey, Value]:
        """Return what is left of values stored earlier, read as the fields are now."""
        read = {f.key: f.convert(values[f.key]) for f in self.fields if f.key in values}
        return {key: value for key, value in read.items() if value is not None}

    def with_field(
        self,
        name: str,
        kind: FieldKind,
        *,
        unit: str | None = None,
        options: tuple[str, ...] = (),
    ) -> "Task":
        """Return the task with one field more; old examples simply miss it.

        Raises:
            Conflict: there is a field of that name.
        """
        if any(f.name.casefold() == name.strip().casefold() for f in self.fields):
            raise Conflict(f'Task "{self.name}" already has a field "{name}".')
        given = self.keys_given + 1
        field = Field(key=field_key(given), name=name, kind=kind, unit=unit, options=options)
        return replace(self, fields=(*self.fields, field), keys_given=given)

    def with_changed(self, changed: Field) -> "Task":
        """Return the task with the field of the same key replaced (renamed, retyped, …)."""
        before = self.field(changed.key)
        if (before.kind is FieldKind.MEMBER) != (changed.kind is FieldKind.MEMBER):
            raise InvalidValue(
                f'"{before.name}" cannot change its kind: who rates is filled in, never typed.'
            )
        fields = tuple(changed if f.key == changed.key else f for f in self.fields)
        return replace(self, fields=fields)

    def without_field(self, key: FieldKey) -> "Task":
        """Return the task without this field; old examples keep its values, unread.

        Raises:
            InvalidValue: it holds who rates, without whom there is no rating.
        """
        self.field(key)
        return replace(self, fields=tuple(f for f in self.fields if f.key != key))


def weights_of(target: Target, truths: Sequence[Truth]) -> list[float]:
    """Return how much each truth counts in an average: 1, or each label alike; the mean is 1."""
    if not target.is_balanced:
        return [1.0] * len(truths)
    counts = Counter(truths)
    return [len(truths) / (len(counts) * counts[truth]) for truth in truths]


def error_of(answer: Truth, truth: Truth) -> float:
    """Return how far off an answer is: the distance of two numbers, or 1 for a wrong label."""
    if isinstance(answer, str) or isinstance(truth, str):
        return float(answer != truth)
    return abs(answer - truth)


def check_task_name(name: str) -> str:
    """Return a task's name: lower case, words joined by hyphens.

    Raises:
        InvalidValue: it cannot be a name.
    """
    return check_name("-".join(name.casefold().split()), what="task")


def field_key(number: int) -> FieldKey:
    """Return the key of the field that was made as the number-th of its task (``f1``, …)."""
    return FieldKey(f"f{number}")


def _require_distinct(names: Iterable[str], *, what: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise Conflict(f'Two fields share the {what} "{name}".')
        seen.add(name)
