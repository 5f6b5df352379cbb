"""Discord's command permissions, held to when the same command is said in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import discord
from discord import app_commands

from bot.discord_app.catalogue import SLASHES
from bot.discord_app.retries import patiently
from core.assistant.wording import say
from core.errors import NotAllowed

Rules: TypeAlias = Mapping[int, bool]
"""What a server's settings say of members, roles and channels, by id."""

_SENTENCES = frozenset({"sentence", "reply", "reply to example", "reply to card", "reply to offer"})
_SAID_AS = {
    **dict.fromkeys(_SENTENCES, "ask"),
    **dict.fromkeys(("reply", "right"), "correct"),
    **dict.fromkeys(("reply to example", "correct example"), "examples edit"),
    "press back": "undo",
    "file": "task import",
}
_ARROWS = ("->", "=>", "→", "⇒")
_MANAGERS = {slash.name.split()[0] for slash in SLASHES if slash.is_for_managers}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who says a command, and where."""

    ids: tuple[int, ...]
    """Their own id, then their roles'; the last is everyone's."""
    channel_ids: tuple[int, ...]
    """The channel's id, then the one that stands for all channels."""
    is_manager: bool

    @classmethod
    def of(cls, member: discord.Member, place: str | None) -> "Asker":
        """Return a member in a channel, if there is one."""
        everyone = member.guild.id
        roles = tuple(role.id for role in member.roles if role.id != everyone)
        channels = (int(place),) if place else ()
        return cls(
            ids=(member.id, *roles, everyone),
            channel_ids=(*channels, everyone - 1),
            is_manager=member.guild_permissions.manage_guild,
        )


def said_as(command: str, text: str) -> str:
    """Return the slash command that does what is said in words: a sentence may be a lesson."""
    if command in _SENTENCES and any(arrow in text for arrow in _ARROWS):
        return "teach"
    return _SAID_AS.get(command, command)


def is_permitted(asker: Asker, own: Rules, common: Rules, *, for_managers: bool) -> bool:
    """Return whether Discord would offer somebody a command.

    Args:
        asker: who says it, and where.
        own: the server's settings of the command.
        common: its settings of all the bot's commands, which those of one command replace.
        for_managers: whether the command is for those who manage the server by default.
    """
    where = [rules[i] for rules in (own, common) for i in asker.channel_ids if i in rules]
    if where and not where[0]:
        return False
    said = _said_of(asker, own)
    if said is not None:
        return said
    return _said_of(asker, common) is not False and (asker.is_manager or not for_managers)


def _said_of(asker: Asker, rules: Rules) -> bool | None:
    """Return what is said of them: of themselves, of any role of theirs, of everyone."""
    own, *roles, everyone = asker.ids
    if own in rules:
        return rules[own]
    of_roles = [rules[role] for role in roles if role in rules]
    return any(of_roles) if of_roles else rules.get(everyone)


@dataclass(slots=True)
class CommandPermissions:
    """What servers' settings say of the bot's commands, read once and after each change."""

    tree: app_commands.CommandTree[discord.AutoShardedClient]
    _of_servers: dict[int, dict[int, Rules]] = field(default_factory=dict)
    _ids: dict[str, int] = field(default_factory=dict)

    def forget(self, guild_id: int) -> None:
        """Read a server's settings anew when they are needed."""
        self._of_servers.pop(guild_id, None)

    async def check(
        self, member: discord.Member, place: str | None, command: str, locale: str
    ) -> None:
        """Check that a member may say a command.

        Raises:
            NotAllowed: the server's settings do not let them use it, or not there.
            HTTPException: the settings cannot be read.
        """
        name = command.split(maxsplit=1)[0]
        if member.guild_permissions.administrator or member.id == member.guild.owner_id:
            return
        rules = await self._read(member.guild.id)
        application = self.tree.client.application_id or 0
        allowed = is_permitted(
            Asker.of(member, place),
            rules.get(self._ids.get(name, 0), {}),
            rules.get(application, {}),
            for_managers=name in _MANAGERS,
        )
        if not allowed:
            raise NotAllowed(say("command not permitted", locale=locale, command=f"/{name}"))

    async def _read(self, guild_id: int) -> dict[int, Rules]:
        client = self.tree.client
        application = client.application_id
        if application is None:
            return {}
        if not self._ids:
            self._ids = {each.name: each.id for each in await patiently(self.tree.fetch_commands)}
        if guild_id not in self._of_servers:
            told = await patiently(
                lambda: client.http.get_guild_application_command_permissions(application, guild_id)
            )
            self._of_servers[guild_id] = {
                int(each["id"]): {int(r["id"]): r["permission"] for r in each["permissions"]}
                for each in told
            }
        return self._of_servers[guild_id]
