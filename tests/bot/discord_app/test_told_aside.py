"""What only its asker was shown is never shown in a channel, whatever they say of it there."""

import re

import pytest

from tests.bot.discord_app.stage import Stage, stage
from tests.local_discord import Message

HIDDEN = "737"
VERBS = [
    *("why", "why?", "why ?1", "为什么", "how come?", "right", "right ?1"),
    *("yep spot on", "对的"),
    *("correct 9", "correct ?1 9", "更正 9", "it was 9", "nah took us 9 in the end", "it was 9-12"),
    *("and with a garden?", "too high", "wrong", "undo", "are you sure?", "that's right"),
    *("correct", "no, 9", "9", "houses: it was 9"),
    *("10 % more", "2 more", "twice as much?", "多2", "add 5"),
]


async def ask_secretly(on: Stage, task: str, text: str) -> None:
    """Let Ana ask something by a command, whose answer only she sees."""
    card = await (await on.ana.run(on.channel, "/ask", task=task, text=text)).reply()
    assert card.is_ephemeral
    assert is_told(card.text)


def is_told(text: str) -> bool:
    """Return whether a text says the secret number, which parts of ids do not count as."""
    return re.search(rf"(?<!\d){HIDDEN}(?!\d)", text) is not None


async def posts(on: Stage) -> None:
    """Let Zoe make a task of texts, and Ana teach two labels of it."""
    task = {"predict": "category", "labels": "scam, ham", "fields": "post: text"}
    await (await on.zoe.run(on.channel, "/task new", name="posts", **task)).reply()
    for lesson in ("free crypto -> scam", "see you tomorrow -> ham"):
        await on.settled(on.ana, "posts", lesson)


async def press_all(on: Stage, card: Message) -> None:
    """Press what a card offers, but for a refusal, and agree to what is asked then."""
    for label in card.labels:
        if label not in {"No", "None of these"}:
            exchange = await on.ana.press(card, label)
            await on.yes(on.ana, await exchange.reply())
            return


@pytest.mark.parametrize("task", ["houses", "posts"])
@pytest.mark.parametrize("said", VERBS)
async def test_no_verb_shows_a_secret_question_in_the_channel(said: str, task: str) -> None:
    async with stage() as on, on.bot():
        await (on.teach_houses() if task == "houses" else posts(on))
        await ask_secretly(on, task, f"size {HIDDEN}" if task == "houses" else f"pizza {HIDDEN}")
        message = await on.ana.type(on.channel, f"@Apprentice {said}")
        card = await on.ben.sees(on.channel, lambda m: m.author is on.local.bot, after=message)
        await press_all(on, card)
        public = [m.text for m in on.ben.sees_now(on.channel) if m.author is on.local.bot]
        assert not [text for text in public if is_told(text)]


async def test_what_is_learned_of_a_secret_question_is_told_to_its_asker() -> None:
    async with stage() as on, on.bot():
        await posts(on)
        await ask_secretly(on, "posts", f"pizza {HIDDEN}")
        await on.ana.type(on.channel, "@Apprentice right")
        await on.ben.sees(on.channel, "I told you in a direct message")
        await on.ana.sees(on.ana.direct, f"pizza {HIDDEN}")
        await on.ana.type(on.channel, "@Apprentice correct ham")
        card = await on.ana.sees(on.ana.direct, "ham")
        assert HIDDEN in card.text


async def test_a_press_on_a_public_card_tells_its_asker_alone() -> None:
    async with stage() as on, on.bot():
        await posts(on)
        await ask_secretly(on, "posts", f"pizza {HIDDEN}")
        await on.ana.type(on.channel, "@Apprentice it was ham")
        card = await on.ben.sees(on.channel, "Shall I learn that ?1 was ham?")
        await on.ana.press(card, "Learn ham")
        learned = await on.ana.sees(on.channel, f"pizza {HIDDEN}", after=card)
        assert learned.is_ephemeral
        assert "for Ana alone" in card.text
        assert card.labels == []


@pytest.mark.parametrize("said", ["undo", "撤销", "undo {}"])
async def test_taking_back_a_lesson_of_a_secret_question_is_told_to_its_teacher(said: str) -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await ask_secretly(on, "houses", f"size {HIDDEN}")
        await on.ana.type(on.channel, "@Apprentice correct 9")
        card = await on.ana.sees(on.ana.direct, f"size {HIDDEN}")
        number = re.search(r"#(\d+)", card.text)
        assert number is not None
        line = f"@Apprentice {said.format(number[1])}"
        message = await on.ana.type(on.channel, line)
        await on.ben.sees(on.channel, "I told you in a direct message", after=message)
        await on.ana.sees(on.ana.direct, "Took back", after=message)
        public = [m.text for m in on.ben.sees_now(on.channel) if m.author is on.local.bot]
        assert not [text for text in public if is_told(text)]


@pytest.mark.parametrize("said", ["10 % more", "twice as much?", "and 5 more"])
async def test_values_counted_on_from_a_secret_question_are_told_to_its_asker(said: str) -> None:
    async with stage() as on, on.bot():
        for size in range(1, 6):
            await on.settled(on.ana, "flats", f"size {size} m2, rooms {size} -> {2 * size}")
        await ask_secretly(on, "flats", f"size {HIDDEN}, rooms 31")
        message = await on.ana.type(on.channel, f"@Apprentice {said}")
        await on.ben.sees(on.channel, "I told you in a direct message", after=message)
        card = await on.ana.sees(on.ana.direct, "Which", after=message)
        answer = await (await on.ana.press(card, card.labels[0])).reply()
        public = [m.text for m in on.ben.sees_now(on.channel) if m.author is on.local.bot]
        assert "flats" in answer.text
        assert not [text for text in public if re.search(r"810|742|1,?474|34\.1|36|62", text)]
