"""A damaged workbook is read as far as its values stand, or refused in a clear sentence."""

import io
from collections.abc import Callable
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from core.assistant.files.opening import read_sheet
from core.assistant.files.sheet import Sheet
from core.assistant.incoming import Attachment
from core.errors import InvalidValue

_SHEET = "xl/worksheets/sheet1.xml"
_STYLES = "xl/styles.xml"


def _workbook() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["share", "name"])
    for number in range(6):
        sheet.append([number / 10, f"n{number % 2}"])
        sheet.cell(row=number + 2, column=1).number_format = "0.0"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _with(part: str, change: Callable[[bytes], bytes | None]) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(_workbook())) as packed, ZipFile(out, "w") as changed:
        for name in packed.namelist():
            content = packed.read(name)
            kept = change(content) if name == part else content
            if kept is not None:
                changed.writestr(name, kept)
    return out.getvalue()


def _open(content: bytes) -> Sheet:
    return read_sheet(Attachment(name="t.xlsx", content=content))


@pytest.mark.parametrize(
    "content",
    [
        _with(_SHEET, lambda xml: xml.replace(b's="1"', b's="999"')),
        _with(_STYLES, lambda _: None),
        _with(_STYLES, lambda xml: xml.replace(b'numFmtId="', b'numFmtId="7')),
    ],
    ids=["style beyond the list", "no styles", "unknown format"],
)
def test_values_are_read_where_only_the_styles_are_damaged(content: bytes) -> None:
    sheet = _open(content)
    assert [row.cells["share"] for row in sheet.rows][:3] == ["0", "0.1", "0.2"]


@pytest.mark.parametrize(
    "content",
    [
        _workbook()[:40],
        _workbook()[: len(_workbook()) // 2],
        _with(_SHEET, lambda xml: xml[: len(xml) // 2]),
        _with(_STYLES, lambda _: b"<x"),
        _with("xl/workbook.xml", lambda _: None),
    ],
    ids=["cut short", "cut in half", "half a sheet", "no styles to parse", "no list of sheets"],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content: bytes) -> None:
    with pytest.raises(InvalidValue, match="could not be read as an Excel file"):
        _open(content)


def test_a_workbook_with_a_password_is_called_so() -> None:
    locked = b"\xd0\xcf\x11\xe0" + bytes(100) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(InvalidValue, match="has a password"):
        _open(locked)
    with pytest.raises(InvalidValue, match="old Excel file"):
        _open(b"\xd0\xcf\x11\xe0" + bytes(100))


def test_a_sheet_is_read_whole_where_its_size_is_written_wrongly() -> None:
    wrong = _with(
        _SHEET, lambda xml: xml.replace(b'<dimension ref="A1:B7"', b'<dimension ref="A1"')
    )
    assert wrong != _workbook()
    sheet = _open(wrong)
    assert (sheet.columns, len(sheet.rows)) == (("share", "name"), 6)
