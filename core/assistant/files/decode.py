"""The bytes of a file as text, whatever program wrote them."""

import codecs
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final
from unicodedata import category

from core.assistant import show
from core.assistant.wording import language_of, say
from core.errors import InvalidValue

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARK: Final = re.compile("\ufeff|\u00ef\u00bb\u00bf(?=.)")
"""A mark of Unicode anywhere in a text says nothing; nor does one read as another encoding."""
_ASIAN: Final = ("gb18030", "big5", "cp932", "euc_kr")
_WESTERN: Final = frozenset("àâäáãåæçèéêëìíîïñòóôõöøùúûüýÿßœ€£¥¢§°ªº²³µ·–—‘’“”…«»½¼¾×®™¿¡\u00a0")
_CENTRAL: Final = frozenset("áäąăâćčçďđéęěëíîłĺľńňóôöőŕřśšşťţúůüűýźżžß€§°·–—‘’“”„…«»×®™\u00a0")
"""What texts in Windows-1252 and in Windows-1250 hold beyond ASCII, in lower case."""
_OF_WESTERN: Final = (
    "áéíóúüñºª",
    "àâæçèéêëîïôœùûüÿ",
    "äöüß",
    "àèéìòùªº",
    "áâãàçéêíóôõúªº",
    "åäöæøé",
    "éëïóöü",
)
"""Spanish, French, German, Italian, Portuguese, the Nordic languages, Dutch."""
_OF_CENTRAL: Final = (
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíľĺňóôŕšťúýž",
    "áéíóöőúüű",
    "čćđšž",
    "ăâîşţ",
)
"""Polish, Czech, Slovak, Hungarian, Croatian and Slovenian, Romanian."""
_WITHIN: Final = re.compile(
    r"\w[¿¡]|[³²¹°]\w|£[^\W\d_]|[^\W\d_mM][³²¹£]|[õÕ](?![eE])|(?<!\d)[ªº][^\W\d_]|[^\W\d_]{3}[ªº]|(?<![^\W\d])[ŁĄ](?![^\W\d])"
    r"|(?<![^\W\d_])ż(?=[A-ZÁÉÍÓÚ]|[cdfghjkpqstvxz])"
)
"""Signs that stand so only in another encoding: ``z³oty``, ``Gyõr``, ``Ł20`` of ``£20``."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile(r"[A-Za-z]")
_PINYIN: Final = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü")
"""Accented letters that GBK holds for writing sounds; names as Café are written with them."""
_SYMBOLS: Final = frozenset(["So", "Sk", "Sc", "Sm", "Mn", "Cf"])
"""The Unicode categories of symbols, emoji, and of what joins and colours them."""
_OTHER: Final = re.compile("[\udc80-\udcff]")
"""How Python holds bytes that are not UTF-8."""
_ESCAPED: Final = 0xDC00
_MOST_OTHERS: Final = 3
"""With so many signs beyond ASCII for each that is not UTF-8, a text is: 2 beside 1."""
_SIGNS_SAID: Final = 8
_SAMPLE: Final = 200_000
"""Bytes that are looked at to tell one encoding from another."""
_LEAST_PLAUSIBLE: Final = 0.95
_FEWEST_STRANGE: Final = 3
_STRANGE: Final = 1 / 3
"""With this share of strange signs a text is in another encoding."""


def decode(content: bytes, *, name: str, locale: str) -> tuple[str, str]:
    """Return the text, and what is to be said of its encoding: nothing of UTF-8.

    Raises:
        InvalidValue: it is no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _decoded(content, encoding, name, locale)
            return text, "" if encoding == "utf-8-sig" else _said(encoding, locale)
    encoding = _half_empty(content) or ""
    if not encoding:
        text, others = _with_others(content)
        if not others:
            return _checked(text, name, locale), ""
        if _MOST_OTHERS * len(others) <= sum(sign > "\x7f" for sign in text):
            shown = ", ".join(show.first_of(others, _SIGNS_SAID, locale=locale))
            note = say("other signs", locale=locale, count=len(others), signs=shown)
            return _checked(text, name, locale), note
        encoding = _likeliest(content, locale)
    return _decoded(content, encoding, name, locale), _said(encoding, locale)


def _said(encoding: str, locale: str) -> str:
    shown = encoding.upper().replace("CP", "Windows-").replace("MAC_ROMAN", "Mac Roman")
    return say("encoding", locale=locale, encoding=shown)


def _with_others(content: bytes) -> tuple[str, list[str]]:
    """Return a text in UTF-8, what is none of it as in Windows-1252, and the signs of that."""
    others: list[str] = []

    def as_western(found: re.Match[str]) -> str:
        sign = bytes([ord(found[0]) - _ESCAPED]).decode("cp1252", errors="replace")
        others.append(sign)
        return sign

    return _OTHER.sub(as_western, content.decode("utf-8", errors="surrogateescape")), others


def _decoded(content: bytes, encoding: str, name: str, locale: str) -> str:
    """Return the text; a few bytes that the encoding does not have become a sign for that."""
    try:
        text = content.decode(encoding)
    except UnicodeError:
        text = content.decode(encoding, errors="replace")
    return _checked(text, name, locale)


def _checked(text: str, name: str, locale: str) -> str:
    if "\0" in text[:_SAMPLE]:
        raise InvalidValue(say("no text file", locale=locale, file=name[:60]))
    return _MARK.sub("", text)


def _half_empty(content: bytes) -> str | None:
    """Return UTF-16 without a mark, where every second byte is mostly zero."""
    sample = content[:4_000]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[start::2]
        if len(half) > 1 and half.count(0) > 0.4 * len(half) > sample[1 - start :: 2].count(0):
            return encoding
    return None


def _likeliest(content: bytes, locale: str) -> str:
    """Return the encoding whose text reads best: Han text by its own signs, else by statistics.

    A file in a two-byte encoding is one that decodes without an error into common signs; to one
    in Windows-1252 that hardly ever happens, as its accents stand between plain letters.
    """
    sample = content[:_SAMPLE]
    order = _ASIAN if language_of(locale) == "zh" else ("gb18030", "cp932", "euc_kr", "big5")
    scores = {encoding: _plausibility(sample, encoding) for encoding in order}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] >= _LEAST_PLAUSIBLE:
        return best
    return _european(sample)


def _european(sample: bytes) -> str:
    """Return Windows-1251 for Cyrillic, whose letters stand in words; else 1252, 1250 or Mac."""
    high = [byte > 127 for byte in sample]
    together = sum(one and two for one, two in pairwise(high))
    cyrillic = sample.decode("cp1251", errors="replace")
    letters = sum("\u0400" <= sign <= "\u04ff" for sign in cyrillic)
    words = [word for word in _WORD.findall(cyrillic) if not word.isascii()]
    mixed = sum(bool(_LATIN.search(word)) for word in words)
    if 2 * mixed < len(words) and together >= 0.5 * sum(high) and letters >= 0.8 * sum(high):
        return "cp1251"
    western = _strange(sample, "cp1252", _WESTERN)
    central = _strange(sample, "cp1250", _CENTRAL)
    of_others = min(western, central)
    if of_others >= max(_FEWEST_STRANGE, _STRANGE * sum(high)):
        mac = _strange(sample, "mac_roman", _WESTERN)
        if mac <= _STRANGE * of_others:
            return "mac_roman"
    if western != central:
        return "cp1252" if western < central else "cp1250"
    is_central = _like_one(sample, "cp1250", _OF_CENTRAL) > _like_one(sample, "cp1252", _OF_WESTERN)
    return "cp1250" if is_central else "cp1252"


def _like_one(sample: bytes, encoding: str, languages: Sequence[str]) -> tuple[int, int]:
    """Return how few of a sample's letters beyond ASCII the best language lacks, how many it has.

    Letters of one word are of one language: ``ż`` and ``é`` are not.
    """
    text = sample.decode(encoding, errors="replace").casefold()
    letters = [sign for sign in text if ord(sign) > 127 and sign.isalpha()]
    fitting = max(sum(letter in language for letter in letters) for language in languages)
    return fitting - len(letters), fitting


def _strange(sample: bytes, encoding: str, usual: frozenset[str]) -> int:
    """Return how many signs of a sample its languages do not use, or not within a word.

    A capital after a letter and before a small one is one of these: ``RodrŐguez``.
    """
    text = sample.decode(encoding, errors="replace")
    unused = sum(ord(sign) > 127 and sign.casefold() not in usual for sign in text)
    capitals = sum(
        ord(sign) > 127 and sign.isupper() and before.isalpha() and after.islower()
        for before, sign, after in zip(text, text[1:], text[2:], strict=False)
    )
    asked = max(0, text.count("¿") - text.count("?"))
    return unused + capitals + asked + len(_WITHIN.findall(text))


def _plausibility(sample: bytes, encoding: str) -> float:
    """Return which share of the signs beyond ASCII are common in the encoding's languages.

    Han signs stand together or beside digits; accents, read in pairs, between plain letters.
    Symbols and emoji are of no language, so they count neither way.
    """
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeError:
        return 0.0
    beyond = [sign for sign in text if ord(sign) > 127 and not _is_symbol(sign)]
    if not beyond:
        return 0.0
    common = sum(_is_common(sign, encoding) for sign in beyond)
    within = sum(
        ord(sign) > 127 and any(side.isascii() and side.isalpha() for side in (before, after))
        for before, sign, after in zip(" " + text, text, text[1:] + " ", strict=False)
    )
    return common / len(beyond) if within <= 0.6 * len(beyond) else 0.0


def _is_symbol(sign: str) -> bool:
    """Return whether a sign is a symbol, an emoji, or what joins or colours one."""
    return category(sign) in _SYMBOLS


def _is_common(sign: str, encoding: str) -> bool:
    if encoding == "gb18030" and "\u4e00" <= sign <= "\u9fff":
        return b"\xb0" <= sign.encode("gb18030")[:1] <= b"\xf7" and sign.encode("gb18030")[1] >= 161
    is_letter = "\u4e00" <= sign <= "\u9fff" or "\u3040" <= sign <= "\u30ff"
    return (
        is_letter
        or (encoding == "gb18030" and sign in _PINYIN)
        or "\uac00" <= sign <= "\ud7a3"
        or sign in "，。！？、；：“”‘’（）《》…—·￥「」　【】～℃㎡°²±×"
    )
