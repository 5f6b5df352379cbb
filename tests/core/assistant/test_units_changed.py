"""A task's unit changed: what was taught is converted, or says what it reads now."""

import pytest

from core.assistant.reply import Effect, Tone
from tests.core.assistant.chatting import Chat, shown

RETYPE = 'task edit flats retype:area to:"number ft²"'


async def taught_flats(unit: str = "€") -> Chat:
    chat = Chat()
    fields = "area: number m²; rooms: number"
    await chat.say(f'task new name:flats predict:number unit:{unit} fields:"{fields}"')
    await chat.say("teach flats: area 60, rooms 2 -> 240k")
    await chat.say("teach flats: area 80, rooms 3 -> 340k")
    return chat


async def listed(chat: Chat) -> str:
    return shown(await chat.hear("examples list flats"))


async def test_a_unit_of_the_same_kind_asks_with_an_example_of_each_way() -> None:
    chat = await taught_flats()
    asked = await chat.hear("task edit flats unit:k€")
    assert asked.tone is Tone.ASK
    assert "Converted: € 240,000 -> 240 k€" in asked.lines
    assert "Only renamed: € 240,000 -> 240,000 k€" in asked.lines
    assert "€ 240,000" in await listed(chat)


async def test_what_was_taught_is_converted_and_answers_in_the_new_unit() -> None:
    chat = await taught_flats()
    await chat.hear("task edit flats unit:k€")
    done = await chat.press("Convert the 2 examples")
    assert "was converted" in shown(done)
    assert "→ 240 k€" in await listed(chat)
    assert "290.0 k€" in (await chat.hear("ask flats: rooms 2")).title
    assert "→ 240 k€" in shown(await chat.hear("examples show 1"))


async def test_only_the_unit_is_renamed_and_that_is_said() -> None:
    chat = await taught_flats()
    await chat.hear("task edit flats unit:k€")
    done = await chat.press("Only rename the unit")
    assert "#1 said € 240,000 and says 240,000 k€ now." in shown(done)
    assert "→ 240,000 k€" in await listed(chat)


@pytest.mark.parametrize(("unit", "now"), [("$", "$ 240,000"), ("visitors", "240,000 visitors")])
async def test_a_unit_of_another_kind_is_asked_about_and_says_what_is_read_now(
    unit: str, now: str
) -> None:
    chat = await taught_flats()
    asked = await chat.hear(f"task edit flats unit:{unit}")
    assert asked.title.startswith(f"{unit} instead of € in what was taught (2)?")
    assert f"Only renamed: € 240,000 -> {now}" in asked.lines
    assert [(one.is_yes, one.effect) for one in asked.choices[:1]] == [(True, Effect.CHANGES)]
    renaming = next(one for one in asked.choices if one.is_yes)
    assert "→ € 240,000" in await listed(chat)
    done = await chat.press(renaming)
    assert done.tone is Tone.DONE
    assert f"says {now} now." in shown(done)


async def test_another_name_of_the_same_unit_needs_no_question() -> None:
    done = await (await taught_flats()).hear("task edit flats unit:EUR")
    assert done.tone is Tone.DONE


async def test_a_fields_numbers_are_converted_but_not_those_of_earlier_questions() -> None:
    chat = await taught_flats()
    await chat.hear("ask flats: area 70, rooms 2")
    asked = await chat.hear(RETYPE)
    assert "Converted: 60 m² -> 645.8 ft²" in asked.lines
    await chat.press("Convert the 2 examples")
    assert "area 645.8 ft² · rooms 2" in await listed(chat)
    corrected = await chat.hear("correct ?1 300k")
    assert "rooms 2 → € 300,000" in shown(corrected)
    assert "70" not in shown(corrected)


async def test_undo_of_an_earlier_edit_brings_no_old_unit_back() -> None:
    chat = await taught_flats()
    edited = await chat.hear("examples edit 1 -> 250k")
    undo = next(choice for choice in edited.choices if choice.label == "Undo")
    await chat.hear("task edit flats unit:k€")
    await chat.press("Convert the 2 examples")
    await chat.press(undo)
    assert "→ 250 k€" in await listed(chat)


async def test_two_units_are_changed_one_at_a_time() -> None:
    chat = await taught_flats()
    refused = await chat.hear(f"{RETYPE} unit:k€")
    assert refused.title.startswith("Change one unit at a time")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            'task edit flats retype:area to:"number seats"',
            "seats instead of m² in what was taught (2)?",
        ),
        ('task edit flats retype:rooms to:"number seats"', "seats instead of no unit in what"),
    ],
)
async def test_a_fields_unit_of_another_kind_is_asked_about(line: str, title: str) -> None:
    asked = await (await taught_flats()).hear(line)
    assert asked.title.startswith(title)


async def test_a_unit_of_a_task_without_examples_is_changed_at_once() -> None:
    chat = Chat()
    await chat.say('task new name:flats predict:number unit:€ fields:"area: number m²"')
    assert (await chat.hear("task edit flats unit:$")).tone is Tone.DONE
