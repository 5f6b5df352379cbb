"""The examples that words name: by names that were taught, then by numbers and other words."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from core.assistant.recollection import Recalled
from core.assistant.task_fit import stands_in
from core.domain.example import Example
from core.domain.fields import NAMED_KINDS, Value, show_plain
from core.domain.identity import FieldKey, MemberId
from core.domain.task import Task

_WORDS: Final = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
_SHORTEST: Final = 2
"""Letters or Chinese characters of a name or a word by which an example is known."""


def names_in(text: str, recalled: Recalled) -> Mapping[FieldKey, str]:
    """Return the items and categories that were taught, which a text names: the longest of each."""
    folded, found = text.casefold(), dict[FieldKey, str]()
    for field in recalled.task.fields:
        seen = recalled.known.categories.get(field.key, ()) if field.kind in NAMED_KINDS else ()
        long = (name for name in seen if len(name) >= _SHORTEST)
        said = [name for name in long if stands_in(name.casefold(), folded)]
        if said:
            found[field.key] = max(said, key=len)
    return found


def own_examples(
    author: MemberId, recalled: Recalled, names: Mapping[FieldKey, str], words: Sequence[str] = ()
) -> Sequence[Example]:
    """Return a member's examples with these names and words, the newest first."""
    task = recalled.task
    own = [
        one
        for one in recalled.newest.values()
        if one.author == author and one.stands and names.items() <= one.values.items()
        if all(_has(one, task, word) for word in words)
    ]
    return sorted(own, key=lambda one: -one.number)


def words_beside(text: str, names: Mapping[FieldKey, str], task: Task) -> Sequence[str]:
    """Return the numbers and words by which a text tells of an example, beside its names.

    What a field, a unit or the task is called tells none from the others.
    """
    folded = text.casefold()
    for name in names.values():
        folded = folded.replace(name.casefold(), " ", 1)
    called = {field.name.casefold() for field in task.fields} | {task.name.casefold()}
    called |= {w for field in task.fields for w in _WORDS.findall((field.unit or "").casefold())}
    words = [word for word in _WORDS.findall(folded) if word not in called]
    return [word for word in words if word[0].isdigit() or len(word) >= _SHORTEST]


def _has(example: Example, task: Task, word: str) -> bool:
    """Return whether a number or a word is a value of the example, or a part of its names."""
    values: list[Value] = [
        example.values[f.key] for f in task.typed_fields if f.key in example.values
    ]
    values += [] if example.target is None else [example.target]
    names = [show_plain(v).casefold() for v in values if isinstance(v, str)]
    if not word[0].isdigit():
        return any(word in name for name in names)
    numbers = [v for v in values if isinstance(v, float | int) and not isinstance(v, bool)]
    is_named = any(re.search(rf"(?<!\d){re.escape(word)}(?!\d)", name) for name in names)
    return is_named or any(float(number) == float(word) for number in numbers)
