"""Remarks: sentences that ask nothing, and say what they are for by their form alone.

A member refuses that something is saved, calls off what they began, or agrees with the answer
that they got last. Nothing of it is predicted or taught.
"""

import re
from dataclasses import replace
from functools import partial
from typing import Final

from core.assistant.assent import calls_off
from core.assistant.commands.agreeing import (
    agrees_with_answer,
    kept_correction,
    shown_answer,
    whether_right,
)
from core.assistant.commands.chatter import answer_chatter
from core.assistant.commands.counting import answer_count
from core.assistant.commands.deeds import answer_deed
from core.assistant.commands.examples_asked import answer_examples
from core.assistant.commands.judged import recent_answer
from core.assistant.commands.labels_asked import answer_labels
from core.assistant.commands.own_answers import answer_about_answer
from core.assistant.commands.past_asked import answer_past
from core.assistant.commands.showing import answer_shown
from core.assistant.languages import language_wanted
from core.assistant.removals import refuses_removal
from core.assistant.reply import Reply
from core.assistant.request import Ports, Request
from core.assistant.task_fit import MOST_TASKS, is_known_name
from core.assistant.wording import say

_REFUSES: Final = re.compile(
    r"\W*(?:(?:please|pls|ok|hey)\W+)?"
    r"(?:(?:do not|don['’]?t|dont|never|no need to|not to) (?:save|store|learn|teach|record|keep|"
    r"note|count|add|remember)\b(?:\s+(?:from )?(?:this|that|it|these|those|the following|"
    r"any of (?:this|it)|anything|yet))*\s*(?P<end>[:：,，.!;-]|$)"
    r"|(?P<han>(?:这[个条句些]?|那[个条句]?|下面的?|刚才的?)?(?:先?别|不要|不用|先不要?|勿)(?:帮我)?(?:存|保存|记住?|记录|学习?|教|当真|收录)"
    r"(?:下来?|这[个条句]?|它)?(?P<han_end>[\s:：,，。!！]|$)))",
    re.IGNORECASE,
)
"""A member wants something not to be saved: ``don't save this: …``, 别存：…"""
_GOES_ON: Final = re.compile(r"[:：]\s*\S")
_UNREAL: Final = re.compile(
    r"^\W*(?:(?:i['’]?m |i am |was )?(?:just |only )?(?:kidding|joking)\b|jk\b|"
    r"(?:(?:this|that|it) (?:is|was) |that['’]?s )?just (?:a |an )?(?:joke|test|example)\b|"
    r"for (?:example|instance)\b|e\.g\.|hypothetically\b|"
    r"开个?玩笑|我?逗你|说着玩|闹着玩|例如|比如|比方|举个例子|打个比方|随便说)"
    r"|(?:(?:[,.;(!]\s*|\bjust )(?:kidding|joking|jk)|"
    r"\b(?:do not|don['’]?t|dont) (?:save|store|learn|record|keep) (?:it|this|that)|"
    r"\bwould be (?:wrong|nonsense)|开玩笑的?|别当真|逗你的|[，,。！\s](?:别|不要|不用)存)"
    r"[\s.!！。)）]*$",
    re.IGNORECASE,
)
"""An arrow in such a sentence teaches nothing: ``just kidding: … -> 5``, 比如 … -> 5."""


def answer_unsaved(request: Request, *, is_lesson: bool) -> Reply | None:
    """Return the reply to a sentence that is not to be saved; None for any other.

    Args:
        request: the sentence.
        is_lesson: whether it has the form of a lesson.
    """
    text, locale = request.text, request.sender.locale
    if not is_lesson and refuses_removal(text):
        return Reply(title=say("dropped", locale=locale))
    if not _REFUSES.match(text) and not (is_lesson and _UNREAL.search(text)):
        return None
    if not is_lesson and not _GOES_ON.search(text):  # of what was said before, perhaps
        line = say("undo instead", locale=locale)
        return Reply(title=say("dropped", locale=locale), lines=(line,))
    return Reply(title=say("not saved", locale=locale), lines=(say("how to save", locale=locale),))


async def answer_remark(ports: Ports, request: Request) -> Reply | None:
    """Return the reply to a sentence that calls off, agrees, or wants what is no forecast, if any.

    Raises:
        AskFirst: it agrees with the answer that the sender got last: whether that is noted.
    """
    for answer in _ANSWERS:
        if reply := await answer(ports, request):
            return reply
    locale, is_called_off = request.sender.locale, calls_off(request.text)
    if not is_called_off and not agrees_with_answer(request.text):
        return None
    if await _is_name(ports, request):
        return None
    if is_called_off:
        line = say("undo instead", locale=locale)
        return Reply(title=say("dropped", locale=locale), lines=(line,))
    judged = await shown_answer(ports, request) or await recent_answer(ports, request)
    if judged is None:
        return None
    if kept := await kept_correction(ports, request, judged):
        return kept
    raise whether_right(request, judged)


async def _answer_language(ports: Ports, request: Request) -> Reply | None:
    """Return the reply to a sentence that wants to be answered in a language, if it does."""
    wanted = language_wanted(request.text)
    if wanted is None:
        return None
    name, locale = wanted
    if await _is_name(ports, request) or await _is_name(ports, replace(request, text=name)):
        return None
    if not locale:
        return Reply(title=say("speaks not", locale=request.sender.locale, language=name))
    return Reply(title=say("speaks now", locale=locale), speaks=locale)


async def _is_name(ports: Ports, request: Request) -> bool:
    """Return whether a sentence is an item, a category or a label that some task knows."""
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
        known = [(await ports.recollection.of(work, task)).known for task in tasks[:MOST_TASKS]]
    return any(map(partial(is_known_name, request.text), tasks, known))


_ANSWERS: Final = (
    _answer_language,
    answer_about_answer,
    answer_chatter,
    answer_shown,
    answer_examples,
    answer_deed,
    answer_labels,
    answer_count,
    answer_past,
)
"""What answers a sentence that wants no forecast, in this order."""
