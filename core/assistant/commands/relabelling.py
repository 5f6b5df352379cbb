"""A text that is quoted with another label: ``change "x" to lost``, 把“想放弃了”改成复习.

The example whose text it is is offered to be changed; where none has it, the lesson is offered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.assistant.acts import ends_as_question, plain_words
from core.assistant.commands.amending import question_of_change
from core.assistant.commands.amendments import Amendment
from core.assistant.commands.judged import Judged, offer_correction
from core.assistant.commands.removing import tasks_meant
from core.assistant.commands.stated_texts import whether_text_lesson
from core.assistant.example_references import reference_in
from core.assistant.reading import Unclear, read_truth
from core.assistant.reading.traditional import simplified
from core.assistant.recollection import Recalled
from core.assistant.request import AskFirst, Ports, Request, Unsure
from core.assistant.rights import require_owner
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import FieldKind, Values
from core.domain.forecast import Prediction
from core.domain.task import TargetKind, Task
from core.domain.text import name_key
from core.errors import NotAllowed
from core.ports.work import Work

_QUOTED: Final = r"[\"“「『‘](?P<quoted>[^\"“”「」『』]{2,})[\"”」』’]"
_LABEL: Final = r"[\"“「『‘]?(?P<label>[^\"“”「」『』]{1,30}?)[\"”」』’]?"
_LEADS: Final = r"\W*?(?:(?:please|pls|ok|okay|no|sorry|can you|could you|let['’]?s)\b[\s,]*)*"
_ENDS: Final = r"(?:\s+(?:please|pls|instead|label|category|thanks))*[\s.!]*"
_OPINIONS: Final = r"(?:,?\s+(?:i think|i guess|i['’]?d say|imo|tbh|to me|for me|btw|though))*"
_LEADS_HAN: Final = r"(?:请|麻烦你?|帮我|帮忙|不对|你)*[\s，,]*"
_NOUN_HAN: Final = (
    r"\s*(?P<post>[这那](?:[条个句篇]|一条))?(?:的?(?:标签|类别|分类|类型|答案|结果))?\s*"
)
_PUT_HAN: Final = (
    r"(?:(?:都|再|重新|应该?)?(?:改|换|调|移|挪|放|归|分|划|标|算|变|判|记)(?:成|为|到|作|做|入|进|在|去)"
    r"|应该?(?:是|归|算|属于)|属于|归)"
)
_ENDS_HAN: Final = (
    r"\s*(?:这?一?类|[这那]个?类|分类|标签)?(?:里面?|中|下面|去|那边)*[吧啊呀哦了\s。.!！]*"
)
_FORMS: Final = (
    re.compile(
        rf"{_LEADS_HAN}[把将]?\s*{_QUOTED}{_NOUN_HAN}{_PUT_HAN}\s*{_LABEL}{_ENDS_HAN}", re.DOTALL
    ),
    re.compile(
        rf"{_LEADS_HAN}(?P<sure>[把将])?\s*(?P<bare>[^\"“”]{{2,80}}?){_NOUN_HAN}{_PUT_HAN}\s*{_LABEL}{_ENDS_HAN}"
    ),
    re.compile(
        rf"{_LEADS}(?:(?P<sure>change|re-?label|re-?classify)|move|label|switch|set|put|file|mark|tag|"
        r"re-?categori[sz]e|sort)\s+(?:the (?:label|category|answer) (?:of|for|on) )?"
        rf"(?:{_QUOTED}|(?P<bare>[^\"“”]{{4,80}}?))"
        rf"(?:\s+from\s+\S+)?\s+(?:to|into|as|under|in|with)\s+(?:be\s+)?(?:the\s+)?{_LABEL}{_ENDS}",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        rf"{_LEADS}{_QUOTED}\s+(?:should (?:be|have been|go (?:in|to|under))|"
        rf"belongs? (?:in|to|under)|goes (?:in|to|under)|counts as|is|was|sounds|reads(?: as)?)\s+"
        rf"(?:(?:an?|the|just|so|very|really|pretty|definitely|clearly|totally|quite)\s+)*"
        rf"{_LABEL}{_OPINIONS}{_ENDS}",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        rf"{_LEADS}{_QUOTED}\s*[=:]\s*{_LABEL}{_OPINIONS}{_ENDS}", re.IGNORECASE | re.DOTALL
    ),
)
"""A text, quoted or not, and the label that it is to have."""
_POINTS: Final = re.compile(r"[，,。;；！!]|[这那][条个句篇]|\b(?:one|post|text|message|ticket)s?$")
"""What no text without quotes has that is named whole: 电梯那条, ``the lift one``."""
_MOST_ANSWERS: Final = 50
"""Answers of a member, the newest ones, among which the text is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Relabelled:
    """A text, and the label that it is to have."""

    text: str
    label: str
    is_certain: bool
    """Whether it is a text by its form, whoever taught it or not."""


async def offer_relabelling(ports: Ports, request: Request) -> None:
    """Return where a sentence gives no text another label.

    Raises:
        AskFirst: it does: whether the example, or else the answer, whose text it is has that
            label, or whether the two are a lesson.
        InvalidValue: the example can have no such label.
        NotAllowed: only others' examples have the text.
        Unsure: the example has that label already.
    """
    said = _relabelled_in(request.text)
    if not said:
        return
    sender = request.sender
    async with ports.open_work() as work:
        recalled = await _text_tasks(ports, work, request)
        pairs = [(each, one) for each in recalled for one in said]
        for each, one in pairs:
            await _check_examples(work, request, each, one)
        answers = await work.predictions.of_member(
            sender.community, sender.member, limit=_MOST_ANSWERS if recalled else 0
        )
    told = [(each, one, label) for each, one in pairs if (label := _label(each, one.label))]
    for each, one, label in told:
        if judged := _answer_about(answers, each, one.text):
            raise offer_correction(request, judged, label)
    for each, one, label in told:
        if one.is_certain:
            raise whether_text_lesson(request, each.task, one.text, label)


def _relabelled_in(text: str) -> Sequence[_Relabelled]:
    """Return which text is to have which label, in each form that the sentence may have."""
    folded = " ".join(text.split())
    if ends_as_question(folded):
        return ()
    found = [one for form in _FORMS if (one := form.fullmatch(simplified(folded)))]
    return [told for one in found if (told := _told(one, folded))]


def _told(found: re.Match[str], text: str) -> _Relabelled | None:
    """Return what a form says, in the text's own script; None where it points at an example."""
    groups = found.groupdict()
    part = "quoted" if groups.get("quoted") else "bare"
    about, label = (text[slice(*found.span(name))].strip() for name in (part, "label"))
    if part == "bare" and reference_in(about) is not None:
        return None
    is_whole = not groups.get("post") and _POINTS.search(about) is None
    is_certain = part == "quoted" or (bool(groups.get("sure")) and is_whole)
    return _Relabelled(text=about, label=label, is_certain=is_certain)


async def _text_tasks(ports: Ports, work: Work, request: Request) -> Sequence[Recalled]:
    tasks = [task for task in await tasks_meant(work, request) if task.is_about_texts]
    labelling = [task for task in tasks if task.target.kind is TargetKind.CATEGORY]
    return [await ports.recollection.of(work, task) for task in labelling]


async def _check_examples(
    work: Work, request: Request, recalled: Recalled, said: _Relabelled
) -> None:
    """Return where no example of a task has the text.

    Raises:
        AskFirst: one has it: whether it is to have the label.
        InvalidValue: it can have no such label.
        NotAllowed: only others' have it.
        Unsure: the one that has it has the label already.
    """
    task, refused = recalled.task, None
    for example in reversed(tuple(recalled.newest.values())):
        if not _is_text(said.text, example.values, task):
            continue
        try:
            await require_owner(work, request, example, task)
        except NotAllowed as error:
            refused = error
            continue
        raise _whether_changed(request, example, recalled, said.label)
    if refused:
        raise refused


def _whether_changed(
    request: Request, example: Example, recalled: Recalled, said: str
) -> AskFirst | Unsure:
    """Return the question whether an example is to have a label; that it has it, where it does."""
    task, number = recalled.task, example.number
    label = _label(recalled, said) or read_truth(said, task.target, recalled.known)
    if isinstance(label, Unclear) or label == example.target:
        return Unsure(say("says so already", locale=request.sender.locale, number=number))
    change = Amendment(values={}, truth=label)
    return question_of_change(request, example, task, [change], said=said)


def _label(recalled: Recalled, said: str) -> str:
    """Return the label of a task that words name; empty where they name none."""
    labels = (*recalled.task.target.labels, *recalled.known.labels)
    return next((one for one in labels if name_key(one) == name_key(said)), "")


def _answer_about(answers: Sequence[Prediction], recalled: Recalled, text: str) -> Judged | None:
    """Return the newest of these answers that is about a text."""
    task = recalled.task
    for answer in reversed(answers):
        if answer.question.task_id == task.id and _is_text(text, answer.question.values, task):
            return Judged(prediction=answer, task=task, known=recalled.known)
    return None


def _is_text(said: str, values: Values, task: Task) -> bool:
    """Return whether a text is the one that values have, but for its signs."""
    texts = [values[f.key] for f in task.fields if f.kind is FieldKind.TEXT and f.key in values]
    return plain_words(said) in {plain_words(str(text)) for text in texts}
