"""Explaining: which examples, teachers and fields an answer rests on."""

from collections.abc import Mapping

from core.assistant import describe, show
from core.assistant.commands.asking import named_prediction, names_of
from core.assistant.pictures import Bars, Picture
from core.assistant.reply import Reply, Table, Tone
from core.assistant.request import Ports, Request
from core.assistant.wording import say
from core.domain.example import Example
from core.domain.forecast import Explanation, Prediction
from core.domain.identity import ExampleId, MemberId
from core.domain.task import TargetKind, Task

TOP_PULLS = 6
TOP_EFFECTS = 8


async def why(ports: Ports, request: Request) -> Reply:
    """Show what an answer rests on: examples, their teachers, and fields."""
    locale = request.sender.locale
    async with ports.open_work() as work:
        prediction, task = await named_prediction(work, request)
    values = task.convert_values(prediction.question.values)
    explanation = await ports.predictor.explain(task, values)
    answer = await ports.predictor.answer(task, values)
    async with ports.open_work() as work:
        ids = [pull.example for pull in explanation.pulls]
        examples = {e.id: e for e in await work.examples.by_ids(task.id, ids)}
        names = await names_of(work, request, examples)
    now = describe.headline(answer, task, locale=locale)
    was = describe.headline(prediction.answer, task, locale=locale)
    lines = _why_lines(explanation, task, examples, names, locale)
    if was != now:
        lines.insert(0, say("it was", locale=locale, number=prediction.number, was=was))
    return Reply(
        title=say("why title", locale=locale, answer=now),
        lines=tuple(lines),
        notes=describe.answer_notes(prediction, answer, locale=locale),
        tone=Tone.ANSWER,
        table=_pull_table(explanation, task, examples, names, locale),
        picture=_effects_picture(explanation, task, prediction, locale),
    )


def _amount(amount: float, task: Task, locale: str) -> str:
    sign = "+" if amount >= 0 else "−"
    if task.target.kind is TargetKind.CATEGORY:
        return f"{sign}{show.number(abs(amount) * 100, step=0.1, locale=locale)} points"
    return sign + show.number(abs(amount), step=max(abs(amount) / 100, 1e-12), locale=locale)


def _why_lines(
    explanation: Explanation,
    task: Task,
    examples: Mapping[ExampleId, Example],
    names: Mapping[MemberId, str],
    locale: str,
) -> list[str]:
    effects = [
        f"{task.field(e.key).name} {_amount(e.amount, task, locale)}"
        for e in explanation.effects[:TOP_EFFECTS]
    ]
    by_teacher: dict[str, float] = {}
    for pull in explanation.pulls:
        example = examples.get(pull.example)
        if example and example.author:
            name = names.get(example.author, "?")
            by_teacher[name] = by_teacher.get(name, 0.0) + pull.amount
    ranked = sorted(by_teacher.items(), key=lambda pair: -abs(pair[1]))[:TOP_PULLS]
    teachers = [f"{show.clip(name, 40)} {_amount(pull, task, locale)}" for name, pull in ranked]
    lines = [say("effects", locale=locale, effects=" · ".join(effects))] if effects else []
    return lines + ([say("thanks", locale=locale, names=" · ".join(teachers))] if teachers else [])


def _pull_table(
    explanation: Explanation,
    task: Task,
    examples: Mapping[ExampleId, Example],
    names: Mapping[MemberId, str],
    locale: str,
) -> Table:
    headings = tuple(say(k, locale=locale) for k in ("example", "taught by", "moves it by"))
    rows = tuple(
        (
            show.example_of(examples[p.example], task, locale=locale, limit=4),
            describe.by(examples[p.example], names).strip(" ()"),
            _amount(p.amount, task, locale),
        )
        for p in explanation.pulls[:TOP_PULLS]
        if p.example in examples
    )
    return Table(headings=headings, rows=rows)


def _effects_picture(
    explanation: Explanation, task: Task, prediction: Prediction, locale: str
) -> Picture | None:
    if len(explanation.effects) < 2:
        return None
    bars = tuple((task.field(e.key).name, e.amount) for e in explanation.effects[:TOP_EFFECTS])
    is_number = task.target.kind is TargetKind.NUMBER
    unit = task.target.unit or task.target.name if is_number else say("points", locale=locale)
    title = say("effects title", locale=locale, number=prediction.number)
    panel = Bars(title=title, x_label=say("moves by unit", locale=locale, unit=unit), bars=bars)
    return Picture(name=f"why-{prediction.number}", title=task.name, panels=(panel,))
