"""A single rating that was given where nobody else read it is never shown in a channel."""

import re

import pytest

from tests.bot.discord_app.stage import Stage, stage
from tests.local_discord import Message

LESSON = re.compile(r"→ (?:2|4)\b|(?:was|是) 2\b")
"""The rating that was given by a command, or one that the same lesson said."""
SAID = (
    *("examples list noodles", "examples list noodles by:me", "例子 noodles", "examples show 1"),
    *("examples delete 1", "examples edit 1: price: 13", "undo", "撤销", "undo 1"),
    *("examples review noodles", "examples restore 1", "why ?1", "right ?1"),
)


async def rated(on: Stage) -> None:
    """Let Zoe make a task of ratings, and all rate by commands: Ana two items."""
    task = {"predict": "rating", "scale": "1-5", "fields": "shop: item; price: number"}
    await (await on.zoe.run(on.channel, "/task new", name="noodles", **task)).reply()
    await (await on.zoe.run(on.channel, "/task edit", task="noodles", answers="public")).reply()
    for lesson in ("Wok 1, 12 -> 2", "Soup 9, 30 -> 5"):
        await on.settled(on.ana, "noodles", lesson)
    await on.settled(on.ben, "noodles", "Wok 1, 12 -> 3")
    await on.settled(on.zoe, "noodles", "Wok 1, 12 -> 5")


def public(on: Stage) -> list[str]:
    """Return what the bot said in the channel, where Ben reads it."""
    return [m.text for m in on.ben.sees_now(on.channel) if m.author is on.local.bot]


async def replied(on: Stage, message: Message) -> Message:
    """Return what Ben sees the bot reply."""
    return await on.ben.sees(on.channel, lambda m: m.author is on.local.bot, after=message)


@pytest.mark.parametrize("said", SAID)
async def test_no_command_by_mention_shows_an_own_rating_to_the_channel(said: str) -> None:
    async with stage() as on, on.bot():
        await rated(on)
        asked = await (await on.ben.run(on.channel, "/ask", task="noodles", text="Wok 1")).reply()
        assert not asked.is_ephemeral
        await on.ana.press(asked, "2")
        card = await replied(on, await on.ana.type(on.channel, f"@Apprentice {said}"))
        if "Change it" in card.labels:
            await on.ana.press(card, "Change it")
            await on.ana.sees(on.channel, "#1", after=card)
        assert not [text for text in public(on) if LESSON.search(text)]


@pytest.mark.parametrize("said", ["Wok 1 is a 4", "Wok 1 我给4分"])
async def test_a_rating_changed_in_the_channel_does_not_tell_the_former(said: str) -> None:
    async with stage() as on, on.bot():
        await rated(on)
        card = await replied(on, await on.ana.type(on.channel, f"@Apprentice {said}"))
        saved = await (await on.ana.press(card, "Save it")).reply()
        assert "→ 4" in saved.text
        assert not [text for text in public(on) if "was 2" in text]
        message = await on.ana.type(on.channel, "@Apprentice undo")
        told = await replied(on, message)
        assert "direct message" in told.text
        undone = await on.ana.sees(on.ana.direct, "says again what it said before")
        assert "→ 2" in undone.text
        assert not [text for text in public(on) if "→ 2" in text]


async def test_the_undo_of_a_public_card_tells_its_rater_alone() -> None:
    async with stage() as on, on.bot():
        await rated(on)
        card = await replied(on, await on.ana.type(on.channel, "@Apprentice Wok 1 is a 4"))
        saved = await (await on.ana.press(card, "Save it")).reply()
        await on.ana.press(saved, "Undo")
        undone = await on.ana.sees(on.channel, "→ 2", after=card)
        assert undone.is_ephemeral
        assert not [text for text in public(on) if "→ 2" in text]


async def test_lessons_of_other_tasks_are_listed_in_the_channel() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        message = await on.ana.type(on.channel, "@Apprentice examples list houses")
        assert "→" in (await replied(on, message)).text


async def test_why_of_an_answer_to_another_member_says_for_whom_it_is() -> None:
    async with stage() as on, on.bot():
        await rated(on)
        asked = await (await on.ben.run(on.channel, "/ask", task="noodles", text="Wok 1")).reply()
        theirs = await (await on.ana.press(asked, "Why?")).reply()
        assert theirs.is_ephemeral
        assert "For you I'd say" in theirs.text
        assert "?1 was answered to another member" in theirs.text
        own = await (await on.ben.press(asked, "Why?")).reply()
        assert "For you" not in own.text
