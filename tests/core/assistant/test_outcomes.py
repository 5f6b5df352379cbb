"""Some days after an answer the bot asks once how it turned out, and learns what it is told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from core.assistant.incoming import Command, Message, Press, Sender
from core.assistant.reply import OutcomeQuestion, Reply, Tone
from tests.core.assistant.chatting import Chat, shown
from tests.fakes.clock import SetClock

DAY = timedelta(days=1)


def sent(chat: Chat, who: str = "Zoe", **more: object) -> Sender:
    """Return a member; who runs the community is Zoe."""
    return replace(chat.sender(who), is_manager=who == "Zoe", **more)  # type: ignore[arg-type]


async def turnout(template: str = "turnout") -> tuple[Chat, SetClock]:
    """Return a community whose turnouts were taught a little, and its clock."""
    clock = SetClock()
    chat = Chat(clock=clock)
    await chat.assistant.handle(Press(sender=sent(chat), action=f"template:{template}"))
    if template == "turnout":
        for yes, came in ((20, 15), (10, 8), (30, 21), (26, 19)):
            await chat.say(f"teach turnout: event: games, said yes: {yes} -> {came}")
    else:
        for title, stars in (("Alien", 5), ("Up", 3), ("Moon", 4)):
            await chat.say(f"teach movies: title: {title} -> {stars}")
    return chat, clock


async def due(chat: Chat) -> Sequence[OutcomeQuestion]:
    return await chat.assistant.outcomes_due("terminal:")


async def asked(
    chat: Chat, clock: SetClock, question: str = "event: games, said yes: 28"
) -> OutcomeQuestion:
    """Return what is asked a day after a question."""
    await chat.hear(f"ask turnout: {question}")
    clock.move(DAY)
    [question_of_ours] = await due(chat)
    return question_of_ours


def labels(reply: Reply) -> list[str]:
    return [choice.label for choice in reply.choices]


async def test_it_is_asked_once_on_the_next_day() -> None:
    chat, clock = await turnout()
    answer = await chat.hear("ask turnout: event: games, said yes: 28")
    assert "on Jun 1, 2026 I ask once how it turned out" in shown(answer)
    clock.move(DAY - timedelta(minutes=1))
    assert await due(chat) == []
    clock.move()
    [question] = await due(chat)
    assert await due(chat) == []
    assert question.reply.title == "turnout: how did it turn out?"
    assert "event games · said yes 28" in shown(question.reply)
    assert "I said " in shown(question.reply)
    assert labels(question.reply)[1:] == ["Another number…", "It did not happen"]
    assert labels(question.reply)[0].startswith("About ")
    assert (question.member, question.place, question.number) == ("test:ana", None, 1)


async def test_what_the_bot_said_is_learned_as_it_was_shown() -> None:
    chat, clock = await turnout()
    question = await asked(chat, clock)
    about = question.reply.choices[0]
    learned = await chat.press(about)
    assert learned.title == "Learned as #5, thanks Ana."
    said = about.label.removeprefix("About ").removesuffix(", as I said")
    assert f"#5 event games · said yes 28 → {said}" in shown(learned)
    assert labels(learned) == ["Undo", "Edit…"]


async def test_another_number_is_learned_by_the_form() -> None:
    chat, clock = await turnout()
    question = await asked(chat, clock)
    form = await chat.assistant.form(
        Press(sender=sent(chat, "Ana"), action=question.reply.choices[1].action)
    )
    assert not isinstance(form, Reply)
    assert form.label == "Another number…"
    learned = await chat.press(form, filled={"truth": "19"})
    assert "#5 event games · said yes 28 → 19" in shown(learned)


async def test_what_did_not_happen_teaches_nothing() -> None:
    chat, clock = await turnout()
    question = await asked(chat, clock)
    reply = await chat.press(question.reply.choices[2])
    assert "?1 did not happen" in reply.title
    assert reply.tone is Tone.DONE
    assert "4 examples" in shown(await chat.hear("task show turnout"))


@pytest.mark.parametrize("told", ["right 1", "correct ?1 19", "privacy opt-out", "privacy erase"])
async def test_it_is_not_asked_where_it_is_known_or_not_wanted(told: str) -> None:
    chat, clock = await turnout()
    await chat.hear("ask turnout: event: games, said yes: 28")
    await chat.say(told)
    clock.move(DAY)
    assert await due(chat) == []


async def test_whoever_opts_out_has_nothing_planned_any_more() -> None:
    chat, _ = await turnout()
    await chat.hear("ask turnout: event: games, said yes: 28")
    ana = sent(chat, "Ana")
    async with chat.open_work() as work:
        assert await work.follow_ups.of_member(ana.community, ana.member)
    await chat.say("privacy opt-out")
    async with chat.open_work() as work:
        assert not await work.follow_ups.of_member(ana.community, ana.member)


@pytest.mark.parametrize("change", ["task delete turnout", "task edit turnout outcome:never"])
async def test_it_is_not_asked_of_a_task_that_is_gone_or_does_not_ask(change: str) -> None:
    chat, clock = await turnout()
    await chat.hear("ask turnout: event: games, said yes: 28")
    changed = await chat.assistant.handle(Message(sender=sent(chat), text=change))
    if changed.choices:
        press = Press(sender=sent(chat), action=changed.choices[0].action)
        changed = await chat.assistant.handle(press)
    assert changed.tone is Tone.DONE
    clock.move(DAY)
    assert await due(chat) == []


async def test_tasks_ask_nothing_unless_they_are_told_to() -> None:
    clock = SetClock()
    chat = Chat(clock=clock)
    await chat.say("teach houses: size 1 -> 2")
    await chat.hear("ask houses: size 6")
    clock.move(30 * DAY)
    assert await due(chat) == []
    changed = await chat.hear('task edit houses outcome:"3 days"')
    assert "3 days after an answer I ask how it turned out" in shown(changed)
    assert "3 days after" in shown(await chat.hear("task show houses"))
    await chat.hear("ask houses: size 6")
    clock.move(3 * DAY)
    assert len(await due(chat)) == 1


async def test_a_new_task_can_be_made_to_ask() -> None:
    chat = Chat()
    made = await chat.hear('task new name:sales predict:number fields:"day: date" outcome:2')
    assert "2 days after an answer I ask how it turned out" in shown(made)


@pytest.mark.parametrize("said", ["soon", "366", "-1", "1.5"])
async def test_what_is_no_number_of_days_is_refused(said: str) -> None:
    chat, _ = await turnout()
    edit = Message(sender=sent(chat), text=f"task edit turnout outcome:{said}")
    refused = await chat.assistant.handle(edit)
    assert refused.tone is Tone.ERROR
    assert "from 1 to 365, or never" in refused.title


@pytest.mark.parametrize(
    ("day", "wait"),
    [
        ("2026-06-05", timedelta(days=6)),  # noon of the day after the event
        ("2026-05-01", DAY),  # long past: a day after it was asked
        ("9999-12-31", DAY),
    ],
)
async def test_the_one_day_that_a_question_names_is_waited_for(day: str, wait: timedelta) -> None:
    clock = SetClock()
    chat = Chat(clock=clock)
    await chat.hear('task new name:sales predict:number fields:"day: date; n: number" outcome:1')
    await chat.say("teach sales: day: 2026-05-01, n: 2 -> 5")
    await chat.hear(f"ask sales: day: {day}, n: 2")
    clock.move(wait - timedelta(seconds=1))
    assert await due(chat) == []
    clock.move()
    assert len(await due(chat)) == 1


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({}, None),
        ({"is_overheard": True}, "7"),
        ({"is_overheard": True, "thread": "77"}, "77"),
        ({"thread": "77"}, None),
    ],
)
async def test_it_is_asked_where_others_saw_the_answer_and_else_directly(
    changes: dict[str, object], place: str | None
) -> None:
    chat, clock = await turnout()
    sender = sent(chat, "Ana", place="7", **changes)
    await chat.assistant.handle(Message(sender=sender, text="ask turnout: said yes: 28"))
    clock.move(DAY)
    [question] = await due(chat)
    assert question.place == place
    assert question.reply.is_private is (place is None)
    assert ("asked by Ana" in shown(question.reply)) is (place is not None)


async def test_a_task_that_answers_in_public_asks_in_public() -> None:
    chat, clock = await turnout()
    edit = Message(sender=sent(chat), text="task edit turnout answers:public")
    assert "1 day after" in shown(await chat.assistant.handle(edit))
    sender = sent(chat, "Ana", place="7")
    await chat.assistant.handle(Message(sender=sender, text="ask turnout: said yes: 28"))
    clock.move(DAY)
    assert [question.place for question in await due(chat)] == ["7"]


async def test_what_was_answered_before_a_task_is_private_is_asked_directly() -> None:
    chat, clock = await turnout()
    for answers, yes in (("public", 28), ("private", 27)):
        edit = f"task edit turnout answers:{answers}"
        await chat.assistant.handle(Message(sender=sent(chat), text=edit))
        asked_at = replace(sent(chat, "Ana", place="7"), is_overheard=answers == "private")
        await chat.assistant.handle(Message(sender=asked_at, text=f"ask turnout: said yes: {yes}"))
    clock.move(DAY)
    questions = await due(chat)
    assert [question.place for question in questions] == [None, "7"]
    assert [question.reply.is_private for question in questions] == [True, False]


async def test_whoever_may_not_teach_is_not_asked_alone() -> None:
    chat, clock = await turnout()
    edit = Message(sender=sent(chat), text="task edit turnout teachers:77")
    await chat.assistant.handle(edit)
    await chat.hear("ask turnout: said yes: 28")
    in_public = sent(chat, "Ana", place="7", is_overheard=True)
    await chat.assistant.handle(Message(sender=in_public, text="ask turnout: said yes: 27"))
    clock.move(DAY)
    [question] = await due(chat)
    assert question.place == "7"
    refused = await chat.press(question.reply.choices[0])
    assert 'Only members with the role "Brokers" teach turnout.' in refused.title


async def test_of_the_words_of_others_nothing_is_asked() -> None:
    chat = Chat(clock=(clock := SetClock()))
    await chat.hear(
        'task new name:scam predict:category labels:"scam, ham" fields:"post: text" outcome:1'
    )
    for said, label in (("free gift", "scam"), ("hello all", "ham")):
        await chat.say(f"teach scam: post: {said} -> {label}")
    about = Command(sender=sent(chat, "Ana"), name="ask about this", text="free gift for you")
    for author in (None, sent(chat, "Ben").member):
        await chat.assistant.handle(replace(about, author=author))
    clock.move(DAY)
    [question] = await due(chat)
    assert question.number == 1
    assert labels(question.reply) == ["scam, as I said", "Another label…", "It did not happen"]
    learned = await chat.press(question.reply.choices[0])
    assert "→ scam" in shown(learned)


async def test_after_the_film_each_member_rates_and_nobody_is_led() -> None:
    chat, clock = await turnout("film-night")
    sender = sent(chat, "Ana", place="7", is_overheard=True)
    await chat.assistant.handle(Message(sender=sender, text="ask movies: title: Arrival"))
    clock.move(DAY)
    [question] = await due(chat)
    assert labels(question.reply) == ["1", "2", "3", "4", "5"]
    assert "I said" not in shown(question.reply)
    chat.last = question.reply
    for who, stars in (("Ana", 3), ("Ben", 4), ("Cem", 4)):
        rated = await chat.press(question.reply.choices[stars], by=who)
        while yes := next((c for c in rated.choices if c.is_yes), None):
            rated = await chat.press(yes, by=who)
    assert "3 votes, mean 4.7." in shown(rated)


async def test_the_same_question_asked_again_is_asked_after_once() -> None:
    chat, clock = await turnout()
    for _ in range(3):
        await chat.hear("ask turnout: event: games, said yes: 28")
    await chat.hear("ask turnout: event: games, said yes: 29")
    clock.move(DAY)
    assert [question.number for question in await due(chat)] == [3, 4]


async def test_a_film_that_was_asked_about_alone_is_rated_alone() -> None:
    chat, clock = await turnout("film-night")
    await chat.hear("ask movies: title: Arrival")
    clock.move(DAY)
    [question] = await due(chat)
    assert question.place is None
    rated = await chat.press(question.reply.choices[3])
    assert "title Arrival → 4" in shown(rated)
    assert "1 vote. I said " in shown(rated)
