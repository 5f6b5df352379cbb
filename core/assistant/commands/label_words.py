"""What a plain sentence says of labels: which one it affirms, and which ones it denies."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_DENIED = re.compile(
    r"(?:\bnot|\bisn['’]?t|\bwasn['’]?t|\binstead of|\brather than|不是|并不是|并非|不应该是|不该是"
    r"|不算|不属于|才不是|而非|非)\s*(?:(?:a|an|the|really)\s+)?[\"'“‘「]?$",
    re.IGNORECASE,
)
_LITTLE = re.compile(
    r"(?:(?:a|an|and|the|it|its|is|was|that|thats|this|one|last|should|be|been|have|i|think|guess|"
    r"probably|actually|after|all|really|clearly|instead|rather|more|like|please|of|for|to|at|but|"
    r"no|nope|nah|not|wrong|hmm|hm|oh|so|would|say|id|must|definitely|obviously|surely|certainly|"
    r"totally|mostly|mainly|basically|kind|sort|duh|lol|imo|tbh|stuff|label|category|answer|exactly|about|"
    r"on reflection|on second thoughts?|come to think of it|thinking about it|yeah|well|ok|okay|"
    r"remember|note|save|learn|them|these)\b"
    r"|不对|不是|错了|应该|应当|应为|其实|我觉得|我看|那|这|它|它们|就|是|为|算|属于|才对|而|上面|"
    r"记住|记下来?|记一下|记着|保存|请|帮我|你|要|"
    r"刚才|一条|条|个|更正|答案|标签|类别|明明|明显|显然|好像|肯定|当然|估计|可能|大概|那种|一类|类|主要|根本|归根结底|说到底|啦|嘛|吧|了|的|啊|呢|哦|呀|[\W_])*",
    re.IGNORECASE,
)
"""Words beside labels that change nothing of what is said of them."""

_LETTER = "[0-9a-zà-ɏ]"
"""What words with blanks between them consist of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsSaid:
    """The labels of a sentence that is about labels and nothing else."""

    affirmed: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()

    def truth(self, labels: Sequence[str]) -> str | None:
        """Return the one label that is meant; the other of two, where one is denied."""
        if len(self.affirmed) == 1:
            return self.affirmed[0]
        others = [label for label in labels if label not in self.denied]
        is_of_two = self.denied and not self.affirmed and len(set(labels)) == len(others) + 1 == 2
        return others[0] if is_of_two else None


def labels_said(text: str, labels: Sequence[str]) -> LabelsSaid | None:
    """Return what a sentence says of labels: ``it's billing, not login``; None if it says more."""
    folded = re.sub(r"(?<=\w)['’](?=\w)", "", unicodedata.normalize("NFKC", text).casefold())
    by_words = {unicodedata.normalize("NFKC", label).casefold(): label for label in labels}
    longest = sorted(filter(None, by_words), key=len, reverse=True)
    if not longest:
        return None
    said: dict[bool, list[str]] = {False: [], True: []}
    at = 0
    for found in re.finditer("|".join(map(_pattern, longest)), folded):
        before = folded[at : found.start()]
        is_denied = _DENIED.search(before)
        rest = before[: is_denied.start()] if is_denied else before
        if not _LITTLE.fullmatch(rest):
            return None
        label = by_words[found[0]]
        if label not in said[bool(is_denied)]:
            said[bool(is_denied)].append(label)
        at = found.end()
    if not at or not _LITTLE.fullmatch(folded[at:]) or set(said[False]) & set(said[True]):
        return None
    return LabelsSaid(affirmed=tuple(said[False]), denied=tuple(said[True]))


def _pattern(words: str) -> str:
    """Return the pattern of a label; letters are not found inside a longer word of letters."""
    before = rf"(?<!{_LETTER})" if re.match(_LETTER, words) else ""
    after = rf"(?!{_LETTER})" if re.match(_LETTER, words[-1]) else ""
    return before + re.escape(words) + after
