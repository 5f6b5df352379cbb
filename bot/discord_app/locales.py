"""The language of each member."""

from collections import OrderedDict
from typing import Final

import discord

from core.assistant.languages import CHINESE, is_chinese

MAX_REMEMBERED: Final = 10_000
"""Members: the one heard longest ago goes first."""


class Locales:
    """The language of each member: as they said, as their last press told it, or as they write."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, str] = OrderedDict()
        self._written: OrderedDict[int, str] = OrderedDict()
        self._wanted: OrderedDict[int, str] = OrderedDict()

    def note(self, user: int, locale: str) -> None:
        """Remember a member's language."""
        _remember(self._known, user, locale)

    def hear(self, user: int, text: str) -> None:
        """Note in which script a member writes, where it tells the language."""
        if is_chinese(text):
            _remember(self._written, user, CHINESE)

    def want(self, user: int, locale: str) -> None:
        """Remember in which language a member wants what they write answered, if they said."""
        if locale:
            _remember(self._wanted, user, locale)

    def of(self, user: int, guild: discord.Guild | None) -> str:
        """Return a member's language; where it is not known, their server's."""
        told = self._wanted.get(user) or self._known.get(user) or self._written.get(user)
        return told or (str(guild.preferred_locale) if guild else "en-US")


def _remember(locales: OrderedDict[int, str], user: int, locale: str) -> None:
    locales[user] = locale
    locales.move_to_end(user)
    if len(locales) > MAX_REMEMBERED:
        locales.popitem(last=False)
