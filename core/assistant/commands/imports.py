"""Importing a file: read, shown on a card, and taught once the member has agreed."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from core.assistant import show
from core.assistant.buttons import step_choice
from core.assistant.commands.import_card import Draft, ask_change, ask_import, reasons
from core.assistant.commands.import_saving import IMPORTED, save_lessons
from core.assistant.consent import note, require_consent
from core.assistant.describe import described
from core.assistant.files.grouped import count_empty, filled_down, grouped_columns
from core.assistant.files.kinds import parse_kinds
from core.assistant.files.opening import read_sheet
from core.assistant.files.plan import plan_new
from core.assistant.files.plan_for import plan_for
from core.assistant.files.rows import Drawn, draw_lessons
from core.assistant.files.sheet import BadRow, Sheet
from core.assistant.files.typing_together import Plan, Wishes
from core.assistant.incoming import Attachment
from core.assistant.reading import Known
from core.assistant.reply import Reply, Tone
from core.assistant.request import AskFirst, Ports, Request, Unsure, Way
from core.assistant.rights import require_maker, require_teacher
from core.assistant.which import find_task
from core.assistant.wording import say
from core.domain.identity import ExampleId, StepId
from core.domain.task import Task, check_task_name
from core.errors import InvalidValue, NotFound
from core.ports.work import Work

OPTIONS = ("task", "target", "kinds", "dates", "points", "fill", "sheet", "bad", "file")
_REMEMBERED = 500
"""How many of a community's last acts are looked through for an import of the same file."""
_DAY_FIRST = {"day": True, "month": False, "": None}
_FILLS = ("down", "")
_HAS_COMMAS = {"thousands": True, "decimal": False, "": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the member says of how a file is to be read."""

    target: str
    task: str
    """The name of the task."""
    kinds: str
    dates: str
    points: str
    fill: str
    locale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """A file with what is known of it."""

    sheet: Sheet
    digest: str
    """Tells the same file, read for the same target, again."""


async def import_file(ports: Ports, request: Request) -> Reply:
    """Teach all rows of a file; a bad row is reported with its line and reason."""
    locale = request.sender.locale
    file = request.attachment
    if file is None:
        raise Unsure(say("how to import", locale=locale))
    said = _Said(
        target=request.option("target"),
        task="",
        kinds=request.option("kinds"),
        dates=request.option("dates").casefold(),
        points=request.option("points").casefold(),
        fill=request.option("fill").casefold(),
        locale=locale,
    )
    opened = await ports.files.reading.of(
        file, _open, file, said.target, request.option("sheet"), locale
    )
    request = _about_first_word(request, file.name)
    said = replace(said, task=request.option("task"))
    async with ports.open_work() as work:
        task, request = await find_task(work, request)
        if task is None:
            name, known = _new_name(request), Known()
            await require_maker(work, request)
        else:
            await require_teacher(work, request, task)
            await _refuse_again(work, request, task, opened)
            name, known = task.name, (await ports.recollection.of(work, task)).known
    today = request.sender.day_of(ports.clock())
    plan, (drawn, bad) = await ports.files.reading.of(
        file, _drawn, opened.sheet, task, said, known, today
    )
    draft = Draft(task=name, is_new=task is None, plan=plan, drawn=drawn, bad=bad)
    if draft.bad and request.option("bad").casefold() == "stop":
        title = say("import stopped", locale=locale, bad=len(draft.bad))
        return Reply(title=title, lines=reasons(draft.bad, locale), tone=Tone.ERROR)
    if not draft.drawn and (not draft.plan.swappable or "import" in request.agreed):
        lines = (say("nothing to import", locale=locale), *reasons(draft.bad, locale))
        raise InvalidValue("\n".join(lines))
    question = ask_change(request, draft.plan, is_new=draft.is_new)
    if question or "import" not in request.agreed:
        raise question or ask_import(request.about(name), draft)
    task, step = await _taught(ports, request, draft, task, opened.digest)
    ports.files.drop(request.sender, file)
    return _done(draft, task, step, locale)


def _open(file: Attachment, target: str, sheet: str, locale: str) -> _Opened:
    what = file.content + f"{target}{sheet}".casefold().encode()
    return _Opened(
        sheet=read_sheet(file, wanted=sheet.strip(), locale=locale),
        digest=hashlib.sha256(what).hexdigest()[:16],
    )


def _drawn(
    sheet: Sheet, task: Task | None, said: _Said, known: Known, today: date
) -> tuple[Plan, tuple[list[Drawn], list[BadRow]]]:
    """Return how the file would be read, and its lessons and bad rows."""
    locale = said.locale
    if said.dates not in _DAY_FIRST:
        raise Unsure(say("which dates", locale=locale, said=said.dates[:40]))
    if said.points not in _HAS_COMMAS:
        raise Unsure(say("which points", locale=locale, said=said.points[:40]))
    if said.fill not in _FILLS:
        raise Unsure(say("which fill", locale=locale, said=said.fill[:40]))
    sheet, grouped = _filled(sheet, said)
    wishes = Wishes(
        target=said.target,
        task=said.task,
        kinds=parse_kinds(said.kinds, sheet.columns, locale=locale),
        is_day_first=_DAY_FIRST[said.dates],
        has_commas=_HAS_COMMAS[said.points],
        today=today,
        locale=locale,
    )
    try:
        plan = plan_for(sheet, task, wishes, known) if task else plan_new(sheet, wishes)
    except InvalidValue as error:  # another sheet may have the table that is meant
        if not sheet.which_sheet:
            raise
        raise InvalidValue(f"{error}\n{sheet.which_sheet}") from None
    plan = replace(plan, grouped=grouped)
    return plan, draw_lessons(sheet, plan, known=known, locale=locale)


def _filled(sheet: Sheet, said: _Said) -> tuple[Sheet, tuple[str, ...]]:
    """Return the sheet, filled down where that was said, and the columns that could be."""
    grouped = grouped_columns(sheet)
    if not grouped:
        return sheet, ()
    count, columns = count_empty(sheet, grouped), ", ".join(grouped)[:120]
    key = "filled down" if said.fill else "groups unfilled"
    note_of_it = say(key, locale=said.locale, columns=columns, count=count)
    sheet = replace(sheet, notes=(*sheet.notes, note_of_it))
    return (filled_down(sheet, grouped), ()) if said.fill else (sheet, grouped)


def _about_first_word(request: Request, file: str) -> Request:
    """Return the request about the task that its first word names, unless that is the file's."""
    words = request.text.split()
    if not words or request.option("task") or words[0].strip("\"'").endswith(file):
        return request
    return request.about(words[0].rstrip(":"))


def _new_name(request: Request) -> str:
    """Return the name of the task to make.

    Raises:
        NotFound: none was given.
    """
    if not request.option("task"):
        raise NotFound(say("import where", locale=request.sender.locale))
    return check_task_name(request.option("task"))


async def _refuse_again(work: Work, request: Request, task: Task, opened: _Opened) -> None:
    """Ask first where the task was taught the very same file before.

    Raises:
        AskFirst: it was.
    """
    if "again" in request.agreed:
        return
    locale = request.sender.locale
    entries = await work.members.audited(request.sender.community, limit=_REMEMBERED)
    for entry in entries:
        of_task = entry.action == IMPORTED and entry.subject.startswith(f"{task.id}:")
        is_same = of_task and entry.subject.endswith(f":{opened.digest}")
        if is_same and await _still_counts(work, task, entry.subject):
            day = show.value_of(entry.at.date(), None, locale=locale)
            title = say("imported before", locale=locale, day=day, task=task.name)
            way = Way(label=say("import again", locale=locale), request=request.agree("again"))
            raise AskFirst(title, ways=(way,))


async def _still_counts(work: Work, task: Task, subject: str) -> bool:
    """Return whether an earlier import has not been taken back, as its first and last row tell."""
    ids = [ExampleId(int(part)) for part in subject.split(":")[2:-1]]
    ends = await work.examples.by_ids(task.id, ids)
    return not ids or any(one.stands for one in ends)


async def _taught(
    ports: Ports, request: Request, draft: Draft, task: Task | None, digest: str
) -> tuple[Task, StepId | None]:
    """Return the task that was taught and the step; a new one that could not be goes again."""
    if task is not None:
        async with ports.open_work() as work:
            await require_consent(ports, work, request)
        return task, await save_lessons(ports, request, task, draft.drawn, digest=digest)
    async with ports.open_work() as work:
        await require_consent(ports, work, request)
        task = await work.tasks.add(
            community=request.sender.community,
            name=draft.task,
            description="",
            fields=draft.plan.fields,
            target=draft.plan.target,
            created_by=request.sender.member,
        )
        await note(ports, work, request, "create task", str(task.id))
    try:
        step = await save_lessons(ports, request, task, draft.drawn, digest=digest)
    except Exception:
        async with ports.open_work() as work:
            await work.tasks.delete(task.id)
        raise
    return task, step


def _done(draft: Draft, task: Task, step: StepId | None, locale: str) -> Reply:
    held = sum(lesson.is_odd for lesson in draft.drawn)
    lines: tuple[str, ...] = ()
    if draft.bad:
        lines = (
            say("not imported", locale=locale, bad=len(draft.bad)),
            *reasons(draft.bad, locale),
        )
    if held:
        lines = (say("import held", locale=locale, count=held, task=task.name), *lines)
    return Reply(
        title=say("imported", locale=locale, count=len(draft.drawn), task=task.name),
        lines=lines,
        notes=(*described(task.fields, task.target, locale), *draft.plan.notes),
        tone=Tone.DONE,
        choices=(step_choice(step, locale),) if step else (),
    )
