"""What is left of a sentence once its values are read: the text field's value, or mere rest."""

from collections.abc import Container, Sequence

from core.assistant.reading.sheet import Sheet
from core.assistant.reading.speech import IDLE, IDLE_NOUNS, IDLE_PHRASES, NO, STOP_WORDS
from core.assistant.reading.tokens import WORDS, TokenKind, is_glued

_FINAL_HAN = frozenset("了吗呢的")
"""Chinese characters that end a clause rather than lead on to what follows."""
_ABBREVIATIONS = frozenset({"us", "it"})
"""Little words that are something else in capitals: a country, a trade."""
_LONGEST_IDLE = 4
"""Chinese characters of a phrase that says nothing."""


def rest_as_text(
    sheet: Sheet, *, without: tuple[int, int] | None = None
) -> tuple[str, list[tuple[int, int]]]:
    """Return the clauses but one that hold unread words, as typed, and where they stand.

    Values at the edges of a clause are cut off, those inside it stay, for a text reads on:
    ``cursor flickers on a Mac since the update, 3 GB`` keeps its first clause whole.
    """
    clauses = [clause for clause in sheet.clauses() if clause != without]
    kept = [span for clause in clauses if (span := _unread_part(sheet, *clause))]
    pieces: list[tuple[int, int]] = []
    for first, stop in kept:
        if pieces and _only_breaks(sheet, pieces[-1][1], first):
            pieces[-1] = (pieces[-1][0], stop)
        else:
            pieces.append((first, stop))
    return ", ".join(sheet.text(*piece) for piece in pieces), pieces


def unread_in(sheet: Sheet, idle: Container[str] = ()) -> list[tuple[int, int]]:
    """Return where unread words stand, with what fits nothing, without little words at the edges.

    Args:
        sheet: the sentence.
        idle: more words that say nothing, such as the task's name.
    """
    runs = sheet.ignored
    first = 0
    for index in range(len(sheet.tokens) + 1):
        is_end = not sheet.is_free(index) or sheet.tokens[index].kind is TokenKind.BREAK
        if is_end:
            start, stop = _trimmed(sheet, first, index, idle)
            if start < stop:
                runs.append((start, stop))
            first = index + 1
    return _joined(sheet, sorted(runs))


def is_idle(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether the words there say nothing of any field: ``how much?``, 大概多久."""
    first, stop = _trimmed(sheet, first, stop, ())
    return first >= stop


def _joined(sheet: Sheet, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the runs, those in one that nothing but signs parts: ``iPhone 15``."""
    joined: list[tuple[int, int]] = []
    for first, stop in runs:
        before = joined[-1][1] if joined else 0
        between = sheet.tokens[before:first]
        is_next = all(t.kind is TokenKind.SIGN for t in between) and len(between) <= 1
        if joined and is_next and sheet.are_free(before, first):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((first, stop))
    return joined


def _unread_part(sheet: Sheet, first: int, stop: int) -> tuple[int, int] | None:
    is_whole = sheet.are_free(first, stop)
    unread = [at for at in range(first, stop) if sheet.is_free(at)]
    words = [at for at in unread if sheet.tokens[at].kind in WORDS]
    if is_whole:
        return (first, stop) if words else None
    if all(sheet.word(at) in STOP_WORDS for at in words):
        return None
    return _without_values(sheet, first, stop)


def _without_values(sheet: Sheet, first: int, stop: int) -> tuple[int, int]:
    """Cut the values off both ends, with the little words and signs that lead to them."""
    while not sheet.is_free(first):
        first += 1
        while sheet.is_free(first) and _trails(sheet, first):
            first += 1
    while not sheet.is_free(stop - 1):
        stop -= 1
        while sheet.is_free(stop - 1) and _leads_on(sheet, stop - 1):
            stop -= 1
    return first, stop


def _leads_on(sheet: Sheet, index: int) -> bool:
    is_final = sheet.word(index) in _FINAL_HAN  # 太好吃了
    is_little = sheet.word(index) in STOP_WORDS and not is_final
    return not sheet.tokens[index].has_content or is_little


def _trails(sheet: Sheet, index: int) -> bool:
    is_genitive = sheet.word(index) == "s" and is_glued(sheet.tokens, index)  # "Villeneuve's"
    return is_genitive or not sheet.tokens[index].has_content


def _trimmed(sheet: Sheet, first: int, stop: int, idle: Container[str]) -> tuple[int, int]:
    if _is_clause_of_nouns(sheet, first, stop):
        return first, stop
    while first < stop and (length := _idle_at(sheet, first, stop, idle)):
        first += length
    while first < stop and (length := _idle_before(sheet, stop, first, idle)):
        stop -= length
    return first, stop


def _is_clause_of_nouns(sheet: Sheet, first: int, stop: int) -> bool:
    """Return whether a clause is but a noun for anything, which may be a value: ``flat``."""
    words = {sheet.word(at) for at in range(first, min(stop, first + _LONGEST_IDLE))}
    return bool(words) and IDLE_NOUNS.issuperset(words) and sheet.is_clause(first, stop)


def _idle_at(sheet: Sheet, first: int, stop: int, idle: Container[str]) -> int:
    """Return how many tokens that say nothing begin there."""
    for length in range(min(_LONGEST_IDLE, stop - first), 1, -1):
        if "".join(sheet.word(at) for at in range(first, first + length)) in IDLE_PHRASES:
            return length
    return int(_is_idle(sheet, first, idle))


def _idle_before(sheet: Sheet, stop: int, first: int, idle: Container[str]) -> int:
    """Return how many tokens that say nothing end there."""
    for length in range(min(_LONGEST_IDLE, stop - first), 1, -1):
        if "".join(sheet.word(at) for at in range(stop - length, stop)) in IDLE_PHRASES:
            return length
    return int(_is_idle(sheet, stop - 1, idle))


def _is_idle(sheet: Sheet, index: int, idle: Container[str]) -> bool:
    word = sheet.word(index)
    if len(word) == 1 and sheet.source[sheet.tokens[index].start].isupper() and word not in "ai":
        return False  # a size "M", a class "B"
    if word in _ABBREVIATIONS and sheet.text(index, index + 1).isupper():
        return sheet.source.isupper()
    is_little = word in STOP_WORDS and word not in NO
    return not sheet.tokens[index].is_name_part or is_little or word in IDLE or word in idle


def _only_breaks(sheet: Sheet, first: int, stop: int) -> bool:
    return all(sheet.tokens[at].kind is TokenKind.BREAK for at in range(first, stop))
