"""The five jobs that people want done, as they would go about them, with the real learner."""

from pathlib import Path

from tests.bot.discord_app.playing import play
from tests.bot.discord_app.scene import Scene
from tests.local_discord import Message, Upload

FLATS = b"area,rooms,district,price\n" + b"".join(
    f"{area},{2 + area // 40},{district},{area * rate}\n".encode()
    for area in range(40, 130, 6)
    for district, rate in (("Kreuzberg", 4_700), ("Wedding", 3_900))
)
POSTS = {
    "rendering": ("flicker on resize", "cursor flickers", "screen tears while scrolling"),
    "fonts": ("ugly glyphs", "ligatures are broken", "emoji too small"),
    "install": ("package not found", "brew fails", "cannot install on arch"),
}


async def posts_taught(on: Scene) -> None:
    for label, posts in POSTS.items():
        for post in posts:
            card = await on.run(on.ana, "/teach", task="triage", lesson=f"post: {post} -> {label}")
            assert "Saved" in card.text


async def test_support_triage(tmp_path: Path) -> None:
    async with play(tmp_path) as on:
        opened = await on.zoe.run(
            on.channel,
            "/task new",
            name="triage",
            predict="category",
            labels="rendering, fonts, install, config, bug",
        )
        form = await opened.modal()
        sent = await on.zoe.submit(form, {"fields": "post: text\nos: linux | mac | windows"})
        ready = await sent.reply()
        assert 'Task "triage" is ready.' in ready.text
        assert "Teach 2 of each label to get first guesses." in ready.text
        assert ready.labels == ["Teach", "Import CSV"]
        await posts_taught(on)
        await on.ben.type(on.channel, "@Apprentice triage: cursor flickers after update, mac")
        answer = await on.ben.sees(on.channel, "like #2 post cursor flickers")
        assert "9 examples" in answer.text
        assert "like #" in answer.text
        wrong = await on.ana.choose(answer, "bug", select="Correct…")
        learned = await on.yes(on.ana, await wrong.reply())
        assert learned.is_ephemeral
        assert "Learned as #10, thanks Ana." in learned.text
        assert "For this I'd now say" in learned.text
        assert "Undo" in learned.labels


async def test_a_scam_check_that_never_punishes(tmp_path: Path) -> None:
    async with play(tmp_path, learn_from_others=True) as on:
        mods = on.local.channel("mods", on.guild)
        await on.run(on.zoe, "/setup", moderators=mods)
        await on.run(
            on.zoe,
            "/task new",
            name="scam",
            predict="category",
            labels="scam, ham",
            fields="post: text",
        )
        for said in ("free nitro here", "claim your gift now", "free gift, click"):
            await on.run(on.zoe, "/teach", task="scam", lesson=f"post: {said} -> scam")
        for said in ("see you at eight", "who has the notes?", "thanks a lot"):
            await on.run(on.zoe, "/teach", task="scam", lesson=f"post: {said} -> ham")
        message = await on.ben.type(on.channel, "free nitro, claim your gift")
        card = await (await on.ana.menu(on.channel, "Ask about this", message)).reply()
        assert "scam: scam" in card.text
        assert "like #" in card.text
        assert card.is_ephemeral
        await (await on.ana.press(card, "Send to moderators")).reply()
        report = await on.zoe.sees(mods, "reported by Ana")
        assert report.labels == ["Confirm", "Not scam", "Ask two more", "Why?"]
        confirmed = await (await on.zoe.press(report, "Confirm")).reply()
        assert "Learned as #7, thanks Zoe." in confirmed.text


async def flats(on: Scene) -> None:
    file = Upload(filename="flats.csv", data=FLATS)
    exchange = await on.zoe.run(on.channel, "/task import", task="flats", file=file)
    card = await on.yes(on.zoe, await exchange.reply())
    assert "Learned 30 rows for flats." in card.text
    await on.run(on.zoe, "/task edit", task="flats", unit="€")


async def test_a_price_guess_that_asks_back_a_thousandfold_slip(tmp_path: Path) -> None:
    async with play(tmp_path) as on:
        await flats(on)
        await on.zoe.type(
            on.channel, "@Apprentice flats: 3-bed 90 m² flat in Kreuzberg, what price?"
        )
        answer = await on.zoe.sees(on.channel, "flats: € 4")
        assert "80 %" in answer.text
        assert "area 90 · rooms 3 · district Kreuzberg" in answer.text
        form = await (await on.zoe.press(answer, "Correct…")).modal()
        doubt = await (await on.zoe.submit(form, {"The true value": "412"})).reply()
        assert "far outside what I have seen" in doubt.text
        assert doubt.labels == ["I meant € 412,000", "Yes, € 412", "No, forget it"]
        saved = await (await on.zoe.press(doubt, "I meant € 412,000")).reply()
        assert "→ € 412,000" in saved.text


async def test_how_many_will_come(tmp_path: Path) -> None:
    async with play(tmp_path) as on:
        setup = await (await on.zoe.run(on.channel, "/setup")).reply()
        made = await (await on.zoe.press(setup, "Turnout")).reply()
        assert 'Task "turnout" is ready.' in made.text
        form = await (await on.zoe.press(made, "Teach")).modal()
        filled = {"event": "board games", "said yes": "20", "people": "15"}
        sent = await on.zoe.submit(form, filled)
        assert "Saved #1" in (await on.yes(on.zoe, await sent.reply())).text
        for yes, came in ((10, 8), (30, 21), (26, 19)):
            lesson = f"event: board games, said yes: {yes} -> {came}"
            await on.run(on.zoe, "/teach", task="turnout", lesson=lesson)
        answer = await on.run(on.ana, "/ask", text="board games, said yes: 28", task="turnout")
        assert "80 %" in answer.text


async def test_film_night_with_a_button_for_each_star(tmp_path: Path) -> None:
    async with play(tmp_path) as on:
        setup = await (await on.zoe.run(on.channel, "/setup")).reply()
        made = await (await on.zoe.press(setup, "Film night")).reply()
        assert 'Task "movies" is ready.' in made.text
        for film, genre, stars in (
            ("Alien", "space", 5),
            ("Gravity", "space", 4),
            ("Up", "love", 2),
        ):
            lesson = f"title: {film}, genre: {genre} -> {stars}"
            assert "Saved" in (await on.run(on.zoe, "/teach", task="movies", lesson=lesson)).text
        answer = await on.run(on.ana, "/ask", text="title: Arrival, genre: space, year: 2016")
        assert answer.labels[:5] == ["1", "2", "3", "4", "5"]
        rated = await on.yes(on.ana, await (await on.ana.press(answer, "4")).reply())
        assert "1 vote" in rated.text


async def test_a_retraining_is_told_to_its_end_in_one_message(tmp_path: Path) -> None:
    async with play(tmp_path) as on:
        await flats(on)
        card = await on.run(on.zoe, "/model learn", task="flats")
        await on.local.world.changes.until(
            lambda: card if _has_ended(card) else None, what=lambda: str(card), within_s=60
        )
        assert card.attachments[0].filename == "chart.png"


def _has_ended(card: Message) -> bool:
    return "is better and answers" in card.text or "is not clearly better" in card.text
