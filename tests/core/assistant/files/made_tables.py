"""Small tables made for tests, and how they are typed."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import cycle, islice

from core.assistant.files.opening import read_sheet
from core.assistant.files.plan import plan_new
from core.assistant.files.rows import draw_lessons
from core.assistant.files.typing_together import Plan, Wishes
from core.assistant.incoming import Attachment

ROWS = 24
"""Enough to tell an id and a 0 or 1 by."""


def table(columns: Mapping[str, Sequence[object]], *, mark: str = ",") -> str:
    """Return a table whose columns repeat their cells."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=mark)
    writer.writerow(columns)
    writer.writerows(zip(*(islice(cycle(c), ROWS) for c in columns.values()), strict=True))
    return out.getvalue()


def read(content: str | bytes, name: str = "t.csv") -> tuple[Plan, list[str]]:
    """Return how a file is planned, and what is said of its bad rows."""
    raw = content.encode() if isinstance(content, str) else content
    sheet = read_sheet(Attachment(name=name, content=raw))
    plan = plan_new(sheet, Wishes(today=date(2026, 5, 31)))
    _, bad = draw_lessons(sheet, plan)
    return plan, [row.reason for row in bad]


def kinds(plan: Plan) -> dict[str, str]:
    return {one.name: f"{one.kind} {one.unit or ''}".strip() for one in plan.fields}


NUMBERS = [str(number) for number in range(3, 3 + ROWS)]
