"""Words beside a yes-or-no field that say where, whose or when its thing is, not that it is had.

``next to the garden``, ``shared garden``, ``receipts to follow``, 冰箱外, 花园附近.
"""

from typing import Final

from core.assistant.reading.names import Named
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import AFTER_NUMBERS, ARTICLES, IDLE, NO, STOP_WORDS, YES
from core.assistant.reading.tokens import TokenKind, is_glued
from core.assistant.reading.whose import another_before
from core.assistant.word_sets import word_list, word_set
from core.domain.fields import FieldKind

HAVING: Final = word_set(
    "brought bring brings got get gets kept keep keeps took take takes carried carry found find "
    "finds used use uses using wore wear wearing include included includes including added add "
    "attached sent filed scanned picked packed gave give given made saw own owns owned rented "
    "bought hired plus also ve enjoyed love loved "
    "feature features featuring offer offers offering provide provides providing"
)
"""Verbs whose object is there."""
OWNERS: Final = ARTICLES | word_set("my your his her its our their whose this that these those")
"""What stands between a verb or a preposition and its object."""
_PLACES: Final = word_set(
    "near nearby beside besides behind above below beneath underneath under over opposite across "
    "around outside facing overlooking adjacent alongside beyond past towards toward against "
    "from between bordering adjoining neighbouring neighboring close closest nearest"
)
"""Words before a name that only say where something else is."""
_PLACES_TO: Final = word_set("next close access adjacent opposite door way steps path view views")
"""The same with ``to`` or ``of`` behind them."""
_SHARED: Final = word_set(
    "shared communal common joint public community collective neighbour's neighbor's "
    "future planned potential possible upcoming proposed former previous past promised pending "
    "intended eventual prospective"
)
"""Adjectives of what others have too, or what is not there now."""
_NOT_YET: Final = word_set(
    "shared communal planned pending coming promised requested later soon nearby opposite outside "
    "adjacent eventually ordered expected possible due outstanding"
)
"""The same behind a name."""
_NEXT: Final = word_set("next across down")
"""What begins a place behind a name: ``garden next door``, ``garden across the street``."""
_ENDS_OF_PLACE: Final = word_set("door road street way hall yard")
"""What ends it: ``next to the park`` says where all of it is."""
_FEW: Final = word_set("few some one only just part parts several two most certain")
"""How many ``receipts for a few things`` are for."""
_VERBS_TO: Final = word_set("follow come be arrive")
"""What ``to`` makes a thing of the future: ``receipts to follow``."""
_MANY: Final = word_set("plenty lot lots loads bit bits touch full set pile stack bunch pair kind")
"""What before ``of`` says that there is such a thing: ``plenty of garden``."""
_WITH_OF: Final = _MANY | STOP_WORDS | IDLE | word_set("rid clear instead free")
"""The same, and what is read with ``of`` elsewhere: ``rid of rust``."""
_OF_WHAT: Final = frozenset(["for", "in", "at", "on"])
"""What leads to that of which something is, or where it is."""
_WHOLE: Final = word_set("everything all it them this that these those us me him her you sale rent")
"""What something may be for and be there as a whole: ``receipts for everything``."""
_PLAIN: Final = word_set(
    "big small large huge tiny little nice lovely beautiful pretty great good sunny quiet own "
    "private new old wide long spacious bright modern fenced enclosed landscaped mature green "
    "south north east west front back rear roof separate single double proper real full whole "
    "complete original all both every each attached included extra free working covered secure "
    "gorgeous wonderful amazing decent fine stunning charming cosy cozy fantastic excellent "
    "heavy very so too also even still already definitely clearly certainly always sometimes "
    "sure only just plus had having has have there here it its w "
    "everyone everybody we they she he you i who which one"
)
"""Words before a name that leave it a yes: ``lovely garden``, ``we have``."""
_LACKING_ENDS: Final = frozenset(["free", "less"])
"""What denies a name that a hyphen joins to it."""
_KNOWN: Final = _PLAIN | HAVING | STOP_WORDS | YES | NO | IDLE | AFTER_NUMBERS
"""Words before a name that make nothing else of it."""
_INFLECTED: Final = ("ing", "ed", "ent", "ous", "ful", "ble", "ive", "ic", "al")
"""What ends a name that says what something is, so that its subject may stand before it."""
_SHORTEST: Final = 3
_BRACKETS: Final = frozenset('()"')
_MOST_BEFORE: Final = 3
"""Words before a name that may be adjectives of it."""
_MOST_BEHIND: Final = 4
"""Words behind a name that go with it."""

_HAN_BEFORE: Final = word_list(
    "附近 旁 旁边 隔壁 对面 周边 周围 外面 楼下 小区 邻居 靠 靠近 临 临近 邻近 紧邻 毗邻 挨着 面向 "
    "面对 朝向 朝着 远离 离 共用 公共 公用 共享 合用 未来 将来 规划 计划 以前的 曾经 "
    "楼上 房东 卖家 想加 要加 可以加 能加 可加 想建 可以建 能建 可建 打算建 能改成 可改成 可以改成 "
    "可以用 能用 不像 不如 比"
)
"""Chinese words that end right before a name, or before 有 and a name: 附近有花园."""
_HAN_LEADS: Final = frozenset("有是的大小个一")
"""Characters between those and the name."""
_HAN_BEHIND: Final = word_list(
    "外 旁 边上 附近 隔壁 对面 周边 周围 顶上 上面 下面 后面 前面 式 景 视野 共用 公用 公共 共享 "
    "合用 在建 待建 规划 以后 将来 后补 补上 稍后 晚点 之外 以外 之间 不远 出口 门口 入口"
)
"""Chinese words right behind a name."""
_HAN_ENDS: Final = frozenset("上下顶边旁")
"""The same where nothing follows them: 冰箱上."""
_HAN_MOST: Final = 6
"""Chinese characters beside a name that may speak of it."""
_HAN_PLAIN: Final = frozenset(
    "里内中的了啊呀吧呢吗很大小朝好还也和与及加带有没无不都是在已可能挺非超真要会天"
)
"""What a Chinese word behind a name begins with and leaves it a yes."""


def related_span(sheet: Sheet, named: Named) -> tuple[int, int] | None:
    """Return where the words begin and end that relate a name to something else, if any do."""
    first, stop = _related_before(sheet, named), related_behind(sheet, named.stop)
    if first is None and stop is None:
        return None
    return named.first if first is None else first, named.stop if stop is None else stop


def is_qualified(sheet: Sheet, named: Named) -> bool:
    """Return whether an unknown word beside a name may make something else of it.

    Where an open field of texts or of categories may hold that word, it is taken as none of it.
    """
    if any(_may_hold_words(slot) for slot in sheet.open_slots()):
        return False
    if sheet.is_free_han(named.stop) and is_glued(sheet.tokens, named.stop):
        return sheet.word(named.stop) not in _HAN_PLAIN | STOP_WORDS | AFTER_NUMBERS
    return _is_unknown_before(sheet, named) or _is_of_something(sheet, named.stop)


def _may_hold_words(slot: Slot) -> bool:
    is_of_words = slot.kind in {FieldKind.TEXT, FieldKind.CATEGORY, FieldKind.ITEM}
    return is_of_words and slot.key is not None and not slot.options


def _related_before(sheet: Sheet, named: Named) -> int | None:
    """Return where a relation begins that ends right before a name: ``next to the``, 附近有."""
    end = named.first
    while sheet.word(end - 1) in _BRACKETS and sheet.is_free(end - 1):
        end -= 1
    first = han_run_before(sheet, end)
    if first < end:
        run = "".join(sheet.word(at) for at in range(first, end))
        bare = run.rstrip("".join(_HAN_LEADS))
        word = next((one for one in _HAN_BEFORE if bare.endswith(one)), "")
        return first + len(bare) - len(word) if word else None
    another = another_before(sheet, named.first)
    at = _before_owners(sheet, named.first)
    word, before = sheet.word(at), sheet.word(at - 1)
    if another is not None or at < 0 or not sheet.is_free(at):
        return another
    if word in {"to", "of"} and _is_word(sheet, at - 1):
        is_place = before in _PLACES_TO | _PLACES
        is_part = word == "of" and len(before) >= _SHORTEST and before not in _WITH_OF
        return at - 1 if is_place or is_part else None
    if word == "s" and before == "'" and named.first == at + 1:
        return at - 2 if _is_owner(sheet, named, at - 2) else None
    return at if word in _PLACES else _shared_before(sheet, at)


def _is_owner(sheet: Sheet, named: Named, at: int) -> bool:
    """Return whether ``'s`` behind the word there makes it whose the thing is: not ``it's``."""
    is_said = sheet.word(named.stop - 1).endswith(_INFLECTED)  # "the table's booked"
    return _is_word(sheet, at) and not is_said and sheet.word(at) not in STOP_WORDS | _PLAIN


def _shared_before(sheet: Sheet, at: int) -> int | None:
    """Return where an adjective of sharing or of another time stands before a name, if any."""
    for before in range(at, at - _MOST_BEFORE, -1):
        if sheet.word(before) in _BRACKETS and sheet.is_free(before):
            continue
        if not _is_word(sheet, before) or sheet.word(before) in STOP_WORDS | YES | NO:
            return None
        if sheet.word(before) in _SHARED:
            return before
    return None


def related_behind(sheet: Sheet, stop: int) -> int | None:
    """Return where a relation ends that begins right behind a name: ``to follow``, 附近."""
    end = han_run_behind(sheet, stop)
    if end > stop:
        run = "".join(sheet.word(at) for at in range(stop, end)).removeprefix("的")
        return end if run in _HAN_ENDS or run.startswith(_HAN_BEHIND) else None
    if is_glued(sheet.tokens, stop) and sheet.word(stop) == "-" and _is_joined(sheet, stop + 1):
        return stop + 2  # "garden-facing"
    at = stop + (sheet.word(stop) in {"is", "are", "'"} and sheet.is_free(stop))
    at += sheet.word(at) in {"s", "still", "all", "just"} and sheet.is_free(at)
    if not _is_word(sheet, at):
        return None
    word, after = sheet.word(at), sheet.word(at + 1)
    if word in _NOT_YET:
        return at + 1
    end = _clause_end(sheet, at)
    if word in _NEXT and sheet.word(end - 1) in _ENDS_OF_PLACE:
        return end
    is_later = word == "to" and after in _VERBS_TO
    is_few = word == "for" and (after in _FEW or (after == "a" and sheet.word(at + 2) in _FEW))
    return end if is_later or is_few else None


def _is_joined(sheet: Sheet, at: int) -> bool:
    """Return whether the word there makes another one of the name that a hyphen joins to it."""
    is_word = _is_word(sheet, at) and is_glued(sheet.tokens, at)
    return is_word and sheet.word(at) not in _LACKING_ENDS


def _clause_end(sheet: Sheet, at: int) -> int:
    """Return where the words end that go with the one there."""
    stop = at
    while stop < at + _MOST_BEHIND and _is_word(sheet, stop):
        stop += 1
    return stop


def _is_unknown_before(sheet: Sheet, named: Named) -> bool:
    """Return whether an unknown word stands before a name: ``herb garden``."""
    at = _before_owners(sheet, named.first)
    is_said = sheet.word(named.stop - 1).endswith(_INFLECTED)
    word = sheet.word(at)
    if is_said or not _is_word(sheet, at) or len(word) < _SHORTEST:
        return False
    is_unit = sheet.tokens[at - 1].kind is TokenKind.NUMBER if at else False
    return not is_unit and word not in _KNOWN


def _is_of_something(sheet: Sheet, stop: int) -> bool:
    """Return whether words behind a name say of what or where: ``receipts for the hotel``."""
    if sheet.word(stop) not in _OF_WHAT or not sheet.is_free(stop):
        return False
    at = stop + 1
    while sheet.word(at) in OWNERS and _is_word(sheet, at + 1):
        at += 1
    is_plain = sheet.word(at) in _WHOLE | _PLAIN | STOP_WORDS | IDLE | AFTER_NUMBERS
    return _is_word(sheet, at) and not is_plain


def _before_owners(sheet: Sheet, first: int) -> int:
    """Return the token before a name and the articles that lead to it."""
    at = first - 1
    while at >= 0 and sheet.word(at) in OWNERS and sheet.is_free(at):
        at -= 1
    return at


def _is_word(sheet: Sheet, at: int) -> bool:
    return at >= 0 and sheet.is_free(at) and sheet.tokens[at].kind is TokenKind.WORD


def han_run_before(sheet: Sheet, first: int) -> int:
    """Return where the free Chinese characters begin that touch a name from before."""
    at = first
    while at > first - _HAN_MOST and sheet.is_free_han(at - 1) and is_glued(sheet.tokens, at):
        at -= 1
    return at


def han_run_behind(sheet: Sheet, stop: int) -> int:
    """Return where the free Chinese characters end that touch a name from behind."""
    at = stop
    while at < stop + _HAN_MOST and sheet.is_free_han(at) and is_glued(sheet.tokens, at):
        at += 1
    return at
