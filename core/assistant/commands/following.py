"""Follow-up questions: an answered one is asked again with a change, the rest carried over."""

import re
from dataclasses import replace
from typing import Final

from core.assistant.act_words import AMOUNT
from core.assistant.acts import Spoken, heard, plain_words, without_titles
from core.assistant.change_words import changed_to
from core.assistant.commands.amendments import parts_measured, says_in_unit
from core.assistant.commands.answered import is_for_asker_alone
from core.assistant.commands.differing import check_differing
from core.assistant.commands.follow_up_forms import (
    Form,
    form_of,
    says_amount_alone,
)
from core.assistant.commands.judged import (
    Judged,
    recent_answer,
    says_number_alone,
)
from core.assistant.commands.question_changes import Changes, ask_changed, changes_in
from core.assistant.commands.rated_items import says_points
from core.assistant.commands.relative_words import SHOWN, counted_words, has_relative
from core.assistant.commands.supposed import check_supposed
from core.assistant.commands.task_meant import task_meant
from core.assistant.reading import (
    Known,
    is_measured,
    read_question,
)
from core.assistant.reply import Reply
from core.assistant.request import AskFirst, Ports, Request, Unsure
from core.assistant.show import clip
from core.assistant.statements import is_statement
from core.assistant.task_fit import stands_in
from core.assistant.wording import say
from core.domain.task import Task

_TOLD: Final = re.compile(
    r"\b(?:took|was|were|had|got|did|went|ended|came|made|thats?|its?|(?<!thank )you|said)\b"
    r"|[多少大小早晚高低]了|了[\s。.!！]*$",
    re.IGNORECASE,
)
"""Words that tell of an answer how much it is off: ``that's 2 hours more``, 早了一个小时."""

_OF_BEFORE: Final = (" that", " this", " it")
"""What an amount is compared with that is the question before, and tells nothing."""


async def answer_follow_up(ports: Ports, request: Request) -> Reply | None:
    """Return the answer to the sender's last question with what a sentence changes of it.

    None where the sentence neither goes on from it nor puts it right (``sorry, I meant Sunday``),
    is about another task or changes nothing.

    Raises:
        AskFirst: it tells of another case by a difference, and how that turned out.
        Unsure: it supposes what the answer would be, or tells of another case not clearly.
    """
    judged = await recent_answer(ports, request)
    if judged is None:
        return None
    check_supposed(request, judged)
    check_differing(ports, request, judged)
    form = _form_changing(judged.task, request.text) or form_of(request.text)
    counts = has_relative(request.text, judged.task, judged.known, is_led=form.is_led)
    if counts and (form.is_led or not tells(request.text, judged)):
        form = Form(rest=form.rest or request.text, is_led=form.is_led, was=form.was)
    if not form.rest or form.asks_anew or _is_act(form, judged.task, counts=counts):
        return None
    task, request = await task_meant(ports, request, judged, counts=counts, is_led=form.is_led)
    if task is None or task.id != judged.task.id or task.is_about_texts:
        return None
    if task.rater and says_points(form.rest):
        return None
    if form.was is not None and not _was_said(ports, request, judged, form.was):
        return None
    changes = changes_meant(ports, request, judged, form, counts=counts)
    if changes is None or (form.changes_one and len(changes.values) != 1):
        return None
    if not (form.is_led or counts) and says_amount_alone(form.rest):
        return (
            await ask_changed(ports, request, judged, changes)
            if is_in_unit(form.rest, task, judged.known, changes)
            else None
        )
    return await ask_changed(ports, request, judged, changes)


def _form_changing(task: Task, text: str) -> Form | None:
    """Return the form of a sentence that changes a field or what it had: 里程改成12; else None."""
    changed = changed_to(text)
    if changed is None:
        return None
    old, new = changed
    names = {plain_words(field.name) for field in task.typed_fields}
    if plain_words(old) in names:
        return Form(rest=f"{old}: {new}", is_led=True, changes_one=True)
    return Form(rest=new, is_led=True, was=old)


def changes_meant(
    ports: Ports, request: Request, judged: Judged, form: Form, *, counts: bool
) -> Changes | None:
    """Return what a sentence changes, None where it is read as one of its own.

    Raises:
        AskFirst: an amount in it may be of several fields.
        Unsure: an amount in it is only more or less than before, of a field that is not clear.
    """
    try:
        changes = changes_in(ports, replace(request, text=form.rest), judged, is_led=form.is_led)
    except AskFirst as asked:
        raise _going_on(asked, request, judged) from None
    if changes is None and form.was is not None:  # "not rain, dry", where no field knows "dry"
        changes = changes_in(ports, request, judged, is_led=True)
    if changes is None and counts:
        _check_counted(request, judged)
    return changes


def _check_counted(request: Request, judged: Judged) -> None:
    """Return where the sentence may be read as one of its own, of which some words are ignored.

    Raises:
        Unsure: it says how much more or less than before, and not surely of which field.
    """
    words = counted_words(without_titles(request.text), judged.task, judged.known)
    if words and "task" not in request.options:
        number, text = judged.prediction.number, clip(words, SHOWN)
        locale = request.sender.locale
        raise Unsure(say("more of which", locale=locale, text=text, number=number))


def _going_on(asked: AskFirst, request: Request, judged: Judged) -> AskFirst:
    """Return a question whose choices go on from the whole sentence, not from a part of it.

    They are made of what the answer was about, which others may not have been shown.
    """
    ways = (replace(way, request=replace(way.request, text=request.text)) for way in asked.ways)
    is_aside = request.sender.is_overheard and is_for_asker_alone(judged.prediction)
    return AskFirst(asked.title, *asked.lines, ways=tuple(ways), is_personal=is_aside)


def _is_act(form: Form, task: Task, *, counts: bool) -> bool:
    """Return whether the words of a follow-up want something done, or tell what came true."""
    spoken = heard(form.rest)
    if spoken is None or form.is_case:
        return spoken is not None and not spoken.act.needs_truth and not spoken.act.is_loose
    if form.is_led or spoken.words:
        return _wants_ortells(spoken)
    is_of_field = is_measured(form.rest) or _names_field(form.rest, task)
    return not (spoken.act is AMOUNT and (counts or form.changes_one or is_of_field))


def _names_field(text: str, task: Task) -> bool:
    """Return whether a text has the name of a field that is no part of a longer word."""
    words = plain_words(text)
    return any(stands_in(plain_words(field.name), words) for field in task.typed_fields)


def tells(text: str, judged: Judged) -> bool:
    """Return whether a sentence tells what was so: ``it took twice as long``."""
    words = counted_words(text, judged.task, judged.known)
    if words.endswith(_OF_BEFORE):
        text = text.replace(words, " ")
    return is_statement(text, [text]) or _TOLD.search(text) is not None


def is_in_unit(text: str, task: Task, known: Known, changes: Changes) -> bool:
    """Return whether an amount is said in its field's own unit, or with its name: ``90 boxes``."""
    words = f" {plain_words(text)} "
    return all(
        says_in_unit(text, task, *one)
        or [*parts_measured(text, task, known)] == [one[0]]
        or f" {plain_words(task.field(one[0]).name)} " in words
        for one in changes.values.items()
    )


def _was_said(ports: Ports, request: Request, judged: Judged, text: str) -> bool:
    """Return whether a text says values of the answered question, and nothing else."""
    today = request.sender.day_of(ports.clock())
    said = read_question(text, judged.task, judged.known, today=today)
    before = judged.task.convert_values(judged.prediction.question.values)
    is_whole = bool(said.values) and not (said.unread or said.unclear)
    return is_whole and said.values.items() <= before.items()


def _wants_ortells(spoken: Spoken) -> bool:
    """Return whether words behind ``and`` want something done, or tell what came true."""
    return bool(spoken.words) and (not spoken.act.needs_truth or says_number_alone(spoken))
