"""A sentence that supposes what an answer would be: ``would be 190 if she was nervous``.

Its number is the answer's and no field's. It is no truth either: nothing is learned or changed.
"""

import re
from typing import Final

from core.assistant.acts import ends_as_question, plain_words
from core.assistant.commands.judged import Judged, correction_hint, is_number_alone
from core.assistant.reading import read_truth
from core.assistant.request import Request, Unsure
from core.assistant.show import SENTENCE, clip
from core.assistant.task_fit import takes_any_words
from core.assistant.wording import say
from core.domain.task import TargetKind, Task
from core.errors import InvalidValue

_WOULD: Final = (
    r"(?:(?:would|could|might|may|should|will)(?:\s+(?:have|probably|maybe|surely|rather|easily))*"
    r"|['’]?d(?:\s+probably)?|['’]?ll)\s+(?:be|been|take|taken|cost|get|got|need|use|used|come to"
    r"|reach|have been)(?:\s+(?:about|around|like|only|just|roughly|more like|closer to|at least))*"
)
_BEFORE: Final = re.compile(
    rf"^\W*(?:(?:and|but|so|well|hmm?|ok|maybe|probably|perhaps|i (?:think|guess|suppose|bet))\W+)*"
    rf"(?:(?:it|that|this|they|she|he)\s*)?(?:{_WOULD}\s+)?(?P<said>\S.{{0,20}}?)"
    r"[\s,]+(?:only )?if\b",
    re.IGNORECASE,
)
"""What the answer would be, before the case: ``it'd be 200 if he panicked``."""
_AFTER: Final = re.compile(
    rf"\bif\b.*?[\s,]+(?:then\s+)?(?:it|that|this)\s*{_WOULD}\s+(?P<said>\S.{{0,20}}?)[\s.!]*$",
    re.IGNORECASE,
)
"""The same behind it: ``if she was nervous it would be 190``."""
_AFTER_HAN: Final = re.compile(
    r"(?:如果|要是|假如|假设|的话).*?(?:应该|大概|估计|可能|恐怕|说不定|[就会得要]){1,3}"
    r"(?:[会得要]?是|[要得有到花用考卖])(?:差不多|大概|了)?(?P<said>[\d一二三四五六七八九十百千万两].{0,8}?)"
    r"(?:左右|上下)?[吧了啦啊哦]*[\s。.!！]*$"
)
"""The same in Chinese: 要是她紧张的话应该会是190吧."""


def check_supposed(request: Request, judged: Judged) -> None:
    """Return where a sentence does not suppose what the answer would be.

    Raises:
        Unsure: it does: how the answer is put right, or asked again with a change.
    """
    text, task = request.text, judged.task
    if ends_as_question(text) or not _supposes(text, judged):
        return
    number, locale = judged.prediction.number, request.sender.locale
    first = say("supposed", locale=locale, text=clip(text.strip(), SENTENCE), number=number)
    lines = [first, correction_hint(request, judged), *change_hint(task, locale)]
    raise Unsure("\n".join(lines))


def change_hint(task: Task, locale: str) -> tuple[str, ...]:
    """Return the line that says how a question is asked again with a change, if it has fields."""
    field = next((f for f in task.fields if not takes_any_words(f)), None)
    return (say("ask with a change", locale=locale, field=field.name),) if field else ()


def _supposes(text: str, judged: Judged) -> bool:
    """Return whether the answer itself is what a case is said to make."""
    found = _BEFORE.search(text) or _AFTER.search(text) or _AFTER_HAN.search(text)
    if found is None or judged.task.target.kind is TargetKind.CATEGORY:
        return False
    said = found["said"].strip()
    if not is_number_alone(plain_words(said)):
        return False
    try:
        read_truth(said, judged.task.target, judged.known)
    except InvalidValue:
        return False
    return True
