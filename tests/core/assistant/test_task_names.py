import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_acts import taught_films, taught_flats, taught_posts


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
    assert "#1" in (await chat.hear("undo my last lesson")).title


@pytest.mark.parametrize("words", ["undo it", "undo that", "撤销 一次"])
async def test_undo_may_say_it_of_the_last_step(words: str) -> None:
    assert "#3" in (await (await taught_films()).hear(words)).title


async def turnouts() -> Chat:
    chat = Chat()
    await chat.say('task new turnout predict:number fields:"event: category; day: date"')
    await chat.say('task new turnout-kids predict:number fields:"event: category"')
    return chat


async def test_the_longest_name_before_a_colon_is_the_task() -> None:
    chat = await turnouts()
    reply = await chat.say("teach turnout kids: event: crafts -> 9")
    assert reply.title == "Saved #1 (turnout-kids)."
    reply = await chat.say("teach turnout day: 2026-06-01 -> 5")
    assert reply.title == "Saved #2 (turnout)."


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("teach turnout kid: event: crafts -> 9", "turnout-kids"),
        ("turnout kidz: event: crafts", "turnout-kids"),
        ("teach turnout dogs: event: crafts -> 9", ""),
    ],
)
async def test_a_name_that_goes_on_with_no_field_is_no_task(text: str, near: str) -> None:
    reply = await (await turnouts()).hear(text)
    assert reply.tone is Tone.ERROR
    assert "There is no task" in reply.title
    assert near in "\n".join(reply.lines)


async def test_a_post_may_hold_a_colon_after_the_tasks_name() -> None:
    chat = await taught_posts()
    reply = await chat.say("teach posts disk error: it is full -> bug")
    assert "post disk error: it is full → bug" in shown(reply)


async def test_a_dash_parts_a_task_from_its_lesson() -> None:
    reply = await (await taught_films()).say("teach films - Jaws -> 5")
    assert "title Jaws → 5" in shown(reply)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (
            "task new name:houses predict:number fields:area (m²), rooms, fuel: category",
            "fields:area: number m²; rooms: number; fuel: category",
        ),
        (
            "task new name:houses predict:number fields:area (m²), fuel (category), lift (yes/no)",
            "fields:area: number m²; fuel: category; lift: yes/no",
        ),
        (
            "task new houses: predict price in € from area in m², rooms, fuel (category)",
            (
                "task new name:houses predict:number target:price unit:€ "
                "fields:area: number m²; rooms: number; fuel: category"
            ),
        ),
    ],
)
async def test_a_task_described_in_plain_words_shows_the_line_that_makes_it(
    line: str, meant: str
) -> None:
    reply = await Chat().hear(line)
    assert reply.tone is Tone.ERROR
    assert f'Did you mean "{meant}"?' in shown(reply)
    whole = meant if meant.startswith("task") else line[: line.index("fields:")] + meant
    made = await Chat().hear(whole)
    assert '"houses" is ready' in made.title
    assert "area (number, m²)" in shown(made)


async def test_labels_need_no_quotes() -> None:
    line = "task new name:t predict: category labels:bug, question, install fields:post: text"
    assert "bug | question | install" in shown(await Chat().hear(line))
