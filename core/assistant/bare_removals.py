"""Sentences that want taken back what was done last, and name nothing: 按错了，撤回."""

import re
from typing import Final

from core.assistant.acts import ends_as_question
from core.assistant.reading.traditional import simplified

_BARE: Final = re.compile(
    r"\W*(?:(?:oops|whoops|sorry|wait|no|ah|oh|damn|wrong (?:button|key|one)|mis-?click(?:ed)?"
    r"|my (?:bad|mistake)|by mistake)\b\W*)+undo(?: (?:it|that|this))?(?: please| pls)?\W*",
    re.IGNORECASE,
)
_BARE_HAN: Final = re.compile(
    r"\W*(?:(?:哎呀?|啊|呃|不好意思|抱歉|对不起|不对|算了|(?:我|刚才?)?(?:[按点弄搞输填写改教记存]错|手滑|手误)了?)"
    r"[了啦\s，,。!！]*)*(?:还是|那就?|就|先|帮我|请|把它?|给我)*"
    r"(?:撤销|撤消|撤回|撤掉|撤|删除|删掉|删)(?:了|掉|它|一下)*[吧啦哦啊]*[\s。.!！]*"
)


def is_bare_removal(text: str) -> bool:
    """Return whether a sentence wants the last thing taken back, and says no more of which."""
    folded = " ".join(simplified(text).split())
    if ends_as_question(folded):
        return False
    return bool(_BARE.fullmatch(folded) or _BARE_HAN.fullmatch(folded))
