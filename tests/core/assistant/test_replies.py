"""Replies to an answer: read as its truth, or as the same question with a change."""

from dataclasses import replace

import pytest

from core.assistant.incoming import Message
from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_ratings import film_night, rated

FIELDS = "area: number m²; rooms: number; garden: yes/no"
FLATS = f'task new name:flats predict:number unit:€ fields:"{FIELDS}"'


async def asked_flats() -> Chat:
    chat = Chat()
    await chat.say(FLATS)
    for lesson in ("area 60, rooms 2, no garden -> 240k", "area 100, rooms 4, garden -> 470k"):
        await chat.say(f"teach flats: {lesson}")
    await chat.hear("flats: 85 m², 3 rooms, no garden?")
    return chat


async def asked_films() -> Chat:
    chat = await film_night()
    await rated(chat, ("Ana", "Heat, crime", 4), ("Ben", "Alien, horror", 3))
    await chat.hear("films: Arrival, drama?")
    return chat


async def asked_posts() -> Chat:
    chat = Chat()
    await chat.say('task new name:posts predict:category labels:"scam, ham" fields:"post: text"')
    await chat.say("teach posts: free crypto for you -> scam")
    await chat.say("teach posts: see you tomorrow -> ham")
    await chat.hear("ask posts: free pizza for you")
    return chat


async def replied(chat: Chat, text: str, locale: str = "en") -> Reply:
    """Return the reply to a message that replies to the first answer."""
    sender = replace(chat.sender("Ana"), locale=locale)
    chat.last = await chat.assistant.handle(Message(sender=sender, text=text, in_reply_to=1))
    return chat.last


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        *(("it sold for 360k, not 500k", "€ 360,000"), ("not 500k but 360k", "€ 360,000")),
        *(("360k instead of 500k", "€ 360,000"), ("不是50万，是36万", "€ 360,000")),
        *(("nope, way less, like 250k I think", "€ 250,000"), ("卖了36万", "€ 360,000")),
        *(("it sold for 360k in 2019", "€ 360,000"), ("more like 300k", "€ 300,000")),
        *(("it sold for 435k", "€ 435,000"), ("too high, it was 300k", "€ 300,000")),
    ],
)
async def test_the_one_truth_that_a_reply_says_is_offered(text: str, truth: str) -> None:
    reply = await replied(await asked_flats(), text)
    assert reply.tone is Tone.ASK, shown(reply)
    assert reply.title == f"Shall I learn that ?1 was {truth}?"


@pytest.mark.parametrize(
    "text",
    [
        *("10 % less", "30k too high", "roughly right, just 1k off", "it sold in 2019", "not 400k"),
        *(
            "sold in May 2019",
            "50k more",
            "高了3万",
            "2019年卖的",
            "way off",
            "nice flat",
            "hm, no",
        ),
        *("is it 400k?", "anything above 300k", "what about a pool?"),
    ],
)
async def test_a_reply_that_says_no_truth_is_told_how_to_correct(text: str) -> None:
    reply = await replied(await asked_flats(), text)
    assert reply.tone is Tone.ERROR, shown(reply)
    assert "correct ?1" in shown(reply)
    assert not reply.choices


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("and if it had 5 rooms?", "area 85 m² · rooms 5 · garden no"),
        ("and with a garden?", "area 85 m² · rooms 3 · garden yes"),
        ("what about 120 m², 5 rooms?", "area 120 m² · rooms 5 · garden no"),
        ("and if it had 2 more rooms?", "area 85 m² · rooms 5 · garden no"),
        ("and with 1 room less?", "area 85 m² · rooms 2 · garden no"),
        ("and with 9 rooms less?", ""),
    ],
)
async def test_a_reply_asks_the_same_with_what_it_changes(text: str, asked: str) -> None:
    reply = await replied(await asked_flats(), text)
    assert (reply.tone is Tone.ANSWER) == bool(asked), shown(reply)
    assert asked in shown(reply)


async def test_a_change_of_some_field_is_asked_about_and_parts_no_count() -> None:
    reply = await replied(await asked_flats(), "10 % less?")
    assert reply.tone is Tone.ASK
    assert [choice.label for choice in reply.choices] == ["area 76.5 m²", "No"]


async def test_denying_one_of_two_labels_says_the_other() -> None:
    for text in ("not scam", "this is not a scam", "no, not scam", "不是 scam"):
        reply = await replied(await asked_posts(), text)
        assert reply.title == "Shall I learn that ?1 was ham?", text
    for text in ("scam", "no, it was scam"):
        reply = await replied(await asked_posts(), text)
        assert reply.title == "Shall I learn that ?1 was scam?", text


async def test_what_may_say_either_is_asked_or_told_how_to_correct() -> None:
    assert (await replied(await asked_flats(), "250k or 300k")).title.startswith("How do you mean")
    assert (await replied(await asked_posts(), "nope scam")).tone is Tone.ERROR


async def test_a_reply_is_no_post_and_no_film_of_its_own() -> None:
    reply = await replied(await asked_posts(), "what a strange thing to say")
    assert reply.tone is Tone.ERROR
    for text in ("I would say 4 and a half stars", "9/10!", "Blade Runner"):
        reply = await replied(await asked_films(), text)
        assert reply.tone is Tone.ERROR, shown(reply)
        assert "correct ?1" in shown(reply)
    assert "?1 was 4" in (await replied(await asked_films(), "4 stars")).title


async def test_a_reply_may_still_thank_undo_or_teach() -> None:
    chat = await asked_flats()
    assert (await replied(chat, "thanks!")).tone is Tone.INFO
    assert "undo" in shown(await replied(chat, "take that back please"))
    assert (await replied(chat, "area 50, rooms 1 -> 200k")).title.startswith("Shall I learn this")


async def test_a_reply_is_told_how_to_correct_in_chinese() -> None:
    reply = await replied(await asked_flats(), "高了3万", locale="zh-CN")
    assert "没有说出一个确切的" in reply.title
    assert "更正 ?1" in shown(reply)


_CHESS = (
    (
        "task new name:chess predict:number "
        'fields:"opponent: category; moves: number; venue: 咖啡馆 | 家里 | 社区"'
    ),
    "teach chess: opponent Marta, moves 40, venue 家里 -> 12",
    "teach chess: opponent Oleg, moves 30, venue 社区 -> 20",
)
_GAME = "chess: opponent Marta, moves 40, venue 家里?"


async def replied_to_game(text: str) -> Reply:
    chat = Chat()
    for line in _CHESS:
        await chat.say(line)
    await chat.hear(_GAME)
    return await replied(chat, text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("vs Oleg?", "opponent Oleg · moves 40 · venue 家里"),
        ("against Oleg instead", "opponent Oleg · moves 40 · venue 家里"),
        ("half the moves", "opponent Marta · moves 20 · venue 家里"),
        ("what about 30 moves instead", "opponent Marta · moves 30 · venue 家里"),
        ("换成社区", "opponent Marta · moves 40 · venue 社区"),
        ("换成在社区呢", "opponent Marta · moves 40 · venue 社区"),
        ("那在社区呢？", "opponent Marta · moves 40 · venue 社区"),
    ],
)
async def test_a_reply_with_a_change_carries_the_rest_of_the_question_over(
    text: str, asked: str
) -> None:
    reply = await replied_to_game(text)
    assert reply.tone is Tone.ANSWER, shown(reply)
    assert asked in shown(reply)


@pytest.mark.parametrize("text", ["what about a few instead", "and if it's free?", "要是下雨呢"])
async def test_a_reply_that_asks_with_no_change_is_neither_a_truth_nor_asked(text: str) -> None:
    reply = await replied_to_game(text)
    assert (reply.tone, reply.choices) == (Tone.ERROR, ())
    assert reply.title.startswith("I found nothing in"), shown(reply)


@pytest.mark.parametrize("text", ["it was 15 in the end", "and it was 15", "最后是15"])
async def test_a_reply_that_tells_how_it_turned_out_is_offered_as_that(text: str) -> None:
    assert (await replied_to_game(text)).title == "Shall I learn that ?1 was 15?"
