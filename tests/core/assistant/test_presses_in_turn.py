"""Every button of a card, pressed after any others: it does what it says, or says why not."""

from collections.abc import Mapping
from itertools import product

import pytest

from core.assistant.reply import Choice, Reply, Tone
from core.domain.identity import CommunityId
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_own_verdicts import triage
from tests.core.assistant.test_undoing import RATES, SPAM

POST = "see you at the barbecue"


def choice(reply: Reply, label: str) -> Choice:
    return next(each for each in reply.choices if each.label == label)


async def taught(chat: Chat, *, after: int = 0) -> dict[int, object]:
    """Return what counts, by its number: of the lessons after one."""
    async with chat.open_work() as work:
        tasks = await work.tasks.all(CommunityId(chat.community))
        found = [e for task in tasks for e in await work.examples.page(task.id, limit=100)]
    return {e.number: e.target for e in found if e.counts and e.number > after}


async def held_to(
    chat: Chat,
    card: Reply,
    presses: tuple[str, ...],
    means: Mapping[str, dict[int, object]],
    *,
    after: int = 0,
    filled: Mapping[str, str] | None = None,
) -> None:
    """Press in turn: each leaves what its label means, or nothing changed and that is said."""
    for label in presses:
        before = await taught(chat, after=after)
        reply = await chat.press(choice(card, label), filled=filled)
        now = await taught(chat, after=after)
        if reply.tone is Tone.DONE:
            assert now == means[label], (presses, label, shown(reply))
        else:
            assert now == before, (presses, label, shown(reply))
            assert reply.choices or "already" in reply.title, (presses, label, shown(reply))


CONTRADICTION: dict[str, dict[int, object]] = {
    "Replace it": {2: "ham"},
    "Keep both": {1: "scam", 2: "ham"},
    "Undo": {1: "scam"},
}


@pytest.mark.parametrize("presses", list(product(CONTRADICTION, repeat=3)))
async def test_a_contradiction(presses: tuple[str, ...]) -> None:
    chat = Chat()
    await chat.say(SPAM)
    await chat.say(f"teach spam: post: {POST} -> scam")
    card = await chat.say(f"teach spam: post: {POST} -> ham")
    await held_to(chat, card, presses, CONTRADICTION)


DOUBT: dict[str, dict[int, object]] = {
    "Yes, 412,000": {7: 412_000.0},
    "No, 412": {7: 412.0},
    "Cancel": {},
}


@pytest.mark.parametrize("presses", list(product(DOUBT, repeat=3)))
async def test_a_doubted_value(presses: tuple[str, ...]) -> None:
    chat = Chat()
    for size in range(1, 7):
        await chat.say(f"teach flats: area {size * 20} -> {size * 100}k")
    card = await chat.hear("teach flats: area 90 -> 412")
    await held_to(chat, card, presses, DOUBT, after=6)


VERDICTS = ("Right", "Wrong…", "None of these")


@pytest.mark.parametrize("presses", list(product(VERDICTS, repeat=3)))
async def test_verdicts_on_an_answer(presses: tuple[str, ...]) -> None:
    chat = await triage()
    card = await chat.hear("ask triage: post: the cursor is odd")
    top = "rendering" if "rendering" in card.title.split("·")[0] else "fonts"
    before = await taught(chat)
    for label in presses:
        reply = await chat.press(choice(card, label), filled={"truth": "bug"})
        assert reply.tone is Tone.DONE
        new = {n: t for n, t in (await taught(chat)).items() if n not in before}
        meant = {"Right": [top], "Wrong…": ["bug"], "None of these": []}[label]
        assert list(new.values()) == meant, (presses, label, shown(reply))


async def test_a_saved_lesson_edited_and_undone() -> None:
    for presses in product(("Edit…", "Undo"), repeat=3):
        chat = Chat()
        card = await chat.say("teach houses: size 1 -> 2")
        for label in presses:
            before = await taught(chat)
            reply = await chat.press(choice(card, label), filled={"lesson": "size: 1 -> 5"})
            now = await taught(chat)
            if reply.tone is not Tone.DONE:
                assert now == before
                assert "already" in reply.title or reply.choices
            elif label == "Undo":
                assert now == {}
            else:
                assert now == ({1: 5.0} if before else {})
                assert ("still does not count" in shown(reply)) is (not before)


async def test_no_item_is_rated_twice_by_a_restoring() -> None:
    chat = Chat()
    await chat.say(RATES)
    await chat.say("teach films: film: Alien -> 5")
    undone = await chat.hear("undo")
    await chat.say("teach films: film: Alien -> 4")
    for press in (choice(undone, "Restore"), Choice(label="Restore", action="confirm:1")):
        reply = await chat.press(press)
        assert "#2 is your rating of the same by now" in reply.title
        assert await taught(chat) == {2: 4.0}
    await chat.say("teach films: film: Heat -> 3")
    reply = await chat.hear("examples edit 3: film: Alien -> 3")
    assert "#2 is your rating of the same by now" in reply.title
    assert await taught(chat) == {2: 4.0, 3: 3.0}
