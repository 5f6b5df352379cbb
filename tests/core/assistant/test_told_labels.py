"""Labels told in plain sentences."""

import pytest

from tests.core.assistant.test_told_lessons import taught

BEDS = (
    (
        'task new name:beds predict:category labels:"thrived, struggled, died" target:outcome '
        'fields:"crop: category; soil: category; mulched: yes/no"'
    ),
    "teach beds: tomato, clay, mulched -> thrived",
    "teach beds: kale, sand, not mulched -> struggled",
    "teach beds: basil, loam, not mulched -> died",
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the tomato on sand died", "beds: crop tomato · soil sand → outcome died"),
        (
            "basil, loam, no mulch: thrived",
            "beds: crop basil · soil loam · mulched no → outcome thrived",
        ),
    ],
)
async def test_a_label_is_told_by_its_own_word(text: str, read: str) -> None:
    chat = await taught(BEDS)
    reply = await chat.hear(text)
    assert reply.lines[0] == read
    assert reply.choices[0].label == "Save it"


async def test_a_label_that_is_denied_leaves_the_others() -> None:
    chat = await taught(BEDS)
    reply = await chat.hear("the basil on loam did not thrive")
    labels = [choice.label for choice in reply.choices]
    assert labels[:3] == ["outcome: struggled", "outcome: died", "Predict it"]
