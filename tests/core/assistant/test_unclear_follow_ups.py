"""Words of a follow-up that are asked about: the question that it goes on from is kept."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import community


@pytest.mark.parametrize(
    ("follow_up", "chosen", "values"),
    [
        ("and in Kreuzbreg?", "Kreuzberg", "area 75 m² · rooms 3 · district Kreuzberg"),
        ("and in Kreuzbreg, 80 m²?", "Kreuzberg", "area 80 m² · rooms 3 · district Kreuzberg"),
    ],
)
@pytest.mark.parametrize("is_typed", [True, False])
async def test_a_misspelt_word_of_a_follow_up_is_settled_with_the_question_kept(
    follow_up: str, chosen: str, values: str, *, is_typed: bool
) -> None:
    chat = await community()
    await chat.hear("flats: 75 m², 3 rooms, Mitte")
    asked = await chat.hear(follow_up)
    assert asked.tone is Tone.ASK
    if is_typed:
        reply = await chat.hear(chosen)
    else:
        reply = await chat.press(next(c for c in asked.choices if c.label == chosen))
    assert values in reply.lines
    assert "As in ?1" in shown(reply)
    assert "I don't know" not in shown(reply)


async def test_weather_is_known_by_its_verbs() -> None:
    chat = Chat()
    await chat.say('task new name:park predict:number fields:"sky: sun | rain | snow; day: date"')
    await chat.say("teach park: sky rain, day 2026-05-02 -> 10")
    await chat.say("teach park: sky sun, day 2026-05-03 -> 40")
    await chat.hear("park: Dec 6, snow?")
    reply = await chat.hear("and if it rains?")
    assert any("sky rain" in line for line in reply.lines)
    assert "As in ?1" in shown(reply)


async def test_a_question_that_waits_goes_on_with_what_is_added() -> None:
    chat = await community()
    assert (await chat.hear("flats: how much in Kreuzbreg?")).tone is Tone.ASK
    both = await chat.hear("and with 3 rooms?")
    assert "rooms 3" in both.lines
    assert "Did you mean Kreuzberg?" in shown(both)
    reply = await chat.press(next(c for c in both.choices if "Kreuzberg" in c.label))
    assert "rooms 3 · district Kreuzberg" in reply.lines


async def test_a_new_question_is_none_that_goes_on_from_one_that_waits() -> None:
    chat = await community()
    await chat.hear("flats: 75 m², Kreuzbreg?")
    reply = await chat.hear("how long does the ferry take with wind 30?")
    assert "wind 30 km/h" in shown(reply)
