"""No reply to another member contains or determines a single rating.

The same is said in two communities that differ in single ratings alone, and in no mean that was
told: then every reply to whoever did not give them must be the same.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from core.assistant.assistant import Assistant
from core.assistant.incoming import Attachment
from core.assistant.reply import Reply, Tone
from core.learning.config import LearnerConfig
from core.serving.predictor import LivePredictor
from tests.core.assistant.chatting import Chat, now, shown
from tests.fakes import MemoryArtifacts

Rating = tuple[str, str, int]
BATCH = Attachment(name="q.csv", content=b"title,flour\nRye loaf,rye\nCiabatta,white\n")
DOORS = (
    "ask bread: Rye loaf",
    "Rye loaf?",
    "ask bread: title: Oat roll, flour: rye",
    "why",
    "why ?1",  # what Mia asked, which everybody was shown
    "quiz bread",
    "model status bread",
    "model card bread",
    "model history bread",
    "examples list bread",
    "examples show 1",
    "examples review bread",
    "task show bread",
    "task export bread format:csv",
    "task export bread format:jsonl",
    "teach bread: Rye loaf -> 3",
    "correct ?1 2",
    "batch bread",
    "privacy see",
)
ALONE = ([("Mia", "Rye loaf", 1)], [("Mia", "Rye loaf", 5)])
TWO = ([*ALONE[0], ("Tom", "Rye loaf", 4)], [*ALONE[1], ("Tom", "Rye loaf", 4)])
THREE = ([*TWO[0], ("Ann", "Rye loaf", 5)], [*TWO[1], ("Ann", "Rye loaf", 1)])
FOUR = ([*THREE[0], ("Eve", "Rye loaf", 1)], [*THREE[0], ("Eve", "Rye loaf", 5)])
CHANGED = ([*THREE[0], ("Mia", "Rye loaf", 5)], [*THREE[0], ("Mia", "Rye loaf", 3)])
OTHERS = (
    [*THREE[0], ("Mia", "Ciabatta", 1), ("Ann", "Ciabatta", 2), ("Tom", "Oat roll", 2)],
    [*THREE[0], ("Mia", "Ciabatta", 5), ("Ann", "Ciabatta", 4), ("Tom", "Oat roll", 2)],
)
PAIRS = {"1": ALONE, "2": TWO, "3": THREE, "4": FOUR, "changed": CHANGED, "others": OTHERS}


@asynccontextmanager
async def bakers(ratings: Sequence[Rating]) -> AsyncIterator[Chat]:
    """Yield a community with the real learner, in which these were rated and Mia asked."""
    chat = Chat()
    predictor = LivePredictor(chat.open_work, MemoryArtifacts(), LearnerConfig(device="cpu"))
    chat.assistant = Assistant(
        open_work=chat.open_work, predictor=predictor, trainer=chat.trainer, clock=now
    )
    await chat.say('task new name:bread predict:rating fields:"title: item; flour: category"')
    await chat.say("task edit bread answers:public")
    for who, title, rating in ratings:
        await chat.say(f"teach bread: title: {title}, flour: rye -> {rating}", by=who)
    await chat.hear("ask bread: Rye loaf", by="Mia")
    yield chat
    await predictor.close()


async def heard(chat: Chat, by: str) -> list[Reply]:
    """Return what a member hears at every door."""
    return [await chat.hear(d, by=by, file=BATCH if "batch" in d else None) for d in DOORS]


@pytest.mark.parametrize("listener", ["Tom", "Zoe"])
@pytest.mark.parametrize("pair", PAIRS)
async def test_what_a_member_hears_does_not_depend_on_a_single_rating_of_others(
    pair: str, listener: str
) -> None:
    ratings, others = PAIRS[pair]
    async with bakers(ratings) as one, bakers(others) as other:
        here, there = await heard(one, listener), await heard(other, listener)
    for door, this, that in zip(DOORS, here, there, strict=True):
        assert this == that, (door, shown(this), shown(that))


async def test_who_rated_nothing_is_told_how_many_more_have_to_rate() -> None:
    async with bakers(ALONE[0]) as chat:
        reply = await chat.hear("ask bread: Rye loaf", by="Tom")
        assert reply.tone is not Tone.ANSWER
        assert "2 more members have to rate" in shown(reply)
    async with bakers(TWO[0]) as chat:
        assert "1 more member has" in shown(await chat.hear("ask bread: Rye loaf", by="Zoe"))


async def test_from_three_raters_on_everybody_is_answered_from_the_mean() -> None:
    async with bakers(THREE[0]) as chat:
        reply = await chat.hear("ask bread: Rye loaf", by="Zoe")
        assert reply.tone is Tone.ANSWER
        assert reply.title.startswith("bread: 3.3")


async def test_ones_own_ratings_count_for_oneself_at_once() -> None:
    async with bakers(ALONE[0]) as chat:
        assert (await chat.hear("ask bread: Rye loaf", by="Mia")).title.startswith("bread: 1")
        asked = await chat.hear("batch bread", by="Mia", file=BATCH)
        assert b"Rye loaf,rye,1" in asked.files[0].content
