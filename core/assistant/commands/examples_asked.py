"""Which lessons there are, and which look wrong, where a sentence asks to see them.

``show me the examples``, ``which ones are doubtful?``, 有哪些例子. They are of the task
that is named, of the channel's, or of the card that the sender got last; else it is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.assistant.commands import examples
from core.assistant.commands.amending import newest_lesson
from core.assistant.commands.judged import judged_answer
from core.assistant.place_tasks import task_of_place
from core.assistant.reading.traditional import simplified
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.task_names import tasks_mentioned
from core.assistant.which import MAX_OFFERED
from core.assistant.wording import say
from core.domain.task import Task
from core.ports.work import Work

_NOUN: Final = r"(?:examples?|lessons?|records?|entries|samples?)"
_OPENS: Final = (
    r"^\W*(?:(?:ok(?:ay)?|so|and|hey|please|pls|well|now|then|hm+|sorry)\W+)*"
    r"(?:(?:can|could|may|would) (?:i|you|we) )?(?:please )?"
)
_OF: Final = r"(?:\s+(?:of|for|from|in|about)\s+(?:the\s+)?[\w-]{1,30}(?:\s+task)?)?"
_ENDS: Final = r"(?:\s+(?:please|pls|again|so far|now|then))*[\s.!?？]*$"
_LIST: Final = re.compile(
    rf"{_OPENS}(?:show|list|see|view|display|print|give)(?: me| us)?"
    rf"(?: (?:all|the|your|our|of|last|latest|newest|recent|these|those|stored|saved))*"
    rf" {_NOUN}{_OF}{_ENDS}"
    rf"|{_OPENS}(?:what|which) (?:\w+ )?{_NOUN}(?: do you have| have you(?: got)?"
    rf"| are (?:there|stored|saved|in there)| do (?:we|i) have| were taught"
    rf"| did (?:we|i|you) (?:teach|save|learn|get)){_OF}{_ENDS}"
    rf"|{_OPENS}what (?:were|are) (?:the|my|our|your) (?:last |latest |newest |recent )?"
    rf"{_NOUN}{_OF}{_ENDS}"
    r"|^(?:那|请|现在|都|目前|给我|帮我)*(?:看一?看|看一下|显示|列出|列一下|展示|给我看)(?:一下)?(?:所有|全部|最近|现在)?的?"
    r"(?:例子|样例|示例|记录)[吧啊呢\s。!！?？]*$"
    r"|^(?:现在|都|目前|里面|一共|最近|你|我们)*有(?:哪些|什么)(?:例子|样例|示例)[啊呢呀\s?？]*$"
    r"|^(?:现在的?|目前的?|最近的?|所有的?)?(?:例子|样例|示例)(?:都)?有(?:哪些|什么)[啊呢呀\s?？]*$"
    r"|^最近(?:都)?(?:教|学|存|记)(?:了|过)(?:哪些|什么|啥)[啊呢呀\s?？]*$",
    re.IGNORECASE,
)
_OF_WHAT: Final = re.compile(rf"{_NOUN}{_OF[:-1]}{_ENDS}", re.IGNORECASE)
"""Examples that are said to be of something."""
_DOUBTFUL: Final = (
    r"(?:doubtful|odd|suspicious|suspect|wrong|strange|weird|questionable|fishy|dubious|unsure|"
    r"waiting|on hold|held|unconfirmed|off|(?:need|needs|need to be|to be|to) "
    r"(?:a )?(?:review(?:ed|ing)?|check(?:ed|ing)?|confirm(?:ed|ing|ation)?))"
)
_DOUBTFUL_HAN: Final = (
    r"(?:可疑|有疑问|有疑|存疑|奇怪|不对劲|有问题|不太对|可能(?:是)?错|待(?:确认|复习|复查|审核|检查)"
    r"|(?:需要|要|该|应该)(?:复习|复查|检查|确认|核对)|复习|复查|等着?确认|还没确认)"
)
_NOUN_HAN: Final = "(?:例子|样例|示例|记录)"
_ENDS_HAN: Final = r"[吗啊呢呀吧\s?？。]*$"
_REVIEW: Final = re.compile(
    rf"{_OPENS}(?:which|what|any|are there any|(?:do you have|have you got) any)(?: of)?"
    rf"(?: the| your| our| my)? (?:{_NOUN}|ones?)(?: that)?(?: are| is| looks?| seems?| have)?"
    rf"(?: a bit| rather| so)? {_DOUBTFUL}{_OF}{_ENDS}"
    rf"|{_OPENS}(?:any|are there any|have you got any) {_DOUBTFUL} (?:{_NOUN}|ones?){_OF}{_ENDS}"
    rf"|{_OPENS}(?:show|list|see|view|review|check)(?: me| us)?(?: (?:all|the|your|our|my|any))*"
    rf" (?:{_DOUBTFUL} (?:{_NOUN}|ones)){_OF}{_ENDS}"
    rf"|{_OPENS}(?:review|check) (?:the |your |our )?{_NOUN}{_OF}{_ENDS}"
    rf"|^(?:那|现在|请|给我|看看|显示|列出)*{_DOUBTFUL_HAN}(?:的?{_NOUN_HAN}(?:都)?(?:有|是)?"
    r"(?:哪些|哪几[条个]|什么|有吗|吗)|的?(?:都)?(?:有|是)?哪(?:些|几[条个])|的有(?:吗|没有))[啊呢呀\s?？]*$"
    rf"|^(?:那|现在|请|给我)*(?:有?哪些|哪几[条个]|哪[条个])(?:{_NOUN_HAN}|是|比较|最)*{_DOUBTFUL_HAN}"
    rf"的?{_NOUN_HAN}?{_ENDS_HAN}"
    rf"|^(?:那|现在|请|给我)*(?:有没有|有什么|看看|看一下|显示|列出|列一下)(?:是|比较|最)*"
    rf"(?:{_NOUN_HAN}{_DOUBTFUL_HAN}的?|{_DOUBTFUL_HAN}(?:的?{_NOUN_HAN}|的)){_ENDS_HAN}",
    re.IGNORECASE,
)


async def answer_examples(ports: Ports, request: Request) -> Reply | None:
    """Return a task's lessons, or those that look wrong; None where a sentence asks otherwise.

    Raises:
        AskFirst: it is not clear of which task.
    """
    text = simplified(request.text)
    review = _REVIEW.search(text) is not None
    if not (review or _LIST.search(text)):
        return None
    name = "examples review" if review else "examples list"
    show = examples.review if review else examples.listing
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
        task = await _task_meant(ports, work, request, tasks)
    if not tasks or (len(tasks) == 1 and tasks[0].is_about_texts):
        return None  # a text to classify may be in any words
    if _OF_WHAT.search(text) and not tasks_mentioned(tasks, text):
        return None  # of a value, which a list does not tell apart
    if "task" in request.options and (task is None or task.is_about_texts):
        return None
    listing = replace(request, name=name, text="", options={})
    if task is None:
        ways = tuple(
            Way(label=each.name, request=listing.about(each.name)) for each in tasks[:MAX_OFFERED]
        )
        raise AskFirst(say("which task", locale=request.sender.locale), ways=ways)
    ports.shown.note_listed(request.sender, task.id)
    return await show(ports, listing.about(task.name))


async def _task_meant(
    ports: Ports, work: Work, request: Request, tasks: Sequence[Task]
) -> Task | None:
    """Return the task that is named, the channel's, the only one, or that of the last card."""
    named = [task for task in tasks if task.name == request.option("task")]
    named = named or list(tasks_mentioned(tasks, request.text))
    if len(named) == 1 or "task" in request.options:
        return named[0] if named else None
    place = await task_of_place(work, request.sender)
    of_place = next((task for task in tasks if task.id == place), None)
    if of_place or len(tasks) == 1:
        return of_place or tasks[0]
    return await _task_of_last_card(ports, work, request, tasks)


async def _task_of_last_card(
    ports: Ports, work: Work, request: Request, tasks: Sequence[Task]
) -> Task | None:
    """Return the task whose lessons were listed last, or of the lesson or the answer since."""
    listed = ports.shown.listed(request.sender)
    if here := next((task for task in tasks if task.id == listed), None):
        return here
    newest = await newest_lesson(work, request)
    if newest is not None:
        return newest[1]
    judged = await judged_answer(ports, work, request)
    is_recent = judged and judged.prediction.answered_at >= ports.last_answers_since()
    return judged.task if judged and is_recent else None
