"""What follows a lesson's arrow: its target, and what else was said there."""

from collections.abc import Sequence

from core.assistant.reading.names import Names
from core.assistant.reading.records import Doubt, Known, Unclear
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.tokens import Token, TokenKind, tokenise
from core.assistant.reading.truths import read_truth
from core.domain.task import Target, TargetKind
from core.errors import InvalidValue

_CORRECTING = frozenset(["no", "wait", "sorry", "oops", "actually", "mean", "meant", "rather"])
_CORRECTING_HAN = ("不对", "哦不", "不是", "错了", "应该", "说错")
"""Words that take back the number before them."""
_QUESTION_MARKS = ("?", "？")


def is_no_text(text: str, target: Target, known: Known) -> bool:
    """Return whether what follows an arrow is a target rather than part of a text."""
    if not text.strip(" ?"):
        return True
    return _is_known_target(text, target, known)


def _is_known_target(text: str, target: Target, known: Known) -> bool:
    try:
        found = read_truth(text, target, known)
    except InvalidValue:
        return False
    return isinstance(found, Unclear | float) or found in target.labels or found in known.labels


def is_no_truth(said: str, target: Target, known: Known) -> bool:
    """Return whether what begins behind an arrow is part of a text rather than a target."""
    clauses = Sheet(said, ()).clauses()
    first = Sheet(said, ()).text(*clauses[0]) if clauses else ""
    return not first or not _is_known_target(first, target, known)


def is_asked(said: str, target: Target, known: Known) -> bool:
    """Return whether a question mark stands behind a target that is none of a label's own."""
    return said.rstrip().endswith(_QUESTION_MARKS) and said.strip() not in {
        *target.labels,
        *known.labels,
    }


def as_asked(said: str, target: Target, known: Known) -> Unclear:
    """Return the doubt whether a target with a question mark behind it is meant."""
    text = said.strip()
    truth = read_truth(text.rstrip("".join(_QUESTION_MARKS)), target, known)
    if isinstance(truth, Unclear):
        return truth
    return Unclear(field=None, text=text, readings=(truth,), why=Doubt.ASKED)


def truth_and_more(said: str, target: Target) -> tuple[str, str]:
    """Return the clause after the arrow that says a number, and what else was said there.

    ``352k; sold 2025-01-01`` goes on with the fields. A label may hold commas itself.
    """
    if not target.kind.is_number:
        return said, ""
    clauses = Sheet(said, ()).clauses()
    tokens = Sheet(said, ()).tokens
    if len(clauses) < 2 or not _has_number(tokens, *clauses[0]):
        return said, ""
    if target.kind is TargetKind.RATING or _takes_back(tokens[clauses[0][1] :]):
        return said, ""
    stop = clauses[0][1]
    return said[: tokens[stop - 1].end], said[tokens[clauses[1][0]].start :]


def _takes_back(tokens: Sequence[Token]) -> bool:
    """Return whether words and a number there put another right: ``400, no, 380``, 哦不对，3400."""
    texts = [token.text for token in tokens]
    joined = "".join(texts)
    says_no = not _CORRECTING.isdisjoint(texts) or any(words in joined for words in _CORRECTING_HAN)
    return says_no and any(token.kind is TokenKind.NUMBER for token in tokens)


def _has_number(tokens: Sequence[Token], first: int, stop: int) -> bool:
    return any(token.kind is TokenKind.NUMBER for token in tokens[first:stop])


def field_named(said: str, slots: Sequence[Slot]) -> Slot | None:
    """Return the field whose name and number stand where a target should: ``-> rooms 6``."""
    tokens = tokenise(said)
    named = Names(slots).at(tokens, 0) if tokens else None
    is_value = named is not None and _has_number(tokens, named.stop, len(tokens))
    return named.slot if named is not None and is_value else None
