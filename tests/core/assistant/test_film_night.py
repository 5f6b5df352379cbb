"""A film night with the real learner: what each member likes shows in their own answers."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from core.assistant.assistant import Assistant
from core.assistant.incoming import Message
from core.assistant.reply import Reply, Tone
from core.learning.config import LearnerConfig
from core.serving.predictor import LivePredictor
from tests.core.assistant.chatting import Chat, now, shown
from tests.fakes import MemoryArtifacts

SPACE = ("Arrival", "Dune", "Alien", "Solaris", "Contact", "Gravity")
LOVE = ("Notting Hill", "Amelie", "Before Sunrise", "Her Smile", "Once", "Weekend")


@pytest.fixture
async def chat() -> AsyncIterator[Chat]:
    """Yield a community in which Ana loves space, Ben does not, and Eve likes it a little."""
    chat = Chat()
    predictor = LivePredictor(chat.open_work, MemoryArtifacts(), LearnerConfig(device="cpu"))
    chat.assistant = Assistant(
        open_work=chat.open_work, predictor=predictor, trainer=chat.trainer, clock=now
    )
    await chat.say('task new name:films predict:rating fields:"title: item; genre: category"')
    for space, love in zip(SPACE, LOVE, strict=True):
        for who, genre in (("Ana", 5), ("Ben", 1), ("Eve", 4)):
            await chat.say(f"teach films: {space}, space -> {genre}", by=who)
            await chat.say(f"teach films: {love}, love -> {6 - genre}", by=who)
    yield chat
    await predictor.close()


def said(reply: Reply) -> float:
    """Return the number that a reply answers with."""
    return float(reply.title.removeprefix("films: ").split(" ", 1)[0])


async def test_each_member_gets_an_answer_to_their_own_taste(chat: Chat) -> None:
    question = "ask films: title: Moon, genre: space"
    ana, ben = await chat.hear(question, by="Ana"), await chat.hear(question, by="Ben")
    assert said(ana) > said(ben) + 0.5
    assert "↑" in shown(ana)
    assert "↓" in shown(ben)


async def test_others_are_not_told_what_moves_an_answer_to_a_taste(chat: Chat) -> None:
    question = "ask films: title: Moon, genre: space"
    for is_overheard in (False, True):
        sender = replace(chat.sender("Ana"), is_overheard=is_overheard)
        answer = await chat.assistant.handle(Message(sender=sender, text=question))
        assert ("↑" in shown(answer)) is not is_overheard


async def test_whoever_did_not_agree_gets_the_average_members_answer(chat: Chat) -> None:
    question = "ask films: title: Moon, genre: space"
    ana, cem = await chat.hear(question, by="Ana"), await chat.hear(question, by="Cem")
    assert 2.0 < said(cem) < said(ana)
    assert "your taste" not in shown(cem)


async def test_an_answer_keeps_to_the_scale_and_a_press_counts_at_once(chat: Chat) -> None:
    asked = await chat.hear("ask films: title: Moon, genre: space", by="Ben")
    for place in (4, 4):
        reply = await chat.press(asked.choices[place], by="Ben")
    assert f"I said {said(asked):g}." in shown(reply)
    again = await chat.hear("ask films: title: Moon, genre: space", by="Ben")
    assert 1.0 <= said(asked) < said(again) <= 5.0


async def test_opting_out_makes_one_an_unknown_member(chat: Chat) -> None:
    question = "ask films: title: Moon, genre: space"
    before = said(await chat.hear(question, by="Ana"))
    await chat.say("privacy opt-out", by="Ana")
    assert said(await chat.hear(question, by="Ana")) < before


async def _films(*more: str) -> Chat:
    chat = Chat()
    await chat.say('task new name:films predict:rating fields:"title: item"')
    for line in ("teach films: Up -> 3", *more, "ask films: Up"):
        await chat.say(line)
    return chat


@pytest.mark.parametrize(
    ("text", "title"),
    [
        *(("《你好，李焕英》", "你好，李焕英"), ("《你好,之华》", "你好,之华")),
        *(("《Hi, Mom》", "Hi, Mom"), ("《你好》", "你好")),
    ],
)
async def test_a_title_between_its_marks_is_one_name_though_it_greets(
    text: str, title: str
) -> None:
    reply = await (await _films()).hear(text)
    assert reply.tone is Tone.ANSWER
    assert f"title {title}" in reply.lines
    assert "ignored" not in shown(reply)


async def test_a_title_that_was_taught_is_known_without_its_marks() -> None:
    chat = await _films("teach films: 《你好，李焕英》 -> 5")
    for text in ("你好，李焕英", "你好,李焕英"):
        assert "title 你好，李焕英" in (await chat.hear(text)).lines


@pytest.mark.parametrize("text", ["你好，机器人", "thanks, Ben", "你好"])
async def test_a_greeting_without_a_title_is_greeted(text: str) -> None:
    assert "Glad to help" in (await (await _films()).hear(text)).title


async def test_a_first_lesson_that_shows_a_scale_makes_a_task_of_ratings() -> None:
    chat = Chat()
    asked = await chat.hear("teach nights: Alien -> 9/10")
    assert "From: item (item), rater (member)" in asked.lines
    assert "Predicts: rating (0–10 by 0.5)" in asked.lines
    await chat.say("teach nights: Alien -> 9/10")
    await chat.say("teach nights: Heat -> 7.5")
    saved = await chat.say("teach nights: Heat -> 6", by="Ben")
    assert "#3 item Heat → 6" in shown(saved)
