"""A card that is shown elsewhere than it was asked for keeps its server, and acts on its rows."""

from dataclasses import replace

from core.domain.identity import CommunityId, RunId
from core.domain.version import Progress, RunStatus
from tests.bot.discord_app.stage import Stage, stage
from tests.bot.discord_app.test_failures import Slow
from tests.core.assistant.chatting import now
from tests.local_discord import Allow, Message, Person

YEAR_S = 365 * 86_400


async def naps(on: Stage, who: Person) -> None:
    """Let somebody teach naps in direct messages: rows with the same numbers as the server's."""
    for number in range(1, 8):
        lesson = f"hours {number} -> {number}"
        exchange = await who.run(who.direct, "/teach", task="naps", lesson=lesson)
        assert "(naps)" in (await on.yes(who, await exchange.reply())).text


async def counted(on: Stage, community: str) -> set[int]:
    """Return the numbers of the lessons that count in a community."""
    async with on.open_work() as work:
        tasks = await work.tasks.all(CommunityId(community))
        pages = [await work.examples.page(task.id, limit=100) for task in tasks]
    return {example.number for page in pages for example in page if example.counts}


async def of_server(on: Stage) -> set[int]:
    return await counted(on, f"discord:{on.guild.id}")


async def of_ana(on: Stage) -> set[int]:
    return await counted(on, f"discord:dm:{on.ana.user.id}")


async def late(on: Stage, wanted: str, command: str, **options: object) -> Message:
    """Return the card of Ana's command whose answer came only when its time had run out."""
    handle = on.front.assistant.handle
    slow = Slow(on)
    on.front.assistant.handle = slow.handle  # type: ignore[method-assign]
    exchange = await on.ana.run(on.channel, command, **options)
    await exchange.acknowledged()
    on.local.advance(16 * 60)
    slow.gate.set()
    card = await on.ana.sees(on.ana.direct, wanted)
    on.front.assistant.handle = handle  # type: ignore[method-assign]
    return card


async def test_a_late_lesson_is_taken_back_where_it_was_taught_even_a_year_later() -> None:
    async with stage() as on:
        async with on.bot(patience_s=0.0):
            await on.teach_houses()
            await naps(on, on.ana)
            card = await late(
                on, "Saved #6 (houses)", "/teach", task="houses", lesson="size 9 -> 18"
            )
            assert "Flats" in card.text, "it says of which server it is"
        await on.local.offline()
        on.local.advance(YEAR_S)
        async with on.bot():
            undone = await (await on.ana.press(card, "Undo")).reply()
            assert "Took back #6" in undone.text
            assert await of_server(on) == {1, 2, 3, 4, 5}
            await (await on.ana.press(undone, "Restore")).reply()
            assert await of_server(on) == {1, 2, 3, 4, 5, 6}
            assert await of_ana(on) == {1, 2, 3, 4, 5, 6, 7}


async def test_a_form_opened_from_such_a_card_changes_the_servers_row() -> None:
    async with stage() as on:
        async with on.bot(patience_s=0.0):
            await on.teach_houses()
            await naps(on, on.ana)
            card = await late(
                on, "Saved #6 (houses)", "/teach", task="houses", lesson="size 9 -> 18"
            )
        await on.local.offline()
        async with on.bot():
            form = await (await on.ana.press(card, "Edit…")).modal()
            sent = await on.ana.submit(form, {"The lesson": "size 9 -> 19"})
            assert "size 9 → 19" in (await sent.reply()).text
            assert await of_ana(on) == {1, 2, 3, 4, 5, 6, 7}


async def test_a_select_on_such_a_card_teaches_the_server() -> None:
    async with stage() as on, on.bot(patience_s=0.0):
        await on.triage()
        await naps(on, on.ana)
        card = await late(on, "triage: ", "/ask", task="triage", text="post: flickers")
        learned = await (await on.ana.choose(card, "bug", select="Wrong…")).reply()
        assert "Learned as #3" in learned.text
        assert await of_server(on) == {1, 2, 3}
        assert "Took back #3" in (await (await on.ana.press(learned, "Undo")).reply()).text
        assert await of_server(on) == {1, 2}
        assert len(await of_ana(on)) == 7


async def test_an_offer_that_came_late_is_taken_up_for_the_server() -> None:
    async with stage() as on, on.bot(patience_s=0.0):
        await on.teach_houses()
        await naps(on, on.ana)
        card = await late(on, "Delete", "/task delete", task="houses")
        [yes] = [label for label in card.labels if "Delete" in label]
        assert "houses" in (await (await on.ana.press(card, yes)).reply()).text
        assert await of_server(on) == set()
        assert len(await of_ana(on)) == 7


async def test_an_answer_that_may_not_be_shown_is_corrected_directly_by_press_and_by_reply() -> (
    None
):
    async with stage() as on:
        on.local.forbid(on.channel, Allow.SEND_MESSAGES)
        async with on.bot():
            await on.teach_houses()
            await naps(on, on.ana)
            await on.ana.type(on.channel, "@Apprentice houses: size 3?")
            answer = await on.ana.sees(on.ana.direct, "houses: 6")
            form = await (await on.ana.press(answer, "It was…")).modal()
            saved = await (await on.ana.submit(form, {"The true value": "7"})).reply()
            assert "Learned as #6" in saved.text
            typed = await on.ana.type(on.ana.direct, "undo", reply_to=saved)
            await on.ana.sees(on.ana.direct, "Took back #6", after=typed)
            assert await of_server(on) == {1, 2, 3, 4, 5}
            assert len(await of_ana(on)) == 7


async def test_who_left_the_server_can_no_longer_press_its_cards() -> None:
    async with stage() as on, on.bot(patience_s=0.0):
        await on.teach_houses()
        await naps(on, on.ana)
        card = await late(on, "Saved #6 (houses)", "/teach", task="houses", lesson="size 9 -> 18")
        on.local.leave(on.ana, on.guild)
        refused = await (await on.ana.press(card, "Undo")).reply()
        assert "That was on a server that you or I have left." in refused.text
        assert len(await of_server(on)) == 6
        assert len(await of_ana(on)) == 7


async def test_the_roles_that_somebody_has_now_decide() -> None:
    async with stage() as on, on.bot(patience_s=0.0):
        await on.triage()
        card = await late(on, "triage: ", "/ask", task="triage", text="post: flickers")
        role = on.local.role("Teachers", on.guild)
        await (await on.zoe.run(on.channel, "/task edit", task="triage", teachers=role)).reply()
        refused = await (await on.ana.choose(card, "bug", select="Wrong…")).reply()
        assert "Teachers" in refused.text
        assert await of_server(on) == {1, 2}
        on.local.give(on.ana, role)
        learned = await (await on.ana.choose(card, "bug", select="Wrong…")).reply()
        assert "Learned as #3" in learned.text


async def test_a_long_training_is_told_in_one_direct_message_that_stops_the_servers() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await (await on.ana.run(on.channel, "/model learn", task="houses")).reply()
        async with on.open_work() as work:
            run = await work.runs.get(RunId(1))
        on.local.advance(20 * 60)
        for percent in (50, 75):
            on.progresses.progress(
                Progress(
                    task_id=run.task_id, run_id=run.id, fraction=percent / 100, stage="fitting"
                )
            )
            card = await on.ana.sees(on.ana.direct, f"Retraining: {percent} %")
        stopped = await (await on.ana.press(card, card.labels[0])).reply()
        assert "houses" in stopped.text
        assert on.trainer.running == {}
        await on.progresses.end(replace(run, status=RunStatus.CANCELLED, ended_at=now()))
        await on.ana.sees(on.ana.direct, "the retraining was stopped")
        told = [m for m in on.ana.sees_now(on.ana.direct) if "etraining" in m.text]
        assert len(told) == 2, "what it says of the training, and what the press did"


async def test_a_card_that_one_brought_along_is_pressed_by_nobody_else() -> None:
    async with stage() as on, on.bot():
        zoes = on.local.guild("Others", owner=on.zoe, bot=False)
        cem = on.local.member("Cem", zoes, has_installed=True)
        await naps(on, on.ana)
        for lesson in ("size 1 -> 2", "size 2 -> 4"):
            taught = await cem.run(zoes.general, "/teach", task="flats", lesson=lesson)
            await on.yes(cem, await taught.reply())
        edited = await cem.run(zoes.general, "/task edit", task="flats", answers="public")
        await edited.reply()
        answer = await (await cem.run(zoes.general, "/ask", text="size 2", task="flats")).reply()
        assert not answer.is_ephemeral
        on.local.join(on.ana, zoes)
        refused = await (await on.ana.press(answer, "Right")).reply()
        assert "This is somebody else's answer" in refused.text
        form = await on.ana.press(answer, "It was…")
        assert "This is somebody else's answer" in (await form.reply()).text
        assert "Why 3.0" in (await (await cem.press(answer, "Why?")).reply()).text
