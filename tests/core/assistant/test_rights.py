"""Who may do what, beside a task's teachers: its maker, its keepers, managers, and who asked."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import pytest

from core.assistant.incoming import Command, Message, Press
from core.assistant.reply import Reply, Tone
from core.domain.example import Foretold
from core.domain.fields import Values
from core.domain.identity import CommunityId, MemberId
from core.domain.task import Task, Truth
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_teaching import taught_houses
from tests.fakes.learning import MeanPredictor


async def managed(chat: Chat, text: str) -> Reply:
    """Return what somebody hears who runs the community."""
    zoe = replace(chat.sender("Zoe"), is_manager=True)
    return await chat.assistant.handle(Message(sender=zoe, text=text))


async def in_channel(chat: Chat, who: str, text: str, place: str = "7") -> Reply:
    """Return the reply to what others read along."""
    sender = replace(chat.sender(who), is_overheard=True, place=place)
    return await chat.assistant.handle(Message(sender=sender, text=text))


@pytest.mark.parametrize(
    "line",
    [
        "model learn houses",
        "model stop houses",
        "model rollback houses",
        "task delete houses",
        "task edit houses about:mine",
    ],
)
async def test_only_keepers_retrain_roll_back_change_and_delete(line: str) -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    refused = await chat.hear(line, by="Ben")
    assert refused.tone is Tone.ERROR
    assert 'Only who keeps "houses"' in refused.title
    for allowed in (await chat.hear(line, by="Ana"), await managed(chat, line)):
        assert "Only who keeps" not in shown(allowed)
    await chat.hear("task edit houses keepers:9:Keepers", by="Ana")
    ben = replace(chat.sender("Ben"), roles=frozenset({"9"}))
    assert "Only who keeps" not in shown(
        await chat.assistant.handle(Message(sender=ben, text=line))
    )


async def test_a_task_whose_maker_is_gone_is_kept_by_managers_alone() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await chat.say("teach houses: size 9 -> 18", by="Ben")
    await chat.say("privacy erase", by="Ana")
    for line in ("task delete houses", "task edit houses about:mine", "model learn houses"):
        assert "Only who keeps" in (await chat.hear(line, by="Ben")).title
        assert "Only who keeps" in (await chat.hear(line, by="Ana")).title
    assert (await managed(chat, "task delete houses")).tone is Tone.ASK


async def test_keepers_put_right_what_others_taught() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await chat.hear("task edit houses keepers:9:Keepers", by="Ana")
    assert "taught by somebody else" in (await chat.hear("examples delete 2", by="Ben")).title
    ben = replace(chat.sender("Ben"), roles=frozenset({"9"}))
    taken = await chat.assistant.handle(Message(sender=ben, text="examples delete 2"))
    assert taken.tone is Tone.DONE


async def test_what_looks_odd_is_reviewed_by_keepers_and_by_who_taught_it() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await chat.hear("teach houses: size 3 -> 9000", by="Ana")
    assert "9,000" in shown(await chat.hear("examples review houses", by="Ana"))
    assert "9,000" in shown(await managed(chat, "examples review houses"))
    assert "9,000" not in shown(await chat.hear("examples review houses", by="Ben"))


NUMBERED = ("correct ?1 13", "right ?1", "why ?1", "correct number:1 truth:13", "why 1")
PRESSED = (
    "right:1",
    "correct:1",
    "none:1",
    "rate:1:3",
    "came:1:3",
    "outcome:1",
    "lapse:1",
    "why:1",
    "reread:1",
    "report:1",
    "other:1",
    "more:1",
    "vote:1:right",
)


async def test_anothers_private_question_is_as_if_it_were_not_there() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await chat.hear("ask houses: size 6", by="Ana")
    for line in NUMBERED:
        secret = await chat.hear(line, by="Ben")
        missing = await chat.hear(line.replace("1", "8", 1), by="Ben")
        assert secret.tone is Tone.ERROR
        assert shown(secret).replace("?1", "?8") == shown(missing)
    for action in PRESSED:
        press = Press(sender=chat.sender("Ben"), action=action, filled={"truth": "13"})
        assert "no answer ?1 here" in (await chat.assistant.handle(press)).title
        form = await chat.assistant.form(press)
        assert isinstance(form, Reply)
        assert "no answer ?1 here" in form.title
    reply = Message(sender=chat.sender("Ben"), text="it was 13", in_reply_to=1)
    assert "no answer ?1 here" in (await chat.assistant.handle(reply)).title


async def test_an_answer_that_all_saw_is_everybodys() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await in_channel(chat, "Ana", "houses: size 6?")
    assert (await chat.hear("why ?1", by="Ben")).tone is Tone.ANSWER
    ben = Message(sender=chat.sender("Ben"), text="it was 13", in_reply_to=1)
    assert "Shall I learn that ?1 was 13?" in (await chat.assistant.handle(ben)).title


async def test_what_was_asked_in_private_stays_so_when_the_task_answers_publicly_later() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await chat.hear("ask houses: size 6", by="Ana")
    await chat.hear("task edit houses answers:public", by="Ana")
    assert (await chat.hear("why ?1", by="Ben")).tone is Tone.ERROR
    await chat.hear("ask houses: size 7", by="Ana")
    assert (await chat.hear("why ?2", by="Ben")).tone is Tone.ANSWER


async def test_what_was_sent_to_the_moderators_is_read_in_their_channel_alone() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await managed(chat, "setup moderators:5:mods")
    asked = Command(
        sender=chat.sender("Ana"), name="ask about this", text="size 3", author=MemberId("test:x")
    )
    await chat.assistant.handle(asked)
    ana = Press(sender=chat.sender("Ana"), action="report:1")
    assert "Sent ?1" in (await chat.assistant.handle(ana)).title
    assert (await in_channel(chat, "Ben", "why ?1", place="5")).tone is Tone.ANSWER
    assert (await in_channel(chat, "Ben", "why ?1", place="6")).tone is Tone.ERROR
    assert (await chat.hear("why ?1", by="Ben")).tone is Tone.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class _InStep(MeanPredictor):
    """Predicts for two teachers when both have come so far, once there is a barrier."""

    barriers: ClassVar[list[asyncio.Barrier]] = []

    async def foretell(
        self, task: Task, lessons: Sequence[tuple[Values, Truth]]
    ) -> Sequence[Foretold | None]:
        for barrier in self.barriers:
            await barrier.wait()
        return await super(_InStep, self).foretell(task, lessons)


async def test_of_two_decisions_at_one_moment_the_first_is_learned(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chat = Chat(predictor=_InStep)
    await chat.say('task new name:posts predict:category labels:scam,ham fields:"post: text"')
    await chat.say("teach posts: post: free nitro -> scam", by="Ana")
    await chat.say("teach posts: post: see you tonight -> ham", by="Ana")
    await managed(chat, "setup moderators:5:mods")
    await chat.hear("ask posts: post: nitro tonight", by="Ana")
    await chat.assistant.handle(Press(sender=chat.sender("Ana"), action="report:1"))
    presses = [
        Press(
            sender=replace(chat.sender(who), place="5"),
            action="settle:1",
            filled={"truth": truth},
            delivery=f"test:{who}",
        )
        for who, truth in (("Ben", "scam"), ("Zoe", "ham"))
    ]
    for press in presses:
        await chat.say("teach posts: post: hello -> ham", by=press.sender.name)
    monkeypatch.setattr(_InStep, "barriers", [asyncio.Barrier(len(presses))])
    first, second = await asyncio.gather(*(chat.assistant.handle(press) for press in presses))
    assert {first.tone, second.tone} == {Tone.DONE, Tone.ERROR}, (shown(first), shown(second))
    async with chat.open_work() as work:
        task = await work.tasks.named(CommunityId(chat.community), "posts")
        assert task is not None
        assert await work.examples.count(task.id) == 5


async def asked_about_ben() -> Chat:
    """Return a community whose answers all see, and where Ana asked about what Ben wrote."""
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await chat.say("teach flats: size 1 -> 3", by="Ana")
    for task in ("houses", "flats"):
        await chat.hear(f"task edit {task} answers:public", by="Ana")
    about = Command(
        sender=chat.sender("Ana"),
        name="ask about this",
        options={"task": "houses"},
        text="size 3",
        author=MemberId("test:ben"),
        delivery="test:1",
    )
    chat.last = await chat.assistant.handle(about)
    assert chat.last.is_private
    return chat


@pytest.mark.parametrize(
    ("button", "filled"),
    [("Edit what I read", {"text": "size: 4"}), ("Another task…", {"task": "flats"})],
)
async def test_what_was_answered_to_the_asker_alone_is_so_when_asked_again(
    button: str, filled: dict[str, str]
) -> None:
    chat = await asked_about_ben()
    assert chat.last is not None
    [action] = [each.action for each in chat.last.choices if each.label == button]
    press = Press(sender=chat.sender("Ana"), action=action, filled=filled, delivery="test:2")
    again = await chat.assistant.handle(press)
    assert again.tone is Tone.ANSWER, shown(again)
    assert again.is_private
    assert (await chat.hear("why ?2", by="Zoe")).tone is Tone.ERROR
    assert "2 questions or lessons of others" in shown(await chat.hear("privacy see", by="Ben"))


async def test_a_reply_with_a_change_is_still_about_what_another_wrote() -> None:
    chat = await asked_about_ben()
    changed = Message(
        sender=chat.sender("Ana"), text="and if size were 4?", in_reply_to=1, delivery="test:3"
    )
    assert "size 4" in shown(await chat.assistant.handle(changed))
    assert "Noted for ?2." in (await chat.say("correct 7")).title
    assert (await chat.hear("why ?2", by="Zoe")).tone is Tone.ERROR


async def test_nothing_is_stored_of_what_somebody_wrote_who_opted_out() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    await chat.hear("privacy opt-out", by="Ben")
    asked = Command(
        sender=chat.sender("Ana"), name="ask about this", text="size 3", author=MemberId("test:ben")
    )
    answer = await chat.assistant.handle(asked)
    assert "houses: 6" in answer.title
    assert answer.choices == ()
    assert (await chat.hear("why", by="Ana")).tone is Tone.ERROR
