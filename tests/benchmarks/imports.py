"""What importing a file costs, from the file to the first answer of the task that it made.

``python -m tests.benchmarks.imports [--tables narrow,wide,texts]``

Each table has a process and a database of its own. Seconds are the processor's, of all threads, so
that other work on the machine hardly counts; what the program costs to start is left out.
"""

import argparse
import asyncio
import csv
import io
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import numpy as np
from rich.console import Console
from rich.table import Table

from bot.settings import Settings
from bot.wiring import Apprentice, open_apprentice
from core.assistant.incoming import Attachment, Command, Press, Sender
from core.assistant.reply import Reply
from core.domain.identity import CommunityId, MemberId

ANA = Sender(
    community=CommunityId("terminal:local"),
    member=MemberId("terminal:ana"),
    name="Ana",
    is_manager=True,
)
NARROW, WIDE, TEXTS = 18_000, 20_000, 5_000
NUMBERS, CATEGORIES = 13, 6
LETTERS = "abcdefgh"
VERBS = ("broken", "missing", "late", "wrong", "slow", "lost", "great", "nice", "quick", "fine")
FEW = 100
"""Rows imported first, so that all that is opened once is open."""
COMPLAINTS = 6
"""So many of the verbs complain, the others praise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds of the processor."""

    rows: int
    card_s: float
    """Until the card shows what was read."""
    learned_s: float
    """From the first yes until the reply says that all was learned."""
    answer_s: float
    """Until the next question is answered."""
    following_s: float
    """What goes on in the background after that."""

    @property
    def total_s(self) -> float:
        """All of it."""
        return self.card_s + self.learned_s + self.answer_s + self.following_s


def narrow(rows: int = NARROW) -> str:
    """Return a file of two numbers of few digits, and a yes or no by chance."""
    draw = np.random.default_rng(1)
    cells = [[f"{a:.3f}", f"{b:.3f}"] for a, b in draw.random((rows, 2))]
    return _file(["a", "b", "y"], [[*row, str(draw.integers(2))] for row in cells])


def wide(rows: int = WIDE) -> str:
    """Return a file of numbers that hardly recur, categories, and a number to predict."""
    draw = np.random.default_rng(2)
    numbers, words = draw.normal(size=(rows, NUMBERS)), draw.integers(8, size=(rows, CATEGORIES))
    truths = 100 + 10 * numbers[:, 0] + 5 * numbers[:, 1] * numbers[:, 2] + words[:, 0]
    truths += draw.normal(0, 2, rows)
    heading = [*(f"n{at}" for at in range(NUMBERS)), *(f"c{at}" for at in range(CATEGORIES))]
    return _file(
        [*heading, "price"],
        [
            [*(f"{x:.4f}" for x in some), *(LETTERS[at] for at in places), f"{truth:.2f}"]
            for some, places, truth in zip(numbers, words, truths, strict=True)
        ],
    )


def texts(rows: int = TEXTS) -> str:
    """Return a file of short messages, each a complaint or praise."""
    draw = np.random.default_rng(3)
    words = ["".join(draw.choice(list("abdeghiklmnoprstu"), 5)) for _ in range(800)]
    verbs = draw.integers(len(VERBS), size=rows)
    return _file(
        ["message", "label"],
        [
            [
                f"my {' '.join(draw.choice(words, draw.integers(4, 10)))} is {VERBS[verb]}",
                "complaint" if verb < COMPLAINTS else "praise",
            ]
            for verb in verbs
        ],
    )


TABLES: dict[str, tuple[Callable[[], str], str]] = {
    "narrow": (narrow, "a 0.5, b 0.5"),
    "wide": (wide, "n0 0.5, n1 0.2, c0 a"),
    "texts": (texts, "my parcel is late"),
}
"""What makes each file, and a question about it."""


async def measured(file: str, question: str) -> Cost:
    """Return what it costs to import a file and to ask one question."""
    with TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder)).model_copy(update={"automatic_training": False})
        async with open_apprentice(settings, in_memory=True) as running:
            few = "".join(file.splitlines(keepends=True)[: 1 + FEW])
            await _agreed(running, await _imported(running, few, "first"))
            await _asked(running, "first", question)
            marks = [process_time()]
            reply = await _imported(running, file, "measured")
            marks.append(process_time())
            await _agreed(running, reply)
            marks.append(process_time())
            await _asked(running, "measured", question)
            marks.append(process_time())
        marks.append(process_time())
    card, learned, answer, following = (end - start for start, end in pairwise(marks))
    return Cost(
        rows=file.count("\n") - 1,
        card_s=card,
        learned_s=learned,
        answer_s=answer,
        following_s=following,
    )


def measure(name: str) -> Cost:
    """Return what one of the tables costs."""
    make, question = TABLES[name]
    return asyncio.run(measured(make(), question))


async def _agreed(running: Apprentice, reply: Reply) -> Reply:
    """Return what is said once every question was answered with yes."""
    while yes := next((choice for choice in reply.choices if choice.is_yes), None):
        reply = await running.assistant.handle(Press(sender=ANA, action=yes.action))
    assert "Learned" in reply.title, reply.title
    return reply


async def _imported(running: Apprentice, file: str, task: str) -> Reply:
    attachment = Attachment(name="made.csv", content=file.encode())
    command = Command(sender=ANA, name="task import", options={"task": task}, attachment=attachment)
    return await running.assistant.handle(command)


async def _asked(running: Apprentice, task: str, text: str) -> None:
    command = Command(sender=ANA, name="ask", options={"task": task}, text=text)
    reply = await running.assistant.handle(command)
    assert reply.title.startswith(f"{task}: "), reply.title


def _file(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([heading, *rows])
    return written.getvalue()


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry out the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.imports", description=__doc__)
    parser.add_argument("--tables", type=lambda text: text.split(","), default=list(TABLES))
    asked = parser.parse_args(arguments)
    table = Table(title="Seconds of the processor")
    for heading in ("table", "rows", "card", "learned", "first answer", "afterwards", "all"):
        table.add_column(heading, justify="left" if heading == "table" else "right")
    for name in asked.tables:
        with ProcessPoolExecutor(1, get_context("spawn")) as apart:
            cost = apart.submit(measure, name).result()
        figures = (cost.card_s, cost.learned_s, cost.answer_s, cost.following_s, cost.total_s)
        table.add_row(name, f"{cost.rows:,}", *(f"{figure:.1f}" for figure in figures))
    Console(highlight=False).print(table)


if __name__ == "__main__":
    main()
