"""What every kind of panel shares: its frame, its numbers, and what it says when it is empty."""

from math import isfinite

from matplotlib.axes import Axes

from bot.drawing import style
from bot.drawing.lettering import shortened, write

NOTHING_YET = "nothing to show yet"

FARTHEST = 1e18
"""Taught numbers end at 1e15; a figure beyond this is a mishap that would flatten the rest."""

_TITLE_CHARACTERS = 52
_LABEL_CHARACTERS = 44
_SHORT = ((1e15, 1, ""), (1e12, 1e12, "T"), (1e9, 1e9, "B"), (1e6, 1e6, "M"), (1e4, 1e3, "k"))
"""From which number on, divided by what, with which letter; beyond all of them as ``1e+15``."""


def frame(axes: Axes, title: str, x_label: str, y_label: str) -> None:
    """Give a panel its title, its labels and nothing else around it."""
    head = axes.set_title(shortened(title, _TITLE_CHARACTERS), loc="left", pad=8)
    write(head, size=style.PANEL_TITLE_PT, colour=style.INK)
    for label in (
        axes.set_xlabel(shortened(x_label, _LABEL_CHARACTERS)),
        axes.set_ylabel(shortened(y_label, _LABEL_CHARACTERS)),
    ):
        write(label, size=style.TEXT_PT, colour=style.QUIET_INK)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0, labelsize=style.SMALL_PT, labelcolor=style.QUIET_INK)
    axes.set_axisbelow(True)


def compact(number: float) -> str:
    """Return a number as an axis shows it: ``420k``, ``1.5M``, ``0.25``."""
    steps = ((size, letter) for least, size, letter in _SHORT if abs(number) >= least)
    size, letter = next(steps, (1, ""))
    return f"{number / size:.4g}{letter}".replace("-", "−")


def is_drawable(number: float) -> bool:
    """Return whether a figure has a place on an axis."""
    return isfinite(number) and abs(number) <= FARTHEST


def say_nothing_yet(axes: Axes) -> None:
    """Leave a panel without figures, and say so."""
    axes.set(xticks=[], yticks=[])
    text = axes.text(0.5, 0.5, NOTHING_YET, ha="center", va="center", transform=axes.transAxes)
    write(text, size=style.TEXT_PT, colour=style.QUIET_INK)
