"""Pictures as values: what to draw, not how."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Style(StrEnum):
    """How a series is drawn."""

    LINE = "line"
    DASHED = "dashed"
    POINTS = "points"
    FAINT_POINTS = "faint points"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Points of one meaning. Shape: ``x`` and ``y`` are equally long."""

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    style: Style = Style.LINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """Series over two axes."""

    title: str
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    has_diagonal: bool = False
    """Draws y = x, where x and y are the same quantity."""
    is_share: bool = False
    """The y axis runs from 0 to 1 and is written in per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Counts of true (rows) against predicted (columns) labels."""

    title: str
    x_label: str
    y_label: str
    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Signed lengths by name, the first on top."""

    title: str
    x_label: str
    bars: tuple[tuple[str, float], ...]


Panel: TypeAlias = Plot | Matrix | Bars


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One image: panels side by side under a title."""

    name: str
    """For its file: lower case, words joined by hyphens."""
    title: str
    panels: tuple[Panel, ...]
    caption: str = ""
    """The same in words, for those who cannot see it."""
