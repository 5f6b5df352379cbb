"""A lesson in a sentence: its card shows what would be learned, and refuses what cannot be."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown


async def waits() -> Chat:
    chat = Chat()
    await chat.say(
        'task new name:ferry predict:number unit:min fields:"day: category; cars: number"'
    )
    await chat.say("teach ferry: day: Fri, cars: 20 -> 25 min")
    await chat.say('task new name:posts predict:category labels:"scam, ham" fields:"post: text"')
    return chat


async def test_the_card_shows_the_values_as_read_and_what_is_ignored() -> None:
    chat = await waits()
    card = await chat.hear("ferry: 15 cars, day Sat, splendid -> about 14")
    assert card.tone is Tone.ASK
    assert "ferry: day Sat · cars 15 → answer 14 min" in shown(card)
    assert "I ignored: splendid" in shown(card)
    saved = await chat.press("Save it")
    assert "day Sat · cars 15 → 14 min" in shown(saved)


async def test_two_arrows_are_refused_before_any_card() -> None:
    reply = await (await waits()).hear("ferry: 30 cars -> 25 min and 12 cars -> 12 min")
    assert reply.tone is Tone.ERROR, shown(reply)
    assert not reply.choices


async def test_a_label_that_is_not_there_is_asked_for_before_any_card() -> None:
    reply = await (await waits()).hear("posts: dog bites -> pets")
    assert '"pets" is not' in reply.title
    assert [choice.label for choice in reply.choices] == ["scam", "ham", "None of these"]


@pytest.mark.parametrize("lead", ["teach walks:", "walks:"])
async def test_each_card_of_a_doubted_lesson_says_which_day_today_is(lead: str) -> None:
    chat = Chat()
    await chat.say('task new name:walks predict:number unit:min fields:"day: date; km: number km"')
    await chat.say("teach walks: 2026-05-01, 5 km -> 60")
    card = await chat.hear(f"{lead} yesterday, 5 km, with Bob 7 -> 65")
    assert "today is May 31, 2026" in shown(card)
    assert "I ignored: Bob 7" in shown(card)


async def test_a_saved_card_lists_no_answer_as_ignored() -> None:
    chat = Chat()
    fields = '"cap: number cm; gills: yes/no"'
    await chat.say(f'task new name:caps predict:category labels:"eat, toxic" fields:{fields}')
    await chat.say("teach caps: cap 8 cm, no gills -> eat")
    await chat.say("teach caps: cap 4 cm, gills -> toxic")
    await chat.hear("found a yellow one, gills, 5 cm: eat")
    reply = await chat.press("Save it")
    assert reply.title == "Saved #3 (caps)."
    assert "I ignored: found a yellow one" in shown(reply).splitlines()
