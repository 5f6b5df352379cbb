"""What is left of a sentence once its values are read: the text field's value, or mere rest."""

from core.assistant.reading.sheet import Sheet
from core.assistant.reading.speech import STOP_WORDS
from core.assistant.reading.tokens import TokenKind, is_glued

_WORDS = frozenset({TokenKind.WORD, TokenKind.HAN})


def rest_as_text(sheet: Sheet) -> tuple[str, list[tuple[int, int]]]:
    """Return the clauses that hold unread words, as typed, and where they stand.

    Values at the edges of a clause are cut off, those inside it stay, for a text reads on:
    ``cursor flickers on a Mac since the update, 3 GB`` keeps its first clause whole.
    """
    kept = [span for clause in sheet.clauses() if (span := _unread_part(sheet, *clause))]
    pieces: list[tuple[int, int]] = []
    for first, stop in kept:
        if pieces and _only_breaks(sheet, pieces[-1][1], first):
            pieces[-1] = (pieces[-1][0], stop)
        else:
            pieces.append((first, stop))
    return ", ".join(sheet.text(*piece) for piece in pieces), pieces


def rest_as_words(sheet: Sheet) -> str:
    """Return the unread words in order, without little words at the edges of each run."""
    runs: list[str] = []
    first = 0
    for index in range(len(sheet.tokens) + 1):
        is_end = not sheet.is_free(index) or sheet.tokens[index].kind is TokenKind.BREAK
        if is_end:
            start, stop = _trimmed(sheet, first, index)
            if start < stop:
                runs.append(sheet.text(start, stop))
            first = index + 1
    return " ".join(runs)


def _unread_part(sheet: Sheet, first: int, stop: int) -> tuple[int, int] | None:
    is_whole = sheet.are_free(first, stop)
    unread = [at for at in range(first, stop) if sheet.is_free(at)]
    words = [at for at in unread if sheet.tokens[at].kind in _WORDS]
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
    return not sheet.tokens[index].has_content or sheet.word(index) in STOP_WORDS


def _trails(sheet: Sheet, index: int) -> bool:
    is_genitive = sheet.word(index) == "s" and is_glued(sheet.tokens, index)  # "Villeneuve's"
    return is_genitive or not sheet.tokens[index].has_content


def _trimmed(sheet: Sheet, first: int, stop: int) -> tuple[int, int]:
    while first < stop and _leads_on(sheet, first):
        first += 1
    while first < stop and _leads_on(sheet, stop - 1):
        stop -= 1
    return first, stop


def _only_breaks(sheet: Sheet, first: int, stop: int) -> bool:
    return all(sheet.tokens[at].kind is TokenKind.BREAK for at in range(first, stop))
