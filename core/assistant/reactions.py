"""Reactions: sentences that only feel or judge, by closed words: ``wow, that's a lot``, 太贵了吧.

Every word is a little word of grammar or one that exclaims or judges, and at least one is of
the latter. A sentence that says anything else is none.
"""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.acts import is_social, plain_words
from core.assistant.reading.speech import STOP_WORDS
from core.assistant.statements import ADVERBS, PRONOUNS
from core.assistant.talk_words import SOCIAL_HAN, SOCIAL_KEYS, SOCIAL_WORDS
from core.assistant.word_sets import word_set

_DOUBTS: Final = word_set(
    "low high cheap cheaper expensive pricey steep much many lot less more few kidding joking "
    "believe trust doubt impossible unlikely weird strange odd crazy insane ridiculous nuts absurd "
    "nonsense doubtful suspicious higher lower dearer seriously really"
)
"""Words that judge an answer, or wonder at it."""
_EXCLAIMS: Final = word_set(
    "oops whoops ooh oooh aww aw huh yikes damn omg ouch phew woo hooray ha hah heh geez wowza "
    "interesting fair enough helpful useful true quick fast funny sweet neat excellent superb "
    "fantastic wonderful terrific impressive impressed good great nice awesome amazing brilliant "
    "perfect lovely agreed sense wait hope happy glad sad pity shame bummer surprised surprising "
    "expected thought deal cute solid legit reasonable plausible "
    "sheesh blimey jeez crikey gosh bonkers wild cool beautiful gorgeous ugh meh"
)
"""Words that exclaim, agree or praise."""
_BESIDE: Final = (
    STOP_WORDS
    | PRONOUNS
    | ADVERBS
    | SOCIAL_WORDS
    | word_set(
        "im youre thats its whats way cant dont doesnt isnt wasnt wont not no sure makes make made "
        "sounds sound seems seem looks look feels than too very ever yeah yep am he she they bit "
        "right kind sort way about little bot job work are must may might "
        "think guess going bunch heaps loads times ton did didnt"
    )
)
_INTERROGATIVES: Final = word_set("how what whats when where which who whose why")
_DENIALS: Final = word_set("cant cannot isnt wasnt not no doesnt dont")
_CERTAIN: Final = word_set("right true sure convinced way chance")
"""What is doubted where it is denied: ``not so sure``, ``no way``."""
_DOUBTS_HAN: Final = (
    "离谱|夸张|坑|买不起|吓人|贵|便宜|高|低|多|少|不信|不可能|不太可能|真的假的|真的吗|真假|"
    "假的|奇怪|扯|错"
)
_EXCLAIMS_HAN: Final = (
    "有道理|合理|没想到|想不到|够用|划算|值了|惨|可惜|开心|期待|有意思|想想|看看|考虑|哎|唉|呃|额|"
    "不会吧|行|可以|还行|差不多|一般|天哪|天啊|服了|绝了|好家伙|定了|笑死|服气|绝绝子|逆天"
)
_BESIDE_HAN: Final = (
    "这么|那么|怎么|这样|那样|比我?想的?|居然|竟然|果然|确实|还是|有点|应该|可能|觉得|"
    "[这那也就都太真好很挺超还再又更最我你他它会是要不没有的了吧啊呢哈嘞啦呀哦嘛呗个点些先]"
)
_REACTS_HAN: Final = re.compile(
    rf"(?>{SOCIAL_HAN.pattern.removesuffix('++')}|{_DOUBTS_HAN}|{_EXCLAIMS_HAN}|{_BESIDE_HAN})++"
)
_KEY_HAN: Final = re.compile(rf"{_DOUBTS_HAN}|{_EXCLAIMS_HAN}")
_DOUBT_HAN: Final = re.compile(_DOUBTS_HAN)
_CLAUSES: Final = re.compile(r"[,.;:!?…–—，。；：！？、~～]+|\s+-\s+")
_LONGEST: Final = 12
"""Words, or Chinese characters, of a sentence that only reacts."""


def is_reaction(text: str) -> bool:
    """Return whether a sentence exclaims or judges, and says nothing else."""
    words = plain_words(text)
    said = words.split()
    if not said or len(said if words.isascii() else words) > _LONGEST:
        return False
    if not words.isascii():
        joined = "".join(said)
        return bool(_REACTS_HAN.fullmatch(joined) and _KEY_HAN.search(joined))
    keys = _DOUBTS | _EXCLAIMS | SOCIAL_KEYS
    is_asked = not _INTERROGATIVES.isdisjoint(said)
    is_felt = not keys.isdisjoint(said) or _denies_right(said)
    return (keys | _BESIDE).issuperset(said) and is_felt and not is_asked


def doubts(text: str) -> bool:
    """Return whether a reaction judges a number or an answer: ``that can't be right``."""
    words = plain_words(text)
    if not words.isascii():
        return _DOUBT_HAN.search(words.replace(" ", "")) is not None
    said = words.split()
    return not _DOUBTS.isdisjoint(said) or _denies_right(said)


def _denies_right(said: Sequence[str]) -> bool:
    return not (_DENIALS.isdisjoint(said) or _CERTAIN.isdisjoint(said))


def thanks_or_greets(text: str) -> bool:
    """Return whether a clause of a sentence does nothing but thank, greet or agree."""
    return any(is_social(plain_words(clause)) for clause in _CLAUSES.split(text))
