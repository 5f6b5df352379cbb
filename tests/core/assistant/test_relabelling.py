"""Texts that are named with another label: their examples are offered to be changed."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_told_lessons import taught

POSTS = (
    'task new name:posts predict:category labels:"complaint, lost, 心态" fields:"msg: text"',
    "teach posts: the tea is cold -> complaint",
    "teach posts: my blue scarf is gone -> lost",
    "teach posts: 想放弃了 -> 心态",
    "teach posts: 高数看谁的网课好 -> lost",
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('change "the tea is cold" to lost', "Change #1: answer lost?"),
        ("change the tea is cold to lost", "Change #1: answer lost?"),
        ('move "My blue scarf is gone." to complaint', "Change #2: answer complaint?"),
        ('please relabel "the tea is cold" from complaint to lost', "Change #1: answer lost?"),
        ('"the tea is cold" should be lost', "Change #1: answer lost?"),
        ('"the tea is cold" is lost', "Change #1: answer lost?"),
        ("把“高数看谁的网课好”改成心态", "Change #4: answer 心态?"),
        ("把高数看谁的网课好改成心态", "Change #4: answer 心态?"),
        ("高数看谁的网课好改成心态", "Change #4: answer 心态?"),
        ("把高数那条改成心态", "Change #4: answer 心态?"),
        ("把高数那条移到心态里", "Change #4: answer 心态?"),
        ("“想放弃了”归到lost里", "Change #3: answer lost?"),
        ('把"想放弃了"的标签改为 complaint', "Change #3: answer complaint?"),
        ("「想放棄了」這條的標籤改為 lost 吧", "Change #3: answer lost?"),
        ("posts: 把“想放弃了”改成“lost”", "Change #3: answer lost?"),
    ],
)
async def test_the_example_whose_text_is_named_is_offered_to_be_changed(
    text: str, title: str
) -> None:
    chat = await taught(POSTS)
    assert (await chat.hear(text)).title == title


async def test_a_text_that_no_example_has_is_offered_as_a_lesson_or_a_text() -> None:
    chat = await taught(POSTS)
    reply = await chat.hear("把“图书馆没位置”改成心态")
    assert "posts: 图书馆没位置 -> 心态" in shown(reply)
    assert len(reply.choices) == 3


@pytest.mark.parametrize(
    ("text", "lesson"),
    [
        ('"my keys" is lost', "my keys -> lost"),
        ('"cold soup again" is really a complaint i think', "cold soup again -> complaint"),
        ('"keys" counts as lost', "keys -> lost"),
        ("my keys = lost", "my keys -> lost"),
    ],
)
async def test_a_text_with_its_label_is_a_lesson_and_not_of_the_last_answer(
    text: str, lesson: str
) -> None:
    chat = await taught(POSTS)
    await chat.say("ask posts: the soup is cold")
    assert lesson in (await chat.hear(text)).title


async def test_an_answer_about_the_text_is_put_right() -> None:
    chat = await taught(POSTS)
    await chat.say("ask posts: the soup is cold")
    assert "?1" in (await chat.hear('change "the soup is cold" to lost')).title


async def test_an_example_that_has_the_label_stays() -> None:
    chat = await taught(POSTS)
    reply = await chat.hear('change "the tea is cold" to complaint')
    assert reply.title == "#1 says so already. Nothing was changed."


async def test_a_label_that_the_task_has_not_is_refused() -> None:
    chat = await taught(POSTS)
    reply = await chat.hear('change "the tea is cold" to praise')
    assert reply.tone is Tone.ERROR
    assert "praise" in shown(reply)


async def test_the_example_of_another_member_is_not_offered() -> None:
    chat = await taught(POSTS)
    reply = await chat.hear('change "the tea is cold" to lost', by="Ben")
    assert reply.tone is Tone.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "is “想放弃了” 心态 or lost?",
        "can I move my seat to the front",
        "they put my bag in lost",
        "我把手机弄丢了，想放弃了",
        '"the tea is cold" 归到哪类？',
    ],
)
async def test_other_texts_are_classified(text: str) -> None:
    chat = await taught(POSTS)
    assert (await chat.hear(text)).tone is Tone.ANSWER


async def test_where_no_task_is_about_texts_nothing_is_relabelled() -> None:
    chat = Chat()
    await chat.say('task new name:houses predict:number unit:k fields:"place: category"')
    await chat.say("teach houses: place Mitte -> 20")
    assert not (await chat.hear('change "Mitte" to 30')).title.startswith("Change #1: answer M")


@pytest.mark.parametrize("text", ["把上一条改成心态", "change my last example to 心态"])
async def test_the_newest_example_is_changed_where_it_is_pointed_at(text: str) -> None:
    chat = await taught(POSTS)
    assert (await chat.hear(text)).title == "Change #4: answer 心态?"
