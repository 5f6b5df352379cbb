"""Texts with numbers: ``python -m tests.benchmarks.text_sources --from CLONES --data DIR``.

``CLONES`` holds clones of the public repositories named here, each in a folder ``owner+name``. The
files with columns ``text,number`` that ``text --numbers`` reads are written to ``DIR``.
"""

import argparse
import csv
import io
import json
import random
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MOST = 5_000
"""Rows that are kept of a set, in an order that chance chose once."""
Pair = tuple[str, str]
"""A text, and what has its number."""


@dataclass(frozen=True, slots=True)
class Clone:
    """The newest commit of a repository."""

    folder: Path

    def read(self, path: str, encoding: str = "utf-8-sig") -> str:
        """Return a file's text."""
        return self._git("show", f"HEAD:{path}").decode(encoding, "replace")

    def table(self, path: str) -> list[dict[str, str]]:
        """Return the rows of a file with headings."""
        return list(csv.DictReader(io.StringIO(self.read(path))))

    def paths(self, start: str) -> list[str]:
        """Return the paths that start so."""
        listed = self._git("-c", "core.quotepath=off", "ls-tree", "-r", "--name-only", "HEAD")
        return [path for path in listed.decode().splitlines() if path.startswith(start)]

    def _git(self, *words: str) -> bytes:
        inner = [self.folder / "repo" / ".git", self.folder / "repo", self.folder / ".git"]
        where = next(path for path in inner if path.exists())
        command = ["git", "--git-dir", str(where), *words]
        return subprocess.run(command, capture_output=True, check=True).stdout


def _notes(column: str) -> Callable[[Clone], Iterator[Pair]]:
    def read(clone: Clone) -> Iterator[Pair]:
        for row in clone.table("wine_reviews.csv"):
            yield row["description"], row[column]

    return read


def _bottles(clone: Clone) -> Iterator[Pair]:
    for one in json.loads(clone.read("datasets_raw/redwine.json")):
        yield one["name"], str((one["prices"] or {}).get("bottle"))


def _lodgings(clone: Clone) -> Iterator[Pair]:
    for row in clone.table("listings.csv"):
        yield row["name"], row["price"]


def _laboratory(clone: Clone) -> Iterator[Pair]:
    for row in csv.reader(io.StringIO(clone.read("jd.csv", "gb18030"))):
        if len(row) > 2:
            yield row[1], row[2]


def _salaries(clone: Clone) -> Iterator[Pair]:
    for city in ("上海", "北京", "广州", "杭州"):
        for row in clone.table(f"{city}.csv"):
            ends = re.match(r"(\d+)-(\d+)K", row["salary"])
            middle = (int(ends[1]) + int(ends[2])) / 2 if ends else ""
            yield f"{row['title']} {row['job_description']}", str(middle)


def _shops(clone: Clone) -> Iterator[Pair]:
    for path in clone.paths("data/"):
        if path.endswith(".csv"):
            for row in clone.table(path):
                yield f"{row['店铺名']} {row['标签1']}", row["人均价格"]


SETS: dict[str, tuple[str, Callable[[Clone], Iterator[Pair]]]] = {
    "wine_price": ("zaratsian+Datasets", _notes("price")),
    "wine_points": ("zaratsian+Datasets", _notes("points")),
    "bottles": ("gangerang+cheap-beers-data", _bottles),
    "lodgings": ("Bhdezm+Airbnb-Oslo", _lodgings),
    "laboratory": ("shawmoden+jdcrawler", _laboratory),
    "salaries": ("wxy390182638+BOSS-", _salaries),
    "shops": ("jason31416+dianpingcrawler-", _shops),
}


def prepared(pairs: Iterator[Pair]) -> list[tuple[str, float]]:
    """Return distinct pairs of a text and a number that is not 0, at most so many."""
    found = set()
    for text, cell in pairs:
        number = re.search(r"\d+(\.\d+)?", cell.replace(",", ""))
        if text.strip() and number and float(number.group()):
            found.add((text.strip(), float(number.group())))
    rows = sorted(found)
    random.Random(0).shuffle(rows)  # noqa: S311 - no secret
    return rows[:MOST]


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="clones", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    asked = parser.parse_args(arguments)
    asked.data.mkdir(parents=True, exist_ok=True)
    for name, (folder, read) in SETS.items():
        rows = prepared(read(Clone(asked.clones / folder)))
        with (asked.data / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([("text", "number"), *rows])


if __name__ == "__main__":
    main()
