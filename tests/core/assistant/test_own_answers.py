"""What the bot said, who taught it and which lessons it has: shown, never forecast or stored."""

from datetime import timedelta

import pytest

from core.assistant.commands import chatter, examples_asked, own_answers
from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.several_tasks import Time, community

GUITARS = (
    "task new name:guitars predict:number unit:€ target:value "
    'fields:"brand: category; year: number; colour: category"'
)


async def _asked() -> Chat:
    """Return a chat with four tasks, of which two were asked, the guitars last."""
    chat = await community()
    for line in (
        GUITARS,
        "teach guitars: Fender, 2011, blue -> 700",
        "teach guitars: Gibson, 2005, red -> 1200",
        "ask flats: 80 m², 3 rooms, Mitte",
        "ask guitars: Fender 2011 blue",
    ):
        await chat.say(line)
    return chat


async def _taught_since(chat: Chat) -> None:
    assert isinstance(chat.clock, Time)
    chat.clock.now += timedelta(seconds=1)
    await chat.say("teach ferry: wind 30, rain -> 50")


async def _count(chat: Chat) -> int:
    async with chat.open_work() as work:
        sender = chat.sender("Ana")
        return len(await work.predictions.of_member(sender.community, sender.member))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("what did you say about the blue one", 2),
        ("what did you say for Mitte?", 1),
        ("sorry, what did you predict for 80 m²", 1),
        ("how much did you say", 2),
        ("what was your last answer?", 2),
        ("what was it again?", 2),
        ("say that again", 2),
        ("what did you say about ?1", 1),
        ("what did you say about the flats", 1),
        ("你刚才说多少", 2),
        ("你刚才说80平多少", 1),
        ("刚刚那个多少来着", 2),
        *(("刚才说多少", 2), ("刚才预测了多少？", 2), ("上次报了多少？", 2)),
        ("你之前猜的是多少？", 2),
        ("再说一遍", 2),
    ],
)
async def test_a_question_for_what_was_said_shows_that_answer_again(line: str, number: int) -> None:
    chat = await _asked()
    reply = await chat.hear(line)
    assert reply.title.startswith(f"?{number}")
    assert await _count(chat) == 2


@pytest.mark.parametrize(
    "line",
    [
        "how sure were you before",
        "how sure were you about the blue one",
        "why 40?",
        "why 700 €?",
        "who taught you that",
        "who says so?",
        "where does that come from",
        "based on what?",
        "你凭什么这么说",
        "那条是谁教的",
        "刚才那个是谁教的",
        "where did you get 700 from?",
        "刚才有多大把握",
        "有把握吗",
    ],
)
async def test_a_question_for_the_reasons_explains_the_last_answer(line: str) -> None:
    chat = await _asked()
    reply = await chat.hear(line)
    assert reply.table is not None
    assert reply.title.startswith(("Why", "为什么"))
    assert await _count(chat) == 2


async def test_who_taught_that_is_about_the_lesson_right_after_it() -> None:
    chat = await _asked()
    await _taught_since(chat)
    assert "#12" in (await chat.hear("who taught that?")).title


@pytest.mark.parametrize(
    "line",
    [
        "do you like 3 rooms?",
        "are you a robot?",
        "tell me a joke",
        "how old are you",
        "forget that question",
        "please don't save that question",
        "你喜欢三室的吗",
        "讲个笑话",
        "忘了那个问题吧",
        "当我没问",
    ],
)
async def test_talk_with_the_bot_is_never_forecast(line: str) -> None:
    chat = await _asked()
    reply = await chat.hear(line)
    assert reply.tone is Tone.INFO
    assert not reply.choices
    assert await _count(chat) == 2


@pytest.mark.parametrize(
    "line",
    [
        "what would you say for flats, 90 m²?",
        "what's your guess for 90 m² and 3 rooms?",
        "how much is a Fender from 2011?",
        "你觉得90 m²的多少钱？",
        "do you feel a 3 room flat of 90 m² sells for over 300k?",
        "how certain is a flat of 90 m² with 3 rooms?",
    ],
)
async def test_a_question_for_a_guess_is_one(line: str) -> None:
    chat = await _asked()
    await chat.hear(line)
    assert await _count(chat) == 3


@pytest.mark.parametrize(
    "line",
    [
        "show me the examples",
        "which examples do you have?",
        "what were the last lessons",
        "which examples are doubtful?",
        "any odd ones?",
        "有哪些例子？",
        "复习的例子有哪些",
        "哪些例子有问题",
    ],
)
async def test_examples_are_those_of_the_last_card_or_it_is_asked(line: str) -> None:
    chat = await _asked()
    assert "guitars" in (await chat.hear(line)).title
    assert "guitars" in (await chat.hear(line)).title  # the list was the last card
    await _taught_since(chat)
    assert "ferry" in (await chat.hear(line)).title
    other = await chat.hear(line, by="Ben")
    assert other.tone is Tone.ASK
    assert "flats" in [choice.label for choice in other.choices]


@pytest.mark.parametrize(
    "line", ["what did you say about the red one?", "what did you say about the ferry?"]
)
async def test_values_that_no_answer_has_are_no_answer(line: str) -> None:
    chat = await _asked()
    assert "no answer with that" in shown(await chat.hear(line))


async def test_somebody_who_asked_nothing_is_told_so() -> None:
    chat = await _asked()
    reply = await chat.hear("what did you say about the blue one?", by="Ben")
    assert "not asked anything" in reply.title


@pytest.mark.parametrize(
    "line",
    [
        "where does this come from: soft, 2 months old?",
        "how certain is rain in Ulm with wind 6?",
        "who said this place is windy?",
        "上次估价80万的房子现在卖多少",
        "之前报名30人的话会来多少人？",
        "每组重复一次",
        "上次答题对了几道",
    ],
)
def test_a_question_of_a_case_is_none_of_the_last_answer(line: str) -> None:
    assert not any(form.search(line) for form in (own_answers._SAID, own_answers._WHY))
    assert not own_answers._WHO.search(line)


@pytest.mark.parametrize(
    ("line", "is_talk"),
    [
        ("would you prefer 3 rooms", False),
        ("can you eat 3 kg", False),
        ("你是人民路的吗", False),
        ("你是人吗", True),
        ("do you sleep?", True),
        ("can you feel anything", True),
        ("你叫什么名字？", True),
    ],
)
def test_only_talk_of_the_bot_alone_is_small_talk(line: str, *, is_talk: bool) -> None:
    assert bool(chatter._SMALL_TALK.search(line)) is is_talk


@pytest.mark.parametrize(
    ("line", "is_review"),
    [
        ("有问题吗？", False),
        ("复习吗？", False),
        ("可疑吗？", False),
        ("有没有问题", False),
        ("有没有可疑的？", True),
        ("可疑的有吗", True),
        ("可疑的有哪些？", True),
        ("有问题的例子有吗", True),
    ],
)
def test_doubtful_examples_are_asked_for_by_a_noun_or_which(line: str, *, is_review: bool) -> None:
    assert bool(examples_asked._REVIEW.search(line)) is is_review


async def test_how_sure_of_what_was_not_asked_is_about_no_other_answer() -> None:
    chat = await _asked()
    assert (await chat.hear("how sure are you about the Gibson from 2005?")).table is None


@pytest.mark.parametrize("line", ["为啥#1是这个数", "为什么#1这么高"])
async def test_why_with_the_number_of_an_example_shows_that_example(line: str) -> None:
    chat = await _asked()
    reply = await chat.hear(line)
    assert reply.title.startswith("#1")
    assert await _count(chat) == 2
