"""What is said on Discord names commands as they are typed there, in each language."""

import re
import string

import pytest

from bot.discord_app.catalogue import SLASHES
from bot.discord_app.wording import DISCORD
from core.assistant.wording import CATALOGUES

COMMANDS = sorted((slash.name for slash in SLASHES), key=len, reverse=True)
_TYPED = re.compile(rf"(?<![\w/:\"“])(?:{'|'.join(c for c in COMMANDS if ' ' in c)})(?![\w-])")
"""A command of two words without its slash."""


def parts_of(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_no_sentence_shows_a_command_without_its_slash(language: str) -> None:
    said = {**CATALOGUES[language], **DISCORD[language]}
    bare = {key: said[key] for key in said if _TYPED.search(said[key])}
    assert bare == {}


@pytest.mark.parametrize("language", sorted(DISCORD))
def test_its_own_sentences_have_the_parts_of_those_in_their_place(language: str) -> None:
    for key, template in DISCORD[language].items():
        assert parts_of(template) <= parts_of(CATALOGUES[language][key]), key


def test_each_language_has_its_own_of_the_same_sentences() -> None:
    assert len({frozenset(own) for own in DISCORD.values()}) == 1
