"""Words that mean the opposite of a yes-or-no name: 单面 of 双面, ``manual`` of "automatic"."""

from collections.abc import Mapping, Sequence
from typing import Final

from core.assistant.reading.marks import slots_of_kind
from core.assistant.reading.name_forms import LACKING_ENDS
from core.assistant.reading.names import Named, held_by
from core.assistant.reading.phrases import Phrases
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import NO
from core.assistant.reading.tokens import TokenKind, fold, is_glued, words_of
from core.assistant.word_sets import word_list, word_set
from core.domain.fields import FieldKind

_WORDS: Final = (
    "彩色 彩印 彩打 / 黑白 单色",
    "自动 / 手动",
    "现房 / 期房",
    "全职 / 兼职",
    "全新 / 二手 用过",
    "国产 / 进口",
    "周末 / 平日 工作日",
    "白天 / 晚上 夜里 夜间 晚间",
    "上午 / 下午",
    "早班 白班 / 晚班 夜班",
    "已婚 / 未婚 单身",
    "线上 / 线下",
    "室内 / 户外 露天",
    "新手 / 老手",
    "精装 / 毛坯 简装",
    "整租 / 合租",
    "直飞 / 转机 中转",
    "单程 / 往返",
    "主场 / 客场",
    "顺风 / 逆风",
    "公立 / 私立",
    "colour color coloured colored / black_and_white black_white b_w monochrome grayscale",
    "double_sided two_sided duplex / single_sided one_sided simplex",
    "indoor indoors / outdoor outdoors",
    "automatic / manual",
    "weekend / weekday",
    "full_time / part_time",
    "online / offline in_person",
    "married / unmarried",
    "one_way / round_trip",
)
"""Words of which one side says what the other denies; what stands alone may begin a name."""
_SIGNS: Final = word_list(
    "双单 内外 干湿 冷热 生熟 公母 雌雄 公私 新旧 软硬 高低 大小 多少 长短 远近",
    "快慢 粗细 深浅 厚薄 甜咸 真假",
)
"""Chinese characters of which one in the place of the other makes the opposite of a name."""
_LONGEST_NAME: Final = 4
"""Characters of a name of which one may make the opposite."""
_HOW_MANY: Final = "多 少"
_HOLDING: Final = frozenset("有带含")
"""What says that there is such a thing, beside which there may be its opposite too."""
_DENYING: Final = frozenset("不没非别无")
_BETWEEN: Final = frozenset("是要用打算选做有在去")
_TOUCHING: Final = _BETWEEN | _DENYING | frozenset("的了吧啊呢吗哦就只都带含可能大概也许应该")
"""Chinese characters that may stand right beside an opposite in a clause of its own."""
_AROUND: Final = word_set("a an the on in at is it its was are not and but only for")
"""English words that may stand before one there."""
_JOINING: Final = word_set("or / 还 是 或 者 还是 或者")
"""What makes a question of a name and its opposite: 单面还是双面."""
_SHORT_OF: Final = frozenset("挡档班票房")
"""What a name may go on with that is left out: 手动 of 自动挡."""
_MOST_BETWEEN: Final = 2
"""Characters between a denial and what it denies: 不是单面, 没有要黑白."""


def opposites_said(
    sheet: Sheet, slots: Sequence[Slot], names: Mapping[int, FieldKind]
) -> list[tuple[Named, bool | None]]:
    """Return where the opposite of a name stands: no, or None where it is denied or beside it.

    Args:
        sheet: the sentence.
        slots: the yes-or-no fields.
        names: the tokens that belong to names of fields as they are.
    """
    opposites = _opposites_of(slots)
    found: list[tuple[Named, bool | None]] = []
    at = 0
    while at < len(sheet.tokens):
        named, is_both = _opposite_at(sheet, opposites, at)
        kinds = {names.get(index) for index in range(at, named.stop)} if named else set()
        is_of_name = bool(kinds - {None, *([FieldKind.YES_NO] if is_both else ())})
        own = _own_name(sheet, named) if named and not is_both else None
        if named is None or is_of_name or not (is_both or own or _is_alone(sheet, named)):
            at += 1
            continue
        if own is None or _is_joined(sheet, named, own):
            is_clear = not is_both and own is None and not _is_denied(sheet, at)
            found.append((named, False if is_clear else None))
        at = named.stop
    return found


def _is_alone(sheet: Sheet, named: Named) -> bool:
    """Return whether an opposite is a clause of its own, but for little words around it."""
    first, stop = sheet.clause_of(named.first)
    if sheet.word(stop) in {":", "："}:
        return False  # "indoor: no"
    if sheet.tokens[named.first].kind is not TokenKind.HAN:
        before = [sheet.word(at) for at in range(first, named.first)]
        return named.stop == stop and _AROUND.issuperset(before)
    left, right = named.first, named.stop
    while left > first and is_glued(sheet.tokens, left) and sheet.word(left - 1) in _TOUCHING:
        left -= 1
    while right < stop and is_glued(sheet.tokens, right) and sheet.word(right) in _TOUCHING:
        right += 1
    is_left = left == first or not is_glued(sheet.tokens, left)
    return is_left and (right == stop or not is_glued(sheet.tokens, right))


def _own_name(sheet: Sheet, named: Named) -> tuple[int, int] | None:
    """Return where the name itself stands besides its opposite; None where it does not."""
    words = tuple(words_of(named.slot.name))
    for at in range(len(sheet.tokens) - len(words) + 1):
        stop = at + len(words)
        is_apart = stop <= named.first or at >= named.stop
        if is_apart and tuple(map(sheet.word, range(at, stop))) == words:
            return at, stop
    return None


def _is_joined(sheet: Sheet, named: Named, own: tuple[int, int]) -> bool:
    """Return whether only an "or" stands between an opposite and the name itself."""
    first, stop = sorted([(named.first, named.stop), own])
    between = [sheet.word(at) for at in range(first[1], stop[0])]
    return bool(between) and _JOINING.issuperset(between)


def _opposite_at(
    sheet: Sheet, opposites: Phrases[tuple[Slot, bool]], at: int
) -> tuple[Named | None, bool]:
    """Return the longest opposite that begins there, and whether both are said: 单双面."""
    for found, stop in opposites.matches_at(sheet.tokens, at):
        is_whole = all(token.kind is not TokenKind.BREAK for token in sheet.tokens[at:stop])
        if is_whole and len(found) == 1 and sheet.are_free(at, stop):
            slot, is_both = found[0]
            return Named(slot, at, stop), is_both
    return None, False


def _opposites_of(slots: Sequence[Slot]) -> Phrases[tuple[Slot, bool]]:
    """Return the opposites of the names, each with whether it says the name as well."""
    phrases: Phrases[tuple[Slot, bool]] = Phrases()
    for slot in slots:
        name = " ".join(words_of(slot.name)).replace("is ", "")
        for words, is_both in _opposites(name, is_thing=bool(held_by(slot))):
            phrases.add(words.split(), (slot, is_both))
    return phrases


def _opposites(name: str, *, is_thing: bool) -> list[tuple[str, bool]]:
    """Return what means the opposite of a name, its words or characters parted by blanks."""
    found = []
    for line in _WORDS:
        sides = [[_spaced(word) for word in side.split()] for side in line.split("/")]
        for own, others in (sides, sides[::-1]):
            word = next((one for one in own if f" {one} " in f" {name} "), "")
            if word and not any(other in name for other in others):
                found += [(name.replace(word, other), False) for other in others]
                is_short = name.startswith(f"{word} ") and name[len(word) + 1 :] in _SHORT_OF
                found += [(other, False) for other in others if is_short]  # 手动 of 自动挡
    if is_thing or len(name) > 2 * _LONGEST_NAME or len(name) < 2 or name.isascii():
        return found
    for pair in _SIGNS:
        for said, its in ((pair[0], pair[1]), (pair[1], pair[0])):
            if said in name and its not in name:
                swapped = name.replace(said, its)
                both = (name.replace(said, f"{a} {b}") for a, b in ((said, its), (its, said)))
                found.append((swapped, False))
                found += [(words, True) for words in both if _HOW_MANY not in words]
    return found


def _spaced(word: str) -> str:
    return word.replace("_", " ") if word.isascii() else " ".join(word)


def _is_denied(sheet: Sheet, at: int) -> bool:
    """Return whether a no stands before what begins there, or what says that there is one too."""
    if sheet.word(at - 1) in NO | _HOLDING:
        return True
    for _ in range(_MOST_BETWEEN):
        if sheet.word(at - 1) not in _BETWEEN or not is_glued(sheet.tokens, at):
            break
        at -= 1
    return sheet.word(at - 1) in _DENYING and is_glued(sheet.tokens, at)


def read_un_and_less(sheet: Sheet) -> None:
    """Read ``unfurnished`` as no of "furnished", and ``carless`` as no of "car" or "has car"."""
    slots = slots_of_kind(sheet, FieldKind.YES_NO)
    named = {fold(slot.name): slot for slot in slots}
    held = {name: slot for slot in slots if (name := held_by(slot))} | named
    for index, token in enumerate(sheet.tokens):
        slot = named.get(token.text.removeprefix("un").removeprefix("non"))
        for end in LACKING_ENDS if slot is None else ():
            slot = slot or (held.get(token.text[: -len(end)]) if token.text.endswith(end) else None)
        if slot is None or token.text in held or not sheet.is_free(index):
            continue
        if sheet.word(index - 1) in NO:  # "not unfurnished"
            sheet.ask(slot, (False, True), index - 1, index + 1)
        else:
            sheet.fill(slot, False, index, index + 1)
