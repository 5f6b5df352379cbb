"""What the bot said, how sure it was and who taught it that: shown of a stored answer again.

``what did you say about the blue one``, 刚才那个多少来着, ``how sure were you``. It is of the
answer that the sender was shown last, or of the newest of theirs with the values that are named.
Nothing of it is forecast or stored.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from core.assistant import describe, show
from core.assistant.act_words import NUMBERED
from core.assistant.buttons import answer_choices
from core.assistant.commands import examples, explaining
from core.assistant.commands.amending import newest_lesson
from core.assistant.commands.answered import is_for_asker_alone
from core.assistant.commands.judged import Judged, about_answer, judged_answer
from core.assistant.place_tasks import task_of_place
from core.assistant.reading.han_numbers import figures_of
from core.assistant.reading.traditional import simplified
from core.assistant.reply import Reply, Tone
from core.assistant.request import Ports, Request
from core.assistant.task_fit import are_new_words, stands_in
from core.assistant.task_names import tasks_mentioned
from core.assistant.wording import say
from core.domain.fields import Value, Values
from core.domain.identity import FieldKey
from core.errors import NotFound

_NUMBER: Final = re.compile(r"[?？](\d{1,9})(?!\d)")
_LAST: Final = 30
"""Answers of a member that are looked through, the newest first."""
OPENS: Final = r"^\W*(?:(?:sorry|wait|hm+|ok(?:ay)?|so|and|but|hey|again|oh|thanks|lol|btw)\W+)*"
_ANSWER: Final = r"(?:answer|guess|prediction|forecast|estimate)s?"
_BEFORE: Final = "(?:刚才|刚刚|之前|上一?次|先前|早先|前面)"
_ENDS: Final = r"(?: then| exactly| again)?[\s.?？!！]*$"
_SAID: Final = re.compile(
    rf"{OPENS}(?:what|how (?:much|many|long|far|high|big|old))\b[^?？]{{0,40}}?\b"
    r"(?:did you (?:just |first |originally |last )?(?:say|tell|guess|predict|forecast|estimate)"
    r"|you (?:just |first |originally )?(?:said|guessed|predicted|forecast(?:ed)?|estimated)"
    rf"|(?:was|were) (?:your|the) (?:(?:last|previous|first|earlier|old|other) )?{_ANSWER}"
    rf"|(?:is|['’]s) (?:your|the) (?:last|previous|first|earlier|old) {_ANSWER})\b"
    rf"|{OPENS}(?:what|how (?:much|many|long|far))['’]?s? (?:was|were) (?:it|that|this)"
    r"(?: one| number| answer)? again\b"
    rf"|{OPENS}(?:say|tell me|repeat) (?:it|that|the (?:last )?answer|your (?:last )?answer)"
    r"(?: (?:again|once more))?[\s.!?]*$"
    rf"|(?:你(?:们)?{_BEFORE}|{_BEFORE}[^，。？?我]{{0,6}}你)[^，。？?我]{{0,4}}(?:说|猜|估|预测|报(?!名)|答)"
    r"(?:的|了|过)?(?:是)?[^，。？?]{0,14}?(?:多少|几|什么|啥)"
    rf"|^\W*(?:那|你)?{_BEFORE}(?:的|那[套个条次])?(?:(?:说|猜|估|预测|报(?!名)|答)(?:的|了|过)?|答案|回答)"
    r"(?:是|都是)?(?:多少|几|什么|啥)"
    r"|你(?:说|猜|估|预测|报)(?:的|了|过)(?:是)?[^，。？?]{0,14}?(?:多少|几(?!个?房)|什么|啥)[\s?？。了啊呀]*$"
    r"|^(?![^，。？?]*我)[^，。？?]{0,16}(?:多少|几[^分]?|什么|啥)来着"
    r"|^\W*(?:那|你)?(?:刚才|刚刚)(?:那个?|那次|的)*(?:答案|结果|预测|数字?)?(?:是)?(?:多少|几|什么|啥)"
    r"|^\W*(?:请|麻烦|你|能|可以|那|把|答案|预测|刚才的?|[再给我])*(?:再说|重复)(?:一遍|一次|一下)(?:答案|你的答案)?[\s。！!吧?？]*$",
    re.IGNORECASE,
)
"""A question for what the bot has answered: in the past, or said to be once more."""
_WHY: Final = re.compile(
    rf"{OPENS}(?:how (?:sure|certain|confident)"
    rf"(?: (?:are|were) you\b[^:]*| (?:is|was) (?:that|it|this)(?: {_ANSWER})?)?{_ENDS}"
    r"|why (?:only |just |so |that |exactly )*[€$£]?\d[\d.,]*\s?(?:[€$£]|[^\W\d_]{0,5})[\s?？!]*$"
    r"|(?:(?:on )?(?:what|which)(?: is|['’]s| was)? (?:that|it|this|your \w+) based on"
    r"|based on what"
    r"|(?:on )?what basis(?: (?:is|was) (?:that|it|this)| (?:do|did) you (?:say|think|know) \w+)?"
    r"|where (?:does|did|do) (?:that|it|this|you) (?:\w+ )?"
    r"(?:come from|get (?:that|it|this|\d[\d.,]*\w*)(?: from)?)"
    rf"|what makes you (?:so sure|think so|say so)(?: (?:about|of) (?:that|it|this))?){_ENDS}"
    r"|who says(?: so| that)?[\s?？!]*$)"
    r"|^\W*(?:那|可)?(?:你(?:刚才|之前)?)?(?:凭什么|凭啥|根据什么|依据(?:是)?什么|有什么(?:根据|依据))"
    r"(?:这么|那么)?(?:说|认为|觉得|猜|估|预测)?[\s?？啊呢]*$"
    r"|^[^，。？?\d]{0,6}(?:(?:有)?(?:多大|多少|几成|什么)(?:的)?(?:把握|信心)|有(?:没有)?把握)[的吗么啊呢\s?？]*$",
    re.IGNORECASE,
)
"""A question for what an answer rests on, or how sure it was."""
_ABOUT: Final = re.compile(r"\b(?:are|were) you (?:\w+ )?(?:about|of|for) ", re.IGNORECASE)
"""It is of the answer with the values that follow, and of no other."""
_WHO: Final = re.compile(
    rf"{OPENS}who (?:taught|told|gave|said)(?: you)? (?:that|this|it|so|#\s?\d{{1,9}})"
    rf"(?: one| lesson| example)?{_ENDS}"
    r"|^\W*(?:那|这|刚才|刚刚|上|第)*\s?[\d一二三四五六七八九十]{0,4}(?:条|个|句话?|次)?(?:都)?是?(?:谁|哪个人)"
    r"(?:教|告诉)(?:你)?(?:的|这个)[\s?？啊呀]*$|^\W*(?:#\s?\d{1,9})\s?是?谁教的",
    re.IGNORECASE,
)
"""A question who taught the lesson, or what the answer rests on, that was shown last."""


async def answer_about_answer(ports: Ports, request: Request) -> Reply | None:
    """Return a stored answer again, or what it rests on, where a sentence asks for that."""
    text = simplified(request.text)
    is_who = _WHO.search(text) is not None
    is_why = is_who or _WHY.search(text) is not None
    if not (is_why or _SAID.search(text)) or "task" in request.options:
        return None
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
    if all(task.is_about_texts for task in tasks):
        return None
    if is_who and (example := await _example_meant(ports, request)):
        return await examples.display(ports, replace(request, options={"number": example}))
    is_needed = not is_why or _ABOUT.search(text) is not None
    judged = await _answer_meant(ports, request, is_needed=is_needed)
    if judged is None:
        return Reply(title=say("nothing asked", locale=request.sender.locale))
    is_aside = request.sender.is_overheard and is_for_asker_alone(judged.prediction)
    if is_why:
        options = {"number": str(judged.prediction.number)}
        reply = await explaining.why(ports, replace(request, name="why", text="", options=options))
        return replace(reply, is_personal=is_aside or reply.is_personal)
    return replace(_again(request, judged), is_personal=is_aside)


async def _answer_meant(ports: Ports, request: Request, *, is_needed: bool) -> Judged | None:
    """Return the answer whose number or values are named, or that the sender was shown last."""
    if number := _NUMBER.search(request.text):
        request = replace(request, options={**request.options, "number": number[1]})
    elif named := await _answer_named(ports, request, is_needed=is_needed):
        return named
    async with ports.open_work() as work:
        return await judged_answer(ports, work, request)


async def _example_meant(ports: Ports, request: Request) -> str:
    """Return the number of the lesson that is asked about; empty where that is an answer."""
    if named := NUMBERED.search(request.text):
        return figures_of(named["figures"] or named["han"])
    async with ports.open_work() as work:
        newest = await newest_lesson(work, request)
    return str(newest[0].number) if newest else ""


def _again(request: Request, judged: Judged) -> Reply:
    """Return what was answered, as it was answered."""
    prediction, task, locale = judged.prediction, judged.task, request.sender.locale
    said = describe.headline(prediction.answer, task, locale=locale)
    return Reply(
        title=say("said again", locale=locale, number=prediction.number, answer=said),
        lines=(about_answer(request, judged),),
        notes=(show.value_of(prediction.answered_at.date(), None, locale=locale),),
        tone=Tone.ANSWER,
        choices=answer_choices(prediction, task, locale),
    )


async def _answer_named(ports: Ports, request: Request, *, is_needed: bool) -> Judged | None:
    """Return the sender's newest answer with most of the values that are named; None for none.

    Raises:
        NotFound: one is needed that has them, and there is none.
    """
    sender = request.sender
    best: Judged | None = None
    most = 0
    async with ports.open_work() as work:
        found = await work.predictions.of_member(sender.community, sender.member, limit=_LAST)
        place = await task_of_place(work, sender)
        every = await work.tasks.all(sender.community)
        mentioned = tasks_mentioned(every, request.text)
        is_said = bool(mentioned)
        tasks = {task.id: task for task in mentioned or every}
        for prediction in reversed(found):
            task = tasks.get(prediction.question.task_id)
            if task is None or task.is_about_texts or place not in (None, task.id):
                continue
            known = (await ports.recollection.of(work, task)).known
            judged = Judged(prediction=prediction, task=task, known=known)
            named = _values_named(ports, request, judged)
            is_said = is_said or bool(named)
            before = task.convert_values(prediction.question.values)
            said = len(named) + bool(mentioned)
            if said > most and _has(before, named):
                best, most = judged, said
    if is_said and best is None and is_needed:
        raise NotFound(say("no answer with that", locale=sender.locale))
    return best


def _values_named(ports: Ports, request: Request, judged: Judged) -> Mapping[FieldKey, Value]:
    """Return the values of a task's fields that a sentence names."""
    task, known = judged.task, judged.known
    today = request.sender.day_of(ports.clock())
    read = request.readings.of(request.text, task, known, today=today).values
    named = {
        key: value
        for key, value in read.items()
        if not are_new_words(task.field(key), value, known)
    }
    folded = request.text.casefold()
    own = judged.prediction.question.values.items()
    said = {k: v for k, v in own if isinstance(v, str) and stands_in(v.casefold(), folded)}
    return {**named, **said}


def _has(values: Values, named: Mapping[FieldKey, Value]) -> bool:
    return all(values.get(key) == value for key, value in named.items())
