"""Plots: series over two axes."""

from collections.abc import Iterator, Sequence
from math import inf

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator, PercentFormatter

from bot.drawing import style
from bot.drawing.frame import compact, frame, is_drawable, say_nothing_yet
from bot.drawing.lettering import drawable, font, shortened, write
from core.assistant.pictures import Plot, Series, Style

_NAME_CHARACTERS = 30
_LEGEND_ROW_CHARACTERS = 26
_MAX_POINTS_AVOIDED = 20_000
"""With more points than this a search for the legend's best place takes too long."""


def draw_plot(axes: Axes, plot: Plot) -> None:
    """Draw series over two axes."""
    frame(axes, plot.title, plot.x_label, plot.y_label)
    axes.grid(visible=True, color=style.GRID, linewidth=0.9)
    shown = [part for series in plot.series if (part := _drawable_part(series)).x]
    for series, colour in zip(shown, _colours(shown), strict=True):
        _draw_series(axes, series, colour)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]))
        axis.set_major_formatter(FuncFormatter(lambda number, _: compact(number)))
    if plot.is_share:
        axes.set_ylim(0, 1)
        axes.yaxis.set_major_formatter(PercentFormatter(xmax=1, decimals=0, symbol=" %"))
    if not shown:
        say_nothing_yet(axes)
        return
    if all(min(series.y) >= 0 for series in shown):
        axes.set_ylim(bottom=0)  # a length drawn from elsewhere would look like more of a change
    if plot.has_diagonal:
        _draw_diagonal(axes, (0, 1) if plot.is_share else _span(shown))
    if len(shown) > 1:
        _draw_legend(axes, shown)


def _drawable_part(series: Series) -> Series:
    points = [p for p in zip(series.x, series.y, strict=True) if all(map(is_drawable, p))]
    return Series(
        name=series.name,
        x=tuple(x for x, _ in points),
        y=tuple(y for _, y in points),
        style=series.style,
    )


def _colours(shown: Sequence[Series]) -> Iterator[str]:
    """Yield a colour for each series: what is compared with stays in the background."""
    given = 0
    for series in shown:
        match series.style:
            case Style.DASHED:
                yield style.REFERENCE
            case Style.FAINT_POINTS:
                yield style.FAINT
            case Style.LINE | Style.POINTS:
                yield style.COLOURS[given % len(style.COLOURS)]
                given += 1


def _draw_series(axes: Axes, series: Series, colour: str) -> None:
    name = drawable(shortened(series.name, _NAME_CHARACTERS))
    match series.style:
        case Style.LINE:
            axes.plot(series.x, series.y, color=colour, linewidth=2.4, label=name, zorder=4)
        case Style.DASHED:
            axes.plot(
                series.x, series.y, color=colour, linewidth=2, ls=(0, (4, 2)), label=name, zorder=3
            )
        case Style.POINTS | Style.FAINT_POINTS:
            is_faint = series.style is Style.FAINT_POINTS
            axes.scatter(
                series.x,
                series.y,
                s=14 if is_faint else 26,
                color=colour,
                alpha=0.7 if is_faint else 0.75,
                linewidths=0,
                label=name,
                zorder=2 if is_faint else 4,
            )


def _span(shown: Sequence[Series]) -> tuple[float, float]:
    """Return from where to where all coordinates lie, with a little room."""
    low, high = inf, -inf
    for series in shown:
        low = min(low, *series.x, *series.y)
        high = max(high, *series.x, *series.y)
    margin = max((high - low) * 0.05, max(abs(low), abs(high)) * 1e-6) or 1
    return low - margin, high + margin


def _draw_diagonal(axes: Axes, ends: tuple[float, float]) -> None:
    axes.plot(ends, ends, color=style.REFERENCE, linewidth=1.6, ls=(0, (4, 2)), zorder=1)
    axes.set(xlim=ends, ylim=ends)


def _draw_legend(axes: Axes, shown: Sequence[Series]) -> None:
    is_wide = sum(len(series.name) for series in shown) <= _LEGEND_ROW_CHARACTERS
    legend = axes.legend(
        loc="best"
        if sum(len(series.x) for series in shown) <= _MAX_POINTS_AVOIDED
        else "upper right",
        ncols=len(shown) if is_wide else 1,
        frameon=True,
        facecolor=style.PAPER,
        edgecolor="none",
        framealpha=0.85,
        prop=font(style.SMALL_PT),
        handlelength=1.6,
        borderpad=0.3,
    )
    for text in legend.get_texts():
        write(text, size=style.SMALL_PT, colour=style.INK)
