"""Members who show the same name: each keeps their own lessons, and is told apart."""

from dataclasses import replace

from core.assistant.incoming import Sender
from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown

FIRST, SECOND = "Alex@7", "Alex@12"


class Namesakes(Chat):
    """A community whose members are known by what is behind the @, and show what is before it."""

    def sender(self, who: str) -> Sender:
        return replace(super().sender(who), name=who.partition("@")[0])


async def taught_by_both() -> Chat:
    chat = Namesakes()
    for size in range(1, 6):
        await chat.say(f"teach houses: size {size} -> {2 * size}", by=FIRST if size < 4 else SECOND)
    return chat


async def test_two_members_of_one_name_are_shown_as_two() -> None:
    chat = await taught_by_both()
    assert "Alex 3 · Alex (2) 2" in shown(await chat.hear("model card houses"))
    listed = await chat.hear("examples list houses", by=SECOND)
    assert listed.table
    assert [row[-2] for row in listed.table.rows] == ["Alex (2)"] * 2 + ["Alex"] * 3
    assert "Alex (2)" in shown(await chat.hear("examples show 4"))
    await chat.hear("ask houses: size 6")
    assert "Alex +3.00 · Alex (2) +2.00" in shown(await chat.hear("why"))


async def test_an_export_names_two_members_of_one_name_apart() -> None:
    chat = await taught_by_both()
    for form in ("csv", "jsonl"):
        [file] = (await chat.hear(f"task export houses format:{form}")).files
        assert file.content.decode().count("Alex (2)") == 2
        assert file.content.decode().count("Alex") == 5


async def test_a_member_of_the_same_name_owns_nothing_of_the_other() -> None:
    chat = await taught_by_both()
    assert (await chat.say("examples delete 1", by=SECOND)).tone is Tone.ERROR
    assert (await chat.say("task delete houses", by=SECOND)).tone is Tone.ERROR
    mine = await chat.hear("examples list houses by:me", by=SECOND)
    assert mine.table
    assert len(mine.table.rows) == 2
    await chat.say("privacy erase", by=SECOND)
    card = shown(await chat.hear("model card houses"))
    assert "Alex 3" in card
    assert "Alex (2)" not in card


async def test_both_of_one_name_rate_the_same_film() -> None:
    chat = Namesakes()
    await chat.say("task new films predict:rating scale:0-10 fields:film:item", by=FIRST)
    await chat.say("teach films: Alien -> 8", by=FIRST)
    await chat.say("teach films: Alien -> 3", by=SECOND)
    async with chat.open_work() as work:
        [task] = await work.tasks.all(chat.sender(FIRST).community)
        ratings = [e for e in await work.examples.changed_since(task.id, 0) if e.counts]
    assert [e.target for e in ratings] == [8.0, 3.0]
    assert len({e.author for e in ratings}) == 2
