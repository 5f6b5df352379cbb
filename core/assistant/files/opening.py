"""A file's rows, by what kind of file it is."""

from dataclasses import replace

from core.assistant.files.decode import decode
from core.assistant.files.json_lines import read_json
from core.assistant.files.sheet import MAX_BYTES, Sheet
from core.assistant.files.spreadsheet_xml import is_spreadsheet_xml, read_spreadsheet_xml
from core.assistant.files.tables import read_table
from core.assistant.files.workbook import read_parquet, read_workbook
from core.assistant.incoming import Attachment
from core.assistant.wording import say
from core.errors import InvalidValue

JSON_ENDINGS = (".jsonl", ".ndjson", ".json")
_PACKED = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What a workbook with a password holds, in the frame of an old one."""
_PARQUET = b"PAR1"


def read_sheet(file: Attachment, *, wanted: str = "", locale: str = "en") -> Sheet:
    """Return the rows of a file: a table of text, JSON, a workbook or a Parquet table.

    Args:
        file: the file.
        wanted: the sheet to read of a workbook with several; empty for the likeliest.
        locale: the member's language.

    Raises:
        InvalidValue: it is too large, cannot be read, or has no rows or no such sheet.
    """
    if len(file.content) > MAX_BYTES:
        size = f"{len(file.content) / 2**20:.1f}"
        limit = MAX_BYTES // 2**20
        raise InvalidValue(say("import too large", locale=locale, limit=limit, size=size))
    sheet = _read(file, wanted, locale)
    if not sheet.rows and not sheet.bad:
        said = say("no rows", locale=locale, file=file.name[:60])
        raise InvalidValue("\n".join(filter(None, (said, sheet.which_sheet))))
    return sheet


def _read(file: Attachment, wanted: str, locale: str) -> Sheet:
    name, content = file.name, file.content
    ending = name.casefold()
    if content.startswith(_PACKED):
        return read_workbook(content, name=name, wanted=wanted, locale=locale)
    if content.startswith(_PARQUET):
        return read_parquet(content, name=name, locale=locale)
    if content.startswith(_OLD_EXCEL) and _LOCKED in content:
        raise InvalidValue(say("locked excel", locale=locale, file=name[:60]))
    if content.startswith(_OLD_EXCEL):
        raise InvalidValue(say("old excel", locale=locale, file=name[:60]))
    text, note = decode(content, name=name, locale=locale)
    if is_spreadsheet_xml(text):
        return read_spreadsheet_xml(text, name=name, wanted=wanted, locale=locale)
    if wanted:
        raise InvalidValue(say("no sheets", locale=locale, file=name[:60]))
    is_json = ending.endswith(JSON_ENDINGS) or text.lstrip()[:1] == "{"
    sheet = read_json(text, locale=locale) if is_json else read_table(text, locale=locale)
    return replace(sheet, notes=(note, *sheet.notes)) if note else sheet
