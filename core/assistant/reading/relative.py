"""Amounts that say how much more or less than before: ``2 more rooms``, 多住两天.

Such an amount is never a value itself: what it is added to must be known.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from core.assistant.reading.amounts import Quantity
from core.assistant.reading.parts import amount_at
from core.assistant.reading.phrases import phrase_at, phrases
from core.assistant.reading.relative_amount import Relative
from core.assistant.reading.relative_han import Lead, factor_at, is_next_in_turn, lead_before
from core.assistant.reading.relative_times import times_at
from core.assistant.reading.speech import AFTER_NUMBERS, IDLE
from core.assistant.reading.tokens import (
    Token,
    TokenKind,
    fold,
    is_glued,
    tokenise,
    word_at,
    words_between,
)
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
_JOINS: Final = word_set("and or to of but with in on at than")
_MOST_BETWEEN: Final = 2
"""Words of a name between an amount and what makes it relative: ``10 boxes less``."""
_THAN: Final = "than"
_BEFORE: Final = word_set("before that this it now")
"""What an amount is compared with that is of the question before."""
_AMBIGUOUS: Final = word_set("more fewer less")
"""Ways that no noun needs behind them: what follows ``one room less`` makes no value of it."""
_TIME: Final = frozenset({"time", "span"})
_PERCENT: Final = "%"


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
            _times_at(tokens, at)
            or _extra(tokens, at, known)
            or _signed(tokens, at, known, names)
            or _counted(tokens, at, known)
            or _article(tokens, at)
            or _in_han(tokens, text, at, known, names)
        )
        if found is not None:
            yield found
        at = found.stop if found else at + 1


def _times_at(tokens: Sequence[Token], at: int) -> Relative | None:
    """Read ``half the``, ``twice as many``, ``doubled``."""
    times = times_at(tokens, at)
    if times is None:
        return None
    return Relative(first=at, stop=times.stop, factor=times.factor, dimensions=times.dimensions)


def _extra(tokens: Sequence[Token], at: int, known: Collection[str]) -> Relative | None:
    """Read ``another 100 m of … on top``, ``an extra box``, ``add 5 km`` alone."""
    first = phrase_at(tokens, at, _EXTRA)
    if at == 0 and tokens[0].text in _ADDS and all(t.kind not in _BREAKS for t in tokens):
        first = phrase_at(tokens, 1, _EXTRA) or 1
    if first is None or first >= len(tokens):
        return None
    amount = amount_at(tokens, first, known, ())
    if amount is None or len(amount.figures) != 1:
        is_noun = tokens[first].kind is TokenKind.WORD and word_at(tokens, at) != "extra"
        return Relative(first=at, stop=first, amount="1", is_sure=False) if is_noun else None
    if word_at(tokens, amount.stop) == "-":
        return None  # "another 3-bed flat"
    stop = amount.stop + (word_at(tokens, amount.stop) == "of")
    return _added(tokens, at, stop, amount, amount_first=first)


def _signed(
    tokens: Sequence[Token], at: int, known: Collection[str], names: Collection[str]
) -> Relative | None:
    """Read ``+2 guests`` and ``minus one guest``: a count that a sign begins, with its noun.

    In front of a unit the sign is of the value: ``minus 5 degrees``.
    """
    is_less = tokens[at].text == "minus"
    is_added = tokens[at].text == "+" and is_glued(tokens, at + 1)  # no "80 m² + 2 rooms"
    if not (is_less or is_added) or (at and tokens[at - 1].has_content):
        return None
    amount = amount_at(tokens, at + 1, known, ()) if at + 1 < len(tokens) else None
    if amount is None or len(amount.figures) != 1 or amount.has_unit:
        return None
    noun = word_at(tokens, amount.stop)
    if not {noun, f"{noun}s"} & {*names}:
        return None
    return _added(tokens, at, amount.stop, amount, amount_first=at + 1, is_less=is_less)


def _counted(tokens: Sequence[Token], at: int, known: Collection[str]) -> Relative | None:
    """Read ``2 more``, ``10 m² smaller``, ``an hour earlier``, ``10 boxes less``."""
    if at and (is_glued(tokens, at) or tokens[at - 1].text in ("-", ".")):
        return None
    amount = amount_at(tokens, at, known, ())
    if amount is None or len(amount.figures) != 1:
        return None
    way = _way_after(tokens, amount.stop)
    if way is None:
        return None
    word, is_shift = tokens[way].text, bool({m.dimension for m in amount.measures} & _TIME)
    if (word in _SHIFTS and not is_shift) or _goes_on(tokens, way + 1):
        return None
    than = _than_after(tokens, way + 1)
    is_ended = way == amount.stop or than is not None or _ends(tokens, way + 1) or word == "on"
    if not is_ended and word not in _AMBIGUOUS:
        return None  # "3 rooms bigger kitchen"
    if way > amount.stop and word not in _PLAIN and word != "on" and amount.is_worded:
        return None
    of_before = than is None or word_at(tokens, than + 1) in _BEFORE
    stop = than + 2 if than == way + 1 and of_before else way + 1
    noun = "" if way == amount.stop else words_between(tokens, amount.stop, way)
    if word == "on":
        stop += 3 if word_at(tokens, way + 2) == "of" else 1
    found = _added(
        tokens, at, stop, amount, amount_first=at, is_less=word in _LESS, shift=word, noun=noun
    )
    return replace(found, is_of_question=is_ended and of_before)


def _article(tokens: Sequence[Token], at: int) -> Relative | None:
    """Read ``a month later``: one of the unit that moves a day."""
    unit, way = word_at(tokens, at + 1), word_at(tokens, at + 2)
    if tokens[at].text not in ("a", "an") or way not in _SHIFTS or not _ends(tokens, at + 3):
        return None
    amount = amount_at(tokenise(f"1 {unit}"), 0, _TIME, ())
    if amount is None or not {measure.dimension for measure in amount.measures} & _TIME:
        return None
    return Relative(first=at, stop=at + 3, amount=f"1 {unit}", is_less=way in _LESS, is_shift=True)


def _way_after(tokens: Sequence[Token], first: int) -> int | None:
    """Return where the word stands that says which way an amount goes, past what it counts."""
    for way in range(first, min(first + 1 + _MOST_BETWEEN, len(tokens))):
        if tokens[way].text in _WAYS or _is_on_top(tokens, way):
            return way
        if tokens[way].kind is not TokenKind.WORD or tokens[way].text in _JOINS:
            return None
    return None


def _is_on_top(tokens: Sequence[Token], at: int) -> bool:
    """Return whether ``on top`` stands there, of nothing but the question before."""
    if word_at(tokens, at) != "on" or word_at(tokens, at + 1) != "top":
        return False
    if word_at(tokens, at + 2) == "of":
        return word_at(tokens, at + 3) in _BEFORE
    return _ends(tokens, at + 2)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Return whether what follows makes another thing of it: ``more or less``, ``less than 5``."""
    if word_at(tokens, at) == _THAN:
        return at + 1 == len(tokens) or tokens[at + 1].kind is TokenKind.NUMBER
    is_roughly = word_at(tokens, at) == "or" and word_at(tokens, at + 1) in _PLAIN
    return is_roughly or word_at(tokens, at) in ("up", "like")


def _than_after(tokens: Sequence[Token], first: int) -> int | None:
    """Return where the same clause says what the amount is compared with."""
    for at in range(first, min(first + 1 + _MOST_BETWEEN, len(tokens))):
        if tokens[at].text == _THAN:
            return at
        if tokens[at].kind is not TokenKind.WORD:
            return None
    return None


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Return whether an amount may end there: a sign follows, or a word that says nothing."""
    after = word_at(tokens, at)
    return not after.isalnum() or after in _JOINS | IDLE | AFTER_NUMBERS


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
    said = " ".join(filter(None, [words_between(tokens, amount_first, amount.stop), noun]))
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
    start = tokens[at].start
    end = tokens[at - 1].end if at else 0
    is_named = any(text.endswith(name, 0, end) for name in names)
    lead = lead_before(text, start, is_named=is_named)
    if lead is None or _is_name(text, tokens[at].start, lead, names):
        return None
    number = _after(tokens, at, lead.end)
    amount = amount_at(tokens, number, known, ()) if number < len(tokens) else None
    if amount is None or len(amount.figures) != 1 or not _fits(tokens, lead, amount):
        return None
    if is_next_in_turn(lead, text[:end], text[tokens[amount.stop - 1].end :], names):
        return None
    return Relative(
        first=at,
        stop=amount.stop,
        amount=words_between(tokens, number, amount.stop),
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
    return not lead.needs_unit or bool(dimensions) or word_at(tokens, amount.stop) == "个"


def _after(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return the first token from there on that begins at that place of the text, or later."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at
