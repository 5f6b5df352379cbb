"""The client: one connection to Discord, or one for each shard, and what it hears."""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.discord_app.clickable import CLICKABLE, Clickable
from bot.discord_app.commands import WordedTranslator, app_commands_of
from bot.discord_app.edits import Heard, HeardMessages, kept_as_it_was, open_offer
from bot.discord_app.exchanges import Asked, Written
from bot.discord_app.failures import note_unsent
from bot.discord_app.front import Front
from bot.discord_app.incoming import (
    addressed_text,
    community_of,
    is_server,
    is_unreadable,
    member_at,
    read_file,
    sender_as,
    sender_of,
    sender_of_message,
    words_of,
)
from bot.discord_app.outcomes import Outcomes
from bot.discord_app.permitted import CommandPermissions, said_as
from bot.discord_app.pressing import Pressed, submit
from bot.discord_app.registering import FIRST_WAIT_S, register
from bot.discord_app.replied_to import RepliedTo, offer_answered, replied_to
from bot.discord_app.shown import NO_MENTIONS
from bot.discord_app.surroundings import source_of
from bot.discord_app.surviving import survive_events
from bot.discord_app.wording import DISCORD
from bot.invitation import greeting
from core.assistant.assent import refuses_with_more
from core.assistant.incoming import Command, Message, Press, Sender
from core.assistant.reply import Reply, Tone
from core.assistant.typed_lines import command_in
from core.assistant.wording import say, speak_through
from core.domain.identity import MemberId
from core.errors import ApprenticeError
from core.owned import OwnedTasks

log = structlog.get_logger(__name__)
_NEVER = datetime.min.replace(tzinfo=UTC)


class Commands(app_commands.CommandTree["ApprenticeClient"]):
    """The commands; what fails in them outside the front is logged, and nothing else."""

    async def on_error(
        self,
        interaction: discord.Interaction["ApprenticeClient"],
        error: app_commands.AppCommandError,
        /,
    ) -> None:
        """Log a command that never reached the front."""
        note_unsent(error, interaction=interaction.id)


class ApprenticeClient(discord.AutoShardedClient):
    """Hears Discord and hands on what is meant for the bot."""

    register_again_s = FIRST_WAIT_S
    """How long it waits before it offers refused commands again."""

    def __init__(
        self,
        front: Front,
        outcomes: Outcomes,
        *,
        tell: Callable[[str], None],
        **options: Any,  # noqa: ANN401 - discord.py's own
    ) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it has no voice
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=NO_MENTIONS,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            **options,
        )
        self.front = front
        self._tell = tell
        self._is_greeted = False
        self.heard_messages, self._since = HeardMessages(), discord.utils.utcnow()
        self._outcomes = outcomes
        self._tasks = OwnedTasks()
        self.tree = Commands(self)
        self._permissions = CommandPermissions(self.tree)
        survive_events(self._connection.parsers)
        front.place = self._place
        front.open_offers.called_off = self.heard_messages.call_off

    def _place(self, place: str) -> discord.abc.Messageable | None:
        return self.get_partial_messageable(int(place)) if place.isdigit() else None

    async def setup_hook(self) -> None:
        """Register the commands, once for each start."""
        speak_through(DISCORD)
        CLICKABLE.set(Clickable())
        self.add_dynamic_items(Pressed)
        for command in app_commands_of():
            self.tree.add_command(command)
        await self.tree.set_translator(WordedTranslator())
        await register(self.tree, self._tasks, tell=self._tell, first_wait_s=self.register_again_s)

    async def close(self) -> None:
        """Leave Discord."""
        await self._tasks.close()
        await super().close()

    async def on_error(self, event_method: str, /, *_: object, **__: object) -> None:
        """Log what failed outside the front, without the words that it was about."""
        error = sys.exc_info()[1]
        if isinstance(error, Exception):
            note_unsent(error, gateway_event=event_method)

    async def on_ready(self) -> None:
        """Note where the bot is, and tell it the first time."""
        log.info("ready", guilds=len(self.guilds), shards=self.shard_count)
        if self.shard_ids is None:  # all shards are here, so no server is another process's
            here = {community_of(guild.id, 0) for guild in self.guilds}
            with suppress(ApprenticeError):
                await self.front.assistant.look_around(here, is_server=is_server)
        self._outcomes.start(self)
        if not self._is_greeted and self.user and self.application_id:
            self._is_greeted = True
            self._tell(greeting(self.user.name, self.application_id, len(self.guilds)))

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Hear submitted forms; discord.py hands on all other interactions itself."""
        if interaction.type is discord.InteractionType.modal_submit:
            await submit(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Hear what is said to the bot."""
        if message.author.bot or self.user is None:
            return
        text = addressed_text(message, self.user)
        if text is None or not self.front.is_new(message.id):
            return
        heard = self.heard_messages.note(message, text)
        async with heard.turn:
            await self._answer(message, text, heard.exchange)

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Hear the new words of a message that was heard, each once."""
        message, heard = event.message, self.heard_messages.get(event.message_id)
        if message.author.bot or self.user is None:
            return
        text = addressed_text(message, self.user)
        if heard is None and message.created_at > self._since:
            await self.on_message(message)  # it was not meant for the bot before
        elif heard is None and text is not None and (message.edited_at or _NEVER) > self._since:
            heard = await self.heard_messages.recall(message, self.user)
        if heard is None:
            return
        if text == heard.text:  # only what Discord shows below it has changed
            return
        heard.text = text
        async with heard.turn:
            if heard.text == text:
                await self._answer_edited(message, text, heard)

    async def _answer_edited(
        self, message: discord.Message, text: str | None, heard: Heard
    ) -> None:
        """Answer a message's new words in place of a card that waits or refuses the old ones."""
        before, locale = heard.exchange, self.front.locales.of(message.author.id, message.guild)
        _, sender = await self._author(message, before.home, locale)
        drop = await open_offer(before)
        is_undone = before.tone is Tone.ERROR
        if drop is not None:
            dropped = await self.front.assistant.handle(Press(sender=sender, action=drop))
            is_undone = dropped.tone is not Tone.ERROR
        if is_undone:
            heard.exchange = Written(message, before.home, in_place_of=before.shown)
            await self._answer(message, text, heard.exchange, is_edited=True)
        elif not heard.is_told:
            heard.is_told = True
            again = Written(message, before.home, part="edited")
            await self.front.answer(again, kept_as_it_was(before, locale), locale=locale)

    async def _answer(
        self,
        message: discord.Message,
        text: str | None,
        exchange: Written,
        *,
        is_edited: bool = False,
    ) -> None:
        """Answer what a message says; None is what says nothing to the bot any more."""
        self.front.locales.hear(message.author.id, text or "")
        me, locale = self.user, self.front.locales.of(message.author.id, message.guild)
        if me is None:
            return
        if text is None:
            await self.front.answer(exchange, _said("edited away", locale), locale=locale)
            return
        if is_unreadable(message, me):
            sorry = _said("role mentioned", locale, tone=Tone.ERROR)
            await self.front.answer(exchange, sorry, locale=locale)
            return
        about = replied_to(message, me)
        exchange.home = about.home
        pressed = offer_answered(message, text, me)

        async def heard() -> Reply:
            member, sender = await self._author(message, exchange.home, locale)
            if pressed is not None and not refuses_with_more(text):
                pressing = Press(sender=sender, action=pressed)
                settled = await self.front.assistant.handle(pressing)
                is_done = settled.tone is not Tone.ERROR
                return replace(settled, closes=(pressed,)) if is_done else settled
            reply = await self._heard(message, text, sender, about, member, refuses=pressed)
            self.front.locales.want(message.author.id, reply.speaks)
            notes = (say("edited since", locale=locale),) if is_edited else ()
            return replace(reply, notes=(*reply.notes, *notes))

        await self.front.answer(exchange, heard(), locale=locale)

    async def _author(
        self, message: discord.Message, home: str, locale: str
    ) -> tuple[discord.User | discord.Member, Sender]:
        """Return who wrote a message, as the member of the server that it is about."""
        if not home:
            return message.author, sender_of_message(message, locale)
        member = await member_at(home, self, message.author, locale)
        return member, sender_as(member, locale)

    async def _heard(
        self,
        message: discord.Message,
        text: str,
        sender: Sender,
        about: RepliedTo,
        member: discord.User | discord.Member,
        *,
        refuses: str | None,
    ) -> Reply:
        file = message.attachments[0] if message.attachments else None
        said = Message(
            sender=sender,
            text=text or ("" if file else "help"),
            delivery=f"discord:{message.id}",
            attachment=await read_file(file, sender.locale),
            more_files=tuple(each.filename for each in message.attachments[1:]),
            refuses=refuses,
        )
        heard = about.told_of(said)
        if isinstance(member, discord.Member):
            command = said_as(command_in(heard), text)
            await self._permissions.check(member, sender.place, command, sender.locale)
        return await self.front.assistant.handle(heard)

    async def on_raw_app_command_permissions_update(
        self, event: discord.RawAppCommandPermissionsUpdateEvent
    ) -> None:
        """Note that a server's settings of the commands have changed."""
        self._permissions.forget(event.guild.id)

    async def answer_menu(
        self, interaction: discord.Interaction, message: discord.Message, name: str
    ) -> None:
        """Answer a message menu."""
        if not self.front.is_new(interaction.id):
            return
        locale = str(interaction.locale)
        sender = sender_of(interaction)
        command = Command(
            sender=sender,
            name=name,
            text=words_of(message),
            delivery=source_of(message, interaction.user.id),
        )
        if message.author.id != interaction.user.id:
            command = replace(command, author=MemberId(f"discord:{message.author.id}"))
        handling = self.front.assistant.handle(command)
        await self.front.answer(Asked(interaction), handling, locale=locale)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Note that a server has the bot."""
        await self.front.assistant.settle_in(community_of(guild.id, 0))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that a server no longer has the bot: its data's clock starts."""
        await self.front.assistant.move_out(community_of(guild.id, 0))


async def _said(key: str, locale: str, *, tone: Tone = Tone.INFO) -> Reply:
    return Reply(title=say(key, locale=locale), tone=tone)
