from core.assistant.reply import Effect, Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_ratings import film_night, rated
from tests.core.assistant.test_teaching import taught_houses


async def test_examples_are_listed_newest_first_a_page_at_a_time() -> None:
    chat = Chat()
    for size in range(1, 20):
        await chat.say(f"teach houses: size {size} -> {2 * size}")
    first = await chat.hear("examples list houses")
    assert first.table
    assert [row[0].split()[0] for row in first.table.rows] == [f"#{n}" for n in range(19, 4, -1)]
    second = await chat.press("Older…")
    assert second.table
    assert [row[0].split()[0] for row in second.table.rows] == ["#4", "#3", "#2", "#1"]


async def test_only_ones_own_examples_are_listed_on_demand() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await chat.say("teach houses: size 9 -> 18", by="Ben")
    reply = await chat.hear("examples list houses by:me", by="Ben")
    assert reply.table
    assert [row[:2] for row in reply.table.rows] == [("#6 size 9", "→ 18")]


async def test_who_taught_none_is_told_that_there_are_some_of_others() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    reply = await chat.hear("examples list houses by:me", by="Ben")
    assert reply.title == "None of the 5 examples of houses is yours."
    await chat.say("task new name:films predict:rating fields:title")


async def test_who_rated_nothing_is_told_that_others_did() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", "Heat, crime", 4))
    reply = await chat.hear("examples list films", by="Ben")
    assert reply.title == "None of the 1 examples of films is yours."
    assert reply.notes == ("Only your own: single ratings of others are not shown.",)


async def test_an_example_is_edited_in_words() -> None:
    chat = Chat()
    await taught_houses(chat)
    reply = await chat.say("examples edit 3: size 3 -> 7")
    assert "#3 size 3 → 7" in shown(reply)
    assert "#3 size 3 → 8" in shown(await chat.say("examples edit #3 -> 8"))
    assert "#3 size 5 → 8" in shown(await chat.say("examples edit #3: size 5 -> 8"))


async def test_a_field_alone_is_changed_once_the_example_was_shown() -> None:
    chat = Chat()
    await taught_houses(chat)
    asked = await chat.hear("examples edit 3 size: 7")
    assert asked.tone is Tone.ASK
    assert asked.lines == ("#3 size 7 → 6",)
    assert "#3 size 3 → 6" in shown(await chat.hear("examples show 3"))
    changed = await chat.say("examples edit 3 size: 7")
    assert (changed.title, changed.lines) == ("Changed #3.", ("#3 size 7 → 6",))


async def test_a_change_that_is_not_all_understood_is_no_harmless_one() -> None:
    chat = Chat()
    await taught_houses(chat)
    asked = await chat.hear("examples edit 3 size: 7 balcony too")
    assert asked.lines[1:] == ("I ignored: balcony too",)
    assert asked.choices[0].effect is Effect.CHANGES


async def test_a_change_that_names_nothing_changes_nothing() -> None:
    chat = Chat()
    await taught_houses(chat)
    assert (await chat.hear("examples edit 3 whatever")).tone is Tone.ERROR


async def test_an_example_is_edited_through_its_form() -> None:
    chat = Chat()
    reply = await chat.say("teach houses: size 1, garden: yes, built: 2020-01-31 -> 2.5")
    [_, edit] = reply.choices
    [field] = edit.inputs
    reply = await chat.press(edit, filled={field.name: field.value})
    assert "size 1 · garden yes · built" in shown(reply)
    assert "→ 2.5" in shown(reply)


async def test_others_may_look_but_not_touch() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2", by="Ana")
    await chat.say("teach houses: size 2 -> 4", by="Ben")
    assert "size 2" in (await chat.hear("examples show 2", by="Cleo")).title
    assert (await chat.say("examples delete 2", by="Cleo")).tone is Tone.ERROR
    assert (await chat.say("examples edit 2: size 2 -> 5", by="Cleo")).tone is Tone.ERROR
    assert (await chat.say("examples delete 2", by="Ana")).tone is Tone.DONE


async def test_a_review_lists_what_waits_and_what_looks_odd() -> None:
    chat = Chat()
    for size in range(1, 8):
        await chat.say(f"teach flats: area {size * 20} -> {size * 100}k")
    await chat.hear("teach flats: area 90 -> 412")
    reply = await chat.hear("examples review flats")
    assert "waits to be confirmed" in shown(reply)
    assert "unlike the others" in shown(reply)
    assert "examples restore 8" in shown(reply)
    assert "8 examples" in shown(await chat.hear("examples restore 8"))


async def test_a_number_that_is_none_is_asked_for() -> None:
    chat = Chat()
    await taught_houses(chat)
    for line in ("examples show", "examples show x", "examples show 99", "examples edit 9"):
        assert (await chat.hear(line)).tone is Tone.ERROR


async def test_an_example_shows_its_changes_to_whom_they_are_allowed_to() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2", by="Zoe")
    await chat.say("teach houses: size 2 -> 4", by="Ana")
    offered = {
        who: [one.label for one in (await chat.hear("examples show 2", by=who)).choices]
        for who in ("Ana", "Zoe", "Ben")
    }
    assert offered == {"Ana": ["Edit…", "Undo"], "Zoe": ["Edit…", "Undo"], "Ben": []}
