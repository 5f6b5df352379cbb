"""What is typed while a card is open answers that card."""

from dataclasses import replace

import pytest

from core.assistant.incoming import CardKind, Command, Message
from core.assistant.reply import Reply
from tests.core.assistant.chatting import Chat, shown

LESSON = "houses: size 7 -> 350"


async def taught() -> Chat:
    chat = Chat()
    for size in range(1, 6):
        await chat.say(f"teach houses: size {size} -> {50 * size}")
    return chat


async def count(chat: Chat) -> str:
    return shown(await chat.hear("task show houses"))


@pytest.mark.parametrize(
    "said", ["undo", "undo that", "撤销", "cancel", "取消", "no", "不，算了吧"]
)
async def test_an_open_card_is_called_off_before_any_lesson(said: str) -> None:
    chat = await taught()
    offered = await chat.hear(LESSON)
    reply = await chat.hear(said)
    assert "nothing was changed" in reply.title
    assert f"No longer asked: {offered.title}" in reply.lines
    gone = await chat.press(offered.choices[0])
    assert "This offer is gone" in gone.title
    assert "5 examples" in await count(chat)


async def test_a_second_undo_takes_back_the_lesson() -> None:
    chat = await taught()
    await chat.hear(LESSON)
    assert "another undo takes back" in shown(await chat.hear("undo"))
    assert "#5" in (await chat.hear("undo")).title
    assert "4 examples" in await count(chat)


async def test_the_slash_command_calls_off_the_card_too() -> None:
    chat = await taught()
    await chat.hear(LESSON)
    reply = await chat.assistant.handle(Command(sender=chat.sender("Ana"), name="undo"))
    assert "nothing was changed" in reply.title


@pytest.mark.parametrize("said", ["undo #5", "undo 5"])
async def test_a_lesson_that_is_named_is_taken_back(said: str) -> None:
    chat = await taught()
    await chat.hear(LESSON)
    assert "#5" in (await chat.hear(said)).title


async def test_a_card_of_another_member_is_left_open() -> None:
    chat = await taught()
    offered = await chat.hear(LESSON)
    await chat.hear("undo", by="Ben")
    assert "Saved #6" in (await chat.press(offered.choices[0])).title


@pytest.mark.parametrize("said", ["yes", "好的", "Save it"])
async def test_a_yes_saves_what_waits(said: str) -> None:
    chat = await taught()
    await chat.hear(LESSON)
    assert "Saved #6" in (await chat.hear(said)).title


async def test_a_yes_in_words_destroys_nothing() -> None:
    chat = await taught()
    await chat.hear("task delete houses")
    await chat.hear("yes")
    assert "5 examples" in await count(chat)


@pytest.mark.parametrize(
    "said",
    [
        *("no, 380", "不对，是三百八", "不对，是380", "sorry, 380", "no, it was 380"),
        *("no, three hundred and eighty", "不是，是三百八", "不，380", "no wait, 380"),
    ],
)
@pytest.mark.parametrize("refuses", [True, False])
async def test_another_truth_is_offered_for_the_lesson_that_waits(
    said: str, *, refuses: bool
) -> None:
    chat = await taught()
    offered = await chat.hear(LESSON)
    message = Message(sender=chat.sender("Ana"), text=said)
    drop = offered.choices[-1].action if refuses else None
    chat.last = await chat.assistant.handle(replace(message, refuses=drop))
    assert "380" in chat.last.title, shown(chat.last)
    saved: Reply = await chat.press("Save it")
    assert "size 7 → 380" in shown(saved)


async def test_a_lesson_that_waits_is_put_right_again_with_all_that_was_said() -> None:
    chat = await taught()
    await chat.hear(LESSON)
    await chat.hear("no, 380")
    assert "size 8" in (await chat.hear("sorry, size was 8")).title
    card = await chat.hear("no, 390")
    assert "size 8" in card.title
    assert "390" in card.title
    assert "#6 size 8 → 390" in shown(await chat.press("Save it"))


async def _asks_whether() -> Chat:
    """Return a chat in which a card asks whether a word is a field, after an answer."""
    chat = Chat()
    await chat.assistant.handle(
        Command(
            sender=chat.sender("Ana"),
            name="task new",
            options={
                "name": "到场",
                "predict": "number",
                "fields": "活动: category\n星期: category\n报名: number",
            },
        )
    )
    await chat.say("到场：活动: 羽毛球，星期: 周六，报名: 20 -> 11")
    await chat.say("到场：活动: 桌球，星期: 周日，报名: 12 -> 6")
    await chat.say("ask 到场: 活动: 桌球，报名: 10")
    card = await chat.hear("到场：周六爬山 报名20 -> 11")
    assert card.title == "Is “爬山” the 活动?", shown(card)
    return chat


@pytest.mark.parametrize(
    "said",
    [
        *("对", "是的", "对的", "是", "yes", "yep", "right", "that's right", "嗯，对"),
        *("对，爬山是活动", "对，是活动", "yes, it's the 活动", "嗯是的"),
    ],
)
@pytest.mark.parametrize("is_reply", [False, True])
async def test_any_yes_answers_a_card_with_a_yes(said: str, *, is_reply: bool) -> None:
    chat = await _asks_whether()
    assert chat.last is not None
    offer = int(chat.last.choices[0].action.split(":")[1])
    if is_reply:  # while another card is the last one
        await chat.hear("到场：活动: 羽毛球，报名: 3 -> 2")
    message = Message(sender=chat.sender("Ana"), text=said)
    if is_reply:
        message = replace(message, about_card=CardKind.OFFER, about_offer=offer)
    reply = await chat.assistant.handle(message)
    assert "活动 爬山 · 星期 周六 · 报名 20" in shown(reply)


@pytest.mark.parametrize("said", ["对，爬山不是活动", "对，30", "yes, but it's a trip", "不对"])
async def test_a_yes_with_something_else_answers_no_such_card(said: str) -> None:
    chat = await _asks_whether()
    reply = await chat.hear(said)
    assert "活动 爬山 · 星期 周六 · 报名 20 → " not in shown(reply)
