"""Amounts that were lost, which are below zero where gains and losses are taught: 输了70."""

import re
from typing import Final

from core.assistant.reading.records import Unclear
from core.assistant.reading.slots import Slot
from core.assistant.reading.values import read_number
from core.errors import InvalidValue

_LOST: Final = re.compile(
    r"(?:\b(?:lost|lose|losing|down)\s+(?:about\s+|only\s+|another\s+)?"
    r"|(?<![运传灌])(?P<unsure>输)|亏|赔)(?:[了掉出进去给他她你我们大概差不多只才])*\s*"
    r"(?=[\d€$£¥￥一二两三四五六七八九十百千])",
    re.IGNORECASE,
)
"""Words of losing right before an amount; 运输 and the like are none."""


def loss_in(text: str, slot: Slot) -> float | Unclear | None:
    """Return the amount that a text says was lost; None where it says none.

    It is below zero where such were taught. Elsewhere 输 is asked about; other words of losing
    make another amount than the one asked for, see :data:`speech.OTHER_AMOUNTS`.
    """
    found = _LOST.search(text)
    has_losses = slot.low is not None and slot.low < 0
    if found is None or not (has_losses or found["unsure"]):
        return None
    try:
        amount = read_number(text[found.end() :], slot, is_said=True)
    except InvalidValue:
        return None
    if not isinstance(amount, float) or amount <= 0:
        return None
    if has_losses:
        return -amount
    return Unclear(field=slot.key, text=text.strip(), readings=(-amount, amount))
