"""A picture's frame: its size, its title, and its panels in rows of two."""

import io
from collections.abc import Sequence
from math import ceil
from textwrap import fill
from typing import assert_never

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from bot.drawing import style
from bot.drawing.bars import draw_bars
from bot.drawing.lettering import write
from bot.drawing.matrices import draw_matrix
from bot.drawing.plots import draw_plot
from core.assistant.pictures import Bars, Matrix, Panel, Picture, Plot

_TITLE_CHARACTERS = {1: 48, 2: 72}


def to_png(picture: Picture) -> bytes:
    """Return the picture as a PNG file, which carries the caption for those who cannot see it."""
    columns = min(max(len(picture.panels), 1), 2)
    rows = max(ceil(len(picture.panels) / columns), 1)
    size = (style.WIDTH_IN[columns], rows * _row_height_in(picture.panels) + style.TITLE_HEIGHT_IN)
    layout = ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.12, wspace=0.03, hspace=0.03)
    figure = Figure(figsize=size, dpi=style.DPI, facecolor=style.PAPER, layout=layout)
    FigureCanvasAgg(figure)
    title = figure.suptitle(fill(picture.title, _TITLE_CHARACTERS[columns]), x=0.02, ha="left")
    write(title, size=style.TITLE_PT, colour=style.INK, is_bold=True)
    for place, panel in enumerate(picture.panels, start=1):
        _draw_panel(figure.add_subplot(rows, columns, place), panel)
    png = io.BytesIO()
    figure.savefig(png, format="png", metadata=_metadata(picture))
    return png.getvalue()


def _row_height_in(panels: Sequence[Panel]) -> float:
    """Return how high a row is: bars alone need only as much as there are of them."""
    numbers = [len(panel.bars) for panel in panels if isinstance(panel, Bars)]
    if not numbers or len(numbers) < len(panels):
        return style.PANEL_HEIGHT_IN
    needed = style.AROUND_BARS_IN + style.BAR_HEIGHT_IN * max(*numbers, 2)
    return min(needed, 2 * style.PANEL_HEIGHT_IN)


def _draw_panel(axes: Axes, panel: Panel) -> None:
    match panel:
        case Plot():
            draw_plot(axes, panel)
        case Matrix():
            draw_matrix(axes, panel)
        case Bars():
            draw_bars(axes, panel)
        case _:
            assert_never(panel)


def _metadata(picture: Picture) -> dict[str, str]:
    return {"Title": picture.title, "Description": picture.caption, "Software": "Apprentice"}
