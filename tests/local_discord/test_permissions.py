import pytest

from tests.local_discord import Allow, LocalDiscord
from tests.local_discord.basics import shard_of
from tests.local_discord.permissions import EVERYTHING, in_channel

SEND = Allow.SEND_MESSAGES


def test_the_owner_and_administrators_may_do_everything() -> None:
    local = LocalDiscord()
    zoe = local.member("Zoe")
    guild = local.guild("Flats", owner=zoe)
    boss = local.member("Boss", guild, roles=(local.role("Boss", guild, permissions=8),))
    local.forbid(guild.general, SEND, to=guild.everyone)
    for person in (zoe, boss):
        assert in_channel(guild.general, person.user.id) == EVERYTHING


@pytest.mark.parametrize(
    ("everyone", "role", "member", "expected"),
    [
        (None, None, None, True),
        (False, None, None, False),
        (False, True, None, True),
        (None, False, None, False),
        (True, False, None, False),
        (False, False, True, True),
        (True, True, False, False),
    ],
)
def test_what_is_said_of_a_member_counts_more_than_of_roles_and_of_everyone(
    *, everyone: bool | None, role: bool | None, member: bool | None, expected: bool
) -> None:
    local = LocalDiscord()
    guild = local.guild("Flats")
    teachers = local.role("Teachers", guild)
    ana = local.member("Ana", guild, roles=(teachers,))
    for said, of in ((everyone, guild.everyone), (role, teachers), (member, ana)):
        if said is not None:
            (local.grant if said else local.forbid)(guild.general, SEND, to=of)
    assert bool(in_channel(guild.general, ana.user.id) & SEND) is expected


def test_one_role_s_grant_outweighs_another_s_denial() -> None:
    local = LocalDiscord()
    guild = local.guild("Flats")
    muted, heard = local.role("Muted", guild), local.role("Heard", guild)
    ana = local.member("Ana", guild, roles=(heard, muted))
    local.forbid(guild.general, SEND, to=muted)
    local.grant(guild.general, SEND, to=heard)
    assert in_channel(guild.general, ana.user.id) & SEND


def test_who_cannot_see_a_channel_can_do_nothing_there() -> None:
    local = LocalDiscord()
    guild = local.guild("Flats")
    ana, stranger = local.member("Ana", guild), local.member("Stranger")
    thread = local.thread("Aside", guild.general)
    local.forbid(guild.general, Allow.VIEW_CHANNEL, to=ana)
    for channel in (guild.general, thread):
        assert in_channel(channel, ana.user.id) == 0
        assert in_channel(channel, stranger.user.id) == 0


def test_who_cannot_send_cannot_attach_either() -> None:
    local = LocalDiscord()
    guild = local.guild("Flats")
    local.forbid(guild.general, SEND)
    assert not in_channel(guild.general, local.bot.id) & Allow.ATTACH_FILES


@pytest.mark.parametrize("shards", [2, 3, 4])
def test_ids_grow_and_servers_fall_on_shards_by_turns(shards: int) -> None:
    local = LocalDiscord()
    ids = [local.guild(name, bot=False).id for name in "ABCD"]
    assert ids == sorted(ids, key=int)
    assert [shard_of(each, shards) for each in ids] == [n % shards for n in range(4)]
