"""Asking: a question gets an answer that says how sure it is, why, and thanks to whom."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from core.assistant import describe, show
from core.assistant.buttons import another_task_choice, answer_choices, correct_label
from core.assistant.commands.answered import is_of_another, named_prediction, wrong
from core.assistant.consent import has_opted_out, known_author, known_sender, require_consent
from core.assistant.follow_ups import follow_up_of, is_seen_by_others, plan_words
from core.assistant.lessons import acknowledge, save_lesson
from core.assistant.personal import answer_to
from core.assistant.plain_rules import plain_words
from core.assistant.raters import with_sides
from core.assistant.reading import Unclear, read_question, read_truth
from core.assistant.recollection import Recalled
from core.assistant.reply import Reply, Tone
from core.assistant.request import TARGET, Ports, Request, Unsure
from core.assistant.rights import TaskRules, require_teacher, rules_of
from core.assistant.settling import offers_in, settle, settled_values, with_doubts
from core.assistant.which import other_tasks, require_task
from core.assistant.widening import widened
from core.assistant.wording import say
from core.domain.example import Example, ExampleStatus
from core.domain.fields import Values
from core.domain.forecast import (
    OF_ANOTHER,
    Answer,
    Audience,
    CategoryForecast,
    Feedback,
    Prediction,
    Question,
    Verdict,
    best_guess,
)
from core.domain.identity import ExampleId, MemberId
from core.domain.task import TargetKind, Task, Truth
from core.errors import DatabaseUnwritable
from core.ports.work import Work


async def ask(ports: Ports, request: Request) -> Reply:
    """Answer a question of a task."""
    locale = request.sender.locale
    request = replace(request, text=request.option("text") or request.text)
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        recalled = await ports.recollection.of(work, task)
        rules = await rules_of(work, task.community, task.id)
        asker = await known_sender(work, request)
        author = await known_author(work, request)
    if not request.text and task.fields:
        raise Unsure(
            say("how to ask", locale=locale, task=task.name, fields=show.field_names(task))
        )
    today, is_quoted = request.sender.day_of(ports.clock()), request.name == "ask about this"
    reading = read_question(request.text, task, recalled.known, today=today, is_quoted=is_quoted)
    settle(request, task, reading.unclear)
    values = task.check_values({**reading.values, **settled_values(request)})
    offers = offers_in(request, reading)
    if not values and task.fields:
        settle(request, task, offers)
        names = show.field_names(task)
        raise Unsure(say("no field read", locale=locale, task=task.name, fields=names))
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
    notes = (*reply.notes, *plans)
    return replace(reply, notes=notes, is_private=not rules.answers_publicly)


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
    is_shown = is_seen_by_others(request, rules)
    question = Question(
        community=request.sender.community,
        task_id=task.id,
        asked_by=request.sender.member,
        values=values,
        text=request.text,
        source=source_of(request),
        audience=Audience.EVERYONE if is_shown else Audience.ASKER,
    )
    return await work.predictions.add(question, answer)


def source_of(request: Request) -> str | None:
    """Return where a question came from, with who wrote it where that was not the asker."""
    if request.author is None:
        return request.delivery
    return f"{request.delivery}{OF_ANOTHER}{request.author}"


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
    if absent := show.missing(values, task, locale=locale):
        key = "not given widens" if wider_by else "not given"
        by = show.share(wider_by, locale=locale)
        lines.append(say(key, locale=locale, fields=absent, share=by))
    doubt = describe.doubt_words(answer, locale=locale)
    taught = tuple(recalled.newest.values())
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


async def names_of(
    work: Work, request: Request, examples: Mapping[ExampleId, Example]
) -> Mapping[MemberId, str]:
    """Return the names of those who taught these examples."""
    authors = {e.author for e in examples.values() if e.author}
    return await work.members.names(request.sender.community, authors)


async def right(ports: Ports, request: Request) -> Reply:
    """Note that an answer was right; a category then becomes an example."""
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        await require_teacher(work, request, task)
        await require_consent(ports, work, request)
        feedback = Feedback(
            prediction_id=prediction.id,
            member=request.sender.member,
            verdict=Verdict.RIGHT,
            given_at=ports.clock(),
        )
        await work.predictions.add_feedback(feedback)
        recalled = await ports.recollection.of(work, task)
    locale = request.sender.locale
    if is_of_another(prediction) and not ports.learns_from_others:
        return _only_noted(prediction, locale)
    if task.target.kind is TargetKind.CATEGORY:
        truth = best_guess(prediction.answer.forecast)
        return await _learn_truth(ports, request, task, prediction, recalled=recalled, truth=truth)
    title = say("glad", locale=locale, number=prediction.number)
    known = say("right is no example", locale=locale, button=correct_label(task, locale))
    return Reply(title=title, lines=(known,), tone=Tone.DONE)


def _only_noted(prediction: Prediction, locale: str) -> Reply:
    """Say that a verdict is kept, but nothing is learned from another member's words."""
    title = say("noted", locale=locale, number=prediction.number)
    return Reply(title=title, lines=(say("others unlearned", locale=locale),), tone=Tone.DONE)


async def correct(ports: Ports, request: Request) -> Reply:
    """Learn the true value of something that was asked."""
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        await require_teacher(work, request, task)
        if is_of_another(prediction) and not ports.learns_from_others:
            await work.predictions.add_feedback(wrong(ports, request, prediction))
            return _only_noted(prediction, request.sender.locale)
        recalled = await ports.recollection.of(work, task)
        said = request.option("truth") or _without_number(request.text)
        if not said:
            raise Unsure(say("how to correct", locale=request.sender.locale))
        truth = request.settled.get(TARGET) or read_truth(said, task.target, recalled.known)
        if isinstance(truth, Unclear):
            settle(request, task, (truth,))
            raise Unsure(say("how to correct", locale=request.sender.locale))
        await require_consent(ports, work, request)
    return await _learn_truth(
        ports, request, task, prediction, recalled=recalled, truth=task.target.check(truth)
    )


def _without_number(text: str) -> str:
    """Return what follows ``?7``, or all of it."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if first.startswith("?") else text.strip()


async def _learn_truth(
    ports: Ports,
    request: Request,
    task: Task,
    prediction: Prediction,
    *,
    recalled: Recalled,
    truth: Truth,
) -> Reply:
    """Save an answered question with its truth, and say what the answer would be now.

    Members who say the same of one answer are witnesses of one observation.
    """
    locale = request.sender.locale
    known = None if task.rater else await _same_truth(ports, request, task, prediction, truth)
    if known:
        is_own = known.author == request.sender.member
        key = "said before" if is_own else "confirmed"
        title = say(key, locale=locale, number=known.number, name=request.sender.name)
        line = show.example_of(known, task, locale=locale)
        return Reply(title=title, lines=(line,), tone=Tone.DONE)
    values = task.convert_values(prediction.question.values)
    saved = await save_lesson(
        ports, request, task, recalled=recalled, values=values, truth=truth, corrects=prediction
    )
    reply = acknowledge(request, task, saved)
    if saved.example.status is not ExampleStatus.ACTIVE or task.rater:
        return reply
    now = await ports.predictor.answer(task, values)
    changed = say(
        "now i say",
        locale=locale,
        now=describe.headline(now, task, locale=locale),
        was=describe.headline(prediction.answer, task, locale=locale),
    )
    title = say("learned", locale=locale, name=request.sender.name, number=saved.example.number)
    return replace(reply, title=title, lines=(changed, *reply.lines))


async def _same_truth(
    ports: Ports, request: Request, task: Task, prediction: Prediction, truth: Truth
) -> Example | None:
    """Return the lesson that says the same of this answer, noting that the sender agrees.

    None where there is none, or where the sender taught something else of it.
    """
    member = request.sender.member
    async with ports.open_work() as work:
        said = await work.predictions.feedback(prediction.id)
        ids = [one.example for one in said if one.example]
        lessons = [x for x in await work.examples.by_ids(task.id, ids) if x.counts]
        same = next((x for x in lessons if x.target == truth), None)
        if same is None or any(x.author == member and x.target != truth for x in lessons):
            return None
        if same.author != member:
            agrees = replace(
                wrong(ports, request, prediction), verdict=Verdict.CORRECTED, example=same.id
            )
            await work.predictions.add_feedback(agrees)
    return same
