"""How many examples were taught: counted, where a sentence asks for that."""

import pytest

from tests.core.assistant.chatting import Chat, shown


async def taught() -> Chat:
    chat = Chat()
    await chat.say('task new name:matches predict:yes/no fields:"wind: number; place: category"')
    await chat.say("teach matches: wind 10, place 奥体 -> yes")
    await chat.say("teach matches: wind 50, place 奥体 -> no")
    await chat.say("teach matches: wind 45, place Ferry -> no", by="Ben")
    await chat.say("ask matches: wind 40, place Ferry")
    return chat


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("how many matches have I taught?", "matches: 2 examples (taught by you)"),
        ("how many examples are there for the Ferry?", "matches: 1 example (Ferry)"),
        ("How many lessons do you have", "matches: 3 examples"),
        ("how many lessons said no?", "matches: 2 examples (no)"),
        ("what's the number of records?", "matches: 3 examples"),
        ("奥体的一共记了几条", "matches: 2 examples (奥体)"),
        ("我教了多少个例子？", "matches: 2 examples (taught by you)"),
        ("总共存了几条", "matches: 3 examples"),
    ],
)
async def test_what_was_taught_is_counted(text: str, count: str) -> None:
    reply = await (await taught()).hear(text)
    assert reply.title == count
    assert not reply.notes


async def test_a_name_that_nobody_taught_is_said_to_be_left_out_of_the_count() -> None:
    reply = await (await taught()).hear("how many examples are there for Tempelhof?")
    assert reply.title == "matches: 3 examples (in all)"
    assert "tempelhof" in shown(reply)


async def test_several_tasks_are_counted_each() -> None:
    chat = await taught()
    await chat.say("teach houses: size 1 -> 2")
    assert shown(await chat.hear("how many examples are there?")) == (
        "4 examples\nhouses: 1 example\nmatches: 3 examples"
    )
    assert (await chat.hear("houses: how many examples?")).title == "houses: 1 example"


@pytest.mark.parametrize("text", ["how many will come to the Ferry?", "奥体要来几个人"])
async def test_a_question_for_another_number_is_no_count_of_examples(text: str) -> None:
    assert "example" not in (await (await taught()).hear(text)).title
