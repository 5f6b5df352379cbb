"""Which task is meant."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.assistant.grammar import head_of, named_head, said_with_colon
from core.assistant.lesson_leads import lead_of, points_to_cases
from core.assistant.nearest import nearest, with_nearest
from core.assistant.no_tasks import no_tasks
from core.assistant.place_tasks import task_of_place
from core.assistant.readings import NOTHING_KNOWN
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.show import clip
from core.assistant.task_fit import MOST_TASKS, clearly_fitting, fields_said, fitting
from core.assistant.task_names import by_name, first_word, han_lead, has_name, tasks_mentioned
from core.assistant.text_frames import framed_text, text_before_question
from core.assistant.wording import say
from core.domain.task import Task
from core.errors import NotFound
from core.ports.work import Work

MAX_OFFERED = 10
_SHOWN = 120
"""Characters of a sentence that a question repeats."""
_OF_OTHERS = frozenset({"ask about this", "teach from this"})
"""Requests whose text was not written to the bot: a colon in it names no task."""
_FIT_BY_CONTENT = frozenset({"ask", "teach", "sentence", "reply", *_OF_OTHERS})
"""Requests in a member's own words, which may say by their content which task is meant."""
_LONGEST_HEAD = 5
"""Words before a colon; more are a sentence rather than a name."""
_RATING = re.compile(
    r"(?:(?:an?|only|just|solid|strong|weak)\s+)*\d+(?:\.\d+)?\s*(?:/\s*\d+|stars?|分|星)?\W*",
    re.IGNORECASE,
)
"""A rating and nothing else."""
_SAME = 75.0
"""Percent of the letters that a misspelt name shares with the one that is meant."""
_GLUED_COMMANDS = frozenset("教问")
"""Chinese commands that are written without a blank before the task's name: 问房价：…"""


async def require_task(
    work: Work, request: Request, *, ports: Ports | None = None
) -> tuple[Task, Request]:
    """Return the task that the request is about as :func:`find_task` does; one must be there.

    Raises:
        NotFound: the task that it names is not there, or the community has none.
        AskFirst: it could be about several, or says in a member's own words what to ask of one.
    """
    task, request = await find_task(work, request, ports=ports)
    if task is None:
        raise await no_such_task(work, request)
    return task, request


async def task_of_id(work: Work, request: Request) -> Task:
    """Return the community's task whose id a button carries.

    Raises:
        NotFound: it was deleted, or is another community's.
    """
    for task in await work.tasks.all(request.sender.community):
        if str(task.id) == request.option("id"):
            return task
    raise NotFound(say("stale task", locale=request.sender.locale))


async def find_task(
    work: Work, request: Request, *, ports: Ports | None = None
) -> tuple[Task | None, Request]:
    """Return the task meant, and the request without its name; None where it is not there.

    Nor do the words before a colon that only say that a lesson comes stay in it.
    The name of one that is not there is then the request's option. A name is matched exactly.
    Without one it is the channel's task or the only one, and for sentences the one that fits.

    Args:
        work: the unit of work.
        request: what is wanted.
        ports: with them, a sentence that does not tell its task is told by what was taught, and
            by the answer that the sender got last.

    Raises:
        AskFirst: it could be about several.
    """
    tasks = await work.tasks.all(request.sender.community)
    if request.name == "teach":
        request = replace(request, text=lead_of(request.text, tasks, may_name_task=True)[1])
    if "task" in request.options:
        return by_name(tasks, request.option("task")), request
    place_task = await task_of_place(work, request.sender)
    of_place = next((task for task in tasks if task.id == place_task), None)
    if request.name in _FIT_BY_CONTENT:
        return await _of_sentence(work, tasks, request, of_place, ports)
    if of_place or len(tasks) <= 1:
        return of_place or (tasks[0] if tasks else None), request
    raise _which_of(tasks, request)


async def with_leading_task(work: Work, request: Request) -> Request:
    """Return a sentence without the name of the task that leads it, which is then its option.

    Raises:
        NotFound: it begins like the name of a task that is not there.
    """
    if "task" in request.options:
        return request
    led = _led(await work.tasks.all(request.sender.community), request)
    return led[1] if led else request


def _led(tasks: Sequence[Task], request: Request) -> tuple[Task, Request] | None:
    """Return the task whose name leads a sentence, and the sentence without it."""
    word, after_word = first_word(request.text)
    head, rest = head_of(request.text)
    glued = (head[1:], rest) if head[:1] in _GLUED_COMMANDS else ("", "")
    within = han_lead(tasks, request.text)
    # The longest name comes first: "turnout kids: …" is about turnout-kids, not about turnout.
    for name, text in ((head, rest), named_head(request.text), (word, after_word), glued, within):
        if name and (task := by_name(tasks, name)):
            if name is word:
                _check_head(tasks, task, request)
            # A name is taken out once: what is asked first comes back with the rest of the words.
            return task, replace(request.about(task.name), text=text)
    return None


async def _of_sentence(
    work: Work,
    tasks: Sequence[Task],
    request: Request,
    of_place: Task | None,
    ports: Ports | None,
) -> tuple[Task | None, Request]:
    """Return the task that a sentence names by its first word, or else fits."""
    if request.name in _OF_OTHERS:
        return await _of_message(work, tasks, request, of_place, ports)
    if led := _led(tasks, request):
        return led
    head, rest = head_of(request.text)
    is_name = head and not (points_to_cases(head) or _is_rated(tasks, head, rest))
    if is_name and not _is_framed(tasks, request.text):
        having = [task for task in tasks if has_name(task, head)]
        if not having:
            return None, replace(request.about(head), text=rest)
        tasks, of_place = having, of_place if of_place in having else None
    if of_place:
        return of_place, request
    if len(tasks) <= 1:
        return (tasks[0] if tasks else None), request
    mentioned = tasks_mentioned(tasks, request.text)
    if len(mentioned) == 1:
        return mentioned[0], request
    if ports is None:
        best = fitting(request, tasks[:MOST_TASKS], {})
    else:
        best = await _fitting_in_context(ports, work, request, tasks[:MOST_TASKS])
    if len(best) > 1:
        raise _which_of(best, request)
    return best[0], request


async def _of_message(
    work: Work,
    tasks: Sequence[Task],
    request: Request,
    of_place: Task | None,
    ports: Ports | None,
) -> tuple[Task | None, Request]:
    """Return the task of a message that was not written to the bot: of its place, or clearly its.

    Raises:
        AskFirst: it is not clear.
    """
    head, rest = head_of(request.text)
    if head and (task := by_name(tasks, head)):
        return task, replace(request.about(task.name), text=rest)
    if of_place or len(tasks) <= 1:
        return of_place or (tasks[0] if tasks else None), request
    tasks = tasks[:MOST_TASKS]
    known = {}
    for each in tasks[:MAX_OFFERED]:
        if ports is not None:
            known[each.id] = (await ports.recollection.of(work, each)).known
    named = tasks_mentioned(tasks, request.text)
    task = clearly_fitting(request, tasks, known, named)
    if task is None:
        raise _which_of(tasks, request)
    return task, request


async def _fitting_in_context(
    ports: Ports, work: Work, request: Request, tasks: Sequence[Task]
) -> Sequence[Task]:
    """Return the tasks that a sentence fits best, by what they were taught too.

    Where it says nothing of any, it is about the one that the sender got the last answer of,
    unless any words would be a question of that. One that asks for a label is of a text.
    """
    about_texts = [task for task in tasks if task.has_text]
    if about_texts and text_before_question(request.text):
        return about_texts
    offered = tasks[:MAX_OFFERED]
    known = {task.id: (await ports.recollection.of(work, task)).known for task in offered}
    best = fitting(request, tasks, known)
    if len(best) == 1 or fields_said(request, best[0], known.get(best[0].id, NOTHING_KNOWN)):
        return best
    latest = await work.predictions.latest(request.sender.community, request.sender.member)
    if latest is None or latest.answered_at < ports.last_answers_since():
        return best
    last = [
        task
        for task in best
        if task.id == latest.question.task_id
        if not task.item and not task.is_about_texts
    ]
    return last or best


def _is_rated(tasks: Sequence[Task], head: str, rest: str) -> bool:
    """Return whether the word before a colon is what is rated behind it: ``Dune: solid 4``."""
    is_near = nearest(head, [task.name for task in tasks], alike=_SAME) is not None
    has_items = any(task.rater is not None for task in tasks)
    return has_items and not is_near and _RATING.fullmatch(rest) is not None


def _is_framed(tasks: Sequence[Task], text: str) -> bool:
    """Return whether the words before a colon ask for the label of the text behind it."""
    return any(task.has_text for task in tasks) and framed_text(text, ()) != text


def _check_head(tasks: Sequence[Task], task: Task, request: Request) -> None:
    """Return where a sentence that begins with a task's name and words before a colon is about it.

    Raises:
        NotFound: those words are no field's name, so all of them are the name of another task.
    """
    said, _ = named_head(request.text)
    words = said.split()
    if not 1 < len(words) <= _LONGEST_HEAD or not said_with_colon(request.text):
        return
    names = [task.name for task in tasks]
    of_task = [task.target.name, *(field.name for field in task.fields)]
    is_field = any(
        nearest(" ".join(words[at:]), of_task, alike=_SAME) for at in range(1, len(words))
    )
    near = nearest(said, [name for name in names if name != task.name], alike=_SAME)
    if is_field or (task.has_text and not near):
        return
    listed = ", ".join(names[:MAX_OFFERED])
    sentence = say("no such task", locale=request.sender.locale, name=said[:60], names=listed)
    raise NotFound(
        with_nearest(sentence, said, [near] if near else names, locale=request.sender.locale)
    )


async def other_tasks(work: Work, task: Task) -> list[str]:
    """Return the names of the community's tasks but this one."""
    return [each.name for each in await work.tasks.all(task.community) if each.id != task.id]


def _which_of(tasks: Sequence[Task], request: Request) -> AskFirst:
    """Return the question which of these tasks is meant, where a sentence says little of any."""
    locale = request.sender.locale
    ways = tuple(
        Way(
            label=say("classify for", locale=locale, task=task.name)
            if task.is_about_texts and request.name == "sentence"
            else task.name,
            request=request.about(task.name),
        )
        for task in tasks
    )
    is_unread = request.name == "sentence" and not fields_said(request, tasks[0], NOTHING_KNOWN)
    key = "fits no task" if is_unread else "which task"
    text = clip(request.text.strip(), _SHOWN)
    title = say(key, locale=locale, text=text)
    return AskFirst(title, ways=ways[:MAX_OFFERED])


async def no_such_task(work: Work, request: Request) -> NotFound | AskFirst:
    """Return what to say of a task that is not there: which is meant, where a sentence waits."""
    locale, named = request.sender.locale, request.option("task")
    names = [task.name for task in await work.tasks.all(request.sender.community)]
    if not names:
        return NotFound(no_tasks(request.sender))
    listed = ", ".join(names[:20])
    sentence = say("no such task", locale=locale, name=named[:60], names=listed)
    sentence = with_nearest(sentence, named, names, locale=locale)
    if request.name not in _FIT_BY_CONTENT or not request.text or len(names) > MAX_OFFERED:
        return NotFound(sentence)
    title, *lines = sentence.splitlines()
    ways = (
        Way(label=name, request=request.about(name), is_yes=any(name in line for line in lines))
        for name in names
    )
    return AskFirst(title, *lines, ways=tuple(ways))
