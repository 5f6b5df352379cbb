"""Every save is one step that can be taken back, and comes back exactly."""

from datetime import datetime

import pytest

from core.assistant.incoming import Attachment
from core.assistant.reply import Choice, Reply, Tone
from tests.core.assistant.chatting import Chat, shown
from tests.fakes import memory_work
from tests.fakes.clock import SetClock

RATES = 'task new name:films predict:rating scale:1-5 fields:"film: item"'


def choice(reply: Reply, label: str) -> Choice:
    return next(each for each in reply.choices if each.label == label)


async def test_undo_gives_an_earlier_rating_back() -> None:
    chat = Chat()
    await chat.say(RATES)
    await chat.say("teach films: film: Heat -> 2")
    await chat.say("teach films: film: Alien -> 5")
    await chat.say("teach films: film: Heat -> 4")
    reply = await chat.hear("undo")
    assert "#1 says again what it said before" in reply.title
    assert "→ 2" in shown(reply)
    reply = await chat.press(choice(reply, "Redo"))
    assert "→ 4" in shown(reply)
    await chat.hear("undo")
    assert "Took back #2" in (await chat.hear("undo")).title
    assert "Took back #1" in (await chat.hear("undo")).title
    assert (await chat.hear("undo")).tone is Tone.ERROR


async def test_undo_of_an_import_takes_all_its_rows_back_and_redo_brings_them() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    rows = "size,answer\n" + "".join(f"{n},{2 * n}\n" for n in range(2, 42))
    await chat.say("task import houses", file=Attachment(name="h.csv", content=rows.encode()))
    assert chat.last
    reply = await chat.press(choice(chat.last, "Undo"))
    assert "Took back 40 examples of houses" in reply.title
    assert "1 example" in shown(await chat.hear("task show houses"))
    reply = await chat.press(choice(reply, "Restore"))
    assert "40 examples of houses count again" in reply.title
    assert "41 examples" in shown(await chat.hear("task show houses"))


async def test_a_deletion_an_edit_and_a_restoring_are_undone_in_turn() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    await chat.say("examples edit 1: size 1 -> 3")
    await chat.say("examples delete 1")
    await chat.say("examples restore 1")
    assert "Took back #1" in (await chat.hear("undo")).title
    assert "#1 counts again" in (await chat.hear("undo")).title
    reply = await chat.hear("undo")
    assert "says again" in reply.title
    assert "→ 2" in shown(reply)
    assert "Took back #1" in (await chat.hear("undo")).title


async def test_a_card_undoes_its_own_step_and_nothing_that_came_after() -> None:
    chat = Chat()
    card = await chat.say("teach houses: size 1 -> 2")
    await chat.say("examples edit 1: size 1 -> 3")
    reply = await chat.press(choice(card, "Undo"))
    assert reply.tone is Tone.ERROR
    assert "#1 was changed after that" in reply.title
    assert "→ 3" in shown(await chat.hear("examples show 1"))
    await chat.press(choice(reply, "Undo that"))
    assert "→ 2" in shown(await chat.hear("examples show 1"))
    assert "Took back #1" in (await chat.press(choice(card, "Undo"))).title
    assert shown(await chat.press(choice(card, "Undo"))).count("Nothing was changed") == 1


async def test_nobody_undoes_the_step_of_another() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2", by="Ana")
    card = await chat.say("teach houses: size 2 -> 4", by="Ana")
    reply = await chat.press(choice(card, "Undo"), by="Ben")
    assert reply.tone is Tone.ERROR
    assert "2 examples" in shown(await chat.hear("task show houses"))
    assert (await chat.hear("undo", by="Ben")).tone is Tone.ERROR


async def test_undoing_a_confirmation_lets_the_value_wait_again() -> None:
    chat = Chat()
    for size in range(1, 7):
        await chat.say(f"teach flats: area {size * 20} -> {size * 100}k")
    await chat.say("teach flats: area 90 -> 412")
    reply = await chat.hear("undo")
    assert "does not count until you say so" in shown(reply)
    assert "6 examples" in shown(await chat.hear("task show flats"))
    assert "Took back #7" in (await chat.hear("undo")).title


async def test_cancelling_a_doubted_value_leaves_things_as_they_were() -> None:
    chat = Chat()
    for size in range(1, 7):
        await chat.say(f"teach flats: area {size * 20} -> {size * 100}k")
    reply = await chat.hear("teach flats: area 90 -> 412")
    await chat.press(choice(reply, "Cancel"))
    assert "6 examples" in shown(await chat.hear("task show flats"))


@pytest.mark.parametrize("number", ["0", "9" * 30, "-1", "x", "１"])
async def test_a_forged_step_is_gone(number: str) -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    reply = await chat.press(Choice(label="Undo", action=f"back:{number}"))
    assert reply.tone is Tone.ERROR
    assert "1 example" in shown(await chat.hear("task show houses"))


SPAM = 'task new name:spam predict:category labels:"scam, ham" fields:"post: text"'


async def test_a_member_hears_of_their_own_contradiction_and_may_replace_it() -> None:
    chat = Chat()
    await chat.say(SPAM)
    await chat.say("teach spam: post: see you at the barbecue -> scam")
    reply = await chat.say("teach spam: post: see you at the barbecue -> ham")
    assert "Your #1 says scam of the same" in shown(reply)
    assert "2 examples" in shown(reply)
    reply = await chat.press(choice(reply, "Replace it"))
    assert reply.title == "#1 no longer counts; #2 says ham instead."
    assert "1 example" in shown(await chat.hear("task show spam"))
    reply = await chat.press(choice(reply, "Undo"))
    assert "#1 counts again" in reply.title


async def test_keeping_both_changes_nothing() -> None:
    chat = Chat()
    await chat.say(SPAM)
    await chat.say("teach spam: post: see you at the barbecue -> scam")
    reply = await chat.say("teach spam: post: see you at the barbecue -> ham")
    await chat.press(choice(reply, "Keep both"))
    assert "2 examples" in shown(await chat.hear("task show spam"))


async def test_replacing_what_has_changed_meanwhile_does_nothing() -> None:
    chat = Chat()
    await chat.say(SPAM)
    await chat.say("teach spam: post: see you at the barbecue -> scam")
    reply = await chat.say("teach spam: post: see you at the barbecue -> ham")
    await chat.say("examples edit 1: post: quite another one -> scam")
    reply = await chat.press(choice(reply, "Replace it"))
    assert reply.tone is Tone.ERROR
    assert "2 examples" in shown(await chat.hear("task show spam"))


async def test_another_member_is_not_offered_to_replace() -> None:
    chat = Chat()
    await chat.say(SPAM)
    await chat.say("teach spam: post: see you at the barbecue -> scam", by="Ana")
    reply = await chat.say("teach spam: post: see you at the barbecue -> ham", by="Ben")
    assert "Replace it" not in [each.label for each in reply.choices]
    assert "#1 says otherwise" in shown(reply)


async def test_repeated_measurements_and_recurring_questions_are_not_asked_about() -> None:
    chat = Chat()
    await chat.say("teach scales: load 10 -> 101")
    assert "says" not in shown(await chat.say("teach scales: load 10 -> 104"))
    assert "says" in shown(await chat.say("teach scales: load 10 -> 900"))
    await chat.say('task new name:rain predict:category labels:"dry, wet" fields:"day: category"')
    for outcome in ("dry", "dry", "dry"):
        await chat.say(f"teach rain: day: Monday -> {outcome}")
    assert "says" not in shown(await chat.say("teach rain: day: Monday -> wet"))


async def test_a_first_value_beyond_its_unit_is_held() -> None:
    chat = Chat()
    await chat.say('task new name:flats predict:number unit:€ fields:"area: number m²"')
    consent = await chat.hear("teach flats: area: 90 -> 1000000000")
    reply = await chat.press(consent.choices[0])
    assert "far outside" in reply.title
    reply = await chat.hear("teach flats: area: 90 -> 420000")
    assert reply.tone is Tone.DONE


async def test_other_tasks_tell_what_is_usual() -> None:
    chat = Chat()
    for name in ("flats", "villas"):
        await chat.say(
            f'task new name:{name} predict:number unit:€ target:price fields:"area: number"'
        )
    await chat.say("teach flats: area: 90 -> 420000")
    await chat.say("teach flats: area: 60 -> 310000")
    reply = await chat.hear("teach villas: area: 200 -> 900")
    assert reply.tone is Tone.ASK


async def test_an_edit_to_an_absurd_value_is_asked_about_and_changes_nothing_before() -> None:
    chat = Chat()
    for size in range(1, 7):
        await chat.say(f"teach flats: area {size * 20} -> {size * 100}k")
    reply = await chat.hear("examples edit 6: area 120 -> 6")
    assert reply.tone is Tone.ASK
    assert "→ 600,000" in shown(await chat.hear("examples show 6"))
    await chat.press(reply.choices[0])
    assert "→ 6" in shown(await chat.hear("examples show 6"))


class Ticking:
    """A clock that goes on whenever it is read."""

    def __init__(self) -> None:
        self._clock = SetClock()

    def __call__(self) -> datetime:
        return self._clock.move()


@pytest.mark.parametrize(
    ("line", "way_back"),
    [
        ("task edit houses about:big", "task edit houses"),
        ("task edit houses rename:size to:area", "task edit houses"),
        ("task edit houses answers:public", "task edit houses"),
        ("task bind houses channel:flats", "task unbind"),
        ('task new name:films predict:number fields:"size: number"', "task delete films"),
        ("task delete villas", "does not come back"),
    ],
)
async def test_undo_after_a_changed_task_takes_back_no_older_lesson(
    line: str, way_back: str
) -> None:
    clock = Ticking()
    chat = Chat(open_work=memory_work(clock), clock=clock)
    await chat.say("teach villas: size 1 -> 2")
    await chat.say("teach houses: size 1 -> 2")
    await chat.say("teach houses: size 2 -> 4")
    await chat.say(line)
    for _ in range(2):
        reply = await chat.hear("undo")
        assert "Nothing was taken back" in reply.title
        assert way_back in shown(reply)
        assert "#3" in shown(reply)
    assert "Took back #3" in (await chat.press("Take back that one")).title
    assert "Nothing was taken back" in (await chat.hear("undo")).title
    await chat.say("teach houses: 5 -> 10")
    assert "Took back #4" in (await chat.hear("undo")).title
