import json

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_teaching import taught_houses


async def test_a_member_sees_what_is_stored() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.hear("ask houses: size 6")
    reply = await chat.hear("privacy see")
    assert "5 lessons: houses 5" in shown(reply)
    assert "1 answer " in shown(reply)
    assert "agreed" in shown(reply)


async def test_a_member_takes_all_of_it_along() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.say("teach houses: size 7 -> 14", by="Ben")
    await chat.hear("ask houses: size 6")
    await chat.press("Right")
    [file] = (await chat.hear("privacy export")).files
    content = json.loads(file.content)
    assert len(content["examples"]) == 5
    assert content["examples"][0]["task"] == "houses"
    assert content["examples"][0]["values"] == {"size": 1.0}
    assert content["answers"][0]["values"] == {"size": 6.0}
    assert content["answers"][0]["text"] == "size 6"
    assert content["feedback"][0]["verdict"] == "right"
    assert "Ben" not in file.content.decode()


async def test_erasing_asks_then_leaves_nothing() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await chat.say("teach houses: size 9 -> 90", by="Ben")
    answer = await chat.hear("ask houses: size 6", by="Ben")
    reply = await chat.hear("privacy erase", by="Ben")
    assert reply.tone is Tone.ASK
    assert "1 lesson and 1 answer" in reply.title
    reply = await chat.press(reply.choices[0], by="Ben")
    assert "Erased 1 lesson" in reply.title
    assert (await chat.hear("examples show 6")).tone is Tone.ERROR
    assert (await chat.press(answer.choices[2], by="Ben")).tone is Tone.ERROR
    assert "5 examples" in shown(await chat.hear("task show houses"))
    assert "Ben" not in shown(await chat.hear("model card houses"))
    assert (await chat.say("privacy erase", by="Ben")).tone is Tone.ERROR


async def test_who_opted_out_can_ask_but_leaves_no_trace() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await chat.hear("privacy opt-out", by="Ben")
    reply = await chat.hear("ask houses: size 6", by="Ben")
    assert reply.tone is Tone.ANSWER
    assert not reply.choices
    assert "0 answers" in shown(await chat.hear("privacy see", by="Ben"))
    reply = await chat.hear("teach houses: size 9 -> 18", by="Ben")
    assert reply.tone is Tone.ASK
    assert "opted out" in reply.title
    assert not any(choice.is_yes for choice in reply.choices)


async def test_opting_out_says_what_still_counts() -> None:
    chat = Chat()
    await taught_houses(chat)
    assert "5 lessons from before still count" in shown(await chat.hear("privacy opt-out"))
