"""A button acts on what its card was about, whatever was said or changed since."""

import pytest

from core.assistant.incoming import Command
from tests.core.assistant.chatting import Chat, shown


async def printing() -> Chat:
    """Return a chat about print times, in which one was asked."""
    chat = Chat()
    await chat.assistant.handle(
        Command(
            sender=chat.sender("Ana"),
            name="task new",
            options={
                "name": "prints",
                "predict": "number",
                "unit": "min",
                "fields": "weight: number g\nlayer: number mm\nsupport: yes/no\n支撑: yes/no",
            },
        )
    )
    for lesson in ("weight 35 g, layer 0.2 mm -> 150 min", "weight 80 g, layer 0.1 mm -> 250 min"):
        await chat.say(f"prints: {lesson}")
    await chat.say("prints: weight 30 g, layer 0.2 mm, support yes")
    return chat


@pytest.mark.parametrize("between", ["prints: weight 70 g, layer 0.3 mm", "layer 0.3 mm?"])
async def test_a_choice_goes_on_from_the_answer_of_its_card(between: str) -> None:
    chat = await printing()
    card = await chat.hear("and twice as much?")
    [weight] = [choice for choice in card.choices if "60 g" in choice.label]
    await chat.say(between)
    pressed = shown(await chat.press(weight))
    assert "weight 60 g · layer 0.2 mm · support yes" in pressed
    assert "?1" in pressed


@pytest.mark.parametrize("said", ["那要是不加支撑呢", "那要是不用支撑呢"])
async def test_a_choice_of_what_a_follow_up_means_keeps_the_rest(said: str) -> None:
    chat = await printing()
    card = await chat.hear(said)
    no = next((choice for choice in card.choices if "支撑" in choice.label), None)
    reply = await chat.press(no) if no else card
    assert "weight 30 g · layer 0.2 mm · support yes · 支撑 no" in shown(reply)


@pytest.mark.parametrize("to", ["thickness", "厚度"])
async def test_a_lesson_that_is_read_otherwise_than_its_card_showed_is_shown_anew(to: str) -> None:
    chat = await printing()
    card = await chat.hear("prints: weight 40 g, layer 0.3 -> 170 min")
    assert "layer 0.3 mm" in shown(card)
    await chat.say(f"task edit prints rename:layer to:{to}")
    anew = await chat.press(card.choices[0])
    assert "since that card" in shown(anew)
    assert "prints: weight 40 g → " in shown(anew)
    assert "3 examples" in shown(await chat.press("Save it"))


async def test_a_lesson_that_is_read_as_its_card_showed_is_saved() -> None:
    chat = await printing()
    card = await chat.hear("prints: weight 40 g, layer 0.3 mm -> 170 min")
    await chat.say("task edit prints rename:support to:rafts")
    await chat.say("prints: weight 45 g, layer 0.3 mm -> 180 min")
    assert "weight 40 g · layer 0.3 mm → 170 min" in shown(await chat.press(card.choices[0]))
