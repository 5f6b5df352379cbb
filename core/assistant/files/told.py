"""What is said of how columns were read: missing values, spellings, times, what is left out."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from core.assistant import show
from core.assistant.files.cells import fold_name
from core.assistant.files.clock_lengths import two_parts
from core.assistant.files.columns import Column, Typed
from core.assistant.files.day_texts import has_remark, has_time
from core.assistant.files.measure_texts import hours_of
from core.assistant.files.number_texts import has_brackets, is_rough
from core.assistant.wording import say
from core.domain.fields import MAX_TEXT, FieldKind

_MOST_NAMED: Final = 6
_POINTED: Final = re.compile(r"\d[.,]\d")


def told_of(columns: Mapping[str, Column], typed: Mapping[str, Typed], *, locale: str) -> list[str]:
    """Return what is to be said of how columns are read."""
    read = {heading: columns[heading] for heading in typed}
    return [
        *_missing(read, typed, locale),
        *_spellings(read, typed, locale),
        *_commas(read, typed, locale),
        *_clocks(typed, locale),
        *_sizes(read, typed, locale),
        *_serials(typed, locale),
        *_epochs(typed, locale),
        *_years(typed, locale),
        *_remarks(read, typed, locale),
        *_times(read, typed, locale),
        *_rough(read, typed, locale),
        *_bracketed(read, typed, locale),
        *texts_cut(read, [n for n, one in typed.items() if one.kind is FieldKind.TEXT], locale),
    ]


def texts_cut(columns: Mapping[str, Column], texts: Sequence[str], locale: str) -> list[str]:
    """Return one line of how many texts are read only to the limit; none where there is none."""
    count = sum(
        many
        for name in texts
        for cell, many in columns[name].counts.items()
        if len(cell) > MAX_TEXT
    )
    return [say("texts cut", locale=locale, count=count, limit=MAX_TEXT)] if count else []


def _missing(columns: Mapping[str, Column], typed: Mapping[str, Typed], locale: str) -> list[str]:
    """Return one line of the words that were taken as missing, and where."""
    where: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for heading, column in columns.items():
        for cell, count in column.counts.items():
            if cell.casefold() in typed[heading].writing.missing:
                counts[cell] += count
                where.setdefault(cell, []).append(heading)
    if not counts:
        return []
    parts = [
        say(
            "missing word",
            locale=locale,
            word=show.clip(word, 30),
            count=count,
            columns=_listed(where[word], locale),
        )
        for word, count in counts.most_common(_MOST_NAMED)
    ]
    return [say("missing told", locale=locale, words=" · ".join(parts))]


def _spellings(columns: Mapping[str, Column], typed: Mapping[str, Typed], locale: str) -> list[str]:
    """Return one line of the spellings that were taken as one category."""
    joined: list[str] = []
    for heading, column in columns.items():
        spellings = typed[heading].writing.spellings
        if typed[heading].kind not in (FieldKind.CATEGORY, FieldKind.ITEM) or not spellings:
            continue
        same: dict[str, list[str]] = {}
        for cell in column.counts:
            plain = " ".join(cell.split())
            written = spellings.get(fold_name(cell))
            if written and written != plain and plain not in same.get(written, ()):
                same.setdefault(written, []).append(plain)
        joined += [f"{', '.join(s[:4])} → {written}" for written, s in same.items()]
    if not joined:
        return []
    shown = " · ".join(show.clip(one, 80) for one in joined[:_MOST_NAMED])
    return [say("spellings told", locale=locale, spellings=shown)]


def _commas(columns: Mapping[str, Column], typed: Mapping[str, Typed], locale: str) -> list[str]:
    named = [
        heading
        for heading, one in typed.items()
        if one.writing.has_commas and any(map(_POINTED.search, columns[heading].counts))
    ]
    return [say("commas told", locale=locale, columns=_listed(named, locale))] if named else []


def _clocks(typed: Mapping[str, Typed], locale: str) -> list[str]:
    clocks = [
        heading
        for heading, one in typed.items()
        if one.writing.is_clock or one.writing.has_hours or one.writing.parse is hours_of
    ]
    return [say("clock told", locale=locale, columns=_listed(clocks, locale))] if clocks else []


def _sizes(columns: Mapping[str, Column], typed: Mapping[str, Typed], locale: str) -> list[str]:
    """Return a line for each column of whose ``5:30`` nothing tells what it is."""
    lines: list[str] = []
    for heading, one in typed.items():
        cell = next(filter(two_parts, columns[heading].counts), "")
        if not one.is_size_guessed or not (parts := two_parts(cell)):
            continue
        key = "clock as minutes" if one.writing.is_minutes else "clock as hours"
        first, last = parts
        lines.append(say(key, locale=locale, column=heading, cell=cell, first=first, last=last))
    return lines


def _serials(typed: Mapping[str, Typed], locale: str) -> list[str]:
    named = [heading for heading, one in typed.items() if one.writing.is_serial]
    return [say("serials told", locale=locale, columns=_listed(named, locale))] if named else []


def _epochs(typed: Mapping[str, Typed], locale: str) -> list[str]:
    named = [heading for heading, one in typed.items() if one.writing.is_epoch]
    return [say("epochs told", locale=locale, columns=_listed(named, locale))] if named else []


def _years(typed: Mapping[str, Typed], locale: str) -> list[str]:
    named = {heading: one.writing.year for heading, one in typed.items() if one.writing.year}
    if not named:
        return []
    year = str(next(iter(named.values())))
    return [say("year told", locale=locale, columns=_listed([*named], locale), year=year)]


def _remarks(columns: Mapping[str, Column], typed: Mapping[str, Typed], locale: str) -> list[str]:
    """Return one line of the columns where remarks behind dates are not read."""
    named = [
        heading
        for heading, one in typed.items()
        if one.kind is FieldKind.DATE and any(map(has_remark, columns[heading].counts))
    ]
    return [say("remarks told", locale=locale, columns=_listed(named, locale))] if named else []


def _times(columns: Mapping[str, Column], typed: Mapping[str, Typed], locale: str) -> list[str]:
    """Return one line of the columns where times of day beside dates are not read."""
    named = [
        heading
        for heading, one in typed.items()
        if one.kind is FieldKind.DATE and any(map(has_time, columns[heading].counts))
    ]
    if not named:
        return []
    cell = next(filter(has_time, columns[named[0]].counts))
    columns_named = _listed(named, locale)
    return [say("times told", locale=locale, columns=columns_named, cell=show.clip(cell, 40))]


def _rough(columns: Mapping[str, Column], typed: Mapping[str, Typed], locale: str) -> list[str]:
    """Return one line of the cells that are said to be rough and are read as they stand."""
    rough = {
        heading: [cell for cell in columns[heading].without(one.writing.missing) if is_rough(cell)]
        for heading, one in typed.items()
        if one.kind is FieldKind.NUMBER
    }
    named = [heading for heading, cells in rough.items() if cells]
    if not named:
        return []
    count = sum(columns[heading].counts[cell] for heading in named for cell in rough[heading])
    cell = show.clip(rough[named[0]][0], 30)
    columns_named = _listed(named, locale)
    return [say("rough told", locale=locale, columns=columns_named, count=count, cell=cell)]


def _bracketed(columns: Mapping[str, Column], typed: Mapping[str, Typed], locale: str) -> list[str]:
    """Return one line of the columns where brackets and flags behind numbers are not read."""
    named = [
        heading
        for heading, one in typed.items()
        if one.kind is FieldKind.NUMBER
        and (one.writing.has_flags or any(map(has_brackets, columns[heading].counts)))
    ]
    return [say("brackets told", locale=locale, columns=_listed(named, locale))] if named else []


def left_out_words(left_out: Mapping[str, str], *, locale: str) -> list[str]:
    """Return one line for each reason why columns are left out."""
    by_reason: dict[str, list[str]] = {}
    for heading, reason in left_out.items():
        by_reason.setdefault(reason, []).append(heading)
    return [
        say(
            "columns left out",
            locale=locale,
            columns=_listed(headings, locale),
            reason=say(reason, locale=locale),
        )
        for reason, headings in by_reason.items()
    ]


def _listed(headings: Sequence[str], locale: str) -> str:
    named = [show.clip(heading, 40) for heading in headings]
    return ", ".join(show.first_of(named, _MOST_NAMED, locale=locale))
