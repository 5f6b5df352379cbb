"""Small tasks with examples and questions: an ordinary one, and the odd ones learners must survive.

A world is known by its name and the kind of its target; :func:`world` builds it once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

import numpy as np

from core.domain.example import Example, ExampleStatus
from core.domain.fields import MAX_FIELDS, Field, FieldKind, Value, Values
from core.domain.identity import CommunityId, ExampleId, FieldKey, MemberId, TaskId
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind, Task, Truth, field_key

SIZE, PLACE, GARDEN, SINCE, NOTES = (field_key(number) for number in range(1, 6))
FLAT, RATER = field_key(901), field_key(902)
"""What is rated and who rates, in a task of ratings; beyond the keys of all other fields."""
KINDS = (
    FieldKind.NUMBER,
    FieldKind.CATEGORY,
    FieldKind.YES_NO,
    FieldKind.DATE,
    FieldKind.TEXT,
)
LEARNED = (TargetKind.NUMBER, TargetKind.CATEGORY)
"""What experts take a target for."""
TARGETS = (*LEARNED, TargetKind.RATING)
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
    """Return a task with a field of each of these kinds, keyed f1, f2, … (and those of ratings)"""
    is_rated = target is TargetKind.RATING
    whose = (
        Field(key=FLAT, name="flat", kind=FieldKind.ITEM),
        Field(key=RATER, name="rater", kind=FieldKind.MEMBER),
    )
    return Task(
        id=TaskId(1),
        community=CommunityId("terminal:here"),
        name="flats",
        fields=(
            *(
                Field(key=field_key(at), name=f"field {at}", kind=kind)
                for at, kind in enumerate(kinds, start=1)
            ),
            *(whose if is_rated else ()),
        ),
        target=Target(kind=target, labels=labels, scale=Scale(low=1, high=5) if is_rated else None),
        keys_given=902 if is_rated else 0,
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
    """Return the number, its label (low, middle or high), or its stars."""
    if kind is TargetKind.NUMBER:
        return number
    if kind is TargetKind.RATING:
        return float(np.clip(np.round(number / 100.0), 1, 5))
    return "low" if number < 300 else "middle" if number < 450 else "high"


def whose(kind: TargetKind, at: int) -> dict[FieldKey, Value]:
    """Return who rates and what, in a task of ratings: few of each, some missing or met once."""
    if kind is not TargetKind.RATING:
        return {}
    flat = f"flat {at}" if at % 9 == 4 else f"flat {at * 5 % 7}"
    rater = f"terminal:{at}" if at % 9 == 5 else str(MEMBERS[at % 3])
    given: dict[FieldKey, Value] = {FLAT: flat} if at % 11 else {}
    return given | ({RATER: rater} if at % 13 else {})


def _liking(values: Values) -> float:
    """Return what the flat itself and how harsh its rater is add to a rating."""
    flat, rater = str(values.get(FLAT, "flat 0")), str(values.get(RATER, "0"))
    return 25.0 * (int(flat.split()[1]) % 7) - 60.0 * (ord(rater[-1]) % 3)


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
    for at in range(count):
        values = some_values(KINDS, chance, missing=0.12) | whose(kind, at)
        size, place = float(values.get(SIZE, 110.0)), str(values.get(PLACE, PLACES[1]))  # type: ignore[arg-type]
        worth = 2.0 * size + 60.0 * PLACES.index(place) if place in PLACES else 2.0 * size
        worth += _liking(values)
        pairs.append(
            (values, truth_for(kind, worth + 40 * (GARDEN in values) + chance.normal(0, 20)))
        )
    first: Values = {
        SIZE: 90.0,
        PLACE: "Kreuzberg",
        GARDEN: True,
        SINCE: date(2025, 5, 1),
        NOTES: "sunny",
    }
    questions: tuple[Values, ...] = (
        {**first, **whose(kind, 8)},
        {},
        {SIZE: 150.0, PLACE: "Atlantis", NOTES: "静かな部屋 🏠", **whose(kind, 301)},
        {SIZE: -1e9, SINCE: date.max, **whose(kind, 320)},
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
            {
                SIZE: size,
                PLACE: PLACES[at % 2],
                SINCE: (date.min, date.max)[at % 2],
                **whose(kind, at),
            },
            truth_for(kind, size),
        )
        for at, size in enumerate(sizes)
    ]
    questions: tuple[Values, ...] = ({SIZE: 1e9}, {SIZE: -1e15}, {SIZE: 2.0, SINCE: date.min})
    return World(task=task_of(KINDS, kind), examples=examples_of(taught), questions=questions)


def _wide(kind: TargetKind) -> World:
    """As many fields as a task may have, with those of ratings, and six examples."""
    kinds = (KINDS * 60)[: MAX_FIELDS - 2]
    chance = np.random.default_rng(6)
    pairs = [
        (
            some_values(kinds, chance, missing=0.3) | whose(kind, at),
            truth_for(kind, 280 + 20.0 * at),
        )
        for at in range(6)
    ]
    return World(
        task=task_of(kinds, kind),
        examples=examples_of(pairs),
        questions=(some_values(kinds, chance, missing=0.3), {}),
    )


def _fieldless(kind: TargetKind) -> World:
    """No fields but, in a task of ratings, who rates and what."""
    pairs: list[tuple[Values, Truth]] = [
        (whose(kind, at), truth_for(kind, 100.0 * at)) for at in range(1, 8)
    ]
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
        *("=1+1", "\u202eevil", "٣٤", "👩‍👩‍👧", "a" * 100, "."),
        *("ß", "\U0010ffff", "-", "NaN", "\ud800"),
    )
    pairs: list[tuple[Values, Truth]] = [
        (
            {
                PLACE: word,
                NOTES: word * 20,
                SIZE: float(at),
                **({FLAT: word, RATER: word} if kind is TargetKind.RATING else {}),
            },
            truth_for(kind, 100.0 * at),
        )
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
