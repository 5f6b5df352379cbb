"""Words that answer a card which asks: whether they agree, refuse, or neither."""

import re
from collections.abc import Sequence

from core.assistant.reply import Choice, Reply, Tone


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


_YES = _phrases(
    "y|yes|yes please|yep|yup|yeah|yea|ja|si|oui|ok|okay|k|sure|of course|certainly|definitely|"
    "go ahead|do it|do so|please do|please|that one|exactly|fine|agreed|i agree|"
    "好|好的|好啊|好吧|行|可以|是|是的|对|对的|嗯|当然|没问题|同意|确定|确认|要"
)
_NO = _phrases(
    "n|no|nope|nah|nein|no thanks|no thank you|do not|dont|please dont|better not|rather not|"
    "cancel|stop|abort|never mind|nevermind|forget it|leave it|keep it|not now|not that|neither|"
    "不|不要|不用|不用了|不是|不对|不行|不可以|不了|否|别|取消|算了|没有|不需要|不同意"
)
_BREAKS = re.compile(r"[,.;!，。；！、~～\n]+")
_LONGEST_REST, _LONGEST_REST_HAN = 4, 8
"""Words, and characters without blanks, that may follow a no: ``nope, keep it``."""


def agrees(text: str) -> bool | None:
    """Return whether a text does nothing but agree, or refuse; None for any other.

    A yes with conditions (``yes, but …``) is none; a refusal may say in a few words what instead.
    """
    clauses = [_plain(clause) for clause in _BREAKS.split(text) if _plain(clause)]
    if clauses and all(clause in _YES for clause in clauses):
        return True
    if not clauses or clauses[0] not in _NO:
        return None
    rest = " ".join(clauses[1:])
    is_short = len(rest.split()) <= _LONGEST_REST and (
        rest.isascii() or len(rest) <= _LONGEST_REST_HAN
    )
    return False if is_short and not any(sign.isdigit() for sign in rest) else None


def _plain(clause: str) -> str:
    return " ".join(clause.casefold().replace("'", "").replace("’", "").split())


def chosen_by(text: str, reply: Reply) -> Choice | None:
    """Return the choice of a card that a text names, agrees to, or refuses by."""
    if reply.tone is not Tone.ASK:
        return None
    named = [choice for choice in reply.choices if _plain(choice.label) == _plain(text.strip())]
    if len(named) == 1:
        return named[0]
    is_yes = agrees(text)
    if is_yes is None:
        return None
    return _only(reply.choices, is_yes=is_yes)


def _only(choices: Sequence[Choice], *, is_yes: bool) -> Choice | None:
    """Return the choice that agrees, or refuses, where there is one such."""
    found = [choice for choice in choices if (choice.is_yes if is_yes else choice.is_no)]
    return found[0] if len(found) == 1 else None
