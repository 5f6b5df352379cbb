import pytest

from core.assistant.reply import Tone
from core.assistant.statements import is_statement
from tests.core.assistant.chatting import Chat, shown

FLATS = (
    "task new name:flats predict:number unit:€ target:price "
    'fields:"area: number m²; rooms: number; district: category; balcony: yes/no"'
)
TURNOUT = (
    "task new name:羽毛球 predict:number unit:人 target:人数 "
    'fields:"星期: category; 报名: number; 下雨: yes/no"'
)
FILMS = 'task new name:films predict:rating scale:1-5 fields:"title: item; genre: category"'


async def taught(task: str, *lessons: str) -> Chat:
    chat = Chat()
    await chat.say(task)
    for lesson in lessons:
        await chat.say(f"teach {lesson}")
    return chat


async def taught_flats() -> Chat:
    return await taught(
        FLATS,
        "flats: 80 m², 3 rooms, Mitte, balcony -> 300k",
        "flats: 90 m², 3 rooms, Wedding, no balcony -> 310k",
        "flats: 70 m², 2 rooms, Kreuzberg, no balcony -> 260k",
    )


async def taught_turnout() -> Chat:
    return await taught(
        TURNOUT, "羽毛球: 周五, 报名25, 下雨 -> 18", "羽毛球: 周六, 报名30, 不下雨 -> 28"
    )


@pytest.mark.parametrize(
    "text",
    [
        "we painted the 3 rooms yesterday",
        "I viewed a flat in Kreuzberg",
        "you forgot that the 3 rooms have no balcony",
        "they lowered the rent of 3 rooms in Mitte",
        "Mitte is too loud for me",
        "can't make it to Mitte, 3 rooms too many for me",
        "couldn't afford Mitte, 3 rooms too many for me",
        "Mitte's great but Kreuzberg has changed a lot",
        "flats: we painted the 3 rooms in Mitte",
        "my flat in Mitte was renovated",
        "ok so we've moved to Mitte, 80 m²",
        "the boiler in the 80 m² flat broke",
        "you're always too high for Mitte",
        "it was noisy in Mitte, 3 rooms",
        "viewed a flat in Kreuzberg, 80 m²",
        "tried 3 rooms in Mitte",
        "3 rooms in Mitte, went with two friends",
        "just got a flat in Mitte",
    ],
)
async def test_a_sentence_with_a_verb_of_its_own_is_not_forecast(text: str) -> None:
    chat = await taught_flats()
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK
    assert "rather than asks" in reply.title
    answer = await chat.press("Predict it")
    assert answer.tone in (Tone.ANSWER, Tone.ASK)


@pytest.mark.parametrize(
    "text",
    [
        "80 m², 3 rooms, Mitte",
        "3 rooms in Wedding, quiet, near the park",
        "3 rooms that were renovated in Mitte",
        "renovated flat in Mitte, 80 m²",
        "newly painted, 3 rooms, Mitte",
        "made-over flat in Mitte, 80 m²",
        "built in Mitte, 3 rooms",
        "we have 3 rooms, 60 m², Mitte",
        "I need 3 rooms in Mitte",
        "it has 3 rooms, 80 m²",
        "it was built in Mitte, 3 rooms",
        "the area is 80, the district is Mitte",
        "what would 3 rooms that we painted cost",
        "if we painted the 3 rooms",
        "ask flats: we painted the 3 rooms in Mitte",
    ],
)
async def test_values_a_wish_or_a_condition_are_a_question(text: str) -> None:
    chat = await taught_flats()
    assert (await chat.hear(text)).tone is Tone.ANSWER


async def test_what_came_true_is_offered_as_a_lesson_or_a_question() -> None:
    chat = await taught_flats()
    reply = await chat.hear("my neighbour's place just sold for 350k: 80 m², 3 rooms, Mitte")
    assert "Shall I learn this?" in reply.title
    assert "€ 350,000" in shown(reply)
    saved = await chat.press("Save it")
    assert "area 80 m² · rooms 3 · district Mitte → € 350,000" in shown(saved)


@pytest.mark.parametrize(
    "text", ["on Saturday it was only € 200k, 80 m²", "flats: the 80 m² one in Mitte made 200k"]
)
async def test_an_amount_that_a_statement_gives_for_the_target_is_offered(text: str) -> None:
    chat = await taught_flats()
    reply = await chat.hear(text)
    assert "Shall I learn this?" in reply.title
    assert "price € 200,000" in shown(reply)
    assert [choice.label for choice in reply.choices] == ["Save it", "Predict it", "None of these"]


async def test_one_before_what_was_paid_is_no_number() -> None:
    chat = await taught_flats()
    for text in ("the Kreuzberg one went for 240k", "2 rooms in Kreuzberg: one costs 240k"):
        assert "→ € 240,000" in shown(await chat.hear(f"teach flats: {text}"))


@pytest.mark.parametrize(
    "text",
    [
        "我们周五换场地了",
        "你忘了周五下雨",
        "周六太挤了",
        "周六也太挤了吧",
        "周六人真多啊",
        "大家周六玩得很开心",
        "周五报名30，场地换了",
    ],
)
async def test_a_statement_in_chinese_is_not_forecast(text: str) -> None:
    chat = await taught_turnout()
    assert "rather than asks" in (await chat.hear(text)).title


@pytest.mark.parametrize(
    "text",
    [
        "周五报名26会来多少人",
        "周五 报名28 下雨",
        "下雨了，周五，报名22",
        "我们周五报名30",
        "周五下雨会来几个",
    ],
)
async def test_a_question_in_chinese_is_answered(text: str) -> None:
    chat = await taught_turnout()
    assert (await chat.hear(text)).tone is Tone.ANSWER


async def test_an_unknown_item_that_reads_as_a_statement_is_asked_about() -> None:
    chat = await taught(FILMS, "films: Heat, crime -> 5", "films: Up, animation -> 4")
    assert (await chat.hear("we watched it on sunday")).tone is Tone.ASK
    for title in ("We Bought a Zoo", "Caught in the Web", "Came Back Haunted"):
        assert (await chat.hear(title)).tone is Tone.ANSWER, title


def test_a_verb_that_was_read_as_a_value_states_nothing() -> None:
    assert is_statement("it rained, 20 signed up", ["rained"])
    assert not is_statement("it rained, 20 signed up", ["20"])


POSTS = 'task new name:triage predict:category labels:"billing, login" fields:"post: text"'


@pytest.mark.parametrize(
    "text",
    [
        "it's both billing and login",
        "that one went to billing in the end",
        "no, that's loginn",
        "neither, it's login",
        "thanks, that helped",
        "wow, quick!",
    ],
)
async def test_a_remark_about_an_answer_is_no_text_to_classify(text: str) -> None:
    chat = await taught(POSTS, "triage: charged two times -> billing", "triage: no mail -> login")
    assert (await chat.hear("my parcel has not moved")).tone is Tone.ANSWER
    reply = await chat.hear(text)
    assert reply.tone in (Tone.ASK, Tone.ERROR)
    assert "?1" in shown(reply)
    assert (await chat.hear("the billing page shows an error")).tone is Tone.ANSWER
    assert (await chat.hear("it crashes when I log out")).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text",
    [
        "is Mitte too loud, 3 rooms",
        "who bought the 3 rooms in Mitte?",
        "where are the 3 rooms in Mitte?",
        "did anyone view the 3 rooms?",
        "how many came to the 3 rooms in Mitte?",
        "are the 3 rooms in Mitte free or not?",
        "we need 2 more rooms in Mitte",
        "the 3 rooms in Mitte, 12 people",
    ],
)
async def test_a_question_for_something_else_is_asked_about(text: str) -> None:
    chat = await taught_flats()
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK
    assert reply.choices[0].label == "Predict it"


@pytest.mark.parametrize(
    "text",
    [
        "do you know what 3 rooms in Mitte cost?",
        "can you tell me the price of 80 m²?",
        "is there an estimate for 3 rooms in Mitte?",
        "how much would 3 rooms that had a balcony cost?",
        "hi, is the price of 80 m² in Mitte known?",
    ],
)
async def test_a_polite_question_for_the_target_is_answered(text: str) -> None:
    chat = await taught_flats()
    assert (await chat.hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text", ["周六会下雨吗", "周五谁来？", "周六30人报名够不够", "上周五来了几个人？"]
)
async def test_a_question_for_something_else_in_chinese_is_asked_about(text: str) -> None:
    chat = await taught_turnout()
    assert (await chat.hear(text)).tone is Tone.ASK


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("films: everyone hates Up these days", ["Up", "everyone hates Up these days"]),
    ],
)
async def test_a_known_item_amid_a_sentence_is_offered(text: str, choices: list[str]) -> None:
    chat = await taught(FILMS, "films: Heat, crime -> 5", "films: Up, animation -> 4")
    reply = await chat.hear(text)
    if "rather than" in reply.title:
        reply = await chat.press("Predict it")
    assert [choice.label for choice in reply.choices][:2] == choices


@pytest.mark.parametrize("text", ["Heat 2", "Up Part Two", "Dune"])
async def test_the_title_of_a_sequel_is_a_new_item(text: str) -> None:
    chat = await taught(FILMS, "films: Heat, crime -> 5", "films: Up, animation -> 4")
    assert (await chat.hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text",
    [
        "we should meet up in Mitte",
        "let's paint 3 rooms in Mitte",
        "they could renovate 3 rooms",
        "so he should clean the 3 rooms in Mitte",
    ],
)
async def test_a_plan_is_not_forecast(text: str) -> None:
    reply = await (await taught_flats()).hear(text)
    assert reply.tone is Tone.ASK
    assert reply.title.startswith("That tells me something")


@pytest.mark.parametrize(
    "text",
    [
        "let's say 3 rooms in Mitte",
        "how much should we ask for 3 rooms in Mitte",
        "what could 3 rooms in Mitte cost",
        "I'd like 3 rooms in Mitte",
    ],
)
async def test_a_case_that_is_supposed_is_forecast(text: str) -> None:
    assert (await (await taught_flats()).hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    ("told", "is_told"),
    [
        ("rex was 25 min actually", True),
        ("the golf bag one was actually 14 kg", True),
        ("rex 59 min, typo", True),
        ("same dough but white, that one took 12 hours", True),
        ("rex, actually 25 min", False),
        ("rex 25 min", False),
    ],
)
def test_what_was_put_right_is_told(told: str, is_told: bool) -> None:
    assert is_statement(told, ()) is is_told
