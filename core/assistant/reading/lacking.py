"""Words beside a yes-or-no field that say it is lacking, or there only in part."""

from typing import Final

from rapidfuzz.distance import OSA

from core.assistant.reading.names import Named
from core.assistant.reading.negation import denies_at
from core.assistant.reading.relations import (
    HAVING,
    OWNERS,
    han_run_before,
    han_run_behind,
    related_behind,
)
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.speech import ARTICLES, IDLE, STOP_WORDS, YES
from core.assistant.reading.tokens import WORDS, TokenKind, fold
from core.assistant.word_sets import word_set

_LACKING: Final = word_set(
    "lack lacks lacking missing misses missed minus lost lose loses losing forgot forget forgets "
    "forgotten misplaced mislaid left stolen stole broke gone threw thrown binned ditched dropped "
    "cancelled canceled refused declined sold stopped stops ceased avoided"
)
"""Verbs that leave nothing of what they are said of."""
_SHORTEST_MISSPELT: Final = 6
"""Letters: a shorter word is too often another one, as "most" is beside "lost"."""
_LACKING_HAN: Final = (
    "缺",
    "丢",
    "忘",
    "扔",
    "偷",
    "遗失",
    "漏带",
    "落在",
    "落家",
    "落下",
    "没了",
    "不见",
    "少了",
    "借走",
    "取消",
    "退了",
    "停了",
)
"""The same in Chinese."""
_PARTICLES: Final = word_set("out up off away down back behind over for")
"""What stands behind a verb and belongs to it: ``threw away the receipts``."""
_NOBODY: Final = word_set("nobody noone nothing none")
"""Subjects of which what follows is not so."""
_NOBODY_HAN: Final = ("没人", "没有人", "无人", "没谁")
_AUXILIARIES: Final = word_set("has have had is was were are ' s been yet")
"""What stands between a subject and what is said of it."""
_PARTIAL: Final = word_set(
    "half partly partially partial part mostly most nearly almost sometimes occasionally semi "
    "incomplete"
)
"""What limits a yes to a part."""
_SOME: Final = word_set("some")
"""The same of a plural: "some receipts" may be few of those asked for, "some rust" is rust."""
_PARTIAL_HAN: Final = (
    "部分",
    "一半",
    "半数",
    "有些",
    "有的",
    "一些",
    "少数",
    "多数",
    "几乎",
    "差不多",
    "有时",
    "偶尔",
)
_BETWEEN: Final = word_set("for of on in only just but is are was were has have had been by to and")
"""What may stand between a name and what limits it: ``receipts for some of it``."""
_THERE: Final = word_set(
    "expected planned promised forecast predicted needed required used visible"
)
"""What says of a thing that is denied how it would be there: ``no frost expected``."""
_LEAVING: Final = word_set("left leave leaves kept keep keeps stayed stay stays")
"""Verbs of what stays outside: ``left it out of the fridge``; ``took it out of`` it was inside."""
_UNDONE: Final = word_set("failed avoid avoided hardly barely rarely seldom few nor neither")
"""What beside a verb says that it was not done, or hardly."""
_OBJECTS: Final = word_set("it them")
"""Of what a verb of lacking is said in a clause of its own: not ``we lost``, as a team may."""
_FORGOT_HAN: Final = ("忘", "丢", "漏带")
"""Verbs that lack what stands before them in another clause: 板子，忘了带."""
_SHORT_NOT: Final = frozenset(["'", "t"])
"""What stands behind the ``isn`` of ``isn't``."""
_POINTING: Final = _OBJECTS | word_set("but all everything ones i we he she they")
"""What points back in words that limit what stands before them: ``but not all of them``."""
_MOST_BETWEEN: Final = 3
"""Words between the two."""
_MOST_HAN: Final = 6
"""Chinese characters between the two."""


def lacks_at(sheet: Sheet, index: int) -> bool:
    """Return whether a word of lacking stands there: ``lost my receipts``, 忘带板子."""
    if not sheet.is_free(index):
        return False
    if sheet.tokens[index].kind is not TokenKind.HAN:
        word = sheet.word(index)
        is_long = len(word) >= _SHORTEST_MISSPELT
        return word in _LACKING or (is_long and any(_is_like(word, one) for one in _LACKING))
    return any(_han(sheet, index, index + len(one)) == one for one in _LACKING_HAN)


def _is_like(word: str, other: str) -> bool:
    """Return whether one letter too many, too few, wrong or displaced makes the two differ."""
    return OSA.distance(word, other, score_cutoff=1) <= 1


def is_parted_by_number(sheet: Sheet, index: int, first: int) -> bool:
    """Return whether a number stands between a word and a name: ``lost 3-1 raining``."""
    return any(token.kind is TokenKind.NUMBER for token in sheet.tokens[index:first])


def nobody_before(sheet: Sheet, first: int) -> int | None:
    """Return where ``nobody``, ``no one has`` or 没人 begins that denies what follows, if any."""
    at = first - 1
    while at >= 0 and sheet.word(at) in _AUXILIARIES and sheet.is_free(at):
        at -= 1
    if at < 0 or not sheet.is_free(at):
        return None
    if sheet.word(at) in _NOBODY:
        return at
    if sheet.word(at) == "one":
        at -= 1 + (sheet.word(at - 1) == "-")
        return at if sheet.word(at) == "no" else None
    for one in _NOBODY_HAN:
        if _han(sheet, first - len(one), first) == one:
            return first - len(one)
    return None


def denied_span(sheet: Sheet, named: Named) -> tuple[int, int] | None:
    """Return where words plainly deny a name: ``not in the fridge``, ``no frost expected``."""
    first, stop = named.first, named.stop
    is_plain = sheet.word(first - 1) == "no" and sheet.word(stop) in _THERE
    if is_plain and sheet.are_free(first - 1, stop + 1) and sheet.ends_at(stop + 1):
        return first - 1, stop + 1
    at = first - 1
    while at >= 0 and sheet.word(at) in OWNERS:
        at -= 1
    if not sheet.ends_at(stop):
        return None
    before = range(max(0, at - _MOST_BETWEEN), at + 1)
    words = [sheet.word(one) if sheet.is_free(one) else "" for one in before]
    if words[-1:] == ["in"]:
        is_short = words[-3:-1] == ["'", "t"]
        is_denied = is_short or words[-2:-1] in (["not"], ["never"])
        return (at - 1 - 2 * is_short, stop) if is_denied else None
    if words[-2:] != ["out", "of"]:
        return None
    has_object = words[-3:-2] == ["it"] or words[-3:-2] == ["them"]
    verb = at - 2 - has_object
    if verb < 0 or sheet.word(verb) not in _LEAVING or _is_denied_before(sheet, verb):
        return None
    return verb, stop


def _is_denied_before(sheet: Sheet, verb: int) -> bool:
    """Return whether its clause denies a verb, or says it was not done: ``forgot to leave``."""
    texts = [token.text for token in sheet.tokens[sheet.clause_of(verb)[0] : verb]]
    denying = _NOBODY | _LACKING | _UNDONE
    return any(denies_at(texts, at) or texts[at] in denying for at in range(len(texts)))


def is_of_unknown_verb(sheet: Sheet, first: int) -> bool:
    """Return whether a verb stands before a name that is not known as one of having.

    Whatever stands right before ``my receipts`` or ``the board`` is a verb or leads to a place;
    known are ``brought the board``, ``in the fridge``.
    """
    at = first - 1
    while at >= 0 and sheet.word(at) in OWNERS:
        at -= 1
    is_object = at < first - 1 or sheet.word(at) == "for"
    while at >= 0 and sheet.word(at) in _PARTICLES and is_object:
        at -= 1
    if not is_object or at < 0 or not sheet.is_free(at):
        return False
    is_unit = at > 0 and sheet.tokens[at - 1].kind is TokenKind.NUMBER
    is_word = sheet.tokens[at].kind is TokenKind.WORD and not is_unit
    return is_word and sheet.word(at) not in HAVING | IDLE | STOP_WORDS | YES


def is_partial(sheet: Sheet, named: Named) -> bool:
    """Return whether a word beside a name limits it: ``partly booked``, 一部分有票."""
    first, stop = named.first, named.stop
    said, name = _han(sheet, first, stop), fold(named.slot.name)
    before = _han(sheet, han_run_before(sheet, first), first)
    beside = f"{before}|{_han(sheet, stop, han_run_behind(sheet, stop))}"
    for one in _PARTIAL_HAN:
        if one in beside or (one in said and one not in name):
            return True
    is_plural = sheet.word(stop - 1).endswith("s") and not sheet.word(stop - 1).endswith("ss")
    limits = _PARTIAL | _SOME if is_plural else _PARTIAL
    for at in range(first - 1, max(-1, first - 2 - _MOST_BETWEEN), -1):
        if not sheet.is_free(at) or sheet.tokens[at].kind is not TokenKind.WORD:
            break
        if sheet.word(at) in limits:
            return True
    for at in range(stop, stop + 1 + _MOST_BETWEEN):
        if sheet.is_free(at) and sheet.word(at) in _PARTIAL | _SOME:
            return sheet.word(at + 1) not in ARTICLES  # "half an hour"
        if not sheet.is_free(at) or sheet.word(at) not in _BETWEEN | ARTICLES:
            break
    return False


def doubted_from(sheet: Sheet, first: int, begin: int) -> int:
    """Return where the words begin that leave a name in doubt, so that no text holds them.

    Args:
        sheet: the sentence.
        first: where the name begins.
        begin: where its clause begins.
    """
    doubted, at = first, first - 1
    texts = [token.text for token in sheet.tokens]
    while at >= begin and sheet.is_free(at):
        if denies_at(texts, at) or sheet.word(at) in _PARTIAL | _LACKING:
            doubted = at
        elif sheet.word(at) not in STOP_WORDS | OWNERS | _SHORT_NOT:
            break
        at -= 1
    return doubted


def limit_behind(sheet: Sheet, stop: int) -> int | None:
    """Return where words end that only limit what is said before: ``, but not all``, （一部分）.

    They are a clause, stand in parentheses, or follow ``but``.
    """
    at = stop
    while sheet.is_free(at) and sheet.tokens[at].kind in {TokenKind.BREAK, TokenKind.SIGN}:
        at += 1
    if at == stop and sheet.word(at) not in _PARTIAL | {"but"}:
        return None
    related = related_behind(sheet, at + (sheet.word(at) == "but"))
    end = at
    while sheet.is_free(end) and sheet.tokens[end].kind in WORDS:
        end += 1
    is_whole = end >= len(sheet.tokens) or sheet.tokens[end].kind is not TokenKind.NUMBER
    if not is_whole or not sheet.is_free(at):
        return None
    return end if related == end or _only_limits(sheet, at, end) else None


def _only_limits(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether the words limit or deny, and say nothing else."""
    words = {sheet.word(at) for at in range(first, stop)}
    if all(sheet.tokens[at].kind is TokenKind.HAN for at in range(first, stop)):
        said = _han(sheet, first, stop)
        return len(said) <= _MOST_HAN and any(one in said for one in _PARTIAL_HAN + _FORGOT_HAN)
    limits = _PARTIAL | _SOME | {"not"}
    is_limit = bool(words & limits) or (bool(words & _LACKING) and bool(words & _OBJECTS))
    return is_limit and words <= limits | _LACKING | _BETWEEN | OWNERS | _POINTING


def _han(sheet: Sheet, first: int, stop: int) -> str:
    return "".join(sheet.word(at) for at in range(first, stop))
