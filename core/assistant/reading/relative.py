"""Amounts that say how much more or less than before: ``2 more rooms``, 多住两天.

Such an amount is never a value itself: what it is added to must be known.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.parts import amount_at
from core.assistant.reading.phrases import phrase_at, phrases
from core.assistant.reading.relative_han import Lead, factor_at, lead_before
from core.assistant.reading.tokens import Token, TokenKind, fold, is_glued
from core.assistant.word_sets import word_set

_LESS: Final = word_set(
    "fewer less younger shorter smaller lighter colder cooler lower closer nearer earlier sooner "
    "narrower thinner shallower"
)
_SHIFTS: Final = word_set("earlier later sooner")
"""Ways of what is a time: of other amounts they say when something was."""
_PLAIN: Final = word_set("more extra additional fewer less")
_WAYS: Final = (
    _LESS
    | _PLAIN
    | _SHIFTS
    | word_set(
        "older longer bigger larger heavier warmer hotter higher further farther taller deeper "
        "wider thicker"
    )
)
_EXTRA: Final = phrases("another|extra|an extra|additional|an additional|a further|one extra")
"""What stands before an amount that is added: ``another 100 m``."""
_ADDS: Final = frozenset({"add", "plus"})
_BREAKS: Final = (TokenKind.BREAK, TokenKind.ARROW)
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
_JOINS: Final = word_set("and or to of but with in on at than")
_MOST_BETWEEN: Final = 2
"""Words of a name between an amount and what makes it relative: ``10 boxes less``."""
_THAN: Final = "than"
_TIME: Final = frozenset({"time", "span"})
_PERCENT: Final = "%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """An amount that says how much more or less than before, or how many times as much."""

    first: int
    stop: int
    """Its tokens, ``first`` to ``stop`` exclusive, without the noun behind it."""
    amount: str = ""
    """What is more or less, as it is typed; empty where it is so many times as much."""
    factor: float | None = None
    is_less: bool = False
    is_shift: bool = False
    """Whether it moves a time: ``an hour earlier``."""
    is_sure: bool = True
    """Whether it is no value even where nothing is known before it."""
    dimensions: frozenset[str] = frozenset()
    """What the adjective speaks of, if there is one."""

    def of(self, before: float, by: float) -> float:
        """Return what it makes of the number before; ``by`` is its amount in the same unit."""
        if self.factor is not None:
            now = before * self.factor
        else:
            now = before - by if self.is_less else before + by
        return float(f"{now:.12g}")


def relatives_in(
    tokens: Sequence[Token], source: str, own: Collection[str], names: Collection[str] = ()
) -> list[Relative]:
    """Return the relative amounts of a sentence in order.

    Args:
        tokens: the sentence.
        source: its text.
        own: the dimensions of the fields' own units.
        names: the names of the fields, which may begin with the same words: 加水, 高.
    """
    return list(_relatives(tokens, fold(source), own, [fold(name) for name in names]))


def _relatives(
    tokens: Sequence[Token], text: str, own: Collection[str], names: Sequence[str]
) -> Iterator[Relative]:
    known, at = {*own, *_TIME, _PERCENT}, 0
    while at < len(tokens):
        found = (
            _times(tokens, at)
            or _extra(tokens, at, known)
            or _counted(tokens, at, known)
            or _in_han(tokens, text, at, known, names)
        )
        if found is not None:
            yield found
        at = found.stop if found else at + 1


def _text(tokens: Sequence[Token], first: int, stop: int) -> str:
    """Return the folded words of tokens, with the blanks that stand between them."""
    parts = [
        ("" if is_glued(tokens, at) or at == first else " ") + tokens[at].text
        for at in range(first, stop)
    ]
    return "".join(parts)


def _times(tokens: Sequence[Token], at: int) -> Relative | None:
    """Read ``half the``, ``twice as many``, ``three times the``, ``doubled``."""
    word = tokens[at].text
    if word in ("doubled", "halved", "tripled"):
        return Relative(first=at, stop=at + 1, factor=_FACTORS[word])
    if word in ("doubling", "halving", "tripling", "halve"):
        stop, factor = at + 1, _FACTORS[word]
    elif stop_of := phrase_at(tokens, at, _TIMES):
        stop, factor = stop_of, _FACTORS[_text(tokens, at, stop_of)]
    else:
        number = amount_at(tokens, at, (), ())
        is_times = number is not None and len(number.figures) == 1
        if not is_times or number is None or _word(tokens, number.stop) != "times":
            return None
        stop, factor = number.stop + 1, number.figures[0].likely
    stop += _word(tokens, stop) == "of"
    if _word(tokens, stop) in _OF_WHOLE:
        return Relative(first=at, stop=stop + 1, factor=factor)
    said = _word(tokens, stop + 1)
    if _word(tokens, stop) != "as" or not said:
        return None
    dimensions = frozenset(_MEASURES.get(said, "").split())
    if said not in ("many", "much") and not dimensions:
        return None
    return Relative(first=at, stop=stop + 2, factor=factor, dimensions=dimensions)


def _extra(tokens: Sequence[Token], at: int, known: Collection[str]) -> Relative | None:
    """Read ``another 100 m of … on top``, ``an extra box``, ``add 5 km`` alone."""
    first = phrase_at(tokens, at, _EXTRA)
    if at == 0 and tokens[0].text in _ADDS and all(t.kind not in _BREAKS for t in tokens):
        first = phrase_at(tokens, 1, _EXTRA) or 1
    if first is None or first >= len(tokens):
        return None
    amount = amount_at(tokens, first, known, ())
    if amount is None or len(amount.figures) != 1:
        is_noun = tokens[first].kind is TokenKind.WORD and _word(tokens, at) != "extra"
        return Relative(first=at, stop=first, amount="1", is_sure=False) if is_noun else None
    if _word(tokens, amount.stop) == "-":
        return None  # "another 3-bed flat"
    stop = amount.stop + (_word(tokens, amount.stop) == "of")
    return _added(tokens, at, stop, amount, amount_first=first)


def _counted(tokens: Sequence[Token], at: int, known: Collection[str]) -> Relative | None:
    """Read ``2 more``, ``10 m² smaller``, ``an hour earlier``, ``10 boxes less``."""
    if at and (is_glued(tokens, at) or tokens[at - 1].text in ("-", ".")):
        return None
    amount = amount_at(tokens, at, known, ())
    if amount is None or len(amount.figures) != 1:
        return None
    for way in range(amount.stop, min(amount.stop + 1 + _MOST_BETWEEN, len(tokens))):
        word = tokens[way].text
        if word in _WAYS:
            break
        if tokens[way].kind is not TokenKind.WORD or word in _JOINS:
            return None
    else:
        return None
    is_shift = bool({m.dimension for m in amount.measures} & _TIME)
    after = _word(tokens, way + 1)
    if (word in _SHIFTS and not is_shift) or after in ("up", _THAN):
        return None
    is_ended = (
        way == amount.stop or way + 1 == len(tokens) or after in _JOINS or not after.isalnum()
    )
    if not is_ended:
        return None  # "3 big more…"
    if way > amount.stop and word not in _PLAIN and amount.is_worded:
        return None
    stop = way + 1
    noun = "" if way == amount.stop else _text(tokens, amount.stop, way)
    return _added(
        tokens, at, stop, amount, amount_first=at, is_less=word in _LESS, shift=word, noun=noun
    )


def _added(
    tokens: Sequence[Token],
    first: int,
    stop: int,
    amount: Quantity,
    *,
    amount_first: int,
    is_less: bool = False,
    shift: str = "",
    noun: str = "",
) -> Relative:
    dimensions = {measure.dimension for measure in amount.measures}
    if _PERCENT in dimensions:
        part = amount.figures[0].likely / 100
        return Relative(first=first, stop=stop, factor=1 - part if is_less else 1 + part)
    said = " ".join(filter(None, [_text(tokens, amount_first, amount.stop), noun]))
    return Relative(
        first=first,
        stop=stop,
        amount=said,
        is_less=is_less,
        is_shift=shift in _SHIFTS and bool(dimensions & _TIME),
    )


def _in_han(
    tokens: Sequence[Token], text: str, at: int, known: Collection[str], names: Sequence[str]
) -> Relative | None:
    """Read 多住两天, 面积大10平, 早一个小时, 翻倍, 少一半."""
    times = factor_at(text, tokens[at].start)
    if times is not None:
        stop = _after(tokens, at, times.end)
        return Relative(first=at, stop=stop, factor=times.factor)
    if tokens[at].kind not in (TokenKind.HAN, TokenKind.WORD):
        return None
    lead = lead_before(text, tokens[at].start)
    if lead is None or _is_name(text, tokens[at].start, lead, names):
        return None
    number = _after(tokens, at, lead.end)
    amount = amount_at(tokens, number, known, ()) if number < len(tokens) else None
    if amount is None or len(amount.figures) != 1 or not _fits(tokens, lead, amount):
        return None
    return Relative(
        first=at,
        stop=amount.stop,
        amount=_text(tokens, number, amount.stop),
        is_less=lead.is_less,
        is_shift=lead.is_shift,
        is_sure=lead.is_sure,
    )


def _is_name(text: str, start: int, lead: Lead, names: Sequence[str]) -> bool:
    """Return whether a field is named there instead: 加水3升, 提前3天 of 提前天数."""
    return any(text.startswith(name, at) for name in names for at in range(start, lead.end)) or any(
        len(lead.words) > 1 and lead.words in name for name in names
    )


def _fits(tokens: Sequence[Token], lead: Lead, amount: Quantity) -> bool:
    """Return whether an amount may follow: a time what shifts one, a counted one an adjective."""
    dimensions = {measure.dimension for measure in amount.measures}
    if lead.is_shift:
        return bool(dimensions & _TIME)
    return not lead.needs_unit or bool(dimensions) or _word(tokens, amount.stop) == "个"


def _after(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return the first token from there on that begins at that place of the text, or later."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _word(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""
