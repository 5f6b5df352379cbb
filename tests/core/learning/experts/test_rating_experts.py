"""The experts for ratings behind the interface of every expert, on ordinary and odd tasks."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from core.domain.fields import Field, FieldKind, Values
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind, Task, field_key
from core.learning.conditioned import Conditioned
from core.learning.config import LearnerConfig
from core.learning.encoding.table import Reader
from core.learning.experts.expert import Batch, FitContext, Lessons
from core.learning.experts.rating_fit import codes_of
from core.learning.experts.ratings import LevelExpert, TasteExpert
from core.learning.fitted import Recipe
from core.learning.screening import make_fit
from core.learning.taught import Taught
from core.learning.upgrading import from_second_format
from tests.benchmarks.films import KEYS, TASK, film_nights

CONFIG = LearnerConfig(device="cpu", columns=80, bins=4)
NIGHTS = film_nights(120, members=9, films=20, seed=7).examples
EXPERTS = pytest.mark.parametrize("kind", [LevelExpert, TasteExpert])


class World:
    """A task and its ratings as experts see them."""

    def __init__(self, task: Task, said: Sequence[tuple[Values, float]]) -> None:
        self.reader = Reader(task)
        self.taught = [
            Taught(id=NIGHTS[place].id, row=self.reader.read(values), truth=truth)
            for place, (values, truth) in enumerate(said)
        ]
        recipe = Recipe(target=task.target, reader=self.reader, config=CONFIG)
        self.fit = make_fit(self.taught, recipe)
        self.state = Conditioned(self.fit, task.target, self.reader, CONFIG)
        self.state.observe(self.taught)
        self.context = FitContext(
            kind=TargetKind.NUMBER, features=self.fit.features, config=CONFIG, examples=40
        )

    @property
    def lessons(self) -> Lessons:
        return self.state.lessons()

    def part(self, part: slice) -> Lessons:
        lessons = self.lessons
        batch = Batch(
            features=lessons.batch.features[part],
            rows=lessons.batch.rows[part],
            reader=self.reader,
        )
        return Lessons(
            ids=lessons.ids[part], batch=batch, targets=lessons.targets[part], codes=lessons.codes
        )


def said_of(count: int) -> list[tuple[Values, float]]:
    return [(one.values, float(one.target or 0.0)) for one in NIGHTS[:count]]


def without(*names: str) -> list[tuple[Values, float]]:
    gone = {KEYS[name] for name in names}
    return [({k: v for k, v in x.items() if k not in gone}, y) for x, y in said_of(60)]


BARE = replace(
    TASK, fields=tuple(f for f in TASK.fields if f.kind in (FieldKind.ITEM, FieldKind.MEMBER))
)
WIDE = replace(
    TASK,
    fields=(
        *TASK.fields,
        *(Field(key=field_key(n), name=f"n {n}", kind=FieldKind.NUMBER) for n in range(7, 120)),
    ),
)
WORLDS: dict[str, tuple[Task, list[tuple[Values, float]]]] = {
    "ordinary": (TASK, said_of(120)),
    "one": (TASK, said_of(1)),
    "two": (TASK, said_of(2)),
    "nobody": (TASK, without("rater")),
    "nothing": (TASK, without("title")),
    "neither": (TASK, without("title", "rater")),
    "no value": (TASK, [({}, float(1 + n % 5)) for n in range(50)]),
    "all alike": (TASK, [(values, 4.0) for values, _ in said_of(50)]),
    "bare": (BARE, said_of(100)),
    "wide": (WIDE, said_of(50)),
    "repeated": (TASK, [*said_of(30), *((values, 5.0) for values, _ in said_of(30))]),
    "huge": (
        TASK,
        [({**v, KEYS["year"]: 10.0 ** (n % 15)}, y) for n, (v, y) in enumerate(said_of(45))],
    ),
}
BY_WORLD = pytest.mark.parametrize("name", WORLDS)


@EXPERTS
@BY_WORLD
def test_an_odd_task_is_survived_and_left_out_exactly(kind: type[LevelExpert], name: str) -> None:
    world = World(*WORLDS[name])
    lessons = world.lessons
    expert = kind.fit(lessons, world.context)
    blank = expert.predict(lessons.batch)
    assert np.all(np.isfinite(blank.centers))
    expert.observe(lessons)
    said, left = expert.predict(lessons.batch), expert.leave_one_out(lessons)
    for outlook in (said, left):
        assert outlook.centers.shape == (len(lessons), 1)
        assert np.all(np.isfinite(outlook.centers))
        assert np.all(outlook.scales > 0)
    question = world.part(slice(0, 1)).batch
    moved = expert.influence(question, lessons)
    for place in range(0, len(lessons), 7):
        one = world.part(slice(place, place + 1))
        other = expert.copy()
        other.forget(one)
        again = other.predict(one.batch)
        assert again.centers[0] == pytest.approx(left.centers[place], abs=1e-9)
        assert again.scales[0] == pytest.approx(left.scales[place], abs=1e-9)
        assert again.freedom == left.freedom
        change = expert.predict(question).centers - other.predict(question).centers
        assert moved[place] == pytest.approx(change[0], abs=1e-9)
    expert.forget(lessons)
    np.testing.assert_array_equal(expert.predict(lessons.batch).centers, blank.centers)


@EXPERTS
def test_the_record_of_some_is_that_of_all_cut_down(kind: type[LevelExpert]) -> None:
    world = World(*WORLDS["ordinary"])
    expert = kind.fit(world.lessons, world.context)
    expert.observe(world.lessons)
    everything, some = world.lessons, world.part(slice(20, 50))
    question = world.part(slice(3, 4)).batch
    np.testing.assert_allclose(
        expert.leave_one_out(some).centers, expert.leave_one_out(everything).centers[20:50]
    )
    np.testing.assert_allclose(
        expert.influence(question, some), expert.influence(question, everything)[20:50]
    )


@EXPERTS
def test_a_fit_is_saved_without_what_was_observed_and_comes_back(
    kind: type[LevelExpert],
) -> None:
    world = World(*WORLDS["ordinary"])
    expert = kind.fit(world.lessons, world.context)
    before = expert.save()
    expert.observe(world.lessons)
    after = expert.save()
    assert all(np.array_equal(before[name], after[name]) for name in before)
    again = kind.load(after, world.context)
    again.observe(world.lessons)
    batch = world.lessons.batch
    np.testing.assert_array_equal(again.predict(batch).centers, expert.predict(batch).centers)


@EXPERTS
def test_no_file_knows_an_item_that_was_rated_once(kind: type[LevelExpert]) -> None:
    world = World(*WORLDS["ordinary"])
    saved = kind.fit(world.lessons, world.context).save()["items"]
    codes, counts = np.unique(
        codes_of(world.lessons.batch, world.fit.features, FieldKind.ITEM).own, return_counts=True
    )
    assert np.any(counts == 1)
    assert set(saved.tolist()) <= set(codes[counts > 1].tolist())


@EXPERTS
def test_damaged_files_are_refused(kind: type[LevelExpert]) -> None:
    world = World(*WORLDS["ordinary"])
    saved = kind.fit(world.lessons, world.context).save()
    with pytest.raises(KeyError):
        kind.load({k: v for k, v in saved.items() if k != "promise"}, world.context)
    for name, array in (
        ("promise", np.zeros(3)),
        ("noise", np.array([-1.0])),
        ("items", np.zeros_like(saved["items"])),
    ):
        if np.array_equal(array, saved[name]):
            continue
        with pytest.raises(ValueError, match=kind.name):
            kind.load(saved | {name: array}, world.context)


@EXPERTS
def test_it_suits_only_numbers_that_members_give_to_items(kind: type[LevelExpert]) -> None:
    world = World(*WORLDS["ordinary"])
    assert kind.suits(world.context)
    assert not kind.suits(replace(world.context, kind=TargetKind.CATEGORY))
    unrated = replace(
        TASK,
        fields=tuple(f for f in TASK.fields if f.kind is not FieldKind.MEMBER),
        target=Target(kind=TargetKind.NUMBER),
    )
    assert not kind.suits(World(unrated, said_of(10)).context)


def test_ratings_of_half_steps_stay_on_their_scale() -> None:
    task = replace(
        TASK, target=Target(kind=TargetKind.RATING, scale=Scale(low=0, high=1, step=0.5))
    )
    world = World(task, [(values, float(rating > 3)) for values, rating in said_of(60)])
    outlooks = world.state.outlooks(world.lessons.batch)
    for forecast in world.state.forecaster.forecasts(outlooks):
        assert all(0 <= i.low <= i.high <= 1 for i in forecast.intervals)  # type: ignore[union-attr]


@EXPERTS
def test_what_a_member_gave_lately_counts_more(kind: type[LevelExpert]) -> None:
    titles = [f"film {n}" for n in range(80)]
    said: list[tuple[Values, float]] = [
        ({KEYS["title"]: title, KEYS["rater"]: "member 1"}, 5.0 if n < 65 else 2.0)
        for n, title in enumerate(titles)
    ]
    world = World(BARE, said)
    expert = kind.fit(world.lessons, world.context)
    asked: list[Values] = [{KEYS["title"]: "film 99", KEYS["rater"]: "member 1"}]
    batch = world.state.batch([world.reader.read(values) for values in asked])
    expert.observe(world.part(slice(0, 65)))
    early = expert.predict(batch).centers[0, 0]
    expert.observe(world.part(slice(65, 80)))
    late = expert.predict(batch).centers[0, 0]
    high, low = world.lessons.targets[[0, -1], 0].tolist()
    assert late < early
    assert abs(late - low) < abs(late - high)


@EXPERTS
def test_a_memory_that_is_none_is_refused_and_earlier_files_remember_all(
    kind: type[LevelExpert],
) -> None:
    world = World(*WORLDS["ordinary"])
    saved = kind.fit(world.lessons, world.context).save()
    for memory in (0.0, 1.5, np.nan):
        with pytest.raises(ValueError, match="memory"):
            kind.load(saved | {"memory": np.array([memory])}, world.context)
    prefix = f"experts/{kind.name}/"
    earlier = from_second_format({f"{prefix}{k}": v for k, v in saved.items() if k != "memory"})
    own = {k.removeprefix(prefix): v for k, v in earlier.items() if k.startswith(prefix)}
    loaded = kind.load(own, world.context)
    assert loaded.save()["memory"] == 1.0
