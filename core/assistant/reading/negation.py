"""Whether a text says what something is not: ``not bug``, ``it wasn't 400``, 不是 400."""

from collections.abc import Sequence
from typing import Final

from core.assistant.reading.tokens import Token, TokenKind, tokenise

_NOT_TEXT: Final = (
    "not no never none nobody noone neither nor nothing without cannot cant nope nah isnt "
    "wasnt dont doesnt skip skips skipping skipped lack lacks lacking "
    "didnt wont wouldnt arent werent couldnt shouldnt hasnt havent hadnt aint anti non un nicht "
    "kein keine keinen nie niemals pas jamais nunca 不 没 沒 非 无 無 别 未 勿 莫"
)
_NOT: Final = frozenset(_NOT_TEXT.split())
_PHRASES: Final = (
    ("rather", "than"),
    ("instead", "of"),
    ("other", "than"),
    ("different", "from"),
    ("anything", "but"),
    ("far", "from"),
    ("opposite", "of"),
    ("except", "for"),
)
_HARMLESS: Final = (
    ("非", "常"),
    ("特", "别"),
    ("别", "墅"),
    ("别", "克"),
    ("无", "锡"),
    ("无", "线"),
    ("非", "洲"),
    ("不", "错"),
    ("没", "错"),
    ("不", "过"),
    ("差", "不", "多"),
    ("未", "来"),
    ("no", "doubt"),
    ("no", "problem"),
)
"""Words that hold such a word and deny nothing."""
_DENIALS: Final = frozenset(
    ["no", "nope", "nah", "nein", "wrong", "actually", "不", "是", "对", "错", "没", "有"]
)
"""What alone before a comma answers the bot: ``no, 400``."""
_LONGEST_DENIAL: Final = 3


def without_denial(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens after a short ``no,`` that answers what the bot said."""
    for at, token in enumerate(tokens[: _LONGEST_DENIAL + 1]):
        if token.kind is TokenKind.BREAK or token.text in {".", "!"}:
            return tokens[at + 1 :] if at else tokens
        if token.text not in _DENIALS:
            break
    return tokens


def denial_of(tokens: Sequence[Token]) -> bool:
    """Return whether what follows a value does nothing but deny it: ``400? no``."""
    words = [token.text for token in tokens if token.has_content]
    return bool(words) and all(word in _DENIALS or word in _NOT for word in words)


def is_negated(tokens: Sequence[Token]) -> bool:
    """Return whether the words deny something."""
    texts = tuple(token.text for token in tokens)
    index = 0
    while index < len(texts):
        harmless = next((w for w in _HARMLESS if texts[index : index + len(w)] == w), ())
        if not harmless and (denies_at(texts, index) or texts[index : index + 2] in _PHRASES):
            return True
        index += max(1, len(harmless))
    return False


def denies(text: str) -> bool:
    """Return whether a text says that something is not so."""
    return is_negated(tokenise(text))


def denies_at(texts: Sequence[str], index: int) -> bool:
    """Return whether the word there denies; ``isn't`` is three tokens."""
    word = texts[index]
    is_short = word.endswith("n") and tuple(texts[index + 1 : index + 3]) == ("'", "t")
    return word in _NOT or is_short
