"""Words before a yes-or-no field's name that say who else has its thing, or that it is wished.

``my neighbour has a garden``, ``could add a balcony``, ``unlike the one with a garage``.
"""

from typing import Final

from core.assistant.reading.sheet import Sheet
from core.assistant.reading.speech import ARTICLES
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.word_sets import word_set

_OTHERS: Final = word_set(
    "neighbour neighbours neighbor neighbors landlord landlady landlords seller sellers vendor "
    "upstairs downstairs others other else friend friends brother sister parents mum mom dad "
    "mother father cousin uncle aunt boss colleague colleagues somebody someone ex rival rivals "
    "opponent opponents above below opposite behind"
)
"""Who or what is another than what the sentence is about, where it has the thing."""
_HAVING: Final = word_set(
    "has have had got with having keeps keep kept owns own owned offers offer s ve"
)
_FORMERLY: Final = word_set("once previously originally formerly")
"""Adverbs of a thing that was had."""
_COMPARED: Final = word_set("unlike than versus vs")
"""What leads to another thing, which has what this one need not have."""
_WISHED: Final = word_set("wish wishing wished wishes")
_MODALS: Final = word_set("could would might may can should")
_ASSUMING: Final = word_set("would should")
"""With ``have`` these say in a question what its case has: ``what if it would have a garden?``."""
_TO_WHAT: Final = word_set(
    "want wants wanted plan plans planning planned hope hoping hopes going able like love need "
    "needs looking possible permission room space thinking keen allowed intend intends"
)
"""What before ``to`` and a verb leaves open whether it comes about."""
_MAKING: Final = word_set(
    "add build have get put make create install include buy rent use love like want fit park"
)
"""Verbs by which a thing that is not there comes to be there."""
_BETWEEN: Final = (
    ARTICLES
    | _HAVING
    | word_set(
        "one ones that who which this those it also even still always just already big small"
    )
    | word_set("large nice new own second whole really definitely lovely little tiny private huge")
)
"""Words between those and the name that change nothing."""
_JOINED: Final = word_set("ex semi pseudo quasi")
"""What a hyphen joins to a name of what is no such thing."""
_MOST: Final = 7
"""Words from the name back to those."""


def another_before(sheet: Sheet, first: int) -> int | None:
    """Return where words begin that give what is named there to another, or only wish for it."""
    if sheet.word(first - 1) == "-" and is_glued(sheet.tokens, first):
        return first - 2 if sheet.word(first - 2) in _JOINED else None
    has, unknown = False, 0
    for at in range(first - 1, max(-1, first - 1 - _MOST), -1):
        word = sheet.word(at)
        if word == "'" and sheet.is_free(at):
            has = True  # "next door's got", "the neighbours' garden"
            continue
        if not sheet.is_free(at) or sheet.tokens[at].kind is not TokenKind.WORD:
            return None
        found = _begins(sheet, at, has=has and not unknown)
        if found is not None:
            return found
        has = has or word in _HAVING
        unknown += word not in _BETWEEN
        if unknown > has:
            return None
    return None


def _begins(sheet: Sheet, at: int, *, has: bool) -> int | None:
    """Return where such words begin of which the last one stands there."""
    word, before = sheet.word(at), sheet.word(at - 1)
    if word in _MAKING:
        is_meant = before == "to" and sheet.word(at - 2) in _TO_WHAT
        is_wished = before in _MODALS and not _is_assumed(sheet, before, word)
        return at - 2 if is_meant else at - 1 if is_wished else None
    if word in _COMPARED | _WISHED or (has and word in _OTHERS | _FORMERLY):
        return at
    return at - 1 if has and (before, word) == ("next", "door") else None


def _is_assumed(sheet: Sheet, modal: str, verb: str) -> bool:
    """Return whether a question takes it as given that the thing is had."""
    is_question = not any(slot.is_past or slot.key is None for slot in sheet.slots)
    return is_question and verb == "have" and modal in _ASSUMING
