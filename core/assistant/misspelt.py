"""Commands that are misspelt: never taken for the first word of a text, nor for the command."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from core.assistant.nearest import nearest
from core.assistant.request import Ports, Request
from core.assistant.show import clip
from core.assistant.task_names import first_word
from core.assistant.which import with_leading_task
from core.assistant.word_sets import word_set
from core.assistant.wording import say
from core.errors import NotFound

MISSPELT: Final = 85.0
"""Percent of the letters of a command that a word must share to be it misspelt."""
_SHORTEST: Final = 4
"""Letters: a shorter word is as like to many others."""
_SHOWN: Final = 60
"""Characters of the line that is likely meant."""
_WORDS: Final = word_set("tech bath baths quit held heap heal undone team each tests")
"""Words that are no command misspelt, near as they are."""
_BEFORE_TASK: Final = 75.0
"""The same where a task's name must follow, which says more."""


def misspelt_command(word: str, names: Iterable[str], *, before_task: bool = False) -> str:
    """Return the command of one word that a word is misspelt; empty for the command itself."""
    said = word.casefold().removeprefix("/").rstrip("!.?,;:…")
    single = [name for name in names if " " not in name]
    if len(said) < _SHORTEST or not said.isascii() or said in single:
        return ""
    near = nearest(said, single, alike=_BEFORE_TASK if before_task else MISSPELT)
    is_inflected = near is not None and said.startswith(near) and said != f"{near}{near[-1]}"
    is_other = is_inflected or said in _WORDS
    return near if near and near[0] == said[0] and not is_other else ""


async def check_spelt(ports: Ports, request: Request) -> None:
    """Return where a sentence does not begin with a misspelt command and a task's name.

    Raises:
        NotFound: it does, so that its first word is none of a text.
    """
    meant = request.option("misspelt")
    if not meant:
        return
    word, rest = first_word(request.text)
    async with ports.open_work() as work:
        led = await with_leading_task(work, replace(request, text=rest))
    if "task" in led.options:
        locale = request.sender.locale
        sentence = say("no such command", locale=locale, name=word[:40])
        line = say("did you mean", locale=locale, name=clip(f"{meant} {rest}", _SHOWN))
        raise NotFound(f"{sentence}\n{line}")
