import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_acts import taught_films, taught_flats


@pytest.mark.parametrize(
    "text",
    [
        *("**flats**: 80 m²", "**flats:** 80 m²", "`flats`: 80 m²", '"flats": 80 m²'),
        *("> flats: 80 m²", "- flats: 80 m²", "flats? 80 m²", "flats, 80 m²", "FLATS： 80 m²"),
        *("ask: flats: 80 m²", "问：flats 80 m²", "问flats：80 m²", "ask **flats**: 80 m²"),
    ],
)
async def test_a_task_is_named_in_any_dress(text: str) -> None:
    chat = await taught_flats()
    await chat.say('task new name:cars predict:number fields:"area: number m²"')
    reply = await chat.hear(text)
    assert reply.tone is Tone.ANSWER
    assert reply.title.startswith("flats:")


@pytest.mark.parametrize(
    "text", ["teach films, Dune -> 5", "教films：Dune -> 5", "教：films Dune -> 5"]
)
async def test_a_lesson_names_its_task_in_any_dress(text: str) -> None:
    reply = await (await taught_films()).say(text)
    assert "title Dune → 5" in shown(reply)


async def test_a_name_of_two_words_leads_in_quotes() -> None:
    chat = Chat()
    await chat.say('task new "my flats" predict:number fields:"size: number"')
    await chat.say('task new cars predict:number fields:"size: number"')
    assert "Saved #1 (my-flats)" in shown(await chat.say('teach "my flats": size 1 -> 2'))
    assert "Saved #2 (my-flats)" in shown(await chat.say("teach my flats: size 2 -> 4"))


@pytest.mark.parametrize("name", ["houses:", '"houses":', '"houses"'])
async def test_a_new_name_may_end_in_a_colon(name: str) -> None:
    reply = await Chat().hear(f'task new {name} predict:number fields:"size: number"')
    assert '"houses" is ready' in reply.title


async def test_too_many_words_for_a_new_task_show_how_one_is_made() -> None:
    reply = await Chat().hear("task new my houses predict:number")
    assert "task new name:" in shown(reply)


async def test_the_last_lesson_may_be_called_so() -> None:
    chat = await taught_films()
    assert "#3" in (await chat.hear("undo last")).title
    assert "#2" in (await chat.hear("undo the last one")).title
