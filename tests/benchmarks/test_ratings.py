import io
from pathlib import Path

import pytest
from rich.console import Console

from tests.benchmarks.films import film_nights, read_nights
from tests.benchmarks.ratings import show


def printed(ratings: int) -> str:
    screen = io.StringIO()
    show(Console(file=screen, width=140), film_nights(ratings, members=6, films=12))
    return screen.getvalue()


def test_the_benchmark_of_ratings_still_runs() -> None:
    assert "4 – 44" in printed(44)


def test_ratings_of_a_file_come_in_the_order_of_time(tmp_path: Path) -> None:
    file = tmp_path / "u.data"
    file.write_text("7\t50\t5\t300\n8\t51\t2\t100\n7\t51\t3\t200\n")
    nights = read_nights(file, 2)
    assert nights.ratings.tolist() == [2.0, 3.0]
    assert nights.truths is None


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_text("title,rating\nHeat,5\n")
    with pytest.raises(ValueError, match="user, item, rating and time"):
        read_nights(file, 2)
