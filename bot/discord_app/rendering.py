"""A reply as a components-v2 message that keeps within all of Discord's limits."""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import discord
from discord import ui

from bot.discord_app.clickable import mark
from bot.discord_app.custom_ids import MAX_CUSTOM_ID, OTHER, id_of, picked_from
from bot.discord_app.incoming import user_of
from bot.discord_app.markup import clip, code_table, escape, length
from core.assistant.incoming import Attachment
from core.assistant.reply import Choice, Input, Origin, Reply, Tone
from core.assistant.wording import say

MAX_TEXT = 4_000
MAX_LABEL = 80
MAX_OPTION = 100
MAX_OPTIONS = 25
MAX_BUTTONS = 20
MAX_SELECTS = 3
MAX_FILES = 5
ROW = 5
"""One container, three texts, a picture, 5 files, 4 rows of 5 buttons, 3 rows of a select: 40."""
_MAX_TITLE, _MAX_NOTES, _MAX_TABLE = 300, 700, 1_900
_COLOURS = {
    Tone.DONE: 0x3BA55D,
    Tone.ANSWER: 0x5865F2,
    Tone.INFO: 0x80848E,
    Tone.ASK: 0xF0B232,
    Tone.ERROR: 0xED4245,
}
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A message ready to be sent, as often as need be."""

    view: ui.LayoutView
    files: tuple[Attachment, ...]
    of_server: Callable[["Home"], "Card"]
    """Returns it as it is shown elsewhere than in the server that it speaks for."""

    def uploads(self) -> list[discord.File]:
        """Return the files anew: each can be sent once."""
        return [discord.File(io.BytesIO(f.content), filename=f.name) for f in self.files]


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The server that a card speaks for."""

    id: str
    name: str = ""
    """Said on a card that is shown elsewhere, where it is known."""


def render(
    reply: Reply,
    *,
    locale: str,
    picture: bytes | None = None,
    limit: int = 10 * 2**20,
    home: str = "",
) -> Card:
    """Return a reply as a message.

    Args:
        reply: what to show.
        locale: the language of the few words that only Discord needs.
        picture: the reply's picture as PNG.
        limit: how many bytes the files may have together.
        home: the server that it speaks for, where it is shown elsewhere.
    """
    png = [Attachment(name="chart.png", content=picture)] if picture else []
    files = [Attachment(name=safe_name(f.name), content=f.content) for f in reply.files]
    kept, dropped = _within(_distinct([*png, *files]), limit)
    extra = tuple(say("file too large", locale=locale, name=name) for name in dropped)
    box: ui.Container[ui.LayoutView] = ui.Container(accent_colour=_COLOURS[reply.tone])
    for text in _texts(reply, extra, locale):
        box.add_item(ui.TextDisplay(text))
    for file in kept:
        media = f"attachment://{file.name}"
        if png and file is kept[0] and file.name == "chart.png":
            about = clip(reply.picture.caption, 1_000) if reply.picture else None
            gallery: ui.MediaGallery[ui.LayoutView] = ui.MediaGallery()
            gallery.add_item(media=media, description=about)
            box.add_item(gallery)
        else:
            box.add_item(ui.File(media))
    for row in _rows(reply, locale, home):
        box.add_item(row)
    view = ui.LayoutView(timeout=None)
    view.add_item(box)
    view.stop()  # never kept: presses are understood from their custom ids alone
    return Card(
        view=view,
        files=tuple(kept),
        of_server=partial(_of_server, reply, locale=locale, picture=picture, limit=limit),
    )


def _of_server(reply: Reply, home: Home, *, locale: str, picture: bytes | None, limit: int) -> Card:
    if home.name:
        *notes, last = reply.notes or ("",)
        reply = replace(reply, notes=(*notes, f"{last} · {home.name}" if last else home.name))
    return render(reply, locale=locale, picture=picture, limit=limit, home=home.id)


def safe_name(name: str) -> str:
    """Return a file's name as Discord keeps it, so that the message can refer to it."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    safe = _UNSAFE.sub("-", bare.encode("ascii", "ignore").decode()).strip("-._")
    stem, dot, ending = safe.rpartition(".")
    return f"{stem[:60]}{dot}{ending[:10]}" if stem else safe[:60] or "file"


def _distinct(files: Sequence[Attachment]) -> list[Attachment]:
    named: dict[str, Attachment] = {}
    for file in files:
        name = file.name if file.name not in named else f"{len(named)}-{file.name}"
        named[name] = Attachment(name=name, content=file.content)
    return list(named.values())


def _within(files: Sequence[Attachment], limit: int) -> tuple[list[Attachment], list[str]]:
    kept: list[Attachment] = []
    dropped: list[str] = []
    for file in files:
        limit -= len(file.content)
        if limit < 0 or len(kept) > MAX_FILES:
            limit += len(file.content)
            dropped.append(file.name)
        else:
            kept.append(file)
    return kept, dropped


def _texts(reply: Reply, extra: Sequence[str], locale: str) -> Iterator[str]:
    """Yield what the card says, 4,000 units at most: title and lines, table, small print."""
    title = f"**{escape(clip(reply.title, _MAX_TITLE), _MAX_TITLE)}**"
    table, left_out = code_table(reply.table, _MAX_TABLE) if reply.table else ("", 0)
    notes = [*reply.notes, *extra]
    if left_out:
        notes.append(say("rows left out", locale=locale, count=left_out))
    small = "\n".join(filter(None, (_origin(reply.origin, locale), _small(notes))))
    room = MAX_TEXT - length(title) - length(table) - length(small) - 1
    lines = escape("\n".join(reply.lines), room) if reply.lines else ""
    room -= length(lines)
    marked = mark(lines, length(lines) + room)
    yield f"{title}\n{marked}" if lines.strip() else title
    if table:
        yield table
    if small:
        yield mark(small, length(small) + room - length(marked) + length(lines))


def _origin(origin: Origin | None, locale: str) -> str:
    """Return who wrote what is reported, where it stands, and who reported it."""
    if origin is None:
        return ""
    author, reporter = f"<@{user_of(origin.author)}>", f"<@{user_of(origin.reporter)}>"
    key = "message at" if origin.link else "message by"
    written = say(key, locale=locale, name=author, link=origin.link)
    reported = say("reported by", locale=locale, number=origin.number, name=reporter)
    return f"-# {written}\n-# {reported}"


def _small(notes: Sequence[str]) -> str:
    """Return the small print, a mark before each line."""
    room = _MAX_NOTES
    lines: list[str] = []
    for note in notes:
        line = f"-# {escape(' '.join(note.split()), max(room - 4, 2))}"
        room -= length(line) + 1
        if room < 0:
            break
        lines.append(line)
    return "\n".join(lines)


def _rows(reply: Reply, locale: str, home: str) -> Iterator[ui.ActionRow[ui.LayoutView]]:
    """Yield the choices: buttons in rows of five, a select in a row of its own."""
    seen: set[str] = set()
    buttons: list[ui.Button[ui.LayoutView]] = []
    selects: list[ui.Select[ui.LayoutView]] = []
    for choice in reply.choices:
        wanted = picked_from(choice)
        options = _options(wanted, locale) if wanted else []
        custom_id = _unique(str(id_of(choice, reply, home)), seen)
        if len(custom_id) > MAX_CUSTOM_ID:  # one that is cut would lead elsewhere
            continue
        if options and len(selects) < MAX_SELECTS:
            placeholder = clip(choice.label, MAX_LABEL)
            selects.append(ui.Select(custom_id=custom_id, placeholder=placeholder, options=options))
        elif len(buttons) < MAX_BUTTONS:
            label, style = clip(choice.label, MAX_LABEL), _style(choice)
            buttons.append(ui.Button(label=label, style=style, custom_id=custom_id))
    for start in range(0, len(buttons), ROW):
        yield ui.ActionRow(*buttons[start : start + ROW])
    for select in selects:
        yield ui.ActionRow(select)


def _unique(custom_id: str, seen: set[str]) -> str:
    """Return the custom id, told apart from those that the message has already."""
    if custom_id in seen:
        custom_id = f"{custom_id}#{len(seen)}"
    seen.add(custom_id)
    return custom_id


def _style(choice: Choice) -> discord.ButtonStyle:
    if choice.is_danger:
        return discord.ButtonStyle.danger
    return discord.ButtonStyle.success if choice.is_yes else discord.ButtonStyle.secondary


def _options(wanted: Input, locale: str) -> list[discord.SelectOption]:
    """Return a select's lines; none where one is too long to be picked."""
    chosen = list(dict.fromkeys(o for o in wanted.options if o.strip()))
    if any(length(option) > MAX_OPTION for option in chosen):
        return []
    needs_other = wanted.is_open or len(chosen) > MAX_OPTIONS
    lines = [
        discord.SelectOption(label=clip(option, MAX_OPTION), value=option)
        for option in chosen[: MAX_OPTIONS - 1 if needs_other else MAX_OPTIONS]
        if option != OTHER
    ]
    if lines and needs_other:
        other = say("something else", locale=locale)
        lines.append(discord.SelectOption(label=other, value=OTHER))
    return lines
