"""What a member has set going, and waiting for what the bot makes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.local_discord.basics import Json, T
from tests.local_discord.state import Interaction, Message, Modal
from tests.local_discord.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One line of an autocomplete."""

    name: str
    value: str | int | float


class Exchange:
    """An interaction, from the member's side."""

    def __init__(self, world: World, interaction: Interaction) -> None:
        self._world = world
        self.interaction = interaction

    @property
    def messages(self) -> list[Message]:
        """What the bot has answered so far: messages sent, and the first edit of one deferred."""
        return self.interaction.outcomes

    async def reply(self, position: int = 0) -> Message:
        """Return the answer, or the follow-up of that number, once it is there.

        An update of the message that was pressed counts as an answer, too.
        """
        return await self._until(
            lambda: self.messages[position] if len(self.messages) > position else None,
            f"answer {position + 1}",
        )

    async def modal(self) -> Modal:
        """Return the form that the bot opens."""
        return await self._until(lambda: self.interaction.modal, "form")

    async def choices(self) -> list[Choice]:
        """Return what an autocomplete offers."""
        found = await self._until(lambda: self.interaction.choices, "choices")
        return [Choice(name=_shown(each, self), value=each["value"]) for each in found]

    async def acknowledged(self) -> int:
        """Return the kind of the first answer, deferring included, once it is there."""
        return await self._until(lambda: self.interaction.callback, "acknowledgement")

    async def edited(self, message: Message, wanted: str | Callable[[Message], bool]) -> Message:
        """Return a message as soon as it reads as wanted."""
        is_wanted = _reads(wanted)
        return await self._until(
            lambda: message if is_wanted(message) else None, f"edit to {wanted!r}"
        )

    @property
    def is_failed(self) -> bool:
        """Whether the member has read that the application did not respond."""
        return self.interaction.is_expired

    async def _until(self, found: Callable[[], T | None], what: str) -> T:
        def found_in_time() -> T | None:
            result = found()
            if result is None and self.is_failed:
                raise AssertionError(f"The application did not respond: no {what} to {self}")
            return result

        return await self._world.changes.until(found_in_time, what=lambda: f"{what} to {self}")

    def __str__(self) -> str:
        data = self.interaction.data
        name = data.get("name") or data.get("custom_id")
        seen = [str(message) for message in self.messages]
        state = {None: "not acknowledged", 5: "deferred", 6: "deferred", 9: "a form"}.get(
            self.interaction.callback, "answered"
        )
        told = f"{self.interaction.user.name}'s {name!r} ({state}); seen: {seen}"
        return told + refusals(self._world)


def refusals(world: World) -> str:
    """Return what the bot was refused lately, for a message."""
    return "".join(f"\n  refused: {each}" for each in world.refused[-3:])


def _shown(choice: Json, exchange: Exchange) -> str:
    localised = choice.get("name_localizations") or {}
    return str(localised.get(exchange.interaction.user.locale, choice["name"]))


def _reads(wanted: str | Callable[[Message], bool]) -> Callable[[Message], bool]:
    if isinstance(wanted, str):
        return lambda message: wanted in message.text
    return wanted
