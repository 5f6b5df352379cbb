"""Sentences that say nothing of any task: a remark gets a short line."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import community

QUESTION = "80 m², 3 rooms, Mitte, what price?"


@pytest.mark.parametrize(
    "text",
    [
        "thank you, that really helped us plan",
        "cheers mate, ordering now",
        "brilliant, exactly what I needed",
        "好嘞,谢谢你哈",
        "谢谢啦,帮大忙了",
    ],
)
async def test_thanks_that_go_on_are_answered_in_one_line(text: str) -> None:
    chat = await community()
    reply = await chat.hear(text)
    assert (reply.tone, reply.choices) == (Tone.INFO, ())
    assert reply.title.startswith(("Glad to help", "很高兴"))


@pytest.mark.parametrize(
    "text",
    [
        "nice one",
        "fair enough",
        "ooh interesting",
        "yeah makes sense",
        "oops",
        "that's helpful, thanks a bunch",
        "有道理",
        "可以,够用了",
        "那行吧",
        "没想到啊",
    ],
)
async def test_a_reaction_is_answered_in_one_line(text: str) -> None:
    chat = await community()
    await chat.hear(QUESTION)
    reply = await chat.hear(text)
    assert (reply.tone, reply.choices, reply.lines) == (Tone.INFO, (), ())


@pytest.mark.parametrize(
    "text",
    [
        "that can't be right",
        "that's way too much",
        "I don't believe that",
        "wow that's a lot",
        "我不信",
        "这也太离谱了",
    ],
)
async def test_a_doubt_of_an_answer_asks_what_was_right(text: str) -> None:
    chat = await community()
    await chat.hear(QUESTION)
    reply = await chat.hear(text)
    assert reply.title.startswith(("What was ?1 really?", "?1 到底是多少"))
    assert "correct" in shown(reply)
    assert "Right" in [choice.label for choice in reply.choices]


@pytest.mark.parametrize(
    "text",
    [
        "what can I ask?",
        "are you a real person?",
        "did Anna pay already?",
        "my dog ate my homework",
        "I'll tell you later today",
        "我再问问他们",
        "有哪些字段",
    ],
)
async def test_what_says_nothing_of_a_task_is_told_what_can_be_asked(text: str) -> None:
    chat = await community()
    for _ in range(2):  # right away, and after an answer
        reply = await chat.hear(text)
        assert reply.tone is Tone.INFO
        assert "flats: area: 70, rooms: 2, district: Kreuzberg" in shown(reply)
        await chat.hear(QUESTION)


@pytest.mark.parametrize(
    "text", ["whats the average?", "who taught the most?", "平均多少", "最贵的是哪个"]
)
async def test_sums_and_records_show_what_was_taught(text: str) -> None:
    chat = await community()
    await chat.hear(QUESTION)
    reply = await chat.hear(text)
    assert reply.table is not None
    assert len(reply.table.rows) == 3


@pytest.mark.parametrize("text", ["Pankow?", "how much in Pankow?", "Prenzlauer Berg"])
async def test_a_value_that_nobody_taught_may_still_be_one(text: str) -> None:
    chat = await community()
    await chat.hear(QUESTION)
    reply = await chat.hear(text)
    assert reply.tone in (Tone.ASK, Tone.ANSWER)
    assert "district" in shown(reply)


@pytest.mark.parametrize("text", ["Wedding", "85 m²", "what about 4 rooms?"])
async def test_a_value_that_is_known_goes_on_from_the_answer(text: str) -> None:
    chat = await community()
    await chat.hear(QUESTION)
    reply = await chat.hear(text)
    assert "district" in shown(reply)
    assert "nothing that I can predict" not in shown(reply)


@pytest.mark.parametrize(
    "text",
    [
        "guess we are moving",
        "I'd better sell then",
        "sounds about right I guess",
        "crazy expensive city",
        "rumpelstiltskin",
        "sheesh",
        "笑死",
    ],
)
async def test_a_remark_is_proposed_for_no_category(text: str) -> None:
    chat = await community()
    await chat.hear(QUESTION)
    assert "Is “" not in shown(await chat.hear(text))


@pytest.mark.parametrize("text", ["celadon", "celadon?", "with celadon", "how about Celadon?"])
async def test_a_word_like_the_names_that_were_taught_is_proposed(text: str) -> None:
    chat = Chat()
    await chat.say(
        'task new name:kiln predict:number target:hours fields:"size: number; glaze: category"'
    )
    await chat.say("teach kiln: size 3, tin -> 9")
    await chat.say("teach kiln: size 5, iron -> 12")
    reply = await chat.hear(text)
    assert reply.title.casefold() == "is “celadon” the glaze?"


@pytest.mark.parametrize("text", ["no way", "hmm not so sure about that", "太坑了"])
async def test_a_denial_of_an_answer_in_few_words_asks_what_was_right(text: str) -> None:
    chat = await community()
    await chat.hear(QUESTION)
    assert (await chat.hear(text)).title.startswith("What was ?1 really?")


async def test_of_two_numbers_the_one_not_chosen_is_shown_as_ignored() -> None:
    chat = Chat()
    await chat.say(
        "task new name:concerts predict:number unit:people "
        'fields:"ticket: number €; singers: number"'
    )
    await chat.say("teach concerts: ticket 8, singers 24 -> 120")
    await chat.hear("concerts: how many come if tickets are 8 euros and 30 of us sing?")
    reply = shown(await chat.press("€ 8"))
    assert "ticket € 8" in reply
    assert "and 30" in reply.partition("I ignored: ")[2]
