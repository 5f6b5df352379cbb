"""What holds of every expert and of the learner, for numbers, categories and ratings."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.fields import FieldKind
from core.domain.identity import ExampleId
from core.domain.task import TargetKind, Task
from tests.core.learning.agreeing import (
    assert_alike,
    assert_alike_all,
    assert_alike_each,
    assert_sound,
)
from tests.core.learning.cases import BY_CASE, subjects_of
from tests.core.learning.subjects import (
    FITTED,
    HELD_OUT,
    LEARNER,
    Subject,
    fit_anew,
    fit_to,
    subject_of,
)
from tests.core.learning.worlds import (
    NOTES,
    PLACE,
    SIZE,
    TARGETS,
    World,
    example,
    examples_of,
    truth_for,
    world,
)

OF_LABELS = pytest.mark.parametrize("name", subjects_of("ordinary", TargetKind.CATEGORY))
NEW_LABEL = "never heard of"


@BY_CASE
def test_what_is_shown_stays_as_it_was(subject: Subject, ordinary: World) -> None:
    examples = [replace(one, values=dict(one.values)) for one in ordinary.examples]
    questions = [dict(values) for values in ordinary.questions]
    subject.observe(examples)
    _ask_everything(subject, ordinary)
    subject.ask(questions)
    subject.forget({one.id for one in examples[:3]})
    assert [dict(one.values) for one in examples] == [dict(x.values) for x in ordinary.examples]
    assert [one.target for one in examples] == [one.target for one in ordinary.examples]
    assert questions == [dict(values) for values in ordinary.questions]


@BY_CASE
def test_asking_changes_nothing(taught: Subject, ordinary: World) -> None:
    silent = taught.copy()
    before = taught.ask(ordinary.questions)
    _ask_everything(taught, ordinary)
    assert taught.ask(ordinary.questions) == before
    more = examples_of([(ordinary.questions[0], ordinary.examples[0].target or 0.0)], start=90)
    for one in (taught, silent):
        one.observe(more)
        one.forget([ordinary.examples[4].id])
    assert_alike_all(taught.ask(ordinary.questions), silent.ask(ordinary.questions))


@BY_CASE
def test_questions_do_not_hear_each_other(taught: Subject, ordinary: World) -> None:
    together = taught.ask(ordinary.questions)
    apart = [taught.ask([values])[0] for values in ordinary.questions]
    assert_alike_all(apart, together)


@BY_CASE
def test_the_order_of_fields_is_irrelevant(name: str, kind: TargetKind, ordinary: World) -> None:
    task = replace(ordinary.task, fields=ordinary.task.fields[::-1])
    straight, turned = subject_of(name, kind), subject_of(name, kind, task=task)
    straight.observe(ordinary.examples)
    for one in ordinary.examples:
        turned.observe([replace(one, values=dict(reversed(list(one.values.items()))))])
    assert_alike_all(turned.ask(ordinary.questions), straight.ask(ordinary.questions))


@BY_CASE
def test_the_order_of_lessons_is_irrelevant(subject: Subject, ordinary: World) -> None:
    turned = subject.copy()
    subject.observe(ordinary.examples)
    turned.observe(ordinary.examples[::-1])
    assert_alike_all(turned.ask(ordinary.questions), subject.ask(ordinary.questions))


@BY_CASE
def test_one_by_one_equals_all_at_once(subject: Subject, ordinary: World) -> None:
    slow = subject.copy()
    subject.observe(ordinary.examples)
    for place, one in enumerate(ordinary.examples):
        slow.observe([one])
        if place % 7 == 0:
            slow.ask(ordinary.questions)
    assert_alike_all(slow.ask(ordinary.questions), subject.ask(ordinary.questions))
    assert_alike_each(
        slow.influence(ordinary.questions[0]), subject.influence(ordinary.questions[0])
    )


@BY_CASE
def test_what_was_forgotten_was_never_taught(taught: Subject, ordinary: World) -> None:
    before, loo = taught.ask(ordinary.questions), taught.leave_one_out()
    more = examples_of(
        [
            ({SIZE: 1e12, PLACE: "Atlantis"}, _truth(ordinary, 1e12, NEW_LABEL)),
            ({NOTES: "x" * 500}, _truth(ordinary, -7.0, NEW_LABEL)),
            ({}, _truth(ordinary, 1.0, "low")),
            *((values, _truth(ordinary, 500.0, NEW_LABEL)) for values in ordinary.questions),
        ],
        start=90,
    )
    taught.observe(more)
    _ask_everything(taught, ordinary)
    taught.forget({one.id for one in more})
    assert_alike_all(taught.ask(ordinary.questions), before)
    assert_alike_each(taught.leave_one_out(), loo)


@BY_CASE
def test_forgetting_some_leaves_the_others(subject: Subject, ordinary: World) -> None:
    some, others = ordinary.examples[:14], ordinary.examples[14:]
    never = subject.copy()
    never.observe(others)
    subject.observe(ordinary.examples)
    subject.ask(ordinary.questions)
    for one in some:
        subject.forget([one.id])
    assert_alike_all(subject.ask(ordinary.questions), never.ask(ordinary.questions))


@BY_CASE
@settings(max_examples=5, deadline=None)
@given(
    moves=st.lists(st.tuples(st.booleans(), st.integers(0, 35)), max_size=12), asked=st.booleans()
)
def test_only_what_is_left_in_the_end_counts(
    name: str, kind: TargetKind, moves: list[tuple[bool, int]], *, asked: bool
) -> None:
    ordinary = world("ordinary", kind)
    left = {one.id: one for one in ordinary.examples[:6]}
    subject, afresh = subject_of(name, kind), subject_of(name, kind)
    subject.observe(list(left.values()))
    for is_new, place in moves:
        one = ordinary.examples[place]
        if is_new and one.id not in left:
            subject.observe([one])
            left[one.id] = one
        elif not is_new and one.id in left and len(left) > 1:
            subject.forget([one.id])
            del left[one.id]
        if asked:
            subject.ask(ordinary.questions[:1])
    afresh.observe(list(left.values()))
    assert_alike_all(subject.ask(ordinary.questions), afresh.ask(ordinary.questions))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (name, kind)
        for kind in TARGETS
        for name in subjects_of("ordinary", kind)
        if name not in HELD_OUT
    ],
)
def test_left_out_is_really_left_out(name: str, kind: TargetKind, ordinary: World) -> None:
    made = fit_to("ordinary", kind)
    exact = replace(made, experts=tuple(x for x in made.experts if x.name not in HELD_OUT))
    taught = subject_of(name, kind, made=exact)
    taught.observe(ordinary.examples)
    said = taught.leave_one_out()
    assert set(said) == {one.id for one in ordinary.examples}
    complete = [one for one in ordinary.examples if len(one.values) == len(ordinary.task.fields)]
    assert len(complete) > 10
    for one in complete[::3]:  # in a question a missing field is unknown, in a lesson it is a state
        (expected,) = taught.without(one).ask([one.values])
        assert_alike(said[one.id], expected)


@BY_CASE
def test_influence_is_with_minus_without(taught: Subject, ordinary: World) -> None:
    # What a field left out may be depends on the lessons too, and is held fixed for the influence.
    whole = next(one for one in ordinary.examples if len(one.values) == len(ordinary.task.fields))
    for question in ({**whole.values, **asked} for asked in ordinary.questions[:3]):
        moved = taught.influence(question)
        assert set(moved) == {one.id for one in ordinary.examples}
        (with_it,) = taught.ask([question])
        for one in ordinary.examples[::9]:
            (without,) = taught.without(one).ask([question])
            expected = {key: with_it[key] - without[key] for key in moved[one.id]}
            assert_alike(moved[one.id], expected)


@BY_CASE
def test_saved_and_loaded_it_says_the_same(taught: Subject, ordinary: World) -> None:
    loaded = taught.reloaded(ordinary.task)
    loaded.observe(ordinary.examples)
    assert_alike_all(loaded.ask(ordinary.questions), taught.ask(ordinary.questions))
    assert_alike_each(loaded.leave_one_out(), taught.leave_one_out())


def test_the_same_seed_says_the_same(kind: TargetKind, ordinary: World) -> None:
    fits = (fit_to("ordinary", kind), fit_anew("ordinary", kind))
    for name in (*(str(expert.name) for expert in fits[0].experts), LEARNER, FITTED):
        first, second = (subject_of(name, kind, made=made) for made in fits)
        for one in (first, second):
            one.observe(ordinary.examples)
        assert first.ask(ordinary.questions) == second.ask(ordinary.questions), name


@BY_CASE
def test_copies_go_their_own_ways(taught: Subject, ordinary: World) -> None:
    more = (
        example(90, {}, _truth(ordinary, 5.0, NEW_LABEL)),
        example(91, {SIZE: 60.0}, _truth(ordinary, 50.0, "low")),
        example(92, {SIZE: 90.0, NOTES: "damp"}, _truth(ordinary, 400.0, "high")),
    )
    taught.observe(more[:1])
    other = taught.copy()
    other.observe(more[1:2])
    taught.observe(more[2:])
    for one, extra in ((taught, more[2]), (other, more[1])):
        afresh = taught.blank()
        afresh.observe([*ordinary.examples, more[0], extra])
        assert_alike_all(one.ask(ordinary.questions), afresh.ask(ordinary.questions))
        assert_alike_each(one.leave_one_out(), afresh.leave_one_out())
    changed = other.ask(ordinary.questions)
    taught.forget([one.id for one in ordinary.examples[9:]])
    taught.ask(ordinary.questions)
    assert other.ask(ordinary.questions) == changed


@BY_CASE
def test_the_same_fit_taught_nothing_starts_anew(taught: Subject, ordinary: World) -> None:
    blank = taught.blank()
    blank.observe(ordinary.examples)
    assert_alike_all(blank.ask(ordinary.questions), taught.ask(ordinary.questions))


@OF_LABELS
def test_a_label_comes_with_its_first_example_and_goes_with_its_last(name: str) -> None:
    ordinary = world("ordinary", TargetKind.CATEGORY)
    taught = subject_of(name, TargetKind.CATEGORY)
    taught.observe(ordinary.examples)
    before = taught.ask(ordinary.questions)
    assert all(NEW_LABEL not in said for said in before)
    news = [example(number, ordinary.questions[0], NEW_LABEL) for number in (91, 92)]
    taught.observe(news)
    assert all(NEW_LABEL in said for said in taught.ask(ordinary.questions))
    taught.forget([news[0].id])
    assert all(NEW_LABEL in said for said in taught.ask(ordinary.questions))
    low = [one.id for one in ordinary.examples if one.target == "low"]
    taught.forget(low)
    assert all("low" not in said for said in taught.ask(ordinary.questions))
    taught.forget([news[1].id])
    taught.observe([one for one in ordinary.examples if one.target == "low"])
    assert_alike_all(taught.ask(ordinary.questions), before)


@BY_CASE
@pytest.mark.parametrize("change", ["unseen category", "vanished", "retyped", "added", "renamed"])
def test_a_task_may_change_under_a_fit(taught: Subject, ordinary: World, change: str) -> None:
    task = ordinary.task
    changes: dict[str, Callable[[], Task]] = {
        "unseen category": lambda: task,
        "vanished": lambda: task.without_field(PLACE).without_field(SIZE),
        "retyped": lambda: task.with_changed(replace(task.field(SIZE), kind=FieldKind.CATEGORY)),
        "added": lambda: task.with_field("new", FieldKind.TEXT),
        "renamed": lambda: task.with_changed(replace(task.field(SIZE), name="area")),
    }
    changed = changes[change]()
    loaded = taught.reloaded(changed)
    loaded.observe(ordinary.examples)
    loaded.observe([example(90, {PLACE: "Atlantis"}, ordinary.examples[0].target or 0.0)])
    assert_sound(loaded, ordinary)
    if change in {"added", "renamed"}:
        loaded.forget([ExampleId(90)])
        assert_alike_all(loaded.ask(ordinary.questions), taught.ask(ordinary.questions))


def _truth(there: World, number: float, label: str) -> float | str:
    target = there.task.target
    return label if target.kind is TargetKind.CATEGORY else truth_for(target.kind, number)


def _ask_everything(subject: Subject, there: World) -> None:
    subject.ask(there.questions)
    subject.leave_one_out()
    subject.influence(there.questions[0])
