"""Channels and roles that a command names: only the community's own, that may be used."""

from dataclasses import replace

import pytest

from core.assistant.incoming import Command, Message, Press, Sender
from core.assistant.reply import Reply, Tone
from core.assistant.rights import MODERATORS, rules_of
from core.assistant.surroundings import Nowhere
from core.domain.identity import CommunityId
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_teaching import taught_houses
from tests.fakes.surroundings import MemorySurroundings

CHANNELS = ("setup moderators:{}", "task bind houses channel:{}", "task unbind channel:{}")
ROLES = (
    "setup teachers:{}",
    "setup makers:{}",
    "task edit houses teachers:{}",
    "task edit houses keepers:{}",
)


def manager(chat: Chat, **changed: object) -> Sender:
    return replace(chat.sender("Zoe"), is_manager=True, **changed)  # type: ignore[arg-type]


async def heard(chat: Chat, sender: Sender, text: str) -> Reply:
    return await chat.assistant.handle(Message(sender=sender, text=text))


@pytest.mark.parametrize("line", [*CHANNELS, *ROLES])
@pytest.mark.parametrize("foreign", ["123456789", "123:mods", "<#123>", "<@&123>", "Nobody"])
async def test_what_belongs_to_another_community_is_refused(line: str, foreign: str) -> None:
    chat = Chat()
    await taught_houses(chat)
    before = await settings(chat)
    refused = await heard(chat, manager(chat), line.format(foreign))
    assert refused.tone is Tone.ERROR
    assert "There is no " in refused.title
    assert await settings(chat) == before


@pytest.mark.parametrize("line", [*CHANNELS, *ROLES])
async def test_in_direct_messages_no_channel_or_role_can_be_named(line: str) -> None:
    chat = Chat()
    await taught_houses(chat)
    alone = manager(chat, surroundings=Nowhere())
    refused = await heard(chat, alone, line.format("5:mods"))
    assert "There are no channels or roles here to name." in refused.title


async def settings(chat: Chat) -> object:
    community = CommunityId(chat.community)
    async with chat.open_work() as work:
        [task] = await work.tasks.all(community)
        names = (MODERATORS, "makers", "place 5", "place 7")
        kept = [await work.settings.get(community, name) for name in names]
        return kept, await rules_of(work, community, task.id)


@pytest.mark.parametrize("line", CHANNELS)
async def test_a_channel_must_be_open_to_who_names_it_and_to_the_bot(line: str) -> None:
    for surroundings, refusal in (
        (MemorySurroundings(channels={"5": "mods"}, closed=frozenset({"5"})), "You do not see"),
        (MemorySurroundings(channels={"5": "mods"}, mute=frozenset({"5"})), "I do not see"),
    ):
        chat = Chat(surroundings=surroundings)
        await taught_houses(chat)
        before = await settings(chat)
        assert refusal in (await heard(chat, manager(chat), line.format("5"))).title
        assert await settings(chat) == before


async def test_roles_and_channels_are_kept_by_their_ids() -> None:
    chat = Chat()
    await taught_houses(chat)
    assert "#mods" in shown(await heard(chat, manager(chat), "setup moderators:#mods"))
    await heard(chat, manager(chat), "task edit houses teachers:Brokers")
    async with chat.open_work() as work:
        community = CommunityId(chat.community)
        [task] = await work.tasks.all(community)
        assert await work.settings.get(community, MODERATORS) == "5"
        teachers = (await rules_of(work, community, task.id)).teachers
    assert teachers is not None
    assert teachers.id == "77"


async def test_a_moderators_channel_of_another_community_is_not_posted_to() -> None:
    chat = Chat()
    await taught_houses(chat)
    async with chat.open_work() as work:  # as an earlier program let anybody choose it
        await work.settings.put(CommunityId(chat.community), MODERATORS, "4242")
    await chat.assistant.handle(
        Command(sender=chat.sender("Ana"), name="ask about this", text="size 3")
    )
    ana = chat.sender("Ana")
    for sender in (ana, replace(ana, surroundings=Nowhere())):
        reply = await chat.assistant.handle(Press(sender=sender, action="report:1"))
        assert reply.tone is Tone.ERROR
        assert reply.posting is None
        assert "not here any more" in reply.title


@pytest.mark.parametrize(
    "line", ["teach cats: age 1 -> 2", 'task new name:cats predict:number fields:"size: number"']
)
async def test_tasks_are_made_by_members_with_the_makers_role(line: str) -> None:
    chat = Chat()
    await heard(chat, manager(chat), "setup makers:Brokers")
    assert 'role "Brokers" make tasks' in (await chat.say(line)).title
    broker = replace(chat.sender("Ana"), roles=frozenset({"77"}))
    assert "make tasks" not in (await heard(chat, broker, line)).title
    assert "Everyone makes tasks." in shown(
        await heard(chat, manager(chat), "setup makers:everyone")
    )
    assert "make tasks" not in (await chat.say(line)).title
