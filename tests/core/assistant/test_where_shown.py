"""An answer that everyone was shown is told by its number where they were shown it."""

from dataclasses import replace

from core.assistant.incoming import Message
from core.assistant.reply import Reply
from tests.core.assistant.chatting import Chat, shown


async def said(chat: Chat, text: str, *, by: str, place: str | None = None) -> Reply:
    """Return the reply to a line said in a channel, or with the bot alone where none is given."""
    sender = replace(chat.sender(by), place=place, is_direct=place is None)
    return await chat.assistant.handle(Message(sender=sender, text=text))


async def public_chat() -> Chat:
    """Return a chat whose task answers publicly."""
    chat = Chat()
    for size in range(1, 5):
        await chat.say(f"teach houses: size {size} -> {2 * size}")
    await chat.say("task edit houses answers:public")
    return chat


async def test_an_answer_to_one_alone_is_told_to_nobody_else() -> None:
    chat = await public_chat()
    answer = await said(chat, "ask houses: size 3", by="Ana")
    assert "houses: 5" in answer.title
    for place in (None, "garden"):
        refused = await said(chat, "why ?1", by="Ben", place=place)
        assert "no answer ?1" in shown(refused)
    assert "Why 5" in shown(await said(chat, "why ?1", by="Ana", place="garden"))


async def test_an_answer_in_a_channel_is_told_there() -> None:
    chat = await public_chat()
    await said(chat, "ask houses: size 3", by="Ana", place="shed")
    assert "Why 5" in shown(await said(chat, "why ?1", by="Ben", place="shed"))
    assert "no answer ?1" in shown(await said(chat, "why ?1", by="Ben", place="garden"))
