"""Requests for a deed in the world, which the bot cannot do: ``remind me in 40 minutes``."""

import re
from typing import Final

from core.assistant.acts import is_written_as_title
from core.assistant.commands.stated_texts import whether_to_predict
from core.assistant.question_kinds import asks_how_much
from core.assistant.reading.traditional import simplified
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request
from core.assistant.task_fit import MOST_TASKS, is_known_name
from core.assistant.which import find_task
from core.assistant.wording import say
from core.domain.task import Task
from core.ports.work import Work

_DEED: Final = re.compile(
    r"\W*(?:(?:please|pls|plz|ok|okay|hey|hi|and|so|then|now|(?:can|could|would|will) (?:you|u)|"
    r"i (?:want|need) (?:you|u) to|(?:don['’]?t|do not) forget to|"
    r"(?:in|at|on|by|around|tomorrow|tonight|later|after)\b[^,.;!?]{0,20}?)\b[\s,]*)*"
    r"(?:(?:remind|wake|notify|alert|nudge|ping|warn|message|dm|e?mail|text|phone|call|ring|send|"
    r"bring|fetch|get|buy|order|book|reserve|pay|lend|wire|drive|pick|translate)\s+"
    r"(?:me|us|him|her|them|everyone|everybody|my|our)\b"
    r"|(?:send|wire|transfer|pay|lend|forward|give)\s+(?:.{1,30}\sto\s+)?(?-i:[A-Z][a-z]+)\b"
    r"|(?:message|dm|e?mail|text|phone|call|ring|invite)\s+(?-i:[A-Z][a-z]+)\b"
    r"|(?:set|start|make|create|put|add|run)\s+(?:me\s+|us\s+|up\s+)?(?:an?\s+|the\s+|my\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:timer|alarm|reminder|countdown|stopwatch)\b)",
    re.IGNORECASE,
)
"""What a sentence begins with that wants something done for, or sent to, a person."""
_DEED_HAN: Final = re.compile(
    r"(?:请|麻烦|拜托|你|您|记得|到时候?|能不能|可不可以|能|可以|帮我|给我|"
    r"[^，,。？?！!]{1,12}?(?:以后|之后|后|时候|点半?|分|早上|晚上|明天|今晚))*"
    r"(?:(?:提醒|叫醒|通知|喊醒?)(?:一下)?(?:我|咱)"
    r"|(?:帮|替|给)(?:我|咱)们?(?:订|定|买|点|叫|发|转|设|打|关|开|放|约|寄|送)"
    r"|(?:定|设|设置|开|订)(?:一?个)?[^，,。？?！!]{0,12}?(?:闹钟|闹铃|定时|倒计时|计时器?|提醒)"
    r"|(?:转|汇|打)(?:账|款)?\s*[^，,。？?！!给]{1,12}给(?!我))"
)
"""The same in Chinese: 40分钟后提醒我关火, 定个闹钟, 转20块给小王."""


async def answer_deed(ports: Ports, request: Request) -> Reply | None:
    """Return the reply to a request for a deed; None for a sentence that is none.

    A text to classify may ask for one.

    Raises:
        AskFirst: it also says values of a task: whether they are asked about.
    """
    text = request.text
    is_deed = _DEED.match(text) or _DEED_HAN.match(simplified(text))
    if not is_deed or "task" in request.options or asks_how_much(text):
        return None
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
        recalled = [await ports.recollection.of(work, task) for task in tasks[:MOST_TASKS]]
        task = await _task_meant(work, request, ports)
    if any(task.is_about_texts or (task.item and is_written_as_title(text)) for task in tasks):
        return None
    if any(is_known_name(text, each.task, each.known) for each in recalled):
        return None
    known = next((each.known for each in recalled if each.task == task), None)
    if task is not None and known is not None:
        today = request.sender.day_of(ports.clock())
        reading = request.readings.of(text, task, known, today=today)
        if reading.values:
            raise whether_to_predict(request, task, (), "cannot do but")
    return Reply(title=say("cannot do", locale=request.sender.locale))


async def _task_meant(work: Work, request: Request, ports: Ports) -> Task | None:
    """Return the task that a sentence would be asked of; None where that would be asked first."""
    try:
        return (await find_task(work, request, ports=ports))[0]
    except AskFirst:
        return None
