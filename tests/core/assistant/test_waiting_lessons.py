"""A lesson that waits for a yes: what is said next completes it, or puts it right, unsaved."""

from datetime import timedelta

import pytest

from core.assistant.incoming import CardKind, Message
from core.assistant.reply import Reply, Tone
from core.ports.learning import Clock
from tests.core.assistant.chatting import Chat, now, shown
from tests.core.assistant.several_tasks import Time

_LINES = (
    (
        "task new name:beds predict:number unit:€ "
        'fields:"area: number m²; kind: wood | steel; sun: yes/no"'
    ),
    "teach beds: area 2, wood, sun -> 100",
    "teach beds: area 3, steel, sun -> 150",
    "teach beds: area 1, wood, no sun -> 60",
    (
        "task new name:礼金 predict:number unit:元 "
        'fields:"关系: 同学 | 同事 | 亲戚; 人数: number; 地点: text"'
    ),
    "teach 礼金: 同事, 人数2, 地点 酒店 -> 500",
    "teach 礼金: 同学, 人数1, 地点 家里 -> 300",
    (
        'task new name:sounds predict:category labels:"noise, music" '
        'fields:"length: number s; loud: number"'
    ),
    "teach sounds: length 3, loud 5 -> noise",
    "teach sounds: length 2, loud 5 -> music",
)
_BED = "beds: area 4, wood -> 200"
_GIFT = "礼金: 人数3, 地点 酒店 -> 600"


async def offered(lesson: str, *, clock: Clock = now) -> Chat:
    chat = Chat(clock=clock)
    for line in _LINES:
        await chat.say(line)
    card = await chat.hear(lesson)
    assert card.tone is Tone.ASK, shown(card)
    return chat


async def reply(chat: Chat, text: str, *, to: Reply | None = None) -> Reply:
    """Return the reply to words that reply to a card, the one shown last unless given."""
    card = to or chat.last
    assert card is not None
    offer = int(card.choices[-1].action.split(":")[1])
    sender = chat.sender("Ana")
    message = Message(sender=sender, text=text, about_card=CardKind.OFFER, about_offer=offer)
    chat.last = await chat.assistant.handle(message)
    return chat.last


@pytest.mark.parametrize("replies", [True, False])
@pytest.mark.parametrize(
    ("lesson", "said", "read"),
    [
        (_BED, "the bed is 2.4 sqm", "area 2.4 m² · kind wood → answer € 200"),
        (_BED, "area was 5", "area 5 m² · kind wood → answer € 200"),
        (_BED, "no sun", "area 4 m² · kind wood · sun no → answer € 200"),
        (_BED, "kind is steel, fat fingers", "area 4 m² · kind steel → answer € 200"),
        (_BED, "fat fingers, 230", "area 4 m² · kind wood → answer € 230"),
        (_GIFT, "关系是同学啊", "关系 同学 · 人数 3 人"),
        (_GIFT, "手滑了 是300", "→ answer 300 元"),
        (_GIFT, "手滑了，关系是亲戚，人数是4", "关系 亲戚 · 人数 4 人"),
    ],
)
async def test_a_lesson_is_offered_again_with_what_is_told_of_it(
    lesson: str, said: str, read: str, *, replies: bool
) -> None:
    chat = await offered(lesson)
    card = await (reply(chat, said) if replies else chat.hear(said))
    assert card.tone is Tone.ASK
    assert read in shown(card), shown(card)
    assert card.closes, "the card before it is gone"
    saved = await chat.press("Save it")
    assert read.replace("answer ", "") in shown(saved)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("area 5", "area 5 m² · kind wood → answer € 200"),
        ("5 m²", "area 5 m² · kind wood → answer € 200"),
        ("it was 300", "area 4 m² · kind wood → answer € 300"),
    ],
)
async def test_a_reply_is_of_the_lesson_though_alone_it_would_ask(said: str, read: str) -> None:
    card = await reply(await offered(_BED), said)
    assert read in shown(card), shown(card)
    assert card.tone is Tone.ASK


@pytest.mark.parametrize("said", ["beds: area 5", "beds: area is 5", "area 5"])
async def test_a_question_after_the_card_is_a_question(said: str) -> None:
    card = await (await offered(_BED)).hear(said)
    assert card.tone is Tone.ANSWER, shown(card)
    assert "Not saved" in shown(card)


async def test_what_is_told_while_a_label_is_asked_about_is_kept() -> None:
    chat = await offered("sounds: length 4, loud 2 -> nois")
    again = await reply(chat, "loud is 3")
    assert "loud 3" in again.title
    assert "Did you mean noise?" in (await chat.press("Save it")).title
    assert "length 4 s · loud 3 → noise" in shown(await chat.hear("noise"))


async def test_a_number_that_may_be_of_several_is_asked_about() -> None:
    chat = await offered("sounds: length 4, loud 2 -> noise")
    card = await reply(chat, "5")
    assert {choice.label for choice in card.choices} >= {"length 5 s", "loud 5"}, shown(card)
    assert "length 4 s · loud 5 → noise" in shown(await chat.press("loud 5"))


async def test_a_reply_to_an_earlier_card_is_about_that_one() -> None:
    chat = await offered(_BED)
    first = chat.last
    await chat.hear(_GIFT)
    chat.assistant = Chat(open_work=chat.open_work).assistant  # as started anew
    card = await reply(chat, "no sun", to=first)
    assert "area 4 m² · kind wood · sun no → answer € 200" in shown(card)
    await chat.press("Save it")
    assert "This offer is gone" in (await reply(chat, "sun yes", to=first)).title


@pytest.mark.parametrize("said", ["200", "seventeen green elephants", "绿色的大象"])
async def test_a_reply_of_which_nothing_is_read_is_no_new_request(said: str) -> None:
    chat = await offered(_BED)
    card = chat.last
    told = await reply(chat, said)
    assert "waits there for your yes" in told.title, shown(told)
    assert "area 5 m²" in shown(await reply(chat, "area 5", to=card))


@pytest.mark.parametrize("said", ["beds: area 5", "how much is a bed of 5 m² made of steel?"])
async def test_a_question_in_a_reply_to_a_card_is_answered(said: str) -> None:
    assert (await reply(await offered(_BED), said)).tone is Tone.ANSWER


async def test_after_half_an_hour_the_card_is_meant_by_a_reply_alone() -> None:
    time = Time()
    chat = await offered(_BED, clock=time)
    card = chat.last
    time.now += timedelta(minutes=31)
    told = await chat.hear("no sun")
    assert "Not saved, for this was not answered: Shall I learn this?" in shown(told)
    assert "sun no → answer € 200" in shown(await reply(chat, "no sun", to=card))


@pytest.mark.parametrize(
    ("lesson", "said", "read"),
    [
        ("sounds: length 4, loud 2 -> static", "noise", "loud 2 → answer noise"),
        ("sounds: length 4, loud 2 -> static", "it's music!", "loud 2 → answer music"),
        ("beds: area 4, wood -> dunno", "300", "kind wood → answer € 300"),
        ("beds: area 4, wood ->", "it was €300", "kind wood → answer € 300"),
        ("礼金: 同事, 人数3, 地点 酒店 -> 很多", "是300吧", "→ answer 300 元"),
    ],
)
async def test_a_target_that_cannot_be_is_asked_for(lesson: str, said: str, read: str) -> None:
    chat = await offered(lesson)
    assert (await chat.hear("noise?")).tone is not Tone.DONE
    card = await chat.hear(lesson)
    assert "Nothing is saved before you say it" in shown(card)
    assert read in shown(await reply(chat, said))
    assert "Saved" in (await chat.press("Save it")).title


async def test_few_labels_are_offered_where_a_lesson_says_none_of_them() -> None:
    chat = await offered("sounds: length 4, loud 2 -> static")
    assert chat.last is not None
    assert [choice.label for choice in chat.last.choices] == ["noise", "music", "None of these"]
    assert "→ answer music" in shown(await chat.press("music"))


async def test_an_edit_with_no_such_target_is_completed_too() -> None:
    chat = await offered("examples edit 1 -> never")
    assert "→ € 90" in shown(await reply(chat, "90"))


@pytest.mark.parametrize(
    "said", ["sounds", "Sounds!", "I meant sounds", "the sounds task", "是sounds"]
)
@pytest.mark.parametrize("asked", ["soundz: length 4, loud 2?", "ask soundz: length 4, loud 2"])
async def test_the_name_of_the_task_carries_out_what_was_meant(asked: str, said: str) -> None:
    chat = await offered(asked)
    assert "There is no task" in shown(chat.last) if chat.last else False
    answer = await reply(chat, said)
    assert answer.tone is Tone.ANSWER, shown(answer)
    assert answer.title.startswith("sounds")
    assert "length 4 s · loud 2" in shown(answer)


@pytest.mark.parametrize("said", ["礼金", "礼金吧", "the 礼金 one"])
async def test_a_task_is_named_whatever_its_button_says(said: str) -> None:
    chat = await offered("what if area is 5")
    assert "Which task" in (chat.last.title if chat.last else "")
    assert (await reply(chat, said)).title.startswith("礼金")
