"""Text as tokens that remember where they stand, so that values keep the letters as typed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from core.assistant.reading.markup import markup_of
from core.assistant.reading.traditional import simplified


class TokenKind(StrEnum):
    """What a token is made of."""

    ARROW = "arrow"
    NUMBER = "number"
    """Digits with their separators: ``1.250``, ``31.05.2026``, ``1e6``."""
    HAN = "han"
    """One Chinese character: Chinese has no blanks between words."""
    WORD = "word"
    """Begins with a letter and may go on with digits: ``m²``, ``od280``."""
    BREAK = "break"
    """What parts clauses."""
    SIGN = "sign"
    STAMP = "stamp"
    """A moment as Discord writes it: ``<t:1618953630:D>``."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a sentence; ``text`` is folded, ``start`` and ``end`` point into the original."""

    kind: TokenKind
    text: str
    start: int
    end: int

    @property
    def is_name_part(self) -> bool:
        """Whether it belongs to a name: a word, a number, a picture sign such as an emoji."""
        return self.has_content or (self.text > "\u2100" and is_picture(self.text))

    @property
    def has_content(self) -> bool:
        """Whether it is a word or number rather than punctuation."""
        return self.kind in CONTENT


WORDS: Final = frozenset({TokenKind.WORD, TokenKind.HAN})
CONTENT: Final = frozenset({TokenKind.NUMBER, TokenKind.HAN, TokenKind.WORD, TokenKind.STAMP})

# Before NFKC, which would make a decimal comma of "，" and a decimal point of "。".
_PUNCTUATION: Final = dict(zip("，、；。“”„‘’‚～〜", ";;;;\"\"\"'''~~", strict=True)) | {
    **dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2796\u02d7", "-"),
    **dict.fromkeys("\u2795\ufe62", "+"),
    **dict.fromkeys("〈‹", "<"),
    **dict.fromkeys("〉›", ">"),
    **dict.fromkeys("≦⩽", "≤"),
    **dict.fromkeys("≧⩾", "≥"),
}
_INVISIBLE: Final = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Joiners, marks of direction and variants: read as blanks, so that they hide no sign."""
_TITLE_MARKS: Final = dict(zip("《«「『", "》»」』", strict=True))
_EDGE_MARKS: Final = dict(zip("\"'<»", "\"'>«", strict=True))
"""Quotes that may be other signs; ``‹`` is read as ``<``, and ``»Me, you«`` opens the other way."""
_CLOSING: Final = {closing: opening for opening, closing in _EDGE_MARKS.items()}
QUOTES: Final = _EDGE_MARKS | _TITLE_MARKS
"""Marks that may open what is quoted, and those that close it."""
_QUOTED: Final = re.compile(
    '(?s)["“„”]([^"“„”]+)["“„”]|[\'‘‚’](.+)[\'‘’]|«([^«»]+)»|»([^«»]+)«|'
    "‹([^‹›]+)›|「([^「」]+)」|『([^『』]+)』|《([^《》]+)》"
)
_LONGEST_TITLE: Final = 60
"""Tokens between the marks of a title."""
_NO_BREAK_SPACES: Final = "\u00a0\u202f"  # they group digits; a plain blank does not


class _Folding(dict[int, str]):
    """Each character's folded form, always one character, so that positions stay."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        blank = " " if char in _INVISIBLE else None
        folded = blank or _PUNCTUATION.get(char) or self._compatible(char)
        lowered = folded.lower()
        self[code] = lowered if len(lowered) == 1 else folded
        return self[code]

    @staticmethod
    def _compatible(char: str) -> str:
        # "²" must not become "2": 90² m is not 902 m.
        if char in _NO_BREAK_SPACES or unicodedata.category(char) == "No":
            return char
        if char.isdecimal():
            return str(unicodedata.decimal(char))
        plain = unicodedata.normalize("NFKC", char)
        return simplified(plain) if len(plain) == 1 else char


_FOLDING: Final = _Folding()

_HAN = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
# Vowel signs and accents that stand alone are not letters to ``re``, yet belong to their word.
_MARK = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e"
_TOKEN: Final = re.compile(
    rf"""
    (?P<arrow>-{{1,6}}>|={{1,6}}>|[→⇒➔➜⟶])
  | (?P<number>
        [0-9]+(?:[.,'\u00a0\u202f][0-9]+)*(?:\x20000(?![0-9.,]))*(?:e[+-]?[0-9]{{1,3}}(?![0-9a-z]))?
      | (?<![\w.])\.[0-9]+(?:e[+-]?[0-9]{{1,3}}(?![0-9a-z]))?
    )
  | (?P<stamp><t:-?[0-9]{{1,12}}(?::[a-z])?>)
  | (?P<han>[{_HAN}])
  | (?P<word>(?:[^\W\d_{_HAN}]|[{_MARK}])(?:[^\W_{_HAN}]|[{_MARK}])*[+#]*)
  | (?P<break>[,;\n])
  | (?P<sign>[<>!]=|\S)
    """,
    re.VERBOSE,
)


def fold(text: str) -> str:
    """Return the text in lower case and plain signs, of the same length."""
    return text.translate(_FOLDING)


_HAS_HAN: Final = re.compile(f"[{_HAN}]")
_COMMA_BETWEEN: Final = re.compile(r"(?<=\d),(?!\d{3}(?!\d))(?=\d)")
"""A comma between digits that does not part thousands."""
_ISH: Final = re.compile(r"(?<=\d)-?ish(?![^\W_])")
"""It says no more than ``about``: ``38ish``."""


def tokenise(text: str) -> tuple[Token, ...]:
    """Return the text's tokens, never more than its characters, in linear time.

    Formatting is no token; a link, a mention and a piece of code are one word each.
    """
    markup = markup_of(text)
    folded = fold(markup.blanked(text))
    folded = _ISH.sub(lambda found: " " * len(found[0]), folded)
    if _HAS_HAN.search(folded):  # Chinese has no decimal comma: 面积 80,3室 are two values
        folded = _COMMA_BETWEEN.sub(";", folded)
    tokens: list[Token] = []
    at = 0
    for first, stop in markup.wholes:
        tokens.extend(_tokens(folded, at, first))
        tokens.append(Token(TokenKind.WORD, folded[first:stop], first, stop))
        at = stop
    tokens.extend(_tokens(folded, at, len(folded)))
    return tuple(tokens)


def _tokens(folded: str, first: int, stop: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(folded, first, stop):
        yield Token(TokenKind(match.lastgroup or ""), match.group(), match.start(), match.end())


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a name or category, which is how it is looked up."""
    return tuple(token.text for token in tokenise(text) if token.is_name_part)


def with_quotes_whole(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens, commas in a quoted clause being mere signs: ``"Good, Bad, Ugly", 1966``.

    Marks of which one opens and another closes (《你好，李焕英》, ``«Me, you»``) stand anywhere,
    other quotes at the edges of a clause or of a value after a colon, so that the inches of
    ``24" and 27"`` are none.
    """
    found = list(tokens)
    opened: dict[str | None, int] = {}
    for at, token in enumerate(tokens):
        if token.text in _TITLE_MARKS:
            _make_whole(found, at, _title_end(tokens, at))
        opens = _CLOSING.get(token.text)
        if opens in opened and is_end_of_quote(tokens, at):
            _make_whole(found, opened.pop(opens), at)
        elif token.text in _EDGE_MARKS and token.text not in opened and _opens(tokens, at):
            opened[token.text] = at
    return tuple(found)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a quotation mark there may open; an apostrophe is rather part of a word."""
    if at == 0 or _may_quote(tokens[at - 1], ":="):
        return True
    is_before = not is_glued(tokens, at) and is_glued(tokens, at + 1)
    return is_before and tokens[at].text == '"'


def unquoted(text: str) -> str:
    """Return what stands between the quotation marks that a text begins and ends with, if any."""
    found = _QUOTED.fullmatch(text.strip())
    return next(one for one in found.groups() if one).strip() if found else text


def clauses_of(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the stretches between tokens that part clauses, none of them empty."""
    found, first = [], 0
    for index, token in enumerate(tokens):
        if token.kind is TokenKind.BREAK:
            found.append((first, index))
            first = index + 1
    found.append((first, len(tokens)))
    return [(start, stop) for start, stop in found if start < stop]


def _make_whole(tokens: list[Token], first: int, stop: int) -> None:
    """Make mere signs of the commas between two places."""
    for at in range(first, stop):
        if tokens[at].kind is TokenKind.BREAK:
            tokens[at] = replace(tokens[at], kind=TokenKind.SIGN)


def _title_end(tokens: Sequence[Token], first: int) -> int:
    """Return where what is quoted ends that begins there; the same place where it does not end."""
    stop, closing = min(len(tokens), first + _LONGEST_TITLE), _TITLE_MARKS[tokens[first].text]
    return next((at for at in range(first, stop) if tokens[at].text == closing), first)


def is_end_of_quote(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a mark there may close what is quoted: the clause ends behind it."""
    is_paired = tokens[at].text in _TITLE_MARKS.values()
    return is_paired or at + 1 == len(tokens) or _may_quote(tokens[at + 1], "")


def _may_quote(beside: Token, others: str) -> bool:
    return beside.kind in {TokenKind.BREAK, TokenKind.ARROW} or beside.text in {*others}


def is_picture(sign: str) -> bool:
    """Return whether a character is a picture: ``★``, an emoji, or the tone of its skin."""
    return unicodedata.category(sign) == "So" or "\U0001f3fb" <= sign <= "\U0001f3ff"


def is_glued(tokens: Sequence[Token], index: int) -> bool:
    """Return whether this token follows the one before it without a blank."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def is_in_time(tokens: Sequence[Token], index: int) -> bool:
    """Return whether this sign stands between two numbers, without blanks: ``7:40``."""
    return (
        is_glued(tokens, index)
        and is_glued(tokens, index + 1)
        and tokens[index - 1].kind is TokenKind.NUMBER
        and tokens[index + 1].kind is TokenKind.NUMBER
    )


def words_between(tokens: Sequence[Token], first: int, stop: int) -> str:
    """Return the folded words of tokens, with the blanks that stand between them."""
    parts = [
        ("" if is_glued(tokens, at) or at == first else " ") + tokens[at].text
        for at in range(first, stop)
    ]
    return "".join(parts)


def word_at(tokens: Sequence[Token], index: int) -> str:
    """Return the folded text of a token, empty outside the sentence."""
    return tokens[index].text if 0 <= index < len(tokens) else ""
