"""Labels for yes and for no, said in other words: ``nope``, ``prob not``, 大概不会."""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.reading.speech import NO, YES
from core.assistant.reading.tokens import tokenise
from core.assistant.word_sets import word_set

_YES: Final = YES - word_set("1 on with has have true") | word_set("yep yup yeah yea aye so 会 对")
_NO: Final = NO - word_set("0 off without sans 无") | word_set("false")
_HEDGES: Final = word_set(
    "prob probs probably prolly likely maybe perhaps possibly i think guess suppose rather most "
    "im pretty sure afraid"
)
_HEDGES_HAN: Final = re.compile(r"大概|应该|可能|估计|多半|好像|或许|也许|我[想猜]|吧|了|的")
_TONES: Final = re.compile("[啊呀啦喔哦耶嘿]+$")
_HAN: Final = {
    "yes": re.compile(r"是|会|有|对|对呀"),
    "no": re.compile(r"否|不|没|没有|不会|不是|不行"),
}


_OTHER: Final = {"yes": "no", "y": "n", "true": "false", "是": "否"}
_OTHER_BY_LABEL: Final = _OTHER | {no: yes for yes, no in _OTHER.items()}
"""The other answer, where only one of the two was taught so far."""


def yes_and_no(labels: Sequence[str]) -> tuple[str, str] | None:
    """Return the labels for yes and for no, where there are just these two, or one of them yet."""
    other = _OTHER_BY_LABEL.get(labels[0].casefold()) if len(labels) == 1 else None
    if other is not None:
        is_yes = labels[0].casefold() in YES
        return (labels[0], other) if is_yes else (other, labels[0])
    yes = [label for label in labels if label.casefold() in YES]
    no = [label for label in labels if label.casefold() in NO]
    return (yes[0], no[0]) if len(yes) == len(no) == 1 and len(labels) == 2 else None


def label_said(text: str, labels: Sequence[str]) -> tuple[str, bool] | None:
    """Return the label that a text says in other words, and whether it is sure; None for others."""
    answers = yes_and_no(labels)
    if answers is None:
        return None
    words = [token.text for token in tokenise(text.replace("'", "").replace("’", ""))]
    words = [word for word in words if any(map(str.isalnum, word))]
    if words and not "".join(words).isascii():
        said_so = _TONES.sub("", "".join(words))
        bare = _HEDGES_HAN.sub("", said_so)
        is_sure = bare == said_so
        said = [bool(_HAN["yes"].fullmatch(bare)), bool(_HAN["no"].fullmatch(bare))]
    else:
        rest = [word for word in words if word not in _HEDGES]
        is_sure = rest == words
        said = [bool(rest) and _YES.issuperset(rest), bool(rest) and _NO.issuperset(rest)]
    return (answers[said.index(True)], is_sure) if any(said) else None
