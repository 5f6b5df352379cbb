"""The five jobs that people want done, as they would go about them, with the real learner.

What each test records is what the README shows.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.bot.discord_app.playing import play
from tests.bot.discord_app.readme import Readme
from tests.bot.discord_app.scene import Scene
from tests.fakes.clock import SetClock
from tests.local_discord import Message, Upload

pytestmark = pytest.mark.timeout(300)
"""A first lesson brings in torch and reads the encoder: on a busy machine that takes its time."""

POSTS = (
    ("rendering", "flicker on resize", "cursor flickers", "screen tears while scrolling"),
    ("fonts", "ugly glyphs", "ligatures are broken", "emoji too small"),
    ("install", "package not found", "brew fails", "cannot install on arch"),
)
FILMS = (
    ("Alien, sci-fi, 1979, 117 min, Scott", 5, 4, 4),
    ("Blade Runner, sci-fi, 1982, 117 min, Scott", 5, 4, 3),
    ("Dune, sci-fi, 2021, 155 min, Villeneuve", 5, 5, 4),
    ("Enemy, sci-fi, 2013, 91 min, Villeneuve", 5, 5, 5),
    ("Sicario, thriller, 2015, 121 min, Villeneuve", 4, 5, 4),
    ("Heat, thriller, 1995, 170 min, Mann", 3, 3, 3),
    ("Notting Hill, love, 1999, 124 min, Michell", 1, 2, 2),
    ("Titanic, love, 1997, 194 min, Cameron", 1, 2, 1),
    ("Love Actually, love, 2003, 135 min, Curtis", 2, 2, 1),
)
"""A film, and the stars that Zoe, Ana and Ben give it."""

EVENINGS = (
    ("Friday", 10, 8),
    ("Sunday", 12, 4),
    ("Friday", 30, 21),
    ("Sunday", 26, 11),
    ("Friday", 24, 19),
)
"""A weekday, how many said yes, and how many came."""


def flats() -> bytes:
    """Return what thirty flats of two districts sold for, as a file."""
    rows = ["area,rooms,district,floor,price"]
    for number in range(30):
        area = 42 + number * 37 % 83
        rate = (4_700, 3_900)[number % 2] * (100 + number * 29 % 11 - 5) // 100
        district = ("Kreuzberg", "Wedding")[number % 2]
        floor = "" if number % 4 == 1 else number % 5
        rows.append(f"{area},{area // 30 + number % 3 % 2},{district},{floor},{area * rate}")
    return "\n".join(rows).encode()


async def test_support_triage(tmp_path: Path, readme: Readme) -> None:
    async with play(tmp_path) as on:
        transcript = on.transcript()
        made = await on.fill(
            on.zoe,
            "/task new",
            {"fields": "post: text\nos: linux | mac | windows"},
            name="triage",
            predict="category",
            labels="rendering, fonts, install, config, bug",
        )
        assert "Teach 2 of each label to get first guesses." in made.text
        assert made.labels == ["Teach", "Import CSV"]
        with transcript.told_as("eight lessons"):
            await posts_taught(on)
        said = {"post": "cannot install on arch", "os": "linux", "answer": "install"}
        saved = await on.fill(on.ana, "/teach", said, task="triage")
        assert "Saved #9" in saved.text
        assert 'still none for "config" and "bug"' in saved.text
        await on.ben.type(on.channel, "@Apprentice triage: cursor flickers after update, mac")
        answer = await on.ben.sees(on.channel, "like #2 post cursor flickers")
        assert "9 examples" in answer.text
        assert answer.labels == ["Right", "Why?", "None of these", "Edit what I read", "Wrong…"]
        learned = await (await on.ana.choose(answer, "bug", select="Wrong…")).reply()
        assert learned.is_ephemeral
        assert "Learned as #10, thanks Ana." in learned.text
        assert "For this I'd now say bug" in learned.text
        assert "Undo" in learned.labels
        readme.shows("support triage", transcript)


async def posts_taught(on: Scene) -> None:
    for label, *posts in POSTS:
        for post in posts:
            if "arch" not in post:
                await on.run(on.ana, "/teach", task="triage", lesson=f"post: {post} -> {label}")


async def test_a_scam_check_that_never_punishes(tmp_path: Path, readme: Readme) -> None:
    async with play(tmp_path) as on:
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
        transcript = on.transcript()
        message = await on.ben.type(on.channel, "free nitro, claim your gift")
        card = await (await on.ana.menu(on.channel, "Ask about this", message)).reply()
        assert "scam: scam" in card.text
        assert "like #" in card.text
        assert card.is_ephemeral
        await (await on.ana.press(card, "Send to moderators")).reply()
        report = await on.zoe.sees(mods, "?1 · reported by")
        assert report.labels == ["Confirm", "Not scam", "Ask two more", "Why?"]
        confirmed = await (await on.zoe.press(report, "Confirm")).reply()
        assert "I learn nothing from what another member wrote" in confirmed.text
        assert "Zoe: scam" in report.text
        readme.shows("scam check", transcript)


async def test_film_night_with_a_button_for_each_star(tmp_path: Path, readme: Readme) -> None:
    clock = SetClock()
    async with play(tmp_path, clock=clock) as on:
        transcript = on.transcript()
        made = await on.run(on.zoe, "/setup", template="film-night")
        assert 'Task "movies" is ready.' in made.text
        with transcript.told_as("Zoe, Ana and Ben rate nine films that they know"):
            for film, *stars in FILMS:
                for who, rating in zip((on.zoe, on.ana, on.ben), stars, strict=True):
                    await on.run(who, "/teach", task="movies", lesson=f"{film} -> {rating}")
        film = "Arrival, sci-fi, 2016, 116 min, Villeneuve"
        answer = await on.run(on.ana, "/ask", text=film, task="movies")
        assert not answer.is_ephemeral
        assert "your taste" not in answer.text
        assert answer.labels[:5] == ["1", "2", "3", "4", "5"]
        transcript.aside("after the film, on the next day")
        clock.move(timedelta(days=1))
        after = await on.zoe.sees(on.channel, "movies: how did it turn out?")
        assert after.labels == ["1", "2", "3", "4", "5"]
        for who, stars_given in ((on.ana, "5"), (on.ben, "3"), (on.zoe, "5")):
            rated = await (await who.press(after, stars_given)).reply()
            assert rated.is_ephemeral
        assert "3 votes, mean 4.3." in rated.text
        readme.shows("film night", transcript)


async def test_a_price_guess_that_asks_back_a_thousandfold_slip(
    tmp_path: Path, readme: Readme
) -> None:
    async with play(tmp_path) as on:
        transcript = on.transcript()
        setup = await on.run(on.zoe, "/setup")
        made = await (await on.zoe.press(setup, "Price guess")).reply()
        form = await (await on.zoe.press(made, "Import CSV")).modal()
        file = Upload(filename="flats.csv", data=flats())
        learned = await on.yes(on.zoe, await (await on.zoe.submit(form, {"file": file})).reply())
        assert "Learned 30 rows for flats." in learned.text
        await on.zoe.type(
            on.channel, "@Apprentice flats: 3-bed 90 m² flat in Kreuzberg, what price?"
        )
        answer = await on.zoe.sees(on.channel, "flats: € 4")
        assert "80 %" in answer.text
        assert "area 90 m² · rooms 3 · district Kreuzberg" in answer.text
        assert "not given: floor" in answer.text
        assert answer.labels == ["Right", "It sold for…", "Why?", "Edit what I read"]
        form = await (await on.zoe.press(answer, "It sold for…")).modal()
        doubt = await (await on.zoe.submit(form, {"The true value": "412"})).reply()
        assert "€ 412 is 1,000 times under the others. Did you mean € 412,000?" in doubt.text
        assert doubt.labels == ["Yes, € 412,000", "No, € 412", "Cancel"]
        saved = await (await on.zoe.press(doubt, "Yes, € 412,000")).reply()
        assert "Saved #31 (flats)." in saved.text
        assert "→ € 412,000" in saved.text
        await on.ben.type(on.channel, "it sold for 435k", reply_to=answer)
        asked = await on.ben.sees(on.channel, "Shall I learn that ?1 was € 435,000?")
        learned = await on.yes(on.ben, asked)
        assert "Learned as #32, thanks Ben." in learned.text
        readme.shows("price guess", transcript)


async def test_how_many_will_come(tmp_path: Path, readme: Readme) -> None:
    clock = SetClock()
    async with play(tmp_path, clock=clock) as on:
        transcript = on.transcript()
        made = await on.run(on.zoe, "/setup", template="turnout")
        assert 'Task "turnout" is ready.' in made.text
        form = await (await on.zoe.press(made, "Teach")).modal()
        filled = {"event": "board games", "weekday": "Friday", "said yes": "20", "people": "15"}
        sent = await on.zoe.submit(form, filled)
        assert "Saved #1" in (await on.yes(on.zoe, await sent.reply())).text
        with transcript.told_as("five more evenings"):
            for day, yes, came in EVENINGS:
                lesson = f"board games, weekday: {day}, said yes: {yes} -> {came}"
                await on.run(on.zoe, "/teach", task="turnout", lesson=lesson)
        asked = "board games on Friday, said yes: 28"
        answer = await on.run(on.ana, "/ask", text=asked, task="turnout")
        assert "turnout: about 2" in answer.text
        assert 'Not better than "0.7' in answer.text
        transcript.aside("the next day, to Ana alone")
        clock.move(timedelta(days=1))
        card = await on.ana.sees(on.ana.direct, "turnout: how did it turn out?")
        about, *others = card.labels
        assert about.startswith("About 2")
        assert others == ["Another number…", "It did not happen"]
        form = await (await on.ana.press(card, "Another number…")).modal()
        sent = await on.ana.submit(form, {"The true value": "19"})
        await on.yes(on.ana, await sent.reply())
        assert "Learned as #7, thanks Ana." in card.text
        assert "said yes 28 → 19" in card.text
        assert card.labels == ["Undo", "Edit…"]
        readme.shows("turnout", transcript)


async def test_a_retraining_is_told_to_its_end_in_one_message(tmp_path: Path) -> None:
    async with play(tmp_path) as on:
        file = Upload(filename="flats.csv", data=flats())
        await on.run(on.zoe, "/task import", task="flats", file=file)
        card = await on.run(on.zoe, "/model learn", task="flats")
        await on.local.world.changes.until(
            lambda: card if _has_ended(card) else None, what=lambda: str(card), within_s=150
        )
        assert card.attachments[0].filename == "chart.png"


def _has_ended(card: Message) -> bool:
    return "is better and answers" in card.text or "is not clearly better" in card.text
