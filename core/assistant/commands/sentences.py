"""Plain sentences: a question is answered, a lesson is proposed and saved once it is agreed to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.assistant.act_words import OF_EXAMPLES, OF_ONE_TASK, Act
from core.assistant.acts import (
    Spoken,
    ends_as_question,
    heard,
    is_written_as_title,
    names_example_first,
    number_named,
    plain_words,
    value_named,
)
from core.assistant.assent import agrees
from core.assistant.commands import asking, teaching
from core.assistant.commands.about_last import check_denied, offer_denied, offer_told
from core.assistant.commands.amending import offer_amended
from core.assistant.commands.bare_numbers import or_of_field
from core.assistant.commands.changing import offer_named_change
from core.assistant.commands.contrasts import answer_contrast, check_contrast
from core.assistant.commands.following import answer_follow_up
from core.assistant.commands.judged import (
    Judged,
    check_on_scale,
    correction_hint,
    denies_label,
    judged_answer,
    number_told,
    says_number_alone,
    truth_said,
)
from core.assistant.commands.led_lessons import without_lead
from core.assistant.commands.lesson_cards import lesson_offered
from core.assistant.commands.lesson_continued import offer_continued
from core.assistant.commands.misfiled import offer_relabelled
from core.assistant.commands.named_lessons import offer_named_lesson
from core.assistant.commands.part_asked import answer_part
from core.assistant.commands.passing_ratings import offer_passing_rating
from core.assistant.commands.rated_items import offer_rating
from core.assistant.commands.relabelling import offer_relabelling
from core.assistant.commands.remarks import answer_remark, answer_unsaved
from core.assistant.commands.removing import offer_removal
from core.assistant.commands.restoring import offer_kept, offer_restoring
from core.assistant.commands.showing import shown_of
from core.assistant.commands.unsaid import answer_unsaid, reacted
from core.assistant.commands.wrong_task import answer_wrong_task
from core.assistant.grammar import ARROW
from core.assistant.misspelt import check_spelt
from core.assistant.reactions import is_reaction
from core.assistant.reading import Known
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request, Unsure
from core.assistant.show import clip
from core.assistant.talk_words import WHOLE
from core.assistant.task_fit import fields_said, is_known_name
from core.assistant.text_frames import framed_text
from core.assistant.which import find_task, with_leading_task
from core.assistant.wording import say
from core.domain.task import Task, Truth
from core.ports.work import Work

_TASK_WORDS = re.compile(r"\b(?:the|my|our|this|task)\b|任务|这个")
"""Words beside a task's name that add nothing to it."""


async def understand(ports: Ports, request: Request) -> Reply:
    """Answer a question, or offer to learn a lesson; another act is named, not performed."""
    await check_spelt(ports, request)
    if names_example_first(request.text):
        await offer_removal(ports, request)
        await offer_restoring(ports, request)
        await offer_named_change(ports, request)
        await answer_other_act(ports, request)
    await offer_kept(ports, request)
    request = await without_lead(ports, request)
    is_lesson = request.name == "teach" or ARROW.search(request.text) is not None
    if unsaved := answer_unsaved(request, is_lesson=is_lesson):
        return unsaved
    if is_lesson:
        is_ready = "save" in request.agreed or not request.text
        if offer := None if is_ready else await lesson_offered(ports, request):
            raise offer
        return await teaching.teach(ports, replace(request, name="teach"))
    if moved := await answer_wrong_task(ports, request):
        return moved
    async with ports.open_work() as work:
        request = await with_leading_task(work, request)
    await offer_relabelling(ports, request)
    if remark := await answer_remark(ports, request):
        return remark
    await offer_removal(ports, request)
    await offer_restoring(ports, request)
    of_lessons = (offer_named_change, offer_named_lesson, offer_amended)
    others = (check_contrast, offer_continued, offer_relabelled, offer_rating, offer_passing_rating)
    for offered in (*of_lessons, *others):
        await offered(ports, request)
    if changed := await _answer_changed(ports, request):
        return changed
    return await _told_or_asked(ports, request)


async def _told_or_asked(ports: Ports, request: Request) -> Reply:
    """Return the reply to a sentence that tells how an answer turned out, or is a question."""
    await offer_told(ports, request)
    await offer_denied(ports, request)
    if other := await answer_other_act(ports, request):
        return other
    await check_denied(ports, request)
    if unsaid := await answer_unsaid(ports, request):
        return unsaid
    if part := await answer_part(ports, request):
        return part
    return await asking.ask_in_words(ports, request)


async def _answer_changed(ports: Ports, request: Request) -> Reply | None:
    """Return the answer to the last question with what a sentence changes of it, if anything."""
    return await answer_follow_up(ports, request) or await answer_contrast(ports, request)


async def answer_other_act(ports: Ports, request: Request) -> Reply | None:
    """Return the reply to a sentence that asks nothing; None where it may be a question.

    Raises:
        AskFirst: it says the truth of an answer: whether that is to be learned.
        Unsure: it wants something done or judged, and says now which command does that.
    """
    spoken = heard(request.text)
    if spoken is None:
        return None
    async with ports.open_work() as work:
        judged = await judged_answer(ports, work, request) if spoken.act.is_verdict else None
        if judged is None and spoken.act.needs_truth:
            return None
        tasks = (judged.task,) if judged else await _tasks_meant(ports, work, request)
        known = [(await ports.recollection.of(work, task)).known for task in tasks]
    truth = truth_said(request.text, spoken, judged) if judged else None
    if judged and truth is None:
        check_on_scale(request, spoken, judged)
    is_denial = judged is not None and denies_label(request.text, judged)
    for task, seen in zip(() if is_denial else tasks, () if is_denial else known, strict=True):
        if _may_ask(request, spoken, task, seen, truth=truth, is_sure=len(tasks) == 1):
            return None
    if not spoken.act.commands:
        return Reply(title=say("social", locale=request.sender.locale))
    if judged and truth is not None:
        raise or_of_field(request, judged, truth, number_told(request, judged, truth))
    if verdict := _verdict_alone(request, spoken, judged):
        return verdict
    if shown := await shown_of(ports, request, spoken.act):
        return shown
    raise Unsure(_which_command(spoken.act, request, tasks, judged))


def _verdict_alone(request: Request, spoken: Spoken, judged: Judged | None) -> Reply | None:
    """Return the reply to a verdict that says nothing else: how to judge the answer, if any."""
    text = request.text
    if spoken.act.is_verdict and (is_reaction(text) or (judged and not spoken.rest)):
        return reacted(request, judged)
    if judged is None and spoken.words in WHOLE and agrees(text) is False:
        return Reply(title=say("dropped", locale=request.sender.locale))
    return None


def _may_ask(
    request: Request,
    spoken: Spoken,
    task: Task,
    known: Known,
    *,
    truth: Truth | None,
    is_sure: bool,
) -> bool:
    """Return whether a sentence that begins with an act's words may still ask this task.

    What may be for several tasks is no text to classify.
    """
    act, text = spoken.act, request.text
    is_word_of_task = task.item and not spoken.rest and text[:1].isupper()  # "films: Stop"
    if _is_named(text, task, known) or ("task" in request.options and is_word_of_task):
        return True
    if task.has_text and framed_text(text, task.target.labels or known.labels) != text:
        return True
    is_of_stored = spoken.is_of_stored or _changes_field(text, spoken, task)
    is_of_stored = is_of_stored or _is_of_task(spoken, task)
    is_text = task.is_about_texts or (task.has_text and "task" in request.options)
    if is_text and truth is None and not is_of_stored:
        return is_sure
    if act.is_verdict and act.is_loose and ends_as_question(text):
        return True
    if act.is_verdict and says_number_alone(spoken):
        return False
    if act.needs_truth and truth is None:
        return True
    return act.is_loose and fields_said(request, task, known) > 0


def _changes_field(text: str, spoken: Spoken, task: Task) -> bool:
    """Return whether it changes a field of a numbered example: ``change the size of #4 to 2``."""
    is_change = "examples edit" in spoken.act.commands and "#" in spoken.rest
    return is_change and bool(_field_named(text, (task,)))


def _is_of_task(spoken: Spoken, task: Task) -> bool:
    """Return whether it is about the task and nothing else: ``delete the helpdesk task``."""
    said = plain_words(_TASK_WORDS.sub(" ", spoken.rest).partition(" to ")[0])
    return bool(said) and said == plain_words(task.name)


def _field_named(text: str, tasks: Sequence[Task]) -> str:
    """Return the one field whose name stands beside the number of an example."""
    words = plain_words(text)
    names = {field.name for task in tasks for field in task.fields}
    return max((n for n in names if _says_name(words, plain_words(n))), key=len, default="")


def _says_name(words: str, name: str) -> bool:
    return bool(name) and (f" {name} " in f" {words} " if name.isascii() else name in words)


async def _tasks_meant(ports: Ports, work: Work, request: Request) -> Sequence[Task]:
    """Return the task that a sentence would be asked of; all where that would be asked first."""
    try:
        task, _ = await find_task(work, request, ports=ports)
    except AskFirst:
        return await work.tasks.all(request.sender.community)
    return (task,) if task else ()


def _is_named(text: str, task: Task, known: Known) -> bool:
    """Return whether a sentence is a name that the task has seen, or looks like a title."""
    if task.item and is_written_as_title(text):
        return True
    return is_known_name(text, task, known)


def _which_command(act: Act, request: Request, tasks: Sequence[Task], judged: Judged | None) -> str:
    """Return the sentence that names what does it, and how to ask about such words anyway."""
    locale, text = request.sender.locale, clip(request.text.strip(), 80)
    commands = " · ".join(_commands_of(act, request, tasks))
    lines = [say("no question", locale=locale, text=text, commands=commands)]
    if judged:
        lines.append(correction_hint(request, judged))
    if len(tasks) == 1:
        lines.append(say("ask it anyway", locale=locale, task=tasks[0].name, text=text))
    return "\n".join(lines)


def _commands_of(act: Act, request: Request, tasks: Sequence[Task]) -> Sequence[str]:
    """Return the act's commands as they are typed; where an example is named, about that one."""
    locale, number = request.sender.locale, number_named(request.text)
    about_one = [name for name in act.commands if name in OF_EXAMPLES] if number else []
    if not about_one:
        named = request.option("task") if act.commands in OF_ONE_TASK else ""
        about = f" task:{named}" if named else ""
        return [say("a command", locale=locale, name=name + about) for name in act.commands]
    edit = _edit_command(request, number, tasks)
    return [
        edit
        if name == "examples edit" and edit
        else say("numbered command", locale=locale, name=name, number=number)
        for name in about_one
    ]


def _edit_command(request: Request, number: str, tasks: Sequence[Task]) -> str:
    """Return the command that gives an example its new value; empty where that is not said."""
    value, field = value_named(request.text), _field_named(request.text, tasks)
    if value and field:
        number, value = f"{number}: {field} {value}", "…"
    locale = request.sender.locale
    return say("edit command", locale=locale, number=number, value=value) if value else ""
