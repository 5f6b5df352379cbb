"""``python -m tests.benchmarks``: every benchmark that needs no data, one after the other."""

from rich.console import Console

from tests.benchmarks import speed

if __name__ == "__main__":
    speed.show(Console(highlight=False))
