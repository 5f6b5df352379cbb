from dataclasses import replace
from datetime import UTC, datetime

from core.assistant.reply import Tone
from core.domain.identity import MemberId
from core.domain.task import Task
from core.domain.version import Comparison, RunStatus, Trial
from core.ports.learning import Checkup
from core.retraining.accept import MIN_CONFIDENCE
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_teaching import taught_houses
from tests.fakes.learning import MeanPredictor

JUDGED = Comparison(
    examples=40, confidence=0.97, gain=0.3, candidate_error=1.0, live_error=2.0, naive_error=4.0
)
TRIALS = tuple(Trial(truth=float(n), predicted=n + 0.5) for n in range(10))
LATER = datetime(2027, 1, 1, tzinfo=UTC)


async def promote(chat: Chat, *, times: int = 1) -> None:
    async with chat.open_work() as work:
        [task] = await work.tasks.all(chat.sender("Ana").community)
        for _ in range(times):
            await work.versions.add_live(
                task.id, artifact="a", comparison=JUDGED, trials=TRIALS, examples=40
            )


async def test_the_status_sets_the_error_beside_the_naive_one() -> None:
    chat = Chat()
    await taught_houses(chat)
    reply = await chat.hear("model status houses")
    assert "not retrained yet" in reply.title
    assert "Off by 1 on average" in shown(reply)
    assert "always saying the median: 2" in shown(reply)
    assert "80 % of the truths" in shown(reply)


class FadingPredictor(MeanPredictor):
    """Says of all tasks that twelve older examples have faded."""

    async def checkup(self, task: Task, *, asked_by: MemberId | None = None) -> Checkup:
        return replace(await MeanPredictor.checkup(self, task, asked_by=asked_by), faded=12)


async def test_the_status_and_the_card_say_what_no_longer_counts() -> None:
    chat = Chat(predictor=FadingPredictor)
    await taught_houses(chat)
    sentence = "12 older examples no longer count: the newer ones foretell better without them"
    for command in ("model status houses", "model card houses"):
        assert sentence in shown(await chat.hear(command))
    assert "no longer" not in shown(await Chat().hear("model status houses"))


async def test_learning_starts_a_run_that_can_be_stopped() -> None:
    chat = Chat()
    await taught_houses(chat)
    reply = await chat.hear("model learn houses")
    assert reply.run is not None
    assert "50 % (fitting)" in shown(await chat.hear("model status houses"))
    again = await chat.hear("model learn houses")
    assert again.title == "houses is being retrained already."
    assert again.run == reply.run
    assert "Stopped" in (await chat.press(reply.choices[0])).title
    assert (await chat.hear("model stop houses")).tone is Tone.ERROR


async def test_rolling_back_asks_and_brings_the_version_before() -> None:
    chat = Chat()
    await taught_houses(chat)
    await promote(chat, times=2)
    assert "Roll houses back from v2" in (await chat.hear("model rollback houses")).title
    assert "answers as: v1" in (await chat.say("model rollback houses")).title
    assert "not retrained yet" in (await chat.say("model rollback houses")).title
    assert (await chat.say("model rollback houses")).tone is Tone.ERROR


async def test_the_history_shows_what_each_version_was_judged_by() -> None:
    chat = Chat()
    await taught_houses(chat)
    assert "not retrained yet" in (await chat.hear("model history houses")).title
    await promote(chat, times=2)
    reply = await chat.hear("model history houses")
    assert reply.table
    assert reply.table.rows[0] == ("v2", "live", "40", "1", "2", "4", "97 %")
    assert reply.table.rows[1][:2] == ("v1", "retired")


async def test_the_card_tells_the_honest_record_and_draws_it() -> None:
    chat = Chat()
    for size in range(1, 9):
        await chat.say(f"teach houses: size {size} -> {2 * size}")
    await promote(chat)
    reply = await chat.hear("model card houses")
    assert "each of 7 examples" in shown(reply)
    assert "Taught by: Ana 8" in shown(reply)
    assert "What counts: linear 75 %, rule 25 %" in shown(reply)
    assert reply.picture
    assert len(reply.picture.panels) == 2


async def test_copies_of_another_lesson_are_no_part_of_the_record() -> None:
    chat = Chat()
    for size in range(1, 9):
        for name in ("Ana", "Ben"):
            await chat.say(f"teach houses: size {size}.12345 -> {2 * size}12.345", by=name)
    assert "each of 7 examples" in shown(await chat.hear("model card houses"))


async def test_repeats_of_coarse_lessons_are_part_of_the_record() -> None:
    chat = Chat()
    for size in range(1, 9):
        for _ in range(2):
            await chat.say(f"teach houses: size {size} -> {2 * size}")
    assert "each of 15 examples" in shown(await chat.hear("model card houses"))


async def test_a_run_that_ended_is_reported_in_one_sentence_with_a_picture() -> None:
    chat = Chat()
    await taught_houses(chat)
    reply = await chat.hear("model learn houses")
    assert reply.run
    await promote(chat)
    async with chat.open_work() as work:
        run = await work.runs.end(reply.run, RunStatus.PROMOTED, version=1, comparison=JUDGED)
    report = await chat.assistant.report(run)
    assert "houses: v1 is better" in report.title
    assert "off by 1 on average; before: 2; always the median: 4." in shown(report)
    assert f"97 % sure that it is better; {MIN_CONFIDENCE:.0%} is needed" in shown(report).replace(
        "90 %", "90%"
    )
    assert report.picture


async def test_a_failed_run_is_told_as_such() -> None:
    chat = Chat()
    await taught_houses(chat)
    reply = await chat.hear("model learn houses")
    assert reply.run
    async with chat.open_work() as work:
        run = await work.runs.end(reply.run, RunStatus.FAILED, reason="out of memory")
    report = await chat.assistant.report(run)
    assert report.tone is Tone.ERROR
    assert report.title == "houses: the retraining failed and changed nothing. Out of memory."
