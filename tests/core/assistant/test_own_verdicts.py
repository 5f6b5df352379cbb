"""A member's verdict on one answer is one thing: the latest takes the place of the former."""

import pytest

from core.assistant.reply import Choice, Reply
from tests.core.assistant.chatting import Chat, shown

TRIAGE = 'task new name:triage predict:category labels:"rendering, fonts, bug" fields:"post: text"'


async def triage() -> Chat:
    chat = Chat()
    await chat.say(TRIAGE)
    await chat.say("teach triage: post: cursor flickers -> rendering")
    await chat.say("teach triage: post: ugly glyphs -> fonts")
    return chat


def choice(reply: Reply, label: str) -> Choice:
    return next(each for each in reply.choices if each.label == label)


async def counting(chat: Chat, number: int) -> str:
    """Return what is shown of a lesson."""
    return shown(await chat.hear(f"examples show {number}"))


async def test_the_latest_verdict_takes_the_place_of_the_former() -> None:
    chat = await triage()
    answer = await chat.hear("ask triage: post: the cursor is odd")
    first = await chat.press(choice(answer, "Wrong…"), filled={"truth": "bug"})
    assert "Learned as #3" in first.title
    second = await chat.press(choice(answer, "Right"))
    assert "Learned as #3" in second.title
    assert "Instead of bug." in shown(second)
    assert "3 examples" in shown(second)
    third = await chat.press(choice(answer, "None of these"))
    assert "#3 no longer counts" in shown(third)
    assert "2 examples" in shown(await chat.hear("task show triage"))


async def test_each_change_of_mind_is_one_step_to_undo() -> None:
    chat = await triage()
    answer = await chat.hear("ask triage: post: the cursor is odd")
    await chat.press(choice(answer, "Wrong…"), filled={"truth": "bug"})
    await chat.press(choice(answer, "Wrong…"), filled={"truth": "fonts"})
    none = await chat.press(choice(answer, "None of these"))
    await chat.press(choice(none, "Undo"))
    assert "→ fonts" in await counting(chat, 3)
    await chat.hear("undo")
    assert "→ bug" in await counting(chat, 3)
    again = await chat.press(choice(answer, "Wrong…"), filled={"truth": "fonts"})
    assert "Learned as #3" in again.title
    assert "3 examples" in shown(again)


async def test_what_others_confirmed_stays() -> None:
    chat = await triage()
    await chat.hear("task edit triage answers:public")
    answer = await chat.hear("ask triage: post: the cursor is odd")
    wrong = choice(answer, "Wrong…")
    await chat.press(wrong, filled={"truth": "bug"})
    asked = await chat.press(wrong, by="Ben", filled={"truth": "bug"})
    await chat.press(asked.choices[0], by="Ben")
    none = await chat.press(choice(answer, "None of these"))
    assert "#3 still counts, since others confirmed it" in shown(none)
    assert "3 examples" in shown(await chat.hear("task show triage"))


@pytest.mark.parametrize("verdict", ["Right", "lapse"])
async def test_a_number_said_before_no_longer_counts_once_the_answer_was_right(
    verdict: str,
) -> None:
    chat = Chat()
    for size in range(1, 6):
        await chat.say(f"teach houses: size {size} -> {2 * size}")
    answer = await chat.hear("ask houses: size 6")
    await chat.press(choice(answer, "It was…"), filled={"truth": "15"})
    lapse = Choice(label="lapse", action="lapse:1")
    reply = await chat.press(lapse if verdict == "lapse" else choice(answer, "Right"))
    assert "Instead of 15: #6 no longer counts." in shown(reply)
    await chat.press(choice(reply, "Undo"))
    assert "6 examples" in shown(await chat.hear("task show houses"))


async def test_a_lesson_edited_into_another_question_is_left_alone() -> None:
    chat = await triage()
    answer = await chat.hear("ask triage: post: the cursor is odd")
    await chat.press(choice(answer, "Wrong…"), filled={"truth": "bug"})
    await chat.hear("examples edit 3: post: the window vanishes -> bug")
    reply = await chat.press(choice(answer, "Right"))
    assert "Learned as #4" in reply.title
    assert "vanishes → bug" in await counting(chat, 3)


@pytest.mark.parametrize("line", ["correct {}", "correct ?1 {}"])
async def test_what_a_correction_says_besides_is_told_to_be_ignored(line: str) -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    await chat.say("teach houses: size 2 -> 4")
    await chat.say("ask houses: size 3")
    for _ in range(2):
        reply = await chat.say(line.format("6 — balcony too"))
        assert "I ignored: balcony too" in shown(reply)
    assert "already" in reply.title


@pytest.mark.parametrize(
    ("question", "is_same"),
    [("size 3, floor 2", True), ("size 3, floor 2, Pankow", False)],
)
async def test_a_question_with_unread_words_is_not_taken_for_a_lesson_of_the_same(
    question: str, is_same: bool
) -> None:
    chat = Chat()
    await chat.say("teach houses: size 1, floor 1 -> 2")
    await chat.say("teach houses: size 3, floor 2 -> 60")
    await chat.say(f"ask houses: {question}")
    reply = await chat.say("correct 15")
    assert ("#2 says 60" in shown(reply)) is is_same
    assert ("Replace it" in [each.label for each in reply.choices]) is is_same


async def test_a_lesson_with_unread_words_replaces_none() -> None:
    chat = Chat()
    await chat.say("teach houses: size 3 -> 60")
    reply = await chat.say("teach houses: size 3, Pankow -> 15")
    assert "I ignored: Pankow" in shown(reply)
    assert "Replace it" not in [each.label for each in reply.choices]


@pytest.mark.parametrize("again", ["Wrong…", "Right"])
async def test_a_verdict_that_was_undone_does_not_come_back_beside_the_next(again: str) -> None:
    chat = await triage()
    answer = await chat.hear("ask triage: post: the cursor is odd")
    card = await chat.press(choice(answer, "Right"))
    undone = await chat.press(choice(card, "Undo"))
    reply = await chat.press(choice(answer, again), filled={"truth": "bug"})
    assert "Learned" in reply.title
    assert "Instead of" not in shown(reply)
    for label, old in (("Restore", undone), ("Undo", card)):
        await chat.press(choice(old, label))
        assert "3 examples" in shown(await chat.hear("task show triage"))
    await chat.press(Choice(label="Restore", action="confirm:3"))
    assert "3 examples" in shown(await chat.hear("task show triage"))
    await chat.press(choice(reply, "Undo"))
    assert "2 examples" in shown(await chat.hear("task show triage"))
