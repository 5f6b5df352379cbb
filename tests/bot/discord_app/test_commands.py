"""Every slash command, as a member types it."""

import pytest

from tests.bot.discord_app.stage import Stage, stage
from tests.local_discord import Person, Upload

CSV = Upload(filename="houses.csv", data=b"size,answer\n1,2\n2,4\n3,\n3,6\n")


async def text(on: Stage, command: str, *, by: Person | None = None, **options: object) -> str:
    """Return what a command is answered with."""
    exchange = await (by or on.ana).run(on.channel, command, **options)
    return (await exchange.reply()).text


async def test_a_task_is_made_by_a_form_and_shown_listed_changed_and_deleted() -> None:
    async with stage() as on, on.bot():
        form = await (await on.ana.run(on.channel, "/task new", name="triage")).modal()
        sent = await on.ana.submit(
            form,
            {
                "Predicts": "category",
                "fields": "post: text\nos: linux | mac",
                "labels": "bug, question",
            },
        )
        card = await sent.reply()
        assert 'Task "triage" is ready.' in card.text
        assert "Teach 2 of each label" in card.text
        assert card.labels == ["Teach", "Import CSV"]
        assert "triage" in await text(on, "/task list")
        assert "os (linux \\| mac)" in await text(on, "/task show")
        changed = await text(on, "/task edit", task="triage", add="garden: yes/no")
        assert "garden (yes/no)" in changed
        assert (
            'only who keeps "triage"'
            in (await text(on, "/task edit", by=on.ben, task="triage", name="mine")).lower()
        )
        asked = await (await on.ana.run(on.channel, "/task delete", task="triage")).reply()
        gone = await (await on.ana.press(asked, asked.labels[0])).reply()
        assert 'Deleted "triage"' in gone.text


async def test_a_lesson_is_taught_by_a_form_with_the_fields_of_its_task() -> None:
    async with stage() as on, on.bot():
        await on.triage()
        form = await (await on.ben.run(on.channel, "/teach", task="triage")).modal()
        sent = await on.ben.submit(form, {"post": "crashes", "os": "linux", "answer": "bug"})
        card = await (await on.ben.press(await sent.reply(), "I agree")).reply()
        assert "Saved #3 (triage)." in card.text
        assert "post crashes · os linux → bug" in card.text


async def test_a_file_is_imported_exported_and_answered_by_a_file() -> None:
    async with stage() as on, on.bot():
        exchange = await on.ana.run(on.channel, "/task import", task="houses", file=CSV)
        card = await (await on.ana.press(await exchange.reply(), "Import")).reply()
        card = await (await on.ana.press(card, "I agree")).reply()
        assert "Learned 3 rows for houses." in card.text
        exported = await (await on.ana.run(on.channel, "/task export", format="jsonl")).reply()
        assert exported.attachments[0].filename == "houses.jsonl"
        questions = Upload(filename="q.csv", data=b"size\n4\n5\n")
        answered = await (await on.ana.run(on.channel, "/batch", file=questions)).reply()
        assert "Answered 2 rows of houses" in answered.text
        assert answered.attachments[0].data.decode().splitlines()[0] == (
            "size,answer (answer),80 % from,80 % to"
        )


async def test_the_card_of_an_import_is_changed_and_the_import_taken_back() -> None:
    prices = "day,city,size,price\n" + "".join(
        f"2024-05-{day:02},{'AB'[day % 2]},{day},{3 * day}\n" for day in range(1, 25)
    )
    file = Upload(filename="prices.csv", data=prices.encode())
    async with stage() as on, on.bot():
        card = await (
            await on.ana.run(on.channel, "/task import", task="prices", file=file)
        ).reply()
        assert "Predicts: price (number)" in card.text
        card = await (await on.ana.press(card, "Another target…")).reply()
        card = await (await on.ana.press(card, "size")).reply()
        assert "Predicts: size (number)" in card.text
        card = await (await on.ana.press(card, "Change a column…")).reply()
        card = await (await on.ana.press(card, "day (date)")).reply()
        card = await (await on.ana.press(card, "leave it out")).reply()
        assert "From: city (category), price (number)" in card.text
        card = await (await on.ana.press(card, "Change a column…")).reply()
        card = await (await on.ana.press(card, "day (left out)")).reply()
        card = await (await on.ana.press(card, "date")).reply()
        assert "From: day (date), city (category), price (number)" in card.text
        card = await (await on.ana.press(card, "Import")).reply()
        card = await (await on.ana.press(card, "I agree")).reply()
        assert "Learned 24 rows for prices." in card.text
        options = {"task": "prices", "file": file, "target": "size"}
        again = await (await on.ana.run(on.channel, "/task import", **options)).reply()
        assert "was imported into" in again.text
        assert "No longer asked" in await text(on, "/undo")
        assert "Took back 24 examples" in await text(on, "/undo")
        card = await (await on.ana.run(on.channel, "/task import", **options)).reply()
        assert card.labels[:2] == ["Import", "Change a column…"]
        card = await (await on.ana.press(card, "Change a column…")).reply()
        card = await (await on.ana.press(card, "price (number)")).reply()
        assert card.labels[0] == "leave it out"


async def test_examples_are_listed_shown_edited_taken_back_restored_and_reviewed() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        assert "→ 10" in await text(on, "/examples list")
        assert "houses · active" in await text(on, "/examples show", number="5")
        form = await (await on.ana.run(on.channel, "/examples edit", number="5")).modal()
        sent = await on.ana.submit(form, {"The lesson": "size: 5 -> 11"})
        assert "size 5 → 11" in (await sent.reply()).text
        assert "Took back #5" in await text(on, "/examples delete", number="5")
        assert "#5 counts again" in await text(on, "/examples restore", number="5")
        assert "1 example of houses to look at" in await text(on, "/examples review")
        assert "Took back #5" in await text(on, "/undo")
        assert "somebody else" in await text(on, "/examples delete", by=on.ben, number="4")


async def test_answers_are_explained_and_put_right() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        assert "houses: 6" in await text(on, "/ask", text="size 3")
        assert "Why" in await text(on, "/why")
        assert "Learned as #6" in await text(on, "/correct", truth="7")


async def test_what_is_stored_is_seen_exported_and_erased() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        assert "5 lessons" in await text(on, "/privacy see")
        exported = await (await on.ana.run(on.channel, "/privacy export")).reply()
        assert b'"houses"' in exported.attachments[0].data
        asked = await (await on.ana.run(on.channel, "/privacy erase")).reply()
        erased = await (await on.ana.press(asked, asked.labels[0])).reply()
        assert "Erased 5 lessons" in erased.text
        assert "Nothing more of you is stored" in await text(on, "/privacy opt-out")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/model status", "houses: not retrained yet"),
        ("/model history", "houses was not retrained yet"),
        ("/model stop", "houses is not being retrained"),
        ("/model rollback", "has no version to roll back"),
        ("/model card", "Model card of houses"),
    ],
)
async def test_a_model_is_told_about(command: str, said: str) -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        assert said in await text(on, command)


async def test_setting_up_tells_what_is_stored_and_makes_a_first_task() -> None:
    async with stage() as on, on.bot():
        exchange = await on.zoe.run(on.channel, "/setup")
        card = await exchange.reply()
        assert "Nobody's lessons are kept before they agreed" in card.text
        assert "I have the permissions" in card.text
        made = await (await on.zoe.press(card, "Turnout")).reply()
        assert 'Task "turnout" is ready.' in made.text


async def test_options_are_completed() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        offers = await on.ana.autocomplete(
            on.channel, "/ask", focused="task", value="hou", text="x"
        )
        assert [offer.value for offer in offers] == ["houses"]
        offers = await on.ana.autocomplete(on.channel, "/undo", focused="number", value="5")
        assert [(o.name, o.value) for o in offers] == [("#5 size 5 → 10", "5")]
        offers = await on.ana.autocomplete(
            on.channel, "/task edit", focused="rename", value="", task="houses"
        )
        assert [offer.value for offer in offers] == ["size"]
        offers = await on.ana.autocomplete(on.channel, "/teach", focused="lesson", value="si")
        assert [offer.value for offer in offers] == ["size:"]
