"""Personal answers: to the asker's own taste, and what moves them where no others see it."""

from core.assistant import describe
from core.assistant.follow_ups import is_seen_by_others
from core.assistant.raters import asked_by, too_few
from core.assistant.request import Ports, Request
from core.assistant.rights import TaskRules
from core.domain.fields import Values
from core.domain.forecast import Answer, Basis
from core.domain.member import Member
from core.domain.task import Task
from core.errors import NothingTaught


async def answer_to(
    ports: Ports,
    request: Request,
    task: Task,
    values: Values,
    asker: Member | None,
    rules: TaskRules,
) -> tuple[Answer, tuple[str, ...]]:
    """Return the answer and, of a rating, a line on what moves it up and down.

    What moves the answer to a taste rests on the asker's own ratings: no others are told it.
    """
    if task.rater is None:
        return await ports.predictor.answer(task, values), ()
    values = asked_by(asker, values, task, request)
    answer = await forecast_of(ports, request, task, values)
    is_of_a_taste = task.rater.key in values
    if answer.basis is not Basis.MODEL or (is_of_a_taste and is_seen_by_others(request, rules)):
        return answer, ()
    explanation = await ports.predictor.explain(task, values)
    moved = describe.moves(explanation, values, task, locale=request.sender.locale)
    return answer, (moved,) if moved else ()


async def forecast_of(ports: Ports, request: Request, task: Task, values: Values) -> Answer:
    """Return the answer to whoever the values name.

    Raises:
        NothingTaught: nothing was taught.
        Unsure: ratings were, but any answer to this member would tell a single one by another.
    """
    try:
        return await ports.predictor.answer(task, values)
    except NothingTaught:
        async with ports.open_work() as work:
            recalled = await ports.recollection.of(work, task)
        if task.rater is None or not recalled.newest:
            raise
        raise too_few(recalled, task, request.sender.locale) from None
