"""Undoing, and bringing back, in words that name the last thing: ``bring that back pls``."""

import pytest

from core.assistant.incoming import Message
from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown


async def taught() -> Chat:
    chat = Chat()
    for size in (1, 2, 3):
        await chat.say(f"teach houses: size {size} -> {50 * size}")
    return chat


@pytest.mark.parametrize(
    "text",
    [
        *("oops undo that please", "whoops, undo the last one", "undo it pls", "ok undo please"),
        *("撤销刚才那个", "撤回刚才的", "把刚才那个撤销", "撤销上一步吧", "哎撤销刚刚那一步操作"),
    ],
)
async def test_the_last_step_is_undone_in_words(text: str) -> None:
    reply = await (await taught()).hear(text)
    assert (reply.tone, reply.title) == (Tone.DONE, "Took back #3. It no longer counts.")


@pytest.mark.parametrize("text", ["oops undo that please", "撤销刚才那个"])
async def test_as_a_reply_to_a_card_its_own_step_is_undone(text: str) -> None:
    chat = await taught()
    message = Message(sender=chat.sender("Ana"), text=text, about_example=2, about_step=2)
    reply = await chat.assistant.handle(message)
    assert reply.title == "Took back #2. It no longer counts."


@pytest.mark.parametrize(
    "text",
    [
        *("bring that back pls", "oh please restore it", "put it back", "ok bring it back in"),
        *("恢复刚才那个", "把它恢复吧", "再加回来", "把刚才那条还原一下"),
    ],
)
@pytest.mark.parametrize("gone", ["examples delete 2", "undo"])
async def test_what_was_taken_back_is_offered_to_count_again(text: str, gone: str) -> None:
    chat = await taught()
    await chat.hear(gone)
    reply = await chat.hear(text)
    assert reply.title in ("Let this count again?", "让它重新计入吗？")
    number = "#2" if "2" in gone else "#3"
    assert f"{number} " in shown(reply)
    done = await chat.press(reply.choices[0])
    assert f"{number} counts again" in done.title or f"{number} 重新计入" in done.title


@pytest.mark.parametrize(
    "text",
    [
        *("restore #2", "no sorry, that was right, restore #2", "bring #2 back please"),
        *("把第2条恢复", "弄错了，恢复第2条吧", "可以把#2恢复吗"),
    ],
)
async def test_one_that_is_named_by_its_number_is_offered(text: str) -> None:
    chat = await taught()
    await chat.hear("examples delete 2")
    await chat.hear("undo 3")
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK
    assert "#2 " in shown(reply)
    assert "#2" in (await chat.press(reply.choices[0])).title


@pytest.mark.parametrize("text", ["restore #1", "restore #2 with size 5", "restore 7 sizes"])
async def test_other_words_restore_nothing(text: str) -> None:
    chat = await taught()
    await chat.hear("examples delete 2")
    assert "count again" not in shown(await chat.hear(text))


async def test_of_several_that_were_undone_one_is_chosen() -> None:
    chat = await taught()
    await chat.hear("undo")
    await chat.hear("undo")
    reply = await chat.hear("bring that back")
    assert reply.title == "Which of these is to count again?"
    assert not any(choice.is_yes for choice in reply.choices)
    assert "#2" in (await chat.press(reply.choices[1])).title


@pytest.mark.parametrize("text", ["bring that back pls", "恢复刚才那个"])
async def test_where_nothing_was_taken_back_nothing_is_offered(text: str) -> None:
    chat = await taught()
    assert not any(c.is_yes for c in (await chat.hear(text)).choices)
    await chat.hear("undo")
    assert not any(c.is_yes for c in (await chat.hear(text, by="Ben")).choices)


@pytest.mark.parametrize(
    "text",
    [
        *("sorry, 140, misread the timer", "oops - 140 - wrong watch", "sorry, wrong watch, 140"),
        *("抱歉，看错表了，140", "打错了，140，手滑", "不对，140，看错了"),
    ],
)
async def test_a_reason_beside_the_new_value_is_no_part_of_it(text: str) -> None:
    chat = await taught()
    sender = chat.sender("Ana")
    for about in (None, 3):
        message = Message(sender=sender, text=text, about_example=about)
        reply = await chat.assistant.handle(message)
        assert reply.title in ("Change #3: answer 140?", "要修改 #3 吗？answer 140"), shown(reply)


async def test_a_reason_that_names_a_field_is_asked_about_as_that() -> None:
    reply = await (await taught()).hear("sorry, 140, the size")
    assert "answer 140" not in reply.title
