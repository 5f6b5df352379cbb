"""A table that comes with a sentence, or alone, is offered to be imported."""

from dataclasses import replace

import pytest

from core.assistant.incoming import Attachment
from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

DOGS = Attachment(name="18_dogs.csv", content=b"size,price\n1,2\n2,4\n3,6\n4,8\n")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        *(("", ["New task 18_dogs", "Into houses"]), ("houses", ["Into houses"])),
        ("please learn this", ["New task 18_dogs", "Into houses"]),
        *(("import dogs", ["New task dogs", "Into houses"]), ("learn houses", ["Into houses"])),
    ],
)
async def test_a_table_is_offered_to_be_imported(text: str, labels: list[str]) -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    reply = await chat.hear(text, file=DOGS)
    assert reply.title == "Import 18_dogs.csv?"
    assert [choice.label for choice in reply.choices][: len(labels)] == labels
    assert len(reply.choices) <= len(labels) + 1


@pytest.mark.parametrize(
    ("text", "named"),
    [
        *(("合唱团：之前的记录", "合唱团"), ("合唱团的记录", "合唱团"), ("导入合唱团吧", "合唱团")),
        *(("把这些放进「合唱团」", "合唱团"), ("合唱团-老人：旧的", "合唱团-老人")),
        *(("choir: our records", "choir"), ("(choir)", "choir"), ("choirs of old", "")),
        *(("老合唱团里的", ""), ("choir-kids: old", "")),
    ],
)
async def test_a_task_named_beside_a_table_is_offered_whatever_stands_around_its_name(
    text: str, named: str
) -> None:
    chat = Chat()
    for task in ("合唱团", "合唱团-老人", "choir"):
        await chat.say(f"teach {task}: size 1 -> 2")
    reply = await chat.hear(text, file=DOGS)
    labels = [choice.label for choice in reply.choices]
    if named:
        assert labels[:-1] == [f"Into {named}"]
    else:
        assert len(labels) > 3


async def test_the_chosen_task_is_imported_into_after_its_card() -> None:
    chat = Chat()
    await chat.say("teach houses: size 9 -> 18")
    await chat.hear("import dogs", file=DOGS)
    card = await chat.press("New task dogs")
    assert card.tone is Tone.ASK
    assert "4 rows for a new task" in card.title
    chat.last = card
    assert "4 rows" in (await chat.press("Import")).title


@pytest.mark.parametrize(
    ("text", "is_offered"),
    [("", True), ("import houses", True), ("导入 houses", True), ("houses: size 3", False)],
)
async def test_a_text_file_is_offered_where_the_words_say_so(
    text: str, *, is_offered: bool
) -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    reply = await chat.hear(text, file=replace(DOGS, name="dogs.txt"))
    assert reply.title.startswith("Import dogs.txt?") is is_offered


async def test_a_picture_is_no_table_and_a_lesson_stays_one() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    picture = Attachment(name="cat.png", content=b"PNG")
    assert "houses" in (await chat.hear("houses: size 3", file=picture)).title
    lesson = await chat.hear("houses: size 3 -> 6", file=DOGS)
    assert lesson.title.startswith("Shall I learn this"), shown(lesson)
