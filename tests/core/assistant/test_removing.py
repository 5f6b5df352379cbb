"""Deletions in words: the example meant is found and shown, and gone only once that is pressed."""

from dataclasses import replace

import pytest

from core.assistant.incoming import Message
from core.assistant.reply import Effect, Reply, Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import community

QUESTION = "80 m², 3 rooms, Mitte, what price?"


async def standing(chat: Chat) -> int:
    """Return how many examples count in the three tasks."""
    tables = [await chat.hear(f"examples list {task}") for task in ("flats", "ferry", "菜价")]
    return sum(not row[-1] for reply in tables if reply.table for row in reply.table.rows)


def labels(reply: Reply) -> list[str]:
    return [choice.label for choice in reply.choices]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("delete the one about Kreuzberg", 3),
        ("forget the Kreuzberg one", 3),
        ("scrap the 3rd example", 3),
        ("remove the third one, it was a typo", 3),
        ("delete #3", 3),
        ("get rid of the 300k one", 1),
        ("delete the 80 m² one please", 1),
        ("remove the one with balcony", 1),
        ("can you delete the last one?", 9),
        ("take the Wedding one out", 2),
        ("the Wedding one can go", 2),
        ("delete my second to last lesson", 8),
        ("scrap what I just taught you", 9),
        ("ferry: delete the last one", 6),
        ("delete the flats in Mitte", 1),
        ("把第三条删了", 3),
        ("能不能把第三条删了?", 3),
        ("删掉那个9块的", 9),
        ("刚才那条不要了", 9),
        ("上一条删了", 9),
        ("把五花肉那条去掉", 8),
        ("关于五花肉的都删了", 8),
        ("倒数第二条删掉", 8),
        ("忘掉白菜那条", 7),
        ("把土豆删了", 9),
    ],
)
async def test_the_example_meant_is_shown_and_gone_once_that_is_pressed(
    text: str, number: int
) -> None:
    chat = await community()
    await chat.hear(QUESTION)
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK
    assert labels(reply)[0] in (f"Take back #{number}", f"撤回 #{number}")
    assert f"#{number} " in shown(reply)
    assert reply.choices[0].effect is Effect.CHANGES  # a pipe does not take it
    assert await standing(chat) == 9
    done = await chat.press(reply.choices[0])
    assert (done.tone, done.title) == (Tone.DONE, f"Took back #{number}. It no longer counts.")
    assert await standing(chat) == 8


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("remove my last two", 2),
        ("delete the 3 room ones", 2),
        ("delete both rainy examples", 2),
        ("撤回最后三条", 3),
        ("晴天的例子都删了", 2),
    ],
)
async def test_several_are_taken_back_by_one_press_and_come_back_by_one(
    text: str, count: int
) -> None:
    chat = await community()
    reply = await chat.hear(text)
    assert labels(reply)[0] == f"Take back all {count}"
    assert len(reply.lines) == count
    done = await chat.press(reply.choices[0])
    assert done.tone is Tone.DONE
    assert await standing(chat) == 9 - count
    again = await chat.press(done.choices[0])
    assert again.tone is Tone.DONE
    assert await standing(chat) == 9


@pytest.mark.parametrize("text", ["delete the 3 room one", "忘掉晴天那条"])
async def test_of_several_one_is_chosen(text: str) -> None:
    chat = await community()
    reply = await chat.hear(text)
    assert reply.title == "Which of these do you want to take back?"
    assert len(reply.choices) == 3
    assert reply.choices[-1].label == "None of these"
    assert not any(choice.is_yes for choice in reply.choices)
    await chat.press(reply.choices[0])
    assert await standing(chat) == 8


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("delete the one about Paris", "Paris"),
        ("remove the 999k one", "999k"),
        ("把萝卜那条删了", "萝卜"),
        ("delete #99", "#99"),
    ],
)
async def test_what_none_says_is_said(text: str, about: str) -> None:
    chat = await community()
    reply = await chat.hear(text)
    assert reply.tone is Tone.ERROR
    assert about in reply.title
    assert "Nothing was changed" in shown(reply)


@pytest.mark.parametrize(
    "text", ["delete the one about Kreuzberg", "delete #3", "把第三条删了", "delete the last one"]
)
async def test_another_members_example_is_not_offered(text: str) -> None:
    chat = await community()
    reply = await chat.hear(text, by="Ben")
    assert reply.tone is Tone.ERROR
    assert not reply.choices
    assert await standing(chat) == 9


@pytest.mark.parametrize(
    "text",
    [
        "don't delete the last one",
        "how do I delete the last one?",
        "did you delete the last one?",
        "delete the last one, it was 320k",
        "delete all my data",
        "delete the task flats",
        "delete all ferry examples",
        "forget me",
        "drop the price to 300",
        "别删第三条",
        "怎么删第三条",
        "第三条没删吧",
        "把所有数据删了",
        "我忘了五花肉多少钱",
    ],
)
async def test_what_wants_no_example_gone_offers_none(text: str) -> None:
    chat = await community()
    reply = await chat.hear(text)
    assert not any(label.startswith(("Take back", "撤回")) for label in labels(reply))
    assert "No example that counts" not in reply.title


async def test_a_text_to_classify_may_be_that_all_the_same() -> None:
    chat = Chat()
    await chat.say('task new name:posts predict:label labels:"bug, question" fields:"text: text"')
    await chat.say("teach posts: the login button does nothing -> bug")
    await chat.say("teach posts: how do I log in -> question")
    reply = await chat.hear("delete my account please")
    assert not any(label.startswith("Take back") for label in labels(reply))
    reply = await chat.hear("delete the one about the login button")
    assert labels(reply) == ["Take back #1", "posts: classify it", "None of these"]


async def test_a_film_may_be_called_so() -> None:
    chat = Chat()
    await chat.say('task new name:films predict:rating scale:1-5 fields:"title: item"')
    reply = await chat.hear("Forget Paris")
    assert not any(label.startswith("Take back") for label in labels(reply))


async def test_where_others_look_on_a_rating_is_told_by_its_number_alone() -> None:
    chat = Chat()
    await chat.say('task new name:films predict:rating scale:1-5 fields:"title: item"')
    await chat.say("teach films: Paddington -> 5")
    sender = replace(chat.sender("Ana"), is_overheard=True)
    reply = await chat.assistant.handle(Message(sender=sender, text="delete the last one"))
    assert labels(reply)[0] == "Take back #1"
    assert "Paddington" not in shown(reply)
