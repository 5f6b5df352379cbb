"""Matrices: counts of true against predicted labels."""

from math import ceil

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from bot.drawing import style
from bot.drawing.frame import frame, say_nothing_yet
from bot.drawing.lettering import drawable, shortened, write
from core.assistant.pictures import Matrix

_LABEL_CHARACTERS = 16
_LEVEL_CHARACTERS = 24
"""Longer than this together, the labels below stand on end."""
_MAX_NAMED = 12
"""With more labels than this the cells are too small to be written in."""
_DARK = 0.55
"""From this share of its row on, a cell is written in white."""


def draw_matrix(axes: Axes, matrix: Matrix) -> None:
    """Draw counts of true (rows) against predicted (columns) labels, shaded by share of a row."""
    frame(axes, matrix.title, matrix.x_label, matrix.y_label)
    if not matrix.labels:
        say_nothing_yet(axes)
        return
    shares = [[count / max(sum(row), 1) for count in row] for row in matrix.counts]
    shades = LinearSegmentedColormap.from_list("counts", style.SHADES)
    axes.imshow(shares, cmap=shades, vmin=0, vmax=1, aspect="auto")
    _name_rows_and_columns(axes, matrix.labels)
    if len(matrix.labels) <= _MAX_NAMED:
        _write_counts(axes, matrix, shares)


def _name_rows_and_columns(axes: Axes, labels: tuple[str, ...]) -> None:
    """Name every row and column, or every so many where there are too many to be read."""
    names = [drawable(shortened(label, _LABEL_CHARACTERS)) for label in labels]
    named = range(0, len(names), ceil(len(names) / _MAX_NAMED))
    axes.set_xticks(named, [names[place] for place in named])
    axes.set_yticks(named, [names[place] for place in named])
    is_steep = sum(len(names[place]) for place in named) > _LEVEL_CHARACTERS
    for text in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        write(text, size=style.SMALL_PT, colour=style.INK)
    for text in axes.get_xticklabels() if is_steep else ():
        text.set(rotation=40, ha="right")
        text.set_rotation_mode("anchor")


def _write_counts(axes: Axes, matrix: Matrix, shares: list[list[float]]) -> None:
    for row, counts in enumerate(matrix.counts):
        for column, count in enumerate(counts):
            if count:
                colour = style.PAPER if shares[row][column] > _DARK else style.INK
                text = axes.text(column, row, f"{count:,}", ha="center", va="center")
                write(text, size=style.TEXT_PT, colour=colour, is_bold=row == column)
