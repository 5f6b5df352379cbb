"""A plain sentence that judges the last answer: offered as its correction, never asked anew."""

from dataclasses import replace

import pytest

from core.assistant.incoming import Message
from core.assistant.reply import Effect, Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_acts import taught_films, taught_flats

PLANTS = 'task new name:plants predict:number unit:cm fields:"days: number; soil: category"'
TRIPS = 'task new name:trips predict:number unit:min fields:"from: category; to: category"'
TRIAGE = 'task new name:triage predict:category labels:"login, billing" fields:"post: text"'
TICKETS = 'task new name:tickets predict:number unit:h fields:"post: text"'


async def asked_films() -> Chat:
    chat = await taught_films()
    await chat.hear("films: Heat?")
    return chat


async def asked_flats() -> Chat:
    chat = await taught_flats()
    await chat.hear("flats: 80 m²?")
    return chat


async def asked(task: str, *lines: str) -> Chat:
    chat = Chat()
    await chat.say(task)
    for line in lines:
        await chat.say(line)
    return chat


async def asked_triage() -> Chat:
    lessons = ("teach triage: cannot sign in -> login", "teach triage: pay twice -> billing")
    return await asked(TRIAGE, *lessons, "ask triage: pay me")


async def offers(chat: Chat, text: str, truth: str, *, number: int = 1) -> None:
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK, shown(reply)
    assert f"?{number} was {truth}" in reply.title
    assert f"Learn {truth}" in [choice.label for choice in reply.choices]
    assert all(choice.effect is not Effect.HARMLESS for choice in reply.choices)
    assert (await chat.press(f"Learn {truth}")).tone is Tone.DONE


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        *(("我给4分", "4"), ("给五分", "5"), ("不对,应该是3", "3"), ("算了,还是2吧", "2")),
        *(("it was 4", "4"), ("nope, 3", "3"), ("I'd give it 4", "4"), ("4/5", "4")),
        *(("5 stars from me", "5"), ("4分吧", "4"), ("满分", "5")),
        *(("4 stars", "4"), ("★★★", "3"), ("more like 2", "2"), ("make it 5", "5")),
    ],
)
async def test_a_rating_in_words_is_offered_for_the_last_answer(text: str, truth: str) -> None:
    await offers(await asked_films(), text, truth)


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        *(("it went for 415k", "€ 415,000"), ("no, it was 380k", "€ 380,000")),
        *(("actually it was 390k euros", "€ 390,000"), ("太贵了,应该300k", "€ 300,000")),
        *(
            ("sold for 310k", "€ 310,000"),
            ("卖了310k", "€ 310,000"),
            ("305k €", "€ 305,000"),
            ("the real price was 300k", "€ 300,000"),
            ("价格是30万", "€ 300,000"),
        ),
    ],
)
async def test_a_price_in_words_is_offered_for_the_last_answer(text: str, truth: str) -> None:
    await offers(await asked_flats(), text, truth)


async def test_a_size_or_a_time_is_offered_in_the_targets_unit() -> None:
    lessons = ("teach plants: days 30, soil clay -> 40", "teach plants: days 20, soil sand -> 30")
    await offers(await asked(PLANTS, *lessons, "ask plants: days 25"), "it grew to 36 cm", "36 cm")
    lessons = ("teach trips: from Bonn, to Ulm -> 40", "teach trips: from Ulm, to Bonn -> 43")
    await offers(await asked(TRIPS, *lessons, "ask trips: from Bonn"), "45分钟", "45 min")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        *(("nope, that's login", "login"), ("hmm no, billing after all", "billing")),
        *(("it was login", "login"), ("no, it should be login", "login"), ("应该是login", "login")),
    ],
)
async def test_a_label_in_words_is_offered_for_the_last_answer(text: str, label: str) -> None:
    await offers(await asked_triage(), text, label)


@pytest.mark.parametrize(
    "text",
    [
        *("it's billing, not login", "that one should be billing", "not login but billing"),
        *("billing, not login", "not login", "不是login，是billing", "是billing不是login"),
        *("不是，是billing", "应该是billing吧", "wrong, billing instead of login"),
    ],
)
async def test_the_label_that_is_not_denied_is_offered(text: str) -> None:
    await offers(await asked_triage(), text, "billing")


async def test_a_label_denied_alone_leaves_open_which_of_the_others_is_true() -> None:
    task = TRIAGE.replace("login, billing", "login, billing, spam")
    lessons = ("teach triage: cannot sign in -> login", "teach triage: pay twice -> billing")
    chat = await asked(task, *lessons, "ask triage: pay me")
    reply = await chat.hear("it's not login")
    assert reply.tone is Tone.ERROR
    assert "correct ?1" in shown(reply)


@pytest.mark.parametrize(
    "text", ["billing is not loading", "login does not work", "that one guy was billing me twice"]
)
async def test_a_post_that_holds_a_label_stays_a_question(text: str) -> None:
    assert (await (await asked_triage()).hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text",
    [
        *("my last rating was wrong", "it was 11", "太差了"),
    ],
)
async def test_a_verdict_without_a_truth_says_how_to_put_the_answer_right(text: str) -> None:
    reply = await (await asked_films()).hear(text)
    assert reply.tone is Tone.ERROR
    assert "To put ?1 right (films: title Heat" in shown(reply)
    assert "correct ?1" in shown(reply)


@pytest.mark.parametrize(
    "text",
    [
        *("meh", "还行", "loved it!", "hated it", "不好看", "I didn't like it", "it was boring"),
        *("wrong", "好看", "no", "nope", "没有", "love it"),
    ],
)
async def test_a_verdict_and_nothing_else_is_asked_what_it_was_really(text: str) -> None:
    reply = await (await asked_films()).hear(text)
    assert reply.tone is Tone.INFO
    assert "What was ?1 really?" in reply.title
    assert "correct ?1" in shown(reply)


@pytest.mark.parametrize(
    "text",
    [
        *("no country for old men", "it follows", "12 monkeys", "8 mile", "喜欢你", "最后的武士"),
        *("不是冤家不聚头", "rather old"),
    ],
)
async def test_a_title_that_begins_like_a_verdict_is_a_question(text: str) -> None:
    assert (await (await asked_films()).hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text",
    [
        *("it has 3 rooms and 80 m²", "that's a 90 m² flat", "no garden, 80 m²", "80 m²"),
        *("it is a 3 room flat in Mitte", "it was built in Mitte, 3 rooms"),
    ],
)
async def test_what_says_something_of_the_case_is_a_question(text: str) -> None:
    assert (await (await asked_flats()).hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize(
    "text",
    [
        *("no sound after the update", "it was working yesterday", "its login page is blank"),
        *("loved it!", "my answer is not saved", "I paid twice", "wrong password shown"),
        *("no billing address on the invoice", "it took 3 hours"),
    ],
)
async def test_a_post_may_begin_like_a_verdict(text: str) -> None:
    assert (await (await asked_triage()).hear(text)).tone is Tone.ANSWER


async def test_only_a_number_alone_judges_where_texts_are_asked_about() -> None:
    lessons = ("teach tickets: cannot sign in -> 3", "teach tickets: pay twice -> 5")
    chat = await asked(TICKETS, *lessons, "ask tickets: no sound")
    assert (await chat.hear("it took 3 hours to load the page")).tone is Tone.ANSWER
    await offers(chat, "it was 4", "4 h", number=2)


async def test_the_last_answer_is_judged_by_its_own_task() -> None:
    chat = await taught_films()
    await chat.say('task new name:flats predict:number unit:€ fields:"area: number m²"')
    await chat.say("teach flats: 80 m² -> 300k")
    await chat.hear("flats: 90 m²?")
    await offers(chat, "it went for 310k", "€ 310,000")
    await chat.hear("films: Heat?")
    await offers(chat, "我给4分", "4", number=2)


async def test_before_any_answer_nothing_is_judged() -> None:
    chat = await taught_films()
    assert (await chat.hear("it was 4")).tone is Tone.ASK
    assert "?1" not in shown(await chat.hear("wrong", by="Ben"))


async def test_in_a_channel_for_another_task_the_last_answer_is_not_meant() -> None:
    chat = await asked_films()
    await chat.say('task new name:flats predict:number unit:€ fields:"area: number m²"')
    await chat.say("teach flats: 80 m² -> 300k")
    await chat.say("task bind flats channel:#flats")
    ana = replace(chat.sender("Ana"), place="7")
    reply = await chat.assistant.handle(Message(sender=ana, text="wrong"))
    assert "?1" not in shown(reply)


async def test_others_are_not_shown_what_was_asked_in_private() -> None:
    chat = await asked_films()
    ana = replace(chat.sender("Ana"), place="5", is_overheard=True)
    reply = await chat.assistant.handle(Message(sender=ana, text="it was 4"))
    assert "?1 was 4" in reply.title
    assert "Heat" not in shown(reply)


async def test_a_reply_that_denies_first_is_offered_for_the_answer_it_replies_to() -> None:
    chat = await asked_films()
    await chat.hear("films: Up?")
    reply = Message(sender=chat.sender("Ana"), text="no, it was 2", in_reply_to=1)
    assert "?1 was 2" in (await chat.assistant.handle(reply)).title


async def test_a_correction_of_a_lessons_number_names_the_command_that_changes_lessons() -> None:
    chat = await asked_triage()
    assert "examples edit 2 -> …" in shown(await chat.hear("correct #2 billing"))
    assert "examples edit 2 -> …" in shown(await chat.hear("更正 #2 billing"))


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        *(("I'd give Heat 4", "4"), ("Heat: 4 stars from me", "4"), ("5 stars for Heat", "5")),
        *(("给Heat打3分", "3"), ("Heat我改主意了，给3分吧", "3"), ("films: I rate Heat 2", "2")),
        *(("films: I'd give the Heat a 4/5", "4"), ("actually Heat is a 2 for me", "2")),
        *(("Heat改成4分吧", "4"), ("I give Heat 5 stars", "5"), ("I rated Heat 2 of 5 stars", "2")),
        ("I gave Heat 3 out of 5", "3"),
    ],
)
@pytest.mark.parametrize("is_asked", [True, False])
async def test_a_rating_of_a_known_item_is_offered_as_a_lesson(
    text: str, rating: str, is_asked: bool
) -> None:
    chat = await (asked_films() if is_asked else taught_films())
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK, shown(reply)
    assert f"films: Heat -> {rating}" in reply.title
    assert f"→ {rating}" in shown(await chat.press("Save it"))


async def test_a_rating_of_nothing_is_not_saved() -> None:
    chat = await taught_films()
    reply = await chat.hear("teach films: genre: crime -> 4")
    assert reply.tone is Tone.ERROR
    assert "which title you rate" in reply.title


@pytest.mark.parametrize(
    "text", ["a solid 4", "I'd say 4 in the end", "it was a 4 in the end", "solid 4"]
)
async def test_a_rating_in_loose_words_is_of_the_last_answer(text: str) -> None:
    chat = await asked_films()
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK, shown(reply)
    assert "4" in reply.title


@pytest.mark.parametrize("text", ["Heat 2", "what would I give Heat?", "Heat in 4 words"])
async def test_a_number_beside_an_item_is_no_rating_of_it(text: str) -> None:
    assert (await (await taught_films()).hear(text)).tone is Tone.ANSWER


@pytest.mark.parametrize("text", ["8.5", "it was 9", "3.3"])
async def test_a_number_that_is_none_of_the_scale_is_refused(text: str) -> None:
    chat = await asked_films()
    reply = await chat.hear(text)
    assert reply.tone is Tone.ERROR
    assert "scale" in shown(reply)
    assert "correct ?1" in shown(reply)
