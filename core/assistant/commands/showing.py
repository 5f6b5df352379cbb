"""What the bot shows where a sentence asks for it: lessons by their place, and its own words."""

import re
from dataclasses import replace
from typing import Final

from core.assistant.act_words import Act
from core.assistant.commands import examples, explaining, guide, privacy, tasks
from core.assistant.commands.answered import is_for_asker_alone
from core.assistant.commands.judged import judged_answer, recent_answer
from core.assistant.commands.removing import newest_own, tasks_meant
from core.assistant.example_references import Meant, in_chinese, in_english
from core.assistant.raters import shown_to_all
from core.assistant.reading.traditional import simplified
from core.assistant.reply import Reply
from core.assistant.request import Ports, Request
from core.assistant.wording import say
from core.errors import NotFound

_ANSWER: Final = re.compile(r"[?？](\d{1,9})(?!\d)")
"""An answer by its number: ``why is ?1 so expensive``."""
_EXAMPLE: Final = re.compile(r"[#＃]\s?(\d{1,9})(?!\d)")
_SHOW: Final = re.compile(
    r"\W*(?:(?:please|pls|can you|could you|ok|so)\b\W*)*"
    r"(?:show|display|let me see|see|view)(?:\s+(?:me|us))?(?:\s+again)?\s+(?P<object>.+?)"
    r"(?:\s+(?:please|pls|again))*\W*",
    re.IGNORECASE,
)
_SHOW_HAN: Final = re.compile(
    r"(?:请|麻烦你?|帮我|给我|让我|我想?要?|再)*(?:看一?看|看一?下|看|显示|展示)(?:一下)?(?P<object>.+?)"
    r"[吧呢啊呗\s。.!！?？]*"
)
_MEANS: Final = re.compile(
    r"\W*(?:(?:and|so|ok|sorry|hm+)\b\W*)*(?:what\s+(?:do|does)\s+(?:the\s+)?(?P<meant>.+?)\s+mean"
    r"|(?:what\s+(?:is|are)|what['’]?s|explain|meaning of)\s+(?:the\s+)?(?P<asked>.+?)"
    r"(?:\s+(?:about|for|here|supposed to mean))?)[\s?？.!]*",
    re.IGNORECASE,
)
_MEANS_HAN: Final = re.compile(
    r"(?:那|这个?|你说的|什么是|啥是)*(?P<asked>.{1,16}?)"
    r"(?:又?是|指的?是?|代表)?(?:什么意思|啥意思|什么|啥|怎么回事|意味着什么)[啊呢呀吗?？。\s]*"
)
_OWN: Final = {
    "means range": re.compile(
        r"(?:range )?(?:of )?80 ?%(?: range| interval|区间|范围)?|(?:百分之)八十"
    ),
    "means retrained": re.compile(r"not retrained(?: yet)?|尚未(?:重新)?训练|没(?:有)?重新训练"),
    "means shares": re.compile(
        r"(?:linear|rule|mean|nearest|model|forest|network|线性|规则|均值|平均|模型)\s?\d{1,3} ?%"
    ),
    "means numbers": re.compile(r"[?#]\s?\d{1,9}"),
}
"""Words of answers of which no question consists otherwise."""
_OWN_AFTER_ANSWER: Final = {
    "means range": re.compile(
        r"(?:range|interval|numbers? in (?:the )?brackets|brackets)|(?:预测)?(?:区间|范围)"
        r"|括号里?的?(?:数字?|区间|范围)?"
    ),
    "means retrained": re.compile(r"retrained|重新训练"),
}
_QUOTES: Final = " \t\"'“”「」‘’()（）"


async def answer_shown(ports: Ports, request: Request) -> Reply | None:
    """Return what a sentence asks to be shown or explained of the bot's own; None for any other."""
    if "task" in request.options:
        return None
    if key := await _own_word(ports, request):
        return Reply(title=say(key, locale=request.sender.locale))
    meant = _example_asked_for(request.text)
    if meant is None:
        return None
    if meant.number:
        return await examples.display(ports, replace(request, options={"number": meant.number}))
    try:
        async with ports.open_work() as work:
            found = await newest_own(work, request, await tasks_meant(work, request), meant)
    except NotFound:  # they taught none
        return None
    if len(found) == 1:
        number = str(found[0].example.number)
        return await examples.display(ports, replace(request, options={"number": number}))
    lines = tuple(shown_to_all(each.example, each.task, request) for each in found)
    return Reply(title=say("counted", locale=request.sender.locale, count=len(found)), lines=lines)


def _example_asked_for(text: str) -> Meant | None:
    """Return which examples a sentence wants to see, told by number or place from the newest."""
    folded = " ".join(simplified(text).split())
    english, chinese = _SHOW.fullmatch(folded), _SHOW_HAN.fullmatch(folded)
    meant = in_english(english["object"]) if english else None
    if meant is None and chinese:
        meant = in_chinese(chinese["object"])
    is_told = meant is not None and bool(meant.number or meant.last or meant.back)
    return meant if is_told else None


async def _own_word(ports: Ports, request: Request) -> str:
    """Return the key of what explains the words of an answer that a sentence asks about."""
    folded = " ".join(simplified(request.text).split())
    found = _MEANS.fullmatch(folded) or _MEANS_HAN.fullmatch(folded)
    if found is None:
        return ""
    said = next(filter(None, found.groups())).strip(_QUOTES).casefold()
    if key := next((key for key, one in _OWN.items() if one.fullmatch(said)), ""):
        return key
    key = next((key for key, one in _OWN_AFTER_ANSWER.items() if one.fullmatch(said)), "")
    return key if key and await recent_answer(ports, request) else ""


async def shown_of(ports: Ports, request: Request, act: Act) -> Reply | None:
    """Return what an act shows that changes nothing; None for another, or where nothing was asked.

    A sentence says none of the command's own words: it is about the last answer, or help as such.
    """
    if act.commands == ("help",):
        return await guide.show_help(ports, replace(request, name="help", text=""))
    if act.commands == ("task list",):
        return await tasks.listing(ports, replace(request, name="task list", text=""))
    if act.commands == ("privacy see",):
        return await privacy.see(ports, replace(request, name="privacy see", text=""))
    if act.commands != ("why",):
        return None
    named, taught = _ANSWER.search(request.text), _EXAMPLE.search(request.text)
    if taught and not named:
        shown = replace(request, name="examples show", text="", options={"number": taught[1]})
        return await examples.display(ports, shown)
    options = {**request.options, "number": named[1]} if named else request.options
    async with ports.open_work() as work:
        judged = await judged_answer(ports, work, replace(request, options=options))
    if judged is None:
        return None
    options = {**options, "number": str(judged.prediction.number)}
    reply = await explaining.why(ports, replace(request, name="why", text="", options=options))
    is_aside = request.sender.is_overheard and is_for_asker_alone(judged.prediction)
    return replace(reply, is_personal=is_aside)
