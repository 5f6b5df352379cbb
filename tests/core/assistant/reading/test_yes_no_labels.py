"""Labels for yes and for no in other words: taken where they are sure, else asked about."""

import pytest

from core.assistant.reading import Known, Unclear, read_truth
from core.domain.task import Target, TargetKind
from core.errors import InvalidValue

TARGET = Target(kind=TargetKind.CATEGORY, name="survived", labels=("yes", "no"))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("yep!", "yes"),
        ("nope", "no"),
        ("nah", "no"),
        ("没有", "no"),
        ("会的", "yes"),
        ("不会", "no"),
    ],
)
def test_a_sure_word_is_its_label(text: str, label: str) -> None:
    found = read_truth(text, TARGET, Known())
    assert (found.readings[0] if isinstance(found, Unclear) else found) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        *(
            ("prob not", "no"),
            ("Probably not.", "no"),
            ("i think so", "yes"),
            ("likely yep", "yes"),
        ),
        *(("大概不会", "no"), ("应该没有", "no"), ("可能会吧", "yes")),
    ],
)
def test_a_label_that_is_only_likely_is_asked_about(text: str, label: str) -> None:
    found = read_truth(text, TARGET, Known())
    assert isinstance(found, Unclear)
    assert found.readings == (label,)


@pytest.mark.parametrize("text", ["prob", "maybe", "kinda", "not before June", "也许"])
def test_what_says_neither_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_truth(text, TARGET, Known())


def test_labels_of_another_kind_are_not_said_so() -> None:
    target = Target(kind=TargetKind.CATEGORY, name="kind", labels=("scam", "ham"))
    with pytest.raises(InvalidValue):
        read_truth("prob not", target, Known())
