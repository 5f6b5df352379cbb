"""The slash commands and message menus, made from the catalogue."""

import inspect
from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import discord
from discord import app_commands

from bot.discord_app.catalogue import GROUPS, MENUS, SLASHES, Kind, Option, Slash
from bot.discord_app.custom_ids import CustomId, Mark
from bot.discord_app.exchanges import Asked
from bot.discord_app.incoming import read_file, sender_of
from bot.discord_app.markup import clip
from bot.discord_app.pressing import open_form
from bot.invitation import NEEDED
from core.assistant.incoming import Command
from core.assistant.reply import Reply
from core.assistant.wording import language_of, say

if TYPE_CHECKING:
    from bot.discord_app.client import ApprenticeClient

MAX_CHOICE = 100
MAX_OFFERED = 25
Callback: TypeAlias = Callable[..., Coroutine[Any, Any, None]]
AppCommand: TypeAlias = app_commands.Command[Any, Any, Any] | app_commands.Group


class PlaceTransformer(app_commands.Transformer):
    """A channel or a forum; media channels, which discord.py adds to forums, hold no questions."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """What Discord asks for."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Which channels may be picked."""
        return [discord.ChannelType.text, discord.ChannelType.news, discord.ChannelType.forum]

    async def transform(self, interaction: discord.Interaction, value: Any, /) -> object:  # noqa: ANN401
        """Return the channel."""
        del interaction
        return value.resolve() or await value.fetch()


_TYPES: Mapping[Kind, Any] = {
    Kind.TEXT: str,
    Kind.FILE: discord.Attachment,
    Kind.ROLE: discord.Role,
    Kind.CHANNEL: discord.TextChannel,
    Kind.PLACE: app_commands.Transform[discord.abc.GuildChannel, PlaceTransformer],
}
_EVERYWHERE: dict[str, Any] = {
    "allowed_contexts": app_commands.AppCommandContext(
        guild=True, dm_channel=True, private_channel=True
    ),
    "allowed_installs": app_commands.AppInstallationType(guild=True, user=True),
}


class WordedTranslator(app_commands.Translator):
    """Words the commands in each language that the bot speaks, from its one place of wording."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return a description in the member's language; None where it is spoken in English."""
        del context
        key = string.extras.get("key")
        if key is None or language_of(locale.value) == "en":
            return None
        return clip(say(key, locale=locale.value), MAX_CHOICE)


def app_commands_of() -> list[AppCommand | app_commands.ContextMenu]:
    """Return all that the bot registers with Discord."""
    groups = {
        name: app_commands.Group(name=name, description=_worded(f"/{name}"), **_EVERYWHERE)
        for name in GROUPS
    }
    single: list[AppCommand | app_commands.ContextMenu] = []
    for slash in SLASHES:
        group, _, name = slash.name.rpartition(" ")
        command = _command(slash, name, is_single=not group)
        if group:
            groups[group].add_command(command)
        else:
            single.append(command)
    return [*groups.values(), *single, *map(_menu, MENUS)]


def _worded(key: str) -> app_commands.locale_str:
    return app_commands.locale_str(clip(say(key), MAX_CHOICE), key=key)


def _command(slash: Slash, name: str, *, is_single: bool) -> app_commands.Command[Any, Any, Any]:
    command: app_commands.Command[Any, Any, Any] = app_commands.Command(
        name=name,
        description=_worded(f"/{slash.name}"),
        callback=_callback(slash),
        **(_EVERYWHERE if is_single else {}),
    )
    if slash.is_for_managers:
        command.default_permissions = discord.Permissions(manage_guild=True)
    for option in slash.options:
        if option.is_completed:
            command.autocomplete(option.name)(_completer(option.name))
    return command


def _callback(slash: Slash) -> Callback:
    """Return a coroutine function with the parameters that discord.py reads options from."""

    async def run(interaction: discord.Interaction, **given: Any) -> None:  # noqa: ANN401
        said = {name: _said(value) for name, value in given.items() if value is not None}
        if slash.form and not said.get(slash.form_unless):
            number = f":{said['number']}" if "number" in said else ""
            await open_form(interaction, CustomId(mark=Mark.KEEP, action=slash.form + number), said)
            return
        files = [v for v in given.values() if isinstance(v, discord.Attachment)]
        await run_command(interaction, slash, said, files[0] if files else None)

    described = {o.name: _worded(f"option {o.name}") for o in slash.options}
    parameters = [
        inspect.Parameter(
            "interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction
        ),
        *(_parameter(option) for option in sorted(slash.options, key=lambda o: not o.is_required)),
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    callback = app_commands.describe(**described)(run)
    choices = {
        o.name: [app_commands.Choice(name=c, value=c) for c in o.choices]
        for o in slash.options
        if o.choices
    }
    return cast("Callback", app_commands.choices(**choices)(callback) if choices else callback)


def _parameter(option: Option) -> inspect.Parameter:
    kind: Any = _TYPES[option.kind]
    return inspect.Parameter(
        option.name,
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        annotation=kind if option.is_required else kind | None,
        default=inspect.Parameter.empty if option.is_required else None,
    )


def _said(value: object) -> str:
    """Return an option's value as the assistant takes it."""
    match value:
        case discord.Role():
            return f"{value.id}:{value.name}" if not value.is_default() else "everyone"
        case discord.Attachment():
            return value.filename
        case discord.abc.GuildChannel():
            return f"{value.id}:{value.name}"
    return str(value)


async def run_command(
    interaction: discord.Interaction,
    slash: Slash,
    said: Mapping[str, str],
    file: discord.Attachment | None,
) -> None:
    """Answer a command."""
    client = cast("ApprenticeClient", interaction.client)
    front, locale = client.front, str(interaction.locale)
    if not front.is_new(interaction.id):
        return
    front.locales.note(interaction.user.id, locale)
    if slash.name == "setup":
        said = {**said, "lacking": lacking(interaction.app_permissions, locale)}
    texts = {option.name for option in slash.options if option.is_text}

    async def reply() -> Reply:
        command = Command(
            sender=sender_of(interaction),
            name=slash.name,
            options={name: value for name, value in said.items() if name not in texts},
            text=" ".join(value for name, value in said.items() if name in texts),
            delivery=f"discord:{interaction.id}",
            attachment=await read_file(file, locale),
        )
        return await front.assistant.handle(command)

    await front.answer(Asked(interaction), reply(), locale=locale, limit=interaction.filesize_limit)


def lacking(permissions: discord.Permissions, locale: str) -> str:
    """Return the names of the permissions that the bot needs in a channel and has not got."""
    missing = [name for name, bit in NEEDED.items() if not permissions.value & bit]
    return ", ".join(say(name, locale=locale) for name in missing)


def _completer(name: str) -> Callable[..., Coroutine[Any, Any, list[app_commands.Choice[str]]]]:
    async def complete(
        interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        client = cast("ApprenticeClient", interaction.client)
        given = {k: str(v) for k, v in vars(interaction.namespace).items() if isinstance(v, str)}
        found = await client.front.assistant.suggest(
            sender_of(interaction), name, current, given=given
        )
        return [
            app_commands.Choice(name=clip(shown, MAX_CHOICE), value=value)
            for shown, value in found[:MAX_OFFERED]
            if 0 < len(value) <= MAX_CHOICE
        ]

    return complete


def _menu(name: str) -> app_commands.ContextMenu:
    async def run(interaction: discord.Interaction, message: discord.Message) -> None:
        client = cast("ApprenticeClient", interaction.client)
        await client.answer_menu(interaction, message, name)

    return app_commands.ContextMenu(name=_worded(f"menu {name}"), callback=run, **_EVERYWHERE)
