"""Explaining: which examples, teachers and fields an answer rests on."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from core.assistant import describe, show
from core.assistant.buttons import answer_choices
from core.assistant.commands.answered import named_prediction
from core.assistant.commands.asking import names_of
from core.assistant.consent import known_sender
from core.assistant.personal import forecast_of
from core.assistant.pictures import Bars, Picture
from core.assistant.raters import asked_by, is_read_by_others
from core.assistant.reply import Choice, Reply, Table, Tone
from core.assistant.request import Ports, Request
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.fields import Field, FieldKind
from core.domain.forecast import Audience, Basis, Explanation, FieldEffect, Prediction, Pull
from core.domain.identity import ExampleId, MemberId
from core.domain.task import TargetKind, Task

Moving = TypeVar("Moving", Pull, FieldEffect)

TOP_PULLS = 6
TOP_EFFECTS = 8


async def why(ports: Ports, request: Request) -> Reply:
    """Show what an answer rests on: examples, their teachers, and fields."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
        asker = await known_sender(work, request)
    values = asked_by(asker, task.convert_values(prediction.question.values), task, request)
    answer = await forecast_of(ports, request, task, values)
    explanation = await ports.predictor.explain(task, values)
    async with ports.open_work() as work:
        ids = [] if task.rater else [pull.example for pull in explanation.pulls]
        examples = {e.id: e for e in await work.examples.by_ids(task.id, ids)}
        names = await names_of(work, request, examples)
    now = describe.headline(answer, task, locale=locale)
    was = describe.headline(prediction.answer, task, locale=locale)
    lines = _why_lines(explanation, task, examples, names, locale)
    if answer.basis is not Basis.MODEL:
        lines.append(
            say("why rule", locale=locale, rule=describe.rule_words(answer, locale=locale))
        )
    is_theirs = task.rater is None or prediction.question.asked_by == request.sender.member
    if not is_theirs:
        lines.insert(0, say("by own ratings", locale=locale, number=prediction.number))
    elif was != now:
        lines.insert(0, say("it was", locale=locale, number=prediction.number, was=was))
    return Reply(
        title=say("why title" if is_theirs else "why for you", locale=locale, answer=now),
        lines=tuple(lines),
        notes=describe.answer_notes(prediction, answer, locale=locale),
        tone=Tone.ANSWER,
        table=_pull_table(explanation, task, examples, names, locale),
        picture=_effects_picture(explanation, task, prediction, locale),
        choices=_verdicts(request, prediction, task),
        is_personal=is_read_by_others(task, request),
    )


def _verdicts(request: Request, prediction: Prediction, task: Task) -> tuple[Choice, ...]:
    """Return what can be said of the answer, where it was given to the sender or to all."""
    question = prediction.question
    is_theirs = question.asked_by == request.sender.member
    if not is_theirs and question.audience is not Audience.EVERYONE:
        return ()
    choices = answer_choices(prediction, task, request.sender.locale)
    return tuple(choice for choice in choices if not choice.action.startswith("why:"))


def _cause(field: Field, locale: str) -> str:
    return say("your taste", locale=locale) if field.kind is FieldKind.MEMBER else field.name


def _moving(things: Sequence[Moving], limit: int) -> list[Moving]:
    """Return the first of these that move an answer, without those too small to be seen."""
    largest = max((abs(thing.amount) for thing in things), default=0.0)
    return [t for t in things if abs(t.amount) > largest / 1000][:limit]


def _amounts(amounts: Sequence[float], task: Task, locale: str) -> list[str]:
    """Return what moves an answer, all rounded alike: to three digits of the largest."""
    is_category = task.target.kind is TargetKind.CATEGORY
    largest = max((abs(amount) for amount in amounts), default=0.0)
    step = 0.1 if is_category else show.tenth_of(largest / 10)
    scale = 100.0 if is_category else 1.0
    sizes = [show.number(abs(a) * scale, step=step, locale=locale) for a in amounts]
    if is_category:
        sizes = [say("by points", locale=locale, size=size) for size in sizes]
    return [("+" if a >= 0 else "−") + size for a, size in zip(amounts, sizes, strict=True)]


def _why_lines(
    explanation: Explanation,
    task: Task,
    examples: Mapping[ExampleId, Example],
    names: Mapping[MemberId, str],
    locale: str,
) -> list[str]:
    top = _moving(explanation.effects, TOP_EFFECTS)
    moved = _amounts([e.amount for e in top], task, locale)
    causes = [_cause(task.field(e.key), locale) for e in top]
    effects = [f"{cause} {by}" for cause, by in zip(causes, moved, strict=True)]
    by_teacher: dict[MemberId, float] = {}
    for pull in explanation.pulls:
        example = examples.get(pull.example)
        if example and example.author:
            by_teacher[example.author] = by_teacher.get(example.author, 0.0) + pull.amount
    ranked = sorted(by_teacher.items(), key=lambda pair: -abs(pair[1]))[:TOP_PULLS]
    pulled = _amounts([pull for _, pull in ranked], task, locale)
    shown = [show.clip(names.get(teacher, "?"), 40) for teacher, _ in ranked]
    teachers = [f"{name} {by}" for name, by in zip(shown, pulled, strict=True)]
    lines = [say("effects", locale=locale, effects=" · ".join(effects))] if effects else []
    return lines + ([say("thanks", locale=locale, names=" · ".join(teachers))] if teachers else [])


def _pull_table(
    explanation: Explanation,
    task: Task,
    examples: Mapping[ExampleId, Example],
    names: Mapping[MemberId, str],
    locale: str,
) -> Table:
    example, by, moves = (say(k, locale=locale) for k in ("example", "taught by", "moves it by"))
    top = _moving([p for p in explanation.pulls if p.example in examples], TOP_PULLS)
    moved = _amounts([p.amount for p in top], task, locale)
    rows = tuple(
        (
            *show.example_cells(examples[p.example], task, locale=locale, limit=4),
            describe.teacher(examples[p.example], names),
            amount,
        )
        for p, amount in zip(top, moved, strict=True)
    )
    return Table(headings=(example, task.target.name, by, moves), rows=rows)


def _effects_picture(
    explanation: Explanation, task: Task, prediction: Prediction, locale: str
) -> Picture | None:
    top = _moving(explanation.effects, TOP_EFFECTS)
    if len(top) < 2:
        return None
    bars = tuple((_cause(task.field(e.key), locale), e.amount) for e in top)
    is_number = task.target.kind.is_number
    unit = task.target.unit or task.target.name if is_number else say("points", locale=locale)
    title = say("effects title", locale=locale, number=prediction.number)
    panel = Bars(title=title, x_label=say("moves by unit", locale=locale, unit=unit), bars=bars)
    return Picture(name=f"why-{prediction.number}", title=task.name, panels=(panel,))
