"""What stands directly around a number and changes it: signs, brackets, comparisons.

A sign or word that is not understood makes the number beside it no clear one, and never vanishes.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.assistant.reading.halves import part_of_unit
from core.assistant.reading.measures import UNITS, Measure
from core.assistant.reading.number_words import half_after, is_number_word, number_words_at
from core.assistant.reading.phrases import phrase_at, phrases
from core.assistant.reading.speech import ARTICLES
from core.assistant.reading.tokens import CONTENT, Token, TokenKind, is_glued
from core.assistant.reading.units import is_money, unit_at

_MOST_MARKS: Final = 6
"""More signs and words than anybody puts before one number."""
_BEFORE: Final = frozenset("(\"':=~≈+·•.!?|…;-")
"""Signs that may stand right before a number and do not change it."""
_AFTER: Final = frozenset("()\"'.,;:!?|…-~=%")
"""Signs that may stand right after a number and do not change it."""
_COMPARING: Final = frozenset([*"<>≤≥±∓≠≮≯", "<=", ">=", "!="])
_CHANGING: Final = (
    "more than|less than|fewer than|greater than|smaller than|higher than|lower than|larger than|"
    "under|over|below|above|at least|at most|up to|no more|no less|not|never|beyond|exceeding|"
    "max|min|max .|min .|maximum|minimum|plus or minus|+ / -|+ -|twice|double|triple|few|several|"
    "couple|couple of|half of|quarter of|third of|quarters of|thirds of|upwards of|north of|"
    "instead of|isn ' t|wasn ' t|aren ' t|weren ' t|isnt|wasnt|arent|werent|"
    "比|不 到|不 足|不 是|不 止|不 超 过|没 到|没 有|非|"
    "超 过|超|多 于|少 于|大 于|小 于|高 于|低 于|至 少|至 多|最 多|最 少|最 高|最 低|分 之"
)
"""Words before a number that make it a bound, a multiple, or what it is not."""
_CHANGED: Final = (
    "plus|minus|odd|ish|something|and change|or more|or less|or fewer|or above|or below|or over|"
    "or under|and up|half|halves|quarter|quarters|thirds|fifths|tenths|hundredths|thousandths|"
    "fewer|less|more|extra|cheaper|dearer|warmer|colder|hotter|cooler|longer|shorter|taller|"
    "heavier|lighter|bigger|smaller|faster|slower|higher|lower|older|younger|newer|further|farther|"
    "deeper|wider|thicker|thinner|better|worse|more than|higher than|lower than|"
    "ago|以 前|之 前|better than|worse than|above average|below average|"
    "times|fold|score|scores|gross|mil|mille|thou|max|tops|at most|at least|and a half|"
    "and a quarter|and half|maximum|minimum|"
    "多|几|余|半|折|倍|成 新|兆|个 半|个 多|来 个|来 块|来 人|来 分|来 天|"
    "来 斤|来 公|来 岁|来 米|来 名|来 位|来 次|来 里|来 小|来 万|以 上|以 下|以 内|之 内|之 间|"
    "以 外|分 之|出 头|不 到"
)
"""Words after a number that change it in a way that is not known exactly."""
HAN_AFTER: Final = frozenset(
    "个位名人口次件本张份台部场套只条块元角分秒岁年月日天周点号层楼室厅卫房间居卧辆颗星米斤克里"
    "的了吧呢啊哦哈左右整这那谢不对是来到参出在和与或有没共起直般样定些路圈趟遍组轮页箱瓶盒袋颗户"
)
"""What may touch a Chinese number from behind and leaves it a number: it counts, or goes on."""
_THAN: Final = "than"
_ROUGHLY: Final = "or so|or thereabouts|more or less|give or take|左 右|上 下"
"""Words after a number that do not change it."""
_NEARLY: Final = "将 近|接 近|差 不 多|约 莫|差 不 多 是"
"""Chinese words before a number that say no more than "about"."""
_PERCENT: Final = "百 分 之"
_MAGNITUDES: Final = ("illion", "illions", "illiard", "illiards", "illiarden", "illones")
_NEGATIVES: Final = "minus|negative|负|負|零 下"

_BEFORE_PHRASES: Final = phrases(_CHANGING)
_AFTER_PHRASES: Final = phrases(_CHANGED)
_ROUGH_PHRASES: Final = phrases(_ROUGHLY)
_NEARLY_PHRASES: Final = phrases(_NEARLY)
_HOW: Final = frozenset("少久长大远高重快贵宽厚深")
"""Characters that make a question of the 多 before them."""
_OF_SKY: Final = frozenset("云雨雾")
"""Those that make a weather of it: 28度多云."""
_PERCENT_PHRASES: Final = phrases(_PERCENT)
_SCALE_PHRASES: Final = phrases("华 氏|摄 氏")
_NEGATIVE_PHRASES: Final = phrases(_NEGATIVES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What stands before the digits."""

    at: int
    """Where the digits begin."""
    is_negative: bool = False
    may_be_negative: bool = False
    """Whether the minus can also be a dash."""
    is_altered: bool = False
    is_opened: bool = False
    """Whether a bracket was opened."""
    money: tuple[Measure, ...] = ()
    """The currency, or another unit, that is said before the number."""


def lead_at(
    tokens: Sequence[Token], index: int, *, own: Collection[str], names: Collection[int] = ()
) -> Lead:
    """Return what stands from this token on before a number; names of fields change none."""
    first = phrase_at(tokens, index, _NEARLY_PHRASES) or index
    lead = Lead(at=first, is_altered=_is_stuck(tokens, index))
    for _ in range(_MOST_MARKS):
        is_end = lead.at >= len(tokens) or tokens[lead.at].kind is TokenKind.NUMBER
        if is_end or lead.at in names:
            break
        more = _one_more(tokens, index, lead, own)
        if more is None:
            break
        lead = more
    return lead


def _one_more(tokens: Sequence[Token], index: int, lead: Lead, own: Collection[str]) -> Lead | None:
    """Return the lead with the mark that goes on there, or None."""
    at, text = lead.at, tokens[lead.at].text
    negative = phrase_at(tokens, at, _NEGATIVE_PHRASES)
    if negative:
        return replace(lead, at=negative, is_negative=not lead.is_negative)
    unit = _unit_before(tokens, at, own)
    if unit:
        return replace(lead, money=unit[0], at=unit[1])
    changing = phrase_at(tokens, at, _BEFORE_PHRASES) or _past_than(tokens, at)
    if changing and (number_words_at(tokens, at) or part_of_unit(tokens, at, own)):
        return None  # "quarter of a million", "quarter of an hour"
    if changing or text in _COMPARING:
        return replace(lead, at=changing or at + 1, is_altered=True)
    if text == "-":
        return _with_minus(tokens, index, lead)
    if text == "(" and not lead.is_opened:
        return replace(lead, at=at + 1, is_opened=True)
    if text == "+" and not (is_glued(tokens, at) and tokens[at - 1].kind in CONTENT):
        return replace(lead, at=at + 1)
    if tokens[at].kind in {TokenKind.SIGN, TokenKind.WORD} and not lead.money:
        found = unit_at(tokens, at, own=own)
        if found and is_money(found[0]):
            return replace(lead, money=found[0], at=found[1])
    return None


def _past_than(tokens: Sequence[Token], at: int) -> int | None:
    """Return where ``older than`` ends, whatever is compared."""
    is_word = tokens[at].kind is TokenKind.WORD and tokens[at].text != _THAN
    at += is_word
    if at >= len(tokens) or tokens[at].text != _THAN:
        return None
    return at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text in ARTICLES)


def _unit_before(
    tokens: Sequence[Token], at: int, own: Collection[str]
) -> tuple[tuple[Measure, ...], int] | None:
    """Return the unit that Chinese says before a number, and where it ends: 百分之, 华氏."""
    percent = phrase_at(tokens, at, _PERCENT_PHRASES)
    if percent:
        return UNITS["%"], percent
    degrees = phrase_at(tokens, at, _SCALE_PHRASES) if "temperature" in own else None
    return (UNITS["".join(t.text for t in tokens[at:degrees])], degrees) if degrees else None


def _with_minus(tokens: Sequence[Token], index: int, lead: Lead) -> Lead | None:
    at = lead.at
    is_first = at == index
    is_negative = lead.is_negative
    if is_glued(tokens, at + 1) and tokens[at + 1].text == "-":
        return replace(lead, at=at + 2, is_altered=True)
    if is_glued(tokens, at + 1):
        before = tokens[at - 1] if at and is_glued(tokens, at) else None
        if is_first and before is not None and (before.kind in CONTENT or before.text == "-"):
            return None  # "3-4" and "mid-20" hold no minus
        return replace(lead, at=at + 1, is_negative=not is_negative)
    if not is_first:
        return replace(lead, at=at + 1, is_negative=not is_negative)
    before = tokens[at - 1] if at else None
    if before is None or before.kind is TokenKind.BREAK:
        return replace(lead, at=at + 1, may_be_negative=True)  # or the dash of a list
    if before.text in {":", "=", "("} or before.kind is TokenKind.ARROW:
        return replace(lead, at=at + 1, is_negative=not is_negative)
    return None


def _is_stuck(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a sign that is not understood touches the number from before."""
    if not is_glued(tokens, index) or tokens[index - 1].kind is not TokenKind.SIGN:
        return False
    is_year = tokens[index - 1].text == "'" and len(tokens[index].text) == 2
    if is_year and not (index + 1 < len(tokens) and tokens[index + 1].text == "'"):
        return True  # '79
    return tokens[index - 1].text not in _BEFORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What stands after a number with its unit."""

    stop: int
    may_be_negative: bool = False
    """Whether it ends in a minus, as accountants write it."""
    is_altered: bool = False


def tail_at(
    tokens: Sequence[Token], stop: int, *, is_worded: bool, names: Collection[int] = ()
) -> Tail:
    """Return what changes the number that ends there; names of fields change none."""
    if stop >= len(tokens) or stop in names:
        return Tail(stop=stop)
    token, is_touching = tokens[stop], is_glued(tokens, stop)
    if token.text == "-" and is_touching and stop + 1 not in names:
        changed = phrase_at(tokens, stop + 1, _AFTER_PHRASES)  # "90-ish"
        if changed:
            return Tail(stop=changed, is_altered=True)
    if token.kind is TokenKind.SIGN or (token.text == "," and is_touching):
        return _sign_after(tokens, stop, is_touching=is_touching)
    roughly = phrase_at(tokens, stop, _ROUGH_PHRASES)
    if roughly:
        return Tail(stop=roughly)
    changed = _past_change(tokens, stop)
    if changed:
        return Tail(stop=changed, is_altered=True)
    is_joined = is_touching and any(char.isdigit() for char in token.text)  # "2h75", "4x100"
    if token.kind is TokenKind.WORD and (is_joined or token.text.endswith(_MAGNITUDES)):
        return Tail(stop=stop + 1, is_altered=True)
    if half_after(tokens, stop) or (token.text == "point" and _is_number(tokens, stop + 1)):
        return Tail(stop=stop + 1, is_altered=True)
    is_noun = token.kind is TokenKind.HAN and is_touching and not _may_follow(tokens, stop)
    if is_worded and (is_number_word(token) or is_noun):
        return Tail(stop=stop + 1, is_altered=True)  # 一下午
    return Tail(stop=stop)


def _past_change(tokens: Sequence[Token], stop: int) -> int | None:
    """Return where words end that change the number before them, with a number that goes on."""
    changed = phrase_at(tokens, stop, _AFTER_PHRASES) or _past_comparative(tokens, stop)
    is_less = tokens[stop].text == "minus" and _is_number(tokens, stop + 1)
    if changed and (is_less or _asks_how_much(tokens, stop)):
        return None
    if not changed or tokens[stop].kind is not TokenKind.HAN:
        return changed and _past_number(tokens, changed)
    return changed if is_glued(tokens, stop) else None  # 20以上 8小时 are two numbers


def _asks_how_much(tokens: Sequence[Token], at: int) -> bool:
    """Return whether words behind an amount ask for another (2斤多少钱) or are a weather: 多云."""
    word, after = tokens[at].text, tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not is_glued(tokens, at + 1):
        return False
    if word == "多":
        return after.text in _HOW | _OF_SKY
    return word == "几" and after.kind is TokenKind.HAN and not _is_number(tokens, at - 1)


def _past_comparative(tokens: Sequence[Token], stop: int) -> int | None:
    """Return where ``or older`` ends; after "and" only where no noun follows: ``and less rust``."""
    if stop + 1 >= len(tokens) or tokens[stop].text not in {"or", "and"}:
        return None
    word, after = tokens[stop + 1], stop + 2
    is_bound = word.kind is TokenKind.WORD and word.text.endswith("er")
    is_last = after >= len(tokens) or not tokens[after].has_content
    is_kept = tokens[stop].text == "or" or is_last
    return after if is_kept and (is_bound or word.text in {"more", "less"}) else None


def _may_follow(tokens: Sequence[Token], stop: int) -> bool:
    """Return whether a Chinese character there leaves a number what it is: 八百整, not 一整天."""
    is_more = is_glued(tokens, stop + 1) and tokens[stop + 1].kind is TokenKind.HAN
    return tokens[stop].text in HAN_AFTER and not (tokens[stop].text == "整" and is_more)


def _sign_after(tokens: Sequence[Token], stop: int, *, is_touching: bool) -> Tail:
    text = tokens[stop].text
    after = tokens[stop + 1] if is_glued(tokens, stop + 1) else None
    if text in _COMPARING or (text == "+" and _is_last(tokens, stop)):
        return Tail(stop=_past_number(tokens, stop + 1), is_altered=True)
    if text == "-" and stop + 1 == len(tokens):
        return Tail(stop=stop + 1, may_be_negative=True)
    if not is_touching:
        return Tail(stop=stop)
    if text in {",", "."} and after is not None and after.text == "-":  # 170,- €
        is_more = is_glued(tokens, stop + 2) and tokens[stop + 2].kind in CONTENT
        return Tail(stop=stop if is_more else stop + 2)
    if text == "-" and (after is None or after.kind not in CONTENT | {TokenKind.SIGN}):
        return Tail(stop=stop + 1, may_be_negative=True)
    if text == "°" and after is None:
        return Tail(stop=stop + 1)
    if tokens[stop].kind is TokenKind.SIGN and text not in _AFTER:
        return Tail(stop=_past_number(tokens, stop + 1), is_altered=True)
    return Tail(stop=stop)


def _past_number(tokens: Sequence[Token], stop: int) -> int:
    """Return where the number ends that goes with the sign: ``100 ± 5``."""
    return stop + (stop < len(tokens) and tokens[stop].kind is TokenKind.NUMBER)


def _is_last(tokens: Sequence[Token], stop: int) -> bool:
    """Return whether a plus belongs to what is before it: ``10+``, ``10,000 +``."""
    return is_glued(tokens, stop) or not is_glued(tokens, stop + 1)


def _is_number(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and (
        tokens[index].kind is TokenKind.NUMBER or is_number_word(tokens[index])
    )
