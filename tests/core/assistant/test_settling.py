"""Doubts on cards: what is near is offered with buttons, what was not read is told."""

import pytest

from core.assistant.assent import chosen_by
from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat, shown

SHOPS = 'task new name:rents predict:number unit:€ fields:"area: number m²; city: category"'


async def _rents() -> Chat:
    chat = Chat()
    await chat.say(SHOPS)
    await chat.say("teach rents: 90 m², city Hamburg -> 900")
    await chat.say("teach rents: 60 m², city Bremen -> 600")
    return chat


async def _pressed(chat: Chat, reply: Reply, label: str) -> Reply:
    return await chat.press(next(c for c in reply.choices if c.label == label))


async def test_a_lesson_near_a_known_city_is_asked_and_not_saved() -> None:
    chat = await _rents()
    asked = await chat.hear("teach rents: 70 m² in Hambrug -> 700")
    assert asked.tone is Tone.ASK
    assert [c.label for c in asked.choices[:3]] == ["Hamburg", "“Hambrug” is new", "Leave it out"]
    assert not any(choice.is_yes for choice in asked.choices)
    saved = await _pressed(chat, asked, "Hamburg")
    assert saved.lines[0] == "#3 area 70 m² · city Hamburg → € 700"


@pytest.mark.parametrize(
    ("lesson", "left"),
    [
        ("70 m² for 3 of 5 years, city Kiel, part Mitte -> 700", "I ignored: 3, 5 years"),
        ("bright Altona flat, 70 m² -> 700", "I ignored: bright Altona flat"),
    ],
)
async def test_a_lesson_of_which_a_number_or_a_name_is_left_is_shown_first(
    lesson: str, left: str
) -> None:
    chat = await _rents()
    await chat.say('task edit rents add:"part: category"')
    asked = await chat.hear(f"teach rents: {lesson}")
    assert asked.tone is Tone.ASK
    assert left in asked.lines
    table = (await chat.hear("examples list rents")).table
    assert table is not None
    assert len(table.rows) == 2
    saved = await _pressed(chat, asked, "Save it")
    assert saved.title == "Saved #3 (rents)."
    assert left in saved.lines


DOGS = 'task new name:walks predict:number unit:min fields:"weather: sun | rain; dog: category"'


@pytest.mark.parametrize(
    "sentence",
    [
        "took Rex out in the rain for 20 min",
        "walks: Rex, rain, 20 minutes",
        "rain again with Rex: 20 min",
        "Rex in the rain yesterday - 20 min",
    ],
)
async def test_a_name_that_fits_one_open_category_is_shown_as_its_value(sentence: str) -> None:
    chat = Chat()
    await chat.say(DOGS)
    await chat.say("teach walks: sun, dog: Bella -> 45")
    asked = await chat.hear(sentence)
    assert "walks: weather rain · dog Rex → answer 20 min" in asked.lines
    assert (await _pressed(chat, asked, "Save it")).title == "Saved #2 (walks)."
    asked = await chat.hear(sentence.replace("20", "30"))
    without = await _pressed(chat, asked, "Save it")
    assert "dog Rex" in " ".join(without.lines)


async def test_a_name_may_be_left_out_of_a_lesson() -> None:
    chat = Chat()
    await chat.say(DOGS)
    asked = await chat.hear("walks: Rex, rain, 20 minutes")
    saved = await _pressed(chat, asked, 'Save it without "Rex"')
    saved = await _pressed(chat, saved, "I agree")
    assert saved.lines[:2] == ("I ignored: Rex", "#1 weather rain → 20 min")


async def test_what_was_typed_may_be_taken_unasked() -> None:
    chat = await _rents()
    saved = await chat.say("teach rents: 70 m², city Hambrug -> 700")
    assert saved.lines[0] == "#3 area 70 m² · city Hambrug → € 700"


async def test_words_left_out_of_a_lesson_are_told() -> None:
    chat = await _rents()
    asked = await chat.hear("teach rents: 70 m² Kiel -> 700")
    assert asked.title == "Is “Kiel” the city?"
    saved = await _pressed(chat, asked, "Leave it out")
    assert saved.lines[:2] == ("I ignored: Kiel", "#3 area 70 m² → € 700")
    saved = await _pressed(chat, await chat.hear("teach rents: 71 m² Kiel -> 710"), "Yes")
    assert saved.lines[0] == "#4 area 71 m² · city Kiel → € 710"
    assert not any("ignored" in line for line in saved.lines)


async def test_a_question_is_answered_without_what_is_near_and_offers_it() -> None:
    chat = await _rents()
    answer = await chat.hear("ask rents: 70 m² in Hambrug, with a lift")
    assert answer.tone is Tone.ANSWER
    doubt = "I don't know “Hambrug” as city. Did you mean Hamburg?"
    assert answer.lines[:2] == ("I ignored: lift", doubt)
    again = await _pressed(chat, answer, "city: Hamburg")
    assert any("area 70 m² · city Hamburg" in line for line in again.lines)
    assert not any("Did you mean" in line for line in again.lines)


async def test_what_is_not_listed_is_asked_with_what_is() -> None:
    chat = Chat()
    fields = "size: number; system: linux | mac"
    await chat.say(f'task new name:bugs predict:category labels:"a, b" fields:"{fields}"')
    await chat.say("teach bugs: size 1, system: mac -> b")
    asked = await chat.hear("teach bugs: size 3, system: beos -> a")
    assert asked.title == "“beos” is none of what system can be: linux, mac."
    table = (await chat.hear("examples list bugs")).table
    assert table is not None
    assert len(table.rows) == 1
    saved = await _pressed(chat, asked, "Leave it out")
    assert "I ignored: beos" in saved.lines


async def test_an_edit_tells_what_it_did_not_read() -> None:
    chat = await _rents()
    changed = await chat.hear("examples edit 1: 91 m² with a lift -> 910")
    assert changed.lines[:2] == ("I ignored: lift", "#1 area 91 m² · city Hamburg → € 910")


async def test_another_film_never_replaces_a_rating() -> None:
    chat = Chat()
    await chat.say('task new name:films predict:rating scale:1-5 fields:"title: item"')
    for lesson in ("Heat -> 5", "Heath -> 2", "Rio -> 4", "Rio 2 -> 1", "三体 -> 5", "三体2 -> 3"):
        await chat.say(f"teach films: {lesson}")
    table = (await chat.hear("examples list films")).table
    assert table is not None
    assert len(table.rows) == 6
    await chat.say("teach films: hEat\u200b -> 1")
    table = (await chat.hear("examples list films")).table
    assert table is not None
    assert len(table.rows) == 6


async def test_the_value_of_something_that_is_no_field_is_no_value_of_another() -> None:
    chat = Chat()
    await chat.say("teach flats: 3 rooms, 90 m², Kreuzberg -> 420k €")
    saved = shown(await chat.say("teach flats: rooms: 4, area: 120, owner: Ben -> 610k €"))
    assert "I ignored: owner: Ben" in saved
    assert "rooms 4 · area 120 m² → € 610,000" in saved


async def test_what_stands_after_the_answer_is_read_or_shown() -> None:
    chat = Chat()
    await chat.say('task new name:quiz predict:number fields:"kind: category; yes: number"')
    assert "kind pub · yes 8 → 6" in shown(await chat.say("teach quiz: kind: pub -> 6, yes: 8"))
    assert "I ignored: rained" in shown(await chat.say("teach quiz: pub, yes: 9 -> 7; it rained"))
    two = await chat.hear("teach quiz: pub, yes: 8 -> 6; teach quiz: bar, yes: 9 -> 7")
    assert "One lesson at a time" in two.title


async def test_another_amount_than_the_answer_is_not_learned() -> None:
    chat = Chat()
    await chat.say('task new name:flats predict:number unit:€ fields:"area: number m²"')
    for lesson in ("area 70 -> deposit 5k", "area 70 -> lost 20k", "area 70 -> 首付200万"):
        assert (await chat.hear(f"teach flats: {lesson}")).tone is Tone.ASK
    assert "0 examples" in shown(await chat.hear("task show flats"))


async def test_what_a_category_is_not_is_no_value_of_it() -> None:
    chat = Chat()
    await chat.say('task new name:h predict:number fields:"size: number; town: category"')
    await chat.say("teach h: size 1, town Bonn -> 2")
    assert "size 3 → 8" in shown(await chat.say("teach h: size 3, town not Rome -> 8"))
    assert "not given: town" in shown(await chat.hear("ask h: size 2, not town Bonn"))


async def test_whole_numbers_in_thousands_are_not_read_as_fractions() -> None:
    chat = Chat()
    await chat.say('task new name:t predict:number fields:"yes: number"')
    await chat.say("teach t: yes: 18 -> 14")
    assert (await chat.hear("teach t: yes: 1.200 -> 14")).tone is Tone.ASK
    assert "yes 900 → 1,000" in shown(await chat.say("teach t: yes: 900 -> 1,000"))
    await chat.say('task new name:房价 predict:number fields:"面积: number 平米; 室: number"')
    saved = shown(await chat.say("teach 房价: 面积 80,3室 -> 800万"))
    assert "80 平米 · 室 3" in saved


async def test_a_rating_that_takes_the_place_of_another_says_what_that_was() -> None:
    chat = Chat()
    await chat.say('task new name:films predict:rating scale:1-5 fields:"title: item"')
    assert "before" not in shown(await chat.say("teach films: Alien -> 5"))
    assert "Your rating was 5 before." in shown(await chat.say("teach films: Alien -> 2"))


async def test_choices_of_a_yes_or_no_field_are_labelled_with_it() -> None:
    chat = Chat()
    await chat.say('task new name:catch predict:number fields:"hours: number h; rusty: yes/no"')
    await chat.say("teach catch: 4 h, not rusty -> 5")
    asked = await chat.hear("teach catch: 5 h, maybe rusty -> 6")
    assert [c.label for c in asked.choices] == ["rusty: no", "rusty: yes", "None of these"]
    assert not any(choice.is_yes for choice in asked.choices)
    saved = await _pressed(chat, asked, "rusty: no")
    assert saved.lines[0] == "#2 hours 5 h · rusty no → 6"


@pytest.mark.parametrize("word", ["yes", "ok", "对", "y"])
async def test_a_bare_yes_chooses_none_of_several_readings(word: str) -> None:
    chat = Chat()
    await chat.say('task new name:catch predict:number fields:"hours: number h; rusty: yes/no"')
    for lesson in ("5 h, maybe rusty -> 6", "3 or 4 h, not rusty -> 6"):
        asked = await chat.hear(f"teach catch: {lesson}")
        assert chosen_by(word, asked) is None
        refused = chosen_by("no", asked)
        assert refused is not None
        assert refused.label == "None of these"
