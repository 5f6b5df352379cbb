import discord
import pytest
from discord import ui

from tests.local_discord import LocalDiscord, Refused, Upload
from tests.local_discord.basics import Json
from tests.local_discord.bots import TinyBot, running
from tests.local_discord.errors import InvalidForm
from tests.local_discord.rules.modals import check_modal


class _Form(ui.Modal, title="A task"):
    name: ui.Label["_Form"] = ui.Label(
        text="Name", component=ui.TextInput(min_length=2, max_length=10)
    )
    note: ui.Label["_Form"] = ui.Label(text="Note", component=ui.TextInput(required=False))
    kind: ui.Label["_Form"] = ui.Label(
        text="Kind",
        component=ui.RadioGroup(
            options=[
                discord.RadioGroupOption(label="A number", value="number"),
                discord.RadioGroupOption(label="A category", value="category"),
            ]
        ),
    )
    who: ui.Label["_Form"] = ui.Label(text="Who", component=ui.UserSelect(max_values=2))
    file: ui.Label["_Form"] = ui.Label(text="File", component=ui.FileUpload(required=False))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        name, note, kind, who, file = (
            label.component for label in (self.name, self.note, self.kind, self.who, self.file)
        )
        assert isinstance(name, ui.TextInput)
        assert isinstance(note, ui.TextInput)
        assert isinstance(kind, ui.RadioGroup)
        assert isinstance(who, ui.UserSelect)
        assert isinstance(file, ui.FileUpload)
        people = [user.name for user in who.values]
        files = [(await each.read()).decode() for each in file.values]
        said = f"{name.value}|{note.value}|{kind.value}|{people}|{files}"
        await interaction.response.send_message(said, ephemeral=True)


class _Boxes(ui.Modal, title="Boxes"):
    several: ui.Label["_Boxes"] = ui.Label(
        text="Several",
        component=ui.CheckboxGroup(
            options=[discord.CheckboxGroupOption(label=each) for each in ("a", "b", "c")]
        ),
    )
    sure: ui.Label["_Boxes"] = ui.Label(text="Sure", component=ui.Checkbox())
    one: ui.Label["_Boxes"] = ui.Label(
        text="One",
        component=ui.Select(
            options=[discord.SelectOption(label="x", default=True), discord.SelectOption(label="y")]
        ),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        several, sure, one = (each.component for each in (self.several, self.sure, self.one))
        assert isinstance(several, ui.CheckboxGroup)
        assert isinstance(sure, ui.Checkbox)
        assert isinstance(one, ui.Select)
        said = f"{several.values} {sure.value} {one.values}"
        await interaction.response.send_message(said)


def _bot() -> TinyBot:
    bot = TinyBot()

    @bot.tree.command(description="Opens the form")
    async def form(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(_Form())

    @bot.tree.command(description="Opens the boxes")
    async def boxes(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(_Boxes())

    return bot


async def test_a_form_is_filled_in_and_sent(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, ben = local.member("Ana", guild), local.member("Ben", guild)
    async with running(local, _bot()):
        modal = await (await ana.run(guild.general, "/form")).modal()
        assert modal.title == "A task"
        filled = {
            "Name": "flats",
            "Kind": "A number",
            "Who": [ben, ana],
            "File": [Upload(filename="a.csv", data=b"area")],
        }
        reply = await (await ana.submit(modal, filled)).reply()
        people = str(sorted(["Ben", "Ana"], reverse=True))
        assert reply.text == f"flats||number|{people}|['area']"


async def test_boxes_are_ticked_and_defaults_kept(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana = local.member("Ana", guild)
    async with running(local, _bot()):
        modal = await (await ana.run(guild.general, "/boxes")).modal()
        sent = await ana.submit(modal, {"Several": ["a", "c"], "Sure": True})
        assert (await sent.reply()).text == "['a', 'c'] True ['x']"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"Name": "f"}, "1 characters does not fit in 2 to 10"),
        ({"Name": "f" * 11}, "11 characters"),
        ({"Name": "flats", "Kind": "A picture"}, "there is no 'A picture'"),
        ({"Name": "flats"}, "0 chosen where 1 to 1"),
        ({"Name": "flats", "Kind": "number", "Colour": "red"}, "no \\['Colour'\\]"),
    ],
)
async def test_a_form_cannot_be_sent_wrong(
    local: LocalDiscord, values: dict[str, object], message: str
) -> None:
    guild = local.guild("Flats")
    ana = local.member("Ana", guild)
    async with running(local, _bot()):
        modal = await (await ana.run(guild.general, "/form")).modal()
        with pytest.raises(Refused, match=message):
            await ana.submit(modal, values)


async def test_a_form_of_a_button_may_update_its_message(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, ben, bot = local.member("Ana", guild), local.member("Ben", guild), TinyBot()

    @bot.tree.command(description="Shows a card")
    async def card(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("a card", view=_Card())

    async with running(local, bot):
        shown = await (await ana.run(guild.general, "/card")).reply()
        modal = await (await ana.press(shown, "Edit")).modal()
        with pytest.raises(Refused, match="is not Ben's"):
            await ben.submit(modal, {"Text": "mine"})
        updated = await (await ana.submit(modal, {"Text": "changed"})).reply()
        assert updated is shown
        assert (shown.text, shown.earlier) == ("changed", ["a card"])
        chosen = await (await ana.choose(shown, ben, select="Who")).reply()
        assert chosen.text == "Ben"


class _Card(ui.View):
    @ui.button(label="Edit")
    async def edit(self, interaction: discord.Interaction, _: ui.Button["_Card"]) -> None:
        await interaction.response.send_modal(_OldForm())

    @ui.select(cls=ui.UserSelect, placeholder="Who")
    async def who(self, interaction: discord.Interaction, select: ui.UserSelect["_Card"]) -> None:
        await interaction.response.send_message(select.values[0].name)


class _OldForm(ui.Modal, title="A text"):
    text: ui.TextInput["_OldForm"] = ui.TextInput(label="Text")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(content=self.text.value)


def _modal(**changes: object) -> Json:
    return {"custom_id": "m", "title": "A form", "components": [_label()], **changes}


def _label(field: Json | None = None, **changes: object) -> Json:
    inner = {"type": 4, "custom_id": "a", "style": 1} if field is None else field
    return {"type": 18, "label": "Name", "component": inner, **changes}


@pytest.mark.parametrize(
    "modal",
    [
        _modal(title="x" * 46),
        _modal(title=""),
        _modal(custom_id="x" * 101),
        _modal(components=[]),
        _modal(components=[_label({"type": 4, "custom_id": str(n), "style": 1}) for n in range(6)]),
        _modal(components=[_label(), _label()]),
        _modal(components=[_label(label="x" * 46)]),
        _modal(components=[_label(description="x" * 101)]),
        _modal(components=[_label({"type": 2, "custom_id": "a", "style": 1, "label": "x"})]),
        _modal(components=[_label({"type": 4, "custom_id": "a", "style": 3})]),
        _modal(components=[_label({"type": 4, "custom_id": "a", "style": 1, "max_length": 4001})]),
        _modal(
            components=[_label({"type": 4, "custom_id": "a", "style": 1, "placeholder": "x" * 101})]
        ),
        _modal(components=[_label({"type": 21, "custom_id": "a", "options": []})]),
        _modal(components=[_label({"type": 3, "custom_id": "a", "options": []})]),
        _modal(components=[{"type": 2, "custom_id": "a", "style": 1, "label": "x"}]),
    ],
)
def test_forms_that_discord_does_not_take(modal: Json) -> None:
    check_modal(_modal())
    with pytest.raises(InvalidForm):
        check_modal(modal)
