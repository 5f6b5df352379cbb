"""Bars: signed lengths by name."""

from matplotlib.axes import Axes

from bot.drawing import style
from bot.drawing.frame import compact, frame, is_drawable, say_nothing_yet
from bot.drawing.lettering import drawable, shortened, write
from core.assistant.pictures import Bars

_NAME_CHARACTERS = 26


def draw_bars(axes: Axes, bars: Bars) -> None:
    """Draw signed lengths by name, the first on top."""
    frame(axes, bars.title, bars.x_label, "")
    shown = [(name, length) for name, length in bars.bars if is_drawable(length)]
    if not shown:
        say_nothing_yet(axes)
        return
    lengths = [length for _, length in shown]
    colours = [style.POSITIVE if length >= 0 else style.NEGATIVE for length in lengths]
    places = range(len(shown))
    axes.barh(places, lengths, color=colours, height=0.62, zorder=2)
    axes.axvline(0, color=style.QUIET_INK, linewidth=1, zorder=3)
    axes.set_ylim(max(len(shown), 2) - 0.4, -0.6)
    axes.margins(x=0.22)
    axes.set_xticks([])
    names = [drawable(shortened(name, _NAME_CHARACTERS)) for name, _ in shown]
    axes.set_yticks(places, names)
    for text in axes.get_yticklabels():
        write(text, size=style.TEXT_PT, colour=style.INK)
    for place, length in zip(places, lengths, strict=True):
        _write_beside(axes, place, length)


def _write_beside(axes: Axes, place: int, length: float) -> None:
    offset = (5, 0) if length >= 0 else (-5, 0)
    text = axes.annotate(
        f"{'+' if length > 0 else ''}{compact(float(f'{length:.3g}'))}",
        (length, place),
        offset,
        textcoords="offset points",
        va="center",
        ha="left" if length >= 0 else "right",
    )
    write(text, size=style.SMALL_PT, colour=style.QUIET_INK)
