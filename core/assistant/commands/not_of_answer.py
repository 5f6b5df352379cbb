"""A truth that the named answer cannot have: what that was, and of which other it may be."""

from core.assistant import show
from core.assistant.commands.judged import Judged, about_answer
from core.assistant.error_words import words_of
from core.assistant.reading import Unclear, read_truth
from core.assistant.request import TARGET, AskFirst, Ports, Request, Unsure, Way
from core.assistant.wording import say
from core.domain.fields import show_plain
from core.domain.forecast import Prediction
from core.domain.task import Task
from core.errors import InvalidValue, NotFound, UserError
from core.ports.work import Work

_LAST = 10
"""Answers of the sender that are looked through."""
_OFFERED = 2


async def not_of_answer(
    ports: Ports,
    work: Work,
    request: Request,
    why: UserError,
    answered: tuple[Prediction, Task] | None = None,
) -> AskFirst | UserError:
    """Return why a truth is not learned of an answer, with the sender's answers that it may be of.

    Args:
        ports: for what the tasks were taught.
        work: the unit of work.
        request: the correction, its truth apart.
        why: what is wrong: the truth is none of the answer's task, or the answer is not there.
        answered: the answer that is named, and its task; None where it is not there.
    """
    locale, sender = request.sender.locale, request.sender
    lines = words_of(why, locale).splitlines()
    if answered is not None:
        prediction, task = answered
        known = (await ports.recollection.of(work, task)).known
        judged = Judged(prediction=prediction, task=task, known=known)
        about = about_answer(request, judged)
        lines.append(say("answer was about", locale=locale, number=prediction.number, about=about))
    found = await work.predictions.of_member(sender.community, sender.member, limit=_LAST)
    ways: list[Way] = []
    for other in reversed(found):
        if len(ways) == _OFFERED or (answered and other.number == answered[0].number):
            continue
        way = await _way(ports, work, request, other)
        ways += [way] if way else []
    if not ways:
        return Unsure("\n".join(lines)) if answered else NotFound("\n".join(lines))
    return AskFirst(lines[0], *lines[1:], ways=tuple(ways), is_personal=sender.is_overheard)


async def _way(ports: Ports, work: Work, request: Request, other: Prediction) -> Way | None:
    """Return the correction of another answer by the same truth, where it can have that."""
    task = await work.tasks.get(other.question.task_id)
    known = (await ports.recollection.of(work, task)).known
    try:
        truth = read_truth(request.option("truth"), task.target, known)
        if task.target.scale:
            task.target.check(truth)
    except InvalidValue:
        return None
    is_label = truth in (*task.target.labels, *known.labels)
    if isinstance(truth, Unclear) or not (is_label or task.target.kind.is_number):
        return None
    locale = request.sender.locale
    shown = show.truth(truth, task.target, locale=locale)
    correction = Request(
        sender=request.sender,
        name="correct",
        options={"number": str(other.number), "truth": show_plain(truth)},
        delivery=request.delivery,
        settled={TARGET: truth},
    )
    label = say("truth of answer", locale=locale, number=other.number, task=task.name, truth=shown)
    return Way(label=show.clip(label, 60), request=correction)
