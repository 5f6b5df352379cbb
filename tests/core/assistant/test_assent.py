import pytest

from core.assistant.assent import chosen_by
from core.assistant.reply import Reply
from tests.core.assistant.chatting import Chat


async def doubted(lesson: str) -> Reply:
    """Return the card that asks whether a value is right that is far from the others."""
    chat = Chat()
    for size in range(1, 7):
        await chat.say(f"teach flats: area {size * 20} -> {100 + size * 10}k")
    return await chat.hear(f"teach flats: {lesson}")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("yes", "Yes, 142,000"),
        ("no", "No, 142"),
        ("nope!", "No, 142"),
        ("不是", "No, 142"),
        *(
            (line, "Cancel")
            for line in ("cancel", "forget it", "Never mind.", "no, forget it", "no thanks")
        ),
        *((line, "Cancel") for line in ("neither", "don't", "算了", "不，算了吧，取消")),
        *((line, None) for line in ("keep it", "no, four hundred thousand", "no, too little")),
    ],
)
async def test_only_a_bare_no_keeps_a_value_that_may_have_slipped(
    line: str, label: str | None
) -> None:
    card = await doubted("area 90 -> 142")
    assert card.choices[-1].label == "Cancel"
    chosen = chosen_by(line, card)
    assert (chosen.label if chosen else None) == label


@pytest.mark.parametrize("line", ["no", "forget it", "cancel", "no, not that"])
async def test_a_refusal_forgets_a_value_that_is_far_outside(line: str) -> None:
    chosen = chosen_by(line, await doubted("area 90 -> 13k"))
    assert chosen is not None
    assert chosen.label == "No, forget it"


@pytest.mark.parametrize("line", ["keep it", "leave it"])
async def test_words_that_may_mean_either_choose_nothing(line: str) -> None:
    assert chosen_by(line, await doubted("area 90 -> 13k")) is None
