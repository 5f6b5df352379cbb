from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.terminal import wording
from bot.terminal.conversation import Conversation, is_leaving
from core.assistant.incoming import Message, Sender
from core.assistant.reply import Choice, Input, Reply, Tone
from core.domain.version import Run
from core.errors import StorageError
from tests.bot.scripted import ANA, ScriptedAssistant, ended_run

RIGHT = Choice(label="Right", action="right")
CORRECT = Choice(
    label="Correct…",
    action="correct",
    inputs=(
        Input(name="truth", label="True value"),
        Input(name="label", label="Kind", options=("bug", "font")),
    ),
)


def _conversation(assistant: ScriptedAssistant, *typed: str) -> Conversation:
    waiting = iter(typed)

    async def fill_in(wanted: Input) -> str:
        return next(waiting)

    return Conversation(assistant, ANA, ask_for=fill_in)


async def test_a_line_is_a_message_from_the_one_who_types() -> None:
    assistant = ScriptedAssistant()
    await _conversation(assistant).say("  ask houses: size 6 ")
    assert assistant.heard == [Message(sender=ANA, text="ask houses: size 6")]


async def test_a_number_presses_that_choice_of_the_last_reply() -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    conversation.offer(Reply(title="?", choices=(RIGHT, CORRECT)))
    await conversation.say(" 1 ")
    assert assistant.presses == [("right", {})]


async def test_a_number_presses_nothing_that_was_offered_before_the_last_reply() -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    conversation.offer(Reply(title="?", choices=(RIGHT, CORRECT)))
    conversation.offer(Reply(title="no choices here"))
    assert "no choice 1" in (await conversation.say("1")).title
    assert conversation.offer(Reply(title="?", choices=(RIGHT,)), beside=True) == 3
    await conversation.say("3")
    assert assistant.presses == [("right", {})]
    assert assistant.messages == []


@pytest.mark.parametrize("line", ["0", "1.5", "１", "-1", "99999", "1 room"])
async def test_what_is_no_choice_is_said(line: str) -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    conversation.offer(Reply(title="?", choices=(RIGHT, CORRECT)))
    await conversation.say(line)
    assert assistant.messages == [line]


async def test_a_form_is_filled_in_and_an_option_picked_by_its_number() -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant, " 435k ", "2")
    await conversation.press(CORRECT)
    assert assistant.presses == [("correct", {"truth": "435k", "label": "font"})]


async def test_an_empty_line_cancels_a_form() -> None:
    assistant = ScriptedAssistant()
    reply = await _conversation(assistant, "435k", "").press(CORRECT)
    assert reply.title == wording.say("cancelled")
    assert assistant.heard == []


async def test_an_optional_line_of_a_form_may_be_left_empty() -> None:
    unit = Input(name="unit", label="Unit", is_optional=True)
    assistant = ScriptedAssistant()
    form = Choice(label="Fill in…", action="new", inputs=(unit, CORRECT.inputs[0]))
    await _conversation(assistant, " ", "2").press(form)
    assert assistant.presses == [("new", {"unit": "", "truth": "2"})]


async def test_leaving_a_form_cancels_it_even_at_an_optional_line() -> None:
    async def leave(_: Input) -> str | None:
        return None

    assistant = ScriptedAssistant()
    form = Choice(label="New", action="new", inputs=(Input(name="u", label="U", is_optional=True),))
    reply = await Conversation(assistant, ANA, ask_for=leave).press(form)
    assert reply.title == wording.say("cancelled")
    assert assistant.heard == []


async def test_choices_that_come_from_behind_do_not_move_those_before() -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    assert conversation.offer(Reply(title="?", choices=(RIGHT,))) == 1
    back = Choice(label="Roll back", action="back")
    assert conversation.offer(Reply(title="promoted", choices=(back,)), beside=True) == 2
    await conversation.say("1")
    await conversation.say("2")
    assert [action for action, _ in assistant.presses] == ["right", "back"]


async def test_an_error_of_the_operator_is_a_sentence_and_the_chat_goes_on() -> None:
    assistant = ScriptedAssistant(script={"x": StorageError("The disk is full.")})
    reply = await _conversation(assistant).say("x")
    assert (reply.tone, reply.title) == (Tone.ERROR, "The disk is full.")


async def test_a_missing_file_is_a_sentence_and_nothing_is_sent() -> None:
    assistant = ScriptedAssistant()
    reply = await _conversation(assistant).say("task import houses nowhere.csv")
    assert reply.tone is Tone.ERROR
    assert assistant.heard == []


async def test_half_a_character_is_not_sent_on() -> None:
    assistant = ScriptedAssistant()
    await _conversation(assistant).say("size \udcff 6")
    assert assistant.messages == ["size ? 6"]


async def test_a_run_that_ended_is_reported_by_the_assistant() -> None:
    reply = await _conversation(ScriptedAssistant()).report(ended_run(7))
    assert reply.title == "run 7 promoted"


async def test_what_goes_wrong_behind_is_a_sentence_or_silence() -> None:
    class Troubled(ScriptedAssistant):
        async def report(self, run: Run, *, locale: str = "en") -> Reply:
            raise StorageError("The disk is full.")

        async def complete(self, sender: Sender, text: str) -> Sequence[str]:
            raise StorageError("The disk is full.")

    conversation = _conversation(Troubled())
    assert (await conversation.report(ended_run())).title == "The disk is full."
    assert await conversation.complete("teach ho") == ()


@pytest.mark.parametrize("line", ["quit", " EXIT ", ":q"])
def test_there_are_words_to_leave_with(line: str) -> None:
    assert is_leaving(line)
    assert not is_leaving(f"teach {line}")


async def test_what_nobody_expected_becomes_a_sentence_and_the_chat_goes_on() -> None:
    async def fail() -> Reply:
        raise KeyError("secret words")

    conversation = _conversation(ScriptedAssistant(script={"ask": fail}))
    broken = await conversation.say("ask")
    assert broken.tone is Tone.ERROR
    assert "KeyError" in broken.title
    assert "secret words" not in broken.title
    assert (await conversation.say("thanks")).title == "heard thanks"


YES = Choice(label="Delete it", action="yes", is_yes=True)
TREK = Choice(label="Trek", action="trek")
NO = Choice(label="No", action="no", is_no=True, is_cancel=True)
CARD = Reply(title="Delete?", tone=Tone.ASK, choices=(YES, TREK, NO))


@pytest.mark.parametrize(
    ("line", "pressed"),
    [
        *(
            (line, "yes")
            for line in ("yes", "Yes, please!", "ok", "do it", "好的", "是", "好，可以")
        ),
        *((line, "no") for line in ("no", "Don't.", "不要", "取消")),
        *((line, "trek") for line in ("trek", "Trek ")),
        ("Delete it", "yes"),
    ],
)
async def test_words_answer_the_card_that_asks(line: str, pressed: str) -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    conversation.offer(CARD)
    await conversation.say(line)
    assert assistant.presses == [(pressed, {})]
    assert assistant.messages == []


@pytest.mark.parametrize("line", ["nope, keep it", "不，留着吧"])
async def test_a_refusal_that_says_more_is_heard_with_what_it_refuses(line: str) -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    conversation.offer(CARD)
    await conversation.say(line)
    [heard] = assistant.heard
    assert isinstance(heard, Message)
    assert (heard.text, heard.refuses) == (line, "no")


@pytest.mark.parametrize(
    "line",
    [
        *("yes, but call it flats", "no, size 3 -> 6", "not that big", "size 3", "好看吗"),
        *("no, 380", "不对，是三百八"),
    ],
)
async def test_other_words_after_a_card_are_heard(line: str) -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    conversation.offer(CARD)
    await conversation.say(line)
    assert assistant.messages == [line]


async def test_a_card_that_asks_is_pressed_by_no_number_after_another_reply() -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    conversation.offer(CARD)
    conversation.offer(await conversation.say("help"))
    conversation.offer(await conversation.say("yes"))
    assert assistant.messages == ["help", "yes"]
    assert "no choice 2" in (await conversation.say("2")).title
    assert assistant.presses == []


async def test_a_number_that_is_no_choice_leaves_the_choices_there() -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    conversation.offer(CARD)
    conversation.offer(await conversation.say("7"))
    await conversation.say("2")
    assert assistant.presses == [("trek", {})]


async def test_a_number_that_is_no_choice_of_a_forecast_is_heard() -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    conversation.offer(Reply(title="flats: € 400k", tone=Tone.ANSWER, choices=(RIGHT, CORRECT)))
    await conversation.say("1350")
    assert assistant.messages == ["1350"]


async def test_a_yes_that_no_choice_or_several_would_be_is_heard() -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    for card in (
        Reply(title="Saved", choices=(YES, NO)),
        Reply(title="Which?", tone=Tone.ASK, choices=(TREK, RIGHT)),
    ):
        conversation.offer(card)
        await conversation.say("yes")
    assert assistant.messages == ["yes", "yes"]


async def test_a_number_that_is_no_choice_is_the_value_asked_for() -> None:
    assistant = ScriptedAssistant()
    conversation = _conversation(assistant)
    conversation.offer(replace(CARD, takes_value=True))
    await conversation.say("750")
    assert assistant.messages == ["750"]
    conversation.offer(replace(CARD, takes_value=True))
    await conversation.say("2")
    assert assistant.presses == [("trek", {})]
