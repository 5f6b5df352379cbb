"""Everything that can be said or pressed, by everybody: who may is as it is declared."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from core.assistant.commands import ABOUT_MESSAGES, COMMANDS, FORMS, PRESSES
from core.assistant.incoming import Attachment, Command, Message, Press, Sender
from core.assistant.reply import Reply, Tone
from core.assistant.rights import Right, rules_of
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_teaching import taught_houses

REFUSALS = (
    "Only members with the role",
    "Only who keeps",
    "Only those who manage",
    "was taught by somebody else",
    "You got no answer ?",
)
REPLIES = ("reply", "reply to example", "reply to card", "reply to offer", "correct example")
"""What is done with a message that replies to a card of the bot."""
EVERYBODY = frozenset({"Ana", "Ben", "Bob", "Kim", "Zoe"})
"""The maker who asked and taught; a member; a teacher and maker; a keeper; a manager."""
MAY: Mapping[Right, frozenset[str]] = {
    Right.ANYONE: EVERYBODY,
    Right.SHOWN: frozenset({"Ana"}),
    Right.SHOWN_TEACHER: frozenset({"Ana"}),
    Right.TEACHER: frozenset({"Ana", "Bob", "Zoe"}),
    Right.OWNER: frozenset({"Ana", "Kim", "Zoe"}),
    Right.MAKER: frozenset({"Bob", "Zoe"}),
    Right.KEEPER: frozenset({"Ana", "Kim", "Zoe"}),
    Right.MANAGER: frozenset({"Zoe"}),
}
MAY_IN_PUBLIC = {**MAY, Right.SHOWN: EVERYBODY, Right.SHOWN_TEACHER: MAY[Right.TEACHER]}
OPTIONS = {
    "task": "houses",
    "number": "1",
    "step": "1",
    "offer": "1",
    "others": "2",
    "truth": "13",
    "lesson": "size 7 -> 14",
    "text": "size 3",
    "channel": "7",
    "about": "ours",
    "before": "3",
    "value": "9",
    "by": "all",
    "template": "price-guess",
    "verdict": "right",
}
NEW_TASK = {"name": "cats", "predict": "number", "fields": "age: number"}
SAYING = {**COMMANDS, **ABOUT_MESSAGES}


def sender(chat: Chat, who: str) -> Sender:
    roles = {"Bob": frozenset({"77"}), "Kim": frozenset({"9"})}.get(who, frozenset())
    return replace(chat.sender(who), roles=roles, is_manager=who == "Zoe", place="7")


async def scene(*, in_public: bool) -> Chat:
    """Return a community in which Ana taught, asked ?1, and said who teaches and keeps."""
    chat = Chat()
    await taught_houses(chat, by="Ana")
    ask = Message(
        sender=replace(sender(chat, "Ana"), is_overheard=in_public), text="ask houses: size 6"
    )
    await chat.assistant.handle(ask)
    await chat.hear("task edit houses teachers:Brokers keepers:Keepers", by="Ana")
    for line in ("setup makers:Brokers", "task bind houses"):
        done = await chat.assistant.handle(Message(sender=sender(chat, "Zoe"), text=line))
        assert done.tone is Tone.DONE
    return chat


async def done(chat: Chat, who: str, name: str) -> Reply:
    """Return the reply to a command of this name, or to a button ``press verb``."""
    verb = name.removeprefix("press ")
    if verb == name:
        options = {o: OPTIONS[o] for o in getattr(SAYING[name], "options", ()) if o in OPTIONS}
        options = NEW_TASK if name == "task new" else options
        options = {**options, "number": "1"} if name in REPLIES else options
        options.pop("template", None) if name == "setup" else None
        text = "13" if name in REPLIES else "size 3" if name in ABOUT_MESSAGES else ""
        file = Attachment(name="a.csv", content=b"size,answer\n8,16\n")
        command = Command(
            sender=sender(chat, who), name=name, options=options, text=text, attachment=file
        )
        return await chat.assistant.handle(command)
    async with chat.open_work() as work:
        [task] = await work.tasks.all(sender(chat, who).community)
    parts = [str(task.id) if p == "id" else OPTIONS[p] for p in PRESSES[verb].parts]
    filled = NEW_TASK if verb == "new" else OPTIONS if verb in FORMS else {}
    press = Press(sender=sender(chat, who), action=":".join((verb, *parts)), filled=filled)
    return await chat.assistant.handle(press)


def is_refused(reply: Reply) -> bool:
    return reply.tone is Tone.ERROR and any(words in shown(reply) for words in REFUSALS)


DECLARED = {
    **{name: spec.right for name, spec in SAYING.items()},
    **{f"press {verb}": spec.right for verb, spec in PRESSES.items()},
}


@pytest.mark.parametrize("name", sorted(DECLARED))
@pytest.mark.parametrize("in_public", [False, True])
async def test_who_may_is_as_declared(name: str, in_public: bool) -> None:
    may = (MAY_IN_PUBLIC if in_public else MAY)[DECLARED[name]]
    for who in sorted(EVERYBODY):
        reply = await done(await scene(in_public=in_public), who, name)
        assert is_refused(reply) is (who not in may), (who, shown(reply))


@pytest.mark.parametrize("name", sorted(n for n, r in DECLARED.items() if r is Right.ANYONE))
async def test_what_anyone_may_changes_nothing_of_others(name: str) -> None:
    chat = await scene(in_public=True)
    before = await _stored(chat)
    await done(chat, "Ben", name)
    assert await _stored(chat) == before


async def _stored(chat: Chat) -> object:
    """Return the community's task, what it was taught, who may what, and the live version."""
    async with chat.open_work() as work:
        community = sender(chat, "Ana").community
        [task] = await work.tasks.all(community)
        rules = await rules_of(work, community, task.id)
        taught = await work.examples.changed_since(task.id, 0)
        return task, rules, taught, await work.versions.live(task.id)


def test_the_readme_says_who_may_what() -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    section = readme.split("## Who may what")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| .*? \| (.+?) \|$", section, flags=re.MULTILINE)
    said = {right: set(re.findall(r"`([a-z -]+)`", names)) for right, names in rows}
    for right in Right:
        declared = {name for name, spec in SAYING.items() if spec.right is right}
        assert said[str(right)] == declared - {*REPLIES, "file"}, right
