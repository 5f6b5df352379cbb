"""A member as tests play them: types, runs commands, presses, fills in forms, waits and sees."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from tests.local_discord.acting.exchange import Choice, Exchange, refusals
from tests.local_discord.acting.filling_forms import chosen_values, form_data
from tests.local_discord.acting.interacting import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    SUBMIT,
    begin,
)
from tests.local_discord.acting.offering import find_command, offered
from tests.local_discord.acting.typing_commands import (
    Resolved,
    command_data,
)
from tests.local_discord.basics import PATIENCE_S, Json
from tests.local_discord.components import SELECTS, Kind, label_of, walk
from tests.local_discord.errors import Refused
from tests.local_discord.files import Upload
from tests.local_discord.journal import Did, command_line, filled_in, words
from tests.local_discord.message_payloads import message_json
from tests.local_discord.payloads import user_json
from tests.local_discord.permissions import Allow, in_channel
from tests.local_discord.places import open_thread
from tests.local_discord.posting import Draft, delete, edit, post
from tests.local_discord.reacting import react, unreact
from tests.local_discord.state import Channel, Message, Modal, User
from tests.local_discord.world import World

Wanted: TypeAlias = str | Callable[[Message], bool]
_MESSAGE_MENU, _USER_MENU = 3, 2


class Person:
    """One user, in whatever server or direct message they act."""

    def __init__(self, world: World, user: User) -> None:
        self._world = world
        self.user = user

    @property
    def direct(self) -> Channel:
        """Their direct messages with the bot."""
        return self._world.direct_channel(self.user)

    async def type(
        self,
        channel: Channel,
        text: str = "",
        *,
        reply_to: Message | None = None,
        ping: bool = True,
        mention_bot: bool = False,
        files: Sequence[Upload] = (),
    ) -> Message:
        """Send a message; "@Name" of a user or the bot becomes a mention.

        ``ping`` is the switch beside a reply, on unless it is turned off.
        """
        needed = Allow.SEND_MESSAGES_IN_THREADS if channel.is_thread else Allow.SEND_MESSAGES
        self._check_may(channel, needed | (Allow.ATTACH_FILES if files else 0))
        content = f"{self._world.bot.mention} {text}" if mention_bot else text
        allowed: Json = {"parse": ["users", "roles", "everyone"], "replied_user": ping}
        body: Json = {"content": self._with_mentions(content), "allowed_mentions": allowed}
        draft = Draft(body=body, uploads=list(files))
        is_answer = reply_to is not None and reply_to.author is self._world.bot
        attached = "".join(f" [{file.filename}]" for file in files)
        self._does(f"{'(replies) ' if is_answer else ''}{text}{attached}", channel)
        return post(self._world, channel, self.user, draft, reply_to=reply_to)

    async def edit(self, message: Message, text: str) -> Message:
        """Change what they wrote."""
        if message.author is not self.user:
            raise Refused(f"{self.user.name} cannot edit {message.author.name}'s message.")
        replied = message.reply_to
        allowed: Json = {
            "parse": ["users", "roles", "everyone"],
            "replied_user": replied is not None and replied.author in message.mentions,
        }
        body: Json = {"content": self._with_mentions(text), "allowed_mentions": allowed}
        return edit(self._world, message, Draft(body=body))

    async def post(self, forum: Channel, title: str, text: str) -> Channel:
        """Start a post in a forum, which is a thread."""
        self._check_may(forum, Allow.SEND_MESSAGES)
        thread = open_thread(self._world, forum, name=title, owner=self.user)
        await self.type(thread, text)
        return thread

    async def run(self, channel: Channel, command: str, /, **options: object) -> Exchange:
        """Run a slash command, such as ``/task new``, with its options by name."""
        data = command_data(self._world, self.user, channel, line=command, values=_plain(options))
        self._does(command_line(command, _plain(options)), channel)
        return begin(self._world, COMMAND, user=self.user, channel=channel, data=data)

    async def autocomplete(
        self, channel: Channel, command: str, /, *, focused: str, value: str = "", **others: object
    ) -> list[Choice]:
        """Return what is offered while they type the value of an option."""
        data = command_data(
            self._world,
            self.user,
            channel,
            line=command,
            values={**_plain(others), focused: value},
            focused=focused,
        )
        exchange = begin(self._world, AUTOCOMPLETE, user=self.user, channel=channel, data=data)
        return await exchange.choices()

    async def menu(self, channel: Channel, name: str, message: Message) -> Exchange:
        """Choose an entry of a message's menu."""
        command = find_command(self._world, self.user, channel, name=name, kind=_MESSAGE_MENU)
        shown = message_json(message, reader_id=self._world.bot.id)
        data: Json = {
            "id": command["id"],
            "name": command["name"],
            "type": _MESSAGE_MENU,
            "target_id": message.id,
            "resolved": {"messages": {message.id: shown}},
        }
        self._does(f"(the menu of {message.author.name}'s message) {name}", channel)
        return begin(self._world, COMMAND, user=self.user, channel=channel, data=data)

    async def user_menu(self, channel: Channel, name: str, target: "Person") -> Exchange:
        """Choose an entry of a user's menu."""
        command = find_command(self._world, self.user, channel, name=name, kind=_USER_MENU)
        data: Json = {
            "id": command["id"],
            "name": command["name"],
            "type": _USER_MENU,
            "target_id": target.user.id,
            "resolved": {"users": {target.user.id: user_json(target.user)}},
        }
        return begin(self._world, COMMAND, user=self.user, channel=channel, data=data)

    async def press(self, message: Message, button: str) -> Exchange:
        """Press a button, named by its label or custom id."""
        component = self._component(message, button, {Kind.BUTTON})
        if "custom_id" not in component:
            raise Refused(f"The button {button!r} is a link.")
        self._does(f"[{label_of(component)}]", message.channel)
        data: Json = {"component_type": 2, "custom_id": component["custom_id"]}
        return self._interact(message, data | {"id": component["id"]})

    async def choose(
        self, message: Message, *values: object, select: str | None = None
    ) -> Exchange:
        """Choose in a select: options by label or value, or users, roles and channels."""
        component = self._component(message, select, SELECTS)
        wanted: Sequence[object] = values
        if len(values) == 1 and isinstance(values[0], list):
            wanted = values[0]
        resolved = Resolved(world=self._world, channel=message.channel)
        if component["type"] == Kind.STRING_SELECT:
            chosen = chosen_values(component, wanted)
        else:
            chosen = [resolved.id_of(plain(value)) for value in wanted]
        picked = ", ".join(words(plain(value)) for value in wanted)
        self._does(f"[{label_of(component)} ▾] → {picked}", message.channel)
        data: Json = {
            "component_type": component["type"],
            "custom_id": component["custom_id"],
            "id": component["id"],
            "values": chosen,
        }
        return self._interact(
            message, data | ({"resolved": resolved.data} if resolved.data else {})
        )

    async def submit(self, modal: Modal, values: Mapping[str, object] | None = None) -> Exchange:
        """Fill in a form, fields by label or custom id, and send it."""
        opened_by = modal.interaction
        if opened_by.user is not self.user:
            raise Refused(f"The form {modal.title!r} is not {self.user.name}'s.")
        resolved = Resolved(world=self._world, channel=opened_by.channel)
        data = form_data(modal, _plain(values or {}), resolved)
        modal.is_submitted = True
        said = filled_in(modal, _plain(values or {}))
        self._does(said, opened_by.channel, fills_in=True)
        return begin(
            self._world,
            SUBMIT,
            user=self.user,
            channel=opened_by.channel,
            data=data,
            source=opened_by.source,
            origin=opened_by,
        )

    async def react(self, message: Message, emoji: str) -> None:
        """Add a reaction."""
        react(self._world, message, emoji, self.user)

    async def unreact(self, message: Message, emoji: str) -> None:
        """Take a reaction back."""
        unreact(self._world, message, emoji, self.user)

    async def delete_message(self, message: Message) -> None:
        """Delete a message of their own or, with the permission, of another's."""
        if message.author is not self.user and not message.is_ephemeral:
            self._check_may(message.channel, Allow.MANAGE_MESSAGES)
        delete(self._world, message)

    async def sees(
        self,
        channel: Channel,
        wanted: Wanted,
        *,
        after: Message | None = None,
        within_s: float = PATIENCE_S,
    ) -> Message:
        """Return the newest message that reads as wanted, once there is one; not their own."""

        def found() -> Message | None:
            return next((each for each in reversed(shown()) if is_wanted(each)), None)

        def shown() -> list[Message]:
            least = int(after.id) if after else 0
            every = self.sees_now(channel)
            return [each for each in every if each.author is not self.user and int(each.id) > least]

        is_wanted = (lambda each: wanted in each.text) if isinstance(wanted, str) else wanted
        name = channel.name or "direct messages"
        return await self._world.changes.until(
            found,
            what=lambda: (
                f"message with {wanted!r} for {self.user.name} in {name}; seen:\n"
                + "\n".join(f"  {each}" for each in shown())
                + refusals(self._world)
            ),
            within_s=within_s,
        )

    def sees_now(self, channel: Channel) -> list[Message]:
        """Return what they can see in a channel, the oldest first."""
        if not in_channel(channel, self.user.id) & Allow.VIEW_CHANNEL:
            return []
        return [each for each in channel.messages.values() if each.visible_to in (None, self.user)]

    def commands(self, channel: Channel) -> list[str]:
        """Return the names of the slash commands that they are offered."""
        return [each["name"] for each in offered(self._world, self.user, channel, kind=1)]

    def _does(self, what: str, place: Channel, *, fills_in: bool = False) -> None:
        """Note what they do, before anybody can react to it."""
        did = Did(who=self.user.name, words=what, place=place.name, fills_in=fills_in)
        self._world.journal.append(did)

    def _interact(self, message: Message, data: Json) -> Exchange:
        return begin(
            self._world,
            COMPONENT,
            user=self.user,
            channel=message.channel,
            data=data,
            source=message,
            origin=message.interaction,
        )

    def _component(
        self, message: Message, name: str | None, kinds: set[Kind] | frozenset[Kind]
    ) -> Json:
        if message.visible_to not in (None, self.user):
            raise Refused(f"{self.user.name} cannot see this message: {message}")
        if message.is_deleted:
            raise Refused(f"The message is deleted: {message}")
        found = [each for each in walk(message.components) if each["type"] in kinds]
        named = [each for each in found if name in (None, each.get("custom_id"), label_of(each))]
        if not named:
            raise Refused(f"There is no {name!r} on {message}")
        if named[0].get("disabled"):
            raise Refused(f"{name!r} is disabled on {message}")
        return named[0]

    def _check_may(self, channel: Channel, needed: int) -> None:
        if needed & ~in_channel(channel, self.user.id):
            raise Refused(f"{self.user.name} lacks a permission in {channel.name!r}.")

    def _with_mentions(self, text: str) -> str:
        for user in sorted(self._world.users.values(), key=lambda each: -len(each.name)):
            text = text.replace(f"@{user.name}", user.mention)
        return text


def plain(value: object) -> object:
    """Return the user behind a person, and anything else as it is."""
    if isinstance(value, Person):
        return value.user
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    return {key: plain(value) for key, value in values.items()}
