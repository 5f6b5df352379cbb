"""Other forms of the name of a yes-or-no field: ``rust`` of "rusty", 雨 of 下雨."""

from collections.abc import Container, Sequence
from typing import Final

from core.assistant.reading.names import Named
from core.assistant.reading.negation import is_negated
from core.assistant.reading.parted_names import NOT_HAN, said_within
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.speech import ARTICLES
from core.assistant.reading.stems import Form, forms_of
from core.assistant.reading.tokens import TokenKind, is_glued, tokenise

_HAN_LEADS: Final = "有下是要带会能可"
"""Chinese verbs that begin the names of fields: 下雨, 有雨, 带饵."""
_HAVING: Final = frozenset(["with", "w", "has", "have", "had", "having", "some"])
"""What leads to the noun of a name: ``with rust``."""
FREE: Final = "free"
"""What denies a noun in ``rust-free`` and ``free of rust``."""
LACKING_ENDS: Final = (FREE, "less")
"""What denies a noun that it is joined to: ``rust-free``, ``carless``."""
_GOT: Final = "got"
"""The same, though only right before it: ``got past the rust`` says nothing of it."""
_MODALS: Final = frozenset(["will", "ll", "would", "did", "does", "might"])
"""What stands before a verb that says that something is so: ``it will rain``."""
_NOT_BEFORE_VERBS: Final = frozenset(
    ["not", "never", "t", "cannot", "cant", "dont", "didnt", "wont", "couldnt"]
)
"""What denies the verb right behind it; "t" is what is left of ``can't``."""
_AMOUNTS: Final = frozenset(["bit", "bits", "touch", "lot", "lots", "plenty", "full"])
"""What says before "of" that there is such a thing: ``a bit of rust``."""
_LEAVING: Final = frozenset(["rid", "out", "clear", "instead", FREE])
"""What says before "of" that there may be none: ``got rid of rust``, ``out of the wind``."""
_PREPOSITIONS: Final = frozenset(
    ["of", "from", "against", "for", "to", "by", "in", "on", "than", "like", "off", "past"]
)
"""What says something of the thing that stands before it: ``with protection from wind``."""
ZERO: Final = frozenset(["zero", "nil"])
"""Quantities that deny what they count."""
_LITTLE: Final = frozenset(
    [
        "little",
        "few",
        "low",
        "slight",
        "light",
        "minimal",
        "minor",
        "faint",
        "weak",
        "scarce",
        "limited",
    ]
)
"""Adjectives of a degree that a yes or no alone does not say."""
_LITTLE_HAN: Final = frozenset("小少弱轻微低")
_VERY_HAN: Final = frozenset("很比较挺有点非常极")
_FARTHEST: Final = 12
"""Tokens from a noun back to a word that may deny it."""
_MOST_BETWEEN: Final = 2
"""Words between those and the noun: ``with a little rust``."""
_MODAL_HAN: Final = frozenset("有是会要下带在着了过用需须")
"""Verbs that say that something is there, or is to be."""
_BEFORE_HAN: Final = NOT_HAN | _MODAL_HAN | frozenset("什怎么太")
"""What a denial before a Chinese name consists of: 没什么锈, 不怎么下雨."""
_DO_NOT: Final = "别"
_ADVISING_HAN: Final = frozenset("你您就请万先也都还")
"""What stands before it: 请别, 千万别."""
_DEGREE_HAN: Final = frozenset("小大中点些一")
"""What says only how much: 小雨 is rain."""
_ASKING_HAN: Final = frozenset("吗么否")
_AFTER_HAN: Final = frozenset("天的了呢吧话啊呀")
"""What may follow a name of one Chinese character, which otherwise is part of a longer word."""


def named_by_form(sheet: Sheet, slots: Sequence[Slot]) -> list[Named]:
    """Return where forms of the names of slots stand, whether said to be there or denied."""
    forms = forms_of(slots)
    found = []
    for at, token in enumerate(sheet.tokens):
        form = forms.get(token.text) if token.kind is TokenKind.WORD else None
        if form is not None and sheet.is_free(at) and _counts(sheet, form, at):
            found.append(Named(form.slot, at, at + 1))
    return found


def _counts(sheet: Sheet, form: Form, at: int) -> bool:
    if form.is_stem:  # "can't park", yet "near the park" is no parking
        return sheet.word(at - 1) in _NOT_BEFORE_VERBS
    if not form.is_noun:
        return True
    if sheet.word(at + 1) == "of":
        return False  # "no part of it" of a party
    is_joined = sheet.word(at + 1) == "-" and is_glued(sheet.tokens, at + 1)
    is_free = sheet.word(at + 1 + is_joined) == FREE
    if is_little(sheet, at):
        return True
    if is_joined and is_glued(sheet.tokens, at + 2) and not is_free:
        return False  # "rust-coloured"
    first = max(sheet.clause_of(at)[0], at - _FARTHEST)
    is_denied = is_negated(sheet.tokens[first:at]) or is_left(sheet, at) or is_none(sheet, at)
    is_verb = form.is_verb and sheet.word(at - 1) in _MODALS
    return is_free or is_denied or is_verb or _is_had(sheet, at)


def _is_had(sheet: Sheet, at: int) -> bool:
    """Return whether a word right before says that there is such a thing: ``with some rust``."""
    at = _before_articles(sheet, at)
    if sheet.word(at - 1) == _GOT:
        return True
    for before in range(at - 1, at - 2 - _MOST_BETWEEN, -1):
        if sheet.word(before) in _PREPOSITIONS:
            return sheet.word(before) == "of" and sheet.word(before - 1) in _AMOUNTS
        if sheet.word(before) in _HAVING:
            return True
    return False


def is_left(sheet: Sheet, at: int) -> bool:
    """Return whether words before a name say that it was left: ``rid of rust``, ``out of the``."""
    at = _before_articles(sheet, at)
    return sheet.word(at - 1) == "of" and sheet.word(at - 2) in _LEAVING


def is_none(sheet: Sheet, at: int) -> bool:
    """Return whether a quantity of zero stands before a name: ``zero visible rust``."""
    for before in range(at - 1, at - 2 - _MOST_BETWEEN, -1):
        if before < 0 or not sheet.is_free(before) or sheet.word(before) in _PREPOSITIONS | _HAVING:
            return False
        if sheet.word(before) in ZERO:
            return True
    return False


def is_little(sheet: Sheet, at: int, *, stop: int | None = None) -> bool:
    """Return whether a word beside a name says that there is little of it: ``low wind``, 锈很少.

    ``a little rust`` is some rust.

    Args:
        sheet: the sentence.
        at: where the name begins.
        stop: where it ends, behind which Chinese says how much; one token if left out.
    """
    first = at - 1
    if sheet.word(first) in _LITTLE and sheet.is_free(first):
        return sheet.word(first - 1) not in ARTICLES
    after = at + 1 if stop is None else stop
    while sheet.is_free(after) and sheet.word(after) in _VERY_HAN:
        after += 1
    is_han = sheet.is_free(after) and sheet.tokens[after].kind is TokenKind.HAN
    return is_han and sheet.word(after) in _LITTLE_HAN and not _goes_on(sheet, after + 1)


def _goes_on(sheet: Sheet, at: int) -> bool:
    """Return whether a Chinese word goes on there."""
    is_han = at < len(sheet.tokens) and sheet.tokens[at].kind is TokenKind.HAN
    return is_han and is_glued(sheet.tokens, at) and sheet.word(at) not in _AFTER_HAN


def _before_articles(sheet: Sheet, at: int) -> int:
    while sheet.word(at - 1) in ARTICLES:
        at -= 1
    return at


def han_forms_said(
    sheet: Sheet, slots: Sequence[Slot], names: Container[int]
) -> list[tuple[Named, bool | None]]:
    """Return what is said in Chinese words around what a name asks for.

    没雨, 无雨, 小雨, 不会下雨 where a field is called 下雨; 不是夜钓 of 夜钓; None where it asks.

    Args:
        sheet: the sentence.
        slots: the yes-or-no fields.
        names: the tokens that belong to names as they are; only what denies them is returned.
    """
    cores = [(_core_of(slot.name), slot) for slot in slots]
    found = []
    for core, slot in cores:
        if core and sum(core == other for other, _ in cores) == 1:
            found += _said_of_core(sheet, slot, core, names)
    return found


def _core_of(name: str) -> tuple[str, ...]:
    """Return what a Chinese name asks for: 雨 of 下雨."""
    tokens = tokenise(name)
    if len(tokens) < 2 or any(token.kind is not TokenKind.HAN for token in tokens):
        return ()
    words = tuple(token.text for token in tokens)
    return words[1:] if words[0] in _HAN_LEADS else words


def _said_of_core(
    sheet: Sheet, slot: Slot, core: tuple[str, ...], names: Container[int]
) -> list[tuple[Named, bool | None]]:
    found = said_within(sheet, slot, core)
    for at in range(len(sheet.tokens) - len(core) + 1):
        stop = at + len(core)
        texts = tuple(token.text for token in sheet.tokens[at:stop])
        if texts != core or not sheet.are_free(at, stop) or not _ends_word(sheet, stop, core):
            continue
        said = _said_before(sheet, at, is_short=len(core) == 1)
        if said is not None and not (said[0] and at in names):
            stop += sheet.is_free(stop) and sheet.word(stop) == "天"
            found.append((Named(slot, said[1], stop), said[0]))
    return found


def _ends_word(sheet: Sheet, stop: int, core: tuple[str, ...]) -> bool:
    """Return whether the word ends there, and no question makes the opposite of what is said."""
    if not _goes_back(sheet, stop + 1):
        return True
    word, ends = sheet.word(stop), _AFTER_HAN | NOT_HAN  # 不会下雨没带伞
    return word not in _ASKING_HAN and (len(core) > 1 or word in ends)


def _said_before(sheet: Sheet, at: int, *, is_short: bool) -> tuple[bool, int] | None:
    """Return what the characters before say of it, and where they begin; None if not clearly.

    Of a name of one character they must make a word with it: 有雨, 小雨, yet not 风雨.
    """
    first = at
    while is_short and _goes_back(sheet, first) and sheet.word(first - 1) in _DEGREE_HAN:
        first -= 1
    nots: list[int] = []
    begins = first
    while _goes_back(sheet, first) and _is_before(sheet, first - 1):
        first -= 1
        nots += [first] if sheet.word(first) in NOT_HAN | {_DO_NOT} else []
    if not nots and any(sheet.word(at) in _BEFORE_HAN - _MODAL_HAN for at in range(first, begins)):
        return None  # 怎么下雨
    if not nots:
        is_word = is_short and first < at and not _goes_back(sheet, first)
        return (True, first) if is_word else None
    is_either = sheet.word(nots[0] - 1) in {sheet.word(nots[0] + 1), "有"}  # 会不会, 有没有
    return None if len(nots) > 1 or is_either else (False, nots[0])


def _is_before(sheet: Sheet, at: int) -> bool:
    """Return whether a character is part of a denial, or of a verb, before a name."""
    word = sheet.word(at)
    if word == _DO_NOT:  # not 特别
        return not _goes_back(sheet, at) or sheet.word(at - 1) in _ADVISING_HAN
    return word in _BEFORE_HAN or (word == "必" and sheet.word(at - 1) == "不")  # not 未必


def _goes_back(sheet: Sheet, at: int) -> bool:
    """Return whether a free Chinese character stands before that place, without a blank."""
    before = sheet.tokens[at - 1] if 0 < at <= len(sheet.tokens) else None
    is_han = before is not None and before.kind is TokenKind.HAN and sheet.is_free(at - 1)
    return is_han and (at == len(sheet.tokens) or is_glued(sheet.tokens, at))
