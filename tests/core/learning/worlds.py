"""Small tasks with examples and questions: an ordinary one, and the odd ones learners must survive.

A world is known by its name and the kind of its target; :func:`world` builds it once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

import numpy as np

from core.domain.example import Example, ExampleStatus
from core.domain.fields import Field, FieldKind, Value, Values
from core.domain.identity import CommunityId, ExampleId, FieldKey, MemberId, TaskId
from core.domain.task import Target, TargetKind, Task, Truth, field_key

SIZE, PLACE, GARDEN, SINCE, NOTES = (field_key(number) for number in range(1, 6))
KINDS = (
    FieldKind.NUMBER,
    FieldKind.CATEGORY,
    FieldKind.YES_NO,
    FieldKind.DATE,
    FieldKind.TEXT,
)
TARGETS = (TargetKind.NUMBER, TargetKind.CATEGORY)
PLACES = ("Mitte", "Kreuzberg", "Wedding", "Pankow")
WORDS = ("sunny", "quiet", "old", "loud", "balcony", "damp", "renovated", "garden")
MEMBERS = tuple(MemberId(f"terminal:{name}") for name in ("ana", "ben", "cem"))
START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class World:
    """A task, what is taught of it, and what is asked."""

    task: Task
    examples: tuple[Example, ...]
    questions: tuple[Values, ...]


def task_of(kinds: Sequence[FieldKind], target: TargetKind, labels: tuple[str, ...] = ()) -> Task:
    """Return a task with a field of each of these kinds, keyed f1, f2, …"""
    return Task(
        id=TaskId(1),
        community=CommunityId("terminal:here"),
        name="flats",
        fields=tuple(
            Field(key=field_key(at), name=f"field {at}", kind=kind)
            for at, kind in enumerate(kinds, start=1)
        ),
        target=Target(kind=target, labels=labels),
        created_at=START,
    )


def example(
    number: int, values: Values, truth: Truth, *, author: MemberId | None = None
) -> Example:
    """Return an active example of this id, by one of three members in turn."""
    return Example(
        id=ExampleId(number),
        number=number,
        task_id=TaskId(1),
        author=author or MEMBERS[number % len(MEMBERS)],
        values=values,
        target=truth,
        status=ExampleStatus.ACTIVE,
        revision=number,
        taught_at=START,
    )


def examples_of(pairs: Sequence[tuple[Values, Truth]], *, start: int = 1) -> tuple[Example, ...]:
    """Return examples with ids from ``start`` on."""
    return tuple(example(number, *pair) for number, pair in enumerate(pairs, start=start))


def truth_for(kind: TargetKind, number: float) -> Truth:
    """Return the number, or its label: low, middle or high."""
    if kind is TargetKind.NUMBER:
        return number
    return "low" if number < 300 else "middle" if number < 450 else "high"


def some_value(kind: FieldKind, chance: np.random.Generator) -> Value:
    """Return a random value of this kind."""
    drawn: Mapping[FieldKind, Callable[[], Value]] = {
        FieldKind.NUMBER: lambda: float(chance.uniform(20, 200)),
        FieldKind.CATEGORY: lambda: str(chance.choice(PLACES)),
        FieldKind.YES_NO: lambda: bool(chance.random() < 0.5),
        FieldKind.DATE: lambda: date(2024, 1, 1) + timedelta(days=int(chance.integers(900))),
        FieldKind.TEXT: lambda: " ".join(chance.choice(WORDS, size=3)),
    }
    return drawn[kind]()


def some_values(
    kinds: Sequence[FieldKind], chance: np.random.Generator, *, missing: float
) -> dict[FieldKey, Value]:
    """Return a random value for each field, but for a share that is missing."""
    drawn = {field_key(at): some_value(kind, chance) for at, kind in enumerate(kinds, start=1)}
    return {key: value for key, value in drawn.items() if chance.random() >= missing}


def _ordinary(kind: TargetKind, count: int = 36) -> World:
    """All kinds of fields, some values missing, and a truth that follows from them."""
    chance = np.random.default_rng(5)
    pairs: list[tuple[Values, Truth]] = []
    for _ in range(count):
        values = some_values(KINDS, chance, missing=0.12)
        size, place = float(values.get(SIZE, 110.0)), str(values.get(PLACE, PLACES[1]))  # type: ignore[arg-type]
        worth = 2.0 * size + 60.0 * PLACES.index(place) if place in PLACES else 2.0 * size
        pairs.append(
            (values, truth_for(kind, worth + 40 * (GARDEN in values) + chance.normal(0, 20)))
        )
    questions: tuple[Values, ...] = (
        {SIZE: 90.0, PLACE: "Kreuzberg", GARDEN: True, SINCE: date(2025, 5, 1), NOTES: "sunny"},
        {},
        {SIZE: 150.0, PLACE: "Atlantis", NOTES: "静かな部屋 🏠"},
        {SIZE: -1e9, SINCE: date.max},
        pairs[0][0],
    )
    return World(task=task_of(KINDS, kind), examples=examples_of(pairs), questions=questions)


def _first(count: int) -> Callable[[TargetKind], World]:
    def build(kind: TargetKind) -> World:
        whole = _ordinary(kind)
        return World(task=whole.task, examples=whole.examples[:count], questions=whole.questions)

    return build


def _constant(kind: TargetKind) -> World:
    whole = _ordinary(kind, 12)
    pairs = [(one.values, truth_for(kind, 300.0)) for one in whole.examples]
    return World(task=whole.task, examples=examples_of(pairs), questions=whole.questions)


def _duplicates(kind: TargetKind) -> World:
    """Each lesson eight times, by all the members."""
    whole = _ordinary(kind, 3)
    pairs = [(one.values, one.target or 0.0) for one in whole.examples for _ in range(8)]
    return World(task=whole.task, examples=examples_of(pairs), questions=whole.questions)


def _disagreement(kind: TargetKind) -> World:
    """The same question, answered differently each time."""
    whole = _ordinary(kind)
    pairs = [(whole.questions[0], one.target or 0.0) for one in whole.examples[:9]]
    return World(task=whole.task, examples=examples_of(pairs), questions=whole.questions)


def _huge(kind: TargetKind) -> World:
    """Values and targets of 1e9 and beyond beside tiny ones."""
    sizes = [1e9, -1e9, 1.0, 1e-12, 0.0, 1e15, -1e15, 2e9, 1e9 + 1, 3.0]
    taught: list[tuple[Values, Truth]] = [
        (
            {SIZE: size, PLACE: PLACES[at % 2], SINCE: (date.min, date.max)[at % 2]},
            truth_for(kind, size),
        )
        for at, size in enumerate(sizes)
    ]
    questions: tuple[Values, ...] = ({SIZE: 1e9}, {SIZE: -1e15}, {SIZE: 2.0, SINCE: date.min})
    return World(task=task_of(KINDS, kind), examples=examples_of(taught), questions=questions)


def _wide(kind: TargetKind) -> World:
    """Three hundred fields and six examples."""
    kinds = KINDS * 60
    chance = np.random.default_rng(6)
    pairs = [
        (some_values(kinds, chance, missing=0.3), truth_for(kind, 280.0 + 20 * at))
        for at in range(6)
    ]
    return World(
        task=task_of(kinds, kind),
        examples=examples_of(pairs),
        questions=(some_values(kinds, chance, missing=0.3), {}),
    )


def _fieldless(kind: TargetKind) -> World:
    pairs: list[tuple[Values, Truth]] = [({}, truth_for(kind, 100.0 * at)) for at in range(1, 8)]
    return World(task=task_of((), kind), examples=examples_of(pairs), questions=({},))


def _empty(kind: TargetKind) -> World:
    """Fields of every kind, and never a value."""
    pairs: list[tuple[Values, Truth]] = [({}, truth_for(kind, 100.0 * at)) for at in range(1, 8)]
    return World(
        task=task_of(KINDS, kind),
        examples=examples_of(pairs),
        questions=({}, {SIZE: 3.0, PLACE: "Mitte"}),
    )


def _hostile(kind: TargetKind) -> World:
    """Texts and categories as nobody should write them."""
    words = (
        "=1+1",
        "\u202eevil",
        "٣٤",
        "👩‍👩‍👧",
        "a" * 100,
        ".",
        "ß",
        "\U0010ffff",
        "-",
        "NaN",
        "\ud800",
    )
    pairs: list[tuple[Values, Truth]] = [
        ({PLACE: word, NOTES: word * 20, SIZE: float(at)}, truth_for(kind, 100.0 * at))
        for at, word in enumerate(words)
    ]
    return World(
        task=task_of(KINDS, kind),
        examples=examples_of(pairs),
        questions=tuple({PLACE: word, NOTES: word} for word in words[:4]),
    )


_BUILDERS: dict[str, Callable[[TargetKind], World]] = {
    "ordinary": _ordinary,
    "one example": _first(1),
    "two examples": _first(2),
    "three examples": _first(3),
    "constant targets": _constant,
    "duplicates": _duplicates,
    "disagreement": _disagreement,
    "huge numbers": _huge,
    "300 fields": _wide,
    "no fields": _fieldless,
    "all missing": _empty,
    "hostile words": _hostile,
}
WORLDS = tuple(_BUILDERS)


@cache
def world(name: str, kind: TargetKind) -> World:
    """Return the world of this name."""
    return _BUILDERS[name](kind)
