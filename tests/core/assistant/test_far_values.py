"""A number far outside what was taught waits for a yes, in whatever way it is said."""

from dataclasses import replace

import pytest

from core.assistant.incoming import Attachment
from core.assistant.reply import Choice, Tone
from core.domain.example import Example
from core.domain.identity import MemberId
from core.domain.task import Task
from core.ports.learning import Checkup
from tests.core.assistant.chatting import Chat, shown
from tests.fakes.learning import MeanPredictor

HIKES = 'task new name:hikes predict:number unit:min fields:"km: number km; up: number m"'
WAITS = "It does not count until you say so."


async def hikes(predictor: type[MeanPredictor] = MeanPredictor) -> Chat:
    chat = Chat(predictor=predictor)
    await chat.say(HIKES)
    for km, up, minutes in ((3, 100, 60), (6, 400, 150), (12, 600, 300), (8, 200, 180)):
        await chat.say(f"teach hikes: km {km}, up {up} -> {minutes}")
    return chat


@pytest.mark.parametrize(
    "line",
    [
        "teach hikes: km 9, up 500 -> 1600",
        "teach hikes: km 9, up 500 -> 10",
        "teach hikes: km 90, up 500 -> 240",
        "教 hikes: km 9, up 9000 -> 240",
        "correct 1600",
        "correct ?1 1600",
        "更正 1万",
        "no, 1600",
    ],
)
async def test_a_number_five_times_beyond_those_taught_waits(line: str) -> None:
    chat = await hikes()
    await chat.hear("ask hikes: km 9, up 500")
    reply = await chat.hear(line)
    if WAITS not in reply.notes:
        reply = await chat.press(next(choice for choice in reply.choices if choice.is_yes))
    assert reply.tone is Tone.ASK
    assert reply.notes == (WAITS,)
    assert "4 examples" in shown(await chat.hear("task show hikes"))


@pytest.mark.parametrize(
    "line",
    ["teach hikes: km 20, up 1100 -> 420", "teach hikes: km 2, up 40 -> 25", "correct 500"],
)
async def test_a_number_somewhat_beyond_them_is_learned(line: str) -> None:
    chat = await hikes()
    await chat.hear("ask hikes: km 9, up 500")
    assert (await chat.hear(line)).tone is Tone.DONE


@pytest.mark.parametrize("is_pressed", [True, False])
@pytest.mark.parametrize(
    ("target", "truths", "far"),
    [
        ("number unit:min", ("60", "150", "240"), "150"),
        ("number", ("60", "150", "240"), "2400"),
        ('category labels:"hard, easy"', ("hard", "easy", "hard"), "easy"),
        ('category labels:"yes, no"', ("yes", "no", "yes"), "no"),
        ("category", ("a long walk: up, then down", "easy", "easy"), "a long walk: up, then down"),
        ("category", ("5", "7", "5"), "7"),
        ("rating scale:1-5", ("3", "4", "2"), "4"),
    ],
)
async def test_a_far_lesson_counts_once_it_is_confirmed(
    target: str, truths: tuple[str, ...], far: str, is_pressed: bool
) -> None:
    chat = Chat()
    await chat.say(f'task new name:hikes predict:{target} fields:"km: number km; up: number m"')
    for at, truth in enumerate(truths):
        await chat.say(f"teach hikes: km {at + 5}, up {at * 100 + 300} -> {truth}")
    far_km = 8 if far == "2400" else 9000
    held = await chat.hear(f"teach hikes: km {far_km}, up 500 -> {far}")
    assert held.notes == (WAITS,), shown(held)
    likely = next(choice for choice in held.choices if choice.is_yes)
    if is_pressed:
        saved = await chat.press(likely)
    else:
        saved = await chat.hear("examples restore 4")
    assert saved.tone is Tone.DONE, shown(saved)
    assert "4 examples" in shown(saved)
    assert far in shown(saved).replace("2,4", "24")


async def test_an_outcome_and_a_change_are_asked_about_too() -> None:
    chat = await hikes()
    await chat.hear("ask hikes: km 9, up 500")
    outcome = await chat.press(Choice(label="1600", action="came:1:1600"))
    assert outcome.notes == (WAITS,)
    for change in ("examples edit 2 -> 1600", "examples edit 2: km 90"):
        asked = await chat.hear(change)
        assert asked.tone is Tone.ASK, shown(asked)
        assert "far outside" in shown(asked) or "km 90" in shown(asked)


async def test_a_row_with_a_field_far_outside_the_others_waits() -> None:
    chat = await hikes()
    rows = "km,up,answer\n5,300,120\n7,350,160\n900,300,170\n"
    await chat.say("task import hikes h.csv", file=Attachment(name="h.csv", content=rows.encode()))
    assert "6 examples" in shown(await chat.hear("task show hikes"))
    assert "900" in shown(await chat.hear("examples review hikes"))


class _Steady(MeanPredictor):
    """A predictor that follows no lesson behind the first four."""

    async def _taught(self, task: Task, member: MemberId | None = None) -> list[Example]:
        return (await super()._taught(task, member))[:4]

    async def checkup(self, task: Task, *, asked_by: MemberId | None = None) -> Checkup:
        everything = await super()._taught(task, asked_by)
        found = await super().checkup(task, asked_by=asked_by)
        return replace(found, suspects=tuple(e.id for e in everything[4:]))


@pytest.mark.parametrize("line", ["correct 500", "更正 500"])
async def test_a_correction_that_moves_no_answer_says_why(line: str) -> None:
    chat = await hikes(_Steady)
    await chat.hear("ask hikes: km 9, up 500")
    said = shown(await chat.hear(line))
    assert "500 min is kept as an example, but it is far from the others" in said


async def test_a_correction_that_moves_the_answer_is_not_called_far() -> None:
    chat = await hikes()
    await chat.hear("ask hikes: km 9, up 500")
    assert "far from the others" not in shown(await chat.hear("correct 500"))
