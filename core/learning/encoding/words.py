"""Words as numbers: normal forms, keyed hashes, character n-grams."""

import unicodedata
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from core.domain.text import normal_form

_HALF = 2**64
LONGEST = 4
_BLANK = np.uint32(ord(" "))
_BASE = np.uint64(0x100000001B3)
"""Source: the 64-bit FNV prime; any odd multiplier would do."""
_MIX = np.uint64(0xFF51AFD7ED558CCD)
"""Source: MurmurHash3's 64-bit finaliser (Appleby, public domain)."""


def plain_name(label: str) -> str:
    """Return a label's name as words: ``RateBook`` and ``rate_book`` are a rate book."""
    pairs = zip(f" {label}", label, strict=False)
    apart = (f" {c}" if c.isupper() and before.islower() else c for before, c in pairs)
    return normal_form("".join(apart))


def paired_code(text: str, salt: bytes) -> int:
    """Return two 64-bit codes of the text's normal form as one number, never 0.

    The lower half is different for each salt and may be kept; the upper half is the same for all.
    """
    plain = normal_form(text)
    return exact_code(plain, salt) % _HALF + exact_code(plain, b"") % _HALF * _HALF


def exact_code(text: str, salt: bytes) -> int:
    """Return a signed 64-bit code of the text as it is, never 0, different for each salt."""
    plain = text.encode(errors="surrogatepass")  # half a sign comes in JSON files
    digest = blake2b(plain, digest_size=8, key=salt).digest()
    return int.from_bytes(digest, "little", signed=True) or 1


def gram_codes(text: str, shortest: int = 1) -> NDArray[np.uint64]:
    """Return the hashed n-grams of a text, of one to four characters each, repeats kept.

    Shape:
        (number of n-grams,); words keep one blank between and around them.

    Args:
        text: any.
        shortest: 1, for in many scripts a single character is a word, or 2.
    """
    folded = f" {' '.join(unicodedata.normalize('NFKC', text).casefold().split())} "
    letters = np.frombuffer(folded.encode("utf-32-le", "replace"), dtype=np.uint32)
    codes = letters.astype(np.uint64)
    found = [codes[letters != _BLANK] + np.uint64(1)] if shortest == 1 else []
    rolling = codes
    for length in range(2, LONGEST + 1):
        if len(letters) < length:
            break
        rolling = rolling[:-1] * _BASE + codes[length - 1 :]
        found.append(rolling + np.uint64(length))
    return _scatter(np.concatenate(found)) if found else np.empty(0, np.uint64)


def _scatter(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread the codes evenly over 64 bits."""
    codes = (codes ^ (codes >> np.uint64(33))) * _MIX
    return codes ^ (codes >> np.uint64(33))
