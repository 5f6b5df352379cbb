"""A text that was given the wrong label, named by its words: the answer or lesson is put right.

``u got the radiator one wrong, it's a repair``, 暖气那条分错了，是维修.
"""

import re
from collections.abc import Sequence
from typing import Final

from core.assistant.acts import ends_as_question, plain_words
from core.assistant.commands.amending import question_of_change
from core.assistant.commands.amendments import Amendment
from core.assistant.commands.judged import Judged, offer_correction
from core.assistant.commands.label_words import labels_said
from core.assistant.reading import Known
from core.assistant.request import Ports, Request, Unsure
from core.assistant.show import clip
from core.assistant.task_fit import stands_in
from core.assistant.which import MAX_OFFERED
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import FieldKind, Values
from core.domain.forecast import Prediction
from core.domain.task import TargetKind, Task
from core.ports.work import Work

_POST: Final = r"(?P<post>one|post|text|message|ticket|thing|mail|email|entry)\b"
_SUBJECT: Final = (
    r"(?:(?:^|[,.;:!…–—-]\s*|\b(?:and|but|oh|no|nope|wait|hey|sorry)\s+)"
    r"|(?<!\bhave )(?<!\bdid )(?<!\bdo )(?<!\bif )(?<!\bwhen )\b(?:you|u|ya|(?:the )?bot)"
    r"(?:['’]ve| have)?(?: just| also| really)?\s+)"
)
"""Who gave the label: the one spoken to, or nobody; another one's doing is told in a text."""
_PUT: Final = r"(?:got|get|had|filed|labell?ed|put|sorted|classified)"
_ENDS: Final = (
    r"(?:\s+(?:again|there|btw))?(?:\s*(?:[,.;:!…–—-]|$)"
    r"|(?=\s+(?:its?|it['’]s|that['’]?s|this|and|should|belongs|is|was)\b))(?P<rest>.*)"
)
"""What follows ``wrong``: the end of its clause, or the label. not ``wrong way round``."""
_WRONG: Final = (
    re.compile(
        rf"{_SUBJECT}{_PUT}\s+(?:the|that)\s+(?P<about>.{{2,40}}?)"
        rf"\s+(?:{_POST}\s*)?(?:all |completely |totally )?\bwrong(?:ly)?\b{_ENDS}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:the|that)\s+(?P<about>.{{2,40}}?)\s+{_POST}\s+(?:is|was|got|['’]s)\s+(?:\w+\s+)?"
        rf"(?:wrong|incorrect|misfiled|mislabell?ed|misclassified)\b{_ENDS}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:你?把)?(?P<about>[^，。！,]{1,12}?)(?:的)?(?:那|这)(?P<post>[条个篇件])"
        r"(?:你|又|好像|都|给|是|也){0,3}"
        r"[分判搞弄归标猜答]错(?:了|啦)?(?P<rest>.*)"
    ),
)
"""What says that a text was given the wrong label, and which text it is."""
_SHOULD: Final = (
    re.compile(
        rf"^\W*(?:no\W+)?(?:the|that)\s+(?P<about>.{{2,40}}?)\s+{_POST}\s+"
        r"(?P<rest>(?:should|belongs?|goes|counts|is|was)\b.*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"^[把将]?(?P<about>[^，。！,]{1,12}?)的?(?:那|这)[条个篇件]"
        r"(?P<rest>(?:应该|其实|明明|才)?(?:是|算|归|属于|[改换移挪放划](?:成|为|到)).*)"
    ),
)
"""What says only which label a text should have."""
_BELONGS: Final = re.compile(
    r"\b(?:belongs?|goes|counts|filed|as|in|into|under|with|because|(?:that|it)['’]s|there|again)\b"
    r"|归|到|分|放|成|进|在|里|你|都|又|明明|才|改为?|[换移挪划]"
)
"""Words between a text and its label that change nothing."""
_MOST_ANSWERS: Final = 50
"""Answers of a member, the newest ones, among which the text is looked for."""


async def offer_relabelled(ports: Ports, request: Request) -> None:
    """Return where a sentence names no text that was given a wrong label, or not the right label.

    Raises:
        AskFirst: it does: whether the answer, or the sender's lesson, is to be put right.
        Unsure: the sender got no answer about such a text, and taught none.
    """
    said = " ".join(request.text.split())
    found = next(filter(None, (one.search(said) for one in (*_WRONG, *_SHOULD))), None)
    if found is None or ends_as_question(request.text):
        return
    is_told = False
    sender = request.sender
    async with ports.open_work() as work:
        tasks = await _text_tasks(work, request)
        answers = await work.predictions.of_member(
            sender.community, sender.member, limit=_MOST_ANSWERS if tasks else 0
        )
        for task in tasks:
            recalled = await ports.recollection.of(work, task)
            labels = task.target.labels or recalled.known.labels
            told = _label_told(found["rest"], labels)
            if told is None:
                continue
            is_told = True
            judged = _answer_about(answers, task, recalled.known, found["about"])
            if judged is not None:
                raise offer_correction(request, judged, told)
            lesson = _lesson_about(request, task, tuple(recalled.newest.values()), found["about"])
            if lesson is None:
                continue
            if lesson.target == told:
                return
            change = Amendment(values={}, truth=told)
            raise question_of_change(request, lesson, task, [change], said=told)
    if is_told and found.re in _WRONG and found["post"]:
        about = clip(found["about"].strip(), 60)
        raise Unsure(say("none about", locale=sender.locale, about=about))


def _label_told(text: str, labels: Sequence[str]) -> str | None:
    """Return the one label that the rest of a sentence says, beside words that change nothing."""
    said = labels_said(_BELONGS.sub(" ", text), labels)
    return said.truth(labels) if said else None


async def _text_tasks(work: Work, request: Request) -> Sequence[Task]:
    tasks = await work.tasks.all(request.sender.community)
    named = request.option("task")
    return [
        task
        for task in tasks[:MAX_OFFERED]
        if task.is_about_texts and task.target.kind is TargetKind.CATEGORY
        if named in ("", task.name)
    ]


def _answer_about(
    answers: Sequence[Prediction], task: Task, known: Known, about: str
) -> Judged | None:
    """Return the newest of these answers that is about a text with these words."""
    for answer in reversed(answers):
        if answer.question.task_id == task.id and _has_words(answer.question.values, task, about):
            return Judged(prediction=answer, task=task, known=known)
    return None


def _lesson_about(
    request: Request, task: Task, lessons: Sequence[Example], about: str
) -> Example | None:
    """Return the newest lesson of the sender whose text has these words."""
    own = [each for each in lessons if each.author == request.sender.member]
    return next((each for each in reversed(own) if _has_words(each.values, task, about)), None)


def _has_words(values: Values, task: Task, about: str) -> bool:
    """Return whether a text has all the words that name it."""
    texts = [values[f.key] for f in task.fields if f.kind is FieldKind.TEXT and f.key in values]
    said = plain_words(" ".join(map(str, texts)))
    words = plain_words(about).split()
    return bool(words) and all(stands_in(word, said) for word in words)
