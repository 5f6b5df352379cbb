from tests.benchmarks import imports


async def test_the_benchmark_of_imports_still_runs() -> None:
    cost = await imports.measured(imports.narrow(rows=60), "a 0.5, b 0.5")
    assert cost.rows == 60
    assert 0 < cost.card_s < cost.total_s
