"""Made-up film nights: members of different taste rate films of different kinds, in time order.

The truth is known: what each member would rate each film on average, before chance and rounding.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.example import Example, ExampleStatus
from core.domain.fields import Field, FieldKind, Values
from core.domain.identity import CommunityId, ExampleId, MemberId, TaskId
from core.domain.scale import Scale
from core.domain.task import Target, TargetKind, Task, field_key

KINDS = {
    "title": FieldKind.ITEM,
    "genre": FieldKind.CATEGORY,
    "year": FieldKind.NUMBER,
    "length": FieldKind.NUMBER,
    "director": FieldKind.CATEGORY,
    "rater": FieldKind.MEMBER,
}
KEYS = {name: field_key(place) for place, name in enumerate(KINDS, start=1)}
TASK = Task(
    id=TaskId(1),
    community=CommunityId("terminal:films"),
    name="films",
    fields=tuple(Field(key=KEYS[name], name=name, kind=kind) for name, kind in KINDS.items()),
    target=Target(kind=TargetKind.RATING, scale=Scale(low=1, high=5)),
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)
GENRES = 8
TASTES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmNights:
    """Ratings in time order."""

    examples: list[Example]
    truths: NDArray[np.float64] | None = None
    """What each rating would be on average, where that is known; shape (ratings,)."""

    @property
    def ratings(self) -> NDArray[np.float64]:
        """What was given; shape (ratings,)."""
        return np.array([example.target for example in self.examples], dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Films:
    """What there is to see; each array of shape (films, …)."""

    genre: NDArray[np.int64]
    director: NDArray[np.int64]
    year: NDArray[np.int64]
    length: NDArray[np.int64]
    level: NDArray[np.float64]
    tastes: NDArray[np.float64]

    def values(self, film: int, member: int) -> Values:
        """Return what is known before a member rates a film."""
        return {
            KEYS["title"]: f"film {film}",
            KEYS["genre"]: f"genre {self.genre[film]}",
            KEYS["year"]: float(self.year[film]),
            KEYS["length"]: float(self.length[film]),
            KEYS["director"]: f"director {self.director[film]}",
            KEYS["rater"]: f"member {member}",
        }


def draw_films(count: int, chance: np.random.Generator) -> Films:
    """Return films whose worth and kind depend in part on what is known of them."""
    directors = max(count // 5, 4)
    genre, director = chance.integers(GENRES, size=count), chance.integers(directors, size=count)
    year = chance.integers(1960, 2025, size=count)
    level = 0.4 * (
        0.5 * chance.normal(size=GENRES)[genre]
        + 0.5 * chance.normal(size=directors)[director]
        + 0.3 * (year - 1992) / 19
        + 0.7 * chance.normal(size=count)
    )
    tastes = (
        0.6 * chance.normal(size=(GENRES, TASTES))[genre]
        + 0.4 * chance.normal(size=(directors, TASTES))[director]
        + 0.6 * chance.normal(size=(count, TASTES))
    )
    return Films(
        genre=genre,
        director=director,
        year=year,
        length=np.round(chance.normal(115, 20, count)).astype(np.int64),
        level=level,
        tastes=tastes / np.sqrt(TASTES),
    )


def film_nights(ratings: int, *, members: int = 60, films: int = 150, seed: int = 0) -> FilmNights:
    """Return ratings, each of a member and a film once; a few members and films get most.

    Args:
        ratings: how many.
        members: how many rate; they join over time.
        films: how many there are.
        seed: of everything.
    """
    chance = np.random.default_rng(seed)
    seen = draw_films(films, chance)
    harsh, likings = 0.4 * chance.normal(size=members), chance.normal(size=(members, TASTES)) * 0.8
    who, what = _pairs(ratings, members, films, chance)
    joined = chance.uniform(size=members)
    order = np.argsort(joined[who] + chance.exponential(0.3, size=len(who)))
    who, what = who[order], what[order]
    plain = 3.6 + seen.level[what] + harsh[who] + (likings[who] * seen.tastes[what]).sum(axis=1)
    given = np.clip(np.round(plain + 0.8 * chance.normal(size=len(who))), 1, 5)
    examples = [
        _example(number, seen.values(int(film), int(member)), f"member {member}", float(rating))
        for number, (member, film, rating) in enumerate(zip(who, what, given, strict=True), start=1)
    ]
    return FilmNights(examples=examples, truths=np.clip(plain, 1, 5))


def read_nights(file: Path, ratings: int) -> FilmNights:
    """Return the first ratings, by time, of a file in the form of MovieLens 100k's ``u.data``.

    Raises:
        ValueError: a line is not user, item, rating and time with tabs between them.
    """
    lines = [line.split("\t") for line in file.read_text("utf-8").splitlines() if line]
    if not lines or any(len(line) != 4 for line in lines):
        raise ValueError(f"{file.name} does not hold user, item, rating and time, tabs between.")
    ordered = sorted(lines, key=lambda line: float(line[3]))[:ratings]
    return FilmNights(
        examples=[
            _example(
                number,
                {KEYS["title"]: f"film {item}", KEYS["rater"]: f"member {user}"},
                f"member {user}",
                float(rating),
            )
            for number, (user, item, rating, _) in enumerate(ordered, start=1)
        ]
    )


def _pairs(
    count: int, members: int, films: int, chance: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return different pairs of a member and a film."""
    active, popular = chance.pareto(1.5, members) + 0.3, chance.pareto(1.2, films) + 0.2
    drawn = np.log(np.outer(active, popular)) + chance.gumbel(size=(members, films))
    best = np.argsort(-drawn, axis=None)[:count]
    return best // films, best % films


def _example(number: int, values: Values, member: str, rating: float) -> Example:
    return Example(
        id=ExampleId(number),
        number=number,
        task_id=TASK.id,
        author=MemberId(member),
        values=values,
        target=rating,
        status=ExampleStatus.ACTIVE,
        revision=number,
        taught_at=TASK.created_at,
    )
