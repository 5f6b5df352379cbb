"""Talk with the bot about itself, and a question that is to be forgotten: never forecast."""

import re
from typing import Final

from core.assistant.commands.own_answers import OPENS
from core.assistant.reading.traditional import simplified
from core.assistant.reply import Reply
from core.assistant.request import Ports, Request
from core.assistant.wording import say

_QUESTION_DROPPED: Final = re.compile(
    r"^\W*(?:(?:please|pls|ok|oh|sorry|just|hey)\W+)*(?:forget|ignore|delete|erase|remove|scrap|"
    r"drop|cancel|disregard|(?:do not|don['’]?t|dont) (?:save|keep|store|remember|record|learn))"
    r"(?: about)? (?:that|this|my|the|those|these)(?: last| previous| first)?"
    r" (?:questions?|query|queries)\b"
    r"|^\W*(?:请|那就|帮我|你|把)*(?:当(?:我|作|做)?(?:刚才)?没问|就?当(?:我)?没问过)"
    r"|^\W*(?:请|那就|帮我|你|把)*(?:忘[了掉记]|忽略|删[掉除了]?|别[记存]|不要[记存]|撤[回销]|收回)(?:掉|了|住)?"
    r"(?:我)?(?:那|这|刚才|刚刚|上一?)*的?[个条]?(?:问题|提问)",
    re.IGNORECASE,
)
"""A member wants a question to be forgotten, which taught nothing."""
_ENDS: Final = (
    r"(?: (?:really|now|again|then|too|at all|sometimes|anything|it|that|things))*[\s.!?？]*$"
)
_SMALL_TALK: Final = re.compile(
    rf"{OPENS}(?:do|did) you (?:ever |also |really |still |even )?"
    r"(?:like|love|hate|enjoy)\b[^,;:]*$"
    rf"|{OPENS}(?:do|did|can|could|are|will|would|have) you (?:ever |also |really |still |even )?"
    r"(?:prefer|sleep|eat|dream|dance|sing|feel|live|human|alive|real|bored|"
    rf"tired|an? (?:robot|bot|human|person|machine|computer)|remember me|know me|miss me){_ENDS}"
    rf"|{OPENS}(?:tell|give|say)(?: me| us)? (?:a|another|one more|some) (?:jokes?|story|poem)\b"
    rf"|{OPENS}(?:how old are you|where do you live|what['’]?s your name|what is your name"
    r"|who am i|do you know who i am|what would change your mind|could you be wrong"
    rf"|can you be wrong|is (?:that|it|this) your final answer){_ENDS}"
    r"|^\W*(?:那)?你(?:自己)?(?:也|真的?|还|很|最)?(?:(?:喜欢|爱|讨厌)[^，。]{0,12}[吗么呢?？了]"
    r"|(?:会(?:做梦|睡觉|累|无聊)|是(?:真?人|机器人|人工智能)(?:还是[^，。]{1,6})?"
    r"|几岁|多大(?:了|年纪)?|住哪[里儿]?|叫什么(?:名字)?|累不累|无聊)[吗么呢了啊呀\s?？]*$)"
    r"|^\W*(?:给我|再|来|能|请|给大家)*(?:讲|说|来)(?:一?个|点)(?:笑话|故事|段子)|^\W*我是谁[?？\s]*$",
    re.IGNORECASE,
)
"""Talk with the bot about itself, whatever of a task it names: ``do you like 3 rooms?``."""


async def answer_chatter(ports: Ports, request: Request) -> Reply | None:
    """Return the reply to talk with the bot itself, and to one who wants a question forgotten.

    Where things are rated, whether the bot likes one is another question.
    """
    text, locale = simplified(request.text), request.sender.locale
    is_of_question = _QUESTION_DROPPED.search(text) is not None
    if not (is_of_question or _SMALL_TALK.search(text)) or "task" in request.options:
        return None
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
    if not tasks or all(task.is_about_texts for task in tasks):
        return None
    if is_of_question:
        return Reply(title=say("questions teach nothing", locale=locale))
    is_rated = any(task.rater for task in tasks)
    return None if is_rated else Reply(title=say("small talk", locale=locale))
