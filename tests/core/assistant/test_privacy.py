import json
from dataclasses import replace

from core.assistant.incoming import Command, Message
from core.assistant.reply import Tone
from core.domain.identity import CommunityId, MemberId
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_models import JUDGED, TRIALS
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


async def test_everything_stored_is_counted_and_the_receipt_says_what_went_and_what_stays() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.say("teach houses: size 9 -> 18", by="Ben")
    await chat.hear("ask houses: size 6", by="Ben")
    about = Command(
        sender=chat.sender("Ana"), name="ask about this", text="size 3", author=MemberId("test:ben")
    )
    await chat.assistant.handle(about)
    await chat.hear("privacy erase", by="Ben")
    seen = await chat.hear("privacy see", by="Ben")
    assert seen.is_personal
    assert "1 question or lesson of others on what you wrote" in shown(seen)
    assert "1 offer that waits for a button" in shown(seen)
    [file] = (await chat.hear("privacy export", by="Ben")).files
    assert json.loads(file.content)["answers about what you wrote"][0]["text"] == "size 3"
    receipt = await chat.say("privacy erase", by="Ben")
    assert "Erased 1 lesson" in receipt.title
    gone = "Gone too: 1 answer that you asked for · 1 question or lesson of others"
    assert gone in shown(receipt)
    assert "back-ups" in shown(receipt)
    assert receipt.forgets == "test:ben"
    assert "Nothing is stored of you." in (await chat.hear("privacy erase", by="Ben")).title
    assert "0 answers" in shown(await chat.hear("privacy see", by="Ben"))


async def test_who_was_only_asked_about_has_that_erased_too() -> None:
    chat = Chat()
    await taught_houses(chat)
    about = Command(
        sender=chat.sender("Ana"), name="ask about this", text="size 3", author=MemberId("test:ben")
    )
    await chat.assistant.handle(about)
    assert "on what you wrote" in shown(await chat.hear("privacy see", by="Ben"))
    await chat.say("privacy erase", by="Ben")
    assert (await chat.hear("why ?1")).tone is Tone.ERROR


async def test_a_retrained_model_that_rests_on_what_was_erased_is_named() -> None:
    chat = Chat()
    await taught_houses(chat)
    async with chat.open_work() as work:
        [task] = await work.tasks.all(CommunityId(chat.community))
        for artifact in ("a", "b"):
            await work.versions.add_live(
                task.id, artifact=artifact, comparison=JUDGED, trials=TRIALS, examples=5
            )
    receipt = await chat.say("privacy erase")
    assert "stays in the models of houses" in shown(receipt)
    zoe = replace(chat.sender("Zoe"), is_manager=True)
    back = await chat.assistant.handle(Message(sender=zoe, text="model rollback houses"))
    assert "may rest on lessons that were erased" in shown(back)
    assert "v1 answers" not in shown(back)
