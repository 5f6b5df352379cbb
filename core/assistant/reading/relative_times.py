"""Words that say how many times as much as before: ``half the``, ``twice as many``."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.assistant.reading.parts import amount_at
from core.assistant.reading.phrases import phrase_at, phrases
from core.assistant.reading.tokens import Token, word_at, words_between
from core.assistant.word_sets import word_set

_TIMES: Final = phrases("half|twice|double|triple|quadruple|a third|a quarter|two thirds")
_FACTORS: Final = {
    "half": 0.5,
    "twice": 2.0,
    "double": 2.0,
    "triple": 3.0,
    "quadruple": 4.0,
    "a third": 1 / 3,
    "a quarter": 0.25,
    "two thirds": 2 / 3,
    "doubling": 2.0,
    "doubled": 2.0,
    "halving": 0.5,
    "halved": 0.5,
    "halve": 0.5,
    "tripling": 3.0,
    "tripled": 3.0,
}
_OF_WHOLE: Final = word_set("the that it this those my our your")
"""What follows ``half`` and ``double`` where they are of something before."""
_MEASURES: Final = {
    "long": "time span length",
    "far": "length",
    "heavy": "mass",
    "big": "area volume",
    "large": "area volume",
    "high": "length",
    "tall": "length",
    "deep": "length",
    "wide": "length",
    "old": "span",
    "hot": "temperature",
    "fast": "speed",
}
"""What adjectives speak of: ``twice as long``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How many times as much as before."""

    stop: int
    """Where the words end."""
    factor: float
    dimensions: frozenset[str] = frozenset()
    """What the adjective speaks of, if there is one."""


def times_at(tokens: Sequence[Token], at: int) -> Times | None:
    """Read ``half the``, ``twice as many``, ``three times the``, ``doubled``."""
    word = tokens[at].text
    if word in ("doubled", "halved", "tripled"):
        return Times(stop=at + 1, factor=_FACTORS[word])
    if word in ("doubling", "halving", "tripling", "halve"):
        stop, factor = at + 1, _FACTORS[word]
    elif stop_of := phrase_at(tokens, at, _TIMES):
        stop, factor = stop_of, _FACTORS[words_between(tokens, at, stop_of)]
    else:
        number = amount_at(tokens, at, (), ())
        is_times = number is not None and len(number.figures) == 1
        if not is_times or number is None or word_at(tokens, number.stop) != "times":
            return None
        stop, factor = number.stop + 1, number.figures[0].likely
    stop += word_at(tokens, stop) == "of"
    if word_at(tokens, stop) in _OF_WHOLE:
        return Times(stop=stop + 1, factor=factor)
    said = word_at(tokens, stop + 1)
    if word_at(tokens, stop) != "as" or not said:
        return None
    dimensions = frozenset(_MEASURES.get(said, "").split())
    if said not in ("many", "much") and not dimensions:
        return None
    return Times(stop=stop + 2, factor=factor, dimensions=dimensions)
