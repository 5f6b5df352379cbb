"""One message may be asked about with other values, or of another task: each answer is its own."""

from tests.core.assistant.chatting import Chat, shown

FLATS = (
    "task new name:flats predict:number unit:€ target:price "
    'fields:"area: number m²; district: category"'
)


async def asked() -> Chat:
    chat = Chat()
    await chat.say(FLATS)
    for lesson in ("80 m², Kreuzberg -> 300k", "90 m², Wedding -> 310k", "60 m², Mitte -> 280k"):
        await chat.say(f"teach flats: {lesson}")
    await chat.hear("ask flats: area 70, Kreuzburg", delivery="m1")
    return chat


async def test_an_offer_beside_an_answer_is_what_its_correction_learns() -> None:
    chat = await asked()
    assert "?2" in shown(await chat.press("district: Kreuzberg"))
    saved = await chat.say("correct 350k")
    assert "district Kreuzberg → € 350,000" in shown(saved)


async def test_a_message_that_comes_twice_is_answered_once() -> None:
    chat = await asked()
    again = await chat.hear("ask flats: area 70, Kreuzburg", delivery="m1")
    assert "?1" in shown(again)


async def test_the_same_message_for_two_tasks_gets_two_answers() -> None:
    chat = await asked()
    await chat.say('task new name:sheds predict:number unit:€ fields:"area: number m²"')
    await chat.say("teach sheds: area 10 -> 2000")
    reply = await chat.hear("ask sheds: area 70", delivery="m1")
    assert "?2" in shown(reply)
    assert "area 10 m²" in shown(await chat.hear("why ?2"))
