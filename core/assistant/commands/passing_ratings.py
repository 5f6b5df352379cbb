"""A rating that names nothing: of the item that was asked about, or taught, right before it.

``ok 4 out of 5 then``, 我给四分吧，太甜了 and ``tasted it: 3`` say a rating, and little else.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.assistant.acts import ends_as_question
from core.assistant.commands.amending import newest_lesson, question_of_change
from core.assistant.commands.amendments import amendment_in
from core.assistant.commands.judged import Judged, correction_hint, offer_correction, recent_answer
from core.assistant.commands.rated_items import rating_said
from core.assistant.error_words import words_of
from core.assistant.reading import Known, read_truth
from core.assistant.reading.remark_words import is_remark
from core.assistant.reading.traditional import simplified
from core.assistant.reading.verbs import PAST, is_past
from core.assistant.request import AskFirst, Ports, Request, Unsure
from core.assistant.settling import unread_words
from core.assistant.task_fit import names_value
from core.domain.task import TargetKind, Task
from core.errors import InvalidValue

_CLAUSES: Final = re.compile(r"[,;:!…，。；：！、~]|\.(?!\d)|\s[-–—]\s")
_LITTLE: Final = re.compile(
    r"(?:(?:i|we|id|ill|would|will|now|give|gave|it|that|this|a|an|the|rate|rated|say|just|only|"
    r"ok|okay|so|then|well|hm+|oh|ah|no|nope|nah|yes|yeah|still|sorry|actually|honestly|make|"
    r"maybe|probably|think|guess|from|for|me|us|is|was|its|my|rating|again|to|be|should)\b"
    r"|我们?|咱们?|就|还是|还|给|打|评|回|再|来|个|吧|了|啊|呢|哦|嗯|那|好|不|算|它|这个?|只|才|觉得|最多|"
    r"顶多|最后|改成?|[\W_])*",
    re.IGNORECASE,
)
"""Words beside a rating that name nothing and change nothing of it."""
_TRIED: Final = re.compile(
    r"\W*(?:(?:i|we|just|finally|ok|so|and)\W+)*(?P<verb>[a-z]+)\s+(?:it|this|that)\b"
    r"(?:[^\d:,;–—]{0,30}[:,;–—-]\s*)(?P<number>[^:,;]{1,30})"
    r"|(?:我们?|刚|终于|昨天|今天|才)*[一-鿿]{1,2}[了过](?:它|这个)?[，,：:\s]+(?P<han>[^，,：:]{1,6})",
    re.IGNORECASE,
)
"""What was done with it, and a number: ``tasted it: 3``."""
_UNNAMED: Final = re.compile(
    r"(?:it|that|this|they|we|i|a bit|too|so|very|quite|really|not|just|way|pretty|bit)\b"
    r"|(?:[a-z']+\W*){1,2}$|[太很真挺好有不没超非特略稍还我们它这那]",
    re.IGNORECASE,
)
"""How a remark begins that names no subject: a pronoun, a degree, or an adjective alone."""
_LONGEST: Final = 60
_HERE: Final = "\x00"
"""Where the rating stood."""


async def offer_passing_rating(ports: Ports, request: Request) -> None:
    """Return where a sentence is no rating of the item that its sender has just spoken of.

    Raises:
        AskFirst: it is one: whether that is to be learned.
        Unsure: it is one that the scale does not have.
    """
    text = simplified(request.text.strip())
    found = None if len(text) > _LONGEST or ends_as_question(text) else _rating_alone(text)
    if found is None:
        return
    said, remarks = found
    judged = await recent_answer(ports, request)
    if judged is not None and judged.task.target.kind is TargetKind.RATING:
        if not await _names_something(ports, request, judged.task, judged.known):
            raise _offered(request, judged, said, remarks)
        return
    async with ports.open_work() as work:
        newest = await newest_lesson(work, request)
        known = (await ports.recollection.of(work, newest[1])).known if newest else Known()
    if newest is None or newest[1].target.kind is not TargetKind.RATING:
        return
    example, task = newest
    if await _names_something(ports, request, task, known):
        return
    change = amendment_in(said, task, known, today=request.sender.day_of(ports.clock()))
    if change is not None and change.truth is not None:
        raise question_of_change(request, example, task, (change,), said=request.text)


def _rating_alone(text: str) -> tuple[str, Sequence[str]] | None:
    """Return the rating that a sentence says, and remarks beside it; None for another sentence."""
    if tried := _TRIED.fullmatch(text.rstrip(" .!。！")):
        verb, said = tried["verb"], tried["number"] or tried["han"]
        inside = rating_said(said)
        said = said[slice(*inside)] if inside else said
        return (said, ()) if not verb or is_past(verb, PAST) else None
    found = rating_said(text)
    if found is None:
        return None
    start, stop = found
    bare = re.sub(r"['’]", "", f"{text[:start]} {_HERE} {text[stop:]}")
    own = ""
    beside: list[str] = []
    for clause in _CLAUSES.split(bare):
        is_own = _HERE in clause
        own, beside = (clause, beside) if is_own else (own, [*beside, clause.strip()])
    remarks = [clause for clause in beside if not _LITTLE.fullmatch(clause)]
    is_alone = _LITTLE.fullmatch(own.replace(_HERE, " ")) and all(map(_is_of_nothing, remarks))
    return (text[start:stop], remarks) if is_alone else None


def _is_of_nothing(clause: str) -> bool:
    """Return whether a remark names nothing that it is about: 太甜了, yet not "Azul was meh"."""
    return is_remark(clause) and _UNNAMED.match(clause) is not None


def _offered(request: Request, judged: Judged, said: str, remarks: Sequence[str]) -> AskFirst:
    """Return the question whether a rating is that of an answer's item.

    Raises:
        Unsure: it is none of the scale.
    """
    try:
        truth = read_truth(said, judged.task.target, judged.known)
        rating = judged.task.target.check(truth)
    except InvalidValue as error:
        why = words_of(error, request.sender.locale)
        raise Unsure(f"{why}\n{correction_hint(request, judged)}") from None
    asked = offer_correction(replace(request, text=said), judged, rating)
    lines = (*asked.lines, *unread_words(remarks, request.sender.locale))
    return AskFirst(asked.title, *lines, ways=asked.ways)


async def _names_something(ports: Ports, request: Request, task: Task, known: Known) -> bool:
    """Return whether a sentence names a known item or category, of whatever task."""
    if names_value(request.text, task, known):
        return True
    async with ports.open_work() as work:
        tasks = await work.tasks.all(request.sender.community)
        others = [one for one in tasks if one.id != task.id and not one.is_about_texts]
        seen = [(one, (await ports.recollection.of(work, one)).known) for one in others]
    return any(names_value(request.text, one, of_one) for one, of_one in seen)
