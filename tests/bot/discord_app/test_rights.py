"""Who may do what: roles, owners, communities that know nothing of each other, and restarts."""

from core.domain.identity import CommunityId
from tests.bot.discord_app.stage import stage
from tests.local_discord import Message, Person


def community(person: Person) -> CommunityId:
    """Return the community of somebody's direct messages."""
    return CommunityId(f"discord:dm:{person.user.id}")


async def test_only_members_with_the_role_teach_a_task() -> None:
    async with stage() as on, on.bot():
        await on.triage()
        role = on.local.role("Teachers", on.guild)
        exchange = await on.zoe.run(on.channel, "/task edit", task="triage", teachers=role)
        assert 'Taught by members with the role "Teachers"' in (await exchange.reply()).text
        exchange = await on.ben.run(on.channel, "/teach", task="triage", lesson="post: x -> bug")
        assert (
            'Only members with the role "Teachers" teach triage.' in (await exchange.reply()).text
        )
        cem = on.local.member("Cem", on.guild, roles=(role,))
        assert "Saved #3" in (await on.settled(cem, "triage", "post: x -> bug")).text


async def test_setting_up_is_for_those_who_manage_the_server() -> None:
    async with stage() as on, on.bot():
        assert "setup" not in " ".join(on.ana.commands(on.channel))
        assert "setup" in " ".join(on.zoe.commands(on.channel))


async def test_two_servers_know_nothing_of_each_other() -> None:
    async with stage() as on:
        other = on.local.guild("Other", owner=on.zoe)
        on.local.join(on.ana, other)
        async with on.bot():
            await on.teach_houses()
            card = await (await on.ana.run(on.channel, "/ask", text="size 3")).reply()
            exchange = await on.ana.run(other.general, "/ask", text="size 3")
            assert "Nothing to predict yet" in (await exchange.reply()).text
            offers = await on.ana.autocomplete(
                other.general, "/ask", focused="task", value="", text="x"
            )
            assert offers == []
            exchange = await on.ana.run(other.general, "/why", number="1")
            assert "6" not in (await exchange.reply()).text
            assert "Right" in card.labels


async def test_a_button_works_after_a_restart_and_says_when_its_row_is_gone() -> None:
    async with stage() as on:
        async with on.bot():
            await on.teach_houses()
            await on.ana.type(on.channel, "@Apprentice houses: size 3?")
            answer = await on.ana.sees(on.channel, "houses: 6")
        async with on.bot():
            form = await (await on.ben.press(answer, "It was…")).modal()
        async with on.bot():
            sent = await on.ben.submit(form, {"The true value": "7"})
            card = await (await on.ben.press(await sent.reply(), "I agree")).reply()
            assert "Learned as #6, thanks Ben." in card.text
            await erased(on.ana, await (await on.ana.run(on.channel, "/privacy erase")).reply())
            gone = await (await on.ben.press(answer, "Why?")).reply()
            assert "?1" in gone.text
            assert gone.is_ephemeral


async def erased(who: Person, asked: Message) -> None:
    await (await who.press(asked, asked.labels[0])).reply()


async def test_a_server_that_removed_the_bot_is_noted_and_forgiven_when_it_comes_back() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        on.local.remove_bot(on.guild)
        await on.local.settled()
        async with on.open_work() as work:
            assert len(await work.communities.absences()) == 1
        on.local.add_bot(on.guild)
        await on.local.settled()
        async with on.open_work() as work:
            assert await work.communities.absences() == []


async def test_what_came_and_went_while_the_bot_was_away_is_noticed_at_its_start() -> None:
    async with stage() as on:
        async with on.bot():
            await on.teach_houses()
        on.local.remove_bot(on.guild)
        async with on.bot():
            await on.local.settled()
            async with on.open_work() as work:
                assert len(await work.communities.absences()) == 1


async def test_a_member_uses_the_bot_where_only_they_have_installed_it() -> None:
    async with stage() as on:
        foreign = on.local.guild("Foreign", owner=on.zoe, bot=False)
        dan = on.local.member("Dan", foreign, has_installed=True)
        async with on.bot():
            exchange = await dan.run(foreign.general, "/teach", task="cats", lesson="age 1 -> 2")
            card = await (await dan.press(await exchange.reply(), "Create it")).reply()
            card = await (await dan.press(card, "I agree")).reply()
            assert "Saved #1" in card.text
            async with on.open_work() as work:
                tasks = await work.tasks.all(community(dan))
                assert [task.name for task in tasks] == ["cats"]


async def test_what_is_stored_of_a_member_is_told_to_them_alone() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        for line in ("privacy see", "privacy export"):
            asked = await on.ana.type(on.channel, f"@Apprentice {line}")
            below = await on.ana.sees(on.channel, "direct message", after=asked)
            assert "lesson" not in below.text
        assert "All of yours: 5 lessons" in (await on.ana.sees(on.ana.direct, "All of")).text
        assert "5 lessons: houses 5" in (await on.ana.sees(on.ana.direct, "What is stored")).text
