"""Parquet tables, where their reader is installed."""

import io
from datetime import date

import pytest

from core.errors import InvalidValue
from tests.core.assistant.files.made_tables import ROWS, kinds, read


def test_a_parquet_table_is_rows() -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="an optional reader of Parquet tables")
    parquet = pytest.importorskip("pyarrow.parquet")
    columns = {
        "day": [date(2026, 1, n % 28 + 1) for n in range(ROWS)],
        "size_kg": [n + 0.5 for n in range(ROWS)],
        "new": [n % 2 == 0 for n in range(ROWS)],
        "city": ["Bonn", None] * (ROWS // 2),
        "price": list(range(3, 3 + ROWS)),
    }
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), out)
    plan, bad = read(out.getvalue(), "t.parquet")
    assert kinds(plan) == {
        "day": "date",
        "size_kg": "number kg",
        "new": "yes/no",
        "city": "category",
    }
    assert (plan.heading, bad) == ("price", [])


def test_a_broken_parquet_table_is_refused() -> None:
    pytest.importorskip("pyarrow", reason="an optional reader of Parquet tables")
    with pytest.raises(InvalidValue):
        read(b"PAR1 and no table", "t.parquet")
