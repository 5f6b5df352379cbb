"""Forms: every line says what it expects, and no field is left out for want of room."""

from tests.bot.discord_app.stage import Stage, stage
from tests.local_discord import Modal

FIELDS = "area: number m²; rooms: number; sold on: date; garden: yes/no; kind: category; note: text"


def placeholders(modal: Modal) -> list[str]:
    parts = [label["component"] for label in modal.components]
    return [part["placeholder"] for part in parts if part["type"] == 4]


async def flats(on: Stage) -> None:
    exchange = await on.zoe.run(
        on.channel, "/task new", name="flats", predict="number", unit="€", fields=FIELDS
    )
    await exchange.reply()


async def test_a_form_names_each_field_of_a_large_task() -> None:
    async with stage() as on, on.bot():
        await flats(on)
        form = await (await on.ana.run(on.channel, "/teach", task="flats")).modal()
        assert placeholders(form) == [
            "a number in m², like 3 or 420k",
            "a number, like 3 or 420k",
            "a day, like 2026-05-31 or May 31",
            "garden: …, kind: …, note: …",
            "a number in €, like 3 or 420k",
        ]
        filled = {
            "area (m²)": "90",
            "rooms": "3",
            "More: garden, kind, note": "garden: yes, kind: loft",
            "answer (€)": "420k",
        }
        consent = await (await on.ana.submit(form, filled)).reply()
        saved = await (await on.ana.press(consent, "I agree")).reply()
        assert "area 90 m² · rooms 3 · garden yes · kind loft → € 420,000" in saved.text


async def test_the_lines_of_a_new_task_say_what_they_expect() -> None:
    async with stage() as on, on.bot():
        form = await (await on.ana.run(on.channel, "/task new")).modal()
        assert "area: number m²; os: linux | mac; post: text" in placeholders(form)


async def test_a_form_is_hinted_at_in_the_language_of_the_member() -> None:
    async with stage() as on, on.bot():
        await flats(on)
        cem = on.local.member("Cem", on.guild, locale="zh-CN")
        form = await (await cem.run(on.channel, "/teach", task="flats")).modal()
        assert placeholders(form)[1] == "一个数，例如 3 或 42万"


async def test_a_label_beyond_those_of_a_select_is_typed() -> None:
    async with stage() as on, on.bot():
        labels = [f"part {number}" for number in range(1, 31)]
        exchange = await on.zoe.run(
            on.channel,
            "/task new",
            name="parts",
            predict="category",
            labels=", ".join(labels),
            fields="post: text",
        )
        await exchange.reply()
        for number in (1, 2):
            await on.settled(on.zoe, "parts", f"post: screw {number} -> part {number}")
        asked = await (
            await on.zoe.run(on.channel, "/ask", text="post: screw 30", task="parts")
        ).reply()
        form = await (await on.zoe.choose(asked, "Something else…", select="Wrong…")).modal()
        [hint] = placeholders(form)
        assert "part 30" in hint
        learned = await (await on.zoe.submit(form, {"The true label": "part 30"})).reply()
        assert "→ part 30" in learned.text


async def test_a_field_is_not_filled_twice() -> None:
    async with stage() as on, on.bot():
        await flats(on)
        form = await (await on.ana.run(on.channel, "/teach", task="flats")).modal()
        more = "More: garden, kind, note"
        filled = {"area (m²)": "90", more: "area: 70, kind: loft", "answer (€)": "420k"}
        refused = await (await on.ana.submit(form, filled)).reply()
        assert "area has a line of its own in the form and stands in another, too." in refused.text
