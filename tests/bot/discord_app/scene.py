"""The scene that every story opens with: a server with a channel and three members."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.local_discord import Channel, Guild, LocalDiscord, Message, Person
from tests.local_discord.transcript import Transcript

YES = ("Create it", "Import", "I agree", "Save it")
"""What is pressed where the bot asks before it goes on."""


@dataclass(kw_only=True)
class Scene:
    """A server on a local Discord, and its members."""

    local: LocalDiscord
    guild: Guild = field(init=False)
    zoe: Person = field(init=False)
    """Who runs the server."""
    ana: Person = field(init=False)
    ben: Person = field(init=False)

    def __post_init__(self) -> None:
        self.zoe = self.local.member("Zoe")
        self.guild = self.local.guild("Flats", owner=self.zoe)
        self.ana = self.local.member("Ana", self.guild)
        self.ben = self.local.member("Ben", self.guild)

    @property
    def channel(self) -> Channel:
        """Return the server's first channel."""
        return self.guild.general

    def transcript(self) -> Transcript:
        """Return the transcript of what happens from now on, without the questions for consent."""
        return Transcript(self.local.world, unseen=("I agree",))

    async def yes(self, who: Person, card: Message) -> Message:
        """Return the card after its questions were answered with yes."""
        while wanted := [label for label in card.labels if label in YES]:
            card = await (await who.press(card, wanted[0])).reply()
        return card

    async def run(self, who: Person, command: str, **options: object) -> Message:
        """Return the card that answers a command, its questions answered with yes."""
        exchange = await who.run(self.channel, command, **options)
        return await self.yes(who, await exchange.reply())

    async def fill(
        self, who: Person, command: str, said: Mapping[str, object], **options: object
    ) -> Message:
        """Return the card that answers a command whose form was filled in."""
        form = await (await who.run(self.channel, command, **options)).modal()
        return await self.yes(who, await (await who.submit(form, said)).reply())
