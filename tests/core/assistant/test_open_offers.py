"""Words beside a yes or a no to an open offer change that offer, and nothing older."""

import time

import pytest

from core.assistant.conditions import condition_in
from core.assistant.incoming import CardKind, Message
from core.assistant.reply import Tone
from tests.core.assistant.chatting import shown
from tests.core.assistant.several_tasks import asked

_RIDE = "rides: 8 km in Mitte -> 33 min"
_GIFT = "礼金: 同学, 人数3, 地点家里 -> 600"
_DOG = "dogs: growled at the postman -> calm"


@pytest.mark.parametrize(
    ("lesson", "said", "read"),
    [
        (_RIDE, "yes but minutes were 35", "8 km · place Mitte → answer 35 min"),
        (_RIDE, "save it, but it was 36", "8 km · place Mitte → answer 36 min"),
        (_RIDE, "save it as 36 min please", "8 km · place Mitte → answer 36 min"),
        (_RIDE, "ok, only the distance is 8.5", "8.5 km · place Mitte → answer 33 min"),
        (_RIDE, "yep, just make the distance 9", "9 km · place Mitte → answer 33 min"),
        (_RIDE, "sure, change the place to Kreuzberg", "8 km · place Kreuzberg → answer 33 min"),
        (_RIDE, "correct, but in Kreuzberg not Mitte", "8 km · place Kreuzberg → answer 33 min"),
        (_RIDE, "yes, and it rained", "8 km · rain yes · place Mitte → answer 33 min"),
        (_RIDE, "yes but rain: yes, distance 9", "9 km · rain yes · place Mitte → answer 33 min"),
        (_RIDE, "almost, it was 9 km", "9 km · place Mitte → answer 33 min"),
        (_RIDE, "no it was 36", "8 km · place Mitte → answer 36 min"),
        (_GIFT, "保存，不过金额是1200", "人数 3 人 · 地点 家里 → 金额 1,200 元"),
        (_GIFT, "对，但是人数是4", "人数 4 人 · 地点 家里 → 金额 600 元"),
        (_GIFT, "好的，地点改成楼上", "人数 3 人 · 地点 楼上 → 金额 600 元"),
        (_GIFT, "嗯，但是人数不是3，是4", "人数 4 人 · 地点 家里 → 金额 600 元"),
        (_GIFT, "存吧，不过是700", "人数 3 人 · 地点 家里 → 金额 700 元"),
        (_GIFT, "可以，金额800", "人数 3 人 · 地点 家里 → 金额 800 元"),
        (_GIFT, "可以，不过地点也改成酒店", "人数 3 人 · 地点 酒店 → 金额 600 元"),
        (_RIDE, "nope, 9 km and 36 minutes", "9 km · place Mitte → answer 36 min"),
        (_GIFT, "好的保存，地点写错了是酒店", "人数 3 人 · 地点 酒店 → 金额 600 元"),
        (_DOG, "yes but aggressive", "postman → answer aggressive"),
        (_DOG, "save it, but as nervous", "postman → answer nervous"),
        (_DOG, "ok but it was nervous, not calm", "postman → answer nervous"),
    ],
)
async def test_an_open_lesson_is_shown_again_as_the_condition_says(
    lesson: str, said: str, read: str
) -> None:
    chat = await asked()
    await chat.hear(lesson)
    card = await chat.hear(said)
    assert card.tone is Tone.ASK
    assert read in shown(card), shown(card)
    assert "?1" not in shown(card)
    assert card.closes, "the card before it is gone"
    saved = await chat.hear("yes")
    assert read.replace("answer ", "").replace("金额 ", "") in shown(saved)


@pytest.mark.parametrize(
    ("lesson", "said", "left"),
    [
        (_RIDE, "yes but the driver was Bob", "the driver was Bob"),
        (_RIDE, "yes but it was not Mitte", "it was not Mitte"),
        (_GIFT, "好的，但是新娘很漂亮", "新娘很漂亮"),
        ("walks: length 3 -> 20", "yes but call it strolls", "call it strolls"),
    ],
)
async def test_a_condition_that_says_nothing_is_shown_on_the_same_question(
    lesson: str, said: str, left: str
) -> None:
    chat = await asked()
    before = await chat.hear(lesson)
    card = await chat.hear(said)
    assert (card.title, card.tone) == (before.title, Tone.ASK)
    assert f"I ignored: {left}" in shown(card) or f"没有用上：{left}" in shown(card)
    assert "Saved" in (await chat.say("yes")).title


@pytest.mark.parametrize(
    "said",
    [
        "ok and in Kreuzberg?",
        "ok what about 9 km in Kreuzberg",
        "rides: 9 km, Mitte",
        "ok but why 31",
    ],
)
async def test_what_asks_behind_a_yes_changes_no_lesson(said: str) -> None:
    chat = await asked()
    await chat.hear(_RIDE)
    reply = await chat.hear(said)
    assert "Save it" not in [choice.label for choice in reply.choices], shown(reply)
    assert "Not saved" in shown(reply)


@pytest.mark.parametrize("said", ["it was 36", "change it to 36"])
async def test_a_truth_without_a_yes_may_be_of_the_answer_before(said: str) -> None:
    chat = await asked()
    await chat.hear(_RIDE)
    card = await chat.hear(said)
    assert "8 km · place Mitte → answer 36 min" in shown(card)
    assert [choice.label for choice in card.choices] == ["Save it", "It is of ?1", "None of these"]
    assert "distance 6 km · place Mitte → 36 min" in shown(await chat.press("It is of ?1"))


async def test_of_two_things_that_are_told_none_is_lost() -> None:
    chat = await asked()
    await chat.hear(_RIDE)
    card = await chat.hear("make it 36 and Kreuzberg")
    assert "8 km · place Kreuzberg → answer 36 min" in shown(card)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("yes but it was 42", "?1 was 42 min"),
        ("ok but only 38 really", "?1 was 38 min"),
        ("yes but the distance was 7", "distance 7 km · place Mitte → 40 min"),
        ("yes but in the rain", "distance 6 km · rain yes · place Mitte → 40 min"),
        ("ok actually the place was Kreuzberg", "distance 6 km · place Kreuzberg → 40 min"),
        ("对，不过是41", "?1 was 41 min"),
    ],
)
async def test_an_open_correction_is_changed_or_becomes_a_lesson_of_another_case(
    said: str, read: str
) -> None:
    chat = await asked()
    await chat.hear("it took 40")
    card = await chat.hear(said)
    assert card.tone is Tone.ASK
    assert read in shown(card) or read.replace("?1 was", "?1 其实是") in shown(card), shown(card)


async def test_an_open_correction_of_a_label_is_changed() -> None:
    chat = await asked()
    await chat.say("ask dogs: growled at the postman")
    await chat.hear("it was aggressive")
    card = await chat.hear("yes but actually nervous")
    assert "?2 was nervous" in card.title, shown(card)
    assert "nervous" in shown(await chat.hear("yes"))


@pytest.mark.parametrize("said", ["yes thanks", "ok thanks, save it", "好，谢谢"])
async def test_thanks_beside_a_yes_change_nothing(said: str) -> None:
    chat = await asked()
    await chat.hear(_RIDE)
    assert "Saved" in (await chat.hear(said)).title


@pytest.mark.parametrize("said", ["that's wrong", "no that's off", "不对", "that can't be right"])
async def test_what_calls_an_open_correction_wrong_drops_it(said: str) -> None:
    chat = await asked()
    await chat.hear("it took 40")
    reply = await chat.hear(said)
    assert "Learn 40 min" not in [choice.label for choice in reply.choices], shown(reply)
    assert "Learned" not in (await chat.hear("yes")).title


@pytest.mark.parametrize("wanted", ["it took 40", _RIDE])
async def test_words_that_only_halt_show_a_card_again_once(wanted: str) -> None:
    chat = await asked()
    before = await chat.hear(wanted)
    card = await chat.hear("hold on")
    assert card.title == before.title
    assert "I ignored: hold on" in shown(card)
    assert "Not saved" in shown(await chat.hear("actually"))


async def test_only_the_newest_condition_that_says_nothing_is_shown() -> None:
    chat = await asked()
    await chat.hear(_RIDE)
    await chat.hear("yes but the driver was Bob")
    card = await chat.hear("yes but call it strolls")
    assert shown(card).count("I ignored") == shown(card).count("I ignored: call it strolls") == 1


@pytest.mark.parametrize("said", ["no, 33", "yes but more like 33"])
async def test_a_verdict_that_waits_is_put_right(said: str) -> None:
    chat = await asked()
    await chat.hear("it was right")
    assert "Shall I learn that ?1 was 33 min?" in (await chat.hear(said)).title


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("yes but it was 9.5", "distance 9.5 km"),
        ("yes and no rain", "distance 9 km · rain no"),
        ("ok but 34 min", "distance 9 km · answer 34 min"),
        ("好，不过地点改成Kreuzberg", "distance 9 km · place Kreuzberg"),
    ],
)
async def test_an_open_edit_is_changed(said: str, change: str) -> None:
    chat = await asked()
    await chat.say("rides: 8 km in Mitte, rain -> 33 min")
    await chat.hear("sorry, distance was 9")
    card = await chat.hear(said)
    assert card.title.startswith("Change #") or card.title.startswith("要修改 #")
    assert change in card.title, shown(card)
    assert "Changed #" in (await chat.hear("yes")).title


@pytest.mark.parametrize("said", ["yes but only #6", "no, #6", "不是，#6"])
async def test_another_example_is_named_in_place_of_the_one_to_be_taken_back(said: str) -> None:
    chat = await asked()
    await chat.hear("delete #7")
    card = await chat.hear(said)
    assert "#6 distance 10 km" in shown(card), shown(card)
    assert "#7" not in shown(card)


@pytest.mark.parametrize(
    "said",
    ["no, keep it", "actually leave it", "算了还是留着吧", "keep it as it was", "不，还是原样吧"],
)
@pytest.mark.parametrize("wanted", ["sorry, distance was 9", "delete it"])
async def test_what_was_offered_is_not_done(said: str, wanted: str) -> None:
    chat = await asked()
    await chat.say("rides: 8 km in Mitte, rain -> 33 min")
    await chat.hear(wanted)
    reply = await chat.hear(said)
    assert reply.title in ("All right, nothing was changed.", "好的，什么都没有改变。")
    assert reply.closes


@pytest.mark.parametrize(
    "said",
    ["no, keep it", "actually leave it", "算了还是留着吧", "don't delete it", "算了别删了"],
)
@pytest.mark.parametrize("done", ["delete it", "undo"])
async def test_what_was_just_taken_back_is_offered_to_count_again(said: str, done: str) -> None:
    chat = await asked()
    await chat.say("rides: 8 km in Mitte, rain -> 33 min")
    await chat.say(done)
    card = await chat.hear(said)
    assert card.title in ("Let this count again?", "让它重新计入吗？"), shown(card)
    assert "counts again" in shown(await chat.hear("yes"))


@pytest.mark.parametrize("said", ["actually leave it", "no, keep the old one", "不改了"])
async def test_what_was_just_changed_is_offered_to_be_as_before_and_again(said: str) -> None:
    chat = await asked()
    await chat.say("rides: 8 km in Mitte, rain -> 33 min")
    await chat.say("sorry, distance was 9")
    await chat.hear(said)
    assert "distance 8 km" in shown(await chat.hear("yes"))
    await chat.hear(said)
    assert "distance 9 km" in shown(await chat.hear("yes"))


@pytest.mark.parametrize("said", ["keep it", "actually leave it", "还是留着吧"])
async def test_nothing_older_than_an_answer_or_an_open_lesson_is_kept(said: str) -> None:
    chat = await asked()
    await chat.say("delete #7")
    await chat.say("ask rides: distance 6, Mitte")
    assert "count again" not in shown(await chat.hear(said))
    await chat.say("delete #6")
    await chat.hear(_RIDE)
    assert "count again" not in shown(await chat.hear(said))


async def test_another_member_changes_no_offer_and_a_reply_to_its_card_does() -> None:
    chat = await asked()
    card = await chat.hear(_RIDE, by="Ben")
    assert "8 km" not in shown(await chat.hear("yes but it was 35"))
    offer = int(card.choices[-1].action.split(":")[1])
    message = Message(
        sender=chat.sender("Ben"),
        text="yes but minutes were 35",
        about_card=CardKind.OFFER,
        about_offer=offer,
    )
    assert "8 km · place Mitte → answer 35 min" in shown(await chat.assistant.handle(message))


@pytest.mark.parametrize(
    "text",
    [
        "save it",
        "no rain",
        "是35分钟",
        "对面有人",
        "好莱坞 5",
        "行李 5",
        "yesterday 8 km",
        "ok",
        "keep it",
    ],
)
def test_a_value_or_a_bare_yes_has_no_condition(text: str) -> None:
    assert condition_in(text) is None


@pytest.mark.parametrize("part", ["yes ", "save it ", "好，", "ok,", "please ", "oh ", "but "])
def test_conditions_are_found_in_linear_time(part: str) -> None:
    began = time.perf_counter()
    condition_in((part * 2000)[:4000])
    assert time.perf_counter() - began < 0.2
