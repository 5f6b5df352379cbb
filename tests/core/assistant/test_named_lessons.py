"""What is told of a lesson by its item, right after one was taught, is no forecast."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

_PLAYS = (
    "task new name:plays predict:number unit:£ target:price "
    'fields:"show: {kind}; posters: yes/no; minutes: number min"'
)
_GIFTS = (
    "task new name:礼金 predict:number unit:元 target:金额 "
    'fields:"关系: 同学 | 同事 | 亲戚; 人数: number; 地点: category; 下雨: yes/no"'
)


async def plays(lesson: str = "Macbeth, minutes 130 -> 10", *, kind: str = "category") -> Chat:
    """Return a chat in which a play was taught last."""
    chat = Chat()
    for line in (
        _PLAYS.format(kind=kind),
        "teach plays: show Hamlet, posters, minutes 160 -> 12",
        "teach plays: show Grease, no posters, minutes 120 -> 15",
        "teach plays: show Cats, posters, minutes 140 -> 11",
        f"teach plays: show {lesson}",
    ):
        await chat.say(line)
    return chat


async def gifts() -> Chat:
    """Return a chat in which a gift was taught last."""
    chat = Chat()
    for line in (
        _GIFTS,
        "teach 礼金: 同事, 人数2, 地点酒店 -> 500",
        "teach 礼金: 亲戚, 人数1, 地点楼上 -> 800",
        "teach 礼金: 同学, 人数3, 地点家里 -> 600",
    ):
        await chat.say(line)
    return chat


@pytest.mark.parametrize("kind", ["item", "category"])
@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("the macbeth one was £8 actually", "#4: price £ 8"),
        ("macbeth was £13 that night", "#4: price £ 13"),
        ("macbeth was £13", "#4: price £ 13"),
        ("posters were up for macbeth btw", "#4: posters yes"),
        ("posters were up for grease btw", "#2: posters yes"),
        ("grease was £13 that night", "#2: price £ 13"),
        ("grease had posters", "#2: posters yes"),
        ("the macbeth one was without posters", "#4: posters no"),
        ("the macbeth one was £14 actually and had posters", "#4: posters yes · price £ 14"),
        ("the grease one was 125 minutes actually", "#2: minutes 125 min"),
    ],
)
async def test_a_lesson_that_is_named_is_offered_to_say_so(
    said: str, change: str, kind: str
) -> None:
    card = await (await plays(kind=kind)).hear(said)
    assert card.tone is Tone.ASK
    assert f"Change {change}?" in card.title, shown(card)


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("同学那次其实是700", "#3：金额 700 元"),
        ("同学那次人数其实是4", "#3：人数 4 人"),
        ("亲戚那次花了900", "#2：金额 900 元"),
        ("同事那次是在楼上", "#1：地点 楼上"),
        ("当时人数是4", "#3：人数 4 人"),
        ("那天下雨了", "#3：下雨 yes"),
    ],
)
async def test_the_same_in_chinese(said: str, change: str) -> None:
    card = await (await gifts()).hear(said)
    number, what = change.split("：")
    assert card.tone is Tone.ASK
    assert number in card.title, shown(card)
    assert what in card.title, shown(card)


async def test_of_several_with_the_name_one_is_chosen_or_the_last() -> None:
    chat = await plays("Hamlet, minutes 130 -> 10")
    assert "Change #4: price £ 14?" in (await chat.hear("the hamlet one was £14 actually")).title
    await chat.say("teach plays: show Cats, minutes 120 -> 13")
    card = await chat.hear("the hamlet one was £14 actually")
    assert [choice.label[:2] for choice in card.choices[:2]] == ["#4", "#1"]
    assert "minutes 160 min → £ 14" in shown(await chat.press(card.choices[1]))


async def test_a_number_of_two_is_asked_about() -> None:
    card = await (await plays()).hear("the grease one was 14 minutes")
    assert "#2: minutes 14 min" in card.title
    chat = await plays()
    await chat.say("teach plays: show Evita, minutes 100 -> 90")
    card = await chat.hear("the evita one was 95 actually")
    assert [choice.label for choice in card.choices[:2]] == ["minutes 95 min", "price £ 95"]


async def test_another_time_of_the_same_can_be_saved_as_a_lesson_of_its_own() -> None:
    chat = await plays()
    await chat.hear("macbeth was £13 that night")
    assert "Saved #5" in (await chat.press("Save it as a new one")).title


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("sorry, the grease one was 125 minutes", "Change #2: minutes 125 min?"),
        ("sorry, it was grease, 125 minutes", "Change #4: show Grease · minutes 125 min?"),
        ("sorry, grease was £13", "You name Grease, but #4 is about something else."),
    ],
)
async def test_what_is_put_right_is_of_the_last_lesson_unless_another_is_pointed_at(
    said: str, change: str
) -> None:
    card = await (await plays()).hear(said)
    assert change in card.title, shown(card)


@pytest.mark.parametrize(
    "said",
    [
        *("how much for grease with posters?", "what was the grease one", "grease with posters"),
        *("cats was £14", "we went to see hamlet that night", "plays: macbeth was £13"),
        "the macbeth one was a bit boring actually",
    ],
)
async def test_questions_new_lessons_and_remarks_change_no_lesson(said: str) -> None:
    reply = await (await plays()).hear(said)
    assert "Change #" not in shown(reply), shown(reply)


async def test_only_the_one_who_taught_last_tells_more_of_it() -> None:
    chat = await plays()
    assert "Change #" not in shown(await chat.hear("the macbeth one was £8 actually", by="Ben"))
    await chat.hear("ask plays: Cats, minutes 120")
    assert "Change #" not in shown(await chat.hear("grease was £13 that night"))
