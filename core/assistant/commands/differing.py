"""How another case turned out that is told by what it had more or less than the last answer's.

``mine had two more rooms and cost 900`` is a lesson of its own, offered with the rest as before. It
is never the truth of the answer, whose case was another.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from core.assistant import show
from core.assistant.acts import ends_as_question
from core.assistant.buttons import written
from core.assistant.commands.answered import is_for_asker_alone
from core.assistant.commands.judged import Judged, correction_hint
from core.assistant.commands.relative_changes import counted_on
from core.assistant.commands.relative_words import has_relative, relatives_of
from core.assistant.reading import read_said_truth
from core.assistant.request import AskFirst, Ports, Request, Unsure, Way
from core.assistant.show import SENTENCE, clip
from core.assistant.wording import say
from core.domain.fields import Value, show_plain
from core.domain.identity import FieldKey
from core.domain.task import TargetKind, Truth
from core.errors import InvalidValue

_CLAUSES: Final = re.compile(
    r"[;!，；！。、]|(?<!\d)[,.]|[,.](?!\d)|\b(?:and|but|so)\b|(?:结果|最后)"
)
_THAN_OTHER: Final = re.compile(
    r"比(?:我|他|她|它|咱|人家)"
    r"|\bthan (?:mine|his|hers|ours|theirs|him|her|them|me|us)\b",
    re.IGNORECASE,
)
"""Words that compare with the case of somebody else."""
_OF_OTHER: Final = re.compile(
    r"^\W*(?:(?:well|so|ok|no|but)\W+)*(?:mine|ours|hers|theirs|his|another one|the other one"
    r"|(?:my|our|his|her|their|a|another)\s+\w+(?:['’]s(?: \w+)?)?)\s+"
    r"(?:had|has|was|were|is|took|got)\b",
    re.IGNORECASE,
)
"""Words that tell of another case, where a difference follows."""
_SUBJECT: Final = re.compile(r"\W*(我|他|她|你|i\b|he\b|she\b|they\b)", re.IGNORECASE)


def check_differing(ports: Ports, request: Request, judged: Judged) -> None:
    """Return where a sentence does not tell both a difference and how its case turned out.

    Raises:
        AskFirst: it does: whether a lesson with that difference is to be learned.
        Unsure: it tells of another case, but not surely of which field.
    """
    text, task = request.text, judged.task
    if ends_as_question(text) or task.is_about_texts or task.rater:
        return
    if task.target.kind is TargetKind.CATEGORY:
        return
    clauses = [part.strip() for part in _CLAUSES.split(text) if part.strip()]
    told = [
        part
        for part in clauses
        if has_relative(part, task, judged.known) or _THAN_OTHER.search(part)
    ]
    rest = ", ".join(part for part in clauses if part not in told)
    if len(told) != 1 or not rest:
        return
    try:
        truth = read_said_truth(rest, task.target, judged.known)
    except InvalidValue:
        return
    if not isinstance(truth, float):
        return
    values = None if _is_of_two(told[0], rest) else _changed(ports, request, judged, told[0])
    if values:
        raise whether_other_learned(request, judged, values, truth)
    if _THAN_OTHER.search(told[0]) or _OF_OTHER.search(told[0]):
        number, locale = judged.prediction.number, request.sender.locale
        shown = clip(text.strip(), SENTENCE)
        first = say("other by difference", locale=locale, text=shown, number=number, task=task.name)
        raise Unsure(f"{first}\n{correction_hint(request, judged)}")


def _is_of_two(told: str, rest: str) -> bool:
    """Return whether the outcome is of somebody else than who differs: 他比我多学，我考了500."""
    one, two = _SUBJECT.match(told), _SUBJECT.match(rest)
    return two is not None and (one is None or one[1].casefold() != two[1].casefold())


def _changed(
    ports: Ports, request: Request, judged: Judged, text: str
) -> Mapping[FieldKey, Value] | None:
    """Return the values that a difference makes of the question's; None where that is not sure.

    Who began earlier took longer, or not: what moves a time changes no amount.
    """
    part = replace(request, text=text)
    today = request.sender.day_of(ports.clock())
    try:
        counted = counted_on(part, judged, today=today)
    except (AskFirst, Unsure):
        return None
    if counted is None or not counted.is_clear:
        return None
    is_moved = any(each.is_shift for each in relatives_of(text, judged.task, judged.known))
    is_amount = any(isinstance(value, float) for value in counted.values.values())
    return None if is_moved and is_amount else counted.values


def whether_other_learned(
    request: Request, judged: Judged, changed: Mapping[FieldKey, Value], truth: Truth
) -> AskFirst:
    """Return the question whether the case with the difference is to be learned."""
    task, locale = judged.task, request.sender.locale
    values = {**task.convert_values(judged.prediction.question.values), **changed}
    lesson = f"{written(values, task)} -> {show_plain(truth)}"
    teaching = Request(
        sender=request.sender,
        name="teach",
        options={"task": task.name, "lesson": lesson},
        text=lesson,
        delivery=request.delivery,
    )
    title = say("learn other", locale=locale, number=judged.prediction.number)
    shown = show.truth(truth, task.target, locale=locale)
    line = f"{task.name}: {show.values_of(values, task, locale=locale)} → {shown}"
    way = Way(label=say("save it", locale=locale), request=teaching, is_yes=True)
    is_aside = request.sender.is_overheard and is_for_asker_alone(judged.prediction)
    hint = correction_hint(request, judged)
    return AskFirst(title, line, hint, ways=(way,), is_personal=is_aside)
