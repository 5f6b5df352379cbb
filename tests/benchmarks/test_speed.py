import io

import pytest
from rich.console import Console

from tests.benchmarks import speed


def test_the_benchmark_of_speed_still_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "SIZES", (40,))
    monkeypatch.setattr(speed, "REPEATS", 2)
    screen = io.StringIO()
    speed.show(Console(file=screen, width=120))
    assert "40" in screen.getvalue()
