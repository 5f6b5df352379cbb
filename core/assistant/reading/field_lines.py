"""Fields written one per line: ``area: number m²``, ``os: linux | mac | windows``."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from core.assistant.reading.units import unit_named
from core.domain.fields import Field, FieldKind
from core.domain.identity import FieldKey
from core.domain.task import field_key
from core.errors import InvalidValue

KIND_WORDS: Final = {
    **dict.fromkeys(("number", "数字", "数值"), FieldKind.NUMBER),
    **dict.fromkeys(("category", "类别", "分类"), FieldKind.CATEGORY),
    **dict.fromkeys(("yes/no", "yes-no", "yesno", "是/否", "是否"), FieldKind.YES_NO),
    **dict.fromkeys(("date", "日期"), FieldKind.DATE),
    **dict.fromkeys(("text", "文本", "文字"), FieldKind.TEXT),
    **dict.fromkeys(("item", "对象"), FieldKind.ITEM),
}
"""What people call the kinds of fields."""
_FORM: Final = (
    "Write one field per line, as its name, a colon and its kind: number (with a unit, if it has "
    "one), category, yes/no, date or text, item for what is rated; or its categories: "
    '"os: linux | mac | windows".'
)
_BETWEEN: Final = re.compile("[,，](?=[^,，|｜:：]+[:：])")
"""A comma before a name and its colon: whoever writes on one line parts fields so."""

_COMMAS: Final = re.compile(r"\s*(?:[,，;；\n]|\band\b)\s*")
_BRACKETED: Final = re.compile(r"(.+?)(?<!\s)\s*+[(（]([^()（）]{1,40})[)）]")
_IN_UNIT: Final = re.compile(r"(.+?)(?<!\s)\s++in\s+(\S{1,20})")


def draft_fields(lines: Sequence[str]) -> tuple[Field, ...]:
    """Return the fields that the lines describe; empty ones do not count.

    Raises:
        InvalidValue: a line has no colon, or its kind is none.
    """
    parts = [part.strip() for line in lines for part in _parted(line)]
    written = [part for part in parts if part]
    return tuple(_field(line, field_key(number)) for number, line in enumerate(written, start=1))


def completed(text: str) -> str:
    """Return fields as they are written, from names with their kind or unit in brackets or none.

    ``area (m²), rooms, fuel: category`` is completed to ``area: number m²; rooms: number; fuel:
    category``: what has no kind is taken for a number, to be shown to whoever wrote it.
    """
    parts = (part.strip() for part in _COMMAS.split(text))
    return "; ".join(_completed(part) for part in parts if part)


def _completed(part: str) -> str:
    if ":" in part or "：" in part:
        return part
    bracketed = _BRACKETED.fullmatch(part) or _IN_UNIT.fullmatch(part)
    name, said = (bracketed[1], bracketed[2]) if bracketed else (part, "")
    word = said.split()[0].casefold() if said else ""
    if word in KIND_WORDS or "|" in said or ("/" in said and "yes" in said):
        return f"{name}: {said}"
    return f"{name}: number {said}".rstrip()


def _parted(line: str) -> Iterator[str]:
    """Yield the fields of a line; a comma in the name of the first parts none."""
    start = 0
    for comma in _BETWEEN.finditer(line):
        if any(colon in line[start : comma.start()] for colon in ":："):
            yield line[start : comma.start()]
            start = comma.end()
    yield line[start:]


def _field(line: str, key: FieldKey) -> Field:
    name, colon, kind_text = line.replace("：", ":").partition(":")
    if not colon or not kind_text.strip():
        raise InvalidValue(f"{line[:80]!r} does not say of what kind the field is. {_FORM}")
    if "|" in kind_text or "｜" in kind_text:
        return Field(key=key, name=name, kind=FieldKind.CATEGORY, options=_options(kind_text))
    word, _, rest = kind_text.strip().partition(" ")
    kind = KIND_WORDS.get(word.casefold())
    if kind is None or (rest.strip() and kind is not FieldKind.NUMBER):
        raise InvalidValue(f"{kind_text.strip()[:80]!r} is no kind of field. {_FORM}")
    unit = " ".join(rest.split()).removeprefix("in ") or None
    if kind is FieldKind.NUMBER and unit is None:
        unit = unit_named(name)
    return Field(key=key, name=name, kind=kind, unit=unit)


def _options(text: str) -> tuple[str, ...]:
    listed = text.replace("｜", "|").strip().removeprefix("category ")
    options = [" ".join(option.split()) for option in listed.split("|")]
    distinct: dict[str, str] = {}
    for option in filter(None, options):
        distinct.setdefault(option.casefold(), option)
    return tuple(distinct.values())
