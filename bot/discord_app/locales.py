"""The language of each member."""

import re
from collections import OrderedDict
from typing import Final

import discord

MAX_REMEMBERED: Final = 10_000
"""Members: the one heard longest ago goes first."""
_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_KANA_OR_HANGUL: Final = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_WORD: Final = re.compile(r"[a-z\u00c0-\u024f]+", re.IGNORECASE)
_CHINESE: Final = "zh-CN"


class Locales:
    """The language of each member: as their last command or press told it, else as they write."""

    def __init__(self) -> None:
        self._known: OrderedDict[int, str] = OrderedDict()
        self._written: OrderedDict[int, str] = OrderedDict()

    def note(self, user: int, locale: str) -> None:
        """Remember a member's language."""
        _remember(self._known, user, locale)

    def hear(self, user: int, text: str) -> None:
        """Note in which script a member writes, where it tells the language."""
        if is_chinese(text):
            _remember(self._written, user, _CHINESE)

    def of(self, user: int, guild: discord.Guild | None) -> str:
        """Return a member's language; where it is not known, their server's."""
        told = self._known.get(user) or self._written.get(user)
        return told or (str(guild.preferred_locale) if guild else "en-US")


def is_chinese(text: str) -> bool:
    """Return whether a text is mostly of Han characters, each of which counts like a word."""
    if _KANA_OR_HANGUL.search(text):
        return False
    return len(_HAN.findall(text)) > len(_WORD.findall(text))


def _remember(locales: OrderedDict[int, str], user: int, locale: str) -> None:
    locales[user] = locale
    locales.move_to_end(user)
    if len(locales) > MAX_REMEMBERED:
        locales.popitem(last=False)
