"""Excel's XML of 2003, which programs export as ``.xls``, is read like a workbook."""

import pytest

from tests.core.assistant.files.made_tables import kinds, read

_SPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def _cell(value: str, kind: str = "String", more: str = "") -> str:
    return f'<Cell{more}><Data ss:Type="{kind}">{value}</Data></Cell>'


def _book(rows: str, before: str = "") -> str:
    head = "".join(_cell(name) for name in ("town", "note", "day", "amount"))
    return (
        f'<?xml version="1.0"?>{before}\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{_SPACE}" xmlns:ss="{_SPACE}"><Worksheet ss:Name="Data"><Table>'
        f"<Row>{head}</Row>{rows}</Table></Worksheet></Workbook>"
    )


def _rows() -> str:
    return "".join(
        f"<Row>{_cell('xyz'[n % 3])}"
        + _cell(f"2024-01-{n:02}T00:00:00.000", "DateTime", ' ss:Index="3"')
        + _cell(f"{n}.5", "Number")
        + "</Row>"
        for n in range(1, 29)
    )


@pytest.mark.parametrize("name", ["t.xls", "t.xml"])
def test_its_cells_have_the_kinds_that_the_file_gives_them(name: str) -> None:
    plan, bad = read(_book(_rows()), name)
    assert kinds(plan) == {"town": "category", "day": "date"}
    assert (plan.heading, plan.target.kind, bad) == ("amount", "number", [])


@pytest.mark.parametrize(
    "content",
    [_book(_rows())[:-30], _book("&x;", '<!DOCTYPE a [<!ENTITY x "y">]>')],
    ids=["cut off", "with entities"],
)
def test_a_damaged_one_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match=r"t\.xls"):
        read(content, "t.xls")
