import enum

import discord
import pytest
from discord import app_commands
from discord.app_commands import locale_str

from tests.local_discord import LocalDiscord, Person, Refused, Upload
from tests.local_discord.basics import Json
from tests.local_discord.bots import TinyBot, running
from tests.local_discord.errors import InvalidForm
from tests.local_discord.rules.commands import check_choices, check_commands


class _Kind(enum.Enum):
    NUMBER = "number"
    CATEGORY = "category"


async def test_subcommands_take_options_of_all_kinds(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, ben, bot = local.member("Ana", guild), local.member("Ben", guild), TinyBot()
    role = local.role("Teachers", guild)
    group = app_commands.Group(name="task", description="Tasks")
    bot.tree.add_command(group)

    @group.command(description="Makes a task")
    async def new(
        interaction: discord.Interaction,
        name: str,
        kind: _Kind,
        file: discord.Attachment,
        who: discord.Member,
        teachers: discord.Role,
        where: discord.TextChannel,
        least: app_commands.Range[int, 1, 9] = 1,
        public: bool = False,
    ) -> None:
        data = (await file.read()).decode()
        told = f"{name} {kind.value} {data} {who.name} {teachers.name} {where.name}"
        await interaction.response.send_message(f"{told} {least} {public}")

    options: dict[str, object] = {
        "name": "flats", "kind": "NUMBER", "file": Upload(filename="a.csv", data=b"area"),
        "who": ben, "teachers": role, "where": guild.general, "least": 3, "public": True,
    }  # fmt: skip
    async with running(local, bot):
        exchange = await ana.run(guild.general, "/task new", **options)
        assert (await exchange.reply()).text == "flats number area Ben Teachers general 3 True"
        for wrong, message in (
            ({"least": 10}, "out of its bounds"),
            ({"kind": "PICTURE"}, "takes one of"),
            ({"nobody": 1}, "none named"),
            ({"name": None}, "is required"),
            ({"public": "yes"}, "takes no str"),
        ):
            with pytest.raises(Refused, match=message):
                await ana.run(guild.general, "/task new", **options | wrong)
        with pytest.raises(Refused, match="needs one of"):
            await ana.run(guild.general, "/task")
        with pytest.raises(Refused, match="has no subcommand"):
            await ana.run(guild.general, "/task old")


async def test_autocomplete_offers_what_the_bot_answers(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, bot = local.member("Ana", guild), TinyBot()

    @bot.tree.command(description="Asks")
    async def ask(interaction: discord.Interaction, task: str, question: str) -> None:
        await interaction.response.send_message(task + question)

    @ask.autocomplete("task")
    async def tasks(
        interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        question = interaction.namespace.question
        return [
            app_commands.Choice(name=f"{name} ({question})", value=name)
            for name in ("flats", "films")
            if name.startswith(current)
        ]

    async with running(local, bot):
        offers = await ana.autocomplete(
            guild.general, "/ask", focused="task", value="fla", question="?"
        )
        assert [(offer.name, offer.value) for offer in offers] == [("flats (?)", "flats")]


async def test_commands_are_offered_by_context_and_permission(local: LocalDiscord) -> None:
    guild, elsewhere = local.guild("Flats"), local.guild("Elsewhere", bot=False)
    boss = local.member("Boss", guild, roles=(local.role("Boss", guild, permissions=8),))
    ana, bot = local.member("Ana", guild), TinyBot()
    zoe = local.member("Zoe", elsewhere, has_installed=True)

    @bot.tree.command(description="For those who manage")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def setup(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("set up")

    @bot.tree.command(description="For all, everywhere")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(interaction: discord.Interaction) -> None:
        owners = interaction.is_guild_integration(), interaction.is_user_integration()
        await interaction.response.send_message(f"by server and user: {owners}")

    async with running(local, bot):
        assert ana.commands(guild.general) == ["ask"]
        assert sorted(boss.commands(guild.general)) == ["ask", "setup"]
        assert ana.commands(ana.direct) == ["ask"]
        with pytest.raises(Refused, match="not offered 'setup'"):
            await ana.run(guild.general, "/setup")
        exchange = await zoe.run(elsewhere.general, "/ask")
        assert (await exchange.reply()).text == "by server and user: (False, True)"
        exchange = await ana.run(ana.direct, "/ask")
        await exchange.reply()


async def test_a_server_s_settings_say_who_may_use_a_command(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    teachers = local.role("Teachers", guild)
    ana, ben = local.member("Ana", guild), local.member("Ben", guild)
    owner, bot = Person(local.world, local.world.owner), TinyBot()
    aside = local.channel("aside", guild)

    @bot.tree.command(description="Teaches")
    @app_commands.default_permissions()
    async def teach(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("taught")

    async with running(local, bot):
        assert ana.commands(guild.general) == []
        assert owner.commands(guild.general) == ["teach"]
        local.permit_command(guild, "teach", teachers)
        local.give(ana, teachers)
        assert ana.commands(guild.general) == ["teach"]
        assert ben.commands(guild.general) == []
        local.permit_command(guild, "teach", guild.everyone)
        local.permit_command(guild, "teach", ben, allowed=False)
        local.permit_command(guild, "teach", aside, allowed=False)
        assert ben.commands(guild.general) == []
        assert ana.commands(aside) == []


async def test_names_are_localised(local: LocalDiscord) -> None:
    class Translator(app_commands.Translator):
        async def translate(
            self,
            string: locale_str,
            locale: discord.Locale,
            context: app_commands.TranslationContextTypes,
        ) -> str | None:
            chinese = {"ask": "问", "task": "任务"}
            return chinese.get(string.message) if locale is discord.Locale.chinese else None

    class Translated(TinyBot):
        async def setup_hook(self) -> None:
            await self.tree.set_translator(Translator())
            await super().setup_hook()

    bot, guild = Translated(), local.guild("Flats")
    ana = local.member("Ana", guild, locale="zh-CN")

    @bot.tree.command(name=locale_str("ask"), description="Asks")
    @app_commands.rename(task=locale_str("task"))
    async def ask(interaction: discord.Interaction, task: str) -> None:
        await interaction.response.send_message(f"{interaction.locale} {task}")

    async with running(local, bot):
        (command,) = local.world.commands[None]
        assert command["name_localizations"] == {"zh-CN": "问"}
        for name, option in (("/ask", "task"), ("/问", "任务")):
            exchange = await ana.run(guild.general, name, **{option: "flats"})
            assert (await exchange.reply()).text == "zh-CN flats"


async def test_a_user_s_menu_names_the_user(local: LocalDiscord) -> None:
    guild = local.guild("Flats")
    ana, ben, bot = local.member("Ana", guild), local.member("Ben", guild), TinyBot()

    @bot.tree.context_menu(name="Who is this")
    async def who(interaction: discord.Interaction, user: discord.User) -> None:
        await interaction.response.send_message(user.name)

    async with running(local, bot):
        reply = await (await ana.user_menu(guild.general, "Who is this", ben)).reply()
        assert reply.text == "Ben"


@pytest.mark.parametrize(
    "choices",
    [
        [{"name": f"{number}", "value": number} for number in range(26)],
        [{"name": "x" * 101, "value": "x"}],
        [{"name": "x", "value": "x" * 101}],
        [{"name": "", "value": "x"}],
    ],
)
def test_choices_that_discord_does_not_take(choices: list[Json]) -> None:
    check_choices(choices[:25] if len(choices) > 25 else [], ())
    with pytest.raises(InvalidForm):
        check_choices(choices, ())


async def test_commands_of_one_server_stay_there(local: LocalDiscord) -> None:
    here, there = local.guild("Here"), local.guild("There")
    ana, bot = local.member("Ana", here, there), TinyBot()

    @bot.tree.command(description="Here only", guild=discord.Object(int(here.id)))
    async def local_only(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("here")

    async with running(local, bot):
        await bot.tree.sync(guild=discord.Object(int(here.id)))
        assert ana.commands(here.general) == ["local_only"]
        assert ana.commands(there.general) == []
        assert [each.name for each in await bot.tree.fetch_commands()] == []
        assert (await (await ana.run(here.general, "/local_only")).reply()).text == "here"


def _command(**changes: object) -> Json:
    return {"name": "teach", "description": "Teach", **changes}


def _option(**changes: object) -> Json:
    return {"type": 3, "name": "task", "description": "Task", **changes}


@pytest.mark.parametrize(
    ("commands", "code"),
    [
        ([_command(name="Teach")], "APPLICATION_COMMAND_INVALID_NAME"),
        ([_command(name="two words")], "APPLICATION_COMMAND_INVALID_NAME"),
        ([_command(name="x" * 33)], "BASE_TYPE_BAD_LENGTH"),
        ([_command(description="")], "BASE_TYPE_BAD_LENGTH"),
        ([_command(description="x" * 101)], "BASE_TYPE_BAD_LENGTH"),
        ([_command(name_localizations={"xx": "teach"})], "ENUM_TYPE_COERCE"),
        ([_command(), _command()], "APPLICATION_COMMANDS_DUPLICATE_NAME"),
        ([_command(options=[_option(name=f"o{n}") for n in range(26)])], "BASE_TYPE_MAX_LENGTH"),
        ([_command(options=[_option(), _option()])], "APPLICATION_COMMANDS_DUPLICATE_NAME"),
        (
            [_command(options=[_option(), _option(name="b", required=True)])],
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        ),
        (
            [_command(options=[_option(choices=[{"name": "a", "value": "a"}] * 26)])],
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            [_command(options=[_option(choices=[{"name": "x" * 101, "value": "a"}])])],
            "BASE_TYPE_BAD_LENGTH",
        ),
        ([_command(name=f"c{n}") for n in range(101)], "APPLICATION_COMMANDS_MAX"),
        ([{"type": 3, "name": f"Menu {n}"} for n in range(16)], "APPLICATION_COMMANDS_MAX"),
        ([{"type": 3, "name": "M", "description": "x"}], "APPLICATION_COMMAND_INVALID_DESCRIPTION"),
    ],
)
def test_commands_that_discord_does_not_take(commands: list[Json], code: str) -> None:
    with pytest.raises(InvalidForm) as caught:
        check_commands(commands)
    assert f"'code': '{code}'" in str(caught.value.errors)
