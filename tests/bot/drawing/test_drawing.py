import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.drawing import draw
from bot.drawing.figure import to_png
from bot.drawing.frame import compact
from bot.drawing.lettering import UNDRAWABLE, drawable, shortened
from bot.drawing.style import DPI, WIDTH_IN
from core.assistant.pictures import Bars, Matrix, Panel, Picture, Plot, Series, Style

NUMBERS = st.floats(allow_nan=True, allow_infinity=True)
ODD = "50 $ \\frac{1} 价格 🎉 \x1b[31m\u202e"

PLOT = Plot(
    title="Error before each example was learned",
    x_label="examples",
    y_label="error",
    series=tuple(
        Series(name=f"series {style}", x=(1.0, 2.0, 3.0), y=(3.0, 2.0, 1.5), style=style)
        for style in Style
    ),
)
MATRIX = Matrix(
    title="Labels", x_label="predicted", y_label="true", labels=("a", "b"), counts=((5, 1), (0, 7))
)
BARS = Bars(title="Pulls", x_label="€", bars=(("area", 52_300.0), ("rooms", -4_100.0)))


def _picture(*panels: Panel, title: str = "houses") -> Picture:
    return Picture(name="houses-card", title=title, panels=panels, caption="In words: €.")


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


async def test_a_picture_becomes_a_new_file_each_time(tmp_path: Path) -> None:
    paths = [await draw(_picture(PLOT, BARS), tmp_path / "pictures") for _ in range(2)]
    assert [path.name for path in paths] == ["houses-card.png", "houses-card-2.png"]


@pytest.mark.parametrize(
    ("panels", "columns"), [((PLOT,), 1), ((MATRIX, BARS), 2), ((PLOT, MATRIX, BARS), 2), ((), 1)]
)
def test_panels_stand_side_by_side_in_rows_of_two(panels: tuple[Panel, ...], columns: int) -> None:
    width, height = _size(to_png(_picture(*panels)))
    assert width == pytest.approx(WIDTH_IN[columns] * DPI, abs=1)
    assert (height > 1000) == (len(panels) > 2)


def test_bars_alone_are_as_high_as_they_are_many() -> None:
    heights = [
        _size(to_png(_picture(Bars(title="t", x_label="x", bars=(("a", 1.0),) * count))))[1]
        for count in (1, 6, 12, 400)
    ]
    assert heights == sorted(set(heights))
    assert heights[-1] < 1500


def test_the_caption_goes_with_the_file_for_those_who_cannot_see_it() -> None:
    assert "In words: €.".encode() in to_png(_picture(BARS))


@pytest.mark.parametrize(
    "panel",
    [
        Plot(title="", x_label="", y_label="", series=(), is_share=True),
        Plot(
            title=ODD,
            x_label=ODD,
            y_label=ODD,
            series=(Series(name=ODD, x=(1.0,), y=(1e300,)), Series(name="", x=(), y=())),
            has_diagonal=True,
        ),
        Plot(
            title="lost",
            x_label="x",
            y_label="y",
            series=(Series(name="n", x=(1.0, 2.0), y=(float("nan"), float("inf"))),),
        ),
        Matrix(title=ODD, x_label="", y_label="", labels=(), counts=()),
        Matrix(
            title="many",
            x_label="",
            y_label="",
            labels=tuple(f"{ODD} {n}" for n in range(40)),
            counts=tuple(tuple(range(40)) for _ in range(40)),
        ),
        Bars(title=ODD, x_label=ODD, bars=((ODD, 0.0), ("", float("nan")))),
        Bars(title="none", x_label="", bars=()),
    ],
)
def test_odd_panels_are_drawn_without_a_warning(panel: Panel) -> None:
    _size(to_png(_picture(panel, title=ODD)))


@settings(max_examples=15)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=5), st.booleans(), st.booleans())
def test_any_figures_can_be_drawn(
    points: list[tuple[float, float]], has_diagonal: bool, is_share: bool
) -> None:
    series = Series(name="n", x=tuple(x for x, _ in points), y=tuple(y for _, y in points))
    plot = Plot(
        title="t",
        x_label="x",
        y_label="y",
        series=(series, series),
        has_diagonal=has_diagonal,
        is_share=is_share,
    )
    bars = Bars(title="b", x_label="x", bars=tuple((str(x), y) for x, y in points))
    _size(to_png(_picture(plot, bars)))


@given(st.text())
def test_what_is_drawn_has_a_sign_in_some_font(text: str) -> None:
    shown = drawable(text)
    assert drawable(shown) == shown
    assert "\x1b" not in shown


def test_a_sign_that_no_font_has_is_a_box() -> None:
    assert drawable("a \U0010fffd b") == f"a {UNDRAWABLE} b"


def test_long_names_are_cut_where_it_can_be_seen() -> None:
    assert shortened("install  problems\non linux", 16) == "install problem…"
    assert shortened("config", 16) == "config"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (0.25, "0.25"),
        (9_999, "9999"),
        (420_000, "420k"),
        (-1_500_000, "−1.5M"),
        (2e9, "2B"),
        (3e12, "3T"),
    ],
)
def test_numbers_are_written_short(number: float, text: str) -> None:
    assert compact(number) == text
