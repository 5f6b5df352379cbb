"""What is named is meant exactly, and what is unknown is said: nothing else is done instead."""

from dataclasses import replace

import pytest

from core.assistant.incoming import Attachment, Message
from core.assistant.place_tasks import place_setting
from core.assistant.reading.records import Unclear
from core.assistant.reply import Effect, Reply, Tone
from core.assistant.request import AskFirst, Request
from core.assistant.settling import settle
from tests.core.assistant.chatting import Chat, shown


async def taught_chat() -> Chat:
    chat = Chat()
    for size in (1, 2, 3):
        await chat.say(f"teach garages: width {size} -> {size * 2}")
    return chat


async def names_of(chat: Chat) -> list[str]:
    table = (await chat.hear("task list")).table
    return [row[0] for row in table.rows] if table else []


@pytest.mark.parametrize(
    "line",
    [
        *("task show", "task delete", "task export", "task edit", "examples list"),
        *("examples review", "model status", "model card", "model history", "model learn"),
        *("model stop", "model rollback", "quiz"),
    ],
)
async def test_a_task_that_is_not_there_is_never_replaced_by_the_only_one(line: str) -> None:
    chat = await taught_chat()
    change = " name:sheds" if line == "task edit" else ""
    reply = await chat.hear(f"{line} garage{change}")
    assert reply.tone is Tone.ERROR
    assert reply.choices == ()
    assert 'There is no task "garage" here.' in reply.title
    assert 'Did you mean "garages"?' in reply.lines
    assert await names_of(chat) == ["garages"]


async def test_a_file_fills_the_task_that_is_named_not_one_with_such_a_field() -> None:
    chat = Chat()
    await chat.say("teach toss2: toss 1 -> 2")
    file = Attachment(name="t.csv", content=b"side,result\n1,2\n2,3\n3,4\n")
    await chat.say("task import toss t.csv", file=file)
    assert sorted(await names_of(chat)) == ["toss", "toss2"]


async def test_commands_about_tasks_ask_which_where_several_could_be_meant() -> None:
    chat = await taught_chat()
    await chat.say("teach boats: width 5 -> 1")
    reply = await chat.hear("task delete")
    assert [c.label for c in reply.choices][:2] == ["boats", "garages"]
    assert not any(c.is_yes for c in reply.choices)


@pytest.mark.parametrize("head", ["boats:", "boats: ", "boats：", "boats :", "Boats:"])
@pytest.mark.parametrize("word", ["teach", "教"])
async def test_a_name_before_any_colon_is_the_task(head: str, word: str) -> None:
    chat = await taught_chat()
    await chat.say("teach boats: width 5 -> 1")
    reply = await chat.hear(f"{word} {head}width 7 -> 3")
    assert "(boats)" in reply.title


async def test_a_new_name_before_a_colon_without_a_blank_makes_a_task() -> None:
    chat = await taught_chat()
    reply = await chat.say("teach boats:width 5 -> 8")
    assert "(boats)" in reply.title


async def test_a_fields_name_before_the_colon_is_a_field_of_the_task_meant() -> None:
    chat = await taught_chat()
    await chat.say("teach boats: width 5, sails 2 -> 1")
    async with chat.open_work() as work:
        tasks = {t.name: t for t in await work.tasks.all(chat.sender("Ana").community)}
        await work.settings.put(tasks["boats"].community, place_setting("7"), tasks["boats"].id)
    here = replace(chat.sender("Ana"), place="7")
    reply = await chat.assistant.handle(Message(sender=here, text="teach width: 6 -> 2"))
    assert "(boats)" in reply.title
    reply = await chat.hear("teach sails: 3 -> 2")
    assert "(boats)" in reply.title


async def test_a_question_names_its_task_exactly() -> None:
    chat = await taught_chat()
    reply = await chat.hear("ask garagse: width 2")
    assert reply.tone is Tone.ASK
    assert 'Did you mean "garages"?' in reply.lines


async def test_words_like_options_inside_a_post_are_part_of_it() -> None:
    chat = Chat()
    await chat.say('task new name:mail predict:category labels:"ham, spam" fields:"post: text"')
    said = "post: the task:deploy step with file:/tmp/x lesson:one by:me"
    reply = await chat.say(f"teach mail: {said} -> ham")
    assert "(mail)" in reply.title
    assert "the task:deploy step with file:/tmp/x lesson:one by:me" in shown(reply)
    assert await names_of(chat) == ["mail"]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("model delete", ""),
        ("model stauts", "model status"),
        ("privacy forget me", ""),
        ("task lst", "task list"),
        ("taks list", "task list"),
        ("/task deleet garages", "task delete"),
        ("examples list page:2", ""),
        ("examples list befor:2", "before"),
        ("examples list by:Ben", ""),
        ("examples list before:abc", ""),
        ("examples list before:9999999999999999999999999", ""),
        ("examples list before:-1", ""),
        ("examples list garages extra words", ""),
        ("task list garages", ""),
        ("task edit garages answers:maybe", ""),
        ("task edit garages answers:publik", "public"),
        ("task edit garages balanced:perhaps", ""),
        ("task edit garages add:a add:b", ""),
        ("task edit garages name:two sheds", ""),
        ("task new name:x predict:numbr", "number"),
        ("task new name:x predict:category y", ""),
        ('task delete task:""', ""),
        ("task export garages format:xls", ""),
        ("undo banana", ""),
        ("undo ?1", ""),
        ("right now", ""),
        ("why #1", ""),
        ("model trains are nice", ""),
        ("privacy erase everything of Ben", ""),
        ("task delete garages and boats", ""),
        ("/forget me", ""),
        ("undoo", "undo"),
        ("helpp", "help"),
        ("corect 5", "correct"),
        ("help teech", "teach"),
        ("teech garages: width 2 -> 5", "teach garages: width 2 -> 5"),
        ("corect garages 5", "correct garages 5"),
        ("task export garages fromat:csv", "format"),
        ('task edit garages ad:"depth: number"', "add"),
    ],
)
async def test_what_is_unknown_is_an_error_that_changes_nothing(line: str, offered: str) -> None:
    chat = await taught_chat()
    await chat.say("ask garages: width 2")
    reply = await chat.hear(line)
    assert reply.tone is Tone.ERROR
    assert reply.choices == ()
    if offered:
        assert f'Did you mean "{offered}"?' in reply.lines
    shows = await chat.hear("task show garages")
    assert "3 examples" in shown(shows)


@pytest.mark.parametrize(
    "line",
    [
        "model trains are nice toys here",
        "quiz night is on Friday at eight",
        "why is it so dear here",
    ],
)
async def test_a_sentence_that_begins_with_a_commands_word_is_a_sentence(line: str) -> None:
    chat = await taught_chat()
    reply: Reply = await chat.hear(line)
    assert "garages" in shown(reply)


@pytest.mark.parametrize("line", ["teach boats width 2 -> 5", "teach flats width 2 -> 5"])
async def test_a_word_in_place_of_a_tasks_name_is_no_name_of_the_only_task(line: str) -> None:
    chat = await taught_chat()
    reply = await chat.hear(line)
    assert reply.tone is Tone.ASK
    assert reply.title.startswith("There is no task")
    assert "3 examples" in shown(await chat.hear("task show garages"))
    assert (
        "Saved" in (await chat.press(next(c for c in reply.choices if c.label == "garages"))).title
    )


@pytest.mark.parametrize("line", ["ask boats width 2", "ask flats width 2"])
async def test_a_question_to_a_task_that_is_not_there_is_not_answered(line: str) -> None:
    chat = await taught_chat()
    reply = await chat.hear(line)
    assert reply.tone is Tone.ASK
    assert reply.title.startswith("There is no task")


@pytest.mark.parametrize("line", ["teach a width of 2 -> 5", "teach about width 2 -> 5"])
async def test_little_words_before_a_field_are_no_tasks_name(line: str) -> None:
    chat = await taught_chat()
    assert "Saved" in (await chat.say(line)).title


async def test_errors_are_said_in_the_members_language() -> None:
    chat = await taught_chat()
    sender = replace(chat.sender("Ana"), locale="zh-CN")
    for line in ("task lst", "task delete garage", "examples list page:2", "task list x"):
        reply = await chat.assistant.handle(Message(sender=sender, text=line))
        assert any("\u4e00" <= character <= "\u9fff" for character in reply.title)


async def test_a_name_is_taken_out_of_a_lesson_once_also_where_something_is_asked_first() -> None:
    chat = Chat()
    await chat.say('task new name:ci predict:category labels:"bug, idea" fields:"post: text"')
    await chat.say("teach ci: the task:build step fails by:itself -> bug")
    assert "the task:build step fails by:itself" in shown(await chat.hear("examples show 1"))
    assert "1 task" in shown(await chat.hear("task list"))


@pytest.mark.parametrize(
    ("line", "label", "effect"),
    [
        ("task delete garages", "Delete “garages” with 3 examples", Effect.DESTROYS),
        ("task edit garages remove:width", "Remove “width”", Effect.DESTROYS),
        ("task edit garages rename:width to:size", "Rename “width” to “size”", Effect.HARMLESS),
        ("task edit garages name:sheds", "Rename “garages” to “sheds”", Effect.HARMLESS),
        ("privacy erase", "Erase my 3 lessons and 0 answers", Effect.DESTROYS),
    ],
)
async def test_what_is_deleted_or_renamed_is_named_on_a_card(
    line: str, label: str, effect: Effect
) -> None:
    chat = await taught_chat()
    asked = await chat.hear(line)
    assert (asked.choices[0].label, asked.choices[0].effect) == (label, effect)
    assert "3 examples" in shown(await chat.hear("task show garages"))
    assert (await chat.press(asked.choices[0])).tone is Tone.DONE


async def test_a_reading_among_several_is_no_harmless_yes() -> None:
    chat = await taught_chat()
    async with chat.open_work() as work:
        [task] = await work.tasks.all(chat.sender("Ana").community)
    request = Request(sender=chat.sender("Ana"), name="teach")
    unclear = Unclear(field=None, text="1.250", readings=(1250.0, 1.25))
    with pytest.raises(AskFirst) as asked:
        settle(request, task, (unclear,))
    assert all(way.effect is Effect.CHANGES for way in asked.value.ways)


async def test_a_name_that_is_taken_is_refused_before_anything_is_asked() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    await chat.say("teach films: length 1 -> 2")
    refused = await chat.hear("task edit houses name:films")
    assert (refused.tone, refused.choices) == (Tone.ERROR, ())
    assert 'There is a task "films" already.' in shown(refused)
    assert (await chat.hear("task edit films name:movies")).tone is Tone.ASK
