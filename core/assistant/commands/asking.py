"""Asking: a question gets an answer that says how sure it is, why, and thanks to whom."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from core.assistant import describe, show
from core.assistant.buttons import another_task_choice, answer_choices
from core.assistant.commands.stated import check_is_asked, says_no_case
from core.assistant.commands.unread import answer_unread
from core.assistant.consent import has_opted_out, known_author, known_sender
from core.assistant.days import day_notes
from core.assistant.follow_ups import follow_up_of, is_seen_by_others, plan_words
from core.assistant.other_questions import check_is_prediction, items_within, several_values
from core.assistant.personal import answer_to
from core.assistant.plain_rules import plain_words
from core.assistant.raters import showable, with_sides
from core.assistant.reading import Reading
from core.assistant.recollection import NEWEST, Recalled
from core.assistant.reply import Reply, Tone
from core.assistant.request import Ports, Request, Unsure
from core.assistant.rights import TaskRules, may_teach, rules_of
from core.assistant.settling import (
    offers_in,
    offers_of_item,
    settle,
    settled_values,
    unread_of,
    with_doubts,
)
from core.assistant.text_frames import framed_text
from core.assistant.unknown_tasks import of_no_task, other_task_named
from core.assistant.which import other_tasks, require_task
from core.assistant.widening import widened
from core.assistant.wording import say
from core.domain.codec import values_to_json
from core.domain.example import Example
from core.domain.fields import Values
from core.domain.forecast import (
    Answer,
    Audience,
    CategoryForecast,
    Prediction,
    Question,
    source_of,
)
from core.domain.identity import ExampleId, MemberId
from core.domain.ratings import digest_of
from core.domain.task import Task
from core.errors import DatabaseUnwritable
from core.ports.work import Work


async def ask_in_words(ports: Ports, request: Request) -> Reply:
    """Answer a plain sentence, once it is clear that it asks."""
    return await _answer(ports, request, may_state=True)


async def ask(ports: Ports, request: Request) -> Reply:
    """Answer a question of a task."""
    return await _answer(ports, request, may_state=False)


async def _answer(ports: Ports, request: Request, *, may_state: bool) -> Reply:
    locale = request.sender.locale
    request = replace(request, text=request.option("text") or request.text)
    async with ports.open_work() as work:
        task, request = await require_task(work, request, ports=ports)
        recalled = await ports.recollection.of(work, task)
        rules = await rules_of(work, task.community, task.id)
        asker = await known_sender(work, request)
        author = await known_author(work, request)
    if not request.text and task.fields:
        names = show.field_names(task)
        raise Unsure(say("how to ask", locale=locale, task=task.name, fields=names))
    request = _without_frame(request, task, recalled)
    today, is_quoted = request.sender.day_of(ports.clock()), request.is_quoted
    read = partial(request.readings.of, request.text, task, recalled.known, is_quoted=is_quoted)
    reading = read(today=today)
    if not is_quoted:
        await _check(ports, request, task, recalled, reading, may_state=may_state)
    # What is chosen from here on is about a question: it is not checked again.
    request = replace(request, name="ask") if may_state else request
    settle(request.about(task.name), task, (*reading.unclear, *offers_of_item(reading, task)))
    values = task.check_values(settled_values(request, reading))
    is_other = may_state and says_no_case(request.text, task, recalled.known, reading)
    offers = () if is_other else offers_in(request, reading)
    if not values and task.fields:
        return await answer_unread(ports, request, task, recalled.known, offers)
    if task.rater:
        values = with_sides(values, task, recalled)
    answer, effects = await answer_to(ports, request, task, values, asker, rules)
    _require_two_labels(answer, task, locale)
    is_stored = not (has_opted_out(asker) or has_opted_out(author))
    plan = follow_up_of(request, task, values, rules, now=ports.clock()) if is_stored else None
    wider_by = await widened(ports, task, values, answer, recalled)
    show_it = partial(_answered, recalled=recalled, wider_by=wider_by)
    unkept: tuple[str, ...] = ()
    try:
        async with ports.open_work() as work:
            kept = await _store(work, request, task, values, answer, rules) if is_stored else None
            if kept and plan:
                await work.follow_ups.plan(kept, plan)
            reply = await show_it(work, request, task, values, answer, kept)
    except DatabaseUnwritable:
        async with ports.open_work() as work:
            reply = await show_it(work, request, task, values, answer, None)
        plan, unkept = None, (say("not kept", locale=locale),)
    plans = [plan_words(plan)] if plan else []
    reply = replace(reply, lines=(*effects, *reply.lines), notes=(*unkept, *reply.notes))
    reply = await with_doubts(ports, request, task, reading=reading, reply=reply)
    notes = (*reply.notes, *day_notes(request, today, reading.values, read), *plans)
    return _for_whom(replace(reply, notes=notes), request, task, rules)


def _without_frame(request: Request, task: Task, recalled: Recalled) -> Request:
    """Return a question about a text without the words that ask for its label of the task."""
    if not task.has_text or request.is_quoted:
        return request
    labels = task.target.labels or recalled.known.labels
    text = framed_text(request.text, labels)
    return request if text == request.text else replace(request.about(task.name), text=text)


async def _check(
    ports: Ports,
    request: Request,
    task: Task,
    recalled: Recalled,
    reading: Reading,
    *,
    may_state: bool,
) -> None:
    """Return where a member's own words ask for one prediction of the task.

    Raises:
        AskFirst: they may state something, mean several cases, or name a task that is not there.
        Unsure: they ask for something else.
    """
    check_is_prediction(request.text, task, recalled.known, reading, request.sender.locale)
    if may_state:
        await check_is_asked(ports, request, task, recalled.known, reading)
    elif other := other_task_named(request, task, unread_of(request, reading)):
        async with ports.open_work() as work:
            raise await of_no_task(work, request, other)
    cases = several_values(request.text, task, recalled.known)
    settle(request.about(task.name), task, cases or items_within(task, recalled.known, reading))


def _for_whom(reply: Reply, request: Request, task: Task, rules: TaskRules) -> Reply:
    """Return an answer as it is shown: to all, to who asked, or to them away from the others."""
    is_public = rules.answers_publicly and request.shown_to is None
    is_aside = request.shown_to is Audience.ASKER and request.sender.is_overheard
    may_judge = may_teach(request.sender, task, rules)
    return replace(
        reply, is_private=not is_public, is_personal=is_aside, is_judged_by_sender=may_judge
    )


def _require_two_labels(answer: Answer, task: Task, locale: str) -> None:
    """Decline a category while only one label is taught: any answer would be a pretence."""
    forecast = answer.forecast
    if isinstance(forecast, CategoryForecast) and len(forecast.probabilities) < 2:
        raise Unsure(say("only one label", locale=locale, task=task.name, label=forecast.top))


async def _store(
    work: Work,
    request: Request,
    task: Task,
    values: Values,
    answer: Answer,
    rules: TaskRules,
) -> Prediction:
    """Store the answer: once for the same question of one message."""
    is_shown = is_seen_by_others(request, rules) and not request.sender.is_direct
    question = Question(
        community=request.sender.community,
        task_id=task.id,
        asked_by=request.sender.member,
        values=values,
        text=request.text,
        source=source_of(_delivery(request, task, values), request.author),
        audience=Audience.EVERYONE if is_shown else request.shown_to or Audience.ASKER,
        place=request.sender.spot if is_shown else None,
    )
    return await work.predictions.add(question, answer)


def _delivery(request: Request, task: Task, values: Values) -> str | None:
    """Return what a question is stored under.

    The buttons beside an answer ask further questions of the same message: of another task, or
    with other values. Each of them is one of its own.
    """
    if request.delivery is None:
        return None
    return f"{request.delivery} {task.id}:{digest_of(sorted(values_to_json(values).items()))}"


async def _answered(
    work: Work,
    request: Request,
    task: Task,
    values: Values,
    answer: Answer,
    prediction: Prediction | None,
    *,
    recalled: Recalled,
    wider_by: float,
) -> Reply:
    locale = request.sender.locale
    # The answer may be seen by all, but nobody's rating may, not even the asker's own.
    ids = [] if task.rater else [s.example for s in answer.similar]
    examples = {e.id: e for e in await work.examples.by_ids(task.id, ids)}
    names = await names_of(work, request, examples)
    lines = [show.values_of(values, task, locale=locale)]
    if new := _new_item(task, values, recalled):
        lines.append(say("new item", locale=locale, field=new[0], item=new[1]))
    if absent := show.missing(values, task, locale=locale):
        key = "not given widens" if wider_by else "not given"
        by = show.share(wider_by, locale=locale)
        lines.append(say(key, locale=locale, fields=absent, share=by))
    doubt = describe.doubt_words(answer, locale=locale)
    taught = showable(tuple(recalled.newest.values()), task, request)
    rule = plain_words(taught, task, locale=locale)
    merit = rule or describe.merit_words(answer, taught, task, locale=locale)
    like = describe.like_words(answer, task, examples, names, locale=locale)
    notes = describe.answer_notes(prediction, answer, locale=locale)
    choices = answer_choices(prediction, task, locale) if prediction else ()
    if prediction and (others := await other_tasks(work, task)):
        choices = (*choices, another_task_choice(prediction.number, others, locale))
    return Reply(
        title=f"{task.name}: {describe.headline(answer, task, locale=locale)}",
        lines=tuple(line for line in (merit, doubt, *lines, like) if line),
        notes=notes,
        tone=Tone.ANSWER,
        choices=choices,
    )


def _new_item(task: Task, values: Values, recalled: Recalled) -> tuple[str, str] | None:
    """Return what the item's field is called and the item, where nobody has rated that yet."""
    field, known = task.item, recalled.known
    item = values.get(field.key) if field else None
    is_all = len(recalled.newest) < NEWEST
    if field is None or not is_all or item in known.categories.get(field.key, ()):
        return None
    return (field.name, item) if isinstance(item, str) else None


async def names_of(
    work: Work, request: Request, examples: Mapping[ExampleId, Example]
) -> Mapping[MemberId, str]:
    """Return the names of those who taught these examples."""
    authors = {e.author for e in examples.values() if e.author}
    return await work.members.names(request.sender.community, authors)
