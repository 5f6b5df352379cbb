import io

from rich.console import Console

from tests.benchmarks import gateway


def test_the_gateway_benchmark_runs() -> None:
    out = io.StringIO()
    gateway.show(Console(file=out, width=100), events=4, lessons=40)
    assert out.getvalue().count("message") == 3
    assert out.getvalue().count("interaction") == 3
