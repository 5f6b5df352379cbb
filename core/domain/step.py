"""Steps: what one save changed, so that it can be taken back as one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from core.domain.codec import values_from_json, values_to_json
from core.domain.example import Example, ExampleStatus
from core.domain.fields import Values
from core.domain.identity import CommunityId, ExampleId, MemberId, StepId, TaskId
from core.domain.task import Truth

MAX_STEPS = 50
"""How many steps of a member in a community are kept; an older one cannot be taken back."""


class StepKind(StrEnum):
    """What a member did."""

    TEACH = "teach"
    RATE = "rate"
    """What a member says now took the place of what they said before: a rating, a verdict."""
    EDIT = "edit"
    DELETE = "delete"
    RESTORE = "restore"
    IMPORT = "import"
    UNDO = "undo"
    """A step was taken back; taking this back does it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One example that a step changed, or some that it changed alike.

    Of several the ids and the revisions both count up by one, so that tens of thousands of
    imported rows are one change.
    """

    first: ExampleId
    count: int = 1
    revision: int
    """Of the first, right after the step: any other means that it changed since."""
    status: ExampleStatus
    """What it is after the step."""
    status_before: ExampleStatus
    """What it was; an example that was not there before is withdrawn when its step is undone."""
    revision_before: int | None = None
    """Of a single example that was there before."""
    values_before: Values | None = None
    """Of a single example whose values or target the step replaced."""
    target_before: Truth | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something a member did to examples of a task that can be taken back as one."""

    id: StepId
    community: CommunityId
    member: MemberId
    task_id: TaskId
    kind: StepKind
    changes: tuple[Change, ...]
    at: datetime

    @property
    def size(self) -> int:
        """How many examples it changed."""
        return sum(change.count for change in self.changes)


def changed(before: Example, after: Example) -> tuple[Change, ...]:
    """Return what became of one example; nothing where it is as it was."""
    if before.revision == after.revision:
        return ()
    is_same = (before.values, before.target) == (after.values, after.target)
    return (
        Change(
            first=after.id,
            revision=after.revision,
            status=after.status,
            status_before=before.status,
            revision_before=before.revision,
            values_before=None if is_same else before.values,
            target_before=None if is_same else before.target,
        ),
    )


def added(examples: Iterable[Example]) -> tuple[Change, ...]:
    """Return new examples as changes, those in a row as one."""
    runs: list[Change] = []
    for example in sorted(examples, key=lambda e: e.id):
        last = runs[-1] if runs else None
        if last and (
            example.id == last.first + last.count
            and example.revision == last.revision + last.count
            and example.status is last.status
        ):
            runs[-1] = replace(last, count=last.count + 1)
            continue
        runs.append(
            Change(
                first=example.id,
                revision=example.revision,
                status=example.status,
                status_before=ExampleStatus.WITHDRAWN,
            )
        )
    return tuple(runs)


def moved(changes: Sequence[Change], undone: Change, revision: int) -> tuple[Change, ...]:
    """Return an earlier step's changes once a later change of one example is undone.

    The example is again as the earlier step left it, though under another revision.
    """
    result: list[Change] = []
    for change in changes:
        at = undone.first - change.first
        if not (0 <= at < change.count and change.revision + at == undone.revision_before):
            result.append(change)
            continue
        tail = change.count - at - 1
        if at:
            result.append(replace(change, count=at))
        result.append(replace(change, first=undone.first, count=1, revision=revision))
        if tail:
            first = ExampleId(undone.first + 1)
            after = change.revision + at + 1
            result.append(replace(change, first=first, count=tail, revision=after))
    return tuple(result)


def change_to_json(change: Change) -> dict[str, Any]:
    """Return plain JSON values; what is as usual is left out."""
    record: dict[str, Any] = {
        "first": change.first,
        "revision": change.revision,
        "status": change.status,
        "before": change.status_before,
    }
    if change.count > 1:
        record["count"] = change.count
    if change.revision_before is not None:
        record["was"] = change.revision_before
    if change.values_before is not None:
        record["values"] = values_to_json(change.values_before)
        record["target"] = change.target_before
    return record


def change_from_json(raw: dict[str, Any]) -> Change:
    """Return what :func:`change_to_json` wrote."""
    values = raw.get("values")
    return Change(
        first=ExampleId(raw["first"]),
        count=raw.get("count", 1),
        revision=raw["revision"],
        status=ExampleStatus(raw["status"]),
        status_before=ExampleStatus(raw["before"]),
        revision_before=raw.get("was"),
        values_before=None if values is None else values_from_json(values),
        target_before=raw.get("target"),
    )
