import numpy as np

from core.domain.fields import FieldKind
from core.domain.task import TargetKind, Task
from core.learning.encoding.table import Reader
from core.learning.fitted import FEW, Plan, Recipe, make_fit, powers_for
from core.learning.planning import LEAST, STRAINS, choose_plan
from core.learning.taught import Taught
from tests.core.learning.subjects import CONFIG
from tests.core.learning.worlds import SIZE, example, task_of

TASK = task_of((FieldKind.NUMBER,), TargetKind.NUMBER)


def test_few_examples_are_not_split() -> None:
    said: list[float] = []
    plan = choose_plan(
        _taught(np.arange(LEAST - 1.0)), _recipe(), lambda done, _: said.append(done)
    )
    assert plan == Plan(strain=1.0 + FEW / (LEAST - 1))
    assert said == []


def test_numbers_that_multiply_are_learned_on_a_bent_scale() -> None:
    chance = np.random.default_rng(1)
    growing = np.exp(np.linspace(0.0, 9.0, 60) + 0.3 * chance.normal(size=60))
    assert _plan(growing).power == 0.0


def test_numbers_that_add_up_are_learned_as_they_are() -> None:
    chance = np.random.default_rng(2)
    assert _plan(np.linspace(100.0, 900.0, 60) + 30 * chance.normal(size=60)).power == 1.0


def test_a_number_below_zero_keeps_the_scale_straight() -> None:
    taught = _taught(np.array([-1.0, *np.exp(np.linspace(0.0, 9.0, 60))]))
    assert powers_for(taught, TASK.target) == (1.0,)
    assert powers_for(taught[1:], TASK.target) == (1.0, 0.5, 0.0)


def test_the_plan_is_one_of_those_tried_and_the_same_again() -> None:
    numbers = np.random.default_rng(3).normal(size=40)
    said: list[float] = []
    plan = choose_plan(_taught(numbers), _recipe(), lambda done, _: said.append(done))
    assert plan == _plan(numbers)
    assert plan.strain in STRAINS
    assert said == sorted(said)
    assert 0.0 <= said[0] <= said[-1] <= 1.0


def test_a_planned_fit_keeps_to_its_plan() -> None:
    taught = _taught(np.exp(np.linspace(0.0, 9.0, 20)))
    for power in (1.0, 0.5, 0.0):
        made = make_fit(taught, _recipe(), Plan(power=power, strain=1.75))
        assert (made.scale.power, made.strain, made.examples) == (power, 1.75, 20)


def test_without_a_plan_the_evidence_chooses_the_scale() -> None:
    chance = np.random.default_rng(4)
    growing = np.exp(np.linspace(0.0, 9.0, 25) + 0.2 * chance.normal(size=25))
    straight = np.linspace(100.0, 900.0, 25) + 30 * chance.normal(size=25)
    assert make_fit(_taught(growing), _recipe(), Plan()).scale.power < 1.0
    assert make_fit(_taught(straight), _recipe(), Plan()).scale.power == 1.0


def test_strengths_of_each_field_need_not_be_alike() -> None:
    """Of two fields, one says all: with strengths of its own the other fades."""
    task = task_of((FieldKind.NUMBER, FieldKind.NUMBER), TargetKind.NUMBER)
    chance = np.random.default_rng(5)
    told, noise = chance.normal(size=(2, 60))
    taught = _taught(told, task, noise)
    made = make_fit(taught, _recipe(task), Plan(power=1.0, is_by_field=True))
    linear = next(expert for expert in made.experts if expert.name == "linear")
    strengths = linear.save()["strengths"].astype(np.float64)
    of = {key: strengths[1:][[k == key for k, _ in made.features.blocks]] for key in ("f1", "f2")}
    assert of["f1"][0] > 3 * of["f2"][0]


def _plan(numbers: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Plan:
    return choose_plan(_taught(numbers), _recipe(), lambda _, __: None)


def _recipe(task: Task = TASK) -> Recipe:
    return Recipe(target=task.target, reader=Reader(task), config=CONFIG)


def _taught(
    numbers: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    task: Task = TASK,
    noise: np.ndarray[tuple[int, ...], np.dtype[np.float64]] | None = None,
) -> list[Taught]:
    """Return lessons whose first field is their place (or, with noise, their number)."""
    firsts = np.arange(len(numbers), dtype=np.float64) if noise is None else numbers
    found = []
    for at, number in enumerate(numbers):
        values = {SIZE: float(firsts[at])}
        if noise is not None:
            values[task.fields[1].key] = float(noise[at])
        one = example(at + 1, values, float(number))
        found.append(Taught(id=one.id, row=Reader(task).read(one.values), truth=float(number)))
    return found
