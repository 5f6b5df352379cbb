"""The law that every expert and the learner survive whatever is taught and asked."""

from core.domain.task import TargetKind
from tests.core.learning.agreeing import assert_sound
from tests.core.learning.cases import BY_FEW, BY_WORLD
from tests.core.learning.subjects import subject_of
from tests.core.learning.worlds import world


@BY_WORLD
def test_odd_examples_are_survived(name: str, kind: TargetKind, odd: str) -> None:
    there = world(odd, kind)
    subject = subject_of(name, kind, odd)
    subject.observe(there.examples)
    assert_sound(subject, there)


@BY_FEW
def test_a_fit_to_few_examples_survives_odd_ones(name: str, kind: TargetKind, odd: str) -> None:
    there = world(odd, kind)
    subject = subject_of(name, kind, "three examples", task=there.task)
    subject.observe(there.examples)
    assert_sound(subject, there)
