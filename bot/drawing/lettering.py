"""Text from chat, drawn as it is: no formula, and no sign that the fonts at hand cannot draw."""

import unicodedata
from functools import cache

from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.text import Text

FAMILIES = (
    "DejaVu Sans",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Source Han Sans SC",
    "Arial Unicode MS",
)
"""The first comes with matplotlib; each later one draws what those before cannot."""

UNDRAWABLE = "\N{WHITE SQUARE}"


def write(text: Text, *, size: float, colour: str, is_bold: bool = False) -> None:
    """Give a text its font and its colour, and take from it what cannot be drawn."""
    text.set_parse_math(False)
    text.set_fontproperties(font(size, is_bold=is_bold))
    text.set_color(colour)
    text.set_text(drawable(text.get_text()))


def font(size: float, *, is_bold: bool = False) -> FontProperties:
    """Return the one font, in points."""
    return FontProperties(
        family=list(_families()), size=size, weight="bold" if is_bold else "normal"
    )


def drawable(text: str) -> str:
    """Return the text with a box in place of each sign that no font at hand has."""
    shown = (c for c in text if unicodedata.category(c) not in {"Cc", "Cf", "Mn"} or c == "\n")
    return "".join(c if c == "\n" or ord(c) in _glyphs() else UNDRAWABLE for c in shown)


def shortened(text: str, length: int) -> str:
    """Return the text in at most this many characters."""
    bare = " ".join(text.split())
    return bare if len(bare) <= length else bare[: length - 1].rstrip() + "…"


@cache
def _families() -> tuple[str, ...]:
    there = {entry.name for entry in fontManager.ttflist}
    return tuple(family for family in FAMILIES if family in there)


@cache
def _glyphs() -> frozenset[int]:
    paths = (fontManager.findfont(FontProperties(family=family)) for family in _families())
    return frozenset().union(*(get_font(path).get_charmap() for path in paths))
