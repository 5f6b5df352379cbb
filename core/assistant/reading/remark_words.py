"""Whether words that no field took are a remark rather than the name of something.

A name is of nouns and adjectives. Words that point (``it``, ``that``), verbs with their helpers,
and what only says how sure or how pleased somebody is (``ofc``, ``lol``) make a remark.
"""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.reading.traditional import simplified
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


_ASKING: Final = word_set("who whos whom whose what whats which where wheres when why how hows")
_SUBJECTS: Final = word_set("i we you he she they im ive id weve youre theyre theres")
_LEADS: Final = word_set("so and but then ok okay well hey hi")
_SMALL: Final = word_set("a an the of in on at to for from with by and or vs")
"""Words that titles write small as well."""
_OF_MANY: Final = word_set("anyone anybody everyone everybody someone somebody nobody")
_TELLING: Final = re.compile(
    r"\b(?:gave|gives?|rated?|scored?|gets|got|deserves)\b(?:\W+\w+){0,6}?\W+\d+(?:\.\d+)?\W*$"
    r"|[给打评][了过个]{0,2}\s*(?:\d|[一二三四五六七八九十](?:分|\W*$))"
)
"""What tells a rating."""
_HAN_ASKING: Final = re.compile(
    r"几(?!何|米|内亚)|多少|什么|[谁哪咋啥]|怎么|为何"
    r"|^(?:今天|明天|昨天|前天|后天|今晚|昨晚|明晚|刚才|刚刚|等会儿?|待会儿?|下次)[一-鿿]{2,}"
    r"|^(?:我|你|他|她|它|咱|大家|有人)们?(?:[一-鿿]{2,}|\s)|[了吗呢吧嘛么啊呀哦][\s?？!！。]*$"
)
"""Words that ask, pronouns and days with more behind them, and final particles."""

_ASKS_HAN: Final = re.compile(r"多少|什么|[哪咋啥]|怎么|吗[\s?？]*$|(?<![一-鿿])几[个次人]")
"""Words of a question, which no name of a category has."""
_HOW_MANY: Final = re.compile(
    r"^\W*(?:so\s+)?how many\b|(?:一共|总共|共有|还有|已经有)有?(?:几|多少)|^(?:几|多少)条",
    re.IGNORECASE,
)


def asks_how_many(text: str) -> bool:
    """Return whether a text asks for a count of what was taught, which no name does."""
    return is_no_name(text) and _HOW_MANY.search(simplified(text)) is not None


def is_no_name(text: str) -> bool:
    """Return whether a text is plainly a sentence: it asks, has a subject or tells a rating.

    Some titles are written like that (谁先爱上他的): who is not sure asks.
    """
    text = simplified(re.sub(r"['’]", "", text))
    words = re.findall(r"[^\W\d_]+", text)
    while words and words[0].casefold() in _LEADS:
        del words[0]
    folded = [word.casefold() for word in words]
    is_asked = bool(words) and folded[0] in _ASKING | _OF_MANY
    is_said = is_asked or not _SUBJECTS.isdisjoint(folded)
    told = _TELLING.search(text.casefold()) or _HAN_ASKING.search(text)
    return told is not None or (is_said and len(words) > 1 and not _is_in_capitals(words))


def _is_in_capitals(words: Sequence[str]) -> bool:
    """Return whether every word behind the first is a capitalised or a little one of a title."""
    rest = [word for word in words[1:] if word not in _SMALL]
    return any(len(word) > 1 for word in rest) and all(word[0].isupper() for word in rest)


def asks_in_han(text: str) -> bool:
    """Return whether words ask in Chinese: 多少钱能搞定."""
    return _ASKS_HAN.search(text) is not None


def is_remark(text: str) -> bool:
    """Return whether a text is a remark; a word in capitals behind the first is part of a name."""
    words = re.findall(r"[a-zà-ɏ]+(?:['’][a-z]+)?", _without_capitals(text))
    folded = {re.sub(r"['’]", "", word) for word in words}
    return not folded.isdisjoint(_REMARKING) or _HAN_REMARK.search(text) is not None


def _without_capitals(text: str) -> str:
    first, *rest = text.strip().split(" ") or [""]
    kept = [word for word in rest if not word[:1].isupper()]
    return " ".join([first.casefold() if not kept or len(kept) == len(rest) else first, *kept])
