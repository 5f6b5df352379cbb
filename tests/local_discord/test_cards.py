import io
import re
from typing import Self

import discord
import pytest
from discord import ui

from tests.local_discord import LocalDiscord
from tests.local_discord.basics import Json
from tests.local_discord.bots import TinyBot, refusal, running
from tests.local_discord.errors import DiscordError
from tests.local_discord.rules.messages import check_message

V2 = 1 << 15


class _Right(ui.DynamicItem[ui.Button[ui.LayoutView]], template=r"right:(?P<id>\d+)"):
    def __init__(self, row: int) -> None:
        super().__init__(ui.Button(label="Right", custom_id=f"right:{row}"))
        self.row_id = row

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[ui.LayoutView], match: re.Match[str]
    ) -> Self:
        return cls(int(match["id"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"row {self.row_id}", ephemeral=True)


def _card(row: int) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    thumbnail: ui.Thumbnail[ui.LayoutView] = ui.Thumbnail("attachment://chart.png")
    row_of_buttons: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    row_of_buttons.add_item(_Right(row))
    container: ui.Container[ui.LayoutView] = ui.Container(
        ui.Section(ui.TextDisplay("**€ 418k**"), accessory=thumbnail),
        ui.Separator(),
        ui.MediaGallery(discord.MediaGalleryItem("attachment://chart.png")),
        row_of_buttons,
        accent_colour=0x336699,
    )
    view.add_item(container)
    return view


async def test_a_card_s_button_works_after_a_restart(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()

    @bot.tree.command(description="Shows a card")
    async def card(interaction: discord.Interaction) -> None:
        file = discord.File(io.BytesIO(b"png"), "chart.png", description="A chart")
        await interaction.response.send_message(view=_card(41), file=file)

    async with running(local, bot):
        shown = await (await ana.run(guild.general, "/card")).reply()
        assert (shown.text, shown.labels) == ("**€ 418k**", ["Right"])
        assert [each.description for each in shown.attachments] == ["A chart"]
    again = TinyBot()
    again.add_dynamic_items(_Right)
    async with running(local, again):
        pressed = await ana.press(shown, "Right")
        assert (await pressed.reply()).text == "row 41"


async def test_a_card_stays_a_card(lenient: LocalDiscord) -> None:
    guild = lenient.guild("Flats")
    bot = TinyBot()
    async with running(lenient, bot):
        channel = bot.get_channel(int(guild.general.id))
        assert isinstance(channel, discord.TextChannel)
        view = ui.LayoutView()
        view.add_item(ui.TextDisplay("a card"))
        card = await channel.send(view=view)
        assert await refusal(card.edit(content="plain text")) == (400, 50035)
        edited = ui.LayoutView()
        edited.add_item(ui.TextDisplay("another"))
        await card.edit(view=edited)
        (kept,) = guild.general.messages.values()
        assert (kept.text, kept.earlier, kept.is_v2) == ("another", ["a card"], True)
        plain = await channel.send("plain")
        assert await refusal(plain.edit(view=edited)) == (400, 50035)
        await plain.edit(content=None, view=edited)


def _row(*components: Json) -> Json:
    return {"type": 1, "components": list(components)}


def _button(name: str = "a", **changes: object) -> Json:
    return {"type": 2, "style": 1, "label": name, "custom_id": name, **changes}


def _select(options: int = 1, **changes: object) -> Json:
    listed = [{"label": f"o{n}", "value": f"o{n}"} for n in range(options)]
    return {"type": 3, "custom_id": "s", "options": listed, **changes}


def _text(length: int) -> Json:
    return {"type": 10, "content": "x" * length}


@pytest.mark.parametrize(
    "draft",
    [
        {},
        {"content": "x" * 2001},
        {"embeds": [{"title": "x" * 257}]},
        {"embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]},
        {"embeds": [{"fields": [{"name": "a", "value": "b"}] * 26}]},
        {"embeds": [{"title": "a"}] * 11},
        {"components": [_row(_button(f"{n}")) for n in range(6)]},
        {"components": [_row(*(_button(f"{n}") for n in range(6)))]},
        {"components": [_row(_button(), _button())]},
        {"components": [_row(_button(custom_id="x" * 101))]},
        {"components": [_row(_button("x" * 81))]},
        {"components": [_row(_button(label=None))]},
        {"components": [_row(_button(style=5))]},
        {"components": [_row(_select(26))]},
        {"components": [_row(_select(0))]},
        {"components": [_row(_select(), _button())]},
        {"components": [_row(_select(placeholder="x" * 151))]},
        {"components": [_row(_select(max_values=2))]},
        {"components": [_row(_select(options=1) | {"options": [{"label": "", "value": "a"}]})]},
        {"components": [_text(1)]},
        {"components": [_text(1)], "flags": V2, "content": "both"},
        {"components": [_text(1)], "flags": V2, "embeds": [{"title": "both"}]},
        {"components": [_text(2001), _text(2000)], "flags": V2},
        {"components": [_text(1)] * 41, "flags": V2},
        {"components": [{"type": 17, "components": [_text(1)] * 40}], "flags": V2},
        {"components": [{"type": 17, "components": []}], "flags": V2},
        {"components": [{"type": 17, "components": [{"type": 17}]}], "flags": V2},
        {"components": [{"type": 9, "components": [_text(1)]}], "flags": V2},
        {"components": [{"type": 13, "file": {"url": "attachment://none"}}], "flags": V2},
        {"components": [_text(1) | {"id": 7}, _text(1) | {"id": 7}], "flags": V2},
    ],
)
def test_messages_that_discord_does_not_take(draft: Json) -> None:
    with pytest.raises(DiscordError):
        check_message(draft, filenames=[])


@pytest.mark.parametrize(
    "draft",
    [
        {"content": "x" * 2000},
        {"components": [_row(*(_button(f"{n}") for n in range(5)))]},
        {"components": [_row(_select(25, max_values=25))]},
        {"components": [_text(4000)], "flags": V2},
        {"components": [_text(1)] * 40, "flags": V2},
        {"components": [_row(_button(style=5, custom_id=None, url="https://a.b"))]},
    ],
)
def test_messages_at_the_limits_are_taken(draft: Json) -> None:
    check_message(draft, filenames=[])


def test_ten_files_are_taken_and_eleven_are_not() -> None:
    check_message({}, filenames=["a"] * 10)
    with pytest.raises(DiscordError):
        check_message({}, filenames=["a"] * 11)
