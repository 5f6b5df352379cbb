"""Actions that no button ever had: each ends in a sentence, and changes nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.assistant.action_parts import PART_NAMES
from core.assistant.commands import FORMS, PRESSES
from core.assistant.incoming import Press
from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat

VERBS = sorted({*PRESSES, "go", "drop", "", "nothing"})
PARTS = st.one_of(
    st.text(max_size=40).filter(lambda text: ":" not in text),
    st.integers(min_value=-(10**30), max_value=10**30).map(str),
    st.sampled_from(
        ["1", "0", "-1", "nan", "inf", "1e999", "zz", "me", "right", "@x", "²", "٣", "9" * 30, ""]
    ),
)


async def asked_chat() -> Chat:
    chat = Chat()
    for size in (1, 2, 3):
        await chat.say(f"teach garages: width {size} -> {size * 2}")
    await chat.hear("ask garages: width 2")
    return chat


@pytest.mark.parametrize(
    "action",
    [
        *("go:999999999999999999999999999999:0", "go:1:7", "go:1:-1", "go:1:x", "go:1", "drop:x"),
        *("vote:1:zz", "came:1:nan", "came:1:inf", "came:1:x", "amend:1:nan", "amend:1:"),
        *("page:x:1:me", "page:1:1:you", "rate:1:1e999", "undo:-1", "undo:" + "9" * 30, "undo:²"),
        *("why:@notanid", "template:zz", "stop:zz", "teach:garages", "quiz:garages", "none:1:2"),
    ],
)
async def test_a_forged_action_ends_in_a_sentence(action: str) -> None:
    chat = await asked_chat()
    reply = await chat.assistant.handle(Press(sender=chat.sender("Ana"), action=action))
    assert reply.tone is Tone.ERROR
    assert reply.title


async def test_a_forged_way_leaves_the_offer_open() -> None:
    chat = await asked_chat()
    offer = await chat.hear("task delete garages")
    number = offer.choices[0].action.split(":")[1]
    forged = Press(sender=chat.sender("Ana"), action=f"go:{number}:7")
    assert (await chat.assistant.handle(forged)).tone is Tone.ERROR
    assert (await chat.press(offer.choices[0])).tone is Tone.DONE


async def test_what_is_filled_in_cannot_change_what_a_button_is_about() -> None:
    chat = await asked_chat()
    press = Press(sender=chat.sender("Ana"), action="undo:1", filled={"number": "2"})
    assert "#1" in (await chat.assistant.handle(press)).title


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.sampled_from(VERBS), st.lists(PARTS, max_size=4))
async def test_no_action_raises(verb: str, parts: list[str]) -> None:
    chat = await asked_chat()
    press = Press(sender=chat.sender("Ana"), action=":".join((verb, *parts)))
    assert isinstance(await chat.assistant.handle(press), Reply)
    if verb in FORMS:
        await chat.assistant.form(press)


def test_every_part_of_every_action_has_a_rule() -> None:
    assert {part for spec in PRESSES.values() for part in spec.parts} <= PART_NAMES
