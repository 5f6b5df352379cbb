"""Whether words that no field took are a remark rather than the name of something.

A name is of nouns and adjectives. Words that point (``it``, ``that``), verbs with their helpers,
and what only says how sure or how pleased somebody is (``ofc``, ``lol``) make a remark.
"""

import re
from typing import Final

from core.assistant.reading.verbs import PAST
from core.assistant.word_sets import word_set

_POINTING: Final = word_set(
    "i you he she it we they me him her us them my your his its our their mine yours ours this "
    "that these those there here someone somebody something everyone everybody everything nobody "
    "nothing anyone anything which who what where when why how"
)
_HELPING: Final = word_set(
    "is are was were am be been being isnt arent wasnt werent has have had hasnt havent do does "
    "did doesnt dont didnt will wont would wouldnt can cant could couldnt should shall must may "
    "might im its ive weve thats theres gonna"
)
_SPEAKING: Final = word_set(
    "ofc lol haha hahaha lmao tbh imo imho btw omg wtf meh yay ugh oops yeah yep nope nah ok okay "
    "obviously course anyway though actually really definitely honestly probably maybe perhaps "
    "basically finally again already yet still just too also sadly luckily unfortunately please "
    "thanks sorry guess"
)
_REMARKING: Final = _POINTING | _HELPING | _SPEAKING | PAST
_HAN_REMARK: Final = re.compile(
    r"[了啦吧啊呢嘛哦呀哈吗么]\W*$|[了过](?=\W|给|就|还)|^(?:我|你|他|她|它|咱|这|那)(?!个?[一-鿿]$)"
    r"|^(?:真|太|很|挺|好像|其实|反正|当然|果然|居然|应该|可能|大概|还是|就是|已经|终于)"
)


def is_remark(text: str) -> bool:
    """Return whether a text is a remark; a word in capitals behind the first is part of a name."""
    words = re.findall(r"[a-zà-ɏ]+(?:['’][a-z]+)?", _without_capitals(text))
    folded = {re.sub(r"['’]", "", word) for word in words}
    return not folded.isdisjoint(_REMARKING) or _HAN_REMARK.search(text) is not None


def _without_capitals(text: str) -> str:
    first, *rest = text.strip().split(" ") or [""]
    kept = [word for word in rest if not word[:1].isupper()]
    return " ".join([first.casefold() if not kept or len(kept) == len(rest) else first, *kept])
