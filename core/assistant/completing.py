"""Completion: what the last word of a half-typed line may become."""

from collections.abc import Sequence

from core.assistant.commands import COMMANDS
from core.assistant.grammar import command_name
from core.assistant.incoming import Sender
from core.assistant.request import Ports
from core.domain.fields import FieldKind
from core.domain.task import Task

MAX_OFFERED = 25


async def complete(ports: Ports, sender: Sender, text: str) -> Sequence[str]:
    """Return commands, then task names, then fields, options and labels that fit."""
    name = command_name(text, COMMANDS.keys(), {})
    is_naming = name is None or (text.casefold().strip() == name and not text.endswith(" "))
    if is_naming:
        return _fitting(_next_words(text), text)
    async with ports.open_work() as work:
        tasks = await work.tasks.all(sender.community)
    said = text.casefold()
    named = next((t for t in tasks if f" {t.name}: " in said or f" {t.name} " in said), None)
    if named is None:
        ends = "" if name in ("task show", "task delete") else ":"
        return _fitting([f"{task.name}{ends}" for task in tasks], text)
    return _fitting(_words_of(named), text)


def _next_words(text: str) -> list[str]:
    """Return the word that each command would go on with."""
    before = text.casefold().split()[: -1 if text and not text.endswith(" ") else None]
    names = (name.split() for name in COMMANDS)
    return [
        words[len(before)]
        for words in names
        if words[: len(before)] == before and len(words) > len(before)
    ]


def _words_of(task: Task) -> list[str]:
    words = [f"{field.name}:" for field in task.typed_fields]
    words += [option for field in task.fields for option in field.options]
    words += [f"no {f.name}" for f in task.fields if f.kind is FieldKind.YES_NO]
    return [*words, *task.target.labels]


def _fitting(words: Sequence[str], text: str) -> list[str]:
    last = "" if text.endswith(" ") or not text else text.casefold().split()[-1]
    fitting = dict.fromkeys(w for w in words if w.casefold().startswith(last) and w != last)
    return list(fitting)[:MAX_OFFERED]
