"""Examples that a sentence wants taken back: found, shown, and offered to be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.assistant import show
from core.assistant.acts import is_written_as_title
from core.assistant.bare_removals import is_bare_removal
from core.assistant.commands.amending import newest_lesson
from core.assistant.commands.answered import are_told_aside
from core.assistant.commands.teaching import own_example
from core.assistant.example_references import Meant
from core.assistant.having_words import having, names_whole
from core.assistant.place_tasks import task_of_place
from core.assistant.raters import showable
from core.assistant.removals import removal_in, removal_of, without_noun
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.rights import require_owner
from core.assistant.task_fit import MOST_TASKS, is_known_name
from core.assistant.task_names import tasks_mentioned
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.step import StepKind
from core.domain.task import Task
from core.errors import NotAllowed, NotFound
from core.ports.work import Work

_MOST_OFFERED = 8
"""Examples of which one is chosen by a button; Discord shows few more."""
_MOST_TASKS_OFFERED = 3
"""Tasks of which one is chosen by a button, beside all of them."""
_MOST_SHOWN = 5
"""Examples that the card of several shows."""
_MOST_AT_ONCE = 100
"""Examples that one press takes back."""
_LONGEST_LABEL = 60
"""Characters of an example on a button."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An example and its task."""

    example: Example
    task: Task
    is_hidden: bool = False
    """Whether others look on who are not to read what it says."""


async def offer_removal(ports: Ports, request: Request) -> None:
    """Return where a sentence wants no example taken back, or does not say which.

    Raises:
        AskFirst: it does: whether it is to be taken back, or which of several.
        NotFound: no example has its number or its words, or the sender taught none.
        NotAllowed: only others' examples have.
    """
    async with ports.open_work() as work:
        removal, tasks = _meant(request, await tasks_meant(work, request))
        if removal is None:
            return
        if removal.is_this and request.option("example"):
            removal = replace(removal, number=request.option("example"))
        if not tasks or await _is_name(ports, work, request, tasks):
            return
        found: Sequence[Found] = ()
        if removal.number:
            found = [await numbered(work, request, removal.number)]
        elif removal.last or removal.back:
            found = await newest_own(work, request, tasks, removal)
        elif removal.is_this:
            of_step = await _of_newest_step(work, request, removal, tasks)
            if of_step is not None:
                raise of_step
        elif removal.words:
            found = await _having_words(ports, work, request, tasks, removal)
        told = [await _as_told(work, request, each) for each in found[:_MOST_OFFERED]]
    if found:
        raise _offer(request, (*told, *found[_MOST_OFFERED:]), removal, tasks)


def _meant(request: Request, tasks: Sequence[Task]) -> tuple[Meant | None, Sequence[Task]]:
    """Return which examples a sentence wants taken back, and of which tasks it may mean them."""
    for task in tasks_mentioned(tasks, request.text):
        if removal := removal_of(request.text, task.name):
            return removal, [task]
    if is_bare_removal(request.text):
        return Meant(is_this=True), tasks
    return removal_in(request.text), tasks


async def _of_newest_step(
    work: Work, request: Request, removal: Meant, tasks: Sequence[Task]
) -> AskFirst | None:
    """Return whether what the sender did last is to be undone; None where they asked since."""
    step = await work.steps.newest(request.sender.community, request.sender.member)
    newest = await newest_lesson(work, request)
    if step is None or newest is None or newest[1] not in tasks:
        return None
    found = await _as_told(work, request, Found(example=newest[0], task=newest[1]))
    asked = _whether(request, [found], ())
    if step.kind is not StepKind.EDIT:
        return None if removal.is_change else asked
    locale, number = request.sender.locale, newest[0].number
    undo_it = Way(
        label=say("undo change of", locale=locale, number=number),
        request=Request(
            sender=request.sender,
            name="undo",
            options={"step": str(step.id)},
            delivery=request.delivery,
        ),
        is_yes=removal.is_change,
    )
    if removal.is_change:
        return AskFirst(say("undo this change", locale=locale), *asked.lines, ways=(undo_it,))
    whole = tuple(replace(way, is_yes=False) for way in asked.ways)
    return AskFirst(say("undo which", locale=locale), *asked.lines, ways=(undo_it, *whole))


async def _as_told(work: Work, request: Request, found: Found) -> Found:
    """Return what was found, hidden where others look on: a rating, and what is of an answer."""
    is_aside = await are_told_aside(work, request, found.task, [found.example])
    return replace(found, is_hidden=is_aside)


async def tasks_meant(work: Work, request: Request) -> Sequence[Task]:
    """Return the task named, or of the place; all where there is none of these."""
    tasks = (await work.tasks.all(request.sender.community))[:MOST_TASKS]
    of_place = await task_of_place(work, request.sender)
    if named := request.option("task"):
        return [task for task in tasks if task.name == named]
    return [task for task in tasks if of_place in (None, task.id)]


async def _is_name(ports: Ports, work: Work, request: Request, tasks: Sequence[Task]) -> bool:
    """Return whether a sentence is an item or a category itself: ``Forget Paris``."""
    for task in tasks:
        if task.item and is_written_as_title(request.text):
            return True
        known = (await ports.recollection.of(work, task)).known
        if is_known_name(request.text, task, known):
            return True
    return False


async def numbered(work: Work, request: Request, number: str) -> Found:
    """Return the example of a number, which the sender may change."""
    example, task = await own_example(work, replace(request, options={"number": number}))
    return Found(example=example, task=task)


async def newest_own(
    work: Work, request: Request, tasks: Sequence[Task], removal: Meant
) -> Sequence[Found]:
    """Return the newest examples of the sender's own.

    Raises:
        NotFound: they taught none.
    """
    sender, by_id = request.sender, {task.id: task for task in tasks}
    taught = await work.examples.of_author(sender.community, sender.member)
    own = [each for each in taught if each.stands and each.task_id in by_id]
    own.sort(key=lambda each: -each.number)
    own = own[removal.back - 1 :][:1] if removal.back else own[: removal.last]
    if not own:
        raise NotFound(say("nothing to undo", locale=sender.locale))
    return [Found(example=each, task=by_id[each.task_id]) for each in own]


async def _having_words(
    ports: Ports, work: Work, request: Request, tasks: Sequence[Task], removal: Meant
) -> Sequence[Found]:
    """Return the examples with these words that the sender may take back, the newest first.

    Raises:
        NotFound: there is none, though an example is meant and no task as a whole.
        NotAllowed: there are only others'.
    """
    found: list[Found] = []
    refused: NotAllowed | None = None
    having_all = await _saying(ports, work, request, tasks, removal)
    if not having_all and (rest := without_noun(removal.words)):
        having_all = await _saying(ports, work, request, tasks, replace(removal, words=rest))
    whole = [each for each in having_all if names_whole(removal.words, each.example, each.task)]
    for each in whole or having_all:
        try:
            await require_owner(work, request, each.example, each.task)
        except NotAllowed as error:
            refused = error
        else:
            found.append(each)
    if not found and removal.is_of_example and not tasks_mentioned(tasks, removal.words):
        about = show.clip(removal.words, _LONGEST_LABEL)
        raise refused or NotFound(say("no example with", locale=request.sender.locale, about=about))
    return sorted(found, key=lambda each: -each.example.number)


async def _saying(
    ports: Ports, work: Work, request: Request, tasks: Sequence[Task], removal: Meant
) -> Sequence[Found]:
    """Return the examples that have these words, whoever taught them."""
    found: list[Found] = []
    today = request.sender.day_of(ports.clock())
    for task in tasks:
        if task.is_about_texts and not removal.is_of_example:
            continue
        recalled = await ports.recollection.of(work, task)
        newest = showable(tuple(recalled.newest.values()), task, request)
        known = recalled.known
        those = having(removal.words, newest, task, known, today=today)
        found += [Found(example=example, task=task) for example in those]
    return found


def _offer(
    request: Request, found: Sequence[Found], removal: Meant, tasks: Sequence[Task]
) -> AskFirst:
    """Return the card that takes back what was found: all of it, or one that is chosen."""
    beside = _ask_ways(request, tasks, removal)
    of_tasks = {each.task.name for each in found} if removal.is_many else set()
    if len(of_tasks) > 1:
        return _of_which_task(request, found[:_MOST_AT_ONCE], beside)
    if len(found) == 1 or removal.is_many or removal.last > 1:
        return _whether(request, found[:_MOST_AT_ONCE], beside)
    locale, offered = request.sender.locale, found[:_MOST_OFFERED]
    ways = [
        Way(
            label=show.clip(_shown(each, locale), _LONGEST_LABEL),
            request=_taking_back(request, [each]),
        )
        for each in offered
    ]
    more = len(found) - len(offered)
    lines = [say("more with words", locale=locale, count=more)] if more else []
    return AskFirst(say("take back which", locale=locale), *lines, ways=(*ways, *beside))


def _whether(request: Request, found: Sequence[Found], beside: Sequence[Way]) -> AskFirst:
    """Return the question whether all of these are to be taken back."""
    locale, count = request.sender.locale, len(found)
    lines = [_shown(each, locale) for each in found[:_MOST_SHOWN]]
    if more := count - len(lines):
        lines.append(say("more fields", locale=locale, count=more))
    if count == 1:
        title = say("take back this", locale=locale)
        label = say("take back it", locale=locale, number=found[0].example.number)
    else:
        title = say("take back these", locale=locale, count=count)
        label = say("take back all", locale=locale, count=count)
    way = Way(label=label, request=_taking_back(request, found), is_yes=True)
    return AskFirst(title, *lines, ways=(way, *beside))


def _of_which_task(request: Request, found: Sequence[Found], beside: Sequence[Way]) -> AskFirst:
    """Return the question of which task these are to be taken back, or of all."""
    locale = request.sender.locale
    whole = _whether(request, found, ())
    by_task = {each.task.name: [one for one in found if one.task == each.task] for each in found}
    ways = [
        Way(
            label=say("take back of task", locale=locale, task=name, count=len(those)),
            request=_taking_back(request, those),
        )
        for name, those in list(by_task.items())[:_MOST_TASKS_OFFERED]
    ]
    all_of_them = replace(whole.ways[0], is_yes=False)
    title = say("take back which", locale=locale)
    return AskFirst(title, *whole.lines, ways=(*ways, all_of_them, *beside))


def _shown(found: Found, locale: str) -> str:
    shown = f"#{found.example.number}"
    if not found.is_hidden:
        shown = show.example_of(found.example, found.task, locale=locale)
    return f"{shown} ({found.task.name})"


def _taking_back(request: Request, found: Sequence[Found]) -> Request:
    numbers = [str(each.example.number) for each in found]
    one = {"number": numbers[0]} if len(numbers) == 1 else {"numbers": ".".join(numbers)}
    return Request(
        sender=request.sender, name="examples delete", options=one, delivery=request.delivery
    )


def _ask_ways(request: Request, tasks: Sequence[Task], removal: Meant) -> Sequence[Way]:
    """Return the choices to classify a sentence that may be a text as well."""
    about_texts = [task for task in tasks if task.is_about_texts] if removal.words else []
    return [
        Way(
            label=say("classify for", locale=request.sender.locale, task=task.name),
            request=replace(request.about(task.name), name="ask"),
        )
        for task in about_texts[:1]
    ]
