"""Whether a day that a sentence says is that of a date field, or of something else it tells."""

import re
from datetime import date
from typing import Final

from core.assistant.reading.dates import DateMention
from core.assistant.reading.sheet import Sheet
from core.assistant.reading.slots import Slot
from core.assistant.reading.tokens import TokenKind, fold, is_glued, words_of
from core.assistant.reading.verbs import PAST, is_past

_FORMER: Final = re.compile(
    r"上次|上一次|上回|最近|首次|第一次|前次|\b(?:last|previous|latest|first)\b"
)
"""What makes of a name that of something before the case."""
_IDLE_HAN: Final = re.compile(
    "[早晚]上|[上下中]午|傍晚|凌晨|夜里|半夜|一早|日期|时间|日子|[上前一首第]次|上回|最近|首次|第一"
    "|[的了过吧呢啊呀就刚才是在也都又还日天次]"
)
"""Chinese words beside a day, or in the name of one, that say nothing of what was done then."""
_DONE: Final = re.compile("[了过]")
_PASSED: Final = re.compile("[了过刚的]")
_LONGEST: Final = 12
"""Characters beside a day that go with it."""
_STEM: Final = 4
"""Letters that a verb and its noun share: donated, donation."""


def fits(sheet: Sheet, slot: Slot, mention: DateMention, today: date) -> bool:
    """Return whether a day without the field's name beside it may be the field's.

    A day from today (昨晚, ``yesterday``) is no such where words go with it that tell something
    else: 昨晚就睡了4小时 is no day of 上次献血, yet 昨天献的 and a bare 昨天 are.

    Args:
        sheet: the sentence.
        slot: the only date field.
        mention: the day.
        today: the member's day.
    """
    if not mention.is_relative:
        return True
    name = fold(slot.name)
    is_former = _FORMER.search(name) is not None
    if sheet.tokens[mention.first].kind is not TokenKind.HAN:
        return not (is_former and _tells_another(sheet, slot, mention))
    beside = _beside(sheet, mention)
    said = _IDLE_HAN.sub("", beside)
    if not said:
        return True
    is_past_day = all(day < today for day in mention.readings)
    asked = _IDLE_HAN.sub("", name)
    if is_former and not is_past_day:  # 今天刚保养过 of 上次保养
        return _PASSED.search(beside) is not None and not set(asked).isdisjoint(said)
    is_told = is_former or (is_past_day and _DONE.search(beside) is not None)
    return not (is_told and asked) or not set(asked).isdisjoint(said)


def _beside(sheet: Sheet, mention: DateMention) -> str:
    """Return the Chinese characters that touch a day, on either side."""
    first, stop = mention.first, mention.stop
    while first > mention.first - _LONGEST and is_glued(sheet.tokens, first):
        if sheet.tokens[first - 1].kind is not TokenKind.HAN:
            break
        first -= 1
    while stop < mention.stop + _LONGEST and is_glued(sheet.tokens, stop):
        if sheet.tokens[stop].kind is not TokenKind.HAN:
            break
        stop += 1
    parts = (range(first, mention.first), range(mention.stop, stop))
    return "".join(sheet.word(at) for part in parts for at in part)


def _tells_another(sheet: Sheet, slot: Slot, mention: DateMention) -> bool:
    """Return whether a verb of the clause tells something that the name does not ask for."""
    first, stop = sheet.clause_of(mention.first)
    verbs = [sheet.word(at) for at in range(first, stop) if is_past(sheet.word(at), PAST)]
    stems = [word[:_STEM] for word in words_of(slot.name)]
    return bool(verbs) and not any(verb.startswith(stem) for verb in verbs for stem in stems)
